//! Two editions beside each other: what may change is told, what the rules of the data forbid is refused.

use serde_json::{Value, json};

use crate::data_import::import::fetch::changes::told;
use crate::data_import::import::fetch::edition_table::{Edition, edition};
use crate::data_import::import::fetch::rules::broken;
use crate::fetched_files::day;

/// A package of one table of years, places and people.
fn package(change: impl Fn(&mut Value)) -> Value {
    let mut package = json!({"resources": [{
        "path": "a.csv",
        "dataset": "people",
        "absent": "zero",
        "breaks": [],
        "sources": [{"publisher": "P", "title": "T", "asOf": "2025-06-30"}],
        "schema": {"fields": [
            {"name": "year", "role": "period"},
            {"name": "place", "role": "country"},
            {"name": "people", "role": "figure", "measure": "stock"},
        ]},
    }]});
    change(&mut package);
    package
}

fn with(package: &Value, table: &str) -> Edition {
    edition(&package.to_string(), &|path| match path {
        "b.csv" => Ok(b"year,category,people\n2022,x,40\n2023,x,50\n".to_vec()),
        _ => Ok(table.as_bytes().to_vec()),
    })
    .unwrap()
}

const TABLE: &str = "year,place,people\n2022,HTI,10\n2022,VEN,30\n2023,HTI,20\n2023,VEN,30\n";

fn told_of(change: impl Fn(&mut Value), table: &str) -> Vec<String> {
    told(&with(&package(|_| {}), TABLE), &with(&package(change), table))
}

fn broken_by(change: impl Fn(&mut Value), table: &str) -> Vec<String> {
    broken(&with(&package(|_| {}), TABLE), &with(&package(change), table), day("2026-11-29"))
}

#[test]
fn the_same_edition_again_changes_and_breaks_nothing() {
    assert!(told_of(|_| {}, TABLE).is_empty());
    assert!(broken_by(|_| {}, TABLE).is_empty());
}

#[test]
fn what_may_change_is_told() {
    for (table, lines) in [
        (
            TABLE.replace("2023,VEN,30", "2023,VEN,33"),
            &[
                "  people revised: 1",
                "    2023 VEN: 30 is 33 (+3, +10.0 %)",
                "    all of 2023: 50 is 53 (+3, +6.0 %)",
            ][..],
        ),
        (format!("{TABLE}2024,VEN,5\n2025,CUB,6\n"), &["  periods added: 2024, 2025", "  place new: CUB"]),
        (TABLE.replace("2022,HTI,10\n", ""), &["  rows gone in periods of both: 1 (2022 HTI)"]),
        (TABLE.replace("2022,HTI,10", "2022,HTI,"), &["  people not known any more: 1"]),
        (
            format!("{TABLE}2022,CUB,0\n"),
            &["  place new: CUB", "  rows added in periods of both: 1 (2022 CUB)"],
        ),
    ] {
        let found = told_of(|_| {}, &table);
        assert_eq!(found[0], "people by year, place:");
        assert_eq!(found[1..], *lines, "{table}");
    }
}

#[test]
fn a_break_and_a_renamed_field_are_told() {
    let a_break = |package: &mut Value| package["resources"][0]["breaks"] = json!([{"from": "2023"}]);
    assert_eq!(
        told_of(a_break, TABLE),
        ["people by year, place:", "  break of method new: {\"from\":\"2023\"}"]
    );
    let renamed =
        |package: &mut Value| package["resources"][0]["schema"]["fields"][1]["name"] = "iso3".into();
    assert_eq!(
        told_of(renamed, &TABLE.replace("place", "iso3")),
        ["people by year, iso3:", "  field renamed: place is iso3", "people by year, place: gone"]
    );
    // It is told, and refused: what charts name by `place` would find nothing.
    assert_eq!(
        broken_by(renamed, &TABLE.replace("place", "iso3")),
        ["people by year, place: the table is gone"]
    );
}

#[test]
fn what_the_rules_forbid_is_named() {
    let measure =
        |package: &mut Value| package["resources"][0]["schema"]["fields"][2]["measure"] = "flow".into();
    let absent = |package: &mut Value| package["resources"][0]["absent"] = "missing".into();
    let date = |package: &mut Value| package["resources"][0]["sources"][0]["asOf"] = "2025-01-31".into();
    let name = "people by year, place";
    assert_eq!(broken_by(measure, TABLE), [format!("{name}: people was a stock and is a flow")]);
    assert_eq!(
        broken_by(absent, TABLE),
        [format!("{name}: a row that is not there meant zero and means missing")]
    );
    assert_eq!(
        broken_by(date, TABLE),
        [format!("{name}: as of 2025-01-31, and what is there 2025-06-30: an older edition (P, T)")]
    );
    assert_eq!(
        broken_by(|_| {}, "year,place,people\n2022,HTI,10\n2022,VEN,30\n"),
        [
            format!("{name}: ends with 2022, and what is there with 2023: an older edition"),
            format!("{name}: 2 of 4 rows are gone: half a file?"),
        ]
    );
    assert_eq!(
        broken_by(|_| {}, &format!("{TABLE}2026,VEN,1\n")),
        [format!("{name}: 2026 has not ended on 2026-11-29, and would pass as whole")]
    );
    // A part of a year that is marked is not taken for a whole.
    let marked = |package: &mut Value| package["resources"][0]["provisionalFrom"] = "2026".into();
    assert!(broken_by(marked, &format!("{TABLE}2026,VEN,1\n")).is_empty());
}

#[test]
fn an_unknown_figure_stays_unknown_until_there_is_one() {
    let unknown = TABLE.replace("2022,HTI,10", "2022,HTI,");
    let before = with(&package(|_| {}), &unknown);
    let after =
        |figure: &str| with(&package(|_| {}), &TABLE.replace("2022,HTI,10", &format!("2022,HTI,{figure}")));
    assert_eq!(
        broken(&before, &after("0"), day("2026-11-29")),
        ["people by year, place: 1 figures that were not known are zero now, the first: 2022 HTI"]
    );
    assert!(broken(&before, &after("5"), day("2026-11-29")).is_empty());
    assert_eq!(told(&before, &after("5"))[1..], ["  people known now that were not: 1"]);
}

#[test]
fn two_tables_of_one_dataset_go_on_adding_up_to_the_same() {
    // 10 and 30 are 40, 20 and 30 are 50.
    let two = || {
        package(|package| {
            let mut second = package["resources"][0].clone();
            second["path"] = "b.csv".into();
            second["schema"]["fields"][1]["name"] = "category".into();
            package["resources"].as_array_mut().unwrap().push(second);
        })
    };
    let broken_by = |old: &str, new: &str| broken(&with(&two(), old), &with(&two(), new), day("2026-11-29"));
    let other = TABLE.replace("2023,VEN,30", "2023,VEN,31");
    assert_eq!(
        broken_by(TABLE, &other),
        [
            "people of 2023 add up to 50 in people by year, category and to 51 in people by year, place, which were the same"
        ]
    );
    // They never did: nothing is said of it.
    assert!(broken_by(&other, &TABLE.replace("2023,VEN,30", "2023,VEN,32")).is_empty());
}
