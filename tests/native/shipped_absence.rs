//! What the absence of a row of a shipped table says: nothing, or zero.
//!
//! Expected figures were counted in the reference files, by other code.

use std::collections::BTreeSet;

use migration_widget::data::read_shipped;
use migration_widget::model::{Absent, Period, Problem, Reason, Resource, Role, Table, Value};
use migration_widget::query::{
    Axis, Grid, Request, describe_resources, later, resources_for, run, stack_tables,
};

use crate::shipped_data::{bytes, package, rows};

/// The answer to a request on a shipped dataset, from the files that it loads.
pub fn ask(id: &str, attributes: &[(&str, &str)]) -> Result<Grid, Problem> {
    let attribute = |name: &str| {
        attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    let (package, request) = (package(), Request::from_attributes(&attribute)?);
    let parts = resources_for(&package, id, &request)?;
    let read = |part: &&Resource| read_shipped(&bytes(&part.path), &part.schema.fields).unwrap();
    let tables: Vec<Table> = parts.iter().map(read).collect();
    let table = stack_tables(&tables.iter().collect::<Vec<_>>());
    run(&table, &describe_resources(&package, &parts), &request, None, None, Some(later()))
        .map(Option::unwrap)
}

/// The value of a series (or the only one) at a place, by its key or its period; `None` where it is unknown.
pub fn figure(grid: &Grid, series: &str, place: &str) -> Option<f64> {
    let series = match grid.series.len() {
        1 if series.is_empty() => 0,
        _ => grid.series.iter().position(|found| found.key == series)?,
    };
    let place = match &grid.axis {
        Axis::Periods(periods) => periods.iter().position(|period| period.to_string() == place)?,
        Axis::Entities(keys) => keys.iter().position(|key| key == place)?,
    };
    match grid.value(series, place) {
        Value::Known(figure) => Some(figure),
        Value::Missing(reason) => {
            assert!(matches!(reason, Reason::NoRow | Reason::NotCollected));
            None
        }
    }
}

#[test]
fn a_place_without_a_row_is_zero_only_where_its_publisher_covers_it() {
    let asylum = "asylum-applications-americas";
    for (id, attributes, series, expected) in [
        // UNHCR's footnote: no information on Ecuador in these years. Costa Rica counted cases until 2004, then nothing.
        (
            asylum,
            &[("filter", "coa_iso=ECU,CRI,CHL"), ("series", "coa_iso"), ("from", "2004")][..],
            "ECU",
            &[("2013", Some(8_262.0)), ("2014", None), ("2015", None), ("2016", Some(5_080.0))][..],
        ),
        (
            asylum,
            &[("filter", "coa_iso=ECU,CRI,CHL"), ("series", "coa_iso"), ("from", "2004")],
            "CRI",
            &[("2004", None), ("2005", None), ("2006", Some(775.0))],
        ),
        // Of a pair: Uruguay reports every year, Ecuador does not.
        (
            asylum,
            &[
                ("filter", "coo_iso=VEN; coa_iso=ECU,URY,CHL"),
                ("series", "coa_iso"),
                ("from", "2007"),
                ("to", "2016"),
            ],
            "ECU",
            &[("2008", Some(6.0)), ("2013", Some(13.0)), ("2014", None), ("2015", None)],
        ),
        (
            asylum,
            &[
                ("filter", "coo_iso=VEN; coa_iso=ECU,URY,CHL"),
                ("series", "coa_iso"),
                ("from", "2007"),
                ("to", "2016"),
            ],
            "URY",
            &[("2013", Some(0.0)), ("2014", Some(0.0)), ("2015", Some(5.0))],
        ),
        // An origin that no country reported is unknown; Guadeloupe has a row in 2014 and 2015 only.
        (
            asylum,
            &[("filter", "coo_iso=GLP"), ("series", "coo_iso"), ("from", "2012"), ("to", "2016")],
            "GLP",
            &[("2013", None)],
        ),
        // UNHCR has no row of the Dominican Republic for 2001–2009; the IDPs of Honduras are a written zero until 2014.
        (
            "displacement-americas",
            &[("filter", "coa_iso=DOM"), ("series", "category"), ("kind", "line")],
            "refugees",
            &[("2000", Some(506.0)), ("2001", None), ("2009", None), ("2010", Some(600.0))],
        ),
        (
            "displacement-americas",
            &[("filter", "coa_iso=ARG; category=idps,oip"), ("series", "category"), ("kind", "line")],
            "oip",
            &[("2017", None), ("2018", Some(127_152.0))],
        ),
        (
            "displacement-americas",
            &[("filter", "coa_iso=HND,COL; category=idps"), ("series", "coa_iso"), ("kind", "line")],
            "HND",
            &[("1999", None), ("2000", Some(0.0)), ("2008", Some(0.0)), ("2025", Some(423_845.0))],
        ),
        (
            "displacement-americas",
            &[("filter", "category=refugees; coo_iso=NIC,VEN"), ("series", "coa_iso"), ("from", "2019")],
            "NIC",
            &[("2024", None), ("2025", None)],
        ),
        (
            "venezuelans-abroad",
            &[("filter", "coa_iso=ABW,CUW,DOM; category=refugees"), ("series", "coa_iso")],
            "ABW",
            &[("2014", Some(0.0)), ("2015", None), ("2016", Some(0.0)), ("2025", Some(0.0))],
        ),
        (
            "venezuelans-abroad",
            &[("filter", "coa_iso=ABW,CUW,DOM; category=refugees"), ("series", "coa_iso")],
            "DOM",
            &[("2021", Some(0.0)), ("2022", Some(191.0)), ("2024", Some(0.0))],
        ),
        // Accompanied minors are a group from October 2018 on; where it is one, no Venezuelan among them is zero.
        (
            "us-southwest-encounters",
            &[("series", "demographic"), ("from", "2018-07"), ("to", "2018-12")],
            "accompanied-minors",
            &[("2018-09", None), ("2018-10", Some(86.0))],
        ),
        (
            "us-southwest-encounters",
            &[
                ("filter", "nationality=VEN"),
                ("series", "demographic"),
                ("from", "2019-10"),
                ("to", "2019-12"),
            ],
            "accompanied-minors",
            &[("2019-10", Some(4.0)), ("2019-11", Some(0.0)), ("2019-12", Some(0.0))],
        ),
        // Honduras published nothing for April and May 2020; Mexico did, and recorded six Venezuelans in May.
        (
            "irregular-entries",
            &[("filter", "nationality=VEN"), ("from", "2020-03"), ("to", "2020-06")],
            "HND",
            &[("2020-03", Some(3.0)), ("2020-04", None), ("2020-05", None), ("2020-06", Some(0.0))],
        ),
        (
            "irregular-entries",
            &[("filter", "nationality=VEN"), ("from", "2020-03"), ("to", "2020-06")],
            "MEX",
            &[("2020-04", Some(1.0)), ("2020-05", Some(6.0))],
        ),
        // In 2024 the file of Mexico names 64 nationalities, and not that of Tajikistan.
        (
            "irregular-entries",
            &[("filter", "nationality=TJK"), ("from", "2023-11"), ("to", "2025-02")],
            "MEX",
            &[("2023-12", Some(59.0)), ("2024-01", None), ("2024-12", None), ("2025-01", Some(14.0))],
        ),
        // From 2024 the country is named for returns from Mexico only, from 2025 no accompanied children.
        (
            "guatemala-returns",
            &[("series", "returned_from"), ("from", "2023-12"), ("to", "2024-01")],
            "USA",
            &[("2023-12", Some(6_153.0)), ("2024-01", None)],
        ),
        (
            "guatemala-returns",
            &[("series", "age_group"), ("from", "2024-12"), ("to", "2025-01")],
            "accompanied-child",
            &[("2024-12", Some(526.0)), ("2025-01", None)],
        ),
        (
            "guatemala-returns",
            &[
                ("filter", "returned_from=USA"),
                ("series", "age_group"),
                ("from", "2020-12"),
                ("to", "2021-02"),
            ],
            "accompanied-child",
            &[("2020-12", Some(12.0)), ("2021-01", Some(0.0)), ("2021-02", Some(2.0))],
        ),
        // Panama published no April, May and July 2020.
        (
            "darien-crossings",
            &[("filter", "nationality=VEN"), ("from", "2020-03"), ("to", "2020-08")],
            "VEN",
            &[
                ("2020-03", Some(3.0)),
                ("2020-04", None),
                ("2020-06", Some(2.0)),
                ("2020-07", None),
                ("2020-08", Some(0.0)),
            ],
        ),
    ] {
        let grid = ask(id, attributes).unwrap_or_else(|problem| panic!("{id} {attributes:?}: {problem:?}"));
        for (place, value) in expected {
            assert_eq!(figure(&grid, series, place), *value, "{id} {attributes:?}: {series} in {place}");
        }
    }
}

#[test]
fn no_country_year_of_asylum_without_a_row_is_called_zero() {
    // Of 40 countries of the Americas and 26 years, 394 have no row.
    let attributes = [("filter", "coa_region=Americas"), ("series", "coa_iso"), ("top", "all")];
    let grid = ask("asylum-applications-americas", &attributes).unwrap();
    let with_rows: BTreeSet<(String, String)> = rows("asylum-applications-americas-by-asylum")
        .iter()
        .map(|row| (row["coa_iso"].clone(), row["year"].clone()))
        .collect();
    let Axis::Periods(years) = &grid.axis else { panic!("no years") };
    let mut without = 0;
    for series in &grid.series {
        for year in years.iter().map(Period::to_string) {
            if !with_rows.contains(&(series.key.clone(), year.clone())) {
                without += 1;
                assert_eq!(figure(&grid, &series.key, &year), None, "{} in {year}", series.key);
            }
        }
    }
    assert_eq!((grid.series.len(), years.len(), without), (40, 26, 394));
}

#[test]
fn of_a_year_only_the_nationalities_that_its_publisher_names_are_listed() {
    for (id, attributes, count) in [
        // 35 and the others; Mexico's 64 of 2024.
        (
            "darien-crossings",
            &[("x", "nationality"), ("series", "none"), ("from", "2023"), ("to", "2023")][..],
            36,
        ),
        (
            "irregular-entries",
            &[
                ("x", "nationality"),
                ("series", "none"),
                ("filter", "country=MEX"),
                ("from", "2024"),
                ("to", "2024"),
            ],
            64,
        ),
    ] {
        let attributes: Vec<(&str, &str)> = attributes.iter().copied().chain([("top", "all")]).collect();
        let grid = ask(id, &attributes).unwrap();
        assert_eq!(grid.axis.len(), count, "{id}");
        assert!(grid.values.iter().all(|value| value.known().is_some()), "{id}");
    }
}

#[test]
fn what_the_absence_of_a_row_means_is_said_of_each_table() {
    let package = package();
    for (name, absent, coverage) in [
        ("darien-crossings", Absent::Zero, &[][..]),
        ("darien-crossings-annual", Absent::Zero, &[]),
        ("darien-crossings-age-sex", Absent::Zero, &["age_group"]),
        ("displacement-world", Absent::Missing, &[]),
        ("displacement-americas-by-asylum", Absent::Zero, &["coa_iso", "category"]),
        ("displacement-americas-by-origin", Absent::Zero, &["coo_iso", "category"]),
        ("displacement-americas-pairs-", Absent::Zero, &["coa_iso", "category"]),
        ("venezuelans-abroad", Absent::Zero, &["category"]),
        ("us-southwest-encounters", Absent::Zero, &["nationality", "demographic"]),
        ("irregular-entries", Absent::Zero, &["country"]),
        ("guatemala-returns", Absent::Zero, &["returned_from", "age_group"]),
        ("missing-migrants-americas", Absent::Zero, &[]),
        ("migrant-stock-americas-", Absent::Missing, &[]),
        ("asylum-applications-americas-by-", Absent::Missing, &[]),
        ("asylum-applications-americas-pairs-", Absent::Zero, &["coa_iso"]),
        ("population", Absent::Missing, &[]),
    ] {
        let is_meant = |part: &&Resource| match name.ends_with('-') {
            true => part.name.starts_with(name),
            false => part.name == name,
        };
        let mut parts = package.resources.iter().filter(is_meant).peekable();
        assert!(parts.peek().is_some(), "{name}");
        for part in parts {
            assert_eq!(
                (part.absent, part.coverage.as_slice()),
                (absent, &coverage.map_owned()[..]),
                "{}",
                part.name
            );
        }
    }
    for part in &package.resources {
        let is_key = |name: &String| {
            part.schema.fields.iter().any(|field| field.name == *name && field.role != Role::Measure)
        };
        assert!(part.coverage.iter().chain(&part.apart).all(is_key), "{}", part.name);
    }
}

trait MapOwned {
    fn map_owned(&self) -> Vec<String>;
}

impl MapOwned for [&str] {
    fn map_owned(&self) -> Vec<String> {
        self.iter().map(|text| (*text).to_owned()).collect()
    }
}
