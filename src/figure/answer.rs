//! From attributes and a table to what is shown.

use super::texts::texts;
use super::{Fault, Shown};
use crate::chart::ValueScale;
use crate::locale::Locale;
use crate::model::{Claim, Dataset, Joined, Listed, Period, Problem, Table, attribute, country};
use crate::query::{
    Aggregate, Axis, Explained, Grid, Kind, Population, Request, companions, explained, fitted, kind_of,
    pick_field, picked, run, side_by_side, wanted_kind,
};
use crate::view::{Scale, State, Tab};

/// What a figure is worked out from.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
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
}

/// Works out what to show; `oddities` are what was odd in the file. Boundaries and annotations come later.
///
/// # Errors
/// Those of the query, `bad-claim`.
pub fn answer(ask: &Ask, oddities: Vec<Fault>) -> Result<Shown, Problem> {
    let Ask { request, table, dataset, state, .. } = *ask;
    let shapes = wanted_kind(request, dataset).is_some_and(Kind::shapes_its_query);
    let (asked, others) = match shapes {
        true => companions(request, dataset, table),
        false => (request.clone(), Vec::new()),
    };
    let answer = |asked: &Request| run(table, dataset, asked, ask.population, ask.today);
    let mut grid = answer(&asked)?;
    if !state.pick.is_empty()
        && wanted_kind(request, dataset) != Some(Kind::Scatter)
        && picks_are_of(state, &grid)
        && let Some(field) = pick_field(&grid).map(str::to_owned)
    {
        grid = answer(&picked(&asked, dataset, &field, &state.pick))?;
    }
    let kind = kind_of(request, dataset, &grid)?;
    let grid = if shapes { fitted(kind, grid) } else { grid };
    let mut companions = Vec::new();
    for other in &others {
        companions.push(answer(other)?);
    }
    let claim = (ask.attribute)(attribute::CLAIM).filter(|_| shapes);
    let claim = claim.map(|claim| Claim::parse(&claim)).transpose()?;
    let facts = if shapes { side_by_side(&grid, &companions) } else { None };
    let mut texts = texts(ask.attribute, dataset, &grid, &oddities, ask.locale);
    if kind == Kind::Map {
        texts.legal =
            [ask.locale.text("map.disclaimer", &[]), ask.locale.text("map.boundaries", &[])].joined(" ");
    }
    Ok(Shown {
        companions,
        claim,
        facts,
        boundaries: None,
        annotations: Vec::new(),
        total: request.aggregate == Some(Aggregate::Sum),
        kind,
        scale: value_scale(ask.attribute, state),
        texts,
        dataset: dataset.clone(),
        series: grid.series.iter().map(|series| series.key.clone()).listed(),
        oddities,
        grid,
    })
}

/// Whether what was picked can be found in an answer: of a chart by nationality nothing is a country of its map.
fn picks_are_of(state: &State, grid: &Grid) -> bool {
    let Axis::Entities(keys) = &grid.axis else { return true };
    state.tab != Tab::Map || state.pick.iter().any(|key| keys.contains(key))
}

/// What was done with the rows of what is shown.
pub fn explained_of(ask: &Ask, shown: &Shown) -> Option<Explained> {
    let Ask { request, table, dataset, state, .. } = *ask;
    let mut asked = match shown.kind.shapes_its_query() {
        true => companions(request, dataset, table).0,
        false => request.clone(),
    };
    if let (false, Some(field)) = (state.pick.is_empty(), pick_field(&shown.grid)) {
        asked = picked(&asked, dataset, field, &state.pick);
    }
    explained(table, dataset, &asked)
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
    let Axis::Entities(keys) = &grid.axis else { return "world" };
    let origins = grid.series.iter().map(|series| &series.key).filter(|_| grid.series_field.is_some());
    let known = keys.iter().chain(origins).filter_map(|key| country::region(key)).listed();
    let there = known.iter().filter(|region| **region == "Americas").count();
    if there * 10 >= known.len() * 8 { "americas" } else { "world" }
}
