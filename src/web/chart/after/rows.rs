//! The author's table as it was read, for scripts and the builder's grid: `rows`.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use super::inferred::{KnownField, known, own_of};
use crate::model::{Cells, Column, Listed};
use crate::web::chart::widget::Widget;
use crate::web::host::events;

/// The table of the author's file before any choice: `{fields, rows, lines}`; `undefined` for shipped data and before
/// anything is read. `header` of a field is what stands in the file, where its name had to be made one.
///
/// Rows are objects by the names of the fields: figures are numbers, all else has the text of its cell: a date as it is
/// spelled, `n/a` and `<5` among figures; `null` where there is nothing. The lines are those of the file on which the rows
/// start.
pub fn rows(widget: &Widget) -> JsValue {
    let Some(own) = own_of(widget) else { return JsValue::UNDEFINED };
    let columns = own.reading.columns_as_read();
    let of = |column: &&Column| {
        let mut field = known(&own.dataset, column);
        field.header = Some(own.reading.heading(&column.name).to_owned());
        field
    };
    let fields: Vec<KnownField> = columns.iter().map(of).listed();
    let length = own.reading.rows_as_read();
    let objects: Vec<Object> = (0..length).map(|_| Object::new()).listed();
    for column in columns {
        fill(column, &objects);
        let name = JsValue::from_str(&column.name);
        for written in own.reading.as_written(&column.name) {
            let known: Vec<JsValue> = written.texts().iter().map(|text| JsValue::from_str(text)).listed();
            written.each(&mut |row, text| {
                if let (Some(object), Some(text)) = (objects.get(row), known.get(text)) {
                    let _ = Reflect::set(object, &name, text);
                }
            });
        }
    }
    let lines = Array::new();
    (0..length).for_each(|row| {
        lines.push(&JsValue::from_f64(own.reading.line_of_file_row(row) as f64));
    });
    let table = Object::new();
    let list: Array = objects.iter().collect();
    for (name, value) in [("fields", events::plain(&fields)), ("rows", list.into()), ("lines", lines.into())]
    {
        let _ = Reflect::set(&table, &name.into(), &value);
    }
    table.into()
}

/// Sets the cells of a column in the objects of the rows; each text is handed over once.
fn fill(column: &Column, objects: &[Object]) {
    let name = JsValue::from_str(&column.name);
    let set = |row: usize, value: &JsValue| {
        if let Some(object) = objects.get(row) {
            let _ = Reflect::set(object, &name, value);
        }
    };
    match &column.cells {
        Cells::Text(texts) => {
            let known: Vec<JsValue> = texts.dictionary.iter().map(|text| JsValue::from_str(text)).listed();
            for row in 0..objects.len() {
                let code = texts.codes.get(row);
                set(row, code.and_then(|code| known.get(*code as usize)).unwrap_or(&JsValue::NULL));
            }
        }
        Cells::Number(figures) => {
            for row in 0..figures.len() {
                set(row, &figures.get(row).known().map_or(JsValue::NULL, JsValue::from_f64));
            }
        }
        Cells::Period(periods) => {
            for row in 0..periods.ordinals.len() {
                let period = periods.get(row).map(|period| period.to_string());
                set(row, &period.map_or(JsValue::NULL, |period| JsValue::from_str(&period)));
            }
        }
    }
}
