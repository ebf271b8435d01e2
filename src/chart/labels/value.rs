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

/// A figure rounded to three digits, as it is read at a glance: "2.83 million", "174,000"; shares and rates as they are.
pub(in crate::chart) fn rounded_value(builder: &FrameBuilder, figure: f64) -> String {
    let grid = builder.grid();
    if grid.normalized || grid.per.is_some() {
        return value_text(builder, figure);
    }
    let rounded = three_digits(figure);
    let quoted_in = match rounded {
        _ if rounded >= 1e9 => 1e9,
        _ if rounded >= 1e6 => 1e6,
        _ => 1.0,
    };
    builder.picture.locale.quoted_number(rounded, quoted_in)
}

/// A figure with its first three digits, and all of those after its point; below zero as it is.
pub(in crate::chart) fn three_digits(figure: f64) -> f64 {
    let mut power = 1.0;
    while figure.is_finite() && figure / power >= 1000.0 {
        power *= 10.0;
    }
    if power > 1.0 { (figure / power).round() * power } else { figure }
}
