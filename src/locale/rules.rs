//! What a message file says of its language's own formats: quarters, which neither `Intl` nor ICU4X writes, and a language
//! that neither knows.

use std::rc::Rc;

use crate::model::{Grain, Joined, Period};

use super::{Messages, PeriodStyle};

/// The formats that a language's message file has under `format.…`; the native and the browser's formats both ask here.
///
/// | key | what it says |
/// |---|---|
/// | `format.half`, `format.half-tick` | a half of a year, of its `{half}` (1–2) and `{year}`, and on an axis |
/// | `format.quarter`, `format.quarter-tick` | a quarter, of its `{quarter}` (1–4) and `{year}`, and on an axis |
/// | `format.default` | the tag to ask where a page names the language and no country: British for English |
/// | `format.like` | the language to ask in place of one that `Intl` answers in English |
/// | `format.plural-like` | the same for plural categories |
/// | `format.word.<word>` | a word of that language in dates, such as a month, in this one |
/// | `format.direction` | `rtl` for a language that is written from right to left |
/// | `format.and` | what stands before the last item of a list, blanks apart |
///
/// Every language has its quarters here; the rest is for Haitian Creole and its like. Its months, separators (the French
/// ones) and "Ayiti" are those of glibc's `ht_HT` (2013, by Sugar Labs; "the Free Software Foundation does not claim any
/// copyright interest in the locale data"), and so is the order of day, month and year; "ak" is the "and" of the Universal
/// Declaration of Human Rights in Haitian Creole ("dwa ak libète"); the plural is the Translate Toolkit's (n != 1). CLDR
/// has no countries in it: its message file names them under `country.<ISO 3166-1 alpha-3>`, and one that is missing there
/// has its name in French, Haiti's other language.
#[derive(Clone, Debug)]
pub struct LanguageRules {
    messages: Rc<Messages>,
}

impl LanguageRules {
    /// The rules in a message file.
    pub fn new(messages: &Rc<Messages>) -> LanguageRules {
        LanguageRules { messages: Rc::clone(messages) }
    }

    /// The BCP 47 tag to ask `Intl` or ICU4X for in place of `tag`: that of `format.like` or `format.plural-like`, else of
    /// `format.default` where `tag` names no country.
    pub fn tag<'a>(&'a self, key: &str, tag: &'a str) -> &'a str {
        let of_no_country = || self.messages.get("format.default").filter(|_| !tag.contains(['-']));
        self.messages.get(key).or_else(of_no_country).unwrap_or(tag)
    }

    /// The quarter or half of a year that a period is: "Q1 2023", "H1 2023"; "Q1" on an axis.
    pub fn quarter(&self, period: Period, style: PeriodStyle) -> String {
        let (plain, tick, name, months) = match period.grain {
            Grain::Half => ("format.half", "format.half-tick", "half", 6),
            _ => ("format.quarter", "format.quarter-tick", "quarter", 3),
        };
        let key = if style == PeriodStyle::Tick { tick } else { plain };
        let number = ((period.calendar_month() - 1) / months + 1).to_string();
        self.messages.text(key, &[(name, &number), ("year", &period.calendar_year().to_string())])
    }

    /// A date of the language that is asked in place of this one, in the words of this one.
    pub fn date(&self, text: String) -> String {
        if self.messages.get("format.like").is_none() {
            return text;
        }
        let mut out = String::new();
        for word in text.split(' ') {
            out.push_str(if out.is_empty() { "" } else { " " });
            out.push_str(self.messages.get(&["format.word.", word].concat()).unwrap_or(word));
        }
        out
    }

    /// Items as a list; `None` where the file leaves it to `Intl` or ICU4X, as it does a single one.
    pub fn list(&self, items: &[String]) -> Option<String> {
        let and = self.messages.get("format.and")?;
        let (last, before) = items.split_last()?;
        (!before.is_empty()).then(|| [&*before.joined(", "), " ", and, " ", last].concat())
    }
}
