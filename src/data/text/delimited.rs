use crate::model::{Joined, Listed, Problem, Table};

use super::head::{Head, HeadRow, head_of, is_without_names};
use super::records::{Record, Records};
use crate::data::cells::column::Builder;
use crate::data::limits::{MAX_COLUMNS, MAX_ROWS};
use crate::data::options::Asked;
use crate::data::partial_table::{Lines, PartialTable, Surroundings};
use crate::data::reading::{Taken, Warning};
use crate::data::sniff;

/// Closing lines are held back until the file ends; more than this are data of an odd form.
const MOST_CLOSING_LINES: usize = 200;

/// A file of cells and delimiters that is being read.
pub(in crate::data) struct Delimited {
    records: Records,
    delimiter: u8,
    rows: Gathered,
    warnings: Vec<Warning>,
    head: Head,
    names: Vec<String>,
    /// How many of the head's bytes have been taken already.
    pub(in crate::data) head_length: usize,
    ends_with_line: bool,
}

/// The rows so far.
#[derive(Default)]
struct Gathered {
    /// How many records stand before the first row.
    to_skip: usize,
    builders: Vec<Builder>,
    rows: usize,
    lines: Lines,
    ragged: usize,
    too_long: usize,
    first_ragged: Option<(usize, usize)>,
    last_short: bool,
    /// Lines that may be notes after the table.
    held: Vec<HeadRow>,
}

impl Delimited {
    /// Begins a file with its first bytes.
    pub(in crate::data) fn open(head_bytes: &[u8], asked: &Asked) -> Result<Delimited, Problem> {
        let delimiter = sniff::delimiter(head_bytes);
        let mut records = Records::new(delimiter);
        let mut rows: Vec<HeadRow> = Vec::new();
        let mut too_wide = false;
        let mut take = |record: Record<'_>| {
            too_wide |= record.width() > MAX_COLUMNS;
            let cells = record.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).listed();
            rows.push(HeadRow { line: record.line, blank_lines: record.blank_lines, cells });
            Ok(())
        };
        // A first pass tells the head; what is cut off at its end is read again in the second.
        records.take(head_bytes, &mut take)?;
        records.take(&[], &mut take)?;
        let head = head_of(&rows);
        if too_wide {
            return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(head.line));
        }
        if is_without_names(&head, &rows) {
            let row = rows.first().map(|row| row.cells.joined(", ")).unwrap_or_default();
            return Err(Problem::new("no-header")
                .with("text", crate::data::cells::typing::shortened(&row))
                .at_row(head.line));
        }
        let mut warnings = Vec::new();
        let names = names(&head, &mut warnings)?;
        if !head.preamble.is_empty() {
            let first = head.preamble.iter().flatten().find(|cell| !cell.is_empty());
            let text = first.map(|cell| crate::data::cells::typing::shortened(cell)).unwrap_or_default();
            let problem =
                Problem::new("preamble-lines").with("count", head.preamble.len()).with("text", text);
            warnings.push(Warning { problem: problem.at_row(1), count: head.preamble.len() });
        }
        let mut gathered =
            Gathered { builders: names.iter().map(|_| Builder::new()).listed(), ..Gathered::default() };
        let mut again = Records::new(delimiter);
        gathered.to_skip = head.first_row;
        again.take(head_bytes, &mut |record| gathered.take(&record))?;
        let bytes_a_row = head_bytes.len() / gathered.rows.max(1);
        let rows = asked.length.checked_div(bytes_a_row.max(2)).unwrap_or(0).min(MAX_ROWS);
        gathered.builders.iter_mut().for_each(|builder| builder.settle(rows + rows / 16));
        Ok(Delimited {
            records: again,
            delimiter,
            rows: gathered,
            warnings,
            names,
            head,
            head_length: head_bytes.len(),
            ends_with_line: head_bytes.ends_with(b"\n"),
        })
    }

    /// Takes the next bytes.
    pub(in crate::data) fn take(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.ends_with_line = bytes.ends_with(b"\n");
        let rows = &mut self.rows;
        self.records.take(bytes, &mut |record| rows.take(&record))
    }

    /// The columns' cells, once all bytes have come.
    pub(in crate::data) fn end(mut self) -> Result<PartialTable, Problem> {
        if let Some(line) = self.records.unclosed_quote() {
            return Err(Problem::new("truncated").with("row", line).at_row(line));
        }
        let rows = &mut self.rows;
        self.records.take(&[], &mut |record| rows.take(&record))?;
        let (mut rows, width) = (self.rows, self.names.len());
        if rows.rows == 0 && !rows.held.is_empty() {
            // Nothing but notes: rows after all.
            rows.release()?;
        }
        if rows.rows == 0 {
            return Err(Problem::new(if self.names.is_empty() { "empty-file" } else { "header-only" }));
        }
        if rows.too_long * 2 > rows.rows {
            // Most cells have no name: a chart of the others would be of the wrong columns.
            let (line, cells) = rows.first_ragged.unwrap_or((1, 0));
            let problem = Problem::new("header-too-short").with("columns", width).with("cells", cells);
            return Err(problem.with("row", line).at_row(line));
        }
        if width == 1 {
            let header = self
                .names
                .first()
                .map(|name| crate::data::cells::typing::shortened(name))
                .unwrap_or_default();
            return Err(Problem::new("wrong-delimiter").with("header", header).at_row(self.head.line));
        }
        let mut warnings = self.warnings;
        warn_of_shape(&rows, width, !self.ends_with_line, &mut warnings);
        let taken = Taken {
            delimiter: Some(char::from(self.delimiter)),
            header_line: self.head.line,
            ..Taken::default()
        };
        Ok(PartialTable {
            untyped: rows.builders,
            table: Table { rows: rows.rows, columns: Vec::new() },
            around: Surroundings {
                names: self.names,
                lower: if self.head.groups.is_empty() { Vec::new() } else { self.head.names },
                groups: self.head.groups,
                tags: self.head.tags,
                preamble: self.head.preamble,
                facts: Vec::new(),
                lines: rows.lines,
                delimiter: self.delimiter,
                is_json: false,
                warnings,
                taken,
                file: String::new(),
            },
        })
    }
}

