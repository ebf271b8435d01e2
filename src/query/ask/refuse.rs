//! Sums that have no meaning, refused with a sentence that says why and the way out.

use crate::model::{Cells, Dataset, Grain, Problem, Role, Table, TextColumn, attribute};

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

/// Refuses to add cases to persons, as UNHCR's asylum tables count (`app_pc`, `dec_pc`: `P` or `C`).
pub(in crate::query) fn cases_with_persons(
    table: &Table,
    dataset: &Dataset,
    plan: &Plan,
    rows: &[u32],
) -> Result<(), Problem> {
    for column in &table.columns {
        let Cells::Text(texts) = &column.cells else { continue };
        let is_named = matches!(column.name.to_ascii_lowercase().as_str(), "app_pc" | "dec_pc");
        let is_category = dataset.field(&column.name).is_some_and(|field| field.role == Role::Category);
        let only_both =
            texts.dictionary.len() == 2 && texts.dictionary.iter().all(|text| text == "P" || text == "C");
        let apart = plan.x.base == column.name
            || plan.series.as_ref().is_some_and(|series| series.base == column.name);
        if apart || !(is_named || (is_category && only_both)) {
            continue;
        }
        let (Some(persons), Some(cases)) = (texts.code_of("P"), texts.code_of("C")) else { continue };
        let code = |row: &&u32| texts.codes.get(**row as usize).copied().unwrap_or(TextColumn::MISSING);
        if rows.iter().any(|row| code(&row) == persons)
            && let Some(row) = rows.iter().find(|row| code(row) == cases)
        {
            return Err(Problem::new("cases-with-persons")
                .with("field", &column.name)
                .with("selection", format!("{}=P", column.name))
                .with("row", row + 2)
                .at_row(*row as usize + 2)
                .in_column(&column.name));
        }
    }
    Ok(())
}

/// Refuses the sum of a stock over several periods.
pub(in crate::query) fn sum_of_stocks(plan: &Plan) -> Problem {
    Problem::new("sum-of-stocks")
        .with("field", plan.y.first().map_or("", |figure| figure.name))
        .in_column(attribute::AGGREGATE)
}

/// Refuses the sum of rates.
pub(in crate::query) fn rate_sum(plan: &Plan) -> Problem {
    Problem::new("rate-sum")
        .with("field", plan.y.first().map_or("", |figure| figure.name))
        .in_column(attribute::AGGREGATE)
}
