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
    /// For each row a number of all its labels: the sum of those of each, so that one can be taken away.
    pub(super) keys: Vec<u64>,
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
            keys: vec![0; table.rows],
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
        for index in &labels.all {
            let Some(column) = table.columns.get(*index).filter(|_| !labels.identifiers.contains(index))
            else {
                continue;
            };
            let own = (*index as u64 + 1) << 40;
            add(&column.cells, own, &mut labels.keys, false);
        }
        labels
    }

    /// Finds identifiers, and which columns say what others are.
    fn look_at(&mut self, table: &Table) {
        let count = self.all.len();
        let step = table.rows.div_ceil(ROWS_LOOKED_AT).max(1);
        let rows: Vec<usize> = (0..table.rows).step_by(step).listed();
        let mut distinct = Vec::new();
        for index in &self.all {
            let mut numbers = Numbers::default();
            rows.iter().for_each(|row| {
                numbers.number(label(table, *index, *row));
            });
            distinct.push(numbers.len());
        }
        self.determines = vec![false; count * count];
        for one in 0..count {
            for other in (0..count).filter(|other| *other != one) {
                let (Some(first), Some(second)) = (self.all.get(one), self.all.get(other)) else { continue };
                let mut pairs = Numbers::default();
                for row in &rows {
                    let second = mixed(label(table, *second, *row));
                    pairs.number(label(table, *first, *row).wrapping_add(second));
                }
                let own = distinct.get(one).copied().unwrap_or(0);
                let spare = own / LABELS_AN_EXCEPTION;
                let does = own > 1 && pairs.len() <= own + spare.min(1 + pairs.len() / 50);
                if let Some(flag) = self.determines.get_mut(one * count + other) {
                    *flag = does;
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

    /// Takes a column's labels from keys.
    pub(super) fn take(&self, table: &Table, column: usize, keys: &mut [u64]) {
        if let Some(found) = table.columns.get(column).filter(|_| !self.identifiers.contains(&column)) {
            add(&found.cells, (column as u64 + 1) << 40, keys, true);
        }
    }
}

/// Adds the labels of a column to keys, or takes them away.
fn add(cells: &Cells, own: u64, keys: &mut [u64], is_taken: bool) {
    let mut each = |row: usize, label: u64| {
        let label = mixed(own ^ label);
        if let Some(key) = keys.get_mut(row) {
            *key = if is_taken { key.wrapping_sub(label) } else { key.wrapping_add(label) };
        }
    };
    match cells {
        Cells::Text(texts) => {
            texts.codes.iter().enumerate().for_each(|(row, code)| each(row, u64::from(*code)))
        }
        Cells::Period(periods) => {
            periods
                .ordinals
                .iter()
                .enumerate()
                .for_each(|(row, ordinal)| each(row, u64::from(*ordinal as u32)));
            periods.mixed.iter().enumerate().for_each(|(row, grain)| each(row, 1 << 36 | *grain as u64));
        }
        Cells::Number(figures) => {
            figures.figures().iter().enumerate().for_each(|(row, figure)| each(row, figure.to_bits() >> 20));
        }
    }
}

/// A number of a cell that tells it from others of its column.
pub(super) fn label(table: &Table, column: usize, row: usize) -> u64 {
    let own = (column as u64 + 1) << 40;
    let label = match table.columns.get(column).map(|column| &column.cells) {
        Some(Cells::Text(texts)) => u64::from(texts.codes.get(row).copied().unwrap_or(TextColumn::MISSING)),
        Some(Cells::Period(periods)) => u64::from(periods.ordinals.get(row).copied().unwrap_or(0) as u32),
        Some(Cells::Number(figures)) => figures.figures().get(row).copied().unwrap_or(0.0).to_bits() >> 20,
        None => 0,
    };
    mixed(own ^ label)
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
