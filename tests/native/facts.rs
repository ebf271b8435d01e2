//! What text alternatives may say: comparisons of the same, whole periods, one method, and sums only of what was summed.
//!
//! Figures are those of the shipped files, added up by hand from their rows.

use migration_widget::chart::Frame;
use migration_widget::figure::mark_words;
use migration_widget::model::{Period, QuantityKind};
use migration_widget::query::{Aggregate, Grid, Kind, PartialPeriod, SeriesBreak};
use migration_widget::view::State;

use crate::messages::locale;
use crate::shown_views::{Attributes, ShippedTables, kinds};
use crate::summary::said;
use crate::tables::{grid as grid_of_tests, month, ranked as ranked_tests, single as single_tests};

/// The same figures without a unit.
fn bare(grid: Grid) -> Grid {
    Grid { unit: None, ..grid }
}

fn single(periods: &[&str], values: &[Option<f64>]) -> Grid {
    bare(single_tests(periods, values))
}

fn ranked(keys: &[&str], values: &[Option<f64>]) -> Grid {
    bare(ranked_tests(keys, values))
}

fn grid(periods: &[&str], series: &[(&str, &[Option<f64>])]) -> Grid {
    bare(grid_of_tests(periods, series))
}

/// What a view says in English, which must have each of `parts` and none of `absent`.
fn says(shipped: &mut ShippedTables, attributes: Attributes, parts: &[&str], absent: &[&str]) {
    let view = shipped.view(attributes, &locale("en", &[])).unwrap_or_else(|problem| {
        panic!("{attributes:?}: {problem:?}");
    });
    for part in parts {
        assert!(view.summary.contains(part), "{attributes:?} lacks “{part}”: {}", view.summary);
    }
    for part in absent {
        assert!(!view.summary.contains(part), "{attributes:?} says “{part}”: {}", view.summary);
    }
}

#[test]
fn a_part_of_a_year_is_no_end_of_a_comparison_and_is_named() {
    let mut shipped = ShippedTables::open();
    let deaths = [("dataset", "missing-migrants-americas"), ("x", "year")];
    let part = "175 deaths and disappearances in 2025 (first 4 months)";
    for kind in ["bar", "line", "table"] {
        let view = [&deaths[..], &[("kind", kind)]].concat();
        says(&mut shipped, &view, &["from 618", "in 2014 to 1,272 in 2024", part], &["to 175"]);
    }
    let honduras =
        [("dataset", "irregular-entries"), ("filter", "country=HND"), ("x", "year"), ("kind", "bar")];
    let months_of_2020 = "in 2020 (10 of 12 months)";
    says(&mut shipped, &honduras, &["in 2018 to 374,971 in 2024", months_of_2020], &["to 16,386"]);
    let encounters =
        [("dataset", "us-southwest-encounters"), ("x", "year"), ("kind", "line"), ("from", "2019-01")];
    says(&mut shipped, &encounters, &["2019 (last 3 months)"], &["in 2019 to"]);
}

#[test]
fn parts_are_marked_in_the_csv_for_the_figures_that_are_parts() {
    let mut shipped = ShippedTables::open();
    let attributes = [("dataset", "irregular-entries"), ("x", "year"), ("kind", "line")];
    let csv = shipped.view(&attributes, &locale("en", &[])).unwrap().csv;
    let status = |start: &str| -> Vec<&str> {
        let rows = csv.lines().filter(|line| line.starts_with(start));
        rows.map(|line| line.rsplit(',').nth(1).unwrap()).collect()
    };
    assert_eq!(csv.lines().next(), Some("year,country,status,entries"));
    assert_eq!(status("2020,HND"), ["partial"], "two months of 2020 were not published");
    assert_eq!(status("2020,MEX"), [""]);
    assert_eq!((status("2025,HND"), status("2025,MEX")), (vec!["partial"], vec!["partial"]));
    let monthly = [("dataset", "irregular-entries"), ("kind", "line")];
    let csv = shipped.view(&monthly, &locale("en", &[])).unwrap().csv;
    assert_eq!(csv.lines().next(), Some("month,country,entries"), "no row has a status");
}

#[test]
fn nothing_is_compared_over_a_break_of_method() {
    let mut shipped = ShippedTables::open();
    let counted =
        "Other people in need of international protection, most Venezuelans abroad, are counted from 2018.";
    for kind in ["line", "area", "number", "table"] {
        let view = [("dataset", "venezuelans-abroad"), ("kind", kind), ("series", "none")];
        says(&mut shipped, &view, &["from 3,078,217 people at the end of 2018", counted], &["12,831"]);
    }
    let total = [("dataset", "guatemala-returns"), ("kind", "area")];
    says(&mut shipped, &total, &["from 7,477 returns in January 2020 to 2,839"], &["Compared", "method"]);
}

