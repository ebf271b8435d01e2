//! A reader chooses what to see, with the keyboard alone, and passes it on.

use serde_json::json;

use crate::harness::{CHART, Key, QUARTER, Reader, TestSite, Window};

/// Opens the menu of options with the keyboard.
fn open_options(reader: &Reader, host: &str) {
    reader.press_enter_on(host, ".options summary");
    reader.wait_until("the menu", &in_shadow(host, "root.querySelector('.options .acts')"));
}

fn in_shadow(host: &str, expression: &str) -> String {
    format!("const root = document.querySelector('{host}').shadowRoot; return {expression}")
}

/// Puts the focus on a control of the menu and presses keys there.
fn press_in(reader: &Reader, host: &str, choice: &str, keys: &[Key]) {
    reader.shadow_eval(host, &format!("[data-choice={choice}]"), "found[0].focus()");
    for key in keys {
        reader.press(*key);
    }
}

#[test]
fn keyboard_narrows_the_time_and_reset_gives_it_back() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, QUARTER);
    // 24,634 in January, 24,657 in February, 38,099 in March 2023, added from the file by hand.
    assert_eq!(reader.csv_sum(CHART, ""), 24_634.0 + 24_657.0 + 38_099.0);
    open_options(&reader, CHART);
    press_in(&reader, CHART, "from", &[Key::Down]);
    reader.wait_for_sum(CHART, 24_657.0 + 38_099.0);
    let change = reader.wait_for_event("change", CHART);
    assert_eq!((&change["from"], &change["to"]), (&json!("2023-02"), &json!("2023-03")));
    assert_eq!(reader.shadow_eval(CHART, ":focus", "return found[0].dataset.choice"), json!("from"));
    press_in(&reader, CHART, "to", &[Key::Up]);
    reader.wait_for_sum(CHART, 24_657.0);
    // The table behind follows once the drawing is painted.
    reader.wait_until(
        "a table of February alone",
        "const rows = document.querySelector('migration-chart').shadowRoot.querySelectorAll('.panel tbody th[scope=row]');
         return [...rows].map((row) => row.textContent).join() === 'Feb 2023'",
    );
    press_in(&reader, CHART, "reset", &[Key::Enter]);
    reader.wait_for_sum(CHART, 24_634.0 + 24_657.0 + 38_099.0);
    assert_eq!(reader.eval("return location.hash"), json!(""), "the page's address is its own");
    reader.assert_silent();
}

#[test]
fn shares_and_rates_fetch_what_they_need() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, QUARTER);
    open_options(&reader, CHART);
    press_in(&reader, CHART, "mode", &[Key::Down]);
    // The shares of three months, each of which adds up to one.
    reader.wait_for_sum(CHART, 3.0);
    press_in(&reader, CHART, "mode", &[Key::Down]);
    reader
        .wait_until("rates", &format!("return document.querySelector('{CHART}').state.mode === 'per100000'"));
    // 2,337 Venezuelans in January 2023, for every 100,000 of the 28,300,861 in Venezuela that year.
    reader.wait_until(
        "the population file",
        &format!("return !document.querySelector('{CHART}').toCSV().includes('2023-01,VEN,2337') && performance.getEntriesByType('resource').some(e => e.name.includes('/population.csv'))"),
    );
    let rate: f64 = reader.csv_cell(CHART, &["2023-01", "VEN"]).parse().expect("a rate");
    assert!((rate - 2_337.0 / 28_300_861.0 * 100_000.0).abs() < 1e-6, "{rate}");
    reader.assert_silent();
}

