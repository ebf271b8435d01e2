//! The README's tables are those of the contract, each between `<!-- contract: NAME -->` and `<!-- contract: end -->`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use migration_widget::data::{ReadOptions, read};

use crate::contract::{
    Attribute, ChartKind, Contract, CustomElement, FileFormat, Language, Type, Values, code, contract, names,
    www,
};
use crate::messages::texts;

const START: &str = "<!-- contract: ";
const CLOSE: &str = " -->\n";
const END: &str = "<!-- contract: end -->";

#[test]
fn its_tables_are_those_of_the_contract() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let written = readme(&contract(), &text).unwrap();
    assert!(text.matches(START).count() >= 10, "the README has marks of the contract");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, written).unwrap();
    } else {
        assert!(
            text == written,
            "the README is not as www/contract.json: `BLESS=1 cargo test --test native readme`"
        );
    }
}

#[test]
fn it_names_every_member_and_event() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    for element in contract().elements {
        for name in
            element.members.iter().map(|one| &one.name).chain(element.events.iter().map(|one| &one.name))
        {
            let is_named = [format!("`{name}`"), format!("`{name}(")].iter().any(|code| text.contains(code));
            assert!(is_named, "{}: {name}", element.tag);
        }
    }
}

/// The formats that files under a folder are read as.
/// The sources of all tests, by the names of their files.
fn sources(folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            found.entry(name).or_default().push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_promise_of_the_threat_model_has_the_test_that_it_names() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut known = BTreeMap::new();
    for folder in ["tests/browser", "tests/native", "src/bin/xtask"] {
        sources(&root.join(folder), &mut known);
    }
    let text = std::fs::read_to_string(root.join("README.md")).unwrap();
    let section = text.split("\n## ").find(|section| section.starts_with("Threat model")).unwrap();
    let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
    assert!(rows.len() > 10, "{rows:?}");
    for row in rows {
        let cell = row.trim_end_matches('|').rsplit('|').next().unwrap();
        let named: Vec<&str> = cell.split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty(), "{row}");
        for test in named.iter().filter(|test| !test.starts_with("cargo ")) {
            let (file, name) = test.split_once("::").unwrap_or_else(|| panic!("{test}"));
            let is_there = known
                .get(file)
                .is_some_and(|text| text.contains("#[test]\n") && text.contains(&format!("fn {name}(")));
            assert!(is_there, "there is no {test}");
        }
    }
}

fn formats_read(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            formats_read(&path, found);
        } else if let Ok(reading) = read(&std::fs::read(&path).unwrap(), &ReadOptions::default()) {
            found.insert(reading.metadata.format.to_owned());
        }
    }
}

#[test]
fn every_format_it_names_is_told_from_a_file_alone() {
    let mut found = BTreeSet::new();
    for folder in ["field", "formats", "xlsx"] {
        formats_read(&Path::new("tests/fixtures").join(folder), &mut found);
    }
    // The tables of a data package lie beside it.
    let named = contract().formats.into_iter().map(|format| format.name);
    let lacking: Vec<String> =
        named.flatten().filter(|name| name != "datapackage" && !found.contains(name)).collect();
    assert!(lacking.is_empty(), "no file is read as {lacking:?}; found: {found:?}");
}

/// A README with the tables of a contract.
fn readme(contract: &Contract, text: &str) -> Result<String, String> {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(START) {
        let (name, after) = after.split_once(CLOSE).ok_or("a mark of the contract does not end")?;
        let (_, after) = after.split_once(END).ok_or_else(|| format!("`{name}` has no end"))?;
        whole.push_str(&[before, START, name, CLOSE, &table_of(contract, name)?, END].concat());
        rest = after;
    }
    whole.push_str(rest);
    Ok(whole)
}

