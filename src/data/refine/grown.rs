//! A table on its way from a file to a chart.

use crate::model::{
    Cells, Column, Field, Measure, NumberColumn, PeriodColumn, Problem, Role, Table, TextColumn,
};

use super::super::reading::{Taken, Warning};
use super::Lines;

/// A table whose columns are typed one after the other, with what stands around it in its file.
#[derive(Default)]
pub(in crate::data) struct Grown {
    /// The columns typed so far.
    pub(in crate::data) table: Table,
    /// All columns' names as the file has them.
    pub(in crate::data) names: Vec<String>,
    /// The upper names of a header of two tiers, else empty.
    pub(in crate::data) groups: Vec<String>,
    /// The lower names of such a header as they stand, else empty.
    pub(in crate::data) lower: Vec<String>,
    /// The HXL tags, else empty.
    pub(in crate::data) tags: Vec<String>,
    /// The rows before the header.
    pub(in crate::data) preamble: Vec<Vec<String>>,
    /// What JSON says beside its rows: path and value.
    pub(in crate::data) facts: Vec<(String, String)>,
    /// Where the rows stand.
    pub(in crate::data) lines: Lines,
    /// Whether the file is JSON.
    pub(in crate::data) is_json: bool,
    /// What was odd so far.
    pub(in crate::data) warnings: Vec<Warning>,
    /// What was taken of the file so far.
    pub(in crate::data) taken: Taken,
    /// The file's address or name.
    pub(in crate::data) file: String,
}

impl Grown {
    /// Whether the file has a column of this name, in any case.
    pub(in crate::data) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// Whether it has all of these.
    pub(in crate::data) fn has_all(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.has(name))
    }

    /// The value of what JSON says beside its rows; empty without.
    pub(in crate::data) fn fact(&self, path: &str) -> &str {
        self.facts.iter().find(|(known, _)| known == path).map_or("", |(_, value)| value.as_str())
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
        for beside in [&mut self.tags, &mut self.groups, &mut self.lower] {
            if !beside.is_empty() {
                beside.insert(0, String::new());
            }
        }
        self.names.insert(0, column.name.clone());
        self.table.columns.insert(0, column);
    }

    /// Puts other cells in the place of a column's.
    pub(in crate::data) fn replace(&mut self, name: &str, cells: Cells) {
        let column = self.table.columns.iter_mut().find(|column| column.name.eq_ignore_ascii_case(name));
        if let Some(column) = column {
            column.cells = cells;
        }
    }

    /// Says what a column stands for; what is said first holds.
    pub(in crate::data) fn say(&mut self, name: &str, role: Role, measure: Measure, unit: Option<&str>) {
        if !self.taken.fields.iter().any(|field| field.name.eq_ignore_ascii_case(name)) {
            let unit = unit.map(str::to_owned);
            self.taken.fields.push(Field { name: name.to_owned(), role, measure, unit });
        }
    }

    /// The role that has been said of a column.
    pub(in crate::data) fn said(&self, name: &str) -> Option<Role> {
        self.taken.fields.iter().find(|field| field.name.eq_ignore_ascii_case(name)).map(|field| field.role)
    }

    /// Warns, with the place of a row where there is one.
    pub(in crate::data) fn warn(&mut self, problem: Problem, row: Option<usize>, count: usize) {
        let problem = match row.map(|row| self.lines.of_row(row)) {
            Some(line) => problem.with("row", line).at_row(line),
            None => problem,
        };
        self.warnings.push(Warning { problem: problem.with("count", count), count });
    }
}
