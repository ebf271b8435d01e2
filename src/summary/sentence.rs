//! The text alternative: what the chart shows, in sentences.
//!
//! Every sentence is one message with its arguments; nothing is glued together that would have to agree in gender or
//! number. `summary.subject.*` are noun phrases in the third person singular, whatever the language.

use crate::locale::{Locale, PeriodStyle, time_phrase};
use crate::model::Joined;
use crate::query::{Axis, Grid, Kind};
use crate::view::State;

use super::{VisibleSeries, gaps, ranking, trend};

/// What the chart shows: its subject and span, the trend, the peak, the latest value, gaps and provisional figures.
/// `title` is the title without its span; `source`, the source line, closes it.
pub fn summary(grid: &Grid, kind: Kind, state: &State, title: &str, source: &str, locale: &Locale) -> String {
    let visible = VisibleSeries::new(grid, state, locale);
    let mut sentences = vec![subject(&visible, kind, title)];
    if visible.series.is_empty() || (0..grid.axis.len()).all(|place| visible.is_empty(place)) {
        sentences.push(locale.text("summary.nothing", &[]));
    } else {
        match &grid.axis {
            Axis::Periods(periods) => {
                sentences.extend(trend::sentences(&visible, periods));
                sentences.extend(ranking::largest_series(&visible, periods));
                sentences.extend(gaps::periods_without_data(&visible, periods));
                sentences.extend(gaps::provisional_periods(&visible, periods));
            }
            Axis::Entities(keys) => {
                sentences.extend(ranking::largest_entities(&visible, keys));
                sentences.extend(gaps::entities_without_data(&visible, keys));
                if grid.provisional.contains(&true) {
                    sentences.push(locale.text("summary.provisional-some", &[]));
                }
            }
        }
    }
    let source = source.trim();
    if !source.is_empty() {
        sentences.push(with_full_stop(source));
    }
    sentences.joined(" ")
}

/// "Line chart: irregular crossings of the Darién, January 2020 to April 2025."
fn subject(visible: &VisibleSeries, kind: Kind, title: &str) -> String {
    let (grid, locale) = (visible.grid, visible.locale);
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
    locale.text("summary.over-time", &arguments)
}

/// `text` with a full stop, unless it ends a sentence already.
fn with_full_stop(text: &str) -> String {
    let ends = text.ends_with(['.', '!', '?', '…']);
    [text, if ends { "" } else { "." }].concat()
}
