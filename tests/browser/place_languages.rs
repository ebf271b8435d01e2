//! Countries by their names in the languages that the browser knows: that of the page, those of its reader, and those of
//! the field that neither speaks.

use serde_json::json;

use crate::harness::{CHART, PreparedResponse, Reader, TestSite, Window};

/// The countries of all files here.
const CODES: [&str; 6] = ["DEU", "UKR", "MAR", "SYR", "EGY", "BRA"];
/// What is shown of them: 1 to 32, ten times as many in the second year.
const SHOWN: [f64; 6] = [10.0, 20.0, 40.0, 80.0, 160.0, 320.0];
/// Languages of the field that the module has no names of: a header and the countries.
const FIELD: [(&str, &str, [&str; 6]); 7] = [
    ("de", "Land,Jahr,Personen", ["Deutschland", "Ukraine", "Marokko", "Syrien", "Ägypten", "Brasilien"]),
    ("it", "Paese,Anno,Persone", ["Germania", "Ucraina", "Marocco", "Siria", "Egitto", "Brasile"]),
    ("ar", "البلد,السنة,عدد", ["ألمانيا", "أوكرانيا", "المغرب", "سوريا", "مصر", "البرازيل"]),
    ("ru", "Страна,Год,Человек", ["Германия", "Украина", "Марокко", "Сирия", "Египет", "Бразилия"]),
    ("uk", "Країна,Рік,Осіб", ["Німеччина", "Україна", "Марокко", "Сирія", "Єгипет", "Бразилія"]),
    ("tr", "Ülke,Yıl,Kişi", ["Almanya", "Ukrayna", "Fas", "Suriye", "Mısır", "Brezilya"]),
    ("nl", "Land,Jaar,Personen", ["Duitsland", "Oekraïne", "Marokko", "Syrië", "Egypte", "Brazilië"]),
];
/// One in which a file is read only where somebody speaks it.
const KOREAN: (&str, [&str; 6]) =
    ("국가,연도,인원", ["독일", "우크라이나", "모로코", "시리아", "이집트", "브라질"]);

/// Two years of the countries.
fn file(header: &str, names: &[&str; 6]) -> String {
    let mut text = format!("{header}\n");
    for (year, times) in [(2020, 1), (2021, 10)] {
        for (name, figure) in names.iter().zip([1, 2, 4, 8, 16, 32]) {
            text.push_str(&format!("{name},{year},{}\n", figure * times));
        }
    }
    text
}

/// Opens a map of a file on a page in a language; tells what it shows by country.
fn shown(site: &TestSite, reader: &Reader, language: &str, text: &str) -> [f64; 6] {
    site.put("/own.csv", PreparedResponse::csv(text));
    let markup = "<migration-chart src='/own.csv' kind='map' from='2021' style='display:block;height:420px'>x</migration-chart>";
    let page =
        TestSite::embedding(markup).replace("<html lang=\"en\">", &format!("<html lang=\"{language}\">"));
    reader.go(&site.page(&page));
    reader.wait_for_load(CHART);
    CODES.map(|code| reader.csv_sum(CHART, code))
}

#[test]
fn countries_in_the_languages_of_the_field_stand_on_a_map_whatever_the_page_speaks() {
    let (site, reader) = (TestSite::start(), Reader::new());
    for (language, header, names) in FIELD {
        for page in [language, "en"] {
            let figures = shown(&site, &reader, page, &file(header, &names));
            assert_eq!(figures, SHOWN, "{language} on a page in {page}");
            let told = reader.eval("return document.querySelector('migration-chart').inferred.diagnostics.map(({ code }) => code)");
            assert!(!told.as_array().unwrap().contains(&json!("unknown-country")), "{language}: {told}");
        }
    }
    reader.assert_silent();
}

#[test]
fn a_page_in_a_language_that_the_widget_does_not_speak_lends_its_names_of_countries() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let text = file(KOREAN.0, &KOREAN.1);
    assert_eq!(shown(&site, &reader, "ko", &text), SHOWN);
    // What is no language lends none, and breaks nothing.
    assert_eq!(shown(&site, &reader, "not a tag", &file(FIELD[0].1, &FIELD[0].2)), SHOWN);
    reader.assert_silent();
}

#[test]
fn a_readers_browser_lends_its_names_of_countries() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { lang: "ko".into(), ..Window::default() }) else { return };
    assert_eq!(shown(&site, &reader, "en", &file(KOREAN.0, &KOREAN.1)), SHOWN);
    reader.assert_silent();
}
