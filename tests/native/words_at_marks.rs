//! The author's words where no time axis is: at the ends of bars and slopes, at countries and dots, in the panel of their series.

use migration_widget::chart::{AnnotationLayer, Frame, Mark, Point, Rect, Text, Theme};
use migration_widget::figure::map_for;
use migration_widget::locale::Locale;
use migration_widget::model::AuthorNote;
use migration_widget::query::Kind;

use crate::flow_labels::{frame_of, sizes};
use crate::kind_scenes::{americas, world};
use crate::messages::locale;
use crate::scales::{box_of, texts};
use crate::shown_views::{ShippedTables, View};

/// A view, and two places of it.
type Case = (&'static [(&'static str, &'static str)], [&'static str; 2]);

const CASES: [Case; 12] = [
    (
        &[
            ("dataset", "darien-crossings"),
            ("kind", "bar"),
            ("x", "nationality"),
            ("from", "2023"),
            ("to", "2023"),
        ],
        ["ECU", "VEN, 2023"],
    ),
    (&[("dataset", "venezuelans-abroad"), ("kind", "bar"), ("x", "coa_iso"), ("to", "2023")], ["COL", "PE"]),
    (
        &[("dataset", "migrant-stock-americas"), ("kind", "bar"), ("x", "destination"), ("top", "25")],
        ["ARG", "CHL"],
    ),
    (&[("dataset", "venezuelans-abroad"), ("kind", "map")], ["COL", "USA"]),
    (
        &[("dataset", "venezuelans-abroad"), ("kind", "map"), ("filter", "coa_region=Americas")],
        ["BRA", "CHL"],
    ),
    (
        &[("dataset", "venezuelans-abroad"), ("kind", "map"), ("per", "100000"), ("to", "2023")],
        ["COL", "ESP"],
    ),
    (
        &[
            ("dataset", "venezuelans-abroad"),
            ("kind", "map"),
            ("per", "100000"),
            ("to", "2023"),
            ("filter", "coa_region=Americas"),
        ],
        ["PER", "ABW"],
    ),
    (
        &[
            ("dataset", "venezuelans-abroad"),
            ("kind", "scatter"),
            ("filter", "coa_region=Americas"),
            ("to", "2023"),
            ("scale", "log"),
        ],
        ["COL", "ABW, 2023"],
    ),
    (&[("dataset", "displacement-americas"), ("kind", "small-multiples")], ["oip, 2018", "asylum_seekers"]),
    (&[("dataset", "darien-crossings"), ("kind", "small-multiples")], ["HTI, 2021-09", "VEN, 2023"]),
    (&[("dataset", "displacement-world"), ("kind", "slope")], ["refugees, 2025", "asylum_seekers"]),
    (&[("dataset", "displacement-americas"), ("kind", "slope"), ("from", "2018")], ["refugees", "oip"]),
];

const WORDS: [&str; 2] = ["Never so many people", "What the government did had consequences"];

fn with_notes(view: &mut View, text: &str) {
    view.model.annotations = AnnotationLayer::default().with_notes(AuthorNote::read_all(text).0);
}

fn view(tables: &mut ShippedTables, attributes: &[(&str, &str)], locale: &Locale) -> View {
    tables.view(attributes, locale).unwrap_or_else(|problem| panic!("{attributes:?}: {problem:?}"))
}

fn frame(view: &View, locale: &Locale, size: (f64, f64)) -> Frame {
    let is_map = view.model.kind == Kind::Map;
    let ground = is_map.then(|| if map_for(&view.model.grid) == "americas" { americas() } else { world() });
    frame_of(view, ground, locale, size)
}

/// The lines of a note, of those texts that came with it.
fn lines<'a>(added: &[&'a Text], words: &str) -> Vec<&'a Text> {
    added.iter().copied().filter(|text| words.contains(&*text.text)).collect()
}

/// The places where a note's mark may be: as the frame says where a pointer finds it.
fn ends(plain: &Frame, view: &View, place: &str, locale: &Locale) -> Vec<Point> {
    let note = &AuthorNote::read_all(&format!("{place} | x")).0[0];
    let found = migration_widget::chart::place_of_note(note, &view.model.grid, locale)
        .unwrap_or_else(|| panic!("{place} is a place"));
    let bands = plain.hit_bands.iter().filter(|band| band.index == found.place);
    let points = bands.flat_map(|band| &band.points);
    let of_series = points.filter(|(series, _)| found.series.is_none_or(|named| named == *series));
    of_series.map(|(_, at)| *at).collect()
}

