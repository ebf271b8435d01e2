//! The npm package as its users' compilers, bundlers and servers see it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::browsing;
use crate::harness::skip;

/// The folder that the package is installed in, unless npm could not be reached.
fn installed() -> Option<PathBuf> {
    let folder = std::env::var_os(browsing::NPM_PAGES).map(PathBuf::from);
    if folder.is_none() {
        skip("the npm package is not installed: npm could not be reached, or the filter has no `host`");
    }
    folder
}

/// What a program says in a folder, and whether it was content.
fn run(folder: &PathBuf, program: &str, arguments: &[&str]) -> (bool, String) {
    let output = Command::new(program).args(arguments).current_dir(folder).output().expect("it starts");
    (output.status.success(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

#[test]
fn types_allow_what_the_contract_allows_and_nothing_else() {
    let Some(folder) = installed() else { return };
    let (content, said) = run(&folder, "npx", &["tsc", "-p", "."]);
    assert!(content, "{said}");
}

#[test]
fn a_server_can_import_the_package() {
    let Some(folder) = installed() else { return };
    let script = "import('migration-widget').then((found) => console.log(Object.keys(found).join()))";
    let (content, said) = run(&folder, "node", &["-e", script]);
    assert!(content, "{said}");
    assert_eq!(said.trim(), "MigrationChart,PillarExplorer");
}

#[test]
fn a_package_holds_what_it_names_and_no_page_of_the_site() {
    let Some(folder) = installed() else { return };
    let package = folder.join("node_modules/migration-widget");
    let text = std::fs::read_to_string(package.join("package.json")).expect("it is installed");
    let described: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(described["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(described["license"], "MIT OR Apache-2.0");
    let mut named = BTreeSet::new();
    let mut open =
        vec![&described["exports"], &described["main"], &described["types"], &described["customElements"]];
    while let Some(value) = open.pop() {
        open.extend(value.as_object().into_iter().flatten().map(|(_, inner)| inner));
        named.extend(value.as_str());
    }
    assert!(named.len() >= 8, "{named:?}");
    let readable = ["LICENSE-MIT", "LICENSE-APACHE", "README.md"];
    for file in named.into_iter().chain(readable) {
        assert!(package.join(file).is_file(), "{file}");
    }
    for page in ["index.html", "gallery"] {
        assert!(!package.join(page).exists(), "{page}");
    }
}
