//! Rows that are alike in all that tells rows apart.

use std::cmp::Ordering;
use std::ops::Range;

use crate::model::{Cells, Listed, Table, TextColumn, sorted};

/// How many rows are looked at in a step.
const ROWS_A_STEP: usize = 50_000;
/// The same where rows are only held against the one above.
const ROWS_A_QUICK_STEP: usize = 200_000;
/// So many rows tell by what a file is ordered.
const ROWS_OF_ORDER: usize = 2_000;
/// So many twins are held against each other cell by cell.
const MOST_PROVED: usize = 1_000;
/// No row.
const FREE: u32 = u32::MAX;
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
    /// Half of each row's key, and the row that had it first; open addressing, at most three quarters full.
    slots: Vec<(u32, u32)>,
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
            self.seldom_first(table);
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
            let (above, own) = (part(table, *column, row - 1), part(table, *column, row));
            if above != own {
                let rank = |part: u64| ranks.get(part as usize).map_or(part, |rank| u64::from(*rank));
                return rank(above).cmp(&rank(own));
            }
        }
        Ordering::Equal
    }

    /// Puts what changes least from row to row before what changes more, as what a file is ordered by first.
    fn seldom_first(&mut self, table: &Table) {
        let changes = |column: &usize| {
            (1..table.rows.min(ROWS_OF_ORDER)).filter(|row| !is_alike(table, *column, *row - 1, *row)).count()
        };
        let counts: Vec<usize> = self.columns.iter().map(changes).listed();
        let order = sorted(counts.len(), &|left, right| counts.get(left).cmp(&counts.get(right)));
        self.columns = order.into_iter().filter_map(|index| self.columns.get(index)).copied().listed();
    }

    fn step_by_keys(&mut self, table: &Table) -> bool {
        if self.slots.is_empty() {
            self.slots = vec![(0, FREE); table.rows + table.rows / 3 + 16];
        }
        let until = (self.next_row + ROWS_A_STEP).min(table.rows);
        let keys = keys(table, &self.columns, self.next_row..until);
        for (row, key) in (self.next_row..until).zip(keys) {
            let (mut slot, half) = ((((key >> 32) * self.slots.len() as u64) >> 32) as usize, key as u32);
            let is_twin = loop {
                let Some(place) = self.slots.get_mut(slot) else {
                    slot = 0;
                    continue;
                };
                if place.1 == FREE {
                    *place = (half, row as u32);
                    break false;
                }
                // Of many twins one more or less need not be looked at twice.
                let first = place.1 as usize;
                let is_alike = || self.columns.iter().all(|column| is_alike(table, *column, first, row));
                if place.0 == half && (self.count > MOST_PROVED || is_alike()) {
                    break true;
                }
                slot += 1;
            };
            if is_twin {
                self.note(row);
            }
        }
        self.next_row = until;
        until == table.rows
    }
}

/// For each of some rows a number of all that tells it apart, all of whose bits depend on all of it.
fn keys(table: &Table, columns: &[usize], rows: Range<usize>) -> Vec<u64> {
    let mut keys = vec![0u64; rows.len()];
    for column in columns {
        for (key, row) in keys.iter_mut().zip(rows.clone()) {
            *key = (key.rotate_left(7) ^ part(table, *column, row)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            *key ^= *key >> 32;
        }
    }
    keys.iter_mut().for_each(|key| *key = key.wrapping_mul(0xbf58_476d_1ce4_e5b9));
    keys
}

/// A cell as a number that only those like it have; periods in their order.
#[inline]
fn part(table: &Table, column: usize, row: usize) -> u64 {
    match table.columns.get(column).map(|column| &column.cells) {
        Some(Cells::Text(texts)) => texts.codes.get(row).map_or(0, |code| u64::from(*code)),
        // Without its sign: what is before 1970 is less than what follows.
        Some(Cells::Period(periods)) => {
            periods.ordinals.get(row).map_or(0, |ordinal| u64::from(*ordinal as u32 ^ (1 << 31)))
        }
        Some(Cells::Number(figures)) => figures.figures().get(row).map_or(0, |figure| figure.to_bits()),
        None => 0,
    }
}

fn is_alike(table: &Table, column: usize, one: usize, other: usize) -> bool {
    part(table, column, one) == part(table, column, other)
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
