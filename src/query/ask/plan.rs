//! A request with everything inferred that its author left out.

use std::borrow::Cow;

use crate::model::{
    Cells, Dataset, Field, Joined, Listed, NumberColumn, Operation, Period, PeriodColumn, Problem,
    QuantityKind, Role, Table, attribute, nearest,
};

use super::field::{FieldSource, SourceCells, find, period_column, unknown_field};
use super::filter;
use super::filter::Condition;
use crate::query::{Aggregate, QueryLater, Request};

/// What to compute.
pub struct Plan<'a> {
    /// The field of the horizontal axis.
    pub(in crate::query) x: FieldSource<'a>,
    /// The figures; never empty, all of one measure and unit.
    pub(in crate::query) y: Vec<MeasureColumn<'a>>,
    /// The field that splits into series.
    pub(in crate::query) series: Option<FieldSource<'a>>,
    pub(in crate::query) conditions: Vec<Condition>,
    pub(in crate::query) from: Option<Period>,
    pub(in crate::query) to: Option<Period>,
    pub(in crate::query) top: Option<usize>,
    /// The column that `from` and `to` are about and over which time collapses.
    pub(in crate::query) time: Option<(&'a str, &'a PeriodColumn)>,
    pub(in crate::query) measure: QuantityKind,
    pub(in crate::query) unit: Option<String>,
    /// What the figures are of, where the file holds several indicators in one column and one of them is left.
    pub(in crate::query) indicator: Option<String>,
    pub(in crate::query) aggregate: Aggregate,
    /// Whether the author asked for that aggregation.
    pub(in crate::query) aggregate_asked: bool,
    /// Whether the places across stand in an order of their own, and all of them do.
    pub(in crate::query) in_order: bool,
    /// Whether the places across, and the series, are counted in ways of their own.
    pub(in crate::query) x_apart: bool,
    pub(in crate::query) series_apart: bool,
}

/// A column of figures.
pub(in crate::query) struct MeasureColumn<'a> {
    pub(in crate::query) name: &'a str,
    pub(in crate::query) column: Cow<'a, NumberColumn>,
}

/// The name of the figure that counts rows, and of its unit.
pub const ROWS: &str = "rows";
/// No name has more commas.
const MOST_COMMAS: usize = 12;

