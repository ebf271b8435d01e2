//! The text alternative, in both languages, for each situation of a chart.

use migration_widget::locale::Locale;
use migration_widget::model::{Period, QuantityKind, Value};
use migration_widget::query::{Grid, Kind, SeriesRole};
use migration_widget::summary::facts::Depicted;
use migration_widget::summary::summary;
use migration_widget::view::State;

use crate::messages::locale;
use crate::tables::{grid, hiding, ranked, single};

fn english() -> Locale {
    locale("en", &[("unit.test.one", "{n} crossing"), ("unit.test.other", "{n} crossings")])
}

fn spanish() -> Locale {
    let units = [
        ("unit.test.one", "{n} cruce"),
        ("unit.test.many", "{n} de cruces"),
        ("unit.test.other", "{n} cruces"),
    ];
    locale("es", &units)
}

/// The summary of figures in a kind.
pub fn said(grid: &Grid, kind: Kind, state: &State, title: &str, source: &str, locale: &Locale) -> String {
    let depicted = Depicted { grid, companions: &[], kind, total: false, dataset: "" };
    summary(&depicted, state, title, source, locale)
}

/// The summary of a line chart of crossings, without its first sentence.
fn told(figures: &Grid, state: &State, locale: &Locale) -> String {
    let text = said(figures, Kind::Line, state, "Title", "", locale);
    text.split_once(". ").map(|(_, rest)| rest.to_owned()).unwrap_or_default()
}

#[test]
fn one_figure_over_time_is_told_from_first_to_last() {
    let figures =
        single(&["2023-01", "2023-02", "2023-03"], &[Some(24_634.0), Some(24_657.0), Some(38_099.0)]);
    let state = State::default();
    assert_eq!(
        said(&figures, Kind::Line, &state, "Crossings of the Darién", "Source: Panama SNM", &english()),
        "Line chart: Crossings of the Darién, January 2023 to March 2023. \
         The figure rose from 24,634 crossings in January 2023 to 38,099 in March 2023 (+55%), \
         the highest figure of the period. Source: Panama SNM."
    );
    assert_eq!(
        said(&figures, Kind::Area, &state, "Cruces del Darién", "Fuente: SNM de Panamá.", &spanish()),
        "Gráfico de área: Cruces del Darién, de enero de 2023 a marzo de 2023. \
         La cifra subió de 24.634 cruces en enero de 2023 a 38.099 en marzo de 2023 (+55\u{a0}%), \
         el valor más alto del periodo. Fuente: SNM de Panamá."
    );
}

#[test]
fn the_peak_is_told_with_its_period() {
    let mut figures = single(
        &["2021", "2022", "2023", "2024"],
        &[Some(133_726.0), Some(248_284.0), Some(520_085.0), Some(302_203.0)],
    );
    assert_eq!(
        told(&figures, &State::default(), &english()),
        "The figure rose from 133,726 crossings in 2021 to 302,203 in 2024 (+126%); \
         the highest figure was 520,085 in 2023."
    );
    figures.measure = QuantityKind::Event;
    assert_eq!(
        told(&figures, &State::default(), &spanish()),
        "La cifra registrada subió de 133.726 cruces en 2021 a 302.203 en 2024 (+126\u{a0}%); \
         el valor más alto fue 520.085 en 2023."
    );
    let falling = single(&["2022", "2023", "2024"], &[Some(1000.0), Some(900.0), Some(966.0)]);
    assert_eq!(
        told(&falling, &State::default(), &english()),
        "The figure fell from 1,000 crossings in 2022 to 966 in 2024 (−3.4%); the first figure was the highest."
    );
}

