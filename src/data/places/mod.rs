//! Countries by what files call them: codes of ISO, the UN and UNHCR, and names in English, Spanish, French, Portuguese and
//! Haitian Creole; regions and groups with their members; names in other languages by what the reader's browser knows.
//!
//! A name is folded ([`fold`]), its words are made full and sorted ([`key`]), and the key is sought in the table. Only what
//! is the same place in every file is the same here: former states have no successor, half of a country is the country
//! only where nothing else of the file is.

mod codes;
mod fold;
mod groups;
mod languages;
mod members;
mod names;
mod words;

use crate::model::{Joined, Listed, country, sorted};

use self::codes::{FORMER_STATES, M49_CODES, NARROW, UNHCR_CODES};
use self::names::NAMES;

pub use self::fold::fold;
pub use self::languages::{Languages, PlaceNames};
pub use self::members::{is_aggregate, is_area_code, members_of};

/// The longest name of a place, in bytes; longer texts are sentences.
const LONGEST_NAME: usize = 120;

/// The entity of an alpha-2 code, in any case; with the Union's own two.
pub fn of_iso2(code: &str) -> Option<&'static str> {
    if code.len() != 2 {
        return None;
    }
    let code = match code.to_ascii_uppercase().as_str() {
        "EL" => "GR",
        "UK" => "GB",
        code => return country::codes().find(|iso3| country::iso2(iso3) == Some(code)),
    };
    of_iso2(code)
}

/// Whether a text is an alpha-3 code, or one of the project's pseudo-codes.
pub fn is_iso3(code: &str) -> bool {
    code.len() == 3 && country::code(code).is_some()
}

/// The entity of an alpha-3 code in any case, and of those that others made: the World Bank's former ones, Our World in
/// Data's and the Bank's Kosovo, SDMX's stateless and unknown.
pub fn of_iso3(text: &str) -> Option<&'static str> {
    let code = text.to_ascii_uppercase();
    country::code(match code.as_str() {
        "OWID_KOS" | "XKV" | "KSV" | "XKO" | "KOS" => "XKX",
        "STLS" | "STL" => "XXA",
        "UKN" => "UNK",
        "ROM" => "ROU",
        "ZAR" => "COD",
        "TMP" => "TLS",
        "WBG" => "PSE",
        "ADO" => "AND",
        "IMY" => "IMN",
        "CHI" | "OWID_CIS" => "XCX",
        code if code.len() == 3 => code,
        _ => return None,
    })
}

/// The entity of a numeric code of the UN's M49 standard, with or without leading zeros, or as a figure (`840.0`).
pub fn of_m49(digits: &str) -> Option<&'static str> {
    let digits = digits.trim().trim_start_matches('\'');
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    if digits.is_empty() || digits.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let wanted = format!("{digits:0>3}");
    paired(M49_CODES, &wanted)
}

/// The entity of one of UNHCR's own codes, which collide with ISO 3166: `AUS` is Austria.
pub fn of_unhcr(code: &str) -> Option<&'static str> {
    paired(UNHCR_CODES, code).or_else(|| country::code(code))
}

/// The second three letters of the pair that begins with `code`.
fn paired(pairs: &'static str, code: &str) -> Option<&'static str> {
    let at = (0..pairs.len()).step_by(6).find(|at| pairs.get(*at..at + 3) == Some(code))?;
    pairs.get(at + 3..at + 6)
}

/// The entity of a name, in any case, with or without accents, articles, titles, short forms and marks of footnotes; of a
/// name with another of the same place, or its code, beside it ("Myanmar (Burma)", "BE - Belgium").
pub fn of_name(name: &str) -> Option<&'static str> {
    if name.len() > LONGEST_NAME || !name.bytes().any(|byte| byte.is_ascii_alphabetic() || byte >= 0x80) {
        return None;
    }
    of_whole(name).or_else(|| of_both(name))
}

/// The entity of a name that is one name.
fn of_whole(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let key = key_of(&folded);
    if words::has(words::ISLANDS, &key) && folded == key {
        return None;
    }
    if let Some(found) = line_of(NAMES, &key).or_else(|| line_of(NARROW, &key)) {
        return Some(found);
    }
    if is_past(&folded) || line_of(FORMER_STATES, &key).is_some() {
        return None;
    }
    line_of(NAMES, &untitled(&key)?)
}

