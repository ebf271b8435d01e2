//! Work in the builder that is kept: as a file, in the address, and, only where asked for, in the browser.

use serde_json::json;

use crate::builder::{OWN, PREVIEW, choose, drop_file, fragment, open, settled};
use crate::harness::{Reader, TestSite};

const SAVED: &str = "window.__saved = []; const { createObjectURL } = URL; URL.createObjectURL = (blob) => (window.__saved.push(blob), createObjectURL.call(URL, blob))";

#[test]
fn a_project_is_saved_with_its_figures_and_opened_again() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    drop_file(&reader, "own.csv", OWN);
    reader.wait_for_sum(PREVIEW, 4741.0);
    settled(&reader);
    choose(&reader, "heading", "Our count");
    choose(&reader, "kind", "bar");
    let before = fragment(&reader);
    reader.eval(SAVED);
    reader.eval("document.getElementById('project-save').click()");
    let text = reader.eval_text("return window.__saved[0].text()");
    // On another computer: no address, no file.
    reader.go("about:blank");
    open(&site, &reader, "");
    drop_file(&reader, "own.builder.json", &text);
    reader.wait_for_sum(PREVIEW, 4741.0);
    assert_eq!(fragment(&reader), before);
    // Without the figures it holds the choices alone, and asks for the file.
    reader.eval(SAVED);
    reader.eval("const box = document.getElementById('project-figures'); box.checked = false; document.getElementById('project-save').click()");
    let text = reader.eval_text("return window.__saved[0].text()");
    assert!(text.contains("Our count") && !text.contains("base64"), "{text}");
    // JSON that is no project is figures.
    drop_file(&reader, "rows.json", r#"[{"year": 2022, "people": 5}, {"year": 2023, "people": 6}]"#);
    reader.wait_for_sum(PREVIEW, 11.0);
    reader.assert_silent();
}

#[test]
fn the_browser_keeps_the_work_only_after_asking() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    drop_file(&reader, "own.csv", OWN);
    reader.wait_for_sum(PREVIEW, 4741.0);
    settled(&reader);
    assert_eq!(reader.eval("return localStorage.length"), json!(0), "nothing is kept unasked");
    reader.go("about:blank");
    reader.go(&site.url("/builder.html#source=file&file=own.csv"));
    reader.wait_until(
        "the request",
        "return document.querySelector('#oddities p')?.textContent.includes('own.csv')",
    );
    drop_file(&reader, "own.csv", OWN);
    reader.wait_for_sum(PREVIEW, 4741.0);
    settled(&reader);
    reader.eval("document.querySelector('#project-keep').click()");
    choose(&reader, "heading", "Our count");
    assert!(
        reader
            .eval_text("return document.getElementById('project-said').textContent")
            .contains("keeps your choices")
    );
    reader.wait_until(
        "what is kept",
        "return Object.values(localStorage).some((text) => text.includes('Our count'))",
    );
    // A reload loses nothing, and neither does another day without the address.
    for address in ["/builder.html#source=file&file=own.csv&heading=Our+count", "/builder.html"] {
        reader.go("about:blank");
        reader.go(&site.url(address));
        reader.wait_for_sum(PREVIEW, 4741.0);
        assert_eq!(reader.eval_text("return document.querySelector('[name=heading]').value"), "Our count");
    }
    // Who leaves right after a choice finds it kept.
    settled(&reader);
    choose(&reader, "heading", "Your count");
    reader.go("about:blank");
    reader.go(&site.url("/builder.html"));
    reader.wait_for_sum(PREVIEW, 4741.0);
    assert_eq!(reader.eval_text("return document.querySelector('[name=heading]').value"), "Your count");
    // Taken away right after a choice, nothing is left, and nothing comes back once the author rests.
    choose(&reader, "heading", "Their count");
    reader.eval("document.querySelector('#project-keep').click()");
    assert_eq!(reader.eval("return localStorage.length"), json!(0), "taken away, nothing is left");
    reader.eval("return new Promise((done) => setTimeout(done, 1000))");
    assert_eq!(reader.eval("return localStorage.length"), json!(0), "what was taken away came back");
    reader.assert_silent();
}
