//! What a reader, a page and a script may do while a chunk of the module has not come: everything, and nothing breaks.

use serde_json::{Value, json};

use crate::harness::{PreparedResponse, Reader, TestSite};

const CHART: &str = "migration-chart";

/// Files of authors, each by its address and its fixture.
const CSV: (&str, &str) = ("/own.csv", "field/first_view/events.csv");
const JSON: (&str, &str) = ("/own.json", "field/json/seconds.json");
const XLSX: (&str, &str) = ("/own.xlsx", "xlsx/darien.xlsx");
const ODS: (&str, &str) = ("/own.ods", "field/packed/years_across.ods");
const OF_AGENCY: (&str, &str) = ("/sdmx.csv", "formats/sdmx.csv");

fn put(site: &TestSite, (address, fixture): (&str, &str)) {
    let bytes = std::fs::read(format!("tests/fixtures/{fixture}")).expect("a fixture");
    site.put(address, PreparedResponse::new("application/octet-stream", bytes));
}

/// Does all that can be done to the chart `CHART`, in several frames; gives what was thrown.
const USE_EVERYTHING: &str = r#"return (async () => {
    const chart = document.querySelector('migration-chart, pillar-explorer');
    const root = chart.shadowRoot;
    const thrown = [];
    const hear = (event) => thrown.push(String(event.message ?? event.reason));
    addEventListener('error', hear);
    addEventListener('unhandledrejection', hear);
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const tried = async (name, act) => {
      try { await act(); } catch (reason) { thrown.push(name + ': ' + reason); }
      await frame();
    };
    const all = (selector) => [...root.querySelectorAll(selector)];
    const fire = (selector, type, Kind, more) => all(selector).forEach((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      one.dispatchEvent(new Kind(type, { bubbles: true, composed: true, clientX: left + width / 3, clientY: top + height / 2, pointerId: 1, ...more }));
    });
    await tried('pointer', () => fire('.plot', 'pointermove', PointerEvent, { pointerType: 'mouse' }));
    await tried('drag', () => ['pointerdown', 'pointermove', 'pointerup', 'dblclick', 'pointerleave'].forEach((type) => fire('.plot', type, PointerEvent, { pointerType: 'touch' })));
    await tried('keys', () => all('input[type=range]').forEach((one) => { one.focus(); one.value = '1'; one.dispatchEvent(new Event('input', { bubbles: true })); }));
    await tried('escape', () => fire('.mw', 'keydown', KeyboardEvent, { key: 'Escape' }));
    await tried('menu', () => all('details').forEach((one) => (one.open = true)));
    await tried('selects', () => all('select').forEach((one) => one.dispatchEvent(new Event('change', { bubbles: true }))));
    await tried('legend', () => ['pointerover', 'pointerout'].forEach((type) => fire('.legend button', type, PointerEvent)));
    await tried('toCSV', () => chart.toCSV());
    await tried('toSVG', () => chart.toSVG?.());
    await tried('toPNG', () => chart.toPNG?.(1));
    await tried('summary', () => chart.summary);
    await tried('inferred', () => chart.inferred);
    await tried('highlight', () => chart.highlight?.('VEN'));
    await tried('mark', () => chart.mark?.([{ date: '2023-02-01', title: 'A mark' }]));
    await tried('state', () => (chart.state = { ...chart.state, highlight: null }));
    await tried('resize', () => (chart.style.width = '480px'));
    await tried('theme', () => chart.setAttribute('theme', 'dark'));
    await tried('configure', () => chart.configure({ ...(chart.mark && { heading: 'Another heading' }), controls: 'all' }));
    await tried('move', () => document.body.append(chart));
    await tried('removal', () => chart.remove());
    await tried('return', () => document.body.append(chart));
    removeEventListener('error', hear);
    removeEventListener('unhandledrejection', hear);
    return thrown;
    })();"#;

fn chart(attributes: &str) -> String {
    format!(
        "<migration-chart {attributes} loading=eager style='display:block;height:420px'>x</migration-chart>"
    )
}

fn use_everything(reader: &Reader) {
    assert_eq!(reader.eval(USE_EVERYTHING), json!([]));
}