/// A key without what states call themselves ("Republic of Panama"); `None` for one without such words, and where they
/// tell two places apart, of which both have their names in the list.
pub fn untitled(key: &str) -> Option<String> {
    if !key.split(' ').any(|word| words::has(words::TITLES, word)) {
        return None;
    }
    let is_title = |word: &&str| words::has(words::TITLES, word) || words::has(words::TITLES_BESIDE, word);
    let rest = key.split(' ').filter(|word| !is_title(word)).listed().joined(" ");
    let is_bare = !rest.is_empty() && !rest.split(' ').any(|word| words::has(words::TITLED, word));
    is_bare.then_some(rest)
}

/// The entity of two names, or a code and a name, that mean the same.
fn of_both(name: &str) -> Option<&'static str> {
    let is_between =
        |letter: char| matches!(letter, '(' | '[' | '/' | '|' | ':' | '=' | '-' | '\u{2013}' | '\u{2014}');
    let at = match name.as_bytes().windows(3).position(|three| three == b" - ") {
        Some(at) => at + 1,
        None => name.char_indices().find(|(_, letter)| is_between(*letter))?.0,
    };
    let (before, after) = name.split_at_checked(at)?;
    let entity = |part: &str| {
        let part =
            part.trim_matches(|letter: char| is_between(letter) || matches!(letter, ' ' | ')' | ']' | '*'));
        let is_code = part.bytes().all(|byte| byte.is_ascii_uppercase());
        let code = if is_code { of_iso2(part).or_else(|| country::code(part)) } else { None };
        // "Eswatini (formerly Swaziland)".
        let first = part.split_once(' ').filter(|(first, _)| words::has(words::FORMER, &fold(first)));
        code.or_else(|| of_whole(first.map_or(part, |(_, rest)| rest)))
    };
    let before = entity(before)?;
    (entity(after)? == before).then_some(before)
}

/// Whether a text names a state that is no more, which has no one successor: Yugoslavia, West Germany, "Sudan (former)".
pub fn is_former(name: &str) -> bool {
    if name.len() > LONGEST_NAME || of_name(name).is_some() {
        return false;
    }
    let folded = fold(name);
    let rest = folded.split(' ').filter(|word| !words::has(words::FORMER, word)).listed().joined(" ");
    let key = key_of(&rest);
    line_of(FORMER_STATES, &key).is_some() || is_past(&folded) && line_of(NAMES, &key).is_some()
}

/// Whether a folded name says that its place is no more.
fn is_past(folded: &str) -> bool {
    folded.split(' ').any(|word| words::has(words::FORMER, word))
}

/// Whether a name is that of most of a country, of which files have the rest apart: "France (metropolitan)".
pub fn is_narrow(name: &str) -> bool {
    line_of(NARROW, &key(name)).is_some()
}

/// The three letters before a text that is a line's rest, by bisection of sorted lines.
fn line_of(lines: &'static str, wanted: &str) -> Option<&'static str> {
    let bytes = lines.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start =
            bytes.get(low..middle)?.iter().rposition(|byte| *byte == b'\n').map_or(low, |at| low + at + 1);
        let length = bytes.get(start..)?.iter().position(|byte| *byte == b'\n')?;
        let line = lines.get(start..start + length)?;
        let (code, known) = (line.get(..3)?, line.get(3..)?);
        match known.cmp(wanted) {
            std::cmp::Ordering::Equal => return Some(code),
            std::cmp::Ordering::Less => low = start + length + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// What names of one place have in common: their words in full, without small ones, in alphabetical order.
pub fn key(name: &str) -> String {
    key_of(&fold(name))
}

/// The key of a folded name.
fn key_of(folded: &str) -> String {
    let words: Vec<&str> =
        folded.split(' ').filter(|word| !words::has(words::SMALL, word)).map(words::full).listed();
    if words.is_empty() {
        // "Island" is Iceland in half of Europe.
        return folded.to_owned();
    }
    let order = sorted(words.len(), &|left, right| words.get(left).cmp(&words.get(right)));
    order.into_iter().filter_map(|index| words.get(index).copied()).listed().joined(" ")
}
