//! The rows of a table in a document: records with what is around them, rows below their header, keys as columns.

use super::outline::{Shape, is_scalar, key_name, named, shape_of};
use super::table::RecordTable;
use super::value::Json;
use crate::data::cells::period_names::is_period_name;
use crate::data::cells::spelling::spelt;
use crate::data::limits::MAX_NESTING;
use crate::data::text::head::is_figure;
use crate::model::{Listed, Problem, shortest_decimal};

/// A table that is being written.
#[derive(Default)]
pub(in crate::data) struct Writer<'a> {
    pub(in crate::data) table: RecordTable,
    /// What stands around the next row: names and texts.
    outer: Vec<(String, String)>,
    /// Lists within records that were passed over, by name.
    pub(in crate::data) passed: Vec<String>,
    /// The names of rows' columns that stand elsewhere in the document.
    pub(in crate::data) titles: Vec<String>,
    /// The list of periods that stands across of lists of figures elsewhere, with its name.
    pub(in crate::data) axis: Option<(&'a str, &'a [Json])>,
    /// The column of keys that are periods, if there is one.
    pub(in crate::data) period: Option<String>,
}

/// A scalar as a cell.
pub(in crate::data) fn text_of(json: &Json) -> String {
    match json {
        Json::Text(text) => text.trim().to_owned(),
        Json::Number(number) => shortest_decimal(*number),
        Json::Truth(truth) => String::from(if *truth { "true" } else { "false" }),
        _ => String::new(),
    }
}

