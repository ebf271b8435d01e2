//! The Los Angeles Declaration: its facts with their sources, from the reference files `declaration/*.json`.
//!
//! `declaration.json` holds everything the explorer shows, in English; `es.json` and the others beside it are kept by hand
//! and hold the project's own translations by record. `milestones.json` and `policy.json` are what charts mark on their time
//! axes, in the form that any author's list of annotations has; `milestones.es.json` and so on are the same in another
//! language, so that no reader loads the words of others.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::Output;
use super::evidence::join;
use super::marks::{annotation, datasets, date, is_approximate};
use super::publications::publication;
use super::wording::{ENDORSER_NOTE, deadline_is, qualify, reworded, status_words, stem};

/// Where the files belong.
const FOLDER: &str = "www/data/declaration";
/// The translations of a language: record, field, text (or list of texts).
pub type Translations = BTreeMap<String, Map<String, Value>>;

/// Derives the files from the reference folder `from`; `root` is the project's, where the translations are, a file each
/// of these `languages`.
///
/// # Errors
/// One sentence: a file cannot be read, or a record names a source that is not there.
pub fn derive(from: &Path, root: &Path, languages: &[&str]) -> Result<Vec<Output>, String> {
    let read = |name: &str| -> Result<Value, String> {
        let path = from.join(name);
        let text = fs::read_to_string(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
        // The reference files call the news report they started from by a name that tells a reader nothing.
        let text = text
            .replace(", quoted in the seed article", ", as quoted by Caribbean Today")
            .replace(" Subject of the seed article.", "");
        let mut value =
            serde_json::from_str(&text).map_err(|fault| format!("{}: {fault}", path.display()))?;
        reworded(&mut value);
        Ok(value)
    };
    let (declaration, countries) = (read("declaration.json")?, read("countries.json")?);
    let (commitments, milestones) = (read("commitments.json")?, read("milestones.json")?);
    let (events, glossary, sources) = (read("events.json")?, read("glossary.json")?, read("sources.json")?);
    let sources: Vec<Value> = list(&sources, "sources").iter().map(publication).collect();
    let by_id = by_id(&sources);

    let mut translations = BTreeMap::new();
    for &language in languages {
        let path = root.join(FOLDER).join(format!("{language}.json"));
        let file = fs::read_to_string(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
        let all: Value =
            serde_json::from_str(&file).map_err(|fault| format!("{}: {fault}", path.display()))?;
        let texts: Translations = serde_json::from_value(all["texts"].clone())
            .map_err(|fault| format!("{}: {fault}", path.display()))?;
        translations.insert(language.to_string(), texts);
    }
    let mut whole = json!({
        "$schema": "schema.json",
        "id": text(&declaration["declaration"], "id"),
        "translations": languages.iter().map(|tag| (tag.to_string(), json!(format!("{tag}.json")))).collect::<Map<_, _>>(),
        "declaration": self::declaration(&declaration["declaration"]),
        "pillars": list(&declaration["declaration"], "pillars").iter().map(pillar).collect::<Vec<_>>(),
        "countries": self::countries(&countries),
        "commitments": list(&commitments, "commitments").iter().map(commitment).collect::<Vec<_>>(),
        "milestones": list(&milestones, "milestones").iter().map(milestone).collect::<Vec<_>>(),
        "events": list(&events, "events").iter().map(event).collect::<Vec<_>>(),
        "figures": list(&declaration["declaration"], "seed_article_numbers").iter().map(figure).collect::<Vec<_>>(),
        "glossary": list(&glossary, "terms").iter().map(term).collect::<Vec<_>>(),
    });
    join(&mut whole, root, &translations)?;
    let used = used_sources(&whole)?;
    let mut kept = Vec::new();
    for source in &sources {
        if used.contains(&text(source, "id")) {
            kept.push(source.clone());
        }
    }
    for id in &used {
        if !by_id.contains_key(id) {
            return Err(format!("declaration: the source `{id}` is named and not listed in sources.json"));
        }
    }
    whole["sources"] = Value::Array(kept);

    let mut outputs = vec![output("declaration.json", &whole)?];
    for (name, entries) in
        [("milestones", list(&milestones, "milestones")), ("policy", list(&events, "events"))]
    {
        let marks = |texts: &Translations| -> Value {
            let marks: Vec<Value> = entries.iter().map(|entry| annotation(entry, texts, &by_id)).collect();
            json!({ "annotations": marks })
        };
        outputs.push(output(&format!("{name}.json"), &marks(&Translations::new()))?);
        for (language, texts) in &translations {
            outputs.push(output(&format!("{name}.{language}.json"), &marks(texts))?);
        }
    }
    Ok(outputs)
}

fn output(name: &str, value: &Value) -> Result<Output, String> {
    let text = serde_json::to_string_pretty(value).map_err(|fault| format!("{name}: {fault}"))?;
    Ok(Output { path: format!("{FOLDER}/{name}"), bytes: (text + "\n").into_bytes() })
}

pub fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

pub fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

fn by_id(records: &[Value]) -> BTreeMap<String, &Value> {
    records.iter().map(|record| (text(record, "id"), record)).collect()
}

/// The named properties that are there and say something, under the same names in camel case.
fn pick(value: &Value, names: &[&str]) -> Value {
    let mut record = Map::new();
    for name in names {
        let found = &value[*name];
        let is_empty = found.is_null() || found.as_array().is_some_and(Vec::is_empty) || found == "";
        if !is_empty {
            record.insert(camel(name), found.clone());
        }
    }
    Value::Object(record)
}

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (head, tail) = word.split_at(word.len().min(1));
        name + &head.to_uppercase() + tail
    })
}

