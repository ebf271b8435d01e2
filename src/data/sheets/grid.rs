//! Rows of a sheet, whatever program wrote it: as wide as the widest, with the labels of merged cells in each of theirs.

use super::cell::PlacedCell;
use super::merged::Merged;
use crate::data::cells::cell::Cell;
use crate::data::cells::number::is_missing_mark;

/// The last row a sheet has; what names a later one is no sheet.
pub(in crate::data) const MOST_SHEET_ROWS: usize = 1_048_576;

/// The rows of a sheet so far.
#[derive(Default)]
pub(in crate::data) struct GridRows {
    /// The rows with their numbers, counted from 1, that are not yet taken.
    pub(in crate::data) finished: Vec<(usize, Vec<Cell>)>,
    /// The last row written.
    written: usize,
    /// How many cells the widest row so far has: a row without cells at its end is no shorter than the others.
    width: usize,
    /// The first row with a figure: from there on there are data, and no header.
    pub(in crate::data) first_figures: Option<usize>,
    /// The merged cells among the data that are known.
    pub(in crate::data) merged: Merged,
}

impl GridRows {
    /// Of a sheet whose merged cells are known.
    pub(in crate::data) fn of(merged: Merged) -> GridRows {
        GridRows { merged, ..GridRows::default() }
    }

    /// Takes the cells of a row, of which none is left.
    pub(in crate::data) fn end_row(&mut self, row: usize, placed: &mut Vec<PlacedCell>) {
        if row <= self.written || row > MOST_SHEET_ROWS {
            return;
        }
        if self.first_figures.is_none() && placed.iter().any(|cell| cell.is_figure) {
            self.first_figures = Some(row);
        }
        self.merged.fill(row, placed);
        if placed.is_empty() {
            return;
        }
        for cell in placed.iter() {
            self.width = self.width.max(cell.column + 1);
        }
        let mut cells = Vec::with_capacity(self.width);
        while cells.len() < self.width {
            cells.push(Cell::Empty);
        }
        while let Some(placed) = placed.pop() {
            if let Some(cell) = cells.get_mut(placed.column) {
                *cell = placed.cell;
            }
        }
        self.written = row;
        self.finished.push((row, cells));
    }
}

/// The cell of a text, on one line; the mark of a formula that finds nothing is none.
pub(in crate::data) fn text_cell(text: &str) -> Cell {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        // How Excel writes a carriage return.
        let (letter, after) = match rest.strip_prefix("_x000D_") {
            Some(after) => (' ', after),
            None => (letter, rest.get(letter.len_utf8()..).unwrap_or_default()),
        };
        plain.push(if matches!(letter, '\n' | '\r') { ' ' } else { letter });
        rest = after;
    }
    let plain = plain.trim();
    match plain.starts_with('#') && is_missing_mark(plain.as_bytes()) {
        true => Cell::Empty,
        false => Cell::Text(plain.to_owned()),
    }
}
