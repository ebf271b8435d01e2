//! Boundaries for maps, from Natural Earth as the npm package `world-atlas` has it (public domain; the package: ISC).
//!
//! Projected, cut and simplified here, so that the widget needs no trigonometry: `www/maps/world.txt` (110 m, Equal
//! Earth) and `americas.txt` (50 m, which has the small islands; Lambert's azimuthal equal-area projection). Each line
//! is a word with whole numbers after it: `size` width height, `land` code x y (where its mark stands), `ring` x y and
//! the steps to each next corner, `disputed` the same for a line. Only what such a file holds is drawn; the boundaries
//! that are dashed are those between the pairs in [`DISPUTED`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::Output;

/// Areas of Natural Earth without a code of their own, with the code under whose figures they come.
const NAMED: [(&str, &str); 3] = [("Somaliland", "SOM"), ("Kosovo", "XKX"), ("N. Cyprus", "CYP")];

/// Pairs whose boundary, or a part of it, is disputed: by Natural Earth's names.
const DISPUTED: [(&str, &str); 16] = [
    ("W. Sahara", "Morocco"),
    ("Kosovo", "Serbia"),
    ("Somaliland", "Somalia"),
    ("N. Cyprus", "Cyprus"),
    ("India", "Pakistan"),
    ("India", "China"),
    ("Siachen Glacier", "India"),
    ("Siachen Glacier", "Pakistan"),
    ("Siachen Glacier", "China"),
    ("Israel", "Palestine"),
    ("Israel", "Syria"),
    ("Guyana", "Venezuela"),
    ("Guyana", "Suriname"),
    ("Belize", "Guatemala"),
    ("Sudan", "S. Sudan"),
    ("North Korea", "South Korea"),
];

/// Overseas parts that Natural Earth draws as France's or the Netherlands', with where they lie (degrees) and their code.
const OVERSEAS: [(&str, [f64; 4], &str); 4] = [
    ("FRA", [-55.0, 1.0, -51.0, 6.5], "GUF"),
    ("FRA", [-62.5, 15.5, -60.9, 16.8], "GLP"),
    ("FRA", [-61.5, 14.2, -60.6, 15.0], "MTQ"),
    ("NLD", [-69.0, 11.8, -62.0, 18.0], "BES"),
];

/// A map to be made.
struct MapSheet {
    name: &'static str,
    source: &'static str,
    project: fn(f64, f64) -> (f64, f64),
    /// The corners of what is shown, in the projection's units; `None` for all of it.
    cut: Option<[f64; 4]>,
    width: f64,
    /// How far a simplified line may leave the true one, in the units of the file.
    tolerance: f64,
    /// Rings smaller than this, in square units of the file, are left out where a country has a larger one.
    least_area: f64,
}

const SHEETS: [MapSheet; 2] = [
    MapSheet {
        name: "world",
        source: "countries-110m.json",
        project: equal_earth,
        cut: None,
        width: 2000.0,
        tolerance: 1.0,
        least_area: 12.0,
    },
    MapSheet {
        name: "americas",
        source: "countries-50m.json",
        project: americas,
        cut: Some([-0.60, -1.02, 0.72, 0.72]),
        width: 1400.0,
        tolerance: 1.0,
        least_area: 5.0,
    },
];

