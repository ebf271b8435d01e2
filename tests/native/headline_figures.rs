//! The figures in the gallery's headlines, worked out from the shipped tables with nothing of the code under test but the
//! regions of countries.

use std::collections::{BTreeMap, BTreeSet};

use migration_widget::model::country;

use crate::contract::www;
use crate::explorer::file;
use crate::headlines::Number::{self, Count, Million, Percent, Plain};

/// A row of a shipped table by its columns.
type Row = BTreeMap<String, String>;

fn rows(name: &str) -> Vec<Row> {
    let path = www().join("data").join(name).with_extension("csv");
    let mut reader = csv::Reader::from_path(&path).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn is(row: &Row, column: &str, value: &str) -> bool {
    row[column] == value
}

/// The known figures of a column, of rows that fit, added up.
fn sum(rows: &[Row], value: &str, fits: impl Fn(&Row) -> bool) -> f64 {
    rows.iter().filter(|row| fits(row)).filter_map(|row| row[value].parse::<f64>().ok()).sum()
}

/// Sums by the value of a column, the greatest first.
fn ranked(rows: &[Row], by: &str, value: &str, fits: impl Fn(&Row) -> bool) -> Vec<(String, f64)> {
    let mut sums: BTreeMap<String, f64> = BTreeMap::new();
    for row in rows.iter().filter(|row| fits(row)) {
        if let Ok(figure) = row[value].parse::<f64>() {
            *sums.entry(row[by].clone()).or_default() += figure;
        }
    }
    let mut sums: Vec<(String, f64)> = sums.into_iter().collect();
    sums.sort_by(|(_, one), (_, two)| two.total_cmp(one));
    sums
}

fn is_american(code: &str) -> bool {
    country::region(code) == Some("Americas")
}

/// By section of the gallery the numbers that its headline may say; what else it claims is asserted here.
pub fn worked_out() -> Vec<(&'static str, Vec<Number>)> {
    let mut all = Vec::new();
    all.extend(of_the_darien());
    all.extend(of_unhcr());
    all.extend(of_borders());
    all.extend(of_people());
    all
}

fn of_the_darien() -> Vec<(&'static str, Vec<Number>)> {
    let crossings = rows("darien-crossings");
    let by_month = ranked(&crossings, "month", "crossings", |_| true);
    let month = |name: &str| by_month.iter().find(|(month, _)| month == name).unwrap().1;
    assert_eq!(by_month[0].0, "2023-08", "the month with the most");
    let earliest = by_month.iter().map(|(month, _)| month).min().unwrap();
    let latest = by_month.iter().map(|(month, _)| month).max().unwrap();
    assert_eq!((earliest.as_str(), latest.as_str()), ("2020-01", "2025-04"));
    let quarter = month("2023-01") + month("2023-02") + month("2023-03");
    let by_nationality =
        ranked(&crossings, "nationality", "crossings", |row| row["month"].starts_with("2023"));
    let in_2023: f64 = by_nationality.iter().map(|(_, figure)| figure).sum();
    assert_eq!(by_nationality[0].0, "VEN");
    let annual = rows("darien-crossings-annual");
    let by_year = ranked(&annual, "year", "crossings", |_| true);
    assert_eq!((by_year[0].0.as_str(), by_year[9].0.as_str(), by_year.len()), ("2016", "2011", 10));
    let ages = rows("darien-crossings-age-sex");
    let in_2024 = |fits: &dyn Fn(&Row) -> bool| {
        sum(&ages, "crossings", |row| row["month"].starts_with("2024") && fits(row))
    };
    let (children, everyone) = (in_2024(&|row| is(row, "age_group", "child")), in_2024(&|_| true));
    vec![
        (
            "darien-crossings",
            vec![Plain(2020), Plain(2023), Count(by_month[0].1), Plain(2025), Count(month("2025-04"))],
        ),
        (
            "darien-milestones",
            vec![Count(month("2022-06")), Plain(2022), Count(month("2023-08")), Plain(2023)],
        ),
        ("darien-quarter", vec![Plain(2023), Count(quarter)]),
        (
            "darien-crossings-annual",
            vec![
                Plain(2010),
                Plain(2019),
                Plain(2016),
                Count(by_year[0].1),
                Plain(2011),
                Count(by_year[9].1),
            ],
        ),
        (
            "darien-crossings-age-sex",
            vec![Count(children), Count(everyone), Plain(2024), Percent(children / everyone)],
        ),
        ("kind-waffle", vec![Plain(100), Plain(2023), Percent(by_nationality[0].1 / in_2023)]),
        ("kind-number-darien", vec![Count(quarter), Plain(2023)]),
    ]
}

fn of_unhcr() -> Vec<(&'static str, Vec<Number>)> {
    let world = rows("displacement-world");
    let worldwide = |year: &str| sum(&world, "people", |row| is(row, "year", year));
    let americas = rows("displacement-americas-by-asylum");
    let categories = ranked(&americas, "category", "people", |row| {
        is(row, "year", "2025") && is_american(&row["coa_iso"])
    });
    assert_eq!(categories[0].0, "idps", "the largest group");
    let quoted = ["refugees", "asylum_seekers", "oip", "idps"];
    let as_quoted = sum(&americas, "people", |row| {
        is(row, "year", "2022") && is_american(&row["coa_iso"]) && quoted.contains(&row["category"].as_str())
    });
    // The reference's own figure for the definition that was quoted.
    assert_eq!(as_quoted, 16_652_048.0);
    let venezuelans = rows("venezuelans-abroad");
    let people = |year: &str, fits: &dyn Fn(&Row) -> bool| {
        sum(&venezuelans, "people", |row| is(row, "year", year) && fits(row))
    };
    let all = |year: &str| people(year, &|_| true);
    let by_country = |year: &str, fits: &dyn Fn(&str) -> bool| {
        ranked(&venezuelans, "coa_iso", "people", |row| is(row, "year", year) && fits(&row["coa_iso"]))
    };
    let countries = by_country("2025", &|_| true);
    assert_eq!((countries[0].0.as_str(), countries[1].0.as_str()), ("COL", "PER"));
    let share = |iso3: &str, category: &str| {
        people("2025", &|row| is(row, "coa_iso", iso3) && is(row, "category", category))
            / people("2025", &|row| is(row, "coa_iso", iso3))
    };
    let beyond = by_country("2025", &|iso3| !is_american(iso3));
    assert_eq!(beyond[0].0, "ESP");
    let counted = countries.iter().filter(|(_, people)| *people > 0.0).count();
    let population = rows("population");
    let per_100_000 = |iso3: &str, people: f64| {
        let base = sum(&population, "population", |row| is(row, "iso3", iso3) && is(row, "year", "2023"));
        people / base * 1e5
    };
    let in_2023 = by_country("2023", &|iso3| is_american(iso3));
    assert_eq!(in_2023[0].0, "COL");
    let mut rates: Vec<(&str, f64)> =
        in_2023.iter().map(|(iso3, people)| (iso3.as_str(), per_100_000(iso3, *people))).collect();
    rates.retain(|(_, rate)| rate.is_finite());
    rates.sort_by(|(_, one), (_, two)| two.total_cmp(one));
    assert_eq!(rates[0].0, "ABW", "the most per inhabitant");
    let rate = |iso3: &str| rates.iter().find(|(known, _)| *known == iso3).unwrap().1;
    vec![
        (
            "displacement-world",
            vec![Million(worldwide("2025"), 1), Plain(2025), Million(worldwide("2024"), 1)],
        ),
        ("displacement-americas", vec![Million(categories[0].1, 1), Plain(2025)]),
        ("venezuelans-abroad", vec![Million(all("2025"), 2), Plain(2025)]),
        (
            "venezuelans-by-country",
            vec![
                Million(all("2025"), 2),
                Million(countries[0].1, 2),
                Percent(countries[0].1 / all("2025")),
                Plain(2025),
            ],
        ),
        (
            "kind-stacked-bar",
            vec![
                Million(all("2023"), 2),
                Plain(2023),
                Million(all("2024"), 2),
                Plain(2024),
                Million(all("2025"), 2),
                Plain(2025),
            ],
        ),
        (
            "kind-stacked-bar-ranked",
            vec![Plain(2025), Percent(share("COL", "oip")), Percent(share("USA", "asylum_seekers"))],
        ),
        ("kind-small-multiples", vec![Million(countries[1].1, 2), Plain(2025)]),
        ("kind-scatter", vec![Plain(2023), Count(rate("ABW")), Count(1e5)]),
        ("kind-number-world", vec![Plain(100), Plain(2023), Million(worldwide("2022"), 1), Plain(2022)]),
        ("kind-number-americas", vec![Plain(20), Plain(2023), Million(as_quoted, 1), Plain(2022)]),
        (
            "kind-map-circles",
            vec![
                Million(people("2025", &|row| is_american(&row["coa_iso"])), 2),
                Million(all("2025"), 2),
                Plain(2025),
            ],
        ),
        ("kind-map-rates", vec![Count(1e5), Count(rate("COL")), Plain(2023), Count(rate("PER"))]),
        ("kind-map-world", vec![Plain(2025), Count(beyond[0].1)]),
        ("kind-table", vec![Plain(counted as u32), Plain(2025)]),
    ]
}

fn of_borders() -> Vec<(&'static str, Vec<Number>)> {
    let encounters = rows("us-southwest-encounters");
    let by_month = ranked(&encounters, "month", "encounters", |row| row["month"].as_str() >= "2019-10");
    assert_eq!(by_month[0].0, "2023-12");
    assert_eq!(by_month.iter().map(|(month, _)| month.as_str()).max(), Some("2025-05"));
    let in_may = by_month.iter().find(|(month, _)| month == "2025-05").unwrap().1;
    let in_year = |year: &str| sum(&encounters, "encounters", |row| row["month"].starts_with(year));
    let of_2023 = |who: &str| {
        sum(&encounters, "encounters", |row| row["month"].starts_with("2023") && is(row, "demographic", who))
    };
    let entries = rows("irregular-entries");
    // Years of which every month is there: a part of a year is not compared.
    let in_honduras = |year: &str| {
        let own = |row: &Row| is(row, "country", "HND") && row["month"].starts_with(year);
        let months: BTreeSet<&str> =
            entries.iter().filter(|row| own(row)).map(|row| row["month"].as_str()).collect();
        assert_eq!(months.len(), 12, "{year}");
        sum(&entries, "entries", own)
    };
    let returns = rows("guatemala-returns");
    let in_guatemala = |year: &str| sum(&returns, "returns", |row| row["month"].starts_with(year));
    let men = sum(&returns, "returns", |row| is(row, "sex", "male"));
    let everyone = sum(&returns, "returns", |_| true);
    let months: BTreeSet<&str> = returns.iter().map(|row| row["month"].as_str()).collect();
    assert_eq!((months.first(), months.last()), (Some(&"2020-01"), Some(&"2025-04")));
    vec![
        (
            "us-southwest-encounters",
            vec![Plain(2019), Plain(2023), Count(by_month[0].1), Plain(2025), Count(in_may)],
        ),
        (
            "encounters-policy",
            vec![Million(in_year("2023"), 2), Plain(2023), Million(in_year("2024"), 2), Plain(2024)],
        ),
        (
            "kind-grouped-bar",
            vec![Plain(2023), Count(of_2023("single-adults")), Count(of_2023("family-units"))],
        ),
        (
            "irregular-entries",
            vec![Count(in_honduras("2023")), Plain(2023), Count(in_honduras("2024")), Plain(2024)],
        ),
        (
            "guatemala-returns",
            vec![
                Count(in_guatemala("2024")),
                Plain(2024),
                Count(in_guatemala("2023")),
                Plain(2023),
                Count(in_guatemala("2022")),
                Plain(2022),
            ],
        ),
        (
            "kind-pyramid",
            vec![Count(men), Count(everyone), Plain(2020), Plain(2025), Percent(men / everyone)],
        ),
    ]
}

fn of_people() -> Vec<(&'static str, Vec<Number>)> {
    let missing = rows("missing-migrants-americas");
    let deaths = |year: u32| sum(&missing, "deaths", |row| row["month"].starts_with(&year.to_string()));
    let most = (2014..=2024).max_by(|one, two| deaths(*one).total_cmp(&deaths(*two)));
    assert_eq!(most, Some(2022));
    let stock = rows("migrant-stock-americas-by-destination");
    let by_country = ranked(&stock, "destination", "migrants", |row| {
        is(row, "year", "2024") && is_american(&row["destination"])
    });
    assert_eq!((by_country[0].0.as_str(), by_country[1].0.as_str()), ("USA", "CAN"));
    let in_chile =
        |year: &str| sum(&stock, "migrants", |row| is(row, "year", year) && is(row, "destination", "CHL"));
    let pairs = rows("migrant-stock-americas-pairs-2020-2024");
    let pair = pairs
        .iter()
        .filter(|row| is(row, "year", "2024") && row["destination"] != "USA")
        .filter(|row| is_american(&row["origin"]) && is_american(&row["destination"]))
        .max_by(|one, two| {
            let migrants = |row: &Row| row["migrants"].parse::<f64>().unwrap_or_default();
            migrants(one).total_cmp(&migrants(two))
        })
        .unwrap();
    assert_eq!((pair["origin"].as_str(), pair["destination"].as_str()), ("VEN", "COL"));
    let asylum = rows("asylum-applications-americas-by-asylum");
    let applications = ranked(&asylum, "coa_iso", "applications", |row| {
        is(row, "year", "2024") && is_american(&row["coa_iso"])
    });
    assert_eq!((applications[0].0.as_str(), applications[1].0.as_str()), ("USA", "CAN"));
    let flows = rows("asylum-applications-americas-pairs-2015-2025");
    let flow = flows
        .iter()
        .filter(|row| is(row, "year", "2024") && is_american(&row["coa_iso"]))
        .max_by(|one, two| {
            let people = |row: &Row| row["applications"].parse::<f64>().unwrap_or_default();
            people(one).total_cmp(&people(two))
        })
        .unwrap();
    assert_eq!((flow["coo_iso"].as_str(), flow["coa_iso"].as_str()), ("VEN", "USA"));
    let population = rows("population");
    let inhabitants =
        ranked(&population, "iso3", "population", |row| is(row, "year", "2023") && is_american(&row["iso3"]));
    let largest: Vec<&str> = inhabitants.iter().take(3).map(|(iso3, _)| iso3.as_str()).collect();
    assert_eq!(largest, ["USA", "BRA", "MEX"]);
    let json = file("declaration.json");
    let commitments = json.get("commitments").list();
    let status = |wanted: &str| {
        commitments.iter().filter(|one| one.get("status").text() == Some(wanted)).count() as f64
    };
    vec![
        ("pillars", vec![Count(status("met")), Count(commitments.len() as f64), Count(status("ended"))]),
        (
            "missing-migrants-americas",
            vec![Count(deaths(2024)), Plain(2024), Plain(2022), Count(deaths(2022))],
        ),
        (
            "migrant-stock-americas",
            vec![Million(by_country[0].1, 1), Plain(2024), Million(by_country[1].1, 1)],
        ),
        ("kind-slope", vec![Count(in_chile("1990")), Plain(1990), Count(in_chile("2024")), Plain(2024)]),
        ("kind-map-arrows", vec![Million(pair["migrants"].parse().unwrap(), 1), Plain(2024)]),
        (
            "asylum-applications-americas",
            vec![Plain(2024), Count(applications[0].1), Count(applications[1].1)],
        ),
        ("kind-flow", vec![Plain(2024), Count(flow["applications"].parse().unwrap())]),
        (
            "population",
            vec![
                Million(inhabitants[0].1, 1),
                Plain(2023),
                Million(inhabitants[1].1, 1),
                Million(inhabitants[2].1, 1),
            ],
        ),
    ]
}
