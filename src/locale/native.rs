//! The formats of `Intl` without a browser, for tests, static twins and the command line.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::model::{Grain, Period};

use super::cldr::{Language, language};
use super::decimal::{Decimal, round};
use super::formats::{primary_language, quarter};
use super::messages::fill;
use super::{Formats, PeriodStyle, Plural, collation};

/// Names by ISO 3166-1 alpha-3 code: `iso3`, then a column a language; from CLDR, written by `cargo xtask data`.
const COUNTRY_NAMES: &str = include_str!("country_names.csv");

/// The formats of one language, as CLDR has them.
#[derive(Clone, Debug, Default)]
pub struct NativeFormats {
    /// The BCP 47 tag; only its language counts.
    pub language: String,
    /// Country names by ISO 3166-1 alpha-3 code.
    pub countries: HashMap<String, String>,
}

impl NativeFormats {
    /// The formats of the language `tag`, English where it is not one of ours.
    pub fn new(tag: &str) -> NativeFormats {
        NativeFormats { language: tag.to_owned(), countries: country_names(&primary_language(tag)) }
    }

    fn cldr(&self) -> &'static Language {
        language(&self.language)
    }
}

impl Formats for NativeFormats {
    fn number(&self, figure: f64, decimals: usize) -> String {
        written(round(figure, 0, decimals), self.cldr())
    }

    fn percent(&self, ratio: f64, decimals: usize) -> String {
        written(round(ratio, 2, decimals), self.cldr()) + self.cldr().percent
    }

    fn period(&self, period: Period, style: PeriodStyle) -> String {
        let cldr = self.cldr();
        let months = if style == PeriodStyle::Long { &cldr.months_long } else { &cldr.months_short };
        let month = months.get(period.calendar_month() as usize - 1).copied().unwrap_or_default();
        let [month_year_long, month_year_short] = cldr.month_year;
        let pattern = match (period.grain, style) {
            (Grain::Quarter, _) => return quarter(&self.language, period, style),
            (Grain::Year, _) => "{y}",
            (Grain::Month, PeriodStyle::Long) => month_year_long,
            (Grain::Month, PeriodStyle::Short) => month_year_short,
            (Grain::Month, PeriodStyle::Tick) => "{m}",
            (Grain::Day, _) => cldr.day_pattern(style),
        };
        let (day, year) = (period.calendar_day().to_string(), period.calendar_year().to_string());
        fill(pattern, &[("d", &day), ("m", month), ("y", &year)])
    }

    fn country(&self, iso3: &str) -> Option<String> {
        self.countries.get(iso3).cloned()
    }

    fn plural(&self, figure: f64) -> Plural {
        (self.cldr().plural)(figure.abs())
    }

    fn list(&self, items: &[String]) -> String {
        let cldr = self.cldr();
        let Some((last, before)) = items.split_last() else { return String::new() };
        if before.is_empty() {
            return last.clone();
        }
        let [and_of_two, and_of_more] = cldr.and;
        let and = if before.len() == 1 { and_of_two } else { and_of_more };
        before.join(", ") + (cldr.and_before)(last).unwrap_or(and) + last
    }

    fn compare(&self, left: &str, right: &str) -> Ordering {
        collation::compare(left, right, self.cldr().n_tilde_is_a_letter)
    }
}

/// The digits with the language's separators; a dash for what is no number.
fn written(decimal: Option<Decimal>, language: &Language) -> String {
    let Some(decimal) = decimal else { return "–".to_owned() };
    let mut out = String::with_capacity(decimal.whole.len() * 4 / 3 + decimal.fraction.len() + 2);
    if decimal.negative {
        out.push('-');
    }
    let length = decimal.whole.len();
    let grouped = length >= 3 + language.minimum_grouping;
    for (index, digit) in decimal.whole.chars().enumerate() {
        if grouped && index > 0 && (length - index) % 3 == 0 {
            out.push(language.group);
        }
        out.push(digit);
    }
    if !decimal.fraction.is_empty() {
        out.push(language.decimal);
        out.push_str(&decimal.fraction);
    }
    out
}

/// The column `language` of the country names; the column `en` where there is none.
fn country_names(language: &str) -> HashMap<String, String> {
    let mut lines = COUNTRY_NAMES.lines().map(cells);
    let header = lines.next().unwrap_or_default();
    let column = |name: &str| header.iter().position(|cell| cell == name);
    let Some(column) = column(language).or_else(|| column("en")) else { return HashMap::new() };
    lines
        .filter_map(|row| Some((row.first()?.clone(), row.get(column)?.clone())))
        .filter(|(_, name)| !name.is_empty())
        .collect()
}

/// The cells of a line of CSV; a name may stand in quotes, but never over two lines.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let escaped_quote = quoted && character == '"' && characters.next_if_eq(&'"').is_some();
        match (character, cells.last_mut()) {
            ('"', _) if !escaped_quote => quoted = !quoted,
            (',', _) if !quoted => cells.push(String::new()),
            (_, Some(cell)) => cell.push(character),
            (_, None) => {}
        }
    }
    cells
}