/// The files of all maps; `package` is the folder of that package, `from` that of the reference files.
///
/// # Errors
/// A file that cannot be read, or that is not as the package of that version has it.
pub fn derive(package: &Path, from: &Path) -> Result<Vec<Output>, String> {
    let codes = codes(from)?;
    SHEETS
        .iter()
        .map(|sheet| {
            let path = package.join(sheet.source);
            let text =
                std::fs::read_to_string(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
            let topology: Value =
                serde_json::from_str(&text).map_err(|fault| format!("{}: {fault}", path.display()))?;
            let bytes = drawn(sheet, &topology, &codes)
                .ok_or_else(|| format!("{}: not a topology of countries", path.display()))?;
            Ok(Output { path: format!("www/maps/{}.txt", sheet.name), bytes: bytes.into_bytes() })
        })
        .collect()
}

/// ISO 3166-1 alpha-3 codes by numeric code.
fn codes(from: &Path) -> Result<BTreeMap<String, String>, String> {
    let path = from.join("countries/country_names_en_es_fr_pt.csv");
    let fault = |fault: csv::Error| format!("{}: {fault}", path.display());
    let mut reader = csv::Reader::from_path(&path).map_err(fault)?;
    let mut codes = BTreeMap::new();
    for record in reader.records() {
        let record = record.map_err(fault)?;
        if let (Some(iso3), Some(m49)) = (record.get(1), record.get(2)) {
            codes.insert(m49.to_owned(), iso3.to_owned());
        }
    }
    Ok(codes)
}

/// Equal Earth (Šavrič, Patterson and Jenny 2018), of a sphere of radius 1.
fn equal_earth(longitude: f64, latitude: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
    let root = 3.0_f64.sqrt();
    // Centred on 11° E, so that no land of Chukotka is cut off at the edge.
    let mut longitude = longitude - 11.0;
    if longitude < -180.0 {
        longitude += 360.0;
    }
    let theta = (root / 2.0 * latitude.to_radians().sin()).asin();
    let (square, sixth) = (theta * theta, theta.powi(6));
    let scale = A[0] + 3.0 * A[1] * square + sixth * (7.0 * A[2] + 9.0 * A[3] * square);
    let x = 2.0 * root * longitude.to_radians() * theta.cos() / (3.0 * scale);
    (x, theta * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square)))
}

/// Lambert's azimuthal equal-area projection, centred on the Americas (10° N, 82° W).
fn americas(longitude: f64, latitude: f64) -> (f64, f64) {
    let (centre, latitude) = (10.0_f64.to_radians(), latitude.to_radians());
    let around = (longitude + 82.0).to_radians();
    let cosine = centre.sin() * latitude.sin() + centre.cos() * latitude.cos() * around.cos();
    // The other side of the Earth lies at the rim; nothing of it is shown.
    let factor = (2.0 / (1.0 + cosine).max(0.05)).sqrt();
    (
        factor * latitude.cos() * around.sin(),
        factor * (centre.cos() * latitude.sin() - centre.sin() * latitude.cos() * around.cos()),
    )
}

type Line = Vec<(f64, f64)>;

/// One map as text; `None` where the topology is not one.
fn drawn(sheet: &MapSheet, topology: &Value, codes: &BTreeMap<String, String>) -> Option<String> {
    let number = |value: &Value| value.as_f64();
    let pair = |value: &Value| Some((number(value.get(0)?)?, number(value.get(1)?)?));
    let (scale, shift) = (pair(&topology["transform"]["scale"])?, pair(&topology["transform"]["translate"])?);
    let mut degrees: Vec<Line> = Vec::new();
    for arc in topology["arcs"].as_array()? {
        let (mut x, mut y) = (0.0, 0.0);
        let mut line = Line::new();
        for step in arc.as_array()? {
            let (dx, dy) = pair(step)?;
            (x, y) = (x + dx, y + dy);
            line.push((x * scale.0 + shift.0, y * scale.1 + shift.1));
        }
        degrees.push(line);
    }
    let projected: Vec<Line> = degrees
        .iter()
        .map(|line| line.iter().map(|(longitude, latitude)| (sheet.project)(*longitude, *latitude)).collect())
        .collect();
    let geometries = topology["objects"]["countries"]["geometries"].as_array()?;
    let is_far = |name: &str| name == "Antarctica";
    let corners = sheet.cut.unwrap_or_else(|| {
        let own = geometries.iter().filter(|geometry| !is_far(name_of(geometry)));
        let arcs: BTreeSet<usize> =
            own.flat_map(|geometry| arcs_of(geometry).into_iter().flatten()).map(index).collect();
        let points = || arcs.iter().filter_map(|arc| projected.get(*arc)).flatten();
        [
            points().map(|point| point.0).fold(f64::MAX, f64::min),
            points().map(|point| point.1).fold(f64::MAX, f64::min),
            points().map(|point| point.0).fold(f64::MIN, f64::max),
            points().map(|point| point.1).fold(f64::MIN, f64::max),
        ]
    });
    let unit = sheet.width / (corners[2] - corners[0]);
    let height = (corners[3] - corners[1]) * unit;
    let onto_sheet = |(x, y): &(f64, f64)| ((x - corners[0]) * unit, (corners[3] - y) * unit);
    let simple: Vec<Line> = projected
        .iter()
        .map(|line| simplified(&line.iter().map(onto_sheet).collect::<Line>(), sheet.tolerance))
        .collect();

    let mut out = format!("size {} {}\n", sheet.width.round(), height.round());
    let mut lands: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for geometry in geometries {
        let name = name_of(geometry);
        let own = NAMED.iter().find(|(known, _)| *known == name).map(|(_, code)| (*code).to_owned());
        let code = own.or_else(|| codes.get(geometry["id"].as_str()?).cloned());
        let Some(code) = code.filter(|_| !is_far(name)) else { continue };
        for ring in arcs_of(geometry) {
            let place = ring.first().and_then(|arc| degrees.get(index(*arc))?.first()).copied()?;
            let is_there = |[west, south, east, north]: &[f64; 4]| {
                (*west..*east).contains(&place.0) && (*south..*north).contains(&place.1)
            };
            let overseas = OVERSEAS.iter().find(|(of, bounds, _)| *of == code && is_there(bounds));
            let code = overseas.map_or(code.clone(), |(_, _, code)| (*code).to_owned());
            let mut line = Line::new();
            for arc in &ring {
                let mut piece = simple.get(index(*arc))?.clone();
                if *arc < 0 {
                    piece.reverse();
                }
                line.extend(piece.into_iter().skip(usize::from(!line.is_empty())));
            }
            let line = cut(&line, sheet.width, height);
            if line.len() >= 3 {
                lands.entry(code).or_default().push(line);
            }
        }
    }
    for (code, mut rings) in lands {
        rings.sort_by(|one, two| area(two).abs().total_cmp(&area(one).abs()));
        let (x, y) = centre(rings.first()?);
        out += &format!("land {code} {} {}\n", x.round(), y.round());
        for (index, ring) in rings.iter().enumerate() {
            if index == 0 || area(ring).abs() >= sheet.least_area {
                out += &steps("ring", ring);
            }
        }
    }
    for (one, two) in DISPUTED {
        let arcs = |name: &str| -> BTreeSet<usize> {
            let own = geometries.iter().filter(|geometry| name_of(geometry) == name);
            own.flat_map(|geometry| arcs_of(geometry).into_iter().flatten()).map(index).collect()
        };
        for arc in arcs(one).intersection(&arcs(two)) {
            let line = simple.get(*arc)?;
            let is_inside = |(x, y): &(f64, f64)| (0.0..sheet.width).contains(x) && (0.0..height).contains(y);
            if line.iter().all(is_inside) {
                out += &steps("disputed", line);
            }
        }
    }
    Some(out)
}

