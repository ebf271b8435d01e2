//! A figure says what it is and what was done to it wherever a reader meets it: tooltip, speech, table, big number, CSV.
//!
//! Expected figures are worked out from the published tables, not with this project: 2,875,743 Venezuelans among Colombia's
//! 52,321,152 inhabitants; 20,816 of 38,099 crossings in March 2023.

use crate::harness::{CHART, Key, Reader, TestSite};

const RATE: &str =
    r#"dataset="venezuelans-abroad" x="coa_iso" series="none" filter="coa_iso=COL" to="2023" per="100000""#;
const SHARE: &str =
    r#"dataset="darien-crossings" kind="stacked-area" from="2023-01" to="2023-03" normalize="percent""#;

/// The texts of a chart with figures: what a selector finds in its shadow.
fn text(reader: &Reader, selector: &str) -> String {
    reader.shadow_text(CHART, selector).replace('\u{a0}', " ")
}

/// Opens a chart and goes to a place with the keyboard.
fn open_at(reader: &Reader, site: &TestSite, attributes: &str, key: Key) {
    reader.open_chart(site, attributes);
    reader.tab_to_slider();
    reader.press(key);
}

#[test]
fn rates_say_per_whom_in_tooltip_speech_table_and_csv() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (lang, label, figure) in [
        ("en", "People per 100,000 inhabitants, at the end of 2023", "5,496"),
        ("es", "Personas por cada 100.000 habitantes, a fines de 2023", "5496"),
    ] {
        open_at(&reader, &site, &format!("{RATE} kind=bar lang={lang}"), Key::Home);
        let tip = reader.tooltip(CHART).expect("the keyboard shows one");
        assert_eq!(tip.rows, [[label, figure]], "{lang}");
        let spoken = reader.spoken(CHART);
        assert!(spoken.ends_with(&format!("{label}: {figure}.")), "{spoken}");
        assert_eq!(reader.table(CHART)[0][1], label);
        assert_eq!(reader.csv(CHART)[0], ["coa_iso", "people_per_100000"]);
    }
    reader.assert_silent();
}

#[test]
fn the_big_number_of_a_rate_is_no_number_of_people() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let number = r#"dataset="venezuelans-abroad" kind="number" filter="coa_iso=COL" to="2023" per="100000""#;
    reader.open_chart(&site, number);
    let svg = reader.eval_text("return document.querySelector('migration-chart').toSVG()");
    for words in [">5,496<", ">Colombia: people per 100,000 inhabitants, at the end of 2023<"] {
        assert!(svg.contains(words), "{words}");
    }
    assert_eq!(reader.csv(CHART)[0], ["year", "coa_iso", "people_per_100000"]);
    reader.assert_silent();
}

#[test]
fn shares_say_of_what_in_tooltip_speech_table_and_csv() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (lang, unit, figure) in [
        ("en", "Crossings, % of the period’s total", "54.6%"),
        ("es", "Cruces, % del total del periodo", "54,6 %"),
    ] {
        open_at(&reader, &site, &format!("{SHARE} lang={lang}"), Key::End);
        let tip = reader.tooltip(CHART).expect("the keyboard shows one");
        assert_eq!(tip.figure("Venezuela").replace('\u{a0}', " "), figure);
        assert_eq!(text(&reader, ".tip-unit"), unit);
        let spoken = reader.spoken(CHART).replace('\u{a0}', " ");
        assert!(spoken.contains(&format!("Venezuela: {figure}")) && spoken.contains(unit), "{spoken}");
        assert!(text(&reader, ".panel table caption").ends_with(unit), "{lang}");
        assert_eq!(reader.csv(CHART)[0], ["month", "nationality", "crossings_share"]);
    }
    reader.assert_silent();
}

#[test]
fn years_made_of_months_say_so_where_a_reader_meets_them() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let years = r#"dataset="darien-crossings" kind="bar" x="year" series="none""#;
    // 2,904 crossings in the four months of 2025 that are published.
    for (aggregate, head, label, figure) in [
        ("sum", "2025 (first 4 months)", "Crossings", "2,904"),
        ("mean", "2025", "Crossings, mean of 4 months", "726"),
        ("max", "2025", "Crossings, highest of 4 months", "2,229"),
        ("min", "2025", "Crossings, lowest of 4 months", "73"),
    ] {
        open_at(&reader, &site, &format!("{years} aggregate={aggregate}"), Key::End);
        let tip = reader.tooltip(CHART).expect("the keyboard shows one");
        assert!(tip.head.starts_with(head), "{tip:?}");
        assert_eq!(tip.rows[0][..2], [label, figure], "{aggregate}");
    }
    reader.assert_silent();
}
