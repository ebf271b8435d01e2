//! Lines whose quotes are letters: of a file in which one was opened and never closed.

/// One line cut at its delimiters.
#[derive(Default)]
pub(in crate::data) struct Literal {
    /// The cells one after the other.
    pub(in crate::data) text: Vec<u8>,
    /// Where each ends.
    pub(in crate::data) ends: Vec<usize>,
}

/// Cuts a line; a quote that closes before a delimiter or the line's end quotes its cell, any other is a letter.
pub(in crate::data) fn literal(line: &[u8], delimiter: u8, quote: u8) -> Literal {
    let mut cut = Literal::default();
    let mut left = line;
    loop {
        let length = match quoted(left, delimiter, quote) {
            Some((cell, length)) => {
                cut.text.extend_from_slice(&cell);
                length
            }
            None => {
                let length = left.iter().position(|byte| *byte == delimiter).unwrap_or(left.len());
                cut.text.extend_from_slice(left.get(..length).unwrap_or_default());
                length
            }
        };
        cut.ends.push(cut.text.len());
        match left.get(length + 1..) {
            Some(rest) => left = rest,
            None => return cut,
        }
    }
}

/// The quoted cell that a text begins with, and how many bytes it takes; none where what it opens does not close.
fn quoted(text: &[u8], delimiter: u8, quote: u8) -> Option<(Vec<u8>, usize)> {
    let mut inner = text.strip_prefix(&[quote])?;
    let mut cell = Vec::new();
    loop {
        let (byte, rest) = inner.split_first()?;
        inner = rest;
        if *byte != quote {
            cell.push(*byte);
        } else if let Some((next, after)) = rest.split_first() {
            if *next == quote {
                cell.push(quote);
                inner = after;
            } else if *next == delimiter {
                return Some((cell, text.len() - rest.len()));
            } else {
                return None;
            }
        } else {
            return Some((cell, text.len()));
        }
    }
}