#[test]
fn small_bases_have_no_percentages() {
    let figures = single(&["2023", "2024"], &[Some(24.0), Some(12.0)]);
    assert_eq!(
        told(&figures, &State::default(), &english()),
        "The figure fell from 24 crossings in 2023 to 12 in 2024."
    );
    let figures = single(&["2023", "2024"], &[Some(100.0), Some(5100.0)]);
    assert_eq!(
        told(&figures, &State::default(), &english()),
        "The figure rose from 100 crossings in 2023 to 5,100 in 2024.",
        "nor has growth from tenfold on"
    );
    let figures = single(&["2023", "2024"], &[Some(100.0), Some(-50.0)]);
    let text = told(&figures, &State::default(), &english());
    assert!(
        text.starts_with("The figure fell from 100 ") && !text.contains('%'),
        "nor what falls below zero: {text}"
    );
}

#[test]
fn days_and_quarters_have_their_articles_in_spanish() {
    let said_of = |from: &str, missing: &str, to: &str| {
        let figures = single(&[from, missing, to], &[Some(100.0), None, Some(200.0)]);
        said(&figures, Kind::Line, &State::default(), "Cruces", "", &spanish())
    };
    let days = said_of("2023-01-30", "2023-02-20", "2023-03-06");
    assert!(days.contains("Cruces, del 30 de enero de 2023 al 6 de marzo de 2023."), "{days}");
    assert!(days.ends_with("Días sin datos: 20 de febrero de 2023."), "{days}");
    let quarters = said_of("2023-Q1", "2023-Q2", "2023-Q4");
    assert!(quarters.contains("Cruces, del T1 2023 al T4 2023."), "{quarters}");
}

#[test]
fn what_stays_the_same_neither_rises_nor_falls() {
    let same = single(&["2022", "2023", "2024"], &[Some(50.0), Some(50.0), Some(50.0)]);
    assert_eq!(
        told(&same, &State::default(), &english()),
        "The figure was the same in 2022 and in 2024: 50 crossings."
    );
    let steady = single(&["2023", "2024"], &[Some(10_000.0), Some(10_099.0)]);
    assert_eq!(
        told(&steady, &State::default(), &spanish()),
        "La cifra casi no varió, de 10.000 cruces en 2023 a 10.099 en 2024."
    );
    let once = single(&["2023"], &[Some(1.0)]);
    assert_eq!(told(&once, &State::default(), &spanish()), "La cifra fue de 1 cruce en 2023.");
}

#[test]
fn stocks_stand_at_the_end_of_the_year() {
    let mut figures = single(&["2023", "2024"], &[Some(6_000_000.0), Some(5_880_000.0)]);
    figures.measure = QuantityKind::Stock;
    assert_eq!(
        told(&figures, &State::default(), &spanish()),
        "La cifra bajó de 6.000.000 de cruces a fines de 2023 a 5.880.000 a fines de 2024 (−2\u{a0}%)."
    );
}

#[test]
fn several_series_are_told_by_their_total_and_the_largest() {
    let mut figures = grid(
        &["2022", "2023"],
        &[
            ("VEN", &[Some(150_327.0), Some(328_650.0)]),
            ("HTI", &[Some(22_435.0), Some(46_422.0)]),
            ("Other", &[Some(75_522.0), Some(145_013.0)]),
        ],
    );
    figures.series[2].role = SeriesRole::Other;
    // 2022: 248,284; 2023: 520,085; Venezuela 478,977 of 768,369 = 62.3 %.
    assert_eq!(
        told(&figures, &State::default(), &english()),
        "The total rose from 248,284 crossings in 2022 to 520,085 in 2023 (+109%). \
         Over the whole period, the largest group is Venezuela, with 478,977 crossings (62.3% of the total)."
    );
    figures.measure = QuantityKind::Stock;
    assert_eq!(
        told(&figures, &State::default(), &spanish()),
        "El total subió de 248.284 cruces a fines de 2022 a 520.085 a fines de 2023 (+109\u{a0}%). \
         El grupo más grande a fines de 2023 es Venezuela, con 328.650 cruces (63,2\u{a0}% del total)."
    );
}

