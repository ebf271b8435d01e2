//! The country that all of a map are from: on the map, hatched, and said in its key.

use migration_widget::chart::{Frame, Mark, Point, Rect, Region, Theme};
use migration_widget::figure::map_for;
use migration_widget::query::{Axis, Kind};

use crate::charts::{Scene, grid, value};
use crate::flow_labels::{faults_of_texts, frame_of, sizes};
use crate::kind_scenes::{americas, world};
use crate::messages::locale;
use crate::scales::texts;
use crate::shown_views::ShippedTables;

/// The hatched land of a frame in the colour of origins.
fn origins(frame: &Frame, theme: &Theme) -> Vec<Vec<Point>> {
    let area = |mark: &Mark| match mark {
        Mark::Area { points, fill } if fill.hatched && fill.color == theme.other => Some(points.clone()),
        _ => None,
    };
    frame.marks.iter().filter_map(area).collect()
}

#[test]
fn it_is_hatched_and_said_in_the_key_at_every_size() {
    let views: [&[(&str, &str)]; 5] = [
        &[("dataset", "venezuelans-abroad"), ("kind", "map")],
        &[("dataset", "venezuelans-abroad"), ("kind", "map"), ("filter", "coa_region=Americas")],
        &[("dataset", "venezuelans-abroad"), ("kind", "map"), ("per", "100000"), ("to", "2023")],
        &[
            ("dataset", "venezuelans-abroad"),
            ("kind", "map"),
            ("per", "100000"),
            ("to", "2023"),
            ("filter", "coa_region=Americas"),
        ],
        &[("dataset", "displacement-americas"), ("kind", "map"), ("x", "coa_iso"), ("filter", "coo_iso=COL")],
    ];
    let mut tables = ShippedTables::open();
    let mut wrong = Vec::new();
    for (language, words) in [("en", "country of origin"), ("es", "país de origen")] {
        let locale = locale(language, &[]);
        for attributes in views {
            let view = tables.view(attributes, &locale).expect("a map");
            let ground = if map_for(&view.model.grid) == "americas" { americas() } else { world() };
            for size in sizes() {
                let frame = frame_of(&view, Some(ground), &locale, size);
                let said = texts(&frame).iter().filter(|text| text.text == words).count();
                let areas = origins(&frame, &Theme::light());
                // On a phone the rates of the world are those of one region, and a key as high as a low map says
                // its figures alone.
                let is_of_region = map_for(&view.model.grid) == "world" && size.0 <= 480.0;
                let may_lack = view.model.grid.is_shaded() && (is_of_region || size.1 <= 200.0);
                if said > 1 || said == 0 && !may_lack || areas.is_empty() != (said == 0) {
                    wrong.push(format!(
                        "{attributes:?} {language} {size:?}: said {said} times, {} areas",
                        areas.len()
                    ));
                }
                let faults = faults_of_texts(&frame);
                wrong.extend(
                    faults.into_iter().map(|fault| format!("{attributes:?} {language} {size:?}: {fault}")),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

#[test]
fn a_map_reaches_to_it() {
    let axis = Axis::Entities(vec!["USA".into(), "CAN".into()]);
    let figures = grid(axis, &[("people", vec![value(5000), value(2000)])]);
    for (width, height) in sizes() {
        let mut scene = Scene::new(Kind::Map, figures.clone()).size(width, height);
        scene.boundaries = Some(americas());
        assert!(origins(&scene.frame(), &scene.theme).is_empty());
        scene.origin = Some("CHL");
        let frame = scene.frame();
        let areas = origins(&frame, &scene.theme);
        let bounds = Rect::bounding(&areas);
        let plot = frame.plot;
        assert!(!areas.is_empty(), "{width} x {height}");
        assert!(
            plot.left <= bounds.left
                && bounds.right <= plot.right + 1
                && plot.top <= bounds.top
                && bounds.bottom <= plot.bottom + 1,
            "{width} x {height}: {bounds:?} in {plot:?}"
        );
        // Chile is the longest of countries: cut at an edge it would not be.
        assert!(bounds.height() > 2 * bounds.width(), "{width} x {height}: {bounds:?}");
    }
}

#[test]
fn a_small_one_is_a_hatched_square() {
    let axis = Axis::Entities(vec!["USA".into(), "BRA".into()]);
    let figures = grid(axis, &[("people", vec![value(5000), value(2000)])]);
    let mut scene = Scene::new(Kind::Map, figures).size(320.0, 480.0);
    (scene.boundaries, scene.origin) = (Some(americas()), Some("BRB"));
    let frame = scene.frame();
    let squares = frame.marks.iter().filter(|mark| match mark {
        Mark::Box { rect, fill } => fill.hatched && rect.width() == 8 && rect.height() == 8,
        _ => false,
    });
    assert_eq!(squares.count(), 1);
}

#[test]
fn it_has_a_shade_where_it_has_a_rate() {
    let axis = Axis::Entities(vec!["COL".into(), "PER".into(), "ECU".into()]);
    let mut figures = grid(axis, &[("people", vec![value(50), value(20), value(30)])]);
    figures.per = Some(1000.0);
    assert!(figures.is_shaded());
    let mut scene = Scene::new(Kind::Map, figures);
    (scene.boundaries, scene.origin) = (Some(americas()), Some("COL"));
    let frame = scene.frame();
    assert!(origins(&frame, &scene.theme).is_empty());
    assert!(texts(&frame).iter().all(|text| text.text != "country of origin"));
}

#[test]
fn it_is_what_the_filter_or_the_dataset_says_of_one_country() {
    let mut tables = ShippedTables::open();
    let locale = locale("en", &[]);
    let mut origin = |attributes: &[(&str, &str)]| {
        let with_kind: Vec<(&str, &str)> = attributes.iter().copied().chain([("kind", "map")]).collect();
        tables.view(&with_kind, &locale).expect("a map").model.origin
    };
    let displaced = ("dataset", "displacement-americas");
    assert_eq!(origin(&[("dataset", "venezuelans-abroad")]).as_deref(), Some("VEN"));
    assert_eq!(origin(&[displaced, ("x", "coa_iso"), ("filter", "coo_iso=COL")]).as_deref(), Some("COL"));
    assert_eq!(origin(&[displaced, ("x", "coa_iso"), ("filter", "coo_iso=COL,VEN")]), None);
    assert_eq!(origin(&[displaced, ("x", "coa_iso"), ("filter", "coo_iso!=COL")]), None);
    assert_eq!(origin(&[displaced, ("x", "coo_iso"), ("filter", "coo_iso=COL")]), None);
    assert_eq!(origin(&[displaced, ("x", "coo_iso"), ("filter", "coa_iso=COL")]), None);
    // Of a nationality nobody says that all come from there.
    let entries = [("dataset", "irregular-entries"), ("x", "country"), ("filter", "nationality=VEN")];
    assert_eq!(origin(&entries), None);
    // Arrows begin where people are from.
    let arrows = [
        ("dataset", "asylum-applications-americas"),
        ("origin", "coo_iso"),
        ("destination", "coa_iso"),
        ("filter", "coo_iso=VEN"),
    ];
    assert_eq!(origin(&arrows), None);
}

#[test]
fn a_region_without_it_says_nothing_of_it() {
    let axis = Axis::Entities(vec!["CRI".into(), "PAN".into()]);
    let figures = grid(axis, &[("people", vec![value(5000), value(2000)])]);
    let mut scene = Scene::new(Kind::Map, figures);
    (scene.boundaries, scene.origin) = (Some(americas()), Some("VEN"));
    scene.state.region = Some("central-america".into());
    let frame = scene.frame();
    assert!(origins(&frame, &scene.theme).is_empty());
    assert!(texts(&frame).iter().all(|text| text.text != "country of origin"));
    scene.state.region = Some("south-america".into());
    let frame = scene.frame();
    assert!(!origins(&frame, &scene.theme).is_empty());
    let venezuela = Region { bounds: Rect::bounding(&origins(&frame, &scene.theme)), ..Region::default() };
    assert!(venezuela.bounds.top >= frame.plot.top, "{:?}", venezuela.bounds);
}
