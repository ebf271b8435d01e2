//! Which figures of a coarser axis cover only a part of their period: a year of which there are four months.

use crate::model::{Grain, Listed, Period, PeriodColumn};

use super::axis::{Groups, grain_of};
use super::draft::Draft;
use crate::query::ask::field::SourceCells;
use crate::query::ask::plan::Plan;
use crate::query::ask::request::Aggregate;
use crate::query::grid::{Axis, PartialPeriod};

/// Of how many of its hundred periods a series has to have rows, so that those without are lacking and not empty.
const DENSE: usize = 80;
/// And of how many at all.
const LEAST: usize = 3;

/// The rows that say what was reported.
pub struct PartRows<'a> {
    /// Those of the answer.
    pub(in crate::query) rows: &'a [u32],
    /// Those of the periods reported at all, whatever the filter leaves of them.
    pub(in crate::query) reported: &'a [u32],
    /// For each field of `coverage` the rows that say which of its values was reported when; empty where the absence of a
    /// row means that nothing is known.
    pub(in crate::query) covering: &'a [Vec<u32>],
    /// The fields reported apart.
    pub(in crate::query) coverage: &'a [String],
    /// The series before any was folded.
    pub(in crate::query) groups: &'a Groups,
}

/// For each value of an answer what of its period is there, where that is only a part; empty where all are whole.
pub(in crate::query) fn partial(plan: &Plan, draft: &Draft, known: &PartRows) -> Vec<Option<PartialPeriod>> {
    let written = as_written(plan, draft);
    if written.iter().any(Option::is_some) {
        return written;
    }
    let parts = Parts::find(plan, &draft.axis, known);
    parts.of_series(&draft.series, &known.groups.keys, draft.has_other_series)
}

/// The parts that a file names itself among whole periods: `2024-01/2024-03`.
fn as_written(plan: &Plan, draft: &Draft) -> Vec<Option<PartialPeriod>> {
    let (Axis::Periods(places), SourceCells::Period(column, _)) = (&draft.axis, &plan.x.cells) else {
        return Vec::new();
    };
    let part = |place: &Period| {
        let is_it = |part: &&(i32, i32, i32)| part.0 == place.ordinal && column.grain == place.grain;
        let (_, first, last) = column.parts.iter().find(is_it)?;
        let [first, last] = [*first, *last].map(|ordinal| Period { grain: Grain::Month, ordinal });
        let known = usize::try_from(last.ordinal - first.ordinal + 1).ok()?;
        let whole = if place.grain == Grain::Year { 12 } else { 3 };
        Some(PartialPeriod { first, last, known, whole })
    };
    if column.parts.is_empty() {
        return Vec::new();
    }
    draft.series.iter().flat_map(|_| places.iter().map(part)).collect()
}

/// What of each place's period the source covers.
#[derive(Default)]
struct Parts {
    /// The grain of the source; with how many of its periods a place has.
    fine: Option<(Grain, usize)>,
    /// The first period of the source that the axis begins with.
    origin: i32,
    /// How many places there are.
    places: usize,
    /// Whether only the end of a period counts.
    at_end: bool,
    /// For each series and each period of the source, whether it was reported; one list where there is one series.
    reported: Vec<Vec<bool>>,
}

