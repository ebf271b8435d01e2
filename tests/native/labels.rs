//! Figures, spans, names and the source line in words.

use migration_widget::locale::{
    PeriodStyle, category_label, period_span, source_line, source_segments, time_phrase,
};
use migration_widget::model::{
    Licence, Period, QuantityKind, Reason, Role, Source, Value, Via, is_web_address,
};
use migration_widget::query::Axis;

use crate::messages::locale;
use crate::tables::{grid, month};

#[test]
fn figures_have_as_many_decimals_as_they_need() {
    let en = locale("en", &[]);
    let cases = [
        (38_099.0, "38,099"),
        (123.4, "123"),
        (99.97, "100"),
        (12.345, "12.3"),
        (4.256, "4.26"),
        (4.0, "4"),
        (0.5, "0.5"),
        (0.0423, "0.042"),
        (0.00423, "0.0042"),
        (-4.256, "-4.26"),
    ];
    for (figure, text) in cases {
        assert_eq!(en.number(figure), text);
    }
}

#[test]
fn quantities_take_the_plural_of_the_figure_as_written() {
    let units = [
        ("unit.test.one", "{n} persona"),
        ("unit.test.many", "{n} de personas"),
        ("unit.test.other", "{n} personas"),
    ];
    let es = locale("es", &units);
    let cases = [
        (1.0, "1 persona"),
        (0.999, "1 persona"),
        (1.5, "1,5 personas"),
        (0.0, "0 personas"),
        (3_000_000.0, "3.000.000 de personas"),
        (2_999_999.7, "3.000.000 de personas"),
    ];
    for (figure, text) in cases {
        assert_eq!(es.quantity(figure, Some("test")), text);
    }
    assert_eq!(es.quantity(7.0, Some("USD")), "7 USD", "a file's own unit");
    assert_eq!(es.quantity(7.5, Some("%")), "7,5\u{a0}%");
    assert_eq!(es.quantity(7.0, Some("Rate (per 100 000)")), "7", "no word that can follow a figure");
    assert_eq!(es.quantity(7.0, None), "7");
}

#[test]
fn cells_and_amounts_say_shares_rates_and_what_is_missing() {
    let en = locale("en", &[("unit.test.other", "{n} people")]);
    let mut figures = grid(&["2023"], &[("VEN", &[Some(0.3841)])]);
    figures.unit = Some("test".to_owned());
    assert_eq!(en.amount(&figures, 0.3841), "0.38 people");
    figures.per = Some(100_000.0);
    assert_eq!(en.amount(&figures, 12.34), "12.3 people per 100,000 inhabitants");
    figures.per = None;
    figures.normalized = true;
    assert_eq!(en.amount(&figures, 0.3841), "38.4% of the period’s total");
    assert_eq!(en.value_text(&figures, Value::Known(0.0001)), "<0.1%");
    assert_eq!(en.value_text(&figures, Value::Known(0.0)), "0%");
    assert_eq!(en.value_text(&figures, Value::Missing(Reason::NotCollected)), "no data");
    assert_eq!(en.value_text(&figures, Value::Missing(Reason::NotANumber)), "not a number in the file");
}

#[test]
fn spans_say_a_shared_year_once() {
    let (en, es) = (locale("en", &[]), locale("es", &[]));
    let cases = [
        ("2010", "2023", "2010–2023", "2010–2023"),
        ("2023", "2023", "2023", "2023"),
        ("2020-01", "2025-04", "January 2020 – April 2025", "enero de 2020 – abril de 2025"),
        ("2023-01", "2023-03", "January–March 2023", "enero–marzo de 2023"),
        ("2023-06", "2023-07", "June–July 2023", "junio–julio de 2023"),
        ("2023-09", "2023-12", "September–December 2023", "septiembre–diciembre de 2023"),
        ("2023-Q1", "2023-Q4", "Q1–Q4 2023", "T1–T4 2023"),
        (
            "2023-03-01",
            "2023-03-15",
            "1 March 2023 – 15 March 2023",
            "1 de marzo de 2023 – 15 de marzo de 2023",
        ),
    ];
    for (first, last, english, spanish) in cases {
        let (first, last) = (Period::parse(first).unwrap(), Period::parse(last).unwrap());
        assert_eq!(period_span(&en, first, last, PeriodStyle::Long), english);
        assert_eq!(period_span(&es, first, last, PeriodStyle::Long), spanish);
    }
    let short = period_span(&es, month(2023, 1), month(2023, 3), PeriodStyle::Short);
    assert_eq!(short, "ene–mar 2023");
    assert_eq!(en.heading("Crossings", Some("2010–2023")), "Crossings | 2010–2023");
    assert_eq!(en.heading("Crossings", None), "Crossings");
}

#[test]
fn stocks_stand_at_the_end_of_their_period() {
    let (en, es) = (locale("en", &[]), locale("es", &[]));
    let mut flows = grid(&["2024"], &[]);
    assert_eq!(time_phrase(&en, &flows, Period::year(2024)), "in 2024");
    assert_eq!(time_phrase(&es, &flows, month(2023, 3)), "en marzo de 2023");
    assert_eq!(time_phrase(&es, &flows, Period::quarter(2023, 1).unwrap()), "en el T1 2023");
    assert_eq!(time_phrase(&en, &flows, Period::day(2023, 3, 15).unwrap()), "on 15 March 2023");
    flows.measure = QuantityKind::Stock;
    assert_eq!(time_phrase(&en, &flows, Period::year(2024)), "at the end of 2024");
    assert_eq!(time_phrase(&es, &flows, Period::year(2024)), "a fines de 2024");
    flows.y_field = "migrants".to_owned();
    assert_eq!(time_phrase(&en, &flows, Period::year(2024)), "in mid-2024");
}

