//! One widget in an `<iframe>`: its attributes from the address, its height told to the page, its rights narrow.

use serde_json::{Value, json};

use crate::harness::{Reader, TestSite, Window};

/// The rights that the snippets give a frame.
const SANDBOX: &str =
    "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox";
const QUARTER: &str = "dataset=darien-crossings&amp;kind=line&amp;from=2023-01&amp;to=2023-03";

/// A page with a frame of the other origin, and with the script or without.
fn page(site: &TestSite, script: bool, query: &str, more: &str) -> String {
    let script = if script {
        format!("<script async src={}></script>", site.other_url("/embed.js"))
    } else {
        String::new()
    };
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>Framing</title>{script}
         <body style=\"margin:0\"><iframe title=\"Crossings\" src=\"{}?{query}\" {more}></iframe><p id=below>Below</p></html>",
        site.other_url("/frame.html")
    )
}

/// Waits until the widget in the page's frame is painted; leaves the reader in the frame.
fn enter(reader: &Reader, widget: &str) {
    reader.enter_frame("iframe");
    reader.wait_until(
        "the widget in the frame",
        &format!("return document.querySelector('{widget}')?.ready?.then(() => true)"),
    );
}

#[test]
fn frame_takes_its_attributes_from_the_address_and_fills_its_box() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let style = "style=\"border:0;width:100%;height:500px\"";
    reader.go(&site.page(&page(
        &site,
        false,
        &format!("widget=migration-chart&amp;{QUARTER}&amp;lang=es"),
        style,
    )));
    enter(&reader, "migration-chart");
    assert_eq!(reader.csv_sum("migration-chart", ""), 87_390.0);
    assert!(reader.shadow_text("migration-chart", ".title").contains("enero"));
    assert_eq!(reader.eval("return document.documentElement.lang"), json!("es"));
    let (.., height) = reader.box_of(None, "migration-chart");
    assert_eq!(height, 500.0, "the height that the snippet reserves");
    reader.leave_frame();
    let (.., height) = reader.box_of(None, "iframe");
    assert_eq!(height, 500.0);
    reader.assert_silent();
}

#[test]
fn frames_are_sized_by_the_script_for_their_width_and_again_when_it_changes() {
    let (site, reader) = (TestSite::start(), Reader::at(Window { width: 1000, ..Window::default() }));
    let style = "style=\"border:0;width:100%;height:200px\"";
    reader.go(&site.page(&page(&site, true, QUARTER, style)));
    let height = |wanted: f64| {
        reader.wait_until(
            &format!("a frame of {wanted} pixels"),
            &format!("return document.querySelector('iframe').getBoundingClientRect().height === {wanted}"),
        )
    };
    // 1000 * 10 / 16.
    height(625.0);
    reader.set_window(&Window { width: 500, ..Window::default() });
    height(480.0);
    // A message of any other page changes nothing.
    reader.eval(
        "window.heard = new Promise((done) => addEventListener('message', done));
         postMessage({ type: 'migration-widget:height', height: 3000 }, '*');
         return heard.then(() => true)",
    );
    reader.wait_for_rest();
    height(480.0);
    enter(&reader, "migration-chart");
    assert_eq!(reader.csv_sum("migration-chart", ""), 87_390.0);
}

/// An address without a language: that of the page, where its script tells it, else the reader's.
#[test]
fn frame_speaks_the_language_of_the_page_around_it() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { lang: "pt-BR".into(), ..Window::default() }) else { return };
    let style = "style=\"border:0;width:100%;height:500px\"";
    let says = |month: &str| {
        enter(&reader, "migration-chart");
        reader.wait_until(
            month,
            &format!(
                "return document.querySelector('migration-chart').shadowRoot.querySelector('.title')?.textContent.includes('{month}')"
            ),
        );
        reader.leave_frame();
    };
    for (script, page_language, query, month) in [
        (false, "fr", QUARTER.to_owned(), "janeiro"),
        (true, "fr", format!("{QUARTER}&amp;lang=es"), "enero"),
        (true, "ht", QUARTER.to_owned(), "janvye"),
        (true, "fr", QUARTER.to_owned(), "janvier"),
    ] {
        let page = page(&site, script, &query, style);
        reader.go(&site.page(&page.replace("<html lang=en>", &format!("<html lang={page_language}>"))));
        says(month);
    }
    reader.eval("document.documentElement.lang = 'es'");
    says("enero");
    reader.assert_silent();
}

