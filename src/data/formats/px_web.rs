//! Rows by keys: PxWeb's own JSON (`columns`, `data` of `key` and `values`), and answers of SPARQL.

use crate::data::json::cube::{Category, Cube, Dimension, Of};
use crate::data::json::nested::text_of;
use crate::data::json::table::RecordTable;
use crate::data::json::unit::{Unit, unit_of};
use crate::data::json::value::Json;
use crate::data::partial_table::PartialTable;
use crate::model::{Listed, Problem, Reason, TextColumn, Value};

/// The table of an answer of PxWeb, if it is one.
pub(in crate::data) fn read(json: &Json) -> Option<Result<PartialTable, Problem>> {
    let (columns, rows) = (json.get("columns").list(), json.get("data").list());
    let is_row = |row: &Json| !row.get("key").list().is_empty() && !row.get("values").list().is_empty();
    let is_column = |column: &Json| column.get("code").text().is_some();
    let is_its =
        !columns.is_empty() && columns.iter().all(is_column) && !rows.is_empty() && rows.iter().all(is_row);
    is_its.then(|| table(json, columns, rows))
}

fn table(json: &Json, columns: &[Json], rows: &[Json]) -> Result<PartialTable, Problem> {
    let is_figures = |column: &&Json| column.get("type").text() == Some("c");
    let keys = columns.iter().filter(|column| !is_figures(column)).listed();
    let figures = columns.iter().filter(is_figures).listed();
    let mut texts: Vec<TextColumn> = vec![TextColumn::default(); keys.len()];
    for row in rows {
        for (column, key) in texts.iter_mut().zip(row.get("key").list()) {
            let key = text_of(key);
            column.push(if key.is_empty() { "-" } else { &key });
        }
    }
    let name = |column: &Json| {
        let names = [column.get("text"), column.get("code")].map(text_of);
        names.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    };
    let category =
        |code: &String| Category { code: code.clone(), label: code.clone(), unit: Unit::default() };
    let mut cube = Cube::default();
    for (key, texts) in keys.iter().zip(&texts) {
        let id = text_of(key.get("code"));
        let is_time = key.get("type").text() == Some("t");
        let of = if is_time { Of::Time } else { Dimension::of_id(&id) };
        let of = if matches!(of, Of::Figures | Of::Units) { Of::Groups } else { of };
        let categories = texts.dictionary.iter().map(category).listed();
        cube.dimensions.push(Dimension { label: name(key), id, of, categories, rows: Vec::new() });
    }
    let words = |column: &&Json| {
        let label = name(column);
        Category {
            code: text_of(column.get("code")),
            unit: Unit { kind: unit_of(&label).kind, ..Unit::default() },
            label,
        }
    };
    let categories = figures.iter().map(words).listed();
    let id = String::from("contents");
    cube.dimensions.push(Dimension { label: id.clone(), id, of: Of::Figures, categories, rows: Vec::new() });
    cube.begin();
    for (row, values) in rows.iter().enumerate() {
        for (figure, value) in values.get("values").list().iter().enumerate() {
            let code = |texts: &TextColumn| texts.codes.get(row).map_or(usize::MAX, |code| *code as usize);
            let mut place = texts.iter().map(code).listed();
            place.push(figure);
            let value = match crate::model::parse_decimal(&text_of(value)) {
                Some(figure) => Value::finite(figure),
                None => Value::Missing(Reason::NotCollected),
            };
            cube.take(&place, value, 0, "")?;
        }
    }
    let mut partial = cube.end("")?;
    let about = json.get("metadata").list().first().unwrap_or(json);
    partial.around.metadata.title = text_of(about.get("label"));
    Ok(partial)
}

/// The rows of an answer in SPARQL's JSON: each binding by its value (w3.org/TR/sparql11-results-json).
pub(in crate::data) fn bindings(json: &Json) -> Option<Result<RecordTable, Problem>> {
    let (names, rows) = (json.get("head").get("vars").list(), json.get("results").get("bindings").list());
    if names.is_empty() || rows.is_empty() {
        return None;
    }
    let mut table = RecordTable::default();
    for row in rows {
        for name in names.iter().filter_map(Json::text) {
            if let Err(problem) = table.cell(name, &text_of(row.get(name).get("value"))) {
                return Some(Err(problem));
            }
        }
        if let Err(problem) = table.end_row() {
            return Some(Err(problem));
        }
    }
    Some(Ok(table))
}
