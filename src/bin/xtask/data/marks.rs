//! What charts mark on their time axes, and which datasets it is about.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::declaration::{Translations, list, text};

/// The datasets that a series of the reference events stands for.
const SERIES: [(&str, &[&str]); 3] = [
    (
        "darien",
        &[
            "darien-crossings",
            "darien-crossings-annual",
            "darien-crossings-age-sex",
            "irregular-entries",
            "missing-migrants-americas",
        ],
    ),
    (
        "encounters",
        &["us-southwest-encounters", "irregular-entries", "guatemala-returns", "missing-migrants-americas"],
    ),
    (
        "displacement",
        &[
            "displacement-americas",
            "displacement-world",
            "venezuelans-abroad",
            "asylum-applications-americas",
            "migrant-stock-americas",
        ],
    ),
];

/// The datasets that an event is about.
pub fn datasets(event: &Value) -> Vec<&'static str> {
    let series: Vec<String> =
        list(event, "relevant_series").iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
    let mut ids: Vec<&str> = Vec::new();
    for (name, datasets) in SERIES {
        if series.iter().any(|known| known == name) {
            ids.extend(datasets.iter().filter(|id| !ids.contains(*id)).copied().collect::<Vec<_>>());
        }
    }
    ids
}

/// A milestone or an event as charts mark it, with its first source.
pub fn annotation(
    entry: &Value,
    translations: &BTreeMap<&str, Translations>,
    sources: &BTreeMap<String, &Value>,
) -> Value {
    let id = text(entry, "id");
    let said = |name: &str| {
        let mut texts = Map::new();
        texts.insert("en".into(), entry[name].clone());
        for (language, records) in translations {
            if let Some(translated) = records.get(&id).and_then(|record| record.get(name)) {
                texts.insert((*language).to_owned(), translated.clone());
            }
        }
        Value::Object(texts)
    };
    let mut record = json!({
        "id": id,
        "date": entry["date"],
        "title": said("title"),
        "text": said("description"),
    });
    let about = datasets(entry);
    if !about.is_empty() {
        record["for"] = json!(about);
    }
    let first = list(entry, "source_ids").first().and_then(Value::as_str).and_then(|id| sources.get(id));
    if let Some(source) = first {
        record["source"] = json!({
            "publisher": source["publisher"],
            "title": source["title"],
            "url": source["url"],
        });
    }
    record
}
