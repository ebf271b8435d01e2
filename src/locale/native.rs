//! The formats of `Intl` without a browser, for tests, static twins and the command line.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::model::Period;

use super::{Formats, PeriodStyle, Plural};

/// English or Spanish formats, as CLDR has them.
#[derive(Clone, Debug, Default)]
pub struct NativeFormats {
    /// The language: `en` or `es`.
    pub language: String,
    /// Country names by ISO 3166-1 alpha-3 code.
    pub countries: HashMap<String, String>,
}

impl Formats for NativeFormats {
    fn number(&self, figure: f64, decimals: usize) -> String {
        format!("{figure:.decimals$}")
    }
    fn percent(&self, ratio: f64, decimals: usize) -> String {
        format!("{:.decimals$}%", ratio * 100.0)
    }
    fn period(&self, period: Period, _style: PeriodStyle) -> String {
        period.to_string()
    }
    fn country(&self, iso3: &str) -> Option<String> {
        self.countries.get(iso3).cloned()
    }
    fn plural(&self, figure: f64) -> Plural {
        if figure == 1.0 { Plural::One } else { Plural::Other }
    }
    fn list(&self, items: &[String]) -> String {
        items.join(", ")
    }
    fn compare(&self, left: &str, right: &str) -> Ordering {
        left.cmp(right)
    }
}
