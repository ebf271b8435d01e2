//! Logarithmic axes say so, and zero has a strip of its own: it is a figure, and not missing.

use migration_widget::chart::{Frame, Text};
use migration_widget::query::{Grid, Kind};

use crate::charts::*;
use crate::flow_labels::{WIDTHS, frame_of};
use crate::messages::locale as messages;
use crate::shown_views::ShippedTables;

/// Two countries over five months: 0, 1, 10, 100, 1,000, and one with a gap.
fn figures() -> Grid {
    let one = [0, 1, 10, 100, 1000].map(value).to_vec();
    let two = [5, GAP, 0, 50, 0].map(value).to_vec();
    grid(months(2024, 5), &[("COL", one), ("ECU", two)])
}

fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for kind in [Kind::Line, Kind::SmallMultiples, Kind::Slope] {
        for width in [280.0, 320.0, 360.0, 480.0, 700.0, 1000.0, 1200.0] {
            for height in [240.0, 360.0, 600.0, 900.0] {
                let mut grid = figures();
                if kind == Kind::Slope {
                    grid = crate::charts::grid(
                        years(2020, 2),
                        &[("COL", [0, 1000].map(value).to_vec()), ("ECU", [5, 0].map(value).to_vec())],
                    );
                }
                scenes.push(Scene::new(kind, grid).size(width, height).log());
            }
        }
    }
    scenes
}

fn name(scene: &Scene) -> String {
    format!("{:?} {} x {}", scene.kind, scene.width, scene.height)
}

/// The heights of a series' figures, by place.
fn heights(frame: &Frame, series: usize) -> Vec<(usize, i32)> {
    let bands = frame.hit_bands.iter();
    let points = bands.filter_map(|band| {
        band.points.iter().find(|(of, _)| *of == series).map(|(_, point)| (band.index, point.y))
    });
    points.collect()
}

fn text<'t>(texts: &'t [Text], wanted: &str) -> Option<&'t Text> {
    texts.iter().find(|text| text.text == wanted)
}

#[test]
fn a_logarithmic_axis_says_so() {
    for scene in scenes() {
        let texts = all_texts(&scene.frame());
        assert!(texts.iter().any(|text| text.text.contains("logarithmic scale")), "{}", name(&scene));
        let linear = Scene { scale: migration_widget::chart::ValueScale::Linear, ..scene };
        assert!(!all_texts(&linear.frame()).iter().any(|text| text.text.contains("logarithmic")));
    }
    for (language, words) in [("en", "logarithmic scale"), ("es", "escala logarítmica")] {
        let locale = messages(language, &[]);
        let scene = Scene { locale, ..Scene::new(Kind::Line, figures()).size(700.0, 400.0).log() };
        let texts = all_texts(&scene.frame());
        assert!(texts.iter().any(|text| text.text.ends_with(words)), "{language}");
    }
}

#[test]
fn zeros_stand_in_a_strip_below_the_smallest_magnitude_and_gaps_stay_gaps() {
    for scene in scenes().into_iter().filter(|scene| scene.kind == Kind::Line) {
        let frame = scene.frame();
        let colombia = heights(&frame, 0);
        assert_eq!(colombia.len(), 5, "{}: all five are known, zero too", name(&scene));
        assert_eq!(colombia[0].1, frame.plot.bottom, "zero stands at the bottom");
        let strip = colombia[0].1 - colombia[1].1;
        assert!(strip >= 12, "{}: 1 stands {strip} px above zero", name(&scene));
        let step = colombia[1].1 - colombia[2].1;
        assert!((colombia[2].1 - colombia[3].1 - step).abs() <= 1, "magnitudes stay even");
        let ecuador: Vec<usize> = heights(&frame, 1).iter().map(|(place, _)| *place).collect();
        assert_eq!(ecuador, [0, 2, 3, 4], "{}: February is missing", name(&scene));
        let texts = all_texts(&frame);
        let zero = text(&texts, "0").unwrap_or_else(|| panic!("{}: no label 0", name(&scene)));
        assert_eq!(zero.at.y, frame.plot.bottom);
    }
}

#[test]
fn slopes_and_panels_show_zero_too() {
    for scene in scenes() {
        let frame = scene.frame();
        let count = if scene.kind == Kind::Slope { 2 } else { 5 };
        assert_eq!(heights(&frame, 0).len(), count, "{}", name(&scene));
    }
}

#[test]
fn without_zeros_there_is_no_strip() {
    let grid = grid(months(2024, 3), &[("people", [1, 10, 100].map(value).to_vec())]);
    let frame = Scene::new(Kind::Line, grid).size(700.0, 400.0).log().frame();
    assert_eq!(heights(&frame, 0)[0].1, frame.plot.bottom, "1 begins the axis");
    assert!(text(&all_texts(&frame), "0").is_none());
}

#[test]
fn both_axes_of_a_scatter_say_at_every_width_that_they_are_logarithmic() {
    let mut tables = ShippedTables::open();
    for (language, words) in [("en", "logarithmic scale"), ("es", "escala logarítmica")] {
        let locale = messages(language, &[]);
        let asked = [
            ("dataset", "venezuelans-abroad"),
            ("filter", "coa_region=Americas"),
            ("kind", "scatter"),
            ("scale", "log"),
            ("to", "2023"),
        ];
        let view = tables.view(&asked, &locale).expect("dots");
        for width in WIDTHS {
            let frame = frame_of(&view, None, &locale, (width, 320.0));
            let said = all_texts(&frame).into_iter().filter(|text| text.text.ends_with(words)).count();
            assert_eq!(said, 2, "{language} at {width}");
        }
    }
}
