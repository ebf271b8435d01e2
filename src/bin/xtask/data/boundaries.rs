//! Boundaries for maps, from Natural Earth as the npm package `world-atlas` has it (public domain; the package: ISC).
//!
//! Simplified here, and not projected: the widget centres its projection on what is shown. `www/maps/world.txt` has all
//! countries, `americas.txt` those of the Americas in more detail, both from 50 m, which has the small islands; a country
//! that it lacks has its mark from 10 m. Each line is a word with whole numbers after it: `degree` how many units are one,
//! `line` longitude and latitude and the steps to each next corner, `land` code longitude latitude (where its mark
//! stands), `ring` the lines that it is made of, from 0, those that run backwards as -1 - number, `disputed` such lines.
//! A line stands once, so that neighbours share it: what two countries share is a border. Only what such a file holds is
//! drawn; the boundaries that are dashed are those between the pairs in [`DISPUTED`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use migration_widget::model::country;
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
const OVERSEAS: [(&str, [f64; 4], &str); 6] = [
    ("FRA", [-55.0, 1.0, -51.0, 6.5], "GUF"),
    ("FRA", [-62.5, 15.5, -60.9, 16.8], "GLP"),
    ("FRA", [-61.5, 14.2, -60.6, 15.0], "MTQ"),
    ("FRA", [55.0, -21.6, 56.0, -20.6], "REU"),
    ("FRA", [44.9, -13.2, 45.4, -12.5], "MYT"),
    ("NLD", [-69.0, 11.8, -62.0, 18.0], "BES"),
];

/// A map to be made.
struct MapSheet {
    name: &'static str,
    /// The only region of the UN that it shows, if it is not the world.
    region: Option<&'static str>,
    /// Its units in a degree.
    units: f64,
    /// How far a simplified line may leave the true one, in degrees of latitude.
    tolerance: f64,
    /// Rings smaller than this, in square degrees of the equator, are left out where a country has a larger one.
    least_area: f64,
}

const SHEETS: [MapSheet; 2] = [
    MapSheet { name: "world", region: None, units: 20.0, tolerance: 0.165, least_area: 0.3 },
    MapSheet { name: "americas", region: Some("Americas"), units: 40.0, tolerance: 0.04, least_area: 0.025 },
];

