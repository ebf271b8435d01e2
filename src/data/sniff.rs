//! What a file is, told from its first bytes.

use crate::model::Problem;

/// How much of a file the delimiter is told from: enough for the header and some rows of the widest tables.
const SAMPLE_BYTES: usize = 64 * 1024;
/// How many lines of it.
const SAMPLE_LINES: usize = 60;

/// How much of a file is looked through for what no text has.
const TEXT_BYTES: usize = 1024;

/// How Microsoft's older container starts: .xls, and every workbook behind a password.
pub(in crate::data) const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0";

/// Whether a file is a workbook, or an archive that may be one.
pub(in crate::data) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(COMPOUND_FILE)
}

/// Refuses what is no text at all, by its first bytes.
pub(in crate::data) fn refuse_other_formats(bytes: &[u8]) -> Result<(), Problem> {
    if bytes.starts_with(b"\x1f\x8b") {
        return Err(Problem::new("compressed"));
    }
    if bytes.starts_with(b"%PDF") {
        return Err(Problem::new("pdf-not-csv"));
    }
    Ok(())
}

/// Whether a text is JSON.
///
/// # Errors
/// `empty-file`, `html-not-csv`, `spreadsheet-not-csv`.
pub(in crate::data) fn is_json(text: &[u8]) -> Result<bool, Problem> {
    let start = text.trim_ascii_start();
    let starts = |what: &[u8]| start.get(..what.len()).is_some_and(|start| start.eq_ignore_ascii_case(what));
    if start.is_empty() {
        return Err(Problem::new("empty-file"));
    }
    if text.iter().take(TEXT_BYTES).any(|byte| *byte == 0) {
        return Err(Problem::new("spreadsheet-not-csv"));
    }
    if starts(b"<!") || starts(b"<html") || starts(b"<?xml") || starts(b"<head") || starts(b"<body") {
        return Err(Problem::new("html-not-csv"));
    }
    Ok(starts(b"{") || starts(b"["))
}

/// Whether a JSON text is one object a line.
pub(in crate::data) fn is_json_lines(text: &[u8]) -> bool {
    let mut lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let is_object =
        |line: Option<&[u8]>| line.is_some_and(|line| line.starts_with(b"{") && line.ends_with(b"}"));
    is_object(lines.next()) && lines.next().is_some_and(|line| line.starts_with(b"{"))
}

/// The character between cells: the one that cuts most lines into as many cells; of equals the one that cuts into more,
/// else the comma.
pub(in crate::data) fn delimiter(text: &[u8]) -> u8 {
    let sample = text.get(..SAMPLE_BYTES).unwrap_or(text);
    let (mut best, mut best_score) = (b',', (0, 0));
    for candidate in *b",;\t|" {
        let counts = counts(sample, candidate);
        let mut score = (0, 0);
        for count in &counts {
            let alike = counts.iter().filter(|other| *other == count).count();
            if *count > 0 {
                score = score.max((alike, *count));
            }
        }
        // A preamble has its own number of cells; the table is what most lines are.
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
