//! The rows of a table below its header, whatever they are cut from: lines of CSV, a sheet, what a script gives.

use crate::model::{Joined, Listed, Problem, Table};

use super::cells::column::Builder;
use super::cells::typing::shortened;
use super::limits::{MAX_COLUMNS, MAX_ROWS};
use super::partial_table::{PartialTable, RowLines, Surroundings};
use super::reading::{FileMetadata, Warning};
use super::text::head::{Head, HeadRow, head_of, is_without_names};

/// Closing lines are held back until the file ends; more than this are data of an odd form.
const MOST_CLOSING_LINES: usize = 200;

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

    /// Whether it is at least `width` cells wide and has nothing beyond them, as spreadsheets write empty columns.
    fn has_only_blanks_after(&self, width: usize) -> bool;

    /// Appends a cell to each column.
    ///
    /// # Errors
    /// `too-many-texts`.
    fn push(&self, columns: &mut [Builder]) -> Result<(), Problem>;

    /// The same row as texts.
    fn texts(&self) -> HeadRow;
}

/// The header that was found, and the rows so far.
pub(in crate::data) struct Body {
    head: Head,
    names: Vec<String>,
    warnings: Vec<Warning>,
    /// How many rows stand before the first one with data.
    to_skip: usize,
    builders: Vec<Builder>,
    rows: usize,
    lines: RowLines,
    ragged: usize,
    too_long: usize,
    first_ragged: Option<(usize, usize)>,
    last_short: bool,
    /// Rows that may be notes after the table.
    held: Vec<HeadRow>,
}

impl Body {
    /// Finds the header among the first rows, which are to be taken as all others are.
    ///
    /// # Errors
    /// `too-many-columns`, `no-header`, `empty-file`.
    pub(in crate::data) fn new(first: &[HeadRow]) -> Result<Body, Problem> {
        let head = head_of(first);
        if first.iter().any(|row| row.cells.len() > MAX_COLUMNS) {
            return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(head.line));
        }
        if is_without_names(&head, first) {
            let row = first.first().map(|row| row.cells.joined(", ")).unwrap_or_default();
            return Err(Problem::new("no-header").with("text", shortened(&row)).at_row(head.line));
        }
        let mut warnings = Vec::new();
        let names = names(&head, &mut warnings)?;
        if !head.preamble.is_empty() {
            let first = head.preamble.iter().flatten().find(|cell| !cell.is_empty());
            let text = first.map(|cell| shortened(cell)).unwrap_or_default();
            let problem =
                Problem::new("preamble-lines").with("count", head.preamble.len()).with("text", text);
            warnings.push(Warning { problem: problem.at_row(1), count: head.preamble.len() });
        }
        Ok(Body {
            to_skip: head.first_row,
            builders: names.iter().map(|_| Builder::new()).listed(),
            head,
            names,
            warnings,
            rows: 0,
            lines: RowLines::default(),
            ragged: 0,
            too_long: 0,
            first_ragged: None,
            last_short: false,
            held: Vec::new(),
        })
    }

    /// How many rows with data there are so far.
    pub(in crate::data) fn rows(&self) -> usize {
        self.rows
    }

    /// Decides by the rows so far what each column is gathered as, with room for `rows` of them.
    pub(in crate::data) fn settle(&mut self, rows: usize) {
        self.builders.iter_mut().for_each(|builder| builder.settle(rows));
    }

    /// Takes the next row.
    ///
    /// # Errors
    /// `too-many-texts`, `too-many-rows`.
    pub(in crate::data) fn take(&mut self, row: &dyn Row) -> Result<(), Problem> {
        if self.to_skip > 0 {
            self.to_skip -= 1;
            return Ok(());
        }
        if self.may_be_note(row) {
            self.held.push(row.texts());
            return if self.held.len() > MOST_CLOSING_LINES { self.release() } else { Ok(()) };
        }
        if !self.held.is_empty() {
            self.release()?;
        }
        let width = self.builders.len();
        let is_ragged = row.width() != width && !row.has_only_blanks_after(width);
        row.push(&mut self.builders)?;
        self.count(row.line(), row.width(), is_ragged)
    }

    fn count(&mut self, line: usize, cells: usize, is_ragged: bool) -> Result<(), Problem> {
        let width = self.builders.len();
        self.lines.note(self.rows, line);
        if is_ragged {
            self.ragged += 1;
            self.too_long += usize::from(cells > width);
            self.first_ragged.get_or_insert((line, cells));
        }
        self.last_short = cells < width;
        self.rows += 1;
        if self.rows > MAX_ROWS {
            return Err(Problem::new("too-many-rows").with("limit", MAX_ROWS));
        }
        Ok(())
    }

    /// Whether a row may be a note after the table: nothing but its first cell, and that in an odd place or form.
    fn may_be_note(&self, row: &dyn Row) -> bool {
        if self.builders.len() < 2 || self.rows == 0 {
            return false;
        }
        let after_note = !self.held.is_empty();
        if !row.has_only_first() {
            // "Last updated:","13 June 2024" below a blank line or another note of a wide table.
            return self.builders.len() > 4 && row.width() <= 2 && (row.blank_lines() > 0 || after_note);
        }
        let row = row.texts();
        let first = row.cells.first().map(String::as_str).unwrap_or_default();
        row.cells.len() < self.builders.len().saturating_sub(1)
            || row.blank_lines > 0
            || after_note
            || (first.len() > 40 && self.builders.len() > 2)
            || NOTE_STARTS.iter().any(|start| starts(first, start))
    }

    /// Takes what was held back as rows.
    fn release(&mut self) -> Result<(), Problem> {
        let width = self.builders.len();
        for row in std::mem::take(&mut self.held) {
            for (index, builder) in self.builders.iter_mut().enumerate() {
                builder.push(row.cells.get(index).map(String::as_bytes).unwrap_or_default())?;
            }
            self.count(row.line, row.cells.len(), row.cells.len() != width)?;
        }
        Ok(())
    }

    /// The columns' cells, once all rows are here; `is_cut` says that the file ended within a line.
    ///
    /// # Errors
    /// `empty-file`, `header-only`, `header-too-short`, `wrong-delimiter`.
    pub(in crate::data) fn end(mut self, delimiter: u8, is_cut: bool) -> Result<PartialTable, Problem> {
        let width = self.names.len();
        if self.rows == 0 && !self.held.is_empty() {
            // Nothing but notes: rows after all.
            self.release()?;
        }
        if self.rows == 0 {
            return Err(Problem::new(if self.names.is_empty() { "empty-file" } else { "header-only" }));
        }
        if self.too_long * 2 > self.rows {
            // Most cells have no name: a chart of the others would be of the wrong columns.
            let (line, cells) = self.first_ragged.unwrap_or((1, 0));
            let problem = Problem::new("header-too-short").with("columns", width).with("cells", cells);
            return Err(problem.with("row", line).at_row(line));
        }
        if width == 1 {
            let header = self.names.first().map(|name| shortened(name)).unwrap_or_default();
            return Err(Problem::new("wrong-delimiter").with("header", header).at_row(self.head.line));
        }
        self.warn_of_shape(width, is_cut);
        Ok(PartialTable {
            untyped: self.builders,
            table: Table { rows: self.rows, columns: Vec::new() },
            around: Surroundings {
                names: self.names,
                lower: if self.head.groups.is_empty() { Vec::new() } else { self.head.names },
                groups: self.head.groups,
                tags: self.head.tags,
                preamble: self.head.preamble,
                facts: Vec::new(),
                lines: self.lines,
                delimiter,
                is_json: false,
                warnings: self.warnings,
                metadata: FileMetadata { header_line: self.head.line, ..FileMetadata::default() },
                file: String::new(),
                file_names: Vec::new(),
                as_read: Vec::new(),
            },
        })
    }

    /// Warns of rows with too few or too many cells, of a file that ends within a row, and of notes after the table.
    fn warn_of_shape(&mut self, width: usize, is_cut: bool) {
        let cut = self.last_short && is_cut && self.held.is_empty();
        let ragged = self.ragged - usize::from(cut).min(self.ragged);
        if let (Some((line, cells)), true) = (self.first_ragged, ragged > 0) {
            let problem = Problem::new("ragged-rows")
                .with("row", line)
                .with("cells", cells)
                .with("columns", width)
                .with("count", ragged);
            self.warnings.push(Warning { problem: problem.at_row(line), count: ragged });
        }
        if cut {
            let line = self.lines.of_row(self.rows.saturating_sub(1));
            let problem = Problem::new("cut-short").with("row", line);
            self.warnings.push(Warning { problem: problem.at_row(line), count: 1 });
        }
        if let Some(first) = self.held.first() {
            let text = shortened(&first.cells.joined(" "));
            let problem = Problem::new("trailer-lines").with("count", self.held.len()).with("text", text);
            self.warnings.push(Warning { problem: problem.at_row(first.line), count: self.held.len() });
        }
    }
}

