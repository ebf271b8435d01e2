//! axe-core finds nothing where no chart's own state is looked at: on the builder, on twins, where an explorer failed.

use crate::builder;
use crate::explorer::EXPLORER;
use crate::harness::{Reader, TestSite, Window, languages, skips_beyond_chromium};

/// Looks that readers ask of their system, one for each language in turn.
fn looks() -> [Window; 3] {
    let usual = Window { width: 1100, height: 900, ..Window::default() };
    [
        usual.clone(),
        Window { dark: true, width: 700, ..usual.clone() },
        Window { forced_colors: true, dark: true, ..usual },
    ]
}

/// The looks, each in another language.
fn languages_and_looks() -> Vec<(String, Window)> {
    languages().into_iter().skip(1).zip(looks()).collect()
}

#[test]
fn axe_finds_nothing_on_any_step_of_the_builder() {
    if skips_beyond_chromium("the same markup and styles are looked at in Chromium") {
        return;
    }
    let site = TestSite::start();
    let mut found = Vec::new();
    for (language, window) in languages_and_looks() {
        let is_forced = window.forced_colors;
        let Some(reader) = Reader::try_at(window) else { continue };
        let note = |what: &str| -> Vec<String> {
            // Where the system sets the colours, axe holds the text's own colour, which nobody sees, against the system's
            // background. The tests of `forced_colors` look at what is drawn.
            let is_seen = |fault: &String| !(is_forced && fault.starts_with("color-contrast:"));
            let faults = reader.axe_violations().into_iter().filter(is_seen);
            faults.map(|fault| format!("{language}, {what}: {fault}")).collect()
        };
        reader.go(&site.url(&format!("/builder.html?lang={language}")));
        builder::settled(&reader);
        found.extend(note("as it opens"));
        builder::drop_file(&reader, "own.csv", builder::OWN);
        reader.wait_until(
            "what is odd",
            "return document.querySelector('#oddities').textContent.includes('Narnia')",
        );
        builder::settled(&reader);
        reader.eval("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        reader.eval(
            "document.querySelector('#show-all').click(); document.querySelector('#add-filter').click()",
        );
        reader.wait_for_rest();
        found.extend(note("an own file with something odd, and all opened"));
        builder::drop_file(&reader, "broken.csv", "no figures here\n");
        reader.wait_for_rest();
        found.extend(note("a file without figures"));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn axe_finds_nothing_on_a_twin_of_each_kind() {
    if skips_beyond_chromium("the same markup and styles are looked at in Chromium") {
        return;
    }
    let site = TestSite::start();
    let kinds = [
        "darien-quarter",
        "guatemala-returns",
        "darien-crossings",
        "venezuelans-by-country",
        "kind-stacked-bar",
        "kind-grouped-bar",
        "kind-small-multiples",
        "kind-slope",
        "kind-scatter",
        "kind-pyramid",
        "kind-waffle",
        "kind-number-darien",
        "kind-map-circles",
        "kind-flow",
        "kind-table",
    ];
    let languages = languages();
    let mut found = Vec::new();
    for (turn, window) in looks().into_iter().enumerate() {
        let Some(reader) = Reader::try_at(window) else { continue };
        for (index, kind) in kinds.iter().enumerate().filter(|(index, _)| index % 3 == turn) {
            let language = &languages[index % languages.len()];
            reader.go(&site.url(&format!("/static/{kind}.{language}.html")));
            reader.eval("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
            let faults = reader.axe_violations().into_iter();
            found.extend(faults.map(|fault| format!("{kind} in {language}: {fault}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn axe_finds_nothing_where_an_explorer_failed() {
    if skips_beyond_chromium("the same markup and styles are looked at in Chromium") {
        return;
    }
    let site = TestSite::start();
    let mut found = Vec::new();
    for (language, window) in languages_and_looks() {
        let Some(reader) = Reader::try_at(window) else { continue };
        for (what, attributes) in
            [("no such file", "data=\"/no-such-declaration.json\""), ("no such pillar", "pillar=\"9\"")]
        {
            let body = format!(
                "<main><h1>Page</h1><h2>Part</h2><{EXPLORER} {attributes} loading=\"eager\" \
                 style=\"display:block;height:600px\">What the explorer would show</{EXPLORER}></main>"
            );
            let page = TestSite::embedding(&body).replace("lang=\"en\"", &format!("lang=\"{language}\""));
            let page = page.replace(
                "<body>",
                "<style>:root { color-scheme: light dark; background: Canvas }</style><body>",
            );
            reader.go(&site.page(&page));
            reader.wait_for_event("error", EXPLORER);
            reader.wait_for_rest();
            let faults = reader.axe_violations().into_iter();
            found.extend(faults.map(|fault| format!("{language}, {what}: {fault}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
