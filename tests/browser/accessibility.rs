//! axe-core finds nothing: on the gallery in both themes, on every face of a chart, where a chart failed.

use serde_json::json;

use crate::harness::{CHART, Engine, Key, Reader, TestSite, Window, engine, skips_beyond_chromium};

/// A reader at a window of this kind; without one the test is named as skipped.
fn reader(dark: bool, width: u32) -> Option<Reader> {
    Reader::try_at(Window { dark, width, height: 800, ..Window::default() })
}

/// Scrolls to every chart, so that none is left unloaded.
fn load_all(reader: &Reader) {
    let failed = reader.eval(
        "return (async () => {
           const failed = [];
           for (const chart of document.querySelectorAll('migration-chart')) {
             chart.scrollIntoView({ behavior: 'instant' });
             await chart.ready.catch((fault) => failed.push(fault));
           }
           scrollTo(0, 0);
           return failed;
         })()",
    );
    assert_eq!(failed, json!([]));
}

#[test]
fn axe_finds_nothing_on_the_gallery_in_light() {
    let Some(reader) = reader(false, 1000) else { return };
    let site = TestSite::start();
    reader.go(&site.url("/"));
    load_all(&reader);
    assert_eq!(reader.axe_violations(), Vec::<String>::new());
    reader.eval(
        "for (const chart of document.querySelectorAll('migration-chart')) chart.state = { tab: 'table' }",
    );
    assert_eq!(reader.axe_violations(), Vec::<String>::new(), "with the tables open");
}

#[test]
fn axe_finds_nothing_on_the_gallery_in_dark() {
    if skips_beyond_chromium("the same markup and styles are looked at in Chromium") {
        return;
    }
    let Some(reader) = reader(true, 420) else { return };
    let site = TestSite::start();
    reader.go(&site.url("/?lang=es"));
    load_all(&reader);
    let dark =
        "return document.querySelector('migration-chart').shadowRoot.querySelector('.mw').matches('.dark')";
    assert_eq!(reader.eval(dark), json!(true));
    assert_eq!(reader.axe_violations(), Vec::<String>::new());
    reader.eval(
        "for (const chart of document.querySelectorAll('migration-chart')) chart.state = { tab: 'table' }",
    );
    assert_eq!(reader.axe_violations(), Vec::<String>::new(), "with the tables open");
}

#[test]
fn axe_finds_nothing_on_any_face_of_a_chart() {
    let site = TestSite::start();
    for (dark, theme) in [(false, "light"), (true, "dark")] {
        let Some(reader) = reader(dark, 340) else { continue };
        reader.go(&site.page(
            &TestSite::embedding(&format!(
                "<main><h1>Page</h1><migration-chart theme=\"{theme}\" dataset=\"displacement-world\" \
                 kind=\"stacked-area\" style=\"display:block;height:560px\">x</migration-chart></main>"
            ))
            .replace("<body>", "<style>:root { color-scheme: light dark; background: Canvas }</style><body>"),
        ));
        reader.wait_for_load(CHART);
        reader.click(Some(CHART), ".legend button");
        assert_eq!(reader.axe_violations(), Vec::<String>::new(), "{theme}, a series switched off");
        reader.shadow_eval(CHART, "input[type=range]", "found[0].focus()");
        reader.press(Key::Left);
        assert!(reader.tooltip(CHART).is_some());
        assert_eq!(reader.axe_violations(), Vec::<String>::new(), "{theme}, with the tooltip");
        reader.click(Some(CHART), "[data-tab=words]");
        assert_eq!(reader.axe_violations(), Vec::<String>::new(), "{theme}, the text");
        reader.click(Some(CHART), "summary");
        assert_eq!(reader.axe_violations(), Vec::<String>::new(), "{theme}, the menu");
        reader.eval("document.querySelector('migration-chart').setAttribute('dataset', 'no-such-thing')");
        reader.wait_for_event("error", CHART);
        assert_eq!(reader.axe_violations(), Vec::<String>::new(), "{theme}, a fault");
    }
}

