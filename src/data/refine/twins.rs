//! Rows that are alike in all that tells rows apart.

use std::cmp::Ordering;

use crate::model::{Cells, Listed, Table, TextColumn, sorted};

/// How many rows are looked at in a step.
const ROWS_A_STEP: usize = 50_000;
/// The same where rows are only held against the one above.
const ROWS_A_QUICK_STEP: usize = 200_000;
/// More distinct texts are not put in order: it would take longer than to keep all rows.
const MOST_SORTED: usize = 10_000;

/// The search for rows that are alike, step by step.
#[derive(Default)]
pub(super) struct Twins {
    /// The columns of labels, periods and codes.
    pub(super) columns: Vec<usize>,
    way: Way,
    next_row: usize,
    /// The first row that is like one before, and how many are.
    pub(super) first: Option<usize>,
    pub(super) count: usize,
    /// For each column of texts the places of its distinct ones in the order that is tried.
    ranks: Vec<Vec<u32>>,
    /// For each row a number of all its labels.
    keys: Vec<u64>,
    /// The row that had a key first, open addressing, at most half full.
    slots: Vec<u32>,
}

/// How rows are held against each other. Most files are in order, where twins stand beside each other and nothing need be
/// kept of what has been seen.
#[derive(Clone, Copy, Default, PartialEq)]
enum Way {
    /// In the order in which texts come first.
    #[default]
    Seen,
    /// In the order of the alphabet.
    Spelt,
    /// By the keys of all.
    Keyed,
}

impl Twins {
    /// Looks at the next rows; whether none is left.
    pub(super) fn step(&mut self, table: &Table) -> bool {
        if self.way == Way::Keyed {
            return self.step_by_keys(table);
        }
        if self.next_row == 0 {
            self.ranks = self.columns.iter().map(|column| ranks(table, *column, self.way)).listed();
            self.next_row = 1;
        }
        let until = (self.next_row + ROWS_A_QUICK_STEP).min(table.rows);
        for row in self.next_row..until {
            match self.compare(table, row) {
                Ordering::Less => {}
                Ordering::Equal => self.note(row),
                Ordering::Greater => {
                    let is_short = |column: &usize| match table.columns.get(*column).map(|found| &found.cells)
                    {
                        Some(Cells::Text(texts)) => texts.dictionary.len() <= MOST_SORTED,
                        _ => true,
                    };
                    let may_be_spelt = self.way == Way::Seen && self.columns.iter().all(is_short);
                    let way = if may_be_spelt { Way::Spelt } else { Way::Keyed };
                    *self = Twins { columns: std::mem::take(&mut self.columns), way, ..Twins::default() };
                    return false;
                }
            }
        }
        self.next_row = until.max(1);
        until >= table.rows
    }

    fn note(&mut self, row: usize) {
        self.first.get_or_insert(row);
        self.count += 1;
    }

    /// Holds a row against the one above, column after column.
    fn compare(&self, table: &Table, row: usize) -> Ordering {
        for (column, ranks) in self.columns.iter().zip(&self.ranks) {
            let order = match table.columns.get(*column).map(|column| &column.cells) {
                Some(Cells::Text(texts)) => {
                    let codes = (texts.codes.get(row - 1), texts.codes.get(row));
                    let (Some(above), Some(own)) = codes else { continue };
                    if above == own {
                        continue;
                    }
                    let rank = |code: &u32| ranks.get(*code as usize).copied().unwrap_or(*code);
                    rank(above).cmp(&rank(own))
                }
                Some(Cells::Period(periods)) => periods.ordinals.get(row - 1).cmp(&periods.ordinals.get(row)),
                Some(Cells::Number(figures)) => {
                    let bits = |row: usize| figures.figures().get(row).map(|figure| figure.to_bits());
                    bits(row - 1).cmp(&bits(row))
                }
                None => continue,
            };
            if order != Ordering::Equal {
                return order;
            }
        }
        Ordering::Equal
    }

    fn step_by_keys(&mut self, table: &Table) -> bool {
        if self.keys.is_empty() {
            self.keys = vec![0; table.rows];
            for column in &self.columns {
                match table.columns.get(*column).map(|column| &column.cells) {
                    Some(Cells::Text(texts)) => {
                        mix(&mut self.keys, texts.codes.iter().map(|code| u64::from(*code)));
                    }
                    Some(Cells::Period(periods)) => {
                        mix(&mut self.keys, periods.ordinals.iter().map(|ordinal| *ordinal as u64));
                    }
                    Some(Cells::Number(figures)) => {
                        mix(&mut self.keys, figures.figures().iter().map(|figure| figure.to_bits()));
                    }
                    None => {}
                }
            }
        }
        let size = (self.keys.len() * 2).next_power_of_two().max(16);
        self.slots.resize(size, u32::MAX);
        let until = (self.next_row + ROWS_A_STEP).min(self.keys.len());
        let keys = self.keys.iter().enumerate().take(until).skip(self.next_row);
        for (row, key) in keys {
            let mut slot = (key >> 20) as usize & (size - 1);
            while let Some(place) = self.slots.get_mut(slot) {
                if *place == u32::MAX {
                    *place = row as u32;
                    break;
                }
                if self.keys.get(*place as usize) == Some(key) {
                    self.first.get_or_insert(row);
                    self.count += 1;
                    break;
                }
                slot = (slot + 1) & (size - 1);
            }
        }
        self.next_row = until;
        until == self.keys.len()
    }
}

/// The places of a column's distinct texts, by code; those without one come last as they are.
fn ranks(table: &Table, column: usize, way: Way) -> Vec<u32> {
    let Some(Cells::Text(TextColumn { dictionary, .. })) =
        table.columns.get(column).map(|column| &column.cells)
    else {
        return Vec::new();
    };
    if way != Way::Spelt {
        return Vec::new();
    }
    let text = |code: usize| dictionary.get(code).map(String::as_str).unwrap_or_default();
    let mut ranks = vec![0; dictionary.len()];
    let order = sorted(dictionary.len(), &|left, right| text(left).cmp(text(right)));
    for (rank, code) in (0u32..).zip(order) {
        if let Some(place) = ranks.get_mut(code) {
            *place = rank;
        }
    }
    ranks
}

fn mix(keys: &mut [u64], parts: impl Iterator<Item = u64>) {
    for (key, part) in keys.iter_mut().zip(parts) {
        *key = (key.rotate_left(7) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        *key ^= *key >> 32;
    }
}
