//! What charts mark on their time axes, which datasets a record bears on, and what came of a target.

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
    translations: &BTreeMap<String, Translations>,
    sources: &BTreeMap<String, &Value>,
) -> Value {
    let id = text(entry, "id");
    let said = |name: &str| {
        let mut texts = Map::new();
        texts.insert("en".into(), entry[name].clone());
        for (language, records) in translations {
            if let Some(translated) = records.get(&id).and_then(|record| record.get(name)) {
                texts.insert(language.clone(), translated.clone());
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

/// Outcomes that stand in the status note of a commitment in the unit of its target: its id, the quantity, and the words of
/// the note that say so; the import stops where the note no longer has them.
const OUTCOMES: [(&str, f64, &str); 5] = [
    ("c002", 1_927_299.0, "1,927,299"),
    ("c019", 50_000_000.0, "50 million"),
    ("c022", 23_000.0, "Over 23,000"),
    ("c060", 5_500.0, "about 5,500"),
    ("c129", 20_000.0, "over 20,000"),
];

/// The outcome of a commitment, where its status note has one.
///
/// # Errors
/// One sentence where the note no longer says it.
pub fn outcome(commitment: &Value) -> Result<Option<f64>, String> {
    let id = text(commitment, "id");
    let Some((_, quantity, words)) = OUTCOMES.iter().find(|(known, ..)| *known == id) else {
        return Ok(None);
    };
    match text(commitment, "status_note").contains(words) {
        true => Ok(Some(*quantity)),
        false => Err(format!("commitments.json: the status note of {id} no longer says “{words}”")),
    }
}

/// Words of a commitment that name what a dataset counts.
const SUBJECTS: [(&[&str], &str); 6] = [
    (&["Venezuela"], "venezuelans-abroad"),
    (&["Darien", "Darién"], "darien-crossings"),
    (&["asylum"], "asylum-applications-americas"),
    (&["resettle", "refugee"], "displacement-americas"),
    (&["border", "Title 42", "encounter"], "us-southwest-encounters"),
    (&["smuggl", "missing"], "missing-migrants-americas"),
];

/// The shipped indicators that a commitment bears on: a dataset each, with the filter of the country where it has one.
pub fn evidence(commitment: &Value) -> Value {
    let told = [text(commitment, "title"), text(commitment, "description")].join(" ");
    let iso3 = text(commitment, "iso3");
    let mut charts = Vec::new();
    for (words, dataset) in SUBJECTS {
        if words.iter().any(|word| told.contains(word)) {
            let is_host = dataset == "venezuelans-abroad" && !["ALL", "USA", "VEN"].contains(&&*iso3);
            charts.push(match is_host {
                true => json!({ "dataset": dataset, "filter": format!("coa_iso={iso3}") }),
                false => json!({ "dataset": dataset }),
            });
        }
    }
    Value::Array(charts)
}

/// The shipped indicators that a pillar bears on.
pub fn pillar_evidence(pillar: &Value) -> Value {
    let datasets: &[&str] = match pillar["id"].as_u64() {
        Some(1) => &["venezuelans-abroad", "displacement-americas", "migrant-stock-americas"],
        Some(2) => &["asylum-applications-americas", "venezuelans-abroad"],
        Some(3) => &["darien-crossings", "us-southwest-encounters", "missing-migrants-americas"],
        _ => &["displacement-americas"],
    };
    datasets.iter().map(|dataset| json!({ "dataset": dataset })).collect()
}

/// The shipped data that a figure quoted at the anniversary meeting can be held against, as one number.
pub fn figure_evidence(figure: &Value) -> Value {
    match figure["id"].as_str() {
        Some("n1") => json!([{ "dataset": "displacement-world", "kind": "number", "to": "2022" }]),
        Some("n2") => json!([{
            "dataset": "displacement-americas", "kind": "number", "filter": "coa_region=Americas", "to": "2022",
        }]),
        Some("n3") => json!([{
            "dataset": "darien-crossings", "kind": "number", "aggregate": "sum", "from": "2023-01", "to": "2023-03",
        }]),
        _ => json!([]),
    }
}
