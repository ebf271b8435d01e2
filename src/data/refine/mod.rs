//! From a file's columns as they stand to a table that can be charted, in short steps.
//!
//! | step | what it does |
//! |---|---|
//! | columns | types one column: figures, periods, texts |
//! | form | lets the format say what it knows, turns wide tables long ([`wide`]) |
//! | time | joins years and months in columns of their own ([`time`]) |
//! | entities | countries by code or name to one entity ([`entities`]) |
//! | totals | what would be counted twice ([`totals`]) |
//! | checks | what else a reader of the chart should know ([`checks`]) |

mod checks;
mod entities;
mod grown;

mod time;
mod totals;
mod wide;

use crate::model::{Column, Listed, Problem, Table, sorted};

use super::cells::column::{Builder, finish, looks_like_years};
use super::cells::context::Context;
use super::cells::period::{is_figure_name, is_period_name};
use super::formats::{self, Format};
use super::intake::has_figures;
use super::options::Asked;
use super::reading::{Next, Reading, Taken, Warning};

pub(in crate::data) use grown::Grown;

/// A file's columns before they are typed, and what stands around them.
#[derive(Default)]
pub(in crate::data) struct Raw {
    /// The columns' names, unique.
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
    /// The columns.
    pub(in crate::data) builders: Vec<Builder>,
    /// How many rows they have.
    pub(in crate::data) rows: usize,
    /// Where the rows stand.
    pub(in crate::data) lines: Lines,
    /// The character between cells; 0 in JSON.
    pub(in crate::data) delimiter: u8,
    /// Whether the file is JSON.
    pub(in crate::data) is_json: bool,
    /// What was odd so far.
    pub(in crate::data) warnings: Vec<Warning>,
    /// What was taken of the file so far.
    pub(in crate::data) taken: Taken,
}

/// On which line of the file each row starts.
#[derive(Clone, Debug, Default)]
pub(in crate::data) struct Lines {
    /// From which row on lines are numbered how: `(row, line)`; rows between follow on.
    runs: Vec<(usize, usize)>,
    next_line: usize,
    /// How many rows of the table came of each row of the file; 0 for one.
    spread: usize,
}

impl Lines {
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

    /// The line of a row of the table, counted from 1; of JSON the number of the record.
    pub(in crate::data) fn of_row(&self, row: usize) -> usize {
        let row = row.checked_div(self.spread).unwrap_or(row);
        let from = self.runs.partition_point(|(first, _)| *first <= row);
        match from.checked_sub(1).and_then(|index| self.runs.get(index)) {
            Some((first, line)) => line + (row - first),
            None => row + 1,
        }
    }
}

/// A file whose bytes have all come.
pub(in crate::data) struct Refining {
    grown: Grown,
    format: &'static Format,
    builders: Vec<Builder>,
    delimiter: u8,
    years_without_name: Option<usize>,
    entities: entities::Entities,
    checks: checks::Checks,
    stage: Stage,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Columns,
    Form,
    Time,
    Places,
    /// With the column that is next.
    Totals(usize),
    Checks,
}

impl Refining {
    pub(in crate::data) fn new(raw: Raw, asked: &Asked) -> Refining {
        let Raw { names, mut builders, delimiter, .. } = raw;
        builders.iter_mut().for_each(|builder| builder.settle(0));
        // At most one column is taken for years without being named so, and only where none is.
        let unnamed =
            |(builder, name): &(&Builder, &String)| looks_like_years(builder) && !is_figure_name(name);
        let years_without_name = match names.iter().any(|name| is_period_name(name)) || raw.is_json {
            true => None,
            false => builders.iter().zip(&names).position(|column| unnamed(&column)),
        };
        builders.reverse();
        let mut grown = Grown {
            table: Table { columns: Vec::with_capacity(names.len()), rows: raw.rows },
            names,
            groups: raw.groups,
            lower: raw.lower,
            tags: raw.tags,
            preamble: raw.preamble,
            facts: raw.facts,
            lines: raw.lines,
            is_json: raw.is_json,
            warnings: raw.warnings,
            taken: raw.taken,
            file: asked.name.clone(),
        };
        let format = formats::recognised(&grown, &asked.format);
        grown.taken.format = format.name;
        Refining {
            grown,
            format,
            builders,
            delimiter,
            years_without_name,
            entities: entities::Entities::default(),
            checks: checks::Checks::default(),
            stage: Stage::Columns,
        }
    }

    /// What else there may be to read for this format.
    pub(in crate::data) fn wanted(&self) -> Option<Next> {
        (self.format.metadata)(&self.grown.file).map(Next::Metadata)
    }

    pub(in crate::data) fn metadata(&mut self, bytes: &[u8]) {
        formats::metadata(&mut self.grown, bytes);
    }

    /// The next step; the reading after the last.
    pub(in crate::data) fn step(&mut self) -> Result<Option<Reading>, Problem> {
        let grown = &mut self.grown;
        self.stage = match self.stage {
            Stage::Columns => match self.builders.pop() {
                Some(builder) => {
                    type_column(grown, builder, self.delimiter, self.years_without_name);
                    Stage::Columns
                }
                None => Stage::Form,
            },
            Stage::Form => {
                (self.format.shape)(grown)?;
                wide::turn_long(grown)?;
                Stage::Time
            }
            Stage::Time => {
                time::join(grown);
                Stage::Places
            }
            Stage::Places if !self.entities.step(grown) => Stage::Places,
            Stage::Places => {
                if !has_figures(&grown.table) {
                    let names: Vec<&str> = grown.table.names().listed();
                    return Err(Problem::new("no-numbers").with("fields", names.join(", ")));
                }
                Stage::Totals(0)
            }
            Stage::Totals(column) if column < grown.table.columns.len() => {
                totals::leave_out(grown, column);
                Stage::Totals(column + 1)
            }
            Stage::Totals(_) => Stage::Checks,
            Stage::Checks if !self.checks.step(grown) => Stage::Checks,
            Stage::Checks => {
                return Ok(Some(finished(std::mem::take(grown))));
            }
        };
        Ok(None)
    }
}

fn type_column(grown: &mut Grown, builder: Builder, delimiter: u8, years_without_name: Option<usize>) {
    let index = grown.table.columns.len();
    let name = grown.names.get(index).cloned().unwrap_or_default();
    let context = Context { name: &name, delimiter, years_without_name: years_without_name == Some(index) };
    let (lines, warnings) = (&grown.lines, &mut grown.warnings);
    let cells = finish(builder, &context, &mut |row, warning| {
        let line = lines.of_row(row);
        let problem = warning.problem.with("row", line).at_row(line);
        warnings.push(Warning { problem, ..warning });
    });
    grown.table.columns.push(Column { name, cells });
}

fn finished(grown: Grown) -> Reading {
    let row_of = |index: usize| grown.warnings.get(index).map(|warning: &Warning| warning.problem.row);
    let order = sorted(grown.warnings.len(), &|left, right| row_of(left).cmp(&row_of(right)));
    let warnings = order.into_iter().filter_map(|index| grown.warnings.get(index).cloned()).listed();
    Reading { table: grown.table, warnings, taken: grown.taken }
}
