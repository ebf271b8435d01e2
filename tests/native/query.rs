use migration_widget::model::{Period, QuantityKind, Role, View};
use migration_widget::query::{Axis, Population, SeriesRole};

use crate::query_data::*;

#[test]
fn rows_of_one_place_and_period_are_summed() {
    let unhcr = Data::fixture("unhcr.csv");
    for (attributes, expected) in [
        ("x=year|y=refugees", "2022 2023\nrefugees: 1607 1950"),
        (
            "x=year|y=refugees|series=coo_iso",
            "2022 2023\nVEN: 1000 1300\nSYR: 500 600\nHTI: 100 50\nUNK: 7 ·",
        ),
        ("x=year|y=refugees|series=coo_iso|top=2", "2022 2023\nVEN: 1000 1300\nSYR: 500 600\nOther: 107 50"),
        ("x=year|y=oip|series=coo_iso|filter=coo_iso=HTI", "2022 2023\nHTI: ? 3"),
        ("x=year|y=refugees|filter=coo_iso=VEN,HTI; year>=2023", "2023\nrefugees: 1350"),
        ("x=year|y=refugees|filter=coo_iso!=VEN", "2022 2023\nrefugees: 607 650"),
        ("x=year|y=refugees|filter=coa_region=Americas", "2022 2023\nrefugees: 1040 1350"),
        ("x=year|y=refugees|series=coa_region", "2022 2023\nAmericas: 1040 1350\nEurope: 567 600"),
        ("x=year|y=refugees|filter=refugees>=500", "2022 2023\nrefugees: 1300 1600"),
        ("x=year|y=refugees,asylum_seekers", "2022 2023\nrefugees: 1607 1950\nasylum_seekers: 210 240"),
        ("x=year|y=refugees|to=2022", "2022\nrefugees: 1607"),
    ] {
        assert_eq!(picture(&unhcr.run(attributes).unwrap()), expected, "{attributes}");
    }
}

#[test]
fn a_missing_cell_among_known_ones_is_left_out_of_the_sum() {
    let unhcr = Data::fixture("unhcr.csv");
    let grid = unhcr.run("x=year|y=refugees|series=coa_iso|filter=coo_iso=SYR").unwrap();
    assert_eq!(picture(&grid), "2022 2023\nAUT: 500 600\nFRA: · ?");
    let grid = unhcr.run("x=year|y=refugees|filter=coo_iso=SYR").unwrap();
    assert_eq!(picture(&grid), "2022 2023\nrefugees: 500 600");
}

#[test]
fn entities_are_ranked_and_a_stock_is_that_of_the_last_date() {
    let unhcr = Data::fixture("unhcr.csv");
    let grid = unhcr.run("x=coo_iso|y=refugees").unwrap();
    assert_eq!(picture(&grid), "VEN SYR HTI\nrefugees: 1300 600 50", "UNK has no row in 2023");
    assert_eq!(grid.span, Some((Period::year(2023), Period::year(2023))));
    assert!(grid.at_last);
    assert_eq!(
        (grid.x_role, grid.measure, grid.unit.as_deref()),
        (Role::Country, QuantityKind::Stock, Some("people"))
    );
    let grid = unhcr.run("x=coo_iso|y=refugees|top=1").unwrap();
    assert_eq!(picture(&grid), "VEN Other\nrefugees: 1300 650");
    assert_eq!((grid.series_before_top, grid.folded), (3, Some(1)));
    let grid = unhcr.run("x=coo_iso|y=refugees|to=2022").unwrap();
    assert_eq!(picture(&grid), "VEN SYR HTI UNK\nrefugees: 1000 500 100 7");
}

#[test]
fn flows_over_entities_are_summed_over_their_periods() {
    let unhcr = Data::fixture("unhcr.csv");
    let grid = unhcr.run("x=coo_iso|y=returned_refugees").unwrap();
    assert_eq!(picture(&grid), "SYR HTI UNK VEN\nreturned_refugees: 100 10 0 0");
    assert_eq!(grid.span, Some((Period::year(2022), Period::year(2023))));
    assert!(!grid.at_last);
}

#[test]
fn entities_can_have_series() {
    let unhcr = Data::fixture("unhcr.csv");
    let grid = unhcr.run("x=coa_region|y=refugees|series=coo_iso").unwrap();
    assert_eq!(picture(&grid), "Americas Europe\nVEN: 1300 ·\nSYR: · 600\nHTI: 50 ·");
    assert_eq!((grid.x_field.as_str(), grid.x_role), ("coa_region", Role::Category));
}

