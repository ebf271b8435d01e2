//! One word for one thing: the words that readers see, in the messages of the widgets, of the builder and of the gallery.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use migration_widget::locale::{Formats, Messages, NativeFormats, PeriodStyle};
use migration_widget::model::{Period, Role};

use crate::contract::{languages, www};
use crate::messages::{files_of, locale, texts};

/// Every text of a language that readers of the product see, with the name of its file before its key.
fn said(language: &str) -> BTreeMap<String, String> {
    let locales = files_of(language).map(|file| format!("locales/{file}"));
    let pages = ["builder", "gallery"].map(|folder| format!("{folder}/{language}.json"));
    let mut all = BTreeMap::new();
    for file in locales.iter().chain(&pages) {
        for (key, text) in words_of(file) {
            all.insert(format!("{file} {key}"), text);
        }
    }
    all
}

fn words_of(file: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(www().join(file)).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What is no longer said, whatever stands around it, with what is said in its place.
const ENGLISH: [(&str, &str); 19] = [
    ("What was done", "How it was calculated"),
    ("Find and pick", "Select countries"),
    ("As first shown", "Original measure"),
    ("{change} on {period}", "{change} from {period}"),
    ("vs {period}", "from {period}"),
    ("against {period}", "{change} from {period}"),
    ("and more", "{n} or more"),
    ("counted another way", "counting method changed in"),
    ("markup of this chart", "Embed code"),
    ("Words of the field", "Glossary"),
    ("A file of mine", "My file"),
    ("shipped dataset", "Built-in dataset"),
    ("Across", "Horizontal axis"),
    ("Split into", "Group by"),
    ("Rows of one mark", "Combine rows by"),
    ("was understood of your file", "How we read your file"),
    ("Nothing to mend", "No problems found"),
    ("that of the page it stands on", "Same as page"),
    ("citation is copied", "Citation copied"),
];

/// The same of Spanish, after the style of UNHCR and IOM.
const SPANISH: [(&str, &str); 33] = [
    ("necesitadas de protección", "que necesitan protección internacional"),
    ("del UNRWA", "de UNRWA"),
    ("niños y niñas", "niñas, niños y adolescentes"),
    ("Menores acompañados", "Niñas, niños y adolescentes acompañados"),
    ("adultas solas", "Personas adultas que viajan solas"),
    ("adultos solos", "personas adultas que viajan solas"),
    (", por {n}", "multiplicado por {n}"),
    ("World Population Prospects", "Perspectivas de la Población Mundial"),
    ("período", "periodo"),
    ("UN DESA", "ONU DAES"),
    ("Turquía", "Türkiye"),
    ("equeños múltiples", "Gráficos en paneles"),
    ("como partes de", "como porcentajes de"),
    ("Parte del total", "Porcentaje del total"),
    ("A fecha de", "Al"),
    ("a fecha de", "{status}, al {date}"),
    ("Para citar", "Cómo citar"),
    ("Como al principio", "Vista inicial"),
    ("Hueco", "Interrupción"),
    ("se las retornó", "fueron retornadas"),
    ("quiénes retornaron", "fueron retornados"),
    ("Impide el", "Impide mostrar"),
    ("Nada que corregir", "Sin problemas"),
    ("pasos de diez veces", "escala logarítmica"),
    ("Por habitantes", "Por cada {n} habitantes"),
    ("Refugiados de Palestina", "Personas refugiadas de Palestina"),
    ("Qué se calculó", "Cómo se calculó"),
    ("Buscar y elegir", "Seleccionar países"),
    ("Términos", "Glosario"),
    ("Se copió la cita", "Cita copiada"),
    ("contada de otra manera", "el método de conteo cambió en"),
    ("frente a {period}", "respecto a {period}"),
    ("Lo que se entendió", "Cómo leímos su archivo"),
];

#[test]
fn what_has_a_word_of_its_own_is_called_by_it_alone() {
    for (language, words) in [("en", &ENGLISH[..]), ("es", &SPANISH[..])] {
        let all = said(language);
        for (before, now) in words {
            let old: Vec<_> = all.iter().filter(|(_, text)| text.contains(before)).collect();
            assert!(old.is_empty(), "{language}: “{before}” is called “{now}”: {old:?}");
            assert!(all.values().any(|text| text.contains(now)), "{language}: nothing says “{now}”");
        }
    }
}

#[test]
fn each_word_stands_in_its_place() {
    let cases = [
        ("en", "locales", "about.query", "How it was calculated"),
        ("en", "locales", "about.copied", "Citation copied"),
        ("en", "locales", "ui.option.find", "Select countries"),
        ("en", "locales", "ui.option.all-measures", "Original measure"),
        ("en", "locales", "map.from", "{n} or more"),
        ("en", "locales/explorer", "explorer.glossary", "Glossary"),
        ("en", "builder", "source.file", "My file"),
        ("en", "builder", "source.shipped", "Built-in dataset"),
        ("en", "builder", "x", "Horizontal axis"),
        ("en", "builder", "series", "Group by"),
        ("en", "builder", "aggregate", "Combine rows by"),
        ("en", "builder", "report", "How we read your file"),
        ("en", "builder", "report.title", "How we read your file"),
        ("en", "builder", "advice.none", "No problems found"),
        ("en", "builder", "lang.auto", "Same as page"),
        ("en", "gallery", "snippet", "Embed code"),
        ("es", "locales", "about.as-of", "Al"),
        ("es", "locales", "about.cite", "Cómo citar"),
        ("es", "locales", "tip.share", "Porcentaje"),
        ("es", "locales", "ui.option.all-measures", "Vista inicial"),
        ("es", "locales", "country.TUR", "Türkiye"),
        ("es", "locales", "publisher.UN DESA", "ONU DAES"),
        ("es", "locales", "summary.kind.small-multiples", "Gráficos en paneles"),
        ("es", "locales", "value.demographic.single-adults", "Personas adultas que viajan solas"),
        ("es", "builder", "shape", "Proporción"),
        ("es", "builder", "form", "Formato"),
        ("es", "builder", "scale.log", "escala logarítmica"),
        ("es", "builder", "advice.none", "Sin problemas"),
        ("es", "builder", "severity.error", "Impide mostrar el gráfico."),
        ("es", "builder", "remedy.per", "Por cada 100\u{202f}000 habitantes"),
        ("es", "builder", "kind.small-multiples", "Gráficos en paneles"),
    ];
    for (language, folder, key, words) in cases {
        let texts = words_of(&format!("{folder}/{language}.json"));
        assert_eq!(texts.get(key).map(String::as_str), Some(words), "{language}: {key}");
    }
}

#[test]
fn the_builder_and_the_gallery_say_everything_in_every_language() {
    for folder in ["builder", "gallery"] {
        let keys = |language: &str| -> BTreeSet<String> {
            words_of(&format!("{folder}/{language}.json")).into_keys().collect()
        };
        for language in languages() {
            assert_eq!(keys(&language), keys("en"), "{folder}: {language}");
        }
    }
}

/// What stands in a page until its texts have come, and for readers without scripts, is what the English texts say.
#[test]
fn pages_say_in_their_markup_what_their_texts_say() {
    for (page, folder) in [("builder.html", "builder"), ("index.html", "gallery")] {
        let markup = std::fs::read_to_string(www().join(page)).unwrap();
        let texts = words_of(&format!("{folder}/en.json"));
        let mut found = 0;
        for part in markup.split("data-text=\"").skip(1) {
            let (key, rest) = part.split_once('"').unwrap();
            let written = rest.split_once('>').and_then(|(_, rest)| Some(rest.split_once('<')?.0)).unwrap();
            let said = texts.get(key).unwrap_or_else(|| panic!("{page}: no text {key}"));
            assert_eq!(written, said, "{page}: {key}");
            found += 1;
        }
        assert!(found > 1, "{page}: {found} texts");
    }
}

#[test]
fn english_has_one_spelling() {
    let american = [
        "color", "center", "labor", "neighbor", "favor", "behavior", "license", "gray", "defense", "organiz",
        "recogniz", "analyz", "canceled", "labeled", "traveled", "modeled", "percent ",
    ];
    for (key, text) in said("en") {
        let small = text.to_lowercase();
        for word in american {
            // "Program" is British of software, and attributes are spelt as the contract spells them.
            assert!(!small.contains(word), "{key}: “{word}” in “{text}”");
        }
    }
}

#[test]
fn english_dates_are_british_where_the_tag_names_no_country() {
    let formats = |tag: &str| {
        let language = tag.split('-').next().unwrap();
        NativeFormats::new(tag, &Rc::new(Messages::new(texts(language)))).unwrap()
    };
    let day = Period::parse("2022-06-10").unwrap();
    for (tag, long, short, tick) in [
        ("en", "10 June 2022", "10 Jun 2022", "10 Jun"),
        ("en-GB", "10 June 2022", "10 Jun 2022", "10 Jun"),
        ("en-US", "June 10, 2022", "Jun 10, 2022", "Jun 10"),
        ("es", "10 de junio de 2022", "10 jun 2022", "10 jun"),
    ] {
        let formats = formats(tag);
        let written = [PeriodStyle::Long, PeriodStyle::Short, PeriodStyle::Tick]
            .map(|style| formats.period(day, style));
        assert_eq!(written, [long, short, tick], "{tag}");
    }
    let items = ["A", "B", "C"].map(String::from);
    assert_eq!(formats("en").list(&items), "A, B and C");
    assert_eq!(formats("en-US").list(&items), "A, B, and C");
    assert_eq!(formats("en").number(1234.5, 1), "1,234.5");
}

#[test]
fn regions_of_countries_have_names_in_the_language() {
    let (en, es) = (locale("en", &[]), locale("es", &[]));
    for (field, english, spanish) in [
        ("coa_region", "Region of asylum", "Región de asilo"),
        ("destination_region", "Region of destination", "Región de destino"),
        ("País_region", "País: region", "País: región"),
        ("quarter", "Quarter", "Trimestre"),
    ] {
        assert_eq!((&*en.field_name(field), &*es.field_name(field)), (english, spanish));
    }
    for (region, spanish) in [("Americas", "Américas"), ("Africa", "África"), ("Europe", "Europa")] {
        assert_eq!(en.value_name("coa_region", Role::Category, region), region);
        assert_eq!(es.value_name("coa_region", Role::Category, region), spanish);
        assert_eq!(es.value_name("category", Role::Category, region), region, "a value of another field");
    }
}
