//! Every reader in their own language; and the browser's formats are the ones of native renders.

use std::rc::Rc;

use migration_widget::locale::{Formats, Messages, NativeFormats, PeriodStyle};
use migration_widget::model::{Period, country};
use serde_json::{Map, Value, json};

use crate::harness::{CHART, Key, QUARTER, Reader, TestSite, Window, languages};

pub fn page(language: &str, attributes: &str) -> String {
    TestSite::embedding(&format!(
        "<migration-chart {attributes} style=\"display:block;height:420px\">x</migration-chart>"
    ))
    .replace("<html lang=\"en\">", &format!("<html {language}>"))
}

#[test]
fn spanish_page_has_a_spanish_chart() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.page(&page("lang=es", QUARTER)));
    reader.wait_for_load(CHART);
    let title = reader.shadow_text(CHART, ".title");
    assert!(title.contains("Cruces irregulares del Darién") && title.contains("enero"), "{title}");
    assert_eq!(reader.shadow_texts(CHART, ".tabs button"), ["Gráfico", "Tabla", "Texto", "Mapa"]);
    let table = reader.table(CHART);
    assert!(table[0].contains(&"Haití".to_owned()), "{table:?}");
    // Spanish writes four digits without a point, five with one.
    let haiti = table[0].iter().position(|name| name == "Haití").expect("a column");
    assert_eq!([&table[1][haiti], &table[2][haiti], &table[3][haiti]], ["10.222", "6522", "6896"]);
    assert_eq!(table[3][0], "mar 2023");
    reader.shadow_eval(CHART, "input[type=range]", "found[0].focus()");
    reader.press(Key::End);
    let tip = reader.tooltip(CHART).expect("a tooltip");
    assert_eq!(tip.head, "marzo de 2023");
    assert_eq!(tip.figure("Total"), "38.099");
    // 20,816 of 38,099 in Spanish, with the narrow space before the sign.
    let venezuela = tip.rows.iter().find(|row| row[0] == "Venezuela").expect("a row");
    assert_eq!(venezuela[2].replace('\u{a0}', " "), "54,6 %");
    let summary = reader.eval_text("return document.querySelector('migration-chart').summary");
    assert!(summary.contains("38.099") && summary.contains("marzo de 2023"), "{summary}");
    assert!(summary.contains("Panamá"), "{summary}");
    assert_eq!(reader.shadow_attribute(CHART, ".mw", "lang").as_deref(), Some("es"));
    reader.assert_silent();
}

#[test]
fn spanish_gallery_and_its_charts_have_no_english_left() {
    no_english_is_left_in_the_gallery("es");
}

#[test]
fn portuguese_gallery_and_its_charts_have_no_english_left() {
    no_english_is_left_in_the_gallery("pt");
}

#[test]
fn french_gallery_and_its_charts_have_no_english_left() {
    no_english_is_left_in_the_gallery("fr");
}

#[test]
fn haitian_creole_gallery_and_its_charts_have_no_english_left() {
    no_english_is_left_in_the_gallery("ht");
}

fn no_english_is_left_in_the_gallery(language: &str) {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.url(&format!("/?lang={language}")));
    let english = reader.eval_with(
        "return (async () => {
           const messages = async (folder, language) => (await fetch(`locales/${folder}${language}.json`)).json();
           const all = async (language) => ({ ...await messages('', language), ...await messages('explorer/', language) });
           const [english, own] = [await all('en'), await all(arguments[0])];
           // A word of both languages may be said in one place and be translated in another.
           const said = new Set(Object.values(own));
           const differing = new Set(Object.values(english).filter(text => !said.has(text)));
           const found = [];
           for (const chart of document.querySelectorAll('migration-chart')) {
             chart.scrollIntoView({ behavior: 'instant' });
             await chart.ready;
             const walker = document.createTreeWalker(chart.shadowRoot, NodeFilter.SHOW_TEXT);
             while (walker.nextNode()) {
               if (differing.has(walker.currentNode.data.trim())) found.push(walker.currentNode.data);
             }
           }
           return [document.documentElement.lang, found];
         })()",
        &[json!(language)],
    );
    assert_eq!(english, json!([language, []]));
    assert_eq!(reader.layout_shift(), 0.0, "{}", reader.layout_shifts());
    assert_eq!(
        reader.text("h1"),
        reader.eval_text(&format!(
            "return fetch('gallery/{language}.json').then(r => r.json()).then(t => t.title)"
        ))
    );
    reader.assert_silent();
}

