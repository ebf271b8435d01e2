//! One large number per inhabitant: of which country it is, and where that is said; and which countries say nothing of it.
//!
//! Expected countries and rates are worked out from the committed tables by hand.

use migration_widget::model::Problem;
use migration_widget::view::State;

use crate::messages::locale;
use crate::units::{Said, Source};

const NUMBER: [(&str, &str); 2] = [("kind", "number"), ("per", "100000")];

fn says(source: &Source, language: &str, more: &[(&str, &str)]) -> Result<Said, Problem> {
    source.says(&locale(language, &[]), &[&NUMBER, more].concat())
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('\n', " ")
}

/// The country with the most in the last period that is told, and its figure per 100,000 inhabitants then: 13 crossings of
/// Venezuelans in April 2025 over 28,516,896 inhabitants; 9,987,379 people in Colombia over 53,425,636.
#[test]
fn a_number_per_inhabitant_is_that_of_the_country_with_the_most_and_says_which() {
    for (id, field, english, spanish, amount) in [
        (
            "darien-crossings",
            "nationality",
            "Venezuela: crossings per 100,000 inhabitants, April 2025",
            "Venezuela: cruces por cada 100.000 habitantes, abril de 2025",
            "0.046",
        ),
        (
            "darien-crossings-annual",
            "nationality",
            "Haiti: crossings per 100,000 inhabitants, 2019",
            "Haití: cruces por cada 100.000 habitantes, 2019",
            "94.5",
        ),
        (
            "displacement-americas",
            "coa_iso",
            "Colombia: people per 100,000 inhabitants, at the end of 2025",
            "Colombia: personas por cada 100.000 habitantes, a fines de 2025",
            "18,694",
        ),
        (
            "venezuelans-abroad",
            "coa_iso",
            "Colombia: people per 100,000 inhabitants, at the end of 2025",
            "Colombia: personas por cada 100.000 habitantes, a fines de 2025",
            "5,294",
        ),
        (
            "us-southwest-encounters",
            "nationality",
            "Mexico: encounters per 100,000 inhabitants, May 2025",
            "México: encuentros por cada 100.000 habitantes, mayo de 2025",
            "7.35",
        ),
        (
            "irregular-entries",
            "country",
            "Mexico: entries or detections per 100,000 inhabitants, April 2025",
            "México: entradas o detecciones por cada 100.000 habitantes, abril de 2025",
            "4.47",
        ),
        (
            "migrant-stock-americas",
            "destination",
            "United States: people per 100,000 inhabitants, in mid-2024",
            "Estados Unidos: personas por cada 100.000 habitantes, a mediados de 2024",
            "15,162",
        ),
        (
            "asylum-applications-americas",
            "coa_iso",
            "United States: applications per 100,000 inhabitants, 2025",
            "Estados Unidos: solicitudes por cada 100.000 habitantes, 2025",
            "181",
        ),
    ] {
        let source = Source::shipped(id);
        for (language, line, only) in [("en", english, "only"), ("es", spanish, "solo")] {
            let words = locale(language, &[]);
            let said = says(&source, language, &[]).unwrap_or_else(|problem| panic!("{id}: {problem:?}"));
            let (name, figures) = line.split_once(": ").unwrap();
            let (rate, _) = figures.rsplit_once(", ").unwrap();
            let condition = format!("{only} {}: {name}", words.field_name(field));
            let value = if language == "en" { amount } else { &swapped(amount) };
            for (place, text, wanted) in [
                ("picture", said.drawing.clone(), line),
                ("picture", said.drawing.clone(), value),
                ("summary", said.summary.clone(), name),
                (
                    "summary",
                    said.summary.to_lowercase(),
                    rate.rsplit_once(" per ").map_or("habitantes", |(_, per)| per),
                ),
                ("table head", said.head.join(" "), name),
                ("table caption", said.caption.to_lowercase(), rate),
                ("table", said.rows.last().unwrap().join(" "), value),
                ("columns of the CSV", said.columns.join(" "), field),
                ("columns of the CSV", said.columns.join(" "), "_per_100000"),
                ("calculation", said.done.clone(), &condition),
                ("tooltip", said.spoken.last().unwrap().clone(), name),
            ] {
                let text = plain(&text);
                assert!(text.contains(wanted), "{id} {language}: {place} without “{wanted}”: {text}");
            }
            assert_eq!(said.head.len(), 2, "{id}: one country: {:?}", said.head);
            assert!(
                !said.subtitle.contains(", by ") && !said.subtitle.contains(", por "),
                "{id}: {}",
                said.subtitle
            );
        }
    }
}

/// "1,234.5" as Spanish writes it, which groups from five digits on.
fn swapped(amount: &str) -> String {
    let amount =
        if amount.len() == 5 && !amount.contains('.') { amount.replace(',', "") } else { amount.to_owned() };
    let swap = |sign: char| match sign {
        ',' => '.',
        '.' => ',',
        other => other,
    };
    amount.chars().map(swap).collect()
}

