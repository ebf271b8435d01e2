//! Where a chart cannot run: no reader sees a blank box, and the page's owner reads what to change.

use serde_json::{Value, json};

use crate::harness::{CHART, PreparedResponse, QUARTER, Reader, TestSite, skips_beyond_chromium};

fn chart() -> String {
    format!("<migration-chart {QUARTER} style=\"display:block;height:500px\"></migration-chart>")
}

/// The page for a browser without WebAssembly, as in Lockdown Mode and in Tor's “Safer”.
fn without_wasm(body: &str) -> String {
    TestSite::embedding(body)
        .replace("<script async", "<script>delete globalThis.WebAssembly</script><script async")
}

/// Waits until the twin is there, and gives the line above it; the twin has its picture and its figures.
#[track_caller]
fn twin(reader: &Reader) -> String {
    let fault = reader.wait_for_event("error", CHART);
    assert_eq!(fault["code"], "cannot-run", "{fault}");
    reader.wait_until(
        "the picture",
        "const picture = document.querySelector('migration-chart').shadowRoot.querySelector('.twin img');
         return picture?.complete && picture.naturalWidth > 200 && picture.checkVisibility() && picture.alt.length > 40",
    );
    let cells = reader.shadow_texts(CHART, ".twin td, .twin th");
    assert!(cells.iter().any(|cell| cell.contains("2023")), "{cells:?}");
    reader.shadow_text(CHART, ".message")
}

/// The line that the page's owner finds in the console.
#[track_caller]
fn advice(reader: &Reader) -> String {
    let console = reader.console();
    match console.iter().find(|line| line.contains("migration-widget: ")) {
        Some(line) => line.clone(),
        None => panic!("nothing for the owner in {console:?}"),
    }
}

/// A page whose script stands on the other origin.
fn of_other_origin(site: &TestSite) -> String {
    TestSite::embedding(&chart()).replace("/embed.js", &site.other_url("/embed.js"))
}

#[test]
fn page_that_forbids_webassembly_shows_the_twin_and_names_the_directive() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let origin = site.origin();
    let policy = format!(
        "default-src 'none'; script-src {origin}; connect-src {origin}; img-src {origin}; style-src 'unsafe-inline'; \
         require-trusted-types-for 'script'"
    );
    let page = PreparedResponse::html(TestSite::embedding(&chart()));
    reader.go(&site.page_with(page.header("content-security-policy", &policy)));
    assert_eq!(twin(&reader), "This page’s settings do not allow the interactive version.");
    let advice = advice(&reader);
    assert!(advice.contains(&format!("script-src {origin} 'wasm-unsafe-eval'")), "{advice}");
}

#[test]
fn reader_without_webassembly_has_the_twin_in_the_pages_language() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let page = without_wasm(&chart()).replace("<html lang=\"en\">", "<html lang=es>");
    reader.go(&site.page(&page));
    let line = twin(&reader);
    assert_eq!(line, "Su navegador tiene desactivado WebAssembly, que esta versión interactiva necesita.");
    let table = reader.shadow_texts(CHART, ".twin table");
    // March 2023 from Venezuela, in the Spanish of every country.
    assert!(table[0].contains("20\u{202f}816"), "{table:?}");
    let wasm = site.requests().into_iter().filter(|asked| asked.path.contains(".wasm")).count();
    assert_eq!(wasm, 0, "nothing is loaded in vain");
    assert_eq!(reader.events("error", CHART).len(), 1);
}

#[test]
fn reader_without_webassembly_reads_the_pillars() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader
        .go(&site
            .page(&without_wasm("<pillar-explorer style=\"display:block;height:600px\"></pillar-explorer>")));
    reader.wait_for_event("error", "pillar-explorer");
    let twin = reader.shadow_text("pillar-explorer", ".twin");
    assert!(twin.contains("Los Angeles Declaration") && twin.contains("Colombia"), "{}", &twin[..200]);
}

#[test]
fn reader_without_javascript_reads_the_pages_own_content_and_its_picture() {
    if skips_beyond_chromium("no other engine's driver switches scripts off and still looks at the page") {
        return;
    }
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    reader.go(&site.url("/"));
    let text = reader.eval_text("return document.querySelector('#darien-quarter').innerText");
    assert!(text.contains("87,390 people crossed"), "{text}");
    let picture = reader.eval(
        "const picture = document.querySelector('#darien-quarter noscript img');
         return picture && [picture.checkVisibility(), picture.naturalWidth > 200 || picture.loading]",
    );
    assert_eq!(picture[0], json!(true), "{picture}");
}

#[test]
fn scripts_of_a_wrong_media_type_show_the_twin_and_name_the_type() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for name in ["migration_widget.js", "fallback.js"] {
        site.put(&TestSite::pkg(name), PreparedResponse::new("text/plain", TestSite::pkg_bytes(name)));
    }
    reader.go(&site.embed(&chart()));
    twin(&reader);
    let advice = advice(&reader);
    assert!(advice.contains("“text/plain”") && advice.contains("Content-Type: text/javascript"), "{advice}");
}

