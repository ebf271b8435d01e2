//! New asylum applications from or in the Americas.

use std::path::Path;

use super::countries::Countries;
use super::fields::{FieldSpec, country, figure, year};
use super::part::{ShippedTable, ViewSpec};
use super::reference::{ReferenceFile, ReferenceRow, Seen};
use super::sources::UNHCR;
use super::tally::Sums;

/// The columns of UNHCR's table of applications.
pub const COLUMNS: [&str; 12] = [
    "year",
    "coo_name",
    "coo",
    "coo_iso",
    "coa_name",
    "coa",
    "coa_iso",
    "procedure_type",
    "app_type",
    "dec_level",
    "app_pc",
    "applied",
];
const PERIODS: [(&str, &str); 2] = [("2000", "2014"), ("2015", "2025")];

/// `asylum-applications-americas`.
pub fn derive(from: &Path, countries: &Countries) -> Result<Vec<ShippedTable>, String> {
    let sheet = ReferenceFile::read(from, "unhcr/asylum_applications.csv", &COLUMNS)?;
    let (mut pairs, mut seen) = (Sums::default(), Seen::new());
    let mut reported = Sums::default();
    let key = ["year", "coo_iso", "coa_iso", "procedure_type", "app_type", "dec_level", "app_pc"];
    for row in sheet.rows() {
        row.only_one(&mut seen, &key)?;
        row.word("procedure_type", &[("G", ""), ("U", ""), ("J", "")])?;
        let (year, applied) = (row.year("year")?.to_string(), row.count("applied")?);
        let (origin, asylum) = (row.country("coo_iso", countries)?, row.country("coa_iso", countries)?);
        let figures = match row.word("app_pc", &[("P", "people"), ("C", "cases")])? {
            "people" => [Some(applied), None],
            _ => [None, Some(applied)],
        };
        if !is_new(row)? {
            continue;
        }
        reported.add(&[&year, asylum], &figures.map(|figure| figure.map(|_| 0)));
        if countries.in_americas(origin) || countries.in_americas(asylum) {
            pairs.add(&[&year, origin, asylum], &figures);
        }
    }
    Ok(parts(&pairs.without_zeros(), &reported))
}

/// Whether a row counts new applications, which is what UNHCR's headline counts: repeated applications, appeals and
/// judicial reviews are the same claim once more.
///
/// Types that mix new with repeated (`NR`) or appealed (`NA`) ones cannot be taken apart and count as new. `V`, various, is
/// how most of 2000–2001 is typed: it counts unless the level is one of review. In the United States both first
/// bodies, the immigration service (`IN`) and the immigration courts (`EO`), receive new applications, whatever the type
/// says: the courts' are typed `A` in 2007 and 2010–2012 and `N` in the years around.
fn is_new(row: ReferenceRow) -> Result<bool, String> {
    let kind = row.word(
        "app_type",
        &[
            ("N", "new"),
            ("NR", "new"),
            ("NA", "new"),
            ("V", "various"),
            ("R", ""),
            ("RA", ""),
            ("A", ""),
            ("J", ""),
            ("FA", ""),
            ("SP", ""),
        ],
    )?;
    let level = row.word(
        "dec_level",
        &[
            ("FI", ""),
            ("NA", ""),
            ("FA", ""),
            ("TA", ""),
            ("SP", ""),
            ("IN", "first"),
            ("EO", "first"),
            ("AR", "review"),
            ("RA", "review"),
            ("JR", "review"),
        ],
    )?;
    Ok(matches!((kind, level), ("new", _) | (_, "first")) || (kind == "various" && level != "review"))
}

/// The same pairs by asylum, by origin, and by both; `reported` are the years that countries of asylum reported at all.
///
/// A country of asylum without a row reported nothing in that year, which is not known to be zero; where it reported, but
/// nobody from the Americas, the zero is written.
fn parts(pairs: &Sums, reported: &Sums) -> Vec<ShippedTable> {
    const YEAR: FieldSpec = year("Year of the application.");
    const ORIGIN: FieldSpec = country("coo_iso", "Country of origin of the applicants.");
    const ASYLUM: FieldSpec = country("coa_iso", "Country where they applied.");
    const APPLICATIONS: FieldSpec = figure(
        "applications",
        "flow",
        "applications",
        "New applications for asylum in the year, counted by person; empty where only cases were counted.",
    );
    const CASES: FieldSpec = figure(
        "cases",
        "flow",
        "cases",
        "New applications that the country counted by case, of one person or a family; never to be added to those \
         counted by person. Empty where only persons were counted.",
    );
    let part =
        |name: &str, suffix: &str, fields, series, filter, order, span: Option<(String, String)>, tally| {
            ShippedTable {
                name: format!("asylum-applications-americas-{name}"),
                dataset: "asylum-applications-americas",
                suffix: suffix.to_owned(),
                fields,
                sources: vec![UNHCR],
                // Of a pair the country of asylum reports all origins or none.
                absent_is_zero: span.is_some(),
                coverage: if span.is_some() { &["coa_iso"] } else { &[] },
                left_out: &[],
                provisional_from: None,
                aggregate: "sum",
                view: ViewSpec {
                    kind: "line",
                    x: "year",
                    y: "applications",
                    series,
                    filter,
                    top: Some(4),
                    ..ViewSpec::default()
                },
                span,
                order,
                tally,
            }
        };
    let mut parts = vec![
        part(
            "by-asylum",
            "by country of asylum",
            vec![YEAR, ASYLUM, APPLICATIONS, CASES],
            "coa_iso",
            "coa_region=Americas",
            &["coa_iso", "year"],
            None,
            pairs.by(&[0, 2]).with_known_zeros(reported),
        ),
        part(
            "by-origin",
            "by country of origin",
            vec![YEAR, ORIGIN, APPLICATIONS, CASES],
            "coo_iso",
            "",
            &["coo_iso", "year"],
            None,
            pairs.by(&[0, 1]),
        ),
    ];
    for (first, last, tally) in pairs.in_files(&PERIODS) {
        parts.push(part(
            &format!("pairs-{first}-{last}"),
            &format!("by country of origin and asylum, {first}–{last}"),
            vec![YEAR, ORIGIN, ASYLUM, APPLICATIONS, CASES],
            "coa_iso",
            "coa_region=Americas",
            &["coa_iso", "coo_iso", "year"],
            Some((first, last)),
            tally,
        ));
    }
    parts
}
