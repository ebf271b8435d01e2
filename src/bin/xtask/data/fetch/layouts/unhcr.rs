//! UNHCR's interface: pages of records in which a number is a number, a text of digits or a dash.

use serde_json::Value;

use super::sheet::written;
use super::{Document, Taken};

/// The columns that are no figures.
const KEYS: [&str; 11] = [
    "year",
    "coo_name",
    "coo",
    "coo_iso",
    "coa_name",
    "coa",
    "coa_iso",
    "procedure_type",
    "app_type",
    "dec_level",
    "app_pc",
];
/// Fields that are known and not taken: numbers of countries in UNHCR's own database.
const NOT_TAKEN: [&str; 2] = ["coo_id", "coa_id"];

/// Reads all pages to one file of `columns`.
pub fn read(path: &'static str, columns: &[&str], documents: &[Document]) -> Result<Taken, String> {
    let (mut rows, mut notes) = (Vec::new(), Vec::new());
    for (page, document) in documents.iter().enumerate() {
        let place = |index: usize| format!("{}, page {}, record {}", document.address, page + 1, index + 1);
        let answer: Value = serde_json::from_slice(&document.bytes)
            .map_err(|fault| format!("{}: half an answer: {fault}", document.address))?;
        let Some(items) = answer.get("items").and_then(Value::as_array) else {
            return Err(format!("{}: the layout changed: no list `items`", document.address));
        };
        for (index, item) in items.iter().enumerate() {
            let Some(item) = item.as_object() else {
                return Err(format!("{}: no record", place(index)));
            };
            for name in item.keys() {
                let is_known = columns.contains(&name.as_str()) || NOT_TAKEN.contains(&name.as_str());
                let note = format!("{path}: the field `{name}` is new, and not taken");
                if !is_known && !notes.contains(&note) {
                    notes.push(note);
                }
            }
            let mut row = Vec::new();
            for column in columns {
                let Some(value) = item.get(*column) else {
                    return Err(format!("{}: the layout changed: no field `{column}`", place(index)));
                };
                row.push(cell(column, value).map_err(|what| format!("{}: {what}", place(index)))?);
            }
            rows.push(row);
        }
    }
    // A code that the interface does not know gives no record and no error.
    if rows.is_empty() {
        return Err(format!("{path}: the interface answered with no record at all"));
    }
    Ok(Taken { files: vec![(path, written(columns, &rows)?)], notes })
}

/// A cell of the reference file: what is not known stays empty.
fn cell(column: &str, value: &Value) -> Result<String, String> {
    let is_key = KEYS.contains(&column);
    let text = match value {
        Value::Number(number) if number.is_u64() => number.to_string(),
        Value::String(text) => text.trim().to_owned(),
        Value::Null if !is_key => String::new(),
        other => return Err(format!("`{column}` is {other}")),
    };
    let is_unknown = text.is_empty() || text == "-";
    match (is_key, is_unknown) {
        (true, true) => Err(format!("`{column}` is `{text}`: the answer is not by country")),
        (false, true) => Ok(String::new()),
        (false, false) if !text.bytes().all(|byte| byte.is_ascii_digit()) => {
            Err(format!("`{column}` is no whole number: `{text}`"))
        }
        _ => Ok(text),
    }
}
