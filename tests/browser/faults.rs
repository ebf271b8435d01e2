//! Requests of a page under every fault of a network: what a reader sees of it, and that it heals. A sample of them; all are
//! tried by `cargo xtask soak`.

use std::fmt::Write;
use std::path::Path;
use std::sync::Mutex;

use serde_json::{Value, json};

use crate::browsing::media;
use crate::harness::{CHART, Engine, PreparedResponse, QUARTER, Reader, TestSite, engine};
use crate::lateness::SOONER;

/// What may be wrong with an answer, by a word for it.
const FAULTS: [&str; 11] = [
    "refused",
    "404",
    "500",
    "a page",
    "of another type",
    "cut",
    "half",
    "empty",
    "garbage",
    "silent",
    "slow",
];

/// A page whose requests are spoilt.
struct Page {
    /// What stands in it; `#looked` is looked at, and `#other` goes on.
    body: String,
    /// The beginnings of the requests that are spoilt.
    spoilt: &'static [&'static str],
    /// Whether its module is missing from the beginning.
    is_without_module: bool,
}

/// One fault of one request.
pub struct Case {
    page: usize,
    path: String,
    fault: &'static str,
}

const OURS: &[&str] = &["/pkg/", "/locales/", "/data/", "/maps/", "/own"];
/// Writes down what nobody catches.
const ESCAPED: &str = "window.escaped = [];
  addEventListener('unhandledrejection', ({ reason }) => escaped.push(String(reason)));
  addEventListener('error', ({ message }) => message && escaped.push(message));";

/// The pages that are tried.
fn pages() -> Vec<Page> {
    let style = "loading=eager style=\"display:block;width:700px;height:420px\"";
    let page = |body: String, spoilt| Page { body, spoilt, is_without_module: false };
    let line = format!("<{CHART} id=looked {QUARTER} {style}></{CHART}>");
    vec![
        page(line.clone(), OURS),
        page(format!("<{CHART} id=looked dataset=displacement-americas kind=map {style}></{CHART}>"), OURS),
        page(format!("<{CHART} id=looked src=/own.json {style}></{CHART}>"), OURS),
        page(format!("<pillar-explorer id=looked {style}></pillar-explorer>"), OURS),
        page(
            format!(
                "<{CHART} id=looked dataset=displacement-americas kind=bar x=coo_iso top=5 {style}></{CHART}>
                 <{CHART} id=other {QUARTER} {style}></{CHART}>"
            ),
            &["/data/displacement", "/locales/of/displacement", "/pkg/bars"],
        ),
        Page {
            body: line,
            spoilt: &["/static/", "/locales/fallback/", "/pkg/fallback"],
            is_without_module: true,
        },
    ]
}

fn own() -> PreparedResponse {
    PreparedResponse::new("application/json", own_bytes())
}

fn own_bytes() -> Vec<u8> {
    br#"[{"year":2019,"refugees":5},{"year":2020,"refugees":6},{"year":2021,"refugees":7}]"#.to_vec()
}

/// What a path gives.
fn bytes(path: &str) -> Vec<u8> {
    if path.starts_with("/own") {
        return own_bytes();
    }
    TestSite::built(path[1..].split('?').next().unwrap_or_default())
}

/// The media type of a path, as the site gives it.
fn media_type(path: &str) -> &'static str {
    media::media_type(Path::new(path.split('?').next().unwrap_or_default()))
}

/// The spoilt answer, where it is one.
fn answer(path: &str, fault: &str) -> Option<PreparedResponse> {
    let kind = media_type(path);
    let bytes = bytes(path);
    let page = "<!doctype html><title>Home</title><p>Sign in</p>";
    Some(match fault {
        "404" => PreparedResponse::html(page).status(404),
        "500" => PreparedResponse::html("").status(500),
        "a page" => PreparedResponse::html(page),
        "of another type" => PreparedResponse::new("application/octet-stream", page),
        "cut" => PreparedResponse::new(kind, bytes).cut_in_half(),
        "half" => PreparedResponse::new(kind, &bytes[..bytes.len() / 2]),
        "empty" => PreparedResponse::new(kind, ""),
        "garbage" => PreparedResponse::new(kind, b"\x00\xff{[\"garbage".repeat(40)),
        "slow" => {
            let rate = u32::try_from(bytes.len()).unwrap_or(u32::MAX).max(2);
            PreparedResponse::new(kind, bytes).slowly(rate)
        }
        _ => return None,
    })
}

