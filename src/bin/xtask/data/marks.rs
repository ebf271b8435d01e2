//! What charts mark on their time axes, and in which datasets.

use std::collections::BTreeMap;

use serde_json::{Value, json};

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

/// When a record happened, as precisely as its source says: a month in place of a day where only the month is known.
pub fn date(record: &Value) -> Value {
    match (record["date_precision"].as_str(), record["date"].as_str()) {
        (Some("month"), Some(date)) => json!(date.get(..7).unwrap_or(date)),
        _ => record["date"].clone(),
    }
}

/// Whether a record's date is only about when it happened; the day stays for its place among the others.
pub fn is_approximate(record: &Value) -> bool {
    record["date_precision"] == "approximate"
}

/// A milestone or an event as charts mark it, with its first source; in English where `texts` has no words for it.
pub fn annotation(entry: &Value, texts: &Translations, sources: &BTreeMap<String, &Value>) -> Value {
    let id = text(entry, "id");
    let said =
        |name: &str| texts.get(&id).and_then(|record| record.get(name)).unwrap_or(&entry[name]).clone();
    let mut record = json!({
        "id": id,
        "title": said("title"),
        "text": said("description"),
    });
    record["date"] = date(entry);
    if is_approximate(entry) {
        record["approximate"] = json!(true);
    }
    let about = datasets(entry);
    if !about.is_empty() {
        record["for"] = json!(about);
    }
    let first = list(entry, "source_ids").first().and_then(Value::as_str).and_then(|id| sources.get(id));
    if let Some(source) = first {
        record["source"] = json!({
            "publisher": carried_by(source),
            "title": source["title"],
            "url": source["url"],
        });
    }
    record
}

/// Who says so: the publisher, and the site that carries a copy of what they said.
fn carried_by(source: &Value) -> String {
    let (publisher, address) = (text(source, "publisher"), text(source, "url"));
    let site = address.split("//").nth(1).and_then(|rest| rest.split(['/', ':']).next()).unwrap_or_default();
    match (source["carrier"] == "copy", publisher.is_empty()) {
        (true, true) => site.to_owned(),
        (true, false) => format!("{publisher}, via {site}"),
        (false, _) => publisher,
    }
}
