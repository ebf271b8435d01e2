//! What the host page was promised: nothing leaves, nothing moves, nothing is thrown, nobody sees a blank box.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::{CHART, PreparedResponse, QUARTER, Reader, TestSite, Window};

#[test]
fn gallery_shows_every_shipped_dataset_and_keeps_every_promise() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.url("/"));
    let charts = reader.eval(
        "const charts = [...document.querySelectorAll('migration-chart')];
         return charts.map((chart) => chart.getAttribute('dataset'));",
    );
    let charts: Vec<&str> = charts.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    let shipped = include_str!("../../www/data/datapackage.json");
    let shipped: Value = serde_json::from_str(shipped).expect("JSON");
    let shipped: BTreeSet<&str> = shipped["resources"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|part| part["dataset"].as_str())
        .collect();
    assert_eq!(charts.iter().copied().collect::<BTreeSet<_>>(), shipped);
    for (index, dataset) in charts.iter().enumerate() {
        let place = [json!(index)];
        reader.eval_with(
            "document.querySelectorAll('migration-chart')[arguments[0]].scrollIntoView({ behavior: 'instant' })",
            &place,
        );
        let fault = reader.eval_with(
            "return document.querySelectorAll('migration-chart')[arguments[0]].ready.then(() => null, JSON.stringify)",
            &place,
        );
        assert_eq!(fault, Value::Null, "{dataset}");
        reader.wait_until_with(
            &format!("the picture of {dataset}"),
            "const chart = document.querySelectorAll('migration-chart')[arguments[0]];
             if (chart.getAttribute('kind') === 'table') return chart.shadowRoot.querySelectorAll('tbody tr').length > 10;
             const canvas = chart.shadowRoot.querySelector('canvas');
             const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
             return data.some((byte) => byte > 0);",
            &place,
        );
    }
    assert_eq!(reader.events("load", CHART).len(), charts.len());
    assert_eq!(reader.events("error", CHART), Vec::<Value>::new());
    assert_eq!(reader.layout_shift(), 0.0, "{}", reader.layout_shifts());
    assert_eq!(reader.requests_leaving(&site.origin()), Vec::<String>::new());
    assert!(site.requests().iter().all(|asked| asked.cookie.is_none()));
    let stored = reader.eval("return [document.cookie, localStorage.length, sessionStorage.length]");
    assert_eq!(stored, json!(["", 0, 0]));
    reader.assert_silent();
}

#[test]
fn snippets_of_the_gallery_work_when_pasted() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.url("/"));
    let snippet =
        reader.wait_until("the snippets", "return document.querySelector('details code')?.textContent");
    let snippet = snippet.as_str().expect("text");
    reader.go(&site.page(&format!("<!doctype html><html lang=en><title>Pasted</title>{snippet}</html>")));
    reader.wait_for_load(CHART);
    reader.assert_silent();
}

#[test]
fn strict_content_security_policy_is_enough() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let origin = site.origin();
    let policy = format!(
        "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; img-src {origin}; \
         require-trusted-types-for 'script'"
    );
    // No style-src: the page reserves the box with nothing but the element's own default.
    let page = TestSite::embedding(&format!("<migration-chart {QUARTER}>early 2023</migration-chart>"));
    reader.go(&site.page_with(PreparedResponse::html(page).header("content-security-policy", &policy)));
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv_sum(CHART, ""), 87_390.0);
    reader.eval(
        "addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective))",
    );
    let (left, top, width, height) = reader.box_of(Some(CHART), "canvas");
    reader.point_at(left + width / 2.0, top + height / 2.0);
    assert!(reader.tooltip(CHART).is_some(), "the tooltip works too");
    let size =
        reader.eval("return document.querySelector('migration-chart').toPNG(1).then((blob) => blob.size)");
    assert!(size.as_f64() > Some(1000.0), "the picture too");
    for format in ["csv", "svg", "png"] {
        reader.click(Some(CHART), "summary");
        reader.click(Some(CHART), &format!("[data-download={format}]"));
    }
    // A script's own page with the policy and the one-tag form.
    let tag = format!(
        r#"<!doctype html><html lang=en><title>One tag</title><body><script src="/embed.js" data-widget="migration-chart" data-{}></script>"#,
        QUARTER.replace(' ', " data-")
    );
    reader.go(&site.page_with(PreparedResponse::html(tag).header("content-security-policy", &policy)));
    reader.wait_for_load(CHART);
    reader.assert_silent();
}

