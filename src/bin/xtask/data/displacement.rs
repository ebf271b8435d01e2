//! Forced displacement by UNHCR's tables: the world, the Americas, Venezuelans abroad.

use std::collections::BTreeSet;
use std::path::Path;

use super::countries::Countries;
use super::fields::{FieldSpec, category, country, figure, year};
use super::part::{ShippedTable, ViewSpec};
use super::reference::{ReferenceFile, Seen};
use super::sources::{IDMC, UNHCR, UNRWA};
use super::tally::Sums;

/// The columns of UNHCR's table of people.
pub const COLUMNS: [&str; 16] = [
    "year",
    "coo_name",
    "coo",
    "coo_iso",
    "coa_name",
    "coa",
    "coa_iso",
    "refugees",
    "asylum_seekers",
    "returned_refugees",
    "idps",
    "returned_idps",
    "stateless",
    "ooc",
    "oip",
    "hst",
];
/// The columns of its tables of UNRWA's and IDMC's totals.
pub const TOTAL_COLUMNS: [&str; 8] =
    ["year", "coo_name", "coo", "coo_iso", "coa_name", "coa", "coa_iso", "total"];

/// UNHCR's stocks by its own column names, in its order. Its two other columns, returned refugees and returned IDPs, are
/// flows of the year: they are never added to stocks, and left out.
const CATEGORIES: [&str; 7] = ["refugees", "asylum_seekers", "oip", "idps", "stateless", "ooc", "hst"];
/// Categories that are none of displaced people: they stand beside the total, and are shown to who asks for them.
const NOT_DISPLACED: [&str; 3] = ["stateless", "ooc", "hst"];
/// The categories of people displaced across borders.
const ABROAD: [&str; 3] = ["refugees", "asylum_seekers", "oip"];
/// UNHCR's definition of the forcibly displaced: IDPs as IDMC counts them, not as UNHCR protects or assists them.
const FORCIBLY_DISPLACED: [&str; 5] = ["refugees", "unrwa", "asylum_seekers", "oip", "idps_idmc"];

/// Before 1990 the internally displaced were not counted.
const FIRST_YEAR: u32 = 1990;
const FIRST_VENEZUELAN_YEAR: u32 = 2014;
/// The years of each file of pairs, so that none exceeds 40 kB compressed; the last file takes later years too.
const PERIODS: [(&str, &str); 6] = [
    ("1990", "2003"),
    ("2004", "2009"),
    ("2010", "2014"),
    ("2015", "2018"),
    ("2019", "2021"),
    ("2022", "2025"),
];

const PEOPLE: FieldSpec = figure(
    "people",
    "stock",
    "people",
    "People at the end of the year, as revised. UNHCR rounds figures below 5 to 0 or 5.",
);
const YEAR: FieldSpec = year("The figures stand at 31 December of this year.");
const ORIGIN: FieldSpec = country("coo_iso", "Country of origin.");
const ASYLUM: FieldSpec =
    country("coa_iso", "Country of asylum; for people within their own country the same as the origin.");

/// `displacement-world`, `displacement-americas`, `venezuelans-abroad`.
pub fn derive(from: &Path, countries: &Countries) -> Result<Vec<ShippedTable>, String> {
    let sheet = ReferenceFile::read(from, "unhcr/population.csv", &COLUMNS)?;
    let (mut world, mut pairs, mut venezuelans) = (Sums::default(), Sums::default(), Sums::default());
    // The years that a country of asylum reported at all.
    let mut reported = Sums::default();
    let mut seen = Seen::new();
    for row in sheet.rows() {
        row.only_one(&mut seen, &["year", "coo_iso", "coa_iso"])?;
        let year_number = row.year("year")?;
        let year = year_number.to_string();
        let (origin, asylum) = (row.country("coo_iso", countries)?, row.country("coa_iso", countries)?);
        if year_number >= FIRST_VENEZUELAN_YEAR {
            reported.add(&[&year, asylum], &[]);
        }
        for column in CATEGORIES {
            let people = row.count_or_missing(column)?.filter(|people| *people > 0);
            if people.is_none() || year_number < FIRST_YEAR {
                continue;
            }
            if ABROAD.contains(&column) {
                world.add(&[&year, column], &[people]);
                if origin == "VEN" && year_number >= FIRST_VENEZUELAN_YEAR {
                    venezuelans.add(&[&year, asylum, column], &[people]);
                }
            }
            if countries.in_americas(origin) || countries.in_americas(asylum) {
                pairs.add(&[&year, origin, asylum, column], &[people]);
            }
        }
        // Read for their type only, so that a change of meaning is noticed.
        for column in ["returned_refugees", "returned_idps"] {
            row.count_or_missing(column)?;
        }
    }
    for (file, column) in [("unhcr/unrwa.csv", "unrwa"), ("unhcr/idmc.csv", "idps_idmc")] {
        let sheet = ReferenceFile::read(from, file, &TOTAL_COLUMNS)?;
        let mut seen = Seen::new();
        for row in sheet.rows() {
            row.only_one(&mut seen, &["year", "coo_iso", "coa_iso"])?;
            let (year, people) = (row.year("year")?, row.count_or_missing("total")?);
            if year >= FIRST_YEAR && people.is_some() {
                world.add(&[&year.to_string(), column], &[people]);
            }
        }
    }
    let mut parts = vec![world_part(world)];
    parts.extend(americas(&pairs));
    leave_unreported_open(&mut venezuelans, &reported);
    parts.push(venezuelans_part(venezuelans));
    Ok(parts)
}

