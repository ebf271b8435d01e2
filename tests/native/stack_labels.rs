//! Labels of stacks: in their layer or led to it, the peak of the whole with its date, and none of them fanned out from
//! the end.

use migration_widget::chart::{Color, Dash, Frame, Mark, Point, Text, Theme};
use migration_widget::query::{Grid, Kind};

use crate::charts::*;
use crate::scales::{box_of, texts};

const WIDTHS: [f64; 7] = [280.0, 320.0, 360.0, 480.0, 700.0, 1000.0, 1200.0];

/// Three nationalities that come and go: nobody is left in the last year.
fn gone() -> Grid {
    let series = [
        ("VEN", [0, 190, 300, 280, 200, 0].map(value).to_vec()),
        ("HTI", [0, 100, 110, 105, 100, 0].map(value).to_vec()),
        ("CUB", [0, 3, 5, 2, 1, 0].map(value).to_vec()),
    ];
    grid(years(2018, 6), &series)
}

fn find<'a>(frame: &'a Frame, text: &str) -> Option<&'a Text> {
    texts(frame).into_iter().find(|found| found.text == text)
}

/// Whether a point lies in a closed shape.
fn holds(points: &[Point], at: Point) -> bool {
    let mut inside = false;
    for (index, from) in points.iter().enumerate() {
        let to = points[(index + 1) % points.len()];
        if (from.y > at.y) != (to.y > at.y) {
            let share = f64::from(at.y - from.y) / f64::from(to.y - from.y);
            inside ^= f64::from(at.x) < f64::from(from.x) + share * f64::from(to.x - from.x);
        }
    }
    inside
}

/// The colour of the layer in which a point lies.
fn under(frame: &Frame, at: Point) -> Option<Color> {
    frame.marks.iter().rev().find_map(|mark| match mark {
        Mark::Area { points, fill } if holds(points, at) => Some(fill.color),
        Mark::Box { rect, fill }
            if (rect.left..rect.right).contains(&at.x) && (rect.top..rect.bottom).contains(&at.y) =>
        {
            Some(fill.color)
        }
        _ => None,
    })
}

/// The points of a text that its layer has to hold: the middles of its ends.
fn ends(text: &Text) -> [Point; 2] {
    let place = box_of(text);
    [place.left, place.right].map(|x| Point { x, y: text.at.y })
}

#[test]
fn the_peak_of_a_whole_is_labelled_with_value_and_date() {
    // 300 + 110 + 5 in 2020.
    for kind in [Kind::StackedArea, Kind::StackedBar] {
        for width in WIDTHS {
            let frame = Scene::new(kind, gone()).size(width, 360.0).frame();
            let peak = find(&frame, "415").unwrap_or_else(|| panic!("{kind:?} at {width}"));
            let place = frame.hit_bands[2].middle;
            let found = box_of(peak);
            assert!(
                found.left - 40 <= place && place <= found.right + 60,
                "{kind:?} at {width}: {found:?}, {place}"
            );
            let beside =
                |text: &&Text| text.text == "2020" && text.at.y == peak.at.y && text.at.x >= found.right;
            assert!(
                texts(&frame).into_iter().any(|text| beside(&text)),
                "{kind:?} at {width}: the year stands behind it"
            );
        }
    }
    // 81,946 in August 2023, the highest month of the Darién.
    for kind in [Kind::Area, Kind::Bar] {
        let frame = Scene::new(kind, darien()).frame();
        assert!(find(&frame, "81,946").is_some() && find(&frame, "Aug 2023").is_some(), "{kind:?}");
    }
}

