//! The answer of a query: a small dense table, one value for each series at each place of the axis.

use crate::model::{Grain, Operation, Period, QuantityKind, Reason, Role, Value, shortest_decimal};

use super::Aggregate;

/// The horizontal axis.
#[derive(Clone, Debug, PartialEq)]
pub enum Axis {
    /// Successive periods of one grain, without holes (days: only those that occur).
    Periods(Vec<Period>),
    /// Entities by key (e.g. ISO 3166-1 alpha-3), in the order to show: largest first unless the order means something.
    Entities(Vec<String>),
}

impl Axis {
    /// How many places it has.
    pub fn len(&self) -> usize {
        match self {
            Axis::Periods(periods) => periods.len(),
            Axis::Entities(keys) => keys.len(),
        }
    }

    /// Whether it has no place.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// One line, layer or group of bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The cell of the series field (e.g. `VEN`), or the name of the figure field where there is no series field.
    pub key: String,
    /// What it stands for.
    pub role: SeriesRole,
}

/// What a series stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesRole {
    /// One value of the series field.
    Named,
    /// All that `top` folded together; its key is [`FOLDED_KEY`].
    Other,
    /// A figure field of its own (several `y`, or no series field).
    Indicator,
}

/// The part of a period that the source covers.
#[derive(Clone, Debug, PartialEq)]
pub struct PartialPeriod {
    /// The first period of the source that is there.
    pub first: Period,
    /// The last one.
    pub last: Period,
    /// How many are there.
    pub known: usize,
    /// How many a whole period has.
    pub whole: usize,
}

/// Of what means, extremes and last figures are made.
#[derive(Clone, Debug, PartialEq)]
pub struct Pooling {
    /// The grain of the source's periods that became one figure; `None` where what became one are several figures of one
    /// period.
    pub grain: Option<Grain>,
    /// Of means and extremes over periods, for each place the least and the most figures behind a value; over entities, one
    /// such pair for all.
    pub counts: Vec<(u32, u32)>,
    /// Of last figures over periods, for each place the period of the source that the figures are of.
    pub lasts: Vec<Period>,
}

impl Pooling {
    /// The least and the most figures behind a value at a place, or at any.
    pub fn counts_at(&self, place: Option<usize>) -> (u32, u32) {
        let own = place.and_then(|place| self.counts.get(place)).filter(|(_, most)| *most > 0);
        own.copied().unwrap_or_else(|| {
            let known = || self.counts.iter().filter(|(_, most)| *most > 0);
            let least = known().map(|(least, _)| *least).min().unwrap_or(0);
            (least, known().map(|(_, most)| *most).max().unwrap_or(0))
        })
    }
}

/// From when on figures of an answer are counted another way.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesBreak {
    /// The first period counted the new way.
    pub from: Period,
    /// The series that it concerns; `None` for all.
    pub series: Option<usize>,
}

/// Whose numbers of inhabitants a rate is computed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PopulationBasis {
    /// The first year of the population that figures were divided by.
    pub first: i32,
    /// The last such year; over entities it is that of all of them.
    pub last: i32,
    /// Whether figures of years after `last` were divided by the population of `last`, since none is known later.
    pub stands_in: bool,
    /// Whether any of it is a projection.
    pub projected: bool,
}

/// The key of what is folded together, in state, events and CSV. A row of the author's may have the same: what is the fold
/// is told by [`Grid::folded`] and [`SeriesRole::Other`] alone.
pub const FOLDED_KEY: &str = "Other";

