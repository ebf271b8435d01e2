//! The unit, the grid and the labels of axes.

use super::periods::PeriodTick;
use super::scale::ValueAxis;
use super::time_plot::Ground;
use crate::chart::frame_builder::{AXIS_TEXT, LINE_HEIGHT, Sketch};
use crate::chart::{Anchor, Point, Rect, Weight};

/// The unit, once, above the axis.
pub(in crate::chart) fn draw_unit(sketch: &mut Sketch, unit: &str) {
    let at = Point { x: 0, y: sketch.px(LINE_HEIGHT) / 2 };
    let color = sketch.picture.theme.muted;
    let width = sketch.frame.width_in_device_px;
    let fitting = sketch.shorten(unit, AXIS_TEXT, Weight::Regular, width);
    sketch.text(fitting, at, Anchor::Left, AXIS_TEXT, Weight::Regular, color);
}

/// Horizontal grid lines and their figures left of the plot; the zero line stronger.
pub(in crate::chart) fn draw_grid(sketch: &mut Sketch, axis: &ValueAxis, texts: &[String], plot: Rect) {
    let theme = sketch.picture.theme;
    let width = sketch.px(1.0);
    for (tick, text) in axis.ticks.iter().zip(texts) {
        let y = axis.position(*tick, plot.bottom, plot.top);
        if *tick != 0.0 {
            let rect = Rect {
                left: plot.left,
                top: y - width / 2,
                right: plot.right,
                bottom: y - width / 2 + width,
            };
            sketch.fill(rect, theme.grid);
        }
        let at = Point { x: plot.left - sketch.px(8.0), y };
        sketch.text(text.clone(), at, Anchor::Right, AXIS_TEXT, Weight::Regular, theme.muted);
    }
}

/// The line at zero; above areas and bars, which stand on it.
fn draw_zero_line(sketch: &mut Sketch, ground: &Ground) {
    if ground.axis.holds_zero() {
        let width = sketch.px(1.0);
        let top = ground.y(0.0) - width / 2;
        let rect = Rect { left: ground.plot.left, top, right: ground.plot.right, bottom: top + width };
        sketch.fill(rect, sketch.picture.theme.axis);
    }
}

/// The zero line, and the labels of the time axis, with a short line at each where marks are points.
pub(in crate::chart) fn draw_period_axis(
    sketch: &mut Sketch,
    ground: &Ground,
    ticks: &[PeriodTick],
    has_points: bool,
) {
    let theme = sketch.picture.theme;
    draw_zero_line(sketch, ground);
    let (width, length) = (sketch.px(1.0), sketch.px(4.0));
    let row = sketch.px(LINE_HEIGHT);
    let first_row = ground.plot.bottom + sketch.px(6.0) + row / 2;
    for tick in ticks {
        if has_points {
            let left = ground.across.middle(tick.place) - width / 2;
            let top = ground.plot.bottom;
            sketch.fill(Rect { left, top, right: left + width, bottom: top + length }, theme.axis);
        }
        let at = Point { x: tick.middle, y: first_row };
        sketch.text(tick.text.clone(), at, Anchor::Middle, AXIS_TEXT, Weight::Regular, theme.muted);
        if let Some(year) = &tick.year {
            let at = Point { x: tick.middle, y: first_row + row };
            sketch.text(year.clone(), at, Anchor::Middle, AXIS_TEXT, Weight::Regular, theme.muted);
        }
    }
}
