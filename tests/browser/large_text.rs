//! Readers who set larger text, wider spacing, or zoom in: all words grow, and none is lost.

use serde_json::{Value, json};

use crate::harness::{CHART, Engine, Reader, TestSite, Window, engine};

const EXPLORER: &str = "pillar-explorer";

/// Notes the size of each text that is drawn, with the text.
const NOTE_DRAWN: &str = "window.__drawn = [];
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      window.__drawn.push([parseFloat(this.font.match(/([\\d.]+)px/)[1]), text]);
      return write.call(this, text, ...rest);
    };";

/// What of the widgets of the page is lost: texts that are cut and lie in nothing that scrolls, parts that lie on each
/// other, targets of less than 24 pixels. A text that is shortened on purpose has \"More\" beside it.
const LOST: &str = r#"
const lost = [];
// On a phone the explorer shows its beginning, and a button that opens the rest.
for (const host of document.querySelectorAll('pillar-explorer')) {
  const fold = host.shadowRoot.querySelector('.fold');
  if (fold?.checkVisibility() && fold.getAttribute('aria-expanded') === 'false') fold.click();
}
const name = (node) => `${node.localName}.${node.className} “${node.textContent.trim().slice(0, 30)}”`;
const parentOf = (node) => node.parentElement ?? node.getRootNode().host;
const isSeen = (node) => node.checkVisibility({ visibilityProperty: true });
const isHeard = (node) => { for (; node && node.localName !== 'body'; node = parentOf(node)) if (getComputedStyle(node).clipPath.startsWith('inset')) return true; return false; };
for (const host of document.querySelectorAll('migration-chart, pillar-explorer')) {
  const root = host.shadowRoot;
  const hasMore = Boolean(root.querySelector('[data-whole]'));
  for (const node of root.querySelectorAll('*')) {
    const own = [...node.childNodes].filter((child) => child.nodeType === 3 && child.data.trim());
    if (!own.length || !isSeen(node) || isHeard(node) || node.closest('style, option, .tip, slot')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const [box] = [range.getBoundingClientRect()];
    if (box.height < 1) { lost.push(`gone: ${name(node)}`); continue; }
    for (let around = node; around && around !== document.body; around = parentOf(around)) {
      const style = getComputedStyle(around);
      const clip = around.getBoundingClientRect();
      const across = /hidden|clip/.test(style.overflowX), down = /hidden|clip/.test(style.overflowY);
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) break;
      if (style.webkitLineClamp !== 'none' && hasMore) break;
      if (across && (box.right > clip.right + 1.5 || box.left < clip.left - 1.5)) lost.push(`cut across: ${name(node)} by ${name(around).slice(0, 40)}`);
      if (down && (box.bottom > clip.bottom + 2 || box.top < clip.top - 2)) lost.push(`cut down: ${name(node)} ${Math.round(box.top)}–${Math.round(box.bottom)} by ${name(around).slice(0, 40)} ${Math.round(clip.top)}–${Math.round(clip.bottom)}`);
    }
  }
  const parts = ['.title', '.subtitle', '.bar', '.legend', '.stage', '.time', '.note', '.legal', '.source'];
  const boxes = parts.map((part) => root.querySelector(part)).filter((part) => part && isSeen(part) && part.clientHeight)
    .map((part) => [part.className, part.getBoundingClientRect()]);
  for (const [one, a] of boxes) for (const [other, b] of boxes) {
    if (one < other && a.top < b.bottom - 1 && b.top < a.bottom - 1) lost.push(`${one} on ${other}`);
  }
  for (const target of root.querySelectorAll('button, summary, select, input:not(.keys), [role=option]')) {
    // Who presses the words of a tick presses it.
    const whole = target.type === 'checkbox' ? target.closest('label') : target;
    const { width, height } = whole.getBoundingClientRect();
    const isInSentence = getComputedStyle(target).display === 'inline';
    if (isSeen(target) && !isHeard(target) && !isInSentence && (width < 23.5 || height < 23.5)) lost.push(`small: ${name(target)} ${width} × ${height}`);
  }
}
if (document.scrollingElement.scrollWidth > innerWidth + 1) lost.push(`the page scrolls across: ${document.scrollingElement.scrollWidth}`);
return lost;"#;

/// Charts of all ways of drawing, with a note, a key, a slider or a map.
const VIEWS: [&str; 9] = [
    r#"dataset="darien-crossings" kind="stacked-area" top="5" annotations="milestones""#,
    r#"dataset="darien-crossings" kind="line" top="4""#,
    r#"dataset="venezuelans-abroad" kind="bar" x="coa_iso" series="none" from="2024" to="2024" top="8""#,
    r#"dataset="displacement-americas" kind="map""#,
    r#"dataset="displacement-americas" kind="flow""#,
    r#"dataset="us-southwest-encounters" kind="small-multiples" top="4""#,
    r#"dataset="displacement-world" kind="stacked-bar""#,
    r#"dataset="darien-crossings" kind="table" from="2023-01""#,
    r#"dataset="venezuelans-abroad" kind="number" filter="coa_iso=COL" to="2023""#,
];

