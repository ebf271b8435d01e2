//! What takes more than a minute, run by `cargo xtask soak`: memory over thousands of widgets and of changes and over minutes of
//! play, and every request of a page under every fault.

use serde_json::json;

use crate::faults;
use crate::harness::{CHART, Reader, TestSite, skips_beyond_chromium};

/// Nodes, listeners, bytes of the page's heap and of the module's memory, once nobody holds what nobody needs.
fn held(reader: &Reader) -> [f64; 4] {
    reader.cdp("Performance.enable", json!({}));
    for _ in 0..3 {
        reader.wait_for_rest();
        reader.cdp("HeapProfiler.collectGarbage", json!({}));
    }
    let counters = reader.cdp("Memory.getDOMCounters", json!({}));
    let metrics = reader.cdp("Performance.getMetrics", json!({}));
    let heap = metrics["metrics"].as_array().into_iter().flatten();
    let heap =
        heap.filter(|one| one["name"] == json!("JSHeapUsedSize")).find_map(|one| one["value"].as_f64());
    let glue = TestSite::pkg("migration_widget.js");
    let memory = reader.eval_number(&format!(
        "return import('{glue}').then((glue) => glue.default()).then(({{ memory }}) => memory.buffer.byteLength)"
    ));
    let count = |name: &str| counters[name].as_f64().unwrap_or(f64::NAN);
    [count("nodes"), count("jsEventListeners"), heap.unwrap_or(f64::NAN), memory]
}

/// Whether all is within two per cent of what it was; what is counted may be a few more.
fn is_given_back(first: [f64; 4], last: [f64; 4]) -> bool {
    last.iter().zip(first).all(|(last, first)| *last <= first * 1.02 + 20.0)
}

/// Has something done up to three times over, until it leaves all where it was before it, and fails where it never does: what
/// keeps what nobody needs keeps as much each time, but an engine also compiles what it has met often enough, and its code is on
/// the page's heap of less than two megabytes.
#[track_caller]
fn assert_leaves_nothing(reader: &Reader, act: impl Fn()) {
    let mut curve = vec![held(reader)];
    for _ in 0..3 {
        let first = curve.last().copied().unwrap_or_default();
        act();
        let mut last = held(reader);
        for _ in 0..10 {
            if is_given_back(first, last) {
                println!("nodes, listeners, bytes of heap, bytes of the module: {curve:?}, then {last:?}");
                return;
            }
            last = held(reader);
        }
        curve.push(last);
    }
    panic!("nodes, listeners, bytes of heap, bytes of the module: {curve:?}");
}

#[test]
fn two_thousand_widgets_leave_the_memory_where_it_was() {
    if skips_beyond_chromium("no other engine counts its nodes and listeners") {
        return;
    }
    let (site, reader) = (TestSite::start(), Reader::alone());
    reader.go(&site.embed("<p>A page</p>"));
    reader.wait_until("the script", "return !!customElements.get('migration-chart')");
    let round = |count: usize| {
        reader.eval(&format!(
            "const style = 'display:block;width:480px;height:360px';
             for (let at = 0; at < {count}; at++) {{
               const hold = document.createElement('div');
               hold.innerHTML = `<migration-chart dataset=darien-crossings kind=line loading=eager style='${{style}}'></migration-chart>
                 <migration-chart dataset=displacement-americas kind=bar x=coo_iso top=5 loading=eager style='${{style}}'></migration-chart>
                 <migration-chart dataset=darien-crossings kind=stacked-area top=3 loading=eager style='${{style}}'></migration-chart>
                 <pillar-explorer loading=eager style='${{style}}'></pillar-explorer>`;
               document.body.append(hold);
               await Promise.all([...hold.children].map((one) => one.ready));
               hold.remove();
               __seen.length = __shifts.length = 0;
               await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
             }}"
        ));
    };
    (0..50).for_each(|_| round(5));
    assert_leaves_nothing(&reader, || (0..100).for_each(|_| round(5)));
    reader.assert_silent();
}

#[test]
fn ten_thousand_changes_of_data_leave_the_memory_where_it_was() {
    if skips_beyond_chromium("no other engine counts its nodes and listeners") {
        return;
    }
    let (site, reader) = (TestSite::start(), Reader::alone());
    reader.go(&site.embed(&format!(
        "<{CHART} loading=eager style=\"display:block;width:480px;height:360px\"></{CHART}>"
    )));
    let round = |count: usize| {
        reader.eval(&format!(
            "const chart = document.querySelector('migration-chart');
             for (let at = 0; at < {count}; at++) {{
               chart.data = `year,refugees\\n2019,${{at}}\\n2020,6\\n2021,${{at % 7}}\\n`;
               await chart.ready;
               __seen.length = __shifts.length = 0;
             }}"
        ));
    };
    (0..5).for_each(|_| round(200));
    assert_leaves_nothing(&reader, || (0..50).for_each(|_| round(200)));
    reader.assert_silent();
}

/// What waits between the periods is a twentieth of what it is: the same steps in half a minute. The wait of ten seconds for what
/// hangs stays.
const QUICKER: &str = "const own = setTimeout;
    window.setTimeout = (act, after, ...given) => own(act, after >= 100 && after < 9000 ? after / 20 : after, ...given);";

#[test]
fn ten_minutes_of_play_leave_the_memory_where_it_was() {
    if skips_beyond_chromium("no other engine counts its nodes and listeners") {
        return;
    }
    let (site, reader) = (TestSite::start(), Reader::alone());
    reader.script_at_start(QUICKER);
    let style = "loading=eager style=\"display:block;width:480px;height:420px\"";
    reader.go(&site.embed(&format!(
        "<{CHART} dataset=displacement-americas kind=map x=coa_iso {style}></{CHART}>
         <{CHART} dataset=venezuelans-abroad kind=bar x=coa_iso top=10 {style}></{CHART}>"
    )));
    let playing = "return [...document.querySelectorAll('migration-chart')].every((one) => one.shadowRoot.querySelector('.play')?.checkVisibility())";
    reader.wait_until("Play", playing);
    // All periods take twenty seconds, or a second each, and then the reader plays them anew.
    let play = |steps: usize| {
        reader.eval(&format!(
            "const charts = [...document.querySelectorAll('migration-chart')];
             let steps = 0;
             const count = () => (steps += 1);
             addEventListener('change', count);
             while (steps < {steps}) {{
               for (const {{ shadowRoot }} of charts) {{
                 const play = shadowRoot.querySelector('.play');
                 if (play.textContent === 'Play') play.dispatchEvent(new MouseEvent('click', {{ bubbles: true }}));
               }}
               await new Promise((done) => setTimeout(done, 99));
               __seen.length = __shifts.length = 0;
             }}
             removeEventListener('change', count);"
        ));
    };
    (0..8).for_each(|_| play(100));
    assert_leaves_nothing(&reader, || (0..16).for_each(|_| play(100)));
    reader.assert_silent();
}

#[test]
fn every_request_of_a_page_may_fail_in_every_way() {
    let cases = faults::all();
    let count = cases.len();
    assert!(count > 400, "{count}");
    println!("{count} cases");
    let found = faults::tried(cases, 3);
    assert!(found.is_empty(), "{} of {count}:\n{}", found.len(), found.join("\n"));
}
