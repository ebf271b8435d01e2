//! Bytes of any of the field's encodings to UTF-8, as they come in.

use std::borrow::Cow;

/// How the bytes of a file spell letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::data) enum Encoding {
    /// UTF-8, until a byte says otherwise.
    Utf8,
    /// Bytes that are no UTF-8, and each a letter: what spreadsheets call "ANSI" in the west.
    Windows1252,
    /// Two bytes a letter, the low one first.
    Utf16LittleEndian,
    /// Two bytes a letter, the high one first.
    Utf16BigEndian,
}

/// What decodes a file.
pub(in crate::data) struct Decoder {
    encoding: Option<Encoding>,
    /// The first bytes of a letter whose others have not come; at most three.
    rest: Vec<u8>,
    /// Whether letters beyond ASCII have been read as UTF-8.
    has_letters: bool,
    /// How many line ends have been decoded.
    lines: usize,
    /// The line on which bytes that are no UTF-8 were first met.
    pub(in crate::data) guessed_on_line: Option<usize>,
}

impl Decoder {
    /// A decoder that will tell the encoding from the first bytes.
    pub(in crate::data) fn new() -> Decoder {
        Decoder { encoding: None, rest: Vec::new(), has_letters: false, lines: 0, guessed_on_line: None }
    }

    /// The encoding, once bytes have come.
    pub(in crate::data) fn encoding(&self) -> Encoding {
        self.encoding.unwrap_or(Encoding::Utf8)
    }

    /// The next bytes as UTF-8; what is left of a letter at the file's end is dropped with it.
    pub(in crate::data) fn decode<'a>(&mut self, bytes: &'a [u8]) -> Cow<'a, [u8]> {
        let (encoding, bytes) = match self.encoding {
            Some(encoding) => (encoding, bytes),
            None => {
                let (encoding, mark) = detected(bytes);
                self.encoding = Some(encoding);
                (encoding, bytes.get(mark..).unwrap_or_default())
            }
        };
        match encoding {
            Encoding::Utf8 => self.utf8(bytes),
            Encoding::Windows1252 => Cow::Owned(from_windows_1252(bytes)),
            Encoding::Utf16LittleEndian => Cow::Owned(self.utf16(bytes, u16::from_le_bytes)),
            Encoding::Utf16BigEndian => Cow::Owned(self.utf16(bytes, u16::from_be_bytes)),
        }
    }

    fn utf8<'a>(&mut self, bytes: &'a [u8]) -> Cow<'a, [u8]> {
        if self.rest.is_empty()
            && let Ok(text) = std::str::from_utf8(bytes)
        {
            self.has_letters |= self.guessed_on_line.is_none() && !text.is_ascii();
            if self.guessed_on_line.is_none() {
                self.lines += line_ends(bytes);
            }
            return Cow::Borrowed(bytes);
        }
        let all = [std::mem::take(&mut self.rest).as_slice(), bytes].concat();
        let mut out = Vec::with_capacity(all.len() + 16);
        let mut left = all.as_slice();
        loop {
            let error = match std::str::from_utf8(left) {
                Ok(text) => {
                    self.has_letters |= !text.is_ascii();
                    out.extend_from_slice(left);
                    break;
                }
                Err(error) => error,
            };
            let (sound, odd) = left.split_at_checked(error.valid_up_to()).unwrap_or((left, &[]));
            self.has_letters |= !sound.is_ascii();
            out.extend_from_slice(sound);
            let Some(length) = error.error_len() else {
                self.rest = odd.to_vec();
                break;
            };
            self.guessed_on_line.get_or_insert(1 + self.lines + line_ends(&out));
            if !self.has_letters {
                // Nothing so far was UTF-8 rather than this.
                self.encoding = Some(Encoding::Windows1252);
                out.extend(from_windows_1252(odd));
                break;
            }
            let (strange, rest) = odd.split_at_checked(length).unwrap_or((odd, &[]));
            out.extend(from_windows_1252(strange));
            left = rest;
        }
        if self.guessed_on_line.is_none() {
            self.lines += line_ends(&out);
        }
        Cow::Owned(out)
    }

    fn utf16(&mut self, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Vec<u8> {
        let all = [std::mem::take(&mut self.rest).as_slice(), bytes].concat();
        let mut length = all.len() & !1;
        let pair_at = |index: usize| match all.get(index..) {
            Some([first, second, ..]) => unit([*first, *second]),
            _ => 0,
        };
        // The first half of a pair waits for its second.
        if length >= 2 && (0xd800..0xdc00).contains(&pair_at(length - 2)) {
            length -= 2;
        }
        self.rest = all.get(length..).unwrap_or_default().to_vec();
        let units = (0..length / 2).map(|index| pair_at(index * 2));
        let text: String =
            char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        text.into_bytes()
    }
}

/// The encoding that the first bytes speak for, and how many of them are its mark.
fn detected(bytes: &[u8]) -> (Encoding, usize) {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
        [0xff, 0xfe, ..] => (Encoding::Utf16LittleEndian, 2),
        [0xfe, 0xff, ..] => (Encoding::Utf16BigEndian, 2),
        // Without a mark: every second byte of Latin text is 0.
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => (Encoding::Utf16LittleEndian, 0),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => (Encoding::Utf16BigEndian, 0),
        _ => (Encoding::Utf8, 0),
    }
}

fn line_ends(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

fn from_windows_1252(bytes: &[u8]) -> Vec<u8> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    text.extend(bytes.iter().map(|byte| windows_1252(*byte)));
    text.into_bytes()
}

/// The letter of a byte as browsers read Latin-1: the WHATWG index of windows-1252.
pub(in crate::data) fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_80.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}
