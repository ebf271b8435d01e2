//! Round marks as names see them: how far away they are, and whether a line runs over something.

use crate::chart::{Point, Rect};

/// A round mark that may have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) struct Spot {
    /// Its middle.
    pub at: Point,
    /// Its radius in device pixels.
    pub radius: i32,
}

impl Spot {
    /// From its edge to a rectangle, in device pixels; not above zero where they touch.
    pub fn distance(&self, bounds: &Rect) -> f64 {
        let beyond = |at: i32, from: i32, to: i32| f64::from((from - at).max(at - to).max(0));
        let across = beyond(self.at.x, bounds.left, bounds.right);
        let down = beyond(self.at.y, bounds.top, bounds.bottom);
        (across * across + down * down).sqrt() - f64::from(self.radius)
    }
}

/// Whether a line runs into a rectangle: where it lies within it from left to right and from top to bottom at once
/// (Liang and Barsky 1984).
pub(in crate::chart) fn crosses((from, to): (Point, Point), bounds: &Rect) -> bool {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (start, end, low, high) in
        [(from.x, to.x, bounds.left, bounds.right), (from.y, to.y, bounds.top, bounds.bottom)]
    {
        let (start, way) = (f64::from(start), f64::from(end) - f64::from(start));
        let (low, high) = (f64::from(low) - start, f64::from(high) - start);
        if way == 0.0 {
            if low > 0.0 || high < 0.0 {
                return false;
            }
        } else {
            let (one, two) = (low / way, high / way);
            enters = enters.max(one.min(two));
            leaves = leaves.min(one.max(two));
        }
    }
    enters <= leaves
}

/// Whether two lines meet: the ends of each lie on both sides of the other, or on it.
pub(in crate::chart) fn meet(one: (Point, Point), two: (Point, Point)) -> bool {
    let side = |(from, to): (Point, Point), at: Point| {
        let (x, y) = (i64::from(to.x) - i64::from(from.x), i64::from(to.y) - i64::from(from.y));
        (x * (i64::from(at.y) - i64::from(from.y)) - y * (i64::from(at.x) - i64::from(from.x))).signum()
    };
    side(one, two.0) * side(one, two.1) <= 0 && side(two, one.0) * side(two, one.1) <= 0
}