#[test]
fn script_pasted_twice_runs_once() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let twice = format!(
        "<script async src=\"/embed.js\"></script><migration-chart {QUARTER} style=\"height:400px\">x</migration-chart>\
         <script defer src=\"/embed.js?again\"></script><script src=\"/cms/uploads/widget/embed.js\"></script>"
    );
    reader.go(&site.embed(&twice));
    reader.wait_for_load(CHART);
    reader.wait_until("all scripts", "return performance.getEntriesByType('resource').length >= 3");
    assert_eq!(reader.csv_sum(CHART, ""), 87_390.0);
    assert_eq!(reader.events("load", CHART).len(), 1);
    assert_eq!(reader.shadow_count(CHART, "canvas"), 1);
    reader.assert_silent();
}

#[test]
fn one_tag_puts_the_chart_where_the_script_stands() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let tag = format!(
        "<script ASYNC src=\"/embed.js\" data-widget=\"migration-chart\" data-{}></script>",
        QUARTER.replace(' ', " data-")
    );
    for (how, attribute) in [("async", "async"), ("defer", "defer"), ("plain", "")] {
        let tag = tag.replace("ASYNC", attribute);
        reader.go(&site.page(&format!(
            "<!doctype html><html lang=en><title>Body</title><body><p id=above>Above</p>{tag}<p id=below>Below</p></html>"
        )));
        reader.wait_for_load(CHART);
        assert_eq!(reader.csv_sum(CHART, ""), 87_390.0, "{how}");
        let order = reader.eval("return [...document.body.children].map((e) => e.id || e.localName)");
        assert_eq!(order, json!(["above", "script", "migration-chart", "below"]), "{how}");
        reader.go(&site.page(&format!(
            "<!doctype html><html lang=en><head><title>Head</title>{tag}</head><body><p>Body</p></body></html>"
        )));
        reader.wait_for_load(CHART);
        let place = reader.eval("return document.querySelector('migration-chart').parentElement.localName");
        assert_eq!(place, json!("body"), "{how}, in the head");
    }
    reader.assert_silent();
}

#[test]
fn element_moved_removed_and_put_back_throws_nothing() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(&format!(
        "<main><div id=a><migration-chart {QUARTER} style=\"display:block;height:400px\">x</migration-chart></div>\
         <div id=b></div></main>"
    )));
    // Moved before it has loaded, and after.
    reader.wait_until("the element", "return !!customElements.get('migration-chart')");
    reader.eval("b.append(document.querySelector('migration-chart'))");
    reader.wait_for_load(CHART);
    reader.eval(
        "window.chart = document.querySelector('migration-chart');
         a.append(chart); b.append(chart); chart.remove(); a.append(chart);",
    );
    reader.wait_until_drawn();
    reader.eval(
        "chart.remove(); chart.setAttribute('top', '2'); chart.state = { tab: 'table' }; chart.toCSV();",
    );
    reader.eval("b.append(chart); chart.state = { tab: 'chart' };");
    reader.wait_until("three series a month", "return chart.toCSV().trim().split('\\n').length === 10");
    assert_eq!(reader.csv_sum(CHART, ""), 87_390.0);
    // Elements that are gone before they have loaded.
    reader.eval(
        "for (let i = 0; i < 20; i++) {
           const other = document.createElement('migration-chart');
           other.setAttribute('dataset', 'darien-crossings-annual');
           other.setAttribute('loading', 'eager');
           document.body.append(other);
           setTimeout(() => other.remove(), i * 5); // One every five milliseconds, so at every step of loading.
         }",
    );
    reader.wait_until("their end", "return document.querySelectorAll('migration-chart').length === 1");
    // What they still wait for has come by the time that one that stays is whole.
    reader.eval(
        "document.body.insertAdjacentHTML('beforeend',
           `<migration-chart id=stays dataset=darien-crossings-annual loading=eager></migration-chart>`)",
    );
    reader.wait_for_load("#stays");
    reader.eval("document.querySelector('#stays').remove()");
    reader.wait_for_rest();
    assert_eq!(
        reader.eval("return document.querySelectorAll('body > *').length"),
        json!(1),
        "nothing is left over"
    );
    assert_eq!(reader.events("error", "*"), Vec::<Value>::new());
    reader.assert_silent();
}

