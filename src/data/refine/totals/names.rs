//! What a name says of whether a row or a column may be a total: a suspicion, never a proof.

use super::groups::Members;
use crate::data::cells::period::holds;
use crate::data::describe::is_part;
use crate::data::limits::MAX_SAYING_BYTES;
use crate::data::places::{fold, is_aggregate, is_iso3, of_iso2, of_name};
use crate::model::{Listed, TextColumn, country, lowered};

/// What a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Says {
    /// A mean, a share, a difference: neither a part nor a total.
    NoSum,
    /// The rest: a part.
    Rest,
    /// Nothing.
    Nothing,
    /// A region, a group, the world.
    Group,
    /// It has a word of a total among others.
    Hint,
    /// A country before or after its provinces.
    Country,
    /// No name where peers have one.
    Empty,
    /// Plainly a total.
    Total,
}

/// Words and phrases that stand for all, in small letters without accents.
const WHOLES: [&str; 38] = [
    "t",
    "_t",
    "tot",
    "all",
    "_all",
    "all ages",
    "all persons",
    "all categories",
    "all countries",
    "both",
    "both sexes",
    "both sexes combined",
    "male and female",
    "m and f",
    "ambos",
    "ambos sexos",
    "ambos os sexos",
    "ambas",
    "todos",
    "todas",
    "todos los paises",
    "tous",
    "toutes",
    "tutti",
    "alle",
    "les deux sexes",
    "ensemble",
    "maschi e femmine",
    "mannlich und weiblich",
    "world",
    "worldwide",
    "monde",
    "mundo",
    "mondo",
    "welt",
    "wereld",
    "wld",
    "global",
];

/// Words of which one says that a name is that of a total.
const TOTALS: [&str; 30] = [
    "total",
    "totals",
    "totale",
    "totali",
    "totaux",
    "totales",
    "totais",
    "totaal",
    "totalt",
    "subtotal",
    "gesamt",
    "insgesamt",
    "gesamtsumme",
    "zusammen",
    "summe",
    "sum",
    "suma",
    "somme",
    "soma",
    "toplam",
    "ukupno",
    "celkem",
    "spolu",
    "ogolem",
    "razem",
    "osszesen",
    "yhteensa",
    "samtliga",
    "skupaj",
    "genel",
];

/// The same in letters that have no plain ones.
const OTHER_LETTERS: [&str; 16] = [
    "всего",
    "итого",
    "усього",
    "всього",
    "разом",
    "общо",
    "укупно",
    "σύνολο",
    "الإجمالي",
    "المجموع",
    "الاجمالي",
    "总计",
    "合计",
    "総数",
    "合計",
    "합계",
];

/// Words for what is left.
const RESTS: [&str; 40] = [
    "other",
    "others",
    "unknown",
    "rest",
    "remaining",
    "residual",
    "stateless",
    "unspecified",
    "various",
    "undefined",
    "undetermined",
    "unallocated",
    "missing",
    "otro",
    "otros",
    "otra",
    "otras",
    "resto",
    "desconocido",
    "desconocida",
    "ignorado",
    "outro",
    "outros",
    "outras",
    "autre",
    "autres",
    "inconnu",
    "inconnue",
    "reste",
    "andere",
    "sonstige",
    "ubrige",
    "unbekannt",
    "altri",
    "altro",
    "altre",
    "overige",
    "onbekend",
    "diger",
    "diaspora",
];

/// Words for what is worked out of others and is no part of a sum.
const NO_SUMS: [&str; 42] = [
    "percent",
    "percentage",
    "pct",
    "rate",
    "rates",
    "ratio",
    "average",
    "avg",
    "mean",
    "median",
    "change",
    "growth",
    "difference",
    "net",
    "balance",
    "saldo",
    "solde",
    "share",
    "index",
    "density",
    "porcentaje",
    "tasa",
    "promedio",
    "media",
    "variacion",
    "diferencia",
    "densidad",
    "taux",
    "moyenne",
    "difference",
    "quote",
    "anteil",
    "prozent",
    "durchschnitt",
    "veranderung",
    "veränderung",
    "quota",
    "variazione",
    "percentuale",
    "taxa",
    "percentual",
    "increase",
];

/// Words of which one is in what says that it is a part of something else.
const PART_WORDS: [&str; 14] = [
    "which",
    "whom",
    "them",
    "cuales",
    "ellos",
    "ellas",
    "dont",
    "davon",
    "darunter",
    "cui",
    "quais",
    "including",
    "incl",
    "thereof",
];

/// More texts are not kept.
const MOST_KEPT: usize = 20_000;
/// Longer texts are not kept.
const LONGEST_KEPT: usize = 80;

/// What is known of texts already: the same ones stand in view after view.
#[derive(Default)]
pub(super) struct Known {
    texts: TextColumn,
    places: Vec<Option<Option<&'static str>>>,
    said: Vec<Option<Says>>,
    is_no_region: Vec<bool>,
}

