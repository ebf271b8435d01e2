//! The SHA-256 of the values shown, by which a figure that was passed on can be checked.

use sha2::{Digest, Sha256};

use super::csv::FORMULA;

/// The SHA-256 of a tidy CSV as [`super::tidy_csv`] writes it, in 64 hexadecimal digits.
pub fn checksum(tidy_csv: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut hash = Sha256::new();
    hash.update(tidy_csv.as_bytes());
    let mut text = String::with_capacity(64);
    for byte in hash.finalize() {
        for four_bits in [byte >> 4, byte & 15] {
            text.push(DIGITS.get(usize::from(four_bits)).copied().map(char::from).unwrap_or('0'));
        }
    }
    text
}

/// A pasted or downloaded CSV as the checksum was made of it: without byte order mark, notes above the table, carriage
/// returns, and the apostrophes that keep spreadsheets from running a text.
pub fn tidied(pasted: &str) -> String {
    let text = pasted.strip_prefix('\u{feff}').unwrap_or(pasted);
    let mut lines = text.lines().skip_while(|line| is_note(line)).peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(line) = lines.next() {
        // Blank lines at the end come from copying.
        if line.is_empty() && lines.peek().is_none_or(|next| next.is_empty()) {
            continue;
        }
        for (index, cell) in line.split(',').enumerate() {
            let (quote, rest) = cell.strip_prefix('"').map_or(("", cell), |rest| ("\"", rest));
            let bare = rest.strip_prefix('\'').filter(|bare| bare.starts_with(FORMULA));
            out.push_str(if index > 0 { "," } else { "" });
            out.push_str(quote);
            out.push_str(bare.unwrap_or(rest));
        }
        out.push('\n');
    }
    out
}

/// Whether a line above the table is one of the download's notes, or blank.
fn is_note(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with("# ") || line.starts_with("\"# ")
}
