//! Comparisons in words: from the first to the last, the highest, and why not more.

use crate::locale::{Locale, PeriodStyle, period_span, relative_change, time_phrase};
use crate::model::{Grain, Listed, Period, QuantityKind, Role};
use crate::query::{Aggregate, Axis, PartialPeriod, SeriesRole};

use super::VisibleSeries;
use super::facts::{Comparison, Difference, Limit, Reading, Subject};

/// A smaller relative change is "nearly unchanged".
const NEARLY_UNCHANGED: f64 = 0.01;

/// At most so many names stand for those that lack figures.
const NAMES_TOLD: usize = 2;

/// Why a comparison does not begin earlier: a break, no figures of some, of one or another, and what messages say of it.
const START: [&str; 5] = [
    "summary.limit.start.break",
    "summary.limit.start.members",
    "summary.limit.start.groups",
    "summary.limit.start.bare",
    "summary.limit.start.counts",
];
/// Why it does not end later.
const END: [&str; 5] = [
    "summary.limit.end.break",
    "summary.limit.end.members",
    "summary.limit.end.groups",
    "summary.limit.end.bare",
    "summary.limit.end.counts",
];

impl VisibleSeries<'_> {
    /// When the figure at a place holds: "in March 2023", "at the end of 2024"; of a part of a period which.
    pub(super) fn when(&self, place: usize, part: Option<&PartialPeriod>) -> String {
        let locale = self.locale;
        let Axis::Periods(periods) = &self.grid.axis else { return String::new() };
        let Some(period) = periods.get(place) else { return String::new() };
        if let Some(part) = part {
            return locale.text("when.period", &[("period", &self.part(place, part))]);
        }
        // A mean of a year's stocks stands at no date of it.
        if self.grid.pooled && self.grid.aggregate != Aggregate::Last {
            let text = locale.formats.period(*period, PeriodStyle::Long);
            let key = match period.grain {
                Grain::Quarter | Grain::Half => "when.quarter",
                Grain::Day => "when.day",
                Grain::Month | Grain::Year => "when.period",
            };
            return locale.text(key, &[("period", &text)]);
        }
        time_phrase(locale, self.grid, *period)
    }

    /// The period at a place.
    pub(super) fn period(&self, place: usize) -> String {
        let Axis::Periods(periods) = &self.grid.axis else { return String::new() };
        let period = periods.get(place);
        period.map(|period| self.locale.formats.period(*period, PeriodStyle::Long)).unwrap_or_default()
    }

    /// A period with the part of it that is there: "2025 (first 4 months)".
    fn part(&self, place: usize, part: &PartialPeriod) -> String {
        let arguments = [("place", &*self.period(place)), ("part", &*self.locale.part_words(part))];
        self.locale.text("tip.part", &arguments)
    }

    /// The part of its period that a figure of a subject covers.
    fn part_of(&self, subject: Subject, place: usize) -> Option<&PartialPeriod> {
        match subject {
            Subject::Series(series) => self.grid.part(series, place),
            _ => self.series.iter().find_map(|series| self.grid.part(*series, place)),
        }
    }
}

/// What a sentence is about, and whether it is a name, followed by a colon since its number and gender are unknown.
fn named(visible: &VisibleSeries, subject: Subject) -> (String, bool) {
    let recorded = visible.grid.measure == QuantityKind::Event;
    let some_hidden = visible.series.len() < visible.grid.series.len();
    let key = match (subject, recorded, some_hidden) {
        (Subject::Series(series), ..) => return (visible.name(series), true),
        (Subject::Figure, false, _) => "summary.subject.figure",
        (Subject::Figure, true, _) => "summary.subject.figure-recorded",
        (Subject::Total, false, false) => "summary.subject.total",
        (Subject::Total, true, false) => "summary.subject.total-recorded",
        (Subject::Total, false, true) => "summary.subject.total-shown",
        (Subject::Total, true, true) => "summary.subject.total-shown-recorded",
    };
    (visible.locale.text(key, &[]), false)
}

/// "The total was 73 crossings in April 2025."
pub(super) fn only(visible: &VisibleSeries, subject: Subject, reading: Reading) -> String {
    let (name, is_name) = named(visible, subject);
    let key = if is_name { "summary.series.only" } else { "summary.only" };
    let (value, when) = (
        visible.locale.amount(visible.grid, reading.figure),
        visible.when(reading.place, visible.part_of(subject, reading.place)),
    );
    let trend = visible.locale.text(key, &[("subject", &name), ("a", &value), ("first", &when)]);
    visible.locale.text("summary.trend", &[("trend", &trend)])
}