/// The answer of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The horizontal axis.
    pub axis: Axis,
    /// The series, largest first, "Other" last.
    pub series: Vec<Series>,
    /// The values, series by series: `series.len() * axis.len()` of them.
    pub values: Vec<Value>,
    /// For each place of the axis, whether its figures are provisional.
    pub provisional: Vec<bool>,
    /// For each value what of its place's period the source covers, where that is only a part: a year with four months.
    /// May be empty where all are whole.
    pub partial: Vec<Option<PartialPeriod>>,
    /// For each value of what `top` folded a number that tells which of its members are known: those of two places can be
    /// compared where it is the same. May be empty where none is.
    pub members: Vec<u64>,
    /// The name of the field of the horizontal axis.
    pub x_field: String,
    /// What the field of the horizontal axis stands for.
    pub x_role: Role,
    /// The name of the field that splits into series, if any.
    pub series_field: Option<String>,
    /// What the series field stands for.
    pub series_role: Role,
    /// The name of the figure field; `value` when several stand side by side.
    pub y_field: String,
    /// What kind of quantity the figures are in the source; [`Grid::kind`] is what they have become.
    pub measure: QuantityKind,
    /// How rows became one figure.
    pub aggregate: Aggregate,
    /// Whether figures of several periods of the source, or of several rows of which none is a part, became one.
    pub pooled: bool,
    /// Of what means, extremes and last figures are made; `None` where each figure is one of the source, or a sum.
    pub pooling: Option<Pooling>,
    /// Whether what stands side by side is counted in ways of its own, and so is never added, ranked or made a share.
    pub apart: bool,
    /// Whether it is the series that are `apart`; else those at one place add up, and only places do not.
    pub series_apart: bool,
    /// Where the figures shown begin to be counted another way.
    pub breaks: Vec<SeriesBreak>,
    /// The message key of the unit, e.g. `people`.
    pub unit: Option<String>,
    /// What the figures are of, where the file holds several indicators in one column and one of them is shown.
    pub indicator: Option<String>,
    /// The number of people each figure is a rate per, if `per` was asked.
    pub per: Option<f64>,
    /// With `per`: the population that the figures were divided by; `None` where none of them was.
    pub population: Option<PopulationBasis>,
    /// Between origins and destinations: the sum of what was left out since it stays in one place, as people displaced
    /// within their country; `None` where nothing was.
    pub stayed: Option<f64>,
    /// Whether the values are shares of their place's sum, as ratios 0–1.
    pub normalized: bool,
    /// Over entities: the first and last period the figures cover (equal for a stock at its last date).
    pub span: Option<(Period, Period)>,
    /// Over entities: whether `span` holds one date's stock rather than a sum of its periods.
    pub at_last: bool,
    /// Whether stocks stand at the date that the words for their field name, see [`crate::model::Dataset::dates_stocks`].
    pub dates_stocks: bool,
    /// The place that holds all entities beyond `top` together, if any; its key is [`FOLDED_KEY`]. Of the series, their role
    /// says it: [`SeriesRole::Other`].
    pub folded: Option<usize>,
    /// How many series the query had before `top` folded them.
    pub series_before_top: usize,
}

impl Grid {
    /// The value of a series at a place; [`Reason::NoRow`] out of range.
    pub fn value(&self, series: usize, place: usize) -> Value {
        let length = self.axis.len();
        if place >= length {
            return Value::Missing(Reason::NoRow);
        }
        self.values.get(series * length + place).copied().unwrap_or(Value::Missing(Reason::NoRow))
    }

    /// What of its period a value covers, where that is only a part.
    pub fn part(&self, series: usize, place: usize) -> Option<&PartialPeriod> {
        let length = self.axis.len();
        if place >= length {
            return None;
        }
        self.partial.get(series * length + place)?.as_ref()
    }

    /// A number that tells which members of a folded value are known; 0 of others.
    pub fn members(&self, series: usize, place: usize) -> u64 {
        let index = series * self.axis.len() + place;
        self.members.get(index).copied().filter(|_| place < self.axis.len()).unwrap_or(0)
    }

    /// Whether a value at a place covers only a part of its period.
    pub fn has_part(&self, place: usize) -> bool {
        (0..self.series.len()).any(|series| self.part(series, place).is_some())
    }

    /// What kind of quantity the figures are after all that was done to them.
    pub fn kind(&self) -> QuantityKind {
        if self.normalized {
            return QuantityKind::Share;
        }
        if self.per.is_some() {
            return QuantityKind::Rate;
        }
        match self.aggregate {
            Aggregate::Mean if self.pooled => QuantityKind::Mean,
            Aggregate::Min | Aggregate::Max if self.pooled => QuantityKind::Extreme,
            _ => self.measure,
        }
    }