/// The arc that a reference means; those below zero run backwards.
fn index(arc: i64) -> usize {
    (if arc < 0 { !arc } else { arc }) as usize
}

fn name_of(geometry: &Value) -> &str {
    geometry["properties"]["name"].as_str().unwrap_or_default()
}

/// The outer rings of a geometry, as references to arcs; enclaves are drawn over, so that holes need not be cut.
fn arcs_of(geometry: &Value) -> Vec<Vec<i64>> {
    let ring = |ring: &Value| -> Vec<i64> {
        ring.as_array().into_iter().flatten().filter_map(Value::as_i64).collect()
    };
    let arcs = &geometry["arcs"];
    match geometry["type"].as_str() {
        Some("Polygon") => arcs.get(0).map(ring).into_iter().collect(),
        Some("MultiPolygon") => {
            arcs.as_array().into_iter().flatten().filter_map(|polygon| polygon.get(0)).map(ring).collect()
        }
        _ => Vec::new(),
    }
}

/// A line with fewer corners (Douglas and Peucker 1973), its ends kept.
fn simplified(line: &Line, tolerance: f64) -> Line {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Line::new() };
    // Of a closed line the corner farthest from its start stands for the other end.
    let far = |(x, y): &(f64, f64)| {
        let (dx, dy) = (last.0 - first.0, last.1 - first.1);
        let length = dx.hypot(dy);
        if length < 1e-9 {
            (x - first.0).hypot(y - first.1)
        } else {
            ((x - first.0) * dy - (y - first.1) * dx).abs() / length
        }
    };
    let inner = line.iter().enumerate().skip(1).take(line.len().saturating_sub(2));
    match inner.map(|(index, point)| (index, far(point))).max_by(|one, two| one.1.total_cmp(&two.1)) {
        Some((index, distance)) if distance > tolerance => {
            let mut start = simplified(&line[..=index].to_vec(), tolerance);
            start.pop();
            start.extend(simplified(&line[index..].to_vec(), tolerance));
            start
        }
        _ => vec![*first, *last],
    }
}