#[test]
fn series_switched_off_are_left_out() {
    let mut figures = grid(
        &["2022", "2023"],
        &[
            ("VEN", &[Some(100.0), Some(200.0)]),
            ("HTI", &[Some(40.0), Some(80.0)]),
            ("CUB", &[Some(10.0), Some(20.0)]),
        ],
    );
    assert_eq!(
        told(&figures, &hiding(&["VEN"]), &english()),
        "The total of the groups shown rose from 50 crossings in 2022 to 100 in 2023 (+100%). \
         Over the whole period, the largest group is Haiti, with 120 crossings (80% of the total)."
    );
    assert_eq!(
        told(&figures, &hiding(&["VEN", "CUB"]), &spanish()),
        "Haití: al alza, de 40 cruces en 2022 a 80 en 2023 (+100\u{a0}%)."
    );
    figures.series[0].role = SeriesRole::Indicator;
    assert_eq!(told(&figures, &hiding(&["VEN", "HTI", "CUB"]), &english()), "There are no figures to show.");
}

#[test]
fn what_does_not_add_up_is_told_series_by_series() {
    let mut figures =
        grid(&["2022", "2023"], &[("VEN", &[Some(0.6), Some(0.55)]), ("HTI", &[Some(0.4), Some(0.45)])]);
    figures.normalized = true;
    assert_eq!(
        told(&figures, &State::default(), &english()),
        "Venezuela: down from 60% of the period’s total in 2022 to 55% in 2023. \
         Haiti: up from 40% of the period’s total in 2022 to 45% in 2023. \
         The largest group in 2023 is Venezuela, with 55% of the period’s total."
    );
    figures.normalized = false;
    figures.measure = QuantityKind::Rate;
    assert!(!told(&figures, &State::default(), &english()).contains("total"));
}

#[test]
fn totals_are_compared_only_where_every_series_is_known() {
    let figures = grid(
        &["2021", "2022", "2023"],
        &[("HND", &[Some(100.0), Some(110.0), Some(120.0)]), ("GTM", &[None, Some(40.0), Some(30.0)])],
    );
    assert_eq!(
        told(&figures, &State::default(), &english()),
        "The total was the same in 2022 and in 2023: 150 crossings. \
         Compared from 2022 on: before that, there are no figures for Guatemala. \
         The largest group in 2023 is Honduras, with 120 crossings (80% of the total)."
    );
}

#[test]
fn gaps_are_named_and_many_are_counted() {
    let months: Vec<String> = (1..=12).map(|month| format!("2020-{month:02}")).collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    let with_gaps = |gaps: &[usize]| {
        let values: Vec<Option<f64>> =
            (1..=12).map(|month| (!gaps.contains(&month)).then_some(100.0)).collect();
        single(&months, &values)
    };
    let gaps = |gaps: &[usize], locale: &Locale| {
        let text = told(&with_gaps(gaps), &State::default(), locale);
        text.split_once(". ").map(|(_, rest)| rest.to_owned()).unwrap_or_default()
    };
    assert_eq!(gaps(&[4, 5, 7], &english()), "No data for April 2020, May 2020 and July 2020.");
    assert_eq!(
        gaps(&[4, 5, 7], &spanish()),
        "No hay datos para abril de 2020, mayo de 2020 y julio de 2020."
    );
    assert_eq!(gaps(&[4, 5, 6, 8], &english()), "No data for April–June 2020 and August 2020.");
    assert_eq!(
        gaps(&[2, 3, 5, 7, 9, 11], &english()),
        "No data for February 2020, March 2020, May 2020, July 2020, September 2020 and 1 more."
    );
    assert_eq!(gaps(&[], &english()), "");
}

