//! Rows of cells whose kinds are known, as those of a sheet and of a script.

use super::body::{Body, Row};
use super::cells::cell::Cell;
use super::cells::column::Builder;
use super::limits::{MAX_COLUMNS, MAX_REPEATED_CELLS, too_many_cells};
use super::partial_table::PartialTable;
use super::text::head::HeadRow;
use crate::model::{Listed, Problem};

/// A row of cells of known kinds.
struct TypedRow {
    line: usize,
    blank_lines: usize,
    cells: Vec<Cell>,
}

impl Row for TypedRow {
    fn line(&self) -> usize {
        self.line
    }

    fn blank_lines(&self) -> usize {
        self.blank_lines
    }

    fn width(&self) -> usize {
        self.cells.len()
    }

    fn has_only_first(&self) -> bool {
        self.has_only_blanks_after(1) && self.cells.first().is_some_and(|first| !first.is_empty())
    }

    fn begins_with(&self, text: &str) -> bool {
        match self.cells.first() {
            Some(Cell::Text(first)) => first == text,
            Some(Cell::Empty) => text.is_empty(),
            _ => false,
        }
    }

    fn has_only_blanks_after(&self, width: usize) -> bool {
        width > 0 && self.cells.get(width..).is_some_and(|rest| rest.iter().all(Cell::is_empty))
    }

    fn push(&self, from: usize, columns: &mut [Builder]) -> Result<(), Problem> {
        let mut cells = self.cells.iter().skip(from);
        for column in columns {
            column.push_cell(cells.next().unwrap_or(&Cell::Empty))?;
        }
        Ok(())
    }

    fn texts(&self) -> HeadRow {
        let cells = self.cells.iter().map(Cell::text).listed();
        HeadRow { line: self.line, blank_lines: self.blank_lines, cells }
    }
}

/// Of a table with very many cells one in so many holds something; the emptiest matrices of origins and destinations have one
/// in thirty.
const LEAST_FILLED: usize = 60;

/// The header is told from the rows with this many cells: about as much as of a file of CSV.
const HEAD_CELLS: usize = 16 * 1024;

/// Rows on their way to a table, the header and what stands above it among them.
#[derive(Default)]
pub struct TypedRows {
    /// The first rows, as long as they are too few to tell the header from.
    first: Vec<TypedRow>,
    cells: usize,
    /// How many cells there were, and how many of them hold anything.
    all: usize,
    filled: usize,
    body: Option<Box<Body>>,
    /// The line of the last row.
    line: usize,
    /// The number of the table that is asked for.
    wanted: usize,
}

impl TypedRows {
    /// Of a table that is not the first: its number, counted from 1.
    pub(in crate::data) fn of_table(wanted: usize) -> TypedRows {
        TypedRows { wanted, ..TypedRows::default() }
    }

    /// Takes the row that stands on a line, counted from 1; lines between are blank, as one without anything in it is.
    ///
    /// # Errors
    /// `too-many-columns`, `too-many-rows`, `too-many-cells`, `too-many-texts`.
    pub fn take(&mut self, line: usize, cells: Vec<Cell>) -> Result<(), Problem> {
        if cells.iter().all(Cell::is_empty) {
            return Ok(());
        }
        if cells.len() > MAX_COLUMNS {
            return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(line));
        }
        self.all += cells.len();
        self.filled += cells.iter().filter(|cell| !cell.is_empty()).count();
        // A cell far to the right in each row is a few bytes of a workbook, and a row of two thousand in memory.
        if self.all > MAX_REPEATED_CELLS && self.all / LEAST_FILLED > self.filled {
            return Err(too_many_cells(MAX_REPEATED_CELLS));
        }
        let before = std::mem::replace(&mut self.line, line);
        let row = TypedRow { line, blank_lines: line.saturating_sub(before + 1), cells };
        if let Some(body) = &mut self.body {
            return body.take(&row);
        }
        self.cells += row.cells.len();
        self.first.push(row);
        if self.cells < HEAD_CELLS { Ok(()) } else { self.begin() }
    }

    fn begin(&mut self) -> Result<(), Problem> {
        let first = std::mem::take(&mut self.first);
        let mut heads = Vec::with_capacity(first.len());
        for row in &first {
            heads.push(row.texts());
        }
        let mut body = Body::new(&heads, self.wanted)?;
        for row in &first {
            body.take(row)?;
        }
        body.settle(0);
        self.body = Some(Box::new(body));
        Ok(())
    }

    /// The columns' cells, once all rows are here.
    ///
    /// # Errors
    /// `empty-file`, `header-only`, `no-such-table`, `wrong-delimiter`, and those of [`TypedRows::take`].
    pub(in crate::data) fn end(mut self) -> Result<PartialTable, Problem> {
        if !self.first.is_empty() {
            self.begin()?;
        }
        match self.body {
            Some(body) => body.end(b',', false, true),
            None => Err(Problem::new("empty-file")),
        }
    }
}
