//! The code of the query that the first drawing does without, behind one value: who holds it may call it.
//!
//! In a browser this code lies in a part of the module that comes after the first drawing. So nothing but the
//! implementor below names it, and a caller that has no [`QueryLater`] yet cannot reach it by mistake.

use super::add::accumulate;
use super::add::accumulate::{Accumulated, CellGroups, Slice};
use super::add::draft::Draft;
use super::add::partial::{PartRows, partial};
use super::add::pooling;
use super::add::rates::{Division, PerCapita, per_capita, year_of_rate};
use super::add::shares;
use super::add::slices::{Slices, SummedValues, Sums};
use super::add::top::Moves;
use super::ask::filter::Condition;
use super::ask::own;
use super::ask::own::ToldByRows;
use super::ask::plan::Plan;
use super::ask::refuse;
use super::fit::permit::{Asked, Drawing, permit, with_way_out};
use super::fit::{fit_to_kind, restrict, shape};
use super::judge::judge;
use super::{Aggregate, Axis, ClaimContext, Grid, JudgedClaim, Kind, PartialPeriod, Pooling, Request};
use crate::model::{Claim, Dataset, NumberColumn, Period, Problem, QuantityKind, Table};

/// Rows before they are added.
pub struct RowCheck<'a> {
    pub(in crate::query) table: &'a Table,
    pub(in crate::query) dataset: &'a Dataset,
    pub(in crate::query) plan: &'a Plan<'a>,
    /// Those of the answer.
    pub(in crate::query) rows: &'a [u32],
    /// Those of the periods that were reported.
    pub(in crate::query) reported: &'a [u32],
}

/// What a query and its answer want beyond the first drawing.
pub trait QueryLater {
    /// The request with the fields that its kind needs and its author left out, and what else that kind has to know
    /// of the same entities, each as a query of its own: of a scatter the horizontal axis and the size.
    fn complete_request(
        &self,
        request: &Request,
        dataset: &Dataset,
        table: &Table,
        today: Option<Period>,
    ) -> (Request, Vec<Request>);

    /// Reads conditions on an author's own table: values with commas, countries by the names it has them under.
    fn read_conditions(&self, table: &Table, dataset: &Dataset, conditions: &mut [Condition]);

    /// Kind, unit and indicator of the figures that conditions leave, told by the rows of an author's own table; `known` is
    /// what its columns say, and whether that is only likely.
    fn told_by_rows(
        &self,
        dataset: &Dataset,
        conditions: &[Condition],
        known: (QuantityKind, Option<String>),
        is_likely: bool,
    ) -> ToldByRows;

    /// Takes out the rows of an author's own table that add up others of which the conditions leave any; `shown` are the
    /// fields across and of the series.
    ///
    /// # Errors
    /// `unknown-field`.
    fn leave_totals_out(
        &self,
        table: &Table,
        dataset: &Dataset,
        conditions: &[Condition],
        shown: &[&str],
        admitted: &mut [bool],
    ) -> Result<(), Problem>;

    /// The request with only `keys` of `field`, none of them folded into "Other".
    fn restrict_to(&self, request: &Request, dataset: &Dataset, field: &str, keys: &[String]) -> Request;

    /// The answer cut to what its kind shows: of slopes the first and the last period, of flows as few destinations
    /// as origins.
    fn fit_to_kind(&self, kind: Kind, grid: Grid) -> Grid;

    /// All that several answers say of the entities of the first, to be read; `None` where there is only one.
    fn side_by_side(&self, grid: &Grid, companions: &[Grid]) -> Option<Grid>;

    /// Reads a quoted figure, `value | who | when | what`, and holds it against what is drawn.
    ///
    /// # Errors
    /// `bad-claim`.
    fn claim(&self, text: &str, beside: &ClaimContext) -> Result<JudgedClaim, Problem>;

    /// The population that each figure of an answer is divided by.
    ///
    /// # Errors
    /// `per-needs-population`, `per-needs-country`, `per-without-countries`, `per-of-rate`, `per-of-population`,
    /// `per-of-elsewhere`, `unknown-field`.
    fn per_capita(&self, division: &Division) -> Result<PerCapita, Problem>;

    /// Refuses rows that cannot be added; gives the request for one year where rates of several would be added up.
    ///
    /// # Errors
    /// `mixed-grains`, `cases-with-persons`, `counted-apart`, `per-of-years`.
    fn check_rows(
        &self,
        request: &Request,
        rows: &RowCheck,
        today: Option<Period>,
    ) -> Result<Option<Request>, Problem>;

    /// Means and extremes over rows, whatever their periods.
    fn over_rows(
        &self,
        cells: &CellGroups,
        slices: &[Slice],
        figures: &NumberColumn,
        aggregate: Aggregate,
    ) -> Accumulated;

    /// The figures of cells that have moved, from their rows.
    ///
    /// # Errors
    /// `rate-sum`, `sum-of-stocks`.
    fn sum_again(&self, moves: &Moves, sums: &Sums, cells: &CellGroups) -> Result<SummedValues, Problem>;

    /// Of what means, extremes and last figures are made, by the counts of each figure field.
    fn pooling(
        &self,
        plan: &Plan,
        slices: &Slices,
        axis: &Axis,
        counts: &[(Vec<u32>, bool)],
    ) -> Option<Pooling>;

    /// For each value of an answer what of its period is there, where that is only a part; empty where all are whole.
    fn partial(&self, plan: &Plan, draft: &Draft, known: &PartRows) -> Vec<Option<PartialPeriod>>;

