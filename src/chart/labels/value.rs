//! A figure as a label says it.

use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder};

/// A figure as a label says it.
pub(in crate::chart) fn value_text(builder: &FrameBuilder, figure: f64) -> String {
    let locale = builder.picture.locale;
    if builder.grid().normalized {
        let decimals = if figure.abs() < 0.01 && figure != 0.0 { 1 } else { 0 };
        locale.formats.percent(figure, decimals)
    } else {
        locale.number(figure)
    }
}

/// The same where it stands beside a mark; empty where a figure of absurd size would take more than a third of the width.
pub(in crate::chart) fn fitting_value(builder: &FrameBuilder, figure: f64) -> String {
    let mut text = [value_text(builder, figure)];
    builder.drop_wide(&mut text, AXIS_TEXT);
    text.into_iter().next().unwrap_or_default()
}