#[test]
fn lazy_chart_is_fetched_when_it_comes_near_and_an_eager_one_at_once() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let far = |loading: &str, dataset: &str| {
        format!(
            "<migration-chart {loading} dataset=\"{dataset}\" style=\"display:block;height:300px\">x</migration-chart>"
        )
    };
    reader.go(&site.embed(&format!(
        "<p>Top</p><div style=\"height:5000px\"></div>{}{}",
        far("loading=eager", "darien-crossings-annual"),
        far("", "displacement-world"),
    )));
    let asked = |file: &str| site.requests().iter().any(|asked| asked.path.contains(file));
    // The eager one is whole: the other would have asked by now.
    reader.wait_for_load("[loading=eager]");
    reader.wait_for_rest();
    assert!(asked("darien-crossings-annual.csv") && !asked("displacement-world.csv"));
    reader.eval("scrollTo({ top: 4500, behavior: 'instant' })");
    reader.wait_for_load("[dataset=displacement-world]");
    assert!(asked("displacement-world.csv"));
    reader.assert_silent();
}

#[test]
fn page_without_charts_in_view_loads_no_module() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed("<p>No chart here.</p>"));
    reader.wait_until("the element", "return !!customElements.get('migration-chart')");
    reader.wait_for_rest();
    // Whatever the page has asked for before this has reached the server before its answer.
    reader.eval("return fetch('/').then((answer) => answer.text()).then(() => null)");
    assert!(site.requests().iter().all(|asked| !asked.path.contains("wasm")), "{:?}", site.requests());
}

#[test]
fn hidden_chart_is_drawn_once_it_is_shown() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (loading, style) in [
        ("lazy", "display:none"),
        ("eager", "display:none"),
        ("eager", "display:block;width:0;height:0;aspect-ratio:auto;min-height:0"),
    ] {
        reader.go(&site.embed(&format!(
            "<div><migration-chart id=hidden {QUARTER} loading=\"{loading}\" style=\"{style}\">x</migration-chart></div>
             <migration-chart {QUARTER} loading=eager id=seen style=\"display:block;height:300px\">x</migration-chart>"
        )));
        // By the time that the one that is seen is whole, the other would be too.
        reader.wait_for_load("#seen");
        reader.wait_for_rest();
        assert_eq!(reader.events("load", "#hidden").len(), 0, "{loading}, {style}: nothing is painted yet");
        reader.eval(
            "document.querySelector('migration-chart').style = 'display:block;width:600px;height:400px'",
        );
        reader.wait_for_load("#hidden");
        reader.wait_until_drawn();
    }
    reader.assert_silent();
}

