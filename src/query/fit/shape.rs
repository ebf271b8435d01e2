//! What a chart kind asks of a query, and of its answer.

use crate::model::{Cells, Dataset, Listed, Operation, Period, Problem, Role, Table};

use super::one_country::of_one_country;
use crate::query::add::rates::is_of_people;
use crate::query::ask::{filter, own};
use crate::query::{Axis, Condition, Grid, Kind, Needs, Operator, Request};

/// How many series a kind shows when its author does not say: what its drawing can hold and a reader can follow.
const MULTIPLES: usize = 11;
const SLOPES: usize = 8;
const PARTS: usize = 4;
const BANDS: usize = 6;
/// The population base of a rate when its author does not say one.
const USUAL_RATE: f64 = 100_000.0;

/// What columns of origins and of destinations are called, the likeliest first.
const ORIGINS: [&str; 6] = ["origin", "coo_iso", "coo", "nationality", "citizenship", "from"];
const DESTINATIONS: [&str; 7] = ["destination", "coa_iso", "coa", "asylum", "country", "returned_from", "to"];
/// Those of them that say what people are, and not where they come from.
const NATIONALITIES: [&str; 2] = ["nationality", "citizenship"];
/// What columns of ages and of sexes are called.
const AGES: [&str; 3] = ["age", "age_group", "agegroup"];
const SEXES: [&str; 2] = ["sex", "gender"];
/// The keys of sexes.
const SEX_KEYS: [&str; 10] = ["female", "male", "women", "men", "woman", "man", "girls", "boys", "f", "m"];
/// The keys of an age group that holds all others.
const ALL_AGES: [&str; 3] = ["all", "total", "all ages"];

/// The kind to draw before the answer is known: the one asked for, else the dataset's own.
pub fn wanted_kind(request: &Request, dataset: &Dataset) -> Option<Kind> {
    let own = || dataset.view.kind.as_deref().and_then(Kind::parse);
    request.kind.or_else(own)
}

/// The request with origin and destination as its fields, where its kind is about both; `fields` are those there are.
pub fn with_flow_fields(request: &Request, kind: Option<Kind>, fields: &[&str]) -> Request {
    let mut directed = request.clone();
    let first = |asked: &Option<String>, names: &[&str]| {
        let found = || names.iter().find(|name| fields.contains(name)).map(|name| (*name).to_owned());
        asked.clone().or_else(found)
    };
    let both_asked = request.origin.is_some() && request.destination.is_some();
    let is_directed = kind == Some(Kind::Flow) || kind == Some(Kind::Map) && both_asked;
    if let (true, Some(origin), Some(destination)) =
        (is_directed, first(&request.origin, &ORIGINS), first(&request.destination, &DESTINATIONS))
    {
        directed.x = directed.x.or(Some(destination));
        directed.series = directed.series.or(Some(origin));
    }
    directed
}

/// See [`crate::query::QueryLater::origin`].
///
/// Whose nationality is known may come from elsewhere: of that nothing is said.
pub fn origin(table: &Table, dataset: &Dataset, request: &Request, grid: &Grid) -> Option<String> {
    let is_origin = |field: &str| {
        let is_named = match &request.origin {
            Some(origin) => field == origin,
            None => ORIGINS.contains(&field) && !NATIONALITIES.contains(&field),
        };
        is_named && is_country(dataset, field) && field != grid.x_field
    };
    if grid.series_field.as_deref().is_some_and(|field| is_country(dataset, field)) {
        return None;
    }
    let mut conditions = request.filter.clone();
    own::read_conditions(table, dataset, &mut conditions);
    let of_one = conditions.iter().find_map(|condition| match condition.values.as_slice() {
        [one] if condition.operator == Operator::Is && is_origin(&condition.field) => Some(one.clone()),
        _ => None,
    });
    of_one.or_else(|| dataset.origin.clone())
}

pub(super) fn is_country(dataset: &Dataset, name: &str) -> bool {
    dataset.field(name).is_some_and(|field| field.role == Role::Country)
}

/// Whether a rate is asked for of a view that says nothing of countries: then they stand across.
fn lacks_country(request: &Request, dataset: &Dataset) -> bool {
    let names_one = |name: &Option<String>| name.as_deref().is_some_and(|name| is_country(dataset, name));
    let is_filtered = request.filter.iter().any(|condition| is_country(dataset, &condition.field));
    request.per.is_some()
        && request.x.is_none()
        && request.series.is_none()
        && !is_filtered
        && !names_one(&dataset.view.x)
        && !names_one(&dataset.view.series)
}

