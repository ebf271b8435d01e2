//! From attributes and a table to what is shown.

use std::rc::Rc;

use super::texts::texts;
use super::{Fault, FigureModel};
use crate::chart::{AnnotationLayer, Step, ValueScale};
use crate::locale::Locale;
use crate::model::{Dataset, Joined, Listed, Period, Problem, Table, attribute, country};
use crate::query::{
    Aggregate, Asked, Axis, ClaimContext, Drawing, Explained, Grid, Kind, Needs, Population, QueryLater,
    Request, explained, is_without_time, kind_of, pick_field, run, wanted_kind,
};
use crate::view::{Scale, State, Tab};

/// What a figure is worked out from.
#[derive(Clone, Copy)]
pub struct QueryInput<'a> {
    /// The text of an attribute without blanks around it; `None` where absent or empty.
    pub attribute: &'a dyn Fn(&str) -> Option<String>,
    /// The attributes as the query understands them, with what the reader has chosen.
    pub request: &'a Request,
    /// The table to query.
    pub table: &'a Table,
    /// What is known of it.
    pub dataset: &'a Dataset,
    /// The population, where the request divides by it.
    pub population: Option<&'a Population>,
    /// What the reader has chosen.
    pub state: &'a State,
    /// The day; `None` where no clock is asked.
    pub today: Option<Period>,
    /// Words and numbers.
    pub locale: &'a Locale,
    /// What the first drawing does without; `None` while that has not come.
    pub later: Option<&'a dyn QueryLater>,
}

/// Works out what to show; `diagnostics` are what was odd in the file. Boundaries and annotations come later.
///
/// `Ok(None)` where that wants [`QueryInput::later`] and there is none.
///
/// # Errors
/// Those of the query, `bad-claim`.
pub fn resolve(input: &QueryInput, diagnostics: Vec<Fault>) -> Result<Option<FigureModel>, Problem> {
    // Whose figures are UNHCR's, counts as UNHCR does.
    let is_unhcr = input.dataset.sources.iter().any(|source| source.publisher == "UNHCR");
    input.locale.messages.speak_of_own(input.dataset.id.is_empty() && !is_unhcr);
    match (work_out(input, diagnostics), input.later) {
        (Err(problem), Some(later)) => {
            let QueryInput { request, table, dataset, population, today, .. } = *input;
            Err(later.with_way_out(problem, &Asked { request, table, dataset, population, today }))
        }
        // Its words come with the rest, and so does a way out.
        (Err(_), None) => Ok(None),
        (outcome, _) => outcome,
    }
}

/// See [`resolve`].
fn work_out(input: &QueryInput, diagnostics: Vec<Fault>) -> Result<Option<FigureModel>, Problem> {
    let QueryInput { request, table, dataset, state, later, .. } = *input;
    let shapes = shapes_its_query(request, dataset);
    // What completes a query fits its answer too.
    let fitting = if shapes { later } else { None };
    if (shapes || !state.pick.is_empty()) && later.is_none() {
        return Ok(None);
    }
    let (mut asked, others) = match fitting {
        Some(later) => later.complete_request(request, dataset, table, input.today),
        None => (request.clone(), Vec::new()),
    };
    let run_query = |asked: &Request| run(table, dataset, asked, input.population, input.today, later);
    let Some(mut grid) = run_query(&asked)? else { return Ok(None) };
    if let Some(later) = later
        && !state.pick.is_empty()
        && wanted_kind(request, dataset) != Some(Kind::Scatter)
        && picks_are_of(state, &grid)
        && let Some(field) = pick_field(&grid).map(str::to_owned)
    {
        let restricted_to = later.restrict_to(&asked, dataset, &field, &state.pick);
        let Some(restricted) = run_query(&restricted_to)? else { return Ok(None) };
        grid = restricted;
        asked = restricted_to;
    }
    let kind = kind_of(request, dataset, &grid)?;
    let mut companions = Vec::new();
    for mut other in others {
        if let (Some(_), Some((first, last))) = (grid.per, grid.span) {
            // Of the same time as the rates beside them.
            (other.from, other.to) = (Some(first), Some(last));
        }
        let Some(companion) = run_query(&other)? else { return Ok(None) };
        companions.push(companion);
    }
    let (mut claim, mut facts) = (None, None);
    if let Some(later) = fitting {
        grid = later.fit_to_kind(kind, grid);
        if let Some(text) = (input.attribute)(attribute::CLAIM) {
            let series = grid.series.iter().position(|series| !state.hidden.contains(&series.key));
            let name_of = |field: &str, role, key: &str| match key {
                "" => input.locale.field_name(field),
                key => input.locale.value_name(field, role, key),
            };
            let beside =
                ClaimContext { table, dataset, request: &asked, grid: &grid, series, name_of: &name_of };
            claim = Some(later.claim(&text, &beside)?);
        }
        facts = later.side_by_side(&grid, &companions);
    }
    let scale = value_scale(input.attribute, state);
    let total = request.aggregate == Some(Aggregate::Sum);
    let is_plain = matches!(kind, Kind::Line | Kind::Bar | Kind::GroupedBar | Kind::Table)
        || matches!(kind, Kind::Area | Kind::StackedArea | Kind::StackedBar)
            && grid.kind().is_count()
            && !grid.apart;
    // A reader's own scale is drawn as far as it goes: only that of the author is refused.
    let is_log = value_scale(input.attribute, &State::default()).is_log();
    let mut origin = None;
    if !is_plain || is_log {
        let Some(later) = later else { return Ok(None) };
        later.permit(Drawing { kind, is_log, is_total: total }, &grid)?;
        if kind == Kind::Map {
            origin = later.origin(table, dataset, &asked, &grid);
        }
    }
    let is_total = kind == Kind::Number && total;
    let mut texts = texts(input.attribute, dataset, &grid, &diagnostics, is_total, input.locale);
    if kind == Kind::Map {
        texts.legal =
            [input.locale.text("map.disclaimer", &[]), input.locale.text("map.boundaries", &[])].joined(" ");
    }
    Ok(Some(FigureModel {
        companions,
        steps: Rc::default(),
        claim,
        facts,
        boundaries: None,
        origin,
        annotations: AnnotationLayer::default(),
        total,
        kind,
        scale,
        exact: (input.attribute)(attribute::PRECISION).as_deref() == Some("exact"),
        texts,
        dataset: dataset.clone(),
        series: grid.series.iter().map(|series| series.key.clone()).listed(),
        diagnostics,
        grid,
    }))
}

