//! A language that is written from right to left, added as files alone: Hebrew letters in the place of Latin ones.

use serde_json::{Value, json};

use crate::harness::{CHART, Key, PreparedResponse, Reader, TestSite, Window};

const EXPLORER: &str = "pillar-explorer";
/// The tag of the language of this test.
const TAG: &str = "he";

/// A text in the test's language: each Latin letter as a Hebrew one, what stands in braces as it is.
fn turned(text: &str) -> String {
    let mut is_name = false;
    let letter = |letter: char| {
        let at = (u32::from(letter.to_ascii_lowercase()) - u32::from('a')) % 22;
        char::from_u32(0x05D0 + at).expect("a Hebrew letter")
    };
    text.chars()
        .map(|one| {
            is_name = one == '{' || (is_name && one != '}');
            if one.is_ascii_alphabetic() && !is_name { letter(one) } else { one }
        })
        .collect()
}

/// An English file of texts in the test's language.
fn file(path: &str) -> String {
    let mut texts: Value = serde_json::from_slice(&TestSite::built(path)).expect("JSON");
    for (key, text) in texts.as_object_mut().expect("an object") {
        if let (false, Some(words)) = (key.is_empty() || key.starts_with("format."), text.as_str()) {
            *text = json!(turned(words));
        }
    }
    texts["format.direction"] = json!("rtl");
    texts.to_string()
}

/// The site with that language: its files, and its line among the languages.
fn site() -> TestSite {
    let site = TestSite::start();
    let put = |path: &str, from: &str| {
        site.put(path, PreparedResponse::new("application/json", file(from)));
    };
    for folder in ["", "first/", "explorer/", "data/"] {
        put(&format!("/locales/{folder}{TAG}.json"), &format!("locales/{folder}en.json"));
    }
    for dataset in ["darien-crossings", "venezuelans-abroad"] {
        put(&format!("/locales/of/{dataset}.{TAG}.json"), &format!("locales/of/{dataset}.en.json"));
    }
    let script = String::from_utf8(TestSite::built("embed.js")).expect("UTF-8");
    let with = script.replacen(",ht:", &format!(",{TAG}:`{}`,ht:", turned("It cannot run.")), 1);
    assert_ne!(with, script, "the languages stand in the script");
    site.put("/embed.js", PreparedResponse::new("text/javascript", with));
    site
}

fn open(reader: &Reader, site: &TestSite, page: &str, tag: &str, view: &str) {
    let body = format!(
        "<main><h1>דף</h1><h2>חלק</h2><{tag} {view} loading=\"eager\" style=\"display:block;height:560px\"></{tag}></main>"
    );
    reader.go(&site.page(&TestSite::embedding(&body).replace("lang=\"en\"", page)));
    reader.wait_for_load(tag);
    reader.wait_for_rest();
}

