//! What a file is, told from its first bytes.

use super::json::wrapper;
use crate::model::Problem;

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
/// `empty-file`, `html-not-csv`.
pub(in crate::data) fn is_json(text: &[u8]) -> Result<bool, Problem> {
    let start = text.trim_ascii_start();
    let starts = |what: &[u8]| start.get(..what.len()).is_some_and(|start| start.eq_ignore_ascii_case(what));
    if start.is_empty() {
        return Err(Problem::new("empty-file"));
    }
    if starts(b"<!") || starts(b"<html") || starts(b"<?xml") || starts(b"<head") || starts(b"<body") {
        return Err(Problem::new("html-not-csv"));
    }
    Ok(starts(b"{") || starts(b"[") || wrapper::start(text).is_some())
}

/// Whether a JSON text is one object a line.
pub(in crate::data) fn is_json_lines(text: &[u8]) -> bool {
    let mut lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let is_object =
        |line: Option<&[u8]>| line.is_some_and(|line| line.starts_with(b"{") && line.ends_with(b"}"));
    is_object(lines.next()) && lines.next().is_some_and(|line| line.starts_with(b"{"))
}
