//! A table on its way from a file to a chart: columns that are typed one after the other, and what stands around them.

use super::cells::as_written::AsWritten;
use super::cells::column::Builder;
use super::formats::format::{Format, Telling};
use super::reading::{FileMetadata, Warning};
use crate::model::{
    Cells, Column, Field, NumberColumn, PeriodColumn, Problem, QuantityKind, Role, Table, TextColumn, Value,
};

/// A table that is being made.
#[derive(Default)]
pub(in crate::data) struct PartialTable {
    /// The columns' cells as they were gathered, in the order of the file; empty once they are being typed.
    pub(in crate::data) untyped: Vec<Builder>,
    /// The number of rows, and the columns typed so far.
    pub(in crate::data) table: Table,
    /// What is known beside the cells.
    pub(in crate::data) around: Surroundings,
}

/// What stands around the cells of a table in its file, and what has been found of it so far.
#[derive(Default)]
pub(in crate::data) struct Surroundings {
    /// All columns' names, unique.
    pub(in crate::data) names: Vec<String>,
    /// The upper names of a header of several tiers, those of two upper tiers joined, else empty.
    pub(in crate::data) groups: Vec<String>,
    /// The lower names of such a header as they stand, else empty.
    pub(in crate::data) lower: Vec<String>,
    /// The upper names of a header of three tiers, tier by tier from the top, each spread over its columns; else empty.
    pub(in crate::data) tiers: Vec<Vec<String>>,
    /// What a line below the names says of the columns' units, else empty.
    pub(in crate::data) units: Vec<String>,
    /// The HXL tags, else empty.
    pub(in crate::data) tags: Vec<String>,
    /// The rows before the header.
    pub(in crate::data) preamble: Vec<Vec<String>>,
    /// What JSON says beside its rows: path and value.
    pub(in crate::data) facts: Vec<(String, String)>,
    /// Where the rows stand.
    pub(in crate::data) lines: RowLines,
    /// The character between cells; 0 in JSON.
    pub(in crate::data) delimiter: u8,
    /// The format, where it is known by now, and what it does.
    pub(in crate::data) format: Option<(Telling, Option<&'static Format>)>,
    /// Whether the file is JSON.
    pub(in crate::data) is_json: bool,
    /// What was odd so far.
    pub(in crate::data) warnings: Vec<Warning>,
    /// What was taken of the file so far.
    pub(in crate::data) metadata: FileMetadata,
    /// The file's address or name.
    pub(in crate::data) file: String,
    /// The names of the file's columns, in its order, once all are typed.
    pub(in crate::data) file_names: Vec<String>,
    /// Columns whose cells, or places, are no longer those of the file, as they stood there.
    pub(in crate::data) as_read: Vec<Column>,
    /// Cells that those columns have as something else than the file writes.
    pub(in crate::data) as_written: Vec<AsWritten>,
    /// The columns of the file without a name or any cell, which the table leaves, by their place in the file.
    pub(in crate::data) blank: Vec<(usize, String)>,
    /// What the header says of columns whose names are others: of several tiers, twice, nothing.
    pub(in crate::data) headings: Vec<(String, String)>,
}

/// On which line of the file each row starts.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct RowLines {
    /// From which row on lines are numbered how: `(row, line)`; rows between follow on.
    runs: Vec<(usize, usize)>,
    next_line: usize,
    /// How many rows of the table came of each row of the file; 0 for one.
    spread: usize,
}

impl RowLines {
    /// Takes note that a row starts on a line.
    pub(in crate::data) fn note(&mut self, row: usize, line: usize) {
        if line != self.next_line {
            self.runs.push((row, line));
        }
        self.next_line = line + 1;
    }

    /// Says that each row of the file has become as many.
    pub(in crate::data) fn spread(&mut self, rows: usize) {
        self.spread = rows;
    }

    /// How many rows of the table came of each row of the file.
    pub(in crate::data) fn spread_of(&self) -> usize {
        self.spread.max(1)
    }

    /// The line of a row of the table, counted from 1; of JSON the number of the record.
    pub(in crate::data) fn of_row(&self, row: usize) -> usize {
        self.of_file_row(row.checked_div(self.spread).unwrap_or(row))
    }

    /// The line of a row of the file's own table.
    pub(in crate::data) fn of_file_row(&self, row: usize) -> usize {
        let from = self.runs.partition_point(|(first, _)| *first <= row);
        match from.checked_sub(1).and_then(|index| self.runs.get(index)) {
            Some((first, line)) => line + (row - first),
            None => row + 1,
        }
    }
}

impl PartialTable {
    /// Whether the file has a column of this name, in any case.
    pub(in crate::data) fn has(&self, name: &str) -> bool {
        self.around.names.iter().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// Whether it has all of these.
    pub(in crate::data) fn has_all(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.has(name))
    }

    /// The value of what JSON says beside its rows; empty without.
    pub(in crate::data) fn fact(&self, path: &str) -> &str {
        self.around.facts.iter().find(|(known, _)| known == path).map_or("", |(_, value)| value.as_str())
    }

    /// The texts of a column, if it is one of texts.
    pub(in crate::data) fn texts(&self, name: &str) -> Option<&TextColumn> {
        match &self.table.column(name)?.cells {
            Cells::Text(texts) => Some(texts),
            _ => None,
        }
    }

    /// The figures of a column, if it is one of figures.
    pub(in crate::data) fn figures(&self, name: &str) -> Option<&NumberColumn> {
        match &self.table.column(name)?.cells {
            Cells::Number(figures) => Some(figures),
            _ => None,
        }
    }

