//! Countries by what files call them: codes of ISO, the UN and UNHCR, and names in English, Spanish, French and Portuguese.

mod groups;
mod members;
mod names;

use crate::model::{Joined, Listed, country, sorted};

use self::names::{M49_CODES, NAMES, UNHCR_CODES};

pub use self::members::members_of;

/// The longest name of a place, in bytes; longer texts are sentences.
const LONGEST_NAME: usize = 120;

/// Words that names of one place have or lack: articles, "of", "and", in four languages.
const SMALL_WORDS: [&str; 35] = [
    "the", "of", "and", "de", "del", "la", "el", "los", "las", "les", "le", "du", "des", "da", "do", "dos",
    "das", "y", "et", "e", "l", "d", "part", "parte", "partie", "country", "em", "island", "islands", "isla",
    "islas", "ile", "iles", "ilha", "ilhas",
];

/// Words of names with the forms that files shorten them to.
const SHORT_FORMS: [(&str, &str); 10] = [
    ("rep", "republic"),
    ("republica", "republic"),
    ("republique", "republic"),
    ("dem", "democratic"),
    ("democratica", "democratic"),
    ("democratique", "democratic"),
    ("st", "saint"),
    ("fed", "federated"),
    ("sts", "states"),
    ("people's", "peoples"),
];

/// Words of regions' names that say what kind of thing is named: one of them, and nothing but [`REGION_WORDS`] beside it.
const REGION_NOUNS: [&str; 42] = [
    "africa",
    "african",
    "afrique",
    "america",
    "american",
    "americas",
    "amerique",
    "ameriques",
    "asia",
    "asie",
    "caraibes",
    "caribbean",
    "caribe",
    "europe",
    "europa",
    "european",
    "europea",
    "europeenne",
    "eurozone",
    "income",
    "ingreso",
    "ingresos",
    "revenu",
    "latinoamerica",
    "melanesia",
    "monde",
    "mundo",
    "oceania",
    "oceanie",
    "pacific",
    "pacifico",
    "polynesia",
    "region",
    "regiones",
    "regions",
    "countries",
    "paises",
    "pays",
    "world",
    "eu27",
    "eu28",
    "g20",
];

/// What stands beside those nouns in the names of regions and groups.
const REGION_WORDS: [&str; 77] = [
    "eu",
    "ue",
    "non",
    "all",
    "arab",
    "area",
    "asean",
    "bank",
    "central",
    "centrale",
    "ceec",
    "china",
    "continental",
    "desarrollados",
    "desarrollo",
    "desarrolladas",
    "developed",
    "developing",
    "east",
    "eastern",
    "ecosoc",
    "emerging",
    "este",
    "excl",
    "excluding",
    "extra",
    "fragile",
    "global",
    "group",
    "high",
    "hipc",
    "ibrd",
    "ida",
    "in",
    "en",
    "landlocked",
    "latin",
    "latina",
    "latine",
    "least",
    "less",
    "low",
    "lower",
    "mas",
    "members",
    "menos",
    "middle",
    "more",
    "nord",
    "norte",
    "north",
    "northern",
    "not",
    "oecd",
    "ocde",
    "occidental",
    "oeste",
    "only",
    "oriental",
    "orientale",
    "part",
    "rest",
    "sahara",
    "saharan",
    "sids",
    "small",
    "south",
    "southeast",
    "southern",
    "states",
    "sub",
    "sur",
    "total",
    "union",
    "upper",
    "west",
    "western",
];

/// Words that alone say that all is meant.
const TOTAL_WORDS: [&str; 12] = [
    "total",
    "totals",
    "totale",
    "totaux",
    "totales",
    "totais",
    "gesamt",
    "insgesamt",
    "gesamtzahl",
    "ensemble",
    "itogo",
    "summe",
];

/// Words of what is neither a place nor the whole of others: a remainder.
const REMAINDER_WORDS: [&str; 20] = [
    "other",
    "others",
    "otro",
    "otros",
    "otra",
    "otras",
    "autre",
    "autres",
    "outro",
    "outros",
    "outra",
    "outras",
    "rest",
    "resto",
    "reste",
    "unknown",
    "nes",
    "unspecified",
    "elsewhere",
    "ubrige",
];

/// The entity of an alpha-2 code, in any case.
pub fn of_iso2(code: &str) -> Option<&'static str> {
    if code.len() != 2 {
        return None;
    }
    country::codes().find(|iso3| country::iso2(iso3).is_some_and(|iso2| iso2.eq_ignore_ascii_case(code)))
}

