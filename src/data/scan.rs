//! One pass over the records of a file, by csv-core.

use csv_core::{ReadRecordResult, ReaderBuilder};

use crate::model::Problem;

use super::column::Builder;
use super::csv::{MAX_COLUMNS, MAX_ROWS};

/// A CSV file as UTF-8, with its delimiter.
pub(super) struct Scan<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) delimiter: u8,
}

/// What a pass saw of the file's form.
#[derive(Default)]
pub(super) struct Shape {
    /// How many rows of data there are.
    pub(super) rows: usize,
    /// How many rows have another number of cells than the header.
    pub(super) ragged: usize,
    /// How many of these have more cells than the header.
    pub(super) too_long: usize,
    /// The line of the first of them, and its number of cells.
    pub(super) first_ragged: Option<(usize, usize)>,
    /// Whether the last row has too few cells.
    pub(super) last_short: bool,
    /// From which row on lines are numbered how: `(row, line)`; rows between follow on.
    pub(super) lines: Vec<(usize, usize)>,
    /// Where the last record starts: byte and line.
    last_start: (usize, usize),
}

impl Shape {
    /// About how many rows a file of `bytes` has, by those seen; never more than a row every two bytes.
    pub(super) fn rows_of_whole(&self, bytes: usize) -> usize {
        let (offset, _) = self.last_start;
        let seen = self.rows.saturating_sub(1);
        let bytes_a_row = offset.checked_div(seen).map(|bytes_a_row| bytes_a_row.max(2));
        bytes_a_row.map_or(0, |bytes_a_row| (bytes / bytes_a_row).min(MAX_ROWS) + seen)
    }

    /// The line of the file on which row `row` of the table starts, counted from 1 with the header.
    pub(super) fn line_of(&self, row: usize) -> usize {
        let from = self.lines.partition_point(|(first, _)| *first <= row);
        match from.checked_sub(1).and_then(|index| self.lines.get(index)) {
            Some((first, line)) => line + (row - first),
            None => row + 2,
        }
    }
}

impl Scan<'_> {
    /// Gives every cell of up to `limit` rows to its column's builder; `width` is the number of columns of the header.
    pub(super) fn read(&self, builders: &mut [Builder], limit: usize) -> Result<Shape, Problem> {
        let mut shape = Shape::default();
        let mut next_line = 0;
        let width = builders.len();
        let mut header = true;
        self.records(&mut |record| {
            if std::mem::take(&mut header) {
                return Ok(true);
            }
            if shape.rows >= limit {
                return Ok(false);
            }
            if record.line != next_line {
                shape.lines.push((shape.rows, record.line));
                next_line = record.line;
            }
            next_line += 1;
            let cells = record.ends.len();
            if cells != width && !record.has_only_blanks_after(width) {
                shape.ragged += 1;
                shape.too_long += usize::from(cells > width);
                shape.first_ragged.get_or_insert((record.line, cells));
            }
            shape.last_short = cells < width;
            shape.last_start = (record.offset, record.line);
            let mut start = 0;
            let mut ends = record.ends.iter();
            for builder in builders.iter_mut() {
                let cell = match ends.next() {
                    Some(end) => {
                        record.text.get(std::mem::replace(&mut start, *end)..*end).unwrap_or_default()
                    }
                    None => &[],
                };
                builder.push(trim(cell))?;
            }
            shape.rows += 1;
            Ok(true)
        })?;
        Ok(shape)
    }

    /// The names in the header, trimmed.
    pub(super) fn header(&self) -> Result<Vec<String>, Problem> {
        let mut names = Vec::new();
        self.records(&mut |record| {
            let mut start = 0;
            for end in record.ends {
                let cell = record.text.get(std::mem::replace(&mut start, *end)..*end).unwrap_or_default();
                names.push(String::from_utf8_lossy(trim(cell)).into_owned());
            }
            Ok(false)
        })?;
        Ok(names)
    }

    /// The line on which a quoted cell opens that the file ends within.
    pub(super) fn unclosed_quote(&self, shape: &Shape) -> Option<usize> {
        let (offset, mut line) = shape.last_start;
        let (mut opened, mut cell_start) = (None, true);
        let mut bytes = self.bytes.get(offset..)?.iter().copied().peekable();
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

    /// Calls `each` with every record that is not blank, until it answers `false`.
    fn records(&self, each: &mut dyn FnMut(Record<'_>) -> Result<bool, Problem>) -> Result<(), Problem> {
        let mut reader = ReaderBuilder::new().delimiter(self.delimiter).build();
        let mut input = self.bytes;
        let mut text = vec![0u8; 1024];
        let mut ends = vec![0usize; 64];
        loop {
            let (offset, line) = (self.bytes.len() - input.len(), reader.line() as usize);
            // A line break that csv-core left from the record before.
            let breaks = input.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
            let line = line + breaks.filter(|byte| **byte == b'\n').count();
            let (mut text_length, mut cells) = (0, 0);
            let ended = loop {
                let (result, read, written, ended) = reader.read_record(
                    input,
                    text.get_mut(text_length..).unwrap_or_default(),
                    ends.get_mut(cells..).unwrap_or_default(),
                );
                input = input.get(read..).unwrap_or_default();
                text_length += written;
                cells += ended;
                match result {
                    ReadRecordResult::InputEmpty => {}
                    ReadRecordResult::OutputFull => text.resize(text.len() * 2, 0),
                    ReadRecordResult::OutputEndsFull if cells > 2 * MAX_COLUMNS => {
                        return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS).at_row(line));
                    }
                    ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
                    ReadRecordResult::Record => break false,
                    ReadRecordResult::End => break true,
                }
            };
            if ended {
                return Ok(());
            }
            let record = Record {
                text: text.get(..text_length).unwrap_or_default(),
                ends: ends.get(..cells).unwrap_or_default(),
                line,
                offset,
            };
            if !record.text.iter().all(u8::is_ascii_whitespace) && !each(record)? {
                return Ok(());
            }
        }
    }
}

/// The cells of one line.
struct Record<'a> {
    /// The cells one after the other, unquoted.
    text: &'a [u8],
    /// Where each cell ends in `text`.
    ends: &'a [usize],
    /// The line it starts on, counted from 1.
    line: usize,
    /// The byte it starts at.
    offset: usize,
}

impl Record<'_> {
    /// Whether it is at least `width` cells wide and has nothing beyond them, as spreadsheets write empty columns.
    fn has_only_blanks_after(&self, width: usize) -> bool {
        let end = width.checked_sub(1).and_then(|last| self.ends.get(last)).copied();
        end.and_then(|end| self.text.get(end..)).is_some_and(|rest| rest.iter().all(u8::is_ascii_whitespace))
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
