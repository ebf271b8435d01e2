//! A chart by keyboard alone, and what is heard of it.

use serde_json::json;

use crate::harness::{CHART, Key, QUARTER, Reader, TestSite, Window, number};

/// What is told politely.
const NEWS: &str = ".news";

/// A page in a language with one chart of these attributes, below a heading of the second level.
fn open(reader: &Reader, site: &TestSite, language: &str, attributes: &str) {
    let page = TestSite::embedding(&format!(
        "<main><h1>Page</h1><h2>Section</h2><migration-chart {attributes} style=\"display:block;height:440px\">\
         </migration-chart></main>"
    ));
    reader.go(&site.page(&page.replace("lang=\"en\"", &format!("lang=\"{language}\""))));
    reader.wait_for_load(CHART);
}

fn focus_slider(reader: &Reader) {
    reader.shadow_eval(CHART, ".keys", "found[0].focus()");
}

/// The digits of the first figure after a name and a colon.
fn figure_of(spoken: &str, name: &str) -> Option<f64> {
    let (_, after) = spoken.split_once(&format!("{name}: "))?;
    let figure: String = after
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || [',', '.', '\u{a0}', '\u{202f}'].contains(letter))
        .filter(char::is_ascii_digit)
        .collect();
    figure.parse().ok()
}

#[test]
fn every_figure_of_a_line_is_heard_by_keyboard_alone_in_two_languages() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    for (language, names) in
        [("en", ["Venezuela", "Haiti", "Ecuador"]), ("es", ["Venezuela", "Haití", "Ecuador"])]
    {
        open(&reader, &site, language, &format!("{QUARTER} top=\"3\""));
        let csv = reader.csv(CHART);
        focus_slider(&reader);
        for month in ["2023-03", "2023-02", "2023-01"] {
            for (index, name) in names.iter().enumerate() {
                reader.press(Key::Down);
                let key = ["VEN", "HTI", "ECU"][index];
                let row = csv.iter().find(|row| row[0] == month && row[1] == key).expect("a row of toCSV()");
                let spoken = reader.spoken(CHART);
                assert_eq!(
                    figure_of(&spoken, name),
                    row.last().map(|cell| number(cell)),
                    "{spoken}: {row:?}"
                );
                let others = names.iter().filter(|other| *other != name);
                assert!(others.into_iter().all(|other| !spoken.contains(other)), "each value once: {spoken}");
            }
            // "Other" and the total, then all of the month again.
            for _ in 0..3 {
                reader.press(Key::Down);
            }
            assert!(names.iter().all(|name| reader.spoken(CHART).contains(name)), "{}", reader.spoken(CHART));
            reader.press(Key::Left);
        }
    }
}

#[test]
fn in_a_ranking_down_goes_down_and_the_bar_is_marked() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    open(&reader, &site, "en", r#"dataset="darien-crossings" kind="bar" x="nationality" top="5""#);
    focus_slider(&reader);
    let csv = reader.csv(CHART);
    for row in csv.iter().skip(1).take(4) {
        let spoken = reader.spoken(CHART);
        assert_eq!(figure_of(&spoken, "Crossings"), row.last().map(|cell| number(cell)), "{spoken}: {row:?}");
        assert_eq!(reader.shadow_count(CHART, ".here"), 1, "{spoken}");
        reader.press(Key::Down);
    }
    reader.press(Key::Up);
    let spoken = reader.spoken(CHART);
    assert_eq!(figure_of(&spoken, "Crossings"), csv[4].last().map(|cell| number(cell)), "{spoken}");
}

