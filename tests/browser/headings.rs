//! Headings of the explorer on pages of other people: they follow on the last one above.

use serde_json::json;

use crate::explorer::EXPLORER;
use crate::harness::{Reader, TestSite};

/// A page with this markup above an explorer with these attributes.
fn open(reader: &Reader, site: &TestSite, above: &str, attributes: &str) {
    reader.go(&site.embed(&format!(
        "<main>{above}<{EXPLORER} {attributes} loading=\"eager\" style=\"display:block;height:640px\">x</{EXPLORER}>\
         <h5>After it</h5></main>"
    )));
    reader.wait_for_load(EXPLORER);
}

/// The level and the text of each heading in the explorer, as a screen reader lists them.
fn headings(reader: &Reader) -> Vec<(u64, String)> {
    let found = reader.shadow_eval(
        EXPLORER,
        "h1, h2, h3, h4, h5, h6, [role=heading]",
        "return found.filter((one) => one.checkVisibility())
                     .map((one) => [Number(one.ariaLevel ?? one.localName[1]), one.textContent.trim()])",
    );
    let found = found.as_array().cloned().unwrap_or_default();
    found.iter().map(|one| (one[0].as_u64().unwrap_or(0), one[1].as_str().unwrap_or("").to_owned())).collect()
}

#[test]
fn headings_of_an_explorer_follow_on_those_of_its_page() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (above, title) in [
        ("", 2),
        ("<h1>Page</h1>", 2),
        ("<h1>Page</h1><h2>Part</h2>", 3),
        ("<h1>Page</h1><h2>Part</h2><h3>Less</h3><h4>Still less</h4>", 5),
        ("<h1>Page</h1><div role=\"heading\" aria-level=\"3\">Part</div>", 4),
        ("<h1>Page</h1><h6>The last</h6>", 6),
    ] {
        open(&reader, &site, above, "");
        let found = headings(&reader);
        let level = |part: &str| found.iter().find(|(_, text)| text.contains(part)).map(|(level, _)| *level);
        let below = (title + 1).min(6);
        assert_eq!(level("Los Angeles Declaration"), Some(title), "{above}: {found:?}");
        let pillars = found
            .iter()
            .filter(|(level, text)| *level == below && text == "Stability and assistance for communities")
            .count();
        assert!(pillars >= 1, "each pillar is one below the title: {above}: {found:?}");
        assert_eq!(level("Glossary"), Some(title), "{above}: {found:?}");
    }
}

#[test]
fn no_level_is_left_out_in_any_view_of_an_explorer() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for view in ["pillars", "countries", "commitments", "timeline", "map"] {
        open(&reader, &site, "<h1>Page</h1><h2>Part</h2>", &format!("view=\"{view}\""));
        // Everything that opens is opened, with what is only made then.
        reader.shadow_eval(EXPLORER, "details", "found.slice(0, 12).forEach((one) => (one.open = true))");
        reader.shadow_eval(EXPLORER, ".square[data-act]", "found[0]?.click()");
        reader.wait_for_rest();
        let found = headings(&reader);
        assert!(!found.is_empty(), "{view}");
        let mut before = 2;
        for (level, text) in &found {
            assert!((3..=before + 1).contains(level), "{view}: “{text}” is of level {level}: {found:?}");
            before = *level;
        }
    }
}

#[test]
fn a_chart_in_an_explorer_stands_below_the_heading_above_it() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&reader, &site, "<h1>Page</h1><h2>Part</h2><h3>Less</h3>", "view=\"map\"");
    let level = reader.wait_until(
        "the chart's title",
        "const { shadowRoot } = document.querySelector('pillar-explorer');
         const chart = shadowRoot.querySelector('migration-chart');
         return chart?.shadowRoot?.querySelector('.title[aria-level]')?.ariaLevel",
    );
    assert_eq!(level, json!("4"), "there is no heading above it in the explorer");
}
