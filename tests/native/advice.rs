//! The advice to authors: when it is given, and what its buttons change.

use migration_widget::model::{Period, Problem, QuantityKind, Reason, Value, attribute};
use migration_widget::query::{Grid, Kind, PartialPeriod, SeriesRole};
use migration_widget::summary::advice::{Advice, AuthorOptions, Change, advice, remedy};

use crate::architecture::string_literals;
use crate::charts::{darien, darien_2023, darien_by_nationality, displaced, grid, provisional, value, years};

const SAID: AuthorOptions =
    AuthorOptions { log: false, aggregate: false, sourced: true, titled: true, overdue: false };

/// The codes of the advice on a flow, which brings none of its own.
fn codes(mut grid: Grid, kind: Kind, asked: AuthorOptions) -> Vec<&'static str> {
    grid.measure = QuantityKind::Flow;
    advice(&grid, kind, asked).iter().map(|one| one.code).collect()
}

/// The advice of a code.
fn find(grid: &Grid, kind: Kind, code: &str) -> Advice {
    let list = advice(grid, kind, SAID);
    list.into_iter().find(|one| one.code == code).unwrap_or_else(|| panic!("no advice “{code}”"))
}

/// The changes of the advice's first way out.
fn changes(advice: &Advice) -> &[Change] {
    &advice.remedies[0].changes
}

fn set(attribute: &'static str, value: &str) -> Change {
    (attribute, Some(value.to_owned()))
}

#[test]
fn a_plain_chart_needs_no_advice() {
    assert_eq!(codes(darien(), Kind::Line, SAID), Vec::<&str>::new());
    // Four nations and the others.
    assert_eq!(codes(darien_by_nationality(4), Kind::Line, SAID), Vec::<&str>::new());
    assert_eq!(codes(displaced(), Kind::StackedArea, SAID), Vec::<&str>::new(), "five groups");
}

#[test]
fn figures_past_their_rhythm_are_told_without_a_button() {
    let asked = AuthorOptions { overdue: true, ..SAID };
    assert_eq!(codes(darien(), Kind::Line, asked), ["newer-figures"]);
    let mut flow = darien();
    flow.measure = QuantityKind::Flow;
    assert!(advice(&flow, Kind::Line, asked)[0].remedies.is_empty());
}

#[test]
fn more_than_four_lines_become_four_or_panels() {
    let advice = find(&darien_by_nationality(5), Kind::Line, "too-many-lines");
    assert_eq!(advice.count, 5);
    assert_eq!(changes(&advice), [set("top", "4")]);
    assert_eq!(advice.remedies[1].changes, [set("kind", "small-multiples")]);
    // “Other” is no group of its own.
    assert_eq!(codes(darien_by_nationality(6), Kind::StackedArea, SAID), Vec::<&str>::new());
}

#[test]
fn more_than_five_groups_become_five() {
    let six: Vec<_> = ["A", "B", "C", "D", "E", "F"].map(|key| (key, vec![value(1)])).to_vec();
    for kind in [Kind::StackedArea, Kind::StackedBar, Kind::GroupedBar, Kind::Waffle] {
        let advice = find(&grid(years(2020, 1), &six), kind, "too-many-groups");
        assert_eq!((advice.count, changes(&advice)), (6, &[set("top", "5")][..]), "{kind:?}");
    }
}

#[test]
fn long_rankings_become_ten_bars() {
    assert_eq!(codes(darien_2023(15), Kind::Bar, SAID), Vec::<&str>::new());
    let advice = find(&darien_2023(16), Kind::Bar, "too-many-bars");
    assert_eq!((advice.count, changes(&advice)), (16, &[set("top", "10")][..]));
}

#[test]
fn bars_and_areas_keep_their_zero() {
    let asked = AuthorOptions { log: true, ..SAID };
    for kind in [Kind::Bar, Kind::Area, Kind::StackedArea] {
        assert_eq!(codes(darien(), kind, asked), ["no-zero"], "{kind:?}");
    }
    assert_eq!(codes(darien(), Kind::Line, asked), Vec::<&str>::new());
    let list = advice(&darien(), Kind::Bar, asked);
    assert_eq!(changes(&list[0]), [("scale", None)]);
}

