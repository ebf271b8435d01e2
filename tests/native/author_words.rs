//! The author's words on the picture: in empty space, led to their mark, told below where there is no room.

use migration_widget::chart::{AnnotationLayer, Frame, Mark, Point, Text, note_in_words, place_of_note};
use migration_widget::figure::mark_words;
use migration_widget::model::{AuthorNote, Period};
use migration_widget::query::{Grid, Kind};

use crate::charts::*;
use crate::scales::{box_of, texts};

const WIDTHS: [f64; 7] = [280.0, 320.0, 360.0, 480.0, 700.0, 1000.0, 1200.0];

fn notes(text: &str) -> Vec<AuthorNote> {
    AuthorNote::read_all(text).0
}

fn scene(kind: Kind, grid: Grid, text: &str) -> Scene {
    let mut scene = Scene::new(kind, grid);
    scene.annotations = AnnotationLayer::default().with_notes(notes(text));
    scene
}

/// The lines of a frame that words are wrapped into.
fn lines_of<'a>(frame: &'a Frame, words: &str) -> Vec<&'a Text> {
    texts(frame).into_iter().filter(|text| words.contains(&text.text) && text.text.len() > 3).collect()
}

fn distance(from: Point, to: Point) -> i32 {
    (from.x - to.x).abs().max((from.y - to.y).abs())
}

#[test]
fn a_note_is_a_place_and_words_with_a_bar_between() {
    let (found, problems) =
        AuthorNote::read_all("2023-08 | Peak: 81,946;; COL, 2023 | a | b;; Congo, Rep., 2021-Q2|x ;;");
    let told: Vec<(&str, Option<Period>, &str)> =
        found.iter().map(|note| (note.name.as_str(), note.when, note.words.as_str())).collect();
    assert_eq!(
        told,
        [
            ("", Period::month(2023, 8), "Peak: 81,946"),
            ("COL", Some(Period::year(2023)), "a | b"),
            ("Congo, Rep.", Period::quarter(2021, 2), "x"),
        ]
    );
    assert!(problems.is_empty(), "{problems:?}");
    let (found, problems) = AuthorNote::read_all("2023-08 Peak;; | words;; 2021 |;;");
    assert!(found.is_empty());
    assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["bad-annotate"; 3]);
}

#[test]
fn a_place_is_a_period_a_series_or_a_country() {
    let locale = locale();
    let place = |grid: &Grid, text: &str| {
        let found = notes(&format!("{text} | x"));
        place_of_note(&found[0], grid, &locale).map(|found| (found.series, found.place))
    };
    // Months from January 2020 on; VEN is the first series, HTI the second.
    let grid = darien_by_nationality(4);
    assert_eq!(place(&grid, "2023-08"), Some((None, 43)));
    assert_eq!(place(&grid, "ven, 2023-08"), Some((Some(0), 43)));
    assert_eq!(place(&grid, "Haiti, 2021-09"), Some((Some(1), 20)));
    assert_eq!(place(&grid, "HT, 2021-09"), Some((Some(1), 20)));
    // A year in a chart of months is its highest month: August 2023 of Venezuelans, 62,700.
    assert_eq!(place(&grid, "VEN, 2023"), Some((Some(0), 43)));
    // A series alone is where it is highest.
    assert_eq!(place(&grid, "VEN"), Some((Some(0), 43)));
    assert_eq!(place(&grid, "1999"), None);
    assert_eq!(place(&grid, "Narnia, 2023-08"), None);
    // A month in a chart of years lies in its year.
    assert_eq!(place(&displaced(), "2015-06"), Some((None, 5)));
    let entities = darien_2023(5);
    assert_eq!(place(&entities, "Ecuador").map(|(series, _)| series), Some(None));
    assert_eq!(place(&entities, "Narnia"), None);
}

#[test]
fn words_stand_in_empty_space_and_lead_to_their_mark() {
    let words = "In August more people crossed than in all the year before";
    let mut placed = 0;
    for (kind, make) in [
        (Kind::Line, darien as fn() -> Grid),
        (Kind::Area, darien),
        (Kind::Bar, darien),
        (Kind::StackedArea, || darien_by_nationality(4)),
        (Kind::StackedBar, || darien_by_nationality(4)),
        (Kind::Line, || darien_by_nationality(3)),
    ] {
        for width in WIDTHS {
            for height in [300.0, 420.0, 560.0, 900.0] {
                let what = format!("{kind:?} at {width} x {height}");
                let frame = scene(kind, make(), &format!("2023-08 | {words}")).size(width, height).frame();
                let lines = lines_of(&frame, words);
                if lines.is_empty() {
                    assert_eq!(frame.words_left, [format!("Aug 2023: {words}.")], "{what}");
                    continue;
                }
                placed += 1;
                assert!(frame.words_left.is_empty(), "{what}");
                let said = lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>().join(" ");
                assert_eq!(said, words, "{what}: nothing of it is lost");
                let (first, last) = (box_of(lines[0]), box_of(lines[lines.len() - 1]));
                let target = frame.hit_bands[43].middle;
                let leads = frame.marks.iter().any(|mark| match mark {
                    Mark::Line { points, .. } if points.len() > 2 || points.len() == 2 => {
                        let (from, to) = (points[0], points[points.len() - 1]);
                        (to.x - target).abs() <= 1
                            && (first.top - 10..=last.bottom + 10).contains(&from.y)
                            && distance(from, to) > 0
                    }
                    _ => false,
                });
                let is_beside = lines.iter().any(|line| {
                    let place = box_of(line);
                    place.left - 20 <= target && target <= place.right + 20
                });
                assert!(leads || is_beside, "{what}");
                for line in &lines {
                    let place = box_of(line);
                    assert!(
                        place.left >= 0
                            && place.right <= frame.width_in_device_px
                            && place.top >= 0
                            && place.bottom <= frame.plot.bottom,
                        "{what}: {}",
                        line.text
                    );
                    for other in texts(&frame) {
                        assert!(
                            std::ptr::eq(*line, other) || !place.overlaps(&box_of(other)),
                            "{what}: {} and {}",
                            line.text,
                            other.text
                        );
                    }
                    // No line of the figures runs through it.
                    for band in &frame.hit_bands {
                        for (_, at) in &band.points {
                            let inside = (place.left..place.right).contains(&at.x)
                                && (place.top..place.bottom).contains(&at.y);
                            assert!(!inside, "{what}: {} on the figures", line.text);
                        }
                    }
                }
            }
        }
    }
    assert!(placed > 100, "{placed} placed");
}

