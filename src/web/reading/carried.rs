//! A table that stands in the element itself: `carried.js` brings its rows in pieces.

use js_sys::Array;

use super::feeding::{Feeding, begin_data, fail, put_back};
use super::own_rows::cell_of;
use super::place_names::options;
use crate::data::{FileMetadata, Intake, ReadOptions, TypedRows, check_format};
use crate::model::{Problem, attribute};
use crate::web::chart::widget::Widget;

/// Takes the next rows (arrays of texts and numbers), of which the first stands after `before` others; whether more are
/// wanted.
pub fn take_rows(widget: &mut Widget, rows: &Array, before: f64) -> bool {
    let mut typed = match widget.read.file.take().and_then(|file| file.downcast::<TypedRows>().ok()) {
        Some(typed) if before > 0.0 => typed,
        _ => {
            begin_data(widget);
            Box::default()
        }
    };
    for (index, row) in rows.iter().enumerate() {
        let cells = Array::from(&row).iter().map(|cell| cell_of(&cell).unwrap_or_default()).collect();
        if let Err(problem) = typed.take(before as usize + index + 1, cells) {
            fail(widget, problem, false);
            return false;
        }
    }
    widget.read.file = Some(typed);
    true
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
