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
    // April 2025, the last, is no step and has no room beside January.
    assert_eq!(rows[0], ["Jan", "Jul", "Jan", "Jul", "Jan", "Jul", "Jan", "Jul", "Jan", "Jul", "Jan"]);
    assert_eq!(rows[1], ["2020", "2021", "2022", "2023", "2024", "2025"]);
}

#[test]
fn narrow_time_axes_have_years() {
    let frame = Scene::new(Kind::Line, darien()).size(280.0, 240.0).frame();
    assert_eq!(period_rows(&frame), [["2020", "2022", "2024"]]);
    let frame = Scene::new(Kind::Line, darien()).size(360.0, 240.0).frame();
    assert_eq!(period_rows(&frame), [["2020", "2021", "2022", "2023", "2024", "2025"]]);
}

/// The labels under the axis: their text, their middle, the place they stand at.
fn labels(frame: &Frame) -> Vec<(String, i32, usize)> {
    let mut below: Vec<&Text> =
        texts(frame).into_iter().filter(|text| text.at.y > frame.plot.bottom).collect();
    below.sort_by_key(|text| (text.at.y, text.at.x));
    let row = below.first().map_or(0, |text| text.at.y);
    let nearest = |x: i32| frame.hit_bands.iter().min_by_key(|band| (band.middle - x).abs()).unwrap().index;
    let in_row = below.into_iter().filter(|text| text.at.y == row);
    in_row.map(|text| (text.text.clone(), text.at.x, nearest(text.at.x))).collect()
}

#[test]
fn time_ticks_stand_in_even_steps_from_the_first_on() {
    let day = Period::day(2023, 1, 15).expect("a day");
    let days =
        |count| Axis::Periods(std::iter::successors(Some(day), |day| Some(day.next())).take(count).collect());
    let quarter = Period::quarter(2019, 2).expect("a quarter");
    let quarters = Axis::Periods(
        std::iter::successors(Some(quarter), |quarter| Some(quarter.next())).take(23).collect(),
    );
    let december = Period::month(2019, 12).expect("a month");
    let from_december =
        Axis::Periods(std::iter::successors(Some(december), |month| Some(month.next())).take(30).collect());
    let axes = [
        months(2020, 64),
        months(2024, 2),
        from_december,
        years(1951, 75),
        years(2010, 15),
        quarters,
        days(10),
        days(400),
    ];
    for axis in axes {
        let Axis::Periods(periods) = &axis else { unreachable!() };
        let values: Vec<Value> = (0..axis.len()).map(|place| Value::Known(place as f64)).collect();
        for kind in [Kind::Line, Kind::Bar] {
            for width in (280..=1600).step_by(60) {
                let scene = Scene::new(kind, grid(axis.clone(), &[("figure", values.clone())]));
                let frame = scene.size(f64::from(width), 300.0).frame();
                let labels = labels(&frame);
                let name = format!("{kind:?} {width}: {labels:?}");
                let first = frame.hit_bands[0].middle;
                assert!((labels[0].1 - first).abs() <= 32, "the first is labelled, {name}");
                // Between the first and the last label: years, quarters, months or days of one step.
                if labels.len() > 3 && periods[0].grain != migration_widget::model::Grain::Day {
                    let inner: Vec<i32> =
                        labels[1..labels.len() - 1].iter().map(|label| label.2 as i32).collect();
                    let steps: Vec<i32> = inner.windows(2).map(|pair| pair[1] - pair[0]).collect();
                    assert!(steps.windows(2).all(|pair| pair[0] == pair[1]), "{steps:?}, {name}");
                    // The last label ends the axis or is a step, and what is no step stands apart.
                    let last = labels[labels.len() - 1].2 as i32;
                    let is_step = steps.first().is_none_or(|step| last - inner[inner.len() - 1] == *step);
                    assert!(is_step || last as usize == periods.len() - 1, "{name}");
                }
                // A year stands under January, or under the first label.
                let years = period_rows(&frame);
                if let [_, _] = years.as_slice() {
                    let mut below: Vec<&Text> =
                        texts(&frame).into_iter().filter(|text| text.at.y > frame.plot.bottom).collect();
                    below.sort_by_key(|text| text.at.y);
                    let lowest = below[below.len() - 1].at.y;
                    for year in below.iter().filter(|text| text.at.y == lowest) {
                        let (text, _, place) =
                            labels.iter().find(|label| label.1 == year.at.x).expect("a label above");
                        let is_january = ["Jan", "Q1"].iter().any(|start| text.contains(start));
                        assert!(is_january || *place == 0, "{} under {text}, {name}", year.text);
                    }
                }
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
