//! The builder: from figures to a pasted, working chart, with advice, and with nothing sent.

use serde_json::json;

use crate::harness::{PreparedResponse, Reader, TestSite, Window};

pub const PREVIEW: &str = "#sheet migration-chart";
/// An author's own file with one thing wrong: no country is called Narnia.
pub const OWN: &str = "year,country,people\n2022,Peru,1234\n2022,Chile,2000\n2023,Peru,1500\n2023,Narnia,7\n";

/// Opens the builder at a fragment, and waits until its preview stands and has been judged.
pub fn open(site: &TestSite, reader: &Reader, fragment: &str) {
    reader.go(&site.url(&format!("/builder.html{fragment}")));
    settled(reader);
}

/// Waits until the chart of the preview has been judged.
pub fn settled(reader: &Reader) {
    reader.wait_until(
        "a preview that stands",
        "const chart = document.querySelector('#sheet migration-chart');
         return !!chart?.summary && !!document.querySelector('#advice h3')
           && document.querySelector('#snippet').textContent.includes(chart.summary.slice(0, 40))",
    );
}

/// Gives the builder a file, as a hand would choose it.
pub fn drop_file(reader: &Reader, name: &str, text: &str) {
    reader.eval_with(
        "const held = new DataTransfer();
         held.items.add(new File([arguments[1]], arguments[0], { type: 'text/csv' }));
         const input = document.getElementById('file');
         input.files = held.files;
         input.dispatchEvent(new Event('change', { bubbles: true }));",
        &[json!(name), json!(text)],
    );
}

/// Drops a file somewhere on the page.
pub fn drop_on_page(reader: &Reader, name: &str, text: &str) {
    reader.eval_with(
        "const held = new DataTransfer();
         held.items.add(new File([arguments[1]], arguments[0]));
         document.querySelector('.lead').dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }));",
        &[json!(name), json!(text)],
    );
}

/// Sets a choice, as a hand would.
pub fn choose(reader: &Reader, name: &str, value: &str) {
    reader.eval_with(
        "const [name, value] = arguments;
         const radio = document.querySelector(`input[type=radio][name='${name}'][value='${value}']`);
         if (radio) return radio.click();
         const controls = [...document.querySelectorAll(`[name='${name}']`)];
         const control = controls.find((one) => one.checkVisibility()) ?? controls[0];
         control.value = value;
         control.dispatchEvent(new Event('input', { bubbles: true }));",
        &[json!(name), json!(value)],
    );
}

/// The code of a form.
pub fn snippet(reader: &Reader, form: &str) -> String {
    choose(reader, "form", form);
    reader.eval_text("return document.getElementById('snippet').textContent")
}

/// What the page's address holds.
pub fn fragment(reader: &Reader) -> String {
    reader.eval_text("return location.hash")
}

/// Fails unless a text holds every part.
#[track_caller]
pub fn has_all(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is missing:\n{text}");
    }
}

#[test]
fn a_shipped_dataset_becomes_a_snippet_that_draws_the_same_figures() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "#kind=line&from=2023-01&to=2023-03");
    // January to March 2023: 24,634 + 24,657 + 38,099.
    assert_eq!(reader.csv_sum(PREVIEW, "2023"), 87_390.0);
    let element = snippet(&reader, "element");
    has_all(
        &element,
        &["dataset=\"darien-crossings\"", "kind=\"line\"", "aspect-ratio:16/10;min-height:30rem"],
    );
    reader
        .go(&site.page(&format!("<!doctype html><html lang=en><title>Pasted</title><body>{element}</html>")));
    reader.wait_for_load("migration-chart");
    assert_eq!(reader.csv_sum("migration-chart", "2023"), 87_390.0);
    reader.assert_silent();
}

