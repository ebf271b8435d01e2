//! Which files of a shipped dataset a request needs, and those files as one table.

use crate::model::{
    Cells, Dataset, Joined, Listed, NumberColumn, Package, Period, Problem, Resource, Role, Table, View,
    attribute, nearest,
};

use crate::query::Request;
use crate::query::fit::shape::with_flow_fields;

/// The parts of dataset `id` that hold every field `request` names, in the shown periods, with the fewest columns.
///
/// # Errors
/// `unknown-dataset`, with the nearest id.
pub fn resources_for<'a>(
    package: &'a Package,
    id: &str,
    request: &Request,
) -> Result<Vec<&'a Resource>, Problem> {
    let parts: Vec<&Resource> = package.resources.iter().filter(|part| part.dataset == id).listed();
    let Some(first) = parts.first() else { return Err(unknown_dataset(package, id)) };
    let columns: Vec<&str> =
        parts.iter().flat_map(|part| &part.schema.fields).map(|field| field.name.as_str()).listed();
    let request = &with_flow_fields(request, request.kind, &columns);
    let fields = fields_named(request, first);
    let held = |part: &Resource| fields.iter().filter(|field| holds(part, field)).count();
    let most = parts.iter().map(|part| held(part)).max().unwrap_or(0);
    let fitting: Vec<&Resource> = parts.iter().copied().filter(|part| held(part) == most).listed();
    let whole = fitting.iter().filter(|part| part.from.is_none()).min_by_key(|part| part.schema.fields.len());
    if let Some(part) = whole {
        return Ok(vec![part]);
    }
    // Without a span of the author's, the default view's is what will be shown.
    let own = |period: fn(&View) -> &Option<String>| {
        first.view.as_ref().and_then(|view| Period::parse(period(view).as_deref()?))
    };
    let from = request.from.or_else(|| own(|view| &view.from));
    let to = request.to.or_else(|| own(|view| &view.to));
    let chunks: Vec<&Resource> = fitting.iter().copied().filter(|part| overlaps(part, from, to)).listed();
    Ok(if chunks.is_empty() { vec![first] } else { chunks })
}

/// What is known about the table made of `parts`; the default view is that of the dataset's first part.
pub fn describe_resources(package: &Package, parts: &[&Resource]) -> Dataset {
    let Some(part) = parts.first() else { return Dataset::default() };
    let mut dataset = Dataset::of_resource(part);
    if part.view.is_none() {
        let first = package.resources.iter().find(|first| first.dataset == part.dataset);
        dataset.view = first.and_then(|first| first.view.clone()).unwrap_or_default();
    }
    dataset
}

/// The tables below each other; a table whose columns differ from the first's is left out.
pub fn stack_tables(tables: &[&Table]) -> Table {
    let Some((first, rest)) = tables.split_first() else { return Table::default() };
    let mut all = (*first).clone();
    for table in rest {
        let same = all.names().eq(table.names());
        if !same {
            continue;
        }
        all.rows += table.rows;
        for (column, more) in all.columns.iter_mut().zip(&table.columns) {
            match (&mut column.cells, &more.cells) {
                (Cells::Text(cells), Cells::Text(more)) => {
                    (0..table.rows).for_each(|row| cells.push(more.get(row).unwrap_or_default()));
                }
                (Cells::Number(cells), Cells::Number(more)) => append(cells, more),
                (Cells::Period(cells), Cells::Period(more)) => cells.ordinals.extend(&more.ordinals),
                _ => {}
            }
        }
    }
    all
}

fn append(cells: &mut NumberColumn, more: &NumberColumn) {
    (0..more.len()).for_each(|row| cells.push(more.get(row)));
}

fn unknown_dataset(package: &Package, id: &str) -> Problem {
    let mut ids: Vec<&str> = package.resources.iter().map(|part| part.dataset.as_str()).listed();
    ids.dedup();
    let near = nearest(id, ids.iter().copied()).map(str::to_owned);
    let problem = Problem::new("unknown-dataset").with("dataset", id).with("datasets", ids.joined(", "));
    match near {
        Some(near) => problem.with("nearest", near).in_column(attribute::DATASET),
        None => {
            problem.with("nearest", ids.first().copied().unwrap_or_default()).in_column(attribute::DATASET)
        }
    }
}

/// Every field a request names, or that the default view names where the request is silent.
fn fields_named(request: &Request, first: &Resource) -> Vec<String> {
    let view = first.view.clone().unwrap_or_default();
    let mut fields: Vec<String> = Vec::new();
    fields.extend(request.x.clone().or(view.x));
    if request.y.is_empty() {
        fields.extend(view.y.iter().flat_map(|names| names.split(',')).map(|name| name.trim().to_owned()));
    } else {
        fields.extend(request.y.iter().cloned());
    }
    fields.extend(request.series.clone().or(view.series));
    fields.extend(request.filter.iter().map(|condition| condition.field.clone()));
    fields
}

/// Whether a part has a field, or one that the query derives it from.
fn holds(part: &Resource, name: &str) -> bool {
    let has = |name: &str| part.schema.fields.iter().any(|field| field.name.eq_ignore_ascii_case(name));
    let has_period = || part.schema.fields.iter().any(|field| field.role == Role::Period);
    has(name)
        || name.strip_suffix("_region").is_some_and(|stem| has(stem) || has(&[stem, "_iso"].concat()))
        || (matches!(name, "year" | "quarter" | "month") && has_period())
}

/// Whether a part split by period holds any period between `from` and `to`.
fn overlaps(part: &Resource, from: Option<Period>, to: Option<Period>) -> bool {
    let day = |text: &Option<String>| text.as_deref().and_then(Period::parse);
    let starts_too_late = match (day(&part.from), to) {
        (Some(start), Some(to)) => start.start_day() > to.end_day(),
        _ => false,
    };
    let ends_too_early = match (day(&part.to), from) {
        (Some(end), Some(from)) => end.end_day() < from.start_day(),
        _ => false,
    };
    !starts_too_late && !ends_too_early
}