#[test]
fn shared_address_restores_the_view_and_keeps_widgets_apart() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let page = site.embed(&format!(
        "<migration-chart id=one loading=eager {QUARTER} style=\"display:block;height:400px\">x</migration-chart>
         <migration-chart loading=eager {QUARTER} style=\"display:block;height:400px\">x</migration-chart>
         <p id=notes>Notes</p>"
    ));
    let open = |fragment: &str| {
        reader.go("about:blank");
        reader.go(&format!("{page}#{fragment}"));
        reader.wait_for_load("#one");
        reader.wait_for_load("migration-chart:not([id])");
    };
    open("notes");
    open_options(&reader, "#one");
    press_in(&reader, "#one", "from", &[Key::Down]);
    reader.wait_for_sum("#one", 24_657.0 + 38_099.0);
    press_in(&reader, "#one", "share", &[Key::Enter]);
    let hash = reader.wait_until("an address", "return location.hash.includes('mw-') && location.hash");
    assert_eq!(hash, json!("#notes&mw-one=from:2023-02,to:2023-03"));
    reader.wait_until("a word on it", &in_shadow("#one", "root.querySelector('.said').textContent"));
    open("notes&mw-one=from:2023-02,to:2023-03&mw-2=tab:table,from:2023-03,mode:nonsense");
    reader.wait_for_sum("#one", 24_657.0 + 38_099.0);
    reader.wait_for_sum("migration-chart:not([id])", 38_099.0);
    let tabs = reader.eval("return [...document.querySelectorAll('migration-chart')].map(c => c.state.tab)");
    assert_eq!(tabs, json!(["chart", "table"]));
    reader.eval("location.hash = 'mw-one=tab:words'");
    reader.wait_for_sum("#one", 24_634.0 + 24_657.0 + 38_099.0);
    assert_eq!(reader.eval("return document.querySelector('#one').state.tab"), json!("words"));
    reader.assert_silent();
}

#[test]
fn script_picks_countries_and_figures_that_cannot_be_had_change_nothing() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, QUARTER);
    reader.eval("document.querySelector('migration-chart').state = { pick: ['HTI'], to: '2023-01' }");
    let haitians = 10_222.0;
    reader.wait_for_sum(CHART, haitians);
    reader.eval("document.querySelector('migration-chart').state = { measure: 'no-such-field' }");
    reader.wait_for_sum(CHART, 24_634.0 + 24_657.0 + 38_099.0);
    assert_eq!(reader.eval("return document.querySelector('migration-chart').state.measure"), json!(null));
    reader.assert_silent();
}

#[test]
fn entities_step_through_time_and_are_picked_by_any_spelling() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(
        &site,
        r#"dataset="darien-crossings" kind="bar" x="nationality" series="none" from="2023-01" to="2023-03""#,
    );
    reader.wait_for_sum(CHART, 24_634.0 + 24_657.0 + 38_099.0);
    press_in(&reader, CHART, "period", &[Key::Home]);
    reader.wait_for_sum(CHART, 24_634.0);
    assert_eq!(
        reader.shadow_attribute(CHART, "[data-choice=period]", "aria-valuetext").as_deref(),
        Some("January 2023")
    );
    press_in(&reader, CHART, "period", &[Key::Right]);
    reader.wait_for_sum(CHART, 24_657.0);
    open_options(&reader, CHART);
    reader.shadow_eval(CHART, "[data-choice=find]", "found[0].focus()");
    reader.type_text("háiTI");
    reader.wait_until(
        "one name",
        &in_shadow(
            CHART,
            "[...root.querySelectorAll('.picks [role=option]')].filter(e => e.checkVisibility()).length === 1",
        ),
    );
    reader.press(Key::Tab);
    reader.press(Key::Space);
    reader.wait_for_sum(CHART, 6_522.0);
    reader.press(Key::Space);
    reader.wait_for_sum(CHART, 24_657.0);
    reader.assert_silent();
}

