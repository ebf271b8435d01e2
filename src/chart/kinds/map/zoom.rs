//! Parts of the world that a map can be drawn for alone, and what of the land is then cut off.

use crate::chart::{Point, Rect};
use crate::model::{Boundaries, Land, country};

/// The parts of a continent that are worth a map, by the key of their name (`region.<key>`), with their countries.
const PARTS: [(&str, &[&str]); 3] = [
    ("central-america", &["BLZ", "CRI", "GTM", "HND", "NIC", "PAN", "SLV"]),
    (
        "caribbean",
        &[
            "ABW", "AIA", "ATG", "BHS", "BRB", "CUB", "CUW", "CYM", "DMA", "DOM", "GLP", "GRD", "HTI", "JAM",
            "KNA", "LCA", "MTQ", "PRI", "SXM", "TCA", "TTO", "VCT", "VGB", "VIR",
        ],
    ),
    (
        "south-america",
        &["ARG", "BOL", "BRA", "CHL", "COL", "ECU", "GUF", "GUY", "PER", "PRY", "SUR", "URY", "VEN"],
    ),
];
/// The continents by the key of their name, with the UN's name.
const CONTINENTS: [(&str, &str); 5] = [
    ("americas", "Americas"),
    ("europe", "Europe"),
    ("africa", "Africa"),
    ("asia", "Asia"),
    ("oceania", "Oceania"),
];
/// The room around a region, as a share of its size.
const MARGIN: f64 = 0.04;

/// The keys of the regions of which a map shows at least two countries, the whole left out.
pub fn regions(boundaries: &Boundaries) -> Vec<&'static str> {
    let known = CONTINENTS.iter().map(|(key, _)| *key).chain(PARTS.iter().map(|(key, _)| *key));
    let count = |key: &str| boundaries.lands.iter().filter(|land| is_of(land, key)).count();
    // A region that is all of the map is the map.
    known.filter(|key| count(key) > 1 && count(key) * 10 < boundaries.lands.len() * 9).collect()
}

fn is_of(land: &Land, region: &str) -> bool {
    let part = PARTS.iter().find(|(key, _)| *key == region);
    let continent = CONTINENTS.iter().find(|(key, _)| *key == region);
    match (part, continent) {
        (Some((_, countries)), _) => countries.contains(&land.key.as_str()),
        (None, Some((_, name))) => country::region(&land.key) == Some(name),
        (None, None) => false,
    }
}

/// The part of the sheet that a region takes: left, top, width, height; the whole sheet for an unknown region.
pub(in crate::chart) fn window(boundaries: &Boundaries, region: Option<&str>) -> (f64, f64, f64, f64) {
    let whole = (0.0, 0.0, f64::from(boundaries.width), f64::from(boundaries.height));
    let Some(region) = region else { return whole };
    let mut corners: Option<(i32, i32, i32, i32)> = None;
    for land in boundaries.lands.iter().filter(|land| is_of(land, region)) {
        // Of a country with land far away, as France or the Netherlands, its main part counts.
        let largest = land.rings.iter().max_by_key(|ring| ring.len());
        for (x, y) in largest.into_iter().flatten() {
            let (left, top, right, bottom) = corners.unwrap_or((*x, *y, *x, *y));
            corners = Some((left.min(*x), top.min(*y), right.max(*x), bottom.max(*y)));
        }
    }
    let Some((left, top, right, bottom)) = corners else { return whole };
    let (width, height) = (f64::from(right - left).max(1.0), f64::from(bottom - top).max(1.0));
    let margin = width.max(height) * MARGIN;
    (f64::from(left) - margin, f64::from(top) - margin, width + 2.0 * margin, height + 2.0 * margin)
}

/// What of a closed outline lies in a rectangle (Sutherland and Hodgman 1974); empty where nothing does.
pub(in crate::chart) fn cut(outline: Vec<Point>, frame: Rect) -> Vec<Point> {
    let inside = |point: &Point| {
        frame.left <= point.x && point.x <= frame.right && frame.top <= point.y && point.y <= frame.bottom
    };
    if outline.iter().all(inside) {
        return outline;
    }
    let between = |from: Point, to: Point, share: f64| Point {
        x: (f64::from(from.x) + share * f64::from(to.x - from.x)).round() as i32,
        y: (f64::from(from.y) + share * f64::from(to.y - from.y)).round() as i32,
    };
    // How far inside each edge a point is.
    let depths: [&dyn Fn(&Point) -> i32; 4] = [
        &|point| point.x - frame.left,
        &|point| frame.right - point.x,
        &|point| point.y - frame.top,
        &|point| frame.bottom - point.y,
    ];
    let mut points = outline;
    for depth in depths {
        let mut kept = Vec::with_capacity(points.len());
        let Some(mut from) = points.last().copied() else { return Vec::new() };
        for to in &points {
            let (before, now) = (depth(&from), depth(to));
            if (before >= 0) != (now >= 0) {
                kept.push(between(from, *to, f64::from(before) / f64::from(before - now)));
            }
            if now >= 0 {
                kept.push(*to);
            }
            from = *to;
        }
        points = kept;
    }
    points
}