#[test]
fn nearest_lang_wins_then_the_browsers_own_then_english() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { lang: "es-CO".into(), ..Window::default() }) else { return };
    let table_tab = |language: &str, attributes: &str| {
        reader.go(&site.page(&page(language, &format!("{QUARTER} {attributes}"))));
        reader.wait_for_load(CHART);
        reader.shadow_texts(CHART, ".tabs button")[1].clone()
    };
    assert_eq!(table_tab("lang=en", "lang=es"), "Tabla");
    assert_eq!(table_tab("lang=es", "lang=en"), "Table");
    assert_eq!(table_tab("lang=es-MX", ""), "Tabla");
    assert_eq!(table_tab("lang=ES", ""), "Tabla");
    assert_eq!(table_tab("", ""), "Tabla", "nothing said: the browser's language");
    assert_eq!(table_tab("lang=xx", ""), "Table", "unknown: English");
    assert_eq!(table_tab("lang='not a tag'", ""), "Table", "no tag at all: English");
    // Changed while it is shown.
    reader.eval("document.querySelector('migration-chart').setAttribute('lang', 'es')");
    reader.wait_until(
        "Spanish",
        "return document.querySelector('migration-chart').shadowRoot.querySelector('[data-tab=table]').textContent === 'Tabla'",
    );
    reader.assert_silent();
}

#[test]
fn four_digits_are_written_as_the_country_of_the_tag_writes_them() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for tag in ["en", "es", "es-MX", "en-GB"] {
        reader.go(&site.page(&page(&format!("lang={tag}"), QUARTER)));
        reader.wait_for_load(CHART);
        let by_intl = reader.eval_with(
            "return [10222, 6522, 6896].map(n => new Intl.NumberFormat(arguments[0]).format(n))",
            &[json!(tag)],
        );
        let table = reader.table(CHART);
        let haiti = table[0].iter().position(|name| name.starts_with("Hait")).expect("a column");
        assert_eq!(json!([table[1][haiti], table[2][haiti], table[3][haiti]]), by_intl, "{tag}");
    }
}

/// Numbers as they come in tables, with how many decimals.
const NUMBERS: [(f64, usize); 15] = [
    (0.0, 0),
    (7.0, 0),
    (999.0, 0),
    (1000.0, 0),
    (9999.0, 0),
    (9999.5, 0),
    (87_390.0, 0),
    (28_461_306.0, 0),
    (1e12, 0),
    (-1234.5, 1),
    (0.125, 2),
    (2.5, 0),
    (1.005, 2),
    (12.30, 2),
    (0.000_123, 6),
];

#[test]
fn intl_of_the_browser_writes_what_native_renders_write() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.page("<!doctype html><html lang=en><title>Formats</title></html>"));
    // French and Portuguese too: with texts they need nothing else.
    for tag in ["en-US", "en-GB", "es", "es-MX", "fr", "pt"] {
        let native = native(tag, Map::new());
        let of_browser = |body: &str, argument: Value| reader.eval_with(body, &[json!(tag), argument]);
        for (number, decimals) in NUMBERS {
            let found = of_browser(
                "const [number, decimals] = arguments[1];
                 const format = (style) => new Intl.NumberFormat(arguments[0], { style, maximumFractionDigits: decimals }).format(number);
                 return [format('decimal'), format('percent')]",
                json!([number, decimals]),
            );
            assert_eq!(
                found,
                json!([native.number(number, decimals), native.percent(number, decimals)]),
                "{number} with {decimals} decimals in {tag}"
            );
        }
        for period in ["2023", "2023-01", "2023-05", "2023-09", "2024-12", "2023-03-05", "2024-02-29"] {
            let period = Period::parse(period).expect("a period");
            let styles = [PeriodStyle::Long, PeriodStyle::Short, PeriodStyle::Tick];
            let expected: Vec<String> = styles.iter().map(|style| native.period(period, *style)).collect();
            let found = of_browser(
                "const parts = arguments[1].split('-'), date = new Date(arguments[1]);
                 if (parts.length === 1) return [parts[0], parts[0], parts[0]];
                 const day = parts.length === 3 ? { day: 'numeric' } : {}, year = { year: 'numeric' };
                 return [{ month: 'long', ...year }, { month: 'short', ...year }, { month: 'short' }].map(options =>
                   new Intl.DateTimeFormat(arguments[0], { timeZone: 'UTC', ...day, ...options }).format(date))",
                json!(period.to_string()),
            );
            assert_eq!(found, json!(expected), "{period} in {tag}");
        }
        for items in [vec![], vec!["Chile"], vec!["Chile", "India"], vec!["Chile", "Cuba", "Haití"]] {
            let owned: Vec<String> = items.iter().map(ToString::to_string).collect();
            let found =
                of_browser("return new Intl.ListFormat(arguments[0]).format(arguments[1])", json!(items));
            assert_eq!(found, json!(native.list(&owned)), "{items:?} in {tag}");
        }
    }
}