#[test]
fn a_break_between_two_lone_figures_leaves_them_uncompared() {
    let mut figures = single(&["2017", "2018"], &[Some(1000.0), Some(3000.0)]);
    figures.breaks = vec![SeriesBreak { from: Period::year(2018), series: None }];
    let text =
        |language: &str| said(&figures, Kind::Line, &State::default(), "Title", "", &locale(language, &[]));
    assert!(
        text("en").contains(
            "The figure was 1,000 in 2017 and 3,000 in 2018; the two are not compared, \
             as the counting method changed in 2018."
        ),
        "{}",
        text("en")
    );
    assert!(
        text("es").contains("no se comparan, porque el método de conteo cambió en 2018."),
        "{}",
        text("es")
    );
}

#[test]
fn series_that_begin_late_say_from_when_the_total_is_compared() {
    // Five nationalities, of which one is counted from September 2021.
    let months: Vec<String> = (0..43)
        .map(|index| Period { ordinal: month(2021, 1).ordinal + index, ..month(2021, 1) }.to_string())
        .collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    let early: Vec<Option<f64>> =
        (0..43).map(|index| Some(if index == 42 { 15.0 } else { 3000.0 })).collect();
    let late: Vec<Option<f64>> =
        (0..43).map(|index| (index >= 8).then_some(if index == 42 { 20.0 } else { 6128.0 })).collect();
    let series: [(&str, &[Option<f64>]); 5] =
        [("VEN", &late), ("HTI", &early), ("CUB", &early), ("ECU", &early), ("COL", &early)];
    let figures = grid(&months, &series);
    let text = said(&figures, Kind::Line, &State::default(), "Title", "", &locale("en", &[]));
    // 6,128 + 4 × 3,000 = 18,128; 20 + 4 × 15 = 80; 80 of 18,128 are 0.44 %.
    assert!(
        text.contains("The total fell from 18,128 in September 2021 to 80 in July 2024 (−99.6%)"),
        "{text}"
    );
    assert!(
        text.contains("Compared from September 2021 on: before that, there are no figures for Venezuela."),
        "{text}"
    );
    assert!(!text.contains("whole period"), "{text}");
}

#[test]
fn two_periods_are_never_the_whole_period() {
    let mut shipped = ShippedTables::open();
    for dataset in shipped.datasets() {
        let attributes = [("dataset", dataset.as_str()), ("kind", "slope")];
        if let Ok(view) = shipped.view(&attributes, &locale("en", &[])) {
            assert!(!view.summary.contains("hole period"), "{}", view.summary);
            assert!(!view.summary.contains(" with figures, the largest"), "{}", view.summary);
        }
    }
}

#[test]
fn groups_that_are_not_counted_throughout_have_no_largest_over_the_period() {
    let mut shipped = ShippedTables::open();
    let views: [&[(&str, &str)]; 3] = [
        &[("dataset", "guatemala-returns"), ("series", "returned_from"), ("kind", "line")],
        &[("dataset", "us-southwest-encounters"), ("from", "2018-01"), ("kind", "line")],
        &[("dataset", "darien-crossings-age-sex"), ("series", "age_group"), ("kind", "line")],
    ];
    for view in views {
        says(&mut shipped, view, &[], &["whole period", "with figures, the largest", "is Unknown"]);
    }
}

#[test]
fn means_and_extremes_are_called_so_and_have_neither_total_nor_share() {
    let mut shipped = ShippedTables::open();
    for (aggregate, word) in [("mean", "mean"), ("max", "highest"), ("min", "lowest")] {
        let by_year =
            [("dataset", "darien-crossings"), ("kind", "line"), ("x", "year"), ("aggregate", aggregate)];
        let said = format!("Each figure: {word} of up to 12 months, not their sum.");
        says(&mut shipped, &by_year, &[&said], &["total", "% of"]);
        let by_place = [
            ("dataset", "darien-crossings"),
            ("kind", "bar"),
            ("x", "nationality"),
            ("top", "all"),
            ("aggregate", aggregate),
        ];
        let said = format!("Each figure: {word} of 61 months, not their sum.");
        says(&mut shipped, &by_place, &[&said], &["total", "% of"]);
    }
}

#[test]
fn what_is_counted_apart_is_neither_added_nor_ranked_in_any_kind() {
    let mut shipped = ShippedTables::open();
    let mut drawn = 0;
    for kind in kinds() {
        let attributes = [("dataset", "irregular-entries"), ("kind", kind)];
        let Ok(view) = shipped.view(&attributes, &locale("en", &[])) else { continue };
        drawn += 1;
        for claim in ["The total", "recorded total", "largest", "% of the total", "% of all)"] {
            assert!(!view.summary.contains(claim), "{kind} says “{claim}”: {}", view.summary);
        }
    }
    assert!(drawn >= 6, "only {drawn} kinds are drawn");
}

