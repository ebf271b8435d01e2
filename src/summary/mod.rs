//! The text alternative, the table and the tidy CSV: what stands behind every drawing.

mod about;
pub mod advice;
mod checksum;
mod csv;
mod gaps;
mod order;
mod ranking;
mod sentence;
mod table;
mod trend;

pub use about::{About, CitationContext, Fact, about};
pub use checksum::checksum;
pub(crate) use csv::push_cell;
pub use csv::{download_csv, normalize_pasted_csv, tidy_csv};
pub use order::TableOrder;
pub use sentence::summary;
pub use table::{TableModel, table, table_part};

use crate::locale::{Locale, series_label};
use crate::model::{Listed, Operation, Value};
use crate::query::{Grid, SeriesRole};
use crate::view::State;

/// What every text is made from: the grid, the series of it that the reader sees, and the words.
struct VisibleSeries<'a> {
    grid: &'a Grid,
    locale: &'a Locale,
    /// The indices of the series that are not switched off.
    series: Vec<usize>,
}

impl<'a> VisibleSeries<'a> {
    fn new(grid: &'a Grid, state: &State, locale: &'a Locale) -> VisibleSeries<'a> {
        VisibleSeries { grid, locale, series: visible_series(grid, state) }
    }

    /// Whether the shown series may be added up: counts of people or events split by one field.
    fn adds_up(&self) -> bool {
        let split = self.series.iter().all(|index| {
            self.grid.series.get(*index).is_some_and(|series| series.role != SeriesRole::Indicator)
        });
        (split || self.series.len() == 1) && self.grid.allows(Operation::SumOverEntities)
    }

    /// The sum of what is known of the shown series at a place.
    fn total(&self, place: usize) -> Option<f64> {
        self.grid.total(place, |series| self.series.contains(&series))
    }

    /// Whether every shown series has a figure at a place, so that its total is comparable with others.
    fn is_complete(&self, place: usize) -> bool {
        !self.series.is_empty() && self.series.iter().all(|series| self.grid.value(*series, place).is_known())
    }

    /// Whether no shown series has a figure at a place.
    fn is_empty(&self, place: usize) -> bool {
        !self.series.iter().any(|series| self.grid.value(*series, place).is_known())
    }

    /// The name of a series.
    fn name(&self, series: usize) -> String {
        series_label(self.locale, self.grid, series)
    }

    /// A figure without its unit, as the table has it.
    fn figure(&self, figure: f64) -> String {
        self.locale.value_text(self.grid, Value::Known(figure))
    }
}

/// The indices of the series that are not switched off.
fn visible_series(grid: &Grid, state: &State) -> Vec<usize> {
    let visible = |(_, series): &(usize, &crate::query::Series)| !state.hidden.contains(&series.key);
    grid.series.iter().enumerate().filter(visible).map(|(index, _)| index).listed()
}