/// Every fault of every request of every page: told by opening them, so that what is new is in it by itself.
pub fn all() -> Vec<Case> {
    let reader = Reader::new();
    let mut cases = Vec::new();
    for (number, page) in pages().iter().enumerate() {
        let site = TestSite::start();
        open(&site, &reader, page, "");
        let whole = if page.is_without_module { TWIN } else { WHOLE };
        reader.wait_until("the figure", whole);
        let mut paths: Vec<String> = site.requests().into_iter().map(|asked| asked.path).collect();
        paths.sort();
        paths.dedup();
        paths.retain(|path| page.spoilt.iter().any(|beginning| path.starts_with(beginning)));
        for path in paths {
            cases.extend(FAULTS.map(|fault| Case { page: number, path: path.clone(), fault }));
        }
    }
    cases
}

/// Whether the element that is looked at shows all that it can, and nothing that stands in for it.
const WHOLE: &str = "const root = document.querySelector('#looked')?.shadowRoot;
    const shows = (one) => root?.querySelector(one)?.checkVisibility();
    return shows('[part]:not([hidden])') && !shows('.message') && !shows('.twin') && looked.toCSV() !== ''";
const TWIN: &str =
    "return document.querySelector('#looked')?.shadowRoot?.querySelector('.twin')?.checkVisibility()";

fn open(site: &TestSite, reader: &Reader, page: &Page, script: &str) {
    site.put("/own.json", own());
    if page.is_without_module {
        site.put(&TestSite::pkg("migration_widget_bg.wasm"), PreparedResponse::html("").status(404));
    }
    let html = TestSite::embedding(&format!("<h1>Above</h1>{}<p>Below.</p>", page.body));
    reader.go(&site
        .page(&html.replace("<script async", &format!("<script>{script}{ESCAPED}</script><script async"))));
}

/// Tries cases in so many windows at a time; what is wrong with what readers see, a line each.
pub fn tried(cases: Vec<Case>, windows: usize) -> Vec<String> {
    let (rest, found) = (Mutex::new(cases.into_iter()), Mutex::new(Vec::new()));
    let pages = pages();
    let next = || rest.lock().expect("no window has panicked").next();
    std::thread::scope(|scope| {
        for _ in 0..windows {
            scope.spawn(|| {
                let reader = Reader::new();
                while let Some(case) = next() {
                    let mut lines = String::new();
                    spoil(&reader, &pages[case.page], &case, &mut lines);
                    let name = format!("page {}, {} {}", case.page, case.path, case.fault);
                    let mut found = found.lock().expect("no window has panicked");
                    for line in lines.lines() {
                        println!("{name}: {line}");
                        found.push(format!("{name}: {line}"));
                    }
                }
            });
        }
    });
    found.into_inner().expect("no window has panicked")
}

