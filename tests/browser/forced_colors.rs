//! Readers whose system sets the colours, or who want more contrast: all that is seen by colour is seen without it.

use serde_json::json;

use crate::harness::{CHART, Key, Reader, TestSite, Window};

const EXPLORER: &str = "pillar-explorer";
const STACK: &str = r#"dataset="darien-crossings" kind="stacked-area" top="5""#;

/// A page of one chart below its headings.
fn open(reader: &Reader, site: &TestSite, view: &str, height: u32) {
    reader.go(&site.embed(&format!(
        "<main><h1>Page</h1><h2>Part</h2><migration-chart {view} loading=\"eager\" \
         style=\"display:block;height:{height}px\"></migration-chart></main>"
    )));
    reader.wait_for_load(CHART);
}

fn forced(dark: bool) -> Option<Reader> {
    Reader::try_at(Window { width: 900, height: 900, dark, forced_colors: true, ..Window::default() })
}

/// How many pixels of the drawing have a hue of a series: blue of Venezuela, orange of Haiti, navy of Ecuador.
const PIXELS_WITH_HUES: &str = "const canvas = root.querySelector('.plot > canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const hues = [[0, 114, 188], [72, 168, 248], [225, 95, 10], [248, 128, 64], [0, 0, 152], [88, 88, 200]];
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (hues.some(([r, g, b]) => Math.abs(data[at] - r) + Math.abs(data[at + 1] - g) + Math.abs(data[at + 2] - b) < 12)) count++;
    }
    return count";

fn keys(reader: &Reader, selector: &str) -> Vec<String> {
    let keys = reader.shadow_eval(CHART, selector, "return found.map((canvas) => canvas.toDataURL())");
    keys.as_array().into_iter().flatten().map(|key| key.as_str().unwrap_or_default().to_owned()).collect()
}

fn are_all_different(keys: &[String]) -> bool {
    keys.iter().enumerate().all(|(index, key)| !keys[index + 1..].contains(key))
}

#[test]
fn drawing_and_keys_are_told_by_patterns_where_the_system_sets_the_colours() {
    let site = TestSite::start();
    for dark in [false, true] {
        let Some(reader) = forced(dark) else { return };
        open(&reader, &site, STACK, 520);
        reader.wait_until(
            "keys with patterns",
            "return document.querySelector('migration-chart').shadowRoot.querySelector('.legend canvas')",
        );
        reader.wait_for_rest();
        assert_eq!(reader.shadow_eval(CHART, ".mw", PIXELS_WITH_HUES), json!(0), "dark {dark}");
        let ground = "const [red, green, blue] = root.querySelector('.plot > canvas').getContext('2d').getImageData(1, 1, 1, 1).data;
             return getComputedStyle(found[0]).backgroundColor === `rgb(${red}, ${green}, ${blue})`";
        let is_systems = reader.shadow_eval(CHART, ".mw", ground);
        assert_eq!(is_systems, json!(true), "the drawing stands on the system's own ground");
        let of_legend = keys(&reader, ".legend .swatch canvas");
        assert!(of_legend.len() >= 6 && are_all_different(&of_legend), "{} keys", of_legend.len());
        let (left, top, width, height) = reader.box_of(Some(CHART), ".plot > canvas");
        reader.point_at(left + width * 0.6, top + height * 0.5);
        let of_tip = keys(&reader, ".tip .swatch canvas");
        assert!(of_tip.len() >= 4 && are_all_different(&of_tip), "{} keys in the tooltip", of_tip.len());
        assert!(of_tip.iter().all(|key| of_legend.contains(key)), "the same keys");
        reader.screenshot(&format!("forced-stack-{dark}"));
        reader.click(Some(CHART), ".options > summary");
        reader.wait_for_rest();
        reader.screenshot(&format!("forced-menu-{dark}"));
        // A triangle by its outline: one made of borders becomes a square.
        for (part, pseudo) in [(".options > summary", "::after"), (".download > summary", "::after")] {
            let made = reader.shadow_eval(
                CHART,
                part,
                &format!(
                    "const style = getComputedStyle(found[0], '{pseudo}');
                     const [ground, own] = [getComputedStyle(root.querySelector('.mw')).backgroundColor, style.backgroundColor];
                     return [parseFloat(style.borderTopWidth), style.clipPath.startsWith('polygon'), ground !== own]"
                ),
            );
            assert_eq!(made, json!([0, true, true]), "{part}");
        }
        let pressed = "const [on, off] = ['true', 'false'].map((is) => getComputedStyle(root.querySelector(`.tabs [aria-pressed=${is}]`)).backgroundColor); return on !== off";
        assert_eq!(reader.shadow_eval(CHART, ".mw", pressed), json!(true), "the current tab is seen");
        assert_eq!(reader.axe_violations(), Vec::<String>::new());
    }
}

