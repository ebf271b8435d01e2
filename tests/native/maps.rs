//! Maps fit the figures: cut to the countries that have any, each of which can be found, touched and read at every width.

use std::collections::BTreeSet;

use migration_widget::chart::{Frame, Mark, Point, Rect, Region};
use migration_widget::figure::map_for;
use migration_widget::locale::{Locale, PeriodStyle, category_label};
use migration_widget::model::{Boundaries, Value};
use migration_widget::query::{Axis, Kind};

use crate::charts::{Scene, grid};
use crate::flow_labels::{faults_of_texts, frame_of, sizes};
use crate::kind_scenes::{americas, world};
use crate::messages::locale;
use crate::scales::{box_of, texts};
use crate::shown_views::{ShippedTables, View};

/// What is drawn as a map of the shipped datasets, besides each of them as it is.
const MORE: [&[(&str, &str)]; 9] = [
    &[("dataset", "venezuelans-abroad"), ("filter", "coa_region=Americas")],
    &[("dataset", "venezuelans-abroad"), ("per", "100000"), ("to", "2023")],
    &[
        ("dataset", "venezuelans-abroad"),
        ("per", "100000"),
        ("to", "2023"),
        ("filter", "coa_region=Americas"),
    ],
    &[("dataset", "displacement-americas"), ("x", "coo_iso"), ("per", "1000"), ("to", "2023")],
    &[("dataset", "displacement-americas"), ("x", "coa_iso"), ("top", "all")],
    &[("dataset", "irregular-entries"), ("top", "all")],
    &[("dataset", "darien-crossings"), ("from", "2023"), ("to", "2023"), ("top", "all")],
    &[
        ("dataset", "migrant-stock-americas"),
        ("origin", "origin"),
        ("destination", "destination"),
        ("from", "2024"),
        ("to", "2024"),
        ("top", "all"),
        ("filter", "destination_region=Americas; origin_region=Americas; destination!=USA"),
    ],
    &[
        ("dataset", "asylum-applications-americas"),
        ("origin", "coo_iso"),
        ("destination", "coa_iso"),
        ("top", "6"),
    ],
];

/// Every view of a shipped dataset that is a map, each with its name and its ground.
pub fn views(tables: &mut ShippedTables, locale: &Locale) -> Vec<(String, View, &'static Boundaries)> {
    let datasets = tables.datasets();
    let plain: Vec<Vec<(&str, &str)>> = datasets.iter().map(|id| vec![("dataset", id.as_str())]).collect();
    let mut found = Vec::new();
    for attributes in plain.iter().map(Vec::as_slice).chain(MORE) {
        let mut attributes = attributes.to_vec();
        attributes.push(("kind", "map"));
        let Ok(view) = tables.view(&attributes, locale) else { continue };
        let ground = if map_for(&view.model.grid) == "americas" { americas() } else { world() };
        found.push((format!("{attributes:?}"), view, ground));
    }
    found
}

pub fn has_arrows(view: &View) -> bool {
    view.model.grid.series_field.is_some()
}

/// The areas of a frame in its plot: land, and the shafts of arrows.
fn areas(frame: &Frame) -> Vec<Vec<Point>> {
    let area = |mark: &Mark| match mark {
        Mark::Area { points, .. } => Some(points.clone()),
        _ => None,
    };
    frame.marks.iter().filter_map(area).collect()
}

/// The places of a view that lie somewhere and have a figure that its map can show.
fn placed(view: &View) -> Vec<(usize, String)> {
    let grid = &view.model.grid;
    let Axis::Entities(keys) = &grid.axis else { panic!("a map is of places") };
    let is_shown = |place: usize| match grid.total(place, |_| true) {
        Some(figure) => figure > 0.0 || grid.is_shaded(),
        None => false,
    };
    let places = keys.iter().enumerate().filter(|(place, _)| grid.folded != Some(*place) && is_shown(*place));
    places.map(|(place, key)| (place, key.clone())).collect()
}

/// What is wrong with the map of a view.
type MapCheck = fn(&View, &Frame, &Locale) -> Vec<String>;