/// Notes what of a page is lost, and where it was seen.
fn note_lost(reader: &Reader, at: &str, all: &mut Vec<String>) {
    let lost = reader.eval(LOST);
    let told = |one: &Value| format!("{at}: {}", one.as_str().unwrap_or_default());
    all.extend(lost.as_array().into_iter().flatten().map(told));
}

/// A page of one chart, or of the explorer.
fn open(reader: &Reader, site: &TestSite, tag: &str, language: &str, view: &str, height: u32) {
    let page = TestSite::embedding(&format!(
        "<main><h1>Page</h1><{tag} {view} loading=\"eager\" style=\"display:block;height:{height}px\"></{tag}></main>"
    ));
    reader.go(&site.page(&page.replace("lang=\"en\"", &format!("lang=\"{language}\""))));
    reader.wait_for_load(tag);
    reader.wait_for_rest();
}

/// The sizes of text by what has it.
fn sizes(reader: &Reader, host: &str, selectors: &[&str]) -> Vec<f64> {
    let size = |selector: &&str| {
        let found =
            reader.shadow_eval(host, selector, "return parseFloat(getComputedStyle(found[0]).fontSize)");
        found.as_f64().unwrap_or_else(|| panic!("nothing in {host} matches {selector}"))
    };
    selectors.iter().map(size).collect()
}

#[test]
fn all_words_are_twice_as_large_for_readers_of_text_twice_as_large() {
    let (site, is_noted) = (TestSite::start(), engine() == Engine::Chromium);
    let usual = Reader::at(Window { width: 900, height: 900, ..Window::default() });
    let Some(large) = Reader::try_at(Window { width: 900, height: 900, text_size: 32, ..Window::default() })
    else {
        return;
    };
    let of_chart = [
        ".title",
        ".subtitle",
        ".tabs button",
        ".options > summary",
        ".legend button",
        ".note",
        ".source",
        ".panel th",
        ".panel td",
    ];
    let of_explorer =
        ["header h3", ".tabs button", ".found", ".filters label", ".filters select", ".square", "p"];
    for (tag, view, selectors) in [
        // As narrow to those as to these.
        (
            CHART,
            r#"dataset="darien-crossings" kind="stacked-area" top="5" class="half""#,
            of_chart.as_slice(),
        ),
        (EXPLORER, "", of_explorer.as_slice()),
    ] {
        let mut found = Vec::new();
        let mut drawn = Vec::new();
        for (reader, width) in [(&usual, 430), (&large, 860)] {
            // No other engine's driver runs a script before the page's own.
            if is_noted {
                reader.script_at_start(NOTE_DRAWN);
            }
            open(reader, &site, tag, "en", view, 600);
            reader.eval(&format!("document.querySelector('{tag}').style.width = '{width}px'"));
            reader.wait_for_rest();
            found.push(sizes(reader, tag, selectors));
            drawn.push(reader.eval("return window.__drawn?.length ? Math.min(...window.__drawn.slice(-8).map(([size]) => size)) : 0"));
        }
        for (index, selector) in selectors.iter().enumerate() {
            assert_eq!(found[1][index], 2.0 * found[0][index], "{selector} of {tag}");
        }
        if tag == CHART && is_noted {
            let size = |value: &Value| value.as_f64().unwrap_or_default();
            assert!(size(&drawn[0]) >= 11.0 && size(&drawn[1]) >= 2.0 * size(&drawn[0]) - 1.0, "{drawn:?}");
        }
    }
    // A page that counts in tenths of the reader's text is no reason to write smaller.
    open(&usual, &site, CHART, "en", VIEWS[0], 600);
    let before = sizes(&usual, CHART, &of_chart[..4]);
    usual.eval("document.documentElement.style.fontSize = '62.5%'");
    usual.wait_for_rest();
    assert_eq!(sizes(&usual, CHART, &of_chart[..4]), before);
}

#[test]
fn no_box_is_lower_for_readers_of_larger_text() {
    let site = TestSite::start();
    let boxes = [
        "",
        "display:block;aspect-ratio:16/10;min-height:30rem;max-width:100%",
        "display:block;aspect-ratio:1;min-height:36rem;max-width:100%",
        "display:block;min-height:1200px",
        "display:block;height:480px",
        "display:block;height:20rem;min-height:50%",
    ];
    let chart = |style: &&str| {
        format!(
            "<div class=plain style=\"{style}\"></div><{CHART} dataset=darien-crossings loading=eager style=\"{style}\"></{CHART}>"
        )
    };
    let page = TestSite::embedding(&boxes.iter().map(chart).collect::<String>());
    let heights = |reader: &Reader, of: &str| -> Vec<f64> {
        let all = reader
            .eval(&format!("return [...document.querySelectorAll('{of}')].map((one) => one.offsetHeight)"));
        all.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
    };
    for width in [320, 700] {
        let mut usual: Vec<f64> = Vec::new();
        for text_size in [16, 20, 24, 32] {
            let Some(reader) = Reader::try_at(Window { width, height: 900, text_size, ..Window::default() })
            else {
                return;
            };
            reader.go(&site.page(&page));
            reader.wait_until_drawn();
            let (plain, found) = (heights(&reader, ".plain"), heights(&reader, CHART));
            usual = if usual.is_empty() { found.clone() } else { usual };
            let larger = f64::from(text_size) / 16.0;
            for (index, style) in boxes.iter().enumerate() {
                let least = plain[index].max((usual[index] * larger).min(26.0 * f64::from(text_size)));
                assert!(
                    found[index] >= least - 1.0,
                    "{style:?} at {width} with {text_size}: {} of {least}",
                    found[index]
                );
            }
            let drawn = "return [...document.querySelectorAll('migration-chart')].every((one) => one.shadowRoot.querySelector('canvas').clientHeight > 100)";
            assert_eq!(reader.eval(drawn), json!(true), "each has its picture at {width} with {text_size}");
        }
    }
}

