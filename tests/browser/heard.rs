//! What a screen reader is given of each kind: the accessibility tree as Chromium has it, as it was read and accepted in
//! `tests/golden/heard`. `BLESS=1` accepts what it is now.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{CHART, Reader, TestSite, Window, skips_beyond_chromium};

/// A view of each kind with few figures, by the name of its golden.
pub const VIEWS: [(&str, &str); 16] = [
    ("line", r#"dataset="darien-crossings" kind="line" from="2023-01" to="2023-03" top="3""#),
    (
        "area",
        r#"dataset="darien-crossings" kind="area" from="2023-01" to="2023-03" filter="nationality=HTI""#,
    ),
    ("stacked-area", r#"dataset="darien-crossings" kind="stacked-area" from="2023-01" to="2023-03" top="2""#),
    ("bar", r#"dataset="darien-crossings" kind="bar" x="nationality" top="4" from="2023-01" to="2023-03""#),
    ("stacked-bar", r#"dataset="venezuelans-abroad" kind="stacked-bar" from="2023" to="2024""#),
    (
        "grouped-bar",
        r#"dataset="us-southwest-encounters" kind="grouped-bar" x="year" series="demographic" from="2022" to="2023""#,
    ),
    (
        "small-multiples",
        r#"dataset="venezuelans-abroad" kind="small-multiples" series="coa_iso" from="2023" to="2024" top="3""#,
    ),
    (
        "slope",
        r#"dataset="migrant-stock-americas" kind="slope" filter="destination=USA,COL" x="year" series="destination""#,
    ),
    ("scatter", r#"dataset="venezuelans-abroad" kind="scatter" filter="coa_iso=COL,PER,ECU" to="2023""#),
    ("pyramid", r#"dataset="guatemala-returns" kind="pyramid""#),
    ("waffle", r#"dataset="darien-crossings" kind="waffle" x="nationality" from="2023" to="2023" top="3""#),
    ("number", r#"dataset="darien-crossings" kind="number" from="2023-01" to="2023-03""#),
    (
        "flow",
        r#"dataset="asylum-applications-americas" kind="flow" origin="coo_iso" destination="coa_iso" from="2024" to="2024" filter="coa_iso=USA,MEX; coo_iso=VEN,HTI""#,
    ),
    ("map", r#"dataset="venezuelans-abroad" kind="map" filter="coa_iso=COL,PER,TTO,BRB""#),
    (
        "map-of-ways",
        r#"dataset="migrant-stock-americas" kind="map" origin="origin" destination="destination" filter="destination=COL; origin=VEN,ECU" from="2024" to="2024""#,
    ),
    ("table", r#"dataset="darien-crossings" kind="table" x="nationality" from="2023" to="2023" top="4""#),
];

/// Opens a page in a language with one of the views below a heading of the second level, and waits for what comes late.
pub fn open(reader: &Reader, site: &TestSite, language: &str, attributes: &str) {
    let page = TestSite::embedding(&format!(
        "<main><h1>Page</h1><h2>Section</h2><{CHART} {attributes} loading=\"eager\" \
         style=\"display:block;height:440px\"></{CHART}></main>"
    ));
    reader.go(&site.page(&page.replace("lang=\"en\"", &format!("lang=\"{language}\""))));
    reader.wait_for_load(CHART);
    reader.wait_until(
        "what comes after the drawing",
        "const { shadowRoot } = document.querySelector('migration-chart');
         return !!shadowRoot.querySelector('.title[aria-level]') && !!shadowRoot.querySelector('.panel td')",
    );
    reader.wait_for_rest();
}

/// The nodes of an accessibility tree by their ids.
struct Tree(BTreeMap<String, Value>);

impl Tree {
    fn of(reader: &Reader) -> Self {
        let all = reader.cdp("Accessibility.getFullAXTree", json!({}));
        let nodes = all["nodes"].as_array().cloned().unwrap_or_default();
        let id = |node: &Value| node["nodeId"].as_str().unwrap_or_default().to_owned();
        Self(nodes.into_iter().map(|node| (id(&node), node)).collect())
    }

    fn children<'a>(&'a self, node: &'a Value) -> impl Iterator<Item = &'a Value> {
        let ids = node["childIds"].as_array().into_iter().flatten();
        ids.filter_map(|id| self.0.get(id.as_str()?))
    }

    /// The names of the cells of a row, which lie in generic boxes at times.
    fn cells(&self, row: &Value) -> Vec<String> {
        let mut found = Vec::new();
        for child in self.children(row) {
            match word(child, "role").as_str() {
                "cell" | "gridcell" | "columnheader" | "rowheader" => found.push(word(child, "name")),
                _ => found.extend(self.cells(child)),
            }
        }
        found
    }

    /// A line for each node that says something, two spaces further in than the one around it.
    fn write(&self, node: &Value, depth: usize, around: &str, text: &mut String) {
        let (role, name) = (word(node, "role"), word(node, "name"));
        let is_silent = node["ignored"] == json!(true)
            || matches!(role.as_str(), "none" | "generic" | "InlineTextBox" | "rowgroup") && name.is_empty()
            || role == "InlineTextBox";
        if is_silent {
            self.children(node).for_each(|child| self.write(child, depth, around, text));
            return;
        }
        // What the name around it says already is not said again.
        if role == "StaticText" && around.contains(&name) {
            return;
        }
        let mut line = match role.as_str() {
            "StaticText" => format!("“{name}”"),
            "row" => format!("row: {}", self.cells(node).join(" | ")),
            _ if name.is_empty() => role.clone(),
            _ => format!("{role} “{name}”"),
        };
        for property in node["properties"].as_array().into_iter().flatten() {
            let (what, value) = (property["name"].as_str().unwrap_or_default(), &property["value"]["value"]);
            let is_told = match what {
                "level" => true,
                "live" | "pressed" | "expanded" | "disabled" | "selected" | "hasPopup" => {
                    !matches!(value.as_str(), Some("off" | "false" | ""))
                }
                _ => false,
            };
            if is_told && value != &json!(false) && value != &json!("") {
                line.push_str(&format!(", {what} {}", value.as_str().unwrap_or(&value.to_string())));
            } else if what == "expanded" {
                line.push_str(", closed");
            }
        }
        let value = word(node, "value");
        if !value.is_empty() {
            line.push_str(&format!(", value “{value}”"));
        }
        let description = word(node, "description");
        if !description.is_empty() {
            line.push_str(&format!(", described as “{description}”"));
        }
        text.push_str(&format!("{}{line}\n", "  ".repeat(depth)));
        if role != "row" {
            self.children(node).for_each(|child| self.write(child, depth + 1, &name, text));
        }
    }
}

/// The value of a part of a node.
fn word(node: &Value, part: &str) -> String {
    node[part]["value"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_kind_is_heard_as_it_was_accepted() {
    if skips_beyond_chromium("no other engine's driver gives the whole accessibility tree") {
        return;
    }
    let Some(reader) = Reader::try_at(Window { width: 800, height: 700, ..Window::default() }) else {
        return;
    };
    let site = TestSite::start();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/heard");
    let is_blessed = std::env::var_os("BLESS").is_some_and(|value| value == "1");
    let mut faults = Vec::new();
    for (name, attributes) in VIEWS {
        open(&reader, &site, "en", attributes);
        let tree = Tree::of(&reader);
        let figure = tree.0.values().find(|node| word(node, "role") == "figure");
        let mut text = String::new();
        tree.write(figure.expect("a figure"), 0, "", &mut text);
        let path = folder.join(name).with_extension("txt");
        let accepted = std::fs::read_to_string(&path).unwrap_or_default();
        if is_blessed {
            std::fs::create_dir_all(&folder).expect("a folder can be made");
            std::fs::write(&path, &text).expect("a golden can be written");
        } else if text != accepted {
            let old: BTreeSet<&str> = accepted.lines().collect();
            let new: Vec<&str> = text.lines().filter(|line| !old.contains(line)).collect();
            faults.push(format!("{name}:\n{}", new.join("\n")));
        }
    }
    let known: BTreeSet<String> = VIEWS.iter().map(|(name, _)| format!("{name}.txt")).collect();
    for entry in std::fs::read_dir(&folder).expect("the goldens can be read") {
        let file = entry.expect("an entry can be read").file_name().into_string().expect("a name in UTF-8");
        if !known.contains(&file) {
            faults.push(format!("{file}: no view is heard so"));
        }
    }
    assert!(faults.is_empty(), "BLESS=1 accepts these:\n{}", faults.join("\n"));
}
