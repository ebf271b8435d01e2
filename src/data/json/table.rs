//! A list of records or of rows in JSON, as columns.

use std::collections::BTreeMap;

use super::outline::{is_data_key, named};
use crate::data::cells::column::Builder;
use crate::data::cells::spelling::spelt;
use crate::data::limits::{MAX_COLUMNS, MAX_ROWS, check_cells};
use crate::model::{Listed, Problem};

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
    /// The names that the first record holds in place of its keys; else empty.
    pub(in crate::data) names_shown: Vec<String>,
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

/// Names without the envelope that GeoJSON, ArcGIS, Airtable and Elasticsearch put around a record's own.
pub(in crate::data) fn without_envelope(names: Vec<String>) -> Vec<String> {
    const ENVELOPES: [&str; 4] = ["properties.", "attributes.", "fields.", "_source."];
    let plain = |name: &String| {
        let inner = ENVELOPES.iter().find_map(|envelope| name.strip_prefix(envelope));
        // XML put into JSON marks its attributes.
        inner.unwrap_or(name).trim_start_matches('@').to_owned()
    };
    unique(&names.iter().map(plain).listed())
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
                    check_cells(self.rows, self.builders.len() + 1)?;
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
        check_cells(self.rows, self.builders.len())?;
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
        if self.rows == 1 && self.path == "[]" && self.places.contains_key("V") {
            self.take_header();
        }
        Ok(())
    }

    /// Makes the first record the header, as in Brazil's SIDRA, whose keys are codes: `NC`, `D1N`, `V`.
    fn take_header(&mut self) {
        let is_code =
            |name: &String| matches!(name.as_bytes(), [b'V'] | [b'N' | b'M' | b'D', .., b'C' | b'N']);
        let mut titles = Vec::with_capacity(self.names.len());
        for builder in &self.builders {
            titles.push(builder.last_of_sample().unwrap_or_default());
        }
        let is_title = |title: &String| !title.is_empty() && !crate::data::text::head::is_figure(title);
        if self.names.iter().all(is_code) && titles.iter().all(is_title) {
            self.names_shown = unique(&titles);
            self.rows = 0;
            self.lengths.fill(0);
            self.builders.iter_mut().for_each(|builder| *builder = Builder::of_json(0));
        }
    }

    /// The names that readers see: those of the header, where the first record was one.
    pub(in crate::data) fn shown_names(&mut self) -> Vec<String> {
        let shown = std::mem::take(&mut self.names_shown);
        if shown.len() == self.names.len() { shown } else { std::mem::take(&mut self.names) }
    }
}

/// The two tiers of names such as `refugees.2020`: what stands above, and the period; `None` where fewer than two are so.
pub(in crate::data) fn tiers(names: &[String]) -> Option<(Vec<String>, Vec<String>)> {
    let cut = |name: &String| {
        let (above, period) = name.rsplit_once('.')?;
        let is_period = period.len() >= 4 && spelt(period).is_some() && is_data_key(period);
        is_period.then(|| (named(above).unwrap_or_default().to_owned(), period.to_owned()))
    };
    if names.iter().filter(|name| cut(name).is_some()).count() < 2 {
        return None;
    }
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    for name in names {
        let (above, period) = cut(name).unwrap_or_else(|| (String::new(), name.clone()));
        upper.push(above);
        lower.push(period);
    }
    Some((upper, lower))
}