#[test]
fn one_tag_draws_the_same_and_keeps_its_words_beside_it() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "#kind=line&from=2023-01&to=2023-03&c1=%23aa3377");
    let tag = snippet(&reader, "tag");
    has_all(
        &tag,
        &[
            "data-widget=\"migration-chart\"",
            "data-from=\"2023-01\"",
            "<noscript>",
            "min-height:30rem",
            "--mw-series-1:#aa3377",
        ],
    );
    reader.go(&site.page(&format!("<!doctype html><html lang=en><title>Pasted</title><body>{tag}</html>")));
    reader.wait_for_load("migration-chart");
    assert_eq!(reader.csv_sum("migration-chart", "2023"), 87_390.0);
}

#[test]
fn a_file_of_ones_own_is_read_judged_changed_and_pasted() {
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1200, height: 800, ..Window::default() }));
    open(&site, &reader, "");
    drop_file(&reader, "own.csv", OWN);
    let said = reader.wait_until(
        "the report",
        "return document.querySelector('#oddities li.warning') && document.querySelector('#oddities').textContent",
    );
    has_all(said.as_str().expect("text"), &["Narnia", "line 5", "“country”"]);
    let report = reader.text("#report");
    has_all(&report, &["Rows", "4", "Horizontal axis", "Figure", "People"]);
    let roles = reader.eval(
        "return [...document.querySelectorAll('#report .columns tr')].slice(1).map((row) => [...row.cells].slice(0, 2).map((cell) => cell.textContent))",
    );
    assert_eq!(roles, json!([["year", "period"], ["country", "country"], ["people", "figure"]]));
    has_all(&reader.text("#advice"), &["Give the chart a title", "Nothing names the source"]);
    settled(&reader);
    choose(&reader, "kind", "bar");
    choose(&reader, "x", "year");
    choose(&reader, "series", "none");
    choose(&reader, "heading", "Our \"own\" <count> [2023]");
    choose(&reader, "credit", "Our office");
    choose(&reader, "carry", "address");
    choose(&reader, "src", "/data/own.csv");
    reader.wait_until(
        "the title",
        "return document.querySelector('#snippet').textContent.includes('Our office')",
    );
    reader.wait_until(
        "its figures",
        "return document.querySelector('#sheet migration-chart').toCSV().includes('3234')
           && document.querySelector('#snippet').textContent.includes('<td>3234</td>')",
    );
    assert_eq!(reader.csv_cell(PREVIEW, &["2022"]), "3234");
    let element = snippet(&reader, "element");
    has_all(
        &element,
        &[
            "src=\"/data/own.csv\"",
            "kind=\"bar\"",
            "heading=\"Our &quot;own&quot; &lt;count&gt; [2023]\"",
            "<figure style=\"margin:0\"><svg role=\"img\" aria-label=\"Bar chart",
            "<caption>Our &quot;own&quot; &lt;count&gt; [2023]</caption>",
            "<tr><td>2022</td><td>3234</td></tr>",
        ],
    );
    has_all(
        &snippet(&reader, "tag"),
        &[
            "data-src=\"/data/own.csv\"",
            "data-heading=\"Our &quot;own&quot; &lt;count&gt; [2023]\"",
            "<noscript>",
            "min-height:30rem",
        ],
    );
    has_all(
        &snippet(&reader, "iframe"),
        &[
            "frame.html?widget=migration-chart&amp;src=%2Fdata%2Fown.csv&amp;kind=bar",
            "loading=\"lazy\"",
            "sandbox=\"allow-scripts allow-same-origin",
            "allow=\"fullscreen; clipboard-write\"",
            "title=\"Our &quot;own&quot;",
            "min-height:30rem",
        ],
    );
    has_all(&reader.text("#form-hint"), &["whole address"]);
    has_all(
        &snippet(&reader, "wordpress"),
        &[
            "[migration_chart src=\"/data/own.csv\" kind=\"bar\"",
            "heading=\"Our &quot;own&quot; &lt;count&gt; &#91;2023&#93;\"",
            "[/migration_chart]",
            "min-height:30rem",
        ],
    );
    has_all(
        &snippet(&reader, "react"),
        &[
            "import \"migration-widget\";",
            "src=\"/data/own.csv\"",
            "heading={\"Our \\\"own\\\" <count> [2023]\"}",
            "minHeight: \"30rem\"",
            "<p><strong>{\"Our \\\"own\\\" <count> [2023]\"}</strong></p>",
        ],
    );
    assert_eq!(reader.requests_leaving(&site.origin()), Vec::<String>::new());
    assert!(
        site.requests().iter().all(|asked| !asked.path.contains("own.csv")),
        "the file is read from the hand"
    );
    reader.assert_silent();
    site.put("/data/own.csv", PreparedResponse::csv(OWN));
    reader
        .go(&site.page(&format!("<!doctype html><html lang=en><title>Pasted</title><body>{element}</html>")));
    reader.wait_for_load("migration-chart");
    assert_eq!(reader.csv_cell("migration-chart", &["2022"]), "3234");
    assert_eq!(reader.shadow_text("migration-chart", ".title"), "Our \"own\" <count> [2023]");
}

