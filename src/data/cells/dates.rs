//! Dates that stand for longer periods: the first, the last or the same day of each month, quarter or year.

use crate::model::{Grain, Listed, Period, sorted};

/// A distance of months that most dates have.
const QUARTER: i32 = 3;

/// Makes dates that all stand at one place of their months the months, quarters or years that they are of.
///
/// Dates on 1 January or on 31 December are years; first or last days of quarters that follow each other are quarters.
/// Those of any other day, as of mid-year stocks, stay months: what is said of June is not said of a year.
pub(in crate::data) fn settle(cells: &mut [Option<(Period, bool)>]) {
    let known = || cells.iter().flatten().map(|(period, _)| *period);
    let dates: Vec<Period> = known().filter(|period| period.grain == Grain::Day).listed();
    let Some(first) = dates.first() else { return };
    let days_only = dates.len() == known().count();
    let starts = dates.iter().all(|date| date.calendar_day() == 1);
    let ends = dates.iter().all(|date| date.end_day() == date.truncate(Grain::Month).end_day());
    let same = dates.iter().all(|date| date.calendar_day() == first.calendar_day());
    let months: Vec<i32> = in_order(&dates.iter().map(|date| date.truncate(Grain::Month).ordinal).listed());
    let is_month = |month: i32| {
        months.iter().all(|ordinal| (ordinal.rem_euclid(12) + 1) % month == if starts { 1 } else { 0 })
    };
    // One or two dates alike may be chance, but first days are what a month is written as.
    let grain = match (starts, ends, same) {
        _ if !days_only && !starts => return,
        (true, ..) if days_only && months.iter().all(|month| month.rem_euclid(12) == 0) => Grain::Year,
        (_, true, _) if months.len() >= 2 && months.iter().all(|month| month.rem_euclid(12) == 11) => {
            Grain::Year
        }
        (true, ..) | (_, true, _) if days_only && are_quarters(&months) && is_month(QUARTER) => {
            Grain::Quarter
        }
        (true, ..) => Grain::Month,
        (_, true, _) | (.., true) if months.len() >= 3 => Grain::Month,
        _ => return,
    };
    for (period, _) in cells.iter_mut().flatten().filter(|(period, _)| period.grain == Grain::Day) {
        *period = period.truncate(grain);
    }
}

/// Whether months are a quarter apart: never less, and mostly no more.
fn are_quarters(months: &[i32]) -> bool {
    let steps = months.windows(2).filter_map(|pair| Some(pair.last()? - pair.first()?)).listed();
    let usual = steps.iter().filter(|step| **step == QUARTER).count();
    steps.len() >= 2 && usual * 2 > steps.len() && steps.iter().all(|step| *step >= QUARTER)
}

/// The distinct ones of ordinals, ascending.
pub(in crate::data) fn in_order(ordinals: &[i32]) -> Vec<i32> {
    let order = sorted(ordinals.len(), &|left, right| ordinals.get(left).cmp(&ordinals.get(right)));
    let mut found = order.into_iter().filter_map(|index| ordinals.get(index).copied()).listed();
    found.dedup();
    found
}
