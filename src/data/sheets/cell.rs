//! A cell of a sheet, with its place.

use crate::data::cells::cell::Cell;

/// A cell that is not empty.
#[derive(Clone, Debug)]
pub(in crate::data) struct PlacedCell {
    /// Its column, counted from 0.
    pub(in crate::data) column: usize,
    /// What it holds.
    pub(in crate::data) cell: Cell,
    /// Whether it is a figure, and no label of its row.
    pub(in crate::data) is_figure: bool,
}
