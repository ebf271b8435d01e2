//! What a reader expects and does not have yet: each test fails today, and says with its reason what is to be built.

use crate::harness::{Reader, TestSite};

/// The texts that a reader can see in a chart.
fn seen(reader: &Reader) -> String {
    let text = reader.eval(
        "const { shadowRoot } = document.querySelector('migration-chart');
         return [...shadowRoot.querySelectorAll('*')].filter((e) => !e.children.length && e.checkVisibility())
           .map((e) => e.textContent).join('\\n')",
    );
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
#[ignore = "there is no “About this figure” yet: source, query in words, licence, citation, and the SHA-256 of the values"]
fn about_this_figure_gives_query_citation_and_checksum() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="darien-crossings""#);
    assert!(seen(&reader).contains("About this figure"));
    let svg = reader.eval("return document.querySelector('migration-chart').toSVG()");
    assert!(
        svg.as_str().is_some_and(|svg| svg.contains("SHA-256")),
        "the exported picture carries the checksum"
    );
}

#[test]
#[ignore = "the attribute `annotations` draws nothing yet: milestones and policy events with their sources"]
fn milestones_stand_on_the_time_axis_with_their_source() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="darien-crossings" annotations="milestones""#);
    assert!(seen(&reader).contains("Los Angeles Declaration"));
}

#[test]
#[ignore = "the period slider has steps but no “Play” yet"]
fn play_steps_through_the_periods_and_stops_at_the_last() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="venezuelans-abroad" kind="map" filter="coa_region=Americas""#);
    assert!(seen(&reader).contains("Play"));
}

#[test]
#[ignore = "time is narrowed in the menu; a drag over the drawing does nothing yet"]
fn drag_over_the_drawing_narrows_the_time() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.open_chart(&site, r#"dataset="darien-crossings""#);
    reader.eval(
        "const { shadowRoot } = document.querySelector('migration-chart');
         const plot = shadowRoot.querySelector('.plot');
         const { left, top, width, height } = plot.getBoundingClientRect();
         for (const [type, share] of [['pointerdown', 0.4], ['pointermove', 0.5], ['pointerup', 0.6]]) {
           plot.dispatchEvent(new PointerEvent(type, {
             bubbles: true, clientX: left + width * share, clientY: top + height / 2, pointerType: 'mouse', buttons: 1,
           }));
         }",
    );
    reader.wait_until("a narrower span", "return !!document.querySelector('migration-chart').state.from");
}
