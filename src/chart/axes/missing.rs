//! The mark of places without any figure: missing is not zero.

use super::layers::runs;
use super::time_plot::TimePlot;
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder};
use crate::chart::{Anchor, Point, Rect, Weight};

/// Marks each stretch without figures with a hatched band on the axis, and in words where there is room.
pub(in crate::chart) fn mark_missing(builder: &mut FrameBuilder, time_plot: &TimePlot) {
    mark_stretches(builder, time_plot, true);
}

/// The same, in words only where `has_words`: where other texts stand in the plot they would touch.
pub(in crate::chart) fn mark_stretches(builder: &mut FrameBuilder, time_plot: &TimePlot, has_words: bool) {
    let theme = builder.picture.theme;
    let places = time_plot.positions.middles.len();
    let words = builder.picture.locale.text("mark.no-data", &[]);
    let words_width = builder.width_of(&words, AXIS_TEXT, Weight::Regular);
    let height = builder.px(6.0);
    // Of more stretches than pixels no more than pixels are drawn.
    let mut drawn_to = i32::MIN;
    for (from, to) in runs(places, |place| builder.is_unknown(place)) {
        let (left, right) =
            (time_plot.positions.reach(from).0, time_plot.positions.reach(to.saturating_sub(1)).1);
        let right = right.max(left + builder.px(2.0));
        if right <= drawn_to {
            continue;
        }
        drawn_to = right;
        let top = time_plot.plot.bottom - height;
        builder.fill_hatched(
            Rect { left, top, right, bottom: time_plot.plot.bottom },
            theme.grid,
            theme.axis,
        );
        if has_words
            && right - left >= words_width + builder.px(8.0)
            && time_plot.plot.height() > builder.px(48.0)
        {
            let at = Point { x: (left + right) / 2, y: top - builder.px(10.0) };
            builder.text(words.clone(), at, Anchor::Middle, AXIS_TEXT, Weight::Regular, theme.muted);
        }
    }
}