#[test]
fn names_to_pick_from_are_one_stop_with_arrows_letters_and_a_count() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(
        &site,
        r#"dataset="darien-crossings" kind="bar" x="nationality" series="none" from="2023-01" to="2023-03""#,
    );
    open_options(&reader, CHART);
    let count = reader.shadow_count(CHART, ".picks [role=option]");
    assert!(count > 8, "{count} names");
    assert_eq!(reader.shadow_attribute(CHART, ".picks", "role").as_deref(), Some("listbox"));
    assert_eq!(reader.shadow_attribute(CHART, ".picks", "aria-multiselectable").as_deref(), Some("true"));
    assert_eq!(reader.shadow_count(CHART, ".picks input, .picks [tabindex]"), 0, "nothing in it is a stop");
    // From the field above one Tab leads in, and one out.
    reader.shadow_eval(CHART, "[data-choice=find]", "found[0].focus()");
    reader.press(Key::Tab);
    let focused = "return document.querySelector('migration-chart').shadowRoot.activeElement.className";
    assert_eq!(reader.eval_text(focused), "picks");
    let stands_on = |reader: &Reader| {
        let id = reader.shadow_attribute(CHART, ".picks", "aria-activedescendant").expect("an option");
        reader.shadow_text(CHART, &format!("#{id}"))
    };
    let names = reader.shadow_texts(CHART, ".picks [role=option]");
    assert_eq!(stands_on(&reader), names[0]);
    reader.press(Key::Down);
    reader.press(Key::Down);
    assert_eq!(stands_on(&reader), names[2]);
    reader.press(Key::End);
    assert_eq!(stands_on(&reader), *names.last().expect("names"));
    let seen = reader.shadow_eval(
        CHART,
        ".picks",
        "const [list, one] = [found[0], found[0].querySelector('.current')].map((node) => node.getBoundingClientRect());
         return one.top >= list.top - 1 && one.bottom <= list.bottom + 1",
    );
    assert_eq!(seen, json!(true), "what the keyboard stands on is seen");
    reader.press(Key::Home);
    // Letters go to the name that begins with them, accents or not.
    reader.type_text("hai");
    assert_eq!(stands_on(&reader), "Haiti");
    assert_eq!(reader.shadow_text(CHART, ".picked"), format!("Selected: 0 of {count}"));
    std::thread::sleep(std::time::Duration::from_millis(900));
    reader.press(Key::Space);
    reader.wait_for_sum(CHART, 23_640.0);
    assert_eq!(reader.shadow_text(CHART, ".picked"), format!("Selected: 1 of {count}"));
    assert_eq!(reader.shadow_texts(CHART, "[aria-selected=true]"), ["Haiti"]);
    assert_eq!(reader.eval_text(focused), "picks", "the focus stays");
    // The mouse picks as before.
    reader.click(Some(CHART), ".picks [role=option]:not([aria-selected=true])");
    assert_eq!(reader.shadow_count(CHART, "[aria-selected=true]"), 2);
    reader.press(Key::Escape);
    assert_eq!(reader.focused(), "Options");
    reader.assert_silent();
}

#[test]
fn axe_finds_nothing_in_the_open_menu_and_it_stays_inside_a_phone() {
    let site = TestSite::start();
    for (dark, width) in [(false, 320), (true, 320), (false, 800)] {
        let Some(reader) = Reader::try_at(Window { width, height: 600, dark, ..Window::default() }) else {
            continue;
        };
        reader.go(&site.embed(&format!(
            "<main><h1>Page</h1><migration-chart {QUARTER} theme=\"{}\" \
             style=\"display:block;height:400px\">x</migration-chart></main>",
            if dark { "dark" } else { "light" }
        )));
        reader.wait_for_load(CHART);
        open_options(&reader, CHART);
        assert_eq!(reader.axe_violations(), Vec::<String>::new(), "{width} {dark}");
        reader.screenshot(&format!("options-{width}-{}", if dark { "dark" } else { "light" }));
        let (left, top, menu_width, height) = reader.box_of(Some(CHART), ".options .menu");
        let (host_left, host_top, host_width, host_height) = reader.box_of(None, CHART);
        assert!(left >= host_left && left + menu_width <= host_left + host_width, "{width}");
        assert!(top + height <= host_top + host_height, "{width}");
    }
}

#[test]
fn unknown_control_is_named() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(r#"<migration-chart loading=eager controls="view, shre" dataset="darien-crossings">x</migration-chart>"#));
    let fault = reader.wait_for_event("error", CHART);
    assert_eq!((&fault["code"], &fault["column"]), (&json!("unknown-word"), &json!("controls")));
    assert!(fault["hint"].as_str().is_some_and(|hint| hint.contains("share")), "{fault}");
}
