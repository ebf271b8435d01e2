//! Codes and regions of countries.

use migration_widget::model::country::{codes, iso2, region};

#[test]
fn a_country_has_its_alpha_2_code_and_region() {
    for (iso3, code, continent) in [
        ("ABW", Some("AW"), Some("Americas")),
        ("NAM", Some("NA"), Some("Africa")),
        ("AUT", Some("AT"), Some("Europe")),
        ("AUS", Some("AU"), Some("Oceania")),
        ("TWN", Some("TW"), Some("Asia")),
        ("PRI", Some("PR"), Some("Americas")),
        ("ZWE", Some("ZW"), Some("Africa")),
        ("XKX", Some("XK"), Some("Europe")),
        ("TIB", None, Some("Asia")),
        ("XXA", None, None),
        ("UNK", None, None),
        ("OOO", None, None),
    ] {
        assert_eq!((iso2(iso3), region(iso3)), (code, continent), "{iso3}");
    }
}

#[test]
fn what_is_no_code_has_neither() {
    for text in ["", "VE", "ven", "VENEZUELA", "--S", "ZZZ", "AAA", "Österreich"] {
        assert_eq!((iso2(text), region(text)), (None, None), "{text}");
    }
}

#[test]
fn every_code_is_found_and_stands_once() {
    let all: Vec<&str> = codes().collect();
    assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "sorted, without doubles");
    assert!(all.iter().all(|code| code.len() == 3));
    // 249 countries and territories of ISO 3166-1, and the codes beside it.
    assert_eq!(all.iter().filter(|code| iso2(code).is_some_and(|short| short != "XK")).count(), 249);
    // All but Antarctica lie in one of the five regions.
    let without: Vec<&&str> = all.iter().filter(|code| region(code).is_none()).collect();
    assert_eq!(without, [&"ATA", &"OOO", &"UNK", &"XXA"]);
}
