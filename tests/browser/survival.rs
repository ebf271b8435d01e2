//! What a page may do to a widget: where it comes from, where it stands, how often, how it is moved, and in what style.

use serde_json::{Value, json};

use crate::harness::{CHART, Key, PreparedResponse, QUARTER, Reader, TestSite, Window};

fn chart(more: &str) -> String {
    format!("<migration-chart {QUARTER} {more} style=\"display:block;height:400px\">x</migration-chart>")
}

/// A page without the script tag.
fn bare(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>Bare</title>{body}</html>"
    )
}

#[test]
fn script_of_another_origin_runs_with_its_integrity_and_not_with_anothers() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let integrity = TestSite::manifest()["embed.js"]["integrity"].as_str().expect("an integrity").to_owned();
    let page = |integrity: &str| {
        let script = site.other_url("/embed.js");
        bare(&format!(
            "<script async src={script} integrity=\"{integrity}\" crossorigin onerror=\"window.refused = true\"></script>{}",
            chart("")
        ))
    };
    reader.go(&site.page(&page(&integrity)));
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv_sum(CHART, ""), 87_390.0);
    reader.assert_silent();
    reader.go(&site.page(&page(&integrity.replace("sha384-", "sha384-A"))));
    reader.wait_until("the browser's refusal", "return window.refused");
    assert_eq!(reader.eval("return !!customElements.get('migration-chart')"), json!(false));
    assert_eq!(reader.text(CHART), "x", "the page's own content stays");
}

#[test]
fn script_before_and_after_the_element_in_the_head_and_injected_later() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let injected =
        "<script>addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => {
        const script = document.createElement('script');
        script.src = '/embed.js';
        document.body.append(script);
      })))</script>";
    for (how, page) in [
        ("before", bare(&format!("<body><script src=/embed.js></script>{}", chart("")))),
        ("after", bare(&format!("<body>{}<script src=/embed.js></script>", chart("")))),
        ("in the head", bare(&format!("<head><script src=/embed.js></script></head><body>{}", chart("")))),
        ("deferred", bare(&format!("<head><script defer src=/embed.js></script></head><body>{}", chart("")))),
        ("injected later", bare(&format!("<body>{}{injected}", chart("")))),
        ("as a module", bare(&format!("<body>{}<script type=module src=/index.js></script>", chart("")))),
    ] {
        reader.go(&site.page(&page));
        reader.wait_for_load(CHART);
        assert_eq!(reader.csv_sum(CHART, ""), 87_390.0, "{how}");
        assert_eq!(reader.events("load", CHART).len(), 1, "{how}");
    }
    reader.assert_silent();
}

#[test]
fn two_versions_on_a_page_leave_the_first_at_work() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let script = TestSite::built("embed.js");
    // An older one, that would fetch its module from a folder of its own.
    let older = PreparedResponse::new("text/javascript", script).header("cache-control", "max-age=600");
    site.put("/0.9.0/embed.js", older);
    reader.go(&site.page(&bare(&format!(
        "<body><script src=/embed.js></script>{}<script src=/0.9.0/embed.js></script>
         <script src=/0.9.0/embed.js data-widget=migration-chart data-{}></script>",
        chart("loading=eager"),
        QUARTER.replace(' ', " data-") + " data-loading=eager",
    ))));
    reader.wait_for_events("load", CHART, 2);
    assert_eq!(reader.eval("return document.querySelectorAll('migration-chart').length"), json!(2));
    let from_older = site.requests().into_iter().filter(|asked| asked.path.starts_with("/0.9.0/")).count();
    assert_eq!(from_older, 1, "nothing but the second script itself: the browser keeps it");
    reader.assert_silent();
}

#[test]
fn fifty_widgets_share_one_module() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(&chart("loading=eager").repeat(50)));
    reader.wait_for_events("load", CHART, 50);
    reader.wait_until_drawn();
    for name in ["migration_widget_bg.wasm", "migration_widget.js", "more.wasm"] {
        let path = TestSite::pkg(name);
        assert_eq!(site.count_of(&path), 1, "{name}");
    }
    // Each widget asks for the same address, which tells its content, so that the browser's cache serves all but one.
    let tables =
        site.requests().iter().filter(|asked| asked.path.starts_with("/data/darien-crossings.csv")).count();
    assert_eq!(tables, 1, "{:?}", site.requests());
    let sums = reader.eval(
        "return [...document.querySelectorAll('migration-chart')].map((chart) =>
           chart.toCSV().trim().split('\\n').slice(1).reduce((sum, row) => sum + Number(row.split(',').pop()), 0))",
    );
    assert_eq!(sums, json!([87_390].repeat(50)));
    reader.assert_silent();
}

