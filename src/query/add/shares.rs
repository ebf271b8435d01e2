//! Shares of a whole, and what is no part of ways between places.

use crate::model::{Operation, Problem, Reason, Value, attribute};

use super::draft::Draft;
use crate::query::Aggregate;
use crate::query::ask::plan::Plan;
use crate::query::grid::Axis;

/// Shares of fewer than this many people are not shown: one person more or less would be four percent and more, and
/// UNHCR rounds counts below 5 (see the small-count rule of its statistics).
const SMALLEST_BASE: f64 = 25.0;

/// Turns figures into shares of their place's sum; over entities without series, of the sum of all.
///
/// # Errors
/// `no-shares` of rates, means and the like, `shares-apart`, `shares-of-one`, `negative-shares`.
pub(in crate::query) fn normalize(plan: &Plan, draft: &mut Draft) -> Result<(), Problem> {
    let refused = |code: &'static str| {
        let field = plan.y.first().map_or("", |figure| figure.name);
        Problem::new(code).with("field", field).in_column(attribute::NORMALIZE)
    };
    let is_middle =
        draft.pooled && matches!(plan.aggregate, Aggregate::Mean | Aggregate::Min | Aggregate::Max);
    if is_middle || !plan.measure.allows(Operation::ShareOf) {
        return Err(refused("no-shares"));
    }
    let is_lone = draft.series.len() == 1;
    let of_all = !plan.is_over_periods() && is_lone;
    if plan.series_apart || of_all && plan.x_apart {
        return Err(refused("shares-apart"));
    }
    if plan.is_over_periods() && is_lone && plan.series.is_none() {
        return Err(refused("shares-of-one"));
    }
    if draft.values.iter().any(|value| value.known().is_some_and(|figure| figure < 0.0)) {
        return Err(refused("negative-shares"));
    }
    let places = draft.axis.len().max(1);
    let is_count = plan.measure.is_count()
        || draft.values.iter().all(|value| value.known().is_none_or(|figure| figure.fract() == 0.0));
    let mut totals = vec![0.0; places];
    for (index, value) in draft.values.iter().enumerate() {
        let place = if of_all { 0 } else { index % places };
        if let (Some(total), Some(figure)) = (totals.get_mut(place), value.known()) {
            *total += figure;
        }
    }
    for (index, value) in draft.values.iter_mut().enumerate() {
        let place = if of_all { 0 } else { index % places };
        let total = totals.get(place).copied().unwrap_or(0.0);
        if let Value::Known(figure) = *value {
            *value = match total {
                total if total <= 0.0 => Value::Missing(Reason::NotComputable),
                total if is_count && total < SMALLEST_BASE => Value::Missing(Reason::TooFew),
                total => Value::finite(figure / total),
            };
        }
    }
    Ok(())
}

/// Leaves out what stays in one place: nobody is on the way from Colombia to Colombia. Gives the sum of it, if there was any.
///
/// # Errors
/// `flow-of-one-place` where nothing else is left.
pub(in crate::query) fn leave_out_stayers(draft: &mut Draft) -> Result<Option<f64>, Problem> {
    let places = draft.axis.len().max(1);
    let Axis::Entities(keys) = &draft.axis else { return Ok(None) };
    let mut stayed: Option<f64> = None;
    for (index, value) in draft.values.iter_mut().enumerate() {
        let is_one = draft
            .series
            .get(index / places)
            .zip(keys.get(index % places))
            .is_some_and(|(from, to)| from == to);
        if let (true, Some(figure)) = (is_one, value.known()) {
            stayed = Some(stayed.unwrap_or(0.0) + figure);
        }
        if is_one {
            *value = Value::Missing(Reason::NoRow);
        }
    }
    let moves = draft.values.iter().any(|value| value.known().is_some_and(|figure| figure != 0.0));
    if stayed.is_some() && !moves {
        return Err(Problem::new("flow-of-one-place").in_column(attribute::DESTINATION));
    }
    draft.drop_rowless();
    Ok(stayed.filter(|figure| *figure != 0.0))
}
