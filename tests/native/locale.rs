//! The native formats. Expected texts are what `Intl` of Chromium and Node.js (ICU 78, CLDR 48) gives for the same input.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

use migration_widget::locale::{Formats, Messages, NativeFormats, PeriodStyle, primary_language};
use migration_widget::model::{Period, Role};

use crate::messages::{haitian_creole_rules, texts};
use crate::tables::month;

/// The formats of a language with message files, in the spelling of a country where the tag has one.
fn formats(tag: &str) -> NativeFormats {
    of_messages(tag, texts(&primary_language(tag)))
}

fn of_messages(tag: &str, messages: BTreeMap<String, String>) -> NativeFormats {
    NativeFormats::new(tag, &Rc::new(Messages::new(messages))).unwrap()
}

#[test]
fn numbers_are_written_as_intl_writes_them() {
    let (en, es) = (formats("en"), formats("es"));
    let cases: &[(f64, usize, &str, &str)] = &[
        (0.0, 2, "0", "0"),
        (1234.5, 1, "1,234.5", "1234,5"),
        (12345.6, 1, "12,345.6", "12.345,6"),
        (-1234.5, 2, "-1,234.5", "-1234,5"),
        (9999.0, 0, "9,999", "9999"),
        (9999.99, 1, "10,000", "10.000"),
        (999.95, 1, "1,000", "1000"),
        (0.5, 0, "1", "1"),
        (2.5, 0, "3", "3"),
        (-2.5, 0, "-3", "-3"),
        (0.125, 2, "0.13", "0,13"),
        (1.005, 2, "1.01", "1,01"),
        (2.675, 2, "2.68", "2,68"),
        (1.10, 2, "1.1", "1,1"),
        (1e5, 0, "100,000", "100.000"),
        (700000.0, 3, "700,000", "700.000"),
        (1e21, 0, "1,000,000,000,000,000,000,000", "1.000.000.000.000.000.000.000"),
        (1e-9, 3, "0", "0"),
    ];
    for (figure, decimals, english, spanish) in cases {
        assert_eq!(en.number(*figure, *decimals), *english, "{figure} in English");
        assert_eq!(es.number(*figure, *decimals), *spanish, "{figure} in Spanish");
    }
}

#[test]
fn what_rounds_to_zero_has_no_sign() {
    assert_eq!(formats("en").number(-0.001, 1), "0");
    assert_eq!(formats("en").number(-0.0, 0), "0");
    assert_eq!(formats("es").percent(-0.0001, 1), "0\u{a0}%");
}

#[test]
fn figures_that_are_not_finite_are_a_dash() {
    for figure in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(formats("en").number(figure, 0), "–");
    }
}

#[test]
fn percentages_are_written_as_intl_writes_them() {
    let (en, es) = (formats("en"), formats("es"));
    let cases: &[(f64, usize, &str, &str)] = &[
        (0.1234, 1, "12.3%", "12,3\u{a0}%"),
        (0.0, 1, "0%", "0\u{a0}%"),
        (-0.05, 0, "-5%", "-5\u{a0}%"),
        (12.345, 1, "1,234.5%", "1234,5\u{a0}%"),
        (123.456, 0, "12,346%", "12.346\u{a0}%"),
        (0.0005, 1, "0.1%", "0,1\u{a0}%"),
        (0.285, 0, "29%", "29\u{a0}%"),
        (0.145, 0, "15%", "15\u{a0}%"),
        (1.005, 0, "101%", "101\u{a0}%"),
    ];
    for (ratio, decimals, english, spanish) in cases {
        assert_eq!(en.percent(*ratio, *decimals), *english);
        assert_eq!(es.percent(*ratio, *decimals), *spanish);
    }
}

