//! What a widget takes, it gives back: elements mounted, moved, removed and put back hundreds of times.

use serde_json::{Value, json};

use crate::harness::{PreparedResponse, Reader, TestSite, skips_beyond_chromium};

const CHART: &str = "migration-chart";

/// The widgets that are mounted by turns.
const MIXED: [&str; 6] = [
    "<migration-chart dataset=darien-crossings kind=line",
    "<migration-chart dataset=displacement-americas kind=bar x=coo_iso top=5",
    "<migration-chart dataset=displacement-americas kind=map",
    "<migration-chart dataset=darien-crossings kind=small-multiples top=4",
    "<migration-chart src=/own.csv",
    "<pillar-explorer view=pillars",
];

/// Mounts one of each, moves and re-parents them, puts one back after it was away, and removes all.
const ROUND: &str = r#"
    const [markup] = arguments;
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const hold = document.createElement('div');
    document.body.append(hold);
    hold.innerHTML = markup.join('');
    const all = [...hold.children];
    window.seen_ ??= [];
    for (const one of all) seen_.push(new WeakRef(one));
    await Promise.all(all.map((one) => one.ready));
    all[0].remove(); document.body.append(all[0]); hold.prepend(all[0]);
    const other = document.createElement('section');
    document.body.append(other);
    other.append(all[1]);
    const state = all[0].state;
    all[2].remove();
    await frame(); await frame();
    document.body.append(all[2]);
    await all[2].ready;
    for (const one of all) one.remove();
    hold.remove(); other.remove();
    // What the tests take note of holds the elements.
    __seen.length = 0;
    await frame(); await frame();
"#;

#[test]
fn five_hundred_widgets_leave_nothing_behind() {
    if skips_beyond_chromium("no other engine counts its nodes and listeners") {
        return;
    }
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/own.csv", PreparedResponse::csv("year,people,country\n2020,5,COL\n2021,7,COL\n2021,9,PER\n"));
    reader.go(&site.embed("<p>A page</p>"));
    let style = "loading=eager style='display:block;width:480px;height:360px'>x";
    let markup: Vec<String> = MIXED
        .iter()
        .map(|start| {
            let name = start[1..].split(' ').next().unwrap_or_default();
            format!("{start} {style}</{name}>")
        })
        .collect();
    reader.wait_until("the script", "return !!customElements.get('migration-chart')");
    let glue = TestSite::pkg("migration_widget.js");
    let round = |rounds: usize| {
        let body = format!(
            "return (async () => {{ for (let n = 0; n < {rounds}; n++) {{ await (async () => {{ {} }})(); }} }})()",
            ROUND.replace("arguments", "[markup_]")
        );
        reader.eval_with(&format!("window.markup_ = arguments[0]; {body}"), &[json!(markup)]);
    };
    let held = || -> Value {
        reader.cdp("HeapProfiler.collectGarbage", json!({}));
        reader.cdp("HeapProfiler.collectGarbage", json!({}));
        let counters = reader.cdp("Memory.getDOMCounters", json!({}));
        let memory = reader.eval(&format!(
            "return import('{glue}').then((glue) => glue.default()).then(({{ memory }}) => [memory.buffer.byteLength, seen_.filter((one) => one.deref()).length])"
        ));
        json!([counters["nodes"], counters["jsEventListeners"], memory[0], memory[1]])
    };
    // The first fifty fill what is kept for ever: texts, code, the browser's own.
    round(9);
    let first = held();
    for _ in 0..5 {
        round(15);
    }
    // The browser lets go of what nobody holds when it finds the time: it is asked until it has.
    let number = |of: &Value, index: usize| of[index].as_f64().expect("a number");
    // Memory of a module never shrinks, and how much of it a round wants at once depends on what loads beside what: it was
    // 0 to 0.5 MB more at the end. A widget that stayed alive held 0.126 MB: four hundred and fifty of them fifty-six.
    let rooms = [200.0, 20.0, 1024.0 * 1024.0, 2.0];
    let is_given_back =
        |last: &Value| (0..4).all(|index| number(last, index) <= number(&first, index) + rooms[index]);
    let mut last = held();
    for _ in 0..20 {
        if is_given_back(&last) {
            break;
        }
        reader.wait_for_rest();
        last = held();
    }
    assert!(
        is_given_back(&last),
        "nodes, listeners, bytes of module memory, live elements: {first} after 54, {last} after 504"
    );
    reader.assert_silent();
}

