//! The gallery: its code runs as it is on a page of any site, is copied with one press, and a chart is found by what it is.

use serde_json::{Value, json};

use crate::harness::{CHART, Key, Reader, TestSite, Window, languages};

/// Opens the gallery in a language, once its words and codes are there.
fn opened(site: &TestSite, reader: &Reader, language: &str) {
    reader.go(&site.url(&format!("/?lang={language}")));
    reader.wait_until("the codes", "return document.querySelectorAll('.codes code').length > 30");
    reader.wait_until("the filter's words", "return !!document.querySelector('.filter output').textContent");
}

/// Has the browser's clipboard be one of the page's own, or refuse.
fn with_clipboard(reader: &Reader, is_allowed: bool) {
    reader.eval_with(
        "window.copied = [];
         const writeText = async (text) => { if (!arguments[0]) throw new Error('refused'); window.copied.push(text); };
         Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });",
        &[json!(is_allowed)],
    );
}

#[test]
fn a_copied_code_runs_as_it_is_on_a_page_of_another_origin_with_its_picture_first() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (language, id) in
        [("en", "darien-crossings"), ("es", "kind-map-circles"), ("ht", "kind-number-darien")]
    {
        opened(&site, &reader, language);
        with_clipboard(&reader, true);
        reader.eval_with("document.querySelector(`#${arguments[0]} .copy`).click()", &[json!(id)]);
        let code = reader.wait_until("the copied code", "return window.copied[0]");
        let code = code.as_str().unwrap();
        let origin = site.origin();
        for address in [
            "embed.js".to_owned(),
            format!("static/{id}.{language}.svg"),
            format!("static/{id}.{language}.narrow.svg"),
            format!("static/{id}.{language}.html"),
        ] {
            assert!(code.contains(&format!("\"{origin}/{address}\"")), "{address}: {code}");
        }
        let page = |code: &str| {
            let page = site.page(&format!(
                "<!doctype html><html lang={language}><title>Pasted</title><body><p>Before</p>{code}<p id=below>After</p></html>"
            ));
            site.other_url(page.strip_prefix(&origin).unwrap())
        };
        // Before any script the picture stands in the chart's own box, whole.
        let bare = code.lines().skip(1).collect::<Vec<_>>().join("\n");
        assert!(!bare.contains("<script"), "{bare}");
        reader.go(&page(&bare));
        let before = reader.wait_until(
            "the picture",
            "const picture = document.querySelector('migration-chart img');
             if (!picture?.complete || !picture.naturalWidth) return undefined;
             const inner = picture.getBoundingClientRect(), outer = picture.closest('migration-chart').getBoundingClientRect();
             const link = document.querySelector('figcaption a').getBoundingClientRect();
             return [inner.top >= outer.top, link.bottom <= outer.bottom + 1, inner.height > 300,
               document.querySelector('#below').getBoundingClientRect().top, picture.alt.length > 60];",
        );
        assert_eq!(
            (&before[0], &before[1], &before[2], &before[4]),
            (&json!(true), &json!(true), &json!(true), &json!(true)),
            "{before}"
        );
        reader.go(&page(code));
        reader.wait_for_load(CHART);
        assert_eq!(reader.layout_shift(), 0.0, "{}", reader.layout_shifts());
        let below = reader.eval_number("return document.querySelector('#below').getBoundingClientRect().top");
        assert_eq!(before[3].as_f64(), Some(below), "what follows has not moved");
        assert_eq!(
            reader
                .requests_leaving(&site.other_origin())
                .iter()
                .filter(|url| !url.starts_with(&origin))
                .count(),
            0
        );
        reader.assert_silent();
    }
}

