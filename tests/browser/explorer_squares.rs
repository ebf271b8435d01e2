//! The pillar explorer as a picture: its squares by keyboard, filter and touch, and its one way of scrolling on a phone.

use serde_json::json;

use crate::explorer::{EXPLORER, found, inside, open};
use crate::harness::{Key, Reader, TestSite, Window};

/// The name of the square that has the focus.
fn focused_square(reader: &Reader) -> String {
    reader.eval_text(&inside("root.activeElement?.closest('.square')?.dataset.what ?? ''"))
}

#[test]
fn squares_are_one_stop_of_the_tab_key_and_arrows_enter_and_close_lead_to_a_commitment_and_back() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&reader, &site, "");
    let listed = reader.eval(&inside("root.querySelectorAll('button.square').length"));
    let records = reader.eval_text("return document.querySelector('pillar-explorer').toCSV()");
    assert_eq!(listed, json!(records.lines().count() - 1), "a square for each commitment");
    // After the last of the fields comes the first square, and after it nothing of the picture.
    reader.shadow_eval(EXPLORER, "[data-choice=status]", "found[0].focus()");
    reader.press(Key::Tab);
    let first = focused_square(&reader);
    assert_eq!(json!(first), reader.eval(&inside("root.querySelector('button.square').dataset.what")));
    reader.press(Key::Right);
    let second = focused_square(&reader);
    assert_eq!(json!(second), reader.eval(&inside("root.querySelectorAll('button.square')[1].dataset.what")));
    reader.press(Key::Down);
    let below = focused_square(&reader);
    let stands_below = reader.eval_with(
        &inside(
            "(([one, two]) => two.top > one.top && Math.abs(two.left - one.left) < one.width)(
               arguments[0].map(id => root.querySelector(`button.square[data-what=${id}]`).getBoundingClientRect()))",
        ),
        &[json!([second, below])],
    );
    assert_eq!(stands_below, json!(true), "{second} {below}");
    reader.press(Key::Up);
    reader.press(Key::Left);
    assert_eq!(focused_square(&reader), first);
    reader.press(Key::End);
    assert_eq!(
        json!(focused_square(&reader)),
        reader.eval(&inside("[...root.querySelectorAll('button.square')].at(-1).dataset.what"))
    );
    reader.press(Key::Home);
    reader.press(Key::Right);
    reader.press(Key::Enter);
    reader.wait_until("the commitment", &inside("!!root.querySelector('.opened .body')"));
    assert_eq!(
        reader.shadow_attribute(EXPLORER, ".opened", "data-commitment").as_deref(),
        Some(second.as_str())
    );
    assert_eq!(
        reader.eval(&inside("root.activeElement === root.querySelector('.opened')")),
        json!(true),
        "the reader is where the commitment is"
    );
    assert_eq!(reader.wait_for_event("change", EXPLORER)["open"], json!(second));
    reader.press_enter_on(EXPLORER, "[data-act=close]");
    assert_eq!(focused_square(&reader), second);
    assert_eq!(reader.shadow_eval(EXPLORER, ".opened", "return found[0].checkVisibility()"), json!(false));
    reader.press(Key::Enter);
    reader.wait_until("the commitment again", &inside("!!root.querySelector('.opened .body')"));
    reader.press(Key::Escape);
    assert_eq!(focused_square(&reader), second, "Escape leads back too");
    reader.assert_silent();
}

