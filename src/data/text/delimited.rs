//! CSV and its like: cells between delimiters, as their bytes come in.

use std::borrow::Cow;

use super::dialect::{Between, Dialect};
use super::head::HeadRow;
use super::records::{Record, Records};
use super::rewrite::Rewriter;
use crate::data::body::{Body, Row};
use crate::data::cells::column::Builder;
use crate::data::limits::MAX_ROWS;
use crate::data::options::ReadOptions;
use crate::data::partial_table::PartialTable;
use crate::data::reading::Warning;
use crate::model::{Listed, Problem};

/// A file of cells and delimiters that is being read.
pub(in crate::data) struct Delimited {
    dialect: Dialect,
    rewriter: Rewriter,
    records: Records,
    body: Body,
    /// How many of the head's bytes have been taken already.
    pub(in crate::data) head_length: usize,
    ends_with_line: bool,
}

impl Delimited {
    /// Begins a file with its first bytes.
    pub(in crate::data) fn open(head_bytes: &[u8], options: &ReadOptions) -> Result<Delimited, Problem> {
        let dialect = Dialect::of(head_bytes);
        let mut rewriter = Rewriter::new(dialect);
        let table = head_bytes.get(dialect.said..).unwrap_or_default();
        let text =
            if rewriter.is_idle() { Cow::Borrowed(table) } else { Cow::Owned(rewriter.take(table, false)) };
        let new = || Records::new(dialect.delimiter(), dialect.quote);
        let has_rules = may_have_rules(dialect);
        let mut records = new();
        let mut rows: Vec<HeadRow> = Vec::new();
        let mut take = |record: Record<'_>| {
            if !(has_rules && record.is_rule()) {
                rows.push(record.texts());
            }
            Ok(())
        };
        // A first pass tells the head; what is cut off at its end is read again in the second.
        records.take(&text, &mut take)?;
        if !rewriter.is_idle() {
            let rest = rewriter.clone().take(&[], true);
            if !rest.is_empty() {
                records.take(&rest, &mut take)?;
            }
        }
        records.take(&[], &mut take)?;
        let mut body = Body::new(&rows, wanted_table(&options.name))?;
        let mut again = new();
        again.set_width(body.width());
        again.take(&text, &mut |record| take_row(&mut body, record, has_rules))?;
        let bytes_a_row = head_bytes.len() / body.rows.max(1);
        let rows = options.length.checked_div(bytes_a_row.max(2)).unwrap_or(0).min(MAX_ROWS);
        body.settle(rows + rows / 16);
        Ok(Delimited {
            dialect,
            rewriter,
            records: again,
            body,
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
        if self.rewriter.is_idle() {
            return self.take_text(bytes);
        }
        let text = self.rewriter.take(bytes, false);
        if text.is_empty() { Ok(()) } else { self.take_text(&text) }
    }

    fn take_text(&mut self, text: &[u8]) -> Result<(), Problem> {
        let (body, has_rules) = (&mut self.body, may_have_rules(self.dialect));
        self.records.take(text, &mut |record| take_row(body, record, has_rules))
    }

    /// The columns' cells, once all bytes have come.
    pub(in crate::data) fn end(mut self) -> Result<PartialTable, Problem> {
        let rest = self.rewriter.take(&[], true);
        if !rest.is_empty() {
            self.take_text(&rest)?;
        }
        let (body, has_rules) = (&mut self.body, may_have_rules(self.dialect));
        let mut each = |record: Record<'_>| take_row(body, record, has_rules);
        while let Some(line) = self.records.unclosed_quote() {
            if !self.records.mend(&mut each)? {
                return Err(Problem::new("truncated").with("row", line).at_row(line));
            }
        }
        self.records.take(&[], &mut each)?;
        if let Some((line, count)) = self.records.stray {
            let problem = Problem::new("stray-quote").with("row", line).with("count", count);
            self.body.warnings.push(Warning { problem: problem.at_row(line), count });
        }
        let delimiter = self.dialect.character();
        let mut partial = self.body.end(delimiter as u8, !self.ends_with_line, false)?;
        partial.around.metadata.delimiter = Some(delimiter);
        Ok(partial)
    }
}

/// Whether lines may be drawn between rows.
fn may_have_rules(dialect: Dialect) -> bool {
    matches!(dialect.between, Between::Blanks(_) | Between::Byte(b'|') | Between::Twice(_))
}

fn take_row(body: &mut Body, record: Record<'_>, has_rules: bool) -> Result<(), Problem> {
    if has_rules && record.is_rule() { Ok(()) } else { body.take(&record) }
}

/// The number of the table that an address asks for, counted from 1: `file.csv#table2`; 0 where it asks for none.
pub(in crate::data) fn wanted_table(address: &str) -> usize {
    let Some((_, fragment)) = address.rsplit_once(['#', '!']) else { return 0 };
    fragment.strip_prefix("table").and_then(|number| number.parse().ok()).unwrap_or(0)
}

impl Row for Record<'_> {
    fn line(&self) -> usize {
        self.line
    }

    fn blank_lines(&self) -> usize {
        self.blank_lines
    }

    fn width(&self) -> usize {
        Record::width(self)
    }

    fn has_only_first(&self) -> bool {
        Record::has_only_first(self)
    }

    fn begins_with(&self, text: &str) -> bool {
        Record::begins_with(self, text.as_bytes())
    }

    fn has_only_blanks_after(&self, width: usize) -> bool {
        Record::has_only_blanks_after(self, width)
    }

    fn push(&self, from: usize, columns: &mut [Builder]) -> Result<(), Problem> {
        let mut cells = self.cells();
        for _ in 0..from {
            cells.next();
        }
        columns.iter_mut().try_for_each(|column| column.push(cells.next().unwrap_or_default()))
    }

    fn texts(&self) -> HeadRow {
        let cells = self.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).listed();
        HeadRow { line: self.line, blank_lines: self.blank_lines, cells }
    }
}