/// A ring cut to the sheet (Sutherland and Hodgman 1974).
fn cut(ring: &Line, width: f64, height: f64) -> Line {
    // How far inside each edge a point lies.
    type Depth = fn((f64, f64), f64, f64) -> f64;
    let edges: [Depth; 4] = [
        |point, _, _| point.0,
        |point, width, _| width - point.0,
        |point, _, _| point.1,
        |point, _, height| height - point.1,
    ];
    edges.iter().fold(ring.clone(), |ring, inside| {
        let depth = |point: (f64, f64)| inside(point, width, height);
        let mut kept = Line::new();
        let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
        for (from, to) in before.zip(&ring) {
            let (a, b) = (depth(*from), depth(*to));
            if (a >= 0.0) != (b >= 0.0) {
                let share = a / (a - b);
                kept.push((from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1)));
            }
            if b >= 0.0 {
                kept.push(*to);
            }
        }
        kept
    })
}

/// The signed area of a ring.
fn area(ring: &Line) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(from, to)| from.0 * to.1 - to.0 * from.1).sum::<f64>() / 2.0
}

/// The centre of gravity of a ring, or its first corner where it has no area.
fn centre(ring: &Line) -> (f64, f64) {
    let whole = area(ring);
    if whole.abs() < 1e-6 {
        return ring.first().copied().unwrap_or_default();
    }
    let next = ring.iter().cycle().skip(1);
    let (x, y) = ring.iter().zip(next).fold((0.0, 0.0), |(x, y), (from, to)| {
        let cross = from.0 * to.1 - to.0 * from.1;
        (x + (from.0 + to.0) * cross, y + (from.1 + to.1) * cross)
    });
    (x / (6.0 * whole), y / (6.0 * whole))
}

/// A line as a start and steps, in whole units; corners that fall on the one before are left out.
fn steps(word: &str, line: &Line) -> String {
    let mut out = word.to_owned();
    let mut last: Option<(i64, i64)> = None;
    for (x, y) in line {
        let point = (x.round() as i64, y.round() as i64);
        match last {
            None => out += &format!(" {} {}", point.0, point.1),
            Some(before) if before != point => {
                out += &format!(" {} {}", point.0 - before.0, point.1 - before.1)
            }
            Some(_) => continue,
        }
        last = Some(point);
    }
    out + "\n"
}

#[cfg(test)]
mod tests {
    use std::f64::consts::{FRAC_PI_2, PI};

    use super::*;

    #[test]
    fn projections_keep_areas() {
        // A cell of one degree at the equator and one of two degrees of longitude at 60° N cover nearly the same area.
        for project in [equal_earth as fn(f64, f64) -> (f64, f64), americas] {
            let cell = |west: f64, south: f64, width: f64| {
                let corners = [(0.0, 0.0), (width, 0.0), (width, 1.0), (0.0, 1.0)];
                area(&corners.iter().map(|(x, y)| project(west + x, south + y)).collect()).abs()
            };
            let true_area = |south: f64, width: f64| {
                let (low, high) = (south.to_radians(), (south + 1.0_f64).to_radians());
                (high.sin() - low.sin()) * width.to_radians()
            };
            for (south, width) in [(0.0, 1.0), (40.0, 1.0), (-35.0, 2.0)] {
                let ratio = cell(-75.0, south, width) / true_area(south, width);
                assert!((ratio - 1.0).abs() < 0.002, "{south}: {ratio}");
            }
        }
        assert!(equal_earth(11.0, 90.0).1 < FRAC_PI_2 && equal_earth(-169.0, 0.0).0.abs() < PI);
    }

    #[test]
    fn a_ring_is_cut_at_the_edges() {
        let square = vec![(-5.0, 2.0), (5.0, 2.0), (5.0, 8.0), (-5.0, 8.0)];
        assert_eq!(area(&cut(&square, 10.0, 10.0)).abs(), 30.0);
        assert!(cut(&vec![(-5.0, -5.0), (-1.0, -5.0), (-1.0, -1.0)], 10.0, 10.0).is_empty());
    }

    #[test]
    fn a_straight_line_needs_its_ends_only() {
        let line = vec![(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 5.0)];
        assert_eq!(simplified(&line, 0.5), [(0.0, 0.0), (2.0, 0.0), (3.0, 5.0)]);
        assert_eq!(steps("ring", &line), "ring 0 0 1 0 1 0 1 5\n");
    }
}
