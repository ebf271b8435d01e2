//! Spellings of one name to one text: small letters without accents, footnote marks and punctuation.

/// Small letters without accents, one blank between words, no punctuation and no footnote's mark after a word; Cyrillic,
/// Greek and Arabic letters in one form each, other scripts as they are.
pub fn fold(text: &str) -> String {
    let text = without_marks(text);
    let mut out = String::with_capacity(text.len());
    let mut before = '\0';
    for letter in text.chars() {
        match letter {
            'a'..='z' | '0'..='9' => out.push(letter),
            'A'..='Z' => out.push(letter.to_ascii_lowercase()),
            // "U.S.A." is one word, "St.Lucia" two.
            '.' if !is_after_one_letter(&out) => out.push(' '),
            '&' => out.push_str(" and "),
            // "d'Ivoire" is two words, "People's" one.
            '\'' | '\u{2019}' | '`' | '\u{b4}'
                if out.ends_with(" d") || out.ends_with(" l") || out == "l" || out == "d" =>
            {
                out.push(' ');
            }
            // UTF-8 that was read as Latin-1: the second half of a letter.
            '\u{a0}'..='\u{bf}' if before == '\u{c3}' => {
                out.pop();
                out.push_str(char::from_u32(letter as u32 + 0x40).map_or("", plain));
            }
            _ => match plain(letter) {
                "" if is_silent(letter) => {}
                "" => out.push(small(letter)),
                plain => out.push_str(plain),
            },
        }
        before = letter;
    }
    // One blank between words, none around them.
    let mut one = String::with_capacity(out.len());
    for word in out.split(' ').filter(|word| !word.is_empty()) {
        if !one.is_empty() {
            one.push(' ');
        }
        one.push_str(word);
    }
    // "Tokelau1" has a footnote, "G20" none.
    let bare = one.trim_end_matches(|letter: char| letter.is_ascii_digit());
    if bare.len() + 2 >= one.len() && bare.len() > 4 && !bare.ends_with(' ') {
        one.truncate(bare.len());
    }
    one
}

/// A text without the marks of footnotes at its end: `[5]`, `(1)`, `(a)`, `1/`, `*`.
fn without_marks(text: &str) -> &str {
    let mut text = text.trim();
    // As many marks as a cell can have in earnest.
    for _ in 0..4 {
        let cut = match text.as_bytes() {
            [.., b'*'] => text.len() - 1,
            [.., b'[' | b'(', _, b']' | b')'] => text.len() - 3,
            [.., b'[', _, _, b']'] => text.len() - 4,
            [.., b'(', tens, ones, b')'] if tens.is_ascii_digit() && ones.is_ascii_digit() => text.len() - 4,
            [.., before, number, b'/' | b')']
                if number.is_ascii_digit() && !matches!(before, b'(' | b'0'..=b'9') =>
            {
                text.len() - 2
            }
            _ => return text,
        };
        match text.get(..cut).map(str::trim_end) {
            Some(rest) if !rest.is_empty() => text = rest,
            _ => return text,
        }
    }
    text
}

/// Whether a text ends with a word of one letter, as before the points of "U.S.".
fn is_after_one_letter(text: &str) -> bool {
    let mut letters = text.bytes().rev();
    letters.next().is_some_and(|letter| letter != b' ') && letters.next().is_none_or(|letter| letter == b' ')
}

/// Whether a character is written inside words and is no letter: apostrophes, accents on their own, joiners, signs of notes.
fn is_silent(letter: char) -> bool {
    matches!(letter, '\'' | '`' | '\u{b4}' | '.' | '*' | '\u{ad}' | '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2b9}'..='\u{2bf}'
        | '\u{2c8}' | '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200b}'..='\u{200f}'
        | '\u{2018}'..='\u{201b}' | '\u{2020}' | '\u{2021}' | '\u{2032}' | '\u{2033}' | '\u{2070}'..='\u{208e}' | '\u{feff}')
}

/// The small letter of another script in one form; a blank for what is no letter.
///
/// `char::to_lowercase` brings tables of all scripts into the module; these blocks are regular.
fn small(letter: char) -> char {
    let moved = |by: u32| char::from_u32(letter as u32 + by).unwrap_or(letter);
    match letter {
        'А'..='Я' | 'Α'..='Ω' => moved(0x20),
        'ё' | 'Ё' => 'е',
        'Ѐ'..='Џ' => moved(0x50),
        'Ґ' => 'ґ',
        'Ά' | 'ά' => 'α',
        'Έ' | 'έ' => 'ε',
        'Ή' | 'ή' => 'η',
        'Ί' | 'ί' | 'ϊ' | 'Ϊ' | 'ΐ' => 'ι',
        'Ό' | 'ό' => 'ο',
        'Ύ' | 'ύ' | 'ϋ' | 'Ϋ' | 'ΰ' => 'υ',
        'Ώ' | 'ώ' => 'ω',
        'ς' => 'σ',
        // The forms of alef, teh marbuta and alef maksura, which files write with and without their dots.
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ة' => 'ه',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        // The replacement of a letter that was lost.
        '\u{fffd}' => '?',
        '\0'..='\u{36f}'
        | '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{303f}'
        | '\u{ff00}'..='\u{ff0f}'
        | '،'
        | '؛' => ' ',
        _ => letter,
    }
}

/// The plain letters of a Latin one with an accent; empty for what is none.
fn plain(letter: char) -> &'static str {
    match letter {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ạ'..='ặ' | 'ª' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ď'..='đ' | 'Ð' | 'ð' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' | 'Ə' | 'ə' => "e",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ỉ'..='ị' => "i",
        'Ĵ' | 'ĵ' => "j",
        'Ķ' | 'ķ' => "k",
        'Ł' | 'ł' | 'Ĺ'..='ŀ' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' | 'º' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' => "s",
        'ß' => "ss",
        'Þ' | 'þ' => "th",
        'Ţ'..='ŧ' | 'Ț' | 'ț' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ụ'..='ự' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' => "y",
        'Ź'..='ž' => "z",
        _ => "",
    }
}