/// A copy with every name in camel case, all the way down, and without what says nothing.
fn camel_all(value: &Value) -> Value {
    match value {
        Value::Object(record) => {
            let said = record.iter().filter(|(_, value)| !value.is_null());
            Value::Object(said.map(|(name, value)| (camel(name), camel_all(value))).collect())
        }
        Value::Array(list) => Value::Array(list.iter().map(camel_all).collect()),
        other => other.clone(),
    }
}

fn declaration(value: &Value) -> Value {
    let mut record = pick(
        value,
        &["name", "adopted", "place", "venue", "occasion", "legal_status", "strength_note", "source_ids"],
    );
    record["quotes"] = camel_all(&value["quotes"]);
    let principles = list(value, "preamble_principles").iter().map(|principle| {
        let mut entry = pick(principle, &["id", "principle", "paraphrase"]);
        entry["sourceIds"] = value["preamble_source_ids"].clone();
        entry
    });
    record["principles"] = principles.collect();
    let shared = &value["shared_approach"];
    record["sharedApproach"] = json!({
        "heading": shared["heading_in_text"],
        "items": list(shared, "items").iter().map(|item| pick(item, &["id", "strength", "paraphrase"])).collect::<Vec<_>>(),
        "sourceIds": shared["source_ids"],
    });
    // Of one package only the number is known.
    let is_known = |package: &&Value| package["title"].is_string();
    record["packages"] = list(value, "action_packages").iter().filter(is_known).map(camel_all).collect();
    record["threePillars"] = list(value, "three_pillar_descriptions")
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            let mut kept = camel_all(&pick(entry, &["date", "by", "order", "quote", "note"]));
            kept["id"] = json!(format!("three:{index}"));
            kept["sourceIds"] = sources(&entry["source_id"], &entry["extra_source_ids"]);
            kept
        })
        .collect();
    record["fourPillars"] = list(value, "four_pillar_restatements")
        .iter()
        .map(|entry| {
            let mut kept = pick(entry, &["date", "note"]);
            kept["sourceIds"] = sources(&entry["source_id"], &Value::Null);
            kept
        })
        .collect();
    record["endorserCounts"] = list(value, "endorser_count_by_date")
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            let mut kept = pick(entry, &["date", "count", "quote", "note"]);
            kept["id"] = json!(format!("count:{index}"));
            kept["sourceIds"] = sources(&entry["source_id"], &entry["extra_source_ids"]);
            kept
        })
        .collect();
    record["endorserNote"] = json!(ENDORSER_NOTE);
    record
}

/// One source and further ones as one list.
fn sources(one: &Value, more: &Value) -> Value {
    let mut all = Vec::new();
    all.extend((!one.is_null()).then(|| one.clone()));
    all.extend(more.as_array().cloned().unwrap_or_default());
    Value::Array(all)
}

fn pillar(value: &Value) -> Value {
    let mut record = pick(value, &["id", "roman", "short_name"]);
    record["heading"] = value["heading_in_text"].clone();
    record["subCommitments"] = list(value, "sub_commitments")
        .iter()
        .map(|entry| pick(entry, &["id", "strength", "paraphrase", "keywords"]))
        .collect();
    record["namesElsewhere"] = list(value, "names_elsewhere").iter().map(camel_all).collect();
    record
}

