//! Merged cells: one label for several rows. What spans columns is left as CSV has it, as the readers spread a header's
//! upper names over the columns beside them.

use super::cell::PlacedCell;
use crate::data::cells::cell::Cell;
use crate::data::limits::MAX_COLUMNS;
use crate::model::{Listed, sorted};

/// The merged cells of a sheet that span rows.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct Merged {
    /// By their first rows, descending: the next one is the last.
    spans: Vec<Span>,
    /// Those that the row reached lies in, with their labels.
    open: Vec<(Span, Cell)>,
}

/// Some rows of a column.
#[derive(Clone, Copy, Debug)]
struct Span {
    first_row: usize,
    last_row: usize,
    column: usize,
}

impl Merged {
    /// Takes note of merged cells like `A2:B13`.
    pub(in crate::data) fn hear(&mut self, reference: &str) {
        let Some((first, last)) = reference.split_once(':') else { return };
        if let (Some((first_row, column)), Some((last_row, _))) = (place(first), place(last)) {
            self.add(first_row, last_row, column);
        }
    }

    /// Takes note of cells of a column that are merged from a row to another.
    pub(in crate::data) fn add(&mut self, first_row: usize, last_row: usize, column: usize) {
        if last_row > first_row {
            self.spans.push(Span { first_row, last_row, column });
        }
    }

    /// Whether no cell is merged that is still to come.
    pub(in crate::data) fn is_empty(&self) -> bool {
        self.spans.is_empty() && self.open.is_empty()
    }

    /// The spans that begin at `row` or below, to go through the sheet again with; `None` without any.
    pub(in crate::data) fn below(&self, row: usize) -> Option<Merged> {
        let first_row = |index: usize| self.spans.get(index).map(|span| span.first_row);
        let order = sorted(self.spans.len(), &|left, right| first_row(right).cmp(&first_row(left)));
        let spans = order.into_iter().filter_map(|index| self.spans.get(index).copied());
        let spans = spans.filter(|span| span.first_row >= row).listed();
        (!spans.is_empty()).then(|| Merged { spans, open: Vec::new() })
    }

    /// Gives the cells of a row the labels that span it.
    ///
    /// A figure is not repeated, as it would be counted again.
    pub(in crate::data) fn fill(&mut self, row: usize, cells: &mut Vec<PlacedCell>) {
        if self.is_empty() {
            return;
        }
        self.open.retain(|(span, _)| span.last_row >= row);
        for (span, label) in &self.open {
            if !cells.iter().any(|cell| cell.column == span.column) {
                cells.push(PlacedCell { column: span.column, cell: label.clone(), is_figure: false });
            }
        }
        while let Some(span) = self.spans.pop_if(|span| span.first_row <= row) {
            let label = cells.iter().find(|cell| cell.column == span.column && !cell.is_figure);
            if let (Some(label), true) = (label, span.first_row == row && self.open.len() < MAX_COLUMNS) {
                self.open.push((span, label.cell.clone()));
            }
        }
    }
}

/// The row, counted from 1, and the column, counted from 0, of a cell like `AB12`.
pub(in crate::data) fn place(name: &str) -> Option<(usize, usize)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at_checked(letters)?;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let number = letters
        .bytes()
        .fold(0, |number, letter| number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((digits.parse().ok()?, number - 1))
}
