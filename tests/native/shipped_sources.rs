//! Where the shipped figures come from, and the words for their values, in every language.

use std::collections::BTreeSet;

use migration_widget::model::{Grain, Period, Role};

use crate::messages::{locale, texts};
use crate::shipped_data::{package, rows};

#[test]
fn sources_say_what_their_publishers_say_and_whose_copy_was_read() {
    for part in package().resources {
        assert!(!part.sources.is_empty(), "{}", part.name);
        let period = part.schema.fields.iter().find(|field| field.role == Role::Period).unwrap();
        let last = rows(&part.name).iter().filter_map(|row| Period::parse(&row[&period.name])).max().unwrap();
        for source in &part.sources {
            for text in [
                &source.title,
                &source.publisher,
                &source.license.title,
                &source.license.name,
                &source.via.name,
            ] {
                assert!(!text.is_empty(), "{}: {source:?}", part.name);
            }
            for address in [&source.path, &source.via.path] {
                assert!(address.starts_with("https://"), "{}: {source:?}", part.name);
            }
            assert!(
                source.license.path.is_empty() || source.license.path.starts_with("https://"),
                "{source:?}"
            );
            // No edition made of the last row's period, and no version of a package.
            assert!(
                Period::parse(&source.edition).is_none() && !source.edition.starts_with('v'),
                "{source:?}"
            );
            assert!(["en", "es"].contains(&source.language.as_str()), "{source:?}");
            let date = Period::parse(&source.as_of).unwrap_or_else(|| panic!("{}: {source:?}", part.name));
            assert_eq!(date.grain, Grain::Day, "{}: {source:?}", part.name);
            // What is named as of a date has no later figures, unless they are projected.
            let is_projected = part.provisional_from.is_some();
            assert!(
                is_projected || last.start_day() <= date.start_day(),
                "{}: {last} after {date}",
                part.name
            );
        }
    }
}

#[test]
fn every_category_region_and_licence_has_words_in_every_language() {
    let languages = ["en", "es"].map(|language| locale(language, &[]));
    let messages: Vec<_> = crate::contract::languages().iter().map(|language| texts(language)).collect();
    for part in package().resources {
        for field in &part.schema.fields {
            let values: BTreeSet<String> =
                rows(&part.name).iter().map(|row| row[&field.name].clone()).collect();
            if field.role == Role::Category {
                for value in &values {
                    let key = format!("value.{}.{value}", field.name);
                    assert!(messages.iter().all(|texts| texts.contains_key(&key)), "{key}");
                }
            }
            if field.role == Role::Country {
                let region = format!("{}_region", field.name.trim_end_matches("_iso"));
                let key = format!("field.{region}");
                assert!(messages.iter().all(|texts| texts.contains_key(&key)), "{key}");
                for (name, spanish) in [
                    ("Africa", "África"),
                    ("Americas", "Américas"),
                    ("Asia", "Asia"),
                    ("Europe", "Europa"),
                    ("Oceania", "Oceanía"),
                ] {
                    assert_eq!(languages[1].value_name(&region, Role::Category, name), spanish);
                    assert_eq!(languages[0].value_name(&region, Role::Category, name), name);
                }
            }
        }
        for source in &part.sources {
            let key = format!("licence.{}", source.license.name);
            let is_told = messages.iter().all(|texts| texts.contains_key(&key));
            assert!(is_told || source.license.name.starts_with("CC-"), "{key}");
        }
    }
}
