//! What a page gives and no author would: nothing throws into the page, nothing runs, and good figures afterwards are shown.

use serde_json::json;

use crate::harness::{CHART, Reader, TestSite};

const GOOD: &str = "year,refugees\\n2019,5\\n2020,6\\n2021,8\\n";

/// Calls on a chart `c`, and the code of the error that they are told with, if there is one.
const CALLS: [(&str, Option<&str>); 24] = [
    (
        "const b = new TextEncoder().encode('year,refugees\\n2020,1\\n').buffer; structuredClone(b, {transfer: [b]}); c.data = b",
        Some("bad-data"),
    ),
    ("const p = Proxy.revocable([], {}); p.revoke(); c.data = p.proxy", Some("bad-data")),
    ("const p = Proxy.revocable({}, {}); p.revoke(); c.data = p.proxy", Some("bad-data")),
    ("c.data = new Proxy([{year: 2020, n: 1}], {get() { throw new Error('trap') }})", Some("bad-data")),
    ("c.data = [new Proxy({year: 2020, n: 1}, {ownKeys() { throw new Error('trap') }})]", Some("bad-data")),
    ("c.data = [{year: 2020, self: []}]", Some("bad-data")),
    ("c.data = Symbol('x')", Some("bad-data")),
    ("c.data = document", Some("bad-data")),
    ("c.data = [{year: new Date(NaN), refugees: 1}, {year: new Date(2020, 1, 1), refugees: 2}]", None),
    ("const p = Proxy.revocable({}, {}); p.revoke(); c.state = {pick: p.proxy}", None),
    ("const p = Proxy.revocable({}, {}); p.revoke(); c.state = p.proxy", None),
    ("c.state = {get pick() { throw 1 }}; c.state = () => 1; c.state = {tab: 5, hidden: 7, from: {}}", None),
    (
        "c.highlight(5); c.highlight(Symbol('x')); c.highlight({toString() { throw 1 }}); c.highlight({})",
        None,
    ),
    ("c.mark(() => 1); c.mark(Symbol('x')); c.mark(5)", None),
    ("const a = []; a.push(a); c.mark(a)", None),
    (
        "c.configure({onload: 'window.ran = 1', onclick: 'window.ran = 1', style: 'display:none', id: 'x', is: 'y'}); c.dispatchEvent(new Event('load')); c.click()",
        None,
    ),
    ("c.configure({'a b': 1, '<': 2, '': 3, '__proto__': 4, constructor: 5})", None),
    ("c.configure({get kind() { throw 1 }})", None),
    ("const p = Proxy.revocable({}, {}); p.revoke(); c.configure(p.proxy)", None),
    ("c.configure(null); c.configure(5); c.configure('kind'); c.configure()", None),
    ("c.configure({y: new Array(4e9 / 2)})", None),
    ("c.configure({heading: {toString() { throw 1 }}})", None),
    ("c.toPNG({}); c.toPNG(-1); c.toPNG(1e9); c.toPNG(Symbol('x'))", None),
    ("c.dispatchEvent(new CustomEvent('change', {detail: 1}))", None),
];

/// What held a page did so for seconds. The most that any of these has to do, four pictures, takes a free machine 105 ms in
/// Firefox, and one that runs other tests beside it several times that.
const HELD_MS: u32 = 1000;

#[test]
fn no_call_throws_or_runs_or_mutes_a_chart() {
    let site = TestSite::start();
    let reader = Reader::new();
    for (call, code) in CALLS {
        reader.go(&site
            .embed(&format!("<{CHART} loading=\"eager\" style=\"display:block;height:300px\"></{CHART}>")));
        reader.eval(&format!("window.c = document.querySelector('{CHART}'); c.data = '{GOOD}'"));
        reader.wait_for_load(CHART);
        reader.wait_for_sum(CHART, 19.0);
        let thrown = reader.eval_text(&format!(
            "const before = performance.now();
             try {{ {call} }} catch (reason) {{ return 'throws ' + reason }}
             return performance.now() - before < {HELD_MS} ? '' : 'holds the page'"
        ));
        assert_eq!(thrown, "", "{call}");
        if let Some(code) = code {
            let fault = reader.wait_for_event("error", CHART);
            assert_eq!(fault["code"], json!(code), "{call}: {fault}");
        }
        assert_eq!(reader.eval("return window.ran ?? null"), json!(null), "{call}");
        reader.eval(&format!("c.state = {{}}; c.data = '{GOOD}2022,11\\n'"));
        reader.wait_for_sum(CHART, 30.0);
        reader.wait_until_drawn();
        // What a page does not know is said to it, and nothing of it is left on the element.
        let left = reader.eval(
            "return ['onload', 'onclick', 'id', 'is', 'constructor'].filter((name) => c.hasAttribute(name))",
        );
        assert_eq!(left, json!([]), "{call}");
    }
}
