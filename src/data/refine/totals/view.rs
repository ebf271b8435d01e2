//! A table seen along some of its labels: items, and the slots in which they have figures.

use super::Plan;
use super::labels::{Keys, Labels};
use super::matrix::{Matrix, Scale, scale_of};
use super::names::{Known, Says, country_of};
use super::numbers::{Numbers, mixed};
use crate::data::places::is_iso3;
use crate::model::{Cells, Listed, NumberColumn, Table, TextColumn, sorted};

/// Of longer tables whole slots are left out, down to so many rows.
const ROWS_LOOKED_AT: usize = 16_000;
/// Fewer slots prove too little: where so few are left, more rows are looked at.
const FEWEST_SLOTS: usize = 12;
/// More rows are not looked at for the sake of slots.
const MOST_ROWS: usize = 150_000;
/// Figures that tell how finely a column is given.
const FIGURES_LOOKED_AT: usize = 4_000;
/// A country has no more provinces.
const MOST_PROVINCES: usize = 120;
/// Figures held at a time.
const MOST_CELLS: usize = 200_000;

/// What a view's items are.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct View {
    /// The columns whose labels make an item.
    pub(super) items: Vec<usize>,
    /// Columns that neither make items nor slots: those that the items' say.
    pub(super) aside: Vec<usize>,
    /// Whether each row of the file is an item of its own, of so many rows of the table.
    pub(super) record: Option<usize>,
    /// Whether rows that are totals already are not looked at.
    pub(super) without_totals: bool,
    /// Whether rows without a period may add up those that have one.
    pub(super) of_periods: bool,
}

/// A view's rows.
pub(super) struct Seen {
    pub(super) matrix: Matrix,
    /// Items by their keys.
    items: Numbers,
    /// For each item a row that it stands on.
    pub(super) rows: Vec<usize>,
    /// What the items' names say.
    pub(super) says: Vec<Says>,
    keys: RowKeys,
}

/// The rows looked at.
#[derive(Default)]
struct Sample {
    items: Numbers,
    slots: Numbers,
    /// For each item the first of its rows.
    rows: Vec<usize>,
    /// The same for each slot.
    slot_rows: Vec<usize>,
    /// For each row looked at its number, item and slot.
    places: Vec<(u32, u32, u32)>,
}

impl Sample {
    fn add(&mut self, row: usize, item: u64, slot: u64) {
        let item = self.items.number(item);
        if item == self.rows.len() {
            self.rows.push(row);
        }
        let slot = self.slots.number(slot);
        if slot == self.slot_rows.len() {
            self.slot_rows.push(row);
        }
        self.places.push((row as u32, item as u32, slot as u32));
    }
}

/// What tells of a row which item it is of, and in which slot.
struct RowKeys {
    items: Keys,
    /// How many rows of the table a row of the file became, where each of those is an item.
    record: Option<usize>,
    slots: Keys,
}

impl RowKeys {
    fn item(&self, table: &Table, row: usize) -> u64 {
        match self.record {
            Some(spread) => (row / spread.max(1)) as u64 + 1,
            None => self.items.key(table, row),
        }
    }
}

impl View {
    fn keys(&self, table: &Table, labels: &Labels) -> RowKeys {
        let is_taken = |column: usize| match self.record {
            Some(_) => !labels.periods.contains(&column),
            None => self.items.contains(&column),
        };
        let slots = labels.but(table, &|column| is_taken(column) || self.aside.contains(&column));
        RowKeys { items: Keys::of(table, &self.items), record: self.record, slots }
    }

