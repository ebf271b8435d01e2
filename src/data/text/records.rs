//! The records of a CSV file, as its bytes come in, by csv-core.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::model::Problem;

use crate::data::limits::{MAX_COLUMNS, MAX_RECORD_BYTES};

/// What cuts bytes into records, however the bytes are cut.
pub(in crate::data) struct Records {
    reader: Reader,
    delimiter: u8,
    /// The cells of the record that has begun, one after the other, and where each ends.
    text: Vec<u8>,
    ends: Vec<usize>,
    /// How much of `text` and `ends` is filled.
    text_length: usize,
    cells: usize,
    /// The line on which the record starts, once it has begun.
    line: Option<usize>,
    /// The bytes of the record that has begun, from before the last ones taken.
    begun: Vec<u8>,
    /// How many line ends csv-core leaves to be counted before the next record.
    blank_lines: usize,
}

/// The cells of one line.
pub(in crate::data) struct Record<'a> {
    /// The cells one after the other, unquoted.
    text: &'a [u8],
    /// Where each cell ends in `text`.
    ends: &'a [usize],
    /// The line it starts on, counted from 1.
    pub(in crate::data) line: usize,
    /// How many blank lines stand before it.
    pub(in crate::data) blank_lines: usize,
}

impl Records {
    /// For a file with this character between cells.
    pub(in crate::data) fn new(delimiter: u8) -> Records {
        Records {
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            delimiter,
            text: vec![0u8; 1024],
            ends: vec![0usize; 64],
            text_length: 0,
            cells: 0,
            line: None,
            begun: Vec::new(),
            blank_lines: 0,
        }
    }

    /// Takes the next bytes, none at the file's end, and calls `each` with every record that they complete.
    ///
    /// # Errors
    /// `too-many-columns`, `record-too-long`, and what `each` says.
    pub(in crate::data) fn take(
        &mut self,
        bytes: &[u8],
        each: &mut dyn FnMut(Record<'_>) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let at_end = bytes.is_empty();
        let mut input = bytes;
        let mut record_start = bytes;
        loop {
            if self.line.is_none() {
                let breaks = input.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
                let skipped = input.get(..breaks).unwrap_or_default();
                // csv-core passes over these without telling; the line it gives is the one before them.
                let lines = skipped.iter().filter(|byte| **byte == b'\n').count();
                self.blank_lines += lines;
                if breaks == input.len() && !at_end {
                    self.skip(skipped);
                    return Ok(());
                }
                self.skip(skipped);
                input = input.get(breaks..).unwrap_or_default();
                record_start = input;
                self.line = Some(self.reader.line() as usize);
            }
            let (result, read, written, ended) = self.reader.read_record(
                input,
                self.text.get_mut(self.text_length..).unwrap_or_default(),
                self.ends.get_mut(self.cells..).unwrap_or_default(),
            );
            input = input.get(read..).unwrap_or_default();
            self.text_length += written;
            self.cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {
                    if self.begun.len() + record_start.len() > MAX_RECORD_BYTES {
                        let line = self.line.unwrap_or_default();
                        return Err(Problem::new("truncated").with("row", line).at_row(line));
                    }
                    self.begun.extend_from_slice(record_start);
                    return Ok(());
                }
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull if self.cells > 2 * MAX_COLUMNS => {
                    let line = self.line.unwrap_or_default();
                    return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(line));
                }
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::End => return Ok(()),
                ReadRecordResult::Record => {
                    let record = Record {
                        text: self.text.get(..self.text_length).unwrap_or_default(),
                        ends: self.ends.get(..self.cells).unwrap_or_default(),
                        line: self.line.take().unwrap_or_default(),
                        // The line end of the record before is not blank.
                        blank_lines: std::mem::take(&mut self.blank_lines),
                    };
                    self.begun.clear();
                    (self.text_length, self.cells) = (0, 0);
                    record_start = input;
                    if !record.is_blank() {
                        each(record)?;
                    } else {
                        self.blank_lines += 1;
                    }
                }
            }
        }
    }

    /// Lets csv-core count line ends.
    fn skip(&mut self, breaks: &[u8]) {
        if !breaks.is_empty() {
            let _ = self.reader.read_record(breaks, &mut [0], &mut [0]);
        }
    }

    /// The line on which a quoted cell opens that the file ends within; asked before the last, empty bytes are taken.
    pub(in crate::data) fn unclosed_quote(&self) -> Option<usize> {
        let mut line = self.line?;
        let (mut opened, mut cell_start) = (None, true);
        let mut bytes = self.begun.iter().copied().peekable();
        while let Some(byte) = bytes.next() {
            match (byte, opened) {
                (b'"', Some(_)) if bytes.peek() == Some(&b'"') => {
                    bytes.next();
                }
                (b'"', Some(_)) => opened = None,
                (b'"', None) if cell_start => opened = Some(line),
                _ => {}
            }
            line += usize::from(byte == b'\n');
            cell_start = byte == self.delimiter || byte == b'\n' || byte == b'\r';
        }
        opened
    }
}

impl<'a> Record<'a> {
    /// The cells, trimmed.
    pub(in crate::data) fn cells(&self) -> RecordCells<'a> {
        RecordCells::new(self.text, self.ends)
    }

    /// How many cells there are.
    pub(in crate::data) fn width(&self) -> usize {
        self.ends.len()
    }

    /// Whether only the first cell holds anything.
    pub(in crate::data) fn has_only_first(&self) -> bool {
        self.ends.first() == self.ends.last() && self.ends.first().is_some_and(|end| *end > 0)
    }

    /// Whether all cells are blank.
    fn is_blank(&self) -> bool {
        self.text.iter().all(u8::is_ascii_whitespace)
    }

    /// Whether it is at least `width` cells wide and has nothing beyond them, as spreadsheets write empty columns.
    pub(in crate::data) fn has_only_blanks_after(&self, width: usize) -> bool {
        let end = width.checked_sub(1).and_then(|last| self.ends.get(last)).copied();
        end.and_then(|end| self.text.get(end..)).is_some_and(|rest| rest.iter().all(u8::is_ascii_whitespace))
    }
}

/// The trimmed cells of a record.
pub(in crate::data) struct RecordCells<'a> {
    text: &'a [u8],
    ends: std::slice::Iter<'a, usize>,
    start: usize,
}

impl<'a> RecordCells<'a> {
    /// Of a text that holds them one after the other, and where each ends.
    pub(in crate::data) fn new(text: &'a [u8], ends: &'a [usize]) -> RecordCells<'a> {
        RecordCells { text, ends: ends.iter(), start: 0 }
    }
}

impl<'a> Iterator for RecordCells<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let end = *self.ends.next()?;
        Some(trim(self.text.get(std::mem::replace(&mut self.start, end)..end).unwrap_or_default()))
    }
}

/// `cell` without blanks around it, no-break spaces included.
fn trim(cell: &[u8]) -> &[u8] {
    let plain = |byte: Option<&u8>| byte.is_none_or(|byte| *byte > b' ' && byte.is_ascii());
    if plain(cell.first()) && plain(cell.last()) {
        return cell;
    }
    match std::str::from_utf8(cell) {
        Ok(text) => text.trim().as_bytes(),
        Err(_) => cell.trim_ascii(),
    }
}