#[test]
fn chart_in_a_closed_details_is_drawn_when_it_is_opened() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for loading in ["lazy", "eager"] {
        reader.go(&site.embed(&format!(
            "<details><summary>The figures</summary>{}</details>{}",
            chart(&format!("loading={loading} id=it")),
            chart("loading=eager id=open"),
        )));
        // By the time that the other is whole, this one would be too.
        reader.wait_for_load("#open");
        reader.wait_for_rest();
        // An eager one may be drawn ahead, a lazy one waits.
        let painted = reader.events("load", "#it").len();
        assert!(painted == 0 || loading == "eager", "{loading}: nothing is painted yet");
        reader.click(None, "summary");
        reader.wait_for_load("#it");
        reader.wait_until_drawn();
    }
    reader.assert_silent();
}

#[test]
fn what_a_page_hides_shows_nothing_of_a_widget() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let widgets = [
        (chart("loading=eager"), ".mw"),
        ("<migration-chart dataset=none loading=eager style='display:block;height:400px'>x</migration-chart>".into(), ".message"),
        (
            "<pillar-explorer loading=eager style='display:block;height:400px'>x</pillar-explorer>".into(),
            ".explorer",
        ),
    ];
    for (widget, part) in widgets {
        // As a page's tabs and slides do with what is not their turn.
        reader.go(&site.embed(&format!("<div style='visibility:hidden'>{widget}</div>")));
        reader.wait_for_rest();
        let shown = |look: &str| {
            reader.wait_until_with(
                "what stands in the widget",
                "const root = document.querySelector('div > *').shadowRoot;
                 const part = root?.querySelector(arguments[0]);
                 return part && !part.hidden && part.textContent.length > 20
                   && getComputedStyle(part).visibility === arguments[1]",
                &[json!(part), json!(look)],
            );
        };
        shown("hidden");
        reader.eval("document.querySelector('div').style.visibility = ''");
        shown("visible");
    }
}

#[test]
fn copies_of_an_element_are_charts_of_their_own() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(&format!("<div id=one>{}</div><template>{}</template>", chart(""), chart(""))));
    reader.wait_for_load(CHART);
    reader.eval(
        "const [first] = document.querySelectorAll('migration-chart');
         const copy = first.cloneNode(true);
         copy.setAttribute('loading', 'eager');
         one.append(copy);
         const stamped = document.importNode(document.querySelector('template').content, true);
         stamped.firstElementChild.setAttribute('loading', 'eager');
         one.append(stamped);
         one.insertAdjacentHTML('beforeend', first.outerHTML.replace('dataset', 'loading=eager dataset'));",
    );
    reader.wait_for_events("load", CHART, 4);
    reader.wait_until_drawn();
    reader.eval("document.querySelector('migration-chart').setAttribute('to', '2023-02')");
    reader.wait_until(
        "the first alone has changed",
        "return document.querySelector('migration-chart').toCSV().indexOf('2023-03') < 0",
    );
    let others = reader.eval("return [...document.querySelectorAll('migration-chart')].slice(1).every((chart) => chart.toCSV().includes('2023-03'))");
    assert_eq!(others, json!(true));
    reader.assert_silent();
}

#[test]
fn element_removed_while_it_loads_stops_and_goes_on_when_it_is_back() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.set_network(60_000, 100);
    reader.go(&site.embed(&chart("loading=eager id=it")));
    reader.wait_until("the element", "return !!customElements.get('migration-chart')");
    // An element that stays away for longer than a task is gone.
    reader.eval("window.it_ = it; it.remove()");
    reader.wait_for_rest();
    site.set_network(10_000_000, 0);
    reader.eval("document.body.append(it_)");
    reader.wait_for_load(CHART);
    reader.wait_until_drawn();
    assert_eq!(reader.csv_sum(CHART, ""), 87_390.0);
    assert_eq!(reader.events("error", "*"), Vec::<Value>::new());
    reader.assert_silent();
}

#[test]
fn hostile_style_of_a_page_leaves_the_chart_its_box_and_its_letters() {
    let (site, reader) = (TestSite::start(), Reader::at(Window { width: 700, ..Window::default() }));
    let measure = "const root = document.querySelector('migration-chart').shadowRoot;
        return ['.title', 'button', 'canvas', '.source'].map((name) => {
          const element = root.querySelector(name), style = getComputedStyle(element);
          return [style.fontSize, style.letterSpacing, style.textAlign, style.direction, style.writingMode];
        });";
    reader.go(&site.embed(&chart("")));
    reader.wait_for_load(CHART);
    let plain = reader.eval(measure);
    for (what, style) in [
        ("everything unset", "* { all: unset !important }"),
        (
            "wide letters",
            "* { letter-spacing: 2em !important; word-spacing: 3em !important; line-height: 5 !important; text-indent: 9em !important }",
        ),
        (
            "zoomed letters",
            "html { font-size: 300% } * { font: italic 900 60px/2 cursive !important; text-transform: uppercase !important }",
        ),
        ("floating", "* { float: left !important; position: static !important }"),
        ("in a row", "body { display: flex } * { flex: none !important }"),
    ] {
        reader.go(&site.embed(&format!("<style>{style}</style>{}", chart("loading=eager"))));
        reader.wait_for_load(CHART);
        reader.wait_until_drawn();
        assert_eq!(reader.eval(measure), plain, "{what}");
        let (.., width, height) = reader.box_of(None, CHART);
        assert!(width >= 200.0 && height >= 300.0, "{what}: {width} by {height}");
    }
    reader.assert_silent();
}