#[test]
fn filters_fade_squares_that_can_then_not_be_pressed_and_the_count_says_how_many_are_left() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&reader, &site, "");
    let all = reader.eval_number(&inside("root.querySelectorAll('button.square').length"));
    let left = || reader.eval_number(&inside("root.querySelectorAll('button.square:not(:disabled)').length"));
    assert_eq!(left(), all);
    reader.eval(&inside("root.querySelector('.card').open = true"));
    for (choice, value) in [("status", "met"), ("pillar", "1")] {
        reader.shadow_eval(
            EXPLORER,
            &format!("[data-choice={choice}]"),
            &format!("found[0].focus(); found[0].value = '{value}'; found[0].dispatchEvent(new Event('change', {{ bubbles: true }}))"),
        );
    }
    // Of the reference's commitments 11 stand under the first pillar as met.
    assert_eq!((left(), found(&reader)), (11.0, "11 commitments of 136".to_owned()));
    assert_eq!(reader.eval_number(&inside("root.querySelectorAll('button.square').length")), all);
    assert_eq!(
        reader.eval(&inside("root.activeElement.dataset.choice")),
        json!("pillar"),
        "the field keeps the focus"
    );
    assert_eq!(reader.eval(&inside("root.querySelector('.card').open")), json!(true), "what was open stays");
    reader.shadow_eval(EXPLORER, "button.square:disabled", "found[0].click()");
    assert_eq!(reader.eval(&inside("root.querySelector('.opened').hidden")), json!(true));
    reader.shadow_eval(EXPLORER, "[data-choice=q]", "found[0].focus()");
    reader.type_text("qwertz");
    assert_eq!(left(), 0.0);
    reader.press_enter_on(EXPLORER, "[data-act=reset]");
    reader.wait_until("all", &inside("!root.querySelector('button.square:disabled')"));
    reader.assert_silent();
}

#[test]
fn a_square_is_large_enough_to_touch_and_shows_its_commitment() {
    let site = TestSite::start();
    for width in [320, 700, 1200] {
        let Some(reader) = Reader::try_at(Window { width, height: 800, ..Window::default() }) else {
            continue;
        };
        open(&reader, &site, "");
        let small = reader.eval(&inside(
            "[...root.querySelectorAll('button.square')].map(e => e.getBoundingClientRect())
              .filter(box => box.width < 24 || box.height < 24 || box.left < 0 || box.right > innerWidth).length",
        ));
        assert_eq!(small, json!(0), "{width}");
        reader.shadow_eval(EXPLORER, "button.square[data-what=c002]", "found[0].click()");
        let body = reader.shadow_text(EXPLORER, ".opened");
        for part in ["1,500,000 permits by 31 August 2022", "Met, as of 29 February 2024", "White House"] {
            assert!(body.contains(part), "{width}, {part}: {body}");
        }
        assert_eq!(
            reader.shadow_attribute(EXPLORER, "button.square[data-what=c002]", "aria-current").as_deref(),
            Some("true")
        );
        assert_eq!(reader.axe_violations(), Vec::<String>::new(), "{width}");
    }
}

/// Boxes in the explorer that a finger can scroll.
const SCROLLERS: &str =
    "[root.querySelector('.explorer'), ...root.querySelectorAll('.explorer *')].filter(e =>
    /auto|scroll/.test(getComputedStyle(e).overflow) &&
    (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)).map(e => e.className)";

#[test]
fn on_a_phone_no_box_scrolls_in_the_page_and_the_widget_grows_at_the_first_touch() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { width: 320, height: 640, ..Window::default() }) else {
        return;
    };
    for view in ["pillars", "countries", "commitments", "timeline"] {
        open(&reader, &site, &format!("view=\"{view}\""));
        let height = || reader.eval_number("return document.querySelector('pillar-explorer').offsetHeight");
        assert_eq!(height(), 640.0, "{view}: the box is kept until the reader does something");
        assert_eq!(reader.eval(&inside(SCROLLERS)), json!([]), "{view}");
        assert_eq!(
            reader.shadow_eval(EXPLORER, ".fold", "return found[0].checkVisibility()"),
            json!(true),
            "{view}: there is a way to the rest"
        );
        reader.press_enter_on(EXPLORER, ".fold");
        assert!(height() > 700.0, "{view}: {}", height());
        assert_eq!(reader.eval(&inside(SCROLLERS)), json!([]), "{view}, grown");
        let cut = reader
            .eval_number(&inside("root.querySelector('.explorer').scrollHeight - root.host.clientHeight"));
        assert!(cut <= 1.0, "{view}: {cut} px are cut");
        let wide = reader.eval_number("return document.documentElement.scrollWidth - innerWidth");
        assert!(wide <= 0.0, "{view}: {wide} px too wide");
        reader.press_enter_on(EXPLORER, ".fold");
        assert_eq!(height(), 640.0, "{view}: and back");
    }
    // What is touched shows itself whole, without the button.
    open(&reader, &site, "");
    reader.shadow_eval(EXPLORER, "button.square[data-what=c002]", "found[0].click()");
    reader.wait_until("a grown box", "return document.querySelector('pillar-explorer').offsetHeight > 2000");
    let shown = inside(
        "(box => box.top > -2 && box.top < innerHeight / 2)(root.querySelector('.opened').getBoundingClientRect())",
    );
    assert_eq!(
        reader.eval(&shown),
        json!(true),
        "the commitment is before the reader's eyes from its beginning"
    );
    // In a frame of its own it is the frame's page that scrolls.
    reader.go(&site.url("/frame.html?widget=pillar-explorer"));
    reader.wait_for_load(EXPLORER);
    reader.press_enter_on(EXPLORER, ".fold");
    let page = "document.scrollingElement.scrollHeight - innerHeight";
    reader.wait_until("a page to scroll", &format!("return {page} > 500"));
    assert_eq!(reader.eval(&inside(SCROLLERS)), json!([]), "in a frame");
    reader.assert_silent();
}

