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

/// Whether a file is a workbook or an archive, or a text that the readers of those read: PC-Axis and Excel's XML.
pub(in crate::data) fn is_packed(start: &[u8]) -> bool {
    const MARKS: [&[u8]; 5] = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", COMPOUND_FILE, b"\x1f\x8b"];
    // Before there were compound files: the first record of BIFF 2 to 5.
    let is_old_sheet = matches!(start, [0x09, 0 | 2 | 4 | 8, 4 | 6 | 8 | 16, 0, _, _, 0x10 | 0x05, 0, ..]);
    MARKS.iter().any(|mark| start.starts_with(mark))
        || is_old_sheet
        || is_pc_axis(start)
        || super::foreign::is_spreadsheet_ml(start)
}

/// Whether a text begins as PC-Axis files do: with keywords that each end with a semicolon.
pub(in crate::data) fn is_pc_axis(start: &[u8]) -> bool {
    const KEYWORDS: [&[u8]; 20] = [
        b"CHARSET",
        b"AXIS-VERSION",
        b"CODEPAGE",
        b"LANGUAGE",
        b"CREATION-DATE",
        b"DECIMALS",
        b"SHOWDECIMALS",
        b"MATRIX",
        b"SUBJECT-AREA",
        b"SUBJECT-CODE",
        b"TITLE",
        b"CONTENTS",
        b"UNITS",
        b"STUB",
        b"HEADING",
        b"COPYRIGHT",
        b"DESCRIPTION",
        b"NEXT-UPDATE",
        b"TABLEID",
        b"LAST-UPDATED",
    ];
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let is_keyword = |text: &[u8]| {
        let text = text.trim_ascii_start();
        let ends = |rest: &[u8]| matches!(rest, [b'=' | b'[' | b'(' | b' ', ..]);
        KEYWORDS.iter().any(|keyword| text.strip_prefix(*keyword).is_some_and(ends))
    };
    let mut statements = start.split(|byte| *byte == b';');
    is_keyword(statements.next().unwrap_or_default()) && is_keyword(statements.next().unwrap_or_default())
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