/// Visits each view at each size, in every language, and holds what is wrong with it to be nothing.
fn hold(least: usize, checks: &[MapCheck]) {
    let mut tables = ShippedTables::open();
    let (mut seen, mut faults) = (0, Vec::new());
    for language in &crate::contract::languages() {
        let locale = locale(language, &[]);
        for (name, view, ground) in views(&mut tables, &locale) {
            for size in sizes() {
                seen += 1;
                let frame = frame_of(&view, Some(ground), &locale, size);
                let found = checks.iter().flat_map(|check| check(&view, &frame, &locale));
                faults.extend(found.map(|fault| format!("{name} {language} {size:?}: {fault}")));
            }
        }
    }
    assert!(seen >= least, "{seen} maps");
    assert!(faults.is_empty(), "{} of {seen}:\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
}

/// Texts neither overlap nor leave the picture.
fn texts_fit(_: &View, frame: &Frame, _: &Locale) -> Vec<String> {
    faults_of_texts(frame)
}

/// A map takes most of the smaller side of its plot, and no country with a figure is cut.
fn room(view: &View, frame: &Frame, _: &Locale) -> Vec<String> {
    let plot = frame.plot;
    let mut faults = Vec::new();
    let land: Vec<Vec<Point>> = areas(frame);
    let bounds = Rect::bounding(&land);
    let (size, of) = match plot.width() <= plot.height() {
        true => (bounds.width(), plot.width()),
        false => (bounds.height(), plot.height()),
    };
    // A map of the world in a high box can be no larger than the box is wide.
    let is_wide = f64::from(bounds.width()) > 0.85 * f64::from(plot.width());
    if f64::from(size) < 0.6 * f64::from(of) && !is_wide {
        faults.push(format!("{size} of {of} px, {plot:?}"));
    }
    // A plot that is lower than half of the picture holds a map that is as wide as it can be.
    let is_low = f64::from(plot.height()) < 0.5 * f64::from(frame.height_in_device_px);
    if is_low && f64::from(bounds.width()) < 0.6 * f64::from(frame.width_in_device_px) {
        faults.push(format!("the plot is {plot:?}, the land {bounds:?}"));
    }
    // What touches the edge of the plot holds no mark of a country with a figure.
    let edge =
        |at: &Point| at.x <= plot.left || at.x >= plot.right || at.y <= plot.top || at.y >= plot.bottom;
    let marks: Vec<Point> = frame.hit_bands.iter().filter_map(|band| Some(band.points.first()?.1)).collect();
    for outline in land.iter().filter(|outline| outline.iter().any(edge)) {
        let outlines = vec![outline.clone()];
        let region = Region { bounds: Rect::bounding(&outlines), outlines, series: None };
        if let Some(at) = marks.iter().find(|at| region.holds(**at)).filter(|_| !has_arrows(view)) {
            faults.push(format!("the country at {at:?} is cut"));
        }
    }
    faults
}

/// Each country with a figure is found at its mark.
fn found(view: &View, frame: &Frame, locale: &Locale) -> Vec<String> {
    if has_arrows(view) {
        return Vec::new();
    }
    let name = |place: usize| category_label(locale, &view.model.grid, place, PeriodStyle::Short);
    let bands = &frame.hit_bands;
    let mut faults = Vec::new();
    let found: BTreeSet<usize> = bands.iter().map(|band| band.index).collect();
    let missing: Vec<String> = placed(view)
        .into_iter()
        .filter(|(place, _)| !found.contains(place))
        .map(|(place, _)| name(place))
        .collect();
    // Only a very low picture leaves any out, and says how many.
    if missing.len() != frame.categories_left_out {
        faults.push(format!("{missing:?} are missing, {} are said to be", frame.categories_left_out));
    }
    if frame.height_in_device_px >= 560 && !missing.is_empty() {
        faults.push(format!("{missing:?} are missing"));
    }
    for band in bands {
        let at = band.points[0].1;
        // In a picture of 200 px islands lie within two pixels of each other: the keyboard tells them apart.
        let is_there = |there: Point| (there.x - at.x).abs().max((there.y - at.y).abs()) <= 2;
        if bands.iter().any(|other| other.index != band.index && is_there(other.points[0].1)) {
            continue;
        }
        let there = frame.find(at).map(|band| band.index);
        if there != Some(band.index) {
            faults.push(format!("{} is not found at {at:?} but {:?}", name(band.index), there.map(name)));
        }
    }
    faults
}

/// A large circle reaches no middle of another large one.
fn circles_apart(view: &View, frame: &Frame, locale: &Locale) -> Vec<String> {
    let grid = &view.model.grid;
    if has_arrows(view) || grid.is_shaded() {
        return Vec::new();
    }
    let radius = |at: Point| {
        frame.marks.iter().find_map(|mark| match mark {
            Mark::Dot { center, radius, .. } if *center == at => Some(*radius),
            _ => None,
        })
    };
    let figure = |place: usize| grid.total(place, |_| true).unwrap_or(0.0);
    let most = placed(view).iter().map(|(place, _)| figure(*place)).fold(0.0, f64::max);
    let circles: Vec<(usize, Point, i32)> = frame
        .hit_bands
        .iter()
        .filter(|band| figure(band.index) >= most * 0.05)
        .filter_map(|band| Some((band.index, band.points[0].1, radius(band.points[0].1)?)))
        .collect();
    let mut faults = Vec::new();
    for (place, at, radius) in circles.iter().filter(|circle| circle.2 > 12) {
        for (other, there, _) in circles.iter().filter(|circle| circle.0 != *place) {
            let apart = f64::from(at.x - there.x).hypot(f64::from(at.y - there.y));
            if apart < f64::from(*radius) - 1.0 {
                let name = |place| category_label(locale, grid, place, PeriodStyle::Short);
                faults.push(format!("{} lies on the middle of {}", name(*place), name(*other)));
            }
        }
    }
    faults
}

#[test]
fn a_phone_has_the_americas_and_names_spain_below_them() {
    let mut tables = ShippedTables::open();
    for (language, elsewhere, spain) in [("en", "Elsewhere", "Spain"), ("es", "En otros lugares", "España")]
    {
        let locale = locale(language, &[]);
        let view =
            tables.view(&[("dataset", "venezuelans-abroad"), ("kind", "map")], &locale).expect("a map");
        let place = |key: &str| view.model.grid.place_of(key).expect("a country");
        for width in [320.0, 360.0, 480.0] {
            let frame = frame_of(&view, Some(world()), &locale, (width, 560.0));
            let at = |key: &str| {
                let band = frame.hit_bands.iter().find(|band| band.index == place(key)).expect("a mark");
                band.points[0].1
            };
            assert!(at("ESP").y > frame.plot.bottom, "Spain is below the map");
            assert!(at("ARG").y < frame.plot.bottom && at("CAN").y < at("ARG").y, "the Americas are the map");
            let said: Vec<&str> = texts(&frame).into_iter().map(|text| text.text.as_str()).collect();
            for text in [elsewhere, spain] {
                assert!(said.contains(&text), "{text} at {width}: {said:?}");
            }
        }
        let wide = frame_of(&view, Some(world()), &locale, (700.0, 560.0));
        let spain = wide.hit_bands.iter().find(|band| band.index == place("ESP")).expect("a mark");
        assert!(spain.points[0].1.y < wide.plot.bottom, "a wide map is of the world");
    }
}

/// A shaded map of South America with rates in the order of these countries.
fn shaded(rates: &[f64]) -> Frame {
    let keys = ["COL", "PER", "CHL", "BRA", "ECU", "ARG", "BOL", "PRY", "URY", "GUY"];
    let axis = Axis::Entities(keys[..rates.len()].iter().map(|key| (*key).to_owned()).collect());
    let values = rates.iter().copied().map(Value::Known).collect();
    let mut scene = Scene::new(Kind::Map, grid(axis, &[("people", values)])).size(700.0, 700.0);
    scene.grid.per = Some(100_000.0);
    scene.boundaries = Some(americas());
    scene.frame()
}

#[test]
fn classes_are_parted_by_figures_that_can_be_said_and_hold_a_tenth_each() {
    let key = |frame: &Frame| -> Vec<String> {
        let said = texts(frame).into_iter().map(|text| text.text.clone());
        said.filter(|text| text.contains("below") || text.contains("more") || text.contains('–')).collect()
    };
    // Two of ten in each class: fifths at 12, 25, 70 and 400.
    let even = shaded(&[3.0, 7.0, 12.0, 18.0, 25.0, 40.0, 70.0, 150.0, 400.0, 900.0]);
    let expected = ["200 or more", "50 to below 200", "20 to below 50", "10 to below 20", "below 10"];
    assert_eq!(key(&even), expected);
    // All but one are alike: a class of one in five is, of none is not.
    let one = shaded(&[3.0, 3.0, 3.0, 3.0, 900.0]);
    assert_eq!(key(&one), ["500 or more", "below 500"]);
    assert_eq!(key(&shaded(&[7.0, 7.0])), Vec::<String>::new());
}

/// A shaded map names its greatest with its figure.
fn greatest(view: &View, frame: &Frame, locale: &Locale) -> Vec<String> {
    let grid = &view.model.grid;
    if !grid.is_shaded() || has_arrows(view) {
        return Vec::new();
    }
    let figure = |place: &usize| grid.total(*place, |_| true).unwrap_or(f64::MIN);
    let on_map = frame.hit_bands.iter().filter(|band| band.points[0].1.y <= frame.plot.bottom);
    let greatest = on_map
        .map(|band| band.index)
        .max_by(|one, two| figure(one).total_cmp(&figure(two)))
        .expect("a country");
    let name = category_label(locale, grid, greatest, PeriodStyle::Short);
    let is_said = texts(frame)
        .iter()
        .any(|text| text.text.starts_with(&name) && text.text.bytes().any(|byte| byte.is_ascii_digit()));
    if is_said { Vec::new() } else { vec![format!("{name} is not named with its figure")] }
}

/// Arrows are widest before their point, and their key says what width means.
fn arrows(view: &View, frame: &Frame, _: &Locale) -> Vec<String> {
    if !has_arrows(view) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for band in &frame.hit_bands {
        let outline = &band.region.as_ref().expect("an arrow").outlines[0];
        let half = outline.len() / 2;
        let widths: Vec<f64> = (0..half)
            .map(|index| {
                let (one, two) = (outline[index], outline[outline.len() - 1 - index]);
                f64::from(one.x - two.x).hypot(f64::from(one.y - two.y))
            })
            .collect();
        let last = widths.last().copied().unwrap_or(0.0);
        // Corners lie on whole pixels.
        if outline.len() % 2 == 0 || widths.iter().any(|width| *width > last + 2.0) || widths[0] > 3.0 {
            faults.push(format!("an arrow as wide as {widths:?}"));
        }
    }
    let theme = migration_widget::chart::Theme::light();
    let figures = texts(frame)
        .into_iter()
        .filter(|text| {
            text.color == theme.muted
                && text.text.chars().all(|letter| letter.is_ascii_digit() || ".,\u{202f}".contains(letter))
        })
        .count();
    if figures != 2 && !frame.hit_bands.is_empty() {
        faults.push(format!("{figures} figures in the key"));
    }
    faults
}

/// The key of a shaded map covers no country with a figure.
fn key_beside_land(view: &View, frame: &Frame, _: &Locale) -> Vec<String> {
    if !view.model.grid.is_shaded() {
        return Vec::new();
    }
    let theme = migration_widget::chart::Theme::light();
    let outlines =
        frame.hit_bands.iter().filter_map(|band| band.region.as_ref()).flat_map(|region| &region.outlines);
    let corners: Vec<Point> = outlines.flatten().copied().collect();
    let key = texts(frame).into_iter().filter(|text| text.color == theme.muted && frame.plot.holds(text.at));
    let covered = key.filter(|text| {
        let Rect { left, top, right, bottom } = box_of(text);
        corners.iter().any(|at| left < at.x && at.x < right && top < at.y && at.y < bottom)
    });
    covered.map(|text| format!("{:?} covers a country", text.text)).collect()
}

#[test]
fn maps_fit_their_figures_at_every_size() {
    hold(1000, &[texts_fit, room, found, circles_apart, greatest, arrows, key_beside_land]);
}