#[test]
fn signs_over_the_line_of_time_stand_above_their_year_and_lead_to_the_entry() {
    let site = TestSite::start();
    for width in [320, 1000] {
        let Some(reader) = Reader::try_at(Window { width, height: 800, ..Window::default() }) else {
            continue;
        };
        open(&reader, &site, r#"view="timeline""#);
        let ticks =
            reader.eval(&inside("[...root.querySelectorAll('.strip .year')].map(e => e.textContent)"));
        assert_eq!(ticks, json!(["2020", "2021", "2022", "2023", "2024", "2025"]), "{width}");
        let touching = reader.eval(&inside(
            "[...root.querySelectorAll('.strip .year')].map(e => e.getBoundingClientRect())
              .filter((box, at, all) => at > 0 && all[at - 1].right > box.left - 2 && all[at - 1].bottom > box.top - 2 || box.right > innerWidth).length",
        ));
        assert_eq!(touching, json!(0), "{width}: years that touch");
        let over = reader.eval(&inside(
            "[...root.querySelectorAll('.strip .sign')].map(e => [e.getBoundingClientRect(), e]).filter(([box], at, all) =>
               all.some(([other], place) => place !== at && other.left < box.right - 3 && other.right > box.left + 3 &&
                 other.top < box.bottom - 3 && other.bottom > box.top + 3)).length",
        ));
        assert_eq!(over, json!(0), "{width}: signs on each other");
        let least = reader.eval_number(&inside(
            "Math.min(...[...root.querySelectorAll('.strip .sign')].flatMap(e => [e.clientWidth, e.clientHeight]))",
        ));
        assert!(least >= 24.0, "{width}: a sign of {least} px");
        reader.shadow_eval(EXPLORER, ".strip [data-what=m03]", "found[0].click()");
        reader.wait_until("the entry", &inside("!!root.querySelector('[data-happening=m03][open]')"));
    }
}

#[test]
fn the_table_of_countries_fits_its_box_with_bars_in_proportion() {
    let site = TestSite::start();
    for width in [320, 500, 700, 1000, 1200] {
        let Some(reader) = Reader::try_at(Window { width, height: 800, ..Window::default() }) else {
            continue;
        };
        open(&reader, &site, r#"view="countries""#);
        let over = reader.eval_number(&inside(
            "(box => box.scrollWidth - box.clientWidth)(root.querySelector('.scroll'))",
        ));
        assert!(over <= 0.0, "{width}: {over} px too wide");
        // Every bar has the same room for the greatest number, so that their lengths can be compared across columns.
        let rooms = reader.eval_number(&inside(
            "(all => Math.max(...all) - Math.min(...all))([...root.querySelectorAll('.bar')].map(e => e.clientWidth))",
        ));
        assert!(rooms <= 1.0, "{width}: bars' rooms differ by {rooms} px");
        let ends =
            reader.eval(&inside("[...new Set([...root.querySelectorAll('.bar')].map(e => e.max))].length"));
        assert_eq!(ends, json!(1), "{width}: one scale");
    }
}
