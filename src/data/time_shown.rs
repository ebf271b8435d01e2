//! Which column of periods is the time of a first view, and in which grain.

use crate::model::{
    Cells, Column, Dataset, Field, Grain, Listed, Operation, PeriodColumn, QuantityKind, Role, Table,
};

use super::cells::period_names::Standing;

/// Scattered dates over more days than these, some three years, are shown by month: by day they are a thicket.
const MOST_DAYS: i32 = 3 * 366;
/// Fewer dates than these are told apart by day.
const FEW_DATES: usize = 8;

/// What a column of periods stands for, among the others of its table.
pub(in crate::data) fn period_role(table: &Table, column: &Column) -> Role {
    let is_better = |other: &&Column| {
        matches!(&other.cells, Cells::Period(periods) if has_any(periods))
            && Standing::of(&other.name) < Standing::Edition
    };
    match Standing::of(&column.name) {
        Standing::Birth => Role::Other,
        Standing::Edition if table.columns.iter().any(|other| is_better(&other)) => Role::Other,
        _ => Role::Period,
    }
}

/// The column of periods that stands across: that of the figures' time; of equals the finest, of these the first.
pub(in crate::data) fn time_column<'a>(table: &'a Table, fields: &[Field]) -> Option<&'a str> {
    let is_period = |name: &str| fields.iter().any(|field| field.name == name && field.role == Role::Period);
    let mut best: Option<((Standing, Grain), &str)> = None;
    for column in table.columns.iter().filter(|column| is_period(&column.name)) {
        let Cells::Period(periods) = &column.cells else { continue };
        let rank = (Standing::of(&column.name), periods.grain);
        if has_any(periods) && best.is_none_or(|(least, _)| rank < least) {
            best = Some((rank, &column.name));
        }
    }
    best.map(|(_, name)| name)
}

fn has_any(periods: &PeriodColumn) -> bool {
    periods.ordinals.iter().any(|ordinal| *ordinal != PeriodColumn::MISSING)
}

/// Lets a list of events on scattered days over years stand by month, where its figures may be added up.
pub(in crate::data) fn widen(table: &Table, dataset: &mut Dataset) {
    let view = &dataset.view;
    let Some(name) = view.x.as_deref() else { return };
    let Some(Cells::Period(periods)) = table.column(name).map(|column| &column.cells) else { return };
    let figure = view.y.as_deref().and_then(|name| dataset.field(name));
    let measure = figure.map_or(QuantityKind::Unknown, |field| field.measure);
    let adds_up =
        dataset.counts_rows || (measure != QuantityKind::Unknown && measure.allows(Operation::SumOverTime));
    // "month" is of the first column of periods.
    let is_first =
        dataset.fields.iter().find(|field| field.role == Role::Period).map(|field| field.name.as_str());
    if !adds_up || is_first != Some(name) || table.column("month").is_some() {
        return;
    }
    if periods.grain == Grain::Day && periods.mixed.is_empty() && are_scattered(periods) {
        dataset.view.x = Some(String::from("month"));
    }
}

/// Whether days follow no rhythm, over years.
fn are_scattered(periods: &PeriodColumn) -> bool {
    let known = || periods.ordinals.iter().copied().filter(|ordinal| *ordinal != PeriodColumn::MISSING);
    let (Some(first), Some(last)) = (known().min(), known().max()) else { return false };
    let span = last.saturating_sub(first);
    if !(MOST_DAYS..=4_000_000).contains(&span) {
        return false;
    }
    let mut occurs = vec![false; span as usize + 1];
    for ordinal in known() {
        if let Some(occurs) = occurs.get_mut((ordinal - first) as usize) {
            *occurs = true;
        }
    }
    let days: Vec<i32> = (first..).zip(&occurs).filter(|(_, occurs)| **occurs).map(|(day, _)| day).listed();
    // Of a rhythm, as of each day, week or month, most steps are alike.
    let mut steps = [0usize; 32];
    for step in days.windows(2).filter_map(|pair| usize::try_from(pair.last()? - pair.first()?).ok()) {
        if let Some(count) = steps.get_mut(step) {
            *count += 1;
        }
    }
    let usual = steps.iter().max().copied().unwrap_or_default();
    days.len() >= FEW_DATES && usual * 2 < days.len()
}
