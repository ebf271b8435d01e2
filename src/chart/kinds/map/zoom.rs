//! Parts of the world that a map can be drawn for alone, and what of the land is then cut off.

use crate::chart::{Point, Rect};
use crate::model::{Boundaries, Land, Listed, country};

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

/// The countries of a region that a map has.
pub(in crate::chart) fn countries<'a>(boundaries: &'a Boundaries, region: &str) -> Vec<&'a str> {
    boundaries.lands.iter().filter(|land| is_of(land, region)).map(|land| land.key.as_str()).listed()
}

/// What of a closed outline lies in a rectangle.
pub(in crate::chart) fn clipped(outline: Vec<Point>, frame: Rect) -> Vec<Point> {
    if outline.iter().all(|point| frame.holds(*point)) {
        return outline;
    }
    let Rect { left, top, right, bottom } = frame;
    let edges = [(1, 0, -left), (-1, 0, right), (0, 1, -top), (0, -1, bottom)];
    edges.into_iter().fold(outline, |outline, edge| half(&outline, edge))
}

/// What of a closed outline lies on one side of a line (Sutherland and Hodgman 1974): where `across` × x + `down` × y + `more`
/// is not below zero.
pub(in crate::chart) fn half(outline: &[Point], (across, down, more): (i32, i32, i32)) -> Vec<Point> {
    let depth = |point: &Point| {
        i64::from(across) * i64::from(point.x) + i64::from(down) * i64::from(point.y) + i64::from(more)
    };
    let between = |from: Point, to: Point, share: f64| Point {
        x: (f64::from(from.x) + share * f64::from(to.x - from.x)).round() as i32,
        y: (f64::from(from.y) + share * f64::from(to.y - from.y)).round() as i32,
    };
    let mut kept = Vec::with_capacity(outline.len());
    let Some(mut from) = outline.last().copied() else { return kept };
    for to in outline {
        let (before, now) = (depth(&from), depth(to));
        if (before >= 0) != (now >= 0) {
            kept.push(between(from, *to, before as f64 / (before - now) as f64));
        }
        if now >= 0 {
            kept.push(*to);
        }
        from = *to;
    }
    kept
}

/// What of an open line lies in a rectangle: the stretches that do, without those of which no corner does.
pub(in crate::chart) fn clipped_line(line: &[Point], frame: Rect) -> Vec<Vec<Point>> {
    line.split(|point| !frame.holds(*point)).filter(|part| part.len() > 1).map(<[Point]>::to_vec).listed()
}