    /// The periods of a column, if it is one of periods.
    pub(in crate::data) fn periods(&self, name: &str) -> Option<&PeriodColumn> {
        match &self.table.column(name)?.cells {
            Cells::Period(periods) => Some(periods),
            _ => None,
        }
    }

    /// Puts a column before all others.
    pub(in crate::data) fn put_first(&mut self, column: Column) {
        let around = &mut self.around;
        let beside = [&mut around.tags, &mut around.groups, &mut around.lower, &mut around.units];
        for beside in beside.into_iter().chain(around.tiers.iter_mut()) {
            if !beside.is_empty() {
                beside.insert(0, String::new());
            }
        }
        self.around.names.insert(0, column.name.clone());
        self.table.columns.insert(0, column);
    }

    /// Gives a column another name, by which and by the old one it can be asked for; nothing where that name is taken.
    pub(in crate::data) fn rename(&mut self, name: &str, words: &str) {
        if self.has(words) {
            return;
        }
        let around = &mut self.around;
        let columns = self.table.columns.iter_mut().map(|column| &mut column.name);
        let columns = columns.chain(around.as_read.iter_mut().map(|column| &mut column.name));
        let columns = columns.chain(around.as_written.iter_mut().map(|written| &mut written.column));
        let names = around.names.iter_mut().chain(&mut around.file_names).chain(columns);
        let fields = around.metadata.fields.iter_mut().map(|field| &mut field.name);
        let view = &mut around.metadata.view;
        let view = [&mut view.x, &mut view.y, &mut view.series].into_iter().flatten();
        for known in names.chain(fields).chain(view) {
            if known == name {
                words.clone_into(known);
            }
        }
        around.metadata.aliases.push((name.to_owned(), words.to_owned()));
    }

    /// Puts other cells in the place of a column's.
    pub(in crate::data) fn replace(&mut self, name: &str, cells: Cells) {
        let column = self.table.columns.iter_mut().find(|column| column.name.eq_ignore_ascii_case(name));
        if let Some(column) = column {
            let before = std::mem::replace(&mut column.cells, cells);
            let is_kept = |kept: &Column| kept.name == column.name;
            if self.around.file_names.contains(&column.name) && !self.around.as_read.iter().any(is_kept) {
                self.around.as_read.push(Column { name: column.name.clone(), cells: before });
            }
        }
    }

    /// Gives a column back the texts that were taken of it.
    pub(in crate::data) fn put_back(&mut self, index: usize, texts: TextColumn) {
        if let Some(column) = self.table.columns.get_mut(index) {
            column.cells = Cells::Text(texts);
        }
    }

    /// The column that a name means: one of just that name, else one in another case, as `SEX` may stand beside `Sex`.
    fn meant<'a>(&'a self, name: &'a str) -> &'a str {
        let names = &self.around.names;
        let nearly = || names.iter().find(|known| known.eq_ignore_ascii_case(name));
        names.iter().find(|known| *known == name).or_else(nearly).map_or(name, String::as_str)
    }

    /// Multiplies a column's figures by a factor for each row; how many of them are others now.
    pub(in crate::data) fn multiply(
        &mut self,
        name: &str,
        factor_of: &dyn Fn(&PartialTable, usize) -> f64,
    ) -> usize {
        let Some(figures) = self.figures(name) else { return 0 };
        let mut out = NumberColumn::default();
        out.reserve(figures.len());
        let mut count = 0;
        for row in 0..figures.len() {
            let factor = factor_of(self, row);
            out.push(match figures.get(row) {
                Value::Known(figure) if factor != 1.0 => {
                    count += 1;
                    Value::finite(scaled(figure, factor))
                }
                value => value,
            });
        }
        if count > 0 {
            self.replace(name, Cells::Number(out));
        }
        count
    }

    /// Says what a column stands for; what is said first holds.
    pub(in crate::data) fn say(&mut self, name: &str, role: Role, measure: QuantityKind, unit: Option<&str>) {
        if self.said(name).is_none() {
            let (name, unit) = (self.meant(name).to_owned(), unit.map(str::to_owned));
            self.around.metadata.fields.push(Field { name, role, measure, unit });
        }
    }

    /// The role that has been said of a column.
    pub(in crate::data) fn said(&self, name: &str) -> Option<Role> {
        let meant = self.meant(name);
        let is_it = |field: &&Field| self.meant(&field.name) == meant;
        self.around.metadata.fields.iter().find(is_it).map(|field| field.role)
    }

    /// Warns, with the place of a row where there is one.
    pub(in crate::data) fn warn(&mut self, problem: Problem, row: Option<usize>, count: usize) {
        let problem = match row.map(|row| self.around.lines.of_row(row)) {
            Some(line) => problem.with("row", line).at_row(line),
            None => problem,
        };
        self.around.warnings.push(Warning { problem: problem.with("count", count), count });
    }
}

/// The factor of a power of ten; 1 of none, and of one that no unit has.
pub(in crate::data) fn factor_of_power(power: Option<f64>) -> f64 {
    power.filter(|power| power.abs() <= 15.0).map_or(1.0, |power| 10f64.powi(power as i32))
}

/// A figure times a power of ten, without what a product of decimals adds: 1.1 thousand are 1,100.
fn scaled(figure: f64, factor: f64) -> f64 {
    let product = figure * factor;
    let whole = product.round();
    if (product - whole).abs() < 1e-6 * whole.abs().max(1.0) { whole } else { product }
}
