//! Sharp at every pixel ratio, whole at every width.

use serde_json::{Value, json};

use crate::harness::{CHART, QUARTER, Reader, TestSite, Window};

/// The horizontal lines of a light drawing: runs of rows that have one colour, not the background's, over a fifth of the
/// width, with their height in device pixels.
const LINES: &str = "const canvas = found[0], context = canvas.getContext('2d');
    const left = Math.round(canvas.width * 0.3), width = Math.round(canvas.width * 0.2);
    const { data } = context.getImageData(left, 0, width, canvas.height);
    const row = (y) => {
      const first = data.slice(y * width * 4, y * width * 4 + 4).join();
      for (let x = 1; x < width; x++) {
        const at = (y * width + x) * 4;
        if (data.slice(at, at + 4).join() !== first) return '';
      }
      return ['0,0,0,0', '255,255,255,255'].includes(first) ? '' : first;
    };
    const runs = [];
    for (let y = 0, before = ''; y < canvas.height; y++) {
      const now = row(y);
      if (now && now === before) runs.at(-1).height++;
      else if (now) runs.push({ color: now, height: 1, y });
      before = now;
    }
    return runs;";

#[test]
fn canvas_has_a_pixel_for_every_device_pixel_and_grid_lines_are_sharp() {
    let site = TestSite::start();
    let reader = Reader::new();
    for ratio in [1.0, 1.5, 2.0, 3.0] {
        if !reader.set_window(&Window { ratio, ..Window::default() }) {
            continue;
        }
        reader.open_chart(&site, QUARTER);
        let size = reader.shadow_eval(
            CHART,
            "canvas",
            "const box = found[0].getBoundingClientRect();
             return [found[0].width, found[0].height, box.width * devicePixelRatio, box.height * devicePixelRatio, devicePixelRatio]",
        );
        let number = |index: usize| size[index].as_f64().expect("a number");
        assert_eq!(number(4), ratio);
        assert!((number(0) - number(2)).abs() < 1.0 && (number(1) - number(3)).abs() < 1.0, "{size}");
        let lines = reader.shadow_eval(CHART, "canvas", LINES);
        let lines: Vec<(String, f64)> = lines
            .as_array()
            .expect("a list")
            .iter()
            .map(|run| {
                (run["color"].as_str().unwrap_or_default().to_owned(), run["height"].as_f64().unwrap_or(0.0))
            })
            .collect();
        // One colour for the grid's lines, another for the zero line; nothing half transparent beside them.
        assert!(lines.len() >= 3, "at ratio {ratio}: {lines:?}");
        for (color, height) in &lines {
            assert!(color.ends_with(",255"), "at ratio {ratio}, a blurred line: {lines:?}");
            assert_eq!(*height, ratio.round(), "at ratio {ratio}: {lines:?}");
        }
        let colors: std::collections::BTreeSet<&String> = lines.iter().map(|(color, _)| color).collect();
        assert!(colors.len() <= 2, "at ratio {ratio}: {lines:?}");
    }
}

#[test]
fn drawing_follows_the_window_to_another_size_and_pixel_ratio() {
    let site = TestSite::start();
    let reader = Reader::new();
    reader.open_chart(&site, QUARTER);
    // Chromium tells no page of an emulated ratio alone; a reader who zooms changes the size with it.
    for (width, ratio) in [(400, 2.0), (900, 1.0), (640, 1.25)] {
        if !reader.set_window(&Window { width, ratio, ..Window::default() }) {
            continue;
        }
        reader.wait_until(
            "a pixel for every device pixel",
            "const canvas = document.querySelector('migration-chart').shadowRoot.querySelector('canvas');
             const box = canvas.getBoundingClientRect();
             return Math.abs(canvas.width - box.width * devicePixelRatio) < 1 &&
                    Math.abs(canvas.height - box.height * devicePixelRatio) < 1 && canvas.width > 300",
        );
    }
    reader.assert_silent();
}

