//! The pillar explorer, with the keyboard alone, by search, by address, and with the charts of its page.

use serde_json::json;

use crate::harness::{Key, PreparedResponse, Reader, TestSite, Window};

pub const EXPLORER: &str = "pillar-explorer";

pub fn open(reader: &Reader, site: &TestSite, attributes: &str) {
    reader.go(&site.embed(&format!(
        "<main><h1>Page</h1><h2>Explorer</h2><pillar-explorer {attributes} style=\"display:block;height:640px\">x</pillar-explorer></main>"
    )));
    reader.wait_for_load(EXPLORER);
}

pub fn inside(expression: &str) -> String {
    format!("const root = document.querySelector('pillar-explorer').shadowRoot; return {expression}")
}

/// The text of the control that has the focus; none of what only scrolls, where Firefox stops too.
fn focused(reader: &Reader) -> String {
    reader.eval_text(
        "let active = document.activeElement; while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
         if (!active?.matches('a, button, summary, input, select, [tabindex]')) return '';
         return (active.getAttribute('aria-label') ?? active.textContent).trim()",
    )
}

/// Tabs until what has the focus holds a text.
fn tab_to(reader: &Reader, text: &str) {
    for _ in 0..120 {
        reader.press(Key::Tab);
        if focused(reader).contains(text) {
            return;
        }
    }
    panic!("no way to “{text}” with the Tab key; at last: {}", focused(reader));
}

pub fn found(reader: &Reader) -> String {
    reader.shadow_text(EXPLORER, ".found")
}

#[test]
fn keyboard_leads_to_colombias_permits_their_source_and_the_chart_with_the_date_marked() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&reader, &site, "");
    // The ways to the views are one stop, with arrows inside.
    tab_to(&reader, "Pillars");
    reader.press(Key::Right);
    assert_eq!(focused(&reader), "Countries");
    reader.press(Key::Enter);
    tab_to(&reader, "Colombia");
    reader.press(Key::Enter);
    tab_to(&reader, "1.5 million regularisation permits");
    reader.press(Key::Enter);
    reader.wait_until("the commitment", &inside("!!root.querySelector('[data-commitment=c002] .body')"));
    let body = reader.shadow_text(EXPLORER, "[data-commitment=c002] .body");
    for part in
        ["1,500,000 permits by 31 August 2022", "Met, as of 29 February 2024", "1,927,299", "White House"]
    {
        assert!(body.contains(part), "{part}: {body}");
    }
    tab_to(&reader, "Venezuelans abroad");
    reader.press(Key::Enter);
    reader.wait_until(
        "the marked date",
        &inside("!!root.querySelector('.evidence migration-chart')?.shadowRoot.querySelector('.marker')"),
    );
    let told = reader.eval_text(&inside(
        "root.querySelector('.evidence migration-chart').shadowRoot.querySelector('.marker').ariaLabel",
    ));
    assert!(told.contains("10 June 2022: 1.5 million regularisation permits"), "{told}");
    let asked = reader
        .eval(&inside("[...root.querySelector('.evidence migration-chart').attributes].map(a => a.value)"));
    assert!(asked.to_string().contains("coa_iso=COL"), "filtered: {asked}");
    assert_eq!(reader.events("load", EXPLORER).len(), 1, "what the chart inside tells is not the explorer's");
    reader.assert_silent();
}

