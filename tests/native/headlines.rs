//! The gallery's headlines: each figure in one is worked out again from the shipped tables, in every language, and a headline
//! whose figures nobody works out fails.

use std::collections::{BTreeMap, BTreeSet};

use migration_widget::model::country;

use crate::contract::{languages, www};
use crate::explorer::file;

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

/// A number in a headline.
enum Number {
    /// A year, or a quoted round number, as it stands.
    Plain(u32),
    /// A whole number, grouped.
    Count(f64),
    /// In millions, with so many decimals.
    Million(f64, usize),
    /// A share of one, in whole per cent.
    Percent(f64),
}

impl Number {
    fn written(&self, language: &str) -> String {
        let (group, point, least) = if language == "es" { ("\u{202f}", ",", 5) } else { (",", ".", 4) };
        match self {
            Number::Plain(number) => number.to_string(),
            Number::Percent(share) => format!("{:.0}", share * 100.0),
            Number::Million(number, decimals) => {
                format!("{:.*}", *decimals, number / 1e6).replace('.', point)
            }
            Number::Count(number) => {
                let digits = format!("{number:.0}");
                if digits.len() < least {
                    return digits;
                }
                let first = digits.len() % 3;
                let mut parts: Vec<&str> = Vec::new();
                if first > 0 {
                    parts.push(&digits[..first]);
                }
                parts.extend((first..digits.len()).step_by(3).map(|from| &digits[from..from + 3]));
                parts.join(group)
            }
        }
    }
}

/// Every number in a text, with its separators.
fn numbers(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut found: Vec<String> = Vec::new();
    let mut own = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let goes_on = letters.get(index + 1).is_some_and(char::is_ascii_digit) && !own.is_empty();
        if letter.is_ascii_digit() || (matches!(letter, '.' | ',' | '\u{202f}') && goes_on) {
            own.push(*letter);
        } else if !own.is_empty() {
            found.push(std::mem::take(&mut own));
        }
    }
    found.extend((!own.is_empty()).then_some(own));
    found
}

use Number::{Count, Million, Percent, Plain};

/// By section of the gallery the numbers that its headline may say; what else it claims is asserted here.
fn worked_out() -> Vec<(&'static str, Vec<Number>)> {
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

fn texts(language: &str) -> BTreeMap<String, String> {
    let path = www().join("gallery").join(language).with_extension("json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The ids of the gallery's sections, each with the name of the text that its heading says.
fn sections() -> Vec<(String, String)> {
    let markup = std::fs::read_to_string(www().join("index.html")).unwrap();
    markup
        .split("<section id=\"")
        .skip(1)
        .map(|section| {
            let id = section.split('"').next().unwrap();
            let heading = section.split("<h2 data-text=\"").nth(1).and_then(|rest| rest.split('"').next());
            (id.to_owned(), heading.unwrap_or_else(|| panic!("{id} has no headline")).to_owned())
        })
        .collect()
}

#[test]
fn every_figure_in_a_headline_is_what_the_shipped_tables_give() {
    let worked_out = worked_out();
    for language in languages() {
        let texts = texts(&language);
        for (id, expected) in &worked_out {
            let headline = &texts[&format!("{id}.headline")];
            let mut said = numbers(headline);
            let mut wanted: Vec<String> = expected.iter().map(|number| number.written(&language)).collect();
            said.sort();
            wanted.sort();
            assert_eq!(said, wanted, "{language}, {id}: {headline}");
        }
    }
}

#[test]
fn every_chart_of_the_gallery_has_a_headline_whose_figures_are_worked_out() {
    let worked_out = worked_out();
    let known: BTreeSet<&str> = worked_out.iter().map(|(id, _)| *id).collect();
    assert_eq!(known.len(), worked_out.len(), "each once");
    let sections = sections();
    let shown: BTreeSet<&str> = sections.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(shown, known);
    for (id, heading) in &sections {
        assert_eq!(heading, &format!("{id}.headline"));
    }
    for language in languages() {
        let said: BTreeSet<String> = texts(&language)
            .into_keys()
            .filter_map(|key| Some(key.strip_suffix(".headline")?.to_owned()))
            .collect();
        let known: BTreeSet<String> = known.iter().map(|id| (*id).to_owned()).collect();
        assert_eq!(said, known, "{language}");
    }
}

/// What happened at a time does not explain a figure; a headline says what is counted.
#[test]
fn no_headline_names_a_cause() {
    let causes = [
        (
            "en",
            &["because", "due to", "thanks to", "led to", "caused", "as a result", "driven by", "fuelled"][..],
        ),
        (
            "es",
            &["porque", "debido a", "gracias a", "a causa", "por culpa", "provoc", "a raíz", "impuls"][..],
        ),
    ];
    for (language, causes) in causes {
        for (key, text) in texts(language).into_iter().filter(|(key, _)| key.ends_with(".headline")) {
            let small = text.to_lowercase();
            for cause in causes {
                assert!(!small.contains(cause), "{language}, {key}: “{cause}” in “{text}”");
            }
        }
    }
}