/// Whether a request leaves it to its dataset what stands across, and that is no time.
pub fn is_without_time(request: &Request, dataset: &Dataset) -> bool {
    let is_time = |name: &str| dataset.field(name).is_some_and(|field| field.role == Role::Period);
    request.x.is_none() && dataset.view.x.as_deref().is_some_and(|name| !is_time(name))
}

/// The request with the fields that its kind needs and its author left out.
fn complete_request(request: &Request, dataset: &Dataset, table: &Table, today: Option<Period>) -> Request {
    let kind = wanted_kind(request, dataset);
    let names = table.names().listed();
    let mut shaped = with_flow_fields(request, kind, &names);
    let first =
        |names: &[&str]| names.iter().find_map(|name| table.column(name)).map(|column| column.name.clone());
    let period = || {
        let is_period = |column: &&crate::model::Column| matches!(column.cells, Cells::Period(_));
        table.columns.iter().find(is_period).map(|column| column.name.clone())
    };
    // The first country field is the one a dataset is about, else any text.
    let entity = || {
        let is_text = |column: &&crate::model::Column| matches!(column.cells, Cells::Text(_));
        let country = names.iter().find(|name| is_country(dataset, name)).map(|name| (*name).to_owned());
        country.or_else(|| table.columns.iter().find(is_text).map(|column| column.name.clone()))
    };
    let none = || Some(String::from("none"));
    match kind {
        Some(Kind::Pyramid) => {
            shaped.x = shaped.x.or_else(|| first(&AGES));
            shaped.series = shaped.series.or_else(|| first(&SEXES));
            leave_out_all_ages(&mut shaped, dataset, table);
        }
        Some(Kind::SmallMultiples | Kind::Slope) => {
            shaped.x = shaped.x.or_else(period);
            if shaped.series.is_none() && shaped.y.len() < 2 {
                shaped.series = entity().filter(|_| dataset.view.series.is_none());
            }
            let most = if kind == Some(Kind::Slope) { SLOPES } else { MULTIPLES };
            shaped.top = shaped.top.or(Some(most));
        }
        Some(Kind::Number) => {
            shaped.x = shaped.x.or_else(period);
            shaped.series = shaped.series.or_else(none);
            if shaped.per.is_some() {
                shaped = of_one_country(shaped, dataset, table, today);
            }
        }
        Some(Kind::Waffle) => {
            let own = || dataset.view.series.clone().or_else(entity);
            shaped.x = shaped.x.or_else(|| shaped.series.take().or_else(own));
            shaped.series = none();
            shaped.top = shaped.top.or(Some(PARTS));
        }
        Some(Kind::Flow) => shaped.top = shaped.top.or(Some(BANDS)),
        Some(kind @ (Kind::Line | Kind::Area | Kind::StackedArea)) if is_without_time(request, dataset) => {
            shaped.x = period();
            if kind != Kind::Area && shaped.series.is_none() && shaped.y.len() < 2 {
                // What the dataset sets across is compared over time.
                shaped.series = dataset.view.x.clone();
                shaped.top = shaped.top.or(Some(PARTS));
            }
        }
        _ if matches!(request.kind, None | Some(Kind::Bar | Kind::GroupedBar | Kind::Table))
            && lacks_country(&shaped, dataset) =>
        {
            let country = names.iter().find(|name| is_country(dataset, name) && is_of_people(name));
            if let Some(country) = country {
                (shaped.x, shaped.series) = (Some((*country).to_owned()), none());
            }
        }
        Some(Kind::Map) if shaped.x.is_none() => {
            shaped.x = entity();
            shaped.series = shaped.series.or_else(none);
        }
        _ => {}
    }
    shaped
}

/// A row of all ages beside rows of each would count everyone twice.
fn leave_out_all_ages(request: &mut Request, dataset: &Dataset, table: &Table) {
    let Some(field) = request.x.clone() else { return };
    let Some(Cells::Text(ages)) = table.column(&field).map(|column| &column.cells) else { return };
    let is_all = |key: &&str| ALL_AGES.iter().any(|all| all.eq_ignore_ascii_case(key));
    let all: Vec<String> =
        ages.dictionary.iter().map(String::as_str).filter(is_all).map(str::to_owned).listed();
    let has_parts = ages.dictionary.iter().any(|key| !is_all(&key.as_str()));
    let says_which = request.filter.iter().any(|condition| condition.field == field);
    if all.is_empty() || !has_parts || says_which {
        return;
    }
    if request.filter.is_empty() {
        let own = dataset.view.filter.as_deref().and_then(|own| filter::parse(own).ok());
        request.filter = own.unwrap_or_default();
    }
    request.filter.push(Condition { field, operator: Operator::IsNot, values: all });
}

