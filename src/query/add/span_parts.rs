//! Which entities are counted for only a part of the periods that are added up.

use crate::model::{Grain, Listed};

use super::accumulate::CellGroups;
use super::partial::is_dense;
use super::slices::{Slices, Sums};
use crate::query::Aggregate;
use crate::query::ask::plan::Plan;
use crate::query::grid::PartialPeriod;

/// So many cells of all periods together are looked at; a chart of more has no mark that could be told from others.
const MAX_LOOKED_AT: usize = 16_000_000;

/// Over entities, for each value of which periods it is, where it lacks some that others have; empty where none does.
///
/// Told by the figures of each period: that another country has rows for a month says nothing of this one. As with parts of
/// years, only an entity with figures in nearly every period from its first to its last has parts.
pub(in crate::query) fn span_parts(
    plan: &Plan,
    slices: &Slices,
    sums: &Sums,
    cells: &CellGroups,
) -> Vec<Option<PartialPeriod>> {
    let count = cells.places * cells.series * plan.y.len();
    // The last date of a stock is one date.
    let is_of_span = !plan.is_over_periods() && plan.aggregate != Aggregate::Last;
    let periods = if is_of_span { slices.by_period() } else { Vec::new() };
    let whole = periods.len();
    let is_of_days = periods.first().is_none_or(|(period, _)| period.grain == Grain::Day);
    if is_of_days || whole < 2 || whole.saturating_mul(count) > MAX_LOOKED_AT {
        return Vec::new();
    }
    let mut parts: Vec<Option<(PartialPeriod, usize, usize)>> = vec![None; count];
    for (index, (period, slice)) in periods.into_iter().enumerate() {
        for (part, value) in parts.iter_mut().zip(sums.of_slice(cells, slice)) {
            if value.is_known() {
                let (first, from, known) = part
                    .as_ref()
                    .map_or((period, index, 0), |(part, from, _)| (part.first, *from, part.known));
                let own = PartialPeriod { first, last: period, known: known + 1, whole };
                *part = Some((own, from, index));
            }
        }
    }
    // One that has a figure now and then, as in a list of events, lacks nothing in between.
    let is_part = |(part, from, to): &(PartialPeriod, usize, usize)| {
        part.known < part.whole && is_dense(part.known, to.saturating_sub(*from) + 1)
    };
    let parts = parts.into_iter().map(|part| part.filter(is_part).map(|(part, ..)| part)).listed();
    if parts.iter().all(Option::is_none) { Vec::new() } else { parts }
}
