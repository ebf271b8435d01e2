//! Years and months in columns of their own, joined to one column of periods.

use crate::model::{Cells, Column, Grain, Period, PeriodColumn, Problem, QuantityKind, Role, TextColumn};

use super::wide::{month_name, year_of_name};
use crate::data::cells::period::holds;
use crate::data::cells::spelling::month_of_name;
use crate::data::partial_table::PartialTable;

/// Names of columns of months or quarters.
const MONTH_NAMES: [&str; 8] = ["month", "months", "mes", "meses", "mois", "mês", "mm", "mois_num"];
const QUARTER_NAMES: [&str; 5] = ["quarter", "qtr", "trimestre", "trim", "q"];

/// The number (from 1) of the month or quarter in each row.
struct MonthColumn {
    column: usize,
    numbers: Vec<Option<u32>>,
    grain: Grain,
}

/// Joins a column of years and one of months or quarters, where no column is finer.
pub(in crate::data) fn join(partial: &mut PartialTable) {
    let finer = partial.table.columns.iter().any(|column| match &column.cells {
        Cells::Period(periods) => periods.grain < Grain::Year,
        _ => false,
    });
    let Some(part) = month_column(partial) else { return };
    if finer {
        return;
    }
    let year_column = partial.table.columns.iter().find_map(|column| match &column.cells {
        Cells::Period(periods) if periods.grain == Grain::Year => Some(periods.clone()),
        _ => None,
    });
    let from_name = year_of_name(&partial.around.file);
    let of = |year: i32, number: u32| match part.grain {
        Grain::Quarter => Period::quarter(year, number),
        _ => Period::month(year, number),
    };
    let mut ordinals = Vec::with_capacity(part.numbers.len());
    for (row, number) in part.numbers.iter().enumerate() {
        let year = match &year_column {
            Some(years) => years.get(row).map(|year| year.ordinal),
            None => from_name,
        };
        let period = year.zip(*number).and_then(|(year, number)| of(year, number));
        ordinals.push(period.map_or(PeriodColumn::MISSING, |period| period.ordinal));
    }
    let name = partial.table.columns.get(part.column).map(|column| column.name.clone()).unwrap_or_default();
    if ordinals.iter().all(|ordinal| *ordinal == PeriodColumn::MISSING) {
        if year_column.is_none() {
            say_without_year(partial, &part, &name);
        }
        return;
    }
    let free = if partial.table.column("date").is_some() { "period" } else { "date" };
    if year_column.is_none()
        && let Some(year) = from_name
    {
        partial.warn(Problem::new("year-from-name").with("year", year), None, 1);
    }
    let cells = Cells::Period(PeriodColumn::new(part.grain, ordinals));
    let fresh = Column { name: free.to_owned(), cells };
    // First, so that it is what stands across; the column it comes of is no figure.
    partial.put_first(fresh);
    partial.say(&name, Role::Other, QuantityKind::Unknown, None);
    partial.around.metadata.view.x.get_or_insert_with(|| free.to_owned());
}

/// Months of no year: texts in the order of the file.
fn say_without_year(partial: &mut PartialTable, part: &MonthColumn, name: &str) {
    if partial.texts(name).is_none() {
        let mut texts = TextColumn::default();
        for number in &part.numbers {
            texts.push(&number.map(month_name).unwrap_or_default());
        }
        partial.replace(name, Cells::Text(texts));
    }
    partial.say(name, Role::Category, QuantityKind::Unknown, None);
    partial.around.metadata.ordered.push(name.to_owned());
    partial.around.metadata.view.x.get_or_insert_with(|| name.to_owned());
    partial.warn(Problem::new("months-without-year").in_column(name), None, part.numbers.len());
}

/// The column of months or quarters, if there is one.
fn month_column(partial: &PartialTable) -> Option<MonthColumn> {
    partial.table.columns.iter().enumerate().find_map(|(index, column)| {
        let name = column.name.to_ascii_lowercase();
        let tag = partial.around.tags.get(index).map(String::as_str).unwrap_or_default();
        let is_month = MONTH_NAMES.contains(&name.as_str()) || holds(&name, "month") || holds(tag, "+month");
        let is_quarter = QUARTER_NAMES.contains(&name.as_str());
        let numbers = match &column.cells {
            Cells::Text(texts) => {
                let month = texts.dictionary.iter().map(|text| match is_quarter {
                    true => quarter_of_name(text),
                    false => month_of_name(text),
                });
                let months: Vec<Option<u32>> = month.collect();
                let known = months.iter().flatten().count();
                if known == 0 || known * 10 < months.len() * 9 {
                    return None;
                }
                texts.codes.iter().map(|code| months.get(*code as usize).copied().flatten()).collect()
            }
            Cells::Number(figures) if is_month || is_quarter => {
                let most = if is_quarter { 4.0 } else { 12.0 };
                let mut numbers = Vec::with_capacity(figures.len());
                for row in 0..figures.len() {
                    let number = figures.get(row).known();
                    if number.is_some_and(|number| number < 1.0 || number > most || number.fract() != 0.0) {
                        return None;
                    }
                    numbers.push(number.map(|number| number as u32));
                }
                numbers
            }
            _ => return None,
        };
        let grain = if is_quarter { Grain::Quarter } else { Grain::Month };
        Some(MonthColumn { column: index, numbers, grain })
    })
}

/// `Q1`, `T1`, `1`.
fn quarter_of_name(text: &str) -> Option<u32> {
    let digit = text.trim().trim_start_matches(['Q', 'q', 'T', 't']).parse().ok()?;
    (1..=4).contains(&digit).then_some(digit)
}
