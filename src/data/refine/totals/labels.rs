//! What tells rows apart: columns of texts, periods and codes, and which of them hang together.

use super::numbers::{Numbers, mixed};
use crate::data::cells::period::holds;
use crate::model::{Cells, Dataset, Listed, NumberColumn, Role, Table, TextColumn};

/// More columns of labels are not looked at.
const MOST_LABELS: usize = 12;
/// So many rows tell which columns hang together.
const ROWS_LOOKED_AT: usize = 4096;
/// Of so many distinct labels one may break a rule: the total that has no code.
const LABELS_AN_EXCEPTION: usize = 4;

/// Words of columns' names that tell of a cell, not of a row.
const NOTES: [&str; 22] = [
    "note",
    "notes",
    "footnote",
    "footnotes",
    "flag",
    "flags",
    "obs_status",
    "obs_flag",
    "status",
    "symbol",
    "symbols",
    "comment",
    "comments",
    "source",
    "sources",
    "url",
    "link",
    "remark",
    "remarks",
    "conf_status",
    "obs_conf",
    "terminated",
];

/// The columns that tell rows apart.
pub(super) struct Labels {
    /// All of them, by their places in the table.
    pub(super) all: Vec<usize>,
    /// Those of texts.
    pub(super) texts: Vec<usize>,
    pub(super) periods: Vec<usize>,
    /// Those of which each row has its own: identifiers.
    pub(super) identifiers: Vec<usize>,
    /// For each pair of `all`, row by row, whether the first says what the second is.
    determines: Vec<bool>,
}

impl Labels {
    /// Of a table whose rows came, as many at a time, of one of the file.
    pub(super) fn of(table: &Table, dataset: &Dataset, spread: usize) -> Labels {
        let mut labels = Labels {
            all: Vec::new(),
            texts: Vec::new(),
            periods: Vec::new(),
            identifiers: Vec::new(),
            determines: Vec::new(),
        };
        for (index, column) in table.columns.iter().enumerate() {
            let lower = column.name.trim().to_ascii_lowercase();
            let is_note = NOTES.contains(&lower.as_str()) || holds(&lower, "footnote");
            match &column.cells {
                Cells::Text(texts) if !is_note && !is_prose(texts) => labels.texts.push(index),
                Cells::Period(_) => labels.periods.push(index),
                Cells::Number(figures)
                    if !is_note && is_code(dataset, &column.name) && !counts_rows(figures, spread) => {}
                _ => continue,
            }
            labels.all.push(index);
            if labels.all.len() == MOST_LABELS {
                break;
            }
        }
        labels.look_at(table);
        labels
    }

    /// Finds identifiers, and which columns say what others are.
    fn look_at(&mut self, table: &Table) {
        let count = self.all.len();
        let step = table.rows.div_ceil(ROWS_LOOKED_AT).max(1);
        let rows: Vec<usize> = (0..table.rows).step_by(step).listed();
        let labels_of = |index: &usize| rows.iter().map(|row| label(table, *index, *row)).collect();
        let seen: Vec<Vec<u64>> = self.all.iter().map(labels_of).listed();
        let distinct = seen.iter().map(|labels| {
            let mut numbers = Numbers::default();
            labels.iter().for_each(|label| {
                numbers.number(*label);
            });
            numbers.len()
        });
        let distinct: Vec<usize> = distinct.listed();
        self.determines = vec![false; count * count];
        for (one, first) in seen.iter().enumerate() {
            let own = distinct.get(one).copied().unwrap_or(0);
            let spare = own / LABELS_AN_EXCEPTION;
            for (other, second) in seen.iter().enumerate().filter(|(other, _)| *other != one && own > 1) {
                let mut pairs = Numbers::default();
                for (first, second) in first.iter().zip(second) {
                    pairs.number(first.wrapping_add(mixed(*second)));
                    if pairs.len() > own + spare {
                        break;
                    }
                }
                if let Some(flag) = self.determines.get_mut(one * count + other) {
                    *flag = pairs.len() <= own + spare.min(1 + pairs.len() / 50);
                }
            }
        }
        // What differs in each row says nothing of what rows have in common, unless it is all that there is.
        let others = self.texts.len();
        let is_own =
            |place: usize| distinct.get(place).is_some_and(|distinct| *distinct * 10 >= rows.len() * 9);
        let most = |place: usize| distinct.get(place).copied().unwrap_or(0);
        let shared = (0..count).filter(|place| !is_own(*place)).map(most).max().unwrap_or(0);
        for (place, index) in self.all.iter().enumerate() {
            let is_period = self.periods.contains(index);
            if rows.len() > 20
                && is_own(place)
                && !is_period
                && others > 1
                && shared > 1
                && shared * 2 < rows.len()
            {
                self.identifiers.push(*index);
            }
        }
    }