/// How notes below a table start, in the field's languages.
const NOTE_STARTS: [&str; 14] = [
    "source",
    "fuente",
    "fonte",
    "note",
    "nota",
    "data from",
    "last updated",
    "actualiz",
    "elabor",
    "*",
    "(1)",
    "1/",
    "©",
    "copyright",
];

fn starts(cell: &str, start: &str) -> bool {
    cell.get(..start.len()).is_some_and(|cell| cell.eq_ignore_ascii_case(start))
}

/// The columns' names, none empty and none twice.
fn names(head: &Head, warnings: &mut Vec<Warning>) -> Result<Vec<String>, Problem> {
    let mut header = head.names.as_slice();
    // Spreadsheets write empty columns at the end.
    while head.tags.is_empty() && header.len() > 2 && header.ends_with(&[String::new(), String::new()]) {
        header = header.get(..header.len() - 1).unwrap_or_default();
    }
    if header.is_empty() {
        return Err(Problem::new("empty-file"));
    }
    if header.len() > MAX_COLUMNS {
        return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(1));
    }
    let mut names: Vec<String> = Vec::with_capacity(header.len());
    for (index, name) in header.iter().enumerate() {
        let upper = head.groups.get(index).map(String::as_str).unwrap_or_default();
        let base = match (name.is_empty(), upper.is_empty()) {
            (true, true) => format!("column_{}", index + 1),
            (true, false) => upper.to_owned(),
            (false, _) => name.clone(),
        };
        let (mut unique, mut number) = (base.clone(), 1);
        while names.contains(&unique) || (number > 1 && header.contains(&unique)) {
            number += 1;
            unique = format!("{base}_{number}");
        }
        if number > 1 && head.groups.is_empty() {
            let problem = Problem::new("duplicate-column").with("column", &base).with("renamed", &unique);
            warnings.push(Warning { problem: problem.at_row(head.line).in_column(&base), count: 1 });
        }
        names.push(unique);
    }
    Ok(names)
}
