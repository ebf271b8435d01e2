//! Scales stand while periods are stepped through: axis, keys, widths and classes are those of the whole span.

use std::rc::Rc;

use migration_widget::chart::{Frame, Mark, Rect, Step};
use migration_widget::figure::{FigureModel, QueryInput, steps, stop_of};
use migration_widget::model::{Period, Value};
use migration_widget::query::{Axis, Kind, Request, SeriesBreak, run, time_field};

use crate::charts::*;
use crate::default_views::{Outcome, Shipped};
use crate::kind_scenes::{americas, world};
use crate::scales::box_of;

/// The kinds that show one period, as `kind=` has them.
const KINDS: [&str; 8] = ["bar", "stacked-bar", "grouped-bar", "map", "scatter", "waffle", "pyramid", "flow"];

/// The periods of a view, by the rows themselves.
fn periods(input: &QueryInput) -> Vec<Period> {
    let Some(time) = time_field(input.table, input.dataset) else { return Vec::new() };
    let request = Request {
        kind: Some(Kind::Table),
        x: Some(time.to_owned()),
        series: Some("none".into()),
        filter: input.request.filter.clone(),
        ..Request::default()
    };
    let grid = run(input.table, input.dataset, &request, None, input.today, input.later);
    match grid.ok().flatten().map(|grid| grid.axis) {
        Some(Axis::Periods(periods)) => periods,
        _ => Vec::new(),
    }
}

/// A view as the reader sees it at each of at most `most` of its periods, spread over all; with all of them to hold.
fn played(shipped: &Shipped, id: &str, attributes: &str, most: usize) -> Vec<(String, Scene)> {
    let Ok((periods, steps)) = shipped.ask(id, attributes, &|input| {
        let periods = periods(input);
        let steps = steps(input, &periods);
        (periods, steps)
    }) else {
        return Vec::new();
    };
    let every = periods.len().div_ceil(most).max(1);
    let mut chosen: Vec<Period> = periods.iter().copied().step_by(every).collect();
    chosen.extend(periods.last().filter(|last| chosen.last() != Some(last)));
    let mut scenes = Vec::new();
    for period in chosen {
        let shown: Outcome = shipped.show(id, &format!("{attributes}|from={period}|to={period}"));
        let Ok(shown) = shown else { continue };
        if !matches!(shown.grid.axis, Axis::Entities(_)) {
            return Vec::new();
        }
        let shown = FigureModel { steps: Rc::new(steps.clone()), ..shown };
        let map = shown.ground();
        let mut scene = Scene::new(shown.kind, shown.grid);
        scene.boundaries = Some(if map == "americas" { americas() } else { world() });
        scene.companions = shown.companions;
        scene.steps.clone_from(&steps);
        scenes.push((period.to_string(), scene));
    }
    scenes
}

/// The texts of keys and axes: all that does not stand for a place of this period.
fn scale_texts(frame: &Frame, scene: &Scene) -> Vec<(String, Rect)> {
    let theme = &scene.theme;
    let in_muted = all_texts(frame).into_iter().filter(|text| text.color == theme.muted);
    // The date of a stock stands with its unit, and is the period's own.
    let years: Vec<String> =
        scene.grid.span.map(|span| span.1.calendar_year().to_string()).into_iter().collect();
    let is_tick = |text: &str| {
        text.bytes().any(|byte| byte.is_ascii_digit()) && !years.iter().any(|year| text.contains(year))
    };
    in_muted
        .filter(|text| is_tick(&text.text) && text.size_in_device_px < 20)
        .map(|text| (text.text.clone(), box_of(&text)))
        .collect()
}

