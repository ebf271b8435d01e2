//! What a file is, told from its first bytes.

use crate::model::Problem;

/// How much of a file the delimiter is told from: enough for the header and some rows of the widest tables.
const SAMPLE_BYTES: usize = 64 * 1024;
/// How many lines of it.
const SAMPLE_LINES: usize = 20;

/// Refuses what is no text at all.
pub(super) fn refuse_other_formats(bytes: &[u8]) -> Result<(), Problem> {
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let is_binary = bytes.iter().take(1024).any(|byte| *byte == 0) && !is_utf16;
    // `PK` starts every .xlsx and .ods, `D0 CF` every .xls.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") || is_binary {
        return Err(Problem::new("spreadsheet-not-csv"));
    }
    Ok(())
}

/// Refuses nothing at all, HTML and JSON.
pub(super) fn refuse_markup(text: &[u8]) -> Result<(), Problem> {
    let start = text.trim_ascii_start();
    let starts = |what: &[u8]| start.get(..what.len()).is_some_and(|start| start.eq_ignore_ascii_case(what));
    if start.is_empty() {
        return Err(Problem::new("empty-file"));
    }
    if starts(b"<!doctype") || starts(b"<html") || starts(b"<?xml") || starts(b"<head") || starts(b"<body") {
        return Err(Problem::new("html-not-csv"));
    }
    if starts(b"{") || starts(b"[") {
        return Err(Problem::new("json-not-csv"));
    }
    Ok(())
}

/// The character between cells: the one that cuts most lines into as many cells as the header; where the first line is
/// a title, the one that most lines have; else the comma.
pub(super) fn delimiter(text: &[u8]) -> u8 {
    let sample = text.get(..SAMPLE_BYTES).unwrap_or(text);
    let (mut best, mut best_score) = (b',', (0, 0));
    for candidate in *b",;\t|" {
        let counts = counts(sample, candidate);
        let header = counts.first().copied().unwrap_or(0);
        let alike = counts.iter().filter(|count| **count == header).count();
        let with_any = counts.iter().filter(|count| **count > 0).count();
        let score =
            if header > 0 { (1 + alike, header) } else { (usize::from(with_any * 2 > counts.len()), 0) };
        if score > best_score {
            (best, best_score) = (candidate, score);
        }
    }
    best
}

/// How often `delimiter` stands outside quotes on each of the first lines.
fn counts(sample: &[u8], delimiter: u8) -> Vec<usize> {
    let (mut counts, mut count, mut quoted, mut blank) = (Vec::new(), 0, false, true);
    for byte in sample {
        match *byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => {
                if !blank {
                    counts.push(count);
                }
                (count, blank) = (0, true);
                if counts.len() == SAMPLE_LINES {
                    return counts;
                }
                continue;
            }
            byte if byte == delimiter && !quoted => count += 1,
            _ => {}
        }
        blank = false;
    }
    if !blank {
        counts.push(count);
    }
    counts
}