/// The radius of a round mark at a point.
fn radius(plain: &Frame, at: Point) -> i32 {
    let radii = plain.marks.iter().filter_map(|mark| match mark {
        Mark::Dot { center, radius, .. } if *center == at => Some(*radius),
        _ => None,
    });
    radii.max().unwrap_or(0)
}

fn between(one: Point, two: Point) -> f64 {
    f64::from((one.x - two.x).pow(2) + (one.y - two.y).pow(2)).sqrt()
}

/// Whether words may not stand on a mark.
fn is_covered(mark: &Mark, place: &Rect) -> bool {
    let theme = Theme::light();
    match mark {
        Mark::Dot { center, radius, .. } => Rect::around(*center, *radius).overlaps(place),
        Mark::Box { rect, fill } => {
            let is_line = rect.width().min(rect.height()) <= 2;
            let is_figure = fill.hatched || !is_line && fill.color != theme.surface;
            is_figure && rect.overlaps(place)
        }
        // The figures' own lines; borders are the surface's, the words' leaders the text's.
        Mark::Line { points, stroke } if stroke.color != theme.surface => {
            points.iter().any(|at| place.holds(*at))
        }
        _ => false,
    }
}

/// What is wrong with a note that stands in a frame.
fn faults(
    plain: &Frame,
    noted: &Frame,
    lines: &[&Text],
    marks: &[Point],
    leaders: &[&Vec<Point>],
) -> Vec<String> {
    let mut faults = Vec::new();
    let boxes: Vec<Rect> = lines.iter().map(|line| box_of(line)).collect();
    for (line, place) in lines.iter().zip(&boxes) {
        if place.left < 0
            || place.top < plain.plot.top
            || place.right > noted.width_in_device_px
            || place.bottom > noted.height_in_device_px
        {
            faults.push(format!("{:?} leaves the picture: {place:?}", line.text));
        }
        for other in texts(noted) {
            if !std::ptr::eq(*line, other) && place.overlaps(&box_of(other)) {
                faults.push(format!("{:?} and {:?} overlap", line.text, other.text));
            }
        }
        if plain.marks.iter().any(|mark| is_covered(mark, place)) {
            faults.push(format!("{:?} covers a mark", line.text));
        }
    }
    let (first, last) = (boxes[0], boxes[boxes.len() - 1]);
    let whole = Rect {
        left: boxes.iter().map(|place| place.left).min().unwrap() - 8,
        right: boxes.iter().map(|place| place.right).max().unwrap() + 8,
        top: first.top - 8,
        bottom: last.bottom + 8,
    };
    if !plain.panels.is_empty() {
        let own = plain.panels.iter().find(|panel| marks.iter().any(|at| panel.plot.holds(*at)));
        if !own.is_some_and(|panel| {
            boxes.iter().all(|place| panel.plot.left <= place.left && place.right <= panel.plot.right)
        }) {
            faults.push("stands in another panel".into());
        }
    }
    // Behind a bar its figure stands, below it is its corner.
    let reach = |at: &Point| if plain.bands_run_down { 100.0 } else { f64::from(radius(plain, *at)) + 2.0 };
    let begins = |leader: &&&Vec<Point>| {
        whole.holds(leader[0]) && marks.iter().any(|at| between(*at, *leader.last().unwrap()) <= reach(at))
    };
    let is_beside = marks.iter().any(|at| {
        let near = if plain.bands_run_down { 100 } else { 12 };
        Rect {
            left: whole.left - near,
            top: whole.top - 12,
            right: whole.right + 12,
            bottom: whole.bottom + 12,
        }
        .holds(*at)
    });
    let may_be_beside = plain.bands_run_down || !plain.panels.is_empty();
    let is_led = leaders.iter().any(|leader| begins(&leader));
    if !(is_led || may_be_beside && is_beside) {
        faults.push(format!("nothing leads from {whole:?} to {marks:?}"));
    }
    faults
}

