use migration_widget::data::places::{Languages, of_name};
use migration_widget::data::{ReadOptions, read};
use migration_widget::locale::place_names;
use migration_widget::model::{Cells, country};

/// Those of the field whose names of countries the module has no table of.
const LANGUAGES: [&str; 16] =
    ["de", "it", "ar", "ru", "uk", "tr", "nl", "pl", "sv", "da", "nb", "fi", "ro", "cs", "el", "fa"];

/// Codes of ISO 3166-1 that names of a language are had of.
fn codes() -> Vec<&'static str> {
    country::codes().filter(|code| country::iso2(code).is_some()).collect()
}

#[test]
fn every_country_is_known_by_its_name_in_every_language_of_the_field() {
    for tag in LANGUAGES {
        let names = place_names(tag);
        assert!(names.len() >= 249, "{tag}: {}", names.len());
        let mut languages = Languages::new(Some(place_names), &[tag.to_owned()]);
        let texts: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
        let language = languages.of(&texts).unwrap_or_default();
        for (name, code) in &names {
            assert_eq!(languages.entity(language, name), Some(*code), "{tag}: {name}");
            assert_eq!(
                languages.entity(language, &name.to_uppercase()),
                Some(*code),
                "{tag}: {name} in capitals"
            );
        }
    }
}

#[test]
fn no_name_of_another_language_is_another_country_in_the_table() {
    for tag in LANGUAGES {
        for (name, code) in place_names(tag) {
            let found = of_name(&name);
            assert!(found.is_none() || found == Some(code), "{tag}: {name} is {code}, not {found:?}");
        }
    }
}

#[test]
fn a_column_in_any_language_of_the_field_holds_codes() {
    for tag in LANGUAGES {
        for header in ["country", "x"] {
            let mut file = format!("{header};2021\n");
            let names = place_names(tag);
            for (row, (name, _)) in names.iter().enumerate() {
                file.push_str(&format!("{name};{}\n", row + 1));
            }
            let asked = ReadOptions { place_names: Some(place_names), ..ReadOptions::default() };
            let reading = read(file.as_bytes(), &asked).unwrap_or_default();
            let Some(Cells::Text(texts)) = reading.table.column(header).map(|column| &column.cells) else {
                panic!("{tag}: no column of texts");
            };
            let read: Vec<&str> = (0..names.len()).filter_map(|row| texts.get(row)).collect();
            let wanted: Vec<&str> = names.iter().map(|(_, code)| *code).collect();
            assert_eq!(read, wanted, "{tag}, {header}");
            let codes: Vec<&str> = reading.warnings.iter().map(|warning| warning.problem.code).collect();
            assert!(!codes.contains(&"unknown-country"), "{tag}: {codes:?}");
        }
    }
    assert!(codes().len() >= 249);
}

#[test]
fn german_names_have_their_dots_or_an_e() {
    let mut languages = Languages::new(Some(place_names), &[]);
    let german = ["Österreich", "Südsudan", "Äthiopien", "Türkei", "Zypern", "Ungarn"];
    let language = languages.of(&german).unwrap_or_default();
    for (name, code) in [
        ("Österreich", "AUT"),
        ("Oesterreich", "AUT"),
        ("OESTERREICH", "AUT"),
        ("Osterreich", "AUT"),
        ("Aethiopien", "ETH"),
        ("Suedsudan", "SSD"),
        ("Tuerkei", "TUR"),
        ("Island", "ISL"),
        ("Weißrussland", "---"),
    ] {
        assert_eq!(languages.entity(language, name).unwrap_or("---"), code, "{name}");
    }
}
