//! Files of very many rows: drawn, read as a table and saved without holding the page.

use std::fmt::Write;

use crate::harness::{CHART, PreparedResponse, Reader, TestSite, skips_beyond_chromium};
use crate::long_tasks::{NOTED, longest_task};

/// Opens a line of a file that was put on the site.
fn open(site: &TestSite, reader: &Reader, x: &str) {
    reader.go(&site.embed(&format!(
        "<script>{NOTED}</script><migration-chart src='/many.csv' kind='line' x='{x}' loading='eager' style='display:block;height:400px'></migration-chart>"
    )));
    reader.wait_for_load(CHART);
}

/// How long the browser itself takes to cut the same bytes into cells, in one task.
fn cut_at_once(reader: &Reader) -> f64 {
    reader.eval_number(
        "return fetch('/many.csv').then((answer) => answer.arrayBuffer()).then((bytes) => {
           const before = performance.now();
           const rows = new TextDecoder().decode(bytes).split('\\n').map((line) => line.split(','));
           return rows.length > 100 ? performance.now() - before : 0;
         })",
    )
}

#[test]
fn a_line_of_a_million_minutes_is_drawn_and_read_as_a_table_without_holding_the_page() {
    if skips_beyond_chromium("no other engine tells its long tasks") {
        return;
    }
    let mut text = String::from("time,count\n");
    for row in 0..1_000_000_u32 {
        let (day, minute) = (row / 1440, row % 1440);
        // 31 days in each of 23 months of 2020 and 2021 are more than the 694 that are needed; 28 are days of every one.
        let (month, of_month) = (day / 28, day % 28 + 1);
        let _ = writeln!(
            text,
            "{}-{:02}-{of_month:02}T{:02}:{:02}:00,{}",
            2020 + month / 12,
            month % 12 + 1,
            minute / 60,
            minute % 60,
            row % 10
        );
    }
    let (site, reader) = (TestSite::start(), Reader::alone());
    site.put("/many.csv", PreparedResponse::csv(text));
    open(&site, &reader, "time");
    let _reading = longest_task(&reader);
    let at_once = cut_at_once(&reader);
    let _cutting = longest_task(&reader);
    // A million times 4.5, by day.
    assert_eq!(reader.csv_sum(CHART, ""), 4_500_000.0);
    assert_eq!(reader.csv(CHART).len(), 1 + 695);
    reader.click(Some(CHART), "[data-tab=table]");
    reader.wait_until(
        "all days in the table",
        "return document.querySelector('migration-chart').shadowRoot.querySelectorAll('tbody tr').length === 695",
    );
    let held = longest_task(&reader);
    assert!(held < at_once, "held for {held} ms; the browser cuts the file in {at_once} ms");
    reader.assert_silent();
}

#[test]
fn of_a_table_with_more_days_than_a_page_can_hold_the_first_are_made_and_the_rest_is_told() {
    let mut text = String::from("date,count\n");
    for row in 0..100_000_u32 {
        let (month, day) = (row / 28, row % 28 + 1);
        let _ = writeln!(text, "{:04}-{:02}-{day:02},{}", 1700 + month / 12, month % 12 + 1, row % 10);
    }
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/many.csv", PreparedResponse::csv(text));
    open(&site, &reader, "date");
    assert_eq!(reader.csv_sum(CHART, ""), 450_000.0);
    reader.click(Some(CHART), "[data-tab=table]");
    reader.wait_until(
        "the sentence below the table",
        "return document.querySelector('migration-chart').shadowRoot.querySelector('.cut')",
    );
    assert_eq!(reader.shadow_count(CHART, "tbody tr"), 10_000);
    let said = reader.shadow_text(CHART, ".cut");
    assert!(said.contains("10,000 of 100,000 rows"), "{said}");
    // All of them are in the CSV.
    assert_eq!(reader.csv(CHART).len(), 100_001);
    reader.assert_silent();
}

#[test]
fn a_table_of_many_rows_with_countries_is_offered_as_a_map_once_it_is_drawn() {
    let mut text = String::from("year,country,refugees\n");
    for row in 0..120_000_u32 {
        let country = ["VEN", "COL", "HND", "GTM"][row as usize % 4];
        let _ = writeln!(text, "{},{country},{}", 2000 + row / 4 % 20, row % 10);
    }
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/many.csv", PreparedResponse::csv(text));
    reader.go(&site.embed(
        "<migration-chart src='/many.csv' loading='eager' style='display:block;height:400px'></migration-chart>",
    ));
    reader.wait_for_load(CHART);
    reader.wait_until(
        "the map is offered",
        "return document.querySelector('migration-chart').shadowRoot.querySelector('[data-tab=map]').checkVisibility()",
    );
    // One tab of them can be reached, with arrows to the others.
    assert_eq!(
        reader.shadow_eval(CHART, "[data-tab]", "return found.filter((tab) => tab.tabIndex === 0).length"),
        serde_json::json!(1)
    );
    reader.click(Some(CHART), "[data-tab=map]");
    reader.wait_until(
        "the map is drawn",
        "return document.querySelector('migration-chart').toCSV().startsWith('country,')",
    );
}
