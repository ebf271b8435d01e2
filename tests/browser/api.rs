//! What scripts of the host page rely on: promise, events, state, options, data.

use serde_json::{Value, json};

use crate::harness::{CHART, PreparedResponse, QUARTER, Reader, TestSite, Window};

const CSV: &str = "year,people\n2020,5\n2021,7\n2022,11\n";

/// A page with a chart that has not been told what to show.
fn empty_chart(site: &TestSite) -> String {
    site.embed(
        r#"<migration-chart id="chart" loading="eager" style="display:block;height:400px">Yours</migration-chart>"#,
    )
}

#[test]
fn ready_is_fulfilled_after_the_first_frame() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(&format!("<migration-chart {QUARTER} style=\"height:400px\">x</migration-chart>")));
    let found = reader.eval(
        "return customElements.whenDefined('migration-chart').then(() => {
           const chart = document.querySelector('migration-chart');
           return chart.ready.then((value) => {
             const canvas = chart.shadowRoot.querySelector('canvas');
             const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
             return [value === undefined, data.some((byte) => byte > 0), chart.toCSV().length > 20];
           });
         })",
    );
    assert_eq!(found, json!([true, true, true]));
    reader.assert_silent();
}

#[test]
fn ready_is_rejected_with_the_fault() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader
        .go(&site.embed(r#"<migration-chart dataset="darien-crosings" loading="eager">x</migration-chart>"#));
    let fault = reader.eval(
        "return customElements.whenDefined('migration-chart').then(() =>
           document.querySelector('migration-chart').ready.then(() => 'fulfilled', (fault) => fault))",
    );
    assert_eq!(fault["code"], "unknown-dataset");
    assert_eq!(fault, reader.wait_for_event("error", CHART));
    // After the way out was taken there is a new promise, which is kept.
    let mended = reader.eval(
        "const chart = document.querySelector('migration-chart');
         chart.setAttribute('dataset', 'darien-crossings');
         return chart.ready.then(() => chart.toCSV().length > 20, (fault) => fault)",
    );
    assert_eq!(mended, json!(true));
    reader.assert_silent();
}

#[test]
fn load_bubbles_is_composed_and_comes_again_with_new_data() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(
        "<script>window.heard = []; document.addEventListener('load', (event) =>
           event instanceof CustomEvent && heard.push([event.bubbles, event.composed, event.target.localName]))</script>
         <main><migration-chart dataset=\"darien-crossings\" style=\"display:block;height:400px\">x</migration-chart></main>"
    ));
    reader.wait_for_load(CHART);
    assert_eq!(reader.eval("return heard"), json!([[true, true, CHART]]));
    reader.eval("document.querySelector('migration-chart').dataset.mine = 'no attribute of ours'");
    reader
        .eval("document.querySelector('migration-chart').setAttribute('dataset', 'darien-crossings-annual')");
    reader.wait_for_events("load", CHART, 2);
    reader.eval_with("document.querySelector('migration-chart').data = arguments[0]", &[json!(CSV)]);
    reader.wait_for_events("load", CHART, 3);
    assert_eq!(reader.eval("return heard.length"), json!(3));
    reader.assert_silent();
}

#[test]
fn change_tells_the_state_when_a_reader_changes_the_view() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { width: 340, height: 800, ..Window::default() }) else {
        return;
    };
    reader.open_chart_of(&site, r#"dataset="displacement-world" kind="stacked-area""#, 640);
    assert_eq!(reader.events("change", CHART), Vec::<Value>::new());
    reader.click(Some(CHART), ".legend button");
    let state = reader.wait_for_event("change", CHART);
    let hidden = state["hidden"].as_array().expect("a list");
    assert_eq!(hidden.len(), 1, "{state}");
    assert_eq!(state["tab"], "chart");
    reader.click(Some(CHART), "[data-tab=table]");
    let state = reader.wait_for_events("change", CHART, 2)[1].clone();
    assert_eq!(state["tab"], "table");
    assert_eq!(&state["hidden"], &json!(hidden), "one choice keeps the other");
    let now = reader.eval("return document.querySelector('migration-chart').state");
    assert_eq!([&now["tab"], &now["hidden"]], [&state["tab"], &state["hidden"]]);
    // A series that is switched off is in no value either.
    let key = hidden[0].as_str().expect("a key");
    assert!(reader.csv(CHART).iter().all(|row| row[1] != key), "{key}");
    reader.assert_silent();
}

