//! Bytes of any of the field's encodings to UTF-8, as they come in.

use std::borrow::Cow;

use super::letters::{Letters, windows_1252};

/// How the bytes of a file spell letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::data) enum Encoding {
    /// UTF-8, until a byte says otherwise.
    Utf8,
    /// Bytes that are no UTF-8, and each a letter: what spreadsheets call "ANSI".
    OneByte(Letters),
    /// Two bytes a letter, the low one first.
    Utf16LittleEndian,
    /// Two bytes a letter, the high one first.
    Utf16BigEndian,
}

/// What encoding bytes are of is told from so many of them, however they come.
const LETTERS_BYTES: usize = 8 * 1024;

/// What decodes a file.
pub(in crate::data) struct Decoder {
    encoding: Option<Encoding>,
    /// The letters of an encoding of a byte a letter, from 0x80 on.
    letters: [char; 128],
    /// How many bytes of nothing have been left out, and the line of the first.
    pub(in crate::data) nothings: usize,
    pub(in crate::data) nothing_on_line: usize,
    /// Bytes that are no UTF-8, as long as they are too few to tell what they are.
    undecided: Vec<u8>,
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
        Decoder {
            encoding: None,
            letters: [' '; 128],
            nothings: 0,
            nothing_on_line: 0,
            undecided: Vec::new(),
            rest: Vec::new(),
            has_letters: false,
            lines: 0,
            guessed_on_line: None,
        }
    }

    /// All bytes of a text at once.
    pub(in crate::data) fn whole(bytes: &[u8]) -> Vec<u8> {
        let mut decoder = Decoder::new();
        let mut text = decoder.decode(bytes).into_owned();
        text.extend(decoder.finish());
        text
    }

    /// The encoding's name, as readers know it.
    pub(in crate::data) fn name(&self) -> &'static str {
        match self.encoding() {
            Encoding::Utf8 => "UTF-8",
            Encoding::OneByte(letters) => letters.name(),
            Encoding::Utf16LittleEndian | Encoding::Utf16BigEndian => "UTF-16",
        }
    }

    /// Leaves out the bytes of nothing that a text has: of a broken disk, of a program's own strings.
    fn without_nothings<'a>(&mut self, text: Cow<'a, [u8]>, lines_before: usize) -> Cow<'a, [u8]> {
        // This looks at several bytes at once.
        if !text.contains(&0) {
            return text;
        }
        let first = text.iter().position(|byte| *byte == 0).unwrap_or_default();
        if self.nothings == 0 {
            self.nothing_on_line = 1 + lines_before + line_ends(text.get(..first).unwrap_or_default());
        }
        let mut out = Vec::with_capacity(text.len());
        for byte in text.iter() {
            if *byte == 0 {
                self.nothings += 1;
            } else {
                out.push(*byte);
            }
        }
        Cow::Owned(out)
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
        let lines_before = self.lines;
        let text = match encoding {
            Encoding::Utf8 => self.utf8(bytes),
            Encoding::OneByte(_) => Cow::Owned(self.one_byte(bytes)),
            Encoding::Utf16LittleEndian => Cow::Owned(self.utf16(bytes, u16::from_le_bytes)),
            Encoding::Utf16BigEndian => Cow::Owned(self.utf16(bytes, u16::from_be_bytes)),
        };
        self.without_nothings(text, lines_before)
    }

    fn one_byte(&self, bytes: &[u8]) -> Vec<u8> {
        let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
        for byte in bytes {
            text.push(match byte.checked_sub(0x80) {
                None => char::from(*byte),
                Some(index) => self.letters.get(usize::from(index)).copied().unwrap_or_default(),
            });
        }
        text.into_bytes()
    }

    /// Decides by the bytes that are no UTF-8 what they are, once they are enough.
    fn decide(&mut self, at_end: bool) -> Vec<u8> {
        if self.undecided.len() < LETTERS_BYTES && !at_end {
            return Vec::new();
        }
        let bytes = std::mem::take(&mut self.undecided);
        let sample = bytes.get(..LETTERS_BYTES).unwrap_or(&bytes);
        if is_mostly_utf8(sample) {
            self.has_letters = true;
            return self.utf8(&bytes).into_owned();
        }
        let letters = Letters::of(sample);
        self.letters = letters.table();
        self.encoding = Some(Encoding::OneByte(letters));
        self.one_byte(&bytes)
    }

    /// What is left once all bytes have come.
    pub(in crate::data) fn finish(&mut self) -> Vec<u8> {
        let lines_before = self.lines;
        let text = if self.undecided.is_empty() { Vec::new() } else { self.decide(true) };
        self.without_nothings(Cow::Owned(text), lines_before).into_owned()
    }

    fn utf8<'a>(&mut self, bytes: &'a [u8]) -> Cow<'a, [u8]> {
        if !self.undecided.is_empty() {
            self.undecided.extend_from_slice(bytes);
            return Cow::Owned(self.decide(false));
        }
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
                // Nothing so far was UTF-8 rather than something else.
                self.undecided = odd.to_vec();
                out.extend(self.decide(false));
                break;
            }
            let (strange, rest) = odd.split_at_checked(length).unwrap_or((odd, &[]));
            let text: String = strange.iter().map(|byte| windows_1252(*byte)).collect();
            out.extend(text.into_bytes());
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

/// Whether more letters of a text are UTF-8 than are not.
fn is_mostly_utf8(text: &[u8]) -> bool {
    let (mut letters, mut strange, mut left) = (0usize, 0usize, text);
    loop {
        let (sound, length) = match std::str::from_utf8(left) {
            Ok(_) => (left.len(), None),
            Err(error) => (error.valid_up_to(), error.error_len()),
        };
        let (before, odd) = left.split_at_checked(sound).unwrap_or((left, &[]));
        letters += before.iter().filter(|byte| **byte >= 0xc0).count();
        let Some(length) = length else { return letters > strange };
        strange += 1;
        left = odd.get(length..).unwrap_or_default();
    }
}

fn line_ends(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}