#[test]
fn places_have_names() {
    let en = locale("en", &[("value.sex.f", "Women"), ("country.XXA", "Stateless")]);
    let mut entities = grid(&[], &[]);
    entities.axis = Axis::Entities(vec!["HTI".into(), "XXA".into(), "???".into()]);
    (entities.x_field, entities.x_role) = ("coo_iso".into(), Role::Country);
    let names: Vec<String> =
        (0..4).map(|place| category_label(&en, &entities, place, PeriodStyle::Long)).collect();
    assert_eq!(names, ["Haiti", "Stateless", "???", ""]);
    assert_eq!(en.value_name("sex", Role::Category, "f"), "Women");
}

fn unhcr() -> Source {
    Source {
        title: "Refugee Population Statistics Database".into(),
        language: String::new(),
        publisher: "UNHCR".into(),
        path: "https://www.unhcr.org/refugee-statistics/".into(),
        edition: "v2025.12.1".into(),
        as_of: "2025-12-31".into(),
        license: Licence {
            name: "CC-BY-4.0".into(),
            title: "Creative Commons Attribution 4.0".into(),
            path: "javascript:alert(1)".into(),
        },
        via: Via::default(),
    }
}

#[test]
fn the_source_line_names_publisher_dataset_edition_date_and_licence() {
    let (en, es) = (locale("en", &[]), locale("es", &[]));
    assert_eq!(
        source_line(&en, &[unhcr()]),
        "Source: UNHCR, Refugee Population Statistics Database (edition v2025.12.1, as of 31 December 2025), CC BY 4.0"
    );
    let desa = Source {
        publisher: "UN DESA".into(),
        as_of: "2024".into(),
        license: Licence { name: "CC-BY-SA-3.0-IGO".into(), ..Licence::default() },
        ..Source::default()
    };
    assert_eq!(
        source_line(&es, &[unhcr(), desa, Source::default()]),
        "Fuentes: ACNUR, Refugee Population Statistics Database (edición v2025.12.1, al 31 de diciembre de 2025), \
         CC BY 4.0; ONU DAES (a 2024), CC BY-SA 3.0 IGO"
    );
    let panama = Source {
        publisher: "SNM".into(),
        edition: "2025-04".into(),
        license: Licence { name: "none-stated".into(), title: "No licence".into(), path: String::new() },
        ..Source::default()
    };
    assert_eq!(
        source_line(&es, &[panama]),
        "Fuente: SNM (edición de abril de 2025), estadísticas oficiales, condiciones de uso no indicadas"
    );
    assert_eq!(source_line(&en, &[Source::default()]), "");
}

#[test]
fn the_copy_that_was_read_stands_at_the_end_of_each_source_or_once_for_all() {
    let (en, es) = (locale("en", &[]), locale("es", &[]));
    let via = |name: &str| Via { name: name.into(), path: "https://example.org/copy".into() };
    let of = |publisher: &str, name: &str| Source {
        publisher: publisher.into(),
        as_of: "2025-06-11".into(),
        via: via(name),
        ..Source::default()
    };
    let copies = [of("INM", "gdidata (cleaned copy)"), of("SNM", "gdidata (cleaned copy)")];
    assert_eq!(
        source_line(&en, &copies),
        "Sources: INM; SNM (as of 11 June 2025), via gdidata (cleaned copy)"
    );
    assert_eq!(
        source_line(&es, &copies),
        "Fuentes: INM; SNM (al 11 de junio de 2025), vía gdidata (copia depurada)"
    );
    assert_eq!(
        source_line(&en, &[of("INM", "A"), of("SNM", "B")]),
        "Sources: INM (as of 11 June 2025), via A; SNM (as of 11 June 2025), via B"
    );
    let linked = source_segments(&en, &copies).pop().unwrap();
    assert_eq!(linked.link.as_deref(), Some("https://example.org/copy"));
}

#[test]
fn a_title_says_its_language_where_that_is_not_the_readers() {
    let spanish = Source { title: "Informes".into(), language: "es".into(), ..Source::default() };
    let projected = Source {
        title: "World Population Prospects 2024, medium projection".into(),
        language: "en".into(),
        ..Source::default()
    };
    let language = |tag: &str, source: &Source| {
        let segments = source_segments(&locale(tag, &[]), std::slice::from_ref(source));
        segments.into_iter().find_map(|segment| segment.lang)
    };
    assert_eq!(language("en", &spanish).as_deref(), Some("es"));
    assert_eq!(language("es", &spanish), None);
    // A description of ours is told in the reader's language.
    assert_eq!(language("es", &projected), None);
    let line = source_line(&locale("es", &[]), &[projected]);
    assert_eq!(line, "Fuente: Perspectivas de la Población Mundial 2024, proyección media");
}

#[test]
fn only_web_addresses_become_links() {
    let en = locale("en", &[]);
    let links: Vec<(String, Option<String>)> =
        source_segments(&en, &[unhcr()]).into_iter().map(|part| (part.text, part.link)).collect();
    assert_eq!(
        links,
        [
            ("Source: UNHCR, ".to_owned(), None),
            (
                "Refugee Population Statistics Database".to_owned(),
                Some("https://www.unhcr.org/refugee-statistics/".to_owned())
            ),
            (" (edition v2025.12.1, as of 31 December 2025), CC BY 4.0".to_owned(), None),
        ]
    );
    for good in ["https://a.org", "http://a.org/x?y=1#z", "HTTPS://a.org"] {
        assert!(is_web_address(good), "{good}");
    }
    for bad in [
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.org",
        "https://",
        "https://a b",
        "java\nscript://x",
        "",
    ] {
        assert!(!is_web_address(bad), "{bad}");
    }
}