#[test]
fn aggregations_of_counts_go_across_periods() {
    let unhcr = Data::fixture("unhcr.csv");
    for (aggregate, expected) in [
        ("mean", "VEN SYR HTI UNK\nrefugees: 1150 550 75 7"),
        ("min", "VEN SYR HTI UNK\nrefugees: 1000 500 50 7"),
        ("max", "VEN SYR HTI UNK\nrefugees: 1300 600 100 7"),
        ("last", "VEN SYR HTI\nrefugees: 1300 600 50"),
    ] {
        let grid = unhcr.run(&format!("x=coo_iso|y=refugees|aggregate={aggregate}")).unwrap();
        assert_eq!(picture(&grid), expected, "{aggregate}");
    }
}

#[test]
fn the_mean_of_the_rest_is_no_sum_of_means() {
    // HTI 100 and 50, UNK 7 in 2022 only: together 107 and 50, whose mean is 78.5.
    let grid = Data::fixture("unhcr.csv").run("x=coo_iso|y=refugees|aggregate=mean|top=2").unwrap();
    assert_eq!(picture(&grid), "VEN SYR Other\nrefugees: 1150 550 78.5");
}

#[test]
fn aggregations_of_unknown_figures_go_over_rows() {
    let data = Data::of("place,n\na,1\na,2\na,9\nb,5\n");
    for (aggregate, expected) in
        [("mean", "b a\nn: 5 4"), ("min", "b a\nn: 5 1"), ("max", "a b\nn: 9 5"), ("sum", "a b\nn: 12 5")]
    {
        let grid = data.run(&format!("x=place|aggregate={aggregate}")).unwrap();
        assert_eq!(picture(&grid), expected, "{aggregate}");
    }
}

#[test]
fn months_are_filled_without_holes() {
    let data = Data::of("month,n\n2022-11,1\n2023-02,4\n");
    assert_eq!(picture(&data.run("").unwrap()), "2022-11 2022-12 2023-01 2023-02\nn: 1 · · 4");
    let data = Data::of("date,n\n2022-11-30,1\n2023-02-02,4\n");
    assert_eq!(
        picture(&data.run("").unwrap()),
        "2022-11-30 2023-02-02\nn: 1 4",
        "days: only those that occur"
    );
}

#[test]
fn coarser_periods_can_be_named_where_no_column_is() {
    let data = Data::fixture("crossings.csv");
    assert_eq!(picture(&data.run("x=year|y=n").unwrap()), "2022 2023\nn: 10 409");
    assert_eq!(picture(&data.run("x=quarter|y=n").unwrap()), "2022-Q4 2023-Q1 2023-Q2\nn: 10 354 55");
    let grid = data.run("x=year|y=n|filter=year>=2023").unwrap();
    assert_eq!(picture(&grid), "2023\nn: 409");
    let stock = Data::fixture("crossings.csv").measuring("n", QuantityKind::Stock);
    assert_eq!(
        picture(&stock.run("x=year|y=n").unwrap()),
        "2022 2023\nn: 10 55",
        "the stock of the year's last month"
    );
}

#[test]
fn from_and_to_hold_at_any_grain() {
    let data = Data::fixture("crossings.csv");
    for (attributes, first, last) in [
        ("from=2023", "2023-01", "2023-04"),
        ("to=2022", "2022-12", "2022-12"),
        ("to=2023-Q1", "2022-12", "2023-02"),
        ("from=2023-01-15|to=2023-02-01", "2023-01", "2023-02"),
        ("from=2023-01|to=2023-01", "2023-01", "2023-01"),
    ] {
        let grid = data.run(&format!("x=month|y=n|{attributes}")).unwrap();
        let Axis::Periods(periods) = &grid.axis else { panic!() };
        let ends = (periods[0].to_string(), periods[periods.len() - 1].to_string());
        assert_eq!(ends, (first.to_owned(), last.to_owned()), "{attributes}");
    }
}

#[test]
fn absence_is_missing_unless_the_dataset_says_zero() {
    let attributes = "x=month|y=n|series=nat|filter=country=HND";
    let missing = Data::fixture("crossings.csv");
    let months = "2022-12 2023-01 2023-02 2023-03 2023-04";
    assert_eq!(
        picture(&missing.run(attributes).unwrap()),
        format!("{months}\nVEN: · 100 · · 50\nCUB: 10 20 30 · 5")
    );
    let zero = Data::fixture("crossings.csv").absent_is_zero(&["country"]);
    assert_eq!(
        picture(&zero.run(attributes).unwrap()),
        format!("{months}\nVEN: 0 100 0 · 50\nCUB: 10 20 30 · 5"),
        "no country reported 2023-03"
    );
}