/// What else a kind has to know of the same entities, each as a query of its own: the second and the third figure.
///
/// Of a scatter the request itself gives the figure up; the first of these the one across, the second the size.
pub fn with_companions(
    request: &Request,
    dataset: &Dataset,
    table: &Table,
    today: Option<Period>,
) -> (Request, Vec<Request>) {
    let shaped = complete_request(request, dataset, table, today);
    if wanted_kind(request, dataset) != Some(Kind::Scatter) {
        return (shaped, Vec::new());
    }
    let is_figure =
        |name: &String| table.column(name).is_some_and(|column| matches!(column.cells, Cells::Number(_)));
    let across = shaped.x.clone().filter(is_figure);
    let mut figures: Vec<String> = across.iter().chain(&shaped.y).cloned().listed();
    // Against itself a figure says nothing.
    figures.dedup();
    let country = |column: &&crate::model::Column| {
        dataset.field(&column.name).is_some_and(|field| field.role == Role::Country)
    };
    let entity = shaped.series.clone().filter(|name| !name.eq_ignore_ascii_case("none")).or_else(|| {
        let own = table.columns.iter().find(country);
        let text = || table.columns.iter().find(|column| matches!(column.cells, Cells::Text(_)));
        own.or_else(text).map(|column| column.name.clone())
    });
    let x = if across.is_some() { entity } else { shaped.x.clone().or(entity) };
    let base = Request { x, series: Some("none".into()), y: Vec::new(), top: None, ..shaped };
    let of = |figure: Option<&String>, per: Option<f64>| Request {
        y: figure.into_iter().cloned().listed(),
        per,
        ..base.clone()
    };
    match figures.as_slice() {
        // One figure alone: how many there are, against how many that is of the inhabitants.
        [] | [_] => {
            let only = figures.first();
            (of(only, base.per.or(Some(USUAL_RATE))), vec![of(only, None)])
        }
        [across, up, rest @ ..] => {
            let mut others = vec![of(Some(across), None)];
            others.extend(rest.first().map(|size| of(Some(size), None)));
            (of(Some(up), base.per), others)
        }
    }
}

/// Whether a request will divide by the population.
pub fn needs_population(request: &Request) -> bool {
    let is_lone = request.kind == Some(Kind::Scatter) && request.y.len() < 2;
    request.per.is_some() || is_lone
}

/// The kind to draw: the one asked for, the dataset's own, or the one that suits the answer.
///
/// # Errors
/// `kind-needs-…`: what the kind asked for needs, and the answer does not have.
pub fn kind_of(request: &Request, dataset: &Dataset, grid: &Grid) -> Result<Kind, Problem> {
    let over_time = matches!(grid.axis, Axis::Periods(_));
    let named_series = grid.series_field.is_some();
    let is_sex = |key: &String| SEX_KEYS.iter().any(|known| known.eq_ignore_ascii_case(key));
    let lack_of = |kind: Kind| match kind.needs() {
        Needs::Periods if !over_time => Some("kind-needs-periods"),
        Needs::AgesAndSexes if over_time || !grid.series.iter().all(|series| is_sex(&series.key)) => {
            Some("kind-needs-sex")
        }
        Needs::Entities if over_time => Some("kind-needs-parts"),
        Needs::Countries if over_time || grid.x_role != Role::Country => Some("kind-needs-countries"),
        Needs::OriginsAndDestinations if over_time || !named_series => {
            Some("kind-needs-origin-and-destination")
        }
        _ => None,
    };
    let plain = if over_time { Kind::Line } else { Kind::Bar };
    // What was not asked for gives way where it would add up what has no sum.
    let suits = |kind: &Kind| {
        let stacks = matches!(kind, Kind::Area | Kind::StackedArea | Kind::StackedBar);
        lack_of(*kind).is_none() && (!stacks || grid.allows(Operation::Stack))
    };
    match request.kind {
        Some(kind) => match lack_of(kind) {
            None => Ok(kind),
            Some(code) => Err(Problem::new(code).with("kind", kind.name()).with("x", &grid.x_field)),
        },
        None => Ok(wanted_kind(request, dataset).filter(suits).unwrap_or(plain)),
    }
}
