//! Of how many figures of the source each mean and each extreme is made, and of which period each last one is.

use crate::model::Listed;

use super::slices::Slices;
use crate::query::Aggregate;
use crate::query::ask::plan::Plan;
use crate::query::grid::{Axis, Pooling};

/// What figures became one, by the counts of each figure field ([`super::slices::SummedValues::counts`]); `None` where each
/// is one of the source, or a sum.
pub(in crate::query) fn pooling(
    plan: &Plan,
    slices: &Slices,
    axis: &Axis,
    counts: &[(Vec<u32>, bool)],
) -> Option<Pooling> {
    match plan.aggregate {
        Aggregate::Sum => None,
        Aggregate::Last => {
            let Axis::Periods(periods) = axis else { return None };
            let first = periods.first().filter(|_| !plan.is_native() && slices.collapse(plan))?;
            let lasts = slices.last_periods(plan, *first, periods.len());
            Some(Pooling { grain: slices.grain(), counts: Vec::new(), lasts })
        }
        Aggregate::Mean | Aggregate::Min | Aggregate::Max => {
            // Places over entities move about, and are counted as one.
            let places = if plan.is_over_periods() { axis.len().max(1) } else { 1 };
            let mut extent = vec![(0, 0); places];
            for (counts, _) in counts {
                for (cell, count) in counts.iter().copied().enumerate().filter(|(_, count)| *count > 0) {
                    if let Some((least, most)) = extent.get_mut(cell % places) {
                        *least = if *most == 0 { count } else { count.min(*least) };
                        *most = count.max(*most);
                    }
                }
            }
            let repeats = counts.iter().any(|(_, repeats)| *repeats);
            let grain = if repeats { None } else { slices.grain() };
            let is_pooled = extent.iter().any(|(_, most)| *most > 1);
            is_pooled.then(|| Pooling { grain, counts: extent.into_iter().listed(), lasts: Vec::new() })
        }
    }
}
