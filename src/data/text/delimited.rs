//! CSV and its like: cells between delimiters, as their bytes come in.

use super::head::HeadRow;
use super::records::{Record, Records};
use crate::data::body::{Body, Row};
use crate::data::cells::column::Builder;
use crate::data::limits::MAX_ROWS;
use crate::data::options::ReadOptions;
use crate::data::partial_table::PartialTable;
use crate::data::sniff;
use crate::model::{Listed, Problem};

/// A file of cells and delimiters that is being read.
pub(in crate::data) struct Delimited {
    records: Records,
    delimiter: u8,
    body: Body,
    /// How many of the head's bytes have been taken already.
    pub(in crate::data) head_length: usize,
    ends_with_line: bool,
}

impl Delimited {
    /// Begins a file with its first bytes.
    pub(in crate::data) fn open(head_bytes: &[u8], options: &ReadOptions) -> Result<Delimited, Problem> {
        let delimiter = sniff::delimiter(head_bytes);
        let mut records = Records::new(delimiter);
        let mut rows: Vec<HeadRow> = Vec::new();
        let mut take = |record: Record<'_>| {
            rows.push(record.texts());
            Ok(())
        };
        // A first pass tells the head; what is cut off at its end is read again in the second.
        records.take(head_bytes, &mut take)?;
        records.take(&[], &mut take)?;
        let mut body = Body::new(&rows)?;
        let mut again = Records::new(delimiter);
        again.take(head_bytes, &mut |record| body.take(&record))?;
        let bytes_a_row = head_bytes.len() / body.rows().max(1);
        let rows = options.length.checked_div(bytes_a_row.max(2)).unwrap_or(0).min(MAX_ROWS);
        body.settle(rows + rows / 16);
        Ok(Delimited {
            records: again,
            delimiter,
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
        let body = &mut self.body;
        self.records.take(bytes, &mut |record| body.take(&record))
    }

    /// The columns' cells, once all bytes have come.
    pub(in crate::data) fn end(mut self) -> Result<PartialTable, Problem> {
        if let Some(line) = self.records.unclosed_quote() {
            return Err(Problem::new("truncated").with("row", line).at_row(line));
        }
        let body = &mut self.body;
        self.records.take(&[], &mut |record| body.take(&record))?;
        let mut partial = self.body.end(self.delimiter, !self.ends_with_line)?;
        partial.around.metadata.delimiter = Some(char::from(self.delimiter));
        Ok(partial)
    }
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

    fn has_only_blanks_after(&self, width: usize) -> bool {
        Record::has_only_blanks_after(self, width)
    }

    fn push(&self, columns: &mut [Builder]) -> Result<(), Problem> {
        let mut cells = self.cells();
        columns.iter_mut().try_for_each(|column| column.push(cells.next().unwrap_or_default()))
    }

    fn texts(&self) -> HeadRow {
        let cells = self.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).listed();
        HeadRow { line: self.line, blank_lines: self.blank_lines, cells }
    }
}
