//! Bytes of any of the field's encodings to UTF-8.

use std::borrow::Cow;

/// A file as UTF-8.
pub(super) struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub(super) text: Cow<'a, [u8]>,
    /// Where the bytes were no UTF-8 and were read as Windows-1252 instead, counted in bytes.
    pub(super) guessed_from: Option<usize>,
}

/// Reads UTF-8, UTF-16 with a byte order mark, and else Windows-1252, which every byte is a letter of.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Err(error) = std::str::from_utf8(bytes) else {
        return Decoded { text: Cow::Borrowed(bytes), guessed_from: None };
    };
    if error.error_len().is_none() {
        // A download cut inside a letter: what is before it is sound.
        let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
        return Decoded { text: Cow::Borrowed(sound), guessed_from: None };
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    text.extend(bytes.iter().map(|byte| windows_1252(*byte)));
    Decoded { text: Cow::Owned(text.into_bytes()), guessed_from: Some(error.valid_up_to()) }
}

fn utf16<'a>(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded<'a> {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        _ => 0,
    });
    let text: String =
        char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Decoded { text: Cow::Owned(text.into_bytes()), guessed_from: None }
}

/// The letter of a byte as browsers read Latin-1: the WHATWG index of windows-1252.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_80.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}
