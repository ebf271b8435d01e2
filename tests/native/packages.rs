//! What is told of the elements in several places, each for its own readers, is the same in all.

use std::collections::BTreeSet;

use serde_json::Value;

const SCRIPT: &str = include_str!("../../www/embed/attributes.js");
const TYPES: &str = include_str!("../../www/index.d.ts");
const PLUGIN: &str = include_str!("../../www/wordpress/migration-widget.php");
const README: &str = include_str!("../../README.md");

/// The elements, with what each of the places calls them and theirs.
const ELEMENTS: [(&str, &str, &str); 2] = [
    ("migration-chart", "const ATTRIBUTES = [", "ChartOptions"),
    ("pillar-explorer", "const EXPLORER_ATTRIBUTES = [", "ExplorerOptions"),
];

/// The declaration of an element in the custom elements manifest.
fn declared(element: &str) -> Value {
    let manifest: Value =
        serde_json::from_str(include_str!("../../www/package/custom-elements.json")).unwrap();
    let declarations = manifest["modules"][0]["declarations"].as_array().unwrap();
    declarations.iter().find(|declared| declared["tagName"] == element).unwrap().clone()
}

/// The names of a list of the manifest.
fn names(list: &Value) -> BTreeSet<String> {
    let names: Vec<String> =
        list.as_array().unwrap().iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect();
    let set: BTreeSet<String> = names.iter().cloned().collect();
    assert_eq!(set.len(), names.len(), "a name twice: {names:?}");
    set
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

#[test]
fn attributes_are_the_same_for_the_script_compilers_editors_and_wordpress() {
    for (element, list, options) in ELEMENTS {
        let observed = quoted(between(SCRIPT, list, "];"), '"');
        assert!(observed.len() > 10, "{observed:?}");
        assert_eq!(names(&declared(element)["attributes"]), observed, "custom-elements.json");
        let plugin = between(PLUGIN, &format!("\t'{element}' => array("), "),");
        assert_eq!(quoted(plugin, '\''), observed, "migration-widget.php");
        let mut typed = members(between(TYPES, &format!("interface {options} {{"), "\n}"));
        // Properties that `configure()` takes beside attributes; an explorer's data is an address.
        assert!(typed.remove("state"), "{typed:?}");
        assert!(element != "migration-chart" || typed.remove("data"), "{typed:?}");
        assert_eq!(typed, observed, "index.d.ts");
    }
}

#[test]
fn members_and_events_are_the_same_for_compilers_and_editors() {
    for (element, _, _) in ELEMENTS {
        let declared = declared(element);
        let class = declared["name"].as_str().unwrap();
        let typed = members(between(TYPES, &format!("class {class} extends HTMLElement {{"), "\n}"));
        assert_eq!(names(&declared["members"]), typed, "{class}");
        let events = if element == "migration-chart" { "ChartEvents" } else { "ExplorerEvents" };
        let typed = members(between(TYPES, &format!("interface {events} {{"), "\n}"));
        assert_eq!(names(&declared["events"]), typed, "{events}");
    }
}

#[test]
fn custom_properties_are_those_of_the_readme() {
    let told = between(README, "Colours and font follow ", ".\n");
    let mut told: BTreeSet<String> =
        quoted(told, '`').into_iter().filter(|name| name.starts_with("--mw-")).collect();
    // Written there as the first and the last of five.
    told.extend((2..5).map(|number| format!("--mw-series-{number}")));
    for (element, _, _) in ELEMENTS {
        assert_eq!(names(&declared(element)["cssProperties"]), told, "{element}");
    }
}

#[test]
fn the_plugin_is_of_the_same_release() {
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(between(PLUGIN, "Version:           ", "\n"), version);
    assert_eq!(between(PLUGIN, "const MIGRATION_WIDGET_VERSION = '", "'"), version);
}
