//! What countries, statuses, kinds and dates are called in the reader's language.

use std::cmp::Ordering;

use crate::data::ALL_PARTIES;
use crate::locale::{Locale, PeriodStyle};
use crate::model::{Joined, Listed, Period, Role};

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
