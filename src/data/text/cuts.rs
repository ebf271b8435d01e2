//! The ways to cut lines into cells, and how well each fits.

use super::dialect::{Between, SAMPLE_BYTES, SAMPLE_LINES};
use super::shapes::{Shape, shape};

/// The best way to cut a sample.
pub(in crate::data) fn best(sample: &[u8]) -> (Between, Option<u8>) {
    const BYTES: &[u8] = b",;\t|^~:\x1f ";
    let (mut best, mut best_score) = ((Between::Byte(b','), Some(b'"')), 0.0);
    // An apostrophe is a quote only where cells begin with it.
    let quotes = [Some(b'"'), Some(b'\''), None];
    let opens = |quote: u8| {
        sample.first() == Some(&quote)
            || sample.windows(2).any(|pair| match pair {
                [before, mark] => {
                    *mark == quote
                        && ((*before != b' ' && BYTES.contains(before)) || matches!(before, b'\n' | b'\r'))
                }
                _ => false,
            })
    };
    let (has_double, has_single) = (opens(b'"'), opens(b'\''));
    // A few quotes that close nothing are slips, which the reader of records mends; many are letters.
    let has_letters = has_double && are_letters(sample);
    let mut judge = |between: Between, weight: f64| {
        for quote in quotes {
            let (is_worth, weight) = match quote {
                Some(b'"') => (true, weight),
                Some(_) => (has_single, weight * 0.95),
                None => (has_letters, weight * 0.8),
            };
            if !is_worth {
                continue;
            }
            let score = weight * score(sample, between, quote);
            if score > best_score * 1.000_001 {
                (best, best_score) = ((between, quote), score);
            }
        }
    };
    for byte in BYTES {
        if !sample.contains(byte) {
            continue;
        }
        let weight = match byte {
            b',' | b';' | b'\t' | b'|' | 0x1f => 1.0,
            b'^' | b'~' => 0.9,
            _ => 0.6,
        };
        if is_always_twice(sample, *byte) {
            judge(Between::Twice(*byte), weight);
            continue;
        }
        judge(Between::Byte(*byte), weight);
    }
    for blanks in [2, 1] {
        judge(Between::Blanks(blanks), 0.55);
    }
    best
}

/// Whether quotes open cells and never close one before a delimiter or a line's end.
fn are_letters(sample: &[u8]) -> bool {
    let is_edge = |byte: Option<&u8>| {
        byte.is_none_or(|byte| matches!(byte, b',' | b';' | b'\t' | b'|' | b'\n' | b'\r'))
    };
    let (mut opens, mut closes, mut before, mut left) = (0usize, 0usize, None, sample);
    while let Some((byte, rest)) = left.split_first() {
        if *byte == b'"' {
            opens += usize::from(is_edge(before) && !is_edge(rest.first()));
            closes += usize::from(is_edge(rest.first()) && !is_edge(before));
        }
        before = Some(byte);
        left = rest;
    }
    opens > 2 && closes == 0
}

/// Whether a delimiter never stands alone: `||`. Of commas that would be a column without anything.
fn is_always_twice(sample: &[u8], delimiter: u8) -> bool {
    if matches!(delimiter, b',' | b' ') {
        return false;
    }
    let (mut run, mut runs) = (0usize, 0usize);
    for byte in sample {
        if *byte == delimiter {
            run += 1;
            continue;
        }
        if run % 2 == 1 {
            return false;
        }
        runs += usize::from(run > 0);
        run = 0;
    }
    runs > 1
}

