//! Numbers by their role: three digits at marks of charts that go into millions, exact where they are read.

use migration_widget::figure::TooltipModel;
use migration_widget::query::{Axis, Kind};
use migration_widget::summary::tidy_csv;

use crate::charts::*;
use crate::messages::locale as messages;

#[test]
fn a_rounded_number_has_three_digits() {
    // By hand, of the figures of UNHCR's tables and of the borders between units.
    let cases = [
        (2_834_567.0, "2.83 million", "2,83 millones"),
        (2_800_000.0, "2.80 million", "2,80 millones"),
        (2_000_000.0, "2.00 million", "2,00 millones"),
        (107_212_345.0, "107 million", "107 millones"),
        (10_740_000.0, "10.7 million", "10,7 millones"),
        (999_600.0, "1.00 million", "1,00 millón"),
        (999_400.0, "999,000", "999.000"),
        (478_912.0, "479,000", "479.000"),
        (33_149.0, "33,100", "33.100"),
        (124.0, "124", "124"),
        (0.0, "0", "0"),
        (-2_834_567.0, "-2.83 million", "-2,83 millones"),
        (3_456_000_000.0, "3.46 billion", "3,46 mil millones"),
    ];
    let (english, spanish) = (messages("en", &[]), messages("es", &[]));
    for (figure, in_english, in_spanish) in cases {
        assert_eq!(english.rounded_number(figure), in_english);
        assert_eq!(spanish.rounded_number(figure), in_spanish);
    }
}

#[test]
fn bars_round_what_tooltip_and_csv_say_exactly() {
    let keys = ["COL", "PER", "ECU"].map(String::from).to_vec();
    let figures = [2_834_567, 478_912, 33_149].map(value).to_vec();
    let scene = Scene::new(Kind::Bar, grid(Axis::Entities(keys), &[("people", figures)]));
    for width in [280.0, 320.0, 360.0, 480.0, 700.0, 1000.0, 1200.0] {
        let scene = Scene { width, ..scene.clone() };
        let frame = scene.frame();
        let texts: Vec<String> = all_texts(&frame).into_iter().map(|text| text.text).collect();
        for wanted in ["2.83 million", "479,000", "33,100"] {
            assert!(texts.iter().any(|text| text == wanted), "{width}: {texts:?}");
        }
        let band = &frame.hit_bands[0];
        let told = TooltipModel::new(&scene.grid, None, &frame, &scene.state, &scene.locale, band);
        assert_eq!(told.rows[0].value, "2,834,567");
    }
    assert!(tidy_csv(&scene.grid, &scene.state).contains("2834567"));
}

#[test]
fn charts_below_a_million_are_exact() {
    let frame = Scene::new(Kind::Bar, darien_2023(5)).frame();
    assert!(all_texts(&frame).iter().any(|text| text.text == "328,650"));
}

#[test]
fn a_headline_has_one_decimal_from_a_million_on_and_is_exact_below() {
    // UNHCR's 107,212,345 at the end of 2022 as revised; Panama's greatest month.
    for (figure, english, spanish) in [
        (107_212_345, "107.2 million", "107,2 millones"),
        (28_260_871, "28.3 million", "28,3 millones"),
        (2_834_567, "2.83 million", "2,83 millones"),
        (81_946, "81,946", "81.946"),
    ] {
        for (tag, wanted) in [("en", english), ("es", spanish)] {
            let series = [("people", vec![value(figure)])];
            let mut scene = Scene::new(Kind::Number, grid(years(2022, 1), &series));
            scene.locale = messages(tag, &[]);
            let says =
                |scene: &Scene, text: &str| all_texts(&scene.frame()).iter().any(|one| one.text == text);
            assert!(says(&scene, wanted), "{wanted}: {:?}", all_texts(&scene.frame()));
            scene.exact = true;
            let exact = scene.locale.number(f64::from(figure));
            assert!(says(&scene, &exact), "{exact}");
        }
    }
}

#[test]
fn who_asks_for_exact_figures_gets_all_digits_at_every_mark() {
    let keys = ["COL", "PER", "ECU"].map(String::from).to_vec();
    let figures = [2_834_567, 478_912, 33_149].map(value).to_vec();
    let mut scene = Scene::new(Kind::Bar, grid(Axis::Entities(keys), &[("people", figures)]));
    scene.exact = true;
    let texts: Vec<String> = all_texts(&scene.frame()).into_iter().map(|text| text.text).collect();
    for wanted in ["2,834,567", "478,912", "33,149"] {
        assert!(texts.iter().any(|text| text == wanted), "{texts:?}");
    }
    assert!(!texts.iter().any(|text| text.contains("million")), "{texts:?}");
}
