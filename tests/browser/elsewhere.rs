//! What a file names elsewhere is not fetched, an element that moves to another document keeps its styles, and a browser
//! without a canvas has words.

use serde_json::json;

use crate::harness::{CHART, PreparedResponse, QUARTER, Reader, TestSite};

#[test]
fn a_package_names_no_file_of_another_host() {
    for (path, is_read) in [
        ("table.csv", true),
        ("OTHER/table.csv", false),
        ("file:///etc/hosts.csv", false),
        ("javascript:alert(1)//.csv", false),
        ("data:text/csv,year%2Crefugees%0A2019%2C1%0A2020%2C1.csv", false),
    ] {
        let (site, reader) = (TestSite::start(), Reader::new());
        let other = site.other_origin();
        let table = PreparedResponse::csv("year,refugees\n2019,5\n2020,6\n").for_every_origin();
        site.put("/p/table.csv", table.clone());
        site.put("/table.csv", table);
        let path = path.replace("OTHER", &other);
        let package =
            json!({ "name": "mine", "resources": [{ "name": "table", "path": path, "format": "csv" }] });
        site.put("/p/datapackage.json", PreparedResponse::new("application/json", package.to_string()));
        reader.go(&site.embed(&format!(
            "<{CHART} src=/p/datapackage.json loading=eager style=\"display:block;height:300px\"></{CHART}>"
        )));
        if is_read {
            reader.wait_for_load(CHART);
            reader.wait_for_sum(CHART, 11.0);
            continue;
        }
        let fault = reader.wait_for_event("error", CHART);
        assert_eq!(fault["code"], json!("package-not-followed"), "{path}: {fault}");
        assert!(reader.shadow_text(CHART, ".message").contains(&path), "{path}");
        assert_eq!(site.count_of("/table.csv"), 0, "{path}");
        assert_eq!(reader.requests_leaving(&site.origin()), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn a_declaration_names_no_translations_of_another_host() {
    let declaration = TestSite::built("data/declaration/declaration.json");
    let mut declaration: serde_json::Value = serde_json::from_slice(&declaration).expect("JSON");
    for path in [
        "OTHER/es.json",
        "//elsewhere.invalid/es.json",
        "javascript:alert(1)",
        "file:///etc/hosts",
        "http://[",
    ] {
        let (site, reader) = (TestSite::start(), Reader::new());
        let path = path.replace("OTHER", &site.other_origin());
        declaration["translations"]["es"] = json!(path);
        site.put("/mine.json", PreparedResponse::new("application/json", declaration.to_string()));
        let page = "<pillar-explorer data=/mine.json loading=eager style=\"display:block;height:600px\"></pillar-explorer>";
        reader.go(&site.page(&TestSite::embedding(page).replace("lang=\"en\"", "lang=\"es\"")));
        reader.wait_for_load("pillar-explorer");
        let faults = reader.wait_for_events("error", "pillar-explorer", 1);
        assert_eq!(faults[0]["code"], json!("translations-elsewhere"), "{path}: {faults:?}");
        assert!(
            faults[0]["message"]
                .as_str()
                .is_some_and(|said| said.contains(&path) && said.contains("no se leyeron"))
        );
        assert_eq!(reader.requests_leaving(&site.origin()), Vec::<String>::new(), "{path}");
        assert_eq!(site.count_of("/es.json"), 0, "{path}");
    }
}

#[test]
fn an_element_that_is_moved_to_another_document_and_back_keeps_its_styles() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(&format!(
        "<main><{CHART} {QUARTER} loading=eager style=\"display:block;height:400px\"></{CHART}>
         <pillar-explorer loading=eager style=\"display:block;height:500px\"></pillar-explorer></main><iframe srcdoc='<!doctype html><body>x'></iframe>"
    )));
    for element in [CHART, "pillar-explorer"] {
        reader.wait_for_load(element);
    }
    reader.wait_until_drawn();
    // Whether the figure fills its box, as only its style has it.
    let looks = "const look = () => all.map((one) => {
        const part = one.shadowRoot.querySelector('[part]');
        return [part.ownerDocument.defaultView.getComputedStyle(part).position, Math.round(part.getBoundingClientRect().height)].join(' ');
      });";
    let seen = reader.eval(&format!(
        "const all = [...document.querySelectorAll('main > *')];
         {looks}
         return (async () => {{
         const frame = document.querySelector('iframe'), seen = [look()];
         for (const place of [frame.contentDocument.body, document.querySelector('main')]) {{
           place.append(...all);
           await new Promise((done) => setTimeout(done, 300));
           seen.push(look());
         }}
         // One without a window.
         document.implementation.createHTMLDocument().body.append(...all);
         document.querySelector('main').append(...all);
         await new Promise((done) => setTimeout(done, 300));
         seen.push(look());
         return seen;
         }})()"
    ));
    let whole = json!(["absolute 400", "absolute 500"]);
    assert_eq!(seen, json!([whole, whole, whole, whole]));
    reader.assert_silent();
}

#[test]
fn a_browser_that_refuses_the_canvas_has_the_twin_and_tells_why() {
    for refuses in ["return null", "throw new Error('no canvas')"] {
        let (site, reader) = (TestSite::start(), Reader::new());
        let page = TestSite::embedding(&format!(
            "<{CHART} {QUARTER} loading=eager style=\"display:block;height:400px\"></{CHART}>"
        ));
        let refusing = format!(
            "<script>HTMLCanvasElement.prototype.getContext = function () {{ {refuses}; }};</script>\n<script async"
        );
        reader.go(&site.page(&page.replace("<script async", &refusing)));
        let fault = reader.wait_for_event("error", CHART);
        assert_eq!(fault["code"], json!("cannot-run"));
        assert!(fault["hint"].as_str().is_some_and(|hint| hint.contains("canvas")), "{fault}");
        reader.wait_until(
            "the twin",
            "return document.querySelector('migration-chart').shadowRoot.querySelector('.twin img')?.naturalWidth > 200",
        );
        let console = reader.console();
        assert!(console.len() == 1 && console[0].contains("canvas"), "{console:?}");
    }
}

#[test]
fn a_frame_of_no_widget_says_so_and_hides_nothing() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for name in ["constructor", "toString", "__proto__", "div", ""] {
        reader.go(&site.url(&format!("/frame.html?widget={name}")));
        let said = reader.text("body");
        assert!(said.contains("migration-chart") && said.contains(name), "{name}: {said}");
    }
    reader
        .go(&site.url("/frame.html?dataset=darien-crossings&kind=line&hidden=&style=display:none&onload=x"));
    reader.wait_for_load(CHART);
    assert_eq!(
        reader.eval("return document.querySelector('migration-chart').checkVisibility()"),
        json!(true)
    );
}
