use std::fs;

use migration_widget::data::places::{is_aggregate, of_name};

const SPELLINGS: &str = "tests/fixtures/places/spellings.txt";

/// The lines of the list: agency, code, names.
fn lines() -> Vec<(String, String, Vec<String>)> {
    let text = fs::read_to_string(SPELLINGS).unwrap_or_default();
    let (mut agency, mut found) = (String::new(), Vec::new());
    for line in text.lines() {
        match (line.strip_prefix("## "), line.split_once(' ')) {
            (Some(name), _) => name.clone_into(&mut agency),
            (None, Some((code, names))) if code != "#" => {
                let names = names.split('|').map(str::to_owned).collect();
                found.push((agency.clone(), code.to_owned(), names));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn every_spelling_of_every_agency_is_its_place_and_no_total() {
    let (mut count, mut wrong) = (0, Vec::new());
    for (agency, code, names) in lines().iter().filter(|(_, code, _)| code.len() == 3) {
        for name in names {
            count += 1;
            for name in [name.clone(), name.to_uppercase(), name.replace(' ', "  "), format!(" {name} ")] {
                if of_name(&name) != Some(code.as_str()) || is_aggregate(&name) {
                    wrong.push(format!("{agency}: {name} is {:?}, not {code}", of_name(&name)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 450, "{count}");
}

#[test]
fn what_is_no_country_of_today_is_none_and_only_groups_are_totals() {
    for (_, code, names) in lines().iter().filter(|(_, code, _)| code.len() == 1) {
        for name in names {
            assert_eq!(of_name(name), None, "{name}");
            assert_eq!(is_aggregate(name), code == "+", "{name}");
        }
    }
}