#[test]
fn nothing_overflows_from_280_to_1600_pixels_in_light_and_dark() {
    let site = TestSite::start();
    let reader = Reader::new();
    for attributes in [
        r#"dataset="darien-crossings""#,
        r#"dataset="asylum-applications-americas""#,
        r#"dataset="migrant-stock-americas""#,
        r#"dataset="displacement-world" lang="es""#,
    ] {
        for (width, dark) in
            [(280, false), (320, true), (400, false), (700, true), (1000, false), (1600, true)]
        {
            let theme = if dark { "dark" } else { "light" };
            if !reader.set_window(&Window { width, height: 900, dark, ..Window::default() }) {
                continue;
            }
            reader.go(&site.embed(&format!(
                "<style>body {{ margin: 0 }}</style><migration-chart {attributes} theme=\"{theme}\" \
                 style=\"display:block;aspect-ratio:16/10;min-height:26rem\">x</migration-chart>"
            )));
            reader.wait_for_load(CHART);
            for tab in ["chart", "table", "words"] {
                reader.eval_with(
                    "const chart = document.querySelector('migration-chart'); chart.state = { tab: arguments[0] };
                     return new Promise(requestAnimationFrame).then(() => null)",
                    &[json!(tab)],
                );
                let what = format!("{attributes}, {width} px, {tab}");
                assert_eq!(
                    reader.eval("return document.documentElement.scrollWidth"),
                    json!(width),
                    "{what}"
                );
                let outside = reader.shadow_eval(
                    CHART,
                    "button, summary, .title, .subtitle, .note, .source, .legend, canvas, .panel",
                    "const box = host.getBoundingClientRect();
                     const rolls = (e) => e.closest('.row-legend .legend, .panel') && e.localName === 'button';
                     return found.filter(e => e.checkVisibility() && !e.closest('details:not([open]) .menu') &&
                         !e.matches('.behind') && !rolls(e)).filter(e => {
                       const own = e.getBoundingClientRect();
                       return own.left < box.left - 0.5 || own.right > box.right + 0.5 || own.top < box.top - 0.5 ||
                              own.bottom > box.bottom + 0.5;
                     }).map(e => e.className + ' ' + e.textContent.slice(0, 30));",
                );
                assert_eq!(outside, json!([]), "{what}");
                let overlapping = reader.shadow_eval(
                    CHART,
                    ".title, .subtitle, .tabs, .download, .legend, canvas, .note, .source",
                    "const boxes = found.filter(e => e.checkVisibility() && e.getBoundingClientRect().width)
                         .map(e => [e.className || e.localName, e.getBoundingClientRect()]);
                     const pairs = boxes.flatMap(([a, x], i) => boxes.slice(i + 1).map(([b, y]) => [a, x, b, y]));
                     return pairs.filter(([, x, , y]) => Math.min(x.right, y.right) - Math.max(x.left, y.left) > 1 &&
                         Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 1).map(([a, , b]) => a + ' over ' + b);",
                );
                assert_eq!(overlapping, json!([]), "{what}");
            }
            reader.eval("document.querySelector('migration-chart').state = {}; return new Promise(requestAnimationFrame).then(() => null)");
            let controls =
                reader.shadow_eval(CHART, ".tabs, .download", "return found.map(e => e.checkVisibility())");
            assert_eq!(
                controls,
                json!([true, true]),
                "{attributes}, {width} px: table and downloads in reach"
            );
            if width <= 400 {
                let (.., height) = reader.box_of(Some(CHART), ".stage");
                // Keys are not cut as long as the drawing keeps so much.
                assert!(height >= 160.0, "{attributes}, {width} px: the drawing has only {height} px");
            }
        }
    }
    reader.assert_silent();
}

#[test]
fn colours_of_the_page_are_taken_and_the_theme_follows_its_background() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let surface = |page: &str, attributes: &str| -> Value {
        reader.go(&site.embed(&format!(
            "<style>{page}</style><migration-chart {QUARTER} {attributes} style=\"display:block;height:400px\">x</migration-chart>"
        )));
        reader.wait_for_load(CHART);
        reader.shadow_eval(
            CHART,
            ".mw",
            "return [getComputedStyle(found[0]).backgroundColor, found[0].matches('.dark')]",
        )
    };
    let light = surface("", "");
    assert_eq!(light[1], json!(false));
    let dark = surface("", "theme=dark");
    assert_eq!(dark[1], json!(true));
    assert_ne!(light[0], dark[0]);
    assert_eq!(surface("body { background: #101418 }", ""), dark, "a page that is dark by its own switch");
    assert_eq!(surface("body { background: #101418 }", "theme=light"), light);
    assert_eq!(surface("migration-chart { --mw-surface: #fedcba }", "")[0], json!("rgb(254, 220, 186)"));
    reader.assert_silent();
}