/// Opens a page with one answer spoilt: what is wrong with what its reader sees, then and once the answer is whole.
fn spoil(reader: &Reader, page: &Page, case: &Case, found: &mut String) {
    let site = TestSite::start();
    let Case { path, fault, .. } = case;
    let before = reader.console().len();
    match *fault {
        "refused" => site.refuse(Some(path)),
        _ => drop(answer(path, fault).map(|answer| site.put(path, answer))),
    }
    let gate = (*fault == "silent").then(|| site.hold(path));
    open(&site, reader, page, if gate.is_some() { SOONER } else { "" });
    let looked = reader.eval(
        "return (async () => { const seen = () => {
           const root = document.querySelector('#looked').shadowRoot;
           const figure = root?.querySelector('[part]:not([hidden])');
           const message = root?.querySelector('.message');
           const said = message?.checkVisibility() && message.textContent.trim();
           return (figure || (said && !said.includes('Loading'))) && [Boolean(figure), said || ''];
         };
         for (let at = 0; at < 150 && !seen(); at++) await new Promise((done) => setTimeout(done, 100));
         const { width, height } = looked.getBoundingClientRect();
         return [...(seen() || [null]), Math.round(width), Math.round(height)] })()",
    );
    if looked[0] == Value::Null {
        let _ = writeln!(found, "neither a picture nor words");
    } else if looked[2] != json!(700) || looked[3] != json!(420) {
        let _ = writeln!(found, "the box is {looked}");
    }
    let waits = reader.eval(
        "return (async () => { const other = document.querySelector('#other');
         const drawn = () => !other || other.shadowRoot?.querySelector('canvas')?.checkVisibility();
         for (let at = 0; at < 50 && !drawn(); at++) await new Promise((done) => setTimeout(done, 100));
         return !drawn() })()",
    );
    if waits != json!(false) {
        let _ = writeln!(found, "the other chart of the page is not there");
    }
    // What has failed tells why once it has found out.
    let is_picture = looked[0] == Value::Bool(true) || *fault == "slow";
    let told =
        || reader.console()[before..].iter().filter(|line| line.contains("migration-widget: ")).count();
    // Of a table, a ground and an author's file the words say it themselves, with the way out; of silence where the words
    // come from nobody but the page hears.
    let says_itself = ["/data/", "/maps/", "/own"].iter().any(|beginning| path.starts_with(beginning));
    let is_speechless = *fault == "silent" && path.starts_with("/pkg/fallback");
    let tells = !is_picture && !says_itself && !is_speechless;
    for _ in 0..20 {
        reader.wait_for_rest();
        if !tells || told() > 0 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    if tells && told() != 1 {
        let _ = writeln!(found, "told {} times: {looked} {:?}", told(), &reader.console()[before..]);
    }
    // The network is back.
    drop(gate);
    site.refuse(None);
    site.put(path, PreparedResponse::new(media_type(path), bytes(path)));
    if page.is_without_module {
        let module = TestSite::pkg("migration_widget_bg.wasm");
        site.put(&module, PreparedResponse::new("application/wasm", bytes(&module)));
    }
    let healed = reader.eval(&format!(
        "return (async () => {{ const whole = () => {{ {WHOLE} }};
         for (let at = 0; at < 100 && !whole(); at++) {{
           // What has not failed yet hears of it the next time.
           if ({} && at % 5 === 0) dispatchEvent(new Event('online'));
           await new Promise((done) => setTimeout(done, 100));
         }}
         return Boolean(whole()) }})()",
        page.is_without_module || !["slow", "silent"].contains(fault),
    ));
    if healed != Value::Bool(true) {
        let _ = writeln!(found, "not healed; {looked}");
    }
    let shift = reader.layout_shift();
    if shift > 0.0 {
        let _ = writeln!(found, "moved by {shift}: {}", reader.layout_shifts());
    }
    // What was looked for meanwhile does not come over it.
    if healed == Value::Bool(true)
        && reader.eval(&format!("const whole = () => {{ {WHOLE} }}; return Boolean(whole())"))
            != Value::Bool(true)
    {
        let _ = writeln!(found, "something came over it once it was healed");
    }
    // That a script is none at all the browser tells the page by itself.
    let escaped = reader.eval("return escaped.filter((one) => !one.includes('SyntaxError'))");
    if escaped != json!([]) {
        let _ = writeln!(found, "{escaped} escaped");
    }
}

#[test]
fn a_page_whose_answers_are_spoilt_shows_a_picture_or_words_and_heals() {
    // One fault of each request, another for each: each comes with every kind of request in time.
    let cases = all();
    let count = cases.len() / FAULTS.len();
    let sample = cases.into_iter().enumerate().filter(|(at, case)| {
        // The drivers of others go on only once the page has ended, and that waits there for its modules.
        let waits_for_ever = case.fault == "silent"
            && engine() != Engine::Chromium
            && media_type(&case.path).starts_with("text/javascript");
        at % FAULTS.len() == (at / FAULTS.len() * 3) % FAULTS.len() && !waits_for_ever
    });
    let sample: Vec<Case> = sample.map(|(_, case)| case).collect();
    for fault in FAULTS {
        assert!(sample.iter().any(|case| case.fault == fault), "{fault} of {count} requests");
    }
    let windows = if engine() == Engine::Chromium { 2 } else { 1 };
    let tried_of = sample.len();
    let found = tried(sample, windows);
    assert!(found.is_empty(), "of {tried_of}:\n{}", found.join("\n"));
}
