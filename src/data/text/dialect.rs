//! How a file cuts its lines into cells: by consistency, as people tell it at a glance.
//!
//! Each way to cut is judged by how alike the lines' numbers of cells are and by how many of its cells look like
//! something, after van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type patterns" (2019).

use super::cuts::best;

/// How much of a file its dialect is told from: enough for the header and some rows of the widest tables.
pub(in crate::data) const SAMPLE_BYTES: usize = 64 * 1024;
/// How many lines of it.
pub(in crate::data) const SAMPLE_LINES: usize = 100;
/// What stands for a delimiter of several characters once the text is rewritten: ASCII's own, of no keyboard.
pub(in crate::data) const UNIT_SEPARATOR: u8 = 0x1f;

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::data) enum Between {
    /// This byte.
    Byte(u8),
    /// This byte twice.
    Twice(u8),
    /// At least as many blanks or tabs.
    Blanks(usize),
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::data) struct Dialect {
    pub(in crate::data) between: Between,
    /// What stands around a cell that holds a delimiter.
    pub(in crate::data) quote: Option<u8>,
    /// Whether a backslash stands before a quote within a quoted cell.
    pub(in crate::data) is_escaped: bool,
    /// Whether blanks stand between a delimiter and a quote.
    pub(in crate::data) has_blanks_before_quotes: bool,
    /// Whether the quotes are those of a word processor: “ and ”.
    pub(in crate::data) has_curly_quotes: bool,
    /// Whether each line stands in quotes as if it were one cell.
    pub(in crate::data) is_wrapped: bool,
    /// Whether lines end in a carriage return alone.
    pub(in crate::data) ends_in_returns: bool,
    /// How many bytes before the table say how it is cut: `sep=;`.
    pub(in crate::data) said: usize,
}

impl Dialect {
    /// The byte between cells, once the text is rewritten.
    pub(in crate::data) fn delimiter(&self) -> u8 {
        match self.between {
            Between::Byte(byte) => byte,
            _ => UNIT_SEPARATOR,
        }
    }

    /// The character between cells as the file has it.
    pub(in crate::data) fn character(&self) -> char {
        match self.between {
            Between::Byte(byte) | Between::Twice(byte) => char::from(byte),
            Between::Blanks(_) => ' ',
        }
    }

    /// Tells it from a file's first bytes.
    pub(in crate::data) fn of(text: &[u8]) -> Dialect {
        let text = text.get(..SAMPLE_BYTES).unwrap_or(text);
        let ends_in_returns = text.contains(&b'\r') && !text.contains(&b'\n');
        let said = said(text);
        let sample = text.get(said.map_or(0, |(length, _)| length)..).unwrap_or_default();
        let is_wrapped = is_wrapped(sample);
        let unwrapped: Vec<u8>;
        let sample = match is_wrapped {
            true => {
                unwrapped = unwrapped_lines(sample);
                &unwrapped
            }
            false => sample,
        };
        let has_curly_quotes = has_curly_quotes(sample);
        let straight: Vec<u8>;
        let sample = match has_curly_quotes {
            true => {
                straight = straightened(sample);
                &straight
            }
            false => sample,
        };
        let (between, quote) = match said {
            Some((_, delimiter)) => (Between::Byte(delimiter), Some(b'"')),
            None => best(sample),
        };
        let delimiter = match between {
            Between::Byte(byte) | Between::Twice(byte) => byte,
            Between::Blanks(_) => b' ',
        };
        let quoted = |parts: &[u8; 3]| sample.windows(3).any(|window| window == parts);
        let mark = quote.unwrap_or(b'"');
        Dialect {
            between,
            quote,
            is_escaped: is_escaped(sample, delimiter, mark),
            has_blanks_before_quotes: quote.is_some()
                && delimiter != b' '
                && quoted(&[delimiter, b' ', mark]),
            has_curly_quotes,
            is_wrapped,
            ends_in_returns,
            said: said.map_or(0, |(length, _)| length),
        }
    }
}

/// What Excel writes before its files: `sep=;`, with its line's length.
fn said(text: &[u8]) -> Option<(usize, u8)> {
    let line = text.iter().position(|byte| matches!(byte, b'\n' | b'\r'))?;
    let said = text.get(..line)?.trim_ascii_end();
    let word = said.strip_prefix(b"\"").and_then(|said| said.strip_suffix(b"\"")).unwrap_or(said);
    let delimiter = match word.get(4..) {
        Some([delimiter]) => *delimiter,
        // The tab itself has been taken for a blank at the line's end.
        Some([]) => b'\t',
        _ => return None,
    };
    word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"sep=")).then_some((line, delimiter))
}

/// Whether every line stands in quotes and has delimiters within, and no quote that closes a cell before one.
fn is_wrapped(sample: &[u8]) -> bool {
    let mut lines = 0;
    for line in sample.split(|byte| matches!(byte, b'\n' | b'\r')).take(SAMPLE_LINES) {
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        let inner = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\""));
        let has_single_quote = |inner: &[u8]| {
            let mut left = inner;
            while let Some((byte, rest)) = left.split_first() {
                left = rest;
                if *byte == b'"' {
                    match rest.split_first() {
                        Some((b'"', after)) => left = after,
                        _ => return true,
                    }
                }
            }
            false
        };
        // `Smith, John` is a name.
        let has_delimiter = |inner: &[u8]| {
            inner.windows(2).any(|pair| matches!(pair, [b',' | b';', after] if *after != b' '))
        };
        let is_one = inner.is_some_and(|inner| has_delimiter(inner) && !has_single_quote(inner));
        // The last line may be cut off.
        if !is_one {
            return lines > 2 && line.starts_with(b"\"") && !line.ends_with(b"\"") && sample.ends_with(line);
        }
        lines += 1;
    }
    lines > 1
}

/// Lines without the quotes around each, and with one quote for two.
fn unwrapped_lines(sample: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(sample.len());
    for line in sample.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
        let inner = line.trim_ascii();
        let inner = inner.strip_prefix(b"\"").unwrap_or(inner);
        let inner = inner.strip_suffix(b"\"").unwrap_or(inner);
        let mut left = inner;
        while let Some((byte, rest)) = left.split_first() {
            out.push(*byte);
            left = if left.starts_with(b"\"\"") { rest.get(1..).unwrap_or_default() } else { rest };
        }
        out.extend_from_slice(line.get(line.trim_ascii_end().len()..).unwrap_or_default());
    }
    out
}

/// How many cells begin or end with quotes of a word processor, where none have plain ones.
fn has_curly_quotes(sample: &[u8]) -> bool {
    let opening = sample
        .windows(4)
        .filter(|window| matches!(window, [b',' | b';' | b'\t' | b'|' | b'\n', 0xe2, 0x80, 0x9c]));
    opening.count() > 1 && !sample.contains(&b'"')
}

/// The sample with plain quotes.
fn straightened(sample: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(sample.len());
    let mut left = sample;
    while let Some((byte, rest)) = left.split_first() {
        match left {
            [0xe2, 0x80, 0x9c | 0x9d, rest @ ..] => {
                out.push(b'"');
                left = rest;
            }
            _ => {
                out.push(*byte);
                left = rest;
            }
        }
    }
    out
}

/// Whether a backslash stands before quotes that end no cell.
fn is_escaped(sample: &[u8], delimiter: u8, quote: u8) -> bool {
    sample.windows(3).any(|window| match window {
        [b'\\', mark, after] => {
            *mark == quote && *after != delimiter && *after != quote && !matches!(after, b'\n' | b'\r')
        }
        _ => false,
    })
}