/// Completes a request from the dataset's default view, else from the table.
///
/// # Errors
/// `unknown-field`, `not-a-number-field`, `no-numbers`, `mixed-units`, `y-and-series`, `per-and-normalize`,
/// `from-after-to`.
pub(in crate::query) fn plan<'a>(
    table: &'a Table,
    dataset: &Dataset,
    request: &Request,
    later: Option<&dyn QueryLater>,
) -> Result<Plan<'a>, Problem> {
    if request.per.is_some() && request.normalize {
        return Err(Problem::new("per-and-normalize").in_column(attribute::PER));
    }
    let view = &dataset.view;
    let x_name = request.x.as_deref().or(view.x.as_deref()).or_else(|| {
        let first = |texts: bool| {
            table.columns.iter().find(|column| match column.cells {
                Cells::Period(_) => !texts,
                Cells::Text(_) => texts,
                Cells::Number(_) => false,
            })
        };
        first(false).or_else(|| first(true)).map(|column| column.name.as_str())
    });
    let Some(x_name) = x_name else { return Err(Problem::new("no-rows")) };
    let x = find(table, dataset, x_name, attribute::X)?.figures_as_names();

    let mut y = Vec::new();
    let counts_rows = request.counts_rows.unwrap_or(dataset.counts_rows && request.y.is_empty());
    let (mut measure, mut unit) = if counts_rows {
        y.push(MeasureColumn { name: ROWS, column: Cow::Owned(NumberColumn::ones(table.rows)) });
        (QuantityKind::Event, Some(ROWS.to_owned()))
    } else {
        for name in figure_names(table, dataset, request, x.base)? {
            y.push(figure(table, dataset, &name)?);
        }
        common_measure(dataset, &y)?
    };

    let series = series_name(table, dataset, request, y.len(), &x)?;
    let series = match series {
        Some(name) if y.len() == 1 => {
            Some(find(table, dataset, &name, attribute::SERIES)?.figures_as_names())
        }
        _ => None,
    };
    if let Some(FieldSource { cells: SourceCells::Period(..), name, .. }) = &series {
        return Err(Problem::new("series-of-periods").with("field", name).in_column(attribute::SERIES));
    }

    let mut conditions = match &view.filter {
        Some(filter) if request.filter.is_empty() => filter::parse(filter)?,
        _ => request.filter.clone(),
    };
    if let Some(later) = later {
        later.read_conditions(table, dataset, &mut conditions);
    }
    leave_out(dataset, &[Some(&x), series.as_ref()], &mut conditions);
    let mut indicator = None;
    if let Some(later) = later.filter(|_| !counts_rows && !dataset.indicators.is_empty()) {
        let is_likely = y.iter().any(|figure| dataset.likely.iter().any(|name| name == figure.name));
        let told = later.told_by_rows(dataset, &conditions, (measure, unit), is_likely);
        (measure, unit, indicator) = (told.kind, told.unit, told.indicator);
    }
    let bound = |asked: Option<Period>, viewed: &Option<String>| {
        asked.or_else(|| viewed.as_deref().and_then(Period::parse))
    };
    let (mut from, mut to) = (bound(request.from, &view.from), bound(request.to, &view.to));
    if let (Some(first), Some(last)) = (from, to)
        && first.start_day() > last.end_day()
    {
        match (request.from, request.to) {
            // One end asked beyond the default view's other end: that one does not hold.
            (Some(_), None) => to = None,
            (None, Some(_)) => from = None,
            _ => {
                return Err(Problem::new("from-after-to")
                    .with("from", first)
                    .with("to", last)
                    .in_column(attribute::FROM));
            }
        }
    }
    let time = match &x.cells {
        SourceCells::Period(periods, _) => Some((x.base, *periods)),
        _ => period_column(table, dataset),
    };
    let inferred_series = request.series.is_none() && y.len() == 1;
    let top = request.top.or(if inferred_series { view.top } else { None });
    let (aggregate, aggregate_asked) = aggregate(dataset, request, measure, &x);
    let is_apart = |base: &str| dataset.apart.iter().any(|name| name.eq_ignore_ascii_case(base));
    let (x_apart, series_apart) =
        (is_apart(x.base), series.as_ref().is_some_and(|series| is_apart(series.base)));
    let in_order = top.is_none() && dataset.ordered.iter().any(|name| name == x.base);
    Ok(Plan {
        x,
        y,
        series,
        conditions,
        from,
        to,
        top,
        time,
        measure,
        unit,
        indicator,
        aggregate,
        aggregate_asked,
        in_order,
        x_apart,
        series_apart,
    })
}

/// Adds the conditions that keep totals from being counted beside their parts, where the author says nothing of them.
fn leave_out(dataset: &Dataset, shown: &[Option<&FieldSource>], conditions: &mut Vec<Condition>) {
    for left_out in &dataset.left_out {
        let is_about = |name: &str| {
            let others = left_out.unless_filtered.iter().any(|other| other.eq_ignore_ascii_case(name));
            others || left_out.field.eq_ignore_ascii_case(name)
        };
        if conditions.iter().any(|condition| is_about(&condition.field)) {
            continue;
        }
        let is_split = shown.iter().flatten().any(|source| is_about(source.base));
        let values = if is_split { &left_out.when_split } else { &left_out.values };
        if !values.is_empty() {
            let (field, values) = (left_out.field.clone(), values.clone());
            conditions.push(Condition { field, operator: filter::Operator::IsNot, values });
        }
    }
}

fn figure_names(
    table: &Table,
    dataset: &Dataset,
    request: &Request,
    x: &str,
) -> Result<Vec<String>, Problem> {
    if !request.y.is_empty() {
        return Ok(whole_names(table, &request.y));
    }
    if let Some(viewed) = &dataset.view.y {
        // Series the author asks for split one figure: the view's first.
        let count = if request.series.is_some() { 1 } else { usize::MAX };
        let parts: Vec<String> = viewed.split(',').map(|name| name.trim().to_owned()).listed();
        return Ok(whole_names(table, &parts).into_iter().take(count).listed());
    }
    let is_number =
        |name: &str| matches!(table.column(name), Some(column) if matches!(column.cells, Cells::Number(_)));
    let described =
        dataset.fields.iter().filter(|field| field.role == Role::Measure).map(|field| field.name.as_str());
    let found = described.chain(table.names()).find(|name| *name != x && is_number(name));
    Ok(vec![found.ok_or_else(|| Problem::new("no-numbers").with("fields", listed(table)))?.to_owned()])
}

/// Names that a comma has cut put together again: "Migrants, both sexes" is one column.
fn whole_names(table: &Table, parts: &[String]) -> Vec<String> {
    whole(parts, &|name| table.column(name).is_some())
}