#[test]
fn where_the_chart_cannot_run_the_reason_stands_above_the_picture() {
    let (site, reader) = (TestSite::start(), Reader::new());
    opened(&site, &reader, "en");
    let code = reader.eval_text("return document.querySelector('#kind-flow .codes code').textContent");
    reader.go(&site.page(&format!(
        "<!doctype html><html lang=en><title>Pasted</title><script>delete window.WebAssembly</script><body>{code}</html>"
    )));
    let told = reader.wait_until(
        "the reason",
        "const chart = document.querySelector('migration-chart'), box = (element) => element.getBoundingClientRect();
         const message = chart.shadowRoot?.querySelector('.message'), picture = chart.querySelector('img');
         if (!message?.textContent || !picture.complete || !picture.naturalWidth) return undefined;
         return [box(message).bottom <= box(picture).top + 1, box(picture).height > 200,
           box(chart.querySelector('figcaption a')).bottom <= box(chart).bottom + 1];",
    );
    assert_eq!(told, json!([true, true, true]));
}

#[test]
fn copying_is_said_politely_and_keeps_the_focus() {
    let (site, reader) = (TestSite::start(), Reader::new());
    opened(&site, &reader, "es");
    with_clipboard(&reader, true);
    // By keyboard.
    reader.eval("document.querySelector('#start .copy').focus()");
    reader.press(Key::Enter);
    let said = reader.wait_until(
        "what is said",
        "return document.querySelector('#start [role=status]').textContent || undefined",
    );
    assert_eq!(said, json!("Copiado"));
    assert_eq!(
        reader.eval("return document.activeElement === document.querySelector('#start .copy')"),
        json!(true)
    );
    let same = reader.eval(
        "return window.copied[0] === document.querySelector('#darien-crossings .codes code').textContent",
    );
    assert_eq!(same, json!(true), "the code at the top is that of the first chart");
    // Refused, the code is shown and selected.
    with_clipboard(&reader, false);
    reader.eval("document.querySelector('#kind-flow .copy').focus()");
    reader.press(Key::Enter);
    let said = reader.wait_until(
        "what is said",
        "return document.querySelector('#kind-flow .codes [role=status]').textContent || undefined",
    );
    assert!(said.as_str().unwrap().contains("a mano"), "{said}");
    let selected = reader.eval("return getSelection().toString().trim().startsWith('<script async')");
    assert_eq!(selected, json!(true));
    assert_eq!(
        reader.eval("return document.activeElement === document.querySelector('#kind-flow .copy')"),
        json!(true)
    );
    // Every code has a button, and each button says of which chart it is.
    let bare = reader.eval(
        "return [...document.querySelectorAll('main section')].filter((section) => {
           const button = section.querySelector('.copy');
           return !button || document.getElementById(button.getAttribute('aria-describedby')) !== section.querySelector('h2');
         }).map(({ id }) => id)",
    );
    assert_eq!(bare, json!([]));
    reader.assert_silent();
}