#[test]
fn reserved_proportions_of_a_frame_keep_the_page_still() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let style = "style=\"border:0;display:block;width:100%;aspect-ratio:16/10;min-height:480px\"";
    for script in [true, false] {
        reader.go(&site.page(&page(&site, script, QUARTER, style)));
        enter(&reader, "migration-chart");
        reader.leave_frame();
        assert_eq!(reader.layout_shift(), 0.0, "{}", reader.layout_shifts());
    }
}

#[test]
fn frame_works_in_the_sandbox_of_the_snippet_and_in_one_without_an_origin() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for sandbox in [SANDBOX, "allow-scripts"] {
        let more = format!(
            "sandbox=\"{sandbox}\" allow=\"fullscreen; clipboard-write\" style=\"width:100%;height:480px\""
        );
        reader.go(&site.page(&page(&site, true, QUARTER, &more)));
        enter(&reader, "migration-chart");
        assert_eq!(reader.csv_sum("migration-chart", ""), 87_390.0, "{sandbox}");
        reader.leave_frame();
    }
    reader.assert_silent();
}

#[test]
fn explorer_stands_in_a_frame_too() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let style = "style=\"border:0;width:100%;height:700px\"";
    reader.go(&site.page(&page(&site, false, "widget=pillar-explorer&amp;pillar=2&amp;country=COL", style)));
    enter(&reader, "pillar-explorer");
    assert!(reader.eval_text("return document.querySelector('pillar-explorer').toCSV()").contains("COL"));
}

#[test]
fn address_of_a_frame_brings_no_code_and_no_unknown_widget() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let hostile = format!(
        "/frame.html?{}&onclick=alert(1)&onload=alert(2)&style=position:fixed&heading=%3Cimg%20src=x%20onerror=alert(3)%3E&credit=%3Ca%20href=javascript:alert(4)%3Ex%3C/a%3E",
        QUARTER.replace("&amp;", "&")
    );
    reader.go(&site.url(&hostile));
    reader.wait_for_load("migration-chart");
    let attributes = reader.eval("return document.querySelector('migration-chart').getAttributeNames()");
    let attributes: Vec<&str> =
        attributes.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(attributes.iter().all(|name| !name.starts_with("on") && *name != "style"), "{attributes:?}");
    assert_eq!(reader.shadow_text("migration-chart", ".title"), "<img src=x onerror=alert(3)>");
    assert_eq!(reader.shadow_count("migration-chart", "img, a[href^=javascript]"), 0);
    reader.assert_silent();
    for name in ["script", "constructor", "toString", "__proto__"] {
        reader.go(&site.url(&format!("/frame.html?widget={name}&src=x")));
        assert!(reader.text("body").contains(&format!("there is no widget “{name}”")), "{name}");
        assert_eq!(reader.eval("return document.body.childElementCount"), json!(0));
    }
    // Nothing that the widget does not know: what hides it, holds it or names it is the page's.
    let odd = "hidden=&inert=&id=x&popover=&contenteditable=true&dir=rtl&part=y&tabindex=5";
    reader.go(&site.url(&format!("/frame.html?{}&{odd}", QUARTER.replace("&amp;", "&"))));
    reader.wait_for_load("migration-chart");
    assert_eq!(
        reader.eval("return document.querySelector('migration-chart').checkVisibility()"),
        json!(true)
    );
    let known = "return document.querySelector('migration-chart').getAttributeNames().sort().join()";
    assert_eq!(reader.eval_text(known), "dataset,from,kind,loading,to");
}