#[test]
fn ways_say_where_they_come_from_and_lead_to() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    open(&reader, &site, "en", r#"dataset="displacement-americas" kind="flow" filter="coa_iso=COL""#);
    focus_slider(&reader);
    let mut heard = Vec::new();
    for _ in 0..8 {
        reader.press(Key::Down);
        heard.push(reader.spoken(CHART));
    }
    // Nearly all of those in Colombia.
    let way = heard.iter().find(|spoken| spoken.starts_with("From Venezuela to Colombia: 2,8"));
    assert!(way.is_some_and(|way| way.contains("99.9% of the total there")), "{heard:?}");
    // Of one origin, shares are those of all its people, wherever they are.
    open(&reader, &site, "en", r#"dataset="displacement-americas" kind="flow" filter="coo_iso=VEN""#);
    focus_slider(&reader);
    let spoken = reader.spoken(CHART);
    assert!(spoken.starts_with("From Venezuela to Colombia: 2,8"), "{spoken}");
    assert!(spoken.contains("% of the total.") && !spoken.contains("99.9%"), "{spoken}");
}

#[test]
fn the_slider_says_what_it_is_and_a_question_mark_its_keys() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    for (language, start, keys) in [
        ("en", "From January 2023 to March 2023: 3 stops.", "Page Up"),
        ("es", "De enero de 2023 a marzo de 2023: 3 paradas.", "Re Pág"),
    ] {
        open(&reader, &site, language, QUARTER);
        let before = reader.spoken(CHART);
        assert!(before.starts_with(start), "{before}");
        focus_slider(&reader);
        reader.type_text("?");
        assert!(reader.shadow_text(CHART, NEWS).contains(keys), "{}", reader.shadow_text(CHART, NEWS));
        let is_seen = reader.shadow_eval(CHART, NEWS, "return found[0].offsetHeight > 20");
        assert_eq!(is_seen, json!(true), "seen too");
        reader.press(Key::Escape);
        assert_eq!(reader.shadow_text(CHART, NEWS), "");
        assert_eq!(reader.focused(), "slider");
    }
}

#[test]
fn summary_and_heading_are_there_without_a_press() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    for (controls, alt, wanted) in [
        ("all", "", "Venezuela"),
        ("none", "", "Venezuela"),
        ("none", "alt=\"My own words\"", "My own words"),
    ] {
        open(&reader, &site, "en", &format!("{QUARTER} controls=\"{controls}\" {alt}"));
        let summary = reader.eval_text(&format!("return document.querySelector('{CHART}').summary"));
        let heard = reader.wait_until(
            "a described figure",
            "const figure = document.querySelector('migration-chart').shadowRoot.querySelector('[role=figure]');
             const told = figure.querySelector('#' + figure.getAttribute('aria-describedby'));
             return told?.checkVisibility() && told.textContent",
        );
        let heard = heard.as_str().unwrap_or_default().to_owned();
        assert!(heard.contains(wanted), "{controls}: {heard}");
        assert!(summary.starts_with(heard.trim_end_matches('.')), "{summary}: {heard}");
        assert_eq!(reader.shadow_attribute(CHART, ".title", "role").as_deref(), Some("heading"));
        assert_eq!(reader.shadow_attribute(CHART, ".title", "aria-level").as_deref(), Some("3"));
    }
}

#[test]
fn controls_and_legend_are_a_stop_each() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    open(&reader, &site, "en", r#"dataset="darien-crossings" kind="stacked-area" top="5""#);
    reader.eval("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()");
    let mut stops = Vec::new();
    for _ in 0..20 {
        reader.press(Key::Tab);
        let focused = reader.focused();
        if focused == "body" || stops.contains(&focused) {
            break;
        }
        stops.push(focused);
    }
    assert_eq!(stops.first().map(String::as_str), Some("Chart"), "{stops:?}");
    assert!(
        !stops.iter().any(|stop| ["Table", "Text", "Download", "Options"].contains(&stop.as_str())),
        "{stops:?}"
    );
    assert!(stops.len() <= 6, "{stops:?}");
    // Arrows go through the stop, and Tab comes back to where it was left.
    reader.eval("document.querySelector('h1').focus()");
    reader.press(Key::Tab);
    reader.press(Key::Right);
    assert_eq!(reader.focused(), "Table");
    reader.press(Key::End);
    assert_eq!(reader.focused(), "Options");
    reader.press(Key::Tab);
    reader.press(Key::BackTab);
    assert_eq!(reader.focused(), "Options");
    reader.press(Key::Home);
    assert_eq!(reader.focused(), "Chart");
}

#[test]
fn what_a_choice_changes_is_told_and_the_focus_stays() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    open(&reader, &site, "en", r#"dataset="darien-crossings" kind="line" top="3""#);
    assert_eq!(reader.shadow_text(CHART, NEWS), "", "nothing has changed");
    reader.eval("document.querySelector('migration-chart').state = { from: '2023-01', to: '2023-03' }");
    reader.wait_until(
        "the new span told",
        "return document.querySelector('migration-chart').shadowRoot.querySelector('.news').textContent.includes('March 2023')",
    );
    reader.click(Some(CHART), ".download summary");
    reader.click(Some(CHART), "[data-download=csv]");
    assert!(
        reader.shadow_text(CHART, NEWS).starts_with("Downloaded: "),
        "{}",
        reader.shadow_text(CHART, NEWS)
    );
    assert_eq!(reader.focused(), "Download");
}

