//! Patterns that a reader asks for, where neither system nor browser does.

use serde_json::json;

use crate::harness::{CHART, Key, Reader, TestSite, Window};

const SWITCH: &str = "[data-choice=patterns]";

/// The drawing as it stands.
fn picture(reader: &Reader) -> String {
    reader.wait_for_rest();
    let picture = reader.shadow_eval(CHART, "canvas", "return found[0].toDataURL()");
    picture.as_str().unwrap_or_default().to_owned()
}

/// Opens the menu, if it is closed, and turns the switch by keyboard.
fn turn(reader: &Reader) {
    reader.shadow_eval(CHART, ".options", "found[0].open = true");
    reader.wait_until(
        "the switch",
        "return !!document.querySelector('migration-chart').shadowRoot.querySelector('[data-choice=patterns]')",
    );
    reader.shadow_eval(CHART, SWITCH, "found[0].focus()");
    reader.press(Key::Space);
}

#[test]
fn a_reader_turns_patterns_on_and_off_and_the_chart_keeps_them() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    for (language, name) in
        [("en", "Patterns"), ("es", "Tramas"), ("pt", "Texturas"), ("fr", "Motifs"), ("ht", "Motif")]
    {
        reader.open_chart(
            &site,
            &format!(r#"dataset="darien-crossings" kind="stacked-area" top="4" lang="{language}""#),
        );
        let plain = picture(&reader);
        turn(&reader);
        assert_eq!(reader.shadow_text(CHART, &format!("label:has({SWITCH})")), name);
        let patterned = picture(&reader);
        assert_ne!(plain, patterned, "{language}");
        assert_eq!(reader.focused(), "", "the switch keeps the focus");
        // Another view of the same figure, and the same again.
        reader.shadow_eval(CHART, ".options", "found[0].open = false");
        reader.click(Some(CHART), "[data-tab=table]");
        reader.click(Some(CHART), "[data-tab=chart]");
        assert_eq!(picture(&reader), patterned, "{language}: kept");
        let shown = reader.shadow_eval(CHART, ".options", "found[0].open = true");
        assert_eq!(shown, json!(null));
        reader.wait_for_rest();
        assert_eq!(reader.shadow_eval(CHART, SWITCH, "return found[0].checked"), json!(true));
        turn(&reader);
        assert_eq!(picture(&reader), plain, "{language}: as before");
    }
}

#[test]
fn patterns_are_offered_where_several_colours_are_to_be_told_apart() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    for (attributes, offered) in [
        (r#"dataset="darien-crossings" kind="line" top="3""#, 1),
        (r#"dataset="darien-crossings" kind="area" filter="nationality=HTI""#, 0),
        (r#"dataset="darien-crossings" kind="line" top="3" controls="scale""#, 0),
        (r#"dataset="darien-crossings" kind="line" top="3" controls="patterns""#, 1),
    ] {
        reader.open_chart(&site, attributes);
        reader.wait_for_rest();
        reader.shadow_eval(CHART, ".options", "found[0].open = true");
        reader.wait_for_rest();
        assert_eq!(reader.shadow_count(CHART, SWITCH), offered, "{attributes}");
    }
    if let Some(reader) = Reader::try_at(Window { forced_colors: true, ..Window::default() }) {
        reader.open_chart(&site, r#"dataset="darien-crossings" kind="line" top="3""#);
        reader.shadow_eval(CHART, ".options", "found[0].open = true");
        reader.wait_for_rest();
        assert_eq!(reader.shadow_count(CHART, SWITCH), 0, "the system asks for them already");
    }
}
