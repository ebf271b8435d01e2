//! What `www/data/datapackage.json` and the message files say about the shipped tables.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use migration_widget::model::{Grain, Period, QuantityKind, Resource, Role, country};
use serde_json::Value;

use crate::data_import::import;
use crate::messages::locale;
use crate::reference::reference;
use crate::shipped_data::{bytes, package, package_text, root, rows};

fn messages(language: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(root().join(format!("www/locales/{language}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn resources() -> Vec<Value> {
    let json: Value = serde_json::from_str(&package_text()).unwrap();
    json["resources"].as_array().unwrap().clone()
}

/// The key fields of a part: all but its figures.
fn keys(part: &Resource) -> Vec<&str> {
    let fields = part.schema.fields.iter().filter(|field| field.role != Role::Measure);
    fields.map(|field| field.name.as_str()).collect()
}

#[test]
fn every_resource_has_the_basics_of_a_data_package() {
    let json: Value = serde_json::from_str(&package_text()).unwrap();
    assert_eq!(json["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json");
    let mut names = BTreeSet::new();
    for resource in resources() {
        let name = resource["name"].as_str().unwrap().to_owned();
        assert!(
            name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "{name}"
        );
        assert!(names.insert(name.clone()), "{name} twice");
        for (property, expected) in
            [("format", "csv"), ("mediatype", "text/csv"), ("encoding", "utf-8"), ("type", "table")]
        {
            assert_eq!(resource[property], expected, "{name}");
        }
        for property in ["title", "description"] {
            assert!(resource[property].as_str().is_some_and(|text| text.len() > 5), "{name}: {property}");
        }
        assert_eq!(resource["schema"]["missingValues"], serde_json::json!([""]), "{name}");
        for licence in resource["licenses"].as_array().unwrap() {
            assert!(licence["name"].is_string() && licence["title"].is_string(), "{name}: {licence}");
        }
        assert!(!resource["licenses"].as_array().unwrap().is_empty(), "{name}");
        for field in resource["schema"]["fields"].as_array().unwrap() {
            let words = |property: &str| field[property].as_str().is_some_and(|text| !text.is_empty());
            assert!(
                words("title") && words("description") && words("type") && words("role"),
                "{name}: {field}"
            );
        }
    }
}

#[test]
fn every_cell_is_what_its_field_says() {
    let codes: HashSet<&str> = country::codes().collect();
    for (part, json) in package().resources.iter().zip(resources()) {
        let name = &part.name;
        let text = String::from_utf8(bytes(&part.path)).unwrap();
        let header: Vec<&str> = part.schema.fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(text.lines().next(), Some(header.join(",").as_str()), "{name}");
        let key = keys(part);
        assert_eq!(json["schema"]["primaryKey"], serde_json::json!(key), "{name}");
        let mut seen = BTreeSet::new();
        for row in rows(name).iter() {
            assert!(
                seen.insert(key.iter().map(|column| row[*column].clone()).collect::<Vec<_>>()),
                "{name}: {row:?} twice"
            );
            let mut figures = 0;
            for (field, described) in
                part.schema.fields.iter().zip(json["schema"]["fields"].as_array().unwrap())
            {
                let cell = &row[&field.name];
                let fits = match field.role {
                    Role::Period => Period::parse(cell).is_some_and(|period| match period.grain {
                        Grain::Month => described["type"] == "yearmonth",
                        Grain::Year => described["type"] == "year",
                        _ => false,
                    }),
                    Role::Country => codes.contains(cell.as_str()),
                    Role::Category => {
                        described["categories"].as_array().unwrap().iter().any(|word| word == cell)
                    }
                    Role::Measure if cell.is_empty() => true,
                    Role::Measure => {
                        figures += 1;
                        cell.parse::<u64>().is_ok()
                    }
                    Role::Other => false,
                };
                assert!(fits, "{name}: {} = `{cell}`", field.name);
            }
            // Known to be unknown is only whom Mexico does not name in 2024, and years in which a country of asylum of
            // Venezuelans reported nothing.
            let is_open = match name.as_str() {
                "irregular-entries" => row["country"] == "MEX" && row["month"].starts_with("2024"),
                "venezuelans-abroad" => true,
                _ => false,
            };
            assert!(figures > 0 || is_open, "{name}: {row:?} has no figure");
        }
    }
}

#[test]
fn stocks_are_not_summed_over_time_and_flows_are() {
    for part in package().resources {
        let figures: Vec<_> = part.schema.fields.iter().filter(|field| field.role == Role::Measure).collect();
        assert!(!figures.is_empty(), "{}", part.name);
        for field in figures {
            assert!(
                field.measure != QuantityKind::Unknown && field.unit.is_some(),
                "{}: {}",
                part.name,
                field.name
            );
            let expected = if matches!(field.measure, QuantityKind::Flow | QuantityKind::Event) {
                "sum"
            } else {
                "last"
            };
            assert_eq!(part.aggregate.as_deref(), Some(expected), "{}: {}", part.name, field.name);
        }
    }
    // Encounters are events, not people; cases are no persons and stand in a column of their own.
    let unit = |dataset: &str, name: &str| {
        let part = package().resources.into_iter().find(|part| part.dataset == dataset).unwrap();
        let field = part.schema.fields.into_iter().find(|field| field.name == name).unwrap();
        (field.measure, field.unit.unwrap())
    };
    assert_eq!(unit("us-southwest-encounters", "encounters"), (QuantityKind::Event, "encounters".into()));
    assert_eq!(
        unit("asylum-applications-americas", "applications"),
        (QuantityKind::Flow, "applications".into())
    );
    assert_eq!(unit("asylum-applications-americas", "cases"), (QuantityKind::Flow, "cases".into()));
    assert_eq!(unit("displacement-world", "people"), (QuantityKind::Stock, "people".into()));
}

#[test]
fn parts_split_by_period_hold_just_their_periods_and_together_all() {
    let mut split: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for part in package().resources {
        let (Some(from), Some(to)) = (&part.from, &part.to) else { continue };
        let years: BTreeSet<String> = rows(&part.name).iter().map(|row| row["year"].clone()).collect();
        assert_eq!((years.first(), years.last()), (Some(from), Some(to)), "{}", part.name);
        split.entry(part.dataset.clone()).or_default().push((from.clone(), to.clone()));
    }
    for (dataset, first, last, longest_step) in [
        ("displacement-americas", "1990", "2025", 1),
        ("migrant-stock-americas", "1990", "2024", 5),
        ("asylum-applications-americas", "2000", "2025", 1),
        ("population", "1950", "2030", 1),
    ] {
        let mut spans = split.remove(dataset).unwrap();
        spans.sort();
        assert_eq!((spans[0].0.as_str(), spans[spans.len() - 1].1.as_str()), (first, last), "{dataset}");
        for pair in spans.windows(2) {
            let (end, start) = (pair[0].1.parse::<i32>().unwrap(), pair[1].0.parse::<i32>().unwrap());
            assert!((1..=longest_step).contains(&(start - end)), "{dataset}: {spans:?}");
        }
    }
    assert!(split.is_empty(), "{split:?}");
}

#[test]
fn every_default_view_names_fields_and_keeps_to_five_groups() {
    for part in package().resources {
        let view = part.view.clone().unwrap_or_else(|| panic!("{} has no view", part.name));
        let role =
            |name: &str| part.schema.fields.iter().find(|field| field.name == name).map(|field| field.role);
        let kind = view.kind.as_deref().unwrap_or_default();
        assert!(
            ["line", "area", "stacked-area", "bar", "small-multiples", "table"].contains(&kind),
            "{}: {kind}",
            part.name
        );
        assert!(matches!(role(&view.x.unwrap()), Some(Role::Period | Role::Country)), "{}", part.name);
        assert_eq!(role(&view.y.unwrap()), Some(Role::Measure), "{}", part.name);
        if let Some(series) = view.series {
            assert!(matches!(role(&series), Some(Role::Country | Role::Category)), "{}", part.name);
            let groups: BTreeSet<String> = rows(&part.name).iter().map(|row| row[&series].clone()).collect();
            assert!(view.top.is_some_and(|top| top <= 4) || groups.len() <= 5, "{}: {groups:?}", part.name);
        }
    }
}

#[test]
fn every_text_of_the_data_is_there_in_english_and_spanish() {
    let mut wanted = BTreeSet::new();
    for (part, json) in package().resources.iter().zip(resources()) {
        for text in ["title", "subtitle", "description", "note"] {
            wanted.insert(format!("dataset.{}.{text}", part.dataset));
        }
        for (field, described) in part.schema.fields.iter().zip(json["schema"]["fields"].as_array().unwrap())
        {
            wanted.insert(format!("field.{}", field.name));
            for word in described["categories"].as_array().into_iter().flatten() {
                wanted.insert(format!("value.{}.{}", field.name, word.as_str().unwrap()));
            }
            if let Some(unit) = &field.unit {
                wanted.insert(format!("axis.{unit}"));
                wanted.extend(["one", "many", "other"].map(|plural| format!("unit.{unit}.{plural}")));
            }
        }
    }
    wanted.extend(["XXA", "UNK", "TIB", "XKX", "OOO"].map(|code| format!("country.{code}")));
    for language in crate::contract::languages() {
        let messages = messages(&language);
        for key in &wanted {
            let text = messages.get(key).unwrap_or_else(|| panic!("{language}: {key} is missing"));
            assert!(!text.trim().is_empty(), "{language}: {key}");
            assert_eq!(key.starts_with("unit."), text.contains("{n}"), "{language}: {key}");
            assert!(
                !key.ends_with(".title")
                    || !text.contains(|letter: char| letter == '|' || letter.is_ascii_digit()),
                "{language}: {key}: the period is added to it"
            );
        }
    }
    let (english, spanish) = (messages("en"), messages("es"));
    for (part, json) in package().resources.iter().zip(resources()) {
        let title = &english[&format!("dataset.{}.title", part.dataset)];
        assert!(part.title.starts_with(title), "{}: {}", part.name, part.title);
        assert_eq!(
            json["description"],
            *english[&format!("dataset.{}.description", part.dataset)],
            "{}",
            part.name
        );
        for text in ["title", "subtitle", "description", "note"] {
            let key = format!("dataset.{}.{text}", part.dataset);
            assert_ne!(english[&key], spanish[&key], "{key} is not translated");
        }
    }
}

#[test]
fn every_country_code_that_occurs_has_a_name_in_every_language() {
    let languages: Vec<_> =
        crate::contract::languages().iter().map(|language| locale(language, &[])).collect();
    for part in package().resources {
        for field in part.schema.fields.iter().filter(|field| field.role == Role::Country) {
            let codes: BTreeSet<String> =
                rows(&part.name).iter().map(|row| row[&field.name].clone()).collect();
            for code in codes {
                for language in &languages {
                    let name = language.value_name(&field.name, Role::Country, &code);
                    assert_ne!(name, code, "{} in {}", part.name, language.tag);
                }
            }
        }
    }
}

#[test]
fn deriving_again_from_the_reference_files_gives_the_same_bytes() {
    let Some(from) = reference("") else {
        return;
    };
    let english = std::fs::read_to_string(root().join("www/locales/en.json")).unwrap();
    let outputs = import::derive(&from, &english).unwrap();
    assert_eq!(outputs.len(), 2 + package().resources.len());
    for output in outputs {
        let committed = std::fs::read(root().join(&output.path)).unwrap();
        let same = committed == output.bytes;
        assert!(same, "{} is not what the reference files give: run `cargo xtask data`", output.path);
    }
}

#[test]
fn the_reference_files_hold_the_world_totals_that_no_table_ships() {
    let Some(from) = reference("") else {
        return;
    };
    for (file, year, is_year, figure, total) in [
        ("unhcr/population.csv", 0, "2025", 10, 64_239_352),
        ("un_desa/undesa_stocks_2024rev.csv", 1, "2024", 4, 304_021_813),
    ] {
        let mut reader = csv::Reader::from_path(from.join(file)).unwrap();
        let records = reader.records().map(Result::unwrap).filter(|record| &record[year] == is_year);
        assert_eq!(
            records.map(|record| record[figure].parse::<u64>().unwrap()).sum::<u64>(),
            total,
            "{file}"
        );
    }
}
