//! How figures went over time: from the first to the last, the highest, the latest.

use crate::locale::{relative_change, time_phrase};
use crate::model::{Listed, Period, QuantityKind};
use crate::query::SeriesRole;

use super::VisibleSeries;

/// How many series are described one by one where they do not add up.
const SERIES_DESCRIBED: usize = 3;

/// A smaller relative change is "nearly unchanged".
const NEARLY_UNCHANGED: f64 = 0.01;

/// A figure and the place of the axis it stands at.
type At = (usize, f64);

/// The sentences on the trend, the peak and the latest value.
pub(super) fn sentences(visible: &VisibleSeries, periods: &[Period]) -> Vec<String> {
    let places = 0..periods.len();
    if visible.adds_up() {
        let known: Vec<At> = places.clone().filter_map(|place| Some((place, visible.total(place)?))).listed();
        // A total that lacks a series is lower for no reason of migration: only whole ones are compared.
        let complete: Vec<At> =
            known.iter().copied().filter(|(place, _)| visible.is_complete(*place)).listed();
        if complete.len() > 1 || known.len() < 2 || visible.series.len() == 1 {
            let subject = subject(visible);
            return describe(visible, periods, &subject, &complete, &known);
        }
    }
    let each = visible.series.iter().take(SERIES_DESCRIBED).filter_map(|series| {
        let value = |place: usize| visible.grid.value(*series, place).known();
        let known: Vec<At> = places.clone().filter_map(|place| Some((place, value(place)?))).listed();
        let text = trend(visible, periods, &Subject::Series(visible.name(*series)), &known)?;
        Some(visible.locale.text("summary.trend", &[("trend", &text)]))
    });
    each.listed()
}

/// What a sentence is about.
enum Subject {
    /// A noun phrase: "The total".
    Phrase(String),
    /// The name of a series, with a colon since its number and gender are unknown: "Venezuela: up from…".
    Series(String),
}

fn subject(visible: &VisibleSeries) -> Subject {
    let some_hidden = visible.series.len() < visible.grid.series.len();
    let recorded = visible.grid.measure == QuantityKind::Event;
    let one = if let [series] = visible.series.as_slice() { Some(*series) } else { None };
    if let Some(index) = one {
        let role = visible.grid.series.get(index).map(|series| series.role);
        if role != Some(SeriesRole::Indicator) {
            return Subject::Series(visible.name(index));
        }
    }
    let key = match (one.is_some(), recorded, some_hidden) {
        (true, false, _) => "summary.subject.figure",
        (true, true, _) => "summary.subject.figure-recorded",
        (false, false, false) => "summary.subject.total",
        (false, true, false) => "summary.subject.total-recorded",
        (false, false, true) => "summary.subject.total-shown",
        (false, true, true) => "summary.subject.total-shown-recorded",
    };
    Subject::Phrase(visible.locale.text(key, &[]))
}

/// The trend over the `complete` places with the highest of the `known` ones, and the latest where it is a later one.
fn describe(
    visible: &VisibleSeries,
    periods: &[Period],
    subject: &Subject,
    complete: &[At],
    known: &[At],
) -> Vec<String> {
    let locale = visible.locale;
    let compared = if complete.is_empty() { known } else { complete };
    let Some(trend) = trend(visible, periods, subject, compared) else { return Vec::new() };
    let when_at = |place: usize| periods.get(place).map(|period| time_phrase(locale, visible.grid, *period));
    let highest = known.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best });
    let ends = compared.first().zip(compared.last());
    let sentence = match (highest, ends) {
        (Some((peak_at, peak)), Some(((_, first), (_, last)))) if known.len() > 2 => {
            if peak == *last && last > first {
                locale.text("summary.trend-to-peak", &[("trend", &trend)])
            } else if peak == *first && first > last {
                locale.text("summary.trend-from-peak", &[("trend", &trend)])
            } else if peak == *first {
                locale.text("summary.trend", &[("trend", &trend)])
            } else {
                let (peak, when) = (visible.figure(peak), when_at(peak_at).unwrap_or_default());
                locale.text("summary.trend-peak", &[("trend", &trend), ("peak", &peak), ("when", &when)])
            }
        }
        _ => locale.text("summary.trend", &[("trend", &trend)]),
    };
    let mut sentences = vec![sentence];
    if let (Some((latest_at, latest)), Some((compared_to, _))) = (known.last(), compared.last())
        && latest_at > compared_to
    {
        let (value, when) = (visible.figure(*latest), when_at(*latest_at).unwrap_or_default());
        sentences.push(locale.text("summary.latest", &[("value", &value), ("when", &when)]));
    }
    sentences
}

/// From the first figure to the last, without its full stop; `None` without any figure.
fn trend(visible: &VisibleSeries, periods: &[Period], subject: &Subject, figures: &[At]) -> Option<String> {
    let (grid, locale) = (visible.grid, visible.locale);
    let ((first_at, first), (last_at, last)) = (figures.first().copied()?, figures.last().copied()?);
    let first_when = time_phrase(locale, grid, *periods.get(first_at)?);
    let last_when = time_phrase(locale, grid, *periods.get(last_at)?);
    let first_amount = locale.amount(grid, first);
    let [only, same, steady, rose, fell] = match subject {
        Subject::Phrase(_) => {
            ["summary.only", "summary.same", "summary.steady", "summary.rose", "summary.fell"]
        }
        Subject::Series(_) => [
            "summary.series.only",
            "summary.series.same",
            "summary.series.steady",
            "summary.series.rose",
            "summary.series.fell",
        ],
    };
    let name = match subject {
        Subject::Phrase(name) | Subject::Series(name) => name,
    };
    let last_figure = visible.figure(last);
    let unchanged = visible.figure(first) == last_figure;
    let change = relative_change(grid, first, last);
    let key = if first_at == last_at {
        only
    } else if unchanged {
        same
    } else if first > 0.0 && ((last - first) / first).abs() < NEARLY_UNCHANGED {
        steady
    } else if last > first {
        rose
    } else {
        fell
    };
    let last_when = match change {
        Some(ratio) if key == rose || key == fell => {
            let change = locale.signed_percent(ratio);
            locale.text("summary.when-change", &[("when", &last_when), ("change", &change)])
        }
        _ => last_when,
    };
    let arguments = [
        ("subject", name.as_str()),
        ("a", &first_amount),
        ("first", &first_when),
        ("b", &last_figure),
        ("last", &last_when),
    ];
    Some(locale.text(key, &arguments))
}
