//! An answer in the making: ranked, folded, divided.

use crate::model::{Listed, Operation, Problem, Reason, Value};

use super::accumulate::CellGroups;
use super::rates::{PerCapita, rate};
use super::slices::Sums;
use super::top;
use super::top::{Moves, PlacedValues};
use crate::query::ask::plan::Plan;
use crate::query::ask::refuse;
use crate::query::grid::{FOLDED_KEY, PartialPeriod};
use crate::query::{Aggregate, Axis};

/// An answer in the making.
pub struct Draft {
    pub(in crate::query) axis: Axis,
    pub(in crate::query) series: Vec<String>,
    /// The values, series by series.
    pub(in crate::query) values: Vec<Value>,
    /// For each value what of its period the source has, where that is only a part; may be empty.
    pub(in crate::query) parts: Vec<Option<PartialPeriod>>,
    /// See [`crate::query::Grid::members`].
    pub(in crate::query) members: Vec<u64>,
    /// Whether the last series is what `top` folded.
    pub(in crate::query) has_other_series: bool,
    /// Whether the last place is what `top` folded.
    pub(in crate::query) has_other_place: bool,
    /// Whether a value is of several periods, or a mean or an extreme of several rows.
    pub(in crate::query) pooled: bool,
}

impl Draft {
    /// Leaves out series and entities of which no cell has any row.
    pub(in crate::query) fn drop_rowless(&mut self) {
        self.drop_without(&|value| value != Value::Missing(Reason::NoRow));
    }

    /// Leaves out series and entities of which nothing is known: that they are unknown is said of those that are shown.
    pub(in crate::query) fn drop_unknown(&mut self) {
        self.drop_without(&|value| value.known().is_some());
    }

    fn drop_without(&mut self, is_kept: &dyn Fn(Value) -> bool) {
        let places = self.axis.len();
        let is_over_entities = matches!(self.axis, Axis::Entities(_));
        let mut series_kept = vec![false; self.series.len()];
        let mut places_kept = vec![!is_over_entities; places];
        for (index, value) in self.values.iter().enumerate() {
            if !is_kept(*value) {
                continue;
            }
            if let Some(kept) = series_kept.get_mut(index / places.max(1)) {
                *kept = true;
            }
            if let Some(kept) = places_kept.get_mut(index % places.max(1)) {
                *kept = true;
            }
        }
        if !series_kept.contains(&true) {
            return;
        }
        let keeps = |index: usize| {
            let (series, place) = (index / places.max(1), index % places.max(1));
            series_kept.get(series) == Some(&true) && places_kept.get(place) == Some(&true)
        };
        retain_cells(&mut self.values, &keeps);
        retain_cells(&mut self.parts, &keeps);
        retain(&mut self.series, &series_kept);
        if let Axis::Entities(keys) = &mut self.axis {
            retain(keys, &places_kept);
        }
    }