#[test]
fn a_rest_that_is_larger_than_all_names_is_told() {
    let parts = |rest: i32| {
        let mut grid = grid(
            years(2020, 1),
            &[("A", vec![value(30)]), ("B", vec![value(20)]), ("Other", vec![value(rest)])],
        );
        for (series, role) in
            grid.series.iter_mut().zip([SeriesRole::Named, SeriesRole::Named, SeriesRole::Other])
        {
            series.role = role;
        }
        grid
    };
    let advice = find(&parts(51), Kind::StackedBar, "other-is-most");
    // 51 of 101.
    assert_eq!((advice.count, changes(&advice)), (50, &[set("kind", "table")][..]));
    assert_eq!(codes(parts(50), Kind::StackedBar, SAID), Vec::<&str>::new(), "half is not more");
    assert_eq!(
        codes(parts(51), Kind::GroupedBar, SAID),
        Vec::<&str>::new(),
        "side by side they are no parts of a whole"
    );
}

#[test]
fn two_points_make_no_line() {
    let two = |places: usize| grid(years(2020, places), &[("people", vec![value(3); places])]);
    let advice = find(&two(2), Kind::Line, "few-periods");
    assert_eq!((advice.count, changes(&advice)), (2, &[set("kind", "bar")][..]));
    assert_eq!(find(&two(1), Kind::Area, "few-periods").count, 1);
    assert_eq!(codes(two(3), Kind::Line, SAID), Vec::<&str>::new());
    assert_eq!(codes(two(2), Kind::Bar, SAID), Vec::<&str>::new());
}

#[test]
fn a_map_of_two_countries_is_a_picture_of_land() {
    let rates = |count: usize| Grid { per: Some(100_000.0), ..darien_2023(count) };
    let advice = find(&rates(2), Kind::Map, "few-countries");
    assert_eq!((advice.count, changes(&advice)), (2, &[set("kind", "bar")][..]));
    assert_eq!(codes(rates(3), Kind::Map, SAID), Vec::<&str>::new());
}

#[test]
fn figures_that_are_mostly_missing_are_told() {
    let known = |count: usize| {
        let values =
            (0..8).map(|place| if place < count { value(3) } else { Value::Missing(Reason::NotCollected) });
        grid(years(2016, 8), &[("people", values.collect())])
    };
    assert_eq!(find(&known(3), Kind::Line, "mostly-missing").count, 62, "5 of 8 are 62.5 per cent");
    assert_eq!(codes(known(4), Kind::Line, SAID), Vec::<&str>::new(), "half is not most");
}

#[test]
fn a_map_of_counts_offers_rates_and_a_map_of_rates_nothing() {
    let mut counts = darien_2023(5);
    assert_eq!(changes(&find(&counts, Kind::Map, "map-of-counts")), [set("per", "100000")]);
    // Nothing is divided by the inhabitants of the country that people were returned from.
    let elsewhere = Grid { x_field: "returned_from".into(), ..counts.clone() };
    assert!(find(&elsewhere, Kind::Map, "map-of-counts").remedies.is_empty());
    let inhabitants = Grid { y_field: "population".into(), ..counts.clone() };
    assert!(
        find(&inhabitants, Kind::Map, "map-of-counts").remedies.is_empty(),
        "they are not divided by themselves"
    );
    counts.per = Some(100_000.0);
    assert_eq!(codes(counts, Kind::Map, SAID), Vec::<&str>::new());
}

#[test]
fn provisional_and_unfinished_periods_can_be_left_out() {
    let advice = find(&provisional(displaced(), 1), Kind::Line, "provisional");
    assert_eq!((advice.count, changes(&advice)), (1, &[set("to", "2024")][..]));
    let mut months = darien();
    let (first, last) = (Period::month(2025, 4).unwrap(), Period::month(2025, 4).unwrap());
    months.partial = vec![None; 64];
    months.partial[63] = Some(PartialPeriod { first, last, known: 1, whole: 2 });
    // The figures end with April 2025.
    assert_eq!(changes(&find(&months, Kind::Line, "incomplete")), [set("to", "2025-03")]);
    let all = provisional(grid(years(2024, 1), &[("people", vec![value(3)])]), 1);
    assert_eq!(find(&all, Kind::Line, "provisional").remedies, [], "nothing would be left");
}

