//! Where things lie: nothing overlaps, nothing panics, missing is not zero, and every value can be reached.

use migration_widget::chart::{
    Color, Dash, Frame, HitBand, Mark, Point, Rect, Theme, ValueScale, export_layout,
};
use migration_widget::model::{Reason, Value};
use migration_widget::query::{Axis, Grid, Kind};

use crate::charts::*;
use crate::golden;
use crate::scales::{box_of, texts};

const KINDS: [Kind; 4] = [Kind::Line, Kind::Area, Kind::StackedArea, Kind::Bar];

fn grids() -> Vec<(&'static str, Grid)> {
    let keys = ["VEN", "COD", "VCT", "HTI", "CUB"].map(String::from).to_vec();
    vec![
        ("crossings", darien()),
        ("by nationality", darien_by_nationality(6)),
        ("three nationalities", provisional(darien_by_nationality(3), 2)),
        ("displaced", displaced()),
        ("shares", normalized(displaced())),
        ("changes", darien_change()),
        ("three months", grid(months(2023, 3), &[("crossings", [24634, 24657, 38099].map(value).to_vec())])),
        ("one month", grid(months(2023, 1), &[("crossings", vec![value(24634)])])),
        ("ranked", darien_2023(20)),
        (
            "long names",
            grid(Axis::Entities(keys), &[("crossings", [328650, 33, 1, 46422, GAP].map(value).to_vec())]),
        ),
    ]
}

/// What is wrong with the texts of a frame: overlaps, and cuts at its edge.
fn faults_of_texts(frame: &Frame) -> Vec<String> {
    let texts = all_texts(frame);
    let boxes: Vec<(&str, Rect)> = texts.iter().map(|text| (text.text.as_str(), box_of(text))).collect();
    let mut faults = Vec::new();
    for (index, (one_text, one)) in boxes.iter().enumerate() {
        let inside = one.left >= 0
            && one.top >= 0
            && one.right <= frame.width_in_device_px
            && one.bottom <= frame.height_in_device_px;
        if !inside {
            faults.push(format!("{one_text:?} is cut: {one:?}"));
        }
        for (two_text, two) in &boxes[index + 1..] {
            if one.overlaps(two) {
                faults.push(format!("{one_text:?} and {two_text:?} overlap"));
            }
        }
    }
    faults
}

