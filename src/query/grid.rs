//! The answer of a query: a small dense table, one value for each series at each place of the axis.

use crate::model::{Period, QuantityKind, Reason, Role, Value};

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
    /// For each place of the axis, whether its figures were summed of only a part of it: a year with four months.
    pub incomplete: Vec<bool>,
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
    /// What kind of quantity the figures are.
    pub measure: QuantityKind,
    /// The message key of the unit, e.g. `people`.
    pub unit: Option<String>,
    /// The number of people each figure is a rate per, if `per` was asked.
    pub per: Option<f64>,
    /// Whether the values are shares of their place's sum, as ratios 0–1.
    pub normalized: bool,
    /// Over entities: the first and last period the figures cover (equal for a stock at its last date).
    pub span: Option<(Period, Period)>,
    /// Over entities: whether `span` holds one date's stock rather than a sum of its periods.
    pub at_last: bool,
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

    /// The sum of the known values at a place over the series that `shown` admits; `None` where none is known.
    pub fn total(&self, place: usize, shown: impl Fn(usize) -> bool) -> Option<f64> {
        let known = (0..self.series.len())
            .filter(|series| shown(*series))
            .filter_map(|series| self.value(series, place).known());
        known.fold(None, |sum, figure| Some(sum.unwrap_or(0.0) + figure))
    }
}
