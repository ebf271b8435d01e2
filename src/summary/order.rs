//! The order of a table's rows, as a reader asks for it.

use std::cmp::Ordering;

use crate::locale::{Locale, PeriodStyle, category_label};
use crate::model::{Listed, sorted};
use crate::query::{Axis, Grid};
use crate::view::State;

use super::visible_series;

/// What a table is ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableOrder {
    /// The column, from 0: the places' names, then the series that are shown.
    pub column: usize,
    /// Whether the smallest, the first letter or the earliest stands above.
    pub ascending: bool,
}

/// The places of a grid in an order; what has no figure in the column stands below, whichever way it goes.
pub fn row_order(grid: &Grid, state: &State, order: TableOrder, locale: &Locale) -> Vec<usize> {
    let places = (0..grid.axis.len()).listed();
    let turned = |ordering: Ordering| if order.ascending { ordering } else { ordering.reverse() };
    let Some(column) = order.column.checked_sub(1) else {
        let names: Vec<String> =
            places.iter().map(|place| category_label(locale, grid, *place, PeriodStyle::Short)).listed();
        return sorted(places.len(), &|one, two| {
            turned(match (&grid.axis, names.get(one), names.get(two)) {
                (Axis::Entities(_), Some(one), Some(two)) => locale.formats.compare(one, two),
                _ => one.cmp(&two),
            })
        });
    };
    let Some(series) = visible_series(grid, state).get(column).copied() else { return places };
    sorted(places.len(), &|one, two| match (grid.value(series, one).known(), grid.value(series, two).known())
    {
        (Some(one), Some(two)) => turned(one.total_cmp(&two)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    })
}
