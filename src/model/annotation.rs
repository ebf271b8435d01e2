//! Something that happened, marked on a time axis; it never explains the figures.

use super::Period;

/// Something that happened, with its source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotation {
    /// Its name in its file; may be empty.
    pub id: String,
    /// When: a day, a month or a year, as precisely as known.
    pub when: Option<Period>,
    /// Whether that is only about when: said by its month, and placed by what `when` has.
    pub is_approximate: bool,
    /// What, in a few words.
    pub title: String,
    /// What, in a sentence; may be empty.
    pub text: String,
    /// Who says so; may be empty.
    pub source: String,
    /// The http or https address where they say so.
    pub link: Option<String>,
    /// The language of title and text, where it is not the reader's.
    pub language: Option<String>,
}

impl Annotation {
    /// The day in the middle of it, in days since 1970-01-01.
    pub fn middle_day(&self) -> Option<i32> {
        let when = self.when?;
        Some((when.start_day() + when.end_day()) / 2)
    }

    /// Whether its middle lies in a period.
    pub fn is_in(&self, period: Period) -> bool {
        self.middle_day().is_some_and(|day| period.start_day() <= day && day <= period.end_day())
    }
}