#[test]
fn a_layer_holds_its_name_and_its_highest_figure_where_it_is_thick() {
    for scene in [Scene::new(Kind::StackedArea, gone()), Scene::new(Kind::StackedArea, gone()).dark()] {
        for width in [700.0, 1000.0, 1200.0] {
            let scene = Scene {
                width,
                height: 400.0,
                grid: gone(),
                theme: scene.theme.clone(),
                ..Scene::new(Kind::StackedArea, gone())
            };
            let frame = scene.frame();
            for (series, name, rest) in [(0, "Venezuela", "300 · 2020"), (1, "Haiti", "110 · 2020")] {
                let own = frame.legend_entries[series].color;
                for text in [name, rest] {
                    let found = find(&frame, text).unwrap_or_else(|| panic!("{text} at {width}"));
                    for end in ends(found) {
                        assert_eq!(under(&frame, end), Some(own), "{text} at {width}");
                    }
                    assert!(
                        found.color.contrast(own) >= 4.5,
                        "{text} at {width}: {}",
                        found.color.contrast(own)
                    );
                }
            }
        }
    }
}

#[test]
fn a_thin_layer_is_led_to_from_empty_space() {
    for kind in [Kind::StackedArea, Kind::StackedBar] {
        let frame = Scene::new(kind, gone()).frame();
        let found = find(&frame, "Cuba").unwrap_or_else(|| panic!("{kind:?}"));
        for end in ends(found) {
            let below = under(&frame, end);
            let is_layer = |color| frame.legend_entries.iter().any(|key| key.color == color);
            assert!(!below.is_some_and(is_layer), "{kind:?}");
        }
        assert!(find(&frame, "5 · 2020").is_some());
        // It stands beside the layer's peak in 2020, or a line leads there.
        let (at, place) = (frame.hit_bands[2].points[2].1, box_of(found));
        let is_near =
            (place.bottom - at.y).abs() <= 16 && place.left - 16 <= at.x && at.x <= place.right + 90;
        let leads = |mark: &Mark| matches!(mark, Mark::Line { points, .. } if points.len() == 2 && (points[1].x - at.x).abs() <= 1 && (points[1].y - at.y).abs() <= 4);
        assert!(is_near || frame.marks.iter().any(leads), "{kind:?}");
    }
}

#[test]
fn no_name_stands_beside_the_zero_at_the_end_and_labels_replace_the_key() {
    for kind in [Kind::StackedArea, Kind::StackedBar] {
        for width in WIDTHS {
            let frame = Scene::new(kind, gone()).size(width, 420.0).frame();
            let names = ["Venezuela", "Haiti", "Cuba"];
            for text in texts(&frame) {
                assert!(box_of(text).left < frame.plot.right, "{kind:?} at {width}: {}", text.text);
            }
            let named = names.iter().filter(|name| find(&frame, name).is_some()).count();
            // Columns of a phone leave no room for a name; the key has it.
            let has_room = kind == Kind::StackedArea || width >= 480.0;
            assert!(named > 0 || !has_room, "{kind:?} at {width}: the greatest has its name");
            assert_eq!(frame.labelled_directly, named == 3, "{kind:?} at {width}");
            if width >= 480.0 && kind == Kind::StackedArea {
                assert_eq!(named, 3, "{kind:?} at {width}");
            }
        }
    }
}

