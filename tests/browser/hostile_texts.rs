//! Text that would like to be markup, a script or an address, in every place that reaches the page: it stays text. Under the
//! strictest policy that the widget works with, and Trusted Types.

use serde_json::{Value, json};

use crate::harness::{CHART, PreparedResponse, Reader, TestSite};

const EXPLORER: &str = "pillar-explorer";

/// What ends attributes, elements, styles and strings, runs by itself, and names an address to run.
const HOSTILE: &str = "\"'><img src=/hit.png onerror=\"window.hit=1\"><script>window.hit=2</script></style></title><svg onload=\"window.hit=3\"><a href=\"javascript:window.hit=4\">${window.hit=5}{{window.hit=6}}";

/// The policy of README's "Content-Security-Policy", and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'nonce-test' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' blob: data:; \
     style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// Every attribute of the chart that takes words, but those that only say how it loads.
const ATTRIBUTES: [&str; 28] = [
    "dataset",
    "src",
    "format",
    "kind",
    "x",
    "y",
    "series",
    "origin",
    "destination",
    "filter",
    "aggregate",
    "top",
    "per",
    "from",
    "to",
    "scale",
    "precision",
    "normalize",
    "totals",
    "count",
    "claim",
    "annotations",
    "annotate",
    "heading",
    "subheading",
    "note",
    "credit",
    "alt",
];

/// A page under the policy, whose own scripts bear its nonce; it notes what the policy had to refuse.
fn page(site: &TestSite, body: &str) -> String {
    let html = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><link rel=icon href='data:,'><title>A page</title>
         <script nonce=test>window.refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective + ' ' + event.blockedURI))</script>
         <script async src=/embed.js></script><body>{body}"
    );
    site.page_with(PreparedResponse::html(html).header("content-security-policy", POLICY))
}

/// Whether nothing of the text has become more than text, in the page and all roots below it, and in what is exported.
#[track_caller]
fn is_text(reader: &Reader, site: &TestSite, what: &str) {
    let found = reader.eval(
        "const found = [];
         const look = (root) => {
           for (const one of root.querySelectorAll('*')) {
             if (one.shadowRoot) look(one.shadowRoot);
             if (root !== document && /^(script|iframe|object|embed|base|link|meta|style)$/.test(one.localName)) found.push(one.localName);
             if (root !== document && one.localName === 'img' && !/^(blob:|data:image)/.test(one.src)) found.push('img ' + one.src);
             for (const { name, value } of one.attributes) {
               if (/^on/.test(name)) found.push(one.localName + ' ' + name);
               if (/^(href|src|action|formaction|xlink:href)$/.test(name) && one.localName !== 'migration-chart' && /^\\s*(javascript|vbscript|data:text)/i.test(value)) found.push(value);
             }
           }
         };
         look(document);
         const drawn = [...document.querySelectorAll('migration-chart')].map((chart) => chart.toSVG?.() ?? '').filter(Boolean);
         return [found, window.hit ?? null, refused, drawn]",
    );
    assert_eq!((&found[0], &found[1], &found[2]), (&json!([]), &json!(null), &json!([])), "{what}");
    for picture in found[3].as_array().expect("pictures").iter().filter_map(Value::as_str) {
        let read =
            roxmltree::Document::parse(picture).unwrap_or_else(|fault| panic!("{what}: {fault}: {picture}"));
        for one in read.descendants().filter(|one| one.is_element()) {
            let name = one.tag_name().name();
            assert!(
                !["script", "foreignObject", "image", "a", "use", "iframe"].contains(&name),
                "{what}: {name}"
            );
            assert!(one.attributes().all(|attribute| !attribute.name().starts_with("on")), "{what}: {name}");
        }
    }
    let is_hit = site.requests().iter().any(|asked| asked.path == "/hit.png");
    assert!(!is_hit, "{what}: the picture was asked for");
}

/// Waits until a chart shows something or has said why not.
fn settled(reader: &Reader, selector: &str) {
    reader.wait_until_with(
        "a chart or its words",
        "const root = document.querySelector(arguments[0])?.shadowRoot;
         return root && (document.querySelector(arguments[0]).summary || root.querySelector('.message:not([hidden])')?.textContent)",
        &[json!(selector)],
    );
    reader.wait_for_rest();
}