#[test]
fn an_address_is_read_from_the_start() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/own.csv", PreparedResponse::csv(OWN));
    open(&site, &reader, "#source=url&src=/own.csv&series=none&x=year");
    reader.wait_until(
        "its figures",
        "return document.querySelector('#sheet migration-chart').toCSV().includes('1507')",
    );
    assert_eq!(reader.csv_cell(PREVIEW, &["2023"]), "1507");
    has_all(&snippet(&reader, "element"), &["src=\"/own.csv\"", "series=\"none\""]);
}

#[test]
fn the_link_opens_the_builder_as_it_was() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    choose(&reader, "dataset", "venezuelans-abroad");
    choose(&reader, "kind", "bar");
    choose(&reader, "x", "coa_iso");
    choose(&reader, "top", "7");
    choose(&reader, "c2", "#007755");
    choose(&reader, "form", "react");
    choose(&reader, "look", "dark");
    let (link, before) = (fragment(&reader), snippet(&reader, "react"));
    assert_eq!(
        link,
        "#dataset=venezuelans-abroad&kind=bar&x=coa_iso&top=7&c2=%23007755&form=react&look=dark"
    );
    reader.go(&site.url("/"));
    open(&site, &reader, &link);
    let shown = reader.eval(
        "const named = (name) => document.querySelector(`[name=${name}]:is(select, [type=color], [type=number], :checked)`).value;
         return ['source', 'dataset', 'kind', 'x', 'top', 'c2', 'form', 'look'].map(named)",
    );
    assert_eq!(
        shown,
        json!(["shipped", "venezuelans-abroad", "bar", "coa_iso", "7", "#007755", "react", "dark"])
    );
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    reader.wait_until(
        "the same words",
        "return document.querySelector('#snippet').textContent.includes('Colombia')",
    );
    has_all(&words(&snippet(&reader, "react")), &["top=\"7\"", "\"--mw-series-2\": \"#007755\""]);
    assert!(before.contains("kind=\"bar\""));
}

#[test]
fn a_link_to_work_on_a_file_asks_for_the_file_again() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.url("/builder.html#source=file&file=own.csv&src=own.csv&series=none&x=year"));
    let asked = reader.wait_until("the request", "return document.querySelector('#oddities p')?.textContent");
    has_all(asked.as_str().expect("text"), &["own.csv", "never left your computer"]);
    drop_on_page(&reader, "own.csv", OWN);
    settled(&reader);
    reader.wait_until(
        "its figures",
        "return document.querySelector('#sheet migration-chart').toCSV().includes('1507')",
    );
    assert_eq!(reader.csv_cell(PREVIEW, &["2023"]), "1507", "the choices of the link are kept");
}

