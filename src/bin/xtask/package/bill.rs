//! The bill of materials: every crate in the module and the boundaries beside it, in CycloneDX 1.6.
//!
//! After <https://cyclonedx.org/docs/1.6/json/>. `cargo-cyclonedx` would name what the tool and the tests use besides, and
//! the day on which it ran.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

/// The bill of what `cargo metadata` knows; `lock` is the text of `Cargo.lock`, `atlas` the package of the boundaries.
pub fn bill(metadata: &Value, lock: &str, atlas: (&str, &str)) -> Value {
    let root = metadata["resolve"]["root"].as_str().unwrap_or_default();
    let shipped = shipped(metadata, root);
    let (name, version) = atlas;
    let mut components = BTreeMap::from([(
        (name.to_owned(), version.to_owned()),
        json!({
            "type": "data",
            "name": name,
            "version": version,
            "purl": format!("pkg:npm/{name}@{version}"),
            "licenses": [{"expression": "ISC"}],
        }),
    )]);
    let sums = checksums(lock);
    let mut own = Value::Null;
    for package in metadata["packages"].as_array().map_or(&[][..], Vec::as_slice) {
        let text = |field: &str| package[field].as_str().unwrap_or_default();
        if text("id") == root {
            own = component(package, "application");
        } else if shipped.contains(text("id")) {
            let key = (text("name").to_owned(), text("version").to_owned());
            let mut found = component(package, "library");
            if let Some(sum) = sums.get(&key) {
                found["hashes"] = json!([{"alg": "SHA-256", "content": sum}]);
            }
            components.insert(key, found);
        }
    }
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": own},
        "components": components.into_values().collect::<Vec<_>>(),
    })
}

fn component(package: &Value, kind: &str) -> Value {
    let text = |field: &str| package[field].as_str().unwrap_or_default();
    // Old crates write a slash for "or".
    let licence = text("license").replace('/', " OR ").replace("  ", " ");
    json!({
        "type": kind,
        "name": text("name"),
        "version": text("version"),
        "purl": format!("pkg:cargo/{}@{}", text("name"), text("version")),
        "licenses": [{"expression": licence}],
    })
}

/// The ids of the packages that the root is made of: no crate of tests or of build scripts, no procedural macro.
pub fn shipped<'a>(metadata: &'a Value, root: &'a str) -> BTreeSet<&'a str> {
    let list = |value: &'a Value| value.as_array().map_or(&[][..], Vec::as_slice);
    let is_macro = |id: &str| {
        let found = list(&metadata["packages"]).iter().find(|package| package["id"] == id);
        let is_macro = |target: &Value| target["kind"].to_string().contains("proc-macro");
        found.is_some_and(|package| list(&package["targets"]).iter().any(is_macro))
    };
    let (mut seen, mut open) = (BTreeSet::new(), vec![root]);
    while let Some(id) = open.pop() {
        let Some(node) = list(&metadata["resolve"]["nodes"]).iter().find(|node| node["id"] == id) else {
            continue;
        };
        for dependency in list(&node["deps"]) {
            let is_linked = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let id = dependency["pkg"].as_str().unwrap_or_default();
            if is_linked && !is_macro(id) && seen.insert(id) {
                open.push(id);
            }
        }
    }
    seen
}

/// The checksums of `Cargo.lock` by name and version.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let mut sums = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""));
            line.map(|text| text.trim_end_matches('"').to_owned())
        };
        if let (Some(name), Some(version), Some(sum)) = (field("name"), field("version"), field("checksum")) {
            sums.insert((name, version), sum);
        }
    }
    sums
}