#[test]
fn element_that_was_away_is_there_again_without_a_new_request() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/own.csv", PreparedResponse::csv("year,people\n2020,5\n2021,7\n"));
    for (markup, state) in [
        (
            "<migration-chart id=it dataset=darien-crossings kind=line annotations=milestones",
            json!({ "hidden": ["HTI"], "tab": "table" }),
        ),
        ("<migration-chart id=it dataset=displacement-americas kind=map", json!({ "region": "caribbean" })),
        (
            "<migration-chart id=it dataset=darien-crossings kind=line per=100000",
            json!({ "from": "2023-01" }),
        ),
        ("<migration-chart id=it src=/own.csv kind=line", json!({ "tab": "words" })),
        ("<pillar-explorer id=it", json!({ "view": "commitments", "country": "COL" })),
    ] {
        let name = markup[1..].split(' ').next().expect("a name");
        reader.go(&site.embed(&format!("{markup} loading=eager style='display:block;height:420px'>x</{name}>")));
        reader.wait_for_event("load", "#it");
        reader.eval_with("it.state = arguments[0]", std::slice::from_ref(&state));
        reader.wait_until("the state", "return it.state && it.toCSV()");
        let name_of = state.as_object().and_then(|state| state.keys().next()).cloned().expect("a choice");
        reader.eval("return it.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))");
        let before = reader.eval("return [it.toCSV(), it.summary]");
        let asked = site.requests().len();
        reader.eval(
            "window.it_ = it; it.remove();
             return new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done))))",
        );
        assert_eq!(
            reader.eval("return it_.shadowRoot.querySelector('[part]')"),
            json!(null),
            "{markup}: all is given back"
        );
        assert_eq!(
            reader.eval_with("return it_.state[arguments[0]]", &[json!(name_of)]),
            state[&name_of],
            "{markup}"
        );
        reader.eval("document.body.append(it_)");
        reader.wait_until("the same again", "return it_.shadowRoot.querySelector('[part]') && it_.toCSV()");
        assert_eq!(reader.eval("return [it_.toCSV(), it_.summary]"), before, "{markup}");
        assert_eq!(
            reader.eval_with("return it_.state[arguments[0]]", &[json!(name_of)]),
            state[&name_of],
            "{markup}"
        );
        let new: Vec<String> = site.requests().into_iter().skip(asked).map(|asked| asked.path).collect();
        assert_eq!(new, Vec::<String>::new(), "{markup}: nothing is asked for anew");
        assert_eq!(reader.events("load", "#it").len(), 1, "{markup}: no other figures, no other event");
        reader.assert_silent();
    }
}

#[test]
fn explorer_is_ready_anew_with_each_change_of_what_is_shown() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(
        "<pillar-explorer id=it loading=eager style='display:block;height:420px'>x</pillar-explorer>",
    ));
    reader.wait_for_event("load", "#it");
    let changed = reader.eval(
        "const before = it.ready;
         it.setAttribute('view', 'timeline');
         return Promise.resolve().then(() => it.ready.then(() => [before !== it.ready, it.state.view]))",
    );
    assert_eq!(changed, json!([true, "timeline"]));
    let refused = reader.eval(
        "it.setAttribute('data', '/nothing.json');
         return Promise.resolve().then(() => it.ready).then(() => 'shown', (fault) => fault.code)",
    );
    assert_eq!(refused, json!("not-found"));
}

#[test]
fn wrong_pillar_is_answered_with_pillars() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for wrong in ["nine", "9"] {
        reader.go(&site.embed(&format!(
            "<pillar-explorer id=it pillar={wrong} loading=eager style='display:block;height:420px'>x</pillar-explorer>"
        )));
        let fault = reader.wait_for_event("error", "#it");
        let said = format!("{} {}", fault["message"], fault["hint"]);
        assert!(said.contains("1, 2, 3, 4") && !said.contains("pillars, countries"), "{said}");
        assert_eq!(fault["column"], "pillar");
    }
}

#[test]
fn charts_of_one_file_ask_for_it_once() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let text = "year,country,sex,people\n2022,PER,F,10\n2022,PER,M,12\n2023,CHL,F,20\n";
    site.put("/own.csv", PreparedResponse::csv(text));
    let chart = |kind: &str| {
        format!(
            "<migration-chart src=/own.csv kind={kind} x=year y=people series=sex loading=eager style='display:block;height:300px'>x</migration-chart>"
        )
    };
    let page = [chart("line"), chart("bar"), chart("line"), chart("stacked-bar")].concat();
    for is_gone in [false, true] {
        reader.go("about:blank");
        let before = site.count_of("/own.csv");
        let held = site.hold("/own.csv");
        reader.go(&site.embed(&page));
        site.wait_for_requests("/own.csv", before + 1);
        // The one that has asked goes before its answer comes: the next asks, for all that are left.
        let end = if is_gone { "one.remove()" } else { "one.nextElementSibling.remove()" };
        reader.eval(&format!("const one = document.querySelector('migration-chart'); {end}"));
        if is_gone {
            site.wait_for_requests("/own.csv", before + 2);
        }
        held.release();
        reader.wait_for_events("load", CHART, 3);
        let sums = reader
            .eval("return [...document.querySelectorAll('migration-chart')].map((chart) => chart.toCSV())");
        let tables = sums.as_array().expect("a list");
        assert_eq!(tables.len(), 3);
        assert!(
            tables.iter().filter_map(Value::as_str).all(|table| {
                let figures: Vec<&str> =
                    table.lines().skip(1).filter_map(|line| line.rsplit(',').next()).collect();
                figures == ["10", "12", "20", ""]
            }),
            "{sums}"
        );
        let asked = site.count_of("/own.csv") - before;
        assert_eq!(asked, 1 + usize::from(is_gone), "requests of one file");
    }
    reader.assert_silent();
}

#[test]
fn charts_of_one_dataset_hold_one_table() {
    if skips_beyond_chromium("a driven Firefox runs scripts beside the page, where its modules are others") {
        return;
    }
    let (site, reader) = (TestSite::start(), Reader::new());
    let chart = "<migration-chart dataset=population kind=bar loading=eager style='display:block;height:300px'>x</migration-chart>";
    reader.go(&site.embed(chart));
    reader.wait_for_load(CHART);
    let glue = TestSite::pkg("migration_widget.js");
    let memory = || {
        reader.eval_number(&format!(
            "return import('{glue}').then((glue) => glue.default()).then(({{ memory }}) => memory.buffer.byteLength)"
        ))
    };
    let one = memory();
    let add = |count: usize| {
        reader.eval_with(
            "document.body.insertAdjacentHTML('beforeend', arguments[0].repeat(arguments[1]))",
            &[json!(chart), json!(count)],
        );
    };
    add(20);
    reader.wait_for_events("load", CHART, 21);
    let all = memory();
    // A table of its own would be at least as much again for each.
    assert!(all < one * 2.5, "{one} bytes with one chart, {all} with twenty-one");
}