#[test]
fn all_kinds_are_drawn_without_a_hue_where_the_system_sets_the_colours() {
    let site = TestSite::start();
    let Some(reader) = forced(true) else { return };
    for (index, view) in [
        r#"dataset="darien-crossings" kind="line" top="5""#,
        r#"dataset="displacement-world" kind="stacked-bar""#,
        r#"dataset="venezuelans-abroad" kind="bar" x="coa_iso" series="none" from="2024" to="2024" top="8""#,
        r#"dataset="displacement-americas" kind="map""#,
        r#"dataset="migrant-stock-americas" kind="map" per="100000""#,
        r#"dataset="displacement-americas" kind="flow""#,
        r#"dataset="us-southwest-encounters" kind="small-multiples" top="4""#,
        r#"dataset="darien-crossings-age-sex" kind="waffle""#,
        r#"dataset="darien-crossings" kind="slope""#,
    ]
    .into_iter()
    .enumerate()
    {
        open(&reader, &site, view, 520);
        reader.wait_for_rest();
        reader.wait_until(
            "a drawing without hues",
            "return document.querySelector('migration-chart').shadowRoot.querySelector('.plot > canvas').width > 0",
        );
        reader.screenshot(&format!("forced-kind-{index}"));
        assert_eq!(reader.shadow_eval(CHART, ".mw", PIXELS_WITH_HUES), json!(0), "{view}");
    }
}

#[test]
fn who_wants_more_contrast_gets_patterns_beside_hues_and_firm_lines() {
    let site = TestSite::start();
    let Some(reader) =
        Reader::try_at(Window { width: 900, height: 900, more_contrast: true, ..Window::default() })
    else {
        return;
    };
    open(&reader, &site, STACK, 520);
    reader.wait_until(
        "keys with patterns",
        "return document.querySelector('migration-chart').shadowRoot.querySelector('.legend canvas')",
    );
    reader.wait_for_rest();
    let hues = reader.shadow_eval(CHART, ".mw", PIXELS_WITH_HUES);
    assert!(hues.as_f64().is_some_and(|count| count > 100.0), "{hues}");
    let contrast = "const style = getComputedStyle(root.querySelector('.subtitle')); return style.color";
    assert_eq!(reader.shadow_eval(CHART, ".mw", contrast), json!("rgb(26, 26, 26)"));
    assert!(are_all_different(&keys(&reader, ".legend .swatch canvas")));
    reader.screenshot("contrast-stack");
    assert_eq!(reader.axe_violations(), Vec::<String>::new());
}

#[test]
fn the_explorer_is_whole_where_the_system_sets_the_colours() {
    let site = TestSite::start();
    for dark in [false, true] {
        let Some(reader) = forced(dark) else { return };
        for view in ["pillars", "countries", "commitments", "timeline", "map"] {
            reader.go(&site.embed(&format!(
                "<main><h1>Page</h1><h2>Part</h2><{EXPLORER} view=\"{view}\" loading=\"eager\" \
                 style=\"display:block;height:800px\"></{EXPLORER}></main>"
            )));
            reader.wait_for_load(EXPLORER);
            reader.wait_for_rest();
            reader.screenshot(&format!("forced-{view}-{dark}"));
            assert_eq!(reader.axe_violations(), Vec::<String>::new(), "{view}, dark {dark}");
        }
    }
}

#[test]
fn borders_of_fields_stand_out_on_every_ground() {
    let site = TestSite::start();
    for (dark, theme) in [(false, "light"), (true, "dark")] {
        let Some(reader) = Reader::try_at(Window { width: 900, height: 900, dark, ..Window::default() })
        else {
            continue;
        };
        reader.open_chart_of(&site, &format!("{STACK} theme=\"{theme}\""), 620);
        reader.click(Some(CHART), ".options > summary");
        reader.wait_until(
            "the menu",
            "return document.querySelector('migration-chart').shadowRoot.querySelector('.menu select')",
        );
        let ratios = reader.shadow_eval(
            CHART,
            ".menu select, .menu .find, .menu .tick",
            "const light = (text) => {
               const [r, g, b] = text.match(/[\\d.]+/g).map((n) => { const c = n / 255; return c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; });
               return .2126 * r + .7152 * g + .0722 * b;
             };
             const ground = light(getComputedStyle(root.querySelector('.mw')).backgroundColor);
             return found.map((field) => {
               const edge = light(getComputedStyle(field).borderTopColor);
               return (Math.max(edge, ground) + .05) / (Math.min(edge, ground) + .05);
             })",
        );
        let ratios: Vec<f64> =
            ratios.as_array().into_iter().flatten().filter_map(|one| one.as_f64()).collect();
        assert!(ratios.len() > 5, "{theme}: {ratios:?}");
        assert!(ratios.iter().all(|ratio| *ratio >= 3.0), "{theme}: {ratios:?}");
        // The ring around what has the focus: two pixels, 4.5:1 on the ground.
        reader.shadow_eval(CHART, ".menu select", "found[0].focus()");
        reader.press(Key::Tab);
        let ring = reader.shadow_eval(
            CHART,
            ".mw",
            "const light = (text) => {
               const [r, g, b] = text.match(/[\\d.]+/g).map((n) => { const c = n / 255; return c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; });
               return .2126 * r + .7152 * g + .0722 * b;
             };
             const style = getComputedStyle(root.activeElement);
             const [ring, ground] = [light(style.outlineColor), light(getComputedStyle(found[0]).backgroundColor)];
             return [parseFloat(style.outlineWidth), (Math.max(ring, ground) + .05) / (Math.min(ring, ground) + .05)]",
        );
        let number = |index: usize| ring[index].as_f64().unwrap_or_default();
        assert!(number(0) >= 2.0 && number(1) >= 4.5, "{theme}: {ring}");
    }
}
