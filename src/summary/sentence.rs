//! The text alternative: what the chart shows, in sentences.
//!
//! Every sentence is one message with its arguments; nothing is glued together that would have to agree in gender or
//! number. `summary.subject.*` are noun phrases in the third person singular, whatever the language.

use crate::locale::{Locale, PeriodStyle, time_phrase};
use crate::model::{Grain, Joined};
use crate::query::{Axis, Kind};
use crate::view::State;

use super::facts::{Depicted, Facts, Statement};
use super::{VisibleSeries, gaps, ranking, trend};

/// What the chart shows: its subject and span, then each of its [`Facts`] in words. `title` is the title without its span;
/// `source`, the source line, closes it.
pub fn summary(depicted: &Depicted, state: &State, title: &str, source: &str, locale: &Locale) -> String {
    let visible = VisibleSeries::new(depicted.grid, state, locale);
    let mut sentences = vec![subject(&visible, depicted.kind, title)];
    for statement in &Facts::new(depicted, state).statements {
        for sentence in words(&visible, depicted, statement) {
            // One reason holds for several series; it is told once.
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
    }
    let source = source.trim();
    if !source.is_empty() {
        sentences.push(with_full_stop(source));
    }
    sentences.joined(" ")
}

/// A statement in sentences.
fn words(visible: &VisibleSeries, depicted: &Depicted, statement: &Statement) -> Vec<String> {
    let locale = visible.locale;
    let sentence = match statement {
        Statement::Nothing => locale.text("summary.nothing", &[]),
        Statement::Pooled => trend::pooled(visible),
        Statement::Drawn(reading) => trend::drawn(visible, *reading),
        Statement::Sum { from, to, periods, figure } => trend::sum(visible, (*from, *to), *periods, *figure),
        Statement::Only(subject, reading) => trend::only(visible, *subject, *reading),
        Statement::Compared(comparison) => return trend::compared(visible, comparison, depicted.dataset),
        Statement::Uncompared { subject, from, to, why } => {
            return trend::uncompared(visible, *subject, (*from, *to), why, depicted.dataset);
        }
        Statement::Since(from) => return trend::since(visible, *from, depicted.dataset),
        Statement::Parts { parts, with_figures } => trend::parts(visible, parts, *with_figures),
        Statement::Apart => locale.text("summary.apart", &[]),
        Statement::LargestSeries { .. } => ranking::largest_series(visible, statement),
        Statement::Top { .. } => ranking::top(visible, statement),
        Statement::Unranked { items, why } => {
            return ranking::unranked(visible, items, *why, depicted.dataset);
        }
        Statement::Pairs { items, whole } => ranking::pairs(visible, items, *whole),
        Statement::LargestOfEach(each) => return ranking::largest_of_each(visible, each),
        Statement::Places(places) => locale.count_text("summary.places", *places as f64),
        Statement::Both { items, places } => match depicted.companions.first() {
            Some(across) => return ranking::both(visible, across, items, *places),
            None => return Vec::new(),
        },
        Statement::Gaps(places) => gaps::without_data(visible, places),
        Statement::Withheld(places) => gaps::withheld(visible, places),
        Statement::SomeGaps => locale.text("summary.partial-gaps", &[]),
        Statement::Provisional { places, to_the_end } => gaps::provisional(visible, places, *to_the_end),
    };
    vec![sentence]
}

/// "Line chart: irregular crossings of the Darién, January 2020 to April 2025."
fn subject(visible: &VisibleSeries, kind: Kind, title: &str) -> String {
    let (grid, locale) = (visible.grid, visible.locale);
    let is_slope = kind == Kind::Slope;
    let name = match (kind, &grid.axis) {
        (Kind::Bar, Axis::Entities(_)) => "ranking",
        _ => kind.name(),
    };
    let kind = locale.text(&["summary.kind.", name].concat(), &[]);
    let title = title.trim().trim_end_matches(['.', ':', ',']);
    let title = if title.is_empty() { locale.field_name(&grid.y_field) } else { title.to_owned() };
    let span = match &grid.axis {
        Axis::Periods(periods) => periods.first().copied().zip(periods.last().copied()),
        Axis::Entities(_) => grid.span,
    };
    let Some((first, last)) = span else {
        return locale.text("summary.untimed", &[("kind", &kind), ("title", &title)]);
    };
    if first == last || grid.at_last {
        let when = time_phrase(locale, grid, last);
        return locale.text("summary.at-one-time", &[("kind", &kind), ("title", &title), ("when", &when)]);
    }
    let from = locale.formats.period(first, PeriodStyle::Long);
    let to = locale.formats.period(last, PeriodStyle::Long);
    let arguments = [("kind", &*kind), ("title", &*title), ("from", &*from), ("to", &*to)];
    let is_of_two = is_slope && matches!(&grid.axis, Axis::Periods(periods) if periods.len() == 2);
    let key = match first.grain {
        _ if is_of_two => "summary.two-times",
        Grain::Day | Grain::Quarter | Grain::Half => "summary.over-time.day",
        Grain::Month | Grain::Year => "summary.over-time",
    };
    locale.text(key, &arguments)
}

/// `text` with a full stop, unless it ends a sentence already.
fn with_full_stop(text: &str) -> String {
    let ends = text.ends_with(['.', '!', '?', '…']);
    [text, if ends { "" } else { "." }].concat()
}
