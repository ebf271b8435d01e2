//! The language of the page, of its reader, and one that is chosen: followed at once.

use serde_json::json;

use crate::harness::{CHART, QUARTER, Reader, TestSite, Window};
use crate::languages::{messages, page};

/// What the second tab is called in each language, by the message files.
fn table_tab(language: &str) -> String {
    messages(language)["ui.tab.table"].as_str().expect("a text").to_owned()
}

fn wait_for_tab(reader: &Reader, language: &str) {
    let wanted = table_tab(language);
    reader.wait_until(
        language,
        &format!(
            "return document.querySelector('migration-chart').shadowRoot.querySelector('[data-tab=table]')?.textContent === '{wanted}'"
        ),
    );
}

#[test]
fn a_change_of_the_pages_language_is_followed_at_once() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.page(&page("lang=en", QUARTER)));
    reader.wait_for_load(CHART);
    for language in ["fr", "ht", "pt", "es", "en"] {
        reader.eval_with("document.documentElement.lang = arguments[0]", &[json!(language)]);
        wait_for_tab(&reader, language);
        assert_eq!(reader.shadow_attribute(CHART, ".mw", "lang").as_deref(), Some(language));
    }
    // The nearest ancestor goes before the page.
    reader.eval("document.body.lang = 'pt'");
    wait_for_tab(&reader, "pt");
    reader.eval("document.documentElement.lang = 'fr'");
    reader.wait_for_rest();
    assert_eq!(reader.shadow_texts(CHART, ".tabs button")[1], table_tab("pt"));
    // Away and back: what has changed meanwhile counts.
    reader.eval(
        "window.chart = document.querySelector('migration-chart'); chart.remove();
         return new Promise((done) => setTimeout(() => { document.body.lang = 'ht'; done(true); }, 100))",
    );
    reader.eval("document.body.append(chart)");
    wait_for_tab(&reader, "ht");
    reader.assert_silent();
}

#[test]
fn a_chart_offers_its_languages_where_its_page_asks_for_that_alone() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let select =
        "return document.querySelector('migration-chart').shadowRoot.querySelector('[data-choice=language]')";
    let open = |controls: &str| {
        reader.go(&site.page(&page("lang=en", &format!("{QUARTER} {controls}"))));
        reader.wait_for_load(CHART);
        reader.press_enter_on(CHART, ".options summary");
        reader.wait_until(
            "the menu",
            "return !!document.querySelector('migration-chart').shadowRoot.querySelector('.options .acts')",
        );
    };
    open("");
    assert_eq!(reader.eval(&format!("{select} === null")), json!(true), "nobody asked");
    open("controls=all,language");
    let names = reader.eval(&format!(
        "{select} && [...({}).options].map(({{ lang, text }}) => [lang, text])",
        &select[7..]
    ));
    assert_eq!(names, json!(migration_widget::figure::LANGUAGES));
    reader.eval(&format!(
        "const select = {}; select.value = 'fr'; select.dispatchEvent(new Event('change', {{ bubbles: true }}))",
        &select[7..]
    ));
    wait_for_tab(&reader, "fr");
    reader.assert_silent();
}

#[test]
fn portuguese_without_a_country_is_written_as_in_the_readers_own() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { lang: "pt-PT".into(), ..Window::default() }) else { return };
    reader.go(&site.page(&page("lang=pt", QUARTER)));
    reader.wait_for_load(CHART);
    let table = reader.table(CHART);
    let haiti = table[0].iter().position(|name| name == "Haiti").expect("a column");
    // Portugal groups from five digits, with a blank.
    assert_eq!([&table[1][haiti], &table[2][haiti]], ["10\u{a0}222", "6522"]);
}
