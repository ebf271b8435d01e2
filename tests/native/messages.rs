//! The message files: complete, alike in every language, and what the code asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

use migration_widget::locale::{Locale, Messages, NativeFormats};

use crate::architecture::{source_files, string_literals};
use crate::contract::languages;

/// The message files of a language: that of charts, and those that charts alone do not load.
pub fn files_of(language: &str) -> [String; 5] {
    ["", "explorer/", "data/", "fallback/", "static/"].map(|folder| format!("{folder}{language}.json"))
}

/// The messages of a language.
pub fn texts(language: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for file in files_of(language) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/locales").join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        let texts: BTreeMap<String, String> =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        all.extend(texts);
    }
    all
}

/// A language as the command line sees it: its message file, with `more` messages of the test's own, and CLDR's formats.
pub fn locale(language: &str, more: &[(&str, &str)]) -> Locale {
    let own = more.iter().map(|(key, text)| (key.to_string(), text.to_string()));
    let messages = Rc::new(Messages::new(texts(language).into_iter().chain(own)));
    let formats = Rc::new(NativeFormats::new(language, &messages).unwrap());
    Locale { tag: language.to_owned(), messages, formats }
}

/// The formats of a language that neither CLDR nor browsers know, without its texts and names of countries.
pub fn haitian_creole_rules() -> BTreeMap<String, String> {
    texts("ht").into_iter().filter(|(key, _)| key.starts_with("format.")).collect()
}

/// The placeholders of a text, e.g. `{n}`.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect()
}

/// The key without its plural category, if it has one.
fn plural_stem(key: &str) -> Option<&str> {
    [".one", ".many", ".other"].iter().find_map(|category| key.strip_suffix(category))
}

/// Stems of keys that end like a plural and are none: a single `.other` may be a plain key, e.g. `series.other`.
fn plural_stems(texts: &BTreeMap<String, String>) -> BTreeSet<&str> {
    let is_plural = |stem: &&str| {
        ["one", "many"].iter().any(|category| texts.contains_key(&format!("{stem}.{category}")))
    };
    texts.keys().filter_map(|key| plural_stem(key)).filter(is_plural).collect()
}

#[test]
fn every_language_has_the_same_keys() {
    let keys = |language: &str| -> BTreeSet<String> {
        texts(language).into_keys().filter(|key| !key.ends_with(".many")).collect()
    };
    let english = keys("en");
    assert!(!english.is_empty());
    for language in &languages() {
        let others = keys(language);
        let missing: Vec<_> = english.difference(&others).collect();
        // What CLDR says of the others stands in the file of a language that it does not know.
        let is_own = |key: &str| {
            key.starts_with("format.") || (key.starts_with("country.") && others.contains("format.like"))
        };
        let surplus: Vec<_> = others.difference(&english).filter(|key| !is_own(key)).collect();
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{language}: missing {missing:?}, surplus {surplus:?}"
        );
    }
}

#[test]
fn every_plural_has_the_categories_of_its_language() {
    for language in &languages() {
        let texts = texts(language);
        for stem in plural_stems(&texts) {
            let mut wanted = vec!["one", "other"];
            if locale(language, &[]).formats.plural(1e6) == "many" {
                wanted.push("many");
            }
            for category in wanted {
                assert!(texts.contains_key(&format!("{stem}.{category}")), "{language}: {stem}.{category}");
            }
        }
    }
}

#[test]
fn every_language_fills_in_the_same_arguments() {
    let english = texts("en");
    for language in &languages() {
        for (key, text) in &texts(language) {
            // A category that English lacks has the arguments of `other`; "one person" may leave the number out.
            let other = plural_stem(key).map(|stem| format!("{stem}.other"));
            let Some(model) = english.get(key).or_else(|| english.get(other.as_deref().unwrap_or_default()))
            else {
                continue;
            };
            let (own, model) = (placeholders(text), placeholders(model));
            if key.ends_with(".one") {
                let differing: Vec<_> =
                    own.symmetric_difference(&model).filter(|name| **name != "n").collect();
                assert!(differing.is_empty(), "{language}: {key}: {differing:?}");
            } else {
                assert_eq!(own, model, "{language}: {key}");
            }
        }
    }
}

#[test]
fn no_text_is_empty_or_has_blanks_around_it() {
    for language in &languages() {
        for (key, text) in &texts(language) {
            assert!(!text.trim().is_empty(), "{language}: {key} is empty");
            assert_eq!(text, text.trim(), "{language}: {key} has blanks around it");
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{language}: {key}: braces");
            assert!(!text.contains("  "), "{language}: {key} has two blanks in a row");
        }
    }
}