#[test]
fn page_from_right_to_left_has_its_figures_in_order() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader
        .go(&site
            .page(&TestSite::embedding(&chart("")).replace("<html lang=\"en\">", "<html lang=en dir=rtl>")));
    reader.wait_for_load(CHART);
    reader.wait_until_drawn();
    reader.shadow_eval(CHART, "input[type=range]", "found[0].focus()");
    reader.press(Key::End);
    assert_eq!(reader.tooltip(CHART).expect("a tooltip").head, "March 2023");
    let inside = reader.shadow_eval(
        CHART,
        ".tip, .title, .source, canvas",
        "const box = host.getBoundingClientRect();
         return found.every((one) => {
           const own = one.getBoundingClientRect();
           return own.left >= box.left - 1 && own.right <= box.right + 1;
         })",
    );
    assert_eq!(inside, json!(true));
    reader.assert_silent();
}

#[test]
fn page_that_comes_back_from_the_back_forward_cache_goes_on() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let other = site.page(&bare("<p>Another page</p>"));
    reader.go(&site.embed(&format!("{}<script>window.visits = 0; addEventListener('pageshow', (event) => {{ visits++; window.kept = event.persisted }})</script>", chart(""))));
    reader.wait_for_load(CHART);
    reader.go(&other);
    reader.back();
    reader.wait_until(
        "the page again",
        "return document.querySelector('migration-chart')?.shadowRoot?.querySelector('canvas') && true",
    );
    reader.wait_until_drawn();
    reader.shadow_eval(CHART, "input[type=range]", "found[0].focus()");
    reader.press(Key::End);
    assert_eq!(reader.tooltip(CHART).expect("a tooltip").head, "March 2023");
    reader.eval("document.querySelector('migration-chart').setAttribute('to', '2023-02')");
    reader.wait_until(
        "two months",
        "return !document.querySelector('migration-chart').toCSV().includes('2023-03')",
    );
    reader.assert_silent();
    // What keeps a page from being kept are such as these; the widget has none.
    for script in
        [TestSite::built("embed.js"), TestSite::pkg_bytes("feed.js"), TestSite::built("frame/frame.js")]
    {
        // The minifier chooses its quotes.
        let script = String::from_utf8(script).expect("text").replace(['"', '\''], "`");
        for word in ["`unload`", "`beforeunload`", "WebSocket", "BroadcastChannel", "indexedDB"] {
            assert!(!script.contains(word), "{word} in {}", &script[..60]);
        }
    }
}

#[test]
fn printed_page_has_the_drawing_and_no_controls() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.embed(&chart("")));
    reader.wait_for_load(CHART);
    if !reader.looks_as_printed() {
        return;
    }
    let seen = |selector: &str| {
        reader.shadow_eval(CHART, selector, "return found.some((one) => one.checkVisibility())")
            == json!(true)
    };
    assert!(seen("canvas") && seen(".title") && seen(".source"));
    assert!(!seen(".bar") && !seen(".tip"));
    assert!(reader.all_charts_are_drawn());
    let length = reader.printed().len();
    assert!(length > 7_500, "a page with a picture: {length} bytes");
    reader.assert_silent();
}

#[test]
fn chart_at_four_hundred_per_cent_zoom_needs_no_scrolling_sideways() {
    // A window of 1280 by 1024 pixels, zoomed fourfold: 320 by 256 CSS pixels.
    let window = Window { width: 320, height: 256, ratio: 4.0, ..Window::default() };
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(window) else { return };
    reader.go(&site.embed(
        "<migration-chart dataset=darien-crossings style='display:block;aspect-ratio:16/10;min-height:30rem;max-width:100%'>x</migration-chart>",
    ));
    reader.wait_for_load(CHART);
    reader.wait_until_drawn();
    let widths = reader.eval("return [document.scrollingElement.scrollWidth, innerWidth]");
    assert_eq!(widths[0], widths[1]);
    let cut = reader.shadow_eval(
        CHART,
        ".title, .bar button, .source",
        "return found.filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)",
    );
    assert_eq!(cut, json!([]));
    reader.assert_silent();
}
