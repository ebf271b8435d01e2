//! What hangs: after half a second of nothing there are words, after ten without an answer what is shown without the module,
//! and what comes late is shown in its place without anything moving.

use serde_json::json;

use crate::harness::{CHART, Engine, PreparedResponse, QUARTER, Reader, TestSite, engine};

/// Ten seconds are one.
pub const SOONER: &str = "const own = setTimeout;
  window.setTimeout = (act, after, ...given) => own(act, after === 9500 ? 500 : after, ...given);";

/// Waits for a line in the element's place for messages, and gives it.
fn line(reader: &Reader, element: &str) -> String {
    let found = reader.wait_until_with(
        "words",
        "const root = document.querySelector(arguments[0]).shadowRoot;
         const message = root?.querySelector('.message');
         return message?.checkVisibility() && message.textContent.trim()",
        &[json!(element)],
    );
    found.as_str().unwrap_or_default().to_owned()
}

/// The source of a page that waits less long than others.
fn impatient(body: &str) -> String {
    TestSite::embedding(body).replace("<script async", &format!("<script>{SOONER}</script>\n<script async"))
}

/// Whether what stands for the module's work is out of sight, and the page's own content too.
fn is_healed(reader: &Reader, element: &str) -> bool {
    let seen = reader.shadow_eval(
        element,
        ".message, .twin, slot",
        "return found.filter((one) => one.checkVisibility()).map((one) => one.className || one.localName)",
    );
    seen == json!([])
}

#[test]
fn whatever_hangs_there_are_words_then_the_twin_and_what_comes_late_heals_without_moving_anything() {
    let part = |name: &str| TestSite::pkg(name);
    let chart = format!("<{CHART} {QUARTER} loading=eager style=\"display:block;height:400px\"></{CHART}>");
    let map = format!(
        "<{CHART} dataset=displacement-americas kind=map loading=eager style=\"display:block;height:400px\"></{CHART}>"
    );
    let own = format!("<{CHART} src=/mine.csv loading=eager style=\"display:block;height:400px\"></{CHART}>");
    let json_own = format!(
        "<{CHART} loading=eager style=\"display:block;height:400px\"></{CHART}>
         <script>document.querySelector('{CHART}').data = '[{{\"year\":2019,\"refugees\":5}},{{\"year\":2020,\"refugees\":6}}]'</script>"
    );
    let explorer =
        "<pillar-explorer loading=eager style=\"display:block;height:500px\"></pillar-explorer>".to_owned();
    let cases = [
        (CHART, &chart, "/locales/first/".to_owned(), true),
        (CHART, &chart, part("migration_widget.js"), true),
        (CHART, &chart, part("migration_widget_bg.wasm"), true),
        (CHART, &chart, part("second.wasm"), true),
        (CHART, &chart, "/data/darien-crossings.csv".to_owned(), true),
        (CHART, &map, part("map.wasm"), true),
        (CHART, &map, "/maps/".to_owned(), true),
        (CHART, &own, "/mine.csv".to_owned(), false),
        (CHART, &json_own, part("json.wasm"), false),
        (CHART, &json_own, part("feed.js"), false),
        ("pillar-explorer", &explorer, part("explorer.wasm"), true),
        ("pillar-explorer", &explorer, "/locales/explorer/".to_owned(), true),
        ("pillar-explorer", &explorer, "/data/declaration/".to_owned(), true),
    ];
    for (element, html, held, has_twin) in cases {
        // The drivers of others go on only once the page has ended, and that waits there for its modules.
        if engine() != Engine::Chromium && held.ends_with(".js") {
            continue;
        }
        // What one case has fetched the browser would not ask for in the next.
        let (site, reader) = (TestSite::start(), Reader::new());
        site.put("/mine.csv", PreparedResponse::csv("year,refugees\n2019,5\n2020,6\n"));
        let around = format!("<h1>Above</h1>{html}<p>Below.</p>");
        let page = impatient(&around).replace("lang=\"en\"", "lang=\"es\"");
        let gate = site.hold(&held);
        reader.go(&site.page(&page));
        gate.wait_until_requested();
        let name = format!("{element} without {held}");
        assert_eq!(line(&reader, element), "Cargando las cifras…", "{name}");
        reader.wait_until_with(
            &format!("{name}: that it is late"),
            "const root = document.querySelector(arguments[0]).shadowRoot;
             const [message, twin] = ['.message', '.twin'].map((one) => root.querySelector(one));
             return message.textContent.startsWith('La versión interactiva tarda') &&
               (!arguments[1] || (twin?.checkVisibility() && twin.getBoundingClientRect().height > 100))",
            &[json!(element), json!(has_twin)],
        );
        assert_eq!(
            reader.events("error", element),
            Vec::<serde_json::Value>::new(),
            "{name}: late is no fault"
        );
        gate.release();
        reader.wait_for_load(element);
        reader.wait_for_rest();
        assert!(is_healed(&reader, element), "{name}");
        assert_eq!(reader.layout_shift(), 0.0, "{name}: {}", reader.layout_shifts());
        let uncaught = reader.eval("return window.__seen.filter((one) => one.type === 'error').length");
        assert_eq!(uncaught, json!(0), "{name}");
    }
}

