//! What holds of every answer and of every drawing, tried on tables at random: the same in each run.

use migration_widget::chart::{Frame, Mark, Point};
use migration_widget::data::{describe, read_csv};
use migration_widget::model::Value;
use migration_widget::query::{Axis, Grid, Kind, Request, SeriesRole, later, run};

use crate::charts::{Scene, grid, value, years};
use crate::dice::Dice;

const COUNTRIES: [&str; 7] = ["VEN", "HTI", "CUB", "ECU", "COL", "NIC", "PER"];
const ROUTES: [&str; 3] = ["sea", "land", "air"];

/// A row of a table: year, country, route, crossings.
type Row = (u64, &'static str, &'static str, Option<u64>);

/// A table at random: repeated rows, rows that lack, cells that are empty, zeros.
fn rows(dice: &mut Dice) -> Vec<Row> {
    let count = dice.between(3, 60);
    let row = |dice: &mut Dice| {
        let figure = match dice.between(0, 9) {
            0 => None,
            1 => Some(0),
            _ => Some(dice.between(1, 90_000)),
        };
        (dice.between(2015, 2022), *dice.pick(&COUNTRIES), *dice.pick(&ROUTES), figure)
    };
    (0..count).map(|_| row(dice)).collect()
}

fn answer(rows: &[Row], attributes: &[(&str, &str)]) -> Option<Grid> {
    let mut csv = String::from("year,country_iso,route,crossings\n");
    for (year, country, route, figure) in rows {
        let figure = figure.map(|figure| figure.to_string()).unwrap_or_default();
        csv.push_str(&format!("{year},{country},{route},{figure}\n"));
    }
    let attribute = |name: &str| {
        attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    let request = Request::from_attributes(&attribute).expect("attributes that are right");
    let reading = read_csv(csv.as_bytes()).ok()?;
    run(&reading.table, &describe(&reading), &request, None, None, Some(later())).ok().flatten()
}

fn sum(grid: &Grid) -> f64 {
    grid.values.iter().filter_map(|value| value.known()).sum()
}

#[test]
fn whatever_stands_across_or_is_folded_all_figures_are_there_once() {
    let mut dice = Dice(20);
    let mut compared = 0;
    for round in 0..400 {
        let rows = rows(&mut dice);
        let top = dice.between(1, 6).to_string();
        let [x, series] = *dice.pick(&[
            ["year", "none"],
            ["year", "country_iso"],
            ["year", "route"],
            ["country_iso", "none"],
            ["country_iso", "route"],
            ["route", "country_iso"],
        ]);
        let filtered = *dice.pick(&["", "route=sea,air", "year>=2018; country_iso!=VEN"]);
        let mut attributes =
            vec![("x", x), ("series", series), ("y", "crossings"), ("aggregate", "sum"), ("totals", "keep")];
        attributes.extend(
            [("top", &*top), ("filter", filtered)].into_iter().filter(|(_, value)| !value.is_empty()),
        );
        let Some(grid) = answer(&rows, &attributes) else { continue };
        let is_in = |(year, country, route, _): &&Row| match filtered {
            "" => true,
            "route=sea,air" => *route != "land",
            _ => *year >= 2018 && *country != "VEN",
        };
        let expected: u64 = rows.iter().filter(is_in).filter_map(|(.., figure)| *figure).sum();
        assert_eq!(sum(&grid), expected as f64, "round {round}: {attributes:?} of {rows:?}");
        compared += 1;
        // No more than were asked for, the largest of them, and the fold is what is left.
        let others = grid.series.iter().filter(|series| series.role == SeriesRole::Other).count();
        let kept = if series == "none" && matches!(grid.axis, Axis::Entities(_)) {
            grid.axis.len() - usize::from(grid.folded.is_some())
        } else {
            grid.series.len() - others
        };
        assert!(kept <= top.parse().expect("a number"), "round {round}: {kept} are kept of {attributes:?}");
        let total = |of: usize| -> f64 {
            (0..grid.axis.len()).filter_map(|place| grid.value(of, place).known()).sum()
        };
        let totals: Vec<f64> = (0..grid.series.len() - others).map(total).collect();
        assert!(totals.is_sorted_by(|left, right| left >= right), "round {round}: {totals:?}");
    }
    assert!(compared > 300, "{compared} answers");
}

#[test]
fn every_figure_of_an_answer_is_that_of_its_rows_and_what_has_none_is_missing() {
    let mut dice = Dice(21);
    let mut compared = 0;
    for round in 0..300 {
        let rows = rows(&mut dice);
        let attributes = [("x", "year"), ("series", "country_iso"), ("y", "crossings"), ("totals", "keep")];
        let Some(grid) = answer(&rows, &attributes) else { continue };
        let Axis::Periods(periods) = &grid.axis else { panic!("years") };
        for (index, series) in grid.series.iter().enumerate() {
            for (place, period) in periods.iter().enumerate() {
                let of_cell = rows.iter().filter(|(year, country, ..)| {
                    year.to_string() == period.to_string() && *country == series.key
                });
                let known: Vec<u64> = of_cell.filter_map(|(.., figure)| *figure).collect();
                let expected = (!known.is_empty()).then(|| known.iter().sum::<u64>() as f64);
                assert_eq!(
                    grid.value(index, place).known(),
                    expected,
                    "round {round}: {} in {period}",
                    series.key
                );
                compared += 1;
            }
        }
    }
    assert!(compared > 5_000, "{compared} figures");
}

/// Figures over years at random: gaps, zeros, one series, one year.
fn scene_at_random(dice: &mut Dice, kind: Kind) -> Scene {
    let (places, count) = (dice.between(1, 9) as usize, dice.between(1, 5) as usize);
    let most = *dice.pick(&[3, 90, 4_000, 800_000]);
    let mut of_place = |_| match dice.between(0, 5) {
        0 => None,
        1 => Some(0),
        _ => Some(dice.between(1, most) as i32),
    };
    let series: Vec<(&str, Vec<Value>)> = COUNTRIES
        .into_iter()
        .take(count)
        .map(|key| {
            let figures = (0..places).map(&mut of_place);
            (key, figures.map(|figure| value(figure.unwrap_or(crate::charts::GAP))).collect())
        })
        .collect();
    Scene::new(kind, grid(years(2010, places), &series))
}

/// The corners of what is drawn of data: texts and frames within a frame aside.
fn corners(frame: &Frame) -> Vec<Point> {
    let of = |mark: &Mark| match mark {
        Mark::Line { points, .. } | Mark::Area { points, .. } => points.clone(),
        Mark::Box { rect, .. } => {
            vec![Point { x: rect.left, y: rect.top }, Point { x: rect.right, y: rect.bottom }]
        }
        Mark::Dot { center, .. } => vec![*center],
        _ => Vec::new(),
    };
    frame.marks.iter().flat_map(of).collect()
}

#[test]
fn every_mark_lies_in_the_drawing_and_every_point_in_the_plot() {
    let mut dice = Dice(22);
    let mut points = 0;
    for round in 0..400 {
        let kind = *dice.pick(&[
            Kind::Line,
            Kind::Area,
            Kind::StackedArea,
            Kind::Bar,
            Kind::StackedBar,
            Kind::GroupedBar,
        ]);
        let width = dice.between(240, 1200) as f64;
        let scene = scene_at_random(&mut dice, kind).size(width, 360.0);
        let frame = scene.frame();
        let (left, right) = (0, frame.width_in_device_px);
        for corner in corners(&frame) {
            let is_in =
                (left..=right).contains(&corner.x) && (0..=frame.height_in_device_px).contains(&corner.y);
            assert!(is_in, "round {round}: {kind:?} at {width}: {corner:?}");
        }
        for band in &frame.hit_bands {
            for (_, point) in &band.points {
                assert!(frame.plot.holds(*point), "round {round}: {kind:?}: {point:?} of {:?}", frame.plot);
                points += 1;
            }
        }
    }
    assert!(points > 3_000, "{points} points");
}

#[test]
fn a_point_is_drawn_for_each_figure_and_for_nothing_else() {
    let mut dice = Dice(23);
    for round in 0..300 {
        let kind = *dice.pick(&[Kind::Line, Kind::StackedArea, Kind::GroupedBar]);
        let scene = scene_at_random(&mut dice, kind);
        let frame = scene.frame();
        for (place, band) in frame.hit_bands.iter().enumerate() {
            let drawn: Vec<usize> = band.points.iter().map(|(series, _)| *series).collect();
            let known: Vec<usize> = (0..scene.grid.series.len())
                .filter(|series| scene.grid.value(*series, place).is_known())
                .collect();
            assert_eq!(drawn, known, "round {round}: {kind:?} at {place}");
        }
    }
}

#[test]
fn the_top_of_a_stack_is_where_the_sum_of_its_layers_is_drawn() {
    let mut dice = Dice(24);
    let mut compared = 0;
    for round in 0..300 {
        let scene = scene_at_random(&mut dice, Kind::StackedArea);
        let places = scene.grid.axis.len();
        let of_place = |place: usize| {
            let known =
                (0..scene.grid.series.len()).filter_map(|series| scene.grid.value(series, place).known());
            known.reduce(|sum, figure| sum + figure)
        };
        let sums: Vec<Value> = (0..places)
            .map(|place| of_place(place).map_or(value(crate::charts::GAP), Value::Known))
            .collect();
        let (stack, whole) =
            (scene.frame(), Scene::new(Kind::Area, grid(years(2010, places), &[("sum", sums)])).frame());
        for (layers, sum) in stack.hit_bands.iter().zip(&whole.hit_bands) {
            let top = layers.points.iter().map(|(_, point)| point.y).min();
            let expected = sum.points.first().map(|(_, point)| point.y);
            // Heights of two plots are compared by their shares, as one has room for names that the other has not.
            let share = |y: i32, frame: &Frame| {
                f64::from(frame.plot.bottom - y) / f64::from(frame.plot.height().max(1))
            };
            assert_eq!(top.is_some(), expected.is_some(), "round {round}");
            if let (Some(top), Some(expected)) = (top, expected) {
                let (top, expected) = (share(top, &stack), share(expected, &whole));
                assert!((top - expected).abs() < 0.02, "round {round}: {top} is not {expected}");
                compared += 1;
            }
        }
    }
    assert!(compared > 800, "{compared} stacks");
}
