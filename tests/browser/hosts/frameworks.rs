//! Pages of React, Vue, Svelte, of none and of a server, built by Vite from the packed npm package.

use serde_json::json;

use super::{QUARTER, TWO_MONTHS};
use crate::browsing;
use crate::harness::{PreparedResponse, Reader, TestSite, skip};

/// A site with the built pages, unless npm could not be reached.
fn built() -> Option<TestSite> {
    if std::env::var_os(browsing::NPM_PAGES).is_none() {
        skip("the pages of frameworks are not built: npm could not be reached, or the filter has no `host`");
        return None;
    }
    let site = TestSite::start();
    site.put("/favicon.ico", PreparedResponse::new("", "").status(204));
    Some(site)
}

/// Fails if a framework has anything to say but that it has tools for developers.
#[track_caller]
fn assert_no_complaint(reader: &Reader) {
    let complaints =
        reader.console().into_iter().filter(|line| !line.contains("Download the React DevTools"));
    assert_eq!(complaints.collect::<Vec<_>>(), Vec::<String>::new());
}

/// What every framework does to its elements: attributes and properties that change, events, keys, coming and going.
fn lives_with(framework: &str) {
    let Some(site) = built() else { return };
    let reader = Reader::new();
    reader.go(&site.url(&format!("/built/{framework}/index.html")));
    reader.wait_for_sum("#shown", QUARTER);
    // Rows are a property: as an attribute they would be text.
    reader.wait_for_sum("#own", 5.0 + 7.0);
    reader.wait_until("the event", "return document.querySelector('#heard').textContent.startsWith('load ')");

    reader.click(None, "#narrow");
    reader.wait_for_sum("#shown", TWO_MONTHS);
    reader.click(None, "#add");
    reader.wait_for_sum("#own", 5.0 + 7.0 + 11.0);
    reader.click(Some("#shown"), "[data-tab=table]");
    reader.wait_until("a change", "return document.querySelector('#heard').textContent.includes('change ')");

    // Keyed elements are moved, not made anew, and go on as they were.
    reader.wait_until(
        "two charts",
        "return [...document.querySelectorAll('li migration-chart')].filter((chart) => chart.toCSV()).length === 2",
    );
    reader.eval(
        "document.querySelectorAll('li migration-chart').forEach((chart) => (chart.dataset.mark = chart.id))",
    );
    let loads = reader.events("load", "li migration-chart").len();
    reader.click(None, "#turn");
    let order = reader.wait_until(
        "the other order",
        "const charts = [...document.querySelectorAll('li migration-chart')];
         return charts[0].id === 'b' && charts.map((chart) => [chart.dataset.mark, chart.toCSV() !== '']);",
    );
    assert_eq!(order, json!([["b", true], ["a", true]]));
    assert_eq!(reader.events("load", "li migration-chart").len(), loads, "moved, not loaded again");

    reader.click(None, "#toggle");
    reader.wait_until("it to go", "return !document.querySelector('#shown')");
    reader.click(None, "#toggle");
    reader.wait_for_sum("#shown", TWO_MONTHS);
    reader.eval("leave()");
    assert_eq!(reader.eval("return document.querySelectorAll('migration-chart').length"), json!(0));
    assert_eq!(reader.requests_leaving(&site.origin()), Vec::<String>::new());
    assert_no_complaint(&reader);
}

#[test]
fn react_renders_moves_and_removes_charts() {
    lives_with("react");
}

#[test]
fn vue_renders_moves_and_removes_charts() {
    lives_with("vue");
}

#[test]
fn svelte_renders_moves_and_removes_charts() {
    lives_with("svelte");
}

#[test]
fn vite_emits_every_file_that_a_chart_asks_for() {
    let Some(site) = built() else { return };
    let reader = Reader::new();
    reader.go(&site.url("/built/plain/index.html"));
    reader.wait_for_load("migration-chart");
    assert_eq!(reader.csv_sum("migration-chart", ""), QUARTER);
    // All others: an explorer with its declaration, a map with its boundaries, an author's own file, another language.
    reader.eval(
        "document.documentElement.lang = 'es';
         document.body.insertAdjacentHTML('beforeend', `<pillar-explorer loading=eager></pillar-explorer>
           <migration-chart id=map dataset=venezuelans-abroad kind=map loading=eager></migration-chart>
           <migration-chart id=own loading=eager></migration-chart>`);
         document.querySelector('#own').data = 'year,people\\n2020,5\\n2021,7\\n';",
    );
    for element in ["pillar-explorer", "#map", "#own"] {
        reader.wait_for_load(element);
    }
    assert_eq!(reader.csv_sum("#own", ""), 12.0);
    let origin = site.url("/built/");
    let outside =
        reader.requests().into_iter().filter(|url| !url.starts_with(&origin) && !url.starts_with("data:"));
    assert_eq!(outside.collect::<Vec<_>>(), Vec::<String>::new(), "only what Vite emitted");
    reader.assert_silent();
}

#[test]
fn markup_of_a_server_is_read_before_the_script_and_taken_over_after_it() {
    let Some(site) = built() else { return };
    let reader = Reader::new();
    // A script that the parser waits for, as the rest of a streamed page is waited for; modules run after the parser.
    let seen = "const chart = document.querySelector('migration-chart');
        window.served = chart;
        window.early = [!customElements.get('migration-chart'), chart.getAttribute('dataset'), chart.innerText.trim()];";
    site.put("/slow.js", PreparedResponse::new("text/javascript", seen));
    reader.go(&site.url("/built/ssr/index.html"));
    reader.wait_for_load("migration-chart");
    assert_eq!(reader.eval("return early"), json!([true, "darien-crossings", "early 2023"]));
    assert_eq!(reader.csv_sum("migration-chart", ""), QUARTER);
    reader.click(None, "#narrow");
    reader.wait_for_sum("migration-chart", TWO_MONTHS);
    assert_eq!(reader.eval("return document.querySelector('migration-chart') === served"), json!(true));
    // React says here where its own markup is not what it finds.
    assert_no_complaint(&reader);
}
