//! The text alternative, the table and the tidy CSV: what stands behind every drawing.

mod about;
pub mod advice;
mod cadence;
mod checksum;
mod csv;
pub mod facts;
mod gaps;
mod how_to_read;
mod order;
mod ranking;
mod sentence;
mod table;
mod trend;

pub use about::{About, CitationContext, Fact, about};
pub use cadence::{Cadence, cadence_of, overdue, overdue_source};
pub use checksum::checksum;
pub(crate) use csv::push_cell;
pub use csv::{download_csv, normalize_pasted_csv, tidy_csv};
pub use how_to_read::how_to_read;
pub use order::TableOrder;
pub use sentence::summary;
pub use table::{TableModel, table, table_part};

use crate::locale::{Locale, series_label};
use crate::model::{Listed, Value};
use crate::query::Grid;
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
