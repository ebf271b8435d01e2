//! Pages whose own scripts and markup have changed what every script builds on: charts and the explorer stand there all the
//! same, show right figures and throw nothing.

use serde_json::json;

use crate::harness::{CHART, Engine, PreparedResponse, Reader, TestSite, engine};

const EXPLORER: &str = "pillar-explorer";

/// The first quarter of 2023 of a shipped dataset, a file, a table in the element, a script's rows, and the explorer.
const BODY: &str = "
<migration-chart id=shipped dataset=darien-crossings kind=line from=2023-01 to=2023-03 loading=eager style='display:block;height:320px'></migration-chart>
<migration-chart id=file src=own.csv kind=bar loading=eager style='display:block;height:320px'></migration-chart>
<migration-chart id=carried kind=bar loading=eager style='display:block;height:320px'><table><tr><th>year<th>people<tr><td>2020<td>5,250<tr><td>2021<td>7,125</table></migration-chart>
<migration-chart id=given kind=bar loading=eager style='display:block;height:320px'></migration-chart>
<pillar-explorer loading=eager style='display:block;height:400px'></pillar-explorer>
<script>customElements.whenDefined('migration-chart').then(() => { document.querySelector('#given').data = [{ year: 2019, n: 1 }, { year: 2020, n: 2 }] })</script>";

