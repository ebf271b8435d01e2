//! Which places of a coarser axis the source covers only in part: a year of which it has four months.

use crate::model::{Grain, Listed, Period, PeriodColumn};

use super::axis::grain_of;
use crate::query::ask::field::SourceCells;
use crate::query::ask::plan::Plan;
use crate::query::ask::request::Aggregate;
use crate::query::grid::Axis;

/// For each place of the axis whether figures were summed of fewer periods than it has.
///
/// What counts is whether the source has any row of a period between `from` and `to`, whatever the filter leaves of it.
pub(in crate::query) fn incomplete(
    plan: &Plan,
    rows: &[u32],
    axis: &Axis,
    from: Option<Period>,
    to: Option<Period>,
) -> Vec<bool> {
    let (Axis::Periods(places), SourceCells::Period(periods, Some(grain))) = (axis, &plan.x.cells) else {
        return vec![false; axis.len()];
    };
    let fine = grain_of(periods, rows);
    let (Some(first), Aggregate::Sum, Grain::Month | Grain::Quarter) = (places.first(), plan.aggregate, fine)
    else {
        // Days are seldom all there, and a mean or a last value does not grow with what is missing.
        return vec![false; places.len()];
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
    reported.chunks(each).map(|periods| periods.contains(&false) && periods.contains(&true)).listed()
}

fn slot(reported: &mut [bool], offset: i32) -> Option<&mut bool> {
    reported.get_mut(usize::try_from(offset).ok()?)
}