/// Both figures, and why they are not compared.
pub(super) fn uncompared(
    visible: &VisibleSeries,
    subject: Subject,
    (from, to): (Reading, Reading),
    why: &Difference,
    dataset: &str,
) -> Vec<String> {
    let locale = visible.locale;
    let (name, is_name) = named(visible, subject);
    let arguments = [
        ("subject", name),
        ("a", locale.amount(visible.grid, from.figure)),
        ("first", visible.when(from.place, visible.part_of(subject, from.place))),
        ("b", visible.figure(to.figure)),
        ("last", visible.when(to.place, visible.part_of(subject, to.place))),
    ];
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, text)| (*name, text.as_str())).listed();
    let pair = locale.text(if is_name { "summary.series.pair" } else { "summary.pair" }, &arguments);
    match why {
        Difference::Members => vec![locale.text("summary.uncompared.members", &[("pair", &pair)])],
        Difference::Counts => vec![locale.text("summary.uncompared.counts", &[("pair", &pair)])],
        Difference::Part => vec![locale.text("summary.uncompared.part", &[("pair", &pair)])],
        Difference::Break(period) => match break_reason(locale, dataset, *period) {
            Some(reason) => vec![locale.text("summary.uncompared.not", &[("pair", &pair)]), reason],
            None => {
                let period = locale.formats.period(*period, PeriodStyle::Long);
                vec![locale.text("summary.uncompared.break", &[("pair", &pair), ("period", &period)])]
            }
        },
    }
}

/// Why a dataset's method changes with a period, as its messages say.
pub(super) fn break_reason(locale: &Locale, dataset: &str, from: Period) -> Option<String> {
    let key = ["dataset.", dataset, ".break.", &from.to_string()].concat();
    locale.messages.get(&key).map(str::to_owned)
}

/// "Compared from 2018 on", with the reason.
pub(super) fn since(visible: &VisibleSeries, from: Period, dataset: &str) -> Vec<String> {
    let locale = visible.locale;
    let at = locale.formats.period(from, PeriodStyle::Long);
    match break_reason(locale, dataset, from) {
        Some(reason) => vec![locale.text("summary.limit.start.bare", &[("at", &at)]), reason],
        None => vec![locale.text("summary.limit.start.break-then", &[("at", &at)])],
    }
}

/// From the first figure to the last with the highest, and why the comparison does not reach further.
pub(super) fn compared(visible: &VisibleSeries, comparison: &Comparison, dataset: &str) -> Vec<String> {
    let locale = visible.locale;
    let Comparison { from, to, peak, .. } = comparison;
    let trend = trend(visible, comparison);
    let sentence = match peak {
        None => locale.text("summary.trend", &[("trend", &trend)]),
        Some(peak) if peak.figure == to.figure && to.figure > from.figure => {
            locale.text("summary.trend-to-peak", &[("trend", &trend)])
        }
        Some(peak) if peak.figure == from.figure && from.figure > to.figure => {
            locale.text("summary.trend-from-peak", &[("trend", &trend)])
        }
        Some(peak) if peak.figure == from.figure => locale.text("summary.trend", &[("trend", &trend)]),
        Some(peak) => {
            let when = visible.when(peak.place, visible.part_of(comparison.subject, peak.place));
            let value = visible.figure(peak.figure);
            locale.text("summary.trend-peak", &[("trend", &trend), ("peak", &value), ("when", &when)])
        }
    };
    let mut sentences = vec![sentence];
    let starts = comparison.starts.as_ref().map(|limit| (limit, from, START));
    let ends = comparison.ends.as_ref().map(|limit| (limit, to, END));
    for (limit, reading, keys) in starts.into_iter().chain(ends) {
        sentences.extend(limited(visible, limit, reading.place, keys, dataset));
    }
    sentences
}

/// "Compared from 2018 on: before, there are no figures for …".
fn limited(
    visible: &VisibleSeries,
    limit: &Limit,
    place: usize,
    keys: [&str; 5],
    dataset: &str,
) -> Vec<String> {
    let [broken, members, groups, bare, counts] = keys;
    let locale = visible.locale;
    let at = visible.period(place);
    let sentence = match limit {
        Limit::Break(period) => {
            if let Some(reason) = break_reason(locale, dataset, *period) {
                return vec![locale.text(bare, &[("at", &at)]), reason];
            }
            let period = locale.formats.period(*period, PeriodStyle::Long);
            let key = if period == at { "summary.limit.start.break-then" } else { broken };
            locale.text(key, &[("at", &at), ("period", &period)])
        }
        Limit::Members(series) if (1..=NAMES_TOLD).contains(&series.len()) => {
            let names = series.iter().map(|series| quoted(visible, *series)).listed();
            let list = locale.formats.list(&names);
            locale.text(members, &[("at", &at), ("list", &list)])
        }
        Limit::Counts => locale.text(counts, &[("at", &at)]),
        Limit::Members(_) => locale.text(groups, &[("at", &at)]),
    };
    vec![sentence]
}