fn table_of(contract: &Contract, name: &str) -> Result<String, String> {
    if let Some(tag) = name.strip_prefix("attributes of ") {
        return attribute_table(contract, contract.element(tag)?);
    }
    Ok(match name {
        "kinds" => {
            let row = |kind: &ChartKind| {
                let need = contract.needs.iter().find(|need| need.name == kind.needs);
                let need = need.map_or("—", |need| &need.text).to_owned();
                [format!("`{}`", kind.name), kind.text.clone(), need]
            };
            table(["kind", "what it shows", "what it needs"], contract.kinds.iter().map(row))
        }
        "formats" => {
            let row = |FileFormat { name, title, text }: &FileFormat| {
                let name = name.as_ref().map_or_else(String::new, |name| format!("`{name}`"));
                [title.clone(), name, text.clone()]
            };
            table(["format", "`format`", "what is understood"], contract.formats.iter().map(row))
        }
        "the tag in other languages" => pasted(contract),
        "where figures come from" => crate::readme_data::feeds(),
        "properties" => format!("{}\n", code(&names(&contract.properties), ", ")),
        _ => return Err(format!("the contract has no table `{name}`")),
    })
}

/// What to paste, in each language beyond the first: the words of the gallery and of the widget.
fn pasted(contract: &Contract) -> String {
    let section = |language: &Language| {
        let tag = &*language.tag;
        let page = std::fs::read_to_string(www().join(format!("gallery/{tag}.json"))).unwrap();
        let page: BTreeMap<String, String> = serde_json::from_str(&page).unwrap();
        format!(
            "### {}\n\n{}\n\n```html\n<script async src=\"https://example.org/migration-widget/embed.js\"></script>\n\
             <migration-chart lang=\"{tag}\" dataset=\"darien-crossings\"\n    \
             style=\"display:block;aspect-ratio:16/10;min-height:30rem;max-width:100%\">\n  {}\n</migration-chart>\n```\n\n\
             [{}](www/builder.html?lang={tag})\n",
            language.name,
            page["lead"],
            texts(tag)["dataset.darien-crossings.description"],
            page["builder"],
        )
    };
    contract.languages.iter().skip(1).map(section).collect::<Vec<_>>().join("\n")
}

fn attribute_table(contract: &Contract, element: &CustomElement) -> Result<String, String> {
    let mut rows = Vec::new();
    for attribute in &element.attributes {
        let text = [&*attribute.text, &attribute.detail].join(" ");
        let default = Some(&*attribute.default).filter(|text| !text.is_empty()).unwrap_or("—");
        let values = told(contract, element, attribute)?;
        rows.push([format!("`{}`", attribute.name), values, text.trim_end().to_owned(), default.to_owned()]);
    }
    Ok(table(["attribute", "value", "meaning", "default"], rows.into_iter()))
}

/// What an attribute may say, in words.
fn told(contract: &Contract, element: &CustomElement, attribute: &Attribute) -> Result<String, String> {
    let values = contract.values(element, attribute)?;
    let words: Vec<&str> = attribute.words.iter().map(|word| &**word).collect();
    let or = |what: &str| match words.as_slice() {
        [] => what.to_owned(),
        words => format!("{}, or {what}", code(words, " ")),
    };
    Ok(match (attribute.r#type, &attribute.values) {
        (_, Some(Values::Of(list))) if list == "kinds" => "a kind, see below".into(),
        (_, Some(Values::Of(list))) if list == "formats" => "a [format](#your-own-data)".into(),
        (Type::Words, _) => or(&format!("a list of {}", code(&values, " "))),
        (_, Some(_)) => code(&values, " "),
        (Type::Language, None) => {
            let named = |language: &Language| format!("`{}` ({})", language.tag, language.name);
            contract.languages.iter().map(named).collect::<Vec<_>>().join(", ")
        }
        (Type::Address, None) => or("an address"),
        (Type::Number, None) => or("a number"),
        (Type::Field, None) => or("a field"),
        (Type::Fields, None) => or("fields"),
        (Type::Period, None) => or("a period"),
        (Type::Switch, None) => "set or not".into(),
        (Type::Text | Type::Word, None) => or("text"),
    })
}

/// A table of Markdown.
pub fn table<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let line = |cells: [String; N]| {
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        format!("| {} |\n", cells.join(" | ").replace("|  |", "| |"))
    };
    let rule = format!("|{}\n", "---|".repeat(N));
    let head = line(head.map(str::to_owned));
    [head, rule].into_iter().chain(rows.map(line)).collect()
}
