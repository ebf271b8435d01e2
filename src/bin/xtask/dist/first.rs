//! What a first drawing asks of files that say more: the words it says, those of its dataset, and that dataset's description
//! alone.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value};

use crate::contract::Contract;
use crate::project;

/// What a first drawing of any figures says: keys, and with a dot at their end beginnings of keys.
const FIRST: [&str; 34] = [
    "axis.",
    "by.",
    "country.",
    "each.",
    "field.",
    "figure.",
    "format.",
    "heading.",
    "mark.",
    "missing.",
    "note.",
    "number.billion.",
    "number.million.",
    "number.thousand.",
    "part.",
    "per.",
    "region.",
    "series.",
    "source.",
    "span.",
    "unit.",
    "value.sex.",
    "when.",
    "ui.tab.",
    "ui.download.",
    "ui.mark.",
    "ui.tabs",
    "ui.legend",
    "ui.download",
    "ui.options",
    "ui.option.about",
    "ui.explore",
    "ui.more",
    "ui.less",
];
/// Beginnings of keys that name a thing of a dataset's: its own name follows.
const OF_SOURCES: [&str; 4] = ["title.", "publisher.", "licence.", "via."];

/// The dataset that rates are made of.
const POPULATION: &str = "population";

/// Writes `locales/first/LANGUAGE.json`, `locales/of/DATASET.LANGUAGE.json` and `data/DATASET.json` of a site whose other files
/// are there; gives the ids of the datasets as a list in JSON.
pub fn write(site: &Path, contract: &Contract) -> Result<String, String> {
    let package = object(&site.join("data/datapackage.json"))?;
    let resources = package.get("resources").and_then(Value::as_array).cloned().unwrap_or_default();
    let ids: BTreeSet<String> = resources.iter().map(id_of).collect();
    for language in contract.languages() {
        let words = object(&site.join("locales").join(language).with_extension("json"))?;
        let own = object(&site.join(format!("locales/data/{language}.json")))?;
        put(&site.join(format!("locales/first/{language}.json")), &first_words(&words, &own))?;
        for id in &ids {
            let own = words_of(id, &words, &resources);
            put(&site.join(format!("locales/of/{id}.{language}.json")), &own)?;
        }
    }
    for id in &ids {
        // A reader may ask for any figures per inhabitant.
        let is_wanted = |resource: &&Value| id_of(resource) == *id || id_of(resource) == POPULATION;
        let mut own: Vec<Value> = resources.iter().filter(is_wanted).cloned().collect();
        // How files are got is for those who make the package, not for who draws a chart.
        for resource in own.iter_mut().filter_map(Value::as_object_mut) {
            resource.retain(|property, _| !matches!(property.as_str(), "cadence" | "downloads"));
        }
        let own = Map::from_iter([("resources".to_owned(), Value::Array(own))]);
        put(&site.join(format!("data/{id}.json")), &own)?;
    }
    Ok(Value::from(ids.into_iter().collect::<Vec<_>>()).to_string())
}

/// The dataset of a resource of a data package.
pub fn id_of(resource: &Value) -> String {
    resource["dataset"].as_str().unwrap_or_default().to_owned()
}

/// The words that a first drawing says of any figures; `own` are those of authors' files.
pub fn first_words(words: &Map<String, Value>, own: &Map<String, Value>) -> Map<String, Value> {
    let is_first =
        |key: &str, first: &&str| if first.ends_with('.') { key.starts_with(*first) } else { key == *first };
    let mut all = those(words, &|key| FIRST.iter().any(|first| is_first(key, first)));
    all.extend(those(own, &|key| FIRST.iter().any(|first| is_first(key, first))));
    all
}

/// The words that it says of a dataset's, which the resources of a data package describe.
pub fn words_of(id: &str, words: &Map<String, Value>, resources: &[Value]) -> Map<String, Value> {
    let own: Vec<Value> = resources.iter().filter(|resource| id_of(resource) == id).cloned().collect();
    let said = Value::from(own).to_string();
    let about = format!("dataset.{id}.");
    let names = |text: &str| said.contains(&Value::from(text).to_string());
    those(words, &|key| {
        let of_source = OF_SOURCES.iter().find_map(|family| key.strip_prefix(family));
        let of_field = key.strip_prefix("value.").and_then(|rest| rest.split_once('.'));
        key.starts_with(&about)
            || of_source.is_some_and(names)
            || of_field.is_some_and(|(field, _)| names(field))
    })
}

/// The texts whose keys are wanted.
fn those(words: &Map<String, Value>, is_wanted: &dyn Fn(&str) -> bool) -> Map<String, Value> {
    let wanted = words.iter().filter(|(key, _)| is_wanted(key));
    wanted.map(|(key, text)| (key.clone(), text.clone())).collect()
}

fn object(path: &Path) -> Result<Map<String, Value>, String> {
    serde_json::from_str(&project::read_text(path)?)
        .map_err(|problem| format!("{} is no object: {problem}", path.display()))
}

fn put(path: &Path, object: &Map<String, Value>) -> Result<(), String> {
    project::write(path, Value::Object(object.clone()).to_string().as_bytes())
}