    /// Looks at a table; `None` where there is nothing to add.
    pub(super) fn see(&self, table: &Table, plan: &Plan, is_out: &[bool], texts: &mut Known) -> Option<Seen> {
        let (labels, measures) = (&plan.labels, &plan.measures);
        let keys = self.keys(table, labels);
        let sample = match &plan.rows {
            Some(rows) if !self.of_periods => {
                self.sample(table, &keys, &mut rows.iter().map(|row| *row as usize), is_out)
            }
            _ => self.sample(table, &keys, &mut (0..table.rows), is_out),
        };
        let Sample { items, slots: known_slots, rows, slot_rows, places } = sample;
        let mut says = self.says(table, &rows, texts);
        // Of two one may be the other once more, if it is called so.
        if items.len() < 2 || items.len() == 2 && !says.iter().any(|says| *says > Says::Nothing) {
            return None;
        }
        let most = (MOST_CELLS / items.len()).max(1);
        let measures: Vec<(usize, bool)> = measures.iter().copied().take(most.max(1)).listed();
        let kept = (most / measures.len().max(1)).clamp(1, known_slots.len());
        if items.len() * measures.len() * kept > MOST_CELLS {
            return None;
        }
        // In the order of time: what a year adds to what is known is seen from the year before.
        let time = |slot: usize| match labels.periods.first().and_then(|index| table.columns.get(*index)) {
            Some(column) => match &column.cells {
                Cells::Period(periods) => {
                    slot_rows.get(slot).and_then(|row| periods.ordinals.get(*row)).copied().unwrap_or(0)
                }
                _ => 0,
            },
            None => 0,
        };
        let order = sorted(known_slots.len(), &|left, right| {
            time(left).cmp(&time(right)).then(known_slots.key(left).cmp(&known_slots.key(right)))
        });
        let mut place_of = vec![usize::MAX; known_slots.len()];
        // Where there are too many, some of all times: the first years of a series know little.
        let spread = known_slots.len() as f64 / kept as f64;
        let chosen = |place: usize| order.get((place as f64 * spread) as usize).copied();
        for (place, slot) in (0..kept).filter_map(|place| Some((place, chosen(place)?))) {
            if let Some(known) = place_of.get_mut(slot) {
                *known = place;
            }
        }
        let columns: Vec<(&NumberColumn, bool)> = measures
            .iter()
            .filter_map(|(index, is_count)| match &table.columns.get(*index)?.cells {
                Cells::Number(figures) => Some((figures, *is_count)),
                _ => None,
            })
            .listed();
        let scales: Vec<Scale> = columns
            .iter()
            .map(|(figures, is_count)| {
                let known = |(row, _, _): &(u32, u32, u32)| figures.get(*row as usize).known();
                scale_of(&mut places.iter().filter_map(known).take(FIGURES_LOOKED_AT), *is_count)
            })
            .listed();
        let tests = (0..columns.len()).flat_map(|measure| (0..kept).map(move |_| measure)).listed();
        let mut matrix = Matrix::new(items.len(), tests, scales);
        for (measure, (figures, _)) in columns.iter().enumerate() {
            for (row, item, slot) in &places {
                let place = place_of.get(*slot as usize).copied().unwrap_or(usize::MAX);
                if place != usize::MAX {
                    let figure = figures.get(*row as usize).known();
                    matrix.add(*item as usize, measure * kept + place, figure);
                }
            }
        }
        self.suspect_namesakes(table, labels, &rows, &mut says, texts);
        Some(Seen { matrix, items, rows, says, keys })
    }

    /// The rows to look at of those given, whole slots of them.
    fn sample(
        &self,
        table: &Table,
        keys: &RowKeys,
        rows: &mut (impl ExactSizeIterator<Item = usize> + Clone),
        is_out: &[bool],
    ) -> Sample {
        let mut shift = (rows.len() / ROWS_LOOKED_AT).max(1).ilog2();
        loop {
            let mut sample = Sample::default();
            let mask = (1u64 << shift) - 1;
            for row in rows.clone() {
                let slot = keys.slots.key(table, row);
                if mixed(slot) >> 40 & mask == 0 && !(self.without_totals && is_out.get(row) == Some(&true)) {
                    sample.add(row, keys.item(table, row), slot);
                    if sample.rows.len() > MOST_CELLS {
                        return Sample::default();
                    }
                }
            }
            let is_enough = sample.slot_rows.len() >= FEWEST_SLOTS || sample.places.len() * 4 > MOST_ROWS;
            if shift == 0 || is_enough {
                return sample;
            }
            shift = shift.saturating_sub(2);
        }
    }

