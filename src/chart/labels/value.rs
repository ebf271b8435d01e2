//! A figure as a label says it.

use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder};
use crate::query::Grid;

/// From this figure on the labels of a chart are rounded: nobody compares seven digits by eye.
const ROUNDED_FROM: f64 = 1e6;

/// A figure as it is read alone: exact, a share in whole per cents.
pub(in crate::chart) fn value_text(builder: &FrameBuilder, figure: f64) -> String {
    let locale = builder.picture.locale;
    if builder.grid().normalized {
        let decimals = if figure.abs() < 0.01 && figure != 0.0 { 1 } else { 0 };
        locale.formats.percent(figure, decimals)
    } else {
        locale.number(figure)
    }
}

/// Whether figures up to this size are rounded where they are looked at.
fn is_rounded(builder: &FrameBuilder, greatest: f64) -> bool {
    greatest >= ROUNDED_FROM && !builder.grid().normalized && !builder.picture.exact
}

/// A figure as it stands at its mark: of three digits in a chart that goes into millions ("2.83 million", "479,000"), as all
/// its labels are; exact figures stand in tooltip, table and CSV.
pub(in crate::chart) fn label_text(builder: &FrameBuilder, figure: f64) -> String {
    match is_rounded(builder, builder.greatest.max(figure.abs())) {
        true => builder.picture.locale.rounded_number(figure),
        false => value_text(builder, figure),
    }
}

/// The same where it stands beside a mark; empty where a figure of absurd size would take more than a third of the width.
pub(in crate::chart) fn fitting_value(builder: &FrameBuilder, figure: f64) -> String {
    fitting(builder, label_text(builder, figure))
}

/// A text of an axis' size; empty where it would take more than a third of the width.
pub(in crate::chart) fn fitting(builder: &FrameBuilder, text: String) -> String {
    let mut text = [text];
    builder.drop_wide(&mut text, AXIS_TEXT);
    let [text] = text;
    text
}

/// The greatest figure that may stand at a mark: of a series at a place, of all series there, of a series everywhere.
pub(in crate::chart) fn greatest(grid: &Grid) -> f64 {
    let (places, mut greatest) = (grid.axis.len().max(1), 0f64);
    let over_time = matches!(grid.axis, crate::query::Axis::Periods(_));
    let mut sums = vec![0.0; places];
    for of_series in grid.values.chunks(places) {
        let mut all = 0.0;
        for (value, sum) in of_series.iter().zip(&mut sums) {
            let figure = value.known().unwrap_or(0.0).abs();
            greatest = greatest.max(figure);
            (all, *sum) = (all + figure, *sum + figure);
        }
        // Periods are never added up at a mark.
        greatest = if over_time { greatest } else { greatest.max(all) };
    }
    if over_time { greatest } else { sums.into_iter().fold(greatest, f64::max) }
}

/// A figure as a headline says it: in millions with one decimal at least ("107.2 million"), below a million exact.
pub(in crate::chart) fn headline_value(builder: &FrameBuilder, figure: f64) -> String {
    match is_rounded(builder, figure.abs()) {
        true => builder.picture.locale.headline_number(figure),
        false => value_text(builder, figure),
    }
}

/// A figure rounded to three digits whatever else the chart shows, as it is read at a glance: "2.83 million", "174,000"; shares
/// and rates as they are.
pub(in crate::chart) fn rounded_value(builder: &FrameBuilder, figure: f64) -> String {
    let grid = builder.grid();
    if grid.normalized || grid.per.is_some() || builder.picture.exact {
        return value_text(builder, figure);
    }
    builder.picture.locale.rounded_number(figure)
}

/// A figure with its first three digits, and all of those after its point; below zero as it is.
pub(in crate::chart) fn three_digits(figure: f64) -> f64 {
    let mut power = 1.0;
    while figure.is_finite() && figure / power >= 1000.0 {
        power *= 10.0;
    }
    if power > 1.0 { (figure / power).round() * power } else { figure }
}
