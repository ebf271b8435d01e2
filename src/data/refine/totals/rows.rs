//! From items that are sums to the rows of the table that they stand on.

use super::found::Found;
use super::names::{Says, says};
use super::numbers::Numbers;
use super::view::{Seen, View};
use crate::model::{Cells, Listed, Table, TextColumn, Total, sorted};

/// Of the parts beside a row so many are kept: enough to tell whether a filter leaves any.
const MOST_PARTS: usize = 64;
/// So many of them are named.
const MOST_NAMES: usize = 300;

/// The rows on which each item stands.
struct Standing {
    /// Where the rows of each item start in `rows`.
    starts: Vec<usize>,
    rows: Vec<u32>,
}

impl Standing {
    fn of(view: &View, seen: &Seen, table: &Table, is_out: &[bool]) -> Standing {
        let items = seen.rows.len();
        let numbers = (0..table.rows).map(|row| {
            let is_left = !view.without_totals || is_out.get(row) != Some(&true);
            is_left.then(|| seen.item_of(table, row)).flatten().map_or(u32::MAX, |item| item as u32)
        });
        let numbers: Vec<u32> = numbers.listed();
        let mut starts = vec![0usize; items + 1];
        for number in &numbers {
            if let Some(count) = starts.get_mut(*number as usize + 1).filter(|_| *number != u32::MAX) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let (mut next, mut rows) = (starts.clone(), vec![0u32; sum]);
        for (row, number) in (0u32..).zip(&numbers) {
            let Some(place) = next.get_mut(*number as usize).filter(|_| *number != u32::MAX) else {
                continue;
            };
            if let Some(own) = rows.get_mut(*place) {
                *own = row;
            }
            *place += 1;
        }
        Standing { starts, rows }
    }

    fn rows(&self, item: usize) -> &[u32] {
        let start = |item: usize| self.starts.get(item).copied().unwrap_or(0);
        self.rows.get(start(item)..start(item + 1)).unwrap_or_default()
    }
}

/// The rows of what was found, each with the parts that stand beside it.
pub(super) fn totals(
    view: &View,
    seen: &Seen,
    table: &Table,
    found: &[Found],
    measures: &[(usize, bool)],
    is_out: &[bool],
) -> Vec<Total> {
    if found.is_empty() {
        return Vec::new();
    }
    let standing = Standing::of(view, seen, table, is_out);
    let has_figure = |row: u32| {
        measures.iter().any(|(index, _)| match table.columns.get(*index).map(|column| &column.cells) {
            Some(Cells::Number(figures)) => figures.get(row as usize).known().is_some(),
            _ => false,
        })
    };
    let mut out: Vec<Total> = Vec::new();
    for one in found {
        let own = standing.rows(one.total);
        let mut slots = Numbers::default();
        let mut parts: Vec<Vec<u32>> = Vec::new();
        for row in own {
            if slots.number(seen.slot(table, *row as usize)) == parts.len() {
                parts.push(Vec::new());
            }
        }
        for part in &one.parts {
            for row in standing.rows(*part) {
                let beside = slots.find(seen.slot(table, *row as usize)).and_then(|slot| parts.get_mut(slot));
                if let Some(beside) = beside.filter(|beside| beside.len() < MOST_PARTS && has_figure(*row)) {
                    beside.push(*row);
                }
            }
        }
        let (field, value) = name(view, seen, table, one);
        // What overlaps others is in what they are in, and adds up it is not known which.
        let own_parts: &[usize] = if one.is_of_parts { &one.parts } else { &[] };
        let mut total = Total { of: names(table, seen, field, own_parts), value, ..Total::default() };
        total.field = field
            .and_then(|field| table.columns.get(field))
            .map_or_else(String::new, |column| column.name.clone());
        for row in own {
            let beside = slots.find(seen.slot(table, *row as usize)).and_then(|slot| parts.get(slot));
            if let Some(beside) = beside.filter(|beside| !beside.is_empty()) {
                total.push(*row, beside);
            }
        }
        if !total.rows.is_empty() {
            add(&mut out, total);
        }
    }
    out
}

/// Puts a total to those of the same name.
fn add(totals: &mut Vec<Total>, total: Total) {
    let is_same = |known: &&mut Total| known.field == total.field && known.value == total.value;
    let Some(known) = totals.iter_mut().find(is_same) else {
        totals.push(total);
        return;
    };
    let both = [std::mem::take(known), total];
    let places = both.iter().flat_map(|total| (0..total.rows.len()).map(move |place| (total, place)));
    let places: Vec<(&Total, usize)> = places.listed();
    let row = |index: usize| places.get(index).and_then(|(total, place)| total.rows.get(*place)).copied();
    let mut merged = Total::default();
    for index in sorted(places.len(), &|left, right| row(left).cmp(&row(right))) {
        let Some((total, place)) = places.get(index) else { continue };
        match row(index) {
            Some(row) if merged.rows.last() != Some(&row) => merged.push(row, total.parts_of(*place)),
            _ => {}
        }
    }
    let [first, second] = both;
    merged.of = first.of;
    for name in second.of {
        if merged.of.len() < MOST_NAMES && !merged.of.contains(&name) {
            merged.of.push(name);
        }
    }
    (merged.field, merged.value) = (first.field, first.value);
    *known = merged;
}

/// The column that names a total, and what it says.
fn name(view: &View, seen: &Seen, table: &Table, found: &Found) -> (Option<usize>, String) {
    let row_of = |item: usize| seen.rows.get(item).copied().unwrap_or(0);
    let mut best: Option<(bool, (u8, Says), usize, String)> = None;
    for column in &view.items {
        let Some(cells) = table.columns.get(*column).map(|column| &column.cells) else { continue };
        let Cells::Text(texts) = cells else {
            if best.is_none() && view.of_periods {
                best = Some((true, (1, Says::Empty), *column, String::new()));
            }
            continue;
        };
        let own = texts.codes.get(row_of(found.total)).copied();
        let differs = found.parts.iter().any(|part| texts.codes.get(row_of(*part)).copied() != own);
        let text = texts.get(row_of(found.total)).unwrap_or_default();
        // A name says more than the lack of one beside it.
        let says = match says(text) {
            _ if own == Some(TextColumn::MISSING) => (1, Says::Empty),
            says @ (Says::Total | Says::Group | Says::Hint) => (2, says),
            says => (0, says),
        };
        let is_better = best.as_ref().is_none_or(|(known, other, _, _)| (differs, says) > (*known, *other));
        if is_better {
            best = Some((differs, says, *column, text.to_owned()));
        }
    }
    best.map_or((None, String::new()), |(_, _, column, text)| (Some(column), text))
}

/// What a column says of parts.
fn names(table: &Table, seen: &Seen, field: Option<usize>, parts: &[usize]) -> Vec<String> {
    let Some(Cells::Text(texts)) =
        field.and_then(|field| table.columns.get(field)).map(|column| &column.cells)
    else {
        return Vec::new();
    };
    let mut is_named = vec![false; texts.dictionary.len()];
    let mut out = Vec::new();
    for part in parts {
        let code = seen
            .rows
            .get(*part)
            .and_then(|row| texts.codes.get(*row))
            .copied()
            .unwrap_or(TextColumn::MISSING);
        let Some(named) = is_named.get_mut(code as usize) else { continue };
        if !std::mem::replace(named, true) && out.len() < MOST_NAMES {
            out.extend(texts.dictionary.get(code as usize).cloned());
        }
    }
    out
}

/// Rows that break down a whole which others break down by another field, of each pair the later: where a table has sexes
/// of all ages and ages of both sexes, but not both.
pub(super) fn breakdowns(totals: &[Total], rows: usize, is_out: &[bool]) -> Vec<Total> {
    let is_left = |row: &u32| is_out.get(*row as usize) == Some(&false);
    // For each row the first total that it is.
    let mut first: Vec<u32> = vec![u32::MAX; rows];
    let mut out: Vec<Total> = Vec::new();
    for (index, total) in totals.iter().enumerate() {
        for (place, row) in total.rows.iter().enumerate() {
            let Some(known) = first.get_mut(*row as usize) else { continue };
            let parts = total.parts_of(place);
            let earlier = totals.get(*known as usize).filter(|earlier| earlier.field != total.field);
            let Some(earlier) = earlier else {
                *known = (*known).min(index as u32);
                continue;
            };
            let Ok(at) = earlier.rows.binary_search(row) else { continue };
            let other = earlier.parts_of(at);
            let is_alone = |parts: &[u32]| !parts.is_empty() && parts.iter().all(is_left);
            if !is_alone(parts) || !is_alone(other) || parts.iter().any(|part| other.contains(part)) {
                continue;
            }
            let mut aside = Total {
                field: earlier.field.clone(),
                value: earlier.value.clone(),
                breaks_down: total.field.clone(),
                ..Total::default()
            };
            parts.iter().for_each(|part| aside.push(*part, other));
            match out
                .iter_mut()
                .find(|known| known.field == aside.field && known.breaks_down == aside.breaks_down)
            {
                Some(known) => known.extend(&aside),
                None => out.push(aside),
            }
        }
    }
    out
}
