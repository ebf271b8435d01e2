//! The rows of a table below its header, whatever they are cut from: lines of CSV, a sheet, what a script gives.

use crate::model::{Joined, Listed, Problem, Table};

use super::below::Below;
use super::cells::column::Builder;
use super::cells::typing::shortened;
use super::limits::{MAX_COLUMNS, MAX_ROWS, check_cells};
use super::names::{headings, joined, names, spanned};
use super::partial_table::{PartialTable, RowLines, Surroundings};
use super::reading::{FileMetadata, Warning};
use super::text::head::{Head, HeadRow, head_of};
use super::text::page;

/// So many rows grow of themselves.
const ROOM: usize = 4_096;

/// A row on its way to its columns.
pub(in crate::data) trait Row {
    /// The line it starts on, counted from 1.
    fn line(&self) -> usize;

    /// How many blank lines stand before it.
    fn blank_lines(&self) -> usize;

    /// How many cells there are.
    fn width(&self) -> usize;

    /// Whether only the first cell holds anything.
    fn has_only_first(&self) -> bool;

    /// Whether the first cell is this text.
    fn begins_with(&self, text: &str) -> bool;

    /// Whether it is at least `width` cells wide and has nothing beyond them, as spreadsheets write empty columns.
    fn has_only_blanks_after(&self, width: usize) -> bool;

    /// Appends a cell to each column, from the cell `from` on.
    ///
    /// # Errors
    /// `too-many-texts`.
    fn push(&self, from: usize, columns: &mut [Builder]) -> Result<(), Problem>;

    /// The same row as texts.
    fn texts(&self) -> HeadRow;
}

/// The header that was found, and the rows so far.
pub(in crate::data) struct Body {
    pub(in crate::data) head: Head,
    pub(in crate::data) names: Vec<String>,
    /// What the header says of columns whose names are others.
    headings: Vec<(String, String)>,
    /// How many cells rows have with something in them, and how many with the blank ones at their ends.
    spanned: (usize, usize),
    pub(in crate::data) warnings: Vec<Warning>,
    /// How many rows stand before the first one with data.
    to_skip: usize,
    /// The first cell of the table: beside another one it is not that of the row.
    from: usize,
    pub(in crate::data) builders: Vec<Builder>,
    pub(in crate::data) rows: usize,
    /// For so many rows the columns have room.
    room: usize,
    /// How many of them have nothing but their first cell.
    pub(in crate::data) labels_only: usize,
    lines: RowLines,
    ragged: usize,
    first_ragged: Option<(usize, usize)>,
    last_short: bool,
    /// Rows that may be no data: notes, or the header of another table.
    pub(in crate::data) below: Below,
    /// How many cells lie from one column of the page to the next, and how many columns there are, of a table that is set
    /// in several.
    page: Option<(usize, usize)>,
}

