//! What the heads of a wide table say of their periods besides naming them: that there is only a part, that it may change.

use crate::data::cells::dates::in_order;
use crate::data::cells::spelling::{Spelt, spelt_among_others};
use crate::data::cells::year_parts::stand_for_years;
use crate::model::{Listed, Period, PeriodColumn};

/// What is told of the periods across.
#[derive(Default)]
pub(super) struct ToldOfPeriods {
    /// Of which years there are only some months: the first and the last.
    parts: Vec<(Period, Period, Period)>,
    /// Which may still change.
    provisional: Vec<Period>,
}

/// Whether a head names some months of a year.
pub(super) fn are_months(name: &str) -> bool {
    matches!(spelt_among_others(name), Some((Spelt::Months(..), _)))
}

/// What heads say, each with the period that it names by itself; makes some months that stand for a part of a year that
/// year: `2022, 2023, Jan-Apr 2024`. Below two tiers a head stands there several times.
pub(super) fn told_of_heads(heads: &mut [(&str, Option<Period>)]) -> ToldOfPeriods {
    let mut told = ToldOfPeriods::default();
    let spelt = heads.iter().map(|(name, _)| spelt_among_others(name)).listed();
    let (mut months, mut others) = (Vec::new(), Vec::new());
    for (spelt, (_, period)) in spelt.iter().zip(heads.iter()) {
        match (spelt, period) {
            (Some((Spelt::Months(year, first, last), _)), _) => {
                let own = (*year, *first, *last);
                if !months.contains(&own) {
                    months.push(own);
                }
            }
            (_, Some(period)) if !others.contains(period) => others.push(*period),
            _ => {}
        }
    }
    let beside_years = stand_for_years(&months, &others);
    for ((_, period), spelt) in heads.iter_mut().zip(&spelt) {
        match spelt {
            Some((Spelt::Months(year, first, last), _)) if beside_years => {
                let whole = Period::year(*year);
                let ends = Period::month(*year, *first).zip(Period::month(*year, *last));
                let Some((from, to)) = ends else { continue };
                *period = Some(whole);
                if (*first, *last) != (1, 12) {
                    told.parts.push((whole, from, to));
                }
            }
            Some((_, true)) => told.provisional.extend(*period),
            _ => {}
        }
    }
    told
}

impl ToldOfPeriods {
    /// Says it of the column of these periods, where all are of one grain.
    pub(super) fn mark(self, periods: &mut PeriodColumn) {
        if !periods.mixed.is_empty() {
            return;
        }
        let parts = self.parts.iter().filter(|(whole, ..)| whole.grain == periods.grain);
        periods.parts = parts.map(|(whole, from, to)| (whole.ordinal, from.ordinal, to.ordinal)).listed();
        let provisional = self.provisional.iter().filter(|period| period.grain == periods.grain);
        periods.provisional = in_order(&provisional.map(|period| period.ordinal).listed());
    }
}
