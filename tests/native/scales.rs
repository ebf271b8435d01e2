//! Axes: round figures, grouped, at most five; periods as the width allows.

use migration_widget::chart::{Anchor, Frame, Mark, Rect, Text};
use migration_widget::model::{Period, Value};
use migration_widget::query::{Axis, Kind};

use crate::charts::*;

pub fn texts(frame: &Frame) -> Vec<&Text> {
    frame
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text(text) => Some(text),
            _ => None,
        })
        .collect()
}

/// The figures left of the plot, from the bottom up.
fn value_ticks(frame: &Frame) -> Vec<String> {
    let mut ticks: Vec<&Text> = texts(frame)
        .into_iter()
        .filter(|text| text.anchor == Anchor::Right && text.at.x < frame.plot.left)
        .collect();
    ticks.sort_by_key(|text| -text.at.y);
    ticks.into_iter().map(|text| text.text.clone()).collect()
}

/// The text above the plot.
fn unit(frame: &Frame) -> String {
    texts(frame)
        .iter()
        .find(|text| text.at.x == 0 && text.at.y < frame.plot.top)
        .map_or(String::new(), |text| text.text.clone())
}

/// The texts of the time axis, row by row, from left to right.
fn period_rows(frame: &Frame) -> Vec<Vec<String>> {
    let mut below: Vec<&Text> =
        texts(frame).into_iter().filter(|text| text.at.y > frame.plot.bottom).collect();
    below.sort_by_key(|text| (text.at.y, text.at.x));
    below
        .chunk_by(|one, two| one.at.y == two.at.y)
        .map(|row| row.iter().map(|text| text.text.clone()).collect())
        .collect()
}

fn of_values(values: &[f64]) -> Scene {
    let values: Vec<Value> = values.iter().copied().map(Value::Known).collect();
    Scene::new(Kind::Line, grid(years(2020, values.len()), &[("figure", values)]))
}

#[test]
fn value_ticks_are_round_grouped_and_at_most_five() {
    let cases: [(&[f64], &[&str]); 12] = [
        (&[0.0, 81946.0], &["0", "20,000", "40,000", "60,000", "80,000"]),
        (&[0.0, 38099.0], &["0", "10,000", "20,000", "30,000", "40,000"]),
        (&[0.0, 700000.0], &["0", "200,000", "400,000", "600,000"]),
        (&[0.0, 4.0], &["0", "1", "2", "3", "4"]),
        (&[0.0, 1.0], &["0", "1"]),
        (&[0.0, 0.3], &["0", "0.1", "0.2", "0.3"]),
        (&[0.0, 0.0], &["0", "1"]),
        (&[7.0, 7.0], &["0", "2", "4", "6"]),
        (&[-217882.0, 271801.0], &["-200,000", "0", "200,000"]),
        (&[-5.0, -5.0], &["-4", "-2", "0"]),
        (&[0.0, 1e-9], &["0", "0.0000000005", "0.000000001"]),
        (&[900.0, 1000.0], &["900", "950", "1,000"]),
    ];
    for (values, expected) in cases {
        let frame = of_values(values).frame();
        let ticks = value_ticks(&frame);
        assert!((2..=5).contains(&ticks.len()), "{values:?}: {ticks:?}");
        assert_eq!(ticks, expected, "{values:?}");
    }
}

#[test]
fn a_line_that_varies_little_leaves_zero_and_a_bar_never_does() {
    let scene = of_values(&[24634.0, 24657.0]);
    assert_ne!(value_ticks(&scene.frame())[0], "0");
    let bars = Scene { kind: Kind::Bar, ..scene };
    assert_eq!(value_ticks(&bars.frame())[0], "0");
    assert_eq!(value_ticks(&of_values(&[24634.0, 38099.0]).frame())[0], "0");
}

#[test]
fn above_ten_million_the_axis_counts_in_millions() {
    let cases: [(f64, &str, &str); 4] = [
        (9_000_000.0, "crossings", "8,000,000"),
        (12_000_000.0, "crossings, millions", "10"),
        (119_254_738.0, "crossings, millions", "100"),
        (1e12, "crossings, billions", "1,000"),
    ];
    for (largest, above, tick) in cases {
        let frame = of_values(&[0.0, largest]).frame();
        assert_eq!(unit(&frame), above);
        assert!(value_ticks(&frame).contains(&tick.to_string()), "{largest}: {:?}", value_ticks(&frame));
    }
}

