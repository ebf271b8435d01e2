//! The README's table of where figures come from: that of the feeds and of the package, and each command is one there is.

use std::path::Path;

use serde_json::Value;

use crate::data_import::import::feeds::{FEEDS, Feed, Way};
use crate::readme::table;
use crate::shipped_data::package_text;

/// A row a file of a publisher.
pub fn feeds() -> String {
    let package: Value = serde_json::from_str(&package_text()).unwrap();
    let head = ["dataset", "publisher", "new figures", "address", "command", "last edition"];
    table(head, FEEDS.iter().map(|feed| row(feed, &package)))
}

fn row(feed: &Feed, package: &Value) -> [String; 6] {
    let resources = package["resources"].as_array().unwrap();
    let of_feed = |resource: &&Value| resource["dataset"] == feed.datasets[0];
    let resource = resources.iter().find(of_feed).unwrap();
    let is_source = |source: &&Value| source["title"] == feed.source().title;
    let source = resource["sources"].as_array().unwrap().iter().find(is_source).unwrap();
    let said = |name: &str| source[name].as_str().unwrap_or_default().to_owned();
    let ids = feed.datasets.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let address = match feed.way {
        Way::File(address) | Way::Pages(address) => format!("<{address}>"),
        Way::Link { page, .. } => format!("the sheet that <{page}> links to"),
        Way::ByHand { page, how } => format!("{how}: <{page}>"),
    };
    let command = match feed.is_got() {
        true => format!("`cargo xtask data --fetch {}`", feed.datasets[0]),
        false => format!("by hand into `{}`", feed.writes[0]),
    };
    let edition = [said("edition"), format!("as of {}", said("asOf"))];
    let edition = edition.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    let cadence = resource["cadence"].as_str().unwrap().to_owned();
    [ids, said("publisher"), cadence, address, command, edition]
}

/// The commands that the tool's own help lists.
pub fn commands() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/xtask/help.rs");
    let text = std::fs::read_to_string(path).unwrap();
    let help = text.split("pub const HELP").nth(1).unwrap().split("\";").next().unwrap();
    let named = help.split("cargo xtask ").skip(1).map(|rest| rest.split_whitespace().next().unwrap());
    named.map(str::to_owned).collect()
}

/// The words behind each `cargo xtask` of a text.
pub fn asked_of_the_tool(text: &str) -> Vec<Vec<String>> {
    let ends = |letter: char| matches!(letter, '`' | '\n' | '#' | ';' | '&' | '|' | '"' | '…');
    let lines = text.split("cargo xtask ").skip(1).map(|rest| rest.split(ends).next().unwrap_or_default());
    lines.map(|line| line.split_whitespace().map(str::to_owned).collect()).collect()
}

#[test]
fn every_command_of_the_readme_is_one_that_the_tool_has() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let known = commands();
    assert!(known.len() >= 10 && known.contains(&"data".to_owned()), "{known:?}");
    let asked = asked_of_the_tool(&text);
    assert!(asked.iter().filter(|words| words.get(1).is_some_and(|word| word == "--fetch")).count() >= 9);
    for words in asked {
        assert!(known.contains(&words[0]), "cargo xtask {}", words.join(" "));
        if words.get(1).is_some_and(|word| word == "--fetch")
            && words.len() == 3
            && !words[2].starts_with('[')
        {
            let id = words[2].as_str();
            assert!(FEEDS.iter().any(|feed| feed.datasets.contains(&id) && feed.is_got()), "{id}");
        }
    }
}