#[test]
fn three_stand_on_a_wide_chart_two_on_a_narrow_one_and_the_others_below() {
    let text = "2020-02 | First note;; 2021-09 | Second note;; 2022-10 | Third note;; 2023-03 | Fourth note";
    for (width, most) in [(320.0, 2), (480.0, 2), (700.0, 3), (1200.0, 3)] {
        let frame = scene(Kind::Line, darien(), text).size(width, 480.0).frame();
        let standing = ["First note", "Second note", "Third note", "Fourth note"]
            .iter()
            .filter(|words| texts(&frame).iter().any(|text| text.text == **words))
            .count();
        assert_eq!(standing, most, "{width}");
        assert_eq!(frame.words_left.len(), 4 - most, "{width}");
        let below = mark_words(&frame, &locale()).join(" ");
        assert!(below.contains("Mar 2023: Fourth note."), "{below}");
    }
}

#[test]
fn what_a_kind_has_no_room_for_is_read_below_it() {
    for (kind, grid) in [(Kind::Bar, darien_2023(5)), (Kind::SmallMultiples, darien_by_nationality(4))] {
        let text =
            if kind == Kind::Bar { "ECU | One in nine" } else { "HTI, 2021-09 | After the earthquake" };
        let frame = scene(kind, grid, text).frame();
        let said = texts(&frame).iter().any(|found| text.contains(&found.text) && found.text.len() > 8);
        let below = frame.words_left.join(" ");
        let left = if kind == Kind::Bar {
            "Ecuador: One in nine."
        } else {
            "Haiti, Sep 2021: After the earthquake."
        };
        assert!(said || below == left, "{kind:?}: {below}");
    }
}

#[test]
fn an_author_who_speaks_of_the_peak_is_not_repeated() {
    let frame = scene(Kind::Area, darien(), "2023-08 | Never so many").frame();
    assert!(texts(&frame).iter().all(|text| text.text != "81,946"), "the peak is the author's");
    let frame = scene(Kind::Area, darien(), "2022-10 | Before the new rule").frame();
    assert!(texts(&frame).iter().any(|text| text.text == "81,946"));
}

#[test]
fn a_note_is_a_sentence_where_it_is_read() {
    let grid = darien_by_nationality(3);
    let said = |text: &str| note_in_words(&notes(text)[0], &grid, &locale());
    assert_eq!(said("hti, 2021-09 | After the earthquake"), "Haiti, Sep 2021: After the earthquake.");
    assert_eq!(said("2023-08 | So many?"), "Aug 2023: So many?");
}

#[test]
fn two_notes_have_air_between_them() {
    let (one, two) =
        ("In August nearly eighty-two thousand people crossed", "Haitians leave Chile and Brazil");
    let mut pairs = 0;
    for (kind, count) in [(Kind::Line, 3), (Kind::StackedArea, 4), (Kind::StackedBar, 4)] {
        for width in WIDTHS {
            for height in [300.0, 360.0, 420.0, 560.0] {
                let text = format!("2023-08 | {one};; HTI, 2021-09 | {two}");
                let frame = scene(kind, darien_by_nationality(count), &text).size(width, height).frame();
                for above in lines_of(&frame, one) {
                    for below in lines_of(&frame, two) {
                        let (above, below) = (box_of(above), box_of(below));
                        let across = (below.left - above.right).max(above.left - below.right);
                        let down = (below.top - above.bottom).max(above.top - below.bottom);
                        assert!(across >= 4 || down >= 7, "{kind:?} at {width} x {height}: {across}, {down}");
                        pairs += 1;
                    }
                }
            }
        }
    }
    assert!(pairs > 100, "{pairs} pairs");
}

#[test]
fn no_line_breaks_where_a_text_says_that_none_may() {
    let mut lines = 0;
    // Thousands in narrow spaces, and a unit that belongs to its figure.
    for kept in ["87\u{202f}390", "63,2\u{a0}%"] {
        for start in ["Más de", "Cruzaron más de", "Entonces cruzaron más de", "Entonces ya cruzaron más de"]
        {
            for width in WIDTHS {
                let words = format!("{start} {kept} personas por la selva");
                let frame =
                    scene(Kind::Line, darien(), &format!("2022-02 | {words}")).size(width, 560.0).frame();
                let found = lines_of(&frame, &words);
                lines += found.len();
                let is_whole = found.is_empty() || found.iter().any(|line| line.text.contains(kept));
                assert!(is_whole, "{kept} at {width}: {found:?}");
            }
        }
    }
    assert!(lines > 60, "{lines} lines");
}
