//! The rows of each period of the source, and what is summed of them.

use crate::model::{Grain, Listed, Operation, Period, PeriodColumn, Problem, Value};

use super::accumulate;
use super::accumulate::{Accumulated, CellGroups, Coverage, Slice};
use super::axis;
use crate::query::Aggregate;
use crate::query::ask::field::SourceCells;
use crate::query::ask::plan::Plan;
use crate::query::ask::refuse;
use crate::query::later::QueryLater;

/// The rows of each period of the source, in the order of time.
pub struct Slices<'a> {
    periods: Option<&'a PeriodColumn>,
    rows: Vec<u32>,
    covering: Vec<u32>,
    /// For each slice its ordinal, and where it ends in `rows` and `covering`; it starts where the one before ends.
    ends: Vec<(i32, usize, usize)>,
}

/// Rows in the order of their ordinals, else of the file: a counting sort, as ordinals are few and rows are many.
fn by_ordinal(rows: &[u32], ordinal: &dyn Fn(&u32) -> i32) -> Vec<u32> {
    let known = rows.iter().map(ordinal).filter(|ordinal| *ordinal != PeriodColumn::MISSING);
    let Some((first, last)) = axis::extent(known) else { return rows.to_vec() };
    // Slot 0 is for rows without a period. Four-digit years have at most 3.7 million days.
    let slot = |row: &u32| match ordinal(row) {
        PeriodColumn::MISSING => 0,
        ordinal => (ordinal - first) as usize + 1,
    };
    let mut next = vec![0u32; (last - first) as usize + 3];
    for row in rows {
        if let Some(count) = next.get_mut(slot(row) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for count in &mut next {
        sum += *count;
        *count = sum;
    }
    let mut ordered = vec![0u32; rows.len()];
    for row in rows {
        let Some(position) = next.get_mut(slot(row)) else { continue };
        if let Some(target) = ordered.get_mut(*position as usize) {
            *target = *row;
        }
        *position += 1;
    }
    ordered
}

impl<'a> Slices<'a> {
    pub(in crate::query) fn new(plan: &Plan<'a>, rows: &[u32], covering: &[u32]) -> Slices<'a> {
        let (mut rows, mut covering) = (rows.to_vec(), covering.to_vec());
        let Some((_, periods)) = plan.time.filter(|_| !plan.is_native()) else {
            let ends = vec![(PeriodColumn::MISSING, rows.len(), covering.len())];
            return Slices { periods: None, rows, covering, ends };
        };
        // Covering rows of a second field stand behind the rows of the table.
        let rows_of_table = periods.ordinals.len().max(1);
        let ordinal = |row: &u32| {
            periods.ordinals.get(*row as usize % rows_of_table).copied().unwrap_or(PeriodColumn::MISSING)
        };
        for list in [&mut rows, &mut covering] {
            *list = by_ordinal(list, &ordinal);
        }
        let mut ends = Vec::new();
        let (mut row, mut cover) = (0, 0);
        while let Some(next) = rows.get(row).into_iter().chain(covering.get(cover)).map(ordinal).min() {
            row += rows.iter().skip(row).take_while(|row| ordinal(row) == next).count();
            cover += covering.iter().skip(cover).take_while(|row| ordinal(row) == next).count();
            ends.push((next, row, cover));
        }
        Slices { periods: Some(periods), rows, covering, ends }
    }

    /// The period of a slice; `None` for rows without one.
    fn period(&self, ordinal: i32) -> Option<Period> {
        let grain = axis::grain_of(self.periods?, &self.rows);
        (ordinal != PeriodColumn::MISSING).then_some(Period { grain, ordinal })
    }

    /// What of the axis a slice falls on: the coarser period, or all of it.
    fn place(&self, plan: &Plan, ordinal: i32) -> i32 {
        match (&plan.x.cells, self.period(ordinal)) {
            (SourceCells::Period(_, Some(grain)), Some(period)) => period.truncate(*grain).ordinal,
            _ => 0,
        }
    }

    /// Whether several periods with rows fall on one place.
    pub(in crate::query) fn collapse(&self, plan: &Plan) -> bool {
        let mut last = None;
        let mut rows_before = 0;
        for (ordinal, rows_end, _) in &self.ends {
            if *rows_end == rows_before {
                continue;
            }
            rows_before = *rows_end;
            let place = Some(self.place(plan, *ordinal));
            if place == last {
                return true;
            }
            last = place;
        }
        false
    }

    /// The slices that the aggregation is about: of each place the last one, or all.
    pub(in crate::query) fn chosen(&self, plan: &Plan) -> Vec<Slice<'_>> {
        let mut chosen: Vec<(i32, Slice)> = Vec::new();
        for (index, (ordinal, ..)) in self.ends.iter().enumerate() {
            let (place, slice) = (self.place(plan, *ordinal), self.slice(index));
            if plan.aggregate == Aggregate::Last && chosen.last().is_some_and(|(last, _)| *last == place) {
                chosen.pop();
            }
            chosen.push((place, slice));
        }
        chosen.into_iter().map(|(_, slice)| slice).listed()
    }

    /// Every period of the source with its rows.
    pub(in crate::query) fn by_period(&self) -> Vec<(Period, Slice<'_>)> {
        let mut found = Vec::new();
        for (index, (ordinal, ..)) in self.ends.iter().enumerate() {
            found.extend(self.period(*ordinal).map(|period| (period, self.slice(index))));
        }
        found
    }

    /// The slice of an index: it starts where the one before ends.
    fn slice(&self, index: usize) -> Slice<'_> {
        let end = |index: usize| self.ends.get(index).map_or((0, 0), |(_, rows, covers)| (*rows, *covers));
        let ((row, cover), (rows_end, covers_end)) = (index.checked_sub(1).map_or((0, 0), end), end(index));
        Slice {
            rows: self.rows.get(row..rows_end).unwrap_or_default(),
            covering: self.covering.get(cover..covers_end).unwrap_or_default(),
        }
    }

    /// The grain of the source, where several of its periods can fall on one place.
    pub(in crate::query) fn grain(&self) -> Option<Grain> {
        Some(axis::grain_of(self.periods?, &self.rows))
    }

    /// For each place from the period `first` on the last period of the source that falls on it.
    pub(in crate::query) fn last_periods(&self, plan: &Plan, first: Period, places: usize) -> Vec<Period> {
        let mut lasts =
            (0..).map(|step| Period { ordinal: first.ordinal + step, ..first }).take(places).listed();
        for (ordinal, ..) in &self.ends {
            let place = usize::try_from(self.place(plan, *ordinal) - first.ordinal).ok();
            if let (Some(last), Some(period)) =
                (place.and_then(|place| lasts.get_mut(place)), self.period(*ordinal))
            {
                *last = period;
            }
        }
        lasts
    }

    /// The first and last period that the figures of an entity cover.
    pub(in crate::query) fn span(&self, plan: &Plan) -> Option<(Period, Period)> {
        let mut periods = self.ends.iter().filter_map(|(ordinal, ..)| self.period(*ordinal));
        let first = periods.next()?;
        let last = periods.next_back().unwrap_or(first);
        let (first, last) = with_written_parts(plan, first, last);
        Some(if plan.aggregate == Aggregate::Last { (last, last) } else { (first, last) })
    }
}

/// The ends of a span, by their months where the file names a part of one of them: 2022 to 2024 of which there is January to
/// April ends in April.
fn with_written_parts(plan: &Plan, first: Period, last: Period) -> (Period, Period) {
    let Some((_, periods)) = plan.time else { return (first, last) };
    let part = |of: Period| {
        periods.parts.iter().find(|part| part.0 == of.ordinal && periods.grain == of.grain).copied()
    };
    let (start, end) = (part(first), part(last));
    if start.is_none() && end.is_none() {
        return (first, last);
    }
    let month = |day: i32| Period { grain: Grain::Day, ordinal: day }.truncate(Grain::Month);
    let named = |ordinal: i32| Period { grain: Grain::Month, ordinal };
    (
        start.map_or(month(first.start_day()), |(_, from, _)| named(from)),
        end.map_or(month(last.end_day()), |(_, _, to)| named(to)),
    )
}

/// What makes figures of rows.
pub struct Sums<'a> {
    pub(in crate::query) plan: &'a Plan<'a>,
    pub(in crate::query) slices: Vec<Slice<'a>>,
    pub(in crate::query) coverage: Coverage,
    /// Means and extremes lie there.
    pub(in crate::query) later: Option<&'a dyn QueryLater>,
}

