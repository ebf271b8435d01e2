//! From a file's columns as they stand to a table that can be charted, in short steps.
//!
//! | step | what it does |
//! |---|---|
//! | columns | types one column: figures, periods, texts |
//! | form | lets the format say what it knows, turns wide tables long ([`wide`]) |
//! | time | joins years and their months, weeks or days in columns of their own ([`time`]) |
//! | entities | countries by code or name to one entity ([`place_columns`], [`entities`]) |
//! | meaning | figures in thousands, several indicators in one column ([`units`], [`indicators`]) |
//! | totals | rows and columns that add up their peers ([`totals`]) |
//! | checks | what else a reader of the chart should know ([`checks`]) |

mod checks;
mod entities;
mod fold;
mod heads;
mod indicators;
mod labels;
mod place_columns;
mod preamble;
mod time;
mod totals;
mod twins;
mod units;
mod wide;

use crate::model::{Cells, Column, Listed, Problem, QuantityKind, Role, TextColumn, sorted};

use super::cells::column::{Builder, finish, looks_like_years};
use super::cells::context::Context;
use super::cells::period::is_figure_name;
use super::cells::period_names::{Standing, is_period_name};
use super::formats;
use super::formats::format::Format;
use super::json::value::Json;
use super::options::ReadOptions;
use super::partial_table::PartialTable;
use super::quantity::words::kind_of_words;
use super::readers::{Shelf, Wanted};
use super::reading::{Next, Reading, Warning};

/// A file whose bytes have all come.
pub(in crate::data) struct Refining {
    partial: PartialTable,
    /// What is known of its format, once it has come.
    format: Option<&'static Format>,
    /// The address of the file's metadata, if there may be some.
    metadata_address: Option<String>,
    /// What they say, if they have come.
    described: Option<Json>,
    shelf: Shelf,
    builders: Vec<Builder>,
    years_without_name: Option<usize>,
    entities: entities::Entities,
    totals: totals::Totals,
    checks: checks::Checks,
    stage: Stage,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Columns,
    Form,
    Time,
    Places,
    Totals,
    Checks,
}

impl Refining {
    pub(in crate::data) fn new(mut partial: PartialTable, options: &ReadOptions) -> Refining {
        let mut builders = std::mem::take(&mut partial.untyped);
        builders.iter_mut().for_each(|builder| builder.settle(0));
        let names = &partial.around.names;
        // At most one column is taken for years without being named so, and only where none is.
        let unnamed =
            |(builder, name): &(&Builder, &String)| looks_like_years(builder) && !is_figure_name(name);
        let is_named = |name: &String| is_period_name(name) && Standing::of(name) < Standing::Edition;
        let years_without_name = match names.iter().any(is_named) || partial.around.is_json {
            true => None,
            false => builders.iter().zip(names).position(|column| unnamed(&column)),
        };
        builders.reverse();
        partial.table.columns.reserve_exact(names.len());
        partial.around.file.clone_from(&options.name);
        let (told, format) = partial.around.format.unwrap_or_else(|| {
            let told = formats::of_cells(&partial, &options.format);
            (told, formats::plain_cells(told.name))
        });
        partial.around.metadata.format = told.name;
        Refining {
            partial,
            format,
            metadata_address: (told.metadata_address)(&options.name),
            described: None,
            shelf: options.shelf,
            builders,
            years_without_name,
            entities: entities::Entities::new(options),
            totals: totals::Totals::default(),
            checks: checks::Checks::default(),
            stage: Stage::Columns,
        }
    }

    /// What else there may be to read for this format.
    pub(in crate::data) fn wanted(&self) -> Option<Next> {
        self.metadata_address.clone().map(Next::Metadata)
    }

    /// Takes the metadata of the file.
    pub(in crate::data) fn describe(&mut self, json: Json) {
        self.described = Some(json);
    }

    /// The readers without which it does not go on.
    pub(in crate::data) fn wants(&self) -> Option<Wanted> {
        let is_there = self.format.is_some() || (self.shelf.0)().agencies.is_some();
        (!is_there).then_some(Wanted::Agencies)
    }