#[test]
fn search_and_filters_combine_and_the_count_is_announced() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&reader, &site, r#"view="commitments""#);
    assert_eq!(found(&reader), "136 commitments");
    assert_eq!(reader.shadow_attribute(EXPLORER, ".found", "role").as_deref(), Some("status"));
    reader.shadow_eval(EXPLORER, "[data-choice=q]", "found[0].focus()");
    reader.type_text("Darién");
    let with_accent = found(&reader);
    assert!(with_accent.ends_with("of 136"), "{with_accent}");
    for _ in 0..6 {
        reader.press(Key::Backspace);
    }
    reader.type_text("darien");
    assert_eq!(found(&reader), with_accent);
    let shown = reader
        .eval(&inside("[...root.querySelectorAll('.list > li')].filter(e => e.checkVisibility()).length"));
    assert_eq!(with_accent, format!("{shown} commitments of 136"));
    reader.shadow_eval(
        EXPLORER,
        "[data-choice=status]",
        "found[0].value = 'met'; found[0].dispatchEvent(new Event('change', { bubbles: true }))",
    );
    let change = reader.wait_for_event("change", EXPLORER);
    assert_eq!((&change["q"], &change["status"]), (&json!("darien"), &json!("met")));
    let rows = reader.eval_text("return document.querySelector('pillar-explorer').toCSV()");
    assert!(rows.lines().skip(1).all(|row| row.contains(",met,")), "{rows}");
    reader.shadow_eval(EXPLORER, "[data-choice=q]", "found[0].focus()");
    reader.type_text(" nowhere");
    assert_eq!(found(&reader), "No commitment fits all that you have chosen.");
    reader.press_enter_on(EXPLORER, "[data-act=reset]");
    reader
        .wait_until("everything", &inside("root.querySelector('.found').textContent === '136 commitments'"));
    reader.assert_silent();
}

#[test]
fn spanish_reader_searches_in_spanish() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&reader, &site, r#"view="commitments" q="refugiados" lang="es""#);
    let told = found(&reader);
    let count: usize = told.split(' ').next().unwrap().parse().unwrap_or_default();
    assert!(count >= 5 && told.ends_with("de 136"), "{told}");
    assert_eq!(reader.shadow_text(EXPLORER, "[data-act=view][aria-pressed=true]"), "Compromisos");
}

#[test]
fn address_opens_a_commitment_and_holds_the_readers_view() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let page = site.embed("<pillar-explorer style=\"display:block;height:640px\">x</pillar-explorer>");
    reader.go(&format!("{page}#mw-p1=view:commitments,open:c002"));
    reader.wait_for_load(EXPLORER);
    assert!(
        reader
            .shadow_text(EXPLORER, "[data-commitment=c002] .body")
            .contains("1.5 million Venezuelan migrants")
    );
    reader.eval("document.querySelector('pillar-explorer').state = { view: 'timeline', year: '2023' }");
    reader.wait_until("the timeline", &inside("!!root.querySelector('.strip')"));
    // 2023: 24 milestones and 13 events of the reference files.
    let count = reader.eval(&inside("root.querySelectorAll('[data-happening]').length"));
    assert_eq!(reader.shadow_text(EXPLORER, ".found"), format!("{count} entries"));
    assert_eq!(reader.eval("return document.querySelector('pillar-explorer').state.year"), json!("2023"));
}