/// Device pixels a unit of the figures, where a mark is long enough to tell: from the largest mark of a frame.
fn measure(frame: &Frame, scene: &Scene) -> Option<(f64, f64)> {
    let grid = &scene.grid;
    let known = |place: usize| grid.value(0, place).known();
    let largest = |marks: Vec<(f64, f64)>| marks.into_iter().max_by(|one, two| one.1.total_cmp(&two.1));
    let found = match scene.kind {
        Kind::Bar if grid.series.len() == 1 => largest(
            frame
                .hit_bands
                .iter()
                .filter_map(|band| {
                    Some((known(band.index)?, f64::from(band.points.first()?.1.x - frame.plot.left)))
                })
                .collect(),
        ),
        Kind::Map if !grid.is_shaded() && grid.series.len() == 1 => {
            let radius = |at| {
                frame.marks.iter().find_map(|mark| match mark {
                    Mark::Dot { center, radius, .. } if *center == at => Some(f64::from(*radius)),
                    _ => None,
                })
            };
            largest(
                frame
                    .hit_bands
                    .iter()
                    .filter_map(|band| Some((known(band.index)?.sqrt(), radius(band.points.first()?.1)?)))
                    .collect(),
            )
        }
        Kind::Flow => largest(
            frame
                .hit_bands
                .iter()
                .filter(|band| band.points.is_empty())
                .map(|band| {
                    let sum =
                        (0..grid.series.len()).filter_map(|series| grid.value(series, band.index).known());
                    (sum.sum(), f64::from(band.reach.1 - band.reach.0))
                })
                .collect(),
        ),
        _ => None,
    };
    found.filter(|(figure, length)| *figure > 0.0 && *length > 8.0)
}

#[test]
fn scales_are_those_of_the_whole_span_at_every_period() {
    let shipped = Shipped::open();
    let mut faults = Vec::new();
    let mut seen = 0;
    for id in shipped.datasets() {
        for kind in KINDS {
            let mores = if matches!(kind, "bar" | "map") { &["", "|per=100000"][..] } else { &[""] };
            for more in mores {
                let scenes = played(&shipped, &id, &format!("kind={kind}{more}"), 4);
                for (width, height) in [(280.0, 360.0), (360.0, 420.0), (700.0, 480.0), (1200.0, 700.0)] {
                    let mut first: Option<(String, ScaleTexts, Rect)> = None;
                    let mut scale: Option<(String, f64)> = None;
                    for (period, scene) in &scenes {
                        let scene = Scene { width, height, ..scene.clone() };
                        let frame = scene.frame();
                        let name = format!("{id} {kind}{more} {width}: {period}");
                        if frame.hit_bands.is_empty() || frame.plot == Rect::default() {
                            continue;
                        }
                        seen += 1;
                        let is_large = |text: &migration_widget::chart::Text| text.size_in_device_px == 32;
                        let years = all_texts(&frame).into_iter().filter(is_large).count();
                        if years != 1 {
                            faults.push(format!("{name}: {years} large periods"));
                        }
                        if let Some((figure, length)) = measure(&frame, &scene) {
                            let this = length / figure;
                            let (before, known) = scale.get_or_insert((period.clone(), this));
                            // A pixel of rounding at each end.
                            if (this * figure - *known * figure).abs() > 2.0 + 0.1 * length {
                                faults.push(format!("{name}: {this} px a unit, {known} in {before}"));
                            }
                        }
                        // Waffles have no axis, and flows and bars with values none with figures.
                        if matches!(scene.kind, Kind::Waffle | Kind::Flow) {
                            continue;
                        }
                        let texts = match scene.kind {
                            Kind::Bar | Kind::StackedBar | Kind::GroupedBar | Kind::Pyramid => Vec::new(),
                            _ => scale_texts(&frame, &scene),
                        };
                        let plot = Rect { bottom: 0, ..frame.plot };
                        let (before, known, place) =
                            first.get_or_insert_with(|| (period.clone(), texts.clone(), plot));
                        if *known != texts {
                            faults.push(format!("{name}: {texts:?}, {known:?} in {before}"));
                        }
                        if *place != plot {
                            faults.push(format!("{name}: {plot:?}, {place:?} in {before}"));
                        }
                    }
                }
            }
        }
    }
    assert_eq!(faults.len(), 0, "{} of {seen}: {:#?}", faults.len(), &faults[..faults.len().min(12)]);
    assert!(seen > 500, "{seen}");
}

/// The texts of a scale with where they stand.
type ScaleTexts = Vec<(String, Rect)>;

