//! The figures in rows, ready to become an HTML table.

use crate::locale::{Locale, PeriodStyle, category_label};
use crate::model::{Grain, Listed};
use crate::query::{Axis, Grid};
use crate::view::State;

use super::VisibleSeries;
use super::order::{TableOrder, row_order};

/// A table of finished texts: a row a place, a column a series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableModel {
    /// What the table shows; its caption.
    pub caption: String,
    /// The head: the field of the horizontal axis, then the series.
    pub head: Vec<String>,
    /// The rows: the place's name, then a figure a series.
    pub rows: Vec<Vec<String>>,
}

/// The figures shown, in the reader's language; missing ones in words, places of provisional ones marked in words.
///
/// Without an order asked for, rows stand in the axis': periods by time, entities as the chart ranks them. There is no total row: readers of
/// a table add up for themselves, and not every measure may be added.
pub fn table(
    grid: &Grid,
    state: &State,
    caption: &str,
    order: Option<TableOrder>,
    locale: &Locale,
) -> TableModel {
    table_part(grid, state, caption, order, locale, (0, usize::MAX))
}

/// The same with only some of the rows: from the first of `part`, at most as many as its second.
pub fn table_part(
    grid: &Grid,
    state: &State,
    caption: &str,
    order: Option<TableOrder>,
    locale: &Locale,
    part: (usize, usize),
) -> TableModel {
    let visible = VisibleSeries::new(grid, state, locale);
    let mut head = vec![axis_name(grid, locale)];
    head.extend(visible.series.iter().map(|series| visible.name(*series)));
    let places = match order {
        Some(order) => row_order(grid, state, order, locale),
        None => (0..grid.axis.len()).listed(),
    };
    let rows = places.into_iter().skip(part.0).take(part.1).map(|place| {
        let name = row_name(&visible, place);
        let cells = visible.series.iter().map(|series| locale.value_text(grid, grid.value(*series, place)));
        std::iter::once(name).chain(cells).listed()
    });
    let beside = locale.quantity_beside(grid, visible.series.iter().copied(), None);
    let caption = match caption.is_empty() || beside.is_empty() {
        true => caption.to_owned(),
        false => locale.text("table.caption", &[("title", caption), ("unit", &beside)]),
    };
    TableModel { caption, rows: rows.listed(), head }
}

/// The name of a place, with what makes its figures others than they seem: a part of a period, provisional ones.
fn row_name(visible: &VisibleSeries, place: usize) -> String {
    let (grid, locale) = (visible.grid, visible.locale);
    let name = category_label(locale, grid, place, PeriodStyle::Short);
    let name = locale.part_label(grid, place, &name, &visible.series);
    let provisional = grid.provisional.get(place) == Some(&true);
    if provisional { locale.text("table.provisional", &[("place", &name)]) } else { name }
}

/// The head of the first column: the field's own name in the message files, else what a period is called, else the
/// column's name in the file.
fn axis_name(grid: &Grid, locale: &Locale) -> String {
    let Axis::Periods(periods) = &grid.axis else { return locale.field_name(&grid.x_field) };
    if locale.messages.get(&["field.", &grid.x_field].concat()).is_some() {
        return locale.field_name(&grid.x_field);
    }
    let key = match periods.first().map(|period| period.grain) {
        Some(Grain::Day) => "table.day",
        Some(Grain::Month) => "table.month",
        Some(Grain::Quarter) => "table.quarter",
        Some(Grain::Half) => "table.half",
        Some(Grain::Year) => "table.year",
        None => return locale.field_name(&grid.x_field),
    };
    locale.text(key, &[])
}
