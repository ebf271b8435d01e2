//! The mark of places without any figure: missing is not zero.

use super::layers::runs;
use super::time_plot::Ground;
use crate::chart::frame_builder::{AXIS_TEXT, Sketch};
use crate::chart::{Anchor, Point, Rect, Weight};

/// Marks each stretch without figures with a hatched band on the axis, and in words where there is room.
pub(in crate::chart) fn mark_missing(sketch: &mut Sketch, ground: &Ground) {
    mark_stretches(sketch, ground, true);
}

/// The same, in words only where `has_words`: where other texts stand in the plot they would touch.
pub(in crate::chart) fn mark_stretches(sketch: &mut Sketch, ground: &Ground, has_words: bool) {
    let theme = sketch.picture.theme;
    let places = ground.across.middles.len();
    let words = sketch.picture.locale.text("mark.no-data", &[]);
    let words_width = sketch.width_of(&words, AXIS_TEXT, Weight::Regular);
    let height = sketch.px(6.0);
    for (from, to) in runs(places, |place| sketch.is_unknown(place)) {
        let (left, right) = (ground.across.reach(from).0, ground.across.reach(to.saturating_sub(1)).1);
        let right = right.max(left + sketch.px(2.0));
        let top = ground.plot.bottom - height;
        sketch.fill_hatched(Rect { left, top, right, bottom: ground.plot.bottom }, theme.grid, theme.axis);
        if has_words && right - left >= words_width + sketch.px(8.0) && ground.plot.height() > sketch.px(48.0)
        {
            let at = Point { x: (left + right) / 2, y: top - sketch.px(10.0) };
            sketch.text(words.clone(), at, Anchor::Middle, AXIS_TEXT, Weight::Regular, theme.muted);
        }
    }
}
