//! What the legends of maps have in common.

use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder};
use crate::chart::{Anchor, Point, Weight};

/// A line of a legend: a text right of where its sign stands.
pub(in crate::chart) fn legend_text(builder: &mut FrameBuilder, text: String, at: Point) {
    let color = builder.picture.theme.muted;
    builder.text(text, at, Anchor::Left, AXIS_TEXT, Weight::Regular, color);
}