#[test]
fn the_files_are_sorted_flat_and_without_repeated_keys() {
    for language in &languages() {
        let mut count = 0;
        for file in files_of(language) {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/locales").join(&file);
            let text = std::fs::read_to_string(path).unwrap();
            let keys: Vec<&str> = text
                .lines()
                .filter_map(|line| line.strip_prefix("  \"")?.split_once("\": \"").map(|(key, _)| key))
                .collect();
            for pair in keys.windows(2) {
                assert!(pair[0] < pair[1], "{file}: {} stands before {}", pair[0], pair[1]);
            }
            count += keys.len();
        }
        assert_eq!(count, texts(language).len(), "{language}: one key a line, two blanks before it");
    }
}

#[test]
fn every_key_the_code_names_exists() {
    let mut texts = texts("en");
    texts.extend(haitian_creole_rules());
    let families: BTreeSet<&str> = texts.keys().filter_map(|key| Some(key.split_once('.')?.0)).collect();
    let has = |key: &str| texts.contains_key(key) || texts.contains_key(&format!("{key}.other"));
    let mut named = 0;
    for file in source_files("src") {
        for literal in string_literals(&file.code) {
            let is_key = literal.split_once('.').is_some_and(|(family, rest)| {
                let letters =
                    |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_.".contains(&byte);
                families.contains(family)
                    && !rest.is_empty()
                    && !rest.ends_with('.')
                    && rest.bytes().all(letters)
            });
            if is_key && !is_file_name(literal) {
                named += 1;
                assert!(has(literal), "{}: \"{literal}\" is in no message file", file.path);
            }
        }
    }
    assert!(named > 50, "the scan found only {named} keys");
}

/// `index.js` and the like look like keys.
fn is_file_name(literal: &str) -> bool {
    [".js", ".json", ".txt", ".csv", ".css", ".html", ".wasm", ".svg", ".png"]
        .iter()
        .any(|ending| literal.ends_with(ending))
}

/// The codes of the problems a file makes: in `Problem::new("…")` and in calls of its own functions and closures whose
/// first parameter is a `code`.
fn problem_codes(code: &str) -> BTreeSet<&str> {
    let declared = code.split("code: &'static str").filter_map(|before| {
        let before = before.trim_end();
        let name = before.strip_suffix('(').or_else(|| before.strip_suffix("= |"))?.trim_end();
        name.rsplit([' ', '\n']).next()
    });
    let makers = declared.chain(["Problem::new"]).collect::<BTreeSet<_>>();
    let first_literal = |rest: &'_ str| -> Option<(usize, usize)> {
        let start = rest.len() - rest.trim_start().strip_prefix('"')?.len();
        Some((start, start + rest[start..].find('"')?))
    };
    let mut codes = BTreeSet::new();
    for maker in makers {
        for (at, _) in code.match_indices(&format!("{maker}(")) {
            let rest = &code[at + maker.len() + 1..];
            codes.extend(first_literal(rest).map(|(start, end)| &rest[start..end]));
        }
    }
    codes
}

#[test]
fn every_problem_has_a_sentence_and_a_hint() {
    let texts = texts("en");
    let files = source_files("src");
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for file in &files {
        seen.extend(problem_codes(&file.code).into_iter().map(|code| (code, file.path.as_str())));
    }
    for code in ["unknown-kind", "bad-number", "bad-period", "not-a-number"] {
        assert!(seen.contains_key(code), "the scan does not see {code}");
    }
    for (code, path) in seen {
        for key in [format!("error.{code}"), format!("hint.{code}")] {
            assert!(texts.contains_key(&key), "{path}: \"{key}\" is in no message file");
        }
    }
}

#[test]
fn the_scan_sees_codes_given_to_helpers() {
    let code = "Problem::new(\"a\"); fn bad(code: &'static str, x: u8) {} bad(\"b\", 1);\n\
                let odd = |code: &'static str, y: u8| 1; odd(\n  \"c\", 2); other(\"d\"); Problem::new(code)";
    assert_eq!(problem_codes(code).into_iter().collect::<Vec<_>>(), ["a", "b", "c"]);
}

#[test]
fn every_error_has_a_hint_and_every_hint_an_error() {
    let texts = texts("en");
    let of = |family: &str| -> BTreeSet<String> {
        texts.keys().filter_map(|key| key.strip_prefix(family)).map(str::to_owned).collect()
    };
    assert_eq!(of("error."), of("hint."));
}

#[test]
fn an_argument_is_never_read_as_a_placeholder() {
    let messages = Messages::new([("a".to_owned(), "{x} and {y}{".to_owned())]);
    assert_eq!(messages.text("a", &[("x", "{y}"), ("y", "2")]), "{y} and 2{");
    assert_eq!(messages.text("unknown.key", &[]), "unknown.key");
}
