//! What stands around the digits of a figure: signs of money, marks of notes, words; and digits that are not ASCII's.

use std::borrow::Cow;

use crate::data::limits::MAX_SAYING_BYTES;
use crate::model::lowered;

/// Signs and codes of money, longest first where one begins another.
const MONEY: [&str; 38] = [
    "US$", "U$S", "R$", "S/.", "S/", "C$", "A$", "MX$", "$b", "RD$", "Bs.", "Bs", "$", "€", "£", "¥", "₹",
    "₺", "₽", "₴", "₡", "USD", "EUR", "GBP", "MXN", "COP", "PEN", "CLP", "ARS", "BRL", "CHF", "JPY", "CAD",
    "AUD", "Rs.", "Rs", "kr.", "kr",
];

/// Words for powers of ten that mean the same in every language that has them.
const SCALES: [(&str, f64); 19] = [
    ("k", 1e3),
    ("thousand", 1e3),
    ("tsd", 1e3),
    ("mil", 1e3),
    ("miles", 1e3),
    ("mill", 1e6),
    ("mln", 1e6),
    ("mio", 1e6),
    ("million", 1e6),
    ("millions", 1e6),
    ("millionen", 1e6),
    ("millón", 1e6),
    ("millones", 1e6),
    ("milhão", 1e6),
    ("milhões", 1e6),
    ("milioni", 1e6),
    ("bn", 1e9),
    ("billion", 1e9),
    ("mrd", 1e9),
];

/// A text with the digits and separators of Arabic, Persian and full-width writing as ASCII's.
pub(in crate::data) fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let letter = |letter: char| match letter {
        '\u{660}'..='\u{669}' => from_zero(letter, 0x660),
        '\u{6f0}'..='\u{6f9}' => from_zero(letter, 0x6f0),
        '\u{966}'..='\u{96f}' => from_zero(letter, 0x966),
        '\u{ff10}'..='\u{ff19}' => from_zero(letter, 0xff10),
        '\u{66c}' | '\u{ff0c}' => ',',
        '\u{66b}' | '\u{ff0e}' => '.',
        '\u{66a}' | '\u{ff05}' => '%',
        _ => letter,
    };
    if text.chars().all(|here| letter(here) == here) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(letter).collect())
}

fn from_zero(digit: char, zero: u32) -> char {
    char::from_digit((digit as u32).wrapping_sub(zero), 10).unwrap_or(digit)
}

/// Whether a text has a decimal mark that is never one of thousands.
pub(in crate::data) fn has_sure_point(text: &str) -> bool {
    text.contains(['\u{66b}', '\u{ff0e}'])
}

/// A figure without signs of money at either end.
pub(in crate::data) fn without_money(text: &str) -> &str {
    let mut text = text;
    // Most cells begin and end with a digit.
    let is_free = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_digit);
    let (first, last) = (text.as_bytes().first().copied(), text.as_bytes().last().copied());
    let is_free_before = is_free(first.as_ref());
    for sign in MONEY.iter().filter(|sign| !is_free_before && sign.as_bytes().first().copied() == first) {
        if let Some(rest) = text.strip_prefix(sign) {
            let rest = rest.trim_start();
            if begins_figure(rest) {
                text = rest;
                break;
            }
        }
    }
    let is_free_behind = is_free(last.as_ref());
    for sign in MONEY.iter().filter(|sign| !is_free_behind && sign.as_bytes().last().copied() == last) {
        if let Some(rest) = text.strip_suffix(sign) {
            let rest = rest.trim_end();
            if rest.ends_with(|letter: char| letter.is_ascii_digit()) {
                return rest;
            }
        }
    }
    text
}

fn begins_figure(text: &str) -> bool {
    text.starts_with(|letter: char| {
        letter.is_ascii_digit() || matches!(letter, '-' | '+' | '\u{2212}' | '(' | '.')
    })
}

/// A figure without the mark of a note behind it: `123[1]`, `123 (a)`, `123^2`; nor one before it: `'123`, `~ 100`.
pub(in crate::data) fn without_notes(text: &str) -> &str {
    let text = match text.strip_prefix(['\'', '~', '\u{2248}', '\u{2019}']) {
        Some(rest) if begins_figure(rest.trim_start()) => rest.trim_start(),
        _ => text,
    };
    let Some((figure, note)) = text.rsplit_once(['[', '(', '^']) else { return text };
    let mark = note.trim_end_matches([']', ')']);
    let is_letter = mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_number = matches!(mark.len(), 1 | 2) && mark.bytes().all(|byte| byte.is_ascii_digit());
    let figure = figure.trim_end();
    match (is_letter || is_number) && figure.ends_with(|letter: char| letter.is_ascii_digit()) {
        true => figure,
        false => text,
    }
}

/// The digits of a text that begins with a figure, and the word behind it: `1.2 million`, `12 personas`.
pub(in crate::data) fn word_behind(text: &str) -> Option<(&str, &str)> {
    if text.len() > MAX_SAYING_BYTES {
        return None;
    }
    let at = text.find(|letter: char| letter.is_alphabetic())?;
    let (figure, word) = text.split_at_checked(at)?;
    let figure = figure.trim_end();
    let is_word = word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '.'));
    (figure.ends_with(|letter: char| letter.is_ascii_digit()) && is_word)
        .then_some((figure, word.trim_end_matches('.')))
}

/// The power of ten that a word behind a figure stands for.
pub(in crate::data) fn scale(word: &str) -> Option<f64> {
    let word = lowered(word);
    SCALES.iter().find(|(known, _)| *known == word).map(|(_, scale)| *scale)
}

/// The unit behind most figures of a column: `12 personas`, `1 persona`; as much of it as all have, in small letters.
/// Few small numbers before a word are categories: `1 child`.
pub(in crate::data) fn common_unit(texts: &[&str]) -> Option<String> {
    let mut unit: Option<String> = None;
    let (mut behind, mut long) = (0usize, 0usize);
    for text in texts {
        let Some((figure, word)) = word_behind(text) else { continue };
        if scale(word).is_some() {
            continue;
        }
        let word = lowered(word);
        behind += 1;
        long += usize::from(figure.bytes().filter(u8::is_ascii_digit).count() > 2);
        unit = Some(match unit {
            None => word,
            Some(known) => {
                let alike = known.chars().zip(word.chars()).take_while(|(left, right)| left == right);
                alike.map(|(letter, _)| letter).collect()
            }
        });
    }
    let unit = unit?;
    (unit.chars().count() > 1 && behind * 10 >= texts.len() * 6 && long > 0).then_some(unit)
}
