//! The values shown as tidy CSV.

use crate::locale::Locale;
use crate::query::Grid;
use crate::view::State;

/// The values shown: one row a mark, columns named after `x`, `series` and `y`; ISO periods, plain numbers, missing empty.
pub fn tidy_csv(grid: &Grid, state: &State) -> String {
    let _ = (grid, state);
    String::new()
}

/// The same with a preamble of title, source and licence as comment rows, and a byte order mark for spreadsheets.
pub fn download_csv(grid: &Grid, state: &State, title: &str, source: &str, locale: &Locale) -> String {
    let _ = (grid, state, title, source, locale);
    String::new()
}