impl Writer<'_> {
    /// Writes all rows of a table.
    ///
    /// # Errors
    /// `too-many-columns`, `too-many-rows`, `too-many-texts`, `json-too-deep`.
    pub(in crate::data) fn write(&mut self, shape: &Shape, path: &str) -> Result<(), Problem> {
        if self.outer.len() > MAX_NESTING {
            return Err(Problem::new("json-too-deep").with("limit", MAX_NESTING));
        }
        match shape {
            Shape::Records(records) => self.records(records, path),
            Shape::Rows(rows) => self.rows(rows),
            Shape::Columns(columns) => {
                let length = columns.first().map_or(0, |(_, list)| list.len());
                // It may be one of the columns itself.
                let is_own = |list: &[Json]| columns.iter().any(|(_, own)| std::ptr::eq(*own, list));
                let axis = self.axis.filter(|(_, list)| list.len() == length && !is_own(list));
                for row in 0..length {
                    self.around()?;
                    if let Some((name, list)) = axis {
                        let name = if is_period_name(name) { name } else { "date" };
                        self.table.cell(name, &list.get(row).map(text_of).unwrap_or_default())?;
                    }
                    for (name, list) in columns {
                        self.table.cell(name, &list.get(row).map(text_of).unwrap_or_default())?;
                    }
                    self.table.end_row()?;
                }
                Ok(())
            }
            Shape::Figures(pairs) => {
                let keys: Vec<(&str, &Json)> =
                    pairs.iter().map(|(key, value)| (key.as_str(), value)).listed();
                let key = self.free(key_name(&keys, ""));
                let value = self.free(named(path).unwrap_or("value").to_owned());
                for (name, figure) in keys {
                    self.around()?;
                    self.table.cell(&key, name)?;
                    self.table.cell(&value, &text_of(figure))?;
                    self.table.end_row()?;
                }
                Ok(())
            }
            Shape::Keyed(entries) => {
                let name = self.free(key_name(entries, path));
                if matches!(name.as_str(), "year" | "date") {
                    self.period.get_or_insert_with(|| name.clone());
                }
                for (key, value) in entries {
                    self.outer.push((name.clone(), (*key).to_owned()));
                    let path = if named(path) == Some(name.as_str()) { "" } else { path };
                    match shape_of(value, 1) {
                        Some(shape) if !is_row(value, &shape) => self.write(&shape, path)?,
                        _ => self.records(std::slice::from_ref(value), path)?,
                    }
                    self.outer.pop();
                }
                Ok(())
            }
        }
    }

    /// A name that nothing around the row has.
    fn free(&self, name: String) -> String {
        let is_taken = |name: &str| self.outer.iter().any(|(known, _)| known == name);
        let mut own = name;
        while is_taken(&own) {
            own.push_str("_2");
        }
        own
    }

    fn around(&mut self) -> Result<(), Problem> {
        for (name, text) in &self.outer {
            self.table.cell(name, text)?;
        }
        Ok(())
    }

    fn records(&mut self, records: &[Json], path: &str) -> Result<(), Problem> {
        let inner = inner_list(records);
        for record in records {
            let mut cells = Vec::new();
            let mut lists = Vec::new();
            flatten(record, "", &mut cells, &mut lists, 0);
            let before = self.outer.len();
            let within = lists.iter().find(|(name, _)| Some(name) == inner.as_ref());
            for (name, list) in &lists {
                let is_chosen = Some(name) == inner.as_ref();
                let is_table = list.list().iter().any(|one| !is_scalar(one));
                if !is_chosen && is_table && !self.passed.contains(name) && self.passed.len() < 32 {
                    self.passed.push(name.clone());
                }
            }
            for (name, text) in cells {
                let name = if within.is_some() { self.free(name) } else { name };
                let is_taken = self.outer.iter().any(|(known, _)| *known == name);
                let name =
                    if is_taken && !path.is_empty() { [path_end(path), ".", &name].concat() } else { name };
                self.outer.push((name, text));
            }
            match within.and_then(|(name, list)| Some((name, shape_of(list, 1)?))) {
                Some((name, shape)) => self.write(&shape, name)?,
                None if self.outer.is_empty() => {}
                None => {
                    self.around()?;
                    self.table.end_row()?;
                }
            }
            self.outer.truncate(before);
        }
        Ok(())
    }

    fn rows(&mut self, rows: &[Json]) -> Result<(), Problem> {
        let is_name = |cell: &Json| {
            let text = text_of(cell);
            !text.is_empty() && (!is_figure(&text) || spelt(&text).is_some())
        };
        let mut names = self.titles.clone();
        let mut rows = rows.iter();
        let width = rows.clone().map(|row| row.list().len()).max().unwrap_or(0);
        let first = rows.clone().next().map(Json::list).unwrap_or_default();
        let has_word = first.iter().any(|cell| cell.text().is_some_and(|text| !is_figure(text)));
        let second = rows.clone().nth(1).map(Json::list).unwrap_or_default();
        let differs = second.iter().any(|cell| matches!(cell, Json::Number(_)) || is_figure(&text_of(cell)));
        if names.len() < width && has_word && differs && first.iter().all(is_name) {
            names = first.iter().map(text_of).listed();
            rows.next();
        }
        if names.len() < width {
            // Pairs, as charts have them: a period and its figure.
            let is_pair = width == 2 && names.is_empty();
            let are_periods = rows.clone().all(|row| {
                row.list().first().is_some_and(|first| spelt(&text_of(first)).is_some() || is_epoch(first))
            });
            match (is_pair, are_periods) {
                (true, true) => names = vec![String::from("date"), String::from("value")],
                (true, false) => names = vec![String::from("name"), String::from("value")],
                _ => (names.len()..width).for_each(|index| names.push(format!("column_{}", index + 1))),
            }
        }
        for row in rows {
            self.around()?;
            for (name, cell) in names.iter().zip(row.list()) {
                self.table.cell(name, &text_of(cell))?;
            }
            self.table.end_row()?;
        }
        Ok(())
    }
}

/// Whether an object that could be figures under keys is rather a record among others.
fn is_row(value: &Json, shape: &Shape) -> bool {
    matches!(shape, Shape::Keyed(_))
        && matches!(value, Json::Record(pairs) if pairs.iter().any(|(_, one)| is_scalar(one)))
}