impl Known {
    /// See [`country_of`].
    pub(super) fn country_of(&mut self, text: &str) -> Option<&'static str> {
        match self.number(text).and_then(|number| self.places.get_mut(number)) {
            Some(place) => *place.get_or_insert_with(|| country_of(text)),
            None => country_of(text),
        }
    }

    /// See [`says`].
    pub(super) fn says(&mut self, text: &str) -> Says {
        match self.number(text).and_then(|number| self.said.get_mut(number)) {
            Some(said) => *said.get_or_insert_with(|| says(text)),
            None => says(text),
        }
    }

    /// The countries of a region's name or code.
    pub(super) fn members_of(&mut self, text: &str, members_of: &Members) -> Option<Vec<&'static str>> {
        let number = self.number(text);
        let known = number.and_then(|number| self.is_no_region.get_mut(number));
        if known.as_deref() == Some(&true) {
            return None;
        }
        let members = members_of(text);
        if let Some(known) = known {
            *known = members.is_none();
        }
        members
    }

    fn number(&mut self, text: &str) -> Option<usize> {
        if text.len() > LONGEST_KEPT || self.texts.dictionary.len() > MOST_KEPT {
            return None;
        }
        self.texts.push(text);
        let number = self.texts.codes.pop().filter(|code| *code != TextColumn::MISSING)? as usize;
        if number == self.places.len() {
            self.places.push(None);
            self.said.push(None);
            self.is_no_region.push(false);
        }
        Some(number)
    }

    /// Whether texts are of several countries.
    pub(super) fn has_countries(&mut self, texts: &TextColumn) -> bool {
        let first = texts.dictionary.iter().take(MOST_KEPT);
        first.filter(|text| self.country_of(text).is_some()).take(2).count() > 1
    }
}

/// What a text says; empty texts say nothing here.
pub(super) fn says(text: &str) -> Says {
    if text.len() > MAX_SAYING_BYTES {
        return Says::Nothing;
    }
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).listed();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let lower = lowered(text.trim());
    let is_whole = WHOLES.contains(&folded.as_str()) || WHOLES.contains(&lower.as_str());
    let is_other = OTHER_LETTERS.iter().any(|word| holds(&lower, word));
    // "Of which women" is within what stands above it.
    if has(&PART_WORDS) && is_part(text) {
        return Says::NoSum;
    }
    let is_total = has(&TOTALS);
    if (is_total || is_other) && words.len() <= 2 || is_whole {
        return if has(&RESTS) || has(&NO_SUMS) { Says::Nothing } else { Says::Total };
    }
    if is_code_of_rest(text) || has(&RESTS) || folded.starts_with("not ") || folded.starts_with("no ") {
        return if is_total { Says::Hint } else { Says::Rest };
    }
    if lower.contains(['%']) || has(&NO_SUMS) {
        return if is_total { Says::Nothing } else { Says::NoSum };
    }
    // "All regions", "todas las edades".
    let is_all = words.len() > 1
        && words.len() <= 4
        && words.first().is_some_and(|word| {
            matches!(*word, "all" | "todos" | "todas" | "tous" | "toutes" | "tutti" | "tutte" | "alle")
        });
    if is_total || is_other || is_all {
        return Says::Hint;
    }
    if !is_iso3(text) && (is_aggregate(text) || text.starts_with("OWID_") || is_area_code(text)) {
        return Says::Group;
    }
    Says::Nothing
}

/// The country that a text is the code or the name of; none of a pseudo-code.
pub(super) fn country_of(text: &str) -> Option<&'static str> {
    match text.len() {
        0..=1 => None,
        2 if text == "EL" => Some("GRC"),
        2 if text == "UK" => Some("GBR"),
        2 if text.bytes().all(|byte| byte.is_ascii_uppercase()) => of_iso2(text),
        3 if text.bytes().all(|byte| byte.is_ascii_uppercase()) => {
            country::code(text).filter(|_| !is_code_of_rest(text))
        }
        _ => of_name(text),
    }
}

/// Codes of what is unknown, stateless or other.
fn is_code_of_rest(text: &str) -> bool {
    matches!(text, "XXA" | "UNK" | "OOO" | "VAR" | "_U" | "_O" | "UKN" | "STLS" | "RNC" | "UNKNOWN" | "OTH")
}

/// Areas' codes in SDMX: `W`, `W0`, `EU27_2020`, `OECD`.
fn is_area_code(code: &str) -> bool {
    let is_of_europe = |start: &str| {
        code.strip_prefix(start).is_some_and(|rest| {
            rest.as_bytes().iter().all(|byte| !byte.is_ascii_lowercase())
                && rest.len() < 10
                && !rest.is_empty()
        })
    };
    matches!(code, "W" | "W0" | "W1" | "WLD" | "OECD" | "TOT" | "WORLD")
        || is_of_europe("EU")
        || is_of_europe("EA")
}
