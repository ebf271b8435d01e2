//! What a reader of the chart should know of the table: told with a count, never changed.

use crate::model::{Cells, Dataset, NumberColumn, Problem, QuantityKind, Role, TextColumn, Value};

use crate::data::partial_table::PartialTable;

/// Counts below this can point to persons; UNHCR publishes none that are not rounded.
const SMALL: f64 = 5.0;

/// How many rows are looked at in a step.
const ROWS_A_STEP: usize = 50_000;

/// The checks of a table, made step by step.
#[derive(Default)]
pub(in crate::data) struct Checks {
    /// What the table's columns are.
    dataset: Dataset,
    has_begun: bool,
    /// The next column to check.
    next: usize,
    /// For each row a number of all that tells it from others.
    keys: Vec<u64>,
    has_keys: bool,
    /// The row that had a key first, open addressing, at most half full.
    slots: Vec<u32>,
    next_row: usize,
    first_twin: Option<usize>,
    twins: usize,
}

impl Checks {
    /// Of a table that is described so.
    pub(in crate::data) fn new(dataset: Dataset) -> Checks {
        Checks { dataset, ..Checks::default() }
    }

    /// Makes the next check; whether none is left.
    pub(in crate::data) fn step(&mut self, partial: &mut PartialTable) -> bool {
        let dataset = &self.dataset;
        if !std::mem::replace(&mut self.has_begun, true) {
            if dataset.counts_rows {
                partial.warn(Problem::new("rows-counted"), None, partial.table.rows);
            }
            self.keys = vec![0; partial.table.rows];
        }
        let Some(column) = partial.table.columns.get(self.next) else {
            // Cases may well be alike.
            return !self.has_keys || dataset.counts_rows || self.duplicates(partial);
        };
        self.next += 1;
        let mut found: Vec<(Problem, Option<usize>, usize)> = Vec::new();
        let name = column.name.as_str();
        let field = dataset.field(name);
        let role = field.map_or(Role::Other, |field| field.role);
        match &column.cells {
            Cells::Number(figures) if role == Role::Measure => {
                let kind = field.map_or(QuantityKind::Unknown, |field| field.measure);
                of_figures(name, figures, kind, &mut found);
            }
            Cells::Period(periods) => {
                if !periods.mixed.is_empty() {
                    let odd = periods.mixed.iter().filter(|grain| **grain != periods.grain).count();
                    let row = periods.mixed.iter().position(|grain| *grain != periods.grain);
                    let problem = Problem::new("mixed-grains-told").with("column", name).in_column(name);
                    found.push((problem, row, odd));
                }
                self.has_keys = true;
                mix(&mut self.keys, periods.ordinals.iter().map(|ordinal| *ordinal as u64));
            }
            Cells::Text(texts) => {
                self.has_keys = true;
                mix(&mut self.keys, texts.codes.iter().map(|code| u64::from(*code)));
                if is_admin_level(name) {
                    of_levels(name, texts, &mut found);
                }
            }
            // Codes and rounds tell rows apart, too.
            Cells::Number(figures) => {
                mix(&mut self.keys, figures.figures().iter().map(|figure| figure.to_bits()));
            }
        }
        for (problem, row, count) in found {
            partial.warn(problem, row, count);
        }
        false
    }

    /// Counts rows that are alike in all that tells rows apart; whether all have been looked at.
    fn duplicates(&mut self, partial: &mut PartialTable) -> bool {
        let size = (self.keys.len() * 2).next_power_of_two().max(16);
        self.slots.resize(size, u32::MAX);
        let until = (self.next_row + ROWS_A_STEP).min(self.keys.len());
        for (row, key) in self.keys.iter().enumerate().take(until).skip(self.next_row) {
            let mut slot = (key >> 20) as usize & (size - 1);
            while let Some(place) = self.slots.get_mut(slot) {
                if *place == u32::MAX {
                    *place = row as u32;
                    break;
                }
                if self.keys.get(*place as usize) == Some(key) {
                    self.first_twin.get_or_insert(row);
                    self.twins += 1;
                    break;
                }
                slot = (slot + 1) & (size - 1);
            }
        }
        self.next_row = until;
        let is_done = until == self.keys.len();
        if is_done && self.twins > 0 {
            partial.warn(Problem::new("duplicate-keys"), self.first_twin, self.twins);
        }
        is_done
    }
}

fn of_figures(
    name: &str,
    figures: &NumberColumn,
    kind: QuantityKind,
    found: &mut Vec<(Problem, Option<usize>, usize)>,
) {
    let is_share = kind == QuantityKind::Share;
    let rate = !kind.is_count() && kind != QuantityKind::Unknown;
    let (mut negative, mut above, mut small) = ((None, 0), (None, 0), (None, 0));
    let mut is_count = !is_share && !rate;
    for row in 0..figures.len() {
        let Value::Known(figure) = figures.get(row) else { continue };
        let note = |tally: &mut (Option<usize>, usize)| {
            tally.0.get_or_insert(row);
            tally.1 += 1;
        };
        if figure < 0.0 {
            note(&mut negative);
        }
        if figure > 100.0 {
            note(&mut above);
        }
        if figure > 0.0 && figure < SMALL {
            note(&mut small);
        }
        is_count &= figure.fract() == 0.0;
    }
    let mut tell = |code, (row, count): (Option<usize>, usize)| {
        if count > 0 {
            let text = row.map(|row| figures.get(row)).and_then(Value::known).unwrap_or_default();
            let text = crate::model::shortest_decimal(text);
            found.push((
                Problem::new(code).with("column", name).with("text", text).in_column(name),
                row,
                count,
            ));
        }
    };
    if is_count {
        tell("negative-counts", negative);
        tell("small-counts", small);
    }
    if is_share {
        tell("above-100-percent", above);
    }
}

/// Whether a name is that of an administrative level below the country: `admin1Pcode`, `adm2_name`.
fn is_admin_level(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let start = if name.starts_with("admin") {
        5
    } else if name.starts_with("adm") {
        3
    } else {
        return false;
    };
    name.as_bytes().get(start).is_some_and(|level| (b'1'..=b'5').contains(level))
}

/// Rows of a country beside rows of its provinces.
fn of_levels(name: &str, texts: &TextColumn, found: &mut Vec<(Problem, Option<usize>, usize)>) {
    let is_above = |code: &u32| *code == TextColumn::MISSING;
    let above = texts.codes.iter().filter(|code| is_above(code)).count();
    if above > 0 && above < texts.codes.len() {
        let row = texts.codes.iter().position(is_above);
        found.push((Problem::new("mixed-levels").with("column", name).in_column(name), row, above));
    }
}

fn mix(keys: &mut [u64], parts: impl Iterator<Item = u64>) {
    for (key, part) in keys.iter_mut().zip(parts) {
        *key = (key.rotate_left(7) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        *key ^= *key >> 32;
    }
}
