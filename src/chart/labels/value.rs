//! A figure as a label says it.

use crate::chart::frame_builder::{AXIS_TEXT, Sketch};

/// A figure as a label says it.
pub(in crate::chart) fn value_text(sketch: &Sketch, figure: f64) -> String {
    let locale = sketch.picture.locale;
    if sketch.grid().normalized {
        let decimals = if figure.abs() < 0.01 && figure != 0.0 { 1 } else { 0 };
        locale.formats.percent(figure, decimals)
    } else {
        locale.figure(figure)
    }
}

/// The same where it stands beside a mark; empty where a figure of absurd size would take more than a third of the width.
pub(in crate::chart) fn fitting_value(sketch: &Sketch, figure: f64) -> String {
    let mut text = [value_text(sketch, figure)];
    sketch.drop_wide(&mut text, AXIS_TEXT);
    text.into_iter().next().unwrap_or_default()
}
