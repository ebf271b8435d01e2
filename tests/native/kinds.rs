//! What every kind promises, and what each of the newer ones does with real figures.

use migration_widget::chart::{Anchor, ApproximateMetrics, Frame, Mark, Rect, Text, TextMetrics, ValueScale};
use migration_widget::model::{Claim, Reason, Value};
use migration_widget::query::{Axis, Kind, later};

use crate::charts::{Scene, grid, years};
use crate::kind_scenes::*;
use crate::messages::locale;
use crate::scales::texts;

/// The box of a text, as wide as the layout took it to be and as high as its letters.
fn bounds(text: &Text) -> Rect {
    let size = f64::from(text.size_in_device_px);
    let width = ApproximateMetrics.width_in_device_px(&text.text, size, text.weight).floor() as i32;
    let left = match text.anchor {
        Anchor::Left => text.at.x,
        Anchor::Middle => text.at.x - width / 2,
        Anchor::Right => text.at.x - width,
    };
    let half = (size * 0.36) as i32;
    Rect { left, top: text.at.y - half, right: left + width, bottom: text.at.y + half }
}

fn words_of(frame: &Frame) -> Vec<&str> {
    texts(frame).into_iter().map(|text| text.text.as_str()).collect()
}

#[test]
fn no_label_overlaps_another_or_leaves_the_drawing_at_any_width() {
    let mut faults = Vec::new();
    for width in [280.0, 320.0, 400.0, 480.0, 560.0, 700.0, 1000.0, 1600.0] {
        for (name, scene) in cases() {
            let height = scene.height.max(260.0);
            let frame = scene.size(width, height).frame();
            let texts = texts(&frame);
            for (index, text) in texts.iter().enumerate() {
                let own = bounds(text);
                if own.left < -1
                    || own.right > frame.width_in_device_px + 1
                    || own.bottom > frame.height_in_device_px
                {
                    faults.push(format!("{name} at {width}: “{}” leaves the drawing: {own:?}", text.text));
                }
                for other in &texts[index + 1..] {
                    let one = bounds(other);
                    if own.left < one.right
                        && one.left < own.right
                        && own.top < one.bottom
                        && one.top < own.bottom
                    {
                        faults
                            .push(format!("{name} at {width}: “{}” and “{}” overlap", text.text, other.text));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_slope_keeps_the_first_and_the_last_period() {
    let kept = later().fit_to_kind(Kind::Slope, venezuelans(3));
    assert_eq!(kept.axis.len(), 2);
    // Colombia at the end of 2014 and of 2025.
    assert_eq!([kept.value(0, 0).known(), kept.value(0, 1).known()], [Some(70.0), Some(2_828_195.0)]);
}

#[test]
fn a_flow_shows_no_more_destinations_than_origins() {
    let mut grid = pairs();
    grid.series_before_top = 9;
    // Two origins of nine and "Other": two destinations and all others together, Brazil with them.
    let folded = later().fit_to_kind(Kind::Flow, grid);
    assert_eq!(folded.axis.len(), 3);
    assert_eq!(folded.value(0, 2).known(), Some(27_150.0 + 234_372.0));
}

#[test]
fn a_pyramid_stands_on_its_young() {
    let frame = Scene::new(Kind::Pyramid, returns()).frame();
    let order: Vec<usize> = frame.hit_bands.iter().map(|place| place.index).collect();
    // Adults above unaccompanied children above accompanied ones.
    assert_eq!(order, [0, 2, 1]);
    for figure in ["233,504", "76,641", "18,860", "7,126", "19,340", "17,143"] {
        assert!(words_of(&frame).contains(&figure), "{figure} is not said");
    }
}

#[test]
fn the_squares_of_a_waffle_are_a_hundred_and_share_by_largest_remainder() {
    let frame = Scene::new(Kind::Waffle, crossings_2023(4)).frame();
    let squares: Vec<usize> = frame
        .hit_bands
        .iter()
        .map(|place| place.region.as_ref().map_or(0, |region| region.outlines.len()))
        .collect();
    // Of the 514,364 of the twenty largest: 63.9, 11.1, 9.0, 5.0 and 11.0 hundredths.
    assert_eq!(squares, [64, 11, 9, 5, 11]);
}

#[test]
fn a_claim_is_read_or_refused() {
    for (text, figure) in [
        ("87,390 | Eamon Courtenay | June 2023", 87_390.0),
        ("87.390 | Eamon Courtenay | junio de 2023", 87_390.0),
        ("100 million | Antony Blinken | June 2023", 100_000_000.0),
        ("1.5 millones | X | 2024", 1_500_000.0),
        ("1 | 2 | 3 | 4", 1.0),
    ] {
        assert_eq!(Claim::parse(text).map(|claim| claim.figure), Ok(figure), "{text}");
    }
    for text in ["", "87,390", "many | someone | once", "1 | 2 | 3 | 4 | 5", "5 | | 2023"] {
        assert_eq!(Claim::parse(text).unwrap_err().code, "bad-claim", "{text}");
    }
}

#[test]
fn a_quoted_figure_is_said_in_the_readers_language_and_as_it_was_rounded() {
    for (claim, en, es) in [
        ("87,390 | X | Y", "87,390", "87.390"),
        ("100 million | X | Y", "100 million", "100 millones"),
        ("1 million | X | Y", "1 million", "1 millón"),
        ("1.5 millones | X | Y", "1.5 million", "1,5 millones"),
        ("3 mil millones | X | Y", "3 billion", "3 mil millones"),
        ("20 mil | X | Y", "20 thousand", "20 mil"),
    ] {
        let claim = Claim::parse(claim).expect("a claim");
        for (tag, expected) in [("en", en), ("es", es)] {
            assert_eq!(locale(tag, &[]).quoted_number(claim.figure, claim.quoted_in), expected, "{tag}");
        }
    }
}

#[test]
fn a_claim_stands_beside_what_the_data_say() {
    let claim = cases().into_iter().find(|(name, _)| *name == "number/claim").expect("the case").1.frame();
    let said = words_of(&claim).join(" ");
    assert!(
        said.contains("87,390") && said.contains("Quoted: 87,390 (Eamon Courtenay, June 2023)."),
        "{said}"
    );
    assert!(said.contains("crossings in all, Jan–Mar 2023"), "{said}");
    assert!(said.contains("exactly the same figure: 87,390 crossings in Jan–Mar 2023."), "{said}");
}

#[test]
fn what_is_said_of_a_claim_stays_within_the_drawing_and_what_does_not_fit_is_announced() {
    let mut cut = 0;
    for width in [280.0, 320.0, 700.0] {
        for height in [160.0, 220.0, 300.0, 460.0] {
            let mut scene = cases().into_iter().find(|(name, _)| *name == "number/claim").expect("a claim").1;
            (scene.width, scene.height) = (width, height);
            let judged = scene.claim.as_mut().expect("a claim");
            judged.counted = (0..9).map(|n| format!("A category with a long name, number {n}")).collect();
            let frame = scene.frame();
            let lowest = texts(&frame).iter().map(|text| text.at.y).max().expect("texts");
            assert!(lowest < frame.height_in_device_px, "{width} by {height}: {lowest}");
            let said = words_of(&frame).join(" ");
            assert!(said.contains("Quoted: 87,390"), "{width} by {height}: {said}");
            let is_whole = said.contains("number 8.");
            assert_ne!(is_whole, said.contains("More of this"), "{width} by {height}: {said}");
            cut += usize::from(!is_whole);
        }
    }
    assert!((1..12).contains(&cut), "{cut} of 12 are cut");
}

#[test]
fn counts_on_a_map_are_circles_by_area() {
    let mut scene = Scene::new(Kind::Map, venezuelans_2025()).size(700.0, 600.0);
    scene.boundaries = Some(americas());
    let frame = scene.frame();
    let radius = |index: usize| {
        let at = frame.hit_bands.iter().find(|place| place.index == index).map(|place| place.points[0].1);
        frame.marks.iter().find_map(|mark| match mark {
            Mark::Dot { center, radius, .. } if Some(*center) == at => Some(f64::from(*radius)),
            _ => None,
        })
    };
    // Colombia and Brazil at the end of 2025: 2,828,195 and 732,272.
    let ratio = radius(0).expect("Colombia") / radius(3).expect("Brazil");
    assert!((ratio - (2_828_195.0_f64 / 732_272.0).sqrt()).abs() < 0.15, "{ratio}");
    // Spain lies on another map: it stands below this one.
    assert_eq!(frame.categories_left_out, 0);
    assert!(words_of(&frame).contains(&"ESP"), "{:?}", words_of(&frame));
}

#[test]
fn small_islands_of_the_caribbean_can_be_reached() {
    for key in ["ATG", "BRB", "DMA", "GRD", "KNA", "LCA", "VCT", "TTO", "ABW", "CUW"] {
        assert!(americas().land(key).is_some(), "{key} is not on the map");
    }
}

#[test]
fn a_country_without_a_rate_is_told_from_one_without_figures() {
    let mut scene = Scene::new(Kind::Map, rates()).size(700.0, 600.0);
    scene.boundaries = Some(americas());
    let frame = scene.frame();
    assert!(words_of(&frame).contains(&"no data"), "the key names what is hatched");
    assert_eq!(frame.hit_bands.len(), 4, "the United States have no rate to be read");
}

#[test]
fn odd_figures_and_sizes_are_drawn_inside_the_frame_by_every_kind() {
    let missing = Value::Missing(Reason::NotCollected);
    let odd: Vec<Vec<Value>> = vec![
        vec![],
        vec![Value::Known(0.0)],
        vec![missing; 5],
        vec![Value::Known(7.0); 5],
        vec![Value::Known(1e12), Value::Known(1.0), missing, Value::Known(1e-12)],
        vec![Value::Known(f64::MAX), Value::Known(f64::MIN_POSITIVE), Value::Known(f64::MIN)],
        vec![Value::Known(-3.0), missing, Value::Known(-8.0)],
        (0..300).map(|place| Value::Known(f64::from(place % 97))).collect(),
    ];
    let keys = ["COL", "PER", "BRA", "VEN", "XXA"];
    for values in odd {
        let places = values.len();
        let name = |place: usize| keys.get(place).map_or(format!("E{place}"), |key| (*key).to_owned());
        for axis in [years(2000, places), Axis::Entities((0..places).map(name).collect())] {
            for (kind, _) in Kind::ALL {
                for (width, height, ratio) in [(280.0, 120.0, 3.0), (640.0, 400.0, 1.0), (0.0, f64::NAN, 1.0)]
                {
                    let all: Vec<(&str, Vec<Value>)> = vec![("HTI", values.clone()), ("CUB", values.clone())];
                    let mut scene =
                        Scene::new(kind, grid(axis.clone(), &all)).size(width, height).ratio(ratio);
                    scene.companions = vec![scene.grid.clone(), scene.grid.clone()];
                    scene.boundaries = Some(americas());
                    for log in [false, true] {
                        scene.scale = if log { ValueScale::Log } else { ValueScale::Linear };
                        let frame = scene.frame();
                        let slack = 60 * frame.device_pixel_ratio as i32;
                        for text in texts(&frame).iter().filter(|_| width > 0.0) {
                            let at = text.at;
                            assert!(
                                (-slack..=frame.width_in_device_px + slack).contains(&at.x),
                                "{kind:?} {width} {log} {:?} at {at:?}",
                                text.text
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_country_looked_up_in_a_scatter_is_set_off_and_named_among_the_others() {
    let mut scene = cases().into_iter().find(|(name, _)| *name == "scatter/rates").expect("a scatter").1;
    let plain = scene.frame();
    scene.state.pick = vec!["BRA".into()];
    let chosen = scene.frame();
    assert_eq!(chosen.hit_bands.len(), plain.hit_bands.len(), "the others stay");
    let dots = |frame: &Frame| {
        let color = |mark: &Mark| match mark {
            Mark::Dot { color, .. } => Some(color.css()),
            _ => None,
        };
        frame.marks.iter().filter_map(color).collect::<Vec<_>>()
    };
    let (before, after) = (dots(&plain), dots(&chosen));
    assert!(before.windows(2).all(|pair| pair[0] == pair[1]), "all alike before");
    assert_eq!(after.iter().filter(|color| before.contains(color)).count(), 0, "one strong, the rest pale");
    assert_ne!(after.first(), after.last(), "the chosen one is drawn last");
}

#[test]
fn no_circle_of_a_map_covers_what_circles_mean() {
    for width in [280.0, 320.0, 480.0, 700.0] {
        for height in [160.0, 220.0, 300.0, 420.0] {
            let mut scene = cases().into_iter().find(|(name, _)| *name == "map/circles").expect("a map").1;
            (scene.width, scene.height) = (width, height);
            scene.boundaries = Some(world());
            let frame = scene.frame();
            let legend = frame.marks.iter().filter_map(|mark| match mark {
                Mark::Text(text) if text.text.ends_with("000") => Some(text),
                _ => None,
            });
            for text in legend {
                let length = ApproximateMetrics.width_in_device_px(&text.text, 12.0, text.weight) as i32;
                let covered = frame.marks.iter().any(|mark| match mark {
                    // The legend's own circles are rings, and none of the map's.
                    Mark::Dot { center, radius, .. } => {
                        (text.at.y - center.y).abs() < *radius
                            && center.x + radius > text.at.x
                            && center.x - radius < text.at.x + length
                    }
                    _ => false,
                });
                assert!(!covered, "{} at {width} x {height}", text.text);
            }
        }
    }
}