/// What pages do before our script comes, and what stands in their markup.
const PAGES: [(&str, &str, &str); 12] = [
    ("nothing", "", ""),
    (
        "the library Prototype as of 2008",
        "Array.prototype.toJSON = function () { return '[' + this.map(function (one) { return JSON.stringify(one) }).join(', ') + ']' };
         String.prototype.toJSON = function () { return '\"' + this + '\"' };
         Array.prototype.reduce = function () { return this.length > 1 ? this : this[0] };
         Array.prototype.entries = Array.prototype.toArray = Array.prototype.clone = function () { return this.slice() };
         Array.prototype.find = Array.prototype.detect = function (is) { for (var at = 0; at < this.length; at++) if (is(this[at])) return this[at] };
         Array.from = function (list) { if (!list) return []; if (list.toArray) return list.toArray(); var at = list.length || 0, made = new Array(at); while (at--) made[at] = list[at]; return made };
         Function.prototype.bind = function (self) { var act = this, first = Array.prototype.slice.call(arguments, 1); return function () { return act.apply(self, first.concat(Array.prototype.slice.call(arguments))) } };
         Element.prototype.remove = function () { this.parentNode.removeChild(this); return this };",
        "",
    ),
    (
        "what all objects have",
        "for (const name of ['extend', 'each', 'clone', 'size', 'keys', 'map', 'toJSONString']) Object.prototype[name] = Array.prototype[name + 'All'] = function () { return this };
         Object.prototype.kind = 'map'; Object.prototype.state = {}; Object.prototype.status = 'met'; Object.prototype.data = 'x';
         Object.prototype.src = 'https://x.invalid/'; Object.prototype.name = Object.prototype.title = Object.prototype.text = 'boo'; Object.prototype.lang = 'es';",
        "",
    ),
    (
        "nothing can be changed any more",
        "for (const one of [Object, Array, String, Number, Function, Promise, Map, Set, WeakMap, RegExp, Date, Error, TypeError, Uint8Array, ArrayBuffer, Symbol,
           Element, HTMLElement, Node, EventTarget, Event, CustomEvent, Document, ShadowRoot]) { Object.freeze(one.prototype); Object.freeze(one); }",
        "",
    ),
    ("no observer of sizes", "delete window.ResizeObserver", ""),
    ("wasm cannot be compiled while it arrives", "delete WebAssembly.instantiateStreaming; delete WebAssembly.compileStreaming", ""),
    (
        "a fetch of the page's own",
        "window.fetch = function (address, options) {
           return new Promise(function (resolve, reject) {
             var asked = new XMLHttpRequest();
             asked.open(options && options.method || 'GET', address.url || address);
             asked.responseType = 'arraybuffer';
             asked.onload = function () {
               var answer = {
                 ok: asked.status >= 200 && asked.status < 300, status: asked.status, url: asked.responseURL,
                 headers: { get: function (name) { return asked.getResponseHeader(name) } },
                 arrayBuffer: function () { return Promise.resolve(asked.response) },
                 text: function () { return Promise.resolve(new TextDecoder().decode(asked.response)) },
                 json: function () { return answer.text().then(JSON.parse) },
                 clone: function () { return answer },
               };
               resolve(answer);
             };
             asked.onerror = function () { reject(new TypeError('Network request failed')) };
             asked.send();
           });
         }",
        "",
    ),
    (
        "promises of the page's own",
        "(function (Own) {
           function Promised(act) { this.own = new Own(act) }
           Promised.prototype.then = function (yes, no) { var own = this.own; return new Promised(function (resolve, reject) { own.then(yes, no).then(resolve, reject) }) };
           Promised.prototype['catch'] = function (no) { return this.then(undefined, no) };
           Promised.resolve = function (value) { return new Promised(function (resolve) { resolve(value) }) };
           Promised.reject = function (value) { return new Promised(function (_, reject) { reject(value) }) };
           Promised.all = function (list) { return new Promised(function (resolve, reject) { Own.all(list).then(resolve, reject) }) };
           Promised.race = function (list) { return new Promised(function (resolve, reject) { Own.race(list).then(resolve, reject) }) };
           window.Promise = Promised;
         })(Promise)",
        "",
    ),
    (
        "what is called is watched",
        "(function () {
           var later = setTimeout, frame = requestAnimationFrame, hear = EventTarget.prototype.addEventListener, deaf = EventTarget.prototype.removeEventListener, made = new WeakMap();
           window.setTimeout = function (act, time) { return later(function () { return act.apply(this, arguments) }, time) };
           window.requestAnimationFrame = function (act) { return frame(function () { return act.apply(this, arguments) }) };
           EventTarget.prototype.addEventListener = function (name, act, options) {
             if (typeof act !== 'function') return hear.call(this, name, act, options);
             if (!made.has(act)) made.set(act, function () { return act.apply(this, arguments) });
             return hear.call(this, name, made.get(act), options);
           };
           EventTarget.prototype.removeEventListener = function (name, act, options) { return deaf.call(this, name, made.get(act) || act, options) };
           var then = Promise.prototype.then;
           Promise.prototype.then = function (yes, no) { return then.call(this, yes && function (value) { return yes(value) }, no && function (reason) { return no(reason) }) };
         })()",
        "",
    ),
    (
        "old polyfills",
        "Array.prototype.map = function (of) { var made = []; for (var at = 0; at < this.length; at++) made.push(of(this[at], at, this)); return made };
         Array.prototype.filter = function (is) { var made = []; for (var at = 0; at < this.length; at++) if (is(this[at], at, this)) made.push(this[at]); return made };
         Array.prototype.includes = function (one) { return this.indexOf(one) !== -1 ? 1 : 0 };
         Array.prototype.find = function (is) { for (var at = 0; at < this.length; at++) if (is(this[at], at, this)) return this[at]; return undefined };
         Object.entries = function (of) { var made = []; for (var name in of) made.push([name, of[name]]); return made };
         Object.keys = function (of) { var made = []; for (var name in of) made.push(name); return made };
         Object.fromEntries = function (list) { var made = {}; for (var at = 0; at < list.length; at++) made[list[at][0]] = list[at][1]; return made };
         Object.assign = function (to, from) { for (var name in from) to[name] = from[name]; return to }",
        "",
    ),
    (
        "names of modules and of the window",
        "window.define = function () { throw new Error('define') }; window.define.amd = {}; window.require = function () { throw new Error('require') };
         window.module = { exports: {} }; window.exports = {}; window.process = { env: {} }; window.global = window;
         window.data = window.chart = window.wasm = window.event2 = 1; window.name = 'x'",
        "",
    ),
    (
        "elements named like what a document has",
        "",
        "<img name=currentScript src='https://elsewhere.example/pkg/x.js'><form name=baseURI></form><form id=migration><input name=chart></form><a id=URL href='x:y'></a>
         <a id=fetch></a><a id=customElements></a><a id=WebAssembly></a><form id=Intl></form><img name=fonts>",
    ),
];

