//! Small multiples and slopes: what each panel and each end says, on real figures.

use migration_widget::chart::{Frame, Mark, ValueScale};
use migration_widget::model::{Reason, Value};
use migration_widget::query::Kind;

use crate::charts::*;
use crate::scales::{box_of, texts};

fn panels() -> Scene {
    Scene::new(Kind::SmallMultiples, displaced())
}

fn scaled(mut scene: Scene, scale: ValueScale) -> Scene {
    scene.scale = scale;
    scene
}

fn words_of(frame: &Frame) -> Vec<String> {
    texts(frame).into_iter().map(|text| text.text.clone()).collect()
}

/// What is wrong with the texts of a frame: overlaps, and cuts at its edge.
fn faults(frame: &Frame) -> Vec<String> {
    let boxes: Vec<_> = texts(frame).into_iter().map(|text| (text.text.clone(), box_of(text))).collect();
    let mut faults = Vec::new();
    for (index, (text, own)) in boxes.iter().enumerate() {
        if own.left < 0 || own.top < 0 || own.right > frame.width_in_device_px {
            faults.push(format!("{text:?} is cut"));
        }
        for (other_text, other) in &boxes[index + 1..] {
            let across = own.left < other.right && other.left < own.right;
            if across && own.top < other.bottom && other.top < own.bottom {
                faults.push(format!("{text:?} and {other_text:?} overlap"));
            }
        }
    }
    faults
}

