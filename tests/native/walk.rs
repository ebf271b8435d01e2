//! Where the keyboard's keys lead: through places, through the rows of one, to a neighbour.

use migration_widget::view::{Ground, Stop, neighbour, walk};

/// Sixty months of four series.
const MONTHS: Ground = Ground { places: 60, rows: 4, runs_down: false, is_time: true };
/// A ranking of nine countries with one figure each.
const RANKING: Ground = Ground { places: 9, rows: 1, runs_down: true, is_time: false };

#[test]
fn keys_lead_where_a_reader_of_the_chart_expects() {
    let stacked = Ground { rows: 3, ..RANKING };
    let map = Ground { runs_down: false, ..RANKING };
    let number = Ground { rows: 1, ..MONTHS };
    let place = Stop::Place;
    for (what, key, ground, at, row, to) in [
        ("a later month", "ArrowRight", MONTHS, 5, None, place(6)),
        ("an earlier month", "ArrowLeft", MONTHS, 5, None, place(4)),
        ("none after the last", "ArrowRight", MONTHS, 59, None, place(59)),
        ("none before the first", "ArrowLeft", MONTHS, 0, None, place(0)),
        ("a page of months", "PageUp", MONTHS, 5, None, place(11)),
        ("a page back", "PageDown", MONTHS, 5, None, place(0)),
        ("the first", "Home", MONTHS, 5, None, place(0)),
        ("the last", "End", MONTHS, 5, None, place(59)),
        ("the first series", "ArrowDown", MONTHS, 5, None, Stop::Row(Some(0))),
        ("the second series", "ArrowDown", MONTHS, 5, Some(0), Stop::Row(Some(1))),
        ("all after the last series", "ArrowDown", MONTHS, 5, Some(3), Stop::Row(None)),
        ("the last series from above", "ArrowUp", MONTHS, 5, None, Stop::Row(Some(3))),
        ("all above the first", "ArrowUp", MONTHS, 5, Some(0), Stop::Row(None)),
        ("a lone series: up is later", "ArrowUp", number, 5, None, place(6)),
        ("a lone series: down is earlier", "ArrowDown", number, 5, None, place(4)),
        ("down the list", "ArrowDown", RANKING, 0, None, place(1)),
        ("up the list", "ArrowUp", RANKING, 1, None, place(0)),
        ("sideways in a list of one figure each", "ArrowRight", RANKING, 0, None, place(1)),
        ("a page down the list", "PageDown", RANKING, 7, None, place(8)),
        ("the parts of a bar", "ArrowRight", stacked, 2, None, Stop::Row(Some(0))),
        ("the next bar", "ArrowDown", stacked, 2, Some(1), place(3)),
        ("the next smaller country", "ArrowDown", map, 0, None, place(1)),
        ("and the same to the right", "ArrowRight", map, 0, None, place(1)),
    ] {
        assert_eq!(walk(key, at, row, ground), Some(to), "{what}");
    }
}

#[test]
fn other_keys_and_empty_charts_lead_nowhere() {
    for key in ["Enter", "a", "Tab", "Escape", "?"] {
        assert_eq!(walk(key, 0, None, MONTHS), None, "{key}");
    }
    assert_eq!(walk("Home", 0, None, Ground::default()), None);
}

#[test]
fn a_neighbour_is_the_nearest_in_the_direction_of_the_key() {
    // Four around a fifth, one further east, one without a place on the map.
    let points = [
        Some((10.0, 10.0)),
        Some((20.0, 11.0)),
        Some((40.0, 10.0)),
        Some((0.0, 9.0)),
        Some((10.0, 2.0)),
        Some((12.0, 30.0)),
        None,
    ];
    for (key, from, to) in [
        ("ArrowRight", 0, Some(1)),
        ("ArrowRight", 1, Some(2)),
        ("ArrowRight", 2, None),
        ("ArrowLeft", 0, Some(3)),
        ("ArrowUp", 0, Some(4)),
        ("ArrowDown", 0, Some(5)),
        ("ArrowDown", 6, None),
        ("Home", 0, None),
    ] {
        assert_eq!(neighbour(key, from, &points), to, "{key} from {from}");
    }
}