    /// What the items' names say, each of all its labels.
    fn says(&self, table: &Table, rows: &[usize], names: &mut Known) -> Vec<Says> {
        let mut out = vec![Says::Nothing; rows.len()];
        if self.of_periods {
            let is_missing = |row: &usize| self.items.iter().all(|column| is_empty(table, *column, *row));
            return rows.iter().map(|row| if is_missing(row) { Says::Empty } else { Says::Rest }).listed();
        }
        for column in &self.items {
            let Some(Cells::Text(texts)) = table.columns.get(*column).map(|column| &column.cells) else {
                continue;
            };
            // What all rows say tells none of them apart.
            if texts.dictionary.len() < 2
                && self.items.len() > 1
                && !texts.codes.contains(&TextColumn::MISSING)
            {
                continue;
            }
            // "North" is a region among countries; among regions it is one of them.
            let has_countries = names.has_countries(texts);
            // Canada among its provinces; in letters, since those have codes like countries'.
            let is_place = |text: &str| text.len() > 3 && country_of(text).is_some();
            let is_alone = (3..=MOST_PROVINCES).contains(&texts.dictionary.len())
                && texts.dictionary.iter().filter(|text| is_place(text)).take(2).count() == 1;
            let mut of_text = |text: &str| match names.says(text) {
                Says::Group if !has_countries => Says::Nothing,
                Says::Nothing if is_alone && is_place(text) => Says::Country,
                says => says,
            };
            let mut known: Vec<Option<Says>> = vec![None; texts.dictionary.len()];
            let last = rows.len().saturating_sub(1);
            for (item, (out, row)) in out.iter_mut().zip(rows).enumerate() {
                let own = match texts.codes.get(*row) {
                    Some(code) if *code != TextColumn::MISSING => {
                        let text = texts.get(*row).unwrap_or_default();
                        known.get_mut(*code as usize).map(|says| *says.get_or_insert_with(|| of_text(text)))
                    }
                    _ => Some(Says::Empty),
                };
                let own = match own.unwrap_or(Says::Nothing) {
                    Says::Country if item > 0 && item < last => Says::Hint,
                    own => own,
                };
                *out = match (*out, own) {
                    (Says::Total, _) | (_, Says::Total) => Says::Total,
                    (Says::NoSum, _) | (_, Says::NoSum) => Says::NoSum,
                    (Says::Rest, _) | (_, Says::Rest) => Says::Rest,
                    (known, own) => known.max(own),
                };
            }
        }
        out
    }
}

impl View {
    /// Raises a suspicion of items that are called like what they stand in: Peru among the provinces of Peru.
    fn suspect_namesakes(
        &self,
        table: &Table,
        labels: &Labels,
        rows: &[usize],
        says: &mut [Says],
        known: &mut Known,
    ) {
        let text = |column: usize, row: usize| match table.columns.get(column).map(|column| &column.cells) {
            Some(Cells::Text(texts)) => texts.get(row),
            _ => None,
        };
        let others = || labels.texts.iter().filter(|column| !self.items.contains(column));
        let Some(own) = self.items.first().filter(|_| self.record.is_none() && others().next().is_some())
        else {
            return;
        };
        for (says, row) in says.iter_mut().zip(rows).filter(|(says, _)| **says == Says::Nothing) {
            let Some(name) = text(*own, *row) else { continue };
            let mut is_like = |other: &str| {
                other.eq_ignore_ascii_case(name)
                    || other.len() == 3
                        && is_iso3(other)
                        && known.country_of(name).is_some_and(|place| place == other)
            };
            if others().any(|column| text(*column, *row).is_some_and(&mut is_like)) {
                *says = Says::Hint;
            }
        }
    }
}

fn is_empty(table: &Table, column: usize, row: usize) -> bool {
    match table.columns.get(column).map(|column| &column.cells) {
        Some(Cells::Text(texts)) => texts.get(row).is_none(),
        Some(Cells::Period(periods)) => periods.get(row).is_none(),
        Some(Cells::Number(figures)) => figures.get(row).known().is_none(),
        None => true,
    }
}

impl Seen {
    /// The item of a row, if it has been seen.
    pub(super) fn item_of(&self, table: &Table, row: usize) -> Option<usize> {
        self.items.find(self.keys.item(table, row))
    }

    /// The slot of a row.
    pub(super) fn slot(&self, table: &Table, row: usize) -> u64 {
        self.keys.slots.key(table, row)
    }
}
