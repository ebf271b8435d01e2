//! What the heads of a wide table say of their periods besides naming them: that there is only a part, that it may change.

use crate::data::cells::dates::in_order;
use crate::data::cells::spelling::{Spelt, spelt_among_others};
use crate::model::{Grain, Listed, Period, PeriodColumn};

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

/// What heads say, each with the period that it names by itself; makes some months that stand beside whole years, and
/// beside none of their own, a part of that year: `2022, 2023, Jan-Apr 2024`.
pub(super) fn told_of_heads(heads: &mut [(&str, Option<Period>)]) -> ToldOfPeriods {
    let mut told = ToldOfPeriods::default();
    let spelt = heads.iter().map(|(name, _)| spelt_among_others(name)).listed();
    let is_part = |index: usize| matches!(spelt.get(index), Some(Some((Spelt::Months(..), _))));
    let of_wholes = || {
        heads.iter().enumerate().filter(|(index, _)| !is_part(*index)).filter_map(|(_, (_, period))| *period)
    };
    let wholes: Vec<Period> = of_wholes().listed();
    let beside_years = !wholes.is_empty() && wholes.iter().all(|period| period.grain == Grain::Year);
    for ((_, period), spelt) in heads.iter_mut().zip(&spelt) {
        match spelt {
            Some((Spelt::Months(year, first, last), _)) if beside_years => {
                let whole = Period::year(*year);
                let ends = Period::month(*year, *first).zip(Period::month(*year, *last));
                let Some((from, to)) = ends.filter(|_| !wholes.contains(&whole)) else { continue };
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
