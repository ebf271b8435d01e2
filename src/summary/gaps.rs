//! What is not known, and what may still change, in words.

use crate::locale::{PeriodStyle, category_label, period_span};
use crate::model::{Grain, Listed, Period};
use crate::query::Axis;

use super::VisibleSeries;

/// How many gaps are named before the rest is counted.
const GAPS_NAMED: usize = 5;

/// From how many neighbouring periods on a gap is named by its first and last.
const SPAN_FROM: usize = 3;

/// "No data for April 2020, May 2020, and July 2020."
pub(super) fn without_data(visible: &VisibleSeries, places: &[usize]) -> String {
    let of_days = matches!(&visible.grid.axis, Axis::Periods(periods) if periods.first().is_some_and(|first| first.grain == Grain::Day));
    let key = if of_days { "summary.gaps.day" } else { "summary.gaps" };
    list_sentence(visible, key, names(visible, places))
}

/// "No shares for August 2020: too few people."
pub(super) fn withheld(visible: &VisibleSeries, places: &[usize]) -> String {
    list_sentence(visible, "summary.withheld", names(visible, places))
}

/// Which periods are provisional; of entities that some figures are.
pub(super) fn provisional(visible: &VisibleSeries, places: &[usize], to_the_end: bool) -> String {
    if let Axis::Entities(_) = visible.grid.axis {
        return visible.locale.text("summary.provisional-some", &[]);
    }
    match places {
        [first, _, ..] if to_the_end => {
            let first = visible.period(*first);
            visible.locale.text("summary.provisional-from", &[("first", &first)])
        }
        _ => list_sentence(visible, "summary.provisional", names(visible, places)),
    }
}

/// The message `key` with the list of `names`, the last ones counted where there are many.
pub(super) fn list_sentence(visible: &VisibleSeries, key: &str, mut names: Vec<String>) -> String {
    let locale = visible.locale;
    if names.len() > GAPS_NAMED {
        let more = names.len() - GAPS_NAMED;
        names.truncate(GAPS_NAMED);
        names.push(locale.count_text("summary.more", more as f64));
    }
    locale.text(key, &[("list", &locale.formats.list(&names))])
}

/// The names of places, long runs of neighbouring periods as spans: "2001–2006".
fn names(visible: &VisibleSeries, places: &[usize]) -> Vec<String> {
    match &visible.grid.axis {
        Axis::Periods(periods) => spans(visible, periods, places),
        Axis::Entities(_) => {
            let name =
                |place: &usize| category_label(visible.locale, visible.grid, *place, PeriodStyle::Long);
            places.iter().map(name).listed()
        }
    }
}

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
