//! A single series of figures without a header, below lines that say what it is, as statistical offices export one.

use super::head::{HeadRow, is_figure};
use crate::data::cells::number::is_missing_mark;
use crate::data::cells::period_names::is_period_name;
use crate::data::cells::spelling::spelt;
use crate::data::quantity::units::{Unit, is_unit_name, unit_of};

/// Where a single series begins below lines that say what it is, and no header: periods and their figures.
pub(super) fn series_without_header(rows: &[HeadRow]) -> Option<usize> {
    const LEAST_LINES: usize = 2;
    let is_period = |row: &HeadRow| spelt(row.cell(0)).is_some();
    let first = rows.iter().position(|row| is_period(row) && is_figure(row.cell(1)))?;
    let (said, series) = rows.split_at_checked(first)?;
    let is_of_series = |row: &HeadRow| {
        row.width() <= 2
            && is_period(row)
            && (is_figure(row.cell(1)) || is_missing_mark(row.cell(1).as_bytes()))
    };
    let says_unit_or_title =
        said.iter().any(|row| says_unit(row) || row.cell(0).eq_ignore_ascii_case("title"));
    let is_said = |row: &HeadRow| row.width() <= 2 && !is_figure(row.cell(0));
    let is_header =
        |row: &HeadRow| row.filled() == 2 && is_period_name(row.cell(0)) && spelt(row.cell(1)).is_none();
    (says_unit_or_title
        && said.iter().filter(|row| row.filled() == 2).count() >= LEAST_LINES
        && said.iter().all(is_said)
        && said.last().is_some_and(|row| !is_header(row))
        && series.iter().all(is_of_series))
    .then_some(first)
}

/// Whether a line says the unit of the table below it, and nothing else: `Unit;Thousands`.
pub(super) fn says_unit(row: &HeadRow) -> bool {
    let is_known = |unit: Unit| unit.key.is_some() || unit.factor != 1.0 || !unit.is_other;
    row.filled() == 2
        && is_unit_name(row.cell(0).trim_end_matches([':', ' ']))
        && unit_of(row.cell(1)).is_some_and(is_known)
}
