//! Sums that have no meaning, refused with a sentence that says why and the way out.

use crate::model::{Cells, Dataset, Grain, PERSONS_AND_CASES, Problem, QuantityKind, Table, attribute};

use super::filter::{Condition, Operator};
use super::plan::Plan;

/// Refuses rows of different grains, as annual values dated 1 January among months.
pub(in crate::query) fn mixed_grains(plan: &Plan, rows: &[u32]) -> Result<(), Problem> {
    let Some((name, periods)) = plan.time else { return Ok(()) };
    if periods.mixed.is_empty() {
        return Ok(());
    }
    let all = || rows.iter().filter_map(|row| Some((*row, periods.get(*row as usize)?)));
    let finest = all().map(|(_, period)| period.grain).min().unwrap_or(Grain::Year);
    let Some((row, coarse)) = all().find(|(_, period)| period.grain != finest) else { return Ok(()) };
    let fine = all().map(|(_, period)| period).filter(|period| period.grain == finest);
    let coarse_end =
        all().filter(|(_, period)| period.grain != finest).map(|(_, period)| period.end_day()).max();
    // The way out: from where on all are of the finest grain.
    let from = fine
        .clone()
        .filter(|period| Some(period.start_day()) > coarse_end)
        .min_by_key(|period| period.start_day());
    let selection = match (from, fine.min_by_key(|period| period.start_day())) {
        (Some(from), _) => format!("from=\"{from}\""),
        (None, Some(fine)) if fine.start_day() > coarse.end_day() => format!("to=\"{coarse}\""),
        _ => String::from(attribute::FILTER),
    };
    Err(Problem::new("mixed-grains")
        .with("field", name)
        .with("period", coarse)
        .with("selection", selection)
        .with("row", row + 2)
        .at_row(row as usize + 2)
        .in_column(name))
}

/// Refuses to add up what is counted in ways of its own: cases and persons, as UNHCR's asylum tables count (`app_pc`,
/// `dec_pc`: `P` or `C`), or the records of two authorities.
pub(in crate::query) fn counted_apart(
    table: &Table,
    dataset: &Dataset,
    plan: &Plan,
    rows: &[u32],
) -> Result<(), Problem> {
    for name in dataset.apart.iter().filter(|name| !plan.shows(name)) {
        let Some(column) = table.column(name) else { continue };
        let Cells::Text(texts) = &column.cells else { continue };
        let text = |row: &u32| texts.get(*row as usize);
        let Some(first) = rows.iter().find_map(text) else { continue };
        let Some((row, _)) =
            rows.iter().filter_map(|row| Some((row, text(row)?))).find(|(_, other)| *other != first)
        else {
            continue;
        };
        let persons = rows.iter().filter_map(text).find(|word| is_persons(word));
        let chosen = persons.unwrap_or(first);
        let code = if persons.is_some() { "cases-with-persons" } else { "counted-apart" };
        let selection =
            Condition { field: column.name.clone(), operator: Operator::Is, values: vec![chosen.to_owned()] };
        return Err(Problem::new(code)
            .with("field", &column.name)
            .with("selection", selection)
            .with("row", row + 2)
            .at_row(*row as usize + 2)
            .in_column(&column.name));
    }
    Ok(())
}

fn is_persons(word: &str) -> bool {
    PERSONS_AND_CASES.iter().any(|(persons, _)| persons.eq_ignore_ascii_case(word.trim()))
}

/// Refuses to fold what is counted in ways of its own into "Other".
pub(in crate::query) fn fold_apart() -> Problem {
    Problem::new("fold-apart").in_column(attribute::TOP)
}

/// Refuses the sum of a stock over several periods, or of rates, means and the like at all.
pub(in crate::query) fn sum_over_time(measure: QuantityKind, plan: &Plan) -> Problem {
    let code = if measure == QuantityKind::Stock { "sum-of-stocks" } else { "rate-sum" };
    Problem::new(code)
        .with("field", plan.y.first().map_or("", |figure| figure.name))
        .in_column(attribute::AGGREGATE)
}