/// Whether a text is an alpha-3 code, or one of the project's pseudo-codes.
pub fn is_iso3(code: &str) -> bool {
    code.len() == 3 && country::code(code).is_some()
}

/// The entity of a numeric code of the UN's M49 standard, with or without leading zeros.
pub fn of_m49(digits: &str) -> Option<&'static str> {
    let digits = digits.trim();
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

/// The entity of a name in any of the four languages, in any case, with or without accents, articles and short forms.
pub fn of_name(name: &str) -> Option<&'static str> {
    if name.len() > LONGEST_NAME || !name.bytes().any(|byte| byte.is_ascii_alphabetic() || byte >= 0x80) {
        return None;
    }
    let key = key(name);
    if let Some(found) = named(&key) {
        return Some(found);
    }
    // "Republic of Panama"; the two Congos and Koreas have their names in the list.
    let rest: Vec<&str> = key.split(' ').filter(|word| *word != "republic").listed();
    if rest.len() + 1 == key.split(' ').count()
        && let Some(found) = named(&rest.joined(" "))
    {
        return Some(found);
    }
    // "Micronesia (country)", "Iran (Islamic Republic of)" of a spelling that nobody lists.
    let (before, _) = name.split_once('(')?;
    let before = self::key(before);
    if matches!(before.as_str(), "congo" | "korea" | "corea" | "coree") { None } else { named(&before) }
}

/// The entity of a key.
fn named(key: &str) -> Option<&'static str> {
    line_of(NAMES, key)
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

/// Whether a text names the world, a region, a group of countries or a total, by name or by a publisher's code: a
/// suspicion only, for arithmetic to prove. Never true of a country, a former state, a province, or a remainder ("Other
/// South America", "Unknown"); a number is none.
pub fn is_aggregate(name: &str) -> bool {
    if name.len() > LONGEST_NAME || name.bytes().all(|byte| byte.is_ascii_digit()) || of_name(name).is_some()
    {
        return false;
    }
    if members::group_of(name).is_some() {
        return true;
    }
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).listed();
    let any = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let is_of_region = |word: &&str| {
        REGION_NOUNS.contains(word) || REGION_WORDS.contains(word) || SMALL_WORDS.contains(word)
    };
    !any(&REMAINDER_WORDS) && (any(&TOTAL_WORDS) || any(&REGION_NOUNS) && words.iter().all(is_of_region))
}

/// What names of one place have in common: their words without small ones, in alphabetical order.
pub fn key(name: &str) -> String {
    let folded = fold(name);
    let full = |word: &'_ str| SHORT_FORMS.iter().find(|(short, _)| *short == word).map(|(_, full)| *full);
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !word.is_empty() && !SMALL_WORDS.contains(word))
        .map(|word| full(word).unwrap_or(word))
        .listed();
    let order = sorted(words.len(), &|left, right| words.get(left).cmp(&words.get(right)));
    order.into_iter().filter_map(|index| words.get(index).copied()).listed().joined(" ")
}

/// Small letters without accents, one blank between words, no punctuation and no footnote's number after a word.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'a'..='z' => out.push(letter),
            'A'..='Z' => out.push(letter.to_ascii_lowercase()),
            // "Tokelau1" has a footnote, "G20" none.
            '0'..='9' => out.push(letter),
            '\'' | '\u{2019}' | '`' | '\u{2018}' | '.' | '*' | '\u{2020}' => {}
            '&' => out.push_str(" and "),
            _ => match plain(letter) {
                "" if out.ends_with(' ') || out.is_empty() => {}
                "" => out.push(' '),
                plain => out.push_str(plain),
            },
        }
    }
    let trimmed = out.trim();
    let bare = trimmed.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_footnote = bare.len() + 2 >= trimmed.len() && bare.len() > 4 && !bare.ends_with(' ');
    let mut text = if is_footnote { bare.to_owned() } else { trimmed.to_owned() };
    while let Some(at) = text.as_bytes().windows(2).position(|pair| pair == b"  ") {
        text.remove(at);
    }
    text
}

/// The letters of an accented one; empty for what is no letter.
fn plain(letter: char) -> &'static str {
    match letter {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ď'..='đ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ĝ'..='ģ' => "g",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "i",
        'Ł' | 'ł' | 'Ĺ'..='ŀ' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' => "s",
        'ß' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "u",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'Ź'..='ž' => "z",
        _ => "",
    }
}