/// Texts that a comma has cut put together again where that is something known, with or without a blank after it.
pub(in crate::query) fn whole(parts: &[String], is_known: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut from = 0;
    while let Some(first) = parts.get(from) {
        let ends = (from + 2..=parts.len().min(from + MOST_COMMAS)).rev();
        let mut joined = ends.filter_map(|end| {
            let parts = parts.get(from..end)?;
            let name = [", ", ",", " , "].iter().map(|comma| parts.joined(comma)).find(|name| is_known(name));
            Some((end, name?))
        });
        let (end, name) = joined.next().unwrap_or_else(|| (from + 1, first.clone()));
        names.push(name);
        from = end;
    }
    names
}

fn listed(table: &Table) -> String {
    table.names().listed().joined(", ")
}

fn figure<'a>(table: &'a Table, dataset: &Dataset, name: &str) -> Result<MeasureColumn<'a>, Problem> {
    let name = dataset.unaliased(name);
    let figures = || {
        table.columns.iter().filter_map(|column| match column.cells {
            Cells::Number(_) => Some(column.name.as_str()),
            _ => None,
        })
    };
    let best = nearest(name, figures()).or_else(|| figures().next()).unwrap_or_default();
    match table.column(name) {
        Some(column) => match &column.cells {
            Cells::Number(numbers) => {
                Ok(MeasureColumn { name: &column.name, column: Cow::Borrowed(numbers) })
            }
            _ => Err(Problem::new("not-a-number-field")
                .with("field", name)
                .with("nearest", best)
                .with("fields", figures().listed().joined(", "))
                .in_column(name)),
        },
        // `<stem>_region` and `year` exist, but are no figures.
        None if find(table, dataset, name, attribute::Y).is_ok() => {
            Err(Problem::new("not-a-number-field").with("field", name).with("nearest", best).in_column(name))
        }
        None => Err(unknown_field(table, name, attribute::Y)),
    }
}

/// What the figures are, which has to be the same of all that stand side by side.
fn common_measure(dataset: &Dataset, y: &[MeasureColumn]) -> Result<(QuantityKind, Option<String>), Problem> {
    let nothing = Field::default();
    let known = |figure: &MeasureColumn| dataset.field(figure.name).unwrap_or(&nothing).clone();
    let Some(first) = y.first() else { return Err(Problem::new("no-numbers").with("fields", "")) };
    let first_field = known(first);
    for other in y {
        let field = known(other);
        if field.measure != first_field.measure || field.unit != first_field.unit {
            return Err(Problem::new("mixed-units")
                .with("field", first.name)
                .with("other", other.name)
                .in_column(attribute::Y));
        }
    }
    Ok((first_field.measure, first_field.unit))
}

/// The series field: the author's, else the default view's where it suits what the author asked across.
fn series_name(
    table: &Table,
    dataset: &Dataset,
    request: &Request,
    figures: usize,
    x: &FieldSource,
) -> Result<Option<String>, Problem> {
    if let Some(name) = &request.series {
        // "none" asks for nothing that several figures would not have.
        let is_none = name.eq_ignore_ascii_case("none") && table.column(name).is_none();
        if figures > 1 && !request.y.is_empty() && !is_none {
            return Err(Problem::new("y-and-series").with("series", name).in_column(attribute::SERIES));
        }
        return Ok((!is_none && *name != x.name).then(|| name.clone()));
    }
    // Of another field across, each entity's bar is whole unless the author splits it.
    let Some(name) = &dataset.view.series else { return Ok(None) };
    let other_axis = request.x.is_some() && x.role != Role::Period;
    let fits = !other_axis && !name.eq_ignore_ascii_case(&x.name) && figures < 2;
    Ok(fits.then(|| name.clone()))
}

/// The aggregation asked for; else the dataset's; else the last of what has no sum over time and the sum of all others.
fn aggregate(
    dataset: &Dataset,
    request: &Request,
    measure: QuantityKind,
    x: &FieldSource,
) -> (Aggregate, bool) {
    if let Some(asked) = request.aggregate {
        return (asked, true);
    }
    let collapses = !matches!(x.cells, SourceCells::Period(_, None));
    let own = dataset.aggregate.as_deref().and_then(Aggregate::parse);
    let adds_up = measure.allows(Operation::SumOverTime);
    let chosen = match own {
        Some(own) if own != Aggregate::Sum || adds_up => own,
        _ if !adds_up && collapses => Aggregate::Last,
        _ => Aggregate::Sum,
    };
    (chosen, false)
}
