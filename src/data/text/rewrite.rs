//! Bytes of a dialect that the reader of records does not know, to those of one that it does.

use super::cuts::blanks;
use super::dialect::{Between, Dialect, UNIT_SEPARATOR};

/// What rewrites a text, however it is cut.
#[derive(Clone)]
pub(in crate::data) struct Rewriter {
    dialect: Dialect,
    /// Whether anything has to be rewritten.
    is_needed: bool,
    in_quotes: bool,
    /// Whether nothing of the cell has come, and nothing of the line.
    at_cell: bool,
    at_line: bool,
    /// The last bytes, which those to come may change the meaning of.
    rest: Vec<u8>,
}

/// Whether nothing of the line comes behind the byte that a text begins with.
fn ends_line(text: &[u8]) -> bool {
    matches!(text, [_] | [_, b'\n' | b'\r', ..])
}

/// The longest run of bytes that has one meaning, blanks apart.
const LONGEST: usize = 3;
/// More blanks in a row than this are several runs.
const MOST_BLANKS: usize = 4096;

impl Rewriter {
    pub(in crate::data) fn new(dialect: Dialect) -> Rewriter {
        let is_needed = !matches!(dialect.between, Between::Byte(_))
            || dialect.is_escaped
            || dialect.has_blanks_before_quotes
            || dialect.has_curly_quotes
            || dialect.is_wrapped
            || dialect.ends_in_returns;
        Rewriter { dialect, is_needed, in_quotes: false, at_cell: true, at_line: true, rest: Vec::new() }
    }

    /// Whether there is nothing to do.
    pub(in crate::data) fn is_idle(&self) -> bool {
        !self.is_needed
    }

    /// The next bytes rewritten; `at_end` says that no more come.
    pub(in crate::data) fn take(&mut self, bytes: &[u8], at_end: bool) -> Vec<u8> {
        let all = [std::mem::take(&mut self.rest).as_slice(), bytes].concat();
        let mut out = Vec::with_capacity(all.len());
        let mut left = all.as_slice();
        while let Some((byte, _)) = left.split_first() {
            let run = blanks(left);
            let is_undecided = left.len() < LONGEST || (run == left.len() && run < MOST_BLANKS);
            if is_undecided && !at_end {
                self.rest = left.to_vec();
                break;
            }
            let taken = self.step(*byte, left, run, &mut out);
            left = left.get(taken.max(1)..).unwrap_or_default();
        }
        out
    }

    /// Rewrites what `left` begins with; how many bytes of it that were.
    fn step(&mut self, byte: u8, left: &[u8], run: usize, out: &mut Vec<u8>) -> usize {
        let quote = self.dialect.quote.unwrap_or(0);
        let (byte, length) = match left {
            [0xe2, 0x80, 0x9c | 0x9d, ..] if self.dialect.has_curly_quotes => (b'"', 3),
            [b'\r', ..] if self.dialect.ends_in_returns => (b'\n', 1),
            [b'"', ..] if self.dialect.is_wrapped && (self.at_line || ends_line(left)) => {
                // The quotes around the line.
                self.at_line = false;
                return 1;
            }
            [b'"', b'"', ..] if self.dialect.is_wrapped => (b'"', 2),
            _ => (byte, 1),
        };
        if self.in_quotes {
            if self.dialect.is_escaped
                && let [b'\\', mark, ..] = left
                && *mark == quote
            {
                out.extend_from_slice(&[quote, quote]);
                return 2;
            }
            if byte == quote && quote != 0 {
                if left.get(length) == Some(&quote) && length == 1 && !self.dialect.is_wrapped {
                    out.extend_from_slice(&[quote, quote]);
                    return 2;
                }
                self.in_quotes = false;
            }
            out.push(byte);
            return length;
        }
        if matches!(byte, b'\n' | b'\r') {
            (self.at_cell, self.at_line) = (true, true);
            out.push(byte);
            return length;
        }
        let delimiter = match self.dialect.between {
            Between::Byte(delimiter) => usize::from(byte == delimiter),
            Between::Twice(delimiter) => match left {
                [first, second, ..] if *first == delimiter && *second == delimiter => 2,
                _ => 0,
            },
            Between::Blanks(least) => {
                let ends_line = matches!(left.get(run), None | Some(b'\n' | b'\r'));
                if run > 0 && (self.at_line || ends_line) {
                    return run;
                }
                if run >= least { run } else { 0 }
            }
        };
        self.at_line = false;
        if delimiter > 0 {
            self.at_cell = true;
            out.push(match self.dialect.between {
                Between::Byte(delimiter) => delimiter,
                _ => UNIT_SEPARATOR,
            });
            return delimiter;
        }
        if self.at_cell && byte == b' ' {
            // Nothing but blanks before a quote.
            return 1;
        }
        if self.at_cell && byte == quote && quote != 0 {
            self.in_quotes = true;
        }
        self.at_cell = false;
        out.push(byte);
        length
    }
}
