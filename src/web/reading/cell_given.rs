//! A cell that a script hands over, as what it is.

use js_sys::{Date, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::data::Cell;
use crate::model::Period;

fn text(text: &str) -> Cell {
    Cell::Text(text.trim().to_owned())
}

/// A cell as a script gives it; `None` where that is neither text, number, boolean, date nor nothing.
pub fn cell_of(cell: &JsValue) -> Option<Cell> {
    if cell.is_null() || cell.is_undefined() {
        return Some(Cell::Empty);
    }
    if let Some(number) = cell.as_f64() {
        return Some(if number.is_finite() { Cell::Number(number) } else { Cell::Empty });
    }
    if let Some(date) = Some(cell).filter(|cell| cell.is_object()).and_then(date_of) {
        if date.get_time().is_nan() {
            return Some(Cell::Empty);
        }
        let iso = date.to_iso_string().as_string()?;
        // A year that no calendar here has is told of in its words.
        let period = iso.get(..10).and_then(Period::parse);
        return Some(period.map_or(Cell::Text(iso), Cell::Period));
    }
    let truth = || cell.as_bool().map(Cell::Truth);
    cell.as_string().map(|words| text(&words)).or_else(truth)
}

/// A date, also one of a frame or of a browser's extension, which is not of this page's own `Date`.
fn date_of(cell: &JsValue) -> Option<Date> {
    let get_time: Function = Reflect::get(cell, &"getTime".into()).ok()?.dyn_into().ok()?;
    Some(Date::new(&get_time.call0(cell).ok()?))
}