    /// The name of the column of the figures, with what was done to them: `people`, `people_per_100000`, `crossings_mean`;
    /// `crossings_share` of ratios 0–1.
    pub fn column_name(&self) -> String {
        let mut name = self.y_field.clone();
        name.push_str(match self.aggregate {
            Aggregate::Mean if self.pooling.is_some() => "_mean",
            Aggregate::Min if self.pooling.is_some() => "_min",
            Aggregate::Max if self.pooling.is_some() => "_max",
            _ => "",
        });
        if let Some(per) = self.per {
            name.push_str("_per_");
            name.push_str(&shortest_decimal(per));
        }
        if self.normalized {
            name.push_str("_share");
        }
        name
    }

    /// Whether something may be done with the figures as they stand, the series at one place above all.
    pub fn allows(&self, operation: Operation) -> bool {
        let is_kept_apart = match operation {
            Operation::Rank => self.apart,
            Operation::SumOverEntities | Operation::Stack | Operation::ShareOf => self.series_apart,
            // A mean or an extreme of counts is still a count, and so is a country's share of all countries.
            Operation::Shade => {
                let is_of_counts = self.measure.is_count() && self.per.is_none() && !self.normalized;
                is_of_counts || self.normalized && self.series.len() == 1
            }
            Operation::SumOverTime | Operation::PerCapita => false,
        };
        self.kind().allows(operation) && !is_kept_apart
    }

    /// Whether a map shades its countries: by what is known to be no count.
    pub fn is_shaded(&self) -> bool {
        let is_known = self.measure != QuantityKind::Unknown || self.per.is_some() || self.normalized;
        is_known && self.allows(Operation::Shade)
    }

    /// Whether the figures of different places add up, as to all of a waffle.
    pub fn adds_up_over_places(&self) -> bool {
        let is_kept_apart = self.apart && !self.series_apart;
        matches!(self.axis, Axis::Entities(_))
            && self.kind().allows(Operation::SumOverEntities)
            && !is_kept_apart
    }

    /// Whether a figure at `place` of `series` is counted another way than one at `other`.
    pub fn breaks_between(&self, series: usize, place: usize, other: usize) -> bool {
        let Axis::Periods(periods) = &self.axis else { return false };
        let (Some(first), Some(last)) = (periods.get(place.min(other)), periods.get(place.max(other))) else {
            return false;
        };
        self.breaks.iter().any(|found| {
            found.series.is_none_or(|known| known == series)
                && first.end_day() < found.from.start_day()
                && last.end_day() >= found.from.start_day()
        })
    }

    /// The place of an entity by its key; what is folded together is no entity.
    pub fn place_of(&self, key: &str) -> Option<usize> {
        let Axis::Entities(keys) = &self.axis else { return None };
        // The fold stands after all entities.
        keys.iter().position(|known| known == key).filter(|place| self.folded != Some(*place))
    }

    /// Whether series or entities were folded together.
    pub fn has_fold(&self) -> bool {
        self.folded.is_some() || self.series.iter().any(|series| series.role == SeriesRole::Other)
    }

    /// The sum of the known values at a place over the series that `shown` admits; `None` where none is known, and where
    /// there are several that do not add up.
    pub fn total(&self, place: usize, shown: impl Fn(usize) -> bool) -> Option<f64> {
        self.total_of(place, &shown)
    }

    /// The same for any test of series, so that the wasm has it once.
    fn total_of(&self, place: usize, shown: &dyn Fn(usize) -> bool) -> Option<f64> {
        let (mut sum, mut count) = (0.0, 0);
        for series in (0..self.series.len()).filter(|series| shown(*series)) {
            if let Some(figure) = self.value(series, place).known() {
                (sum, count) = (sum + figure, count + 1);
            }
        }
        (count == 1 || count > 1 && self.allows(Operation::Stack)).then_some(sum)
    }
}