#[test]
fn words_stand_clear_of_everything_and_lead_to_their_mark() {
    let mut tables = ShippedTables::open();
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for language in ["en", "es"] {
        let locale = locale(language, &[]);
        for (attributes, places) in CASES {
            let mut view = view(&mut tables, attributes, &locale);
            let mut standing = 0;
            for size in sizes() {
                seen += 1;
                with_notes(&mut view, "");
                let plain = frame(&view, &locale, size);
                let text: Vec<String> =
                    places.iter().zip(WORDS).map(|(place, words)| format!("{place} | {words}")).collect();
                with_notes(&mut view, &text.join(";;"));
                let noted = frame(&view, &locale, size);
                let what = format!("{attributes:?} {language} {size:?}");
                assert!(noted.marks.starts_with(&plain.marks), "{what}: what was there has moved");
                let added = &noted.marks[plain.marks.len()..];
                let added_texts: Vec<&Text> = added
                    .iter()
                    .filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None })
                    .collect();
                let leaders: Vec<&Vec<Point>> = added
                    .iter()
                    .filter_map(|mark| match mark {
                        Mark::Line { points, .. } => Some(points),
                        _ => None,
                    })
                    .collect();
                for (place, words) in places.iter().zip(WORDS) {
                    let lines = lines(&added_texts, words);
                    let left = noted.words_left.iter().filter(|left| left.contains(words)).count();
                    if lines.is_empty() {
                        assert_eq!(left, 1, "{what}: {words} stands nowhere");
                        continue;
                    }
                    standing += 1;
                    assert_eq!(left, 0, "{what}: {words} stands twice");
                    let said: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
                    assert_eq!(said.join(" "), words, "{what}: nothing of it is lost");
                    let marks = ends(&plain, &view, place, &locale);
                    let found = faults(&plain, &noted, &lines, &marks, &leaders);
                    wrong.extend(found.into_iter().map(|fault| format!("{what}: {fault}")));
                }
            }
            // Both at half of the sizes at least; small panels have no room for so many words.
            let least = if view.model.kind == Kind::SmallMultiples { 12 } else { 28 };
            assert!(standing >= least, "{attributes:?} {language}: {standing} of 56 stand");
        }
    }
    assert_eq!(seen, 2 * 12 * 28);
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
}

#[test]
fn three_stand_on_a_wide_picture_two_on_a_narrow_one_and_the_others_below() {
    let mut tables = ShippedTables::open();
    let locale = locale("en", &[]);
    let attributes = [("dataset", "venezuelans-abroad"), ("kind", "map"), ("filter", "coa_region=Americas")];
    let mut view = view(&mut tables, &attributes, &locale);
    with_notes(&mut view, "COL | First;; BRA | Second;; CHL | Third;; PER | Fourth");
    for (width, most) in [(320.0, 2), (480.0, 2), (700.0, 3), (1200.0, 3)] {
        let frame = frame(&view, &locale, (width, 560.0));
        let all = ["First", "Second", "Third", "Fourth"];
        let standing =
            all.iter().filter(|words| texts(&frame).iter().any(|text| text.text == **words)).count();
        assert_eq!((standing, frame.words_left.len()), (most, 4 - most), "{width}: {:?}", frame.words_left);
        assert!(frame.words_left.contains(&"Peru: Fourth.".to_owned()), "{width}: {:?}", frame.words_left);
    }
}

#[test]
fn what_a_map_of_one_period_has_not_is_no_place_of_it() {
    let mut tables = ShippedTables::open();
    let locale = locale("en", &[]);
    let attributes = [("dataset", "venezuelans-abroad"), ("kind", "map"), ("to", "2023")];
    let mut view = view(&mut tables, &attributes, &locale);
    for place in ["2023", "2019", "COL, 2019", "Narnia"] {
        with_notes(&mut view, &format!("{place} | Nowhere"));
        let frame = frame(&view, &locale, (700.0, 560.0));
        assert!(texts(&frame).iter().all(|text| text.text != "Nowhere"), "{place}");
        assert!(frame.words_left.is_empty(), "{place}: {:?}", frame.words_left);
        let note = &AuthorNote::read_all(&format!("{place} | x")).0[0];
        let found = migration_widget::chart::place_of_note(note, &view.model.grid, &locale);
        assert_eq!(found, None, "{place} is told");
    }
}

#[test]
fn what_stands_below_a_narrow_map_has_its_words_below_it() {
    let mut tables = ShippedTables::open();
    let locale = locale("en", &[]);
    let mut view = view(&mut tables, &[("dataset", "venezuelans-abroad"), ("kind", "map")], &locale);
    with_notes(&mut view, "ESP | Most of Europe");
    let narrow = frame(&view, &locale, (320.0, 560.0));
    assert_eq!(narrow.words_left, ["Spain: Most of Europe."]);
    let wide = frame(&view, &locale, (1000.0, 560.0));
    assert!(wide.words_left.is_empty(), "{:?}", wide.words_left);
}
