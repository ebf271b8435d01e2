//! Rows to figures: one value for each series at each place, in dense arrays.

use crate::model::{Listed, NumberColumn, Reason, Value};

use super::axis::NOWHERE;
use crate::query::Aggregate;

/// Where every row of the table falls: the series and the place that index a dense array of cells.
pub struct CellGroups<'a> {
    /// For each row of the table its place.
    pub(in crate::query) place_of: &'a [u32],
    /// For each row of the table its series; empty where there is one series.
    pub(in crate::query) series_of: &'a [u32],
    pub(in crate::query) places: usize,
    pub(in crate::query) series: usize,
}

impl CellGroups<'_> {
    fn of_row(&self, row: u32) -> Option<usize> {
        let place = self.place_of.get(row as usize).copied().filter(|place| *place != NOWHERE)?;
        let series = match self.series_of.is_empty() {
            true => 0,
            false => self.series_of.get(row as usize).copied().filter(|series| *series != NOWHERE)?,
        };
        Some(series as usize * self.places + place as usize)
    }
}

/// The rows of one period of the source.
pub struct Slice<'a> {
    /// The rows that the request is about.
    pub(in crate::query) rows: &'a [u32],
    /// The rows that show what was reported at all; empty where absence of a row means nothing.
    pub(in crate::query) covering: &'a [u32],
}

/// For which part of the cells a covering row says that absence is zero, field by field that is reported apart.
pub(in crate::query) struct Coverage {
    /// How many rows the table has: a covering row of the second field stands that much further on, and so forth.
    pub(in crate::query) rows: usize,
    /// For each field whether a covering row speaks for its own place only, and for its own series only, else for all.
    pub(in crate::query) fields: Vec<(bool, bool)>,
}

/// What came of accumulating.
pub struct Accumulated {
    /// The values, series by series.
    pub(in crate::query) values: Vec<Value>,
    /// Whether some value is a sum of several figures.
    pub(in crate::query) added: bool,
    /// For each value of how many figures it is made; empty where there is one period, whose rows are its parts.
    pub(in crate::query) counts: Vec<u32>,
    /// Whether some of these figures are of one period.
    pub(in crate::query) repeats: bool,
}

/// One running figure a cell.
struct Running {
    figures: Vec<f64>,
    counts: Vec<u32>,
    /// Why there is no figure, of the first row that has none.
    reasons: Vec<Option<Reason>>,
}

impl Running {
    fn new(cells: usize) -> Running {
        Running { figures: vec![0.0; cells], counts: vec![0; cells], reasons: vec![None; cells] }
    }

    /// Whether no row fell on a cell yet.
    fn is_untouched(&self, cell: usize) -> bool {
        self.counts.get(cell) == Some(&0) && self.reasons.get(cell) == Some(&None)
    }

    fn value(&self, cell: usize) -> Value {
        match (self.counts.get(cell), self.figures.get(cell), self.reasons.get(cell)) {
            (Some(1..), Some(figure), _) => Value::Known(*figure),
            (_, _, Some(Some(reason))) => Value::Missing(*reason),
            _ => Value::Missing(Reason::NoRow),
        }
    }

    fn take(&mut self, cell: usize, value: Value, aggregate: Aggregate) {
        let (Some(figure), Some(count), Some(reason)) =
            (self.figures.get_mut(cell), self.counts.get_mut(cell), self.reasons.get_mut(cell))
        else {
            return;
        };
        match value {
            Value::Known(new) => {
                *figure = match aggregate {
                    _ if *count == 0 => new,
                    Aggregate::Sum | Aggregate::Mean => *figure + new,
                    Aggregate::Min => figure.min(new),
                    Aggregate::Max => figure.max(new),
                    Aggregate::Last => new,
                };
                *count += 1;
            }
            Value::Missing(why) => *reason = reason.or(Some(why)),
        }
    }

    fn clear(&mut self, cell: usize) {
        if let (Some(count), Some(reason)) = (self.counts.get_mut(cell), self.reasons.get_mut(cell)) {
            (*count, *reason) = (0, None);
        }
    }

    fn finish(mut self, aggregate: Aggregate) -> Accumulated {
        let added = self.counts.iter().any(|count| *count > 1);
        if aggregate == Aggregate::Mean {
            for (figure, count) in self.figures.iter_mut().zip(&self.counts).filter(|(_, count)| **count > 1)
            {
                *figure /= f64::from(*count);
            }
        }
        let values = (0..self.counts.len()).map(|cell| self.value(cell)).listed();
        Accumulated { values, added, counts: self.counts, repeats: false }
    }
}