    /// Orders series and entities by what is shown of them, folds those beyond `top`, divides by the population.
    ///
    /// Gives the number of series (of entities, where these are folded) before that.
    ///
    /// # Errors
    /// `rate-sum` where rates would have to be folded into one.
    pub(in crate::query) fn rank_and_fold(
        &mut self,
        plan: &Plan,
        per: Option<&PerCapita>,
        sums: &Sums,
        cells: &CellGroups,
    ) -> Result<usize, Problem> {
        let places = self.axis.len();
        let shown: Vec<Value> = match per {
            Some(divide) => self
                .values
                .iter()
                .zip(&divide.people)
                .map(|(value, people)| rate(*value, *people, divide.per))
                .listed(),
            None => self.values.clone(),
        };
        let shown = PlacedValues { values: &shown, places };
        let series_totals: Vec<Option<f64>> =
            (0..self.series.len()).map(|series| shown.series_total(series)).listed();
        // What is counted in ways of its own has no largest: it stands in the order of the file or of its names.
        let is_apart = plan.x_apart || plan.series_apart;
        let mut series_order = match is_apart {
            true => (0..self.series.len()).listed(),
            false => top::ranked(&self.series, &series_totals),
        };
        let place_order = match &self.axis {
            Axis::Entities(_) if plan.in_order || plan.x_apart => (0..places).listed(),
            Axis::Entities(keys) if is_apart => top::ranked(keys, &[]),
            Axis::Entities(keys) => {
                let totals: Vec<Option<f64>> = (0..places).map(|place| shown.place_total(place)).listed();
                top::ranked(keys, &totals)
            }
            Axis::Periods(_) => (0..places).listed(),
        };
        let folds_places =
            matches!(self.axis, Axis::Entities(_)) && self.series.len() == 1 && plan.series.is_none();
        let asked = plan.top.unwrap_or(usize::MAX);
        let (keep_series, keep_places) = if folds_places { (usize::MAX, asked) } else { (asked, usize::MAX) };
        if plan.series.is_none() {
            // Figure fields stay in the order their author named them.
            let keep = keep_series.min(self.series.len());
            let (kept, folded) = series_order.split_at(keep);
            let in_order = (0..self.series.len()).filter(|index| kept.contains(index));
            series_order = in_order.chain(folded.iter().copied()).listed();
        }
        let moves = Moves {
            series: top::moves(&series_order, keep_series),
            places: top::moves(&place_order, keep_places),
        };
        let folds_series = keep_series < self.series.len();
        let folds = folds_series || keep_places < places;
        let sums_up = matches!(plan.aggregate, Aggregate::Sum | Aggregate::Last);
        if folds && is_apart {
            return Err(refuse::fold_apart());
        }
        if folds && sums_up && !plan.measure.allows(Operation::SumOverEntities) {
            return Err(refuse::sum_over_time(plan.measure, plan));
        }
        self.members = moves.members(&PlacedValues { values: &self.values, places });
        self.parts = moves.fold_parts(&self.parts, &PlacedValues { values: &self.values, places });
        // Of means and extremes, "Other" is no sum of its parts: the rows are gone through again.
        let is_plain = !self.pooled && plan.measure.is_count();
        let is_additive = sums_up || is_plain || plan.series.is_none() && !folds_places;
        let by_cell = per.filter(|divide| !divide.is_of_filter);
        let sums_again = folds && !is_additive && by_cell.is_none();
        self.values = if let Some(later) = sums.later.filter(|_| sums_again) {
            let again = later.sum_again(&moves, sums, cells)?;
            self.pooled |= again.pooled;
            again.values
        } else {
            let divide = by_cell.map(|divide| (divide.people.as_slice(), divide.per));
            moves.fold(&PlacedValues { values: &self.values, places }, divide)
        };
        if let Some(divide) = per.filter(|divide| divide.is_of_filter) {
            // Whatever the entity or series, the population is that of the place; over entities it is one.
            let new_places = moves.places.1.max(1);
            for (index, value) in self.values.iter_mut().enumerate() {
                let people = divide.people.get(index % new_places).copied().flatten();
                *value = rate(*value, people, divide.per);
            }
        }
        let before = if folds_places { places } else { self.series.len() };
        self.series = top::kept(&self.series, &series_order, keep_series);
        self.has_other_series = folds_series;
        if folds_series {
            self.series.push(FOLDED_KEY.to_owned());
        }
        if let Axis::Entities(keys) = &mut self.axis {
            *keys = top::kept(keys, &place_order, keep_places);
            self.has_other_place = keep_places < places;
            if self.has_other_place {
                keys.push(FOLDED_KEY.to_owned());
            }
        }
        Ok(before)
    }
}

fn retain(keys: &mut Vec<String>, kept: &[bool]) {
    let mut kept = kept.iter();
    keys.retain(|_| kept.next() == Some(&true));
}

fn retain_cells<T>(cells: &mut Vec<T>, keeps: &dyn Fn(usize) -> bool) {
    let mut indices = 0..;
    cells.retain(|_| indices.next().is_some_and(keeps));
}
