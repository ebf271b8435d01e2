//! Charts of very many figures: what is drawn of them, and the way out where they are too many.

use migration_widget::chart::Mark;
use migration_widget::data::{ReadOptions, read};
use migration_widget::model::{Grain, Period, Problem, Value};
use migration_widget::query::{Axis, Grid, Kind};
use migration_widget::view::State;

use crate::charts::{Scene, grid};
use crate::figure::Source;

/// A saw with a spike of its own in every thousandth day.
fn figure_of(day: usize) -> f64 {
    if day % 1000 == 137 { 5000.0 + day as f64 / 1000.0 } else { (day * 7919 % 1000) as f64 }
}

fn days(count: usize, known: impl Fn(usize) -> bool) -> Grid {
    let first = Period::day(1700, 1, 1).unwrap();
    let axis = (0..count as i32).map(|day| Period { ordinal: first.ordinal + day, grain: Grain::Day });
    let values = (0..count).map(|day| match known(day) {
        true => Value::Known(figure_of(day)),
        false => Value::Missing(migration_widget::model::Reason::NoRow),
    });
    grid(Axis::Periods(axis.collect()), &[("crossings", values.collect())])
}

#[test]
fn a_line_of_very_many_days_keeps_of_each_pixel_the_first_the_least_the_greatest_and_the_last() {
    const DAYS: usize = 120_000;
    let frame = Scene::new(Kind::Line, days(DAYS, |_| true)).frame();
    let line = frame.marks.iter().filter_map(|mark| match mark {
        Mark::Line { points, .. } => Some(points),
        _ => None,
    });
    let line = line.max_by_key(|points| points.len()).unwrap();
    let width = frame.plot.width() as usize;
    assert!(line.len() > width && line.len() <= (width + 1) * 4, "{} of {width}", line.len());
    // Each spike stands in its pixel: with 120 days a pixel or more, one pixel in eight or so holds one.
    let top = line.iter().map(|point| point.y).min().unwrap();
    let bottom = line.iter().map(|point| point.y).max().unwrap();
    let middle = (top + bottom) / 2;
    let spiked: std::collections::BTreeSet<i32> =
        line.iter().filter(|point| point.y < middle).map(|point| point.x).collect();
    let expected: std::collections::BTreeSet<i32> = (0..DAYS)
        .filter(|day| day % 1000 == 137)
        .map(|day| {
            let share = day as f64 / (DAYS - 1) as f64;
            (f64::from(frame.plot.left) + f64::from(frame.plot.width()) * share).round() as i32
        })
        .collect();
    assert_eq!(spiked, expected);
}

#[test]
fn what_a_pointer_finds_in_a_line_of_very_many_days_is_bounded_and_true() {
    let grid = days(120_000, |_| true);
    let frame = Scene::new(Kind::Line, grid.clone()).frame();
    assert!(frame.hit_bands.len() <= frame.plot.width() as usize + 1, "{}", frame.hit_bands.len());
    let mut right = frame.plot.left;
    for band in &frame.hit_bands {
        assert_eq!(band.reach.0, right, "no pixel is without a place");
        right = band.reach.1;
        // A spike is what is found in its pixel.
        assert_eq!(grid.value(0, band.index), Value::Known(figure_of(band.index)));
    }
    let spikes = frame.hit_bands.iter().filter(|band| band.index % 1000 == 137).count();
    assert_eq!(spikes, 120);
    // While a keyboard can go through them, each place is one.
    let few = Scene::new(Kind::Line, days(2000, |_| true)).frame();
    assert_eq!(few.hit_bands.len(), 2000);
}

#[test]
fn gaps_between_very_many_days_bring_no_more_marks_than_pixels() {
    let frame = Scene::new(Kind::Line, days(120_000, |day| day % 2 == 0)).frame();
    assert!(frame.marks.len() < frame.plot.width() as usize * 3, "{} marks", frame.marks.len());
    // A gap that is wide enough to be seen is one.
    let frame = Scene::new(Kind::Line, days(120_000, |day| !(30_000..60_000).contains(&day))).frame();
    let lines =
        frame.marks.iter().filter(|mark| matches!(mark, Mark::Line { points, .. } if points.len() > 100));
    assert_eq!(lines.count(), 2);
}

/// The outcome of a file under some attributes.
fn ask(text: &str, asked: &[(&str, &str)]) -> Result<Grid, Problem> {
    let reading = read(text.as_bytes(), &ReadOptions::default())?;
    Source::of(&reading).answer("en", asked, &State::default()).map(|model| model.grid)
}

fn selection(problem: &Problem) -> &str {
    &problem.arguments.iter().find(|(name, _)| *name == "selection").unwrap().1
}

#[test]
fn a_chart_of_too_many_places_names_a_field_that_works() {
    let mut text = String::from("person,country,year,hours\n");
    for row in 0..41_000 {
        let country = ["Peru", "Chile", "Brazil"][row % 3];
        text.push_str(&format!("P{row},{country},{},{}\n", 2000 + row % 7, row % 9));
    }
    let problem = ask(&text, &[("x", "person"), ("y", "hours")]).unwrap_err();
    assert_eq!((problem.code, selection(&problem)), ("too-many-marks", "x=\"year\""));
    assert_eq!(ask(&text, &[("x", "year"), ("y", "hours")]).unwrap().axis.len(), 7);
}

#[test]
fn a_chart_of_too_many_series_over_days_names_a_grain_or_a_field_that_works() {
    // 900 sites on 4,500 days, of which each has only one: 4.05 million cells.
    let mut text = String::from("date,site,region,beds\n");
    let first = Period::day(2010, 1, 1).unwrap();
    for row in 0..4500 {
        let day = Period { ordinal: first.ordinal + row, ..first };
        text.push_str(&format!("{day},S{},R{},{}\n", row % 900, row % 2, row % 9));
    }
    let asked = [("x", "date"), ("y", "beds"), ("series", "site")];
    let problem = ask(&text, &asked).unwrap_err();
    assert_eq!((problem.code, selection(&problem)), ("too-many-marks", "series=\"region\""));
    assert_eq!(ask(&text, &[asked[0], asked[1], ("series", "region")]).unwrap().series.len(), 2);
}

#[test]
fn a_table_of_numbers_without_end_names_one_of_them() {
    let rows: String = (0..41_000).map(|row| format!("{row},{}\n", row % 9)).collect();
    let problem = ask(&format!("counter,hours\n{rows}"), &[("x", "counter"), ("y", "hours")]).unwrap_err();
    assert_eq!((problem.code, selection(&problem)), ("too-many-marks", "filter=\"counter=0\""));
}

/// How long the text alternative of so many days takes.
fn said_in(days: i32) -> std::time::Duration {
    let first = Period::day(1700, 1, 1).unwrap();
    let mut text = String::from("date,value\n");
    for row in 0..days {
        let day = Period { ordinal: first.ordinal + row, ..first };
        text.push_str(&format!("{day},{}\n", figure_of(row as usize)));
    }
    let reading = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let model = Source::of(&reading).answer("en", &[("kind", "line")], &State::default()).unwrap();
    let locale = crate::messages::locale("en", &[]);
    let before = std::time::Instant::now();
    assert!(model.summary(&State::default(), "", &locale).contains("The figure"));
    before.elapsed()
}

#[test]
fn what_is_said_of_very_many_days_takes_time_that_grows_as_they_do() {
    // Eight times as many, with room for a machine that is busy: a look at each for each would take 64 times as long.
    let (few, many) = (said_in(5_000).max(said_in(5_000)), said_in(40_000));
    assert!(many < few * 30, "{few:?} of 5,000 days, {many:?} of 40,000");
}
