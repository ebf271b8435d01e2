//! `www/contract.json`, and that the code knows what it names, all of it and nothing else.

use std::collections::BTreeSet;
use std::path::Path;

use migration_widget::data::{FORMATS, STATUSES};
use migration_widget::explorer::View;
use migration_widget::figure::check_attribute_values;
use migration_widget::model::attribute;
use migration_widget::query::{Aggregate, Kind, Needs, Request};

use crate::architecture::{source_files, string_literals};

#[path = "../../src/bin/xtask/contract/mod.rs"]
#[allow(dead_code, reason = "the tool uses all of it")]
mod file;

pub use file::{
    Attribute, ChartKind, Contract, CustomElement, FileFormat, Language, Type, Values, code, names,
};

/// The folder of what is written by hand.
pub fn www() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/www"))
}

/// The contract.
pub fn contract() -> Contract {
    Contract::open(www()).unwrap()
}

/// The tags of all languages.
pub fn languages() -> Vec<String> {
    contract().languages.into_iter().map(|language| language.tag).collect()
}

fn set<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
    names.into_iter().collect()
}

/// The names of a list of the code that goes with them.
fn known<'a, T>(list: &'a [(T, &'static str)]) -> Vec<&'a str> {
    list.iter().map(|(_, name)| *name).collect()
}

/// The closed list of what an attribute may say.
fn values<'a>(contract: &'a Contract, tag: &str, name: &str) -> Vec<&'a str> {
    let element = contract.element(tag).unwrap();
    let attribute = element.attributes.iter().find(|attribute| attribute.name == name).unwrap();
    contract.values(element, attribute).unwrap()
}

#[test]
fn every_attribute_has_its_constant() {
    let contract = contract();
    let named = contract.elements.iter().flat_map(CustomElement::attributes);
    assert_eq!(set(attribute::ALL.iter().copied()), set(named));
    assert_eq!(set(attribute::ALL.iter().copied()).len(), attribute::ALL.len());
}

#[test]
fn an_attribute_is_looked_up_by_its_constant() {
    for file in source_files("src").iter().filter(|file| !file.path.starts_with("src/bin/")) {
        // Not `get_attribute("…")`, which is the browser's.
        let found = file.code.match_indices("attribute(\"").find(|(at, _)| !file.code[..*at].ends_with('_'));
        assert_eq!(found.map(|(at, _)| &file.code[at..at + 24]), None, "{}", file.path);
    }
}

#[test]
fn kinds_and_what_they_need_are_those_of_the_code() {
    let contract = contract();
    assert_eq!(contract.kinds(), known(&Kind::ALL));
    assert_eq!(
        set(names(&contract.needs)),
        set(known(&Needs::ALL).into_iter().filter(|name| !name.is_empty()))
    );
    for (row, (kind, name)) in contract.kinds.iter().zip(Kind::ALL) {
        let needs = Needs::ALL.iter().find(|(needs, _)| *needs == kind.needs());
        assert_eq!(needs.map(|(_, name)| *name), Some(&*row.needs), "{name}");
        assert_eq!(row.parts.iter().any(|part| part == "more"), kind.shapes_its_query(), "{name}");
    }
}

#[test]
fn languages_are_those_of_the_code() {
    let contract = contract();
    let named: Vec<(&str, &str)> =
        contract.languages.iter().map(|language| (&*language.tag, &*language.name)).collect();
    assert_eq!(named, migration_widget::figure::LANGUAGES);
}

#[test]
fn closed_lists_are_those_of_the_code() {
    let contract = contract();
    assert_eq!(contract.formats(), FORMATS);
    assert_eq!(values(&contract, "migration-chart", "aggregate"), known(&Aggregate::ALL));
    assert_eq!(values(&contract, "pillar-explorer", "status"), STATUSES);
    assert_eq!(values(&contract, "pillar-explorer", "view"), known(&View::ALL));
    let chart = contract.element("migration-chart").unwrap();
    assert_eq!([&["all", "none"][..], &names(&chart.controls)].concat(), attribute::CONTROL_WORDS);
    let explorer = source_files("src/web/explorer");
    let literals: BTreeSet<&str> = explorer.iter().flat_map(|file| string_literals(&file.code)).collect();
    for control in &contract.element("pillar-explorer").unwrap().controls {
        assert!(literals.contains(&*control.name), "{}", control.name);
    }
}

#[test]
fn every_word_of_a_closed_list_is_taken_and_another_is_not() {
    let contract = contract();
    let chart = contract.element("migration-chart").unwrap();
    let taken = |name: &str, word: &str| {
        let attribute = |asked: &str| (asked == name).then(|| word.to_owned());
        Request::from_attributes(&attribute).is_ok() && check_attribute_values(&attribute).is_ok()
    };
    for attribute in &chart.attributes {
        let values = contract.values(chart, attribute).unwrap();
        for word in values.iter().copied().chain(attribute.words.iter().map(|word| &**word)) {
            assert!(taken(&attribute.name, word), "{}={word}", attribute.name);
        }
        // The readers of files tell of a format.
        if !values.is_empty() && attribute.name != "format" {
            assert!(!taken(&attribute.name, "sideways"), "{}=sideways", attribute.name);
        }
    }
}

#[test]
fn custom_properties_are_those_that_the_code_asks_for() {
    let sources = source_files("src/web");
    let literals = sources.iter().flat_map(|file| string_literals(&file.code));
    let property = |literal: &'_ str| -> Option<String> {
        let at = literal.find("--mw-")?;
        let name = |letter: &char| letter.is_ascii_lowercase() || *letter == '-';
        Some(literal[at..].chars().take_while(name).collect())
    };
    let mut asked: BTreeSet<String> = literals.filter_map(property).collect();
    // The code counts them.
    assert!(asked.remove("--mw-series-"), "{asked:?}");
    asked.extend((1..=5).map(|number| format!("--mw-series-{number}")));
    let contract = contract();
    assert_eq!(asked.iter().map(String::as_str).collect::<BTreeSet<_>>(), set(names(&contract.properties)));
}

#[test]
fn a_language_has_all_its_files() {
    let contract = contract();
    let folders = [
        "locales",
        "locales/explorer",
        "locales/data",
        "locales/fallback",
        "locales/static",
        "gallery",
        "builder",
    ];
    for folder in folders {
        let mut found: Vec<String> = std::fs::read_dir(www().join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
            .collect();
        found.sort();
        assert_eq!(
            found.iter().map(String::as_str).collect::<Vec<_>>(),
            sorted(contract.languages()),
            "{folder}"
        );
    }
    for language in contract.translations() {
        assert!(www().join(format!("data/declaration/{language}.json")).is_file(), "{language}");
    }
}

fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names
}
