//! What CLDR says of each language, as far as the native formats need it.
//!
//! Source: Unicode CLDR 48 (Unicode-3.0), `numbers`, `ca-gregorian`, `listPatterns` and `plurals` of each language.
//! Another language is one more constant here and one more line in [`language`].

use super::formats::primary_language;
use super::{PeriodStyle, Plural};

/// The formats of one language; in patterns `{d}`, `{m}`, `{y}` stand for day, month and year.
pub(super) struct Language {
    /// Between whole and fraction.
    pub decimal: char,
    /// Between groups of three digits.
    pub group: char,
    /// How many digits have to stand before the first separator: 2 leaves "1234" as it is.
    pub minimum_grouping: usize,
    /// What follows the number of a percentage.
    pub percent: &'static str,
    /// Months in full, as they stand beside a year.
    pub months_long: [&'static str; 12],
    /// Months abbreviated, as they stand beside a year.
    pub months_short: [&'static str; 12],
    /// A month with its year, in full and abbreviated.
    pub month_year: [&'static str; 2],
    /// A day with its year, in full and abbreviated, and without its year, abbreviated.
    pub day: [&'static str; 3],
    /// Joins the last item to a list of two, and to a longer one.
    pub and: [&'static str; 2],
    /// Whether ñ is a letter of its own in the alphabet.
    pub n_tilde_is_a_letter: bool,
    /// Replaces `and` before some sounds.
    pub and_before: fn(&str) -> Option<&'static str>,
    /// The plural category of an absolute figure.
    pub plural: fn(f64) -> Plural,
}

impl Language {
    /// The pattern of a day in `style`.
    pub fn day_pattern(&self, style: PeriodStyle) -> &'static str {
        let [long, short, tick] = self.day;
        match style {
            PeriodStyle::Long => long,
            PeriodStyle::Short => short,
            PeriodStyle::Tick => tick,
        }
    }
}

/// The language of a BCP 47 tag; English where it is not one of ours.
pub(super) fn language(tag: &str) -> &'static Language {
    match primary_language(tag).as_str() {
        "es" => &SPANISH,
        _ => &ENGLISH,
    }
}

static ENGLISH: Language = Language {
    decimal: '.',
    group: ',',
    minimum_grouping: 1,
    percent: "%",
    months_long: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    months_short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    month_year: ["{m} {y}", "{m} {y}"],
    day: ["{m} {d}, {y}", "{m} {d}, {y}", "{m} {d}"],
    and: [" and ", ", and "],
    n_tilde_is_a_letter: false,
    and_before: |_| None,
    plural: |figure| if figure == 1.0 { Plural::One } else { Plural::Other },
};

static SPANISH: Language = Language {
    decimal: ',',
    group: '.',
    minimum_grouping: 2,
    percent: "\u{a0}%",
    months_long: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    months_short: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
    month_year: ["{m} de {y}", "{m} {y}"],
    day: ["{d} de {m} de {y}", "{d} {m} {y}", "{d} {m}"],
    and: [" y ", " y "],
    n_tilde_is_a_letter: true,
    and_before: spanish_e,
    plural: |figure| {
        if figure == 1.0 {
            Plural::One
        } else if figure >= 1e6 && figure % 1e6 == 0.0 {
            Plural::Many
        } else {
            Plural::Other
        }
    },
};

/// "e" instead of "y" before the sound i, by the rule of ICU's list formatter: i…, hi… but not hia…, hie….
fn spanish_e(next: &str) -> Option<&'static str> {
    let mut letters = next.chars().map(|letter| letter.to_ascii_lowercase());
    let e = match letters.next()? {
        'i' => true,
        'h' => letters.next() == Some('i') && !matches!(letters.next(), Some('a' | 'e')),
        _ => false,
    };
    e.then_some(" e ")
}