#[test]
fn screen_readers_hear_a_figure_with_its_name_table_and_words() {
    if skips_beyond_chromium("no other engine's driver gives the whole accessibility tree") {
        return;
    }
    let Some(reader) = reader(false, 800) else { return };
    let site = TestSite::start();
    reader.open_chart(&site, r#"dataset="darien-crossings" kind="line" from="2023-01" to="2023-03""#);
    let tree = reader.cdp("Accessibility.getFullAXTree", json!({}));
    let nodes: Vec<(String, String)> = tree["nodes"]
        .as_array()
        .expect("nodes")
        .iter()
        .filter(|node| node["ignored"] != json!(true))
        .map(|node| {
            let text = |name: &str| node[name]["value"].as_str().unwrap_or_default().to_owned();
            (text("role"), text("name"))
        })
        .collect();
    let named =
        |role: &str, part: &str| nodes.iter().any(|(found, name)| found == role && name.contains(part));
    assert!(named("figure", "Irregular crossings of the Darién"), "{nodes:?}");
    assert!(named("slider", "Irregular crossings of the Darién"), "{nodes:?}");
    assert!(named("button", "Table") && named("rowheader", "Mar 2023") && named("columnheader", "Venezuela"));
    assert!(named("cell", "20,816") || named("gridcell", "20,816"), "{nodes:?}");
    let live = reader.shadow_attribute(CHART, ".message", "role");
    assert_eq!(live.as_deref(), Some("status"), "what goes wrong is said aloud");
}

/// Each language, with the looks that readers ask of their system.
fn looks() -> Vec<(String, Window)> {
    let usual = Window { width: 760, height: 900, ..Window::default() };
    let mut looks: Vec<(String, Window)> =
        crate::harness::languages().into_iter().map(|language| (language, usual.clone())).collect();
    looks.push(("es".into(), Window { dark: true, ..usual.clone() }));
    looks.push(("fr".into(), Window { forced_colors: true, ..usual.clone() }));
    looks.push(("ht".into(), Window { dark: true, forced_colors: true, ..usual.clone() }));
    looks.push(("pt".into(), Window { text_size: 32, ..usual }));
    looks
}

#[test]
fn every_state_of_both_elements_is_clean_in_all_languages() {
    let site = TestSite::start();
    let explorer = "pillar-explorer";
    let mut found = Vec::new();
    // The tree is the same in every engine, and axe five times as slow in others than Chromium: they have a part of it.
    let each = if engine() == Engine::Chromium { 1 } else { 4 };
    for (language, window) in looks().into_iter().step_by(each) {
        let Some(reader) = Reader::try_at(window.clone()) else { continue };
        let look = format!(
            "{language}, dark {}, forced {}, text {}",
            window.dark, window.forced_colors, window.text_size
        );
        let open = |tag: &str, view: &str| {
            let body = format!(
                "<main><h1>Page</h1><h2>Part</h2><{tag} {view} loading=\"eager\" \
                 style=\"display:block;height:640px\"></{tag}></main>"
            );
            let page = TestSite::embedding(&body).replace("lang=\"en\"", &format!("lang=\"{language}\""));
            let page = page.replace(
                "<body>",
                "<style>:root { color-scheme: light dark; background: Canvas }</style><body>",
            );
            reader.go(&site.page(&page));
            reader.wait_for_load(tag);
            reader.wait_for_rest();
        };
        let mut note = |what: &str| {
            found.extend(reader.axe_violations().into_iter().map(|fault| format!("{look}, {what}: {fault}")));
        };
        open(
            CHART,
            r#"dataset="darien-crossings" kind="stacked-area" top="5" annotations="milestones" controls="all,language""#,
        );
        reader.shadow_eval(CHART, ".keys", "found[0].focus()");
        reader.press(Key::Left);
        note("the tooltip");
        reader.shadow_eval(CHART, "button.marker", "found[0].focus()");
        note("an annotation");
        reader.press(Key::Escape);
        for menu in [".download > summary", ".options > summary"] {
            reader.click(Some(CHART), menu);
            reader.wait_for_rest();
            note(menu);
            reader.press(Key::Escape);
        }
        for tab in ["[data-tab=table]", "[data-tab=words]"] {
            reader.click(Some(CHART), tab);
            reader.wait_for_rest();
            note(tab);
        }
        reader.eval("document.querySelector('migration-chart').setAttribute('dataset', 'no-such-thing')");
        reader.wait_for_event("error", CHART);
        note("a fault");
        for view in ["pillars", "countries", "commitments", "timeline", "map"] {
            open(explorer, &format!("view=\"{view}\" controls=\"all,language\""));
            note(view);
        }
        open(explorer, "view=\"pillars\"");
        reader.shadow_eval(explorer, ".square[data-act]", "found[0].click()");
        reader.shadow_eval(explorer, "details", "found.forEach((one) => (one.open = true))");
        reader.wait_for_rest();
        note("all opened");
        open(explorer, "view=\"commitments\" q=\"no such words\"");
        note("nothing found");
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