/// Dates of the module itself, in a widget: by the language of the page, and by its country where it names one.
#[test]
fn dates_are_written_as_the_country_of_the_tag_writes_them_and_in_english_else_as_in_britain() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let csv = "date,people\n2022-06-10,9\n2022-06-11,8\n2022-09-12,7\n";
    for (tag, short) in [
        ("en", "10 Jun 2022"),
        ("en-GB", "10 Jun 2022"),
        ("en-US", "Jun 10, 2022"),
        ("es", "10 jun 2022"),
        ("pt", "10 de jun. de 2022"),
        ("fr", "10 juin 2022"),
        ("ht", "10 jen 2022"),
    ] {
        reader.go(&site.page(&page(&format!("lang={tag}"), "kind=table loading=eager")));
        reader.wait_for_event("error", CHART);
        reader.eval_with("document.querySelector('migration-chart').data = arguments[0]", &[json!(csv)]);
        reader.wait_for_load(CHART);
        let days: Vec<String> = reader.table(CHART).into_iter().skip(1).map(|row| row[0].clone()).collect();
        assert!(days.iter().any(|day| day == short), "{tag}: {days:?}");
        let written = native(tag, messages(tag.split('-').next().expect("a language")));
        let day = Period::parse("2022-06-10").expect("a day");
        assert_eq!(written.period(day, PeriodStyle::Short), short, "{tag}");
    }
}

#[test]
fn every_country_is_called_by_the_browser_as_in_native_renders() {
    let (site, reader) = (TestSite::start(), Reader::new());
    reader.go(&site.page("<!doctype html><html lang=en><title>Countries</title></html>"));
    let mut differing: Vec<String> = Vec::new();
    for language in languages() {
        let messages = messages(&language);
        // What its formats are asked for where the page names no country; one that `Intl` does not know brings its own names.
        let text = |key: &str| messages.get(key).and_then(Value::as_str);
        let brings_names = text("format.like").is_some();
        let tag = text("format.like").or(text("format.default")).unwrap_or(&language);
        let native = native(tag, Map::new());
        // Where browsers differ from each other, the message files have the name.
        let codes: Vec<(&str, &str)> = country::codes()
            .filter(|iso3| !messages.contains_key(&format!("country.{iso3}")))
            .filter_map(|iso3| Some((iso3, country::iso2(iso3)?)))
            .collect();
        assert!(brings_names || codes.len() >= 230, "{} countries", codes.len());
        assert!(!brings_names || codes.len() < 10, "{language}: {codes:?} have no name of their own");
        let names = reader.eval_with(
            "const names = new Intl.DisplayNames(arguments[0], { type: 'region', fallback: 'none' });
             return arguments[1].map(([, iso2]) => names.of(iso2) ?? null)",
            &[json!(tag), json!(codes)],
        );
        for ((iso3, _), name) in codes.iter().zip(names.as_array().expect("a list")) {
            if native.country(iso3).as_deref() != name.as_str() {
                differing.push(format!("{iso3} in {tag}: {name}, not {:?}", native.country(iso3)));
            }
        }
    }
    assert_eq!(differing, Vec::<String>::new());
}

/// A message file as it is shipped.
pub fn messages(tag: &str) -> Map<String, Value> {
    texts(&format!("www/locales/{tag}.json"))
}

/// The texts of a file of the project by key.
fn texts(path: &str) -> Map<String, Value> {
    let file = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(file).expect("a message file")).expect("JSON")
}

