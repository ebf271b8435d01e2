//! A series that is heard: which tones, when, and what is said of them. The frequencies were worked out by hand.

use serde_json::json;

use crate::harness::{CHART, Key, PreparedResponse, Reader, TestSite, Window};

const MENU: &str = ".options > summary";
const LISTEN: &str = "[data-choice=listen]";

/// Puts a context that writes down what is asked of it in the place of the browser's own.
const SPY: &str = "
  window.made = 0; window.ended = 0; window.tones = [];
  const began = performance.now();
  const parameter = (name) => {
    const note = (value, at) => { window.tones.push([name, value, at]); };
    return { setValueAtTime: note, linearRampToValueAtTime: note };
  };
  window.AudioContext = class {
    constructor() { window.made += 1; this.destination = {}; }
    get currentTime() { return (performance.now() - began) / 1000; }
    createOscillator() { return { frequency: parameter('frequency'), detune: parameter('detune'), connect() {}, start() {} }; }
    createGain() { return { gain: parameter('gain'), connect() {} }; }
    resume() {}
    close() { window.ended += 1; }
  };";

/// Opens a page in a language with a chart of this file, with the spy in it and the menu open.
fn open(reader: &Reader, site: &TestSite, language: &str, file: &'static str, attributes: &str) {
    let address = site.put("/heard.csv", PreparedResponse::csv(file));
    let page = TestSite::embedding(&format!(
        "<main><h1>Page</h1><{CHART} src=\"{address}\" {attributes} loading=\"eager\" \
         style=\"display:block;height:480px\"></{CHART}></main>"
    ));
    reader.go(&site.page(&page.replace("lang=\"en\"", &format!("lang=\"{language}\""))));
    reader.wait_for_load(CHART);
    reader.wait_until(
        "what comes after the drawing",
        "return !!document.querySelector('migration-chart').shadowRoot.querySelector('.title[aria-level]')",
    );
    reader.eval(SPY);
    reader.click(Some(CHART), MENU);
    reader.wait_for_rest();
}

fn press_listen(reader: &Reader) {
    reader.shadow_eval(CHART, LISTEN, "found[0].focus()");
    reader.press(Key::Enter);
}

fn choose(reader: &Reader, choice: &str, value: &str) {
    reader.shadow_eval(
        CHART,
        &format!("[data-choice={choice}]"),
        &format!(
            "found[0].value = '{value}'; found[0].dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ),
    );
}

fn count(reader: &Reader, what: &str) -> f64 {
    reader.eval_number(&format!("return window.{what}"))
}

/// The tones in hertz, and when each begins, in seconds after the first: that of the axis' start.
fn tones(reader: &Reader) -> Vec<(f64, f64)> {
    let noted = reader.eval("return window.tones.splice(0)");
    let noted = noted.as_array().cloned().unwrap_or_default();
    let of = |name: &str| -> Vec<(f64, f64)> {
        let own = noted.iter().filter(|note| note[0] == json!(name));
        own.map(|note| (note[1].as_f64().expect("a value"), note[2].as_f64().expect("a time"))).collect()
    };
    let base = of("frequency")[0].0;
    let detuned = of("detune");
    let first = detuned[0].1;
    detuned.iter().map(|(cents, at)| (base * (cents / 1200.0).exp2(), at - first)).collect()
}

#[track_caller]
fn assert_sounds(tones: &[(f64, f64)], wanted: &[f64]) {
    assert_eq!(tones.len(), wanted.len(), "{tones:?}");
    for ((tone, _), wanted) in tones.iter().zip(wanted) {
        // A device pixel of a drawing 240 pixels high is 15 cents.
        assert!((tone / wanted - 1.0).abs() < 0.012, "{tones:?}, wanted {wanted:?}");
    }
}

/// One month unknown.
const LINE: &str = "month,people\n2021-01,0\n2021-02,50\n2021-03,100\n2021-04,\n2021-05,25\n";

#[test]
fn a_line_is_heard_from_the_tone_of_its_axis_on_with_silence_where_nothing_is_known() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    for (language, start, stop, end) in [
        ("en", "Listen", "Stop", "People: from 0 (January 2021) to 25 (May 2021). Silent, without data: 1."),
        (
            "es",
            "Escuchar",
            "Detener",
            "Personas: de 0 (enero de 2021) a 25 (mayo de 2021). En silencio, sin datos: 1.",
        ),
    ] {
        open(&reader, &site, language, LINE, "kind=\"line\"");
        assert_eq!(
            (count(&reader, "made"), reader.shadow_text(CHART, LISTEN)),
            (0.0, start.into()),
            "off until asked for"
        );
        press_listen(&reader);
        assert_eq!(reader.shadow_text(CHART, LISTEN), stop);
        let heard = tones(&reader);
        // Three octaves above 220 Hz are the axis from 0 to 100: 220 × 2^(3 × share).
        assert_sounds(&heard, &[220.0, 220.0, 622.25, 1760.0, 369.99]);
        let months = reader.wait_until(
            "a mark in the drawing",
            "const root = document.querySelector('migration-chart').shadowRoot;
             return !root.querySelector('.hairline').hidden && root.querySelectorAll('.dots > .dot, .dot').length > 0",
        );
        assert_eq!(months, json!(true));
        let said = reader.wait_until(
            "what is said at the end",
            "const news = document.querySelector('migration-chart').shadowRoot.querySelector('.news');
             return news?.textContent.includes('25') && news.textContent",
        );
        assert_eq!(said, json!(end));
        assert_eq!((count(&reader, "made"), count(&reader, "ended")), (1.0, 1.0));
        assert_eq!(reader.shadow_text(CHART, LISTEN), start);
        assert!(reader.tooltip(CHART).is_none(), "the mark is gone");
    }
}

