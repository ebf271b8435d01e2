//! Authors' files read, and what a chart of them shows.

use migration_widget::data::{ReadOptions, Reading, describe, read};
use migration_widget::model::{Cells, Problem};
use migration_widget::query::{Axis, Request, later, run};

/// Reads a file of the fixtures.
pub fn fixture(path: &str) -> Reading {
    let bytes = std::fs::read(format!("tests/fixtures/formats/{path}")).unwrap();
    named(&bytes, path).unwrap_or_else(|problem| panic!("{path}: {problem:?}"))
}

/// Reads bytes under the name of a file.
pub fn named(bytes: &[u8], name: &str) -> Result<Reading, Problem> {
    read(bytes, &ReadOptions { name: name.to_owned(), ..ReadOptions::default() })
}

/// The sum of a column of figures over the rows in which other columns read as said.
pub fn sum(reading: &Reading, column: &str, only: &[(&str, &str)]) -> f64 {
    let Cells::Number(figures) = &reading.table.column(column).unwrap_or_else(|| panic!("no {column}")).cells
    else {
        panic!("{column} holds no figures")
    };
    (0..reading.table.rows)
        .filter(|row| only.iter().all(|(name, text)| cell(reading, name, *row) == *text))
        .filter_map(|row| figures.get(row).known())
        .sum()
}

/// A cell as text.
pub fn cell(reading: &Reading, column: &str, row: usize) -> String {
    match &reading.table.column(column).unwrap_or_else(|| panic!("no {column}")).cells {
        Cells::Text(texts) => texts.get(row).unwrap_or_default().to_owned(),
        Cells::Number(figures) => {
            figures.get(row).known().map(|figure| figure.to_string()).unwrap_or_default()
        }
        Cells::Period(periods) => periods.get(row).map(|period| period.to_string()).unwrap_or_default(),
    }
}

/// What a chart of the file shows when its author says no more than `asked`: the values by place, summed over series.
pub fn shown(reading: &Reading, asked: &[(&str, &str)]) -> Vec<(String, f64)> {
    let request = Request::from_attributes(&|name| {
        asked.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned())
    });
    let answer = run(&reading.table, &describe(reading), &request.unwrap(), None, None, Some(later()));
    let grid = answer.unwrap().unwrap();
    (0..grid.axis.len())
        .map(|place| {
            let name = match &grid.axis {
                Axis::Periods(periods) => periods[place].to_string(),
                Axis::Entities(keys) => keys[place].clone(),
            };
            let values = grid.values.iter().skip(place).step_by(grid.axis.len());
            (name, values.filter_map(|value| value.known()).sum())
        })
        .collect()
}

/// The value of a place.
pub fn at(values: &[(String, f64)], place: &str) -> f64 {
    values.iter().find(|(name, _)| name == place).unwrap_or_else(|| panic!("no {place} in {values:?}")).1
}

/// What was odd, in short.
pub fn codes(reading: &Reading) -> Vec<&str> {
    reading.warnings.iter().map(|warning| warning.problem.code).collect()
}

/// Why bytes are no table.
pub fn refused(bytes: &[u8]) -> Problem {
    named(bytes, "").map(|reading| reading.table.rows).unwrap_err()
}
