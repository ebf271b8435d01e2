//! The harness tells the truth: each of its instruments sees what it is there to see.

use serde_json::json;

use crate::harness::{Engine, Key, PreparedResponse, Reader, TestSite, Window, engine};

fn plain(body: &str) -> String {
    format!("<!doctype html><html lang=en><meta charset=utf-8><title>Plain</title><main>{body}</main></html>")
}

#[test]
fn window_has_the_size_ratio_and_preferences_asked_for() {
    let site = TestSite::start();
    let window = Window {
        width: 320,
        height: 480,
        ratio: 1.5,
        dark: true,
        reduced_motion: true,
        lang: "es-MX".into(),
        ..Window::default()
    };
    let Some(reader) = Reader::try_at(window) else { return };
    reader.go(&site.page(&plain("<h1>Window</h1>")));
    let found = reader.eval(
        "return [innerWidth, innerHeight, devicePixelRatio, matchMedia('(prefers-color-scheme: dark)').matches,
                 matchMedia('(prefers-reduced-motion: reduce)').matches, navigator.language,
                 new Intl.NumberFormat().resolvedOptions().locale]",
    );
    assert_eq!(found, json!([320, 480, 1.5, true, true, "es-MX", "es-MX"]));
}

#[test]
fn console_messages_and_failed_requests_are_seen() {
    let site = TestSite::start();
    let reader = Reader::new();
    reader.go(&site.page(&plain("<h1>Silent</h1>")));
    reader.assert_silent();
    reader.go(&site.page(&plain("<script>console.warn('a warning')</script><img alt='' src=/absent.png>")));
    let console = reader.console();
    assert!(console.iter().any(|line| line.contains("a warning")), "{console:?}");
    // WebKitGTK tells no page the status of an answer.
    if engine() != Engine::WebKit {
        assert!(console.iter().any(|line| line.contains("404")), "{console:?}");
    }
}

#[test]
fn requests_to_another_origin_are_seen() {
    let site = TestSite::start();
    let reader = Reader::new();
    reader.go(&site.page(&plain("<h1>Home</h1>")));
    assert_eq!(reader.requests_leaving(&site.origin()), Vec::<String>::new());
    let other = site.other_url("/beacon");
    let body = plain(&format!("<script>fetch('{other}', {{mode: 'no-cors'}})</script>"));
    reader.go(&site.page(&body));
    // Chromium tells of a request at its start, others at its end.
    reader.wait_until("its end", &format!("return performance.getEntriesByName('{other}').length > 0"));
    assert_eq!(reader.requests_leaving(&site.origin()), [other]);
    assert!(site.requests().iter().any(|asked| asked.path == "/beacon"), "the server saw it too");
}

#[test]
fn layout_shift_is_measured() {
    let site = TestSite::start();
    let reader = Reader::new();
    reader.go(&site.page(&plain("<h1>Still</h1>")));
    assert_eq!(reader.layout_shift(), 0.0);
    let moving = "<div id=late></div><p style='height:300px;background:teal'>moves</p><script>
        addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => late.style.height = '200px')))</script>";
    reader.go(&site.page(&plain(moving)));
    reader.wait_until("the move", "return late.style.height");
    assert!(reader.layout_shift() > 0.05, "{}", reader.layout_shifts());
}

#[test]
fn events_before_the_first_question_are_not_missed() {
    let site = TestSite::start();
    let reader = Reader::new();
    reader.go(&site.page(&plain(
        "<div id=a></div><div id=b></div><script>
         b.dispatchEvent(new CustomEvent('load', {bubbles: true, composed: true}));
         a.dispatchEvent(new CustomEvent('error', {bubbles: true, composed: true, detail: {code: 'x'}}));</script>",
    )));
    reader.wait_for_load("#b");
    assert_eq!(reader.events("load", "#a").len(), 0);
    assert_eq!(reader.wait_for_event("error", "#a"), json!({ "code": "x" }));
}

