//! Which datasets stand beside which records of the declaration: a list kept by hand, checked and written into the records.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

use super::declaration::{Translations, list, text};

/// The list, with its schema beside it.
const LIST: &str = "www/data/declaration/evidence.json";
/// The attributes of a chart that an entry may have.
const ATTRIBUTES: [&str; 7] = ["dataset", "kind", "filter", "aggregate", "from", "to", "counts"];

/// Writes each entry of the list below `root` into its record of `whole`; `others` are the
/// translations, each of which says why too.
///
/// # Errors
/// One sentence: the list cannot be read, an entry names a record that is not there, or does not say why in every language.
pub fn join(whole: &mut Value, root: &Path, others: &BTreeMap<String, Translations>) -> Result<(), String> {
    let path = root.join(LIST);
    let file = fs::read_to_string(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
    let read: Value = serde_json::from_str(&file).map_err(|fault| format!("{}: {fault}", path.display()))?;
    for entry in list(&read, "evidence") {
        let (record, dataset) = (text(entry, "record"), text(entry, "dataset"));
        let why = format!("why.{dataset}");
        let says = |texts: &Translations| texts.get(&record).and_then(|texts| texts.get(&why)).is_some();
        let silent = others.iter().find(|(_, texts)| !says(texts)).map(|(tag, _)| &**tag);
        if let Some(language) = silent.or(text(entry, "why").is_empty().then_some("en")) {
            return Err(format!("{LIST}: {record} and {dataset}: no reason in `{language}`"));
        }
        let known = ATTRIBUTES.iter().filter(|name| entry[**name].is_string());
        let mut chart: Map<String, Value> =
            known.map(|name| (name.to_string(), entry[*name].clone())).collect();
        chart.insert("why".into(), entry["why"].clone());
        let Some(found) = find(whole, &record) else {
            return Err(format!("{LIST}: no record `{record}` in the declaration"));
        };
        match &mut found["evidence"] {
            Value::Array(charts) => charts.push(Value::Object(chart)),
            none => *none = Value::Array(vec![Value::Object(chart)]),
        }
    }
    Ok(())
}

/// The record of a name as the list has it: `c002`, `pillar:1`, `number:n1`.
fn find<'a>(whole: &'a mut Value, name: &str) -> Option<&'a mut Value> {
    let (records, id) = match name.split_once(':') {
        Some(("pillar", id)) => ("pillars", id),
        Some(("number", id)) => ("figures", id),
        _ => ("commitments", name),
    };
    let is_it = |record: &&mut Value| match &record["id"] {
        Value::Number(number) => number.to_string() == id,
        other => other == id,
    };
    whole[records].as_array_mut()?.iter_mut().find(is_it)
}
