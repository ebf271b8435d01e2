//! The one country that a number per inhabitant is of.

use super::restrict::restrict_to;
use super::shape::is_country;
use crate::model::{Dataset, Listed, Period, Table, country};
use crate::query::add::rates::{is_of_people, is_origin_name};
use crate::query::ask::filter;
use crate::query::{Axis, Condition, Operator, Request, later, run};

/// A request for one number, with its country as its only series, so that it is named wherever the figure stands: the one
/// that the filter names, else, where neither series nor filter names any, the one with the largest figure.
pub(super) fn of_one_country(
    request: Request,
    dataset: &Dataset,
    table: &Table,
    today: Option<Period>,
) -> Request {
    let is_split = request.series.as_ref().is_some_and(|series| !series.eq_ignore_ascii_case("none"));
    if is_split || request.y.len() > 1 {
        return request;
    }
    let own = || dataset.view.filter.as_deref().and_then(|own| filter::parse(own).ok()).unwrap_or_default();
    let conditions = if request.filter.is_empty() { own() } else { request.filter.clone() };
    let is_named = |condition: &&Condition| {
        let field = condition.field.as_str();
        condition.operator == Operator::Is && is_country(dataset, field) && is_of_people(field)
    };
    let named = conditions.iter().filter(is_named).listed();
    // Of an origin and an asylum, the place is where people are, as for all rates.
    let asylum = named.iter().find(|condition| !is_origin_name(&condition.field));
    if let Some(condition) = asylum.or(named.first()) {
        // The inhabitants of several are added up.
        let series = match condition.values.len() {
            1 => Some(condition.field.clone()),
            _ => request.series.clone(),
        };
        return Request { series, ..request };
    }
    let fields = table.names().filter(|name| is_country(dataset, name) && is_of_people(name));
    let found = fields.map(str::to_owned).listed().into_iter().find_map(|field| {
        let key = largest(&request, dataset, table, &field, today)?;
        Some((field, key))
    });
    match found {
        Some((field, key)) => {
            let restricted = restrict_to(&request, dataset, &field, &[key]);
            Request { series: Some(field), ..restricted }
        }
        None => request,
    }
}

/// The country with the largest figure, not rate, in the last whole period.
fn largest(
    request: &Request,
    dataset: &Dataset,
    table: &Table,
    field: &str,
    today: Option<Period>,
) -> Option<String> {
    let counts =
        Request { per: None, series: Some(field.to_owned()), top: Some(usize::MAX), ..request.clone() };
    let grid = run(table, dataset, &counts, None, today, Some(later())).ok()??;
    let Axis::Periods(periods) = &grid.axis else { return None };
    let is_known = |place: &usize| (0..grid.series.len()).any(|series| grid.value(series, *place).is_known());
    let is_whole = |place: &usize| {
        let has_ended = |period: &Period| today.is_none_or(|today| period.end_day() < today.start_day());
        is_known(place) && !grid.has_part(*place) && periods.get(*place).is_some_and(has_ended)
    };
    let places = || (0..periods.len()).rev();
    let place = places().find(is_whole).or_else(|| places().find(is_known))?;
    let mut best: Option<(&str, f64)> = None;
    for (index, series) in grid.series.iter().enumerate() {
        let Some(figure) = grid.value(index, place).known() else { continue };
        if best.is_none_or(|(_, most)| figure > most) && country::iso2(&series.key).is_some() {
            best = Some((&series.key, figure));
        }
    }
    best.map(|(key, _)| key.to_owned())
}
