//! Rows that a script hands over (`element.data = [{…}, …]`), as the CSV the reader knows.

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::model::{Problem, shortest_decimal};

/// An array of objects as CSV bytes: the columns are the keys in order of first appearance.
///
/// # Errors
/// `bad-data` when an entry is not an object, or a cell is neither text, number, boolean, date nor nothing.
pub fn csv_of_rows(rows: &Array) -> Result<Vec<u8>, Problem> {
    let mut names: Vec<String> = Vec::new();
    for row in rows.iter() {
        // Rows of a frame or of a browser's extension are objects too, though not of this page's own `Object`.
        if !row.is_object() || Array::is_array(&row) {
            return Err(Problem::new("bad-data"));
        }
        for key in Object::keys(row.unchecked_ref::<Object>()).iter().filter_map(|key| key.as_string()) {
            if !names.contains(&key) {
                names.push(key);
            }
        }
    }
    let mut csv = String::new();
    push_line(&mut csv, names.iter().map(String::as_str));
    for (index, row) in rows.iter().enumerate() {
        let mut cells = Vec::with_capacity(names.len());
        for name in &names {
            let cell = Reflect::get(&row, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
            cells.push(
                text_of(&cell).ok_or_else(|| Problem::new("bad-data").at_row(index + 2).in_column(name))?,
            );
        }
        push_line(&mut csv, cells.iter().map(String::as_str));
    }
    Ok(csv.into_bytes())
}

fn push_line<'a>(csv: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            csv.push(',');
        }
        csv.push('"');
        csv.push_str(&cell.replace('"', "\"\""));
        csv.push('"');
    }
    csv.push('\n');
}

fn text_of(cell: &JsValue) -> Option<String> {
    if cell.is_null() || cell.is_undefined() {
        return Some(String::new());
    }
    if let Some(number) = cell.as_f64() {
        let text = if number.is_finite() { shortest_decimal(number) } else { String::new() };
        // Three decimals alone ("1.234") could be a thousands separator; a fourth cannot.
        return Some(if text.contains('.') { text + "0000" } else { text });
    }
    if let Some(date) = Some(cell).filter(|cell| cell.is_object()).and_then(date_of) {
        if date.get_time().is_nan() {
            return Some(String::new());
        }
        let iso = date.to_iso_string().as_string()?;
        return Some(iso.chars().take(10).collect());
    }
    cell.as_string().or_else(|| cell.as_bool().map(|flag| flag.to_string()))
}

/// A date, also one of a frame or of a browser's extension, which is not of this page's own `Date`.
fn date_of(cell: &JsValue) -> Option<Date> {
    let get_time: Function = Reflect::get(cell, &"getTime".into()).ok()?.dyn_into().ok()?;
    Some(Date::new(&get_time.call0(cell).ok()?))
}