/// The chart is whole: it reads under the pointer, gives its figures, and says nothing to the console.
fn assert_whole(reader: &Reader, what: &str) {
    reader.wait_until(
        what,
        "const chart = document.querySelector('migration-chart');
         return chart.toCSV().split('\\n').length > 2 && chart.summary && chart.toSVG().startsWith('<svg')
           && !chart.shadowRoot.querySelector('.message:not([hidden])')",
    );
    reader.assert_silent();
}

#[test]
fn first_drawing_is_used_while_what_follows_it_has_not_come() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let held = site.hold("/pkg/more.");
    reader.go(&site.embed(&chart("dataset=darien-crossings kind=line from=2023-01 to=2023-03")));
    held.wait_until_requested();
    reader.wait_until(
        "the drawing",
        "return document.querySelector('migration-chart').shadowRoot.querySelector('canvas')?.width > 0",
    );
    reader.eval("document.querySelector('migration-chart').state = { hidden: ['HTI'], tab: 'chart' }");
    use_everything(&reader);
    held.release();
    reader.wait_for_event("load", CHART);
    assert_whole(&reader, "the chart");
    // What was chosen while no one could listen is chosen.
    assert_eq!(reader.eval("return document.querySelector('migration-chart').state.hidden"), json!(["HTI"]));
}

/// The chart shown first, the chunk, and what asks for it later.
const LATER: [(&str, &str, &str, &str); 8] = [
    ("map by the reader", "dataset=darien-crossings kind=line", "map", "chart.state = { tab: 'map' }"),
    ("map", "dataset=displacement-americas kind=line", "map", "chart.setAttribute('kind', 'map')"),
    (
        "panels",
        "dataset=darien-crossings kind=line",
        "panels",
        "chart.setAttribute('kind', 'small-multiples')",
    ),
    ("slope", "dataset=darien-crossings kind=line", "panels", "chart.setAttribute('kind', 'slope')"),
    ("number", "dataset=darien-crossings kind=area", "panels", "chart.configure({ kind: 'number' })"),
    (
        "bars",
        "dataset=darien-crossings kind=line",
        "bars",
        "chart.configure({ kind: 'bar', x: 'nationality', series: 'none' })",
    ),
    (
        "scatter",
        "dataset=migrant-stock-americas kind=bar",
        "scatter",
        "chart.setAttribute('kind', 'scatter')",
    ),
    ("flow", "dataset=migrant-stock-americas kind=bar", "flow", "chart.setAttribute('kind', 'flow')"),
];

#[test]
fn chart_is_used_while_the_chunk_of_its_next_kind_has_not_come() {
    for (what, first, chunk, ask) in LATER {
        let (site, reader) = (TestSite::start(), Reader::new());
        reader.go(&site.embed(&chart(first)));
        reader.wait_for_load(CHART);
        let before = reader.eval_text("return document.querySelector('migration-chart').toCSV()");
        let held = site.hold(&format!("/pkg/{chunk}."));
        reader.eval(&format!("const chart = document.querySelector('migration-chart'); {ask}"));
        held.wait_until_requested();
        // Figures and drawing are still those of before, together.
        let csv = reader.eval_text("return document.querySelector('migration-chart').toCSV()");
        assert_eq!(csv, before, "{what}: figures change with their drawing");
        use_everything(&reader);
        held.release();
        let now = format!(
            "const chart = document.querySelector('migration-chart'), csv = chart.toCSV();
             return csv.length > 0 && csv !== {}",
            json!(before)
        );
        reader.wait_until(&format!("{what}: the other figures"), &now);
        assert_whole(&reader, what);
    }
}

#[test]
fn pointer_over_the_old_drawing_reads_the_old_figures() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(&chart("dataset=darien-crossings kind=line series=none from=2023-01 to=2023-03")));
    reader.wait_for_load(CHART);
    let at_the_end = |reader: &Reader| {
        reader.shadow_eval(
            CHART,
            ".keys",
            "found[0].value = found[0].max; found[0].dispatchEvent(new Event('input', { bubbles: true }));
             return found[0].getAttribute('aria-valuetext')",
        )
    };
    let before = at_the_end(&reader);
    assert!(before.as_str().is_some_and(|text| text.contains("March 2023")), "{before}");
    let held = site.hold("/pkg/panels.");
    reader.eval("document.querySelector('migration-chart').configure({ kind: 'number', from: '2022-01', to: '2022-12' })");
    held.wait_until_requested();
    assert_eq!(at_the_end(&reader), before);
    held.release();
    reader.wait_until(
        "the other figures",
        "return document.querySelector('migration-chart').toCSV().includes('2022')",
    );
    reader.assert_silent();
}

