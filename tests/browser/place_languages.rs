//! Countries by their names in the languages that the browser knows: that of the page, those of its reader, and those of
//! the field that neither speaks.

use serde_json::json;

use crate::harness::{CHART, PreparedResponse, Reader, TestSite, Window};

/// Languages of the field that the module has no names of: header, then Germany, Ukraine, Morocco and Syria.
const FIELD: [(&str, &str, [&str; 4]); 7] = [
    ("de", "Land,Jahr,Personen", ["Deutschland", "Ukraine", "Marokko", "Syrien"]),
    ("it", "Paese,Anno,Persone", ["Germania", "Ucraina", "Marocco", "Siria"]),
    ("ar", "البلد,السنة,عدد", ["ألمانيا", "أوكرانيا", "المغرب", "سوريا"]),
    ("ru", "Страна,Год,Человек", ["Германия", "Украина", "Марокко", "Сирия"]),
    ("uk", "Країна,Рік,Осіб", ["Німеччина", "Україна", "Марокко", "Сирія"]),
    ("tr", "Ülke,Yıl,Kişi", ["Almanya", "Ukrayna", "Fas", "Suriye"]),
    ("nl", "Land,Jaar,Personen", ["Duitsland", "Oekraïne", "Marokko", "Syrië"]),
];
/// One that the field seldom writes in.
const JAPANESE: (&str, [&str; 4]) = ("国,年,人数", ["ドイツ", "ウクライナ", "モロッコ", "シリア"]);

/// Two years of four countries: 1, 2, 4 and 8, then ten times as many.
fn file(header: &str, names: &[&str; 4]) -> String {
    let mut text = format!("{header}\n");
    for (year, times) in [(2020, 1), (2021, 10)] {
        for (name, figure) in names.iter().zip([1, 2, 4, 8]) {
            text.push_str(&format!("{name},{year},{}\n", figure * times));
        }
    }
    text
}

/// Opens a map of a file on a page in a language; tells what it shows by country.
fn shown(site: &TestSite, reader: &Reader, language: &str, text: &str) -> [f64; 4] {
    site.put("/own.csv", PreparedResponse::csv(text));
    let markup = "<migration-chart src='/own.csv' kind='map' from='2021' style='display:block;height:420px'>x</migration-chart>";
    let page =
        TestSite::embedding(markup).replace("<html lang=\"en\">", &format!("<html lang=\"{language}\">"));
    reader.go(&site.page(&page));
    reader.wait_for_load(CHART);
    ["DEU", "UKR", "MAR", "SYR"].map(|code| reader.csv_sum(CHART, code))
}

#[test]
fn countries_in_the_languages_of_the_field_stand_on_a_map_whatever_the_page_speaks() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (language, header, names) in FIELD {
        for page in [language, "en"] {
            let figures = shown(&site, &reader, page, &file(header, &names));
            assert_eq!(figures, [10.0, 20.0, 40.0, 80.0], "{language} on a page in {page}");
            let told = reader.eval("return document.querySelector('migration-chart').inferred.diagnostics.map(({ code }) => code)");
            assert!(!told.as_array().unwrap().contains(&json!("unknown-country")), "{language}: {told}");
        }
    }
    reader.assert_silent();
}

#[test]
fn a_page_in_a_language_that_the_widget_does_not_speak_lends_its_names_of_countries() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let text = file(JAPANESE.0, &JAPANESE.1);
    assert_eq!(shown(&site, &reader, "ja", &text), [10.0, 20.0, 40.0, 80.0]);
    // What is no language lends none, and breaks nothing.
    assert_eq!(shown(&site, &reader, "not a tag", &file(FIELD[0].1, &FIELD[0].2)), [10.0, 20.0, 40.0, 80.0]);
    reader.assert_silent();
}

#[test]
fn a_readers_browser_lends_its_names_of_countries() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { lang: "ja".into(), ..Window::default() }) else { return };
    assert_eq!(shown(&site, &reader, "en", &file(JAPANESE.0, &JAPANESE.1)), [10.0, 20.0, 40.0, 80.0]);
    reader.assert_silent();
}
