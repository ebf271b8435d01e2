//! A reader reads: with mouse, finger and keyboard, as table and text, and takes it along as a file.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::harness::{CHART, Key, QUARTER, Reader, TestSite, Tooltip, Window};

const STACKED: &str = r#"dataset="darien-crossings" kind="stacked-area" from="2022-01" to="2023-12""#;

#[test]
fn hovering_shows_period_values_shares_and_change_and_leaving_hides_them() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, QUARTER);
    assert_eq!(reader.tooltip(CHART), None);
    let (left, top, width, height) = reader.box_of(Some(CHART), "canvas");
    // February is in the middle of three months, on the plot between axis and labels.
    let found = |month: &str| {
        (1..20).map(|step| left + width * f64::from(step) / 20.0).find_map(|x| {
            reader.point_at(x, top + height / 2.0);
            reader.tooltip(CHART).filter(|tip| tip.head == month)
        })
    };
    let tip: Tooltip = found("February 2023").expect("February is somewhere");
    assert_eq!(tip.columns[2..], ["Share", "from Jan 2023"], "{tip:?}");
    let row = |name: &str| tip.rows.iter().find(|row| row[0] == name).expect("a row of its own").clone();
    // 7,097 of 24,657, after 2,337 of 24,634.
    assert_eq!(row("Venezuela")[1..], ["7,097", "28.8%", "+204%"]);
    assert_eq!(row("Haiti")[1..], ["6,522", "26.5%", "−36%"]);
    assert_eq!(row("Total")[1], "24,657");
    assert!(row("Total")[3].starts_with("+0.1%"), "{tip:?}");
    assert_eq!(tip.sum(), 24_657.0);
    let january = found("January 2023").expect("January is somewhere");
    assert!(january.rows.iter().all(|row| row.iter().skip(3).all(String::is_empty)), "{january:?}");
    reader.point_at(left + width / 2.0, top - 60.0);
    assert_eq!(reader.tooltip(CHART), None);
    reader.assert_silent();
}

#[test]
fn tooltip_stays_inside_a_narrow_widget_wherever_the_pointer_is() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { width: 320, height: 600, ..Window::default() }) else {
        return;
    };
    reader.open_chart(&site, STACKED);
    let (left, top, width, height) = reader.box_of(Some(CHART), "canvas");
    let mut seen = 0;
    for across in [0.02, 0.2, 0.4, 0.6, 0.8, 0.98] {
        for down in [0.03, 0.5, 0.97] {
            reader.point_at(left + width * across, top + height * down);
            if reader.tooltip(CHART).is_none() {
                continue;
            }
            seen += 1;
            let (tip_left, tip_top, tip_width, tip_height) = reader.box_of(Some(CHART), ".tip");
            let (host_left, host_top, host_width, host_height) = reader.box_of(None, CHART);
            assert!(
                tip_left >= host_left && tip_left + tip_width <= host_left + host_width,
                "{across} {down}"
            );
            assert!(tip_top >= host_top && tip_top + tip_height <= host_top + host_height, "{across} {down}");
        }
    }
    assert!(seen >= 9, "a tooltip at {seen} places only");
    assert_eq!(reader.eval("return document.documentElement.scrollWidth"), json!(320));
}

#[test]
fn finger_reads_the_figures_and_they_stay() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { width: 360, height: 740, touch: true, ..Window::default() })
    else {
        return;
    };
    reader.open_chart(&site, STACKED);
    let (left, top, width, height) = reader.box_of(Some(CHART), "canvas");
    reader.tap_at(left + width * 0.3, top + height * 0.6);
    let first = reader.tooltip(CHART).expect("a tap shows the figures, also after the finger is gone");
    assert!(first.sum() > 0.0);
    reader.swipe(&[(left + width * 0.3, top + height * 0.6), (left + width * 0.7, top + height * 0.6)]);
    let second = reader.tooltip(CHART).expect("they follow the finger");
    assert_ne!(first.head, second.head);
    reader.assert_silent();
}

