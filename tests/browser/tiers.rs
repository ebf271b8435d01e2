//! The tiers of the first module: first drawings call nothing that has not come, and where one does all begins anew.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::{PreparedResponse, Reader, TestSite};

const CHART: &str = "migration-chart";
/// Counts how often the first module is made; the rest says what is made in the place of another.
const COUNTING: &str = r#"<script>
window.__made = 0;
const own = WebAssembly.instantiate.bind(WebAssembly);
const streaming = WebAssembly.instantiateStreaming.bind(WebAssembly);
const empty = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
let instead = INSTEAD;
WebAssembly.instantiateStreaming = (...given) => { window.__made++; return streaming(...given); };
WebAssembly.instantiate = (module, imports) => {
  if (!imports || !("$" in imports)) window.__made++;
  else if (instead-- > 0) return own(empty);
  return own(module, imports);
};
</script>"#;

fn page(charts: &str, instead: usize) -> String {
    let counting = COUNTING.replace("INSTEAD", &instead.to_string());
    TestSite::embedding(charts).replacen("<script", &format!("{counting}<script"), 1)
}

fn chart(attributes: &str) -> String {
    format!(
        "<migration-chart {attributes} loading=eager style='display:block;width:640px;height:420px'></migration-chart>"
    )
}

fn put_own(site: &TestSite) {
    let rows = |code: &str, first: u32| -> String {
        (0..24).map(|year| format!("{},{code},{}\n", 2000 + year, first + year * 71)).collect()
    };
    let text = format!("year,country,refugees\n{}{}", rows("VEN", 900), rows("HTI", 12_000));
    site.put("/own.csv", PreparedResponse::csv(text));
}

#[test]
fn first_drawings_call_nothing_that_has_not_come() {
    let (site, reader) = (TestSite::start(), Reader::new());
    put_own(&site);
    let package = std::fs::read("www/data/datapackage.json").expect("the data package");
    let package: Value = serde_json::from_slice(&package).expect("JSON");
    let parts = package["resources"].as_array().into_iter().flatten();
    let ids: BTreeSet<&str> = parts.filter_map(|part| part["dataset"].as_str()).collect();
    let mut charts: Vec<String> = ids.iter().map(|id| chart(&format!("dataset={id}"))).collect();
    for kind in ["line", "area", "stacked-area", "bar", "grouped-bar", "stacked-bar"] {
        charts.push(chart(&format!("src=/own.csv kind={kind}")));
        charts.push(chart(&format!("dataset=darien-crossings kind={kind} top=4 theme=dark lang=es")));
    }
    for some in charts.chunks(5) {
        reader.go(&site.page(&page(&some.concat(), 0)));
        reader.wait_until_drawn();
        reader.wait_until(
            "all is there",
            "return [...document.querySelectorAll('migration-chart')].every((one) => one.summary)",
        );
        assert_eq!(reader.eval("return __made"), json!(1), "{some:?}");
    }
}

#[test]
fn what_calls_a_tier_that_has_not_come_begins_anew_and_is_whole() {
    let (site, reader) = (TestSite::start(), Reader::new());
    // In the place of the tier of shipped datasets an empty module stands the first time.
    reader
        .go(&site.page(&page(&[chart("dataset=darien-crossings"), chart("dataset=population")].concat(), 1)));
    reader.wait_for_load(CHART);
    assert_eq!(reader.eval("return __made"), json!(2));
    assert!(reader.csv_sum(CHART, "") > 0.0);
    assert_eq!(
        reader.wait_until("both stand", "return [...document.querySelectorAll('migration-chart')].every((one) => one.summary && one.toSVG())"),
        json!(true)
    );
    reader.assert_silent();
}

#[test]
fn an_authors_plain_file_is_drawn_before_its_readers_have_come() {
    let (site, reader) = (TestSite::start(), Reader::new());
    put_own(&site);
    let held = ["/pkg/late.", "/pkg/shipped.", "/pkg/more.", "/pkg/files.", "/locales/en.json"]
        .map(|part| site.hold(part));
    reader.go(&site.page(&page(&chart("src=/own.csv kind=stacked-area"), 0)));
    reader.wait_until(
        "a drawing",
        "const root = document.querySelector('migration-chart').shadowRoot;
         const figure = root.querySelector('[role=figure]');
         return figure && !figure.hidden && root.querySelector('canvas').width > 600",
    );
    let seen = "const root = document.querySelector('migration-chart').shadowRoot;
         return [root.querySelector('.title').textContent, root.querySelector('canvas').toDataURL().length > 5000]";
    assert_eq!(reader.eval(seen), json!(["Refugees | 2000–2023", true]));
    assert_eq!(reader.eval("return document.querySelector('migration-chart').toCSV()"), json!(""));
    let before = reader
        .eval("return document.querySelector('migration-chart').shadowRoot.querySelector('canvas').width");
    drop(held);
    reader.wait_for_load(CHART);
    assert_eq!(reader.eval(seen), json!(["Refugees | 2000–2023", true]));
    let after = reader
        .eval("return document.querySelector('migration-chart').shadowRoot.querySelector('canvas').width");
    assert_eq!(before, after);
    // 24 years from 900 and from 12,000, each 71 more than the one before.
    let sum = f64::from(24 * (900 + 12_000) + 2 * 71 * (23 * 24 / 2));
    assert_eq!(reader.csv_sum(CHART, ""), sum);
    assert_eq!(reader.eval("return __made"), json!(1));
    assert!(reader.layout_shift() < 0.01, "{}", reader.layout_shifts());
}
