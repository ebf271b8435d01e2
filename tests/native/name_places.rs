//! Names on maps and in scatter plots: each nearest to its own mark or led to it, the greatest always.

use std::collections::BTreeSet;

use migration_widget::chart::{Frame, Mark, Point, Rect, Text, Theme};
use migration_widget::figure::map_for;
use migration_widget::locale::{Locale, PeriodStyle, category_label};
use migration_widget::query::Axis;

use crate::flow_labels::{faults_of_texts, frame_of, sizes};
use crate::kind_scenes::{americas, world};
use crate::messages::locale;
use crate::scales::{box_of, texts};
use crate::shown_views::{ShippedTables, View};

/// A mark that can be named: its place, its middle and its radius.
type Spot = (usize, Point, i32);

/// The marks that can be named, each with the radius of the dot that is drawn there.
fn spots(frame: &Frame) -> Vec<Spot> {
    let radius = |at: Point| {
        frame.marks.iter().find_map(|mark| match mark {
            Mark::Dot { center, radius, .. } if *center == at => Some(*radius),
            _ => None,
        })
    };
    let places = frame.hit_bands.iter().filter_map(|place| Some((place.index, place.points.first()?.1)));
    // What stands below a map or beside it has its name in its own row.
    let places = places.filter(|(_, at)| frame.plot.holds(*at));
    places.filter_map(|(place, at)| Some((place, at, radius(at)?))).collect()
}

/// From the edge of a mark to a box.
fn distance((_, at, radius): Spot, bounds: Rect) -> f64 {
    let x = f64::from(at.x.clamp(bounds.left, bounds.right) - at.x);
    let y = f64::from(at.y.clamp(bounds.top, bounds.bottom) - at.y);
    x.hypot(y) - f64::from(radius)
}

/// Whether a line leads from the edge of a mark to a text.
fn is_led(frame: &Frame, (_, at, radius): Spot, bounds: Rect) -> bool {
    frame.marks.iter().any(|mark| match mark {
        Mark::Line { points, .. } if points.len() == 2 => {
            let start = f64::from(points[0].x - at.x).hypot(f64::from(points[0].y - at.y));
            (start - f64::from(radius)).abs() <= 2.0 && distance((0, points[1], 0), bounds) <= 5.0
        }
        _ => false,
    })
}

/// The names that stand at marks, with what is wrong with their places; the greatest ones may lie on other marks.
fn named(frame: &Frame, view: &View, locale: &Locale, greatest: &[usize]) -> (BTreeSet<usize>, Vec<String>) {
    let spots = spots(frame);
    let (mut found, mut faults) = (BTreeSet::new(), Vec::new());
    let name = |place: usize| category_label(locale, &view.model.grid, place, PeriodStyle::Short);
    let texts: Vec<&Text> = texts(frame).into_iter().filter(|text| frame.plot.holds(text.at)).collect();
    for own in &spots {
        let Some(text) = texts.iter().find(|text| text.text == name(own.0)) else { continue };
        found.insert(own.0);
        let bounds = box_of(text);
        if greatest.contains(&own.0) || is_led(frame, *own, bounds) {
            continue;
        }
        let nearest = |other: &Spot| other.1 == own.1 || distance(*own, bounds) < distance(*other, bounds);
        if let Some(other) = spots.iter().find(|other| !nearest(other)) {
            faults.push(format!("{} is nearer to {}", name(own.0), name(other.0)));
        }
    }
    faults.extend(
        greatest
            .iter()
            .filter(|place| !found.contains(place))
            .map(|place| format!("{}, the greatest, has no name", name(*place))),
    );
    (found, faults)
}

/// How many leaders cross another: those whose ends lie on both sides of it, each of the other's.
fn crossings(frame: &Frame) -> usize {
    let theme = Theme::light();
    let leaders: Vec<(Point, Point)> = frame
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Line { points, stroke } if points.len() == 2 && stroke.color == theme.text => {
                Some((points[0], points[1]))
            }
            _ => None,
        })
        .collect();
    let turn = |a: Point, b: Point, c: Point| {
        f64::from(b.x - a.x) * f64::from(c.y - a.y) - f64::from(b.y - a.y) * f64::from(c.x - a.x)
    };
    let cross = |one: (Point, Point), two: (Point, Point)| {
        turn(one.0, one.1, two.0) * turn(one.0, one.1, two.1) < 0.0
            && turn(two.0, two.1, one.0) * turn(two.0, two.1, one.1) < 0.0
    };
    let pairs = leaders
        .iter()
        .enumerate()
        .flat_map(|(index, one)| leaders[index + 1..].iter().map(move |two| (*one, *two)));
    pairs.filter(|(one, two)| cross(*one, *two)).count()
}