#[test]
fn keyboard_walks_along_the_axis_and_escape_puts_it_away() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, STACKED);
    reader.shadow_eval(CHART, "input[type=range]", "found[0].focus()");
    let head = || reader.tooltip(CHART).map(|tip| tip.head);
    assert_eq!(head().as_deref(), Some("December 2023"), "the latest figures first");
    for (key, month) in [
        (Key::Home, "January 2022"),
        (Key::Right, "February 2022"),
        (Key::Right, "March 2022"),
        (Key::Left, "February 2022"),
        (Key::PageUp, "April 2022"),
        (Key::End, "December 2023"),
        (Key::Right, "December 2023"),
    ] {
        reader.press(key);
        assert_eq!(head().as_deref(), Some(month), "{key:?}");
        assert!(reader.spoken(CHART).starts_with(month), "{}", reader.spoken(CHART));
    }
    reader.press(Key::Escape);
    assert_eq!(head(), None);
    assert_eq!(reader.focused(), "slider", "the focus stays");
    reader.press(Key::Left);
    assert_eq!(head().as_deref(), Some("November 2023"));
    reader.press(Key::Tab);
    assert_eq!(head(), None, "who goes on takes the tooltip along");
    reader.assert_silent();
}

#[test]
fn legend_switches_series_off_and_on_and_the_last_one_stays() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { width: 320, height: 800, ..Window::default() }) else {
        return;
    };
    reader.open_chart_of(&site, STACKED, 600);
    let pressed = || {
        let list = reader.shadow_eval(
            CHART,
            ".legend button",
            "return found.map(button => button.getAttribute('aria-pressed') === 'true')",
        );
        list.as_array().expect("a list").iter().map(|on| on == &json!(true)).collect::<Vec<bool>>()
    };
    let count = pressed().len();
    assert!(count >= 3 && pressed().iter().all(|on| *on), "{:?}", pressed());
    let whole = reader.csv_sum(CHART, "");
    assert_eq!(whole, 248_284.0 + 520_085.0);
    for index in 0..count {
        reader.shadow_eval(CHART, ".legend button", &format!("found[{index}].focus()"));
        reader.press(Key::Space);
        reader.eval("return new Promise(requestAnimationFrame)");
    }
    assert_eq!(pressed().iter().filter(|on| **on).count(), 1, "the last one stays: {:?}", pressed());
    assert!(reader.csv_sum(CHART, "") < whole);
    for index in 0..count - 1 {
        reader.shadow_eval(CHART, ".legend button", &format!("found[{index}].focus()"));
        reader.press(Key::Enter);
        reader.eval("return new Promise(requestAnimationFrame)");
    }
    assert_eq!(reader.csv_sum(CHART, ""), whole);
    assert_eq!(reader.focused(), reader.shadow_texts(CHART, ".legend button")[count - 2], "the focus stays");
    reader.assert_silent();
}

#[test]
fn tabs_lead_to_chart_table_and_text_by_keyboard() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, QUARTER);
    // The table behind the drawing is for screen readers; only its box is to be measured.
    let visible = |selector: &str| {
        reader.shadow_eval(
            CHART,
            selector,
            "return found[0].checkVisibility() && found[0].getBoundingClientRect().width > 50",
        ) == json!(true)
    };
    let table = ".panel:not(.words)";
    let mut order = Vec::new();
    // The controls are one stop, and arrows go through them.
    reader.press(Key::Tab);
    for _ in 0..6 {
        order.push(reader.focused());
        reader.press(Key::Right);
    }
    assert_eq!(order, ["Chart", "Table", "Text", "Map", "Download", "Options"], "{order:?}");
    assert_eq!(reader.focused(), "Chart", "and round again");
    reader.press(Key::Tab);
    assert_eq!(reader.focused(), "slider");
    assert!(visible("canvas") && !visible(table) && !visible(".words"));
    reader.shadow_eval(CHART, "[data-tab=chart]", "found[0].focus()");
    reader.press(Key::Right);
    reader.press(Key::Enter);
    reader.wait_until("the table", "return document.querySelector('migration-chart').state.tab === 'table'");
    reader.eval("return new Promise(requestAnimationFrame)");
    assert!(visible(table) && !visible("canvas") && !visible(".words"));
    assert_eq!(reader.shadow_attribute(CHART, "[data-tab=table]", "aria-pressed").as_deref(), Some("true"));
    assert_eq!(reader.focused(), "Table", "the focus stays");
    reader.press(Key::Right);
    reader.press(Key::Space);
    reader.eval("return new Promise(requestAnimationFrame)");
    assert!(visible(".words") && !visible("canvas") && !visible(table));
    assert!(reader.shadow_text(CHART, ".words").contains("38,099"));
    reader.press(Key::Left);
    reader.press(Key::Left);
    reader.press(Key::Enter);
    reader.eval("return new Promise(requestAnimationFrame)");
    assert!(visible("canvas"));
    reader.assert_silent();
}