#[test]
fn what_reads_a_file_is_waited_for_while_everything_is_used() {
    for (chunk, file) in
        [("files", CSV), ("json", JSON), ("sheets", XLSX), ("office", ODS), ("agencies", OF_AGENCY)]
    {
        let (site, reader) = (TestSite::start(), Reader::new());
        put(&site, file);
        let held = site.hold(&format!("/pkg/{chunk}."));
        reader.go(&site.embed(&chart(&format!("src={}", file.0))));
        held.wait_until_requested();
        use_everything(&reader);
        held.release();
        reader.wait_for_event("load", CHART);
        assert_whole(&reader, chunk);
    }
}

#[test]
fn a_file_loads_only_the_readers_that_it_wants() {
    for (file, wanted) in [
        (CSV, &[][..]),
        (JSON, &["json"]),
        (XLSX, &["sheets"]),
        (ODS, &["sheets", "office"]),
        (OF_AGENCY, &["agencies"]),
    ] {
        let (site, reader) = (TestSite::start(), Reader::new());
        put(&site, file);
        reader.open_chart(&site, &format!("src={}", file.0));
        let is_asked = |name: &&str| {
            let path = format!("/pkg/{name}.");
            site.requests().iter().any(|asked| asked.path.starts_with(&path))
        };
        let asked: Vec<&str> =
            ["json", "sheets", "office", "agencies"].into_iter().filter(is_asked).collect();
        assert_eq!(asked, wanted, "{}", file.0);
        reader.assert_silent();
    }
}

#[test]
fn explorer_is_used_while_its_chunk_has_not_come() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let held = site.hold("/pkg/explorer.");
    reader
        .go(&site
            .embed("<pillar-explorer loading=eager style='display:block;height:600px'>x</pillar-explorer>"));
    held.wait_until_requested();
    use_everything(&reader);
    reader.eval("document.querySelector('pillar-explorer').state = { view: 'timeline' }");
    held.release();
    reader.wait_for_event("load", "pillar-explorer");
    assert_eq!(reader.eval("return document.querySelector('pillar-explorer').state.view"), json!("timeline"));
    reader.assert_silent();
}

#[test]
fn builder_is_told_nothing_before_its_chunk_has_come() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(&chart("dataset=darien-crossings kind=line")));
    reader.wait_for_load(CHART);
    let held = site.hold("/pkg/builder.");
    reader.eval(
        "window.engine_ = customElements.get('migration-chart').engine;
         engine_('builder', document.querySelector('migration-chart')).then((one) => (window.review_ = one.review()))",
    );
    held.wait_until_requested();
    let early = "return engine_('more', document.querySelector('migration-chart')).then((one) => one.review() === undefined)";
    assert_eq!(reader.eval(early), json!(true));
    use_everything(&reader);
    held.release();
    let advice = reader.wait_until("the review", "return window.review_?.advice");
    assert!(matches!(advice, Value::Array(_)), "{advice}");
    reader.assert_silent();
}

#[test]
fn map_whose_boundaries_cannot_be_had_leaves_the_chart_that_is_shown() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for name in ["americas", "world"] {
        site.put(&format!("/maps/{name}.txt"), PreparedResponse::html("gone").status(404));
    }
    reader.go(&site.embed(&chart("dataset=darien-crossings kind=line")));
    reader.wait_for_load(CHART);
    let before = reader.eval("return document.querySelector('migration-chart').toCSV()");
    reader.eval("document.querySelector('migration-chart').state = { tab: 'map' }");
    // The choice that cannot be answered is let go of, and the chart goes on.
    reader.wait_until(
        "the author's view",
        "return document.querySelector('migration-chart').state.tab === 'chart'",
    );
    assert_eq!(reader.eval("return document.querySelector('migration-chart').toCSV()"), before);
    reader.eval("document.querySelector('migration-chart').state = { from: '2023-01' }");
    reader.wait_until(
        "another choice",
        "return !document.querySelector('migration-chart').toCSV().includes('2022')",
    );
    assert_eq!(reader.events("error", CHART), Vec::<Value>::new());
}
