//! What `Intl` does in the reader's browser, and its native twin elsewhere.

use std::cmp::Ordering;

use crate::model::Period;

/// How long a period is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodStyle {
    /// In sentences and tooltips: "March 2023", "2023", "15 March 2023".
    Long,
    /// In tables: "Mar 2023", "2023", "15 Mar 2023".
    Short,
    /// On an axis under which the year stands once: "Mar", "15 Mar", "Q1"; years as in `Short`.
    Tick,
}

/// The language's formats. Both implementations give the same text; a browser test holds them together.
pub trait Formats {
    /// A number with the language's separators, rounded half away from zero to at most `decimals` places, no trailing
    /// zeros, no exponent, never "-0".
    fn number(&self, figure: f64, decimals: usize) -> String;
    /// A ratio (0.123) as a percentage ("12.3%"), rounded like a number.
    fn percent(&self, ratio: f64, decimals: usize) -> String;
    /// A period in words.
    fn period(&self, period: Period, style: PeriodStyle) -> String;
    /// The name of a country by its ISO 3166-1 alpha-3 code; `None` for codes the language has no name for.
    fn country(&self, iso3: &str) -> Option<String>;
    /// The plural category of a number as it is written, by its name in CLDR: `one`, `many` (Spanish 1,000,000), `other`.
    fn plural(&self, figure: f64) -> String;
    /// Items joined as a list: "Haiti, Cuba and Chile".
    fn list(&self, items: &[String]) -> String;
    /// The language's alphabetical order.
    fn compare(&self, left: &str, right: &str) -> Ordering;
}

/// The language of a BCP 47 tag in lower case: "es" of "es-MX".
pub fn primary_language(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}
