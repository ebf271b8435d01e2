//! The records of a CSV file, as its bytes come in, by csv-core; quotes that nobody closes are letters.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::stray::literal;
use crate::model::Problem;

use crate::data::limits::{MAX_COLUMNS, MAX_LINE_BYTES};

/// What cuts bytes into records, however the bytes are cut.
pub(in crate::data) struct Records {
    reader: Reader,
    delimiter: u8,
    quote: Option<u8>,
    /// How many cells the table's rows have; 0 as long as nobody knows.
    width: usize,
    /// The first line with a quote that opened nothing, and how many such there were.
    pub(in crate::data) stray: Option<(usize, usize)>,
    /// Line ends of records that were read again.
    lines_before: usize,
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
    /// Whether the record before ended in a carriage return: a line feed that follows ends the same line.
    after_return: bool,
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
    /// For a file with these characters between and around cells.
    pub(in crate::data) fn new(delimiter: u8, quote: Option<u8>) -> Records {
        Records {
            reader: reader(delimiter, quote),
            delimiter,
            quote,
            width: 0,
            stray: None,
            lines_before: 0,
            text: vec![0u8; 1024],
            ends: vec![0usize; 64],
            text_length: 0,
            cells: 0,
            line: None,
            begun: Vec::new(),
            blank_lines: 0,
            after_return: false,
        }
    }

    /// Says how many cells the rows of the table have.
    pub(in crate::data) fn set_width(&mut self, width: usize) {
        self.width = width;
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
                let is_same = self.after_return && skipped.first() == Some(&b'\n');
                self.after_return &= skipped.is_empty();
                self.blank_lines += lines - usize::from(is_same);
                if breaks == input.len() && !at_end {
                    self.skip(skipped);
                    return Ok(());
                }
                self.skip(skipped);
                input = input.get(breaks..).unwrap_or_default();
                record_start = input;
                self.line = Some(self.lines_before + self.reader.line() as usize);
            }
            let (result, read, written, ended) = self.reader.read_record(
                input,
                self.text.get_mut(self.text_length..).unwrap_or_default(),
                self.ends.get_mut(self.cells..).unwrap_or_default(),
            );
            self.after_return = read.checked_sub(1).and_then(|last| input.get(last)) == Some(&b'\r');
            input = input.get(read..).unwrap_or_default();
            self.text_length += written;
            self.cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {
                    self.begun.extend_from_slice(record_start);
                    if self.begun.len() > MAX_LINE_BYTES && !self.mend(each)? {
                        let line = self.line.unwrap_or_default();
                        return Err(Problem::new("truncated").with("row", line).at_row(line));
                    }
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
                    let line = self.line.unwrap_or_default();
                    let ended = self.lines_before + self.reader.line() as usize;
                    let is_odd = ended > line + 1 || self.cells != self.width;
                    if is_odd && self.quote.is_some() && self.width > 1 {
                        let taken = record_start.len().saturating_sub(input.len());
                        let last = record_start.get(..taken).unwrap_or_default();
                        let raw = [self.begun.as_slice(), last].concat();
                        if self.is_stray(&raw, ended > line + 1) {
                            self.begun.clear();
                            (self.text_length, self.cells, self.line) = (0, 0, None);
                            record_start = input;
                            self.literally(&raw, line, each)?;
                            continue;
                        }
                    }
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

    /// Whether lines that a quote holds together are rows of their own, each with all its cells; or a line has all its
    /// cells once a quote is a letter.
    fn is_stray(&self, raw: &[u8], has_lines: bool) -> bool {
        let Some(quote) = self.quote.filter(|quote| raw.contains(quote)) else { return false };
        let mut lines = 0;
        for line in raw.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end) {
            if line.is_empty() {
                continue;
            }
            lines += 1;
            if literal(line, self.delimiter, quote).ends.len() != self.width {
                return false;
            }
        }
        lines > usize::from(has_lines)
    }

