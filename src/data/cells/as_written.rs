//! Cells as their file writes them, where their column has them as something else.

use crate::model::TextColumn;

/// Texts of cells that a column has as something else: periods of another spelling, what is no figure among figures.
#[derive(Clone, Debug, Default)]
pub struct AsWritten {
    /// The column's name.
    pub column: String,
    /// The rows that they stand in, ascending; empty where it is all rows.
    rows: Vec<u32>,
    /// The texts, one for each of the rows; of no text is said nothing.
    texts: TextColumn,
}

impl AsWritten {
    /// The texts of all cells of a column.
    pub(in crate::data) fn whole(column: &str, texts: TextColumn) -> AsWritten {
        AsWritten { column: column.to_owned(), rows: Vec::new(), texts }
    }

    /// The texts of some rows.
    pub(in crate::data) fn some(column: &str, rows: Vec<u32>, texts: TextColumn) -> AsWritten {
        AsWritten { column: column.to_owned(), rows, texts }
    }

    /// The distinct texts.
    pub fn texts(&self) -> &[String] {
        &self.texts.dictionary
    }

    /// Calls back with each row of the file and the number of its text among the distinct ones.
    pub fn each(&self, tell: &mut dyn FnMut(usize, usize)) {
        for (index, code) in self.texts.codes.iter().enumerate() {
            let row = self.rows.get(index).map_or(index, |row| *row as usize);
            if *code != TextColumn::MISSING {
                tell(row, *code as usize);
            }
        }
    }

    /// The text of a row, where there is one.
    pub fn get(&self, row: usize) -> Option<&str> {
        let index = match self.rows.is_empty() {
            true => row,
            false => self.rows.binary_search(&(row as u32)).ok()?,
        };
        self.texts.get(index)
    }
}

/// Some cells of a column.
#[derive(Default)]
pub(super) struct Odd {
    /// Their rows, ascending.
    pub(super) rows: Vec<u32>,
    /// Their texts.
    pub(super) texts: TextColumn,
}

impl Odd {
    pub(super) fn push(&mut self, row: usize, cell: &[u8]) {
        self.rows.push(row as u32);
        self.texts.push_utf8(cell);
    }

    /// Those of a column whose texts are to be kept, if there are any.
    pub(super) fn written(&self, column: &str, is_kept: &dyn Fn(u32) -> bool, kept: &mut Vec<AsWritten>) {
        let mut some = Odd::default();
        for (row, code) in self.rows.iter().zip(&self.texts.codes) {
            if is_kept(*code)
                && let Some(text) = self.texts.dictionary.get(*code as usize)
            {
                some.push(*row as usize, text.as_bytes());
            }
        }
        if !some.rows.is_empty() {
            kept.push(AsWritten::some(column, some.rows, some.texts));
        }
    }
}
