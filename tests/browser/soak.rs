//! What takes more than a minute, run by `cargo xtask soak`: memory over thousands of widgets and of changes, and every request
//! of a page under every fault.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::harness::{CHART, PreparedResponse, QUARTER, Reader, TestSite, skips_beyond_chromium};

/// Nodes, listeners, bytes of the page's heap and of the module's memory, once nobody holds what nobody needs.
fn held(reader: &Reader) -> [f64; 4] {
    reader.cdp("Performance.enable", json!({}));
    for _ in 0..3 {
        reader.wait_for_rest();
        reader.cdp("HeapProfiler.collectGarbage", json!({}));
    }
    let counters = reader.cdp("Memory.getDOMCounters", json!({}));
    let metrics = reader.cdp("Performance.getMetrics", json!({}));
    let heap = metrics["metrics"].as_array().into_iter().flatten();
    let heap =
        heap.filter(|one| one["name"] == json!("JSHeapUsedSize")).find_map(|one| one["value"].as_f64());
    let glue = TestSite::pkg("migration_widget.js");
    let memory = reader.eval_number(&format!(
        "return import('{glue}').then((glue) => glue.default()).then(({{ memory }}) => memory.buffer.byteLength)"
    ));
    let count = |name: &str| counters[name].as_f64().unwrap_or(f64::NAN);
    [count("nodes"), count("jsEventListeners"), heap.unwrap_or(f64::NAN), memory]
}

/// Fails unless all is within two per cent of what it was; what is counted may be a few more.
#[track_caller]
fn assert_given_back(reader: &Reader, first: [f64; 4]) {
    let mut last = held(reader);
    for _ in 0..10 {
        if last.iter().zip(first).all(|(last, first)| *last <= first * 1.02 + 20.0) {
            return;
        }
        last = held(reader);
    }
    panic!(
        "nodes, listeners, bytes of heap, bytes of the module: {first:?} after warm-up, {last:?} at the end"
    );
}

#[test]
fn two_thousand_widgets_leave_the_memory_where_it_was() {
    if skips_beyond_chromium("no other engine counts its nodes and listeners") {
        return;
    }
    let (site, reader) = (TestSite::start(), Reader::alone());
    reader.go(&site.embed("<p>A page</p>"));
    reader.wait_until("the script", "return !!customElements.get('migration-chart')");
    let round = |count: usize| {
        reader.eval(&format!(
            "const style = 'display:block;width:480px;height:360px';
             for (let at = 0; at < {count}; at++) {{
               const hold = document.createElement('div');
               hold.innerHTML = `<migration-chart dataset=darien-crossings kind=line loading=eager style='${{style}}'></migration-chart>
                 <migration-chart dataset=displacement-americas kind=bar x=coo_iso top=5 loading=eager style='${{style}}'></migration-chart>
                 <migration-chart dataset=darien-crossings kind=stacked-area top=3 loading=eager style='${{style}}'></migration-chart>
                 <pillar-explorer loading=eager style='${{style}}'></pillar-explorer>`;
               document.body.append(hold);
               await Promise.all([...hold.children].map((one) => one.ready));
               hold.remove();
               __seen.length = 0;
               await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
             }}"
        ));
    };
    (0..5).for_each(|_| round(10));
    let first = held(&reader);
    (0..50).for_each(|_| round(10));
    assert_given_back(&reader, first);
    reader.assert_silent();
}

#[test]
fn ten_thousand_changes_of_data_leave_the_memory_where_it_was() {
    if skips_beyond_chromium("no other engine counts its nodes and listeners") {
        return;
    }
    let (site, reader) = (TestSite::start(), Reader::alone());
    reader.go(&site.embed(&format!(
        "<{CHART} loading=eager style=\"display:block;width:480px;height:360px\"></{CHART}>"
    )));
    let round = |count: usize| {
        reader.eval(&format!(
            "const chart = document.querySelector('migration-chart');
             for (let at = 0; at < {count}; at++) {{
               chart.data = `year,refugees\\n2019,${{at}}\\n2020,6\\n2021,${{at % 7}}\\n`;
               await chart.ready;
               __seen.length = 0;
             }}"
        ));
    };
    (0..5).for_each(|_| round(200));
    let first = held(&reader);
    (0..45).for_each(|_| round(200));
    assert_given_back(&reader, first);
    reader.assert_silent();
}

/// What may be wrong with an answer, by a word for it.
fn faults(path: &str, bytes: &[u8]) -> Vec<(&'static str, PreparedResponse)> {
    let kind = match path.rsplit('.').next().and_then(|end| end.split('?').next()) {
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("csv") => "text/csv",
        _ => "application/json",
    };
    let page = "<!doctype html><title>Home</title><p>Sign in</p>";
    vec![
        ("404", PreparedResponse::html(page).status(404)),
        ("500", PreparedResponse::html("").status(500)),
        ("a page", PreparedResponse::html(page)),
        ("of another type", PreparedResponse::new("application/octet-stream", page)),
        ("cut", PreparedResponse::new(kind, bytes).cut_in_half()),
        ("half", PreparedResponse::new(kind, &bytes[..bytes.len() / 2])),
        ("empty", PreparedResponse::new(kind, "")),
        ("garbage", PreparedResponse::new(kind, b"\x00\xff{[\"garbage".repeat(40))),
    ]
}

