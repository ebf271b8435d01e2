//! The places of a map by rank beside it: where they stand, and what a pointer finds there.

use migration_widget::chart::{Mark, Point, Theme};
use migration_widget::locale::{PeriodStyle, category_label};

use crate::flow_labels::{frame_of, sizes};
use crate::kind_scenes::americas;
use crate::maps::{has_arrows, views};
use crate::messages::locale;
use crate::scales::texts;
use crate::shown_views::ShippedTables;

#[test]
fn a_wide_map_has_its_places_by_rank_beside_it() {
    let mut tables = ShippedTables::open();
    let locale = locale("en", &[]);
    let attributes = [("dataset", "venezuelans-abroad"), ("kind", "map"), ("filter", "coa_region=Americas")];
    let view = tables.view(&attributes, &locale).expect("a map");
    for (width, has_list) in [(700.0, false), (1000.0, true), (1200.0, true)] {
        let frame = frame_of(&view, Some(americas()), &locale, (width, 480.0));
        // The first of UNHCR's figures of 2025 for Venezuelans in the Americas, rounded.
        for (name, figure) in [("Colombia", "2.83 million"), ("Peru", "1.64 million"), ("Brazil", "732,000")]
        {
            let rows: Vec<i32> =
                texts(&frame).into_iter().filter(|text| text.text == figure).map(|text| text.at.y).collect();
            assert_eq!(rows.len(), usize::from(has_list), "{figure} at {width}");
            let named = |y: &i32| texts(&frame).iter().any(|text| text.text == name && text.at.y == *y);
            assert!(rows.iter().all(named), "{name} beside its figure at {width}");
        }
    }
}

#[test]
fn a_row_beside_a_map_is_its_country() {
    let mut tables = ShippedTables::open();
    let mut rows = 0;
    for language in ["en", "es"] {
        let locale = locale(language, &[]);
        for (what, view, ground) in views(&mut tables, &locale) {
            for size in sizes() {
                let frame = frame_of(&view, Some(ground), &locale, size);
                for text in texts(&frame) {
                    let beside = text.at.x > frame.plot.right || text.at.y > frame.plot.bottom;
                    let of_row = frame.rows.iter().filter(|row| row.bounds.holds(text.at));
                    let Some(row) = of_row.map(|row| row.bounds).next() else { continue };
                    assert!(beside, "{what} {size:?}: {} on the map", text.text);
                    let y = (row.top + row.bottom) / 2;
                    let found = [row.left + 1, (row.left + row.right) / 2, row.right - 1]
                        .map(|x| frame.find(Point { x, y }).expect("a place"));
                    assert!(found.iter().all(|band| band.index == found[0].index), "{what} {size:?}");
                    // The name at the left is that of the place, which a pointer marks on the map.
                    if text.at.x == row.left && !has_arrows(&view) && !text.text.ends_with('…') {
                        rows += 1;
                        let name =
                            category_label(&locale, &view.model.grid, found[0].index, PeriodStyle::Short);
                        assert_eq!(text.text, name, "{what} {size:?}");
                        // What lies nowhere has its mark below the map.
                        let mark = found[0].points[0].1;
                        let is_marked = frame.plot.holds(mark) || mark.y > frame.plot.bottom;
                        assert!(is_marked && !row.holds(mark), "{what} {size:?}: {name}");
                    }
                }
                // A keyboard goes through the places once.
                let mut places: Vec<(usize, Option<usize>)> = frame
                    .hit_bands
                    .iter()
                    .map(|band| (band.index, band.region.as_ref().and_then(|region| region.series)))
                    .collect();
                places.sort_unstable();
                assert!(places.windows(2).all(|pair| pair[0] != pair[1]), "{what} {size:?}");
            }
        }
    }
    assert!(rows > 1000, "{rows} rows");
}

#[test]
fn what_two_authorities_count_in_different_ways_is_not_ranked_beside_a_map() {
    let mut tables = ShippedTables::open();
    let locale = locale("en", &[]);
    for (dataset, is_ranked) in [("irregular-entries", false), ("migrant-stock-americas", true)] {
        let view = tables.view(&[("dataset", dataset), ("kind", "map")], &locale).expect("a map");
        let frame = frame_of(&view, Some(americas()), &locale, (1200.0, 480.0));
        let beside = texts(&frame).into_iter().filter(|text| text.at.x > frame.plot.right).count();
        assert_eq!(beside > 0, is_ranked, "{dataset}: {beside} texts beside the map");
    }
}

#[test]
fn the_greatest_of_what_a_phones_map_does_not_show_is_named_below_it() {
    let mut tables = ShippedTables::open();
    let (mut seen, mut wrong) = (0, Vec::new());
    for language in ["en", "es"] {
        let locale = locale(language, &[]);
        for (what, view, ground) in views(&mut tables, &locale) {
            for size in sizes().filter(|(width, height)| *width <= 480.0 && *height >= 360.0) {
                let frame = frame_of(&view, Some(ground), &locale, size);
                let grid = &view.model.grid;
                let below = frame.hit_bands.iter().filter(|band| band.points[0].1.y > frame.plot.bottom);
                let figure = |place: usize| grid.total(place, |_| true).unwrap_or(0.0);
                let greatest =
                    below.map(|band| band.index).max_by(|one, two| figure(*one).total_cmp(&figure(*two)));
                let Some(greatest) = greatest else { continue };
                seen += 1;
                let name = category_label(&locale, grid, greatest, PeriodStyle::Short);
                let start: String = name.chars().take(8).collect();
                let is_named = texts(&frame)
                    .iter()
                    .any(|text| text.at.y > frame.plot.bottom && text.text.starts_with(&start));
                if !is_named {
                    wrong.push(format!("{what} {language} {size:?}: {name}"));
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn land_that_goes_on_beyond_a_map_fades_towards_its_edge() {
    let mut tables = ShippedTables::open();
    let locale = locale("en", &[]);
    let (mut cuts, theme) = (0, Theme::light());
    for (what, view, ground) in views(&mut tables, &locale) {
        for size in sizes() {
            let frame = frame_of(&view, Some(ground), &locale, size);
            let plot = frame.plot;
            let edges =
                |at: &Point| [at.x == plot.left, at.x == plot.right, at.y == plot.top, at.y == plot.bottom];
            for mark in &frame.marks {
                let Mark::Area { points, fill } = mark else { continue };
                // Along an edge for more than a few pixels: a cut, and no coast that touches it.
                let is_cut = points.iter().zip(points.iter().cycle().skip(1)).any(|(from, to)| {
                    let is_along = edges(from).iter().zip(edges(to)).any(|(one, two)| *one && two);
                    is_along && (from.x - to.x).abs().max((from.y - to.y).abs()) > 20
                });
                if is_cut {
                    cuts += 1;
                    let contrast = fill.color.contrast(theme.surface);
                    assert!(contrast < 1.03, "{what} {size:?}: {contrast} at the edge");
                }
            }
        }
    }
    assert!(cuts > 50, "{cuts} cuts");
}
