//! The builder as a page: by keyboard, on a phone, in print, in Spanish, under a strict policy, step by step.

use serde_json::json;

use crate::builder::{OWN, PREVIEW, choose, drop_file, fragment, has_all, open, settled, snippet};
use crate::harness::{Key, PreparedResponse, Reader, TestSite, Window};

#[test]
fn steps_are_taken_back_and_again() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    choose(&reader, "kind", "line");
    choose(&reader, "kind", "bar");
    choose(&reader, "top", "3");
    assert_eq!(fragment(&reader), "#kind=bar&top=3");
    reader.click(None, "#undo");
    assert_eq!(fragment(&reader), "#kind=bar");
    let keys = |shift: bool| {
        reader.eval_with(
            "document.activeElement.blur();
             document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey: arguments[0], bubbles: true }))",
            &[json!(shift)],
        );
    };
    keys(false);
    assert_eq!(fragment(&reader), "#kind=line");
    keys(false);
    assert_eq!(fragment(&reader), "");
    assert_eq!(reader.eval("return document.getElementById('undo').disabled"), json!(true));
    keys(true);
    keys(true);
    reader.click(None, "#redo");
    assert_eq!(fragment(&reader), "#kind=bar&top=3");
    let checked = "return document.querySelector('[name=kind]:checked').value";
    assert_eq!(reader.eval(checked), json!("bar"));
    // In a text field the keys are the field's own.
    reader.eval("document.querySelector('[name=heading]').focus()");
    let own = reader.eval(
        "return document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }))",
    );
    assert_eq!((own, fragment(&reader).as_str()), (json!(true), "#kind=bar&top=3"));
}

#[test]
fn everything_can_be_done_by_keyboard() {
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1200, height: 800, ..Window::default() }));
    open(&site, &reader, "");
    let at = || {
        reader.eval_text(
            "const e = document.activeElement; return e.name || e.id || e.dataset.advice || e.localName",
        )
    };
    let walk_to = |wanted: &str| {
        for _ in 0..120 {
            if at() == wanted {
                return;
            }
            reader.press(Key::Tab);
        }
        panic!("no key leads to {wanted}: {}", at());
    };
    reader.eval("document.querySelector('nav a').focus()");
    walk_to("source");
    walk_to("kind");
    // The best stand first: which that is, another test says.
    for _ in 0..16 {
        if fragment(&reader) == "#kind=line" {
            break;
        }
        reader.press(Key::Right);
    }
    assert_eq!(fragment(&reader), "#kind=line");
    let ring =
        "const [input] = [document.activeElement]; return getComputedStyle(input.parentNode).outlineStyle";
    assert_eq!(reader.eval(ring), json!("solid"), "the focus is seen");
    walk_to("open-columns");
    reader.press(Key::Enter);
    walk_to("from");
    reader.type_text("2023-01");
    walk_to("to");
    reader.type_text("2023-03");
    walk_to("copy");
    reader.press(Key::Enter);
    walk_to("undo");
    walk_to("look");
    reader.press(Key::Right);
    walk_to("form");
    reader.press(Key::Right);
    reader.wait_until("the snippet", "return document.querySelector('#snippet').textContent.includes('87,390') || document.querySelector('#snippet').textContent.includes('38,099')");
    has_all(
        &reader.eval_text("return document.querySelector('#snippet').textContent"),
        &[
            "data-widget=\"migration-chart\"",
            "data-kind=\"line\"",
            "data-from=\"2023-01\"",
            "data-to=\"2023-03\"",
        ],
    );
    assert_eq!(fragment(&reader), "#kind=line&from=2023-01&to=2023-03&form=tag&look=dark");
}

#[test]
fn a_phone_has_one_column_and_a_way_to_the_preview() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { width: 320, height: 640, ..Window::default() }) else {
        return;
    };
    open(&site, &reader, "");
    assert_eq!(reader.eval("return document.documentElement.scrollWidth"), json!(320), "nothing sticks out");
    let (.., width, _) = reader.box_of(None, PREVIEW);
    assert!(width <= 320.0 && width > 280.0, "{width}");
    reader.eval("scrollTo(0, 0)");
    reader.click(None, ".jump [data-to=preview]");
    reader.wait_until(
        "the preview",
        "return Math.abs(document.querySelector('.preview').getBoundingClientRect().top) < 40",
    );
    assert_eq!(reader.axe_violations(), Vec::<String>::new());
}

