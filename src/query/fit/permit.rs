//! Whether a kind may draw an answer: what it adds up and what it shows as a part has to add up.

use crate::model::{Dataset, Operation, Period, Problem, QuantityKind, Role, Table, attribute};

use super::fewer::with_fewer;
use super::fit_to_kind::fit_to_kind;
use super::shape;
use crate::query::{Aggregate, Axis, Grid, Kind, Population, Request, kind_of, later, run};

/// How far the sum of shares of one whole may lie above it, since each is rounded.
const ROUNDING: f64 = 1.02;

/// The kinds that are tried for a way out, the likeliest first.
const WAYS_OUT: [Kind; 7] =
    [Kind::Line, Kind::Bar, Kind::GroupedBar, Kind::SmallMultiples, Kind::Number, Kind::Map, Kind::Table];

/// How an answer is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawing {
    /// The kind.
    pub kind: Kind,
    /// Whether the axis is logarithmic.
    pub is_log: bool,
    /// Whether all periods are to be added up, as in one large number.
    pub is_total: bool,
}

/// Refuses a drawing that would add up what has no sum, or that says nothing.
///
/// # Errors
/// `kind-adds-rates`, `kind-adds-apart`, `shares-of-many`, `negative-parts`, `log-needs-positive`, `slope-needs-two`, and
/// those of sums over time.
pub(in crate::query) fn permit(drawing: Drawing, grid: &Grid) -> Result<(), Problem> {
    let kind = drawing.kind;
    let refused = |code: &'static str, column: &str| {
        Err(Problem::new(code).with("kind", kind.name()).with("field", &grid.y_field).in_column(column))
    };
    let figures = || grid.values.iter().filter_map(|value| value.known());
    let is_over_time = matches!(grid.axis, Axis::Periods(_));
    // Bars of parts that do not add up stand side by side.
    let stacks = matches!(kind, Kind::StackedArea | Kind::StackedBar | Kind::Area | Kind::Pyramid);
    let adds_places = matches!(kind, Kind::Waffle | Kind::Flow);
    let is_share = grid.kind() == QuantityKind::Share;
    // A map shows one figure a place: the sum of its series.
    if kind == Kind::Map && grid.series.len() > 1 && !grid.kind().allows(Operation::SumOverEntities) {
        return refused("kind-adds-rates", attribute::SERIES);
    }
    if (stacks && !grid.kind().allows(Operation::Stack))
        || (adds_places
            && !grid.kind().allows(Operation::SumOverEntities)
            && !(is_share && kind == Kind::Waffle))
    {
        return refused("kind-adds-rates", attribute::KIND);
    }
    let is_apart = match kind {
        Kind::Waffle => grid.apart && !grid.series_apart,
        Kind::Flow => grid.apart,
        Kind::Map => grid.series_apart && grid.series.len() > 1,
        _ => stacks && grid.series_apart && grid.series.len() > 1,
    };
    if is_apart {
        return refused("kind-adds-apart", attribute::KIND);
    }
    if is_share && !grid.normalized && (stacks || kind == Kind::Waffle) && !are_parts_of_one(grid, kind) {
        return refused("shares-of-many", attribute::KIND);
    }
    let is_by_area = kind == Kind::Map && !grid.is_shaded();
    if (matches!(kind, Kind::Waffle | Kind::Flow | Kind::Pyramid) || is_by_area)
        && figures().any(|figure| figure < 0.0)
    {
        return refused("negative-parts", attribute::KIND);
    }
    // Bars have a base, which a logarithmic axis does not.
    let draws_log = matches!(kind, Kind::Line | Kind::SmallMultiples | Kind::Slope | Kind::Scatter);
    if drawing.is_log
        && draws_log
        && (figures().any(|figure| figure < 0.0) || !figures().any(|figure| figure > 0.0))
    {
        return refused("log-needs-positive", attribute::SCALE);
    }
    if kind == Kind::Slope && is_over_time {
        let is_known =
            |place: &usize| (0..grid.series.len()).any(|series| grid.value(series, *place).is_known());
        if (0..grid.axis.len()).filter(is_known).count() < 2 {
            return refused("slope-needs-two", attribute::KIND);
        }
    }
    if kind == Kind::Number
        && drawing.is_total
        && figures().count() > 1
        && !grid.kind().allows(Operation::SumOverTime)
    {
        let code = if grid.kind() == QuantityKind::Stock { "sum-of-stocks" } else { "rate-sum" };
        return refused(code, attribute::AGGREGATE);
    }
    Ok(())
}

