//! What a chart kind asks of a query, and of its answer.

use crate::model::{Dataset, Problem, Table};

use super::{Axis, Grid, Kind, Request};

/// The kind to draw before the answer is known: the one asked for, else the dataset's own.
fn wanted(request: &Request, dataset: &Dataset) -> Option<Kind> {
    let own = || dataset.view.kind.as_deref().and_then(Kind::parse).filter(|kind| kind.is_drawn());
    request.kind.or_else(own)
}

/// The request with the fields that its kind needs and its author left out.
///
/// # Errors
/// `kind-needs-…` where the table has no field that the kind could use.
pub fn shaped(request: &Request, dataset: &Dataset, table: &Table) -> Result<Request, Problem> {
    let mut shaped = request.clone();
    let first =
        |names: &[&str]| names.iter().find_map(|name| table.column(name)).map(|column| column.name.clone());
    // Each kind with needs of its own has an arm here.
    if let Some(Kind::Pyramid) = wanted(request, dataset) {
        shaped.x = shaped.x.or_else(|| first(&["age", "age_group"]));
        shaped.series = shaped.series.or_else(|| first(&["sex", "gender"]));
    }
    Ok(shaped)
}

/// The kind to draw: the one asked for, the dataset's own, or the one that suits the answer.
///
/// # Errors
/// `kind-needs-periods` and its like: what the kind asked for needs, and the answer does not have.
pub fn kind_of(request: &Request, dataset: &Dataset, grid: &Grid) -> Result<Kind, Problem> {
    let over_time = matches!(grid.axis, Axis::Periods(_));
    let needs = |kind: Kind| match kind {
        Kind::Line | Kind::Area | Kind::StackedArea if !over_time => Some("kind-needs-periods"),
        _ => None,
    };
    let plain = if over_time { Kind::Line } else { Kind::Bar };
    match request.kind {
        Some(kind) => match needs(kind) {
            None => Ok(kind),
            Some(code) => Err(Problem::new(code).with("kind", kind.name()).with("x", &grid.x_field)),
        },
        None => Ok(wanted(request, dataset).filter(|kind| needs(*kind).is_none()).unwrap_or(plain)),
    }
}