#[test]
fn advice_appears_and_its_button_follows_it() {
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1200, height: 800, ..Window::default() }));
    for (fragment_, said, button, after) in [
        ("#kind=line&top=6", "6 lines are more", "too-many-lines", "#kind=line&top=4"),
        ("#top=9", "9 groups are more", "too-many-groups", "#top=5"),
        (
            "#dataset=venezuelans-abroad&kind=map&to=2023",
            "Counts are drawn as circles",
            "map-of-counts",
            "#dataset=venezuelans-abroad&kind=map&per=100000&to=2023",
        ),
        (
            "#dataset=darien-crossings-annual&kind=bar&scale=log",
            "Bars and areas start at zero",
            "no-zero",
            "#dataset=darien-crossings-annual&kind=bar",
        ),
        (
            "#dataset=venezuelans-abroad&aggregate=sum&x=coa_iso&kind=bar",
            "cannot be added up over time",
            "sum-of-stocks",
            "#dataset=venezuelans-abroad&kind=bar&x=coa_iso&aggregate=last",
        ),
    ] {
        reader.go("about:blank");
        reader.go(&site.url(&format!("/builder.html{fragment_}")));
        let button = format!("#advice button[data-advice={button}]");
        reader.wait_until(said, &format!("return document.querySelector('{button}')"));
        has_all(&reader.text("#advice"), &[said]);
        reader.click(None, &button);
        assert_eq!(fragment(&reader), after);
        reader.wait_until("the advice to go", &format!("return !document.querySelector('{button}')"));
        settled(&reader);
    }
}

#[test]
fn colours_that_some_reader_confuses_are_flagged() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    has_all(&reader.text("#palette"), &["On light: every colour stands out"]);
    // ColorBrewer's red and green, 0.04 apart with deuteranopia; and a yellow, 1.2:1 on white.
    choose(&reader, "c1", "#d7191c");
    choose(&reader, "c2", "#1a9641");
    choose(&reader, "c3", "#ffee55");
    // Each colour is looked at by itself on a slow machine: the last one's flag says that all were.
    reader.wait_until(
        "the flag of the third",
        "return document.querySelector('#palette').textContent.includes('Series 3 has')",
    );
    let said = reader.text("#palette");
    has_all(&said, &["Series 1 and 2 look alike to readers with deuteranopia (green-blind): 0.04 apart"]);
    has_all(&said, &["Series 3 has a contrast of 1.2:1"]);
    has_all(
        &snippet(&reader, "element"),
        &["--mw-series-1:#d7191c;--mw-series-2:#1a9641;--mw-series-3:#ffee55"],
    );
    has_all(&reader.text("#advice"), &["do not hold for every reader"]);
    reader.click(None, "#advice button[data-advice=colors]");
    assert_eq!(fragment(&reader), "", "the colours are taken back");
    reader.wait_until("the theme's own", "return document.querySelector('#palette .good')");
    choose(&reader, "look", "dark");
    reader.wait_until(
        "dark",
        "return document.querySelector('#palette').textContent.includes('On dark: every')",
    );
}

#[test]
fn from_the_gallery_to_the_code_of_ones_own_chart_in_four_steps() {
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1200, height: 800, ..Window::default() }));
    reader.go(&site.url("/"));
    reader.click(None, ".make");
    settled(&reader);
    choose(&reader, "source", "file");
    let asked = reader.wait_until("the request", "return document.querySelector('#oddities p')?.textContent");
    has_all(asked.as_str().expect("text"), &["Drop a file"]);
    drop_file(&reader, "own.csv", OWN);
    settled(&reader);
    choose(&reader, "carry", "address");
    reader.click(None, "#copy");
    // The address goes without saying: beside the page, under its own name.
    let element = snippet(&reader, "element");
    site.put("/own.csv", PreparedResponse::csv(OWN));
    reader
        .go(&site.page(&format!("<!doctype html><html lang=en><title>Pasted</title><body>{element}</html>")));
    reader.wait_for_load("migration-chart");
    assert_eq!(reader.csv_sum("migration-chart", "2022"), 3234.0);
}