#[test]
fn state_is_settable_and_comes_back_as_it_was() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, QUARTER);
    let state = json!({ "hidden": ["VEN"], "highlight": "HTI", "tab": "chart", "cursor": "2023-02" });
    let found = reader.eval_with(
        "const chart = document.querySelector('migration-chart'); chart.state = arguments[0]; return chart.state",
        std::slice::from_ref(&state),
    );
    assert_eq!(found, state);
    reader.wait_until(
        "a chart without Venezuela",
        "return !document.querySelector('migration-chart').toCSV().includes('VEN')",
    );
    assert_eq!(reader.tooltip(CHART).expect("the cursor is in February").head, "February 2023");
    // Three months less 2,337 + 7,097 + 20,816 Venezuelans.
    assert_eq!(reader.csv_sum(CHART, ""), 57_140.0);
    // The state of one chart shows the same in another, also when set before it has loaded.
    reader.go(&site.embed(&format!(
        "<migration-chart {QUARTER} style=\"display:block;height:400px\">x</migration-chart>
         <script>document.querySelector('migration-chart').state = {state}</script>"
    )));
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv_sum(CHART, ""), 57_140.0);
    assert_eq!(reader.eval("return document.querySelector('migration-chart').state"), state);
    // What is no state changes nothing and throws nothing.
    for nonsense in ["null", "7", "'table'", "[]", "{ tab: 'nonsense' }", "{ hidden: 5 }", "{}", "undefined"]
    {
        reader.eval(&format!("document.querySelector('migration-chart').state = {nonsense}"));
    }
    assert!(reader.csv_sum(CHART, "") > 0.0);
    reader.assert_silent();
}

#[test]
fn configure_takes_camel_case_options_and_data() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&empty_chart(&site));
    reader.wait_for_event("error", CHART);
    reader.eval_with(
        "chart.configure({ data: arguments[0], kind: 'bar', x: 'year', y: ['people'], from: 2021, heading: 'Mine',
                           subheading: 'In words', normalize: null, controls: 'none', top: undefined })",
        &[json!(CSV)],
    );
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv(CHART), [["year", "people"], ["2021", "7"], ["2022", "11"]]);
    assert_eq!(reader.shadow_text(CHART, ".title"), "Mine");
    assert_eq!(reader.shadow_text(CHART, ".subtitle"), "In words");
    assert_eq!(reader.eval("return chart.getAttribute('from')"), json!("2021"));
    for nothing in ["", "null", "{}", "{ data: undefined }"] {
        reader.eval(&format!("chart.configure({nothing})"));
    }
    reader.eval_with("chart.configure({ data: arguments[0], from: null })", &[json!(CSV)]);
    reader.wait_until("all years", "return chart.toCSV().trim().split('\\n').length === 4");
    reader.assert_silent();
    // What the contract does not name is told to the page's author, and nothing else.
    reader.eval("chart.configure({ nonsense: 5, onload: 'alert(1)' })");
    let console = reader.console();
    assert_eq!(console.len(), 2, "{console:?}");
    assert!(console[0].contains("no “nonsense”") && console[1].contains("no “onload”"), "{console:?}");
}

#[test]
fn data_may_be_rows_text_or_bytes() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let expected = [["year", "people"], ["2020", "5"], ["2021", "7"], ["2022", "11"]];
    for data in [
        "[{ year: 2020, people: 5 }, { year: 2021, people: 7 }, { year: 2022, people: 11 }]",
        "[{ year: '2020', people: '5' }, { year: '2021', people: 7 }, { year: 2022, people: 11, other: null }]",
        "'year,people\\n2020,5\\n2021,7\\n2022,11\\n'",
        "'year;people\\r\\n2020;5\\r\\n2021;7\\r\\n2022;11'",
        "new TextEncoder().encode('year,people\\n2020,5\\n2021,7\\n2022,11\\n').buffer",
        "new TextEncoder().encode('year,people\\n2020,5\\n2021,7\\n2022,11\\n')",
    ] {
        reader.go(&empty_chart(&site));
        reader
            .eval(&format!("customElements.whenDefined('migration-chart').then(() => chart.data = {data})"));
        reader.wait_until("the figures", "return chart.toCSV?.().length > 0");
        let mut csv = reader.csv(CHART);
        csv.iter_mut().for_each(|row| row.truncate(2));
        assert_eq!(csv, expected, "{data}");
    }
    // Fractions and dates arrive as they were.
    reader.eval("chart.data = [{ day: new Date(Date.UTC(2023, 2, 15)), people: 1.5 }, { day: '2023-03-16', people: 1.234 }]");
    reader.wait_until("the days", "return chart.toCSV().includes('2023-03-16')");
    assert_eq!(reader.csv(CHART), [["day", "people"], ["2023-03-15", "1.5"], ["2023-03-16", "1.234"]]);
    reader.assert_silent();
}

#[test]
fn data_of_another_frame_are_data_too() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for data in [
        "[{ day: new Date(Date.UTC(2023, 2, 15)), people: 5 }, { day: '2023-03-16', people: 7 }]",
        "new TextEncoder().encode('day,people\\n2023-03-15,5\\n2023-03-16,7\\n')",
        "new TextEncoder().encode('day,people\\n2023-03-15,5\\n2023-03-16,7\\n').buffer",
    ] {
        reader.go(&empty_chart(&site));
        reader.eval(&format!(
            "const frame = document.createElement('iframe'), script = document.createElement('script');
             document.body.append(frame);
             script.textContent = `window.theirs = {data}`;
             frame.contentDocument.body.append(script);
             const {{ theirs }} = frame.contentWindow;
             return customElements.whenDefined('migration-chart').then(() => {{ chart.data = theirs; }})",
            data = data.replace('\\', "\\\\")
        ));
        reader.wait_until("the figures", "return chart.toCSV?.().length > 0");
        assert_eq!(
            reader.csv(CHART),
            [["day", "people"], ["2023-03-15", "5"], ["2023-03-16", "7"]],
            "{data}"
        );
    }
    reader.assert_silent();
}

