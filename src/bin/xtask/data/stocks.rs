//! Migrants by origin and destination, and population.

use std::path::Path;

use super::countries::Countries;
use super::fields::{FieldSpec, country, figure, year};
use super::part::{ShippedTable, ViewSpec};
use super::reference::{ReferenceFile, Seen};
use super::sources::{MIGRANT_STOCK, POPULATION_PROJECTION, POPULATION_PROSPECTS};
use super::tally::Sums;

/// The years of each file of pairs, so that none exceeds 40 kB compressed; the last file takes later years too.
const STOCK_PERIODS: [(&str, &str); 3] = [("1990", "2000"), ("2005", "2015"), ("2020", "2024")];
/// The first is what rates since 1990 need.
const POPULATION_PERIODS: [(&str, &str); 2] = [("1990", "2030"), ("1950", "1989")];
/// The first year of the medium projection; the years before are estimates.
const FIRST_PROJECTED: &str = "2024";
/// The last year of estimates, with which the default view ends.
const LAST_ESTIMATED: &str = "2023";

/// `migrant-stock-americas` and `population`.
pub fn derive(from: &Path, countries: &Countries) -> Result<Vec<ShippedTable>, String> {
    let mut parts = migrant_stock(from, countries)?;
    parts.extend(population(from, countries)?);
    Ok(parts)
}

fn migrant_stock(from: &Path, countries: &Countries) -> Result<Vec<ShippedTable>, String> {
    let columns = ["geo", "t", "from", "sex", "n", "type_b", "type_c", "type_r", "type_i"];
    let sheet = ReferenceFile::read(from, "un_desa/undesa_stocks_2024rev.csv", &columns)?;
    let (mut pairs, mut seen) = (Sums::default(), Seen::new());
    for row in sheet.rows() {
        row.only_one(&mut seen, &["geo", "t", "from", "sex"])?;
        row.word("sex", &[("female", ""), ("male", "")])?;
        let (origin, destination) = (row.country("from", countries)?, row.country("geo", countries)?);
        let (year, migrants) = (row.year("t")?.to_string(), row.count("n")?);
        if countries.in_americas(origin) || countries.in_americas(destination) {
            pairs.add(&[&year, origin, destination], &[Some(migrants)]);
        }
    }
    const YEAR: FieldSpec = year(
        "The figures are estimates for 1 July of this year: every five years from 1990 to 2020, and 2024.",
    );
    const ORIGIN: FieldSpec =
        country("origin", "Country of birth or citizenship; OOO where unknown or other.");
    const DESTINATION: FieldSpec = country("destination", "Country where they live.");
    const MIGRANTS: FieldSpec = figure(
        "migrants",
        "stock",
        "people",
        "People living in a country other than that of their birth or citizenship, women and men together.",
    );
    let part =
        |name: &str, suffix: &str, fields: Vec<FieldSpec>, x, filter, order, span, tally| ShippedTable {
            name: format!("migrant-stock-americas-{name}"),
            dataset: "migrant-stock-americas",
            suffix: suffix.to_owned(),
            fields,
            sources: vec![MIGRANT_STOCK],
            // UN DESA writes its zeros; where it has no row it could not estimate.
            absent_is_zero: false,
            coverage: &[],
            left_out: &[],
            provisional_from: None,
            aggregate: "last",
            view: ViewSpec { kind: "bar", x, y: "migrants", filter, top: Some(10), ..ViewSpec::default() },
            span,
            order,
            tally,
        };
    let mut parts = vec![
        part(
            "by-destination",
            "by country of destination",
            vec![YEAR, DESTINATION, MIGRANTS],
            "destination",
            "destination_region=Americas",
            &["destination", "year"],
            None,
            pairs.by(&[0, 2]),
        ),
        part(
            "by-origin",
            "by country of origin",
            vec![YEAR, ORIGIN, MIGRANTS],
            "origin",
            "origin_region=Americas",
            &["origin", "year"],
            None,
            pairs.by(&[0, 1]),
        ),
    ];
    for (first, last, tally) in pairs.in_files(&STOCK_PERIODS) {
        parts.push(part(
            &format!("pairs-{first}-{last}"),
            &format!("by country of origin and destination, {first}–{last}"),
            vec![YEAR, ORIGIN, DESTINATION, MIGRANTS],
            "destination",
            "destination_region=Americas",
            &["year", "origin", "destination"],
            Some((first, last)),
            tally,
        ));
    }
    Ok(parts)
}

/// The estimates and, from 2024, the medium projection: one series, as UN DESA publishes both for 1 July.
fn population(from: &Path, countries: &Countries) -> Result<Vec<ShippedTable>, String> {
    let (mut tally, mut seen) = (Sums::default(), Seen::new());
    for (file, is_projected) in
        [("population/wpp2024.csv", false), ("population/wpp2024_medium_2024_2030.csv", true)]
    {
        let sheet = ReferenceFile::read(from, file, &["iso3", "year", "population"])?;
        for row in sheet.rows() {
            row.only_one(&mut seen, &["iso3", "year"])?;
            let (iso3, year) = (row.country("iso3", countries)?, row.year("year")?.to_string());
            if (year.as_str() >= FIRST_PROJECTED) != is_projected {
                return Err(row.fault(
                    "year",
                    "estimates are known to end with 2023, and the projection to start there",
                ));
            }
            tally.add(&[&year, iso3], &[Some(row.count("population")?)]);
        }
    }
    let part = |(first, last): (&str, &str)| {
        let has_projection = last >= FIRST_PROJECTED;
        ShippedTable {
            name: if has_projection { "population".into() } else { format!("population-{first}-{last}") },
            dataset: "population",
            suffix: if has_projection {
                format!("{first}–{last}, from {FIRST_PROJECTED} the medium projection")
            } else {
                format!("{first}–{last}")
            },
            fields: vec![
                year(if has_projection {
                    "The figures stand for 1 July of this year: estimates until 2023, the medium projection from 2024."
                } else {
                    "The figures are estimates for 1 July of this year."
                }),
                country("iso3", "Country or territory."),
                figure("population", "stock", "people", "People living there."),
            ],
            sources: if has_projection {
                vec![POPULATION_PROSPECTS, POPULATION_PROJECTION]
            } else {
                vec![POPULATION_PROSPECTS]
            },
            absent_is_zero: false,
            coverage: &[],
            left_out: &[],
            provisional_from: has_projection.then_some(FIRST_PROJECTED),
            aggregate: "last",
            view: ViewSpec {
                kind: "bar",
                x: "iso3",
                y: "population",
                filter: "iso3_region=Americas",
                top: Some(10),
                // The older part is read only by who asks for it, and no projection stands where none is asked for.
                from: POPULATION_PERIODS.map(|(first, _)| first).into_iter().max().unwrap_or_default(),
                to: LAST_ESTIMATED,
                ..ViewSpec::default()
            },
            span: Some((first.to_owned(), last.to_owned())),
            order: &["year", "iso3"],
            tally: tally.within(first, last),
        }
    };
    Ok(POPULATION_PERIODS.into_iter().map(part).collect())
}