#[test]
fn own_figures_added_over_years_are_doubted() {
    let mut own = darien_2023(5);
    own.measure = QuantityKind::Unknown;
    own.span = Some((Period::year(2020), Period::year(2023)));
    let advice_ = find(&own, Kind::Bar, "added-over-time");
    assert_eq!((advice_.count, changes(&advice_)), (4, &[set("aggregate", "last")][..]));
    assert_eq!(
        advice(&own, Kind::Bar, AuthorOptions { aggregate: true, ..SAID }),
        [],
        "the author has said so"
    );
    own.span = Some((Period::year(2023), Period::year(2023)));
    assert_eq!(advice(&own, Kind::Bar, SAID), [], "one year is no sum");
}

#[test]
fn events_are_not_people_and_figures_want_heading_and_source() {
    assert!(find(&darien(), Kind::Line, "events").remedies.is_empty());
    assert_eq!(codes(darien(), Kind::Line, AuthorOptions::default()), ["no-heading", "no-source"]);
}

#[test]
fn refusals_have_their_way_out() {
    let way = |problem: &Problem| remedy(problem).map(|remedy| remedy.changes);
    assert_eq!(way(&Problem::new("sum-of-stocks")), Some(vec![set("aggregate", "last")]));
    let mixed = Problem::new("mixed-grains").with("selection", "from=\"2020-01\"");
    assert_eq!(way(&mixed), Some(vec![set("from", "2020-01")]));
    assert_eq!(way(&Problem::new("mixed-grains").with("selection", "filter")), None);
    let cases = Problem::new("cases-with-persons").with("selection", "app_pc=P");
    assert_eq!(way(&cases), Some(vec![set("filter", "app_pc=P")]));
    assert_eq!(way(&Problem::new("no-rows")), None);
    let fitting = Problem::new("kind-adds-rates").with("kind", "waffle").with("fits", "bar");
    assert_eq!(way(&fitting), Some(vec![set("kind", "bar")]));
    let years = Problem::new("per-of-years").with("year", "2024");
    assert_eq!(way(&years), Some(vec![set("from", "2024"), set("to", "2024")]));
    assert_eq!(way(&Problem::new("per-of-elsewhere")), Some(vec![("per", None)]));
    let scatter = Problem::new("per-of-elsewhere").with("fits", "line");
    assert_eq!(way(&scatter), Some(vec![set("kind", "line")]));
    assert_eq!(way(&Problem::new("negative-shares")), Some(vec![("normalize", None)]));
    let apart = Problem::new("counted-apart").with("selection", "country=HND");
    assert_eq!(way(&apart), Some(vec![set("filter", "country=HND")]));
}

#[test]
fn every_advice_and_way_out_has_words_and_no_words_are_left_over() {
    let code = include_str!("../../src/summary/advice.rs");
    let literals = string_literals(code);
    for language in crate::contract::languages() {
        let path = crate::contract::www().join(format!("builder/{language}.json"));
        let text = std::fs::read_to_string(path).unwrap();
        let words: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&text).unwrap();
        // Colours are judged elsewhere, and texts are answered by their field.
        let elsewhere = ["colors", "none", "heading", "credit", "long-heading", "many-words", "annotate"];
        for key in words.keys() {
            let named = key.strip_prefix("advice.").or_else(|| key.strip_prefix("remedy."));
            let Some(named) = named.filter(|named| !elsewhere.contains(named)) else { continue };
            // What changes an attribute can be called after it.
            let is_said = literals.contains(&named) || attribute::ALL.contains(&named);
            assert!(is_said, "nothing says “{named}”");
        }
        for advised in [
            "added-over-time",
            "other-is-most",
            "few-periods",
            "few-countries",
            "mostly-missing",
            "too-many-lines",
            "too-many-groups",
            "too-many-bars",
            "no-zero",
            "map-of-counts",
            "incomplete",
            "provisional",
            "events",
            "no-heading",
            "no-source",
            "sum-of-stocks",
            "rate-sum",
            "kind-needs-periods",
            "kind-needs-parts",
            "cases-with-persons",
            "mixed-grains",
        ] {
            assert!(
                literals.contains(&advised) && words.contains_key(&format!("advice.{advised}")),
                "{advised}"
            );
        }
        for part in ["Some(set(", " set(", "![set(", "clear("] {
            for after in code.split(&format!("{part}\"")).skip(1) {
                let way = after.split('"').next().unwrap();
                assert!(words.contains_key(&format!("remedy.{way}")), "{way}");
            }
        }
    }
}
