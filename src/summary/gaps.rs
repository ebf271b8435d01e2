//! What is not known, and what may still change.

use crate::locale::{PeriodStyle, category_label, period_span};
use crate::model::{Listed, Period};

use super::VisibleSeries;

/// How many gaps are named before the rest is counted.
const GAPS_NAMED: usize = 5;

/// From how many neighbouring periods on a gap is named by its first and last.
const SPAN_FROM: usize = 3;

/// "No data for April 2020, May 2020, and July 2020.", or that some series lack some periods.
pub(super) fn periods_without_data(visible: &VisibleSeries, periods: &[Period]) -> Option<String> {
    let empty: Vec<usize> = (0..periods.len()).filter(|place| visible.is_empty(*place)).listed();
    if !empty.is_empty() {
        return Some(list_sentence(visible, "summary.gaps", spans(visible, periods, &empty)));
    }
    let partial = (0..periods.len()).any(|place| !visible.is_complete(place));
    partial.then(|| visible.locale.text("summary.partial-gaps", &[]))
}

/// "No data for Chile and Cuba."
pub(super) fn entities_without_data(visible: &VisibleSeries, keys: &[String]) -> Option<String> {
    let empty = (0..keys.len()).filter(|place| visible.is_empty(*place));
    let names: Vec<String> =
        empty.map(|place| category_label(visible.locale, visible.grid, place, PeriodStyle::Long)).listed();
    (!names.is_empty()).then(|| list_sentence(visible, "summary.gaps", names))
}

/// Which periods are provisional; only those with figures.
pub(super) fn provisional_periods(visible: &VisibleSeries, periods: &[Period]) -> Option<String> {
    let is_provisional =
        |place: &usize| visible.grid.provisional.get(*place) == Some(&true) && !visible.is_empty(*place);
    let places: Vec<usize> = (0..periods.len()).filter(is_provisional).listed();
    let first = *places.first()?;
    let latest = (0..periods.len()).rev().find(|place| !visible.is_empty(*place))?;
    let reaches_the_end = (first..=latest).all(|place| places.contains(&place) || visible.is_empty(place));
    if reaches_the_end && places.len() > 1 {
        let first = visible.locale.formats.period(*periods.get(first)?, PeriodStyle::Long);
        return Some(visible.locale.text("summary.provisional-from", &[("first", &first)]));
    }
    Some(list_sentence(visible, "summary.provisional", spans(visible, periods, &places)))
}

/// The message `key` with the list of `names`, the last ones counted where there are many.
fn list_sentence(visible: &VisibleSeries, key: &str, mut names: Vec<String>) -> String {
    let locale = visible.locale;
    if names.len() > GAPS_NAMED {
        let more = names.len() - GAPS_NAMED;
        names.truncate(GAPS_NAMED);
        names.push(locale.count_text("summary.more", more as f64));
    }
    locale.text(key, &[("list", &locale.formats.list(&names))])
}

/// The names of periods, long runs of neighbours as spans: "2001–2006".
fn spans(visible: &VisibleSeries, periods: &[Period], places: &[usize]) -> Vec<String> {
    let name = |first: usize, last: usize| match (periods.get(first), periods.get(last)) {
        (Some(first), Some(last)) => period_span(visible.locale, *first, *last, PeriodStyle::Long),
        _ => String::new(),
    };
    let runs = places.chunk_by(|place, next| place + 1 == *next);
    runs.flat_map(|run| match run {
        [first, .., last] if run.len() >= SPAN_FROM => vec![name(*first, *last)],
        run => run.iter().map(|place| name(*place, *place)).listed(),
    })
    .listed()
}