/// Leaves unknown, not zero, the years in which a country of asylum that received Venezuelans in others reported nothing.
fn leave_unreported_open(tally: &mut Sums, reported: &Sums) {
    let mut asylums: BTreeSet<String> = BTreeSet::new();
    let mut counted: BTreeSet<(String, String)> = BTreeSet::new();
    for key in tally.keys() {
        if let [year, asylum, category] = key {
            asylums.insert(asylum.clone());
            counted.insert((year.clone(), category.clone()));
        }
    }
    let known: BTreeSet<&[String]> = reported.keys().collect();
    for (year, category) in &counted {
        let is_open = |asylum: &&String| !known.contains([year.clone(), (*asylum).clone()].as_slice());
        for asylum in asylums.iter().filter(is_open) {
            tally.set_unknown(&[year, asylum, category], 1);
        }
    }
}

fn world_part(tally: Sums) -> ShippedTable {
    ShippedTable {
        name: "displacement-world".into(),
        dataset: "displacement-world",
        suffix: String::new(),
        fields: vec![
            YEAR,
            category(
                "category",
                &FORCIBLY_DISPLACED,
                "Refugees under UNHCR’s mandate, Palestine refugees under UNRWA’s, asylum-seekers (from 1993), other \
                 people in need of international protection (from 2018), and internally displaced people as IDMC \
                 counts them.",
            ),
            PEOPLE,
        ],
        sources: vec![UNHCR, UNRWA, IDMC],
        // Each category is counted in every year from its first: before, it is unknown, not zero.
        absent_is_zero: false,
        coverage: &[],
        left_out: &[],
        provisional_from: None,
        aggregate: "last",
        view: ViewSpec {
            kind: "stacked-area",
            x: "year",
            y: "people",
            series: "category",
            ..ViewSpec::default()
        },
        span: None,
        order: &["category", "year"],
        tally,
    }
}

/// The same pairs by origin, by asylum, and by both in files of a few years each.
fn americas(pairs: &Sums) -> Vec<ShippedTable> {
    let categories = category(
        "category",
        &CATEGORIES,
        "Population type by UNHCR’s column names; `idps` are those UNHCR protects or assists, `ooc` others of concern, \
         `hst` the host community.",
    );
    let view = ViewSpec {
        kind: "stacked-area",
        x: "year",
        y: "people",
        series: "category",
        top: Some(4),
        ..ViewSpec::default()
    };
    // Who reports in a year is the country of asylum; of an origin of whom nobody reported, nothing is known.
    let part =
        |name: &str, suffix: &str, fields: Vec<FieldSpec>, coverage, order, span, tally| ShippedTable {
            name: format!("displacement-americas-{name}"),
            dataset: "displacement-americas",
            suffix: suffix.to_owned(),
            fields,
            sources: vec![UNHCR],
            absent_is_zero: true,
            coverage,
            left_out: &[("category", &NOT_DISPLACED)],
            provisional_from: None,
            aggregate: "last",
            view,
            span,
            order,
            tally,
        };
    let mut parts = vec![
        part(
            "by-asylum",
            "by country of asylum",
            vec![YEAR, ASYLUM, categories, PEOPLE],
            &["coa_iso", "category"],
            &["category", "coa_iso", "year"],
            None,
            pairs.by(&[0, 2, 3]),
        ),
        part(
            "by-origin",
            "by country of origin",
            vec![YEAR, ORIGIN, categories, PEOPLE],
            &["coo_iso", "category"],
            &["category", "coo_iso", "year"],
            None,
            pairs.by(&[0, 1, 3]),
        ),
    ];
    for (first, last, tally) in pairs.in_files(&PERIODS) {
        parts.push(part(
            &format!("pairs-{first}-{last}"),
            &format!("by country of origin and asylum, {first}–{last}"),
            vec![YEAR, ORIGIN, ASYLUM, categories, PEOPLE],
            &["coa_iso", "category"],
            &["year", "category", "coa_iso", "coo_iso"],
            Some((first, last)),
            tally,
        ));
    }
    parts
}

fn venezuelans_part(tally: Sums) -> ShippedTable {
    ShippedTable {
        name: "venezuelans-abroad".into(),
        dataset: "venezuelans-abroad",
        suffix: String::new(),
        fields: vec![
            YEAR,
            country("coa_iso", "Country of asylum."),
            category(
                "category",
                &ABROAD,
                "Refugees, asylum-seekers, and other people in need of international protection (from 2018).",
            ),
            PEOPLE,
        ],
        sources: vec![UNHCR],
        // Years in which a country of asylum reported nothing at all have rows without a figure.
        absent_is_zero: true,
        coverage: &["category"],
        left_out: &[],
        provisional_from: None,
        aggregate: "last",
        view: ViewSpec {
            kind: "stacked-area",
            x: "year",
            y: "people",
            series: "category",
            ..ViewSpec::default()
        },
        span: None,
        order: &["category", "coa_iso", "year"],
        tally,
    }
}
