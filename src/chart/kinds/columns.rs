//! Vertical bars over time, on top of each other or side by side where there are several series.

use crate::chart::Rect;
use crate::chart::axes::layers::decimate;
use crate::chart::axes::time_plot::TimePlot;
use crate::chart::frame_builder::FrameBuilder;

/// A bar's share of its slot: the gap is a third of the bar.
const BAR_SHARE: f64 = 0.75;
/// The widest bar, in CSS pixels: one period alone is a bar, not a wall.
const WIDEST: f64 = 72.0;

/// Draws every bar, those of a place side by side where `beside`.
pub(in crate::chart) fn draw(builder: &mut FrameBuilder, time_plot: &TimePlot, beside: bool) {
    let surface = builder.picture.theme.surface;
    let gap = builder.px(1.0);
    let places = time_plot.positions.middles.len();
    let groups = if beside { time_plot.layers.len().max(1) as i32 } else { 1 };
    let reach = |place: usize| {
        let spans = time_plot.layers.iter().filter_map(|layer| layer.span(place));
        spans.map(|span| span.to).fold(0.0, |far: f64, to| if to.abs() > far.abs() { to } else { far })
    };
    for place in
        decimate((0, places), time_plot.plot.width(), |place| time_plot.positions.middle(place), reach)
    {
        let (left, right) = bar_edges(builder, time_plot, groups, place);
        let slot = (left, right);
        for (index, layer) in time_plot.layers.iter().enumerate() {
            let (left, right) = if groups > 1 { lane(slot, index as i32, groups) } else { slot };
            let Some(span) = layer.span(place) else {
                // Beside its neighbours a missing figure would pass for zero.
                if groups > 1 && !builder.is_unknown(place) {
                    let theme = builder.picture.theme;
                    let top = time_plot.plot.bottom - builder.px(6.0);
                    let stub = Rect { left, top, right, bottom: time_plot.plot.bottom };
                    builder.fill_hatched(stub, theme.grid, theme.axis);
                }
                continue;
            };
            if span.from == span.to {
                continue;
            }
            let (start, end) = (time_plot.y(span.from), time_plot.y(span.to));
            let (mut top, mut bottom) = (start.min(end), start.max(end));
            // A figure is never invisible.
            if top == bottom {
                (top, bottom) = if span.to > span.from { (top - 1, bottom) } else { (top, bottom + 1) };
            }
            let rect = Rect { left, top, right, bottom };
            let color = builder.color(layer.series);
            if builder.is_provisional(place) {
                builder.fill_hatched(rect, color, surface);
            } else {
                builder.fill(rect, color);
            }
            // The line of the surface on which this bar of a stack stands.
            if span.from != 0.0 && rect.height() > 2 * gap {
                let edge = if span.to > span.from {
                    Rect { top: bottom - gap, ..rect }
                } else {
                    Rect { bottom: top + gap, ..rect }
                };
                builder.fill(edge, surface);
            }
        }
    }
}

/// The edges of one of several bars of a place; of groups in very little room at least a pixel each.
fn lane((left, right): (i32, i32), index: i32, count: i32) -> (i32, i32) {
    let width = right - left;
    let start = left + width * index / count;
    let end = left + width * (index + 1) / count;
    // A hair of the surface between neighbours, where there is room for one.
    let gap = i32::from(end - start > 6);
    (start, (end - gap).max(start + 1))
}

/// The left and right edge of a place's bar: all bars of a chart have one width.
fn bar_edges(builder: &FrameBuilder, time_plot: &TimePlot, groups: i32, place: usize) -> (i32, i32) {
    let count = time_plot.positions.middles.len().max(1) as f64;
    let slot = f64::from(time_plot.plot.width()) / count;
    let wanted = (slot * BAR_SHARE).min(f64::from(builder.px(WIDEST)) * f64::from(groups).sqrt());
    let width = (if slot < 2.0 { slot.ceil() } else { wanted.round().max(1.0) }) as i32;
    let left = time_plot.positions.middle(place) - width / 2;
    (left, left + width.max(1))
}