#[test]
fn nothing_is_cut_with_text_twice_as_large() {
    let (site, mut all) = (TestSite::start(), Vec::new());
    for (width, language) in [(360, "es"), (740, "fr"), (1040, "en")] {
        let Some(reader) = Reader::try_at(Window { width, height: 900, text_size: 32, ..Window::default() })
        else {
            return;
        };
        for (index, view) in VIEWS.iter().enumerate() {
            open(&reader, &site, CHART, language, view, 440);
            reader.screenshot(&format!("large-{width}-{index}"));
            note_lost(&reader, &format!("{view} at {width} in {language}"), &mut all);
            let has_controls = reader.shadow_eval(CHART, ".bar", "return found[0].checkVisibility()");
            assert_eq!(has_controls, json!(true), "{view} at {width}: the controls are there");
        }
        for view in ["pillars", "countries", "commitments", "timeline", "map"] {
            open(&reader, &site, EXPLORER, language, &format!("view=\"{view}\""), 700);
            reader.screenshot(&format!("large-{width}-{view}"));
            note_lost(&reader, &format!("{view} at {width} in {language}"), &mut all);
        }
    }
    assert!(all.is_empty(), "{} losses:\n{}", all.len(), all.join("\n"));
}

#[test]
fn nothing_is_lost_in_a_page_zoomed_to_four_times() {
    let (site, mut all) = (TestSite::start(), Vec::new());
    // 1280 by 1024 pixels at 400 %.
    let Some(reader) = Reader::try_at(Window { width: 320, height: 256, ..Window::default() }) else {
        return;
    };
    for language in crate::harness::languages() {
        for view in VIEWS {
            open(&reader, &site, CHART, &language, view, 440);
            note_lost(&reader, &format!("{view} in {language}"), &mut all);
        }
        for view in ["pillars", "countries", "commitments", "timeline", "map"] {
            open(&reader, &site, EXPLORER, &language, &format!("view=\"{view}\""), 600);
            note_lost(&reader, &format!("{view} in {language}"), &mut all);
        }
    }
    assert!(all.is_empty(), "{} losses:\n{}", all.len(), all.join("\n"));
}

#[test]
fn wider_spacing_of_text_takes_nothing_away() {
    let (site, mut all) = (TestSite::start(), Vec::new());
    // Those of WCAG 1.4.12, as a reader's own style sheet has them.
    let spacing = "const style = new CSSStyleSheet();
        style.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
        for (const host of document.querySelectorAll('migration-chart, pillar-explorer')) host.shadowRoot.adoptedStyleSheets.push(style);";
    for width in [360, 740] {
        let Some(reader) = Reader::try_at(Window { width, height: 900, ..Window::default() }) else { return };
        for language in ["en", "es"] {
            for (index, view) in VIEWS.iter().enumerate() {
                open(&reader, &site, CHART, language, view, 480);
                reader.eval(spacing);
                reader.wait_for_rest();
                reader.wait_for_rest();
                reader.screenshot(&format!("spaced-{width}-{index}"));
                note_lost(&reader, &format!("{view} at {width} in {language}"), &mut all);
                let high = |part: &str| reader.box_of(Some(CHART), part).3;
                assert!(high(".subtitle") >= 20.0, "{view} at {width}: {}", high(".subtitle"));
                let is_offered = reader.shadow_count(CHART, "[data-whole]") > 0;
                let stands = |part: &str| reader.shadow_text(CHART, part).is_empty() || high(part) > 10.0;
                assert!(is_offered || (stands(".note") && stands(".source")), "{view} at {width}");
            }
            for view in ["pillars", "countries", "commitments", "timeline"] {
                open(&reader, &site, EXPLORER, language, &format!("view=\"{view}\""), 700);
                reader.eval(spacing);
                reader.wait_for_rest();
                note_lost(&reader, &format!("{view} at {width} in {language}"), &mut all);
            }
        }
    }
    assert!(all.is_empty(), "{} losses:\n{}", all.len(), all.join("\n"));
}