#[test]
fn what_the_page_says_itself_stays_where_it_is_while_something_hangs() {
    let site = TestSite::start();
    let reader = Reader::new();
    for (element, held, html) in [
        (CHART, "/data/darien-crossings.csv", format!("<{CHART} {QUARTER} loading=eager style=\"display:block;height:400px\"><p id=mine>Mine <img alt=Mine src=/static/darien-quarter.en.svg width=40 height=30></p></{CHART}>")),
        ("pillar-explorer", "/data/declaration/", "<pillar-explorer loading=eager style=\"display:block;height:500px\"><p id=mine>Mine</p><table><tr><td>1</table></pillar-explorer>".to_owned()),
    ] {
        let gate = site.hold(held);
        reader.go(&site.page(&impatient(&format!("<h1>Above</h1>{html}<p>Below.</p>"))));
        gate.wait_until_requested();
        // The owner is told, the reader has the page's own words.
        let told = format!("no answer has come from {}", site.origin());
        while !reader.console().iter().any(|line| line.contains(&told)) {
            reader.wait_for_rest();
        }
        reader.wait_for_rest();
        let others = reader.shadow_eval(element, ".message, .twin", "return found.filter((one) => one.checkVisibility()).length");
        assert_eq!(others, json!(0), "{element}");
        assert_eq!(reader.eval("return mine.checkVisibility()"), json!(true), "{element}");
        gate.release();
        reader.wait_for_load(element);
        assert!(is_healed(&reader, element), "{element}");
        assert_eq!(reader.eval("return mine.checkVisibility()"), json!(false), "{element}");
        assert_eq!(reader.layout_shift(), 0.0, "{element}: {}", reader.layout_shifts());
    }
}

#[test]
fn what_came_empty_is_asked_for_anew_once_the_network_is_back() {
    let site = TestSite::start();
    site.put("/mine.csv", PreparedResponse::csv("year,refugees\n2019,5\n2020,6\n"));
    for (name, html) in [
        (
            "migration_widget.js",
            format!("<{CHART} {QUARTER} loading=eager style=\"display:block;height:400px\"></{CHART}>"),
        ),
        (
            "feed.js",
            format!("<{CHART} src=/mine.csv loading=eager style=\"display:block;height:400px\"></{CHART}>"),
        ),
        (
            "carried.js",
            format!(
                "<{CHART} loading=eager style=\"display:block;height:400px\"><table><tr><th>year<th>n<tr><td>2020<td>5<tr><td>2021<td>6</table></{CHART}>"
            ),
        ),
    ] {
        let reader = Reader::new();
        let path = TestSite::pkg(name);
        let empty = PreparedResponse::new("text/javascript", "")
            .header("cache-control", "public, max-age=31536000, immutable");
        site.put(&path, empty);
        reader.go(&site.embed(&html));
        // A plain file is drawn before its readers have come.
        reader.wait_for_event("error", CHART);
        site.put(&path, PreparedResponse::new("text/javascript", TestSite::pkg_bytes(name)));
        reader.eval("window.__seen.length = 0; dispatchEvent(new Event('online'))");
        reader.wait_for_load(CHART);
        reader.wait_until("figures", "return document.querySelector('migration-chart').toCSV().length > 10");
    }
}

#[test]
fn a_view_that_is_refused_after_a_click_is_told_and_drawn_once_the_network_is_back() {
    let site = TestSite::start();
    let reader = Reader::new();
    let path = TestSite::pkg("map.wasm");
    site.put(&path, PreparedResponse::html("gone").status(404));
    reader.go(&site.embed(&format!(
        "<{CHART} dataset=darien-crossings top=3 loading=eager style=\"display:block;height:500px\"></{CHART}>"
    )));
    reader.wait_for_load(CHART);
    reader.wait_until_drawn();
    reader.eval("window.escaped = []; addEventListener('unhandledrejection', ({ reason }) => escaped.push(String(reason)));
                 window.c = document.querySelector('migration-chart');",
    );
    reader.click(Some(CHART), "[data-tab=map]");
    let said = line(&reader, CHART);
    assert_eq!(said, "That view could not be loaded; the one before it is still shown.");
    let inside = reader.shadow_eval(
        CHART,
        ".message",
        "const [one, all] = [found[0], host].map((part) => part.getBoundingClientRect());
        return one.bottom <= all.bottom + 1 && one.top > all.top + all.height / 2 &&
          found[0] === root.elementFromPoint(one.left + one.width / 2, one.top + one.height / 2)",
    );
    assert_eq!(inside, json!(true), "it stands over the lower end of the figure");
    assert_eq!(reader.wait_for_event("error", CHART)["message"], json!(said));
    assert!(reader.csv(CHART).len() > 10, "the view before is still there");
    site.put(&path, PreparedResponse::new("application/wasm", TestSite::pkg_bytes("map.wasm")));
    reader.eval("dispatchEvent(new Event('online'))");
    reader.wait_until("the view", "const message = c.shadowRoot.querySelector('.message'); return c.shadowRoot.querySelector('.legal')?.checkVisibility() && !message.checkVisibility()");
    reader.wait_until_drawn();
    assert_eq!(reader.eval("return escaped"), json!([]));
}
