//! Of how many figures of the source each mean and each extreme is made, and of which period each last one is.

use crate::model::{Listed, Period};

use super::slices::Slices;
use crate::query::Aggregate;
use crate::query::ask::plan::Plan;
use crate::query::grid::{Axis, Pooling};

/// Counts of the figures behind an answer in the making.
pub(in crate::query) struct PoolCounts {
    places: usize,
    /// For each place the least and the most figures behind a value.
    counts: Vec<(u32, u32)>,
    repeats: bool,
}

impl PoolCounts {
    /// None yet; places over entities move about, and are counted as one.
    pub(in crate::query) fn new(plan: &Plan, places: usize) -> PoolCounts {
        let places = if plan.is_over_periods() { places.max(1) } else { 1 };
        PoolCounts { places, counts: vec![(0, 0); places], repeats: false }
    }

    /// Takes the counts of cells, series by series, and whether some of what they count is of one period.
    pub(in crate::query) fn take(&mut self, counts: &[u32], repeats: bool) {
        self.repeats |= repeats;
        for (cell, count) in counts.iter().copied().enumerate().filter(|(_, count)| *count > 0) {
            if let Some((least, most)) = self.counts.get_mut(cell % self.places) {
                *least = if *most == 0 { count } else { count.min(*least) };
                *most = count.max(*most);
            }
        }
    }

    /// What figures became one; `None` where each is one of the source, or a sum.
    pub(in crate::query) fn finish(self, plan: &Plan, slices: &Slices, axis: &Axis) -> Option<Pooling> {
        match plan.aggregate {
            Aggregate::Sum => None,
            Aggregate::Last => {
                let Axis::Periods(periods) = axis else { return None };
                let first = periods.first().filter(|_| !plan.is_native() && slices.collapse(plan))?;
                let lasts: Vec<Period> = slices.last_periods(plan, *first, periods.len());
                Some(Pooling { grain: slices.grain(), counts: Vec::new(), lasts })
            }
            Aggregate::Mean | Aggregate::Min | Aggregate::Max => {
                let grain = if self.repeats { None } else { slices.grain() };
                let is_pooled = self.counts.iter().any(|(_, most)| *most > 1);
                is_pooled.then(|| Pooling {
                    grain,
                    counts: self.counts.into_iter().listed(),
                    lasts: Vec::new(),
                })
            }
        }
    }
}
