//! What a query did, beyond what its answer shows: for a reader who wants to check it.

use crate::model::{Dataset, Table};

use super::ask::plan::plan;
use super::later::QueryLater;
use super::{Aggregate, Condition, Request};

/// What was left out and how rows became one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The conditions that every row had to meet: the author's, else the dataset's own.
    pub conditions: Vec<Condition>,
    /// How rows became one figure.
    pub aggregate: Aggregate,
    /// How many of the largest series were kept, where the others may have been folded.
    pub top: Option<usize>,
}

/// Explains a request that can be answered; `None` for one that cannot.
pub fn explained(
    table: &Table,
    dataset: &Dataset,
    request: &Request,
    later: &dyn QueryLater,
) -> Option<Explained> {
    let plan = plan(table, dataset, request, Some(later)).ok()?;
    Some(Explained { conditions: plan.conditions, aggregate: plan.aggregate, top: plan.top })
}
