//! The author's words on the picture, and what a first drawing leaves for later.

use serde_json::json;

use crate::harness::{CHART, Reader, TestSite};

#[test]
fn words_are_on_the_picture_in_its_text_and_told_where_they_have_no_place() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let words = "2023-08 | So many never came before;; Narnia, 2023 | Nothing;; no bar";
    reader.go(&site.embed(&format!(
        "<migration-chart dataset=darien-crossings kind=line series=none loading=eager annotate=\"{words}\" \
         style='display:block;height:420px'>x</migration-chart>"
    )));
    reader.wait_for_load(CHART);
    let told = reader.wait_for_events("error", CHART, 2);
    let codes: Vec<&str> = told.iter().filter_map(|fault| fault["code"].as_str()).collect();
    assert_eq!(codes, ["bad-annotate", "annotate-nowhere"]);
    for fault in &told {
        assert_eq!(fault["severity"], json!("warning"));
        assert_eq!(fault["column"], json!("annotate"));
        assert!(fault["hint"].as_str().is_some_and(|hint| hint.len() > 20), "{fault}");
    }
    let summary = reader.eval("return document.querySelector('migration-chart').summary");
    let summary = summary.as_str().expect("a text");
    assert!(summary.contains("August 2023: So many never came before."), "{summary}");
    let picture = reader.eval("return document.querySelector('migration-chart').toSVG()");
    assert!(picture.as_str().is_some_and(|svg| svg.contains("never came before")));
    // Said once, not at each drawing.
    reader.eval("document.querySelector('migration-chart').style.width = '480px'");
    reader.eval("return new Promise((done) => setTimeout(done, 300))");
    assert_eq!(reader.events("error", CHART).len(), 2);
}

#[test]
fn what_follows_the_first_drawing_of_a_stack_moves_nothing() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let held = site.hold("/pkg/more.");
    reader.go(&site.embed(
        "<migration-chart dataset=darien-crossings kind=stacked-area top=3 loading=eager \
         style='display:block;height:420px'>x</migration-chart>",
    ));
    held.wait_until_requested();
    let layout = "const root = document.querySelector('migration-chart').shadowRoot;
        const at = (selector) => { const found = root.querySelector(selector)?.getBoundingClientRect(); return found && [found.left, found.top, found.width, found.height].map(Math.round); };
        return root.querySelector('canvas')?.width > 300 && ['canvas', '.legend', '.title', '.note', '.source'].map(at);";
    let first = reader.wait_until("the first drawing", layout);
    held.release();
    reader.wait_for_load(CHART);
    reader.eval("return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    assert_eq!(reader.eval(layout), first);
    assert!(
        first[1][3].as_f64().is_some_and(|height| height > 10.0),
        "the key is there from the start: {first}"
    );
    reader.assert_silent();
}