    /// Takes lines in which quotes are letters; the first stands on `line`.
    fn literally(
        &mut self,
        raw: &[u8],
        line: usize,
        each: &mut dyn FnMut(Record<'_>) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let quote = self.quote.unwrap_or_default();
        let stray = self.stray.get_or_insert((line, 0));
        stray.1 += 1;
        for (index, text) in raw.split(|byte| *byte == b'\n').enumerate() {
            let cut = literal(text.trim_ascii_end(), self.delimiter, quote);
            if text.trim_ascii().is_empty() {
                continue;
            }
            let blank_lines = std::mem::take(&mut self.blank_lines);
            let record = Record { text: &cut.text, ends: &cut.ends, line: line + index, blank_lines };
            if !record.is_blank() {
                each(record)?;
            }
        }
        Ok(())
    }

    /// Reads on, at the file's end or where a record is too long for one, with the quote that opens it taken for a
    /// letter; whether it can be.
    ///
    /// # Errors
    /// Those of [`Records::take`].
    pub(in crate::data) fn mend(
        &mut self,
        each: &mut dyn FnMut(Record<'_>) -> Result<(), Problem>,
    ) -> Result<bool, Problem> {
        let line = self.line.unwrap_or_default();
        let end = self.begun.iter().position(|byte| *byte == b'\n').unwrap_or(self.begun.len());
        let (first, rest) = self.begun.split_at_checked(end + 1).unwrap_or((&self.begun, &[]));
        if self.width < 2
            || rest.trim_ascii().is_empty()
            || literal(first.trim_ascii_end(), self.delimiter, self.quote.unwrap_or_default()).ends.len()
                != self.width
            || self.stray.is_some_and(|(_, count)| count >= MOST_STRAYS)
        {
            return Ok(false);
        }
        let (first, rest) = (first.trim_ascii_end().to_vec(), rest.to_vec());
        self.reader = reader(self.delimiter, self.quote);
        self.begun.clear();
        (self.text_length, self.cells, self.line) = (0, 0, None);
        self.literally(&first, line, each)?;
        // csv-core counts from 1.
        self.lines_before = line;
        self.take(&rest, each)?;
        Ok(true)
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
            match opened {
                _ if self.quote != Some(byte) => {}
                Some(_) if bytes.peek() == Some(&byte) => {
                    bytes.next();
                }
                Some(_) => opened = None,
                None if cell_start => opened = Some(line),
                None => {}
            }
            line += usize::from(byte == b'\n');
            cell_start = byte == self.delimiter || byte == b'\n' || byte == b'\r';
        }
        opened
    }
}

/// So many quotes that open nothing are no slips.
const MOST_STRAYS: usize = 50;

fn reader(delimiter: u8, quote: Option<u8>) -> Reader {
    let mut builder = ReaderBuilder::new();
    match quote {
        Some(quote) => builder.delimiter(delimiter).quote(quote).build(),
        None => builder.delimiter(delimiter).quoting(false).build(),
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

    /// Whether all cells are blank; the end of a file of DOS is no cell.
    fn is_blank(&self) -> bool {
        self.text.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0x1a)
    }

    /// Whether it is a line drawn below a header: `|---|:--|`.
    pub(in crate::data) fn is_rule(&self) -> bool {
        self.text.len() > 2
            && self.text.iter().all(|byte| matches!(byte, b'-' | b'+' | b':' | b'=' | b' ' | b'|'))
    }

    /// Whether the first cell is this text.
    pub(in crate::data) fn begins_with(&self, text: &[u8]) -> bool {
        let cell = self.ends.first().and_then(|end| self.text.get(..*end)).unwrap_or_default();
        match cell.first() {
            // Asked of every row, of which hardly one does.
            Some(byte) if *byte > b' ' && byte.is_ascii() && text.first() != Some(byte) => false,
            _ => cell.len() >= text.len() && trim(cell) == text,
        }
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

    #[inline]
    fn next(&mut self) -> Option<&'a [u8]> {
        let end = *self.ends.next()?;
        Some(trim(self.text.get(std::mem::replace(&mut self.start, end)..end).unwrap_or_default()))
    }
}

/// `cell` without blanks around it, no-break spaces and marks of UTF-8 included.
#[inline]
fn trim(cell: &[u8]) -> &[u8] {
    let is_plain = |byte: &u8| *byte > b' ' && byte.is_ascii();
    match cell {
        [] => cell,
        [only] if is_plain(only) => cell,
        [first, .., last] if is_plain(first) && is_plain(last) => cell,
        _ => trim_blanks(cell),
    }
}

#[inline(never)]
fn trim_blanks(cell: &[u8]) -> &[u8] {
    match std::str::from_utf8(cell) {
        Ok(text) => text
            .trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{1a}'))
            .as_bytes(),
        Err(_) => cell.trim_ascii(),
    }
}