#[test]
fn charts_are_found_by_kind_and_dataset_and_by_the_list() {
    let (site, reader) = (TestSite::start(), Reader::new());
    opened(&site, &reader, "en");
    let choose = |name: &str, value: &str| {
        reader.eval_with(
            "const select = document.querySelector(`.filter [name=${arguments[0]}]`);
             select.value = arguments[1];
             select.dispatchEvent(new Event('change', { bubbles: true }));",
            &[json!(name), json!(value)],
        );
    };
    let shown = || -> Vec<String> {
        let ids = reader
            .eval("return [...document.querySelectorAll('main section:not([hidden])')].map(({ id }) => id)");
        ids.as_array().unwrap().iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    reader.eval("document.querySelector('.contents').open = true");
    let said = || reader.text(".filter output");
    let all = shown().len();
    assert_eq!(said(), format!("{all} of {all} charts"));
    choose("kind", "map");
    assert_eq!(shown(), ["kind-map-circles", "kind-map-rates", "kind-map-world", "kind-map-arrows"]);
    assert_eq!(said(), format!("4 of {all} charts"));
    choose("dataset", "migrant-stock-americas");
    assert_eq!(shown(), ["kind-map-arrows"]);
    choose("dataset", "guatemala-returns");
    assert_eq!(
        (shown().len(), said()),
        (0, "No chart here has both. Choose another kind or another dataset.".to_owned())
    );
    // A dataset's own kind counts, though no attribute names it.
    choose("kind", "area");
    assert_eq!(shown(), ["guatemala-returns"]);
    // A link to what is hidden brings it back.
    reader.eval("location.hash = '#kind-table'");
    reader.wait_until("all charts", "return !document.querySelector('main section[hidden]')");
    assert_eq!(said(), format!("{all} of {all} charts"));
    // The list has each chart once, in the page's order.
    let listed =
        reader.eval("return [...document.querySelectorAll('.contents a')].map((link) => link.hash.slice(1))");
    assert_eq!(listed, json!(shown()));
    reader.assert_silent();
}

#[test]
fn the_files_can_be_had_and_the_87390_is_explained() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for language in languages() {
        opened(&site, &reader, &language);
        let sums = reader.eval(
            "return [...document.querySelectorAll('.why')].map((why) => why.textContent.match(/\\d{2}[.,\\u202f]\\d{3}/g).map((text) => +text.replace(/\\D/g, '')))",
        );
        assert_eq!(sums, json!([[87390, 24634, 24657, 38099], [87390, 24634, 24657, 38099]]), "{language}");
    }
    for path in ["/migration-widget.zip", "/migration-widget-wordpress.zip"] {
        let found = reader.eval_with(
            "const link = document.querySelector(`#files a[href='${arguments[0].slice(1)}']`);
             return fetch(link.href).then((answer) => answer.arrayBuffer()).then((body) => {
               const names = new TextDecoder('latin1').decode(body);
               return [body.byteLength > 1000000, names.startsWith('PK'), names.includes('/embed.js'), names.includes('.zipPK')];
             })",
            &[json!(path)],
        );
        assert_eq!(found, json!([true, true, true, false]), "{path}");
    }
    reader.assert_silent();
}

#[test]
fn nothing_moves_while_the_gallery_fills_itself() {
    let site = TestSite::start();
    for (width, language) in [(360, "en"), (360, "es"), (1366, "en"), (1366, "fr")] {
        let Some(reader) = Reader::try_at(Window { width, height: 1000, ..Window::default() }) else {
            return;
        };
        opened(&site, &reader, language);
        assert_eq!(reader.layout_shift(), 0.0, "{width} {language}: {}", reader.layout_shifts());
        let wide = reader.eval_number("return document.documentElement.scrollWidth");
        assert!(wide <= f64::from(width), "{width} {language}: {wide} pixels wide");
    }
}

#[test]
fn nothing_moves_where_the_gallerys_words_come_after_its_charts() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { width: 360, height: 1000, ..Window::default() }) else {
        return;
    };
    let held = site.hold("/gallery/es.json");
    reader.go(&site.url("/?lang=es"));
    reader.wait_until(
        "the first chart",
        "return document.querySelector('migration-chart').shadowRoot?.querySelector('[role=figure]:not([hidden])')",
    );
    held.release();
    reader.wait_until(
        "the words",
        "return !document.querySelector('.waiting') && document.querySelector('.filled')",
    );
    reader.wait_for_rest();
    assert_eq!(reader.layout_shift(), 0.0, "{}", reader.layout_shifts());
}

#[test]
fn without_scripts_the_gallery_lists_its_charts_and_describes_their_pictures() {
    let page = String::from_utf8(TestSite::built("index.html")).unwrap();
    let sections = page.matches("<section id=").count();
    assert_eq!(page.matches("<li><a href=\"#").count(), sections);
    assert!(!page.contains("__GALLERY"), "every place is filled");
    // One explorer has no picture.
    assert_eq!(page.matches("<noscript><img").count(), sections - 1);
    assert!(!page.contains("alt=\"\""), "each picture is described");
}
