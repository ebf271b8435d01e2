//! What a finger finds of marks that stand close together.

use super::zoom::half;
use crate::chart::labels::spot::Spot;
use crate::chart::{HitBand, Point, Rect, Region};

/// The least reach of a finger to each side, in CSS pixels.
pub(in crate::chart) const LEAST_REACH: f64 = 12.0;

/// The place of a round mark: at least `least` to each side, and what is nearer to it than to any other mark that is no
/// smaller, so that each of several marks is found at its own middle.
pub(in crate::chart) fn place_of_mark(index: usize, spot: Spot, spots: &[Spot], least: i32) -> HitBand {
    let reach = spot.radius.max(least);
    let Rect { left, top, right, bottom } = Rect::around(spot.at, reach);
    let mut cell =
        [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| Point { x, y }).to_vec();
    for other in spots {
        let (x, y) = (spot.at.x - other.at.x, spot.at.y - other.at.y);
        if other.at == spot.at || other.radius.max(least) < reach || x.abs().max(y.abs()) > 2 * reach {
            continue;
        }
        // Twice as far along the way between both as their middle lies, so that all numbers are whole.
        let sum = (spot.at.x + other.at.x) * x + (spot.at.y + other.at.y) * y;
        cell = half(&cell, (2 * x, 2 * y, -sum));
    }
    let outlines = vec![cell];
    let mut region = Region { bounds: Rect::bounding(&outlines), outlines, series: None };
    // Between marks less than a pixel or two apart nothing is left but the middle.
    if !region.holds(spot.at) {
        region = Region { bounds: Rect::around(spot.at, 1), ..Region::default() };
    }
    HitBand {
        index,
        middle: spot.at.x,
        reach: (region.bounds.left, region.bounds.right),
        points: vec![(0, spot.at)],
        region: Some(region),
    }
}