impl Parts {
    /// Finds out what was reported; nothing where each place is one period of the source, or days.
    fn find(plan: &Plan, axis: &Axis, known: &PartRows) -> Parts {
        let (Axis::Periods(places), SourceCells::Period(periods, Some(grain))) = (axis, &plan.x.cells) else {
            return Parts::default();
        };
        let fine = grain_of(periods, known.reported);
        // Days are seldom all there.
        let (Some(first), Grain::Month | Grain::Quarter | Grain::Half) = (places.first(), fine) else {
            return Parts::default();
        };
        let start = Period { grain: *grain, ordinal: first.ordinal }.start_day();
        let origin = Period { grain: Grain::Day, ordinal: start }.truncate(fine).ordinal;
        let months = match fine {
            Grain::Half => 6,
            Grain::Quarter => 3,
            _ => 1,
        };
        let each = if *grain == Grain::Year { 12 } else { 3 } / months;
        let slots = places.len() * each;
        let at = |row: &u32| {
            let ordinal =
                periods.ordinals.get(*row as usize).filter(|ordinal| **ordinal != PeriodColumn::MISSING)?;
            usize::try_from(ordinal - origin).ok().filter(|slot| *slot < slots)
        };
        let series = known.groups.keys.len();
        let may_lack = known.covering.is_empty();
        let covering_series = plan.series.as_ref().and_then(|series| {
            let is_it = |name: &String| name.eq_ignore_ascii_case(series.base);
            known.covering.get(known.coverage.iter().position(is_it)?)
        });
        let mut at_all = vec![false; slots];
        let mut own = vec![at_all.clone(); series.max(1)];
        for seen in known.reported.iter().filter_map(at) {
            mark(&mut at_all, seen);
        }
        if may_lack {
            // Of a filter that leaves few rows the file knows better when it was there.
            for (row, ordinal) in (0u32..).zip(&periods.ordinals) {
                let period = Period { grain: fine, ordinal: *ordinal };
                let early = plan.from.is_some_and(|from| period.end_day() < from.start_day());
                let late = plan.to.is_some_and(|to| period.start_day() > to.end_day());
                if let Some(seen) = at(&row).filter(|_| !early && !late) {
                    mark(&mut at_all, seen);
                }
            }
        }
        for row in covering_series.map_or(known.rows, Vec::as_slice) {
            let group = known.groups.of_row.get(*row as usize).copied().unwrap_or(0);
            let has_figure = plan.y.iter().any(|figure| figure.column.get(*row as usize).is_known());
            if let (Some(seen), Some(own), true) =
                (at(row), own.get_mut(group as usize), has_figure || covering_series.is_some())
            {
                mark(own, seen);
            }
        }
        for own in &mut own {
            let counts = covering_series.is_some() || may_lack && is_dense_series(own, &at_all);
            for (own, at_all) in own.iter_mut().zip(&at_all) {
                *own = *at_all && (*own || !counts);
            }
        }
        let at_end = plan.aggregate == Aggregate::Last;
        Parts { fine: Some((fine, each)), origin, places: places.len(), at_end, reported: own }
    }

    /// For each value of `series`, by their `keys` before the last was folded, what of its period is there where that is
    /// only a part; empty where all are whole.
    fn of_series(&self, series: &[String], keys: &[String], has_other: bool) -> Vec<Option<PartialPeriod>> {
        let Some((fine, each)) = self.fine else { return Vec::new() };
        let mut parts = Vec::with_capacity(series.len() * self.places);
        for (index, key) in series.iter().enumerate() {
            let is_other = has_other && index + 1 == series.len();
            let named = keys.iter().position(|known| known == key).filter(|_| !is_other);
            let is_meant = |group: usize| match (named, keys.is_empty()) {
                (_, true) => true,
                (Some(named), _) => named == group,
                // What is folded together has what any of it has.
                (None, _) => keys.get(group).is_some_and(|key| !series.contains(key)),
            };
            let lists = self
                .reported
                .iter()
                .enumerate()
                .filter(|(group, _)| is_meant(*group))
                .map(|(_, list)| list)
                .listed();
            let is_there = |slot: usize| lists.iter().any(|list| list.get(slot) == Some(&true));
            for place in 0..self.places {
                let slots = (place * each..(place + 1) * each).filter(|slot| is_there(*slot)).listed();
                let at = |slot: &usize| Period { grain: fine, ordinal: self.origin + *slot as i32 };
                let is_whole =
                    slots.len() == each || self.at_end && slots.last() == Some(&(place * each + each - 1));
                let ends = slots.first().zip(slots.last()).filter(|_| !is_whole);
                parts.push(ends.map(|(first, last)| PartialPeriod {
                    first: at(first),
                    last: at(last),
                    known: slots.len(),
                    whole: each,
                }));
            }
        }
        if parts.iter().all(Option::is_none) { Vec::new() } else { parts }
    }
}

fn mark(slots: &mut [bool], slot: usize) {
    if let Some(slot) = slots.get_mut(slot) {
        *slot = true;
    }
}

/// Whether so many known figures are nearly all of those reported between the first and the last of them.
pub(in crate::query) fn is_dense(known: usize, reported: usize) -> bool {
    known >= LEAST && known * 100 >= reported * DENSE
}

/// Whether a series has figures in nearly every period reported between its first and its last.
fn is_dense_series(own: &[bool], at_all: &[bool]) -> bool {
    let (Some(first), Some(last)) = (own.iter().position(|seen| *seen), own.iter().rposition(|seen| *seen))
    else {
        return false;
    };
    let within = |list: &[bool]| list.iter().take(last + 1).skip(first).filter(|seen| **seen).count();
    is_dense(within(own), within(at_all))
}
