//! Drawings told without colour: three inks, a pattern or a sign for each series, and no word on a pattern.

use std::collections::BTreeSet;

use migration_widget::chart::{
    ApproximateMetrics, Color, Fill, Frame, Inks, Mark, Point, Rect, Stroke, Text, TextMetrics, Theme,
    patterned,
};
use migration_widget::model::Value;
use migration_widget::query::{Axis, Kind};

use crate::charts::{Scene, grid};
use crate::colours_kept::{judge_views, themes};
use crate::kind_scenes::americas;

const BLACK: u32 = 0x000000;
const WHITE: u32 = 0xFFFFFF;
const GREEN: u32 = 0x00FF00;

/// Those of a system that shows white on black, and what is out of use in green.
fn inks(keeps_hues: bool) -> Inks {
    let [surface, text, quiet] = [BLACK, WHITE, GREEN].map(Color::hex);
    Inks { surface, text, quiet, keeps_hues }
}

/// The colours of all that a frame draws.
fn colors(frame: &Frame) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let number =
        |color: Color| u32::from(color.red) << 16 | u32::from(color.green) << 8 | u32::from(color.blue);
    let visited: Result<(), ()> = frame.visit(Point { x: 0, y: 0 }, &mut |_, mark| {
        match mark {
            Mark::Line { stroke, .. } => found.insert(number(stroke.color)),
            Mark::Area { fill, .. } | Mark::Box { fill, .. } => found.insert(number(fill.color)),
            Mark::Dot { color, ring, .. } => {
                found.extend(ring.map(number));
                found.insert(number(*color))
            }
            Mark::Text(text) => found.insert(number(text.color)),
            Mark::Frame { .. } => false,
        };
        Ok(())
    });
    assert_eq!(visited, Ok(()));
    found.insert(number(frame.background));
    found
}

fn bounds(points: &[Point]) -> Rect {
    let along = |of: fn(&Point) -> i32| points.iter().map(of);
    Rect {
        left: along(|point| point.x).min().unwrap(),
        top: along(|point| point.y).min().unwrap(),
        right: along(|point| point.x).max().unwrap(),
        bottom: along(|point| point.y).max().unwrap(),
    }
}

/// Where a text stands.
fn place(text: &Text) -> Rect {
    let size = f64::from(text.size_in_device_px);
    let width = ApproximateMetrics.width_in_device_px(&text.text, size, text.weight) as i32;
    let left = text.anchor.left_of(text.at.x, width);
    let half = text.size_in_device_px / 3;
    Rect { left, right: left + width, top: text.at.y - half, bottom: text.at.y + half }
}

fn touch(one: Rect, other: Rect) -> bool {
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

#[test]
fn every_view_is_drawn_in_the_systems_own_colours_and_each_series_has_a_sign_of_its_own() {
    let mut seen = BTreeSet::new();
    let views = judge_views(&mut |at, model| {
        for ((name, theme), (width, height)) in themes().into_iter().zip([(320.0, 420.0), (900.0, 520.0)]) {
            {
                let scene = Scene { theme: theme.clone(), ..Scene::new(model.kind, model.grid.clone()) };
                let frame = scene.size(width, height).frame();
                let (told, swatches) = patterned(&frame, &theme, &inks(false), &ApproximateMetrics);
                let at = format!("{at} in {name} at {width}");
                let unknown: Vec<u32> = colors(&told)
                    .into_iter()
                    .filter(|color| ![BLACK, WHITE, GREEN].contains(color))
                    .collect();
                assert!(unknown.is_empty(), "{at}: {unknown:x?}");
                // As many words as before, each at its place.
                let words =
                    |frame: &Frame| frame.marks.iter().filter(|mark| matches!(mark, Mark::Text(_))).count();
                assert_eq!(words(&told), words(&frame), "{at}");
                let shown: Vec<_> = told.legend_entries.iter().filter(|entry| !entry.hidden).collect();
                for entry in &shown {
                    let swatch = swatches.iter().find(|swatch| swatch.color == entry.color);
                    let drawing =
                        &swatch.unwrap_or_else(|| panic!("{at}: no key of {}", entry.label)).drawing;
                    assert!(colors(drawing).contains(&WHITE), "{at}: the key of {} is seen", entry.label);
                }
                for (index, one) in swatches.iter().enumerate().take(8) {
                    for other in swatches.iter().skip(index + 1).take(7 - index) {
                        let is_same = one.color == other.color;
                        assert_eq!(one.drawing == other.drawing, is_same, "{at}: two keys");
                    }
                }
                seen.insert((model.kind.name(), shown.len() > 1));
            }
        }
    });
    assert!(views > 100, "{views} views");
    for kind in ["line", "stacked-area", "stacked-bar", "grouped-bar", "small-multiples"] {
        assert!(seen.contains(&(kind, true)), "no {kind} of several series in {seen:?}");
    }
}

#[test]
fn no_word_stands_on_a_pattern() {
    let mut on_patterns = 0;
    judge_views(&mut |at, model| {
        let (_, theme) = &themes()[0];
        let scene = Scene { theme: theme.clone(), ..Scene::new(model.kind, model.grid.clone()) };
        let (told, _) =
            patterned(&scene.size(900.0, 520.0).frame(), theme, &inks(false), &ApproximateMetrics);
        for (index, mark) in told.marks.iter().enumerate() {
            let Mark::Text(text) = mark else { continue };
            let own = place(text);
            let is_ink = |color: Color| color != Color::hex(BLACK);
            let is_under = |mark: &Mark| match mark {
                Mark::Area { points, fill } => is_ink(fill.color) && touch(bounds(points), own),
                _ => false,
            };
            let Some(last) = told.marks[..index].iter().rposition(is_under) else { continue };
            on_patterns += 1;
            let is_ground = |mark: &Mark| match mark {
                Mark::Box { rect, fill } => {
                    !is_ink(fill.color) && rect.left <= own.left && own.right <= rect.right
                }
                _ => false,
            };
            // A ground after the shape. Small signs are no shapes.
            let Mark::Area { points, .. } = &told.marks[last] else { continue };
            let area = bounds(points);
            if area.width() > 14 && area.height() > 14 {
                assert!(told.marks[last..index].iter().any(is_ground), "{at}: “{}”", text.text);
            }
        }
    });
    assert!(on_patterns > 20, "{on_patterns} words were looked at");
}

#[test]
fn a_line_has_its_signs_at_its_figures_and_keeps_its_hue_where_only_contrast_is_wanted() {
    let (name, theme) = &themes()[0];
    let scene = Scene::new(migration_widget::query::Kind::Line, crate::charts::darien_by_nationality(4));
    let frame = scene.size(900.0, 520.0).frame();
    let (told, _) = patterned(&frame, theme, &inks(true), &ApproximateMetrics);
    let hues: BTreeSet<u32> = colors(&frame).intersection(&colors(&told)).copied().collect();
    assert!(frame.legend_entries.len() >= 4, "{name}");
    for entry in &frame.legend_entries {
        let [red, green, blue] = [entry.color.red, entry.color.green, entry.color.blue].map(u32::from);
        assert!(hues.contains(&(red << 16 | green << 8 | blue)), "{}", entry.label);
    }
    let points: BTreeSet<(i32, i32)> = frame
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Line { points, .. } => Some(points.clone()),
            Mark::Dot { center, .. } => Some(vec![*center]),
            // The keys before the names at the ends.
            Mark::Box { rect, .. } if rect.width() <= 14 && rect.height() <= 14 => {
                Some(vec![Point { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 }])
            }
            _ => None,
        })
        .flatten()
        .map(|point| (point.x, point.y))
        .collect();
    let before = frame.marks.iter().filter(|mark| matches!(mark, Mark::Area { .. })).count();
    let signs: Vec<Rect> = told
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Area { points, .. } => Some(bounds(points)),
            _ => None,
        })
        .collect();
    assert!(signs.len() > before + 12, "{} signs", signs.len());
    for sign in &signs[before..] {
        let middle = ((sign.left + sign.right) / 2, (sign.top + sign.bottom) / 2);
        let is_near = |point: &(i32, i32)| (point.0 - middle.0).abs() <= 1 && (point.1 - middle.1).abs() <= 1;
        assert!(points.iter().any(is_near), "a sign at {middle:?} is at no figure");
    }
}

