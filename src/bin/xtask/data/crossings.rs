//! Irregular crossings of the Darién: by nationality, and by sex and age.

use std::path::Path;

use super::countries::Countries;
use super::fields::{category, country, figure, month, year};
use super::part::{ShippedTable, ViewSpec};
use super::reference::{ReferenceFile, Seen};
use super::sources::PANAMA;
use super::tally::Sums;

/// Men, women, boys and girls as sex and age. Until 2022 "men" and "women" are people of any age: the two add up to all
/// crossings of each month.
const GROUPS: [(&str, &str); 4] =
    [("men", "male"), ("women", "female"), ("boys", "male"), ("girls", "female")];

const CROSSINGS: &str = "People recorded by Panama as crossing the Darién irregularly in the period. A person who \
                         crosses again is counted again.";

/// `darien-crossings`, `darien-crossings-annual`, `darien-crossings-age-sex`.
pub fn derive(from: &Path, countries: &Countries) -> Result<Vec<ShippedTable>, String> {
    let (monthly, annual) = by_nationality(from, countries)?;
    let nationality = country("nationality", "Nationality of the people who crossed.");
    Ok(vec![
        ShippedTable {
            name: "darien-crossings".into(),
            dataset: "darien-crossings",
            suffix: String::new(),
            fields: vec![
                month(
                    "Month of the crossing. April, May and July 2020 were not published: unknown, not zero.",
                ),
                nationality,
                figure("crossings", "flow", "crossings", CROSSINGS),
            ],
            sources: vec![PANAMA],
            absent_is_zero: true,
            coverage: &[],
            left_out: &[],
            provisional_from: None,
            aggregate: "sum",
            view: ViewSpec {
                kind: "stacked-area",
                x: "month",
                y: "crossings",
                series: "nationality",
                top: Some(4),
                ..ViewSpec::default()
            },
            span: None,
            order: &["nationality", "month"],
            tally: monthly,
        },
        ShippedTable {
            name: "darien-crossings-annual".into(),
            dataset: "darien-crossings-annual",
            suffix: String::new(),
            fields: vec![
                year("Year of the crossing. Only annual figures were published until 2019."),
                nationality,
                figure("crossings", "flow", "crossings", CROSSINGS),
            ],
            sources: vec![PANAMA],
            absent_is_zero: true,
            coverage: &[],
            left_out: &[],
            provisional_from: None,
            aggregate: "sum",
            view: ViewSpec { kind: "bar", x: "year", y: "crossings", ..ViewSpec::default() },
            span: None,
            order: &["nationality", "year"],
            tally: annual,
        },
        ShippedTable {
            name: "darien-crossings-age-sex".into(),
            dataset: "darien-crossings-age-sex",
            suffix: String::new(),
            fields: vec![
                month("Month of the crossing."),
                category("sex", &["female", "male"], "Sex of the people who crossed."),
                category(
                    "age_group",
                    &["all", "adult", "child"],
                    "Until 2022 all ages together; from 2023 adults and children (under 18) apart.",
                ),
                figure("crossings", "flow", "crossings", CROSSINGS),
            ],
            sources: vec![PANAMA],
            absent_is_zero: true,
            coverage: &["age_group"],
            left_out: &[],
            provisional_from: None,
            aggregate: "sum",
            view: ViewSpec {
                kind: "stacked-area",
                x: "month",
                y: "crossings",
                series: "sex",
                ..ViewSpec::default()
            },
            span: None,
            order: &["age_group", "sex", "month"],
            tally: by_sex_and_age(from)?,
        },
    ])
}

/// The monthly series from 2020 and the annual one until 2019, which the file holds as values of 1 January.
fn by_nationality(from: &Path, countries: &Countries) -> Result<(Sums, Sums), String> {
    let sheet = ReferenceFile::read(from, "darien/darien_by_nationality_month.csv", &["t", "q", "nat", "n"])?;
    let (mut monthly, mut annual, mut seen) = (Sums::default(), Sums::default(), Seen::new());
    for row in sheet.rows() {
        row.only_one(&mut seen, &["t", "nat"])?;
        let (month, nationality, crossings) =
            (row.month("t")?, row.country("nat", countries)?, Some(row.count("n")?));
        match month.split_once('-') {
            Some((year, "01")) if year < "2020" => annual.add(&[year, nationality], &[crossings]),
            Some((year, _)) if year < "2020" => {
                return Err(row.fault(
                    "t",
                    &format!("`{month}`: until 2019 only one value a year, of 1 January, is known"),
                ));
            }
            _ => monthly.add(&[month, nationality], &[crossings]),
        }
    }
    Ok((monthly.without_zeros(), annual.without_zeros()))
}

fn by_sex_and_age(from: &Path) -> Result<Sums, String> {
    let sheet = ReferenceFile::read(from, "darien/darien_by_sexage_month.csv", &["t", "q", "demog", "n"])?;
    let (mut tally, mut seen) = (Sums::default(), Seen::new());
    for row in sheet.rows() {
        row.only_one(&mut seen, &["t", "demog"])?;
        let (month, group) = (row.month("t")?, row.text("demog")?);
        let sex = row.word("demog", &GROUPS)?;
        let is_child = matches!(group, "boys" | "girls");
        let age = match (month < "2023", is_child) {
            (true, true) => {
                return Err(
                    row.fault("demog", "children are told apart from 2023 only: has the definition changed?")
                );
            }
            (true, false) => "all",
            (false, true) => "child",
            (false, false) => "adult",
        };
        tally.add(&[month, sex, age], &[Some(row.count("n")?)]);
    }
    Ok(tally.without_zeros())
}