#[test]
fn a_chart_in_a_language_from_right_to_left_runs_so_and_its_drawing_does_not() {
    let site = site();
    for width in [360, 900] {
        let Some(reader) = Reader::try_at(Window { width, height: 760, ..Window::default() }) else { return };
        open(
            &reader,
            &site,
            &format!("lang=\"{TAG}\" dir=\"rtl\""),
            CHART,
            r#"dataset="darien-crossings" kind="line" top="3" controls="all,language""#,
        );
        let wide = reader.eval("return [document.scrollingElement.scrollWidth, scrollX]");
        assert_eq!(wide, json!([width, 0]), "the page does not scroll across");
        reader.screenshot(&format!("rtl-chart-{width}"));
        assert_eq!(reader.shadow_attribute(CHART, ".mw", "dir").as_deref(), Some("rtl"));
        let title = reader.shadow_text(CHART, ".title");
        assert!(title.chars().any(|letter| ('א'..='ת').contains(&letter)), "{title}");
        // Punctuation at the end of a sentence stands at its left, on the canvas too.
        let is_rtl = "return [getComputedStyle(root.querySelector('.plot > canvas')).direction,
                              root.querySelector('.plot > canvas').getContext('2d').direction]";
        assert_eq!(reader.shadow_eval(CHART, ".mw", is_rtl), json!(["rtl", "inherit"]));
        let (left, _, wide, _) = reader.box_of(Some(CHART), ".title");
        let (host_left, _, host_wide, _) = reader.box_of(None, CHART);
        assert!(left >= host_left && left + wide <= host_left + host_wide + 1.0);
        // Right goes to what lies on the right, which is later.
        reader.shadow_eval(CHART, ".keys", "found[0].focus()");
        reader.press(Key::End);
        let line = |reader: &Reader| reader.box_of(Some(CHART), ".hairline").0;
        let last = line(&reader);
        reader.press(Key::Left);
        assert!(line(&reader) < last, "Left goes to the left");
        reader.press(Key::Right);
        assert!((line(&reader) - last).abs() < 1.0, "and Right back");
        reader.press(Key::Escape);
        // Among buttons, which stand from right to left, Left goes on.
        reader.shadow_eval(CHART, "[data-tab=chart]", "found[0].focus()");
        let stands_at = "return document.querySelector('migration-chart').shadowRoot.activeElement.getBoundingClientRect().left";
        let before = reader.eval_number(stands_at);
        reader.press(Key::Left);
        assert!(reader.eval_number(stands_at) < before);
        // The arrow of a select is at its end.
        reader.click(Some(CHART), ".options > summary");
        reader.wait_until(
            "the menu",
            "return document.querySelector('migration-chart').shadowRoot.querySelector('.menu select')",
        );
        let arrow =
            reader.shadow_eval(CHART, ".menu select", "return getComputedStyle(found[0]).backgroundPosition");
        assert_eq!(arrow, json!("8px 50%, 12px 50%"));
        reader.screenshot(&format!("rtl-menu-{width}"));
        let inside = reader.shadow_eval(
            CHART,
            ".menu, .menu *, .title, .subtitle, .note, .source, .bar, .legend",
            "const box = host.getBoundingClientRect();
             return found.filter((one) => one.checkVisibility()).filter((one) => {
               const own = one.getBoundingClientRect();
               return own.left < box.left - 1 || own.right > box.right + 1;
             }).map((one) => one.className || one.localName)",
        );
        assert_eq!(inside, json!([]), "nothing leaves the box");
        assert_eq!(reader.axe_violations(), Vec::<String>::new());
        reader.assert_silent();
    }
}

#[test]
fn english_on_a_page_from_right_to_left_keeps_its_own_direction() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(
        &reader,
        &site,
        "lang=\"ar\" dir=\"rtl\"",
        CHART,
        r#"dataset="darien-crossings" kind="line" top="3""#,
    );
    assert_eq!(reader.shadow_attribute(CHART, ".mw", "dir").as_deref(), Some("ltr"));
    let full_stop = reader.shadow_eval(
        CHART,
        ".subtitle, .note",
        "return found.map((one) => getComputedStyle(one).direction)",
    );
    assert_eq!(full_stop, json!(["ltr", "ltr"]));
    open(&reader, &site, "lang=\"ar\" dir=\"rtl\"", EXPLORER, "");
    assert_eq!(reader.shadow_attribute(EXPLORER, ".explorer", "dir").as_deref(), Some("ltr"));
}

#[test]
fn the_explorer_runs_from_right_to_left_and_so_do_its_arrows() {
    let site = site();
    let Some(reader) = Reader::try_at(Window { width: 900, height: 760, ..Window::default() }) else {
        return;
    };
    for view in ["pillars", "commitments", "timeline", "countries"] {
        open(&reader, &site, &format!("lang=\"{TAG}\" dir=\"rtl\""), EXPLORER, &format!("view=\"{view}\""));
        reader.screenshot(&format!("rtl-{view}"));
        assert_eq!(reader.shadow_attribute(EXPLORER, ".explorer", "dir").as_deref(), Some("rtl"));
        let leaves = "const box = host.getBoundingClientRect();
            return found.filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > box.right + 1).length";
        assert_eq!(reader.shadow_eval(EXPLORER, "p, button, select, h3, h4", leaves), json!(0), "{view}");
    }
    open(&reader, &site, &format!("lang=\"{TAG}\" dir=\"rtl\""), EXPLORER, "view=\"timeline\"");
    reader.shadow_eval(EXPLORER, ".strip .sign[tabindex=\"0\"]", "found[0].focus()");
    let stands_at = "return document.querySelector('pillar-explorer').shadowRoot.activeElement.getBoundingClientRect().left";
    let before = reader.eval_number(stands_at);
    reader.press(Key::Left);
    assert!(reader.eval_number(stands_at) < before, "Left goes to the left");
}
