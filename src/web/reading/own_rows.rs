//! Rows that a script hands over (`element.data = [{…}, …]`), as cells that are what they are.

use js_sys::{Array, Date, Function, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::data::{Cell, TypedRows};
use crate::model::{Period, Problem};

#[wasm_bindgen]
extern "C" {
    /// `Object.keys`, whose exception is caught: a page may give an object that throws when it is looked at.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys_of(object: &JsValue) -> Result<Array, JsValue>;
}

/// An array of objects as rows below their names: the columns are the keys in order of first appearance.
///
/// # Errors
/// `bad-data` when an entry is not an object, or a cell is neither text, number, boolean, date nor nothing; those of
/// [`TypedRows::take`].
pub fn typed_rows(rows: &Array) -> Result<TypedRows, Problem> {
    let mut names: Vec<String> = Vec::new();
    for row in rows.iter() {
        // Rows of a frame or of a browser's extension are objects too, though not of this page's own `Object`.
        if !row.is_object() || Array::is_array(&row) {
            return Err(Problem::new("bad-data"));
        }
        let keys = keys_of(&row).map_err(|_| Problem::new("bad-data"))?;
        for key in keys.iter().filter_map(|key| key.as_string()) {
            if !names.contains(&key) {
                names.push(key);
            }
        }
    }
    let mut typed = TypedRows::default();
    let mut header = Vec::with_capacity(names.len());
    for name in &names {
        header.push(text(name));
    }
    typed.take(1, header)?;
    for (index, row) in rows.iter().enumerate() {
        let line = index + 2;
        let mut cells = Vec::with_capacity(names.len());
        for name in &names {
            let cell = Reflect::get(&row, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
            let cell = cell_of(&cell);
            cells.push(cell.ok_or_else(|| Problem::new("bad-data").at_row(line).in_column(name))?);
        }
        typed.take(line, cells)?;
    }
    Ok(typed)
}

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