impl Body {
    /// Finds the header among the first rows, which are to be taken as all others are; `wanted` is the number of the table
    /// that is asked for, 0 for the first.
    ///
    /// # Errors
    /// `too-many-columns`, `empty-file`.
    pub(in crate::data) fn new(first: &[HeadRow], wanted: usize) -> Result<Body, Problem> {
        let mut head = head_of(first);
        if first.iter().any(|row| row.cells.len() > MAX_COLUMNS) {
            return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(head.line));
        }
        let mut warnings = Vec::new();
        let page = if wanted < 2 { page::columns(&mut head, first) } else { None };
        if let Some((_, count)) = page {
            let problem = Problem::new("columns-of-a-page").with("count", count).at_row(head.line);
            warnings.push(Warning { problem, count });
        }
        let mut below = Below::new(wanted);
        let from = below.beside(&mut head);
        let names = names(&head, &mut warnings)?;
        let headings = headings(&head, &names);
        if head.names.is_empty() {
            let row = first.get(head.first_row).map(|row| row.cells.joined(", ")).unwrap_or_default();
            let problem = Problem::new("no-header").with("text", shortened(&row));
            let line = first.get(head.first_row).map_or(1, |row| row.line);
            warnings.push(Warning::once(problem.at_row(line)));
        } else if head.names.len() + usize::from(head.is_shifted) < head.width {
            let (named, line) = (head.names.len(), first.get(head.first_row).map_or(1, |row| row.line));
            let problem = Problem::new("header-too-short").with("columns", named).with("cells", head.width);
            warnings.push(Warning::once(problem.with("row", line).at_row(line)));
        }
        if !head.preamble.is_empty() {
            let first = head.preamble.iter().flatten().find(|cell| !cell.is_empty());
            let text = first.map(|cell| shortened(cell)).unwrap_or_default();
            let problem =
                Problem::new("preamble-lines").with("count", head.preamble.len()).with("text", text);
            warnings.push(Warning { problem: problem.at_row(1), count: head.preamble.len() });
        }
        Ok(Body {
            to_skip: head.first_row,
            from,
            builders: names.iter().map(|_| Builder::new()).listed(),
            spanned: spanned(&head, first),
            head,
            names,
            headings,
            warnings,
            rows: 0,
            room: ROOM,
            labels_only: 0,
            lines: RowLines::default(),
            ragged: 0,
            first_ragged: None,
            last_short: false,
            below,
            page,
        })
    }

    /// How many cells a row has that is whole.
    pub(in crate::data) fn width(&self) -> usize {
        match self.page {
            Some((step, count)) => step * count,
            None => self.from + self.builders.len(),
        }
    }

    /// Decides by the rows so far what each column is gathered as, with room for `rows` of them.
    pub(in crate::data) fn settle(&mut self, rows: usize) {
        self.builders.iter_mut().for_each(|builder| builder.settle(rows));
        self.room = rows;
    }

    /// Takes the next row.
    ///
    /// # Errors
    /// `too-many-texts`, `too-many-rows`, `too-many-cells`.
    pub(in crate::data) fn take(&mut self, row: &dyn Row) -> Result<(), Problem> {
        if self.to_skip > 0 {
            self.to_skip -= 1;
            return Ok(());
        }
        if self.is_no_data(row)? {
            return Ok(());
        }
        self.add(row)
    }

    /// Adds a row to the table.
    pub(in crate::data) fn add(&mut self, row: &dyn Row) -> Result<(), Problem> {
        if let Some((step, count)) = self.page {
            return self.add_parts(row, step, count);
        }
        let width = self.width();
        let is_ragged = row.width() != width && !row.has_only_blanks_after(width) && !self.ends_early(width);
        if is_ragged && row.width() > width && self.builders.last().is_some_and(Builder::has_texts) {
            // A delimiter too many in a row of text is a comma in it.
            let mut texts = row.texts();
            let rest = texts.cells.split_off(width.saturating_sub(1));
            texts.cells.push(rest.joined(", "));
            texts.push(self.from, &mut self.builders)?;
        } else {
            row.push(self.from, &mut self.builders)?;
        }
        self.labels_only += usize::from(row.has_only_first());
        self.count(row.line(), row.width(), is_ragged)
    }

    /// Adds what stands of a row in each column of the page.
    fn add_parts(&mut self, row: &dyn Row, step: usize, count: usize) -> Result<(), Problem> {
        let texts = row.texts();
        for part in 0..count {
            let from = part * step;
            let cells = (from..from + self.builders.len()).map(|index| texts.cell(index).to_owned()).listed();
            let part = HeadRow { line: texts.line, blank_lines: 0, cells };
            if part.filled() > 0 {
                part.push(0, &mut self.builders)?;
                self.count(texts.line, usize::MAX, false)?;
            }
        }
        Ok(())
    }

    /// Whether rows of this width end where another table begins beside them.
    fn ends_early(&self, width: usize) -> bool {
        self.head.beside.is_some_and(|beside| width <= beside)
    }

    fn count(&mut self, line: usize, cells: usize, is_ragged: bool) -> Result<(), Problem> {
        self.lines.note(self.rows, line);
        if is_ragged {
            self.ragged += 1;
            self.first_ragged.get_or_insert((line, cells));
        }
        self.last_short = cells < self.width();
        self.rows += 1;
        if self.rows > MAX_ROWS {
            return Err(Problem::new("too-many-rows").with("limit", MAX_ROWS));
        }
        check_cells(self.rows, self.builders.len())?;
        if self.rows >= self.room {
            // Lists that double would end up to twice as long as the columns.
            let more = (self.rows / 2).max(ROOM);
            self.builders.iter_mut().for_each(|builder| builder.grow(more));
            self.room = self.rows + more;
        }
        Ok(())
    }

    /// The columns' cells, once all rows are here; `is_cut` says that the file ended within a line.
    ///
    /// # Errors
    /// `empty-file`, `no-such-table`, and where `is_sheet` also `header-only` and `wrong-delimiter`: sheets of notes are
    /// no tables.
    pub(in crate::data) fn end(
        mut self,
        delimiter: u8,
        is_cut: bool,
        is_sheet: bool,
    ) -> Result<PartialTable, Problem> {
        self.close()?;
        if self.rows == 0 && self.names.is_empty() {
            return Err(Problem::new("empty-file"));
        }
        if self.rows == 0 {
            let problem = Problem::new("header-only");
            if is_sheet {
                return Err(problem);
            }
            self.warnings.push(Warning::once(problem));
        }
        let mut blank = self.leave_blank_columns(is_sheet);
        if !is_sheet {
            self.name_blank_cells(&mut blank);
        }
        if self.builders.len() == 1 {
            let header = self.names.first().map(|name| shortened(name)).unwrap_or_default();
            let problem = Problem::new("wrong-delimiter").with("header", header).at_row(self.head.line);
            if is_sheet {
                return Err(problem);
            }
            self.warnings.push(Warning::once(problem));
        }
        self.warn_of_shape(is_cut);
        let Head { names: lower, mut upper, units, tags, preamble, line, .. } = self.head;
        let groups = match upper.len() {
            0 => Vec::new(),
            _ => joined(&upper, self.names.len()),
        };
        if upper.len() < 2 {
            upper = Vec::new();
        }
        Ok(PartialTable {
            untyped: self.builders,
            table: Table { rows: self.rows, columns: Vec::new() },
            around: Surroundings {
                names: self.names,
                lower: if groups.is_empty() { Vec::new() } else { lower },
                groups,
                tiers: upper,
                units,
                tags,
                preamble,
                facts: Vec::new(),
                lines: self.lines,
                delimiter,
                format: None,
                is_json: false,
                warnings: self.warnings,
                metadata: FileMetadata { header_line: line, ..FileMetadata::default() },
                file: String::new(),
                file_names: Vec::new(),
                as_read: Vec::new(),
                as_written: Vec::new(),
                blank,
                headings: self.headings,
            },
        })
    }

    /// Leaves columns that have neither a name nor any cell: of a delimiter at every line's end, of a frame around cells.
    /// Those of a text are returned, with their places.
    fn leave_blank_columns(&mut self, is_sheet: bool) -> Vec<(usize, String)> {
        let is_named = |index: usize| {
            let is_filled = |names: &Vec<String>| names.get(index).is_some_and(|name| !name.is_empty());
            let own = index.checked_sub(usize::from(self.head.is_shifted));
            own.and_then(|own| self.head.names.get(own)).is_some_and(|name| !name.is_empty())
                || is_filled(&self.head.tags)
        };
        let mut blank = Vec::new();
        for (index, builder) in self.builders.iter().enumerate() {
            if !is_named(index) && builder.is_blank() {
                blank.push(index);
            }
        }
        let mut left = Vec::new();
        if blank.len() == self.builders.len() {
            return left;
        }
        for index in blank.into_iter().rev() {
            self.builders.remove(index);
            let name = self.names.remove(index);
            if !is_sheet {
                left.insert(0, (index, name));
            }
            let beside = [&mut self.head.names, &mut self.head.tags, &mut self.head.units];
            for names in beside.into_iter().chain(self.head.upper.iter_mut()) {
                if index < names.len() {
                    names.remove(index);
                }
            }
        }
        left
    }

    /// Names the columns beyond the last one with anything in it that nearly all rows have: of a delimiter at their ends.
    fn name_blank_cells(&mut self, blank: &mut Vec<(usize, String)>) {
        for index in self.spanned.0..self.spanned.1 {
            let name = format!("column_{}", index + 1);
            if !self.names.contains(&name) {
                self.headings.push((name.clone(), String::new()));
                blank.push((index, name));
            }
        }
    }

    /// Warns of rows with too few or too many cells, of a file that ends within a row, and of notes after the table.
    fn warn_of_shape(&mut self, is_cut: bool) {
        let cut = self.last_short && is_cut && self.below.notes.is_empty();
        let ragged = self.ragged - usize::from(cut).min(self.ragged);
        if let (Some((line, cells)), true) = (self.first_ragged, ragged > 0) {
            let problem = Problem::new("ragged-rows")
                .with("row", line)
                .with("cells", cells)
                .with("columns", self.builders.len())
                .with("count", ragged);
            self.warnings.push(Warning { problem: problem.at_row(line), count: ragged });
        }
        if cut {
            let line = self.lines.of_row(self.rows.saturating_sub(1));
            let problem = Problem::new("cut-short").with("row", line);
            self.warnings.push(Warning { problem: problem.at_row(line), count: 1 });
        }
        self.below.tell(&mut self.warnings);
    }
}

impl Row for HeadRow {
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
        self.cell(0) == text
    }

    fn has_only_blanks_after(&self, width: usize) -> bool {
        width > 0 && self.cells.get(width..).is_some_and(|rest| rest.iter().all(String::is_empty))
    }

    fn push(&self, from: usize, columns: &mut [Builder]) -> Result<(), Problem> {
        for (index, column) in columns.iter_mut().enumerate() {
            column.push(self.cell(from + index).as_bytes())?;
        }
        Ok(())
    }

    fn texts(&self) -> HeadRow {
        self.clone()
    }
}