#[test]
fn on_a_logarithmic_axis_as_many_times_more_are_as_many_tones_higher() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    let file = "year,people\n2019,1\n2020,10\n2021,100\n2022,1000\n";
    open(&reader, &site, "en", file, "kind=\"line\" scale=\"log\"");
    press_listen(&reader);
    assert_sounds(&tones(&reader), &[220.0, 220.0, 440.0, 880.0, 1760.0]);
}

#[test]
fn of_a_stack_the_chosen_series_is_heard_alone_from_zero_to_the_greatest_figure() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    let file = "year,group,people\n2019,Alpha,30\n2019,Beta,10\n2020,Alpha,60\n2020,Beta,20\n2021,Alpha,15\n2021,Beta,30\n";
    open(&reader, &site, "en", file, "kind=\"stacked-area\" x=\"year\" y=\"people\" series=\"group\"");
    choose(&reader, "heard", "Beta");
    press_listen(&reader);
    // 10, 20 and 30 of 60.
    assert_sounds(&tones(&reader), &[220.0, 311.13, 440.0, 622.25]);
    choose(&reader, "heard", "Alpha");
    assert_eq!(reader.shadow_text(CHART, LISTEN), "Listen", "another choice ends what sounds");
    press_listen(&reader);
    assert_sounds(&tones(&reader), &[220.0, 622.25, 1760.0, 369.99]);
}

#[test]
fn the_same_button_and_escape_end_it_and_the_speed_is_one_of_three() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    open(&reader, &site, "en", LINE, "kind=\"area\"");
    // Five months in a second and a half, twice that, half of it; the first tone after that of the axis and a pause.
    for (ended, (speed, whole)) in [("normal", 1.5), ("slow", 3.0), ("fast", 0.75)].into_iter().enumerate() {
        choose(&reader, "speed", speed);
        press_listen(&reader);
        let heard = tones(&reader);
        assert!((heard[1].1 - 0.8).abs() < 0.01, "{heard:?}");
        assert!((heard[4].1 - heard[1].1 - whole).abs() < 0.01, "{speed}: {heard:?}");
        press_listen(&reader);
        assert_eq!(count(&reader, "ended"), ended as f64 + 1.0, "{speed}: the same button ends it");
        assert_eq!(reader.shadow_text(CHART, LISTEN), "Listen");
    }
    press_listen(&reader);
    reader.press(Key::Escape);
    assert_eq!((count(&reader, "made"), count(&reader, "ended")), (4.0, 4.0));
    // A chart that is taken away falls silent.
    reader.click(Some(CHART), MENU);
    reader.wait_for_rest();
    press_listen(&reader);
    reader.eval("document.querySelector('migration-chart').remove()");
    reader.wait_until("silence", "return window.ended === 5");
}

#[test]
fn on_a_phone_the_menu_leaves_the_mark_that_goes_along_in_sight() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 320, height: 640, ..Window::default() });
    open(&reader, &site, "en", LINE, "kind=\"line\"");
    choose(&reader, "speed", "slow");
    press_listen(&reader);
    let is_open = |reader: &Reader| reader.shadow_eval(CHART, ".options", "return found[0].open");
    assert_eq!(is_open(&reader), json!(false));
    let focused = "return document.querySelector('migration-chart').shadowRoot.activeElement?.matches('.options > summary')";
    assert_eq!(reader.eval(focused), json!(true), "the focus stays in the figure");
    // By the keyboard as by a finger the same button leads to the one that ends it.
    reader.press(Key::Enter);
    assert_eq!(is_open(&reader), json!(true));
    reader.wait_for_rest();
    assert_eq!(reader.shadow_text(CHART, LISTEN), "Stop");
    press_listen(&reader);
    assert_eq!(count(&reader, "ended"), 1.0);
    assert_eq!(reader.shadow_text(CHART, LISTEN), "Listen");
}

#[test]
fn only_what_has_a_course_in_time_is_offered_to_the_ear() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    let file = "year,group,people\n2019,Alpha,30\n2020,Alpha,60\n2021,Alpha,15\n2019,Beta,3\n2020,Beta,6\n2021,Beta,5\n";
    for (attributes, offered) in [
        ("kind=\"line\" series=\"group\"", 1),
        ("kind=\"bar\" x=\"group\"", 0),
        ("kind=\"slope\" series=\"group\"", 0),
        ("kind=\"line\" series=\"group\" controls=\"scale,reset\"", 0),
        ("kind=\"line\" series=\"group\" controls=\"listen\"", 1),
        ("kind=\"line\" series=\"group\" from=\"2020\"", 0),
    ] {
        open(&reader, &site, "en", file, attributes);
        assert_eq!(reader.shadow_count(CHART, LISTEN), offered, "{attributes}");
    }
}
