//! What takes how long, beside something else that the same page does in the same run; the goals in milliseconds are
//! those of `cargo xtask bench`.

use serde_json::{Value, json};

use crate::harness::{CHART, PreparedResponse, Reader, TestSite, reference, skips_beyond_chromium};
use crate::long_tasks::NOTED;

/// Two sums of milliseconds that a page has measured.
fn sums(found: &Value) -> [f64; 2] {
    [0, 1].map(|index| found[index].as_f64().unwrap_or_else(|| panic!("no sums: {found}")))
}

#[test]
fn a_key_in_the_explorers_search_costs_less_than_building_the_list() {
    let (site, reader) = (TestSite::start(), Reader::alone());
    reader.go(&site
        .embed("<pillar-explorer view=commitments style='display:block;height:640px'>x</pillar-explorer>"));
    reader.wait_for_load("pillar-explorer");
    // By turns, so that a busy moment of the machine hits both; `cargo xtask bench` has the goal in milliseconds.
    let [keys, builds] = sums(&reader.eval(
        "const root = document.querySelector('pillar-explorer').shadowRoot;
         const took = (act) => {
           const before = performance.now();
           act();
           root.querySelector('.view').getBoundingClientRect();
           return performance.now() - before;
         };
         const press = (text) => {
           const field = root.querySelector('[data-choice=q]');
           field.value = text;
           field.dispatchEvent(new Event('input', { bubbles: true }));
         };
         const sums = [0, 0];
         for (const text of ['v','ve','ven','vene','venez','h','ha','hai','hait','haiti']) {
           press('');
           root.host.state = { view: 'timeline' };
           sums[1] += took(() => (root.host.state = { view: 'commitments' }));
           sums[0] += took(() => press(text));
         }
         return sums;",
    ));
    assert!(keys > 0.0 && keys < builds, "ten keys {keys} ms, ten lists {builds} ms");
}

#[test]
fn the_explorer_opens_in_less_than_a_dozen_times_what_the_browser_takes_for_the_same_markup() {
    let (site, reader) = (TestSite::start(), Reader::alone());
    reader.go(&site.embed("<p>A page</p>"));
    // Reading, indexing and building are one task: nothing half is ever painted. Beside it, by turns, what the browser
    // takes to build and lay out the same from markup; `cargo xtask bench` has the goal in milliseconds.
    // By the page's own `eval`: Firefox's driver runs scripts beside the page, where a module is loaded once more.
    let [opened, built] = sums(&reader.eval_with(
        "return window.eval(arguments[0])",
        &[json!(
            "(async () => {
           const glue = await import('GLUE');
           const sums = [0, 0];
           const own = glue.Explorer.prototype.ask;
           glue.Explorer.prototype.ask = function (name, given) {
             const before = performance.now();
             const answer = own.call(this, name, given);
             if (['translations', 'give', 'show'].includes(name)) sums[0] += performance.now() - before;
             return answer;
           };
           for (let round = 0; round < 5; round++) {
             const explorer = document.createElement('pillar-explorer');
             explorer.setAttribute('loading', 'eager');
             explorer.style.cssText = 'display:block;height:600px';
             document.body.append(explorer);
             await explorer.ready;
             const same = document.createElement('div');
             const markup = explorer.shadowRoot.innerHTML;
             explorer.remove();
             const before = performance.now();
             same.innerHTML = markup;
             document.body.append(same);
             same.getBoundingClientRect();
             sums[1] += performance.now() - before;
             same.remove();
           }
           return sums;
         })()"
                .replace("GLUE", &site.url(&TestSite::pkg("migration_widget.js")))
        )],
    ));
    assert!(
        opened > 0.0 && opened < built * 12.0,
        "opened in {opened} ms, the same from markup in {built} ms"
    );
}

#[test]
fn the_reference_population_streams_without_holding_the_page() {
    if skips_beyond_chromium("no other engine tells its long tasks or can be slowed down") {
        return;
    }
    let Some(bytes) = reference("unhcr/population.csv") else { return };
    let (site, reader) = (TestSite::start(), Reader::alone());
    site.put("/population.csv", PreparedResponse::csv(bytes));
    // The protocol keeps the bodies of answers unless told, and takes a tenth of a second for one of 8.6 MB at its end.
    reader.cdp("Network.enable", json!({ "maxTotalBufferSize": 0, "maxResourceBufferSize": 0 }));
    let mut rounds = Vec::new();
    // The machine may have been held by something else in one of them, and throttling makes the wait for it longer as well; what
    // reads a file in one piece takes longer than the browser does. The goal in milliseconds is the bench's.
    for round in 0..3 {
        let (longest, at_once) = held_by_the_reference_population(&site, &reader, round);
        rounds.push((longest, at_once));
        if longest * 2.5 < at_once {
            return reader.assert_silent();
        }
    }
    panic!("milliseconds that the page was held, and that the same bytes at once take: {rounds:?}");
}

/// How long the page is held at the longest from the first bytes to the last check, and how long the same bytes take the
/// browser itself to cut into cells in one task: what holding the page means here and now.
fn held_by_the_reference_population(site: &TestSite, reader: &Reader, round: usize) -> (f64, f64) {
    // 8.6 MB in some two seconds, on a processor four times as slow.
    reader.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
    reader.set_network(4_000_000, 20);
    // The drawing that follows is that of every chart.
    reader.go(&site.embed(&format!(
        "<script>{NOTED}
         const look = () => {{
           const shown = document.querySelector('migration-chart')?.shadowRoot?.querySelector('progress')?.value > 0;
           if (shown) window.begun ??= performance.now();
           else if (window.begun) window.ended ??= performance.now();
           setTimeout(look, 5); // Between two slices.
         }};
         look();</script>
         <migration-chart src='/population.csv?{round}' kind='line' x='year' y='refugees' loading='eager' style='display:block;height:400px'></migration-chart>"
    )));
    reader.wait_until("all bytes read", "return window.ended");
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv_sum(CHART, "2025"), 28_461_306.0);
    // A task below 50 ms is no long task, and none is reported.
    let longest = reader.eval_number(
        "const within = tasks.filter((one) => one.startTime > window.begun && one.startTime + one.duration <= window.ended);
         return Math.max(0, ...within.map((one) => one.duration))",
    );
    reader.set_network(400_000_000, 0);
    let at_once = reader.eval_number(&format!(
        "return fetch('/population.csv?{round}').then((answer) => answer.arrayBuffer()).then((bytes) => {{
           const before = performance.now();
           const rows = new TextDecoder().decode(bytes).split('\\n').map((line) => line.split(','));
           return rows.length > 100_000 ? performance.now() - before : 0;
         }})"
    ));
    reader.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
    (longest, at_once)
}
