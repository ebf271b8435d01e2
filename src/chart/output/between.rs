//! A frame on the way from one to another, so that the eye can follow what moves.

use crate::chart::{Frame, Mark, Point, Rect};
use crate::model::Listed;

/// The frame at a share (0 to 1) of the way between two of one size; `None` where nothing of them can be followed.
///
/// A mark is followed where the other frame has one of the same kind and colour at the same place in their order: bars and
/// lines of one shape move, what has no other half appears at once. Circles are followed only where they stand.
pub fn between(from: &Frame, to: &Frame, share: f64) -> Option<Frame> {
    let same_size = from.width_in_device_px == to.width_in_device_px
        && from.height_in_device_px == to.height_in_device_px
        && from.bands_run_down == to.bands_run_down
        && from.background == to.background;
    if !same_size {
        return None;
    }
    let mut halves = from.marks.iter().listed();
    let mut followed = 0;
    let marks = to.marks.iter().map(|mark| {
        let half =
            halves.iter().position(|other| is_other_half(other, mark)).map(|index| halves.remove(index));
        match half {
            Some(half) if has_moved(half, mark) => {
                followed += 1;
                interpolate(half, mark, share)
            }
            _ => mark.clone(),
        }
    });
    let marks = marks.listed();
    (followed > 0).then(|| Frame { marks, ..to.clone() })
}

fn is_other_half(from: &Mark, to: &Mark) -> bool {
    match (from, to) {
        (Mark::Line { points, stroke }, Mark::Line { points: other, stroke: style }) => {
            stroke == style && points.len() == other.len()
        }
        (Mark::Area { points, fill }, Mark::Area { points: other, fill: style }) => {
            fill == style && points.len() == other.len()
        }
        (Mark::Box { fill, .. }, Mark::Box { fill: other, .. }) => fill == other,
        (Mark::Dot { center, color, .. }, Mark::Dot { center: other, color: style, .. }) => {
            center == other && color == style
        }
        (Mark::Text(text), Mark::Text(other)) => text.text == other.text && text.anchor == other.anchor,
        _ => false,
    }
}

/// Whether two halves differ in what [`interpolate`] moves.
fn has_moved(from: &Mark, to: &Mark) -> bool {
    match (from, to) {
        (Mark::Line { points, .. }, Mark::Line { points: old, .. })
        | (Mark::Area { points, .. }, Mark::Area { points: old, .. }) => points != old,
        (Mark::Box { rect, .. }, Mark::Box { rect: old, .. }) => rect != old,
        (Mark::Dot { radius, .. }, Mark::Dot { radius: old, .. }) => radius != old,
        (Mark::Text(text), Mark::Text(old)) => text.at != old.at,
        _ => false,
    }
}

fn interpolate(from: &Mark, to: &Mark, share: f64) -> Mark {
    let number = |from: i32, to: i32| (f64::from(from) + share * f64::from(to - from)).round() as i32;
    let point = |from: &Point, to: &Point| Point { x: number(from.x, to.x), y: number(from.y, to.y) };
    let mut mark = to.clone();
    match (&mut mark, from) {
        (Mark::Line { points, .. }, Mark::Line { points: old, .. })
        | (Mark::Area { points, .. }, Mark::Area { points: old, .. }) => {
            for (new, old) in points.iter_mut().zip(old) {
                *new = point(old, new);
            }
        }
        (Mark::Box { rect, .. }, Mark::Box { rect: old, .. }) => {
            *rect = Rect {
                left: number(old.left, rect.left),
                top: number(old.top, rect.top),
                right: number(old.right, rect.right),
                bottom: number(old.bottom, rect.bottom),
            }
        }
        (Mark::Dot { radius, .. }, Mark::Dot { radius: old, .. }) => *radius = number(*old, *radius),
        (Mark::Text(text), Mark::Text(old)) => text.at = point(&old.at, &text.at),
        _ => {}
    }
    mark
}
