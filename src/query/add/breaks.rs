//! Where the figures of an answer begin to be counted another way.

use crate::model::{Break, Dataset, Listed, Problem, Table};

use super::axis::Groups;
use crate::query::SeriesBreak;
use crate::query::ask::filter;
use crate::query::ask::plan::Plan;
use crate::query::ask::select::{Terms, select};

/// A break that concerns an answer, and the keys of the series that it concerns; `None` for all.
pub(in crate::query) struct ConcerningBreak<'a> {
    found: &'a Break,
    keys: Option<Vec<String>>,
}

/// The breaks of a dataset that concern the `rows` of an answer, whose series are `groups`.
///
/// # Errors
/// Those of the break's own filter.
pub(in crate::query) fn concerning<'a>(
    table: &Table,
    dataset: &'a Dataset,
    plan: &Plan,
    rows: &[u32],
    groups: &Groups,
) -> Result<Vec<ConcerningBreak<'a>>, Problem> {
    let mut concerning = Vec::new();
    for found in &dataset.breaks {
        let is_one = |name: &str| found.fields.iter().any(|field| field.eq_ignore_ascii_case(name));
        let uses = is_one(plan.x.base)
            || plan.series.as_ref().is_some_and(|series| is_one(series.base))
            || plan.conditions.iter().any(|condition| is_one(&condition.field));
        if !found.fields.is_empty() && !uses {
            continue;
        }
        if found.filter.is_empty() {
            concerning.push(ConcerningBreak { found, keys: None });
            continue;
        }
        let conditions = filter::parse(&found.filter)?;
        let terms = Terms { conditions: &conditions, from: None, to: None, time: plan.time, totals: None };
        let Ok(meeting) = select(table, dataset, &terms) else { continue };
        let mut is_met = vec![false; table.rows];
        for row in meeting.rows {
            if let Some(met) = is_met.get_mut(row as usize) {
                *met = true;
            }
        }
        let mut met = vec![false; groups.keys.len()];
        let mut any = false;
        for row in rows.iter().filter(|row| is_met.get(**row as usize) == Some(&true)) {
            any = true;
            let group = groups.of_row.get(*row as usize).and_then(|group| met.get_mut(*group as usize));
            if let Some(met) = group {
                *met = true;
            }
        }
        let keys = groups.keys.iter().zip(&met).filter(|(_, met)| **met).map(|(key, _)| key.clone()).listed();
        if any {
            concerning.push(ConcerningBreak { found, keys: (!met.is_empty()).then_some(keys) });
        }
    }
    Ok(concerning)
}

/// The breaks of the series of an answer, by their places; those of folded ones are of "Other".
pub(in crate::query) fn of_series(
    concerning: &[ConcerningBreak],
    series: &[String],
    has_other: bool,
) -> Vec<SeriesBreak> {
    let mut breaks: Vec<SeriesBreak> = Vec::new();
    for ConcerningBreak { found, keys } in concerning {
        let mut note = |series: Option<usize>| {
            let new = SeriesBreak { from: found.from, series };
            if !breaks.contains(&new) {
                breaks.push(new);
            }
        };
        let Some(keys) = keys else {
            note(None);
            continue;
        };
        let other = series.len().checked_sub(1).filter(|_| has_other);
        let named = series.get(..other.unwrap_or(series.len())).unwrap_or_default();
        for key in keys {
            let place = named.iter().position(|known| known == key);
            if let Some(place) = place.or(other) {
                note(Some(place));
            }
        }
    }
    breaks
}
