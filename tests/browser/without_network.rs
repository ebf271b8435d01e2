//! A page without a network: what was kept goes on, and what did not come comes when the network is back.

use serde_json::json;

use crate::harness::{CHART, Engine, PreparedResponse, QUARTER, Reader, TestSite, engine, skip};

/// Whether the page waits for no file any more: what it asks for is listed once its last byte is there, and the code
/// that follows the first drawing comes last.
const ALL_FETCHED: &str = "const entries = performance.getEntriesByType('resource');
    return entries.some((entry) => entry.name.includes('/pkg/more.')) && entries.every((entry) => entry.responseEnd > 0);";

fn chart(more: &str) -> String {
    format!("<migration-chart {QUARTER} {more} style=\"display:block;height:400px\">x</migration-chart>")
}

#[test]
fn whatever_the_script_asks_for_can_be_kept_for_ever() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for page in
        [chart(""), chart("per=100000"), "<pillar-explorer loading=eager></pillar-explorer>".to_owned()]
    {
        reader.go(&site.embed(&page));
        reader.wait_for_load("migration-chart, pillar-explorer");
    }
    let asked: Vec<String> = site.requests().into_iter().map(|asked| asked.path).collect();
    let is_hash = |text: &str| text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut seen = 0;
    for path in asked.iter().filter(|path| !path.starts_with("/test-page") && !path.contains("favicon")) {
        if path == "/embed.js" {
            continue;
        }
        seen += 1;
        let hash = match path.split_once('?') {
            Some((_, query)) => query,
            None => path.rsplit('.').nth(1).unwrap_or_default(),
        };
        assert!(is_hash(hash), "{path} does not change with its content");
    }
    assert!(seen >= 10, "{asked:?}");
}

#[test]
fn page_works_offline_from_the_browsers_cache_after_it_has_been_seen() {
    if engine() == Engine::WebKit {
        return skip("a driven WebKitGTK keeps what scripts fetch no longer than their page");
    }
    let (site, reader) = (TestSite::start(), Reader::new());
    let script = TestSite::built("embed.js");
    let kept = "max-age=600";
    site.put("/embed.js", PreparedResponse::new("text/javascript", script).header("cache-control", kept));
    let page =
        site.page_with(PreparedResponse::html(TestSite::embedding(&chart(""))).header("cache-control", kept));
    reader.go(&page);
    reader.wait_for_load(CHART);
    reader.wait_until("the end of all requests", ALL_FETCHED);
    site.set_gone(true);
    reader.go(&page);
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv_sum(CHART, ""), 87_390.0);
}

#[test]
fn service_worker_of_the_recipe_keeps_a_page_for_the_time_without_network() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let page = site.embed(&format!("<script src=/recipe.js></script>{}", chart("")));
    site.put(
        "/recipe.js",
        PreparedResponse::new("text/javascript", "navigator.serviceWorker.register('/offline.js')"),
    );
    reader.go(&page);
    reader.wait_until("the worker", "return navigator.serviceWorker.controller");
    // The first sight of a page is before its worker's time; after it the worker keeps a copy before it answers.
    reader.go(&page);
    reader.wait_for_load(CHART);
    reader.wait_until("the end of all requests", ALL_FETCHED);
    site.set_gone(true);
    if engine() == Engine::Chromium {
        // Others may take what never changes from their own cache, but neither the page nor its script.
        reader.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    }
    reader.go(&page);
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv_sum(CHART, ""), 87_390.0);
}

#[test]
fn what_the_network_did_not_bring_comes_by_itself_when_it_is_back() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let far = "<div style='height:3000px'></div>";
    site.put("/own.csv", PreparedResponse::csv("year,people\n2020,5\n2021,7\n"));
    let own = "<migration-chart src=/own.csv id=own style='display:block;height:300px'></migration-chart>";
    let pillars = "<pillar-explorer style='display:block;height:600px'></pillar-explorer>";
    for (wanted, element) in
        [(CHART, chart("")), ("#own", own.to_owned()), ("pillar-explorer", pillars.to_owned())]
    {
        reader.go(&site.embed(&format!("{far}{element}")));
        reader.wait_until("the script", "return !!customElements.get('migration-chart')");
        site.set_gone(true);
        reader.eval(&format!("document.querySelector('{wanted}').scrollIntoView({{ behavior: 'instant' }})"));
        reader.wait_for_event("error", wanted);
        site.set_gone(false);
        reader.eval("dispatchEvent(new Event('online'))");
        reader.wait_for_event("load", wanted);
        assert_eq!(
            reader.shadow_count(wanted, ".message:not([hidden])"),
            0,
            "{wanted}: nothing is said any more"
        );
    }
    // With the module there, the figures alone may be missing.
    reader.go(&site.embed(&format!("{}{far}{own}", chart("id=first loading=eager"))));
    reader.wait_for_load("#first");
    site.set_gone(true);
    reader.eval("document.querySelector('#own').scrollIntoView({ behavior: 'instant' })");
    reader.wait_for_event("error", "#own");
    site.set_gone(false);
    reader.eval("dispatchEvent(new Event('online'))");
    reader.wait_for_event("load", "#own");
    assert_eq!(reader.csv_sum("#own", ""), 12.0);
}

#[test]
fn words_of_another_edition_from_a_cache_that_goes_by_names_alone_are_not_shown() {
    let reader = Reader::new();
    let seen = |site: &TestSite| {
        reader.go(&site.embed(&chart("loading=eager")));
        reader.wait_for_load(CHART);
        reader.wait_for_rest();
        [".title", ".subtitle", "[data-tab=table]", "[data-tab=words]"]
            .map(|part| reader.shadow_text(CHART, part))
    };
    let now = seen(&TestSite::start());
    assert_eq!(now[2], "Table");
    // An edition that did not tell itself yet, and one that does: both lack most of what is said now.
    for edition in ["", r#""":"0a1b2c3d","#] {
        let site = TestSite::start();
        for name in ["en.json", "first/en.json", "of/darien-crossings.en.json"] {
            let older = format!(r#"{{{edition}"ui.table":"Grid"}}"#);
            site.put(&format!("/locales/{name}"), PreparedResponse::new("application/json", older));
        }
        assert_eq!(seen(&site), now, "{edition}");
        reader.assert_silent();
    }
}