    /// The next step; the reading after the last.
    pub(in crate::data) fn step(&mut self) -> Result<Option<Reading>, Problem> {
        let partial = &mut self.partial;
        self.stage = match self.stage {
            Stage::Columns => match self.builders.pop() {
                Some(builder) => {
                    type_column(partial, builder, self.years_without_name);
                    Stage::Columns
                }
                // A description of columns may have none.
                None if partial.table.columns.is_empty() => return Err(Problem::new("empty-file")),
                None => {
                    partial.around.file_names = partial.table.names().map(str::to_owned).listed();
                    keep_blank_columns(partial);
                    Stage::Form
                }
            },
            Stage::Form => {
                let name = partial.around.metadata.format;
                let of_agency = || (self.shelf.0)().agencies.and_then(|agencies| (agencies.0)(name));
                let broken_off = || Problem::new("broken-off").with("address", &partial.around.file);
                let format = self.format.or_else(of_agency).ok_or_else(broken_off)?;
                if let Some(json) = self.described.take() {
                    (format.metadata)(partial, &json);
                }
                labels::fill_down(partial);
                (format.shape)(partial)?;
                preamble::take(partial);
                wide::turn_long(partial)?;
                Stage::Time
            }
            Stage::Time => {
                time::join(partial);
                Stage::Places
            }
            Stage::Places if !self.entities.step(partial) => Stage::Places,
            Stage::Places => {
                let is_figures = |column: &Column| matches!(column.cells, Cells::Number(_));
                let is_list = || super::describe::is_list_of_cases(&partial.table);
                // A table without rows is one all the same.
                if partial.table.rows > 0 && !partial.table.columns.iter().any(is_figures) && !is_list() {
                    let names: Vec<&str> = partial.table.names().listed();
                    return Err(Problem::new("no-numbers").with("fields", names.join(", ")));
                }
                units::multiply(partial);
                indicators::tell_apart(partial);
                Stage::Totals
            }
            Stage::Totals if !self.totals.step(partial) => Stage::Totals,
            Stage::Totals => {
                self.checks = checks::Checks::new(std::mem::take(&mut self.totals).dataset);
                Stage::Checks
            }
            Stage::Checks if !self.checks.step(partial) => Stage::Checks,
            Stage::Checks => {
                return Ok(Some(finished(std::mem::take(partial))));
            }
        };
        Ok(None)
    }
}

/// Gives the columns that have nothing in them their places among those of the file.
fn keep_blank_columns(partial: &mut PartialTable) {
    for (index, name) in std::mem::take(&mut partial.around.blank) {
        let names = &mut partial.around.file_names;
        names.insert(index.min(names.len()), name.clone());
        partial.around.as_read.push(Column { name, cells: Cells::Text(TextColumn::default()) });
    }
}

fn type_column(partial: &mut PartialTable, builder: Builder, years_without_name: Option<usize>) {
    let index = partial.table.columns.len();
    let name = partial.around.names.get(index).cloned().unwrap_or_default();
    let delimiter = partial.around.delimiter;
    let context = Context { name: &name, delimiter, years_without_name: years_without_name == Some(index) };
    let is_in_percent = builder.is_in_percent();
    let (lines, warnings) = (&partial.around.lines, &mut partial.around.warnings);
    let kept = &mut partial.around.as_written;
    let mut warn = |row: usize, warning: Warning| {
        let line = lines.of_row(row);
        let problem = warning.problem.with("row", line).at_row(line);
        warnings.push(Warning { problem, ..warning });
    };
    let cells = finish(builder, &context, &mut warn, kept);
    let has_figures = matches!(cells, Cells::Number(_));
    partial.table.columns.push(Column { name: name.clone(), cells });
    if is_in_percent && has_figures {
        // Whatever the column is called: "Coverage" of 40%.
        let kind = match kind_of_words(&name) {
            QuantityKind::Rate => QuantityKind::Rate,
            _ => QuantityKind::Share,
        };
        partial.say(&name, Role::Measure, kind, Some("%"));
    }
}

fn finished(partial: PartialTable) -> Reading {
    let row_of =
        |index: usize| partial.around.warnings.get(index).map(|warning: &Warning| warning.problem.row);
    let order = sorted(partial.around.warnings.len(), &|left, right| row_of(left).cmp(&row_of(right)));
    let warnings = order.into_iter().filter_map(|index| partial.around.warnings.get(index).cloned()).listed();
    let around = partial.around;
    Reading {
        table: partial.table,
        warnings,
        metadata: around.metadata,
        file_names: around.file_names,
        as_read: around.as_read,
        headings: around.headings,
        as_written: around.as_written,
        lines: around.lines,
    }
}
