//! A cell of a sheet.

/// A cell that is not empty.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct Cell {
    /// Its column, counted from 0.
    pub(in crate::data) column: usize,
    /// What it holds, as a cell of CSV.
    pub(in crate::data) text: String,
    /// Whether it is a figure, and no label of its row.
    pub(in crate::data) is_figure: bool,
}
