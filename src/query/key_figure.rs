//! The one figure that the kind `number` draws.

use super::{Axis, Grid};
use crate::model::{Operation, Period};

/// The one figure that the kind `number` draws, and of when it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeyFigure {
    /// The index of its series.
    pub series: usize,
    /// The figure, in the unit of its grid.
    pub figure: f64,
    /// The first period that it is of; `last` itself unless several are added up.
    pub first: Period,
    /// The last one.
    pub last: Period,
    /// The place of `last` on the axis.
    pub place: usize,
    /// Whether it is the sum of the periods from `first` to `last`.
    pub is_sum: bool,
    /// How many periods between the two have no figure.
    pub unknown: usize,
}

impl Grid {
    /// The figure of a series that stands for it alone: of its last period with one, or where `total` of all of them
    /// together, if their kind may be added over time. `None` over entities, and where nothing is known.
    pub fn key_figure(&self, series: usize, total: bool) -> Option<KeyFigure> {
        let Axis::Periods(periods) = &self.axis else { return None };
        let mut found: Option<KeyFigure> = None;
        let adds = total && self.kind().allows(Operation::SumOverTime);
        let mut unknown = 0;
        for (place, period) in periods.iter().enumerate() {
            let Some(figure) = self.value(series, place).known() else {
                unknown += 1;
                continue;
            };
            let before = found.filter(|_| adds);
            found = Some(KeyFigure {
                series,
                figure: before.map_or(0.0, |before| before.figure) + figure,
                first: before.map_or(*period, |before| before.first),
                last: *period,
                place,
                is_sum: before.is_some(),
                unknown: if before.is_some() { unknown } else { 0 },
            });
            if before.is_none() {
                unknown = 0;
            }
        }
        found
    }
}