#[test]
fn a_declaration_that_breaks_the_schema_is_named_and_the_rest_is_shown() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let own = site.put(
        "/compact.json",
        PreparedResponse::new(
            "application/json",
            r#"{"id": "x", "declaration": {"name": "A compact <b>of ours</b>", "adopted": "2018-12-10", "sourceIds": ["s1"]},
                "pillars": [{"id": 1, "roman": "I", "heading": "First", "shortName": "One", "subCommitments": []}],
                "sources": [{"id": "s1", "title": "Text", "publisher": "UN", "url": "https://www.un.org/"}],
                "commitments": [
                  {"id": "a1", "iso3": "COL", "pillar": 1, "title": "Good", "status": "met", "sourceIds": ["s1"]},
                  {"id": "a2", "iso3": "COL", "pillar": 1, "title": "Odd", "status": "done", "sourceIds": ["s1"]}]}"#,
        ),
    );
    open(&reader, &site, &format!(r#"data="{own}""#));
    assert!(reader.shadow_text(EXPLORER, ".view").contains("A compact <b>of ours</b>"), "text stays text");
    let fault = reader.wait_for_event("error", EXPLORER);
    assert_eq!(fault["code"], json!("bad-record"));
    let message = fault["message"].as_str().unwrap();
    assert!(message.contains("a2") && message.contains("status") && message.contains("done"), "{message}");
    reader.eval("document.querySelector('pillar-explorer').state = { view: 'commitments' }");
    reader.wait_until("both", &inside("root.querySelectorAll('.list > li').length === 2"));
    let bad = site.put("/not.json", PreparedResponse::html("<p>404</p>"));
    reader.go(&site.embed(&format!(
        "<pillar-explorer data=\"{bad}\" style=\"display:block;height:400px\">own content</pillar-explorer>"
    )));
    let fault = reader.wait_for_event("error", EXPLORER);
    assert_eq!(fault["code"], json!("not-json"));
}

#[test]
fn a_country_and_a_milestone_are_marked_in_linked_charts_and_back() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(
        "<pillar-explorer view=\"timeline\" style=\"display:block;height:500px\">x</pillar-explorer>
         <migration-chart id=\"linked\" linked dataset=\"darien-crossings\" kind=\"line\" loading=\"eager\" style=\"display:block;height:400px\">x</migration-chart>
         <migration-chart id=\"alone\" dataset=\"darien-crossings\" kind=\"line\" loading=\"eager\" style=\"display:block;height:400px\">x</migration-chart>",
    ));
    for selector in [EXPLORER, "#linked", "#alone"] {
        reader.wait_for_load(selector);
    }
    let marks = |id: &str| {
        reader.eval_number(&format!(
            "return document.getElementById('{id}').shadowRoot.querySelectorAll('.marker').length"
        ))
    };
    reader.shadow_eval(
        EXPLORER,
        "[data-happening=m03] [data-act=mark], .strip [data-what=m03]",
        "found[0].click()",
    );
    reader.wait_until(
        "a mark",
        "return document.getElementById('linked').shadowRoot.querySelectorAll('.marker').length === 1",
    );
    assert_eq!(marks("alone"), 0.0, "who is not linked hears nothing");
    reader.eval("document.querySelector('pillar-explorer').state = { view: 'commitments' }");
    reader.wait_until("the list", &inside("!!root.querySelector('[data-choice=country]')"));
    reader.shadow_eval(
        EXPLORER,
        "[data-choice=country]",
        "found[0].value = 'HTI'; found[0].dispatchEvent(new Event('change', { bubbles: true }))",
    );
    reader.wait_until("Haiti set off", "return document.getElementById('linked').state.highlight === 'HTI'");
    reader.shadow_eval("#linked", ".marker", "found[0].click()");
    reader.wait_until("the milestone", &inside("!!root.querySelector('[data-happening=m03][open]')"));
    reader.assert_silent();
}

