//! Which figures of a coarser axis cover only a part of their period: a year of which there are four months.

use crate::model::{Grain, Listed, Period, PeriodColumn};

use super::axis::grain_of;
use crate::query::ask::field::SourceCells;
use crate::query::ask::plan::Plan;
use crate::query::ask::request::Aggregate;
use crate::query::grid::{Axis, PartialPeriod};

/// For each place of the axis what of its period the source covers, where that is only a part; empty where all are whole.
///
/// What counts is whether the source has any row of a period between `from` and `to`, whatever the filter leaves of it.
pub(in crate::query) fn partial_periods(
    plan: &Plan,
    rows: &[u32],
    axis: &Axis,
    from: Option<Period>,
    to: Option<Period>,
) -> Vec<Option<PartialPeriod>> {
    let (Axis::Periods(places), SourceCells::Period(periods, Some(grain))) = (axis, &plan.x.cells) else {
        return Vec::new();
    };
    let fine = grain_of(periods, rows);
    let (Some(first), Aggregate::Sum, Grain::Month | Grain::Quarter) = (places.first(), plan.aggregate, fine)
    else {
        // Days are seldom all there, and a mean or a last value does not grow with what is missing.
        return Vec::new();
    };
    let first_fine = Period { grain: *grain, ordinal: first.ordinal }.start_day();
    let origin = Period { grain: Grain::Day, ordinal: first_fine }.truncate(fine).ordinal;
    let each = if *grain == Grain::Year { 12 } else { 3 } / if fine == Grain::Quarter { 3 } else { 1 };
    let mut reported = vec![false; places.len() * each];
    for ordinal in periods.ordinals.iter().filter(|ordinal| **ordinal != PeriodColumn::MISSING) {
        let period = Period { grain: fine, ordinal: *ordinal };
        let early = from.is_some_and(|from| period.end_day() < from.start_day());
        let late = to.is_some_and(|to| period.start_day() > to.end_day());
        if let (false, false, Some(seen)) = (early, late, slot(&mut reported, *ordinal - origin)) {
            *seen = true;
        }
    }
    let part = |(place, periods): (usize, &[bool])| {
        let at = |index: usize| Period { grain: fine, ordinal: origin + (place * each + index) as i32 };
        let (first, last) = (periods.iter().position(|seen| *seen)?, periods.iter().rposition(|seen| *seen)?);
        let known = periods.iter().filter(|seen| **seen).count();
        let part = PartialPeriod { first: at(first), last: at(last), known, whole: each };
        (known < each).then_some(part)
    };
    let parts: Vec<Option<PartialPeriod>> = reported.chunks(each).enumerate().map(part).listed();
    if parts.iter().all(Option::is_none) { Vec::new() } else { parts }
}

fn slot(reported: &mut [bool], offset: i32) -> Option<&mut bool> {
    reported.get_mut(usize::try_from(offset).ok()?)
}
