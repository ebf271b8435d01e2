//! The classes of a map's rates without their shades: filled, crossed, and with lines ever farther apart.

use super::hatch::pattern_lines;
use super::theme::{Color, Theme};
use crate::chart::{Frame, Mark, Point};
use crate::model::Listed;

/// No map has more classes.
const MOST_CLASSES: usize = 7;
/// Below the greatest class, which is filled: each a pattern, and the space between its lines in CSS pixels. The last is empty.
const LADDER: [(usize, f64); 6] = [(6, 4.0), (6, 9.0), (2, 5.0), (2, 10.0), (2, 18.0), (1, 1.0)];

/// The shades of a frame's rates, from pale to full; none where it shows no rates as shades.
pub(super) fn classes_of(frame: &Frame, theme: &Theme) -> Vec<Color> {
    let fills = frame.marks.iter().filter_map(|mark| match mark {
        Mark::Area { fill, .. } | Mark::Box { fill, .. } => Some(fill.color),
        Mark::Dot { color, .. } => Some(*color),
        _ => None,
    });
    let fills: Vec<Color> = fills.listed();
    let shown = |count: &usize| theme.classes(*count).iter().all(|class| fills.contains(class));
    (3..=MOST_CLASSES).rev().find(shown).map(|count| theme.classes(count)).unwrap_or_default()
}

/// The lines of a class within a shape, counted from the greatest of so many; `px` gives a length in device pixels.
pub(super) fn class_lines(
    class: usize,
    count: usize,
    points: &[Point],
    px: &dyn Fn(f64) -> i32,
) -> Vec<(Point, Point)> {
    let Some(below) = class.checked_sub(1) else { return Vec::new() };
    let steps = count.saturating_sub(2).max(1);
    let rung = (below * (LADDER.len() - 1)).div_ceil(steps);
    let lines = LADDER.get(rung).map(|(pattern, space)| pattern_lines(*pattern, points, px(*space)));
    lines.unwrap_or_default()
}
