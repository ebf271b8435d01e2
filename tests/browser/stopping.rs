//! A bug in the module, which is here made by spoiling what it calls: one widget stops, shows its page's own content, and the
//! others go on.

use serde_json::{Value, json};

use crate::harness::{Reader, TestSite};

/// Two charts, the first of which will be spoilt, and an explorer.
const PAGE: &str = r#"
    <migration-chart id=first dataset=darien-crossings kind=bar x=nationality series=none annotations=milestones loading=eager
      style="display:block;height:460px">its own content</migration-chart>
    <migration-chart id=second dataset=darien-crossings kind=line from=2023-01 to=2023-03 loading=eager
      style="display:block;height:420px">x</migration-chart>
    <pillar-explorer id=third loading=eager style="display:block;height:500px">its own content</pillar-explorer>"#;

/// What is spoilt, and what then calls it; `one(selector)` is an element of the first chart's or the explorer's shadow root.
struct Case {
    callback: &'static str,
    element: &'static str,
    spoil: &'static str,
    call: &'static str,
}

const fn case(
    callback: &'static str,
    element: &'static str,
    spoil: &'static str,
    call: &'static str,
) -> Case {
    Case { callback, element, spoil, call }
}

const CASES: [Case; 12] = [
    case(
        "a listener on the pointer",
        "first",
        "one('.plot').getBoundingClientRect = spoilt",
        "one('.plot').dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))",
    ),
    case(
        "a listener on a click",
        "first",
        "one('.tabs button').getAttribute = spoilt",
        "one('.tabs button').click()",
    ),
    case(
        "a listener on a key",
        "first",
        "one('.download').hasAttribute = spoilt",
        "one('.mw').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))",
    ),
    case(
        "a listener on an opened menu",
        "first",
        "one('.options').hasAttribute = spoilt",
        "one('.options').open = true",
    ),
    case(
        "a watch on the size",
        "first",
        "Object.defineProperty(one('.mw'), 'clientWidth', { get: spoilt })",
        "host.style.width = '444px'",
    ),
    case(
        "the next frame",
        "first",
        "Object.defineProperty(one('.mw'), 'classList', { get: spoilt })",
        "dispatchEvent(new Event('resize'))",
    ),
    case(
        "what follows a paint",
        "first",
        "Object.defineProperty(one('.panel'), 'textContent', { set: spoilt })",
        "dispatchEvent(new Event('resize'))",
    ),
    case(
        "a clock",
        "first",
        "Object.defineProperty(host, 'isConnected', { configurable: true, get: spoilt })",
        "one('.time .play').dispatchEvent(new MouseEvent('click', { bubbles: true }))",
    ),
    case(
        "a call of the page",
        "first",
        "Object.defineProperty(one('.mw'), 'clientWidth', { get: spoilt })",
        "host.toSVG()",
    ),
    case(
        "a call for a picture",
        "first",
        "Object.defineProperty(one('.mw'), 'clientWidth', { get: spoilt })",
        "host.toPNG(1)",
    ),
    case(
        "a listener of the explorer",
        "third",
        "one('[data-act=view]').getAttribute = spoilt",
        "one('[data-act=view]').click()",
    ),
    case(
        "a call of the explorer",
        "third",
        "one('[data-act=view]').getAttribute = spoilt",
        "host.state = { view: 'timeline' }",
    ),
];

#[test]
fn a_bug_in_any_callback_stops_its_widget_alone_and_is_said_once() {
    for Case { callback, element, spoil, call } in CASES {
        let (site, reader) = (TestSite::start(), Reader::new());
        reader.go(&site.embed(PAGE));
        for id in ["#first", "#second", "#third"] {
            reader.wait_for_event("load", id);
        }
        reader.wait_until(
            "the slider and the table",
            "const root = first.shadowRoot; return root.querySelector('.time .play') && root.querySelector('tbody tr')",
        );
        let body = format!(
            "const host = document.getElementById('{element}'), one = (selector) => host.shadowRoot.querySelector(selector);
             window.uncaught = []; addEventListener('error', (event) => event.message && uncaught.push(event.message));
             addEventListener('unhandledrejection', (event) => uncaught.push(String(event.reason)));
             window.ready_ = host.ready;
             const spoilt = () => {{ throw new Error('spoilt'); }};
             {spoil};
             {call};"
        );
        reader.eval(&body);
        let stopped = format!(
            "const root = document.getElementById('{element}').shadowRoot;
             return !root.querySelector('[part]') && !root.querySelector('slot').hidden && root.querySelector('.message:not([hidden])')?.textContent.includes('stopped')"
        );
        reader.wait_until(&format!("{callback}: the page's own content"), &stopped);
        let fault = reader.wait_for_event("error", &format!("#{element}"));
        assert_eq!(fault["code"], "cannot-run", "{callback}: {fault}");
        // The others go on, and what is asked of the stopped one does no harm.
        let others = reader.eval(
            "second.setAttribute('to', '2023-02');
             return second.ready.then(() => [first.toCSV(), third.summary, second.toCSV().includes('2023-03')])",
        );
        assert_eq!(others[2], json!(false), "{callback}: the second chart goes on");
        assert_eq!(reader.eval("return uncaught"), json!([]), "{callback}");
        let told: Vec<Value> = reader.console().into_iter().map(Value::from).collect();
        assert_eq!(told.len(), 1, "{callback}: {told:?}");
        assert!(
            told[0].as_str().is_some_and(|line| line.contains("migration-widget") && line.contains("spoilt")),
            "{told:?}"
        );
        // What is asked anew begins anew.
        if element == "first" {
            reader.eval("delete first.isConnected; first.setAttribute('top', '3')");
            reader.wait_until(
                "the first chart again",
                "return first.toCSV().split('\\n').length > 2 && first.shadowRoot.querySelector('.mw canvas')",
            );
        }
    }
}