fn countries(value: &Value) -> Value {
    let country = |entry: &Value| {
        let mut record = pick(
            entry,
            &[
                "iso3",
                "name_in_text",
                "status",
                "joined",
                "joined_kind",
                "withdrawn",
                "withdrawal_note",
                "detail",
                "note",
                "source_ids",
            ],
        );
        let roles = list(entry, "action_package_roles");
        if !roles.is_empty() {
            record["packageRoles"] = roles.iter().map(camel_all).collect();
        }
        record
    };
    list(value, "endorsing").iter().chain(list(value, "others")).map(country).collect()
}

fn commitment(value: &Value) -> Value {
    let mut record = pick(
        value,
        &[
            "id",
            "iso3",
            "partners",
            "pillar",
            "pillar_basis",
            "kind",
            "link_to_declaration",
            "title",
            "description",
            "announced",
            "status",
            "status_note",
            "status_as_of",
            "status_source_ids",
            "quote",
            "quote_source_id",
            "source_ids",
        ],
    );
    let target = pick(
        &value["target"],
        &["quantity", "quantity_min", "quantity_max", "unit", "deadline", "qualifier"],
    );
    let mut target = target;
    qualify(&mut target);
    if let Some(what) = deadline_is(&value["id"]) {
        target["deadlineIs"] = json!(what);
    }
    // A span of years ends with its last.
    if let Some((_, last)) = value["target"]["deadline"].as_str().and_then(|text| text.split_once('-'))
        && last.len() == 4
    {
        target["deadline"] = json!(last);
    }
    if target.as_object().is_some_and(|target| !target.is_empty()) {
        record["target"] = target;
    }
    if let Some(words) = status_words(&record["id"]) {
        record["statusWords"] = json!(words);
    }
    record
}

fn milestone(value: &Value) -> Value {
    let record = pick(
        value,
        &[
            "id",
            "date",
            "end_date",
            "title",
            "description",
            "kind",
            "place",
            "countries",
            "quote",
            "quote_source_id",
            "source_ids",
        ],
    );
    dated(record, value)
}

/// A record with its date as precisely as its source has it.
fn dated(mut record: Value, of: &Value) -> Value {
    record["date"] = date(of);
    if is_approximate(of) {
        record["approximate"] = json!(true);
    }
    record
}

fn event(value: &Value) -> Value {
    let mut record = pick(
        value,
        &[
            "id",
            "date",
            "end_date",
            "title",
            "description",
            "category",
            "stance",
            "quote",
            "quote_source_id",
            "source_ids",
        ],
    );
    record["countries"] = json!([value["actor_iso3"]]);
    record["datasets"] = json!(datasets(value));
    dated(record, value)
}

fn figure(value: &Value) -> Value {
    let mut record =
        pick(value, &["id", "value", "display", "what", "said_by", "occasion", "quote", "context"]);
    record["sourceIds"] = sources(&value["source_id"], &value["context_source_ids"]);
    // It was said with the word that makes it a rounded one.
    if text(value, "quote").contains(&format!("about {}", text(value, "display"))) {
        record["display"] = json!(format!("about {}", text(value, "display")));
    }
    record
}

fn term(value: &Value) -> Value {
    let mut record =
        pick(value, &["id", "term", "definition", "authority", "source_ids", "quote", "quote_source_id"]);
    if let Some(stem) = stem(&record["id"]) {
        record["stem"] = json!(stem);
    }
    record
}

/// Every source that a record names, wherever it stands.
fn used_sources(value: &Value) -> Result<Vec<String>, String> {
    let mut used = Vec::new();
    collect(value, &mut used);
    used.sort();
    used.dedup();
    if used.is_empty() { Err("declaration: no record names a source".into()) } else { Ok(used) }
}

fn collect(value: &Value, used: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|entry| collect(entry, used)),
        Value::Object(record) => {
            for (name, value) in record {
                let ids = match name.as_str() {
                    "sourceId" | "quoteSourceId" => vec![value.clone()],
                    "sourceIds" | "statusSourceIds" => value.as_array().cloned().unwrap_or_default(),
                    _ => {
                        collect(value, used);
                        continue;
                    }
                };
                used.extend(ids.iter().filter_map(|id| id.as_str().map(str::to_owned)));
            }
        }
        _ => {}
    }
}
