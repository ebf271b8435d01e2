//! The shape of the code: who may use whom, how long a file may be, and that nothing panics.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A longer file wants to be split by noun.
const MOST_LINES: usize = 400;

/// Crates that only `src/web` may use.
const WEB_CRATES: [&str; 6] =
    ["wasm_bindgen", "wasm_bindgen_futures", "js_sys", "web_sys", "serde_wasm_bindgen", "plotters_canvas"];

/// A source file of the project.
pub struct SourceFile {
    /// Relative to the project.
    pub path: String,
    /// The text without comments.
    pub code: String,
    /// How many lines the file has.
    lines: usize,
}

impl SourceFile {
    /// The module below `src` that the file belongs to, e.g. `chart`.
    fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }
}

/// The Rust files below a folder of the project.
pub fn source_files(folder: &str) -> Vec<SourceFile> {
    files(folder, "rs")
}

/// The files of an ending below a folder of the project.
fn files(folder: &str, ending: &str) -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                let text = std::fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                files.push(SourceFile { path, code: without_comments(&text), lines: text.lines().count() });
            }
        }
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    assert!(!files.is_empty(), "no .{ending} files in {folder}");
    files
}

/// The text without what follows `//` outside of string literals, as far as a line tells.
fn without_comments(text: &str) -> String {
    let code = |line: &str| {
        let comment =
            line.match_indices("//").find(|(at, _)| line[..*at].matches('"').count().is_multiple_of(2));
        line[..comment.map_or(line.len(), |(at, _)| at)].to_owned()
    };
    text.replace("'\"'", "''").lines().map(code).collect::<Vec<_>>().join("\n")
}

/// The plain string literals of a code, without escapes.
pub fn string_literals(code: &str) -> Vec<&str> {
    let pieces = code.lines().flat_map(|line| line.split('"').skip(1).step_by(2));
    pieces.filter(|literal| !literal.contains('\\')).collect()
}

/// The table of modules in the code map of `src/lib.rs`: a module and what it may use, directly or through those.
fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    let map = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let names =
        |cell: &str| -> BTreeSet<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    let mut table: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in map.lines().filter(|line| line.starts_with("//! | [`") || line.starts_with("//! | `")) {
        let cells: Vec<&str> = line.trim_start_matches("//! |").split('|').collect();
        let [module, _, uses, ..] = cells.as_slice() else { continue };
        let module = names(module).into_iter().next().unwrap();
        table.insert(module, names(uses));
    }
    assert!(table.len() >= 8, "the code map of src/lib.rs has no table of modules");
    let modules: BTreeSet<String> = table.keys().cloned().collect();
    table.insert("web".to_owned(), modules);
    loop {
        let before = table.clone();
        for uses in table.values_mut() {
            let further: BTreeSet<String> =
                uses.iter().filter_map(|name| before.get(name)).flatten().cloned().collect();
            uses.extend(further);
        }
        if table == before {
            return table;
        }
    }
}

/// The modules that a code names as `crate::module`, also in groups.
fn modules_used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let name = |text: &str| -> String {
        text.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect()
    };
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(group) => {
                let mut depth = 0;
                let mut start = 0;
                for (at, letter) in group.char_indices() {
                    match letter {
                        '{' => depth += 1,
                        '}' if depth == 0 => {
                            used.insert(name(group[start..at].trim()));
                            break;
                        }
                        '}' => depth -= 1,
                        ',' if depth == 0 => {
                            used.insert(name(group[start..at].trim()));
                            start = at + 1;
                        }
                        _ => {}
                    }
                }
            }
            None => {
                used.insert(name(rest));
            }
        }
    }
    used.remove("");
    used
}

#[test]
fn the_scan_sees_single_and_grouped_uses() {
    let code = "use crate::model::Period;\nuse crate::{chart::{Frame, Key}, view::State};\nlet x = crate::query::run();";
    assert_eq!(modules_used(code).into_iter().collect::<Vec<_>>(), ["chart", "model", "query", "view"]);
    assert_eq!(without_comments("let a = \"http://b\"; // crate::web"), "let a = \"http://b\"; ");
    assert_eq!(string_literals("f(\"a.b\", \"c\\n\")"), ["a.b"]);
}

#[test]
fn modules_use_only_what_the_code_map_allows() {
    let allowed = allowed();
    for file in source_files("src") {
        let module = file.module();
        if matches!(module, "lib" | "bin") {
            continue;
        }
        let Some(allowed) = allowed.get(module) else {
            panic!("{} is not in the code map of src/lib.rs", file.path)
        };
        for used in modules_used(&file.code) {
            let fine = used == module || allowed.contains(&used);
            assert!(fine, "{} uses crate::{used}; {module} may use {allowed:?}", file.path);
        }
    }
}

/// The folders of `chart`, each with those it knows nothing of.
const UNKNOWN_IN_CHART: [(&str, &[&str]); 5] = [
    ("look", &["axes", "kinds", "labels", "output"]),
    ("labels", &["axes", "kinds", "output"]),
    ("axes", &["kinds", "output"]),
    ("kinds", &["output"]),
    ("output", &["axes", "kinds"]),
];

#[test]
fn in_chart_kinds_stand_on_axes_and_not_the_reverse() {
    for (folder, unknown) in UNKNOWN_IN_CHART {
        for file in source_files(&["src/chart/", folder].concat()) {
            for other in unknown {
                let names = [["chart::", other, "::"].concat(), ["super::super::", other].concat()];
                assert!(!names.iter().any(|name| file.code.contains(name)), "{} uses {other}", file.path);
            }
        }
    }
}

#[test]
fn only_the_web_layer_uses_web_crates() {
    for file in source_files("src") {
        if matches!(file.module(), "web" | "bin") {
            continue;
        }
        for name in WEB_CRATES {
            assert!(!file.code.contains(name), "{} uses {name}", file.path);
        }
        let draws = matches!(file.module(), "chart");
        assert!(draws || !file.code.contains("plotters"), "{} uses plotters", file.path);
    }
}

#[test]
fn no_file_is_too_long() {
    for file in [source_files("src"), source_files("tests"), files("www", "js")].into_iter().flatten() {
        let SourceFile { path, lines, .. } = file;
        assert!(lines <= MOST_LINES, "{path} has {lines} lines, more than {MOST_LINES}");
    }
}

#[test]
fn nothing_shipped_can_panic() {
    let banned = [".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];
    for file in source_files("src").iter().filter(|file| file.module() != "bin") {
        for word in banned {
            assert!(!file.code.contains(word), "{} has {word}", file.path);
        }
    }
}

/// The chunks of the module are entered by their doors, which are all in one place, and opened where they arrive alone.
#[test]
fn doors_are_opened_in_one_place() {
    for file in source_files("src/web").iter().filter(|file| file.path != "src/web/host/chunks.rs") {
        for word in ["door::", "fn door(", "__wasm_split"] {
            assert!(!file.code.contains(word), "{} has {word}: see src/web/host/chunks.rs", file.path);
        }
        // What follows the first drawing is private to its folder; what leads past its door would be in the first module.
        let inside = file.path.starts_with("src/web/chart/after/");
        for name in
            ["after::menu", "after::tooltip", "after::handlers", "after::table_and_text", "after::complete"]
        {
            assert!(inside || !file.code.contains(name), "{} names {name} past its door", file.path);
        }
    }
}
