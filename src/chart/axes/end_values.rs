//! The first and the last figure of a line in a small plot, beside its ends and clear of it.

use super::layers::Layer;
use super::room::{box_of, columns};
use super::time_plot::TimePlot;
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder};
use crate::chart::labels::value::fitting_value;
use crate::chart::{Anchor, Dash, Mark, Point, Rect, Weight};

/// Above the plot of a panel, for figures at its highest points, in CSS pixels.
pub(in crate::chart) const HEADROOM: f64 = AXIS_TEXT + AIR;
/// Between a figure and its line, in CSS pixels.
const AIR: f64 = 3.0;
/// A figure further from its end than this, in CSS pixels, is led to it.
const FAR: f64 = 16.0;
/// The height of the marks of missing figures above the axis, in CSS pixels.
const MISSING: f64 = 7.0;

/// The figure of a line's end.
pub(in crate::chart) struct EndValue {
    /// The figure in words.
    pub text: String,
    /// Where it stands.
    pub place: Rect,
    /// The end of the line.
    pub end: Point,
}

/// The figures of a line's ends, and where they stand.
pub(in crate::chart) fn end_values(
    builder: &FrameBuilder,
    time_plot: &TimePlot,
    layer: &Layer,
) -> Vec<EndValue> {
    let plot = time_plot.plot;
    let known = |place: usize| layer.span(place).map(|span| (span.from, span.to));
    let line = columns(time_plot, &known, false);
    let places = || (0..layer.spans.len()).filter(|place| known(*place).is_some());
    let (first, last) = (places().next(), places().next_back());
    let mut found: Vec<EndValue> = Vec::new();
    // The last is what panels are ordered by: it chooses first.
    for place in [last, first.filter(|_| first != last)].into_iter().flatten() {
        let Some((_, value)) = known(place) else { continue };
        let text = fitting_value(builder, value);
        let width = builder.width_of(&text, AXIS_TEXT, Weight::Regular);
        if text.is_empty() || width > plot.width() {
            continue;
        }
        let x = time_plot.positions.middle(place);
        let end = time_plot.point(place, value);
        let left = if Some(place) == last { x - width } else { x };
        let left = left.clamp(plot.left, plot.right - width);
        let (air, height) = (builder.px(AIR), builder.px(AXIS_TEXT));
        let beside = || line.iter().filter(|(x, _)| left - air <= *x && *x <= left + width + air);
        let highest = beside().map(|(_, (top, _))| *top).min().unwrap_or(plot.bottom);
        let lowest = beside().map(|(_, (_, bottom))| *bottom).max().unwrap_or(plot.top);
        // Above the line there is always room, up to the panel's title.
        let lowest_top = plot.bottom - builder.px(MISSING) - height;
        for top in [Some(highest - air - height), Some(lowest + air).filter(|top| *top <= lowest_top)] {
            let Some(top) = top else { continue };
            let place = Rect { left, top, right: left + width, bottom: top + height };
            if !found.iter().any(|other| place.overlaps(&other.place)) {
                found.push(EndValue { text, place, end });
                break;
            }
        }
    }
    found
}

/// Writes them, where no text among the marks from an index on stands.
pub(in crate::chart) fn write_values(builder: &mut FrameBuilder, values: Vec<EndValue>, from: usize) {
    let theme = builder.picture.theme;
    for EndValue { text, place, end } in values {
        let touches = |mark: &Mark| match mark {
            Mark::Text(other) => box_of(builder, other, 0).overlaps(&place),
            _ => false,
        };
        if !builder.frame.marks.iter().skip(from).any(touches) {
            let at = Point { x: place.left, y: (place.top + place.bottom) / 2 };
            // A figure far from its end, over a peak for instance, would be taken for that of the peak.
            let edge = if end.y > place.bottom { place.bottom } else { place.top };
            if (end.y - edge).abs() > builder.px(FAR) {
                let x = end.x.clamp(place.left, place.right);
                let points = vec![Point { x, y: edge }, Point { x, y: end.y }];
                builder.line(points, theme.axis, builder.px(1.0), Dash::Solid);
                builder.dot(end, 3.0, theme.axis);
            }
            // The lines of others end before it.
            builder.fill(place, theme.surface);
            builder.text(text, at, Anchor::Left, AXIS_TEXT, Weight::Regular, theme.text);
        }
    }
}