/// Aggregates over rows, whatever their periods: for figures of which nothing is known, and for rates.
pub(in crate::query) fn over_rows(
    cells: &CellGroups,
    slices: &[Slice],
    figures: &NumberColumn,
    aggregate: Aggregate,
) -> Accumulated {
    let mut running = Running::new(cells.places * cells.series);
    // For each cell the last slice that gave it a figure, counted from 1.
    let mut given_by = vec![0; cells.places * cells.series];
    let mut repeats = false;
    for (index, slice) in slices.iter().enumerate() {
        for row in slice.rows {
            let Some(cell) = cells.of_row(*row) else { continue };
            let figure = figures.get(*row as usize);
            if let Some(given_by) = given_by.get_mut(cell).filter(|_| figure.is_known()) {
                repeats |= *given_by == index + 1;
                *given_by = index + 1;
            }
            running.take(cell, figure, aggregate);
        }
    }
    Accumulated { repeats, ..running.finish(aggregate) }
}

/// Sums the rows of each period, then aggregates across the periods that fall on one cell.
pub(in crate::query) fn over_periods(
    cells: &CellGroups,
    slices: &[Slice],
    figures: &NumberColumn,
    aggregate: Aggregate,
    coverage: &Coverage,
) -> Accumulated {
    let mut total = Running::new(cells.places * cells.series);
    if let [only] = slices {
        sum_slice(cells, only, figures, &mut total, &mut |_| {});
        fill_zeros(cells, only, coverage, &mut total, &mut |_| {});
        return Accumulated { counts: Vec::new(), ..total.finish(Aggregate::Sum) };
    }
    let mut period = Running::new(cells.places * cells.series);
    let mut touched: Vec<usize> = Vec::new();
    let mut added = false;
    for slice in slices {
        sum_slice(cells, slice, figures, &mut period, &mut |cell| touched.push(cell));
        fill_zeros(cells, slice, coverage, &mut period, &mut |cell| touched.push(cell));
        for cell in touched.drain(..) {
            added |= period.counts.get(cell).is_some_and(|count| *count > 1);
            total.take(cell, period.value(cell), aggregate);
            period.clear(cell);
        }
    }
    let accumulated = total.finish(aggregate);
    Accumulated { added: accumulated.added || added, ..accumulated }
}

fn sum_slice(
    cells: &CellGroups,
    slice: &Slice,
    figures: &NumberColumn,
    running: &mut Running,
    first_touch: &mut dyn FnMut(usize),
) {
    for row in slice.rows {
        let Some(cell) = cells.of_row(*row) else { continue };
        if running.is_untouched(cell) {
            first_touch(cell);
        }
        running.take(cell, figures.get(*row as usize), Aggregate::Sum);
    }
}

/// Makes known zeros of the cells without a row that a covering row of the period speaks for.
fn fill_zeros(
    cells: &CellGroups,
    slice: &Slice,
    coverage: &Coverage,
    running: &mut Running,
    first_touch: &mut dyn FnMut(usize),
) {
    if slice.covering.is_empty() {
        return;
    }
    let mut zero = vec![true; cells.places * cells.series];
    for (field, (by_place, by_series)) in coverage.fields.iter().copied().enumerate() {
        let places = if by_place { cells.places } else { 1 };
        let series = if by_series { cells.series } else { 1 };
        let mut covered = vec![false; places * series];
        let own = slice.covering.iter().map(|row| *row as usize);
        for row in own.filter(|row| row / coverage.rows.max(1) == field) {
            let row = row % coverage.rows.max(1);
            let part = |by: bool, of_row: &[u32]| match by && !of_row.is_empty() {
                true => {
                    of_row.get(row).copied().filter(|index| *index != NOWHERE).map(|index| index as usize)
                }
                false => Some(0),
            };
            let (Some(place), Some(series)) =
                (part(by_place, cells.place_of), part(by_series, cells.series_of))
            else {
                continue;
            };
            if let Some(flag) = covered.get_mut(series * places + place) {
                *flag = true;
            }
        }
        for (cell, zero) in zero.iter_mut().enumerate() {
            let place = if by_place { cell % cells.places } else { 0 };
            let part = if by_series { cell / cells.places } else { 0 };
            *zero &= covered.get(part * places + place) == Some(&true);
        }
    }
    for (cell, zero) in zero.into_iter().enumerate() {
        if zero && running.is_untouched(cell) {
            first_touch(cell);
            running.take(cell, Value::Known(0.0), Aggregate::Sum);
        }
    }
}