#[test]
fn a_country_that_did_not_report_is_missing_although_another_did() {
    let zero = Data::fixture("crossings.csv").absent_is_zero(&["country"]);
    let months = "2022-12 2023-01 2023-02 2023-03 2023-04";
    let grid = zero.run("x=month|y=n|series=country|filter=nat=VEN").unwrap();
    assert_eq!(picture(&grid), format!("{months}\nMEX: · 200 0 · ·\nHND: 0 100 0 · 50"));
    let grid = zero.run("x=month|y=n|series=nat|filter=country=MEX").unwrap();
    assert_eq!(picture(&grid), "2023-01 2023-02\nVEN: 200 0\nHTI: 0 4");
}

#[test]
fn zeros_count_in_means_and_last_values() {
    let zero = Data::fixture("crossings.csv").absent_is_zero(&[]).measuring("n", QuantityKind::Flow);
    // VEN: 0, 300, 0, (no report), 50 over the four months with reports.
    let grid = zero.run("x=nat|y=n|aggregate=mean").unwrap();
    assert_eq!(picture(&grid), "VEN CUB HTI\nn: 87.5 16.25 1");
    let grid = zero.run("x=nat|y=n|aggregate=last").unwrap();
    assert_eq!(picture(&grid), "VEN CUB HTI\nn: 50 5 0");
}

#[test]
fn other_is_missing_only_where_all_its_parts_are() {
    let data =
        Data::of("year,nat,n\n2021,A,100\n2021,B,5\n2022,A,100\n2022,C,-\n2023,A,100\n2023,B,-\n2023,C,3\n");
    let grid = data.run("x=year|y=n|series=nat|top=1").unwrap();
    assert_eq!(picture(&grid), "2021 2022 2023\nA: 100 100 100\nOther: 5 ? 3");
    assert_eq!(grid.series[1].role, SeriesRole::Other);
    assert_eq!((grid.series_before_top, grid.series_role), (3, Role::Category));
}

#[test]
fn ties_are_ordered_by_key() {
    let data = Data::of("year,nat,n\n2021,C,5\n2021,A,5\n2021,B,5\n2021,D,9\n");
    let grid = data.run("x=nat|y=n").unwrap();
    assert_eq!(grid.axis, Axis::Entities(["D", "A", "B", "C"].map(str::to_owned).to_vec()));
    let grid = data.run("x=year|y=n|series=nat|top=2").unwrap();
    assert_eq!(picture(&grid), "2021\nD: 9\nA: 5\nOther: 10");
}

#[test]
fn rows_without_a_series_cell_stay_in_the_picture() {
    let data = Data::of("year,nat,n\n2021,VEN,5\n2021,,7\n2022,HTI,1\n");
    let grid = data.run("x=year|y=n|series=nat").unwrap();
    assert_eq!(picture(&grid), "2021 2022\nUNK: 7 ·\nVEN: 5 ·\nHTI: · 1");
}

#[test]
fn the_default_view_gives_way_to_what_the_author_asks() {
    let mut data = Data::fixture("crossings.csv");
    data.dataset.view = View {
        x: Some("month".into()),
        y: Some("n".into()),
        series: Some("nat".into()),
        filter: Some("country=HND".into()),
        top: Some(1),
        from: Some("2023-01".into()),
        ..View::default()
    };
    let months = "2023-01 2023-02 2023-03 2023-04";
    assert_eq!(picture(&data.run("").unwrap()), format!("{months}\nVEN: 100 · · 50\nOther: 20 30 · 5"));
    assert_eq!(picture(&data.run("series=nat|to=2023-01").unwrap()), "2023-01\nVEN: 100\nCUB: 20");
    assert_eq!(picture(&data.run("series=none").unwrap()), format!("{months}\nn: 120 30 · 55"));
    assert_eq!(picture(&data.run("filter=country=MEX").unwrap()), "2023-01 2023-02\nVEN: 200 ·\nOther: · 4");
    assert_eq!(picture(&data.run("x=nat|top=all").unwrap()), "VEN CUB\nn: 150 55");
    data.dataset.view.y = Some("n, n".into());
    assert_eq!(picture(&data.run("series=nat|to=2023-01").unwrap()), "2023-01\nVEN: 100\nCUB: 20");
    data.dataset.view.y = Some("n".into());
    assert_eq!(picture(&data.run("to=2022|top=all").unwrap()), "2022-12\nCUB: 10");
}

