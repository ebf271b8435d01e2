//! While a chart loads, nothing of its page moves, and what the page says itself stands until the first frame.

use serde_json::json;

use crate::harness::{CHART, PreparedResponse, QUARTER, Reader, TestSite};

#[test]
fn nothing_moves_while_a_chart_loads_above_other_content() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.set_network(60_000, 100);
    let chart = |style: &str| {
        format!("<migration-chart {QUARTER} {style}>the figures of early 2023</migration-chart>")
    };
    for style in [
        "style=\"display:block;aspect-ratio:16/10;min-height:26rem\"",
        "style=\"display:block;height:300px\"",
    ] {
        reader
            .go(&site
                .embed(&format!("<h1>Above</h1>{}<p>Below, with <b>text</b> to move.</p>", chart(style))));
        reader.wait_for_load(CHART);
        assert_eq!(reader.layout_shift(), 0.0, "{style}: {}", reader.layout_shifts());
    }
    // A page that reserves no box, with its script where the parser meets it before the element.
    let page =
        TestSite::embedding(&format!("<h1>Above</h1>{}<p>Below.</p>", chart(""))).replace("async ", "");
    reader.go(&site.page(&page));
    reader.wait_for_load(CHART);
    assert_eq!(reader.layout_shift(), 0.0, "no style: {}", reader.layout_shifts());
    let (.., height) = reader.box_of(None, CHART);
    assert!(height >= 26.0 * 16.0, "a box of its own: {height}");
}

#[test]
fn content_with_margins_stays_where_it_is_when_the_script_comes_late() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let script = PreparedResponse::new("text/javascript", TestSite::built("embed.js"));
    let content = "<p>Five, then seven.</p><p>More of it.</p>";
    for around in
        ["<h1>Above</h1>@<p>Below.</p>", "<div>Above</div>@<div>Below.</div>", "@", "<main>@</main>"]
    {
        for (style, content) in [
            ("display:block;aspect-ratio:16/10;min-height:26rem", content.to_owned()),
            ("display:block;height:300px;padding-top:1px", content.to_owned()),
            ("display:block;height:300px;overflow:hidden", content.to_owned()),
            ("display:flow-root;height:300px", content.to_owned()),
            ("display:block;height:300px", format!("Words before. {content}")),
            ("display:block;height:300px;margin:30px 0", content.to_owned()),
            ("display:block;height:300px;margin:4px 0", content.to_owned()),
            ("display:block;height:300px", format!("<figure>{content}</figure>")),
        ] {
            let chart = format!("<migration-chart {QUARTER} style=\"{style}\">{content}</migration-chart>");
            // The page is painted before the script is there: the script is sent once the page has asked for this.
            let painted = format!("/painted-{count}", count = site.requests().len());
            site.put(&painted, PreparedResponse::new("", "").status(204));
            site.put("/embed.js", script.clone().once_requested(&painted));
            let tell = format!(
                "<script>requestAnimationFrame(() => requestAnimationFrame(() => fetch('{painted}')))</script>"
            );
            reader.go(&site.embed(&(around.replace('@', &chart) + &tell)));
            reader.wait_for_load(CHART);
            assert_eq!(reader.layout_shift(), 0.0, "{around}, {style}: {}", reader.layout_shifts());
        }
    }
}

#[test]
fn content_of_the_page_is_seen_until_the_first_frame_and_not_after() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/slow.csv", PreparedResponse::csv("year,people\n2020,5\n2021,7\n"));
    let file = site.hold("/slow.csv");
    let seen = "return document.querySelector('#mine').checkVisibility()";
    reader.go(&site.embed(
        r#"<migration-chart src="/slow.csv" style="display:block;height:300px"><p id="mine">Five, then seven.</p></migration-chart>"#,
    ));
    file.wait_until_requested();
    // The code is there and waits for the figures.
    reader.wait_until(
        "the code",
        "return performance.getEntriesByType('resource').some((entry) => entry.name.includes('/pkg/files.'))",
    );
    reader.wait_for_rest();
    assert_eq!(reader.eval(seen), json!(true), "before the first frame");
    assert_eq!(reader.events("load", CHART).len(), 0, "the file is still on its way");
    file.release();
    reader.wait_for_load(CHART);
    assert_eq!(reader.eval(seen), json!(false), "after it");
    reader.assert_silent();
}
