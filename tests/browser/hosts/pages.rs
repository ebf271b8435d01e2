//! Pages without a framework: by hand, of content management systems, of templates that swap their content, of AMP.

use serde_json::{Value, json};

use super::{QUARTER, TWO_MONTHS};
use crate::harness::{PreparedResponse, Reader, TestSite};

/// Waits until the only chart of a page, or of a frame, is painted; gives the sum of what it shows.
fn sum(reader: &Reader) -> f64 {
    reader.wait_until(
        "a painted chart",
        "return document.querySelector('migration-chart')?.ready?.then(() => true, () => false)",
    );
    reader.csv_sum("migration-chart", "")
}

#[test]
fn a_page_by_hand_takes_both_forms() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.url("/hosts/static.html"));
    reader.wait_for_load("#element");
    assert_eq!(reader.csv_sum("#element", ""), QUARTER);
    reader.wait_for_load("#tag migration-chart");
    assert_eq!(reader.csv_sum("#tag migration-chart", ""), TWO_MONTHS);
    assert_eq!(reader.eval("return document.querySelectorAll('migration-chart').length"), json!(2));
    reader.assert_silent();
}

#[test]
fn a_drupal_field_shows_the_element_where_it_is_allowed_and_all_forms_where_all_are() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.url("/hosts/drupal-field.html"));
    reader.wait_for_load("#allowed migration-chart");
    assert_eq!(reader.csv_sum("#allowed migration-chart", ""), QUARTER);
    assert_eq!(reader.layout_shift(), 0.0, "the theme's rule reserves the box: {}", reader.layout_shifts());
    assert_eq!(reader.text("#filtered").trim(), "In early 2023, 87,390 people crossed.");
    reader.eval("document.querySelector('iframe').scrollIntoView({ behavior: 'instant' })");
    reader.wait_for_sum("#full migration-chart", TWO_MONTHS);
    reader.enter_frame("iframe");
    assert_eq!(sum(&reader), TWO_MONTHS);
    reader.leave_frame();
    reader.assert_silent();
}

#[test]
fn a_template_that_swaps_its_content_can_come_back_to_a_chart() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.url("/hosts/squarespace.html"));
    for _ in 0..2 {
        for (page, expected) in [("element", QUARTER), ("tag", TWO_MONTHS)] {
            reader.click(None, &format!("[data-page={page}]"));
            assert_eq!(sum(&reader), expected, "{page}");
            assert_eq!(
                reader.eval("return document.querySelectorAll('migration-chart').length"),
                json!(1),
                "{page}"
            );
        }
        reader.click(None, "[data-page=text]");
        assert_eq!(reader.text("#content"), "No chart here.");
    }
    // Left before it was there: what arrives late finds nobody, and says nothing.
    reader.eval("document.querySelector('[data-page=element]').click(); document.querySelector('[data-page=text]').click()");
    reader.click(None, "[data-page=tag]");
    assert_eq!(sum(&reader), TWO_MONTHS);
    assert_eq!(reader.events("error", "migration-chart"), Vec::<Value>::new());
    reader.assert_silent();
}

#[test]
fn a_frame_without_an_origin_shows_the_chart_as_amp_wants_it() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let page = include_str!("../../hosts/amp-like.html").replace("OTHER", &site.other_origin());
    reader.go(&site.page_with(PreparedResponse::html(page)));
    reader.enter_frame("iframe");
    assert_eq!(sum(&reader), QUARTER);
    assert_eq!(reader.eval("return self.origin"), json!("null"), "nothing but scripts is allowed");
    reader.leave_frame();
    assert_eq!(reader.eval("return document.querySelector('[placeholder]')"), Value::Null);
    // Its style reserves 520 pixels; a frame as wide as the page's 784 wants 784 * 10 / 16.
    reader.click(None, "[overflow]");
    assert_eq!(reader.text("[overflow]"), "Show the whole chart, 490 pixels");
    let (.., height) = reader.box_of(None, "amp-iframe");
    assert_eq!(height, 490.0);
    reader.assert_silent();
}
