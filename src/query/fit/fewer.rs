//! The way out of a chart of too many marks: a grain or a field that has been tried and works.

use super::permit::{Asked, draws};
use crate::model::{Cells, Grain, Listed, Problem, Role, attribute, format_decimal, sorted};
use crate::query::{Condition, Operator, Request};

/// So many groups or places can be looked at.
const FEW: usize = 100;
/// A field of more texts is none that marks can be told apart by.
const MOST_TEXTS: usize = 5_000;
/// Each is tried by running the query: no more of them than a page can wait for.
const MOST_TRIED: usize = 6;

/// A refusal for too many marks with an attribute and its value that draw: coarser periods, another field, one group.
pub(super) fn with_fewer(problem: Problem, asked: &Asked) -> Problem {
    let request = asked.request;
    let ways = ways(asked).into_iter().take(MOST_TRIED);
    let is_one = |name: &'static str| {
        move |value: String| match name {
            attribute::SERIES => (Request { series: Some(value.clone()), ..request.clone() }, value),
            _ => (Request { x: Some(value.clone()), ..request.clone() }, value),
        }
    };
    for (name, value) in ways {
        let (tried, value) = is_one(name)(value);
        if draws(&tried, asked, FEW) {
            return problem.with("selection", [name, "=\"", &value, "\""].concat());
        }
    }
    // One group alone has a line.
    for field in [&request.series, &request.x].into_iter().flatten() {
        let Some(column) = asked.table.column(field) else { continue };
        let value = match &column.cells {
            Cells::Text(texts) => texts.dictionary.first().cloned(),
            Cells::Number(figures) => figures.get(0).known().map(format_decimal),
            Cells::Period(_) => None,
        };
        let Some(value) = value else { continue };
        let condition = Condition { field: column.name.clone(), operator: Operator::Is, values: vec![value] };
        let filter = request.filter.iter().cloned().chain([condition.clone()]).listed();
        if draws(&Request { filter, ..request.clone() }, asked, FEW) {
            let selection = [attribute::FILTER, "=\"", &condition.to_string(), "\""].concat();
            return problem.with("selection", selection);
        }
    }
    problem.with("selection", attribute::FILTER)
}

/// What may be asked for instead, the likeliest first.
fn ways(asked: &Asked) -> Vec<(&'static str, String)> {
    let Asked { request, table, dataset, .. } = *asked;
    let x = request.x.as_deref().or(dataset.view.x.as_deref()).unwrap_or_default();
    let mut ways: Vec<(&'static str, String)> = Vec::new();
    if let Some(Cells::Period(periods)) = table.column(x).map(|column| &column.cells) {
        let coarser = [("month", Grain::Month), ("year", Grain::Year)];
        let named =
            coarser.iter().filter(|(name, grain)| *grain > periods.grain && table.column(name).is_none());
        ways.extend(named.map(|(name, _)| (attribute::X, (*name).to_owned())));
    }
    let has_series = request.series.is_some() || dataset.view.series.is_some();
    let mut fields: Vec<(usize, &str)> = Vec::new();
    for column in &table.columns {
        let Cells::Text(texts) = &column.cells else { continue };
        let role = dataset.field(&column.name).map(|field| field.role);
        if matches!(role, Some(Role::Country | Role::Category))
            && (2..=MOST_TEXTS).contains(&texts.dictionary.len())
        {
            fields.push((texts.dictionary.len(), &column.name));
        }
    }
    let is_shown = |name: &str| request.series.as_deref() == Some(name) || x == name;
    let size = |index: usize| fields.get(index).map(|(size, _)| *size);
    let order = sorted(fields.len(), &|left, right| size(left).cmp(&size(right)));
    let names = || {
        order
            .iter()
            .filter_map(|index| fields.get(*index))
            .map(|(_, name)| *name)
            .filter(|name| !is_shown(name))
    };
    if has_series {
        ways.extend(names().take(2).map(|name| (attribute::SERIES, name.to_owned())));
        ways.push((attribute::SERIES, String::from("none")));
    }
    let periods =
        dataset.fields.iter().filter(|field| field.role == Role::Period).map(|field| field.name.as_str());
    ways.extend(periods.filter(|name| *name != x).take(1).map(|name| (attribute::X, name.to_owned())));
    ways.extend(names().take(2).map(|name| (attribute::X, name.to_owned())));
    ways
}