fn page(before: &str, markup: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><link rel=icon href='data:,'><title>A page</title><script>{before}</script><script async src=/embed.js></script><body>{markup}{BODY}"
    )
}

#[test]
fn on_no_page_is_a_figure_lost_or_wrong() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put(
        "/own.csv",
        PreparedResponse::new(
            "text/csv",
            "year,country,people\n2020,Peru,1\n2020,Chile,2\n2021,Peru,3\n2021,Chile,4\n",
        ),
    );
    for (what, before, markup) in PAGES {
        reader.go(&site.page(&page(before, markup)));
        for (chart, sum) in [("#shipped", 87_390.0), ("#file", 10.0), ("#carried", 12_375.0), ("#given", 3.0)]
        {
            // Without the page's own idea of lists.
            let adds_up = format!(
                "let sum = 0; const lines = (document.querySelector('{chart}')?.toCSV?.() ?? '').trim().split('\\n');
                 for (let at = 1; at < lines.length; at++) sum += Number(lines[at].slice(lines[at].lastIndexOf(',') + 1));
                 return sum === {sum}"
            );
            reader.wait_until(&format!("{what}: {chart} adds up to {sum}"), &adds_up);
        }
        reader.wait_until(
            "the explorer",
            "return document.querySelector('pillar-explorer').shadowRoot?.querySelector('.found')?.textContent.startsWith('136 ')",
        );
        // Another view of the same figures, and the table.
        reader.eval("document.querySelector('#shipped').state = { tab: 'table' }");
        reader.wait_until(
            "the table",
            "return document.querySelector('#shipped').shadowRoot.querySelectorAll('table tr').length === 4",
        );
        let march = reader.shadow_texts("#shipped", "table tr:last-child td");
        let march: Vec<f64> = march.iter().map(|cell| cell.replace(',', "").parse().expect(cell)).collect();
        assert_eq!(march.iter().sum::<f64>(), 38_099.0, "{what}: {march:?}");
        for host in [CHART, EXPLORER] {
            assert_eq!(reader.events("error", host), Vec::<serde_json::Value>::new(), "{what}");
        }
        let elsewhere: Vec<String> = reader
            .requests()
            .into_iter()
            .filter(|url| url.contains("/pkg/") && url.contains("elsewhere"))
            .collect();
        assert!(elsewhere.iter().all(|url| url.ends_with("/pkg/x.js")), "{what}: {elsewhere:?}");
    }
}

#[test]
fn a_browser_without_our_style_sheets_shows_the_twin() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let before = "Object.defineProperty(window, 'CSSStyleSheet', { value: function () { throw new TypeError('Illegal constructor') } });
        delete ShadowRoot.prototype.adoptedStyleSheets; delete Document.prototype.adoptedStyleSheets;";
    reader.go(&site.page(&page(before, "")));
    reader.wait_until(
        "the twin",
        "return document.querySelector('#shipped').shadowRoot?.querySelector('.twin img')?.naturalWidth > 0",
    );
    reader.wait_until(
        "the words",
        "return document.querySelector('#carried').shadowRoot.querySelector('.message').textContent !== ''",
    );
    // The page's own table is still there to read.
    let seen = reader.eval("return document.querySelector('#carried table').checkVisibility()");
    assert_eq!(seen, json!(true));
}