/// Whether shares add up to no more than one whole, of each place or of all places.
fn are_parts_of_one(grid: &Grid, kind: Kind) -> bool {
    let known = || grid.values.iter().filter_map(|value| value.known());
    // As ratios or in per cent.
    let whole = if known().all(|figure| figure <= 1.0) { 1.0 } else { 100.0 };
    // A share that a country has of its own is no part of another's whole: those of countries are all of one, or none is.
    let parts = if kind == Kind::Waffle { grid.x_role } else { grid.series_role };
    let least = if parts == Role::Country { whole / ROUNDING } else { 0.0 };
    let is_one = |sum: f64| (least..=whole * ROUNDING).contains(&sum);
    match kind {
        Kind::Waffle => is_one(known().sum()),
        _ => (0..grid.axis.len()).all(|place| {
            let all = (0..grid.series.len()).filter_map(|series| grid.value(series, place).known());
            is_one(all.sum())
        }),
    }
}

/// What a request is asked of.
pub struct Asked<'a> {
    /// The request.
    pub request: &'a Request,
    /// The table.
    pub table: &'a Table,
    /// What is known of it.
    pub dataset: &'a Dataset,
    /// The population, where there is one.
    pub population: Option<&'a Population>,
    /// The day.
    pub today: Option<Period>,
}

/// A refusal with a kind that would show the same request, as the argument `fits`; the table where none would.
pub(in crate::query) fn with_way_out(problem: Problem, asked: &Asked) -> Problem {
    let Asked { request, dataset, .. } = *asked;
    if problem.code == "too-many-marks" {
        return with_fewer(problem, asked);
    }
    let wanted = shape::wanted_kind(request, dataset);
    if problem.arguments.iter().any(|(name, _)| *name == "fits") || problem.code.starts_with("unknown-") {
        return problem;
    }
    let draws = |kind: &Kind| draws(&Request { kind: Some(*kind), ..request.clone() }, asked, usize::MAX);
    let fits = WAYS_OUT.iter().find(|kind| Some(**kind) != wanted && draws(kind));
    match fits {
        Some(fits) => problem.with("fits", fits.name()),
        None if problem.code.starts_with("kind-") => problem.with("fits", Kind::Table.name()),
        None => problem,
    }
}

/// Whether a request would be drawn, with no more series than `most`, nor entities.
pub(super) fn draws(request: &Request, asked: &Asked, most: usize) -> bool {
    let Asked { table, dataset, population, today, .. } = *asked;
    let (shaped, _) = shape::with_companions(request, dataset, table, today);
    let answer = run(table, dataset, &shaped, population, today, Some(later())).ok().flatten();
    answer.is_some_and(|grid| {
        let is_total = shaped.aggregate == Some(Aggregate::Sum);
        let has_figure = grid.values.iter().any(|value| value.is_known());
        let is_few =
            grid.series.len() <= most && (matches!(grid.axis, Axis::Periods(_)) || grid.axis.len() <= most);
        let Ok(kind) = kind_of(request, dataset, &grid) else { return false };
        let is_permitted =
            || permit(Drawing { kind, is_log: false, is_total }, &fit_to_kind(kind, grid.clone())).is_ok();
        has_figure && is_few && is_permitted()
    })
}
