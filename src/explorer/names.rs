//! What countries, statuses, kinds and dates are called in the reader's language.

use std::cmp::Ordering;

use crate::data::ALL_PARTIES;
use crate::locale::{Locale, PeriodStyle, happened, primary_language};
use crate::model::{Commitment, Grain, Happening, Joined, Listed, Period, Role};

/// The names, from the message files and the formats of a language.
#[derive(Clone)]
pub struct Names {
    /// The language.
    pub locale: Locale,
}

impl Names {
    /// The text of `explorer.<key>`.
    pub fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.locale.text(&["explorer.", key].concat(), arguments)
    }

    /// A number of things: `explorer.<key>.one` or `.other`.
    pub fn count(&self, key: &str, count: usize) -> String {
        self.locale.count_text(&["explorer.", key].concat(), count as f64)
    }

    /// A country's name; the words for all that endorse.
    pub fn country(&self, iso3: &str) -> String {
        if iso3 == ALL_PARTIES {
            return self.text("all-parties", &[]);
        }
        self.locale.value_name("iso3", Role::Country, iso3)
    }

    /// Several countries' names.
    pub fn countries(&self, codes: &[String]) -> String {
        codes.iter().map(|code| self.country(code)).listed().joined(", ")
    }

    /// A status in words.
    pub fn status(&self, status: &str) -> String {
        self.text(&["status.", status].concat(), &[])
    }

    /// A kind in words; as it stands where there are none for it.
    pub fn kind(&self, kind: &str) -> String {
        let key = ["explorer.kind.", &kind.split(' ').listed().joined("-")].concat();
        self.locale.messages.get(&key).unwrap_or(kind).to_owned()
    }

    /// How a commitment stands, with the words of a source that says less, and the date of that.
    #[inline(never)]
    pub fn standing(&self, commitment: &Commitment) -> String {
        let status = self.status(&commitment.status);
        // What was announced and of which no more is known stands as it did on that day.
        let is_only_announced = commitment.status == "announced";
        let dated = match commitment.status_as_of.or(commitment.announced.filter(|_| is_only_announced)) {
            Some(when) => self.dated("as-of", Some(when), ("status", &status)),
            None if commitment.status == "unknown" => status,
            None => self.text("undated", &[("status", &status)]),
        };
        match commitment.status_words.as_str() {
            "" => dated,
            words => self.text("status.said", &[("status", &dated), ("words", words)]),
        }
    }

    /// A sentence with a date: `explorer.<key>.day` of a day, `explorer.<key>` of a month or a year.
    #[inline(never)]
    pub fn dated(&self, key: &str, when: Option<Period>, other: (&str, &str)) -> String {
        let is_day = when.is_some_and(|when| when.grain == Grain::Day);
        let key = [key, if is_day { ".day" } else { "" }].concat();
        self.text(&key, &[other, ("date", &self.date(when))])
    }

    /// When something happened, or about when.
    #[inline(never)]
    pub fn when(&self, one: &Happening) -> String {
        one.when.map(|when| happened(&self.locale, when, one.is_approximate)).unwrap_or_default()
    }

    /// What is said in several languages, in the reader's, else in English, else as it stands.
    pub fn said<'a>(&self, texts: &'a [(String, String)]) -> &'a str {
        let language = primary_language(&self.locale.tag);
        let of = |wanted: &str| texts.iter().find(|(tag, _)| tag == wanted);
        let found = of(&language).or_else(|| of("en")).or(texts.first());
        found.map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// A date.
    pub fn date(&self, when: Option<Period>) -> String {
        when.map(|when| self.locale.formats.period(when, PeriodStyle::Long)).unwrap_or_default()
    }

    /// The order of two names.
    pub fn order(&self, one: Option<&String>, two: Option<&String>) -> Ordering {
        match (one, two) {
            (Some(one), Some(two)) => self.locale.formats.compare(one, two),
            (one, two) => one.is_some().cmp(&two.is_some()),
        }
    }
}
