//! Irregular entries recorded by Honduras and Mexico, and returns to Guatemala.

use std::collections::BTreeSet;
use std::path::Path;

use super::countries::Countries;
use super::fields::{category, country, figure, month};
use super::part::{ShippedTable, ViewSpec};
use super::reference::{ReferenceFile, Seen};
use super::sources::{GUATEMALA, HONDURAS, MEXICO};
use super::tally::Sums;

const AGES: [(&str, &str); 3] = [
    ("adult", "adult"),
    ("accompanied child", "accompanied-child"),
    ("unaccompanied child", "unaccompanied-child"),
];

/// `irregular-entries` and `guatemala-returns`.
pub fn derive(from: &Path, countries: &Countries) -> Result<Vec<ShippedTable>, String> {
    let mut tally = Sums::default();
    for (file, transit) in [
        ("irregular_entries/irreg_honduras_nat.csv", "HND"),
        ("irregular_entries/irreg_mexico_nat.csv", "MEX"),
    ] {
        let sheet = ReferenceFile::read(from, file, &["t", "nat", "n"])?;
        for row in sheet.rows() {
            // No check for a second row of one month and nationality: several of the sources' own names share a code
            // (French territories, Taiwan), and their figures are added.
            let nationality = row.country("nat", countries)?;
            tally.add(&[row.month("t")?, transit, nationality], &[Some(row.count("n")?)]);
        }
    }
    let mut tally = tally.without_zeros();
    leave_open(&mut tally);
    Ok(vec![
        ShippedTable {
            name: "irregular-entries".into(),
            dataset: "irregular-entries",
            suffix: String::new(),
            fields: vec![
                month("Month of the record. Honduras published nothing for April and May 2020."),
                country("country", "The country that recorded them: Honduras or Mexico."),
                country(
                    "nationality",
                    "Nationality of the people recorded. For 2024 the file of Mexico names 64 nationalities only.",
                ),
                figure(
                    "entries",
                    "event",
                    "entries",
                    "Honduras: irregular entries recorded. Mexico: people in an irregular situation against whom the \
                     migration authority opened a procedure. One person can be recorded more than once. Empty where \
                     unknown.",
                ),
            ],
            sources: vec![HONDURAS, MEXICO],
            absent_is_zero: true,
            coverage: &["country"],
            left_out: &[],
            provisional_from: None,
            aggregate: "sum",
            // Two panels: what the two count is never added, ranked or made shares.
            view: ViewSpec {
                kind: "small-multiples",
                x: "month",
                y: "entries",
                series: "country",
                ..ViewSpec::default()
            },
            span: None,
            order: &["country", "nationality", "month"],
            tally,
        },
        returns(from, countries)?,
    ])
}

/// The year in which the file of Mexico names the same 64 nationalities every month, and nobody else.
const MEXICO_CUT_SHORT: &str = "2024";

/// Leaves unknown, not zero, the months of 2024 of the nationalities that Mexico recorded in the year before or after: in
/// 2023 they were 0.5 % of all.
fn leave_open(tally: &mut Sums) {
    let (mut around, mut named) = (BTreeSet::new(), BTreeSet::new());
    for key in tally.keys() {
        if let [month, country, nationality] = key
            && country == "MEX"
        {
            match month.get(..4) {
                Some("2023" | "2025") => around.insert(nationality.clone()),
                Some(MEXICO_CUT_SHORT) => named.insert(nationality.clone()),
                _ => continue,
            };
        }
    }
    if named.is_empty() {
        return;
    }
    for nationality in around.difference(&named) {
        for month in 1..=12 {
            tally.set_unknown(&[&format!("{MEXICO_CUT_SHORT}-{month:02}"), "MEX", nationality], 1);
        }
    }
}

/// The Guatemalan file counts Guatemalans returned from abroad, which are no irregular entries: it stays a dataset of its own.
fn returns(from: &Path, countries: &Countries) -> Result<ShippedTable, String> {
    let sheet = ReferenceFile::read(
        from,
        "irregular_entries/irreg_guatemala.csv",
        &["t", "sex", "age", "origin", "n"],
    )?;
    let (mut tally, mut seen) = (Sums::default(), Seen::new());
    for row in sheet.rows() {
        row.only_one(&mut seen, &["t", "sex", "age", "origin"])?;
        let origin = if row.text("origin")?.is_empty() { "UNK" } else { row.country("origin", countries)? };
        let (sex, age) =
            (row.word("sex", &[("male", "male"), ("female", "female")])?, row.word("age", &AGES)?);
        tally.add(&[row.month("t")?, origin, sex, age], &[Some(row.count("n")?)]);
    }
    Ok(ShippedTable {
        name: "guatemala-returns".into(),
        dataset: "guatemala-returns",
        suffix: String::new(),
        fields: vec![
            month("Month of the return."),
            country(
                "returned_from",
                "The country they were returned from: Mexico or the United States; UNK where the file does not say, as \
                 for all returns from other countries than Mexico since January 2024.",
            ),
            category("sex", &["female", "male"], "Sex of the people returned."),
            category(
                "age_group",
                &["adult", "accompanied-child", "unaccompanied-child"],
                "Adults, accompanied children and unaccompanied children; children are under 18. From January 2025 the file \
                 names no accompanied children.",
            ),
            figure("returns", "flow", "returns", "Guatemalans returned to Guatemala in the month."),
        ],
        sources: vec![GUATEMALA],
        absent_is_zero: true,
        coverage: &["returned_from", "age_group"],
        left_out: &[],
        provisional_from: None,
        aggregate: "sum",
        view: ViewSpec { kind: "area", x: "month", y: "returns", ..ViewSpec::default() },
        span: None,
        order: &["returned_from", "age_group", "sex", "month"],
        tally: tally.without_zeros(),
    })
}
