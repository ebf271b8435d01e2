//! What a message file says of its language's own formats: quarters, which neither `Intl` nor ICU4X writes, and all that
//! they do not know of a language.

use std::rc::Rc;

use crate::model::{Grain, Joined, Period};

use super::messages::fill;
use super::{Messages, PeriodStyle};

/// The formats that a language's message file has under `format.…`; the native and the browser's formats ask here first.
///
/// | key | what it says |
/// |---|---|
/// | `format.quarter`, `format.month`, `format.day` | a period in full, of `{quarter}` (1–4), `{day}`, `{month}`, `{mon}`, `{year}` |
/// | the same with `-short`, `-tick` | in tables, and on an axis; as in full where they are missing |
/// | `format.months`, `format.months-short` | twelve names with blanks between: what `{month}` and `{mon}` stand for |
/// | `format.and` | a list, of its `{last}` item and those `{before}` |
/// | `format.like` | the language that numbers, percentages and the order of names are those of, and countries without a message |
/// | `format.plural-like` | the language that the plural categories are those of; else that of `format.like` |
///
/// Every language has its quarters here; the rest is for one that `Intl` answers in English, as it does Haitian Creole:
/// `rules/ht.json` is what opens its message file as soon as there are texts. Names and order of months, day and year and
/// "Ayiti" are those of glibc's `ht_HT` (2013, by Sugar Labs; "the Free Software Foundation does not claim any copyright
/// interest in the locale data"), whose separators are French; "ak" is the "and" of the Universal Declaration of Human
/// Rights in Haitian Creole ("dwa ak libète"); the plural is that of the Translate Toolkit (n != 1). CLDR has no list of
/// countries in it: until the message file names one under `country.<ISO 3166-1 alpha-3>`, its name is French, Haiti's
/// other official language.
#[derive(Clone, Debug, Default)]
pub struct LanguageRules {
    messages: Rc<Messages>,
}

impl LanguageRules {
    /// The rules in a message file.
    pub fn new(messages: &Rc<Messages>) -> LanguageRules {
        LanguageRules { messages: Rc::clone(messages) }
    }

    /// The BCP 47 tag to ask `Intl` or ICU4X for in place of `tag`.
    pub fn like<'a>(&'a self, tag: &'a str) -> &'a str {
        self.messages.get("format.like").unwrap_or(tag)
    }

    /// The BCP 47 tag to ask them for plural categories.
    pub fn plural_like<'a>(&'a self, tag: &'a str) -> &'a str {
        self.messages.get("format.plural-like").unwrap_or_else(|| self.like(tag))
    }

    /// A period in words; `None` where the file leaves it to `Intl` or ICU4X.
    pub fn period(&self, period: Period, style: PeriodStyle) -> Option<String> {
        let year = period.calendar_year().to_string();
        let key = match period.grain {
            Grain::Year => return Some(year),
            Grain::Quarter => "format.quarter",
            Grain::Month => "format.month",
            Grain::Day => "format.day",
        };
        let style = match style {
            PeriodStyle::Long => "",
            PeriodStyle::Short => "-short",
            PeriodStyle::Tick => "-tick",
        };
        let pattern = self.messages.get(&[key, style].concat()).or_else(|| self.messages.get(key))?;
        let month = period.calendar_month() as usize - 1;
        let name =
            |key| self.messages.get(key).and_then(|names| names.split(' ').nth(month)).unwrap_or_default();
        let parts = [
            ("day", &*period.calendar_day().to_string()),
            ("month", name("format.months")),
            ("mon", name("format.months-short")),
            ("quarter", &(month / 3 + 1).to_string()),
            ("year", &year),
        ];
        Some(fill(pattern, &parts))
    }

    /// Two items or more as a list; `None` where the file leaves it to `Intl` or ICU4X.
    pub fn list(&self, items: &[String]) -> Option<String> {
        let pattern = self.messages.get("format.and")?;
        let (last, before) = items.split_last()?;
        (!before.is_empty()).then(|| fill(pattern, &[("before", &before.joined(", ")), ("last", last)]))
    }
}
