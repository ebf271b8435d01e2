//! The unit, the grid and the labels of axes.

use super::periods::PeriodTick;
use super::scale::ValueAxis;
use super::time_plot::TimePlot;
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LINE_HEIGHT};
use crate::chart::{Anchor, Point, Rect, Weight};

/// The unit, once, above the axis.
pub(in crate::chart) fn draw_unit(builder: &mut FrameBuilder, unit: &str) {
    let at = Point { x: 0, y: builder.px(LINE_HEIGHT) / 2 };
    let color = builder.picture.theme.muted;
    let width = builder.head_room;
    let fits = |text: &str| builder.width_of(text, AXIS_TEXT, Weight::Regular) <= width;
    let mut chosen = unit.to_owned();
    let [whole, undated, done] = builder.picture.locale.quantity_forms(builder.grid());
    // What its axis adds, as millions, ends every form.
    if let Some(added) = unit.strip_prefix(whole.as_str()) {
        for form in [undated, done] {
            let short = [&form, added].concat().trim_start_matches([',', ' ']).to_owned();
            if !fits(&chosen) && !short.is_empty() {
                chosen = short;
            }
        }
    }
    let fitting = builder.shorten(&chosen, AXIS_TEXT, Weight::Regular, width);
    builder.text(fitting, at, Anchor::Left, AXIS_TEXT, Weight::Regular, color);
}

/// Horizontal grid lines and their figures left of the plot; the zero line stronger.
pub(in crate::chart) fn draw_grid(
    builder: &mut FrameBuilder,
    axis: &ValueAxis,
    texts: &[String],
    plot: Rect,
) {
    let theme = builder.picture.theme;
    let width = builder.px(1.0);
    for (tick, text) in axis.ticks.iter().zip(texts) {
        let y = axis.position(*tick, plot.bottom, plot.top);
        if *tick != 0.0 {
            let rect = Rect {
                left: plot.left,
                top: y - width / 2,
                right: plot.right,
                bottom: y - width / 2 + width,
            };
            builder.fill(rect, theme.grid);
        }
        let at = Point { x: plot.left - builder.px(8.0), y };
        builder.text(text.clone(), at, Anchor::Right, AXIS_TEXT, Weight::Regular, theme.muted);
    }
}

/// The line at zero; above areas and bars, which stand on it.
fn draw_zero_line(builder: &mut FrameBuilder, time_plot: &TimePlot) {
    if time_plot.axis.holds_zero() {
        let width = builder.px(1.0);
        let top = time_plot.y(0.0) - width / 2;
        let rect = Rect { left: time_plot.plot.left, top, right: time_plot.plot.right, bottom: top + width };
        builder.fill(rect, builder.picture.theme.axis);
    }
}

/// The zero line, and the labels of the time axis, with a short line at each where marks are points.
pub(in crate::chart) fn draw_period_axis(
    builder: &mut FrameBuilder,
    time_plot: &TimePlot,
    ticks: &[PeriodTick],
    has_points: bool,
) {
    let theme = builder.picture.theme;
    draw_zero_line(builder, time_plot);
    let (width, length) = (builder.px(1.0), builder.px(4.0));
    let row = builder.px(LINE_HEIGHT);
    let first_row = time_plot.plot.bottom + builder.px(6.0) + row / 2;
    for tick in ticks {
        if has_points {
            let left = time_plot.positions.middle(tick.place) - width / 2;
            let top = time_plot.plot.bottom;
            builder.fill(Rect { left, top, right: left + width, bottom: top + length }, theme.axis);
        }
        let at = Point { x: tick.middle, y: first_row };
        builder.text(tick.text.clone(), at, Anchor::Middle, AXIS_TEXT, Weight::Regular, theme.muted);
        if let Some(year) = &tick.year {
            let at = Point { x: tick.middle, y: first_row + row };
            builder.text(year.clone(), at, Anchor::Middle, AXIS_TEXT, Weight::Regular, theme.muted);
        }
    }
}
