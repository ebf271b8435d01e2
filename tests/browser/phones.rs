//! On phones the figures at a place stand beside the drawing, the controls below it, and no text that matters goes.

use crate::harness::{CHART, Key, Reader, TestSite, Window};

/// A chart of each kind that has places, and the least figures that its strip says.
const VIEWS: [(&str, usize); 8] = [
    (r#"dataset="darien-crossings" kind="stacked-area" top="5""#, 7),
    (r#"dataset="darien-crossings" kind="line""#, 1),
    (r#"dataset="venezuelans-abroad" kind="stacked-bar""#, 2),
    (r#"dataset="venezuelans-abroad" kind="bar" x="coa_iso" series="" from="2024" to="2024" top="8""#, 1),
    (r#"dataset="displacement-world" kind="stacked-area""#, 4),
    (r#"dataset="venezuelans-abroad" kind="small-multiples""#, 1),
    (r#"dataset="venezuelans-abroad" kind="map" from="2024" to="2024""#, 1),
    (r#"dataset="asylum-applications-americas" kind="flow" from="2024" to="2024" top="6""#, 1),
];

/// Left, top, right and bottom.
fn edges((left, top, width, height): (f64, f64, f64, f64)) -> [f64; 4] {
    [left, top, left + width, top + height]
}

#[test]
fn a_strip_beside_the_drawing_says_the_figures_and_covers_none_of_it() {
    let site = TestSite::start();
    for (width, height) in [(320, 360), (320, 560), (412, 480), (470, 700)] {
        let Some(reader) = Reader::try_at(Window { width, height: 740, ..Window::default() }) else { return };
        for (view, least) in VIEWS {
            reader.open_chart_of(&site, view, height);
            let drawing = reader.box_of(Some(CHART), "canvas");
            let [left, top, right, bottom] = edges(drawing);
            let mut seen = 0;
            for across in [0.25, 0.5, 0.75, 0.9] {
                for down in [0.2, 0.5, 0.8] {
                    reader.point_at(left + drawing.2 * across, top + drawing.3 * down);
                    let Some(tip) = reader.tooltip(CHART) else { continue };
                    seen += 1;
                    let strip = edges(reader.box_of(Some(CHART), ".tip"));
                    let place = format!("{view} at {width} × {height}: {strip:?} on {drawing:?}");
                    assert!(tip.rows.len() >= least && !tip.head.is_empty(), "{place}: {tip:?}");
                    assert!(strip[3] <= top + 1.0 || strip[1] >= bottom - 1.0, "{place}");
                    let host = edges(reader.box_of(None, CHART));
                    assert!(strip[1] >= host[1] - 1.0 && strip[3] <= host[3] + 1.0, "{place}");
                    assert!(strip[0] <= left && strip[2] >= right, "{place}");
                }
            }
            assert!(seen > 0, "{view} at {width} × {height} says nothing");
        }
        reader.assert_silent();
    }
}

#[test]
fn a_finger_in_one_panel_asks_for_that_panels_figure() {
    let site = TestSite::start();
    for (width, names) in [(360, ["Asylum-seekers", "Refugees"]), (1000, ["Asylum-seekers", "Refugees"])] {
        let Some(reader) = Reader::try_at(Window { width, height: 740, ..Window::default() }) else { return };
        reader.open_chart_of(&site, r#"dataset="venezuelans-abroad" kind="small-multiples""#, 480);
        let (left, top, wide, high) = reader.box_of(Some(CHART), "canvas");
        let mut told = Vec::new();
        for across in 1..10 {
            for down in 1..10 {
                reader.point_at(left + wide * f64::from(across) / 10.0, top + high * f64::from(down) / 10.0);
                let Some(tip) = reader.tooltip(CHART) else { continue };
                assert_eq!(tip.rows.len(), 1, "{tip:?}");
                told.push(tip.rows[0][0].clone());
            }
        }
        assert!(names.iter().all(|name| told.iter().any(|one| one == name)), "{told:?}");
        // Keys go through all panels at once.
        reader.tab_to_slider();
        assert!(reader.tooltip(CHART).expect("figures").rows.len() >= 3);
        reader.press(Key::Escape);
    }
}

#[test]
fn controls_stand_below_the_drawing_and_the_subtitle_stays() {
    let site = TestSite::start();
    for (width, heights) in [(320, [360, 480, 700]), (470, [360, 480, 900]), (1000, [480, 600, 700])] {
        let Some(reader) = Reader::try_at(Window { width, height: 940, ..Window::default() }) else { return };
        for height in heights {
            for lang in crate::harness::languages() {
                let view = format!(r#"lang="{lang}" dataset="darien-crossings" kind="stacked-area" top="5""#);
                reader.open_chart_of(&site, &view, height);
                let at = format!("{lang} at {width} × {height}");
                let drawing = edges(reader.box_of(Some(CHART), ".stage"));
                let bar = edges(reader.box_of(Some(CHART), ".bar"));
                assert_eq!(bar[1] >= drawing[3], width < 480, "{at}: {bar:?} {drawing:?}");
                let subtitle = reader.box_of(Some(CHART), ".subtitle");
                assert!(subtitle.3 >= 16.0, "{at}: the subtitle is {subtitle:?}");
                let least = if width < 480 { 0.4 } else { 0.55 };
                assert!((drawing[3] - drawing[1]) / f64::from(height) >= least, "{at}: {drawing:?}");
                // A menu opens where there is room for it.
                reader.click(Some(CHART), ".options summary");
                let menu = edges(reader.box_of(Some(CHART), ".options .menu"));
                let host = edges(reader.box_of(None, CHART));
                assert!(menu[1] >= host[1] - 1.0 && menu[3] <= host[3] + 1.0, "{at}: {menu:?} in {host:?}");
                reader.press(Key::Escape);
            }
        }
    }
}