#[test]
fn months_are_written_as_intl_writes_them() {
    let (en, es) = (formats("en"), formats("es"));
    let words = [
        ("January 2023", "Jan 2023", "Jan", "enero de 2023", "ene 2023", "ene"),
        ("February 2023", "Feb 2023", "Feb", "febrero de 2023", "feb 2023", "feb"),
        ("March 2023", "Mar 2023", "Mar", "marzo de 2023", "mar 2023", "mar"),
        ("April 2023", "Apr 2023", "Apr", "abril de 2023", "abr 2023", "abr"),
        ("May 2023", "May 2023", "May", "mayo de 2023", "may 2023", "may"),
        ("June 2023", "Jun 2023", "Jun", "junio de 2023", "jun 2023", "jun"),
        ("July 2023", "Jul 2023", "Jul", "julio de 2023", "jul 2023", "jul"),
        ("August 2023", "Aug 2023", "Aug", "agosto de 2023", "ago 2023", "ago"),
        ("September 2023", "Sept 2023", "Sept", "septiembre de 2023", "sept 2023", "sept"),
        ("October 2023", "Oct 2023", "Oct", "octubre de 2023", "oct 2023", "oct"),
        ("November 2023", "Nov 2023", "Nov", "noviembre de 2023", "nov 2023", "nov"),
        ("December 2023", "Dec 2023", "Dec", "diciembre de 2023", "dic 2023", "dic"),
    ];
    for (index, (long, short, tick, largo, corto, eje)) in words.into_iter().enumerate() {
        let period = month(2023, index as u32 + 1);
        let text = |formats: &NativeFormats, style| formats.period(period, style);
        assert_eq!(text(&en, PeriodStyle::Long), long);
        assert_eq!(text(&en, PeriodStyle::Short), short);
        assert_eq!(text(&en, PeriodStyle::Tick), tick);
        assert_eq!(text(&es, PeriodStyle::Long), largo);
        assert_eq!(text(&es, PeriodStyle::Short), corto);
        assert_eq!(text(&es, PeriodStyle::Tick), eje);
    }
}

#[test]
fn days_quarters_and_years_are_written_as_the_language_does() {
    let (en, es) = (formats("en"), formats("es"));
    let cases = [
        ("2023-03-15", PeriodStyle::Long, "15 March 2023", "15 de marzo de 2023"),
        ("2023-03-15", PeriodStyle::Short, "15 Mar 2023", "15 mar 2023"),
        ("2023-03-05", PeriodStyle::Tick, "5 Mar", "5 mar"),
        ("2023-Q1", PeriodStyle::Long, "Q1 2023", "T1 2023"),
        ("2023-Q4", PeriodStyle::Tick, "Q4", "T4"),
        ("2023", PeriodStyle::Long, "2023", "2023"),
        ("2023", PeriodStyle::Tick, "2023", "2023"),
    ];
    for (iso, style, english, spanish) in cases {
        let period = Period::parse(iso).unwrap();
        assert_eq!(en.period(period, style), english);
        assert_eq!(es.period(period, style), spanish);
    }
}

#[test]
fn country_of_a_tag_counts_as_in_intl() {
    let mexico = formats("es-MX");
    assert_eq!(mexico.number(10_222.5, 1), "10,222.5");
    assert_eq!(mexico.number(6522.0, 0), "6,522");
    assert_eq!(mexico.period(month(2023, 9), PeriodStyle::Short), "sep 2023");
    let britain = formats("en-GB");
    assert_eq!(britain.period(Period::parse("2023-09-05").unwrap(), PeriodStyle::Long), "5 September 2023");
    assert_eq!(britain.period(Period::parse("2023-Q1").unwrap(), PeriodStyle::Long), "Q1 2023");
}

#[test]
fn plural_categories_are_those_of_cldr() {
    let (en, es) = (formats("en"), formats("es"));
    let cases = [
        (0.0, "other", "other"),
        (0.5, "other", "other"),
        (1.0, "one", "one"),
        (-1.0, "one", "one"),
        (1.5, "other", "other"),
        (2.0, "other", "other"),
        (1e6, "other", "many"),
        (2e6, "other", "many"),
        (1.5e6, "other", "other"),
        (1_000_001.0, "other", "other"),
    ];
    for (figure, english, spanish) in cases {
        assert_eq!(en.plural(figure), english, "{figure} in English");
        assert_eq!(es.plural(figure), spanish, "{figure} in Spanish");
    }
}

