//! Small multiples and slopes as a reader finds them: every value by keyboard and pointer, in every panel.
//!
//! Expected figures are sums over the shipped files, done with Python, not with this project.

use crate::harness::{CHART, Key, Reader, TestSite, number};

const PANELS: &str = r#"dataset="venezuelans-abroad" kind="small-multiples" series="coa_iso" top="11""#;
const SLOPE: &str =
    r#"dataset="migrant-stock-americas" kind="slope" series="destination" scale="log" top="8""#;

#[test]
fn every_value_of_small_multiples_is_reached_by_keyboard() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart_of(&site, PANELS, 600);
    for (year, country, people) in [
        ("2014", "COL", "70"),
        ("2025", "COL", "2828195"),
        ("2025", "PER", "1641305"),
        ("2019", "ESP", "69203"),
    ] {
        assert_eq!(reader.csv_cell(CHART, &[year, country]), people, "{country} in {year}");
    }
    assert_eq!(reader.csv_sum(CHART, "2025"), 7_640_872.0);
    reader.tab_to_slider();
    reader.press(Key::End);
    let tip = reader.tooltip(CHART).expect("a tooltip");
    assert_eq!(tip.head, "2025");
    assert_eq!((tip.figure("Colombia"), tip.figure("Spain")), ("2,828,195", "283,741"));
    // Eleven countries and the others.
    assert_eq!((tip.rows.iter().filter(|row| row[0] != "Total").count(), tip.sum()), (12, 7_640_872.0));
    // A year of every panel a step: the axis has no more steps than years.
    reader.press(Key::Left);
    assert_eq!(reader.tooltip(CHART).expect("a tooltip").figure("Colombia"), "2,808,968");
    assert!(reader.spoken(CHART).starts_with("2024"), "{}", reader.spoken(CHART));
    reader.assert_silent();
}

#[test]
fn pointing_at_a_panel_puts_a_hairline_into_each_and_the_tooltip_beside_the_pointer() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart_of(&site, PANELS, 600);
    let (left, top, width, height) = reader.box_of(Some(CHART), "canvas");
    // Near the right end of the last column: its last year.
    reader.point_at(left + width - 3.0, top + height / 3.0);
    let tip = reader.tooltip(CHART).expect("a tooltip");
    assert_eq!(tip.head, "2025");
    let seen = "return found.filter(e => e.getBoundingClientRect().height > 0).length";
    assert_eq!(reader.shadow_eval(CHART, ".hairline", seen).as_u64(), Some(12), "one a panel");
    let (tip_left, _, tip_width, _) = reader.box_of(Some(CHART), ".tip");
    let nearest = left + width - (tip_left + tip_width);
    assert!((0.0..60.0).contains(&nearest), "the tooltip stands {nearest} px from the edge pointed at");
    let below = reader.shadow_eval(CHART, ".hairline", "return Math.max(...found.map(e => e.offsetHeight))");
    assert!(below.as_f64().is_some_and(|tall| tall < height / 2.0), "{below} is a panel's height");
    reader.point_at(left + width / 2.0, 2.0);
    assert_eq!(reader.tooltip(CHART), None);
    reader.assert_silent();
}

#[test]
fn free_scales_and_their_opposites_are_understood_and_others_refused() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for scale in ["free", "log", "log free", "linear"] {
        reader.open_chart(&site, &format!("{PANELS} scale=\"{scale}\""));
        assert_eq!(reader.csv_cell(CHART, &["2025", "COL"]), "2828195", "{scale}");
    }
    reader.assert_silent();
}

#[test]
fn a_slope_says_both_ends_and_the_change_between_them() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, SLOPE);
    let csv = reader.csv(CHART);
    let years: Vec<&str> = csv[1..].iter().map(|row| row[0].as_str()).collect();
    assert!(years.iter().all(|year| ["1990", "2024"].contains(year)), "{years:?}");
    for (year, country, migrants) in [
        ("1990", "USA", 23_266_147.0),
        ("2024", "USA", 52_375_047.0),
        ("1990", "COL", 100_672.0),
        ("2024", "COL", 3_063_518.0),
    ] {
        assert_eq!(number(&reader.csv_cell(CHART, &[year, country])), migrants, "{country} in {year}");
    }
    reader.tab_to_slider();
    reader.press(Key::Home);
    assert_eq!(reader.tooltip(CHART).expect("a tooltip").figure("Canada"), "4,251,056");
    reader.press(Key::Right);
    let tip = reader.tooltip(CHART).expect("a tooltip");
    assert_eq!((tip.head.as_str(), tip.figure("Canada")), ("2024", "8,805,839"));
    // 8,805,839 of 4,251,056: 107.1 % more; Colombia's thirtyfold is no percentage.
    let change = |name: &str| tip.rows.iter().find(|row| row[0] == name).and_then(|row| row.last().cloned());
    assert_eq!(change("Canada").as_deref(), Some("+107%"), "{tip:?}");
    assert_eq!(change("Colombia").as_deref(), Some(""), "{tip:?}");
    assert!(tip.columns.iter().any(|column| column.contains("1990")), "{tip:?}");
    reader.assert_silent();
}

#[test]
fn without_periods_both_kinds_say_what_they_need() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for kind in ["small-multiples", "slope"] {
        let tag = format!(
            r#"<migration-chart dataset="darien-crossings" kind="{kind}" x="nationality"></migration-chart>"#
        );
        reader.go(&site.embed(&tag));
        let fault = reader.wait_for_event("error", CHART);
        assert_eq!(fault["code"], "kind-needs-periods", "{fault}");
    }
}