#[test]
fn addresses_are_the_pages_and_our_files_are_our_own() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/deep/folder/own.csv", PreparedResponse::new("text/csv", "year,people\n2020,4\n2021,6\n"));
    let own = page("", "").replace("<title>", "<base href=/deep/folder/><title>");
    reader.go(&site.page(&own));
    reader.wait_for_sum("#file", 10.0);
    reader.wait_for_sum("#shipped", 87_390.0);
    reader.assert_silent();
}

#[test]
fn charts_stand_in_roots_of_roots_and_on_a_page_that_is_written_anew() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed("<div id=outer></div>"));
    let nested = "const root = outer.attachShadow({ mode: 'closed' });
        const inner = root.appendChild(document.createElement('section')).attachShadow({ mode: 'closed' });
        inner.innerHTML = \"<migration-chart dataset=darien-crossings kind=line from=2023-01 to=2023-03 loading=eager style='display:block;height:320px'></migration-chart>\";
        window.chart = inner.firstChild; const { firstChild } = inner;
        firstChild.addEventListener('load', () => { window.came = firstChild.toCSV() })";
    reader.eval(nested);
    reader.wait_until("the chart", "return window.came?.startsWith('month,')");
    let html = format!(
        "<!doctype html><html lang=es><title>Anew</title><script async src=/embed.js></script><body>{}",
        "<migration-chart dataset=darien-crossings kind=line from=2023-01 to=2023-03 loading=eager style='display:block;height:320px'></migration-chart>"
    );
    reader.eval_with("document.open(); document.write(arguments[0]); document.close()", &[json!(html)]);
    reader.wait_for_sum(CHART, 87_390.0);
    reader.wait_until(
        "its language",
        "return document.querySelector('migration-chart').summary.includes('enero')",
    );
}

#[test]
fn two_hundred_charts_and_twenty_explorers_are_on_one_page() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let chart = "<migration-chart dataset=darien-crossings kind=line from=2023-01 to=2023-03 loading=eager style='display:block;height:240px'></migration-chart>";
    let explorer = "<pillar-explorer loading=eager style='display:block;height:400px'></pillar-explorer>";
    reader.go(&site.embed(&[chart.repeat(200), explorer.repeat(20)].concat()));
    reader.wait_for_events("load", CHART, 200);
    reader.wait_for_events("load", EXPLORER, 20);
    let right = reader.eval(
        "const sums = [...document.querySelectorAll('migration-chart')].map((chart) => chart.toCSV().trim().split('\\n').slice(1).reduce((sum, row) => sum + Number(row.split(',').pop()), 0));
         return sums.filter((sum) => sum === 87390).length",
    );
    assert_eq!(right, json!(200));
    reader.assert_silent();
}

#[test]
fn a_page_opened_as_a_file_shows_its_chart_or_says_why_not() {
    let reader = Reader::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    let file = folder.join(format!("tmp/page-{}.html", std::process::id()));
    let html = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>A file</title><script async src='file://{}'></script><body>
         <migration-chart id=it kind=bar loading=eager style='display:block;height:320px'><table><tr><th>year<th>people<tr><td>2020<td>5</table></migration-chart>",
        folder.join("dist/embed.js").display()
    );
    std::fs::create_dir_all(folder.join("tmp")).expect("a folder");
    std::fs::write(&file, html).expect("a page");
    reader.go(&format!("file://{}", file.display()));
    // Some engines let a page that is a file read those beside it.
    let seen = "const root = document.querySelector('#it').shadowRoot;
         const figure = root?.querySelector('[part]:not([hidden])');
         const said = root?.querySelector('.message')?.textContent;";
    reader.wait_until(
        "a chart or words",
        &format!("{seen} return figure || (said && !said.includes('Loading'))"),
    );
    let told = reader.eval(&format!(
        "{seen} return figure ? it.toCSV().includes('2020,5') : document.querySelector('#it table').checkVisibility()"
    ));
    assert_eq!(told, json!(true), "the page's own figures are there");
    assert!(engine() != Engine::Chromium || reader.eval(&format!("{seen} return !figure")) == json!(true));
    let _ = std::fs::remove_file(&file);
}