#[test]
fn lists_are_joined_as_intl_joins_them() {
    let list = |language: &str, items: &[&str]| {
        let items: Vec<String> = items.iter().map(|item| item.to_string()).collect();
        formats(language).list(&items)
    };
    assert_eq!(list("en", &[]), "");
    assert_eq!(list("en", &["A"]), "A");
    assert_eq!(list("en", &["A", "B"]), "A and B");
    assert_eq!(list("en", &["A", "B", "C"]), "A, B and C");
    assert_eq!(list("es", &["A", "B", "C"]), "A, B y C");
    assert_eq!(list("es", &["España", "Italia"]), "España e Italia");
    assert_eq!(list("es", &["A", "Hijos"]), "A e Hijos");
    assert_eq!(list("es", &["A", "hielo"]), "A y hielo");
    assert_eq!(list("es", &["A", "Hiato"]), "A y Hiato");
    assert_eq!(list("es", &["A", "Yemen"]), "A y Yemen");
    assert_eq!(list("es", &["Cuba", "Haití"]), "Cuba y Haití");
}

#[test]
fn names_stand_in_the_order_of_intl_collator() {
    let sorted = |language: &str, names: &str| {
        let formats = formats(language);
        let mut names: Vec<&str> = names.split('|').collect();
        names.reverse();
        names.sort_by(|left, right| formats.compare(left, right));
        names.join("|")
    };
    let english = "Åland Islands|Albania|Bosnia & Herzegovina|Congo - Brazzaville|Congo - Kinshasa|Costa Rica|\
                   Côte d’Ivoire|Croatia|Curaçao|Cyprus|Guinea|Guinea-Bissau|Réunion|Romania|São Tomé & Príncipe|\
                   St. Lucia|Sudan|Timor-Leste|U.S. Virgin Islands|Uganda";
    assert_eq!(sorted("en", english), english);
    let spanish = "Níger|Nigeria|Ñandú|Omán|Países Bajos|Panamá|Perú|Türkiye|Tuvalu";
    assert_eq!(sorted("es", spanish), spanish);
    assert_eq!(sorted("en", "nandu|nandú|Nandu|ñandu|nanduz"), "nandu|Nandu|nandú|ñandu|nanduz");
    assert_eq!(formats("es").compare("Perú", "Perú"), Ordering::Equal);
}

#[test]
fn countries_have_names_in_the_language() {
    let name = |language: &str, iso3: &str| formats(language).country(iso3);
    assert_eq!(name("en", "BRA").as_deref(), Some("Brazil"));
    assert_eq!(name("es", "BRA").as_deref(), Some("Brasil"));
    assert_eq!(name("es-419", "USA").as_deref(), Some("Estados Unidos"));
    assert_eq!(name("en", "???"), None);
}

/// The language of a page as it is shipped: its message file with CLDR.
#[test]
fn languages_of_the_americas_are_written_as_their_readers_do() {
    let long = |tag: &str, iso: &str| formats(tag).period(Period::parse(iso).unwrap(), PeriodStyle::Long);
    let short = |tag: &str, iso: &str| formats(tag).period(Period::parse(iso).unwrap(), PeriodStyle::Short);
    for (tag, month, month_short, day, quarter, number, share, list) in [
        (
            "pt",
            "março de 2023",
            "mar. de 2023",
            "5 de março de 2023",
            "T1 de 2023",
            "1.234,5",
            "12,3%",
            "A, B e C",
        ),
        (
            "fr",
            "mars 2023",
            "mars 2023",
            "5 mars 2023",
            "T1 2023",
            "1\u{202f}234,5",
            "12,3\u{a0}%",
            "A, B et C",
        ),
        ("ht", "mas 2023", "mas 2023", "5 mas 2023", "T1 2023", "1\u{202f}234,5", "12,3\u{a0}%", "A, B ak C"),
    ] {
        let formats = formats(tag);
        assert_eq!([long(tag, "2023-03"), short(tag, "2023-03")], [month, month_short], "{tag}");
        assert_eq!([long(tag, "2023-03-05"), long(tag, "2023-Q1")], [day, quarter], "{tag}");
        assert_eq!([formats.number(1234.5, 1), formats.percent(0.1234, 1)], [number, share], "{tag}");
        assert_eq!(formats.list(&["A", "B", "C"].map(String::from)), list, "{tag}");
    }
    // French and Portuguese say none and one and a half in the singular, and "de" after a million.
    for (tag, categories) in [
        ("pt", ["one", "one", "one", "other", "many"]),
        ("fr", ["one", "one", "one", "other", "many"]),
        ("ht", ["other", "one", "other", "other", "other"]),
    ] {
        let formats = formats(tag);
        assert_eq!([0.0, 1.0, 1.5, 2.0, 1e6].map(|figure| formats.plural(figure)), categories, "{tag}");
    }
    assert_eq!(formats("pt-BR").number(1234.0, 0), "1.234");
    assert_eq!(formats("pt-PT").number(1234.0, 0), "1234");
    assert_eq!(formats("es-MX").number(81_946.0, 0), "81,946");
}

