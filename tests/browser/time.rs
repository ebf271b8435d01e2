//! Through time: "Play", a drag over the drawing, the map's face and region.

use serde_json::json;

use crate::harness::{CHART, Reader, TestSite};

fn drag(reader: &Reader, shares: [f64; 3]) {
    reader.eval_with(
        "const plot = document.querySelector('migration-chart').shadowRoot.querySelector('.plot');
         const { left, top, width, height } = plot.getBoundingClientRect();
         ['pointerdown', 'pointermove', 'pointerup'].forEach((type, index) =>
           plot.dispatchEvent(new PointerEvent(type, {
             bubbles: true, clientX: left + width * arguments[0][index], clientY: top + height / 2,
             pointerType: 'mouse', button: 0, buttons: 1, pointerId: 1,
           })));",
        &[json!(shares)],
    );
}

#[test]
fn play_steps_through_the_periods_and_stops_at_the_last() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(
        &site,
        r#"dataset="venezuelans-abroad" kind="bar" x="coa_iso" filter="category=oip" from="2022""#,
    );
    reader.wait_until("Play", "return document.querySelector('migration-chart').shadowRoot.querySelector('.play')?.checkVisibility()");
    assert_eq!(reader.shadow_text(CHART, ".play"), "Play");
    reader.press_enter_on(CHART, ".play");
    reader.wait_until(
        "the first year",
        "return document.querySelector('migration-chart').state.period === '2022'",
    );
    assert_eq!(reader.shadow_text(CHART, ".play"), "Pause");
    reader.wait_until(
        "the last year",
        "return document.querySelector('migration-chart').state.period === '2025'",
    );
    reader.wait_until(
        "the end",
        "return document.querySelector('migration-chart').shadowRoot.querySelector('.play').textContent === 'Play'",
    );
    let periods: Vec<_> =
        reader.events("change", CHART).into_iter().map(|state| state["period"].clone()).collect();
    assert_eq!(periods, [json!("2022"), json!("2023"), json!("2024"), json!("2025")]);
    reader.assert_silent();
}

#[test]
fn drag_over_the_drawing_narrows_the_time_and_a_double_click_widens_it() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="darien-crossings""#);
    drag(&reader, [0.4, 0.5, 0.6]);
    reader.wait_until("a narrower span", "return !!document.querySelector('migration-chart').state.from");
    let rows = reader.csv(CHART);
    assert!(rows.len() > 10 && rows.len() < 200, "{} rows of a part of the 64 months", rows.len());
    reader.shadow_eval(
        CHART,
        ".plot",
        "found[0].dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))",
    );
    reader.wait_until("all of it", "return !document.querySelector('migration-chart').state.from");
}

#[test]
fn a_click_and_a_short_slip_change_nothing() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="darien-crossings""#);
    drag(&reader, [0.4, 0.4, 0.402]);
    drag(&reader, [0.5, 0.5, 0.5]);
    assert_eq!(
        reader.eval("return document.querySelector('migration-chart').state.from ?? null"),
        json!(null)
    );
}

#[test]
fn chart_of_countries_has_a_map_beside_it_and_comes_back() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="darien-crossings" from="2023-01" to="2023-03""#);
    reader.wait_until(
        "the tab",
        "return document.querySelector('migration-chart').shadowRoot.querySelector('[data-tab=map]').checkVisibility()",
    );
    reader.press_enter_on(CHART, "[data-tab=map]");
    reader.wait_until(
        "the map",
        "return /official endorsement/.test(
           document.querySelector('migration-chart').shadowRoot.querySelector('.legal').textContent)",
    );
    // Over all nationalities, not only the largest: the sum of the three months.
    assert_eq!(reader.csv_sum(CHART, ""), 24_634.0 + 24_657.0 + 38_099.0);
    assert_eq!(reader.csv_cell(CHART, &["HTI"]), "23640");
    reader.press_enter_on(CHART, "[data-tab=chart]");
    reader.wait_until(
        "months again",
        "return document.querySelector('migration-chart').toCSV().startsWith('month,')",
    );
    reader.assert_silent();
}

#[test]
fn a_chart_over_time_alone_has_no_map() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="displacement-world""#);
    assert_eq!(
        reader.shadow_eval(CHART, "[data-tab=map]", "return found[0].checkVisibility()"),
        json!(false)
    );
}

#[test]
fn map_of_a_region_has_its_countries_alone() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="venezuelans-abroad" kind="map""#);
    let places =
        "return Number(document.querySelector('migration-chart').shadowRoot.querySelector('.keys').max) + 1";
    let all = reader.eval_number(places);
    reader.eval("document.querySelector('migration-chart').state = { region: 'south-america' }");
    reader.wait_until("fewer places", &format!("{places} < {}", all / 2.0));
    // Colombia, Peru, Brazil, Chile, Ecuador, Argentina, Uruguay, Paraguay, Bolivia, Guyana have Venezuelans.
    assert!(reader.eval_number(places) >= 9.0);
}

#[test]
fn rates_are_offered_where_a_country_is_split_and_not_of_what_is_the_population() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (attributes, offered) in [
        (r#"dataset="darien-crossings" kind="line" from="2024""#, true),
        (r#"dataset="darien-crossings""#, true),
        (r#"dataset="darien-crossings-age-sex""#, false),
        (r#"dataset="population""#, false),
    ] {
        reader.open_chart(&site, attributes);
        reader.shadow_eval(CHART, ".options summary", "found[0].click()");
        reader.wait_until(
            "the menu",
            "return !!document.querySelector('migration-chart').shadowRoot.querySelector('.options .acts')",
        );
        let has = reader.shadow_count(CHART, "[data-choice=mode] [value=per100000]") == 1;
        assert_eq!(has, offered, "{attributes}");
    }
}
