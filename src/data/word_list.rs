//! Lists of words, each one text with a blank between two: smaller than lists of texts.

/// Words with what they leave of marks, by which most others are told from them without looking through the list.
pub(in crate::data) struct WordList {
    words: &'static str,
    /// A bit for each word's hash.
    marks: [u128; 2],
}

impl WordList {
    /// Of words with one blank between two.
    pub(in crate::data) const fn new(words: &'static str) -> WordList {
        WordList::every(1, words)
    }

    /// Of pairs of words, of which only the first are looked for by [`WordList::may_have`].
    pub(in crate::data) const fn of_pairs(words: &'static str) -> WordList {
        WordList::every(2, words)
    }

    const fn every(step: u8, words: &'static str) -> WordList {
        let (mut low, mut high) = (0u128, 0u128);
        let mut rest = words.as_bytes();
        let mut hash = START;
        let mut left = 0;
        loop {
            let first = rest.split_first();
            match first {
                Some((byte, _)) if *byte != b' ' => hash = next(hash, *byte),
                _ => {
                    let mark = mark(hash);
                    match (left, is_high(hash)) {
                        (0, true) => high |= mark,
                        (0, false) => low |= mark,
                        _ => {}
                    }
                    left = if left == 0 { step - 1 } else { left - 1 };
                    hash = START;
                }
            }
            match first {
                Some((_, after)) => rest = after,
                None => break,
            }
        }
        WordList { words, marks: [low, high] }
    }

    /// Whether a word is one of them.
    pub(in crate::data) fn has(&self, word: &str) -> bool {
        self.may_have(word) && self.words.split(' ').any(|known| known == word)
    }

    /// Whether a word may be one of them.
    pub(in crate::data) fn may_have(&self, word: &str) -> bool {
        let mut hash = START;
        for byte in word.as_bytes() {
            hash = next(hash, *byte);
        }
        let [low, high] = self.marks;
        (if is_high(hash) { high } else { low }) & mark(hash) != 0
    }

    /// The words, in turn.
    pub(in crate::data) fn words(&self) -> std::str::Split<'static, char> {
        self.words.split(' ')
    }
}

const START: u32 = 0x811c_9dc5;

const fn next(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

const fn mark(hash: u32) -> u128 {
    1 << (hash >> 20 & 127)
}

const fn is_high(hash: u32) -> bool {
    hash >> 27 & 1 == 1
}