#[test]
fn a_number_says_the_figure_that_is_drawn() {
    let mut shipped = ShippedTables::open();
    let sum = [
        ("dataset", "darien-crossings"),
        ("kind", "number"),
        ("aggregate", "sum"),
        ("from", "2023-01"),
        ("to", "2023-03"),
    ];
    // 24,634 + 24,657 + 38,099.
    let said = "The figure shown is the sum of 3 months (January–March 2023): 87,390 crossings.";
    says(&mut shipped, &sum, &[said], &[]);
    let last = [("dataset", "darien-crossings"), ("kind", "number")];
    says(&mut shipped, &last, &["The figure shown is 73 crossings in April 2025."], &[]);
}

#[test]
fn only_a_change_to_nothing_is_a_hundred_per_cent() {
    let change = |from: f64, to: f64| {
        let figures = single(&["2023", "2024"], &[Some(from), Some(to)]);
        let text = said(&figures, Kind::Line, &State::default(), "Title", "", &locale("en", &[]));
        text.split_once('(').map(|(_, rest)| rest.trim_end_matches(").").to_owned()).unwrap_or_default()
    };
    for (from, to, said) in [
        (1000.0, 0.0, "−100%"),
        (18_128.0, 80.0, "−99.6%"),
        (10_000.0, 4.0, "−99.96%"),
        (1_000_000.0, 1.0, "−99.9999%"),
        (1000.0, 400.0, "−60%"),
        (1000.0, 1055.0, "+5.5%"),
    ] {
        assert_eq!(change(from, to), said, "{from} to {to}");
    }
    let en = locale("en", &[]);
    for (ratio, said) in
        [(0.0, "0%"), (0.0004, "<0.1%"), (0.5, "50%"), (0.9994, "99.9%"), (0.9996, ">99.9%"), (1.0, "100%")]
    {
        assert_eq!(en.share(ratio), said, "{ratio}");
    }
    assert_eq!(locale("es", &[]).share(0.9999), ">99,9\u{a0}%");
}

#[test]
fn of_places_only_those_counted_throughout_are_ranked() {
    let mut figures = ranked(&["ECU", "VEN", "HTI"], &[Some(900.0), Some(300.0), Some(100.0)]);
    let (first, last) = (Period::year(2015), Period::year(2020));
    figures.partial = vec![Some(PartialPeriod { first, last, known: 4, whole: 6 }), None, None];
    figures.measure = QuantityKind::Flow;
    let text = said(&figures, Kind::Bar, &State::default(), "Title", "", &locale("en", &[]));
    assert!(
        text.ends_with("Of those counted throughout, the largest are Venezuela (300) and Haiti (100)."),
        "{text}"
    );
    figures.partial[1] = figures.partial[0].clone();
    let text = said(&figures, Kind::Bar, &State::default(), "Title", "", &locale("en", &[]));
    assert!(
        text.ends_with(
            "Figures include those of Ecuador (900; 2015–2020, 4 of 6 years), Venezuela (300; 2015–2020, 4 of 6 \
             years) and Haiti (100). They are not ranked, as not all are counted throughout."
        ),
        "{text}"
    );
}

#[test]
fn what_top_folded_is_compared_only_where_the_same_of_it_are_known() {
    let mut figures = grid(
        &["2021", "2022", "2023", "2024"],
        &[
            ("VEN", &[Some(10.0), Some(20.0), Some(30.0), Some(40.0)]),
            ("Other", &[Some(100.0), Some(5.0), Some(110.0), Some(120.0)]),
        ],
    );
    figures.series[1].role = migration_widget::query::SeriesRole::Other;
    figures.aggregate = Aggregate::Sum;
    // In 2022 one of those folded together is unknown.
    figures.members = vec![0, 0, 0, 0, 7, 3, 7, 7];
    let text = said(&figures, Kind::Line, &State::default(), "Title", "", &locale("en", &[]));
    assert!(text.contains("The total rose from 110 in 2021 to 160 in 2024 (+45%)"), "{text}");
    assert!(!text.contains("whole period"), "{text}");
    figures.members = vec![0, 0, 0, 0, 3, 3, 7, 7];
    let text = said(&figures, Kind::Line, &State::default(), "Title", "", &locale("en", &[]));
    assert!(text.contains("from 140 in 2023 to 160 in 2024 (+14%)"), "{text}");
    assert!(text.contains("Compared from 2023 on: before that, not every group has figures."), "{text}");
}

#[test]
fn what_is_left_out_of_a_drawing_is_counted_in_the_right_number() {
    for (language, count, words) in [
        ("en", 1, "1 more is in the table."),
        ("en", 12, "12 more are in the table."),
        ("es", 1, "Hay 1 más en la tabla."),
    ] {
        let frame = Frame { categories_left_out: count, ..Frame::default() };
        assert_eq!(mark_words(&frame, &locale(language, &[])), [words]);
    }
}
