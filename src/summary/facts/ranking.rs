//! Which series is the largest: of what was summed, or at one place.

use crate::model::{Listed, QuantityKind};
use crate::query::{Kind, SeriesRole};

use super::{Members, Statement};

/// Keys of what is no group: unknown, and the rest of the world.
const NO_GROUPS: [&str; 5] = ["UNK", "OOO", "unknown", "undefined", ""];

/// Whether a key names a group that can be called the largest.
pub(super) fn is_group(key: &str) -> bool {
    !NO_GROUPS.iter().any(|none| none.eq_ignore_ascii_case(key))
}

/// The largest of several series with the sum of all: of flows and events counted throughout over the whole time, else at
/// the latest place that all of them have; `None` where there is no such place, or where more belongs to no group.
pub(super) fn largest_series(members: &Members, kind: Kind) -> Option<Statement> {
    let grid = members.grid;
    let own = |index: &usize| grid.series.get(*index);
    let candidates = members.series.iter().copied().filter(|index| {
        own(index).is_some_and(|series| series.role == SeriesRole::Named && is_group(&series.key))
    });
    let candidates = candidates.listed();
    if members.series.len() < 2 || candidates.is_empty() {
        return None;
    }
    let places = 0..grid.axis.len();
    let is_whole = |place: usize| {
        members.is_complete(&members.series, place) && members.part(&members.series, place).is_none()
    };
    let is_throughout = places.clone().all(|place| members.is_empty(place) || is_whole(place))
        && members.series.iter().all(|series| {
            let mut known = places.clone().filter(|place| !members.is_empty(*place));
            let first = known.next().map(|place| grid.members(*series, place));
            known.all(|place| Some(grid.members(*series, place)) == first)
        })
        && grid
            .breaks
            .iter()
            .all(|found| found.series.is_some_and(|series| !members.series.contains(&series)));
    // Figures of unknown measure may be stocks, so only what is known to be a flow is added up over time.
    let over_all = matches!(grid.kind(), QuantityKind::Flow | QuantityKind::Event)
        && members.add_up()
        && kind != Kind::Slope
        && places.len() > 1
        && is_throughout;
    // The latest that is no part of a period; where some have no figure there, an earlier one is no news.
    let is_told =
        |place: &usize| !members.is_empty(*place) && members.part(&members.series, *place).is_none();
    let latest = places.clone().rev().find(is_told).filter(|place| is_whole(*place))?;
    let periods = places.clone().filter(|place| over_all && !members.is_empty(*place)).count().max(1);
    let summed = if over_all { places } else { latest..latest + 1 };
    let sum = |series: usize| {
        let known = summed.clone().filter_map(|place| grid.value(series, place).known());
        known.fold(0.0, |sum, figure| sum + figure)
    };
    let larger = |best: (usize, f64), next: (usize, f64)| if next.1 > best.1 { next } else { best };
    let (series, figure) = candidates.iter().map(|series| (*series, sum(*series))).reduce(larger)?;
    let is_unknown = |index: &usize| {
        own(index).is_some_and(|series| series.role == SeriesRole::Named && !is_group(&series.key))
    };
    if members.series.iter().filter(|index| is_unknown(index)).any(|index| sum(*index) > figure) {
        return None;
    }
    let is_sum = members.add_up() && members.series.iter().all(|series| sum(*series) >= 0.0);
    let whole = is_sum.then(|| members.series.iter().map(|series| sum(*series)).sum());
    Some(Statement::LargestSeries { at: (!over_all).then_some(latest), periods, series, figure, whole })
}
