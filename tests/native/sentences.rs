//! The text alternatives of all default views, as they were read and accepted. `BLESS=1` accepts what they say now.

use std::fmt::Write;
use std::path::Path;

use crate::messages::locale;
use crate::shown_views::{ShippedTables, kinds};

/// What every dataset says in every kind, a line each.
fn sentences(language: &str) -> String {
    let locale = locale(language, &[]);
    let mut shipped = ShippedTables::open();
    let mut text = String::new();
    for dataset in shipped.datasets() {
        for kind in kinds() {
            let said = shipped.sentence(&[("dataset", &dataset), ("kind", kind)], &locale);
            writeln!(text, "{dataset} {kind}: {said}").unwrap();
        }
        text.push('\n');
    }
    text
}

fn check(language: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sentences").join(language);
    let path = path.with_extension("txt");
    let said = sentences(language);
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, said).unwrap();
        return;
    }
    let accepted = std::fs::read_to_string(&path).unwrap_or_default();
    let differing = said.lines().filter(|line| !accepted.lines().any(|known| known == *line));
    let differing: Vec<&str> = differing.collect();
    assert!(said == accepted, "BLESS=1 accepts these:\n{}", differing.join("\n"));
}

#[test]
fn default_views_say_in_english_what_was_accepted() {
    check("en");
}

#[test]
fn default_views_say_in_spanish_what_was_accepted() {
    check("es");
}

#[test]
fn default_views_say_in_portuguese_what_was_accepted() {
    check("pt");
}

#[test]
fn default_views_say_in_french_what_was_accepted() {
    check("fr");
}

#[test]
fn default_views_say_in_haitian_creole_what_was_accepted() {
    check("ht");
}

#[test]
fn there_are_sentences_of_every_language() {
    for language in crate::contract::languages() {
        let path = format!("tests/golden/sentences/{language}.txt");
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).is_file(), "{path}");
    }
}
