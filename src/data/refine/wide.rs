//! Wide tables, with periods across, turned long: a row a period, a column of figures for each upper name.

use crate::model::{
    Cells, Column, Grain, Joined, Listed, NumberColumn, Period, PeriodColumn, Problem, Reason, Table,
    TextColumn, TotalColumn, Value,
};

use super::super::limits::{MAX_LONG_CELLS, MAX_ROWS};
use super::fold::{BETWEEN_TIERS, fold, repeated};
use super::heads::{ToldOfPeriods, are_months, told_of_heads};
use super::time::said_year;
use super::totals;
use crate::data::cells::dates::settle;
use crate::data::cells::month_names::month_of_name;
use crate::data::cells::period::decided;
use crate::data::cells::spelling::{Spelt, spelt};
use crate::data::partial_table::PartialTable;

/// Fewer columns with a period's name are a coincidence, but for the only one with figures.
const LEAST_PERIODS: usize = 2;
/// The years that a number of four digits names where nothing else does.
const SURE_YEARS: std::ops::RangeInclusive<i32> = 1950..=2050;

/// What a column's name says of time.
#[derive(Clone, Copy, PartialEq)]
enum Across {
    Period(Period),
    /// A month of no year.
    Month(u32),
}

/// One column of figures of a period.
struct Wide {
    column: usize,
    across: Across,
    /// The name of its figures: the other tier's; empty without one.
    group: String,
}

/// Turns a table with periods across into one with a period a row.
pub(in crate::data) fn turn_long(partial: &mut PartialTable) -> Result<(), Problem> {
    let (mut wide, is_guessed) = wide_columns(partial);
    let told = told_of_periods(partial, &mut wide);
    if wide.len() < LEAST_PERIODS && !is_lone_period(partial, &wide) {
        return Ok(());
    }
    let mut groups: Vec<&str> = Vec::new();
    let mut places: Vec<Across> = Vec::new();
    // The group and the place of each.
    let mut cells: Vec<(usize, usize)> = Vec::with_capacity(wide.len());
    for one in &wide {
        let group = groups.iter().position(|known| *known == one.group).unwrap_or(groups.len());
        let place = places.iter().position(|known| *known == one.across).unwrap_or(places.len());
        if group == groups.len() {
            groups.push(&one.group);
        }
        if place == places.len() {
            places.push(one.across);
        }
        cells.push((group, place));
    }
    let rows = partial.table.rows;
    let long = rows.saturating_mul(places.len());
    if long > MAX_ROWS {
        return Err(Problem::new("too-many-rows").with("limit", MAX_ROWS));
    }
    // A column of figures for each name, of which most may stand below one period alone.
    let columns = partial.table.columns.len().saturating_sub(wide.len()) + groups.len() + 1;
    if long.max(places.len()).saturating_mul(columns) > MAX_LONG_CELLS {
        return Err(Problem::new("wide-too-large").with("limit", MAX_LONG_CELLS / 1_000_000));
    }
    let mut columns: Vec<Column> = Vec::new();
    let own_totals = totals::across(partial, &wide.iter().map(|one| one.column).listed());
    for (index, column) in partial.table.columns.iter().enumerate() {
        if wide.iter().any(|one| one.column == index) {
            continue;
        }
        if own_totals.iter().any(|(total, _)| *total == index) || is_marks(partial, index) {
            continue;
        }
        columns.push(Column { name: column.name.clone(), cells: repeated(&column.cells, places.len()) });
    }
    let figure_names = figure_names(&columns, &groups);
    let folded = match partial.around.tiers.is_empty() {
        true => Vec::new(),
        false => {
            figure_names.iter().zip(&groups).map(|(name, group)| (name.clone(), (*group).to_owned())).listed()
        }
    };
    let names = places.iter().map(|place| {
        let one = wide.iter().find(|one| one.across == *place);
        one.map(|one| lower_name(partial, one.column).to_owned()).unwrap_or_default()
    });
    let names: Vec<String> = names.listed();
    let mut time = time_column(partial, &places, &names, rows, &columns);
    if let Cells::Period(periods) = &mut time.cells {
        told.mark(periods);
    }
    columns.push(time);
    for (group, name) in figure_names.into_iter().enumerate() {
        let mut figures = NumberColumn::default();
        figures.reserve(rows * places.len());
        let mut sources: Vec<Option<&NumberColumn>> = vec![None; places.len()];
        // Of two columns of one name and period the first holds.
        for (one, (_, place)) in wide.iter().zip(&cells).filter(|(_, (of, _))| *of == group).rev() {
            let column = partial.table.columns.get(one.column).map(|column| &column.cells);
            if let (Some(source), Some(column)) = (sources.get_mut(*place), column) {
                *source = match column {
                    Cells::Number(figures) => Some(figures),
                    _ => None,
                };
            }
        }
        for row in 0..rows {
            for source in &sources {
                figures.push(source.map_or(Value::Missing(Reason::NotCollected), |source| source.get(row)));
            }
        }
        columns.push(Column { name, cells: Cells::Number(figures) });
    }
    let columns_across = wide.len();
    let name_at = |index: &usize| partial.table.columns.get(*index).map(|column| column.name.clone());
    let found = own_totals.iter().filter_map(|(index, parts)| {
        Some(TotalColumn { name: name_at(index)?, of: parts.iter().filter_map(name_at).listed() })
    });
    let found = found.listed();
    let name_of = |one: Option<&Wide>| {
        let lower = one.map(|one| lower_name(partial, one.column)).unwrap_or_default();
        // Below periods may stand sexes and ages.
        let whole = one.filter(|_| across(lower).is_none()).and_then(|one| name_at(&one.column));
        whole.unwrap_or_else(|| lower.to_owned())
    };
    let (first, last) = (name_of(wide.first()), name_of(wide.last()));
    let first_name = first.clone();
    let before = std::mem::replace(&mut partial.table, Table { columns, rows: rows * places.len() });
    partial.around.as_read.extend(before.columns);
    let around = &mut partial.around;
    (around.tags, around.groups, around.lower, around.tiers) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    partial.around.lines.spread(places.len());
    fold(partial, &folded, places.len());
    if columns_across >= LEAST_PERIODS {
        let problem = Problem::new("wide-table").with("first", first).with("last", last);
        partial.warn(problem, None, columns_across);
    }
    if is_guessed {
        let line = partial.around.metadata.header_line;
        let problem = Problem::new("day-month-guessed").with("column", &first_name).with("text", &first_name);
        partial.warn(problem.with("row", line), None, columns_across);
    }
    partial.around.metadata.total_columns = found;
    Ok(())
}