#[test]
fn texts_neither_touch_nor_are_cut_at_any_width() {
    let mut found = Vec::new();
    for kind in [Kind::SmallMultiples, Kind::Slope] {
        for scale in [ValueScale::Linear, ValueScale::Log, ValueScale::Free, ValueScale::LogFree] {
            for (name, grid) in [
                ("displaced", displaced()),
                ("nationalities", darien_by_nationality(6)),
                ("shares", normalized(displaced())),
                ("change", darien_change()),
            ] {
                for width in (280..=1600).step_by(40) {
                    for (height, ratio) in [(260.0, 1.0), (420.0, 1.5)] {
                        let scene = scaled(Scene::new(kind, grid.clone()), scale)
                            .size(f64::from(width), height)
                            .ratio(ratio);
                        let here = format!("{name}, {kind:?}, {scale:?}, {width} x {height}: ");
                        found.extend(faults(&scene.frame()).into_iter().map(|fault| here.clone() + &fault));
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found[..found.len().min(20)].join("\n"));
}

#[test]
fn free_panels_speak_of_the_unit_that_stands_above_them() {
    let frame = scaled(panels(), ValueScale::Free).frame();
    let said = words_of(&frame);
    assert!(said.contains(&"people, millions".into()), "{said:?}");
    // 7.2 million others in need of protection are 5 on that panel's axis, not 5,000,000.
    assert!(said.contains(&"5".into()), "{said:?}");
    assert!(!said.iter().any(|text| text.ends_with(",000,000")), "{said:?}");
}

#[test]
fn every_panel_has_a_hairline_and_a_point_at_each_of_its_figures() {
    let frame = panels().frame();
    assert_eq!((frame.panels.len(), frame.hit_bands.len()), (5, 16));
    let (first, last) = (&frame.hit_bands[0], &frame.hit_bands[15]);
    // Others in need of protection begin in 2018.
    assert_eq!((first.points.len(), last.points.len()), (4, 5));
    for (panel, (at, stretch)) in frame.panels.iter().zip(frame.hairlines(last)) {
        assert_eq!((at, stretch), (panel.plot.right, panel.plot));
    }
    // By their last figures: 68.7, 28.5, 9.0 and 7.2 million; Palestine refugees stand between.
    let in_order: Vec<usize> = last.points.iter().map(|(series, _)| *series).collect();
    let figures: Vec<i32> = in_order.iter().map(|series| DISPLACED[*series].1[15]).collect();
    assert!(figures.windows(2).all(|pair| pair[0] >= pair[1]), "{figures:?}");
    for ((series, point), panel) in last.points.iter().zip(&frame.panels) {
        assert_eq!(*series, panel.series);
        let panel = panel.plot;
        assert!(point.x == panel.right && panel.top <= point.y && point.y <= panel.bottom, "{series}");
    }
    for panel in frame.panels.iter().map(|panel| panel.plot) {
        let inside = migration_widget::chart::Point { x: panel.right - 1, y: (panel.top + panel.bottom) / 2 };
        assert_eq!(frame.find(inside).map(|place| place.index), Some(15));
    }
}

#[test]
fn a_chart_that_is_one_plot_has_one_hairline() {
    let frame = Scene::new(Kind::Line, displaced()).frame();
    let place = &frame.hit_bands[3];
    assert_eq!(frame.hairlines(place), [(place.middle, frame.plot)]);
}

#[test]
fn panels_beyond_24_are_counted_as_left_out() {
    let keys: Vec<String> = (0..30).map(|index| format!("X{index:02}")).collect();
    let series: Vec<(&str, Vec<Value>)> =
        keys.iter().map(|key| (key.as_str(), DARIEN_BY_YEAR.map(value).to_vec())).collect();
    let scene = Scene::new(Kind::SmallMultiples, grid(years(2010, 15), &series)).size(1200.0, 700.0);
    let frame = scene.frame();
    assert_eq!((frame.panels.len(), frame.categories_left_out), (24, 6));
}

/// How many lines of a width in device pixels a frame has; the stripes of hatchings have two points each.
fn lines(frame: &Frame, width: u32) -> usize {
    let is_such = |mark: &&Mark| matches!(mark, Mark::Line { points, stroke } if stroke.width_in_device_px == width && points.len() > 2);
    frame.marks.iter().filter(is_such).count()
}

#[test]
fn the_others_are_context_on_a_shared_scale_only() {
    // Five series of one run each: four thin lines beside each strong one.
    let shared = panels().frame();
    assert_eq!((lines(&shared, 1), lines(&shared, 2)), (20, 5));
    let free = scaled(panels(), ValueScale::Free).frame();
    assert_eq!((lines(&free, 1), lines(&free, 2)), (0, 5));
    // The one chosen is strong in all five.
    assert_eq!(lines(&panels().highlight("refugees").frame(), 2), 5 + 4);
}

#[test]
fn a_panel_says_where_its_own_series_has_no_data() {
    let mut grid = displaced();
    for place in 0..16 {
        grid.values[3 * 16 + place] = Value::Missing(Reason::NotCollected);
    }
    let frame = Scene::new(Kind::SmallMultiples, grid).size(700.0, 500.0).frame();
    assert_eq!(words_of(&frame).iter().filter(|text| *text == "no data").count(), 1);
}

#[test]
fn a_panels_name_takes_two_lines_before_it_is_cut_and_a_cut_one_says_so() {
    for (width, height, is_whole) in [(360.0, 560.0, true), (280.0, 300.0, false), (700.0, 500.0, true)] {
        let frame = panels().size(width, height).frame();
        let words = words_of(&frame);
        let has = |text: &str| words.iter().any(|word| word == text);
        let one_line = has("Palestine refugees (UNRWA)");
        let two_lines = has("Palestine refugees") && has("(UNRWA)");
        assert_eq!(one_line || two_lines, is_whole, "{width} × {height}: {words:?}");
        let cut = |word: &&String| word.starts_with("Palestine r") && word.ends_with('…');
        assert_eq!(words.iter().any(|word| cut(&word)), !is_whole, "{width} × {height}: {words:?}");
    }
}

#[test]
fn a_slope_with_one_end_is_a_dot_with_its_label() {
    use migration_widget::query::later;
    let frame = Scene::new(Kind::Slope, later().fit_to_kind(Kind::Slope, displaced())).frame();
    // Five series; others in need of protection have no figure in 2010.
    let slopes = |mark: &&Mark| matches!(mark, Mark::Line { stroke, .. } if stroke.width_in_device_px == 2);
    assert_eq!(frame.marks.iter().filter(slopes).count(), 4);
    let dots = frame.marks.iter().filter(|mark| matches!(mark, Mark::Dot { .. })).count();
    assert_eq!(dots, 9);
    let said = words_of(&frame).join("\n");
    for (first, last) in
        [("25.0 million", "68.7 million"), ("10.5 million", "28.5 million"), ("836,000", "9.00 million")]
    {
        assert!(said.contains(first) && said.contains(last), "{first}, {last}: {said}");
    }
    assert_eq!(said.matches("Others in need of protection").count(), 1, "{said}");
    assert!(said.contains("7.18 million"), "{said}");
}

#[test]
fn a_panel_says_its_first_and_its_last_figure_and_all_say_whose_scale_they_have() {
    let series = [
        ("VEN", [10, 40, 25, 31].map(value).to_vec()),
        ("HTI", [90, 20, 60, 80].map(value).to_vec()),
        ("Other", [5, 6, 7, 99].map(value).to_vec()),
    ];
    for width in [280.0, 320.0, 360.0, 480.0, 700.0, 1000.0, 1200.0] {
        for (scale, says) in
            [(ValueScale::Linear, "same scale in all panels"), (ValueScale::Free, "each has its own scale")]
        {
            let scene = Scene::new(Kind::SmallMultiples, grid(years(2020, 4), &series));
            let frame = scaled(scene, scale).size(width, 420.0).frame();
            assert!(words_of(&frame).contains(&says.to_owned()), "{width}");
            // Haiti ends above Venezuela; what is folded together stands last, however large.
            for (panel, [first, last]) in
                frame.panels.iter().map(|panel| panel.plot).zip([["90", "80"], ["10", "31"], ["5", "99"]])
            {
                let stands = |words: &str, right: bool| {
                    texts(&frame).into_iter().any(|text| {
                        let place = box_of(text);
                        let is_inside = panel.left <= place.left && place.right <= panel.right + 1;
                        let is_at_end =
                            if right { place.right >= panel.right - 2 } else { place.left <= panel.left + 2 };
                        let is_level = panel.top - 16 <= place.top && place.bottom <= panel.bottom + 2;
                        text.text == words && is_inside && is_at_end && is_level
                    })
                };
                assert!(stands(first, false) && stands(last, true), "{first}, {last} at {width}, {scale:?}");
            }
        }
    }
}

#[test]
fn a_break_runs_through_each_panel_that_it_concerns() {
    use migration_widget::model::Period;
    use migration_widget::query::SeriesBreak;
    let mut scene = panels();
    scene.grid.breaks = vec![SeriesBreak { from: Period::year(2018), series: None }];
    let frame = scene.frame();
    for panel in frame.panels.iter().map(|panel| panel.plot) {
        let runs = |mark: &Mark| matches!(mark, Mark::Line { points, .. } if points.len() == 2 && points[0].x == points[1].x && points[0].y == panel.top && points[1].y == panel.bottom && (panel.left..panel.right).contains(&points[0].x));
        assert!(frame.marks.iter().any(runs));
    }
}

#[test]
fn a_narrow_slope_says_both_figures_and_cuts_no_name() {
    use migration_widget::query::later;
    for width in [280.0, 320.0, 360.0, 440.0] {
        let grid = later().fit_to_kind(Kind::Slope, displaced());
        let frame = Scene::new(Kind::Slope, grid).size(width, 420.0).frame();
        let said = words_of(&frame);
        for (first, last) in
            [("25.0 million", "68.7 million"), ("10.5 million", "28.5 million"), ("836,000", "9.00 million")]
        {
            let begins = |text: &String| text.starts_with(last);
            assert!(said.contains(&first.to_owned()) && said.iter().any(begins), "{width}: {said:?}");
        }
        assert!(!said.iter().any(|text| text.ends_with('…')), "{width}: {said:?}");
        assert!(!frame.labelled_directly, "the key has the names");
    }
    let short = [("VEN", [1, 2].map(value).to_vec()), ("HTI", [30, 40].map(value).to_vec())];
    let frame = Scene::new(Kind::Slope, grid(years(2020, 2), &short)).size(320.0, 420.0).frame();
    let said = words_of(&frame);
    assert!(said.contains(&"2  Venezuela".to_owned()) && said.contains(&"40  Haiti".to_owned()), "{said:?}");
    assert!(frame.labelled_directly);
}

#[test]
fn a_last_figure_that_stands_over_a_peak_is_led_to_its_end() {
    let months = |last: &[i32]| [vec![value(10); 20], last.iter().copied().map(value).collect()].concat();
    for (last, is_led) in [(&[200, 900, 880, 860, 30][..], true), (&[10, 11, 12, 12, 13], false)] {
        let series = [("MEX", months(last)), ("HND", vec![value(500); 25])];
        let frame =
            Scene::new(Kind::SmallMultiples, grid(years(2000, 25), &series)).size(320.0, 300.0).frame();
        let panel = frame.panels.iter().find(|panel| panel.series == 0).expect("a panel").plot;
        let leads = |mark: &Mark| {
            let Mark::Line { points, .. } = mark else { return false };
            let [from, to] = points[..] else { return false };
            from.x == to.x && to.x >= panel.right - 2 && (from.y - to.y).abs() > 16
        };
        assert_eq!(frame.marks.iter().any(leads), is_led, "{last:?}");
    }
}