#[test]
fn texts_of_stacks_neither_touch_nor_leave_the_picture() {
    for kind in [Kind::StackedArea, Kind::StackedBar, Kind::Area, Kind::Bar] {
        for make in [
            gone,
            displaced,
            || darien_by_nationality(6),
            || provisional(darien_by_nationality(3), 3),
            darien,
        ] {
            for width in WIDTHS {
                for height in [240.0, 360.0, 480.0, 700.0, 900.0] {
                    let frame = Scene::new(kind, make())
                        .size(width, height)
                        .ratio(if width < 400.0 { 2.0 } else { 1.0 })
                        .frame();
                    let all: Vec<&Text> = texts(&frame);
                    for (index, one) in all.iter().enumerate() {
                        let place = box_of(one);
                        assert!(
                            place.left >= 0
                                && place.top >= 0
                                && place.right <= frame.width_in_device_px
                                && place.bottom <= frame.height_in_device_px,
                            "{} at {width} x {height}",
                            one.text
                        );
                        for two in &all[index + 1..] {
                            assert!(
                                !place.overlaps(&box_of(two)),
                                "{:?} and {:?}, {kind:?} at {width} x {height}",
                                one.text,
                                two.text
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn what_comes_after_the_first_drawing_of_a_stack_only_adds_to_it() {
    let mut added = 0;
    for kind in [Kind::StackedArea, Kind::StackedBar, Kind::Area, Kind::Bar] {
        for make in [gone, displaced, || darien_by_nationality(6), darien] {
            for width in WIDTHS {
                for height in [240.0, 360.0, 560.0] {
                    let whole = Scene::new(kind, make()).size(width, height);
                    let first = Scene { later: None, ..Scene::new(kind, make()).size(width, height) }.frame();
                    let whole = whole.frame();
                    let what = format!("{kind:?} at {width} x {height}");
                    assert!(first.awaits_labels && !whole.awaits_labels, "{what}");
                    assert_eq!(
                        first.keeps_key, whole.keeps_key,
                        "{what}: the key comes and goes with no label"
                    );
                    assert!(first.labelled_directly || first.keeps_key, "{what}: names stand somewhere");
                    assert_eq!(first.plot, whole.plot, "{what}");
                    assert_eq!(first.hit_bands, whole.hit_bands, "{what}");
                    assert_eq!(first.marks[..], whole.marks[..first.marks.len()], "{what}");
                    added += whole.marks.len() - first.marks.len();
                }
            }
        }
    }
    assert!(added > 500, "{added} marks are added");
}

#[test]
fn a_reader_keeps_the_key_that_switches_layers_off_and_a_picture_does_without() {
    let frame = Scene::new(Kind::StackedArea, gone()).frame();
    assert!(frame.labelled_directly, "a picture names each layer in place");
    assert!(frame.keeps_key, "and on a page the key stays to switch them");
    assert!(!Scene::new(Kind::Line, gone()).frame().keeps_key, "lines have their names beside them at once");
    assert!(!Scene::new(Kind::Area, darien()).frame().keeps_key, "one layer is nothing to switch");
}

/// Half a million and more in each of two layers, and a thin one between.
fn millions() -> Grid {
    let series = [
        ("VEN", [210_345, 479_123, 834_567, 900_456, 912_345, 850_123].map(value).to_vec()),
        ("CUB", [9_876, 12_345, 15_432, 13_210, 11_098, 10_987].map(value).to_vec()),
        ("HTI", [310_123, 402_468, 512_345, 498_765, 476_543, 450_321].map(value).to_vec()),
    ];
    grid(years(2018, 6), &series)
}

#[test]
fn figures_of_stacks_have_one_number_of_digits() {
    // 912,345 + 11,098 + 476,543 = 1,399,986 in 2022; 900,456 + 13,210 + 498,765 = 1,412,431 in 2021.
    for kind in [Kind::StackedArea, Kind::StackedBar] {
        let frame = Scene::new(kind, millions()).size(1000.0, 480.0).frame();
        let said = texts(&frame).into_iter().map(|text| text.text.clone()).collect::<Vec<_>>();
        assert!(said.iter().any(|text| text == "1.41 million"), "{kind:?}: {said:?}");
        for text in &said {
            let exact = ["912,345", "15,432", "512,345", "450,321", "850,123", "10,987"];
            assert!(!exact.iter().any(|figure| text.contains(figure)), "{kind:?}: {text}");
        }
    }
    let area = Scene::new(Kind::StackedArea, millions()).size(1000.0, 480.0).frame();
    assert!(find(&area, "912,000 · 2022").is_some(), "a layer below a million in a stack above it");
    assert!(find(&area, "15,400 · 2020").is_some());
    // What stays below a million is exact.
    assert!(find(&Scene::new(Kind::StackedArea, gone()).frame(), "300 · 2020").is_some());
}

/// The leaders of a frame: lines of the texts' colour with two ends that are no line of a break.
fn leaders(frame: &Frame) -> Vec<(Point, Point)> {
    let ink = Theme::light().text;
    let found = frame.marks.iter().filter_map(|mark| match mark {
        Mark::Line { points, stroke } if stroke.color == ink && stroke.dash == Dash::Solid => {
            Some((*points.first()?, *points.last()?))
        }
        _ => None,
    });
    found.filter(|(from, to)| from.x != to.x || from.y != to.y).collect()
}

#[test]
fn a_leader_runs_over_no_text_and_over_no_other_leader() {
    let mut seen = 0;
    for kind in [Kind::StackedArea, Kind::StackedBar] {
        for make in [gone, displaced, millions, || darien_by_nationality(6), || darien_by_nationality(4)] {
            for width in WIDTHS {
                for height in [240.0, 300.0, 360.0, 420.0, 480.0, 560.0, 700.0] {
                    let frame = Scene::new(kind, make()).size(width, height).frame();
                    let all = leaders(&frame);
                    seen += all.len();
                    let what = format!("{kind:?} at {width} x {height}");
                    for (index, (from, to)) in all.iter().enumerate() {
                        let length = (to.x - from.x).abs().max((to.y - from.y).abs()).max(1);
                        let at = |step: i32| Point {
                            x: from.x + ((to.x - from.x) * step) / length,
                            y: from.y + ((to.y - from.y) * step) / length,
                        };
                        for text in texts(&frame) {
                            let place = box_of(text);
                            let inside = |at: Point| {
                                (place.left..place.right).contains(&at.x)
                                    && (place.top + 2..place.bottom - 2).contains(&at.y)
                            };
                            assert!(!(0..=length).any(|step| inside(at(step))), "{what}: {}", text.text);
                        }
                        for other in &all[index + 1..] {
                            let side = |one: &(Point, Point), at: Point| {
                                ((one.1.x - one.0.x) * (at.y - one.0.y)
                                    - (one.1.y - one.0.y) * (at.x - one.0.x))
                                    .signum()
                            };
                            let meets = side(&(*from, *to), other.0) * side(&(*from, *to), other.1) < 0
                                && side(other, *from) * side(other, *to) < 0;
                            assert!(!meets, "{what}: {from:?} {to:?} and {other:?}");
                        }
                    }
                }
            }
        }
    }
    assert!(seen > 50, "{seen} leaders");
}

#[test]
fn a_name_over_another_layer_is_led_to_its_own() {
    // Cuba lies thin between Venezuela and Haiti: right above the stack its name would be that of Haiti.
    for kind in [Kind::StackedArea, Kind::StackedBar] {
        for width in [480.0, 700.0, 1000.0, 1200.0] {
            let frame = Scene::new(kind, millions()).size(width, 420.0).frame();
            let Some(name) = find(&frame, "Cuba") else { continue };
            let place = box_of(name);
            if place.left >= frame.plot.right {
                // Beside the end of its bar.
                continue;
            }
            let own = frame.legend_entries[1].color;
            let in_layer = ends(name).into_iter().all(|end| under(&frame, end) == Some(own));
            let span = |at: &Point| {
                frame.hit_bands.iter().any(|band| {
                    (band.middle - at.x).abs() <= 1 && {
                        let (top, below) = (band.points[1].1.y, band.points[0].1.y);
                        (top - 1..=below + 1).contains(&at.y)
                    }
                })
            };
            let near = |at: &Point| {
                place.left - 30 <= at.x
                    && at.x <= place.right + 120
                    && place.top - 3 <= at.y
                    && at.y <= place.bottom + 3
            };
            let led = leaders(&frame).iter().any(|(from, to)| near(from) && span(to));
            assert!(in_layer || led, "{kind:?} at {width}: {place:?} {:?}", leaders(&frame));
        }
    }
}
