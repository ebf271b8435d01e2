//! Encounters at the southwest land border of the United States.

use std::path::Path;

use super::countries::Countries;
use super::fields::{category, country, figure, month};
use super::part::{ShippedTable, ViewSpec};
use super::reference::{ReferenceFile, Seen};
use super::sources::CBP;
use super::tally::Sums;

/// Two names of one group: `UC / Single Minors` until fiscal year 2021, `UAC` since.
const DEMOGRAPHICS: [(&str, &str); 5] = [
    ("Single Adults", "single-adults"),
    ("FMUA", "family-units"),
    ("UAC", "unaccompanied-children"),
    ("UC / Single Minors", "unaccompanied-children"),
    ("Accompanied Minors", "accompanied-minors"),
];
/// The first month with nationalities: October 2019, the start of fiscal year 2020.
const FIRST_WITH_NATIONALITY: &str = "2019-10";

/// `us-southwest-encounters`.
pub fn derive(from: &Path, countries: &Countries) -> Result<Vec<ShippedTable>, String> {
    // `t_fy` is a fiscal stamp (October counts into the next year) and is not used.
    let columns = ["t", "t_fy", "component", "area", "authority", "type", "demog", "nat", "n"];
    let sheet = ReferenceFile::read(from, "us_cbp/southwest_encounters.csv", &columns)?;
    let (mut tally, mut seen) = (Sums::default(), Seen::new());
    for row in sheet.rows() {
        row.only_one(&mut seen, &["t", "component", "area", "authority", "type", "demog", "nat"])?;
        row.word("component", &[("U.S. Border Patrol", ""), ("Office of Field Operations", "")])?;
        row.word("authority", &[("Title 8", ""), ("Title 42", "")])?;
        row.word("type", &[("Apprehensions", ""), ("Inadmissibles", ""), ("Expulsions", "")])?;
        let (month, demographic) = (row.month("t")?, row.word("demog", &DEMOGRAPHICS)?);
        let nationality = match (month < FIRST_WITH_NATIONALITY, row.text("nat")?.is_empty()) {
            (true, true) => "UNK",
            (false, false) => row.country("nat", countries)?,
            (true, false) => return Err(row.fault("nat", "nationalities are known to start in October 2019")),
            (false, true) => return Err(row.fault("nat", "a nationality is expected from October 2019 on")),
        };
        tally.add(&[month, nationality, demographic], &[Some(row.count("n")?)]);
    }
    Ok(vec![ShippedTable {
        name: "us-southwest-encounters".into(),
        dataset: "us-southwest-encounters",
        suffix: String::new(),
        fields: vec![
            month("Calendar month of the encounter (not the fiscal year, which starts in October)."),
            country(
                "nationality",
                "Nationality; UNK until September 2019, when none was published, OOO for all that are not named.",
            ),
            category(
                "demographic",
                &["single-adults", "family-units", "unaccompanied-children", "accompanied-minors"],
                "Single adults, people in family units, unaccompanied children, and minors accompanied by someone \
                 admissible (the last only at ports of entry, from October 2018).",
            ),
            figure(
                "encounters",
                "event",
                "encounters",
                "Apprehensions, findings of inadmissibility and expulsions (Titles 8 and 42). Events, not people: one \
                 person can be encountered more than once.",
            ),
        ],
        sources: vec![CBP],
        absent_is_zero: true,
        coverage: &["nationality", "demographic"],
        left_out: &[],
        provisional_from: None,
        aggregate: "sum",
        view: ViewSpec {
            kind: "stacked-area",
            x: "month",
            y: "encounters",
            series: "nationality",
            top: Some(4),
            from: FIRST_WITH_NATIONALITY,
            ..ViewSpec::default()
        },
        span: None,
        order: &["demographic", "nationality", "month"],
        tally: tally.without_zeros(),
    }])
}