/// The files of all maps; `package` is the folder of that package, `from` that of the reference files.
///
/// # Errors
/// A file that cannot be read, or that is not as the package of that version has it.
pub fn derive(package: &Path, from: &Path) -> Result<Vec<Output>, String> {
    let codes = codes(from)?;
    let read = |name: &str| {
        let path = package.join(name);
        let text = std::fs::read_to_string(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
        let topology: Value =
            serde_json::from_str(&text).map_err(|fault| format!("{}: {fault}", path.display()))?;
        Topology::read(&topology, &codes)
            .ok_or_else(|| format!("{}: not a topology of countries", path.display()))
    };
    let (coarse, fine) = (read("countries-50m.json")?, read("countries-10m.json")?);
    let sheet = |sheet: &MapSheet| Output {
        path: format!("www/maps/{}.txt", sheet.name),
        bytes: drawn(sheet, &coarse, &fine).into_bytes(),
    };
    Ok(SHEETS.iter().map(sheet).collect())
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

type Line = Vec<(f64, f64)>;

/// Countries as references to lines that they share.
struct Topology {
    /// The lines in degrees, each without a jump from one end of the Earth to the other.
    lines: Vec<Line>,
    /// The outer rings of each country by its code.
    lands: BTreeMap<String, Vec<Vec<i64>>>,
    /// The lines that are disputed.
    disputed: BTreeSet<usize>,
}

impl Topology {
    /// `None` where the file is not as that version of the package has it.
    fn read(topology: &Value, codes: &BTreeMap<String, String>) -> Option<Topology> {
        let pair = |value: &Value| Some((value.get(0)?.as_f64()?, value.get(1)?.as_f64()?));
        let (scale, shift) =
            (pair(&topology["transform"]["scale"])?, pair(&topology["transform"]["translate"])?);
        let mut lines: Vec<Line> = Vec::new();
        for arc in topology["arcs"].as_array()? {
            let (mut x, mut y) = (0.0, 0.0);
            let mut line = Line::new();
            for step in arc.as_array()? {
                let (dx, dy) = pair(step)?;
                (x, y) = (x + dx, y + dy);
                line.push((x * scale.0 + shift.0, y * scale.1 + shift.1));
            }
            lines.push(unwrapped(line));
        }
        let geometries = topology["objects"]["countries"]["geometries"].as_array()?;
        let mut lands: BTreeMap<String, Vec<Vec<i64>>> = BTreeMap::new();
        for geometry in geometries {
            let name = name_of(geometry);
            let own = NAMED.iter().find(|(known, _)| *known == name).map(|(_, code)| (*code).to_owned());
            let numeric = geometry["id"].as_str().unwrap_or_default();
            let Some(code) = own.or_else(|| codes.get(numeric).cloned()) else { continue };
            if name == "Antarctica" {
                continue;
            }
            for ring in arcs_of(geometry) {
                let place = ring.first().and_then(|arc| lines.get(index(*arc))?.first()).copied()?;
                let is_there = |[west, south, east, north]: &[f64; 4]| {
                    (*west..*east).contains(&place.0) && (*south..*north).contains(&place.1)
                };
                let overseas = OVERSEAS.iter().find(|(of, bounds, _)| *of == code && is_there(bounds));
                let code = overseas.map_or(code.clone(), |(_, _, code)| (*code).to_owned());
                lands.entry(code).or_default().push(ring);
            }
        }
        let arcs = |name: &str| -> BTreeSet<usize> {
            let own = geometries.iter().filter(|geometry| name_of(geometry) == name);
            own.flat_map(|geometry| arcs_of(geometry).into_iter().flatten()).map(index).collect()
        };
        let mut disputed = BTreeSet::new();
        for (one, two) in DISPUTED {
            disputed.extend(arcs(one).intersection(&arcs(two)).copied());
        }
        Some(Topology { lines, lands, disputed })
    }

    /// The corners of a ring in degrees.
    fn ring(&self, arcs: &[i64]) -> Line {
        let mut corners = Line::new();
        for arc in arcs {
            let mut piece = self.lines.get(index(*arc)).cloned().unwrap_or_default();
            if *arc < 0 {
                piece.reverse();
            }
            corners.extend(piece.into_iter().skip(usize::from(!corners.is_empty())));
        }
        unwrapped(corners)
    }

    /// A country's rings from the largest on, with their areas.
    fn rings(&self, code: &str) -> Vec<(&Vec<i64>, Line, f64)> {
        let mut rings = Vec::new();
        for arcs in self.lands.get(code).into_iter().flatten() {
            let ring = self.ring(arcs);
            let true_area = area(&flattened(&ring)).abs();
            rings.push((arcs, ring, true_area));
        }
        rings.sort_by(|one, two| two.2.total_cmp(&one.2));
        rings
    }
}

/// One map as text, from the lines of one topology; what that lacks has its place from a finer one.
fn drawn(sheet: &MapSheet, topology: &Topology, finer: &Topology) -> String {
    let is_shown = |code: &&String| sheet.region.is_none() || country::region(code) == sheet.region;
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut lines, mut lands) = (String::new(), String::new());
    let all: BTreeSet<&String> = topology.lands.keys().chain(finer.lands.keys()).filter(is_shown).collect();
    for code in all {
        let (own, other) = (topology.rings(code), finer.rings(code));
        let Some((_, largest, _)) = own.first().or(other.first()) else { continue };
        let (x, y) = inside(largest, centre(largest));
        lands += &format!("land {code} {} {}\n", (x * sheet.units).round(), (y * sheet.units).round());
        for (position, (arcs, _, size)) in own.iter().enumerate() {
            if position > 0 && *size < sheet.least_area {
                continue;
            }
            lands += "ring";
            for arc in *arcs {
                let next = numbers.len();
                let number = *numbers.entry(index(*arc)).or_insert_with(|| {
                    let line = topology.lines.get(index(*arc)).cloned().unwrap_or_default();
                    lines += &steps("line", &simplified(&line, sheet.tolerance), sheet.units);
                    next
                }) as i64;
                lands += &format!(" {}", if *arc < 0 { -1 - number } else { number });
            }
            lands += "\n";
        }
    }
    let disputed = topology.disputed.iter().filter_map(|line| numbers.get(line));
    let disputed: String = disputed.map(|number| format!(" {number}")).collect();
    format!("degree {}\n{lines}{lands}disputed{disputed}\n", sheet.units)
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

/// A line that goes on where it would jump to the other end of the Earth.
fn unwrapped(mut line: Line) -> Line {
    let mut last: Option<f64> = None;
    for point in &mut line {
        if let Some(last) = last {
            point.0 -= ((point.0 - last) / 360.0).round() * 360.0;
        }
        last = Some(point.0);
    }
    line
}

/// A ring in the sinusoidal projection, which keeps areas, around its own first meridian.
fn flattened(ring: &Line) -> Line {
    let middle = ring.first().map_or(0.0, |point| point.0);
    ring.iter().map(|(x, y)| ((x - middle) * y.to_radians().cos(), *y)).collect()
}

/// A line with fewer corners (Douglas and Peucker 1973), its ends kept; distances are those of the middle's latitude.
fn simplified(line: &Line, tolerance: f64) -> Line {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Line::new() };
    let narrower = ((first.1 + last.1) / 2.0).to_radians().cos().max(0.1);
    // Of a closed line the corner farthest from its start stands for the other end.
    let far = |(x, y): &(f64, f64)| {
        let (dx, dy) = ((last.0 - first.0) * narrower, last.1 - first.1);
        let (x, y) = ((x - first.0) * narrower, y - first.1);
        let length = dx.hypot(dy);
        if length < 1e-9 { x.hypot(y) } else { (x * dy - y * dx).abs() / length }
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

/// The signed area of a ring.
fn area(ring: &Line) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(from, to)| from.0 * to.1 - to.0 * from.1).sum::<f64>() / 2.0
}

/// The centre of gravity of a ring on the Earth, in degrees, or its first corner where it has no area.
fn centre(ring: &Line) -> (f64, f64) {
    let first = ring.first().copied().unwrap_or_default();
    let flat = flattened(ring);
    let whole = area(&flat);
    if whole.abs() < 1e-9 {
        return first;
    }
    let next = flat.iter().cycle().skip(1);
    let (x, y) = flat.iter().zip(next).fold((0.0, 0.0), |(x, y), (from, to)| {
        let cross = from.0 * to.1 - to.0 * from.1;
        (x + (from.0 + to.0) * cross, y + (from.1 + to.1) * cross)
    });
    let (x, y) = (x / (6.0 * whole), y / (6.0 * whole));
    (first.0 + x / y.to_radians().cos().max(0.01), y)
}

/// A point of a ring near one that may lie in a bay of it: the middle of its widest stretch at that latitude.
fn inside(ring: &Line, (x, y): (f64, f64)) -> (f64, f64) {
    let next = ring.iter().cycle().skip(1);
    let crossing = |(from, to): (&(f64, f64), &(f64, f64))| {
        ((from.1 > y) != (to.1 > y)).then(|| from.0 + (y - from.1) / (to.1 - from.1) * (to.0 - from.0))
    };
    let mut ends: Vec<f64> = ring.iter().zip(next).filter_map(crossing).collect();
    ends.sort_by(f64::total_cmp);
    let stretches = ends.chunks_exact(2).map(|ends| (ends[0], ends[1]));
    // A centre well inside is as good as any.
    if stretches.clone().any(|(west, east)| x - west > (east - west) / 5.0 && east - x > (east - west) / 5.0)
    {
        return (x, y);
    }
    let widest = stretches.max_by(|one, two| (one.1 - one.0).total_cmp(&(two.1 - two.0)));
    widest.map_or((x, y), |(west, east)| ((west + east) / 2.0, y))
}

/// A line as a start and steps, in whole units; corners that fall on the one before are left out.
fn steps(word: &str, line: &Line, units: f64) -> String {
    let mut out = word.to_owned();
    let mut last: Option<(i64, i64)> = None;
    for (x, y) in line {
        let point = ((x * units).round() as i64, (y * units).round() as i64);
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
    use super::*;

    #[test]
    fn a_line_goes_on_over_the_end_of_the_earth() {
        assert_eq!(
            unwrapped(vec![(179.0, 1.0), (-179.0, 2.0), (178.0, 3.0)]),
            [(179.0, 1.0), (181.0, 2.0), (178.0, 3.0)]
        );
    }

    #[test]
    fn a_square_at_the_equator_has_its_mark_in_the_middle() {
        let (x, y) = centre(&vec![(10.0, -1.0), (12.0, -1.0), (12.0, 1.0), (10.0, 1.0)]);
        assert!((x - 11.0).abs() < 1e-3 && y.abs() < 1e-6, "{x} {y}");
        // A degree of longitude is half as long at 60° as at the equator.
        let size = area(&flattened(&vec![(0.0, 59.9), (1.0, 59.9), (1.0, 60.1), (0.0, 60.1)])).abs();
        assert!((size - 0.1).abs() < 1e-3, "{size}");
    }

    #[test]
    fn the_mark_of_a_country_around_a_bay_stands_on_land() {
        // Open to the west: two arms of different lengths and a narrow back.
        let ring = vec![
            (0.0, 0.0),
            (9.0, 0.0),
            (9.0, 9.0),
            (2.0, 9.0),
            (2.0, 7.0),
            (8.0, 7.0),
            (8.0, 2.0),
            (0.0, 2.0),
        ];
        assert_eq!(inside(&ring, (5.0, 4.0)), (8.5, 4.0));
        assert_eq!(inside(&ring, (5.0, 1.0)), (5.0, 1.0));
    }

    #[test]
    fn a_straight_line_needs_its_ends_only() {
        let line = vec![(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 5.0)];
        assert_eq!(simplified(&line, 0.5), [(0.0, 0.0), (2.0, 0.0), (3.0, 5.0)]);
        assert_eq!(steps("line", &line, 1.0), "line 0 0 1 0 1 0 1 5\n");
    }
}
