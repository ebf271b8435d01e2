//! Lines inside a shape: diagonal ones, and the patterns that are made of them.

use crate::chart::Point;
use crate::model::{Listed, sorted};

/// How many patterns and signs there are; beyond them they begin anew.
pub(in crate::chart) const PATTERNS: usize = 8;

/// The 45° lines (rising to the right) inside a closed shape, `spacing` device pixels apart along the axes.
///
/// They lie on one raster for the whole frame, so that neighbouring shapes join.
pub(in crate::chart) fn hatch(corners: &[Point], spacing: i32) -> Vec<(Point, Point)> {
    let spacing = f64::from(spacing.max(2));
    let sum = |point: &Point| f64::from(point.x) + f64::from(point.y);
    let sums = || corners.iter().map(sum);
    let (least, most) = (sums().fold(f64::MAX, f64::min), sums().fold(f64::MIN, f64::max));
    let mut lines = Vec::new();
    // Half a pixel off the raster, no corner lies on a line, so every line has an even number of crossings.
    let mut diagonal = (least / spacing).ceil() * spacing + 0.5;
    while diagonal < most {
        let next = corners.iter().skip(1).chain(corners.first());
        let crossings: Vec<f64> = corners
            .iter()
            .zip(next)
            .filter_map(|(from, to)| {
                let (start, end) = (sum(from) - diagonal, sum(to) - diagonal);
                let share = start / (start - end);
                ((start < 0.0) != (end < 0.0)).then(|| f64::from(from.x) + share * f64::from(to.x - from.x))
            })
            .listed();
        let crossing = |index: usize| crossings.get(index).copied().unwrap_or_default();
        let order = sorted(crossings.len(), &|left, right| crossing(left).total_cmp(&crossing(right)));
        for pair in order.chunks_exact(2) {
            if let [from, to] = pair {
                let at = |index: usize| {
                    let x = crossing(index);
                    Point { x: x.round() as i32, y: (diagonal - x).round() as i32 }
                };
                if at(*from) != at(*to) {
                    lines.push((at(*from), at(*to)));
                }
            }
        }
        diagonal += spacing;
    }
    lines
}

/// The lines of a pattern within a shape; `place` is that of its series.
pub(in crate::chart) fn pattern_lines(place: usize, points: &[Point], spacing: i32) -> Vec<(Point, Point)> {
    let rising = || hatch(points, spacing);
    // Each other direction is that of rising lines in a plane that is turned for it, and turned back.
    let turned = |there: fn(Point) -> Point, back: fn(Point) -> Point, spacing: i32| {
        let points = points.iter().map(|point| there(*point)).listed();
        hatch(&points, spacing).into_iter().map(|(from, to)| (back(from), back(to))).listed()
    };
    let mirrored = |Point { x, y }: Point| Point { x: -x, y };
    let falling = || turned(mirrored, mirrored, spacing);
    let upright = || {
        turned(
            |Point { x, y }| Point { x: x - y, y: x + y },
            |Point { x, y }| Point { x: (x + y) / 2, y: (y - x) / 2 },
            2 * spacing,
        )
    };
    let level = || {
        turned(
            |Point { x, y }| Point { x: y - x, y: y + x },
            |Point { x, y }| Point { x: (y - x) / 2, y: (x + y) / 2 },
            2 * spacing,
        )
    };
    let both = |mut one: Vec<(Point, Point)>, other: Vec<(Point, Point)>| {
        one.extend(other);
        one
    };
    match place % PATTERNS {
        2 => rising(),
        3 => falling(),
        4 => upright(),
        5 => level(),
        6 => both(rising(), falling()),
        7 => both(upright(), level()),
        _ => Vec::new(),
    }
}
