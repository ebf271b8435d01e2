//! The records of Excel 5 to 2003 (BIFF5, BIFF8; MS-XLS), and the texts in them.

use super::archive::u16_at;
use crate::data::text::letters::windows_1252;

/// The kinds of records that are read, by their numbers.
pub(in crate::data) mod kind {
    pub(in crate::data) const FORMULA: u16 = 0x06;
    pub(in crate::data) const END: u16 = 0x0a;
    pub(in crate::data) const DATE_MODE: u16 = 0x22;
    pub(in crate::data) const PASSWORD: u16 = 0x2f;
    pub(in crate::data) const CONTINUE: u16 = 0x3c;
    pub(in crate::data) const SHEET: u16 = 0x85;
    pub(in crate::data) const SHARED_NUMBERS: u16 = 0xbd;
    pub(in crate::data) const STYLE: u16 = 0xe0;
    pub(in crate::data) const MERGED: u16 = 0xe5;
    pub(in crate::data) const STRINGS: u16 = 0xfc;
    pub(in crate::data) const SHARED_TEXT: u16 = 0xfd;
    pub(in crate::data) const NUMBER: u16 = 0x203;
    pub(in crate::data) const LABEL: u16 = 0x204;
    pub(in crate::data) const TRUTH: u16 = 0x205;
    pub(in crate::data) const FORMULA_TEXT: u16 = 0x207;
    pub(in crate::data) const RICH_LABEL: u16 = 0xd6;
    pub(in crate::data) const SHORT_NUMBER: u16 = 0x27e;
    pub(in crate::data) const FORMAT: u16 = 0x41e;
    pub(in crate::data) const START: u16 = 0x809;
}

/// A record.
#[derive(Clone, Copy, Debug)]
pub(in crate::data) struct BiffRecord<'a> {
    pub(in crate::data) kind: u16,
    pub(in crate::data) data: &'a [u8],
    /// Where the next one starts.
    pub(in crate::data) next: usize,
}

/// The record at a place of the stream; `None` at its end.
pub(in crate::data) fn record(stream: &[u8], at: usize) -> Option<BiffRecord<'_>> {
    let (kind, length) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
    let next = at + 4 + length;
    Some(BiffRecord { kind, data: stream.get(at + 4..next)?, next })
}

/// The text at the start of some bytes: letters of one byte in BIFF5, of one or two in BIFF8; `wide_count` says whether
/// its length has two bytes.
pub(in crate::data) fn text(data: &[u8], wide_count: bool, is_biff8: bool) -> String {
    let (count, rest) = match wide_count {
        true => (u16_at(data, 0).map_or(0, usize::from), data.get(2..).unwrap_or_default()),
        false => (data.first().map_or(0, |count| usize::from(*count)), data.get(1..).unwrap_or_default()),
    };
    if !is_biff8 {
        return rest.iter().take(count).map(|byte| windows_1252(*byte)).collect();
    }
    let Some((flags, rest)) = rest.split_first() else { return String::new() };
    letters(rest, count, flags & 1 != 0)
}

/// So many letters, of two bytes or of the low one alone.
pub(in crate::data) fn letters(bytes: &[u8], count: usize, is_wide: bool) -> String {
    let mut out = String::new();
    push_letters(bytes, count, is_wide, &mut out);
    out
}

fn push_letters(bytes: &[u8], count: usize, is_wide: bool, out: &mut String) {
    match is_wide {
        true => {
            let units = bytes.chunks_exact(2).take(count).map(|pair| u16_at(pair, 0).unwrap_or_default());
            let letters = char::decode_utf16(units);
            out.extend(letters.map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
        }
        false => out.extend(bytes.iter().take(count).map(|byte| char::from(*byte))),
    }
}

/// The texts that cells share, read record by record: a text may go on in the next, its letters then of another width.
#[derive(Default)]
pub(in crate::data) struct SharedTexts {
    text: String,
    ends: Vec<usize>,
    /// What is left of the text that has begun: its letters, whether of two bytes, and what follows them.
    letters: usize,
    is_wide: bool,
    after: usize,
    /// The head of a text, as long as it is not whole.
    head: Vec<u8>,
    has_begun: bool,
}

impl SharedTexts {
    /// Takes the next record of them; `is_first` says that counts stand before its texts.
    pub(in crate::data) fn take(&mut self, data: &[u8], is_first: bool) {
        let mut data = if is_first { data.get(8..).unwrap_or_default() } else { data };
        // A text that goes on says anew how wide its letters are.
        if !is_first && self.letters > 0 {
            let Some((flags, rest)) = data.split_first() else { return };
            self.is_wide = flags & 1 != 0;
            data = rest;
        }
        loop {
            if self.has_begun && self.letters > 0 {
                let width = 1 + usize::from(self.is_wide);
                let here = self.letters.min(data.len() / width);
                push_letters(data, here, self.is_wide, &mut self.text);
                self.letters -= here;
                data = data.get(here * width..).unwrap_or_default();
                if self.letters > 0 {
                    return;
                }
            }
            if self.has_begun {
                let here = self.after.min(data.len());
                self.after -= here;
                data = data.get(here..).unwrap_or_default();
                if self.after > 0 {
                    return;
                }
                self.ends.push(self.text.len());
                self.has_begun = false;
            }
            if !self.begin(&mut data) {
                return;
            }
        }
    }

    /// Reads the head of the next text; whether it is whole.
    fn begin(&mut self, data: &mut &[u8]) -> bool {
        let wanted = |head: &[u8]| {
            let flags = head.get(2).copied().unwrap_or_default();
            3 + if flags & 8 != 0 { 2 } else { 0 } + if flags & 4 != 0 { 4 } else { 0 }
        };
        while self.head.len() < wanted(&self.head) {
            let Some((byte, rest)) = data.split_first() else { return false };
            self.head.push(*byte);
            *data = rest;
        }
        let head = std::mem::take(&mut self.head);
        let flags = head.get(2).copied().unwrap_or_default();
        self.letters = u16_at(&head, 0).map_or(0, usize::from);
        self.is_wide = flags & 1 != 0;
        let runs = if flags & 8 != 0 { u16_at(&head, 3).map_or(0, usize::from) * 4 } else { 0 };
        let phonetic = if flags & 4 != 0 {
            super::archive::u32_at(&head, head.len() - 4).unwrap_or_default()
        } else {
            0
        };
        self.after = runs.saturating_add(phonetic);
        self.has_begun = true;
        true
    }

    /// The text of a number.
    pub(in crate::data) fn get(&self, index: usize) -> &str {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(index).and_then(|end| self.text.get(start..*end)).unwrap_or_default()
    }
}

/// A number packed into four bytes: 30 bits of a float or a whole number, and whether a hundredth is meant.
pub(in crate::data) fn short_number(packed: u32) -> f64 {
    let figure = match packed & 2 {
        0 => f64::from_bits(u64::from(packed & !3) << 32),
        _ => f64::from(packed as i32 >> 2),
    };
    if packed & 1 != 0 { figure / 100.0 } else { figure }
}
