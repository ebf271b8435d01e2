//! Every language says everything in its own words and by its own habits.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::contract::{contract, languages, www};
use crate::messages::files_of;

/// The files of texts of a language, below `www`.
fn files(language: &str) -> Vec<String> {
    let locales = files_of(language).map(|file| format!("locales/{file}"));
    locales.into_iter().chain(["builder", "gallery"].map(|page| format!("{page}/{language}.json"))).collect()
}

fn read(path: &str) -> Value {
    let text = std::fs::read_to_string(www().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"));
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("{path}: {why}"))
}

fn flat(path: &str) -> BTreeMap<String, String> {
    serde_json::from_value(read(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// What a language says of the declaration: record and field, text.
fn of_the_declaration(language: &str) -> BTreeMap<String, String> {
    let file = read(&format!("data/declaration/{language}.json"));
    let mut all = BTreeMap::new();
    for (record, texts) in file["texts"].as_object().unwrap() {
        for (field, said) in texts.as_object().unwrap() {
            let list = said.as_array().cloned().unwrap_or_else(|| vec![said.clone()]);
            for (index, text) in list.iter().enumerate() {
                all.insert(format!("{record} {field} {index}"), text.as_str().unwrap().to_owned());
            }
        }
    }
    all
}

/// Every text of a language, by file and key.
fn all(language: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for file in files(language) {
        all.extend(flat(&file).into_iter().map(|(key, text)| (format!("{file} {key}"), text)));
    }
    // In English it stands in the facts, which are no texts of ours.
    if language != "en" {
        let own = of_the_declaration(language).into_iter();
        all.extend(own.map(|(key, text)| (format!("declaration {key}"), text)));
    }
    all
}

/// Words that another language shares with English, by its tag; those of `every` are names.
const SHARED: [(&str, &[&str]); 5] = [
    (
        "every",
        &["Congo", "Hong Kong", "Kosovo", "Türkiye", "CC BY IGO", "iframe", "WordPress", "React", "Total"],
    ),
    ("es", &["Macao", "Asia", "provisional", "Provisional: {places}", "{place} (provisional)", "Normal"]),
    ("pt", &["Oceania", "via {name}", "Linear", "Site", "Normal"]),
    (
        "fr",
        &[
            "Licence",
            "Source",
            "Sources",
            "Macao",
            "Palestine",
            "Population",
            "Cause",
            "Destination",
            "Migrants",
            "Route",
            "{n} million",
            "Europe",
            "via {name}",
            "Options",
            "Pause",
            "Violence",
            "Note.",
            "Note",
            "Site",
            "Format",
            "Proportions",
            "Code",
        ],
    ),
    ("ht", &[]),
];

#[test]
fn no_english_is_left_in_another_language() {
    let allowed = |language: &str| {
        let of =
            |tag: &str| SHARED.iter().find(|(known, _)| *known == tag).map_or(&[][..], |(_, words)| *words);
        [of("every"), of(language)].concat()
    };
    for language in contract().translations() {
        let allowed = allowed(language);
        let mut used: BTreeSet<&str> = BTreeSet::new();
        for (file, english) in files(language).iter().zip(files("en")) {
            let (own, english) = (flat(file), flat(&english));
            for (key, text) in &english {
                // A pattern of arguments alone has no words.
                let words = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
                let has_words = words.flat_map(str::chars).any(char::is_alphabetic);
                let of_format = key.starts_with("format.");
                if !has_words || of_format || own.get(key) != Some(text) {
                    continue;
                }
                let known = allowed.iter().find(|known| *known == text);
                used.extend(known);
                assert!(known.is_some(), "{file} {key}: “{text}” is English");
            }
        }
        let unused: Vec<_> = SHARED.iter().filter(|(tag, _)| *tag == language).collect();
        for (_, words) in unused {
            for word in *words {
                assert!(used.contains(word), "{language}: “{word}” is no longer shared");
            }
        }
    }
}

#[test]
fn nothing_of_the_declaration_is_left_in_english() {
    fn walk(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::String(text) => drop(found.insert(text.clone())),
            Value::Array(list) => list.iter().for_each(|value| walk(value, found)),
            Value::Object(record) => record.values().for_each(|value| walk(value, found)),
            _ => {}
        }
    }
    let mut english = BTreeSet::new();
    walk(&read("data/declaration/declaration.json"), &mut english);
    assert!(english.len() > 1000, "{}", english.len());
    let spanish: BTreeSet<String> = of_the_declaration("es").into_keys().collect();
    for language in contract().translations() {
        let own = of_the_declaration(language);
        // A list of keywords is as long as a language wants it.
        let fields = |keys: &BTreeSet<String>| -> BTreeSet<String> {
            keys.iter().filter_map(|key| Some(key.rsplit_once(' ')?.0.to_owned())).collect()
        };
        assert_eq!(
            fields(&own.keys().cloned().collect()),
            fields(&spanish),
            "{language}: records and fields"
        );
        for (key, text) in &own {
            assert!(!text.trim().is_empty() && *text == text.trim(), "{language}: {key}");
            let is_name = NAMES.contains(&&**text);
            assert!(is_name || !english.contains(text), "{language}: {key}: “{text}” is English");
        }
    }
}

/// What is said of the declaration alike in English and in another language: codes, and words of both.
const NAMES: [&str; 12] = [
    "USD",
    "visas",
    "visa",
    "transit",
    "Non-refoulement",
    "non-refoulement",
    "qualifications",
    "assistance",
    "refoulement",
    "stabilisation",
    "parole",
    "Alcogal (Panama)",
];

/// A blank that does not break stands before `: ; ! ?` and inside « »; apostrophes are curved.
#[test]
fn french_has_its_blanks_and_apostrophes() {
    let is_blank = |letter: Option<char>| matches!(letter, Some('\u{a0}' | '\u{202f}'));
    let mut seen = 0;
    for (key, text) in all("fr") {
        assert!(!text.contains('\''), "{key}: {text}");
        // What is to be typed as it stands.
        if MARKUP.iter().any(|known| key.ends_with(known)) {
            continue;
        }
        let letters: Vec<char> = text.chars().collect();
        for (index, letter) in letters.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| letters.get(before)).copied();
            let after = letters.get(index + 1).copied();
            let in_address = text.get(..).is_some_and(|text| text.contains("://")) && *letter == ':';
            // A clock, a ratio and an attribute's words.
            let is_inside =
                *letter != '»' && after.is_some_and(|after| !after.is_whitespace() && !"»)".contains(after));
            if ":;!?»".contains(*letter) && !in_address && !is_inside {
                seen += 1;
                assert!(
                    is_blank(before) || before == Some(';'),
                    "{key}: no blank before {letter} in “{text}”"
                );
            }
            if *letter == '«' {
                assert!(is_blank(after), "{key}: no blank after « in “{text}”");
            }
        }
    }
    assert!(seen > 50, "{seen}");
}