#[test]
fn widget_works_from_another_origin_and_from_below_a_path() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let chart = format!("<migration-chart {QUARTER} style=\"height:400px\">x</migration-chart>");
    let page = |script: &str| TestSite::embedding(&chart).replace("/embed.js", script);
    for (script, base) in [
        (site.other_url("/embed.js"), site.other_url("/")),
        (site.url(&format!("{}embed.js", TestSite::BELOW)), site.url(TestSite::BELOW)),
        (site.other_url(&format!("{}embed.js", TestSite::BELOW)), site.other_url(TestSite::BELOW)),
    ] {
        reader.go(&site.page(&page(&script)));
        reader.wait_for_load(CHART);
        assert_eq!(reader.csv_sum(CHART, ""), 87_390.0, "{script}");
        let fetched =
            reader.eval("return performance.getEntriesByType('resource').map((entry) => entry.name)");
        let fetched = fetched.as_array().expect("a list").iter().filter_map(Value::as_str);
        for url in fetched.filter(|url| !url.ends_with("/favicon.ico") && !url.ends_with("/__record.js")) {
            assert!(url.starts_with(&base), "{url} is not below {base}");
        }
    }
    reader.assert_silent();
}

#[test]
fn css_of_the_page_does_not_reach_into_the_widget_nor_the_widget_out() {
    let (site, reader) = (TestSite::start(), Reader::at(Window { width: 900, ..Window::default() }));
    let chart = format!(
        "<migration-chart {QUARTER} style=\"display:block;height:400px;width:700px\">x</migration-chart>"
    );
    let measure = "const root = document.querySelector('migration-chart').shadowRoot;
        return ['.title', 'button', 'summary', '.source', 'canvas'].map((name) => {
          const element = root.querySelector(name), style = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          return [style.fontSize, style.color, style.textTransform, style.letterSpacing, Math.round(box.width), Math.round(box.height)];
        });";
    let outside = "const style = getComputedStyle(document.querySelector('#outside')); return [style.fontSize, style.display, style.color]";
    reader.go(&site.embed(&format!("<p id=outside>Outside</p>{chart}")));
    let before = reader.eval(outside);
    reader.wait_for_load(CHART);
    let plain = reader.eval(measure);
    assert_eq!(reader.eval(outside), before);
    let hostile = "<style>* { margin: 7px; letter-spacing: 3px; text-transform: uppercase }
        button, summary, canvas, p, table { display: none; color: red; font-size: 40px }
        body { font: italic 30px/3 serif; text-align: right; direction: ltr; word-spacing: 9px; white-space: pre }
        migration-chart { margin: 0; letter-spacing: 3px; text-transform: uppercase; font-size: 33px }</style>";
    reader.go(&site.embed(&format!("{hostile}{chart}")));
    reader.wait_for_load(CHART);
    assert_eq!(reader.eval(measure), plain);
    reader.assert_silent();
}

#[test]
fn wasm_of_a_host_without_its_media_type_runs_in_silence() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let wasm = TestSite::pkg_bytes("migration_widget_bg.wasm");
    site.put(
        &TestSite::pkg("migration_widget_bg.wasm"),
        PreparedResponse::new("application/octet-stream", wasm),
    );
    reader.open_chart(&site, QUARTER);
    assert_eq!(reader.csv_sum(CHART, ""), 87_390.0);
    reader.assert_silent();
}

#[test]
fn chart_stays_drawn_when_the_code_that_follows_the_drawing_cannot_be_had() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put(&TestSite::pkg("more.wasm"), PreparedResponse::new("text/plain", "gone").status(404));
    let page = site.embed(&format!(
        "<script>addEventListener('error', (event) => event.detail && (window.fault = event.detail))</script>
         <migration-chart {QUARTER} style=\"display:block;aspect-ratio:16/10\"></migration-chart>"
    ));
    reader.go(&page);
    let fault = reader.wait_until("the event that says why", "return window.fault");
    assert_eq!(fault["code"], "cannot-run");
    assert!(reader.all_charts_are_drawn());
    let hidden =
        "return document.querySelector('migration-chart').shadowRoot.querySelector('.message').hidden";
    assert_eq!(reader.eval(hidden), json!(true), "no message lies over the drawing");
}