/// Names stand in the alphabet of the language: accents do not send a country to the end.
#[test]
fn names_of_countries_are_sorted_by_the_language() {
    let sorted = |language: &str, codes: [&str; 4]| {
        let locale = crate::messages::locale(language, &[]);
        let mut names = codes.map(|code| locale.value_name("coo_iso", Role::Country, code));
        names.sort_by(|left, right| locale.formats.compare(left, right));
        names.join("|")
    };
    assert_eq!(sorted("fr", ["FIN", "USA", "ECU", "ETH"]), "Équateur|États-Unis|Éthiopie|Finlande");
    assert_eq!(sorted("pt", ["BRA", "AUT", "AFG", "EGY"]), "Afeganistão|Áustria|Brasil|Egito");
    assert_eq!(sorted("ht", ["FRA", "USA", "EGY", "ECU"]), "Ekwatè|Etazini|Lafrans|Lejip");
}

#[test]
fn language_that_needs_nothing_of_its_own_has_all_formats_from_cldr() {
    let portuguese = of_messages("pt", BTreeMap::new());
    assert_eq!(portuguese.period(month(2023, 9), PeriodStyle::Long), "setembro de 2023");
    assert_eq!(portuguese.period(month(2023, 9), PeriodStyle::Short), "set. de 2023");
    assert_eq!(portuguese.number(1234.5, 1), "1.234,5");
    assert_eq!(portuguese.country("DEU").as_deref(), Some("Alemanha"));
    assert_eq!(portuguese.plural(0.0), "one");
    let french = of_messages("fr-CA", BTreeMap::new());
    assert_eq!(french.percent(0.123, 1), "12,3\u{a0}%");
    assert_eq!(french.list(&["A".into(), "B".into(), "C".into()]), "A, B et C");
}

#[test]
fn language_that_cldr_does_not_know_has_no_formats_without_rules_of_its_own() {
    for tag in ["ht", "xx", "not a tag", ""] {
        assert!(NativeFormats::new(tag, &Rc::default()).is_none(), "{tag}");
    }
}

/// A browser test asks a browser for the same.
#[test]
fn haitian_creole_is_written_by_the_rules_of_its_file() {
    let creole = of_messages("ht", haitian_creole_rules());
    // The separators of glibc's `ht_HT`.
    assert_eq!(creole.number(-1_234_567.25, 1), "-1\u{202f}234\u{202f}567,3");
    assert_eq!(creole.percent(0.123, 1), "12,3\u{a0}%");
    for (iso, long, short, tick) in [
        ("2023", "2023", "2023", "2023"),
        ("2023-Q4", "T4 2023", "T4 2023", "T4"),
        ("2023-07", "jiyè 2023", "jiy 2023", "jiy"),
        ("2023-01", "janvye 2023", "jan 2023", "jan"),
        ("2023-12-05", "5 desanm 2023", "5 des 2023", "5 des"),
    ] {
        let period = Period::parse(iso).unwrap();
        let texts = [PeriodStyle::Long, PeriodStyle::Short, PeriodStyle::Tick];
        assert_eq!(texts.map(|style| creole.period(period, style)), [long, short, tick]);
    }
    let list = |items: &[&str]| creole.list(&items.iter().map(|item| item.to_string()).collect::<Vec<_>>());
    assert_eq!(list(&[]), "");
    assert_eq!(list(&["Ayiti"]), "Ayiti");
    assert_eq!(list(&["Ayiti", "Kiba"]), "Ayiti ak Kiba");
    assert_eq!(list(&["Ayiti", "Kiba", "{last}"]), "Ayiti, Kiba ak {last}");
    assert_eq!([0.0, 1.0, 2.0].map(|n| creole.plural(n)), ["other", "one", "other"]);
    assert_eq!(creole.country("USA").as_deref(), Some("États-Unis"), "French where the file names none");
    assert_eq!(creole.compare("Èl", "Ez"), Ordering::Less);
}