#[test]
fn module_that_is_missing_cut_short_or_a_web_page_is_named_with_the_way_out() {
    let module = TestSite::pkg("migration_widget_bg.wasm");
    let bytes = TestSite::pkg_bytes("migration_widget_bg.wasm");
    let cut = bytes[..bytes.len() / 2].to_vec();
    for (what, answer, words) in [
        ("missing", PreparedResponse::html("gone").status(404), ["answers 404", "Upload the whole folder"]),
        ("cut short", PreparedResponse::new("application/wasm", cut), ["cut short", "binary mode"]),
        (
            "broken off",
            PreparedResponse::new("application/wasm", bytes).cut_in_half(),
            ["breaks off", "Content-Length"],
        ),
        (
            "a page",
            PreparedResponse::html("<!doctype html><title>Home</title>"),
            ["!doctype html>”", "application/wasm"],
        ),
    ] {
        let (site, reader) = (TestSite::start(), Reader::new());
        site.put(&module, answer);
        reader.go(&site.embed(&chart()));
        assert_eq!(twin(&reader), "The interactive version could not be loaded.", "{what}");
        let advice = advice(&reader);
        assert!(advice.contains(&module), "{what}: {advice}");
        for word in words {
            assert!(advice.contains(word), "{what}: “{word}” is not in {advice}");
        }
    }
}

#[test]
fn host_without_the_cors_header_is_named_with_the_header() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for name in ["migration_widget_bg.wasm", "migration_widget.js"] {
        let kind = if name.ends_with(".js") { "text/javascript" } else { "application/wasm" };
        site.put(&TestSite::pkg(name), PreparedResponse::new(kind, TestSite::pkg_bytes(name)));
    }
    reader.go(&site.page(&of_other_origin(&site)));
    twin(&reader);
    let advice = advice(&reader);
    assert!(
        advice.contains("Access-Control-Allow-Origin: *") && advice.contains(&site.other_origin()),
        "{advice}"
    );
}

#[test]
fn policy_that_keeps_files_from_being_read_is_named() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let origin = site.origin();
    let policy = format!("script-src {origin} 'wasm-unsafe-eval'; connect-src 'none'");
    let page = PreparedResponse::html(TestSite::embedding(&chart()));
    reader.go(&site.page_with(page.header("content-security-policy", &policy)));
    assert_eq!(reader.wait_for_event("error", CHART)["code"], "cannot-run");
    let advice = advice(&reader);
    assert!(advice.contains(&format!("connect-src {origin}")), "{advice}");
    assert!(!reader.shadow_text(CHART, ".message").is_empty(), "a line says why");
}

#[test]
fn policy_that_refuses_our_scripts_leaves_a_line_and_the_pages_own_content() {
    let (site, reader) = (TestSite::start(), Reader::new());
    // The page allows its own tag by a nonce, and nothing that the tag loads.
    let policy = "script-src 'nonce-abc'; connect-src *";
    let page = TestSite::embedding(&chart().replace("></migration", "><p id=mine>Mine</p></migration"))
        .replace("<script async", "<script nonce=abc async");
    reader.go(&site.page_with(PreparedResponse::html(page).header("content-security-policy", policy)));
    assert_eq!(reader.wait_for_event("error", CHART)["code"], "cannot-run");
    assert_eq!(reader.eval("return mine.checkVisibility()"), json!(true));
    let advice = advice(&reader);
    assert!(advice.contains(&format!("script-src {} 'wasm-unsafe-eval'", site.origin())), "{advice}");
}

#[test]
fn another_view_of_a_dataset_has_its_usual_twin_and_own_data_have_none() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/mine.csv", PreparedResponse::csv("year,n\n2020,5\n"));
    for (attributes, picture) in [
        (QUARTER, Some("darien-quarter.en.svg")),
        (r#"dataset="darien-crossings" kind="line" from="2024-01""#, Some("darien-crossings.en.svg")),
        (r#"src="/mine.csv""#, None),
        (r#"dataset="no-such""#, None),
    ] {
        reader.go(&site.page(&without_wasm(&format!(
            "<migration-chart {attributes} style=\"display:block;height:400px\"></migration-chart>"
        ))));
        reader.wait_for_event("error", CHART);
        let found = reader.shadow_eval(
            CHART,
            ".twin img",
            "return found.map((one) => one.src.split('/').pop().split('?')[0])",
        );
        let expected: Vec<Value> = picture.into_iter().map(|name| json!(name)).collect();
        assert_eq!(found, json!(expected), "{attributes}");
        assert!(!reader.shadow_text(CHART, ".message").is_empty());
    }
    // Of another declaration the explorer shows nothing rather than the wrong text.
    for (attributes, twins) in [("", 1), (r#"data="/mine.json""#, 0)] {
        reader.go(&site.page(&without_wasm(&format!(
            "<pillar-explorer {attributes} style=\"display:block;height:400px\"></pillar-explorer>"
        ))));
        reader.wait_for_event("error", "pillar-explorer");
        assert_eq!(reader.shadow_count("pillar-explorer", ".twin"), twins, "{attributes}");
        assert!(!reader.shadow_text("pillar-explorer", ".message").is_empty());
    }
    // A page that has a picture of its own in its content needs no second.
    reader.go(&site.page(&without_wasm(
        &chart().replace("></migration", "><img alt=Mine src=/static/darien-quarter.en.svg></migration"),
    )));
    reader.wait_for_event("error", CHART);
    assert_eq!(reader.shadow_count(CHART, ".twin"), 0);
}

#[test]
fn cause_is_looked_for_once_for_all_the_charts_of_a_page() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let module = TestSite::pkg("migration_widget_bg.wasm");
    site.put(&module, PreparedResponse::html("gone").status(404));
    let eager = chart().replace("<migration-chart", "<migration-chart loading=eager");
    reader.go(&site.embed(&eager.repeat(10)));
    reader.wait_for_events("error", CHART, 10);
    let asked = site.count_of(&module);
    assert!(asked <= 3, "asked for {asked} times");
    let told = reader.console().into_iter().filter(|line| line.contains("migration-widget: ")).count();
    assert_eq!(told, 1);
}
