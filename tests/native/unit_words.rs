//! The exact words of units: how many months a year's figure is made of, per whom, of what, at which date, of which file.
//!
//! Expected figures are worked out from the committed tables by hand.

use migration_widget::figure::TooltipModel;
use migration_widget::locale::Locale;

use crate::messages::locale;
use crate::units::{Said, Source};

/// The attributes of a view.
type View = [(&'static str, &'static str)];

/// The figure of each place in words, with the head and the unit of its tooltip.
fn told(said: &Said, words: &Locale) -> Vec<String> {
    let line = |tip: &TooltipModel| {
        let rows: Vec<String> = tip.rows.iter().map(|row| format!("{} {}", row.label, row.value)).collect();
        let unit = if tip.unit.is_empty() { String::new() } else { format!("[{}] ", tip.unit) };
        format!("{}: {unit}{}", tip.full_head(words), rows.join(", ")).replace('\u{a0}', " ")
    };
    said.tips.iter().map(line).collect()
}

/// The months of `darien-crossings` by year: 6,465 crossings in 9 months of 2020, 133,726 in 2021, 520,085 in 2023 with
/// 81,946 in August and 24,626 in December as extremes, 2,904 in 4 months of 2025 with 73 in April as the last.
#[test]
fn years_made_of_months_say_how_many_and_which() {
    let source = Source::shipped("darien-crossings");
    let whole: &View = &[("x", "year"), ("series", "none"), ("from", "2021-01"), ("to", "2021-12")];
    let all: &View = &[("x", "year"), ("series", "none"), ("kind", "bar")];
    let cases: [(&str, &'static View, &str, usize, &str, &str); 12] = [
        ("en", whole, "mean", 0, "Crossings, mean of 12 months", "2021: Crossings, mean of 12 months 11,144"),
        ("es", whole, "mean", 0, "Cruces, media de 12 meses", "2021: Cruces, media de 12 meses 11.144"),
        (
            "en",
            all,
            "mean",
            0,
            "Crossings, mean of up to 12 months",
            "2020 (9 of 12 months): Crossings, mean of 9 months 718",
        ),
        (
            "en",
            all,
            "mean",
            5,
            "Crossings, mean of up to 12 months",
            "2025 (first 4 months): Crossings, mean of 4 months 726",
        ),
        (
            "en",
            all,
            "max",
            3,
            "Crossings, highest of up to 12 months",
            "2023: Crossings, highest of 12 months 81,946",
        ),
        ("es", all, "max", 3, "Cruces, máximo de hasta 12 meses", "2023: Cruces, máximo de 12 meses 81.946"),
        (
            "en",
            all,
            "min",
            3,
            "Crossings, lowest of up to 12 months",
            "2023: Crossings, lowest of 12 months 24,626",
        ),
        (
            "es",
            all,
            "min",
            5,
            "Cruces, mínimo de hasta 12 meses",
            "2025 (primeros 4 meses): Cruces, mínimo de 4 meses 73",
        ),
        (
            "en",
            all,
            "last",
            5,
            "Crossings, last figure of each period",
            "2025 (first 4 months): Crossings, in April 2025 73",
        ),
        (
            "es",
            all,
            "last",
            5,
            "Cruces, último valor de cada periodo",
            "2025 (primeros 4 meses): Cruces, en abril de 2025 73",
        ),
        ("en", all, "sum", 5, "Crossings", "2025 (first 4 months): Crossings 2,904"),
        ("es", all, "sum", 0, "Cruces", "2020 (9 de 12 meses): Cruces 6465"),
    ];
    for (language, view, aggregate, place, unit, tip) in cases {
        let words = locale(language, &[]);
        let asked: Vec<(&str, &str)> = view.iter().copied().chain([("aggregate", aggregate)]).collect();
        let said = source.says(&words, &asked).expect("an answer");
        assert_eq!(said.drawing.lines().next(), Some(unit), "{asked:?}");
        assert_eq!(said.head[1], unit, "{asked:?}");
        assert_eq!(told(&said, &words)[place], tip, "{asked:?}");
        let (row, head) = (&said.rows[place][0], &said.tips[place].head);
        assert_eq!(row, head, "the table marks parts of years as the tooltip does");
    }
}

#[test]
fn the_big_number_says_what_it_is_and_of_when() {
    let cases: [(&str, &str, &'static View, &str); 9] = [
        ("darien-crossings", "en", &[("x", "year")], "2,904 | Crossings, first 4 months of 2025"),
        ("darien-crossings", "es", &[("x", "year")], "2904 | Cruces, primeros 4 meses de 2025"),
        (
            "darien-crossings",
            "en",
            &[("x", "year"), ("aggregate", "mean")],
            "726 | Crossings, mean of 4 months, January–April 2025",
        ),
        (
            "darien-crossings",
            "en",
            &[("from", "2023-01"), ("to", "2023-03"), ("aggregate", "sum")],
            "87,390 | Crossings in all, January–March 2023",
        ),
        (
            "darien-crossings",
            "es",
            &[("from", "2023-01"), ("to", "2023-03"), ("aggregate", "sum")],
            "87.390 | Cruces en total, enero–marzo de 2023",
        ),
        // 2,875,743 people (UNHCR) to 52,321,152 inhabitants (UN) of Colombia.
        (
            "venezuelans-abroad",
            "en",
            &[("filter", "coa_iso=COL"), ("to", "2023"), ("per", "100000")],
            "5,496 | Colombia: people per 100,000 inhabitants, at the end of 2023",
        ),
        (
            "venezuelans-abroad",
            "es",
            &[("filter", "coa_iso=COL"), ("to", "2023"), ("per", "100000")],
            "5496 | Colombia: personas por cada 100.000 habitantes, a fines de 2023",
        ),
        (
            "migrant-stock-americas",
            "en",
            &[("filter", "destination=CHL")],
            "1.54 million | People, in mid-2024",
        ),
        ("darien-crossings", "en", &[], "73 | Crossings, April 2025"),
    ];
    for (id, language, view, expected) in cases {
        let asked: Vec<(&str, &str)> = view.iter().copied().chain([("kind", "number")]).collect();
        let said = Source::shipped(id).says(&locale(language, &[]), &asked).expect("an answer");
        let lines: Vec<&str> = said.drawing.lines().take(2).collect();
        assert_eq!(lines.join(" | "), expected, "{asked:?}");
    }
}

#[test]
fn parts_of_periods_and_other_extents_are_no_change() {
    let source = Source::shipped("darien-crossings");
    for aggregate in ["sum", "mean", "max"] {
        let asked = [("x", "year"), ("series", "none"), ("kind", "number"), ("aggregate", aggregate)];
        let asked = if aggregate == "sum" { &asked[..3] } else { &asked[..] };
        let said = source.says(&locale("en", &[]), asked).expect("an answer");
        assert!(!said.drawing.contains("2024"), "four months are not compared with a year: {}", said.drawing);
        let changed: Vec<&str> = said
            .tips
            .iter()
            .filter(|tip| tip.rows.iter().any(|row| row.change.is_some()))
            .map(|tip| tip.head.as_str())
            .collect();
        // 2021 follows nine months; 2025 is four.
        assert_eq!(changed, ["2022", "2023", "2024"], "{aggregate}");
    }
}

#[test]
fn means_and_extremes_are_no_shares_of_anything() {
    let source = Source::shipped("darien-crossings");
    for aggregate in ["mean", "max", "min"] {
        let said = source
            .says(&locale("en", &[]), &[("x", "year"), ("kind", "line"), ("aggregate", aggregate)])
            .expect("an answer");
        let rows = said.tips.iter().flat_map(|tip| &tip.rows);
        assert!(rows.clone().all(|row| row.share.is_none()), "{aggregate}");
        assert!(rows.clone().all(|row| row.label != "Total"), "{aggregate}");
    }
}

#[test]
fn units_that_an_authors_file_says_go_with_its_figures() {
    let places = "country,year,Rate (per 100 000)\nPER,2022,12.5\nHTI,2022,30\nCOL,2022,7\n";
    let said = Source::own(places).says(&locale("en", &[]), &[("kind", "bar"), ("heading", "Murders")]);
    let said = said.expect("an answer");
    assert_eq!(said.drawing.lines().next(), Some("Rate (per 100 000), in 2022"), "above the bars");
    assert_eq!(told(&said, &locale("en", &[]))[0], "Haiti: Rate (per 100 000), in 2022 30");
    assert_eq!(
        (said.head[1].as_str(), said.columns[1].as_str()),
        ("Rate (per 100 000), in 2022", "Rate (per 100 000)")
    );
    let months: String = (1..=12).map(|month| format!("2022-{month:02},{month}\n")).collect();
    let own = Source::own(&format!("date,llegadas\n{months}"));
    for (aggregate, language, figure, column, words) in [
        ("mean", "en", "6.5", "llegadas_mean", "llegadas, mean of 12 months"),
        ("max", "es", "12", "llegadas_max", "llegadas, máximo de 12 meses"),
        ("min", "en", "1", "llegadas_min", "llegadas, lowest of 12 months"),
        ("sum", "en", "78", "llegadas", "llegadas"),
    ] {
        let asked = [("x", "year"), ("kind", "bar"), ("aggregate", aggregate)];
        let words_of = locale(language, &[]);
        let said = own.says(&words_of, &asked).expect("an answer");
        assert_eq!(told(&said, &words_of), [format!("2022: {words} {figure}")]);
        assert_eq!((said.head[1].as_str(), said.columns[1].as_str()), (words, column));
    }
}

#[test]
fn a_unit_in_a_files_own_words_stands_with_each_figure() {
    let own = || Source::own("country,year,gdp\nPER,2022,12.5\nHTI,2022,30\nCOL,2022,7\n");
    for (unit, label, amount) in [("USD", "gdp (USD)", "30 USD"), ("%", "gdp (%)", "30%")] {
        let words = locale("en", &[]);
        let said = own().in_unit("gdp", unit).says(&words, &[("kind", "bar")]).expect("an answer");
        assert_eq!(said.drawing.lines().next(), Some(unit));
        assert_eq!(told(&said, &words)[0], format!("Haiti: {label} 30"));
        assert_eq!((said.head[1].as_str(), said.columns[1].as_str()), (label, "gdp"));
        assert!(said.summary.contains(amount), "{}", said.summary);
    }
}

#[test]
fn several_rows_of_one_month_are_values_and_no_months() {
    let rows = "date,place,n\n2022-01,A,1\n2022-01,B,2\n2022-02,A,3\n2022-02,B,6\n";
    let own = Source::own(rows);
    let asked = [("x", "date"), ("series", "none"), ("kind", "bar"), ("y", "n"), ("aggregate", "mean")];
    let words = locale("en", &[]);
    let said = own.says(&words, &asked).expect("an answer");
    assert_eq!(told(&said, &words)[1], "February 2022: n, mean of 2 values 4.5");
    let spanish = locale("es", &[]);
    let said = own.says(&spanish, &asked).expect("an answer");
    assert_eq!(told(&said, &spanish)[1], "febrero de 2022: n, media de 2 valores 4,5");
}

#[test]
fn subtitles_say_the_grain_and_the_groups_of_the_view() {
    let cases: [(&str, &str, &'static View, &str); 15] = [
        ("darien-crossings", "en", &[], "People recorded by Panama each month, by nationality"),
        ("darien-crossings", "es", &[], "Personas registradas por Panamá cada mes, por nacionalidad"),
        (
            "darien-crossings",
            "en",
            &[("x", "year"), ("series", "none")],
            "People recorded by Panama each year",
        ),
        (
            "darien-crossings",
            "es",
            &[("x", "year"), ("aggregate", "mean")],
            "Personas registradas por Panamá, por nacionalidad",
        ),
        ("darien-crossings", "en", &[("kind", "number"), ("aggregate", "sum")], "People recorded by Panama"),
        (
            "venezuelans-abroad",
            "en",
            &[("kind", "map")],
            "Refugees, asylum-seekers and other people in need of international protection, by country of asylum",
        ),
        (
            "venezuelans-abroad",
            "es",
            &[],
            "Personas refugiadas, solicitantes de asilo y otras que necesitan protección internacional al final de cada año, por categoría",
        ),
        (
            "guatemala-returns",
            "en",
            &[("series", "returned_from")],
            "Guatemalans returned from abroad each month, by country they were returned from",
        ),
        (
            "guatemala-returns",
            "es",
            &[("kind", "pyramid")],
            "Personas guatemaltecas retornadas del exterior, por grupo de edad y sexo",
        ),
        (
            "displacement-world",
            "en",
            &[("normalize", "percent")],
            "People at the end of each year, by category, as shares of the whole; UNHCR’s definition, as revised",
        ),
        (
            "venezuelans-abroad",
            "es",
            &[("kind", "bar"), ("x", "coa_iso"), ("series", "none"), ("per", "100000")],
            "Personas refugiadas, solicitantes de asilo y otras que necesitan protección internacional, por país de asilo, tasa por cada 100.000 habitantes",
        ),
        (
            "migrant-stock-americas",
            "en",
            &[("kind", "bar"), ("x", "destination"), ("series", "none")],
            "People living in another country than that of their birth or citizenship, by destination, at mid-year",
        ),
        (
            "missing-migrants-americas",
            "en",
            &[("x", "year"), ("series", "none")],
            "People known or presumed dead each year, minimum estimates",
        ),
        (
            "irregular-entries",
            "en",
            &[("x", "year"), ("kind", "line")],
            "Records of each country’s migration authority each year, by country",
        ),
        (
            "displacement-world",
            "en",
            &[("series", "none")],
            "People at the end of each year; UNHCR’s definition, as revised",
        ),
    ];
    for (id, language, view, expected) in cases {
        let said = Source::shipped(id).says(&locale(language, &[]), view).expect("an answer");
        assert_eq!(said.subtitle, expected, "{id} {view:?}");
    }
}

/// The shipped population is an estimate until 2023 and a projection from 2024 to 2030.
#[test]
fn rates_say_of_which_population_they_are() {
    let own = Source::own("country,year,arrivals\nCOL,2023,5232\nCOL,2025,5342\nCOL,2032,6000\n");
    let cases: [(&str, &str, Option<&str>, Option<&str>); 5] = [
        ("2023", "en", None, None),
        ("2025", "en", None, Some("the UN’s medium projection is used.")),
        ("2025", "es", None, Some("se usa la proyección media de la ONU.")),
        (
            "2032",
            "en",
            Some("population of 2030"),
            Some("The population of 2030, the last that is known, stands in for later years."),
        ),
        (
            "2032",
            "es",
            Some("población de 2030"),
            Some("Para los años posteriores se usa la población de 2030, la última conocida."),
        ),
    ];
    for (year, language, unit, note) in cases {
        let words = locale(language, &[]);
        let asked = [("x", "country"), ("kind", "bar"), ("per", "1000"), ("from", year), ("to", year)];
        let said = own.says(&words, &asked).expect("an answer");
        let label = &said.tips[0].rows[0].label;
        assert_eq!(label.contains("2030"), unit.is_some(), "{label}");
        assert!(unit.is_none_or(|unit| label.contains(unit) && said.head[1].contains(unit)), "{label}");
        let told = |text: &str| note.is_none_or(|note| text.contains(note.trim_end_matches('.')));
        assert!(told(&said.note) && told(&said.done), "{} {}", said.note, said.done);
        assert_eq!(note.is_none(), said.note.is_empty(), "{}", said.note);
    }
}