/// How well a sample is cut so: 0 for not at all.
fn score(sample: &[u8], between: Between, quote: Option<u8>) -> f64 {
    let mut found = Found::default();
    cut(sample, between, quote, &mut found);
    let lines = found.widths.len();
    let (mut kinds, mut sum, mut most, mut usual): (Vec<usize>, f64, usize, usize) = (Vec::new(), 0.0, 0, 1);
    for width in &found.widths {
        let cells = *width as f64;
        sum += (cells - 1.0) / cells;
        if !kinds.contains(width) {
            kinds.push(*width);
            let alike = found.widths.iter().filter(|other| *other == width).count();
            if alike > most && *width > 1 {
                (most, usual) = (alike, *width);
            }
        }
    }
    if lines == 0 || usual < 2 || found.cells == 0 {
        return 0.0;
    }
    let is_odd = match between {
        Between::Byte(byte) => matches!(byte, b':' | b' '),
        Between::Blanks(_) => true,
        Between::Twice(_) => false,
    };
    // Words have blanks and colons between them that cut nothing: there have to be figures, or quotes, in nearly all lines.
    let is_sure = most * 10 >= lines.saturating_sub(1) * 8
        && (found.figures * 5 >= found.cells || found.quoted * 5 >= found.cells);
    if is_odd && !(is_sure && lines > 1) {
        return 0.0;
    }
    let alike = most as f64 / lines as f64;
    let typed = found.typed as f64 / found.cells as f64;
    sum / lines as f64 / kinds.len() as f64 * (0.5 + 0.5 * alike) * typed
}

/// What a sample is cut into.
#[derive(Default)]
struct Found {
    /// How many cells each line has.
    widths: Vec<usize>,
    cells: usize,
    /// How many of the cells look like something, are figures, stand in quotes.
    typed: usize,
    figures: usize,
    quoted: usize,
}

impl Found {
    fn cell(&mut self, cell: &[u8], quote: Option<u8>) {
        let cell = cell.trim_ascii();
        let inner = quote.and_then(|quote| cell.strip_prefix(&[quote])?.strip_suffix(&[quote]));
        self.cells += 1;
        self.quoted += usize::from(inner.is_some());
        match (inner, shape(inner.unwrap_or(cell))) {
            (_, Shape::Figure) => {
                self.figures += 1;
                self.typed += 1;
            }
            (Some(_), _) | (_, Shape::Text | Shape::Empty) => self.typed += 1,
            (None, Shape::Odd) => {}
        }
    }
}

/// Cuts a sample; the last line, which may be cut off, is left unless it is the only one.
fn cut(sample: &[u8], between: Between, quote: Option<u8>, found: &mut Found) {
    let (mut start, mut at, mut width, mut in_quotes) = (0usize, 0usize, 0usize, false);
    let slice = |from: usize, to: usize| sample.get(from..to).unwrap_or_default();
    let mut is_blank = true;
    while let Some(byte) = sample.get(at).copied() {
        let is_break = matches!(byte, b'\n' | b'\r');
        if quote == Some(byte) {
            if in_quotes {
                in_quotes = false;
            } else if slice(start, at).trim_ascii().is_empty()
                || sample.get(at.wrapping_sub(1)) == Some(&byte)
            {
                in_quotes = true;
            }
            is_blank = false;
            at += 1;
            continue;
        }
        if in_quotes {
            at += 1;
            continue;
        }
        if is_break {
            if !is_blank {
                let rest = slice(start, at);
                // Blanks at a line's end cut nothing off.
                if !(matches!(between, Between::Blanks(_)) && rest.trim_ascii().is_empty()) {
                    found.cell(rest, quote);
                    width += 1;
                }
                found.widths.push(width);
                if found.widths.len() == SAMPLE_LINES {
                    return;
                }
            }
            (width, is_blank) = (0, true);
            at += 1;
            start = at;
            continue;
        }
        let length = match between {
            Between::Byte(delimiter) => usize::from(byte == delimiter),
            Between::Twice(delimiter) => {
                2 * usize::from(byte == delimiter && sample.get(at + 1) == Some(&delimiter))
            }
            Between::Blanks(least) => {
                let run = blanks(slice(at, sample.len()));
                if is_blank {
                    // What stands before the first cell is an indent.
                    at += run;
                    start = at;
                    if run > 0 {
                        continue;
                    }
                }
                if run >= least { run } else { 0 }
            }
        };
        is_blank &= byte.is_ascii_whitespace();
        if length > 0 {
            found.cell(slice(start, at), quote);
            width += 1;
            at += length;
            start = at;
        } else {
            at += 1;
        }
    }
    if !is_blank && (found.widths.len() < 2 || sample.len() < SAMPLE_BYTES) {
        found.cell(slice(start, at), quote);
        found.widths.push(width + 1);
    }
}

/// How many blanks and tabs a text starts with.
pub(in crate::data) fn blanks(text: &[u8]) -> usize {
    text.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}
