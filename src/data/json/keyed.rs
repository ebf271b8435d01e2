//! JSON without lists: objects in an object, as pandas and scripts that key their records by a code write them.

use std::collections::BTreeMap;

use super::table::RecordTable;
use crate::data::cells::spelling::spelt;
use crate::data::limits::MAX_COLUMNS;
use crate::data::places;
use crate::model::{Listed, Problem};

/// More than so many cells come in lists.
const MOST_CELLS: usize = 500_000;
/// The names of the columns of keys, and of figures that have no name.
const KEY: &str = "key";
const VALUE: &str = "value";

/// The scalars of objects in an object, by the keys of both.
#[derive(Default)]
pub(in crate::data) struct Keyed {
    /// What the objects lie in, by its path.
    groups: Keys,
    /// The objects by their paths, and for each its group.
    objects: Keys,
    group_of: Vec<usize>,
    /// The keys in the objects.
    keys: Keys,
    /// For each scalar its object, its key and its text.
    cells: Vec<(usize, usize, String)>,
}

/// Names in the order in which they come.
#[derive(Default)]
struct Keys {
    names: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Keys {
    fn place(&mut self, name: &str) -> usize {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), self.names.len() - 1);
        self.names.len() - 1
    }

    fn name(&self, place: usize) -> &str {
        self.names.get(place).map(String::as_str).unwrap_or_default()
    }
}

impl Keyed {
    /// Takes the scalar of a key in the object at `object`, which lies in the one at `group`.
    pub(in crate::data) fn hear(&mut self, group: &str, object: &str, key: &str, text: &str) {
        if self.cells.len() >= MOST_CELLS {
            return;
        }
        let (group, object) = (self.groups.place(group), self.objects.place(object));
        if object == self.group_of.len() {
            self.group_of.push(group);
        }
        self.cells.push((object, self.keys.place(key), text.to_owned()));
    }

    /// The rows, if these objects are a table: several of one group, or one whose keys are all periods or countries.
    ///
    /// # Errors
    /// `too-many-columns`, `too-many-texts`.
    pub(in crate::data) fn rows(&self) -> Result<Option<RecordTable>, Problem> {
        let mut sizes = vec![0usize; self.groups.names.len()];
        for group in &self.group_of {
            sizes.get_mut(*group).map(|size| *size += 1).unwrap_or_default();
        }
        let largest = (0..sizes.len()).max_by_key(|group| sizes.get(*group));
        let Some((largest, size)) = largest.and_then(|group| Some((group, *sizes.get(group)?))) else {
            return Ok(None);
        };
        if size < 2 {
            return self.of_one();
        }
        let of_group = |object: usize| self.group_of.get(object) == Some(&largest);
        let cells = self.cells.iter().filter(|(object, ..)| of_group(*object)).listed();
        // pandas writes each column as an object, its rows by number.
        let is_number = |key: &usize| self.keys.name(*key).bytes().all(|byte| byte.is_ascii_digit());
        let is_by_column = self.keys.name(cells.first().map_or(0, |(_, key, _)| *key)) == "0"
            && cells.iter().all(|(_, key, _)| is_number(key));
        let mut by_row: BTreeMap<usize, Vec<(&str, &str)>> = BTreeMap::new();
        for (object, key, text) in cells {
            let (row, column) =
                if is_by_column { (*key, self.own_name(*object)) } else { (*object, self.keys.name(*key)) };
            by_row.entry(row).or_default().push((column, text));
        }
        if by_row.values().any(|cells| cells.len() > MAX_COLUMNS) {
            return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS));
        }
        let mut rows = RecordTable::default();
        for (row, cells) in by_row {
            if !is_by_column {
                rows.cell(KEY, self.own_name(row))?;
            }
            for (column, text) in cells {
                rows.cell(column, text)?;
            }
            rows.end_row()?;
        }
        Ok(Some(rows))
    }

    /// A single object of figures by period or country.
    fn of_one(&self) -> Result<Option<RecordTable>, Problem> {
        let is_key =
            |key: &str| spelt(key).is_some() || places::is_iso3(key) || places::of_name(key).is_some();
        for object in 0..self.objects.names.len() {
            let cells = self.cells.iter().filter(|(of, ..)| *of == object).listed();
            if cells.len() < 2 || !cells.iter().all(|(_, key, _)| is_key(self.keys.name(*key))) {
                continue;
            }
            let mut rows = RecordTable::default();
            for (_, key, text) in cells {
                rows.cell(KEY, self.keys.name(*key))?;
                rows.cell(VALUE, text)?;
                rows.end_row()?;
            }
            return Ok(Some(rows));
        }
        Ok(None)
    }

    /// The last key of an object's path.
    fn own_name(&self, object: usize) -> &str {
        let path = self.objects.name(object);
        let group = self.group_of.get(object).map(|group| self.groups.name(*group)).unwrap_or_default();
        path.get(group.len()..).unwrap_or(path).trim_start_matches('.')
    }
}
