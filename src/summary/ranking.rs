//! Who has most: the largest series over time, the top of ranked bars.

use crate::locale::{PeriodStyle, category_label, share_of, time_phrase};
use crate::model::{Listed, Period, QuantityKind, sorted};
use crate::query::SeriesRole;

use super::VisibleSeries;

/// How many of the top entities are named.
const ENTITIES_NAMED: usize = 3;

/// The largest of several series and its share: of flows and events over the whole time, else at the latest period.
pub(super) fn largest_series(visible: &VisibleSeries, periods: &[Period]) -> Option<String> {
    let (grid, locale) = (visible.grid, visible.locale);
    let candidates = visible
        .series
        .iter()
        .copied()
        .filter(|index| grid.series.get(*index).is_some_and(|series| series.role == SeriesRole::Named));
    let candidates: Vec<usize> = candidates.listed();
    if visible.series.len() < 2 || candidates.is_empty() {
        return None;
    }
    // Figures of unknown measure may be stocks, so only what is known to be a flow is added up over time.
    let over_all = matches!(grid.measure, QuantityKind::Flow | QuantityKind::Event)
        && visible.adds_up()
        && periods.len() > 1;
    let latest = (0..periods.len()).rev().find(|place| !visible.is_empty(*place))?;
    let places = if over_all { 0..periods.len() } else { latest..latest + 1 };
    let sum = |series: usize| {
        let known = places.clone().filter_map(|place| grid.value(series, place).known());
        known.fold(None, |sum: Option<f64>, figure| Some(sum.unwrap_or(0.0) + figure))
    };
    let sums: Vec<(usize, f64)> =
        candidates.into_iter().filter_map(|series| Some((series, sum(series)?))).listed();
    let (series, figure) = sums.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    let whole: f64 = visible.series.iter().filter_map(|series| sum(*series)).sum();
    let share = if visible.adds_up() { share_of(figure, whole) } else { None };
    let key = match (over_all, share.is_some()) {
        (true, true) => "summary.largest-overall-share",
        (true, false) => "summary.largest-overall",
        (false, true) => "summary.largest-share",
        (false, false) => "summary.largest",
    };
    let arguments = [
        ("when", time_phrase(locale, grid, *periods.get(latest)?)),
        ("series", visible.name(series)),
        ("value", locale.amount(grid, figure)),
        ("share", share.map(|ratio| locale.share_of_total(ratio)).unwrap_or_default()),
    ];
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, text)| (*name, text.as_str())).listed();
    Some(locale.text(key, &arguments))
}

/// The top three entities with their figures and shares: "The largest are Venezuela (328,650 crossings, 63% of…)".
pub(super) fn largest_entities(visible: &VisibleSeries, keys: &[String]) -> Option<String> {
    let (grid, locale) = (visible.grid, visible.locale);
    let adds_up = visible.adds_up();
    let first = *visible.series.first()?;
    let figure = |place: usize| {
        if adds_up { visible.total(place) } else { grid.value(first, place).known() }
    };
    let mut known: Vec<(usize, f64)> =
        (0..keys.len()).filter_map(|place| Some((place, figure(place)?))).listed();
    let whole: f64 = known.iter().map(|(_, figure)| figure).sum();
    // What was folded together is no one; it counts in the whole only.
    known.retain(|(place, _)| grid.folded != Some(*place));
    // A stable sort: equal figures stay in the axis' order.
    let size = |index: usize| known.get(index).map_or(0.0, |(_, figure)| *figure);
    let order = sorted(known.len(), &|left, right| size(right).total_cmp(&size(left)));
    let mut items: Vec<String> = Vec::new();
    for index in order.into_iter().take(ENTITIES_NAMED) {
        let Some((place, figure)) = known.get(index) else { continue };
        let name = category_label(locale, grid, *place, PeriodStyle::Long);
        let value = if items.is_empty() { locale.amount(grid, *figure) } else { visible.figure(*figure) };
        let share = if adds_up && keys.len() > 1 { share_of(*figure, whole) } else { None };
        items.push(match share {
            Some(ratio) => {
                let share = locale.share(ratio);
                locale.text("summary.item-share", &[("name", &name), ("value", &value), ("share", &share)])
            }
            None => locale.text("summary.item", &[("name", &name), ("value", &value)]),
        });
    }
    let list = locale.formats.list(&items);
    (!items.is_empty()).then(|| locale.plural("summary.top", items.len() as f64, &[("items", &list)]))
}