/// The figures of each of `periods` alone, as far as they can be drawn: what the scales of a view have to hold through which
/// a reader steps.
pub fn steps(input: &QueryInput, periods: &[Period]) -> Vec<Step> {
    let mut steps = Vec::with_capacity(periods.len());
    for period in periods {
        let request = Request { from: Some(*period), to: Some(*period), ..input.request.clone() };
        if let Ok(Some(model)) = work_out(&QueryInput { request: &request, ..*input }, Vec::new()) {
            steps.push(Step { grid: model.grid, companions: model.companions });
        }
    }
    steps
}

/// Where playing stops: the last period before a break of method within `periods`, from that with index `at` on; the last
/// of all where there is none.
pub fn stop_of(periods: &[Period], at: usize, grid: &Grid) -> usize {
    let breaks_after = |index: &usize| {
        let (Some(this), Some(next)) = (periods.get(*index), periods.get(index + 1)) else { return true };
        let lies_between =
            |from: &Period| this.end_day() < from.start_day() && next.end_day() >= from.start_day();
        grid.breaks.iter().any(|found| lies_between(&found.from))
    };
    // From a stop itself it goes on to the next.
    (at + 1..periods.len()).find(breaks_after).unwrap_or(at)
}

/// Whether a request is completed by what its kind or a rate needs.
fn shapes_its_query(request: &Request, dataset: &Dataset) -> bool {
    let is_over_time = |kind: Kind| kind.needs() == Needs::Periods && is_without_time(request, dataset);
    let by_kind =
        wanted_kind(request, dataset).is_some_and(|kind| kind.shapes_its_query() || is_over_time(kind));
    by_kind || request.per.is_some()
}

/// Whether what was picked can be found in an answer: of a chart by nationality nothing is a country of its map, and a
/// number per inhabitant is of one country only.
fn picks_are_of(state: &State, grid: &Grid) -> bool {
    let Axis::Entities(keys) = &grid.axis else {
        return match grid.series.as_slice() {
            [only] => state.pick.contains(&only.key),
            _ => true,
        };
    };
    state.tab != Tab::Map || state.pick.iter().any(|key| keys.contains(key))
}

/// What was done with the rows of what is shown; `None` without [`QueryInput::later`].
pub fn explained_of(input: &QueryInput, model: &FigureModel) -> Option<Explained> {
    let QueryInput { request, table, dataset, state, .. } = *input;
    let later = input.later?;
    let mut asked = match shapes_its_query(request, dataset) {
        true => later.complete_request(request, dataset, table, input.today).0,
        false => request.clone(),
    };
    let has_picks = !state.pick.is_empty() && picks_are_of(state, &model.grid);
    if let (true, Some(field)) = (has_picks, pick_field(&model.grid)) {
        asked = later.restrict_to(&asked, dataset, field, &state.pick);
    }
    explained(table, dataset, &asked, later)
}

/// How values map to heights: as the reader says, else as the author does.
pub fn value_scale(attribute: &dyn Fn(&str) -> Option<String>, state: &State) -> ValueScale {
    let authors = attribute(attribute::SCALE).and_then(|words| ValueScale::parse(&words)).unwrap_or_default();
    match (state.scale, authors.is_free()) {
        (None, _) => authors,
        (Some(Scale::Log), false) => ValueScale::Log,
        (Some(Scale::Log), true) => ValueScale::LogFree,
        (Some(Scale::Linear), false) => ValueScale::Linear,
        (Some(Scale::Linear), true) => ValueScale::Free,
    }
}

/// The map on which the countries of an answer lie: that of the Americas if nearly all of them do.
pub fn map_for(grid: &Grid) -> &'static str {
    map_for_all(&[grid])
}

/// The same for several answers that are shown one after the other.
pub(super) fn map_for_all(grids: &[&Grid]) -> &'static str {
    let mut known: Vec<&str> = Vec::new();
    for grid in grids {
        let Axis::Entities(keys) = &grid.axis else { return "world" };
        let origins = grid.series.iter().map(|series| &series.key).filter(|_| grid.series_field.is_some());
        known.extend(keys.iter().chain(origins).filter_map(|key| country::region(key)));
    }
    let there = known.iter().filter(|region| **region == "Americas").count();
    if there * 10 >= known.len() * 8 { "americas" } else { "world" }
}