#[test]
fn provisional_figures_are_named() {
    let mut figures = single(&["2023", "2024", "2025"], &[Some(100.0), Some(200.0), Some(300.0)]);
    figures.provisional = vec![false, false, true];
    assert!(
        told(&figures, &State::default(), &english()).ends_with(" The figures for 2025 are provisional.")
    );
    figures.provisional = vec![false, true, true];
    assert!(
        told(&figures, &State::default(), &spanish())
            .ends_with(" Las cifras son provisionales a partir de 2024.")
    );
    figures.provisional = vec![true, false, true];
    assert!(
        told(&figures, &State::default(), &english())
            .ends_with(" The figures for 2023 and 2025 are provisional.")
    );
}

#[test]
fn ranked_bars_name_the_top_three_with_their_shares() {
    let mut figures = ranked(
        &["VEN", "ECU", "HTI", "CHL", "CUB"],
        &[Some(600.0), Some(200.0), Some(150.0), Some(50.0), None],
    );
    assert_eq!(
        said(&figures, Kind::Bar, &State::default(), "Crossings", "", &english()),
        "Bar chart, ranked: Crossings, in 2023. \
         The largest are Venezuela (600 crossings), Ecuador (200) and Haiti (150). No data for Cuba.",
        "where one is unknown, nobody knows what all are"
    );
    figures.values[4] = Value::Known(0.0);
    assert_eq!(
        said(&figures, Kind::Bar, &State::default(), "Crossings", "", &english()),
        "Bar chart, ranked: Crossings, in 2023. \
         The largest are Venezuela (600 crossings, 60% of all), Ecuador (200, 20% of all) and Haiti (150, 15% of all)."
    );
    figures.measure = QuantityKind::Stock;
    figures.at_last = true;
    figures.provisional[0] = true;
    assert_eq!(
        said(&figures, Kind::Bar, &State::default(), "Cruces", "", &spanish()),
        "Gráfico de barras, ordenado de mayor a menor: Cruces, a fines de 2023. \
         Los valores más altos son los de Venezuela (600 cruces, 60\u{a0}% del total), \
         Ecuador (200, 20\u{a0}% del total) y Haití (150, 15\u{a0}% del total). \
         Algunas de las cifras son provisionales."
    );
    figures.per = Some(100_000.0);
    figures.span = Some((Period::year(2020), Period::year(2023)));
    figures.at_last = false;
    let rates = said(&figures, Kind::Bar, &State::default(), "Rates", "", &english());
    assert!(
        rates.starts_with("Bar chart, ranked: Rates, 2020 to 2023. The largest are Venezuela "),
        "{rates}"
    );
    assert!(
        rates.contains("(600 crossings per 100,000 inhabitants), Ecuador (200) and Haiti (150)"),
        "{rates}"
    );
}

#[test]
fn what_was_folded_together_counts_but_has_no_rank() {
    let mut figures = ranked(&["VEN", "HTI", "Other"], &[Some(300.0), Some(100.0), Some(600.0)]);
    figures.folded = Some(2);
    assert_eq!(
        said(&figures, Kind::Bar, &State::default(), "Crossings", "", &english()),
        "Bar chart, ranked: Crossings, in 2023. \
         The largest are Venezuela (300 crossings, 30% of all) and Haiti (100, 10% of all)."
    );
}

#[test]
fn a_chart_without_figures_says_so() {
    let figures = single(&["2023", "2024"], &[None, None]);
    assert_eq!(
        said(&figures, Kind::Table, &State::default(), "", "Source: X.", &english()),
        "Table: Crossings, 2023 to 2024. There are no figures to show. Source: X."
    );
    let empty = grid(&[], &[]);
    let text = said(&empty, Kind::StackedArea, &State::default(), "Crossings.", "", &english());
    assert_eq!(text, "Stacked area chart: Crossings. There are no figures to show.");
}

#[test]
fn every_kind_has_a_name_in_the_text_alternative() {
    for (_, name) in Kind::ALL {
        let key = format!("summary.kind.{name}");
        assert!(english().messages.get(&key).is_some(), "{key} has no words");
    }
}