#[test]
fn no_attribute_is_markup() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for name in ATTRIBUTES {
        for value in [HOSTILE.to_owned(), format!("2023-03 | {HOSTILE}"), format!("nationality={HOSTILE}")] {
            reader.go(&page(&site, "<migration-chart dataset=darien-crossings from=2023-01 to=2023-03 loading=eager style='display:block;height:400px'></migration-chart>"));
            reader.wait_for_load(CHART);
            reader.eval_with(
                "document.querySelector('migration-chart').setAttribute(arguments[0], arguments[1])",
                &[json!(name), json!(value)],
            );
            reader.wait_for_rest();
            let tabs = if value == HOSTILE { &["chart", "table", "words"][..] } else { &["chart"] };
            for tab in tabs {
                reader.eval(&format!("document.querySelector('migration-chart').state = {{ tab: '{tab}' }}"));
                reader.wait_for_rest();
                is_text(&reader, &site, &format!("{name}, {tab}: {value:.20}"));
            }
        }
    }
}

#[test]
fn no_field_value_or_file_name_is_markup() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let quoted = HOSTILE.replace('"', "\"\"");
    let rows = |first: &str| {
        format!(
            "year,\"{quoted}\",\"to {quoted}\",age,sex,\"n {quoted}\"\n2020,\"{first}\",\"{quoted}b\",0-4,female,5\n2020,\"{quoted}2\",\"{quoted}c\",5-9,male,7\n2021,\"{first}\",\"{quoted}b\",0-4,male,6\n2021,\"{quoted}2\",\"{quoted}c\",5-9,female,9\n"
        )
    };
    for kind in [
        "line",
        "stacked-area",
        "bar",
        "stacked-bar",
        "small-multiples",
        "slope",
        "scatter",
        "pyramid",
        "waffle",
        "map",
        "flow",
        "table",
        "number",
    ] {
        site.put("/own.csv", PreparedResponse::csv(rows(if kind == "map" { "Peru" } else { &quoted })));
        let body = format!(
            "<migration-chart id=it src=/own.csv kind={kind} loading=eager style='display:block;height:400px'></migration-chart>"
        );
        reader.go(&page(&site, &body));
        settled(&reader, "#it");
        for tab in ["chart", "table", "words"] {
            reader.eval(&format!("document.querySelector('#it').state = {{ tab: '{tab}' }}"));
            reader.wait_for_rest();
            is_text(&reader, &site, &format!("{kind}, {tab}"));
        }
    }
    // Rows of a script, with keys that objects have of their own, and the name of a file that is not there.
    reader.go(&page(
        &site,
        "<migration-chart id=it loading=eager style='display:block;height:400px'></migration-chart>
        <migration-chart id=lost loading=eager style='display:block;height:400px'></migration-chart>",
    ));
    reader.eval_with(
        "const own = (value) => JSON.parse(`[{\"year\": 2020, \"__proto__\": ${JSON.stringify(value)}, \"constructor\": ${JSON.stringify(value)}, \"n\": 5},
           {\"year\": 2021, \"__proto__\": ${JSON.stringify(value)}, \"constructor\": ${JSON.stringify(value)}, \"n\": 6}]`);
         document.querySelector('#it').data = own(arguments[0]);
         document.querySelector('#lost').setAttribute('src', arguments[0])",
        &[json!(HOSTILE)],
    );
    for chart in ["#it", "#lost"] {
        settled(&reader, chart);
        is_text(&reader, &site, chart);
    }
    assert_eq!(reader.csv_sum("#it", ""), 11.0);
    assert_eq!(reader.eval("return ({}).polluted ?? Object.keys(Object.prototype).length"), json!(0));
}

#[test]
fn nothing_that_a_script_or_an_address_gives_is_markup() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let chart = "<migration-chart id=it dataset=darien-crossings from=2023-01 to=2023-03 loading=eager style='display:block;height:400px'></migration-chart>";
    let calls: [&str; 6] = [
        "it.state = { tab: text, hidden: [text], pick: [text], span: text, from: text, to: text, highlight: text, cursor: text, [text]: text }",
        "it.highlight(text)",
        "it.mark([{ date: '2023-02', title: text, text, source: text, url: 'javascript:window.hit=7' }, { date: text, title: text }])",
        "it.mark(text)",
        "it.configure({ heading: text, note: text, [text]: text, onclick: text, style: text })",
        "location.hash = '#mw-it=' + encodeURIComponent(text) + '&mw-' + encodeURIComponent(text) + '=1'",
    ];
    for call in calls {
        reader.go(&page(&site, chart));
        reader.wait_for_load(CHART);
        reader.eval_with(
            &format!("const text = arguments[0]; const it = document.querySelector('#it'); {call}"),
            &[json!(HOSTILE)],
        );
        reader.wait_for_rest();
        reader.eval("document.querySelector('#it').state = { tab: 'words' }");
        reader.wait_for_rest();
        is_text(&reader, &site, call);
    }
}