#[test]
fn no_picture_is_stretched_by_what_is_filled_in_after_it() {
    let site = TestSite::start();
    let views = [
        r#"dataset="displacement-americas" kind="map""#,
        r#"dataset="displacement-americas" kind="flow""#,
        r#"dataset="displacement-americas" kind="bar""#,
        r#"dataset="migrant-stock-americas" kind="map""#,
        r#"dataset="displacement-americas" kind="scatter""#,
        r#"dataset="darien-crossings" kind="stacked-area" top="5" annotations="milestones""#,
        r#"dataset="us-southwest-encounters" kind="small-multiples" top="4""#,
    ];
    for (width, height, language) in [(320, 440, "es"), (320, 560, "fr"), (480, 420, "ht"), (700, 420, "en")]
    {
        let reader = Reader::at(Window { width: width + 40, height: 900, ..Window::default() });
        let charts: String = views
            .iter()
            .map(|view| {
                format!(
                    "<migration-chart {view} loading=\"eager\" \
                     style=\"display:block;width:{width}px;height:{height}px\"></migration-chart>"
                )
            })
            .collect();
        let page = TestSite::embedding(&charts).replace("lang=\"en\"", &format!("lang=\"{language}\""));
        reader.go(&site.page(&page));
        reader.wait_for_events("load", CHART, views.len());
        let stretched = reader.wait_until(
            "pictures of their boxes' size",
            "const charts = [...document.querySelectorAll('migration-chart')];
             const off = charts.filter(({ shadowRoot }) => {
               const [plot, canvas] = ['.plot', 'canvas'].map((name) => shadowRoot.querySelector(name));
               return Math.abs(plot.clientHeight * devicePixelRatio - canvas.height) > 2;
             });
             return off.length === 0",
        );
        assert_eq!(stretched, json!(true), "{width} × {height}");
    }
}

#[test]
fn the_tooltip_is_left_by_escape_and_reached_once_pressed() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 900, height: 700, ..Window::default() });
    open(&reader, &site, "en", r#"dataset="darien-crossings" kind="line" top="3" annotations="milestones""#);
    let (left, top, width, height) = reader.box_of(Some(CHART), "canvas");
    let middle = (left + width * 0.4, top + height * 0.6);
    // Escape takes it away though nothing of the chart has the focus.
    reader.point_at(middle.0, middle.1);
    assert!(reader.tooltip(CHART).is_some());
    assert_eq!(reader.focused(), "body");
    reader.press(Key::Escape);
    assert_eq!(reader.tooltip(CHART), None);
    // It follows the pointer until it is pressed; then it stays, and the pointer goes over to it.
    reader.point_at(middle.0 + 5.0, middle.1);
    let first = reader.tooltip(CHART).expect("a tooltip");
    reader.point_at(middle.0 + 60.0, middle.1);
    let second = reader.tooltip(CHART).expect("a tooltip");
    assert_ne!(first, second);
    reader.click_at(middle.0 + 60.0, middle.1);
    let (tip_left, tip_top, tip_width, tip_height) = reader.box_of(Some(CHART), ".tip");
    reader.point_at(tip_left + tip_width / 2.0, tip_top + tip_height / 2.0);
    assert_eq!(reader.tooltip(CHART), Some(second.clone()));
    let is_over = reader.shadow_eval(CHART, ".tip", "return found[0].matches(':hover')");
    assert_eq!(is_over, json!(true));
    reader.press(Key::Escape);
    assert_eq!(reader.tooltip(CHART), None);
    // What an annotation's number says is reached from the number.
    let (x, y, wide, high) = reader.box_of(Some(CHART), "button.marker");
    reader.point_at(x + wide / 2.0, y + high / 2.0);
    reader.point_at(x + wide / 2.0, y + high - 1.0);
    let (_, beside, _, _) = reader.box_of(Some(CHART), ".tip");
    reader.point_at(x + wide / 2.0, beside + 6.0);
    let is_over =
        reader.shadow_eval(CHART, ".tip", "return found[0].matches(':hover') && found[0].checkVisibility()");
    assert_eq!(is_over, json!(true));
}