/// Whether the one column with a period's name is the only one with figures, beside texts: `Nationality,2023`.
fn is_lone_period(partial: &PartialTable, wide: &[Wide]) -> bool {
    let [Wide { across: Across::Period(period), .. }] = wide else { return false };
    let columns = || partial.table.columns.iter();
    let figures = columns().filter(|column| matches!(column.cells, Cells::Number(_))).count();
    figures == 1
        && columns().all(|column| !matches!(column.cells, Cells::Period(_)))
        && columns().count() > 1
        && SURE_YEARS.contains(&period.calendar_year())
}

/// The columns that are named by a period and hold figures, or nothing; and whether of their days and months it is only
/// guessed which is which.
fn wide_columns(partial: &PartialTable) -> (Vec<Wide>, bool) {
    let mut wide: Vec<Wide> = Vec::new();
    let mut open: Vec<(usize, String)> = Vec::new();
    for (index, column) in partial.table.columns.iter().enumerate() {
        let bears = match &column.cells {
            Cells::Number(_) => true,
            Cells::Text(texts) => texts.codes.iter().all(|code| *code == TextColumn::MISSING),
            Cells::Period(_) => false,
        };
        let lower = lower_name(partial, index);
        let upper = partial.around.groups.get(index).map(String::as_str).unwrap_or_default();
        let named = across(lower)
            .map(|across| (across, upper.to_owned()))
            .or_else(|| across(upper).map(|one| (one, lower.to_owned())))
            .or_else(|| across_tiers(partial, index, lower));
        if let (true, Some((across, group))) = (bears, named) {
            wide.push(Wide { column: index, across, group });
        } else if bears && matches!(spelt(lower), Some((Spelt::Either { .. }, _))) {
            open.push((index, lower.to_owned()));
        }
    }
    let is_guessed = decide(partial, &mut wide, &open);
    // Months of no year beside periods of their own are something else.
    let months = wide.iter().filter(|one| matches!(one.across, Across::Month(_))).count();
    if months * 2 < wide.len() {
        wide.retain(|one| matches!(one.across, Across::Period(_)));
    } else {
        wide.retain(|one| matches!(one.across, Across::Month(_)));
    }
    (wide, is_guessed)
}