#[test]
fn axe_finds_nothing_in_any_view_and_nothing_is_wider_than_a_phone() {
    let site = TestSite::start();
    for (width, dark) in [(320, true), (1000, false)] {
        let Some(reader) = Reader::try_at(Window { width, height: 800, dark, ..Window::default() }) else {
            continue;
        };
        open(&reader, &site, if dark { r#"theme="dark""# } else { r#"theme="light""# });
        for view in ["pillars", "countries", "commitments", "timeline"] {
            reader.eval_with(
                "document.querySelector('pillar-explorer').state = { view: arguments[0] }",
                &[json!(view)],
            );
            reader.eval(&inside("root.querySelectorAll('.card').forEach((card) => (card.open = true))"));
            assert_eq!(reader.axe_violations(), Vec::<String>::new(), "{view}, {width}");
            let over = reader.eval(&inside(
                "(() => { const box = root.querySelector('.explorer'); return box.scrollWidth - box.clientWidth; })()",
            ));
            assert_eq!(over, json!(0), "{view} at {width}");
        }
    }
}

#[test]
fn nothing_of_the_explorer_travels_to_a_page_of_charts() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="darien-crossings""#);
    let asked: Vec<String> = reader.requests();
    assert!(
        !asked.iter().any(|address| address.contains("explorer") || address.contains("declaration")),
        "{asked:?}"
    );
}

#[test]
fn a_slice_is_embedded_by_attributes_and_a_wrong_one_is_told_with_the_way_out() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&reader, &site, r#"pillar="1" country="COL""#);
    let rows = reader.eval_text("return document.querySelector('pillar-explorer').toCSV()");
    assert!(rows.contains("c002,COL,,1,") && rows.lines().skip(1).all(|row| row.contains(",1,")), "{rows}");
    for (attributes, column, words) in [
        (r#"status="mett""#, "status", "“met”"),
        (r#"pillar="9""#, "pillar", "1, 2, 3, 4"),
        (r#"country="CLO""#, "country", "“COL”"),
        (r#"view="piles""#, "view", "pillars"),
    ] {
        open(&reader, &site, attributes);
        let fault = reader.wait_for_event("error", EXPLORER);
        assert_eq!(
            (&fault["code"], &fault["column"]),
            (&json!("unknown-word"), &json!(column)),
            "{attributes}"
        );
        let told = format!("{} {}", fault["message"], fault["hint"]);
        assert!(told.contains(words), "{attributes}: {told}");
        assert!(reader.shadow_text(EXPLORER, ".view").len() > 200, "{attributes}: the rest is shown");
    }
}

#[test]
fn figures_quoted_at_the_meeting_stand_beside_the_data() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&reader, &site, "");
    reader.press_enter_on(EXPLORER, "[data-chart*=darien-crossings][data-chart*=number]");
    reader.wait_until(
        "the figure",
        &inside("root.querySelector('.evidence migration-chart')?.ready.then(() => true)"),
    );
    let csv = reader.eval_text(&inside("root.querySelector('.evidence migration-chart').toCSV()"));
    let sum: f64 = csv.lines().skip(1).filter_map(|row| row.rsplit(',').next()?.parse::<f64>().ok()).sum();
    assert_eq!(sum, 87_390.0, "{csv}");
    let svg = reader.eval_text(&inside("root.querySelector('.evidence migration-chart').toSVG()"));
    assert!(svg.contains("Quoted: 87,390 (Eamon Courtenay, Foreign Minister of Belize"), "{svg}");
    assert!(svg.contains("exactly the same figure: 87,390 crossings in January–March 2023"), "{svg}");
}

#[test]
fn an_author_can_leave_the_controls_away() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (controls, expected) in [("none", [false, false]), ("filters", [false, true]), ("all", [true, true])]
    {
        open(&reader, &site, &format!(r#"view="commitments" controls="{controls}""#));
        let seen = [".tabs", ".filters"].map(|selector| {
            reader.shadow_eval(EXPLORER, selector, "return found[0].checkVisibility()") == json!(true)
        });
        assert_eq!(seen, expected, "{controls}");
    }
}

#[test]
fn an_explorers_address_says_nothing_to_the_charts_of_its_page_and_the_other_way_round() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let page = site.embed(
        "<pillar-explorer view=\"countries\" style=\"display:block;height:400px\">x</pillar-explorer>
         <migration-chart dataset=\"darien-crossings\" loading=\"eager\" style=\"display:block;height:400px\">x</migration-chart>",
    );
    reader.go(&format!("{page}#mw-1=tab:table"));
    reader.wait_for_load(EXPLORER);
    reader.wait_for_load("migration-chart");
    assert_eq!(
        reader.eval("return document.querySelector('pillar-explorer').state.view"),
        json!("countries")
    );
    assert_eq!(reader.eval("return document.querySelector('migration-chart').state.tab"), json!("table"));
    reader.eval("location.hash = 'mw-p1=view:timeline&mw-1=tab:table'");
    reader.wait_until(
        "the timeline",
        "return document.querySelector('pillar-explorer').state.view === 'timeline'",
    );
    assert_eq!(reader.eval("return document.querySelector('migration-chart').state.tab"), json!("table"));
}