    /// Makes shares of figures.
    ///
    /// # Errors
    /// `no-shares`, `shares-apart`, `shares-of-one`, `negative-shares`.
    fn normalize(&self, plan: &Plan, draft: &mut Draft) -> Result<(), Problem>;

    /// Leaves out what does not leave its place; gives the sum of it, if there was any.
    ///
    /// # Errors
    /// `flow-of-one-place`.
    fn leave_out_stayers(&self, draft: &mut Draft) -> Result<Option<f64>, Problem>;

    /// Refuses a drawing that would add up what has no sum, or that says nothing.
    ///
    /// # Errors
    /// See [`permit`].
    fn permit(&self, drawing: Drawing, grid: &Grid) -> Result<(), Problem>;

    /// The one country that all people of an answer are from, as the filter or the dataset says; `None` where that stands
    /// across or splits the answer itself.
    fn origin(&self, table: &Table, dataset: &Dataset, request: &Request, grid: &Grid) -> Option<String>;

    /// A refusal with a kind that would show the same request, as the argument `fits`, if there is one.
    fn with_way_out(&self, problem: Problem, asked: &Asked) -> Problem;
}

/// The one implementor.
struct Later;

impl QueryLater for Later {
    fn complete_request(
        &self,
        request: &Request,
        dataset: &Dataset,
        table: &Table,
        today: Option<Period>,
    ) -> (Request, Vec<Request>) {
        shape::with_companions(request, dataset, table, today)
    }

    fn read_conditions(&self, table: &Table, dataset: &Dataset, conditions: &mut [Condition]) {
        own::read_conditions(table, dataset, conditions);
    }

    fn told_by_rows(
        &self,
        dataset: &Dataset,
        conditions: &[Condition],
        known: (QuantityKind, Option<String>),
        is_likely: bool,
    ) -> ToldByRows {
        own::told_by_rows(dataset, conditions, known, is_likely)
    }

    fn leave_totals_out(
        &self,
        table: &Table,
        dataset: &Dataset,
        conditions: &[Condition],
        shown: &[&str],
        admitted: &mut [bool],
    ) -> Result<(), Problem> {
        own::leave_totals_out(table, dataset, conditions, shown, admitted)
    }

    fn restrict_to(&self, request: &Request, dataset: &Dataset, field: &str, keys: &[String]) -> Request {
        restrict::restrict_to(request, dataset, field, keys)
    }

    fn fit_to_kind(&self, kind: Kind, grid: Grid) -> Grid {
        fit_to_kind::fit_to_kind(kind, grid)
    }

    fn side_by_side(&self, grid: &Grid, companions: &[Grid]) -> Option<Grid> {
        fit_to_kind::side_by_side(grid, companions)
    }

    fn claim(&self, text: &str, beside: &ClaimContext) -> Result<JudgedClaim, Problem> {
        Ok(judge(Claim::parse(text)?, beside))
    }

    fn per_capita(&self, division: &Division) -> Result<PerCapita, Problem> {
        per_capita(division)
    }

    fn check_rows(
        &self,
        request: &Request,
        check: &RowCheck,
        today: Option<Period>,
    ) -> Result<Option<Request>, Problem> {
        refuse::mixed_grains(check.plan, check.reported)?;
        refuse::counted_apart(check.table, check.dataset, check.plan, check.rows)?;
        if request.per.is_none() {
            return Ok(None);
        }
        let year = year_of_rate(request, check.plan, check.reported, today)?;
        Ok(year.map(|year| Request { from: Some(year), to: Some(year), ..request.clone() }))
    }

    fn over_rows(
        &self,
        cells: &CellGroups,
        slices: &[Slice],
        figures: &NumberColumn,
        aggregate: Aggregate,
    ) -> Accumulated {
        accumulate::over_rows(cells, slices, figures, aggregate)
    }

    fn sum_again(&self, moves: &Moves, sums: &Sums, cells: &CellGroups) -> Result<SummedValues, Problem> {
        moves.sum_again(sums, cells)
    }

    fn pooling(
        &self,
        plan: &Plan,
        slices: &Slices,
        axis: &Axis,
        counts: &[(Vec<u32>, bool)],
    ) -> Option<Pooling> {
        pooling::pooling(plan, slices, axis, counts)
    }

    fn partial(&self, plan: &Plan, draft: &Draft, known: &PartRows) -> Vec<Option<PartialPeriod>> {
        partial(plan, draft, known)
    }

    fn normalize(&self, plan: &Plan, draft: &mut Draft) -> Result<(), Problem> {
        shares::normalize(plan, draft)
    }

    fn leave_out_stayers(&self, draft: &mut Draft) -> Result<Option<f64>, Problem> {
        shares::leave_out_stayers(draft)
    }

    fn permit(&self, drawing: Drawing, grid: &Grid) -> Result<(), Problem> {
        permit(drawing, grid)
    }

    fn origin(&self, table: &Table, dataset: &Dataset, request: &Request, grid: &Grid) -> Option<String> {
        shape::origin(table, dataset, request, grid)
    }

    fn with_way_out(&self, problem: Problem, asked: &Asked) -> Problem {
        with_way_out(problem, asked)
    }
}

/// The value to hold. Code of the first drawing must not call this, or all that it leads to comes first too.
pub fn later() -> &'static dyn QueryLater {
    &Later
}