    /// Whether one column says what another is.
    pub(super) fn says(&self, one: usize, other: usize) -> bool {
        let place = |column: usize| self.all.iter().position(|known| *known == column);
        let (Some(one), Some(other)) = (place(one), place(other)) else { return false };
        self.determines.get(one * self.all.len() + other) == Some(&true)
    }

    /// What tells rows apart but some columns.
    pub(super) fn but(&self, table: &Table, taken: &dyn Fn(usize) -> bool) -> Keys {
        let left = self.all.iter().copied().filter(|column| !self.identifiers.contains(column));
        Keys::of(table, &left.filter(|column| !taken(*column)).listed())
    }
}

/// What makes one number of the labels of some columns: the sum of those of each, worked out where it is asked for, since a
/// list of all would be as long as a column.
pub(super) struct Keys {
    /// Each with the labels of its texts, by code.
    columns: Vec<(usize, Vec<u64>)>,
}

impl Keys {
    /// Of these columns.
    pub(super) fn of(table: &Table, columns: &[usize]) -> Keys {
        let labels = |column: &usize| match table.columns.get(*column).map(|found| &found.cells) {
            Some(Cells::Text(texts)) => {
                (0..texts.dictionary.len() as u64).map(|code| mixed(own(*column) ^ code)).listed()
            }
            _ => Vec::new(),
        };
        Keys { columns: columns.iter().map(|column| (*column, labels(column))).listed() }
    }

    /// The number of a row.
    pub(super) fn key(&self, table: &Table, row: usize) -> u64 {
        let mut key = 0u64;
        for (column, labels) in &self.columns {
            let Some(found) = table.columns.get(*column) else { continue };
            let known = match &found.cells {
                Cells::Text(texts) => {
                    texts.codes.get(row).and_then(|code| labels.get(*code as usize)).copied()
                }
                _ => None,
            };
            key = key.wrapping_add(known.unwrap_or_else(|| label(table, *column, row)));
        }
        key
    }
}

/// What tells the labels of a column from those of others.
fn own(column: usize) -> u64 {
    (column as u64 + 1) << 40
}

/// A number of a cell that tells it from others of its column.
pub(super) fn label(table: &Table, column: usize, row: usize) -> u64 {
    let label = match table.columns.get(column).map(|column| &column.cells) {
        Some(Cells::Text(texts)) => u64::from(texts.codes.get(row).copied().unwrap_or(TextColumn::MISSING)),
        Some(Cells::Period(periods)) => {
            let grain = periods.mixed.get(row).map_or(0, |grain| 1 << 36 | (*grain as u64) << 32);
            u64::from(periods.ordinals.get(row).copied().unwrap_or(0) as u32) | grain
        }
        Some(Cells::Number(figures)) => figures.figures().get(row).copied().unwrap_or(0.0).to_bits() >> 20,
        None => 0,
    };
    mixed(own(column) ^ label)
}

/// Whether figures are codes, ages, levels: no quantity.
fn is_code(dataset: &Dataset, name: &str) -> bool {
    dataset.field(name).is_some_and(|field| field.role != Role::Measure)
}

/// Whether figures number the rows of the file, and say nothing of them.
fn counts_rows(figures: &NumberColumn, spread: usize) -> bool {
    const LEAST_ROWS: usize = 4;
    let rows = (0..figures.len()).step_by(spread.max(1));
    let mut next = figures.get(0).known();
    rows.len() >= LEAST_ROWS
        && rows.into_iter().all(|row| {
            let is_next = next.is_some() && figures.get(row).known() == next;
            next = next.map(|next| next + 1.0);
            is_next
        })
}

/// Whether texts are sentences.
fn is_prose(texts: &TextColumn) -> bool {
    let length: usize = texts.dictionary.iter().map(String::len).sum();
    texts.dictionary.is_empty() || length > texts.dictionary.len() * 100
}
