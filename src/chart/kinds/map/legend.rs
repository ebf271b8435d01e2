//! What the legends of maps have in common.

use crate::chart::frame_builder::{AXIS_TEXT, Sketch};
use crate::chart::{Anchor, Point, Weight};

/// A line of a legend: a text right of where its sign stands.
pub(in crate::chart) fn legend_text(sketch: &mut Sketch, text: String, at: Point) {
    let color = sketch.picture.theme.muted;
    sketch.text(text, at, Anchor::Left, AXIS_TEXT, Weight::Regular, color);
}