/// Figures of rows.
pub struct SummedValues {
    /// The values of all cells, series by series.
    pub(in crate::query) values: Vec<Value>,
    /// Whether one of them is a mean or an extreme of several rows.
    pub(in crate::query) pooled: bool,
    /// For each figure field of how many figures its values are made, and whether several of these are of one period.
    pub(in crate::query) counts: Vec<(Vec<u32>, bool)>,
}

impl Sums<'_> {
    /// The figures of one period of the source, each on its cell.
    pub(in crate::query) fn of_slice(&self, cells: &CellGroups, slice: Slice) -> Vec<Value> {
        let mut values = Vec::new();
        for figure in &self.plan.y {
            let slices = [Slice { ..slice }];
            let (sum, coverage) = (Aggregate::Sum, &self.coverage);
            values.extend(accumulate::over_periods(cells, &slices, &figure.column, sum, coverage).values);
        }
        values
    }

    /// The values of all cells, series by series; several figure fields are series of their own.
    pub(in crate::query) fn of(&self, cells: &CellGroups) -> Result<SummedValues, Problem> {
        let plan = self.plan;
        let over_rows = self.later.filter(|_| !plan.measure.is_count() && plan.aggregate.pools());
        let mut summed = SummedValues { values: Vec::new(), pooled: false, counts: Vec::new() };
        for figure in &plan.y {
            let Accumulated { values, added, counts, repeats } = match over_rows {
                Some(later) => later.over_rows(cells, &self.slices, &figure.column, plan.aggregate),
                None => accumulate::over_periods(
                    cells,
                    &self.slices,
                    &figure.column,
                    plan.aggregate,
                    &self.coverage,
                ),
            };
            if added && over_rows.is_none() && !plan.measure.allows(Operation::SumOverEntities) {
                return Err(refuse::sum_over_time(plan.measure, plan));
            }
            summed.pooled |= over_rows.is_some() && added;
            summed.counts.push((counts, repeats));
            summed.values.extend(values);
        }
        Ok(summed)
    }
}