/// The name of a series within a sentence: a category's in quotes, since it begins like a heading.
pub(super) fn quoted(visible: &VisibleSeries, series: usize) -> String {
    let name = visible.name(series);
    let is_country = visible.grid.series_role == Role::Country
        && visible.grid.series.get(series).is_some_and(|series| series.role == SeriesRole::Named);
    if is_country { name } else { visible.locale.text("summary.quoted", &[("name", &name)]) }
}

/// From the first figure to the last, without its full stop.
fn trend(visible: &VisibleSeries, comparison: &Comparison) -> String {
    let (grid, locale) = (visible.grid, visible.locale);
    let Comparison { subject, from, to, .. } = comparison;
    let (name, is_name) = named(visible, *subject);
    let [same, steady, rose, fell] = match is_name {
        false => ["summary.same", "summary.steady", "summary.rose", "summary.fell"],
        true => {
            ["summary.series.same", "summary.series.steady", "summary.series.rose", "summary.series.fell"]
        }
    };
    let (first, last) = (from.figure, to.figure);
    let last_figure = visible.figure(last);
    let key = if visible.figure(first) == last_figure {
        same
    } else if first > 0.0 && ((last - first) / first).abs() < NEARLY_UNCHANGED {
        steady
    } else if last > first {
        rose
    } else {
        fell
    };
    let last_when = visible.when(to.place, visible.part_of(*subject, to.place));
    // What falls below zero has lost more than all of itself: in words that is no percentage.
    let last_when = match relative_change(grid, first, last).filter(|_| last >= 0.0) {
        Some(ratio) if key == rose || key == fell => {
            let change = locale.signed_percent(ratio);
            locale.text("summary.when-change", &[("when", &last_when), ("change", &change)])
        }
        _ => last_when,
    };
    let first_when = visible.when(from.place, visible.part_of(*subject, from.place));
    let first_amount = locale.amount(grid, first);
    let arguments = [
        ("subject", name.as_str()),
        ("a", &first_amount),
        ("first", &first_when),
        ("b", &last_figure),
        ("last", &last_when),
    ];
    locale.text(key, &arguments)
}

/// The number that is drawn.
pub(super) fn drawn(visible: &VisibleSeries, reading: Reading) -> String {
    let value = visible.locale.amount(visible.grid, reading.figure);
    let when = visible.when(reading.place, visible.part_of(Subject::Figure, reading.place));
    let (name, key) = match whose(visible) {
        Some(name) => (name, "summary.drawn.of"),
        None => (String::new(), "summary.drawn"),
    };
    visible.locale.text(key, &[("name", &name), ("value", &value), ("when", &when)])
}

/// The name of the series that the number drawn is of: the first, where a field was split.
fn whose(visible: &VisibleSeries) -> Option<String> {
    let first = *visible.series.first()?;
    let is_named = visible.grid.series.get(first).is_some_and(|series| series.role == SeriesRole::Named);
    is_named.then(|| visible.name(first))
}

/// The number that is drawn, where it is the sum of periods.
pub(super) fn sum(
    visible: &VisibleSeries,
    (from, to): (usize, usize),
    periods: usize,
    figure: f64,
) -> String {
    let locale = visible.locale;
    let value = locale.amount(visible.grid, figure);
    let Axis::Periods(axis) = &visible.grid.axis else { return String::new() };
    let (Some(first), Some(last)) = (axis.get(from), axis.get(to)) else { return String::new() };
    let span = period_span(locale, *first, *last, PeriodStyle::Long);
    let periods = count(locale, first.grain, periods);
    let (name, key) = match whose(visible) {
        Some(name) => (name, "summary.sum.of"),
        None => (String::new(), "summary.sum"),
    };
    locale.text(key, &[("name", &name), ("value", &value), ("periods", &periods), ("span", &span)])
}

/// What each figure is, where it is no sum.
pub(super) fn pooled(visible: &VisibleSeries) -> String {
    let words = visible.locale.operation_words(visible.grid, None);
    if words.is_empty() { words } else { visible.locale.text("summary.pooled", &[("words", &words)]) }
}

/// "12 months".
pub(super) fn count(locale: &Locale, grain: Grain, periods: usize) -> String {
    let key = match grain {
        Grain::Day => "count.days",
        Grain::Month => "count.months",
        Grain::Quarter => "count.quarters",
        Grain::Half => "count.halves",
        Grain::Year => "count.years",
    };
    locale.count_text(key, periods as f64)
}

/// "Only part of the period is covered: 175 deaths in 2025 (first 4 months)."
pub(super) fn parts(
    visible: &VisibleSeries,
    parts: &[(Reading, PartialPeriod)],
    with_figures: bool,
) -> String {
    let locale = visible.locale;
    let item = |(reading, part): &(Reading, PartialPeriod)| {
        let part = visible.part(reading.place, part);
        if !with_figures {
            return part;
        }
        let value = locale.amount(visible.grid, reading.figure);
        locale.text("summary.part-item", &[("part", &part), ("value", &value)])
    };
    super::gaps::list_sentence(visible, "summary.parts", parts.iter().map(item).listed())
}
