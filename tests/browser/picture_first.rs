//! The picture first: a snippet's own picture and table are seen with the page itself, and the drawing takes their place
//! without a jump and without a blank.

use serde_json::json;

use crate::harness::{CHART, Reader, TestSite, Window};

/// The box of a snippet, which clips what stands in it.
const BOX: &str = "display:block;aspect-ratio:16/10;min-height:30rem;max-width:100%;overflow:hidden";

/// What a snippet holds: a picture, and its figures as a table that is longer than the box.
fn content() -> String {
    let row = |year: i32| format!("<tr><td>{year}</td><td>{}</td></tr>", year * 10);
    let rows: String = (1960..2024).map(row).collect();
    format!(
        "<figure style=\"margin:0\"><svg viewBox=\"0 0 700 480\" role=img aria-label=\"A picture\" style=\"display:block;width:100%\">\
         <rect width=700 height=480 fill=\"#cde\"></rect></svg></figure><details open><summary>The figures as a table</summary>\
         <table><caption>Arrivals</caption><thead><tr><th>Year</th><th>People</th></tr></thead><tbody>{rows}</tbody></table></details>"
    )
}

fn page(content: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta name=viewport content=\"width=device-width\"><title>Picture first</title>\
         <script>{WATCH}</script><script async src=/embed.js></script><p>Before it</p>\
         <migration-chart style=\"{BOX}\">{content}</migration-chart><p id=below>After it</p>"
    )
}

/// Notes at each frame where what follows the chart stands, and whether the chart's box is blank.
const WATCH: &str = "window.seen = { places: new Set(), blank: 0, light: 0, drawn: 0 };
  const look = () => {
    const chart = document.querySelector('migration-chart');
    const below = document.querySelector('#below');
    if (chart && below) {
      window.seen.places.add(Math.round(below.getBoundingClientRect().top));
      const root = chart.shadowRoot;
      const slot = root?.querySelector('slot');
      const canvas = root?.querySelector('canvas');
      // Pixels are read until there are some: each reading slows the drawing down.
      const inked = () => {
        if (!canvas?.width) return false;
        if (window.seen.drawn > 0) return true;
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.some((byte) => byte > 0);
      };
      if (!slot || !slot.hidden) window.seen.light++;
      else if (inked()) window.seen.drawn++;
      else window.seen.blank++;
    }
    if (!(window.seen.drawn > 5)) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);";

#[test]
fn the_drawing_takes_the_place_of_picture_and_table_without_a_jump_or_a_blank() {
    let site = TestSite::start();
    for width in [360, 800, 1200] {
        let Some(reader) = Reader::try_at(Window { width, height: 900, ..Window::default() }) else { return };
        site.set_network(150_000, 60);
        reader.go(&site.page(&page(&content())));
        reader.wait_for_load(CHART);
        reader.wait_until("some frames of the drawing", "return window.seen.drawn > 5");
        site.set_network(400_000_000, 0);
        let seen = reader.eval("return { ...window.seen, places: [...window.seen.places] }");
        assert_eq!(seen["blank"], json!(0), "{width}: {seen}");
        assert!(seen["light"].as_u64() > Some(5), "{width}: the picture was seen before: {seen}");
        assert_eq!(seen["places"].as_array().map(Vec::len), Some(1), "{width}: {seen}");
        assert_eq!(reader.layout_shift(), 0.0, "{width}: {}", reader.layout_shifts());
        // The sum of the years 1960 to 2023, ten times.
        assert_eq!(reader.csv_sum(CHART, ""), 10.0 * 127_456.0);
        reader.assert_silent();
    }
}

#[test]
fn without_scripts_the_picture_stands_in_the_same_box() {
    let site = TestSite::start();
    let reader = Reader::new();
    let top = |reader: &Reader| {
        reader.eval_number("return document.querySelector('#below').getBoundingClientRect().top")
    };
    reader.go(&site.page(&page(&content()).replace("<script async src=/embed.js></script>", "")));
    let without = top(&reader);
    reader.go(&site.page(&page(&content())));
    reader.wait_for_load(CHART);
    assert_eq!(top(&reader), without);
}

#[test]
fn a_chart_that_fails_shows_picture_and_table_again() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let content = content().replace("<td>", "<td hidden>");
    let top = |reader: &Reader| {
        reader.eval_number("return document.querySelector('#below').getBoundingClientRect().top")
    };
    reader.go(&site.page(&page(&content).replace("<script async src=/embed.js></script>", "")));
    let without = top(&reader);
    reader.go(&site.page(&page(&content)));
    let fault = reader.wait_for_event("error", CHART);
    assert_eq!(fault["code"], "header-only");
    let seen = reader.eval(
        "const { width, height } = document.querySelector('svg').getBoundingClientRect(); return width > 100 && height > 100",
    );
    assert_eq!(seen, json!(true));
    let message = reader.shadow_text(CHART, ".message");
    assert!(!message.is_empty());
    // The reason takes its room within the box.
    assert_eq!(top(&reader), without);
}