#[test]
fn previews_have_the_widths_and_looks_of_a_page() {
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1400, height: 900, ..Window::default() }));
    open(&site, &reader, "");
    for (width, expected) in [("phone", 320.0), ("column", 700.0)] {
        choose(&reader, "width", width);
        let (_, _, found, _) = reader.box_of(None, PREVIEW);
        assert_eq!(found, expected, "{width}");
    }
    choose(&reader, "look", "print");
    reader.wait_until(
        "a sheet without controls",
        "return document.querySelector('#sheet migration-chart').getAttribute('controls') === 'none'",
    );
    assert_eq!(reader.eval("return document.getElementById('print').checkVisibility()"), json!(true));
    let element = snippet(&reader, "element");
    assert!(
        !element.contains("controls") && !element.contains("theme"),
        "looks of the preview stay here: {element}"
    );
    if !reader.looks_as_printed() {
        return;
    }
    let printed = reader.eval(
        "return [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && one.childElementCount === 0 && one.textContent.trim() && !one.closest('migration-chart')).map((one) => one.textContent)",
    );
    assert_eq!(printed, json!([]), "the chart alone is printed");
}

#[test]
fn axe_finds_nothing_on_the_builder() {
    let site = TestSite::start();
    for dark in [false, true] {
        let window = Window { dark, width: 1200, height: 900, ..Window::default() };
        let Some(reader) = Reader::try_at(window) else { return };
        open(&site, &reader, "#kind=line&top=6&c1=%23ffee55&filter=nationality%3DVEN%2CHTI");
        reader.eval("for (const details of document.querySelectorAll('details')) details.open = true");
        assert_eq!(reader.axe_violations(), Vec::<String>::new(), "dark: {dark}");
        drop_file(&reader, "own.csv", OWN);
        reader.wait_until("the report", "return document.querySelector('#report table')");
        reader.eval("for (const details of document.querySelectorAll('details')) details.open = true");
        assert_eq!(reader.axe_violations(), Vec::<String>::new(), "dark: {dark}, with a file");
        reader.assert_silent();
    }
}

#[test]
fn spanish_is_whole_and_the_gallery_leads_here() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.url("/?lang=es"));
    reader.wait_until("the link", "return document.querySelector('.make').search === '?lang=es'");
    assert_eq!(reader.text(".make"), "Haga su propio gráfico");
    reader.click(None, ".make");
    settled(&reader);
    assert_eq!(reader.text("h1"), "Haga su propio gráfico");
    assert_eq!(reader.eval_text("return document.documentElement.lang"), "es");
    has_all(&reader.text("#snippet"), &["Cruces irregulares del Darién"]);
    // A key that has no text would stand there as itself.
    let left = reader.eval("return [...document.body.innerText.matchAll(/\\b(advice|palette|kind|form|report)\\.[a-z]+/g)].map(String)");
    assert_eq!(left, json!([]));
    choose(&reader, "kind", "line");
    reader.wait_until(
        "the other language keeps the work",
        "return document.querySelector('nav [lang=en]').href.endsWith('?lang=en#kind=line')",
    );
}

#[test]
fn a_strict_policy_with_trusted_types_lets_it_work() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                  img-src 'self' data:; require-trusted-types-for 'script'";
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/target/dist/builder.html"))
        .expect("the page");
    let url =
        site.put("/strict.html", PreparedResponse::html(page).header("content-security-policy", policy));
    reader.go(&format!("{url}#c1=%23d7191c&c2=%231a9641"));
    settled(&reader);
    drop_file(&reader, "own.csv", OWN);
    reader.wait_until("the report", "return document.querySelector('#report table')");
    settled(&reader);
    assert_eq!(reader.csv_sum(PREVIEW, "2022"), 3234.0);
    has_all(&reader.text("#palette"), &["0.04 apart"]);
    reader.assert_silent();
}

/// The series that has ended has nothing newer; the other is brought up to date by `cargo xtask data --fetch`, after which
/// another monthly one stands here.
#[test]
fn what_is_past_its_rhythm_is_told_to_authors_and_not_on_the_picture() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let words = "más antiguas que el ritmo de la fuente";
    open(&site, &reader, "?lang=es#dataset=darien-crossings");
    assert!(reader.text("#advice").contains(words), "{}", reader.text("#advice"));
    let picture = reader.eval("return document.querySelector('#sheet migration-chart').toSVG()");
    assert!(!picture.as_str().unwrap().contains("más recientes"));
    open(&site, &reader, "?lang=es#dataset=darien-crossings-annual");
    assert!(!reader.text("#advice").contains(words), "{}", reader.text("#advice"));
}
