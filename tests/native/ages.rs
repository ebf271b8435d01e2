//! How old figures are: the date stands in every source line, and what is past its rhythm says so in "About" alone.

use migration_widget::figure::FigureModel;
use migration_widget::model::{Dataset, Period, Problem, Source};
use migration_widget::summary::{About, Cadence, CitationContext, about, overdue, overdue_source};

use crate::charts::darien;
use crate::messages::locale;
use crate::shown_views::{ShippedTables, kinds};

const LANGUAGES: [&str; 5] = ["en", "es", "pt", "fr", "ht"];

fn day(text: &str) -> Period {
    Period::parse(text).unwrap()
}

#[test]
fn figures_are_past_their_rhythm_from_a_day_on() {
    for (dataset, as_of, last, first, cadence) in [
        // A month, and another until the publisher has worked.
        ("darien-crossings", "2025-05-13", "2025-07-13", "2025-07-14", Cadence::Monthly),
        ("us-southwest-encounters", "2025-12-31", "2026-02-28", "2026-03-01", Cadence::Monthly),
        // UNHCR's figures of the end of 2026 come in June 2027; of a file that was got in November, a year and a month later.
        ("displacement-world", "2026-11-30", "2027-12-30", "2027-12-31", Cadence::Yearly),
        ("displacement-world", "2025-12-31", "2027-06-30", "2027-07-01", Cadence::Yearly),
        ("asylum-applications-americas", "2025-12-31", "2027-06-30", "2027-07-01", Cadence::Yearly),
        ("population", "2024-07-11", "2026-08-11", "2026-08-12", Cadence::TwoYearly),
        ("migrant-stock-americas", "2025-01-27", "2029-02-27", "2029-02-28", Cadence::FourYearly),
    ] {
        assert_eq!(overdue(dataset, as_of, day(last)), None, "{dataset} on {last}");
        assert_eq!(overdue(dataset, as_of, day(first)), Some(cadence), "{dataset} on {first}");
    }
    // A series that has ended, an author's own file, a date that is none.
    assert_eq!(overdue("darien-crossings-annual", "2020-01-01", day("2026-11-29")), None);
    assert_eq!(overdue("", "2020-01-01", day("2026-11-29")), None);
    assert_eq!(overdue("darien-crossings", "last spring", day("2026-11-29")), None);
}

fn dataset_of(id: &str, dates: &[&str]) -> Dataset {
    let source = |date: &&str| Source { as_of: (*date).to_owned(), ..Source::default() };
    Dataset { id: id.into(), sources: dates.iter().map(source).collect(), ..Dataset::default() }
}

#[test]
fn one_old_source_of_several_is_enough() {
    let of = |dates: &[&str]| overdue_source(&dataset_of("irregular-entries", dates), day("2026-11-29"));
    assert_eq!(of(&["2026-11-01", "2026-08-01"]), Some(Cadence::Monthly));
    assert_eq!(of(&["2026-11-01", "2026-10-01"]), None);
}

fn about_on(dataset: &Dataset, today: Option<&str>, language: &str) -> About {
    let seen =
        CitationContext { title: "T".into(), address: String::new(), day: today.map(day), credit: None };
    about(&darien(), dataset, None, &seen, "0".into(), &locale(language, &[]))
}

#[test]
fn about_says_that_newer_figures_may_exist() {
    for (language, term, text) in [
        ("en", "Newer figures", "Newer figures may exist: the publisher adds some every month."),
        ("es", "Cifras más recientes", "Puede haber cifras más recientes: la fuente las publica cada mes."),
        ("pt", "Números mais recentes", "Pode haver números mais recentes: a fonte os publica a cada mês."),
        (
            "fr",
            "Chiffres plus récents",
            "Il existe peut-être des chiffres plus récents\u{a0}: la source en publie chaque mois.",
        ),
        ("ht", "Chif ki pi resan", "Gendwa gen chif ki pi resan: sous la pibliye yo chak mwa."),
    ] {
        let dataset = dataset_of("darien-crossings", &["2025-05-13"]);
        let told = |today: Option<&str>| {
            let facts = about_on(&dataset, today, language).facts;
            let fact = facts.into_iter().find(|fact| fact.term == term);
            fact.map(|fact| fact.parts.iter().map(|part| part.text.clone()).collect::<String>())
        };
        assert_eq!(told(Some("2026-11-29")).as_deref(), Some(text), "{language}");
        assert_eq!(told(Some("2025-07-13")), None, "{language}: in time");
        assert_eq!(told(None), None, "{language}: without a clock");
    }
}

/// A date as it is written in a text, by hand.
fn written(date: &str, language: &str) -> String {
    let months = match language {
        "en" => ["January", "May", "June", "July", "December"],
        "es" => ["enero", "mayo", "junio", "julio", "diciembre"],
        "pt" => ["janeiro", "maio", "junho", "julho", "dezembro"],
        "fr" => ["janvier", "mai", "juin", "juillet", "décembre"],
        _ => ["janvye", "me", "jen", "jiyè", "desanm"],
    };
    let place = ["01", "05", "06", "07", "12"].iter().position(|month| *month == &date[5..7]);
    let (year, month) = (&date[..4], months[place.unwrap_or_else(|| panic!("{date}"))]);
    let number = date[8..].trim_start_matches('0');
    match language {
        "es" | "pt" => format!("{number} de {month} de {year}"),
        _ => format!("{number} {month} {year}"),
    }
}

/// Every text of a figure but "About".
fn texts_of(model: &FigureModel) -> String {
    let texts = &model.texts;
    [&texts.title, &texts.subtitle, &texts.note, &texts.legal, &texts.source].map(String::as_str).join("\n")
}

#[test]
fn every_chart_s_source_line_has_the_date_of_each_source_and_no_word_of_newer_figures() {
    let mut tables = ShippedTables::open();
    let mut drawn = 0;
    for language in LANGUAGES {
        let words = locale(language, &[]);
        let newer = words.messages.get("about.newer").unwrap();
        for id in tables.datasets() {
            for kind in kinds() {
                let view = tables.view(&[("dataset", &id), ("kind", kind)], &words);
                let model = match view {
                    Ok(view) => view.model,
                    Err(Problem { .. }) => continue,
                };
                drawn += 1;
                assert!(!model.dataset.sources.is_empty(), "{id}");
                for source in &model.dataset.sources {
                    let date = written(&source.as_of, language);
                    let line = &model.texts.source;
                    assert!(line.contains(&date), "{id}, {kind}, {language}: no {date} in {line}");
                }
                assert!(!texts_of(&model).contains(newer), "{id}, {kind}, {language}");
            }
        }
    }
    assert!(drawn > 300, "{drawn}");
}