/// Texts that show what an author types.
const MARKUP: [&str; 4] = ["hint.bad-filter", "hint.bad-data", "hint.sas-not-csv", "hint.dtm-countries-only"];

/// Thousands: 1,234 in English, 12 345 in Spanish, 1.234 in Portuguese, 1 234 in French and Haitian Creole.
#[test]
fn thousands_are_written_in_one_way_in_a_language() {
    let separators = [("en", ','), ("es", '\u{202f}'), ("pt", '.'), ("fr", '\u{202f}'), ("ht", '\u{202f}')];
    assert_eq!(separators.map(|(language, _)| language), *languages());
    for (language, own) in separators {
        let mut seen = 0;
        for (key, text) in all(language) {
            // What an author types, and what a blank only keeps together.
            if key.contains("claim") || key.contains(" hint.") {
                continue;
            }
            let letters: Vec<char> = text.chars().collect();
            for index in 1..letters.len().saturating_sub(3) {
                let digits = letters[index + 1..index + 4].iter().all(char::is_ascii_digit);
                let ends = !letters.get(index + 4).is_some_and(char::is_ascii_digit);
                let between = letters[index - 1].is_ascii_digit() && digits && ends;
                // A year before a decimal mark or a list is no group: 4 digits stand before it.
                let year = index >= 4 && letters[index - 4..index].iter().all(char::is_ascii_digit);
                if between && !year && ".,\u{a0}\u{202f}".contains(letters[index]) {
                    seen += 1;
                    assert_eq!(letters[index], own, "{language}: {key}: {text}");
                }
            }
        }
        assert!(language == "en" || seen > 50, "{language}: {seen}");
    }
}

/// The words of UNHCR, IOM and the UN in each language.
#[test]
fn terms_are_those_that_the_agencies_use() {
    for (language, unhcr, iom, idp, stateless, seeker) in [
        ("es", "ACNUR", "OIM", "Persona desplazada interna", "Persona apátrida", "Solicitante de asilo"),
        ("pt", "ACNUR", "OIM", "Pessoa deslocada internamente", "Pessoa apátrida", "Solicitante de asilo"),
        ("fr", "HCR", "OIM", "Personne déplacée interne", "Personne apatride", "Personne demandeuse d’asile"),
        ("ht", "HCR", "OIM", "Moun ki deplase anndan peyi li", "Moun san nasyonalite", "Demandè azil"),
    ] {
        let texts = flat(&format!("locales/{language}.json"));
        assert!(texts["publisher.UNHCR"].starts_with(unhcr), "{language}");
        assert_eq!(texts["publisher.IOM"], iom, "{language}");
        let told = of_the_declaration(language);
        for (id, term) in [("idp", idp), ("stateless", stateless), ("asylum-seeker", seeker)] {
            let own = told.get(&format!("term:{id} term 0"));
            assert!(own.is_some_and(|own| own.starts_with(term)), "{language}, {id}: {own:?}");
        }
    }
}