#[test]
fn menu_opens_by_keyboard_closes_on_escape_and_gives_the_focus_back() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, QUARTER);
    let open = || reader.shadow_attribute(CHART, "details", "open").is_some();
    reader.press_enter_on(CHART, "summary");
    assert!(open());
    reader.press(Key::Tab);
    assert_eq!(reader.focused(), "Data (CSV)");
    reader.press(Key::Escape);
    assert!(!open());
    assert_eq!(reader.focused(), "Download");
    // Who tabs past the menu leaves it closed behind.
    reader.press(Key::Enter);
    for _ in 0..4 {
        reader.press(Key::Tab);
    }
    assert_eq!(reader.focused(), "slider", "the controls are one stop");
    assert!(!open());
    // A click anywhere else closes it too.
    reader.click(Some(CHART), "summary");
    assert!(open());
    let (left, top, width, height) = reader.box_of(Some(CHART), "canvas");
    reader.click_at(left + width * 0.3, top + height * 0.7);
    assert!(!open());
    reader.assert_silent();
}

#[test]
fn downloads_are_files_with_title_source_and_licence() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let folder = Folder::new("downloads");
    if !reader.saves_downloads_in(&folder.0) {
        return;
    }
    reader.open_chart(&site, r#"dataset="displacement-world" from="2015""#);
    for format in ["csv", "svg", "png"] {
        reader.click(Some(CHART), "summary");
        reader.click(Some(CHART), &format!("[data-download={format}]"));
        folder.wait_for(format);
    }
    let csv = String::from_utf8(std::fs::read(folder.wait_for("csv")).expect("a file")).expect("UTF-8");
    let text = csv.strip_prefix('\u{feff}').expect("a byte order mark, for spreadsheets");
    assert!(
        text.lines().next().is_some_and(|line| line.contains("Forcibly displaced people worldwide")),
        "{text}"
    );
    for part in ["UNHCR", "CC BY 4.0", "2025,refugees,28461306"] {
        assert!(text.contains(part), "“{part}” is not in {text}");
    }
    let svg = std::fs::read_to_string(folder.wait_for("svg")).expect("UTF-8");
    assert_eq!(svg, reader.eval_text("return document.querySelector('migration-chart').toSVG()"));
    let png = std::fs::read(folder.wait_for("png")).expect("a file");
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let name = folder.wait_for("png");
    let name = name.file_name().expect("a name").to_string_lossy();
    assert!(name.starts_with("forcibly-displaced-people-worldwide"), "{name}");
    reader.assert_silent();
}

