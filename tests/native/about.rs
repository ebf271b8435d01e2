//! "About this figure": the query in words, the citation, and the checksum with its check.

use migration_widget::model::{Dataset, Licence, Period, Source, Via};
use migration_widget::query::{Aggregate, Condition, Explained, Operator};
use migration_widget::summary::{
    CitationContext, about, checksum, download_csv, normalize_pasted_csv, tidy_csv,
};
use migration_widget::view::State;

use crate::messages::locale;
use crate::tables::single;
use crate::units;

/// `printf 't,crossings\n2025-03,194\n2025-04,73\n' | sha256sum`
const SUM: &str = "047c31648b746f9792b0b4bd59c526397e8eed2a12ea906fea749245d2395dd7";

fn dataset() -> Dataset {
    let source = Source {
        title: "Tránsito irregular por Darién".into(),
        language: "es".into(),
        publisher: "Servicio Nacional de Migración, Panamá".into(),
        path: "https://www.migracion.gob.pa/estadisticas/".into(),
        edition: "2025-04".into(),
        as_of: "2025-05-13".into(),
        license: Licence {
            name: "none-stated".into(),
            title: "No licence stated".into(),
            path: String::new(),
        },
        via: Via {
            name: "gdidata (cleaned copy)".into(),
            path: "https://github.com/iom/gdidata/tree/c9e4cc69cebd".into(),
        },
    };
    Dataset { sources: vec![source], ..Dataset::default() }
}

#[test]
fn checksum_is_that_of_the_tidy_csv_in_utf_8() {
    let figures = single(&["2025-03", "2025-04"], &[Some(194.0), Some(73.0)]);
    assert_eq!(checksum(&tidy_csv(&figures, &State::default())), SUM);
}

#[test]
fn downloads_and_pasted_tables_have_the_checksum_of_the_values() {
    let figures = single(&["2025-03", "2025-04"], &[Some(194.0), Some(73.0)]);
    for pasted in [
        download_csv(&figures, &State::default(), "Crossings", "Source: SNM", &locale("en", &[])),
        "t,crossings\r\n2025-03,194\r\n2025-04,73".into(),
        "\u{feff}t,crossings\n2025-03,194\n2025-04,73\n\n\n".into(),
    ] {
        assert_eq!(checksum(&normalize_pasted_csv(&pasted)), SUM, "{pasted}");
    }
    let changed = "t,crossings\n2025-03,194\n2025-04,74\n";
    assert_ne!(checksum(&normalize_pasted_csv(changed)), SUM, "one person more is another figure");
}

#[test]
fn an_apostrophe_against_formulas_is_no_part_of_the_value() {
    assert_eq!(normalize_pasted_csv("a,b\n\"'=1,5\",'-3\n'tis,1\n"), "a,b\n\"=1,5\",-3\n'tis,1\n");
}

#[test]
fn the_query_is_told_in_words() {
    let mut figures = single(&["2025-03", "2025-04"], &[Some(194.0), Some(73.0)]);
    figures.per = Some(100_000.0);
    figures.x_field = "month".into();
    let explained = Explained {
        conditions: vec![
            Condition { field: "sex".into(), operator: Operator::Is, values: vec!["female".into()] },
            Condition { field: "year".into(), operator: Operator::AtLeast, values: vec!["2021".into()] },
        ],
        aggregate: Aggregate::Sum,
        top: None,
    };
    let seen = CitationContext {
        title: "Crossings | 2025".into(),
        address: "https://example.org/report".into(),
        day: Period::parse("2026-11-24"),
        credit: None,
    };
    let told = |language: &str| {
        about(&figures, &dataset(), Some(&explained), &seen, SUM.into(), &locale(language, &[]))
    };
    let fact = |about: &migration_widget::summary::About, term: &str| {
        let fact = about.facts.iter().find(|fact| fact.term == term).unwrap_or_else(|| panic!("{term}"));
        fact.parts.iter().map(|part| part.text.clone()).collect::<String>()
    };
    let english = told("en");
    assert_eq!(
        fact(&english, "How it was calculated"),
        "Crossings: sum by Month; only Sex: Women and girls; only Year from 2021; March–April 2025; \
         divided by the population of the place and year (World Population Prospects, UN DESA), \
         multiplied by 100,000"
    );
    assert_eq!(fact(&english, "Dataset"), "Tránsito irregular por Darién");
    assert_eq!(fact(&english, "As of"), "13 May 2025");
    assert_eq!(fact(&english, "Licence"), "official statistics, terms not stated");
    assert_eq!(fact(&english, "Copy used"), "gdidata (cleaned copy)");
    assert_eq!(fact(&told("es"), "Copia utilizada"), "gdidata (copia depurada)");
    assert_eq!(
        english.citation,
        format!(
            "Servicio Nacional de Migración, Panamá, Tránsito irregular por Darién (edition of April 2025, as of \
             13 May 2025), official statistics, terms not stated, via gdidata (cleaned copy). “Crossings | 2025”, \
             https://example.org/report, seen on 24 November 2026. SHA-256 of the values: {SUM}"
        )
    );
    assert!(
        fact(&told("es"), "Cómo se calculó").starts_with("Cruces: suma por Mes; solo Sexo: Mujeres y niñas")
    );
}

#[test]
fn the_date_of_a_stock_is_told_once() {
    for (language, date) in [("en", "at the end of 2025"), ("es", "a fines de 2025")] {
        let bars = [("kind", "bar"), ("x", "category"), ("series", "none")];
        let said = units::Source::shipped("displacement-world").says(&locale(language, &[]), &bars).unwrap();
        assert!(said.done.contains(date) && said.done.matches("2025").count() == 1, "{}", said.done);
    }
}