/// Two countries in two years: the larger of all figures is 1,000, in the second.
fn two_years() -> [Scene; 2] {
    let of = |colombia, ecuador| {
        let axis = Axis::Entities(["COL", "ECU"].map(String::from).to_vec());
        grid(axis, &[("people", vec![value(colombia), value(ecuador)])])
    };
    let mut grids = [of(100, 50), of(1000, 250)];
    for (grid, year) in grids.iter_mut().zip([2016, 2025]) {
        grid.span = Some((Period::year(year), Period::year(year)));
    }
    let steps: Vec<Step> =
        grids.iter().map(|grid| Step { grid: grid.clone(), companions: Vec::new() }).collect();
    grids.map(|grid| Scene {
        steps: steps.clone(),
        boundaries: Some(americas()),
        ..Scene::new(Kind::Bar, grid)
    })
}

#[test]
fn a_bar_of_a_tenth_of_the_greatest_is_a_tenth_as_long() {
    let length = |scene: &Scene| {
        let frame = scene.frame();
        let x = frame.hit_bands[0].points[0].1.x;
        assert_eq!(frame.hit_bands[0].index, 0);
        (x - frame.plot.left, frame.plot.right - frame.plot.left)
    };
    let [early, late] = two_years();
    assert_eq!(length(&late).0, length(&late).1, "the greatest of all fills the plot");
    assert_eq!(length(&early).1, length(&late).1);
    assert!(
        (f64::from(length(&early).0) - f64::from(length(&late).1) / 10.0).abs() <= 1.0,
        "{:?}",
        length(&early)
    );
}

#[test]
fn a_circle_of_a_hundredth_of_the_greatest_has_a_tenth_of_its_radius_and_the_key_stands() {
    let [mut early, mut late] = two_years();
    early.grid.values[0] = Value::Known(10.0);
    early.steps[0].grid.values[0] = Value::Known(10.0);
    late.steps.clone_from(&early.steps);
    (early.kind, late.kind) = (Kind::Map, Kind::Map);
    let radius = |scene: &Scene| {
        let frame = Scene { width: 1200.0, height: 900.0, ..scene.clone() }.frame();
        let at = frame.hit_bands.iter().find(|band| band.index == 0).unwrap().points[0].1;
        let texts: Vec<String> = all_texts(&frame).into_iter().map(|text| text.text).collect();
        assert!(texts.contains(&"1,000".into()) && texts.contains(&"100".into()), "{texts:?}");
        frame
            .marks
            .iter()
            .find_map(|mark| match mark {
                Mark::Dot { center, radius, .. } if *center == at => Some(f64::from(*radius)),
                _ => None,
            })
            .unwrap()
    };
    assert!((radius(&early) * 10.0 - radius(&late)).abs() <= 5.0, "{} {}", radius(&early), radius(&late));
}

#[test]
fn the_period_stands_large_above_the_plot_while_it_is_stepped_through_alone() {
    let [early, late] = two_years();
    let large = |scene: &Scene| {
        let texts = all_texts(&scene.frame()).into_iter();
        texts.filter(|text| text.size_in_device_px == 32).map(|text| text.text).collect::<Vec<_>>()
    };
    assert_eq!((large(&early), large(&late)), (vec!["2016".to_owned()], vec!["2025".to_owned()]));
    assert_eq!(large(&Scene { steps: Vec::new(), ..early }), Vec::<String>::new());
}

#[test]
fn a_break_of_method_stops_the_play_before_it() {
    let periods: Vec<Period> = (2018..=2025).map(Period::year).collect();
    let mut grid = darien_2023(3);
    assert_eq!(stop_of(&periods, 0, &grid), 7, "without one it plays to the end");
    grid.breaks = vec![SeriesBreak { from: Period::month(2023, 1).unwrap(), series: None }];
    assert_eq!(stop_of(&periods, 0, &grid), 4, "2022 is the last before that of 2023");
    assert_eq!(stop_of(&periods, 4, &grid), 7, "from there it goes on");
    assert_eq!(stop_of(&periods, 7, &grid), 7);
}