#[test]
fn texts_neither_touch_nor_are_cut_from_280_to_1600_px() {
    for (name, grid) in grids() {
        for kind in KINDS {
            for width in (280..=1600).step_by(40) {
                for (height, ratio) in [(120.0, 1.0), (240.0, 2.0), (420.0, 1.5)] {
                    let scene = Scene::new(kind, grid.clone()).size(f64::from(width), height).ratio(ratio);
                    let faults = faults_of_texts(&scene.frame());
                    assert_eq!(
                        faults,
                        Vec::<String>::new(),
                        "{name}, {kind:?}, {width} x {height} at {ratio}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_sheet_holds_all_its_texts() {
    for width in [280.0, 320.0, 480.0, 700.0, 1200.0, 1600.0] {
        for kind in KINDS {
            let scene = Scene::new(kind, darien_by_nationality(6)).size(width, width * 0.6);
            let frame = export_layout(&scene.picture(), scene.kind_layout(), &golden::texts());
            assert_eq!(faults_of_texts(&frame), Vec::<String>::new(), "{kind:?} at {width}");
            let words = all_texts(&frame).into_iter().map(|text| text.text).collect::<Vec<_>>().join(" ");
            assert!(
                words.starts_with("Irregular crossings of the Darién by nationality | 2020–2025 Crossings")
            );
            assert!(words.contains("official statistics, no licence stated SHA-256"), "{words}");
            let digits = "0123456789abcdef".repeat(4);
            assert!(
                words.replace(' ', "").ends_with(&digits),
                "a long checksum goes on in the next line: {words}"
            );
            for name in ["Venezuela", "Haiti", "Ecuador", "Colombia", "China", "Other"] {
                assert!(words.contains(name), "{name} is named in the picture itself at {width}");
            }
        }
    }
}

fn points_of(mark: &Mark) -> Vec<Point> {
    match mark {
        Mark::Line { points, .. } | Mark::Area { points, .. } => points.clone(),
        Mark::Box { rect, .. } => {
            vec![Point { x: rect.left, y: rect.top }, Point { x: rect.right, y: rect.bottom }]
        }
        Mark::Dot { center, .. } => vec![*center],
        Mark::Text(text) => vec![text.at],
        Mark::Frame { frame, .. } => frame.marks.iter().flat_map(points_of).collect(),
    }
}

#[test]
fn odd_figures_and_sizes_are_laid_out_inside_the_frame() {
    let missing = Value::Missing(Reason::NotCollected);
    let odd: Vec<Vec<Value>> = vec![
        vec![],
        vec![Value::Known(0.0)],
        vec![missing],
        vec![Value::Known(0.0); 5],
        vec![missing; 5],
        vec![Value::Known(7.0); 5],
        vec![Value::Known(1e12), Value::Known(1.0), missing, Value::Known(1e-12)],
        vec![Value::Known(1e300), Value::Known(-1e300)],
        vec![Value::Known(f64::MAX), Value::Known(f64::MIN_POSITIVE), Value::Known(f64::MIN)],
        vec![Value::Known(-3.0), missing, Value::Known(-8.0)],
        (0..3_000).map(|place| Value::Known(f64::from(place % 977))).collect(),
    ];
    for values in odd {
        let places = values.len();
        let entities = Axis::Entities((0..places).map(|place| format!("E{place}")).collect());
        for axis in [years(1, places), entities] {
            for series in [1, 2] {
                let all: Vec<(&str, Vec<Value>)> = (0..series).map(|_| ("figure", values.clone())).collect();
                for kind in KINDS {
                    for scale in [ValueScale::Linear, ValueScale::Log] {
                        for (width, height, ratio) in [
                            (280.0, 120.0, 3.0),
                            (640.0, 400.0, 1.0),
                            (0.0, 0.0, 1.0),
                            (f64::NAN, 1e9, f64::NAN),
                        ] {
                            let scene = Scene { scale, ..Scene::new(kind, grid(axis.clone(), &all)) };
                            let frame = scene.size(width, height).ratio(ratio).frame();
                            // Beyond four a pixel those of one pixel have one place.
                            let room = 4.max((frame.plot.right - frame.plot.left) as usize * 4);
                            let known = frame.hit_bands.len() + frame.categories_left_out;
                            assert!(known == places || (known < places && places > room));
                            if width != 280.0 && width != 640.0 {
                                continue;
                            }
                            let slack = 8 * ratio as i32;
                            for point in frame.marks.iter().flat_map(points_of) {
                                let inside = (-slack..=frame.width_in_device_px + slack).contains(&point.x)
                                    && (-slack..=frame.height_in_device_px + slack).contains(&point.y);
                                assert!(inside, "{point:?} {kind:?} {scale:?} {width} {:?}", values.first());
                            }
                        }
                    }
                }
            }
        }
    }
}

fn lines_of(frame: &Frame, color: Color) -> Vec<(&Vec<Point>, Dash)> {
    frame
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Line { points, stroke } if stroke.color == color && stroke.width_in_device_px == 2 => {
                Some((points, stroke.dash))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn gap_in_series_starts_a_new_run_and_a_figure_alone_is_a_dot() {
    let frame = Scene::new(Kind::Line, darien()).frame();
    let color = Theme::light().series[0];
    let runs = lines_of(&frame, color);
    // January to March 2020; August 2020 to April 2025.
    assert_eq!(runs.iter().map(|(points, _)| points.len()).collect::<Vec<_>>(), [3, 57]);
    let dots = frame.marks.iter().filter_map(|mark| match mark {
        Mark::Dot { center, .. } => Some(center.x),
        _ => None,
    });
    // June 2020 alone, and the end.
    assert_eq!(dots.collect::<Vec<_>>(), [frame.hit_bands[5].middle, frame.hit_bands[63].middle]);
    assert!(frame.has_gaps);
    // The marks of missing figures: April and May, and July.
    let theme = Theme::light();
    let bands = frame
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Box { fill, .. } if fill.hatched && fill.color == theme.grid));
    assert_eq!(bands.count(), 2);
}

#[test]
fn a_wide_gap_is_marked_in_words() {
    let values = [1, 2, GAP, GAP, GAP, GAP, 5, 6].map(value).to_vec();
    for kind in KINDS {
        let frame = Scene::new(kind, grid(years(2010, 8), &[("figure", values.clone())])).frame();
        assert!(texts(&frame).iter().any(|text| text.text == "no data"), "{kind:?}");
    }
}

#[test]
fn the_segment_to_a_provisional_figure_is_dashed() {
    let values = [10, 20, 30, 40].map(value).to_vec();
    let scene = Scene::new(Kind::Line, provisional(grid(years(2022, 4), &[("figure", values)]), 1));
    let frame = scene.frame();
    let runs = lines_of(&frame, Theme::light().series[0]);
    let shapes: Vec<(usize, Dash)> = runs.iter().map(|(points, dash)| (points.len(), *dash)).collect();
    assert_eq!(shapes, [(3, Dash::Solid), (2, Dash::Dashed)]);
    assert!(frame.has_provisional && !frame.has_gaps);
    for kind in [Kind::Area, Kind::Bar] {
        let frame = Scene { kind, ..Scene::new(kind, scene.grid.clone()) }.frame();
        let hatched = frame
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Area { fill, .. } | Mark::Box { fill, .. } if fill.hatched));
        assert_eq!(hatched.count(), 1, "{kind:?}");
    }
}

#[test]
fn the_places_of_time_tile_the_plot() {
    for kind in KINDS {
        let frame = Scene::new(kind, darien_by_nationality(6)).frame();
        assert_eq!(frame.hit_bands.len(), 64);
        assert_eq!(frame.hit_bands[0].reach.0, frame.plot.left, "{kind:?}");
        assert_eq!(frame.hit_bands[63].reach.1, frame.plot.right, "{kind:?}");
        for pair in frame.hit_bands.windows(2) {
            assert_eq!(pair[0].reach.1, pair[1].reach.0, "{kind:?}");
        }
        for (index, place) in frame.hit_bands.iter().enumerate() {
            assert_eq!(place.index, index);
            assert!(place.reach.0 <= place.middle && place.middle <= place.reach.1, "{kind:?}: {place:?}");
        }
    }
}

#[test]
fn a_place_has_a_point_for_each_known_figure_that_is_shown() {
    let known = |place: &HitBand| place.points.iter().map(|(series, _)| *series).collect::<Vec<_>>();
    for kind in KINDS {
        let frame = Scene::new(kind, darien_by_nationality(3)).hidden(&["HTI"]).frame();
        assert_eq!(known(&frame.hit_bands[0]), [0, 2], "{kind:?}");
        assert_eq!(known(&frame.hit_bands[3]), Vec::<usize>::new(), "{kind:?}: April 2020 was not reported");
    }
}

#[test]
fn points_of_a_stack_are_the_upper_edges_of_its_layers() {
    // The axis goes from 0 to 40, so 10 is a quarter of the plot's height.
    let figures = |figure| vec![value(figure); 2];
    let series = [("VEN", figures(20)), ("HTI", figures(10)), ("CUB", figures(10))];
    for kind in [Kind::StackedArea, Kind::Bar] {
        let frame = Scene::new(kind, grid(years(2020, 2), &series)).frame();
        let height = f64::from(frame.plot.height());
        for (index, share) in [(0, 0.5), (1, 0.75), (2, 1.0)] {
            let y = frame.hit_bands[0].points[index].1.y;
            let expected = f64::from(frame.plot.bottom) - share * height;
            assert!((f64::from(y) - expected).abs() <= 1.0, "{kind:?} {index}: {y} is not {expected}");
        }
    }
}

#[test]
fn a_missing_layer_has_no_thickness_and_missing_of_all_breaks_the_stack() {
    let series =
        [("VEN", [1, 1, GAP, 1, 1].map(value).to_vec()), ("HTI", [1, GAP, GAP, 1, 1].map(value).to_vec())];
    let frame = Scene::new(Kind::StackedArea, grid(years(2020, 5), &series)).frame();
    let areas: Vec<&Vec<Point>> = frame
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Area { points, .. } => Some(points),
            _ => None,
        })
        .collect();
    assert_eq!(areas.len(), 4, "two layers on each side of 2022");
    let upper = areas[0];
    assert_eq!(upper[1], upper[2], "in 2021 the upper layer has the edge of the lower one twice");
    let (under, lower) = (upper[upper.len() - 1], areas[1][0]);
    assert_eq!((under.x, under.y), (lower.x, lower.y + 1), "the surface does not shine through between them");
}

#[test]
fn hidden_series_leave_the_drawing_and_stay_in_the_keys() {
    let all = Scene::new(Kind::Line, darien_by_nationality(3)).frame();
    let frame = Scene::new(Kind::Line, darien_by_nationality(3)).hidden(&["VEN"]).frame();
    let hidden: Vec<bool> = frame.legend_entries.iter().map(|key| key.hidden).collect();
    assert_eq!(hidden, [true, false, false]);
    for (one, two) in all.legend_entries.iter().zip(&frame.legend_entries) {
        assert_eq!(one.color, two.color, "a colour stays with its series");
    }
    assert!(lines_of(&frame, all.legend_entries[0].color).is_empty());
    // 17,609 is Haiti's highest, so the highest grid line is 15,000 or 20,000 now and no more 60,000.
    let says = |frame: &Frame, text: &str| texts(frame).iter().any(|shown| shown.text == text);
    assert!(says(&all, "60,000") && !says(&frame, "60,000"));
    assert!(!frame.labelled_directly, "the legend is needed to switch it on again");
}

#[test]
fn others_stand_back_behind_a_highlighted_series() {
    let frame = Scene::new(Kind::Line, darien_by_nationality(3)).highlight("HTI").frame();
    let theme = Theme::light();
    assert!(lines_of(&frame, theme.series[0]).is_empty());
    assert!(!lines_of(&frame, theme.series[1]).is_empty());
    // 35 % of #0072bc on white: 255 - 0.35 * 255, 255 - 0.35 * 141, 255 - 0.35 * 67.
    assert!(!lines_of(&frame, Color::hex(0xA6CEE8)).is_empty());
    let unknown = Scene::new(Kind::Line, darien_by_nationality(3)).highlight("XXX").frame();
    assert!(!lines_of(&unknown, theme.series[0]).is_empty(), "a key that does not exist highlights nothing");
}

#[test]
fn narrow_drawings_leave_the_names_to_the_legend() {
    let labelled =
        |width| Scene::new(Kind::Line, darien_by_nationality(3)).size(width, 300.0).frame().labelled_directly;
    assert!(labelled(700.0));
    assert!(!labelled(320.0));
    assert!(
        Scene::new(Kind::Line, darien()).size(280.0, 200.0).frame().labelled_directly,
        "one series needs none"
    );
}

#[test]
fn bars_that_do_not_fit_are_counted() {
    // 240 px: 24 of the unit, then rows of 20.
    let frame = Scene::new(Kind::Bar, darien_2023(20)).size(700.0, 240.0).frame();
    assert_eq!((frame.hit_bands.len(), frame.categories_left_out), (10, 10));
    assert!(frame.bands_run_down);
    assert_eq!(Scene::new(Kind::Bar, darien_2023(10)).frame().categories_left_out, 0);
}

#[test]
fn long_names_stand_above_their_bars_before_they_are_cut() {
    let keys = ["VEN", "COD"].map(String::from).to_vec();
    let grid = grid(Axis::Entities(keys), &[("crossings", [328650, 33].map(value).to_vec())]);
    let narrow = Scene::new(Kind::Bar, grid.clone()).size(280.0, 160.0).frame();
    let says = |frame: &Frame, text: &str| texts(frame).iter().any(|shown| shown.text == text);
    assert!(says(&narrow, "Democratic Republic of the Congo"));
    let low = Scene::new(Kind::Bar, grid).size(280.0, 70.0).frame();
    assert!(texts(&low).iter().any(|text| text.text.starts_with("Democratic") && text.text.ends_with('…')));
}

#[test]
fn every_size_grows_with_the_pixel_ratio() {
    let one = Scene::new(Kind::Line, darien()).frame();
    for ratio in [1.5, 2.0, 3.0] {
        let frame = Scene::new(Kind::Line, darien()).ratio(ratio).frame();
        assert_eq!(f64::from(frame.width_in_device_px), 700.0 * ratio);
        for (small, large) in texts(&one).iter().zip(texts(&frame)) {
            assert_eq!(small.text, large.text);
            let exact = f64::from(small.size_in_device_px) * ratio;
            assert!((f64::from(large.size_in_device_px) - exact).abs() <= 0.5, "{}", small.text);
        }
    }
}

#[test]
fn a_long_series_is_drawn_with_four_points_a_pixel_column() {
    let figures: Vec<Value> =
        (0..100_000_i32).map(|place| Value::Known(f64::from(place * 7919 % 10_007))).collect();
    let scene = Scene::new(Kind::Line, grid(years(0, figures.len()), &[("figure", figures)]));
    let frame = scene.frame();
    let points: usize =
        lines_of(&frame, Theme::light().series[0]).iter().map(|(points, _)| points.len()).sum();
    assert!(points <= 4 * (frame.plot.width() as usize + 1), "{points}");
    assert!(points > 2 * frame.plot.width() as usize, "{points}");
}

#[test]
fn a_line_that_ends_long_before_the_axis_is_left_to_the_legend() {
    let full = ("VEN", (1..=20).map(value).collect::<Vec<_>>());
    let until = |last: usize| {
        ("HTI", (0..20).map(|place| value(if place < last { 9 } else { GAP })).collect::<Vec<_>>())
    };
    let frame = |last| Scene::new(Kind::Line, grid(years(2001, 20), &[full.clone(), until(last)])).frame();
    let names = |frame: &Frame| texts(frame).iter().any(|text| text.text == "Haiti");
    assert!(names(&frame(19)) && frame(19).labelled_directly);
    assert!(!names(&frame(10)) && !frame(10).labelled_directly);
}

#[test]
fn a_logarithmic_line_without_positive_figures_is_drawn_proportionally() {
    let figures = [-5, 0, -3].map(value).to_vec();
    let frame = Scene::new(Kind::Line, grid(years(2020, 3), &[("figure", figures)])).log().frame();
    assert_eq!(lines_of(&frame, Theme::light().series[0]).len(), 1);
}

#[test]
fn the_same_picture_gives_the_same_frame() {
    let scene = Scene::new(Kind::StackedArea, displaced());
    assert_eq!(scene.frame(), scene.frame());
}