#[test]
fn the_country_that_an_author_names_stands_with_the_number() {
    let (peru, year) = (("filter", "coa_iso=PER"), ("to", "2024"));
    let said = says(&Source::shipped("venezuelans-abroad"), "en", &[peru, year]).unwrap();
    assert!(said.drawing.contains("Peru: people per 100,000 inhabitants"), "{}", said.drawing);
    // Of two countries the people are added up, and so are the inhabitants.
    let two = ("filter", "coa_iso=PER,COL");
    let said = says(&Source::shipped("venezuelans-abroad"), "en", &[two]).unwrap();
    assert_eq!(said.head.len(), 2, "{:?}", said.head);
    assert!(!said.drawing.contains("Peru:") && !said.drawing.contains("Colombia:"), "{}", said.drawing);
}

#[test]
fn what_a_reader_picked_elsewhere_leaves_the_number_as_it_is() {
    let state = State { pick: vec!["PER".into()], ..State::default() };
    let source = Source::shipped("venezuelans-abroad");
    let said = source.says_of(&state, &locale("en", &[]), &NUMBER).unwrap();
    assert!(said.drawing.contains("Colombia: people"), "{}", said.drawing);
    assert!(
        said.done.contains("only Country of asylum: Colombia") && !said.done.contains("Peru"),
        "{}",
        said.done
    );
}

#[test]
fn a_filter_of_other_things_keeps_holding_beside_the_country() {
    // Refugees alone: of the countries of the region the United States have most of them, not Colombia.
    let filter = ("filter", "category=refugees; coa_region=Americas");
    let said = says(&Source::shipped("displacement-americas"), "en", &[filter]).unwrap();
    assert!(said.head.join(" ").contains("United States"), "{:?}", said.head);
    for condition in ["only Category: Refugees", "only Country of asylum: United States"] {
        assert!(said.done.contains(condition), "{}", said.done);
    }
}

#[test]
fn the_last_whole_period_tells_which_country_has_the_most() {
    // In each quarter of 2022 Colombia has more, in each of 2023 Haiti.
    let quarter = |year: i32, quarter: i32| {
        let (colombia, haiti) = if year == 2022 { (9, 1) } else { (1, 50) };
        format!("{year}-Q{quarter},COL,{colombia}\n{year}-Q{quarter},HTI,{haiti}\n")
    };
    for (quarters_of_2023, country) in [(2, "Colombia"), (4, "Haiti")] {
        let rows = (1..=4).map(|number| quarter(2022, number));
        let rows = rows.chain((1..=quarters_of_2023).map(|number| quarter(2023, number)));
        let own = format!("quarter,country,crossings\n{}", rows.collect::<String>());
        let said = says(&Source::own(&own), "en", &[("x", "year")]).unwrap();
        assert!(said.head.join(" ").contains(country), "{quarters_of_2023}: {:?}", said.head);
    }
}

#[test]
fn figures_without_a_country_of_their_people_have_no_rate() {
    for (id, code) in [
        ("darien-crossings-age-sex", "per-without-countries"),
        ("missing-migrants-americas", "per-without-countries"),
        ("displacement-world", "per-without-countries"),
        ("population", "per-of-population"),
    ] {
        let refusal = says(&Source::shipped(id), "en", &[]).err().map(|problem| problem.code);
        assert_eq!(refusal, Some(code), "{id}");
    }
}

#[test]
fn returns_are_not_divided_by_the_inhabitants_of_the_country_they_were_from() {
    let source = Source::shipped("guatemala-returns");
    for kind in ["bar", "map", "table", "scatter", "number", "line"] {
        for more in [("top", "3"), ("filter", "returned_from=MEX"), ("series", "returned_from")] {
            let refusal = source.says(&locale("en", &[]), &[("kind", kind), ("per", "100000"), more]).err();
            assert_eq!(refusal.map(|problem| problem.code), Some("per-of-elsewhere"), "{kind} {more:?}");
        }
    }
    for column in ["returned_from", "Deported from", "retornados de"] {
        let own = format!("year,{column},people\n2023,MEX,5\n2024,USA,7\n2024,MEX,6\n");
        let bars = [("kind", "bar"), ("x", column), ("per", "1000")];
        let refusal = Source::own(&own).says(&locale("es", &[]), &bars).err();
        assert_eq!(refusal.map(|problem| problem.code), Some("per-of-elsewhere"), "{column}");
    }
    // Of people by nationality in the same file there is a rate.
    let own = "year,returned from,nationality,returns\n2023,MEX,COL,5\n2024,MEX,HTI,7\n2024,MEX,COL,6\n";
    let said = says(&Source::own(own), "en", &[]).unwrap();
    assert!(said.head.join(" ").contains("Haiti"), "{:?}", said.head);
}