#[test]
fn names_on_maps_of_circles_are_nearest_to_their_own_and_the_greatest_has_one() {
    let grounds = [("americas", americas()), ("world", world())];
    let mut tables = ShippedTables::open();
    let (mut views, mut faults) = (0, Vec::new());
    for language in &crate::contract::languages() {
        let locale = locale(language, &[]);
        for dataset in tables.datasets() {
            let Ok(view) = tables.view(&[("dataset", &dataset), ("kind", "map")], &locale) else { continue };
            let grid = &view.model.grid;
            if grid.series_field.is_some() || grid.is_shaded() {
                continue;
            }
            views += 1;
            let ground = grounds.iter().find(|(name, _)| *name == map_for(grid)).expect("a ground").1;
            for size in sizes() {
                let frame = frame_of(&view, Some(ground), &locale, size);
                let figure = |place: usize| grid.total(place, |_| true).unwrap_or(0.0);
                let places = spots(&frame);
                let greatest =
                    places.iter().map(|spot| spot.0).max_by(|one, two| figure(*one).total_cmp(&figure(*two)));
                let mut found = named(&frame, &view, &locale, &greatest.into_iter().collect::<Vec<_>>()).1;
                found.extend(faults_of_texts(&frame));
                found.extend((0..crossings(&frame)).map(|_| "leaders cross".to_owned()));
                // Large circles lie below small ones.
                let radii = places.windows(2).all(|pair| pair[0].2 >= pair[1].2);
                if !radii {
                    found.push("a larger circle lies over a smaller one".into());
                }
                faults
                    .extend(found.into_iter().map(|fault| format!("{dataset} {language} {size:?}: {fault}")));
            }
        }
    }
    assert!(views >= 4, "{views} maps of circles");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
}

#[test]
fn the_map_of_venezuelans_names_the_countries_where_most_of_them_are() {
    let mut tables = ShippedTables::open();
    let locale = locale("en", &[]);
    let view = tables.view(&[("dataset", "venezuelans-abroad"), ("kind", "map")], &locale).expect("a map");
    let ground = americas();
    for (width, names) in [
        (320.0, &["Colombia", "Peru", "Brazil"][..]),
        (700.0, &["Colombia", "Peru", "Brazil", "Chile", "Ecuador", "United States", "Argentina"]),
        (1200.0, &["Colombia", "Peru", "Brazil", "Chile", "Ecuador", "United States", "Argentina"]),
    ] {
        let frame = frame_of(&view, Some(ground), &locale, (width, 560.0));
        let said: Vec<&str> = texts(&frame).into_iter().map(|text| text.text.as_str()).collect();
        for name in names {
            assert!(said.contains(name), "{name} at {width}: {said:?}");
        }
    }
}

#[test]
fn names_in_scatter_plots_are_nearest_to_their_own_and_the_greatest_have_one() {
    let mut tables = ShippedTables::open();
    let (mut views, mut faults) = (0, Vec::new());
    for language in &crate::contract::languages() {
        let locale = locale(language, &[]);
        for dataset in tables.datasets() {
            for scale in ["linear", "log"] {
                let attributes = [("dataset", &*dataset), ("kind", "scatter"), ("scale", scale)];
                let Ok(view) = tables.view(&attributes, &locale) else { continue };
                views += 1;
                for size in sizes() {
                    let frame = frame_of(&view, None, &locale, size);
                    // The highest point, that furthest right among those of its height.
                    let highest = spots(&frame).into_iter().min_by_key(|spot| (spot.1.y, spot.0));
                    let greatest: Vec<usize> = highest.into_iter().map(|spot| spot.0).collect();
                    let mut found = named(&frame, &view, &locale, &greatest).1;
                    found.extend(faults_of_texts(&frame));
                    found.extend((0..crossings(&frame)).map(|_| "leaders cross".to_owned()));
                    faults.extend(
                        found
                            .into_iter()
                            .map(|fault| format!("{dataset} {scale} {language} {size:?}: {fault}")),
                    );
                }
            }
        }
    }
    assert!(views >= 2, "{views} scatter plots");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
}