impl Gathered {
    fn take(&mut self, record: &Record<'_>) -> Result<(), Problem> {
        if self.to_skip > 0 {
            self.to_skip -= 1;
            return Ok(());
        }
        if self.may_be_note(record) {
            let cells = record.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).listed();
            self.held.push(HeadRow { line: record.line, blank_lines: record.blank_lines, cells });
            return if self.held.len() > MOST_CLOSING_LINES { self.release() } else { Ok(()) };
        }
        if !self.held.is_empty() {
            self.release()?;
        }
        let width = self.builders.len();
        let is_ragged = record.width() != width && !record.has_only_blanks_after(width);
        let mut cells = record.cells();
        for builder in &mut self.builders {
            builder.push(cells.next().unwrap_or_default())?;
        }
        self.count(record.line, record.width(), is_ragged)
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

    /// Whether a record may be a note after the table: nothing but its first cell, and that in an odd place or form.
    fn may_be_note(&self, record: &Record<'_>) -> bool {
        if self.builders.len() < 2 || self.rows == 0 {
            return false;
        }
        let after_note = !self.held.is_empty();
        if !record.has_only_first() {
            // "Last updated:","13 June 2024" below a blank line or another note of a wide table.
            return self.builders.len() > 4 && record.width() <= 2 && (record.blank_lines > 0 || after_note);
        }
        let first = record.cells().next().unwrap_or_default();
        record.width() < self.builders.len().saturating_sub(1)
            || record.blank_lines > 0
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

fn starts(cell: &[u8], start: &str) -> bool {
    cell.get(..start.len()).is_some_and(|cell| cell.eq_ignore_ascii_case(start.as_bytes()))
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

/// Warns of rows with too few or too many cells, of a file that ends within a row, and of notes after the table.
fn warn_of_shape(rows: &Gathered, width: usize, no_last_break: bool, warnings: &mut Vec<Warning>) {
    let cut = rows.last_short && no_last_break && rows.held.is_empty();
    let ragged = rows.ragged - usize::from(cut).min(rows.ragged);
    if let (Some((line, cells)), true) = (rows.first_ragged, ragged > 0) {
        let problem = Problem::new("ragged-rows")
            .with("row", line)
            .with("cells", cells)
            .with("columns", width)
            .with("count", ragged);
        warnings.push(Warning { problem: problem.at_row(line), count: ragged });
    }
    if cut {
        let line = rows.lines.of_row(rows.rows.saturating_sub(1));
        let problem = Problem::new("cut-short").with("row", line);
        warnings.push(Warning { problem: problem.at_row(line), count: 1 });
    }
    if let Some(first) = rows.held.first() {
        let text = crate::data::cells::typing::shortened(&first.cells.joined(" "));
        let problem = Problem::new("trailer-lines").with("count", rows.held.len()).with("text", text);
        warnings.push(Warning { problem: problem.at_row(first.line), count: rows.held.len() });
    }
}
