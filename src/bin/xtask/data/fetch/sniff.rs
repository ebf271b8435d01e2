//! Whether what came is what was asked for, and whole: no web page in place of a table, no half archive.

use std::io::Read;

/// What a file should be.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Expected {
    /// A page with links.
    Page,
    /// An answer in JSON.
    Json,
    /// A table: text, a workbook, or either packed.
    Table,
}

/// The bytes of a file, unpacked where it is packed by gzip.
///
/// # Errors
/// One sentence: something else came, or a half of it.
pub fn checked(bytes: Vec<u8>, expected: Expected) -> Result<Vec<u8>, String> {
    if bytes.is_empty() {
        return Err("an empty file".into());
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut whole = Vec::new();
        let unpacked = flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut whole);
        unpacked.map_err(|fault| format!("half a gzip file: {fault}"))?;
        return checked(whole, expected);
    }
    if bytes.starts_with(b"PK\x03\x04") && !has_directory(&bytes) {
        return Err("half a workbook or archive: its directory, which stands at its end, is missing".into());
    }
    let start = String::from_utf8_lossy(bytes.get(..2048).unwrap_or(&bytes)).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let is_page = start.starts_with("<!doctype html") || start.starts_with("<html");
    match expected {
        Expected::Page if is_page || start.contains("<a ") => Ok(bytes),
        Expected::Page => Err("no web page".into()),
        _ if is_page => Err(format!("a web page in place of a file{}", title(start))),
        _ if start.starts_with("%pdf") => {
            Err("a PDF document in place of a table: type its table, or ask for a sheet".into())
        }
        Expected::Json if !start.starts_with(['{', '[']) => Err("no JSON".into()),
        _ => Ok(bytes),
    }
}

fn title(start: &str) -> String {
    let title = start.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    title.map_or_else(String::new, |(title, _)| format!(" (“{}”)", title.trim()))
}

/// Whether an archive has its end, and the directory that the end names.
fn has_directory(bytes: &[u8]) -> bool {
    let from = bytes.len().saturating_sub(65_557);
    let tail = bytes.get(from..).unwrap_or_default();
    let Some(at) = tail.windows(4).rposition(|four| four == b"PK\x05\x06") else { return false };
    let number = |offset: usize| {
        let four = tail.get(at + offset..at + offset + 4)?;
        Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
    };
    match (number(12), number(16)) {
        (Some(size), Some(offset)) => offset + size <= from + at,
        _ => false,
    }
}

/// The addresses that a page links to, as they stand.
pub fn links(page: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(page);
    let mut found = Vec::new();
    for piece in text.split("href=").skip(1) {
        let Some(quote) = piece.chars().next().filter(|quote| matches!(quote, '"' | '\'')) else { continue };
        if let Some((link, _)) = piece.get(1..).and_then(|rest| rest.split_once(quote)) {
            found.push(link.replace("&amp;", "&"));
        }
    }
    found
}