#[test]
fn keys_mouse_and_finger_reach_the_page_as_a_readers_own() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { touch: true, ..Window::default() }) else { return };
    reader.go(&site.page(&plain(
        "<button id=one>one</button><button id=two style='position:absolute;left:200px;top:100px'>two</button>
         <script>var seen = []; for (const type of ['keydown', 'click', 'pointerdown'])
         addEventListener(type, e => seen.push([type, e.isTrusted, e.key ?? e.pointerType, e.target.id]))</script>",
    )));
    reader.press(Key::Tab);
    assert_eq!(reader.eval_text("return document.activeElement.id"), "one");
    reader.press(Key::Right);
    reader.press(Key::Tab);
    reader.press(Key::BackTab);
    assert_eq!(reader.eval_text("return document.activeElement.id"), "one");
    reader.eval("seen.length = 0");
    reader.click(None, "#two");
    let (x, y, ..) = reader.box_of(None, "#two");
    reader.tap_at(x + 3.0, y + 3.0);
    let seen =
        reader.wait_until("both clicks", "return seen.filter(s => s[0] === 'click').length == 2 && seen");
    assert_eq!(seen[0], json!(["pointerdown", true, "mouse", "two"]));
    assert_eq!(seen[2], json!(["pointerdown", true, "touch", "two"]));
}

#[test]
fn bad_answers_are_as_bad_as_asked_for() {
    let site = TestSite::start();
    let reader = Reader::new();
    reader.go(&site.page(&plain("<h1>Bad answers</h1>")));
    site.put("/half.csv", PreparedResponse::csv("year,people\n2020,1\n2021,2\n").cut_in_half());
    site.put("/gone.csv", PreparedResponse::html("<p>gone").status(404));
    site.put("/late.csv", PreparedResponse::csv("a\n1\n").once_requested("/now"));
    let fetched = |path: &str| {
        reader.eval_with(
            "return fetch(arguments[0]).then(r => r.text().then(t => [r.status, t])).catch(e => [0, e.name])",
            &[json!(path)],
        )
    };
    assert_eq!(fetched("/half.csv")[0], 0, "a broken transfer is a network error");
    assert_eq!(fetched("/gone.csv"), json!([404, "<p>gone"]));
    reader.eval("window.late = fetch('/late.csv').then((answer) => answer.text())");
    site.wait_for_requests("/late.csv", 1);
    assert_eq!(fetched("/now")[0], 404);
    assert_eq!(reader.eval("return late"), "a\n1\n", "it came once the other was asked for");
    let across = site.other_url("/late.csv");
    assert_eq!(fetched(&across)[0], 0, "another origin has to allow it");
    site.put("/late.csv", PreparedResponse::csv("a\n1\n").for_every_origin());
    assert_eq!(fetched(&across)[0], 200);
}

#[test]
fn what_is_held_back_stays_away_until_it_is_let_go() {
    let site = TestSite::start();
    let reader = Reader::new();
    site.put("/held/one.csv", PreparedResponse::csv("a\n1\n"));
    site.put("/free.csv", PreparedResponse::csv("a\n2\n"));
    let held = site.hold("/held/");
    reader.go(&site.page(&plain(
        "<script>var came = [], ask = path => fetch(path).then(r => r.text()).then(() => came.push(path));
         ask('/held/one.csv'); ask('/free.csv')</script>",
    )));
    held.wait_until_requested();
    // A later question is answered while the first still waits.
    reader.eval("return ask('/free.csv?again')");
    reader.wait_until("what is not held", "return came.length === 2");
    assert_eq!(reader.eval("return came.includes('/held/one.csv')"), false);
    held.release();
    reader.wait_until("what was held", "return came.includes('/held/one.csv')");
}

#[test]
fn axe_finds_what_is_wrong() {
    let site = TestSite::start();
    let reader = Reader::new();
    reader.go(&site.page(&plain("<h1>Fine</h1><p>Nothing is wrong here.</p>")));
    if std::env::var_os(crate::browsing::AXE).is_none() {
        return crate::harness::skip("axe-core is absent");
    }
    assert_eq!(reader.axe_violations(), Vec::<String>::new());
    reader.go(&site.page(&plain("<h1>Not fine</h1><img src='data:,'><p style='color:#bbb'>too pale</p>")));
    let found = reader.axe_violations().join("\n");
    assert!(found.contains("image-alt:") && found.contains("color-contrast:"), "{found}");
}