#[test]
fn svg_is_whole_xml_with_title_description_source_and_licence() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for attributes in [r#"dataset="displacement-world""#, QUARTER, r#"dataset="population""#] {
        reader.open_chart(&site, attributes);
        let found: Value = reader.eval(
            "const chart = document.querySelector('migration-chart');
             const svg = new DOMParser().parseFromString(chart.toSVG(), 'image/svg+xml');
             const root = svg.documentElement, text = (name) => root.querySelector(':scope > ' + name)?.textContent ?? '';
             const words = [...svg.querySelectorAll('text')].map((text) => text.textContent).join(' ');
             const words_of_page = chart.shadowRoot.querySelector('.source > span').textContent;
             const known = words_of_page.split(/\\s+/).filter((word) => words.includes(word)).length;
             return { error: svg.querySelector('parsererror')?.textContent ?? '', root: root.localName,
                      namespace: root.namespaceURI, title: text('title'), description: text('desc'), words,
                      lang: root.getAttribute('lang') ?? root.getAttribute('xml:lang'), summary: chart.summary,
                      page_title: chart.shadowRoot.querySelector('.title').textContent,
                      source: known / words_of_page.split(/\\s+/).length }",
        );
        assert_eq!(found["error"], "", "{attributes}");
        assert_eq!([&found["root"], &found["namespace"]], ["svg", "http://www.w3.org/2000/svg"]);
        assert_eq!(found["title"], found["page_title"], "{attributes}");
        assert_eq!(found["description"], found["summary"], "{attributes}");
        assert_eq!(
            found["source"].as_f64(),
            Some(1.0),
            "the whole source line stands in the picture: {found}"
        );
        assert_eq!(found["lang"], "en", "{attributes}");
    }
    reader.assert_silent();
}

#[test]
fn png_has_as_many_pixels_as_asked_for() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, QUARTER);
    let (.., width, height) = reader.box_of(None, CHART);
    for scale in [1.0, 2.0, 3.0] {
        let found = reader.eval_with(
            "return document.querySelector('migration-chart').toPNG(arguments[0]).then((blob) =>
               createImageBitmap(blob).then((picture) => [blob.type, picture.width, picture.height]))",
            &[json!(scale)],
        );
        assert_eq!(found[0], "image/png");
        assert_eq!(found[1].as_f64(), Some(width * scale), "ratio {scale}");
        assert!(found[2].as_f64() >= Some(height * scale), "{found}");
    }
    let standard = reader.eval(
        "return document.querySelector('migration-chart').toPNG().then(createImageBitmap).then((picture) => picture.width)",
    );
    assert_eq!(standard.as_f64(), Some(width * 2.0));
    reader.assert_silent();
}

/// A folder for the files of one test, removed with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("target/screenshots/{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for files");
        Self(folder)
    }

    /// The first file of an extension, as soon as it is whole.
    #[track_caller]
    fn wait_for(&self, extension: &str) -> PathBuf {
        let started = Instant::now();
        loop {
            let files = std::fs::read_dir(&self.0).into_iter().flatten().flatten().map(|entry| entry.path());
            let is_it = |file: &PathBuf| file.extension().is_some_and(|other| other == extension);
            if let Some(found) =
                files.filter(is_it).find(|file| file.metadata().is_ok_and(|file| file.len() > 0))
            {
                return found;
            }
            assert!(started.elapsed() < Duration::from_secs(20), "no .{extension} was saved");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn how_to_read_and_use_a_chart_is_said_in_its_text() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (view, language, wanted) in [
        (r#"dataset="displacement-americas" kind="flow""#, "en", "each band leads from an origin"),
        (r#"dataset="displacement-americas" kind="flow""#, "es", "cada banda va de un origen"),
        (r#"dataset="darien-crossings" kind="stacked-area""#, "fr", "les couches s’empilent"),
        (r#"dataset="darien-crossings" kind="line""#, "ht", "plis yon liy wo"),
        (r#"dataset="venezuelans-abroad" kind="map""#, "pt", "quanto maior o círculo"),
    ] {
        reader.open_chart(&site, &format!("{view} lang=\"{language}\""));
        reader.click(Some(CHART), "[data-tab=words]");
        reader.wait_until(
            "the text",
            "return document.querySelector('migration-chart').shadowRoot.querySelector('.words .how')?.checkVisibility()",
        );
        let told = reader.shadow_texts(CHART, ".words .how");
        assert!(told[0].contains(wanted), "{told:?}");
        // What pointing does, and over time what a drag does.
        let is_over_time = view.contains("darien");
        assert_eq!(told.len(), if is_over_time { 3 } else { 2 }, "{told:?}");
    }
}
