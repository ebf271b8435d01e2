//! Alphabetical order of names in Latin script, as browsers' `Intl.Collator` has it.
//!
//! Three levels as in the Unicode Collation Algorithm: letters first, then accents, then lower before upper case. The
//! orders of punctuation and of accents are those of the CLDR root collation.

use std::cmp::Ordering;

/// Punctuation in the root collation's order; it counts, and stands before digits and letters.
const PUNCTUATION: &str = " _-‐–—,;:!?.'‘’\"“”()[]{}@*/\\&#%`´^+<=>|~$";

/// One collation element: what differs at the first, second and third level.
#[derive(Clone, Copy)]
struct Element {
    letter: u32,
    accent: u8,
    upper: bool,
}

/// Compares two names; `n_tilde_is_a_letter` puts ñ after every n, as Spanish does.
pub(super) fn compare(left: &str, right: &str, n_tilde_is_a_letter: bool) -> Ordering {
    let (left, right) = (elements(left, n_tilde_is_a_letter), elements(right, n_tilde_is_a_letter));
    let letters = left.iter().map(|element| element.letter).cmp(right.iter().map(|element| element.letter));
    letters
        .then_with(|| {
            left.iter().map(|element| element.accent).cmp(right.iter().map(|element| element.accent))
        })
        .then_with(|| left.iter().map(|element| element.upper).cmp(right.iter().map(|element| element.upper)))
}

fn elements(text: &str, n_tilde_is_a_letter: bool) -> Vec<Element> {
    let mut elements = Vec::with_capacity(text.len());
    for character in text.chars() {
        let upper = character.is_uppercase();
        let lower = character.to_lowercase().next().unwrap_or(character);
        if lower == 'ñ' && n_tilde_is_a_letter {
            elements.push(Element { letter: letter('n') + 1, accent: 0, upper });
            continue;
        }
        let (base, second, accent) = fold(lower);
        elements.push(Element { letter: letter(base), accent, upper });
        if let Some(second) = second {
            elements.push(Element { letter: letter(second), accent, upper });
        }
    }
    elements
}

/// The place of a folded, lower-case character at the first level; letters leave room for one after each.
fn letter(character: char) -> u32 {
    if let Some(place) = PUNCTUATION.chars().position(|mark| mark == character) {
        return place as u32;
    }
    match character {
        '0'..='9' => 100 + (character as u32 - '0' as u32),
        'a'..='z' => 200 + 2 * (character as u32 - 'a' as u32),
        _ => 1000 + character as u32,
    }
}

/// A lower-case letter without its accent, the second letter of a ligature, and the accent's place at the second level.
fn fold(character: char) -> (char, Option<char>, u8) {
    const ACUTE: u8 = 1;
    const GRAVE: u8 = 2;
    const BREVE: u8 = 3;
    const CIRCUMFLEX: u8 = 4;
    const CARON: u8 = 5;
    const RING: u8 = 6;
    const DIAERESIS: u8 = 7;
    const DOUBLE_ACUTE: u8 = 8;
    const TILDE: u8 = 9;
    const DOT: u8 = 10;
    const STROKE: u8 = 11;
    const CEDILLA: u8 = 12;
    const OGONEK: u8 = 13;
    const MACRON: u8 = 14;
    const LIGATURE: u8 = 15;
    let (base, accent) = match character {
        'á' => ('a', ACUTE),
        'à' => ('a', GRAVE),
        'ă' => ('a', BREVE),
        'â' => ('a', CIRCUMFLEX),
        'å' => ('a', RING),
        'ä' => ('a', DIAERESIS),
        'ã' => ('a', TILDE),
        'ą' => ('a', OGONEK),
        'ā' => ('a', MACRON),
        'ć' => ('c', ACUTE),
        'č' => ('c', CARON),
        'ç' => ('c', CEDILLA),
        'ď' => ('d', CARON),
        'đ' => ('d', STROKE),
        'é' => ('e', ACUTE),
        'è' => ('e', GRAVE),
        'ê' => ('e', CIRCUMFLEX),
        'ě' => ('e', CARON),
        'ë' => ('e', DIAERESIS),
        'ę' => ('e', OGONEK),
        'ē' => ('e', MACRON),
        'ğ' => ('g', BREVE),
        'í' => ('i', ACUTE),
        'ì' => ('i', GRAVE),
        'î' => ('i', CIRCUMFLEX),
        'ï' => ('i', DIAERESIS),
        'ī' => ('i', MACRON),
        'ł' => ('l', STROKE),
        'ñ' => ('n', TILDE),
        'ń' => ('n', ACUTE),
        'ň' => ('n', CARON),
        'ó' => ('o', ACUTE),
        'ò' => ('o', GRAVE),
        'ô' => ('o', CIRCUMFLEX),
        'ö' => ('o', DIAERESIS),
        'ő' => ('o', DOUBLE_ACUTE),
        'õ' => ('o', TILDE),
        'ø' => ('o', STROKE),
        'ō' => ('o', MACRON),
        'ř' => ('r', CARON),
        'ś' => ('s', ACUTE),
        'š' => ('s', CARON),
        'ş' => ('s', CEDILLA),
        'ú' => ('u', ACUTE),
        'ù' => ('u', GRAVE),
        'û' => ('u', CIRCUMFLEX),
        'ů' => ('u', RING),
        'ü' => ('u', DIAERESIS),
        'ű' => ('u', DOUBLE_ACUTE),
        'ū' => ('u', MACRON),
        'ý' => ('y', ACUTE),
        'ÿ' => ('y', DIAERESIS),
        'ź' => ('z', ACUTE),
        'ž' => ('z', CARON),
        'ż' => ('z', DOT),
        'æ' => return ('a', Some('e'), LIGATURE),
        'œ' => return ('o', Some('e'), LIGATURE),
        'ß' => return ('s', Some('s'), LIGATURE),
        other => (other, 0),
    };
    (base, None, accent)
}
