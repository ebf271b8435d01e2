//! The unit of a chart where there is less room than it takes: the date goes first, then what is counted, never what was done.

use migration_widget::chart::{ApproximateMetrics, TextMetrics, Weight};
use migration_widget::query::Kind;

use crate::flow_labels::{WIDTHS, frame_of};
use crate::kind_scenes::{americas, world};
use crate::messages::locale;
use crate::scales::texts;
use crate::shown_views::ShippedTables;

fn width(text: &str) -> f64 {
    ApproximateMetrics.width_in_device_px(text, 12.0, Weight::Regular)
}

/// A view, and its unit in both languages from long to short.
type Case = (&'static [(&'static str, &'static str)], [[&'static str; 3]; 2]);

const RATES: [[&str; 3]; 2] = [
    [
        "People per 100,000 inhabitants, at the end of 2023",
        "People per 100,000 inhabitants",
        "per 100,000 inhabitants",
    ],
    [
        "Personas por cada 100.000 habitantes, a fines de 2023",
        "Personas por cada 100.000 habitantes",
        "por cada 100.000 habitantes",
    ],
];

const CASES: [Case; 4] = [
    (&[("dataset", "venezuelans-abroad"), ("kind", "map"), ("per", "100000"), ("to", "2023")], RATES),
    (
        &[
            ("dataset", "venezuelans-abroad"),
            ("kind", "map"),
            ("per", "100000"),
            ("to", "2023"),
            ("filter", "coa_region=Americas"),
        ],
        RATES,
    ),
    (
        &[
            ("dataset", "venezuelans-abroad"),
            ("kind", "bar"),
            ("x", "coa_iso"),
            ("per", "100000"),
            ("to", "2023"),
        ],
        RATES,
    ),
    (
        &[("dataset", "venezuelans-abroad"), ("kind", "map"), ("to", "2023")],
        [
            ["People, at the end of 2023", "People", "People"],
            ["Personas, a fines de 2023", "Personas", "Personas"],
        ],
    ),
];

#[test]
fn a_unit_is_the_longest_of_its_forms_that_there_is_room_for() {
    let mut tables = ShippedTables::open();
    let mut short = 0;
    for (attributes, expected) in CASES {
        for (language, forms) in ["en", "es"].into_iter().zip(expected) {
            let locale = locale(language, &[]);
            let view = tables.view(attributes, &locale).expect("a view");
            let is_map = view.model.kind == Kind::Map;
            let is_americas = attributes.iter().any(|(name, _)| *name == "filter");
            let ground = is_map.then(|| if is_americas { americas() } else { world() });
            for room in WIDTHS.into_iter().chain([200.0]) {
                let frame = frame_of(&view, ground, &locale, (room, 400.0));
                let unit = texts(&frame).into_iter().find(|text| (text.at.x, text.at.y) == (0, 8));
                let unit = unit.expect("a unit").text.replace(['\u{a0}', '\u{202f}'], " ");
                let wanted = forms.into_iter().find(|form| width(form) <= room).expect("one fits");
                assert_eq!(unit, wanted, "{attributes:?} {language} at {room}");
                short += usize::from(unit != forms[0]);
            }
        }
    }
    assert!(short >= 12, "{short} short ones");
}

#[test]
fn the_axes_of_a_scatter_plot_lose_their_date_before_a_word_is_cut() {
    let mut tables = ShippedTables::open();
    let attributes = [
        ("dataset", "venezuelans-abroad"),
        ("kind", "scatter"),
        ("filter", "coa_region=Americas"),
        ("to", "2023"),
        ("scale", "log"),
    ];
    for (language, name) in [
        ("en", "People per 100,000 inhabitants, logarithmic scale"),
        ("es", "Personas por cada 100.000 habitantes, escala logarítmica"),
    ] {
        let locale = locale(language, &[]);
        let view = tables.view(&attributes, &locale).expect("a scatter plot");
        for room in [320.0, 360.0] {
            let frame = frame_of(&view, None, &locale, (room, 400.0));
            if width(name) <= room {
                let said: Vec<&str> = texts(&frame).iter().map(|text| text.text.as_str()).collect();
                assert!(said.contains(&name), "{language} at {room}: {said:?}");
            }
        }
    }
}