#[test]
fn what_a_shaded_map_has_no_figure_for_is_hatched_and_in_its_key() {
    let mut tables = ShippedTables::open();
    let ground = americas();
    for (language, words) in [("en", "no data"), ("es", "sin datos")] {
        let locale = locale(language, &[]);
        let attributes =
            [("dataset", "venezuelans-abroad"), ("kind", "map"), ("per", "100000"), ("to", "2023")];
        let view = tables.view(&attributes, &locale).expect("a map of rates");
        assert!(view.model.grid.is_shaded());
        for size in [(320.0, 560.0), (1000.0, 700.0)] {
            let frame = frame_of(&view, Some(ground), &locale, size);
            // Venezuela is no country where Venezuelans are abroad.
            assert!(
                !view
                    .model
                    .grid
                    .place_of("VEN")
                    .is_some_and(|place| { view.model.grid.total(place, |_| true).is_some() })
            );
            let hatched: Vec<&Mark> = frame
                .marks
                .iter()
                .filter(
                    |mark| matches!(mark, Mark::Area { fill, .. } | Mark::Box { fill, .. } if fill.hatched),
                )
                .collect();
            assert!(hatched.iter().any(|mark| matches!(mark, Mark::Area { .. })), "a country is hatched");
            assert!(hatched.iter().any(|mark| matches!(mark, Mark::Box { .. })), "its key is hatched");
            let said: Vec<String> = texts(&frame).iter().map(|text| text.text.to_lowercase()).collect();
            assert!(said.iter().any(|text| text == words), "{said:?}");
        }
    }
}

#[test]
fn names_on_maps_of_arrows_stand_at_their_ends_and_the_greatest_arrow_has_one() {
    let mut tables = ShippedTables::open();
    let ground = americas();
    let (mut views, mut faults) = (0, Vec::new());
    for language in &crate::contract::languages() {
        let locale = locale(language, &[]);
        for (dataset, origin, destination) in [
            ("asylum-applications-americas", "coo_iso", "coa_iso"),
            ("migrant-stock-americas", "origin", "destination"),
        ] {
            for top in ["3", "6", "12"] {
                let attributes = [
                    ("dataset", dataset),
                    ("kind", "map"),
                    ("origin", origin),
                    ("destination", destination),
                    ("top", top),
                ];
                let Ok(view) = tables.view(&attributes, &locale) else { continue };
                let grid = &view.model.grid;
                views += 1;
                let Axis::Entities(places) = &grid.axis else { panic!("a map is of places") };
                let lies = |key: &str| ground.land(key).map(|land| land.middle);
                let pairs = (0..grid.series.len())
                    .flat_map(|series| (0..places.len()).map(move |place| (series, place)))
                    .filter(|(series, place)| {
                        let ends = (lies(&grid.series[*series].key), lies(&places[*place]));
                        ends.0.is_some() && ends.1.is_some() && ends.0 != ends.1
                    });
                let figure = |pair: &(usize, usize)| grid.value(pair.0, pair.1).known().unwrap_or(0.0);
                let Some(greatest) = pairs.max_by(|one, two| figure(one).total_cmp(&figure(two))) else {
                    continue;
                };
                let name = category_label(&locale, grid, greatest.1, PeriodStyle::Short);
                for size in sizes() {
                    let frame = frame_of(&view, Some(ground), &locale, size);
                    let mut found = faults_of_texts(&frame);
                    if !texts(&frame).iter().any(|text| text.text == name) {
                        found.push(format!("{name}, where the greatest arrow ends, has no name"));
                    }
                    let at = frame
                        .hit_bands
                        .iter()
                        .find(|arrow| arrow.index == greatest.1)
                        .map(|arrow| arrow.points[0].1);
                    let near = |text: &Text| at.is_some_and(|at| distance((0, at, 0), box_of(text)) < 12.0);
                    if texts(&frame).iter().filter(|text| text.text == name).any(|text| !near(text)) {
                        found.push(format!("{name} stands elsewhere"));
                    }
                    faults.extend(
                        found
                            .into_iter()
                            .map(|fault| format!("{dataset} {top} {language} {size:?}: {fault}")),
                    );
                }
            }
        }
    }
    assert!(views >= 6, "{views} maps of arrows");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
}