#[test]
fn the_unit_says_per_whom_and_shares_are_in_percent() {
    let mut scene = of_values(&[0.0, 34.5]);
    scene.grid.per = Some(100_000.0);
    assert_eq!(unit(&scene.frame()), "crossings per 100,000 inhabitants");
    scene.grid.unit = None;
    assert_eq!(unit(&scene.frame()), "per 100,000 inhabitants");
    let shares = Scene::new(Kind::StackedArea, normalized(displaced())).frame();
    assert_eq!(value_ticks(&shares), ["0%", "25%", "50%", "75%", "100%"]);
    assert_eq!(unit(&shares), "people, % of the period’s total");
}

#[test]
fn a_logarithmic_axis_has_powers_of_ten() {
    let mut scene = of_values(&[1.0, 30055.0, 520085.0]).log();
    assert_eq!(value_ticks(&scene.frame()), ["1", "100", "10,000"]);
    scene = of_values(&[2.0, 9.0]).log();
    assert_eq!(value_ticks(&scene.frame()), ["1", "2", "5", "10"]);
}

#[test]
fn the_year_stands_once_under_its_first_month() {
    let frame = Scene::new(Kind::Line, darien()).frame();
    let rows = period_rows(&frame);
    assert_eq!(rows[0], ["Jan", "Jul", "Jan", "Jul", "Jan", "Jul", "Jan", "Jul", "Jan", "Jul", "Apr"]);
    assert_eq!(rows[1], ["2020", "2021", "2022", "2023", "2024", "2025"]);
}

#[test]
fn narrow_time_axes_have_years_and_still_name_both_ends() {
    let frame = Scene::new(Kind::Line, darien()).size(280.0, 240.0).frame();
    let rows = period_rows(&frame);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].first().map(String::as_str), Some("2020"));
    assert_eq!(rows[0].last().map(String::as_str), Some("Apr 2025"));
}

#[test]
fn first_and_last_place_are_labelled_at_every_width_and_grain() {
    let day = Period::day(2023, 1, 15).expect("a day");
    let days =
        |count| Axis::Periods(std::iter::successors(Some(day), |day| Some(day.next())).take(count).collect());
    let quarter = Period::quarter(2019, 2).expect("a quarter");
    let quarters = Axis::Periods(
        std::iter::successors(Some(quarter), |quarter| Some(quarter.next())).take(23).collect(),
    );
    let axes =
        [months(2020, 64), months(2024, 2), years(1951, 75), years(2010, 15), quarters, days(10), days(400)];
    for axis in axes {
        let values: Vec<Value> = (0..axis.len()).map(|place| Value::Known(place as f64)).collect();
        for kind in [Kind::Line, Kind::Bar] {
            for width in (280..=1600).step_by(60) {
                let scene = Scene::new(kind, grid(axis.clone(), &[("figure", values.clone())]));
                let frame = scene.size(f64::from(width), 300.0).frame();
                let rows = period_rows(&frame);
                let middles: Vec<i32> = texts(&frame)
                    .iter()
                    .filter(|text| text.at.y > frame.plot.bottom)
                    .map(|text| text.at.x)
                    .collect();
                let near = |middle: i32| middles.iter().any(|x| (x - middle).abs() <= 32);
                let (first, last) =
                    (frame.hit_bands[0].middle, frame.hit_bands[frame.hit_bands.len() - 1].middle);
                assert!(near(first) && near(last), "{width}: {rows:?}");
            }
        }
    }
}

/// The box of a text by the widths it was laid out with, and a line's height of its size.
pub fn box_of(text: &Text) -> Rect {
    use migration_widget::chart::{ApproximateMetrics, TextMetrics};
    let size = f64::from(text.size_in_device_px);
    let width = ApproximateMetrics.width_in_device_px(&text.text, size, text.weight).ceil() as i32;
    let left = match text.anchor {
        Anchor::Left => text.at.x,
        Anchor::Middle => text.at.x - width / 2,
        Anchor::Right => text.at.x - width,
    };
    let half = text.size_in_device_px / 2;
    Rect { left, top: text.at.y - half, right: left + width, bottom: text.at.y + half }
}