#[test]
fn rates_divide_by_the_population_of_the_place() {
    let mut population = Population::default();
    for (code, year, people) in [
        ("VEN", 2022, 1000.0),
        ("VEN", 2023, 2000.0),
        ("SYR", 2022, 500.0),
        ("SYR", 2023, 600.0),
        ("HTI", 2022, 400.0),
        ("COL", 2022, 10_000.0),
        ("COL", 2023, 20_000.0),
    ] {
        population.insert(code, year, people);
    }
    let unhcr = Data::fixture("unhcr.csv");
    let run = |attributes: &str| unhcr.run_with(attributes, Some(&population), None);
    let grid = run("x=year|y=refugees|series=coo_iso|per=100").unwrap();
    assert_eq!(picture(&grid), "2022 2023\nSYR: 100 100\nVEN: 100 65\nHTI: 25 12.5\nUNK: ! ·");
    assert_eq!(grid.per, Some(100.0));
    let grid = run("x=coo_iso|y=refugees|per=100").unwrap();
    assert_eq!(picture(&grid), "SYR VEN HTI\nrefugees: 100 65 12.5");
    // 1,100 of VEN and HTI in 2022 among their 1,400 inhabitants; 1,350 in 2023 among 2,000 and the 400 of 2022, the last
    // that are known of HTI.
    let grid = run("x=year|y=refugees|series=coo_iso|per=1400|top=1").unwrap();
    assert_eq!(picture(&grid), "2022 2023\nSYR: 1400 1400\nOther: 1100 787.5");
    let grid = run("x=year|y=refugees|filter=coo_iso=VEN; coa_iso=COL|per=10000").unwrap();
    assert_eq!(picture(&grid), "2022 2023\nrefugees: 800 500");
    let grid = run("x=year|y=refugees|series=coo_iso|filter=coa_iso=COL|per=10000").unwrap();
    assert_eq!(picture(&grid), "2022 2023\nVEN: 8000 5000", "the series' own country comes first");
    assert_eq!(run("x=year|y=refugees|per=10").unwrap_err().code, "per-needs-country");
    assert_eq!(run("x=year|y=refugees|series=coa_region|per=10").unwrap_err().code, "per-needs-country");
    assert_eq!(unhcr.fault("x=coo_iso|y=refugees|per=10").code, "per-needs-population");
    assert_eq!(run("x=coo_iso|y=refugees|per=10|normalize=percent").unwrap_err().code, "per-and-normalize");
}

#[test]
fn shares_are_of_the_known_sum_and_none_of_small_bases() {
    let data = Data::of("year,nat,n\n2021,A,30\n2021,B,10\n2022,A,20\n2022,B,4\n2023,A,25\n2023,B,-\n");
    let grid = data.run("x=year|y=n|series=nat|normalize=percent").unwrap();
    assert_eq!(picture(&grid), "2021 2022 2023\nA: 0.75 < 1\nB: 0.25 < ?");
    assert!(grid.normalized);
    let grid = data.run("x=nat|y=n|filter=year=2021|normalize=percent").unwrap();
    assert_eq!(picture(&grid), "A B\nn: 0.75 0.25", "without series, of all entities");
}

#[test]
fn provisional_is_what_is_marked_described_or_still_running() {
    let data = Data::fixture("crossings.csv");
    assert_eq!(data.run("x=month|y=n").unwrap().provisional, [false, false, false, false, true]);
    assert_eq!(data.run("x=year|y=n").unwrap().provisional, [false, true]);
    let unhcr = Data::fixture("unhcr.csv");
    let provisional =
        |today: &str| unhcr.run_with("x=year|y=refugees", None, Some(today)).unwrap().provisional;
    assert_eq!(provisional("2023-06-30"), [false, true]);
    assert_eq!(provisional("2024-01-01"), [false, false]);
    assert!(unhcr.run_with("x=coo_iso|y=refugees", None, Some("2023-12-31")).unwrap().provisional[0]);
    let mut described = Data::fixture("unhcr.csv");
    described.dataset.provisional_from = Some(Period::year(2022));
    assert_eq!(described.run("x=year|y=refugees").unwrap().provisional, [true, true]);
}
