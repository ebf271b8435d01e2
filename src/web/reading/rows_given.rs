//! Rows that come in pieces: of a script's own table from `feed.js`, of one that stands in the element from `carried.js`.

use js_sys::Array;

use super::cell_given::cell_of;
use super::feeding::{Feeding, begin_data, fail, put_back};
use super::place_names::options;
use crate::data::{Cell, FileMetadata, Intake, ReadOptions, TypedRows, check_format};
use crate::model::{Problem, attribute};
use crate::web::chart::widget::Widget;

/// Takes the next rows (arrays of cells), of which the first stands after `before` others; whether more are wanted.
///
/// With the names of the columns a cell has to be a text, a number, a boolean, a date or nothing.
pub fn take_rows(widget: &mut Widget, rows: &Array, before: f64, names: Option<&Array>) -> bool {
    let mut typed = match widget.read.file.take().and_then(|file| file.downcast::<TypedRows>().ok()) {
        Some(typed) if before > 0.0 => typed,
        _ => {
            begin_data(widget);
            Box::default()
        }
    };
    for (index, row) in rows.iter().enumerate() {
        let line = before as usize + index + 1;
        let taken = cells_of(&Array::from(&row), line, names).and_then(|cells| typed.take(line, cells));
        if let Err(problem) = taken {
            fail(widget, problem, false);
            return false;
        }
    }
    widget.read.file = Some(typed);
    true
}

fn cells_of(row: &Array, line: usize, names: Option<&Array>) -> Result<Vec<Cell>, Problem> {
    let mut cells = Vec::with_capacity(row.length() as usize);
    for (column, cell) in row.iter().enumerate() {
        cells.push(match (cell_of(&cell), names) {
            (Some(cell), _) => cell,
            (None, None) => Cell::Empty,
            (None, Some(names)) => {
                let name = names.get(column as u32).as_string().unwrap_or_default();
                return Err(Problem::new("bad-data").at_row(line).in_column(&name));
            }
        });
    }
    Ok(cells)
}

/// Ends the table, which `title` names if it has one; whether it can be read on.
pub fn end_rows(widget: &mut Widget, title: String) -> bool {
    let typed = widget.read.file.take().and_then(|file| file.downcast::<TypedRows>().ok());
    let intake = intake_of(widget, *typed.unwrap_or_default(), title);
    match intake {
        Ok(intake) => {
            put_back(widget, Box::new(Feeding::of_data(intake)));
            true
        }
        Err(problem) => {
            fail(widget, problem, false);
            false
        }
    }
}

fn intake_of(widget: &Widget, rows: TypedRows, title: String) -> Result<Intake, Problem> {
    let format = widget.attribute(attribute::FORMAT).unwrap_or_default();
    check_format(&format)?;
    let metadata = FileMetadata { title, ..FileMetadata::default() };
    Intake::of_rows(rows, ReadOptions { format, metadata, ..options(widget) })
}