#[test]
fn land_is_an_outline_and_what_is_counted_alone_is_filled() {
    let axis = Axis::Entities(["COL", "PER", "CHL", "BRA"].map(String::from).to_vec());
    let figures = [2_830_000.0, 1_640_000.0, 669_000.0, 732_000.0].map(Value::Known).to_vec();
    let theme = Theme::dark();
    let mut scene =
        Scene { theme: theme.clone(), ..Scene::new(Kind::Map, grid(axis, &[("people", figures)])) };
    scene.boundaries = Some(americas());
    let frame = scene.size(700.0, 700.0).frame();
    let filled = |frame: &Frame, color: Color| {
        let is_it = |mark: &&Mark| matches!(mark, Mark::Area { fill, .. } if fill.color == color);
        frame.marks.iter().filter(is_it).count()
    };
    assert!(filled(&frame, theme.grid) > 5, "land is drawn");
    let (told, _) = patterned(&frame, &theme, &inks(false), &ApproximateMetrics);
    assert_eq!(filled(&told, Color::hex(GREEN)), 0);
    let outlines = told.marks.iter().filter(|mark| {
        let is_green = |stroke: &Stroke| stroke.color == Color::hex(GREEN);
        matches!(mark, Mark::Line { points, stroke } if is_green(stroke) && points.len() > 3)
    });
    assert!(outlines.count() > 5);
    // The circles keep their patterns, in the colour of text.
    let strokes = told
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Line { stroke, .. } if stroke.color == Color::hex(WHITE)));
    assert!(strokes.count() + filled(&told, Color::hex(WHITE)) >= 4);
}

#[test]
fn each_class_of_a_map_s_rates_has_a_look_of_its_own_and_the_greatest_is_filled() {
    let theme = Theme::light();
    for count in 3..=7 {
        let square = |class: usize| {
            let left = class as i32 * 100;
            Rect { left, top: 0, right: left + 90, bottom: 90 }
        };
        let boxes = theme.classes(count).into_iter().enumerate();
        let marks = boxes
            .map(|(class, color)| Mark::Box { rect: square(class), fill: Fill { color, hatched: false } });
        let frame = Frame { marks: marks.collect(), device_pixel_ratio: 1.0, ..Frame::default() };
        let (told, _) = patterned(&frame, &theme, &inks(false), &ApproximateMetrics);
        // How many lines of its pattern each class has, and what it is filled with.
        let looks: BTreeSet<(usize, bool)> = (0..count)
            .map(|class| {
                let within = |points: &[Point]| {
                    let all = bounds(points);
                    square(class).left <= all.left && all.right <= square(class).right
                };
                let lines = told.marks.iter().filter(|mark| matches!(mark, Mark::Line { points, .. } if within(points)));
                let filled = told.marks.iter().any(|mark| {
                    matches!(mark, Mark::Area { points, fill } if within(points) && fill.color == Color::hex(WHITE))
                });
                assert_eq!(filled, class == count - 1, "class {class} of {count}");
                (lines.count(), filled)
            })
            .collect();
        assert_eq!(looks.len(), count, "{looks:?}");
    }
}