#[test]
fn nonsense_as_data_is_a_fault_in_words() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for data in
        ["42", "true", "{}", "[1, 2, 3]", "[[1, 2]]", "() => 5", "[{ year: 2020, people: {} }]", "new Map()"]
    {
        reader.go(&empty_chart(&site));
        reader
            .eval(&format!("customElements.whenDefined('migration-chart').then(() => chart.data = {data})"));
        let fault = reader.wait_until(
            "the fault",
            "return __seen.filter(e => e.type === 'error' && e.detail.code !== 'nothing-to-show').at(-1)?.detail",
        );
        assert_eq!(fault["code"], "bad-data", "{data}: {fault}");
        assert!(fault["message"].as_str().is_some_and(|message| message.ends_with('.')), "{fault}");
        assert!(fault["hint"].as_str().is_some_and(|hint| hint.ends_with('.')), "{fault}");
        assert!(reader.shadow_text(CHART, ".message").contains(fault["message"].as_str().unwrap_or("?")));
    }
    // Good data afterwards show as if nothing had been.
    reader.eval_with("chart.data = arguments[0]", &[json!(CSV)]);
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv_sum(CHART, ""), 23.0);
    reader.assert_silent();
}

#[test]
fn properties_set_before_the_script_came_are_kept() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let script = site.url("/embed.js");
    reader.go(&site.page(&format!(
        "<!doctype html><html lang=en><title>Early</title>
         <migration-chart id=chart style=\"display:block;height:400px\">x</migration-chart>
         <script>chart.data = {csv}; chart.state = {{ tab: 'table' }};</script>
         <script src=\"{script}\"></script></html>",
        csv = json!(CSV)
    )));
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv_sum(CHART, ""), 23.0);
    assert_eq!(reader.eval("return chart.state.tab"), json!("table"));
    let made = reader.eval_with(
        "const made = document.createElement('migration-chart');
         made.style.height = '300px'; made.data = arguments[0]; document.body.append(made);
         made.scrollIntoView(); return made.ready.then(() => made.toCSV().length > 0)",
        &[json!(CSV)],
    );
    assert_eq!(made, json!(true), "an element made by a script");
    reader.assert_silent();
}

#[test]
fn summary_tells_trend_peak_latest_figure_and_source() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let summary = || reader.eval_text("return document.querySelector('migration-chart').summary");
    reader.open_chart(&site, QUARTER);
    let text = summary();
    for part in ["24,634", "38,099", "January 2023", "March 2023", "Panam"] {
        assert!(text.contains(part), "“{part}” is not in: {text}");
    }
    // The whole series: its peak is August 2023, its last month April 2025.
    reader.open_chart(&site, r#"dataset="darien-crossings""#);
    let text = summary();
    for part in ["81,946", "August 2023", "April 2025", "Panam"] {
        assert!(text.contains(part), "“{part}” is not in: {text}");
    }
    // What the reader finds in the text tab: the same, with the source below it, once.
    let paragraphs = reader.shadow_texts(CHART, ".words p");
    let told = paragraphs.first().expect("a paragraph");
    assert!(told.contains("81,946") && text.starts_with(told.as_str()), "{told} is not the begin of {text}");
    assert_eq!(
        paragraphs.iter().filter(|paragraph| paragraph.contains("Source:")).count(),
        1,
        "{paragraphs:?}"
    );
    reader.open_chart(&site, &format!("{QUARTER} alt=\"What I say.\""));
    assert_eq!(summary(), "What I say.");
    reader.assert_silent();
}

#[test]
fn author_texts_are_text_and_never_markup() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put(
        "/evil.csv",
        PreparedResponse::csv(
            "year,name,people\n2020,<img src=x onerror=alert(1)>,5\n2021,javascript:alert(1),7\n",
        ),
    );
    let evil = "&lt;script&gt;window.evil = 1&lt;/script&gt;&lt;b&gt;bold&lt;/b&gt;";
    reader.open_chart(
        &site,
        &format!(r#"src="/evil.csv" series="name" heading="{evil}" note="{evil}" credit="{evil}" subheading="{evil}""#),
    );
    reader.click(Some(CHART), "[data-tab=table]");
    reader.click(Some(CHART), "[data-tab=words]");
    assert_eq!(reader.shadow_count(CHART, "b, img, script, a"), 0);
    assert!(reader.shadow_text(CHART, ".title").contains("<b>bold</b>"));
    assert_eq!(reader.eval("return window.evil ?? null"), Value::Null);
    let svg = reader.eval_text("return document.querySelector('migration-chart').toSVG()");
    assert!(!svg.contains("<script") && !svg.contains("<b>"), "{svg}");
    reader
        .go(&site.embed(r#"<migration-chart src="javascript:alert(1)" loading="eager">x</migration-chart>"#));
    assert_eq!(reader.wait_for_event("error", CHART)["code"], "bad-address");
}