/// What the heads say of their periods; some months beside whole years become a part of theirs.
fn told_of_periods(partial: &PartialTable, wide: &mut Vec<Wide>) -> ToldOfPeriods {
    let mut found: Vec<(usize, &str, Option<Period>, String)> = Vec::new();
    for (index, column) in partial.table.columns.iter().enumerate() {
        let lower = lower_name(partial, index);
        let upper = partial.around.groups.get(index).map(String::as_str).unwrap_or_default();
        let known = wide.iter().find(|one| one.column == index);
        let (name, group) = match across(lower).is_some() || are_months(lower) {
            true => (lower, upper),
            false => (upper, lower),
        };
        match (known.map(|one| one.across), &column.cells) {
            (Some(Across::Period(period)), _) => found.push((index, name, Some(period), group.to_owned())),
            (None, Cells::Number(_)) if are_months(name) => found.push((index, name, None, group.to_owned())),
            _ => {}
        }
    }
    let mut heads = found.iter().map(|(_, name, period, _)| (*name, *period)).listed();
    let told = told_of_heads(&mut heads);
    for ((column, .., group), (_, period)) in found.iter().zip(heads) {
        let Some(period) = period else { continue };
        let at = wide.partition_point(|one| one.column < *column);
        match wide.get_mut(at).filter(|one| one.column == *column) {
            Some(one) => one.across = Across::Period(period),
            None => {
                let (column, group) = (*column, group.clone());
                wide.insert(at, Wide { column, across: Across::Period(period), group });
            }
        }
    }
    told
}

/// Adds columns named by days that are written in one of two orders, as all of them together decide; makes days that
/// stand for years or months these. Whether the order is only guessed.
fn decide(partial: &PartialTable, wide: &mut Vec<Wide>, open: &[(usize, String)]) -> bool {
    let texts = open.iter().map(|(_, name)| name.clone()).listed();
    let spelt: Vec<Option<(Spelt, bool)>> = texts.iter().map(|text| spelt(text)).listed();
    let found = decided(&texts, &spelt);
    for ((column, _), cell) in open.iter().zip(&found.cells) {
        let Some((period, _)) = cell else { continue };
        let at = wide.partition_point(|one| one.column < *column);
        let group = partial.around.groups.get(*column).cloned().unwrap_or_default();
        wide.insert(at, Wide { column: *column, across: Across::Period(*period), group });
    }
    let mut days: Vec<Option<(Period, bool)>> = Vec::with_capacity(wide.len());
    for one in wide.iter() {
        match one.across {
            Across::Period(period) if period.grain == Grain::Day => days.push(Some((period, false))),
            _ => return false,
        }
    }
    settle(&mut days);
    for (one, day) in wide.iter_mut().zip(days) {
        one.across = day.map_or(one.across, |(period, _)| Across::Period(period));
    }
    found.told.iter().any(|(code, _)| *code == "day-month-guessed")
}

/// The period that one of three tiers has for a column, and the names that the others have.
fn across_tiers(partial: &PartialTable, index: usize, lower: &str) -> Option<(Across, String)> {
    let mut found = None;
    let mut others: Vec<&str> = Vec::new();
    let upper =
        partial.around.tiers.iter().map(|tier| tier.get(index).map(String::as_str).unwrap_or_default());
    for name in upper.chain([lower]) {
        match (across(name), found) {
            (Some(period), None) => found = Some(period),
            _ if name.is_empty() => {}
            _ => others.push(name),
        }
    }
    found.map(|period| (period, others.joined(BETWEEN_TIERS)))
}

/// A column's own name as the file has it.
fn lower_name(partial: &PartialTable, index: usize) -> &str {
    partial
        .around
        .lower
        .get(index)
        .or_else(|| partial.around.names.get(index))
        .map(String::as_str)
        .unwrap_or_default()
}