fn path_end(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// Whether a number may be milliseconds since 1970.
fn is_epoch(json: &Json) -> bool {
    json.number().is_some_and(|number| (1e11..4.2e12).contains(&number.abs()) && number.fract() == 0.0)
}

/// The scalars of a record by their names, those of objects in it by `name.name`, and the lists in it.
fn flatten<'a>(
    json: &'a Json,
    prefix: &str,
    cells: &mut Vec<(String, String)>,
    lists: &mut Vec<(String, &'a Json)>,
    depth: usize,
) {
    let Json::Record(pairs) = json else { return };
    for (key, value) in pairs {
        let name = if prefix.is_empty() { key.clone() } else { [prefix, ".", key].concat() };
        match value {
            Json::List(pairs) if pairs.iter().all(is_concept) && !pairs.is_empty() => {
                for pair in pairs {
                    cells.push((text_of(pair.get("concept")), text_of(pair.get("value"))));
                }
            }
            Json::List(_) => lists.push((name, value)),
            Json::Record(_) if depth < MAX_NESTING => match shape_of(value, 1) {
                // Records or figures under keys in a record are a list of it.
                Some(shape) if !matches!(shape, Shape::Figures(_)) || depth == 0 => lists.push((name, value)),
                _ => flatten(value, &name, cells, lists, depth + 1),
            },
            Json::Record(_) => {}
            scalar => cells.push((name, text_of(scalar))),
        }
    }
}

/// Whether a record holds a list of what it has of each dimension.
pub(in crate::data) fn has_concepts(record: &Json) -> bool {
    let Json::Record(pairs) = record else { return false };
    pairs.iter().any(|(_, list)| list.list().first().is_some_and(is_concept))
}

/// Whether an object names a dimension and what the record has of it, as in the World Bank's answers by source.
fn is_concept(json: &Json) -> bool {
    json.get("concept").text().is_some() && json.get("value") != &Json::Null
}

/// Which list in records is the table: the one with the most rows over all of them.
fn inner_list(records: &[Json]) -> Option<String> {
    let mut tally: Vec<(String, usize)> = Vec::new();
    for record in records {
        let (mut cells, mut lists) = (Vec::new(), Vec::new());
        flatten(record, "", &mut cells, &mut lists, 0);
        for (name, list) in lists {
            let rows = match shape_of(list, 1) {
                Some(Shape::Records(rows) | Shape::Rows(rows)) if !is_geometry(&name) => rows.len(),
                Some(Shape::Keyed(entries)) => entries.len(),
                Some(Shape::Figures(pairs)) => pairs.len(),
                Some(Shape::Columns(columns)) if !is_geometry(&name) => {
                    columns.first().map_or(0, |(_, list)| list.len())
                }
                _ => continue,
            };
            let known = tally.len();
            match tally.iter_mut().find(|(known, _)| *known == name) {
                Some((_, sum)) => *sum += rows,
                None if known < 64 => tally.push((name, rows)),
                None => {}
            }
        }
    }
    // As many rows as records at least: tags and notes are fewer.
    let (name, rows) = tally.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    (rows >= records.len()).then_some(name)
}

/// Whether records hold nothing but scalars and lists of them.
pub(in crate::data) fn are_flat(records: &[Json]) -> bool {
    records.iter().all(|record| {
        let (mut cells, mut lists) = (Vec::new(), Vec::new());
        flatten(record, "", &mut cells, &mut lists, 0);
        let is_flat = |(name, list): &(String, &Json)| {
            let is_of_scalars = matches!(list, Json::List(list) if list.iter().all(is_scalar));
            is_of_scalars || is_geometry(name)
        };
        lists.iter().all(is_flat)
    })
}

/// Whether a list of pairs is the outline of a place.
fn is_geometry(name: &str) -> bool {
    name.split('.').any(|part| {
        matches!(part, "coordinates" | "geometry" | "rings" | "paths" | "bbox" | "links" | "_links")
    })
}
