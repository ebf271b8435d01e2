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
    // In the place of the second tier an empty module stands the first time.
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
    let held = ["/pkg/late.", "/pkg/second.", "/pkg/more.", "/pkg/files.", "/locales/en.json"]
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

/// Numbers that look as if by chance, the same each time: Numerical Recipes' generator, from a start of this test's own.
struct Chance(u32);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }

    fn one<'a>(&mut self, of: &'a str) -> &'a str {
        let all: Vec<&str> = of.split('|').collect();
        all[self.below(all.len())]
    }
}

/// A plain file that an author may have, and the attributes of a usual chart of it.
fn usual(chance: &mut Chance) -> (String, String) {
    let is_monthly = chance.below(2) == 0;
    let time = chance.one(if is_monthly { "month|date" } else { "year|Year" });
    let (column, texts) = match chance.below(4) {
        0 => ("", ""),
        1 => ("sex", "male|female"),
        2 => (
            chance.one("country|origin|nationality"),
            "CHN|IND|VEN|SYR|AFG|UKR|NGA|HND|AUS|FRA|COD|USA|KIR|SDN",
        ),
        _ => (
            chance.one("country|destination"),
            "China|India|Syria|Germany|Honduras|Peru|Kenya|Fiji|Japan|Ukraine|Sudan|Mexico|Spain",
        ),
    };
    let mut names: Vec<&str> = texts.split('|').collect();
    let count = (2 + chance.below(5)).min(names.len());
    names = (0..count).map(|_| names.swap_remove(chance.below(names.len()))).collect();
    let figures = chance.one("refugees|arrivals|value|deaths|people|asylum_applications|crossings");
    let (size, holes) = ([9, 400, 17_000, 2_000_000][chance.below(4)], chance.below(25));
    let mut rows = Vec::new();
    for period in 0..[3, 9, 30, 75][chance.below(4)] {
        for (index, name) in names.iter().enumerate() {
            let said = match is_monthly {
                true => format!("{}-{:02}", 2016 + period / 12, period % 12 + 1),
                false => (1949 + period).to_string(),
            };
            let figure = match chance.below(100) < holes {
                true => String::new(),
                false => (size * (index + 2) + chance.below(size)).to_string(),
            };
            rows.push(match column {
                "" => format!("{said},{figure}\n"),
                _ => format!("{said},{name},{figure}\n"),
            });
        }
    }
    if chance.below(3) == 0 {
        rows.reverse();
    }
    let header =
        if column.is_empty() { format!("{time},{figures}") } else { format!("{time},{column},{figures}") };
    let kind = chance.one("|kind=line|kind=area|kind=stacked-area");
    let asked = chance.one(
        "|heading='How many people came'|theme=dark controls=none|note='A note'|subheading='What it is'",
    );
    let width = chance.one("330|420|610|830|1100");
    let text = format!("{header}\n{}", rows.concat());
    (
        text,
        format!("{kind} {asked} style='display:block;width:{width}px;height:{}px'", 300 + chance.below(300)),
    )
}

#[test]
fn hardly_a_usual_chart_of_files_that_the_lists_were_not_written_from_begins_anew() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let mut chance = Chance(2_026);
    let mut anew = Vec::new();
    for page_of_some in 0..4 {
        let mut frames = String::new();
        let mut asked = Vec::new();
        for index in page_of_some * 20..page_of_some * 20 + 20 {
            let (text, attributes) = usual(&mut chance);
            site.put(&format!("/usual-{index}.csv"), PreparedResponse::csv(text));
            let chart = format!(
                "<migration-chart src=/usual-{index}.csv {attributes} loading=eager></migration-chart>"
            );
            site.put(&format!("/usual-{index}.html"), PreparedResponse::html(page(&chart, 0)));
            frames.push_str(&format!("<iframe src=/usual-{index}.html width=1120 height=620></iframe>"));
            asked.push(attributes);
        }
        reader.go(&site.page(&frames));
        let made = reader.wait_until(
            "all drawn",
            "const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentWindow);
             const isDrawn = (frame) => frame.document.querySelector('migration-chart')?.summary;
             return frames.every(isDrawn) && frames.map((frame) => frame.__made)",
        );
        let made = made.as_array().cloned().unwrap_or_default();
        assert_eq!(made.len(), 20);
        anew.extend(made.iter().zip(asked).filter(|(made, _)| **made != json!(1)).map(|(_, asked)| asked));
    }
    assert!(anew.len() <= 2, "{} of 80: {anew:#?}", anew.len());
}
