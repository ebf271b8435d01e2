//! "About this figure": where the figures come from, how to cite them, and how to check them.

use serde_json::json;
use sha2::{Digest, Sha256};

use crate::harness::{CHART, Reader, TestSite};

fn hexadecimal(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn about_this_figure_gives_query_citation_and_checksum() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(
        &site,
        r#"dataset="darien-crossings" filter="nationality=VEN,HTI" from="2023-01" to="2023-03""#,
    );
    reader.press_enter_on(CHART, ".options summary");
    reader.wait_until(
        "the menu",
        "return !!document.querySelector('migration-chart').shadowRoot.querySelector('.options [data-choice=about]')",
    );
    reader.press_enter_on(CHART, ".options [data-choice=about]");
    reader.wait_until(
        "the section",
        "const at = document.querySelector('migration-chart').shadowRoot.activeElement;
         return at?.localName !== 'button' && at?.textContent === 'About this figure'",
    );
    let told = reader.shadow_text(CHART, ".about");
    for part in [
        "Servicio Nacional de Migración, Panamá",
        "13 May 2025",
        "gdidata (cleaned copy)",
        "Crossings: sum by Month and Nationality; only Nationality: Venezuela, Haiti; January–March 2023",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let csv = reader.eval_text("return document.querySelector('migration-chart').toCSV()");
    let sum = hexadecimal(&csv);
    assert_eq!(reader.shadow_text(CHART, ".sum"), sum);
    let citation = reader.shadow_text(CHART, ".citation");
    assert!(citation.contains(&sum) && citation.contains(&site.origin()), "{citation}");
    let svg = reader.eval_text("return document.querySelector('migration-chart').toSVG()");
    assert!(
        svg.contains(&format!("SHA-256 of the values: {sum}")),
        "the exported picture carries the checksum"
    );
    reader.assert_silent();
}

#[test]
fn citation_is_copied_by_keyboard_or_the_reader_is_told_to() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="darien-crossings" lang="es""#);
    reader.eval("document.querySelector('migration-chart').state = { tab: 'words' }");
    reader.wait_until(
        "the button",
        "return !!document.querySelector('migration-chart').shadowRoot.querySelector('[data-choice=cite]')",
    );
    reader.press_enter_on(CHART, "[data-choice=cite]");
    reader.wait_until(
        "an answer",
        "return /[Cc]ita/.test(document.querySelector('migration-chart').shadowRoot.querySelector('.cited').textContent)",
    );
}

#[test]
fn page_without_the_control_has_no_button() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="darien-crossings" controls="view,download""#);
    assert_eq!(reader.shadow_eval(CHART, ".source button", "return found.length"), json!(0));
}
