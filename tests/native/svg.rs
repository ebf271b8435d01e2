//! The drawing as SVG: foreign text stays text, and sizes are those of the page.

use migration_widget::chart::svg;
use migration_widget::query::{Axis, Kind};

use crate::charts::*;

#[test]
fn an_svg_keeps_foreign_text_text() {
    let mut scene = Scene::new(Kind::Bar, darien_2023(1));
    scene.grid.axis = Axis::Entities(vec!["</text><script>alert('\u{1}&\")</script>".into()]);
    let drawn = svg(&scene.frame(), "a < b & \"c\"", "d\u{0} > 'e'", "e\"n");
    assert!(!drawn.contains("<script"), "{drawn}");
    assert!(drawn.contains("&lt;/text&gt;&lt;script&gt;alert(&#39;&amp;&quot;)&lt;/script&gt;"), "{drawn}");
    assert!(drawn.contains("<title>a &lt; b &amp; &quot;c&quot;</title>\n<desc>d &gt; &#39;e&#39;</desc>"));
    assert!(drawn.contains("role=\"img\" lang=\"e&quot;n\""));
}

#[test]
fn an_svg_has_css_size_and_device_pixel_coordinates() {
    let drawn = svg(&Scene::new(Kind::Line, darien()).size(301.0, 200.0).ratio(1.5).frame(), "", "", "es");
    // 301 × 1.5 = 451.5, rounded to 452 device pixels, which are 301.33 CSS pixels.
    assert!(drawn.contains("width=\"301.33\" height=\"200\" viewBox=\"0 0 452 300\""), "{drawn}");
}
