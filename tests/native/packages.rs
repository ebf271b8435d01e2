//! What is told of the elements in several places, each for its own readers, is what the contract says.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::contract::{Contract, CustomElement, contract, names, www};

/// The elements, with what each of the places calls theirs.
const ELEMENTS: [(&str, &str, &str); 2] = [
    ("migration-chart", "const ATTRIBUTES = [", "ChartOptions"),
    ("pillar-explorer", "const EXPLORER_ATTRIBUTES = [", "ExplorerOptions"),
];

/// A file of `www` as it is shipped.
fn filled(contract: &Contract, name: &str) -> String {
    let path = www().join(name);
    contract.fill(&path, &std::fs::read_to_string(&path).unwrap()).unwrap()
}

/// The declaration of an element in the custom elements manifest.
fn declared(contract: &Contract, element: &str) -> Value {
    let manifest: Value = serde_json::from_str(&contract.manifest().unwrap()).unwrap();
    let declarations = manifest["modules"][0]["declarations"].as_array().unwrap();
    declarations.iter().find(|declared| declared["tagName"] == element).unwrap().clone()
}

/// The names of a list of the manifest.
fn listed(list: &Value) -> BTreeSet<String> {
    list.as_array().unwrap().iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
}

/// The text between two others.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, after) = text.split_once(start).unwrap_or_else(|| panic!("there is no `{start}`"));
    after.split_once(end).unwrap_or_else(|| panic!("no `{end}` after `{start}`")).0
}

/// The quoted words of a code.
fn quoted(code: &str, quote: char) -> BTreeSet<String> {
    code.split(quote).skip(1).step_by(2).map(str::to_owned).collect()
}

/// The names that begin the lines of an interface or a class: members, without comments and what an element inherits.
fn members(body: &str) -> BTreeSet<String> {
    let line = |line: &str| {
        let code = line.strip_prefix("  ")?.trim_start_matches("readonly ");
        // What a class has besides its elements is the builder's.
        if code.starts_with("static ") {
            return None;
        }
        let end = code.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')?;
        let name = &code[..end];
        (!name.is_empty() && !name.ends_with("EventListener")).then(|| name.to_owned())
    };
    body.lines().filter_map(line).collect()
}

fn owned<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// The files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn attributes_are_the_same_for_the_script_compilers_editors_and_wordpress() {
    let contract = contract();
    let script = filled(&contract, "embed/attributes.js");
    let types = filled(&contract, "index.d.ts");
    let plugin = filled(&contract, "wordpress/migration-widget.php");
    for (tag, list, options) in ELEMENTS {
        let element = contract.element(tag).unwrap();
        let named = owned(element.attributes());
        assert_eq!(quoted(between(&script, list, "];"), '"'), named, "embed.js");
        assert_eq!(listed(&declared(&contract, tag)["attributes"]), named, "custom-elements.json");
        assert_eq!(quoted(between(&plugin, &format!("'{tag}' => array("), ")"), '\''), named, "the plugin");
        let typed = members(between(&types, &format!("interface {options} {{"), "\n}"));
        let beside = element.options.iter().map(|option| &*option.name);
        assert_eq!(typed, owned(element.attributes().chain(beside)), "index.d.ts");
    }
}

#[test]
fn members_and_events_are_the_same_for_compilers_and_editors() {
    let contract = contract();
    let types = filled(&contract, "index.d.ts");
    for element in &contract.elements {
        let CustomElement { tag, class, .. } = element;
        let named = owned(element.members.iter().map(|member| &*member.name));
        let declared = declared(&contract, tag);
        assert_eq!(listed(&declared["members"]), named, "{class}");
        let typed = members(between(&types, &format!("class {class} extends HTMLElement {{"), "\n}"));
        assert_eq!(typed, named, "{class}");
        let named = owned(element.events.iter().map(|event| &*event.name));
        assert_eq!(listed(&declared["events"]), named, "{class}");
        let events = if tag == "migration-chart" { "ChartEvents" } else { "ExplorerEvents" };
        assert_eq!(members(between(&types, &format!("interface {events} {{"), "\n}")), named, "{events}");
        assert_eq!(listed(&declared["cssProperties"]), owned(names(&contract.properties)), "{class}");
    }
}

#[test]
fn every_framework_knows_every_element() {
    let contract = contract();
    for framework in ["react", "svelte", "vue"] {
        let types = filled(&contract, &format!("package/{framework}.d.ts"));
        for CustomElement { tag, class, .. } in &contract.elements {
            assert!(types.contains(&format!("    \"{tag}\": ")), "{framework}: {tag}");
            assert!(framework == "vue" || types.contains(class), "{framework}: {class}");
        }
    }
}

#[test]
fn no_list_of_the_contract_is_written_by_hand() {
    let contract = contract();
    let chart = contract.element("migration-chart").unwrap();
    let attributes: Vec<&str> = chart.attributes().collect();
    let lists = [attributes, contract.kinds(), contract.formats(), contract.languages()];
    for path in files(www()) {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if !matches!(extension, "js" | "ts" | "php" | "html") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        // Every placeholder is known.
        contract.fill(&path, &text).unwrap();
        for pair in lists.iter().flat_map(|list| list.windows(2)) {
            let [first, second] = pair else { continue };
            for quote in ['"', '\''] {
                for (before, after) in [(first, second), (second, first)] {
                    let written = format!("{quote}{before}{quote}, {quote}{after}{quote}");
                    assert!(!text.contains(&written), "{}: {written}", path.display());
                }
            }
        }
    }
}

#[test]
fn the_builder_offers_what_the_contract_lists() {
    let contract = contract();
    let page = filled(&contract, "builder.html");
    let chart = contract.element("migration-chart").unwrap();
    for attribute in &chart.attributes {
        let Some((_, rest)) = page.split_once(&format!("<select name=\"{}\"", attribute.name)) else {
            continue;
        };
        let options = between(rest, ">", "</select>");
        let offered = options.split("<option value=\"").skip(1).filter_map(|option| option.split('"').next());
        // Nothing chosen is an option too.
        let offered: BTreeSet<&str> = offered.filter(|value| !value.is_empty()).collect();
        let mut values = contract.values(chart, attribute).unwrap();
        if attribute.name == "lang" {
            assert_eq!(offered, contract.languages().into_iter().collect(), "lang");
        }
        values.extend(attribute.words.iter().map(|word| &**word));
        let known = |value: &&str| value.split(',').all(|word| values.contains(&word));
        assert!(values.is_empty() || offered.iter().all(known), "{}: {offered:?}", attribute.name);
    }
}

#[test]
fn pages_have_the_same_words_in_every_language() {
    let contract = contract();
    let words = |page: &str, language: &str| -> BTreeSet<String> {
        let text = std::fs::read_to_string(www().join(format!("{page}/{language}.json"))).unwrap();
        let texts: Value = serde_json::from_str(&text).unwrap();
        texts.as_object().unwrap().keys().cloned().collect()
    };
    for page in ["gallery", "builder"] {
        let first = words(page, contract.languages()[0]);
        for language in contract.translations() {
            assert_eq!(words(page, language), first, "{page}: {language}");
        }
    }
    // The builder has a shorter word for some.
    for kind in contract.kinds() {
        let key = format!("summary.kind.{kind}");
        assert!(words("locales", contract.languages()[0]).contains(&key), "{key}");
    }
}
