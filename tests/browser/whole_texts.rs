//! Notes and sources are never cut for good: what a small chart has no room for is behind "More", and printed.

use serde_json::json;

use crate::harness::{CHART, Key, Reader, TestSite, Window};

/// A note of two sentences and a long source, on a phone.
const NOTED: &str = r#"dataset="darien-crossings" kind="stacked-area""#;

/// The note's words that stand at its end.
const END_OF_NOTE: &str = "those months are unknown, not zero";

#[test]
fn what_a_phone_has_no_room_for_is_behind_more_by_keyboard_too() {
    let site = TestSite::start();
    for (page, more, less) in [("en", "More", "Less"), ("es", "Más", "Menos")] {
        let Some(reader) = Reader::try_at(Window { width: 320, height: 640, ..Window::default() }) else {
            return;
        };
        reader.open_chart_of(&site, &format!(r#"{NOTED} lang="{page}""#), 360);
        reader.wait_for_rest();
        reader.wait_until(
            "more is offered",
            "return document.querySelector('migration-chart').shadowRoot.querySelector('.whole')",
        );
        assert_eq!(reader.shadow_text(CHART, ".whole"), more);
        assert_eq!(reader.shadow_attribute(CHART, ".whole", "aria-expanded").as_deref(), Some("false"));
        let (left, top, width, height) = reader.box_of(Some(CHART), ".whole");
        let (host_left, host_top, host_width, host_height) = reader.box_of(None, CHART);
        assert!(height >= 24.0 && width >= 24.0, "{width} × {height}");
        assert!(left >= host_left && left + width <= host_left + host_width);
        assert!(top >= host_top && top + height <= host_top + host_height + 4.0);
        let before = reader.box_of(Some(CHART), "canvas");
        reader.press_enter_on(CHART, ".whole");
        assert_eq!(reader.shadow_text(CHART, ".whole"), less);
        assert_eq!(reader.shadow_attribute(CHART, ".whole", "aria-expanded").as_deref(), Some("true"));
        let told = reader.shadow_text(CHART, ".sheet");
        assert!(told.contains("Servicio Nacional de Migración"), "{told}");
        if page == "en" {
            assert!(told.contains(END_OF_NOTE), "{told}");
            assert!(told.contains("Panama"), "the subtitle, too: {told}");
        }
        let (_, sheet_top, _, sheet_height) = reader.box_of(Some(CHART), ".sheet");
        assert!(sheet_top >= host_top - 1.0 && sheet_top + sheet_height <= host_top + host_height + 1.0);
        assert_eq!(reader.box_of(Some(CHART), "canvas"), before, "nothing moves for it");
        reader.press(Key::Escape);
        assert_eq!(reader.shadow_count(CHART, ".sheet"), 0);
        assert_eq!(reader.shadow_text(CHART, ".whole"), more);
        reader.assert_silent();
    }
}

#[test]
fn where_all_of_it_shows_there_is_nothing_more() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 1200, height: 900, ..Window::default() });
    reader.open_chart_of(&site, NOTED, 700);
    reader.wait_for_rest();
    let cut = reader.eval_number(
        "return [...document.querySelector('migration-chart').shadowRoot.querySelectorAll('.subtitle, .note, .source')]
           .filter((text) => text.textContent && text.scrollHeight > text.clientHeight + 1).length",
    );
    assert_eq!((cut, reader.shadow_count(CHART, ".whole")), (0.0, 0));
    reader.assert_silent();
}

#[test]
fn paper_has_all_of_it() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { width: 320, height: 640, ..Window::default() }) else {
        return;
    };
    reader.open_chart_of(&site, NOTED, 360);
    reader.wait_for_rest();
    if !reader.looks_as_printed() {
        return;
    }
    for text in [".subtitle", ".note", ".source"] {
        let shows = reader.shadow_eval(
            CHART,
            text,
            "const [it] = found; return it.clientHeight > 0 && it.scrollHeight <= it.clientHeight + 1 \
               && it.getBoundingClientRect().bottom <= host.getBoundingClientRect().bottom + 1",
        );
        assert_eq!(shows, json!(true), "{text}");
    }
    let (_, _, _, height) = reader.box_of(Some(CHART), "canvas");
    assert!(height > 150.0, "the drawing keeps its height: {height}");
    reader.assert_silent();
}