/// Whether a column without a name holds marks of the figures on its left: `p`, `e`, `bu`.
fn is_marks(partial: &PartialTable, index: usize) -> bool {
    const LONGEST_MARK: usize = 3;
    let name = partial.around.names.get(index).map(String::as_str).unwrap_or_default();
    let is_unnamed = name.strip_prefix("column_").is_some_and(|number| number.parse::<u32>().is_ok());
    let before = index.checked_sub(1).and_then(|before| partial.table.columns.get(before));
    let is_beside_figures = before.is_some_and(|column| matches!(column.cells, Cells::Number(_)));
    match partial.table.columns.get(index).map(|column| &column.cells) {
        Some(Cells::Text(texts)) if is_unnamed && is_beside_figures => {
            texts.dictionary.iter().all(|text| text.len() <= LONGEST_MARK)
        }
        _ => false,
    }
}

fn across(name: &str) -> Option<Across> {
    if let Some(month) = month_of_name(name) {
        return Some(Across::Month(month));
    }
    // `2023_refugees` is no year.
    match spelt(name)? {
        (Spelt::Sure(period), _) if (1800..=2200).contains(&period.calendar_year()) => {
            Some(Across::Period(period))
        }
        (Spelt::Fiscal(year), _) => Some(Across::Period(Period::year(year))),
        (Spelt::ShownAs(_, period), _) => Some(Across::Period(period)),
        _ => None,
    }
}

/// What the figures are called: by their upper names, by the indicator that all rows have, else "value".
fn figure_names(others: &[Column], groups: &[&str]) -> Vec<String> {
    let taken = |name: &str| others.iter().any(|column| column.name.eq_ignore_ascii_case(name));
    let free = |name: &str| if taken(name) { [name, "_value"].concat() } else { name.to_owned() };
    groups.iter().map(|group| if group.is_empty() { free("value") } else { free(group) }).listed()
}

fn time_column(
    partial: &mut PartialTable,
    places: &[Across],
    names: &[String],
    rows: usize,
    others: &[Column],
) -> Column {
    let free = |name: &str| match others.iter().any(|column| column.name.eq_ignore_ascii_case(name)) {
        true => ["period_", name].concat(),
        false => name.to_owned(),
    };
    let said = said_year(partial);
    let year = said.map(|(year, _)| year);
    let periods = places.iter().map(|place| match (place, year) {
        (Across::Period(period), _) => Some(*period),
        (Across::Month(month), Some(year)) => Period::month(year, *month),
        (Across::Month(_), None) => None,
    });
    let periods: Vec<Option<Period>> = periods.listed();
    let known = || periods.iter().flatten();
    let Some(grain) = known().map(|period| period.grain).min() else {
        // Months of no year: in the order of the file.
        let mut texts = TextColumn::default();
        for _ in 0..rows {
            names.iter().for_each(|name| texts.push(name));
        }
        let name = free("month");
        // A column of years has them: the two are joined next.
        let is_of_years =
            |column: &Column| matches!(&column.cells, Cells::Period(periods) if periods.grain == Grain::Year);
        if others.iter().any(is_of_years) {
            return Column { name, cells: Cells::Text(texts) };
        }
        partial.around.metadata.ordered.push(name.clone());
        partial.around.metadata.view.x.get_or_insert_with(|| name.clone());
        partial.warn(Problem::new("months-without-year"), None, places.len());
        return Column { name, cells: Cells::Text(texts) };
    };
    if let (Some((year, code)), true) = (said, places.iter().any(|place| matches!(place, Across::Month(_)))) {
        partial.warn(Problem::new(code).with("year", year), None, places.len());
    }
    let mut ordinals = Vec::with_capacity(rows * periods.len());
    let mut mixed: Vec<Grain> = Vec::new();
    let is_mixed = known().any(|period| period.grain != grain);
    for _ in 0..rows {
        for period in &periods {
            ordinals.push(period.map_or(PeriodColumn::MISSING, |period| period.ordinal));
            if is_mixed {
                mixed.push(period.map_or(grain, |period| period.grain));
            }
        }
    }
    let mut column = PeriodColumn::new(grain, ordinals);
    column.mixed = mixed;
    let name = if grain == Grain::Year { "year" } else { "date" };
    let cells = Cells::Period(column);
    Column { name: free(name), cells }
}
