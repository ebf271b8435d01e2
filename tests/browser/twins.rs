//! The static twins: read without scripts, checked by axe, and the same picture as the live chart's.

use serde_json::{Value, json};

use crate::harness::{CHART, Engine, Reader, TestSite, Window, engine, languages, skips_beyond_chromium};

/// The share of pixels of a twin that may differ from the live chart's picture by more than [`FAR`] in a channel.
///
/// Both are laid out by the same code; the twin in a table of widths instead of the browser's measure, which knows kerning,
/// and at four units a CSS pixel, so that some texts stand a pixel beside each other and lines fall between pixels.
/// The most, 0.048, has the slope: the labels on both its sides have names and figures, and its lines begin where they end.
const TOLERANCE: f64 = 0.05;
/// How much more may differ where notes are long, as in French: the table of widths keeps room for wider letters, so that a note
/// of five lines is broken at other words, and each letter of its lines stands elsewhere. The most is 0.057, of the table.
const OF_LONG_NOTES: f64 = 0.01;
/// The same in WebKitGTK, which draws letters with other edges, and so differs in every word.
const TOLERANCE_IN_WEBKIT: f64 = 0.06;
/// How far a channel of 0 to 255 may be off before a pixel counts as different.
const FAR: u32 = 48;

/// A view of every kind, with the height of its picture in CSS pixels.
const VIEWS: [(&str, u32); 15] = [
    ("darien-quarter", 560),
    ("guatemala-returns", 560),
    ("darien-crossings", 560),
    ("venezuelans-by-country", 560),
    ("kind-stacked-bar", 560),
    ("kind-grouped-bar", 560),
    ("kind-small-multiples", 560),
    ("kind-slope", 560),
    ("kind-scatter", 560),
    ("kind-pyramid", 560),
    ("kind-waffle", 560),
    ("kind-number-darien", 560),
    ("kind-map-circles", 700),
    ("kind-flow", 560),
    ("kind-table", 560),
];

/// Draws the twin of a view and the picture of its live chart at one pixel a CSS pixel; gives both sizes, and the shares of
/// pixels that differ and that are not background in the live one.
const COMPARE: &str = "const [id, lang, far] = arguments;
    const chart = document.querySelector('migration-chart');
    const pixels = (picture, width, height) => {
      const canvas = new OffscreenCanvas(width, height), context = canvas.getContext('2d');
      context.drawImage(picture, 0, 0, width, height);
      return context.getImageData(0, 0, width, height).data;
    };
    return (async () => {
      const live = await createImageBitmap(await chart.toPNG(1));
      const twin = new Image();
      twin.src = `/static/${id}.${lang}.svg`;
      await twin.decode();
      const size = [live.width, live.height];
      if (twin.naturalWidth !== live.width || twin.naturalHeight !== live.height)
        return { size, twin: [twin.naturalWidth, twin.naturalHeight] };
      const [one, two] = [pixels(live, ...size), pixels(twin, ...size)];
      let different = 0, inked = 0;
      for (let at = 0; at < one.length; at += 4) {
        let most = 0, ink = 0;
        for (let channel = 0; channel < 3; channel++) {
          most = Math.max(most, Math.abs(one[at + channel] - two[at + channel]));
          ink = Math.max(ink, 255 - one[at + channel]);
        }
        different += most > far;
        inked += ink > far;
      }
      return { size, twin: size, different: different * 4 / one.length, inked: inked * 4 / one.length };
    })();";

/// The attributes of a view as the site lists them, as HTML.
fn attributes_of(id: &str) -> String {
    let list: Value = serde_json::from_slice(&TestSite::built("static/index.json")).expect("JSON");
    let entry = list.as_array().expect("a list").iter().find(|entry| entry["id"] == *id).expect("the view");
    let attributes = entry["attributes"].as_object().expect("attributes").iter();
    let text = |(name, value): (&String, &Value)| {
        format!("{name}=\"{}\"", value.as_str().unwrap_or_default().replace('"', "&quot;"))
    };
    attributes.map(text).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_twin_is_the_picture_of_its_live_chart() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 760, height: 900, ..Window::default() });
    let tolerance = if engine() == Engine::WebKit { TOLERANCE_IN_WEBKIT } else { TOLERANCE };
    let mut faults = Vec::new();
    for (id, height) in VIEWS {
        for lang in languages() {
            let attributes = attributes_of(id);
            reader.go(&site.embed(&format!(
                "<migration-chart {attributes} theme=\"light\" lang=\"{lang}\" loading=\"eager\" \
                 style=\"display:block;width:700px;height:{height}px\">x</migration-chart>"
            )));
            reader.wait_for_load(CHART);
            let found = reader.eval_with(COMPARE, &[json!(id), json!(lang), json!(FAR)]);
            let share = |name: &str| found[name].as_f64().unwrap_or(1.0);
            let more = if ["en", "es"].contains(&lang.as_str()) { 0.0 } else { OF_LONG_NOTES };
            if found["size"] != found["twin"] || share("different") > tolerance + more {
                faults.push(format!("{id}.{lang}: {found}"));
            }
            // Pictures with next to nothing on them would agree as well.
            assert!(share("inked") > TOLERANCE, "{id}.{lang}: {found}");
            // And a twin with next to nothing on it would differ in all that is inked.
            assert!(share("different") < 0.8 * share("inked"), "{id}.{lang}: {found}");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_twin_is_read_without_scripts() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { width: 400, height: 800, ..Window::default() }) else {
        return;
    };
    // What the harness puts into pages of other engines is a script; the twin has none itself.
    let scripts = u32::from(engine() != Engine::Chromium);
    if scripts == 0 {
        reader.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    }
    reader.go(&site.url("/static/darien-quarter.es.html"));
    let seen = reader.eval(
        "const img = document.querySelector('img'), cells = [...document.querySelectorAll('td')];
         return [img.complete && img.naturalWidth, img.currentSrc.split('/').pop(), document.title,
                 document.querySelectorAll('tbody tr').length, cells.filter(cell => cell.checkVisibility()).length,
                 document.documentElement.scrollWidth, document.scripts.length];",
    );
    assert_eq!(
        seen,
        json!([
            360,
            "darien-quarter.es.narrow.svg",
            "Cruces irregulares del Darién | enero–marzo de 2023",
            3,
            15,
            400,
            scripts
        ])
    );
    let asked: Vec<String> = site.requests().iter().map(|asked| asked.path.clone()).collect();
    // Other browsers than a driven Chromium look for an icon.
    let icon = |path: &str| engine() != Engine::Chromium && path == "/favicon.ico";
    assert!(asked.iter().all(|path| path.starts_with("/static/") || icon(path)), "{asked:?}");
}

#[test]
fn axe_finds_nothing_on_twins() {
    if skips_beyond_chromium("the same markup and styles are looked at in Chromium") {
        return;
    }
    let site = TestSite::start();
    for (dark, width) in [(false, 800), (true, 340)] {
        let window = Window { dark, width, height: 800, ..Window::default() };
        let Some(reader) = Reader::try_at(window) else { return };
        for page in ["darien-milestones.en", "kind-table.es", "kind-map-circles.en", "pillars.es"] {
            reader.go(&site.url(&format!("/static/{page}.html")));
            reader.eval(
                "document.querySelectorAll('details').forEach((details, at) => { details.open = at < 40 })",
            );
            assert_eq!(reader.axe_violations(), Vec::<String>::new(), "{page} at {width}");
            let wide = reader.eval_number("return document.documentElement.scrollWidth");
            assert!(wide <= f64::from(width), "{page} at {width} is {wide} wide");
        }
    }
}
