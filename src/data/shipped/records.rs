//! The records of well-formed tables, as the project's own are: commas, quotes where a cell needs them, a line each.
//!
//! Their bytes are all there and their cells are well formed, so that the first drawing does without the reader of authors'
//! files, which takes bytes as they come and knows where each fault lies.

use crate::data::text::records::RecordCells;
use crate::model::Problem;

/// Calls `each` with the cells of every record that is not blank, and with how many there are.
///
/// # Errors
/// `broken-off` where the bytes end within a quoted cell.
pub(in crate::data) fn each_record(
    bytes: &[u8],
    delimiter: u8,
    each: &mut dyn FnMut(RecordCells<'_>, usize),
) -> Result<(), Problem> {
    // The cells of a record one after the other, unquoted, and where each ends.
    let (mut text, mut ends): (Vec<u8>, Vec<usize>) = (Vec::new(), Vec::new());
    let (mut is_start, mut is_quoted, mut may_close) = (true, false, false);
    for byte in bytes.iter().copied().chain([b'\n']) {
        let was_quote = std::mem::take(&mut may_close);
        if is_quoted && byte == b'"' && !was_quote {
            may_close = true;
            continue;
        }
        is_quoted &= !was_quote || byte == b'"';
        match byte {
            _ if is_quoted => text.push(byte),
            b'"' if is_start => is_quoted = true,
            b'\n' | b'\r' => ends.push(text.len()),
            _ if byte == delimiter => ends.push(text.len()),
            _ => text.push(byte),
        }
        is_start = byte == delimiter && !is_quoted;
        if matches!(byte, b'\n' | b'\r') && !is_quoted {
            if !text.iter().all(u8::is_ascii_whitespace) {
                each(RecordCells::new(&text, &ends), ends.len());
            }
            text.clear();
            ends.clear();
            is_start = true;
        }
    }
    if is_quoted { Err(Problem::new("broken-off")) } else { Ok(()) }
}
