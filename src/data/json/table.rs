//! A list of records or of rows in JSON, as columns.

use std::collections::BTreeMap;

use crate::data::cells::column::Builder;
use crate::data::limits::{MAX_COLUMNS, MAX_ROWS};
use crate::model::Problem;

/// Rows after which a column is settled: figures or texts.
pub(in crate::data) const SAMPLE_ROWS: usize = 200;

/// A list of records or of rows.
#[derive(Default)]
pub(in crate::data) struct RecordTable {
    pub(in crate::data) path: String,
    pub(in crate::data) names: Vec<String>,
    pub(in crate::data) places: BTreeMap<String, usize>,
    pub(in crate::data) builders: Vec<Builder>,
    /// For each column how many cells it has.
    pub(in crate::data) lengths: Vec<usize>,
    pub(in crate::data) rows: usize,
    /// Which column the next key is likely of.
    pub(in crate::data) likely: usize,
    /// The names that the first row of a list of rows holds.
    pub(in crate::data) titles: Vec<String>,
}

/// Names, none of them empty or twice.
pub(in crate::data) fn unique(names: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        let base = if name.is_empty() { format!("column_{}", index + 1) } else { name.clone() };
        let (mut unique, mut number) = (base.clone(), 1);
        while out.contains(&unique) || (number > 1 && names.contains(&unique)) {
            number += 1;
            unique = format!("{base}_{number}");
        }
        out.push(unique);
    }
    out
}

impl RecordTable {
    /// Sets a cell of the row that has begun; a name that comes twice has its first value.
    pub(in crate::data) fn cell(&mut self, name: &str, text: &str) -> Result<(), Problem> {
        let is_likely = self.names.get(self.likely).is_some_and(|likely| likely == name);
        let place = match is_likely {
            true => self.likely,
            false => match self.places.get(name) {
                Some(place) => *place,
                None => {
                    if self.names.len() >= MAX_COLUMNS {
                        return Err(Problem::new("too-many-columns").with("limit", MAX_COLUMNS));
                    }
                    self.names.push(name.to_owned());
                    self.places.insert(name.to_owned(), self.names.len() - 1);
                    self.builders.push(Builder::of_json(self.rows));
                    self.lengths.push(self.rows);
                    self.names.len() - 1
                }
            },
        };
        self.likely = place + 1;
        if let (Some(builder), Some(length)) = (self.builders.get_mut(place), self.lengths.get_mut(place))
            && *length == self.rows
        {
            builder.push(text.as_bytes())?;
            *length += 1;
        }
        Ok(())
    }

    /// Ends the row: columns without a cell in it have an empty one.
    pub(in crate::data) fn end_row(&mut self) -> Result<(), Problem> {
        self.rows += 1;
        if self.rows > MAX_ROWS {
            return Err(Problem::new("too-many-rows").with("limit", MAX_ROWS));
        }
        for (builder, length) in self.builders.iter_mut().zip(&mut self.lengths) {
            if *length < self.rows {
                builder.push(&[])?;
                *length += 1;
            }
            if self.rows == SAMPLE_ROWS {
                builder.settle(SAMPLE_ROWS * 4);
            }
        }
        self.likely = 0;
        Ok(())
    }
}
