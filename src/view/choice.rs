//! What a reader's choices change of the author's request.

use super::{Mode, State, Tab};
use crate::model::Period;
use crate::query::{Kind, Request};

/// The population base of [`Mode::Per100000`].
pub const POPULATION_BASE: f64 = 100_000.0;

/// The author's request with the reader's choices; those that cannot be read change nothing.
///
/// `pick` wants the fields of the answer and is applied with [`crate::query::QueryLater::restrict_to`].
pub fn apply(state: &State, author: Request) -> Request {
    let mut request = author;
    let period = |text: &Option<String>| text.as_deref().and_then(Period::parse);
    let at = period(&state.period);
    let (from, to) = (at.or_else(|| period(&state.from)), at.or_else(|| period(&state.to)));
    let (from, to) = (from.or(request.from), to.or(request.to));
    let is_backward = matches!((from, to), (Some(first), Some(last)) if first.start_day() > last.end_day());
    if !is_backward {
        (request.from, request.to) = (from, to);
    }
    if let Some(field) = &state.measure {
        request.y = vec![field.clone()];
    }
    if state.tab == Tab::Map && request.kind != Some(Kind::Map) {
        // A map finds its countries itself; of several figures side by side it can show one.
        request.kind = Some(Kind::Map);
        (request.x, request.series, request.top) = (None, None, None);
        (request.origin, request.destination) = (None, None);
        request.y.truncate(1);
    }
    match state.mode {
        None => {}
        Some(Mode::Absolute) => (request.normalize, request.per) = (false, None),
        Some(Mode::Percent) => (request.normalize, request.per) = (true, None),
        Some(Mode::Per100000) => {
            (request.normalize, request.per) = (false, Some(POPULATION_BASE));
            // Rates have no sum, and so do not stand on top of each other.
            request.kind = request.kind.map(|kind| match kind {
                Kind::Area | Kind::StackedArea => Kind::Line,
                Kind::StackedBar => Kind::GroupedBar,
                kind => kind,
            });
        }
    }
    request
}