/// What native renders write in a language with these messages.
fn native(tag: &str, messages: Map<String, Value>) -> NativeFormats {
    let text = |text: Value| text.as_str().expect("a text").to_owned();
    let messages = Messages::new(messages.into_iter().map(|(key, value)| (key, text(value))));
    NativeFormats::new(tag, &Rc::new(messages)).expect("a language")
}

#[test]
fn language_that_intl_does_not_know_is_written_as_its_message_file_says() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let native = native("ht", messages("ht"));
    let period = |iso: &str, style| native.period(Period::parse(iso).expect("a period"), style);
    reader.go(&site.page(&page("lang=ht", QUARTER)));
    reader.wait_for_load(CHART);
    let title = reader.shadow_text(CHART, ".title");
    assert!(title.ends_with("janvye–mas 2023"), "{title}");
    let table = reader.table(CHART);
    let months: Vec<&str> = table.iter().skip(1).map(|row| row[0].as_str()).collect();
    assert_eq!(months, ["2023-01", "2023-02", "2023-03"].map(|iso| period(iso, PeriodStyle::Short)));
    let of = |name: &str| table[0].iter().position(|cell| cell == name).expect(name);
    assert_eq!(table[1][of("Ayiti")], native.number(10_222.0, 0));
    assert_eq!(table[1][of("Ayiti")], "10\u{202f}222");
    of("Ekwatè");
    let summary = || reader.eval_text("return document.querySelector('migration-chart').summary");
    let share = native.percent(0.346, 1);
    assert!(summary().contains(&share), "{share}: {}", summary());
    let ranked = "dataset=venezuelans-abroad kind=bar x=coa_iso top=3 loading=eager";
    reader.go(&site.page(&page("lang=ht", ranked)));
    reader.wait_for_load(CHART);
    assert!(summary().contains(" ak ") && summary().contains("Pewou"), "{}", summary());
    reader.go(&site.page(&page("lang=ht", "kind=table loading=eager")));
    reader.wait_for_event("error", CHART);
    let csv = "quarter,people\n2023-Q1,9\n2023-Q2,8\n2023-Q3,7\n";
    reader.eval_with("document.querySelector('migration-chart').data = arguments[0]", &[json!(csv)]);
    reader.wait_for_load(CHART);
    let quarters: Vec<String> = reader.table(CHART).into_iter().skip(1).map(|row| row[0].clone()).collect();
    assert_eq!(quarters, ["2023-Q1", "2023-Q2", "2023-Q3"].map(|iso| period(iso, PeriodStyle::Short)));
    reader.assert_silent();
}

#[test]
fn widget_names_countries_in_the_language_of_the_page() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let csv = "iso3,people\nVEN,9\nCIV,8\nCOD,7\nXKX,6\nXXA,5\nDOM,4\nUSA,3\n";
    for (tag, names) in [
        (
            "en",
            [
                "Venezuela",
                "Côte d’Ivoire",
                "DR Congo",
                "Kosovo",
                "Stateless",
                "Dominican Republic",
                "United States",
            ],
        ),
        (
            "es",
            [
                "Venezuela",
                "Côte d’Ivoire",
                "RD del Congo",
                "Kosovo",
                "Personas apátridas",
                "República Dominicana",
                "Estados Unidos",
            ],
        ),
    ] {
        reader.go(&site.page(&page(&format!("lang={tag}"), "kind=table loading=eager")));
        reader.wait_for_event("error", CHART);
        reader.eval_with("document.querySelector('migration-chart').data = arguments[0]", &[json!(csv)]);
        reader.wait_for_load(CHART);
        let first: Vec<String> = reader.table(CHART).into_iter().skip(1).map(|row| row[0].clone()).collect();
        assert_eq!(first, names, "in {tag}");
    }
    reader.assert_silent();
}

#[test]
fn rest_of_a_ranking_has_its_name_in_the_language_of_the_page() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let attributes = "dataset=venezuelans-abroad kind=bar x=coa_iso top=3 loading=eager";
    reader.go(&site.page(&page("lang=es", attributes)));
    reader.wait_for_load(CHART);
    let picture = reader.eval_text("return document.querySelector('migration-chart').toSVG()");
    assert!(picture.contains(">Colombia<") && picture.contains(">Otros<"), "{picture}");
    assert!(!picture.contains(">Other<"), "{picture}");
}