#[test]
fn no_word_of_a_declaration_is_markup() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let mut declaration: Value =
        serde_json::from_slice(&TestSite::built("data/declaration/declaration.json")).expect("a declaration");
    soil(&mut declaration, "");
    let sources = declaration["sources"].as_array_mut().expect("sources");
    for source in sources {
        source["url"] = json!("javascript:window.hit=8");
    }
    site.put("/own.json", PreparedResponse::new("application/json", declaration.to_string()));
    for (attributes, what) in [
        ("data=/own.json".to_owned(), "a declaration"),
        (format!("q=\"{}\"", HOSTILE.replace('"', "&quot;")), "a search"),
        (
            format!(
                "country=\"{0}\" view=\"{0}\" status=\"{0}\" pillar=\"{0}\"",
                HOSTILE.replace('"', "&quot;")
            ),
            "choices",
        ),
    ] {
        for view in ["pillars", "countries", "commitments", "timeline", "map"] {
            reader.go(&page(&site, &format!("<pillar-explorer id=it {attributes} loading=eager style='display:block;height:600px'></pillar-explorer>")));
            reader.wait_until(
                "the explorer or its words",
                "return document.querySelector('#it').shadowRoot?.textContent.length > 200",
            );
            reader.eval(&format!("document.querySelector('#it').state = {{ view: '{view}' }}"));
            reader.wait_for_rest();
            is_text(&reader, &site, &format!("{what}, {view}"));
            assert!(
                reader.events("load", EXPLORER).len() + reader.events("error", EXPLORER).len() > 0,
                "{what}"
            );
        }
    }
}

/// Puts the text behind every word of a declaration that is no key of another one.
fn soil(value: &mut Value, name: &str) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| soil(one, name)),
        Value::Object(fields) => fields.iter_mut().for_each(|(name, one)| soil(one, name)),
        Value::String(text)
            if [
                "title",
                "description",
                "quote",
                "statusNote",
                "text",
                "name",
                "term",
                "definition",
                "publisher",
                "note",
                "label",
            ]
            .contains(&name) =>
        {
            text.push_str(HOSTILE);
        }
        _ => {}
    }
}

#[test]
fn a_frame_is_told_nothing_by_its_address_or_by_strangers() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let encoded: String = HOSTILE.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let query = format!(
        "widget=migration-chart&dataset=darien-crossings&from=2023-01&to=2023-03&loading=eager&heading={encoded}&note={encoded}&{encoded}={encoded}&onclick={encoded}&srcdoc={encoded}&lang={encoded}"
    );
    reader.go(&page(
        &site,
        &format!("<iframe id=frame src=\"/frame.html?{query}\" style='width:600px;height:400px'></iframe>"),
    ));
    reader.wait_until(
        "the frame",
        "return document.querySelector('#frame').contentDocument?.querySelector('migration-chart')?.summary",
    );
    reader.enter_frame("#frame");
    reader.eval("window.refused = []");
    is_text(&reader, &site, "the frame");
    reader.leave_frame();
    let before = reader.eval("return document.querySelector('#frame').getBoundingClientRect().height");
    // The page tells its frame, and a stranger the page, what neither may.
    reader.eval_with(
        "const text = arguments[0];
         for (const message of [text, { height: 99999 }, { type: 'migration-widget', height: 99999 }, { 'migration-widget': { height: 1e9 } }, [text], null, { html: text, style: text, resize: 1e9 }]) {
           frame.contentWindow.postMessage(message, '*');
           window.postMessage(message, '*');
         }",
        &[json!(HOSTILE)],
    );
    reader.wait_for_rest();
    assert_eq!(reader.eval("return document.querySelector('#frame').getBoundingClientRect().height"), before);
    is_text(&reader, &site, "the page around it");
    reader.enter_frame("#frame");
    is_text(&reader, &site, "the frame, told things");
    reader.leave_frame();
}
