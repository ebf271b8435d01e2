//! The order of series and entities, and what of them is folded into "Other".

use crate::model::{Listed, Problem, Reason, Value, sorted};

use super::accumulate::CellGroups;
use super::axis::NOWHERE;
use super::rates::rate;
use super::slices::{SummedValues, Sums};
use crate::query::grid::PartialPeriod;

/// How the cells of an answer move: to their rank, or into "Other".
pub struct Moves {
    /// For each series its new index, and how many there are then.
    pub(in crate::query) series: (Vec<u32>, usize),
    /// For each place its new index, and how many there are then.
    pub(in crate::query) places: (Vec<u32>, usize),
}

/// The figures of an answer, series by series.
pub(in crate::query) struct PlacedValues<'a> {
    pub(in crate::query) values: &'a [Value],
    pub(in crate::query) places: usize,
}

impl PlacedValues<'_> {
    /// The sum of the known values of a series; `None` where none is known.
    pub(in crate::query) fn series_total(&self, series: usize) -> Option<f64> {
        known_sum(self.values.iter().skip(series * self.places).take(self.places))
    }

    /// The sum of the known values at a place; `None` where none is known.
    pub(in crate::query) fn place_total(&self, place: usize) -> Option<f64> {
        known_sum(self.values.iter().skip(place).step_by(self.places.max(1)))
    }
}

fn known_sum<'a>(values: impl Iterator<Item = &'a Value>) -> Option<f64> {
    values.filter_map(|value| value.known()).fold(None, |sum, figure| Some(sum.unwrap_or(0.0) + figure))
}

/// The indices of `keys` by descending total; unknown totals last, ties by key.
pub(in crate::query) fn ranked(keys: &[String], totals: &[Option<f64>]) -> Vec<usize> {
    let total = |index: usize| totals.get(index).copied().flatten();
    sorted(keys.len(), &|left, right| {
        let by_total = match (total(left), total(right)) {
            (Some(left), Some(right)) => right.total_cmp(&left),
            (left, right) => right.is_some().cmp(&left.is_some()),
        };
        by_total.then_with(|| keys.get(left).cmp(&keys.get(right)))
    })
}

/// Where each index goes when the first `keep` of `order` keep their rank and the rest become one.
pub(in crate::query) fn moves(order: &[usize], keep: usize) -> (Vec<u32>, usize) {
    let mut new = vec![0u32; order.len()];
    for (rank, index) in order.iter().enumerate() {
        if let Some(new) = new.get_mut(*index) {
            *new = rank.min(keep) as u32;
        }
    }
    (new, order.len().min(keep.saturating_add(1)))
}

impl Moves {
    /// Where the value at `index` goes, of so many places before.
    fn target(&self, index: usize, places: usize) -> Option<usize> {
        let series = *self.series.0.get(index / places.max(1))? as usize;
        Some(series * self.places.1 + *self.places.0.get(index % places.max(1))? as usize)
    }

    /// The figures of the moved cells from their rows: of means and extremes, "Other" is no sum of its parts.
    ///
    /// # Errors
    /// See [`Sums::of`].
    pub(in crate::query) fn sum_again(
        &self,
        sums: &Sums,
        cells: &CellGroups,
    ) -> Result<SummedValues, Problem> {
        let moved = |of_row: &[u32], new: &[u32]| -> Vec<u32> {
            of_row.iter().map(|index| new.get(*index as usize).copied().unwrap_or(NOWHERE)).listed()
        };
        sums.of(&CellGroups {
            place_of: &moved(cells.place_of, &self.places.0),
            series_of: &moved(cells.series_of, &self.series.0),
            places: self.places.1,
            series: self.series.1,
        })
    }

    /// The parts moved; of those that fall together the least one, of the figures that are known.
    pub(in crate::query) fn fold_parts(
        &self,
        parts: &[Option<PartialPeriod>],
        figures: &PlacedValues,
    ) -> Vec<Option<PartialPeriod>> {
        if parts.is_empty() {
            return Vec::new();
        }
        let mut least: Vec<Option<PartialPeriod>> = vec![None; self.series.1 * self.places.1];
        for (index, (part, value)) in parts.iter().zip(figures.values).enumerate() {
            let (Some(target), Some(part), true) =
                (self.target(index, figures.places), part, value.is_known())
            else {
                continue;
            };
            if let Some(least) = least.get_mut(target)
                && least.as_ref().is_none_or(|known| part.known < known.known)
            {
                *least = Some(part.clone());
            }
        }
        least
    }

    /// Of the fold of series, for each value by a number which of those that it holds are known: equal of equal sets.
    ///
    /// Empty where no series are folded.
    pub(in crate::query) fn members(&self, figures: &PlacedValues) -> Vec<u64> {
        if self.series.0.len() <= self.series.1 {
            return Vec::new();
        }
        let fold = self.series.1.saturating_sub(1);
        let mut members = vec![0; self.series.1 * self.places.1];
        for (index, value) in figures.values.iter().enumerate() {
            let target = self.target(index, figures.places).filter(|_| value.is_known());
            let target = target.filter(|target| *target >= fold * self.places.1);
            if let Some(members) = target.and_then(|target| members.get_mut(target)) {
                let series = index / figures.places.max(1);
                // One bit pattern a series, spread by the golden ratio: sums of different sets differ.
                *members = u64::wrapping_add(
                    *members,
                    (series as u64 + 1)
                        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                        .rotate_left(31)
                        .wrapping_mul(0xD6E8_FEB8_6659_FD93),
                );
            }
        }
        members
    }

    /// The values moved; those that fall together are added, and missing only where all of them are.
    ///
    /// With a population, what falls together is divided by the population of those that have a value.
    pub(in crate::query) fn fold(
        &self,
        figures: &PlacedValues,
        per: Option<(&[Option<f64>], f64)>,
    ) -> Vec<Value> {
        let (series_count, place_count) = (self.series.1, self.places.1);
        let mut sums = vec![Value::Missing(Reason::NoRow); series_count * place_count];
        let mut people = vec![None::<f64>; if per.is_some() { sums.len() } else { 0 }];
        for (index, value) in figures.values.iter().enumerate() {
            let Some(target) = self.target(index, figures.places) else { continue };
            let Some(sum) = sums.get_mut(target) else { continue };
            let mut value = *value;
            if let Some((populations, _)) = per {
                let population = populations.get(index).copied().flatten();
                value = if population.is_some() { value } else { rate(value, None, 1.0) };
                if let (Some(people), Some(population), true) =
                    (people.get_mut(target), population, value.is_known())
                {
                    *people = Some(people.unwrap_or(0.0) + population);
                }
            }
            *sum = match (*sum, value) {
                (Value::Known(sum), Value::Known(figure)) => Value::Known(sum + figure),
                (Value::Known(sum), Value::Missing(_)) => Value::Known(sum),
                (Value::Missing(_), Value::Known(figure)) => Value::Known(figure),
                (Value::Missing(first), Value::Missing(reason)) => {
                    // A cell without a figure says more than no row at all.
                    Value::Missing(if first == Reason::NoRow { reason } else { first })
                }
            };
        }
        if let Some((_, per)) = per {
            for (sum, people) in sums.iter_mut().zip(people) {
                *sum = rate(*sum, people, per);
            }
        }
        sums
    }
}

/// The keys in their new order; those folded are left out.
pub(in crate::query) fn kept(keys: &[String], order: &[usize], keep: usize) -> Vec<String> {
    order.iter().take(keep).filter_map(|index| keys.get(*index).cloned()).listed()
}
