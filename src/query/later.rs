//! The code of the query that the first drawing does without, behind one value: who holds it may call it.
//!
//! In a browser this code lies in a part of the module that comes after the first drawing. So nothing but the
//! implementor below names it, and a caller that has no [`QueryLater`] yet cannot reach it by mistake.

use super::add::rates::{Division, PerCapita, per_capita};
use super::fit::{fit_to_kind, restrict, shape};
use super::{Grid, Kind, Request};
use crate::model::{Claim, Dataset, Problem, Table};

/// What a query and its answer want beyond the first drawing.
pub trait QueryLater {
    /// The request with the fields that its kind needs and its author left out, and what else that kind has to know
    /// of the same entities, each as a query of its own: of a scatter the horizontal axis and the size.
    fn complete_request(
        &self,
        request: &Request,
        dataset: &Dataset,
        table: &Table,
    ) -> (Request, Vec<Request>);

    /// The request with only `keys` of `field`, none of them folded into "Other".
    fn restrict_to(&self, request: &Request, dataset: &Dataset, field: &str, keys: &[String]) -> Request;

    /// The answer cut to what its kind shows: of slopes the first and the last period, of flows as few destinations
    /// as origins.
    fn fit_to_kind(&self, kind: Kind, grid: Grid) -> Grid;

    /// All that several answers say of the entities of the first, to be read; `None` where there is only one.
    fn side_by_side(&self, grid: &Grid, companions: &[Grid]) -> Option<Grid>;

    /// Reads a quoted figure: `value | who | when`.
    ///
    /// # Errors
    /// `bad-claim`.
    fn claim(&self, text: &str) -> Result<Claim, Problem>;

    /// The population that each figure of an answer is divided by.
    ///
    /// # Errors
    /// `per-needs-population`, `per-needs-country`, `unknown-field`.
    fn per_capita(&self, division: &Division) -> Result<PerCapita, Problem>;
}

/// The one implementor.
struct Later;

impl QueryLater for Later {
    fn complete_request(
        &self,
        request: &Request,
        dataset: &Dataset,
        table: &Table,
    ) -> (Request, Vec<Request>) {
        shape::with_companions(request, dataset, table)
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

    fn claim(&self, text: &str) -> Result<Claim, Problem> {
        Claim::parse(text)
    }

    fn per_capita(&self, division: &Division) -> Result<PerCapita, Problem> {
        per_capita(division)
    }
}

/// The value to hold. Code of the first drawing must not call this, or all that it leads to comes first too.
pub fn later() -> &'static dyn QueryLater {
    &Later
}