/// The pages whose requests are spoilt: the element, and its markup.
fn pages() -> [(&'static str, String); 4] {
    let style = "loading=eager style=\"display:block;width:700px;height:420px\"";
    [
        (CHART, format!("<{CHART} {QUARTER} {style}></{CHART}>")),
        (CHART, format!("<{CHART} dataset=displacement-americas kind=map {style}></{CHART}>")),
        (CHART, format!("<{CHART} src=/own.json {style}></{CHART}>")),
        ("pillar-explorer", format!("<pillar-explorer {style}></pillar-explorer>")),
    ]
}

/// What a page asks of the built site, without its script: told by opening it, so that what is new is in it by itself.
fn asked(html: &str) -> Vec<String> {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/own.json", own());
    reader.go(&site.embed(html));
    reader.wait_until(
        "the figure",
        "return document.querySelector('[style]').shadowRoot?.querySelector('[part]:not([hidden])')",
    );
    reader.wait_for_rest();
    let mut paths: Vec<String> = site.requests().into_iter().map(|asked| asked.path).collect();
    paths.sort();
    paths.dedup();
    paths.retain(|path| {
        ["/pkg/", "/locales/", "/data/", "/maps/"].iter().any(|folder| path.starts_with(folder))
    });
    paths
}

fn own() -> PreparedResponse {
    PreparedResponse::new("application/json", r#"[{"year":2019,"refugees":5},{"year":2020,"refugees":6}]"#)
}

/// Opens a page with one answer spoilt: what is wrong with what its reader sees, then and once the answer is whole.
fn spoilt(element: &str, html: &str, path: &str, fault: PreparedResponse, faults: &mut String, name: &str) {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/own.json", own());
    site.put(path, fault);
    reader.script_at_start(
        "window.escaped = []; addEventListener('unhandledrejection', ({ reason }) => escaped.push(String(reason)));
         addEventListener('error', ({ message }) => message && escaped.push(message));",
    );
    reader.go(&site.embed(&format!("<h1>Above</h1>{html}<p>Below.</p>")));
    let seen = "const [element] = document.querySelectorAll(arguments[0]), root = element.shadowRoot;
        const figure = root?.querySelector('[part]:not([hidden])');
        const message = root?.querySelector('.message');
        const said = message?.checkVisibility() && message.textContent.trim();
        const { width, height } = element.getBoundingClientRect();
        return (figure || (said && !said.includes('Loading'))) && [Boolean(figure), said || '', Math.round(width), Math.round(height)];";
    let looked = reader.wait_until_with(&format!("{name}: a picture or words"), seen, &[json!(element)]);
    if looked[2] != json!(700) || looked[3] != json!(420) {
        let _ = writeln!(faults, "{name}: the box is {looked}");
    }
    reader.wait_for_rest();
    let shift = reader.layout_shift();
    if shift > 0.0 {
        let _ = writeln!(faults, "{name}: moved by {shift}: {}", reader.layout_shifts());
    }
    let escaped = reader.eval("return escaped");
    if escaped != json!([]) {
        let _ = writeln!(faults, "{name}: {escaped} escaped");
    }
    let told = reader.console().into_iter().filter(|line| line.contains("migration-widget: ")).count();
    if looked[0] == Value::Bool(false) && told != 1 && !path.starts_with("/data/") {
        let _ = writeln!(faults, "{name}: told {told} times: {:?}", reader.console());
    }
    // The network is back.
    let bytes = TestSite::built(path[1..].split('?').next().unwrap_or_default());
    let kind = if path.contains(".js?") || path.ends_with(".js") {
        "text/javascript"
    } else if path.contains(".wasm") {
        "application/wasm"
    } else {
        "application/json"
    };
    site.put(path, PreparedResponse::new(kind, bytes));
    reader.eval("dispatchEvent(new Event('online'))");
    let healed = reader.eval_with(
        "const whole = () => document.querySelector(arguments[0]).shadowRoot.querySelector('[part]:not([hidden])');
         for (let at = 0; at < 100 && !whole(); at++) await new Promise((done) => setTimeout(done, 100));
         return Boolean(whole());",
        &[json!(element)],
    );
    if healed != Value::Bool(true) {
        let _ = writeln!(faults, "{name}: not healed; {looked}");
    }
}

#[test]
fn every_request_of_a_page_may_fail_in_every_way() {
    let mut found = String::new();
    let mut count = 0;
    for (element, html) in pages() {
        for path in asked(&html) {
            let bytes = TestSite::built(path[1..].split('?').next().unwrap_or_default());
            for (fault, answer) in faults(&path, &bytes) {
                count += 1;
                spoilt(element, &html, &path, answer, &mut found, &format!("{element}, {path} {fault}"));
            }
        }
    }
    assert!(count > 150, "{count}");
    assert!(found.is_empty(), "of {count}:\n{found}");
}
