use std::path::Path;

use migration_widget::data::{describe, read_csv};
use migration_widget::model::{
    Absent, Dataset, Field, Measure, Period, Problem, Reason, Role, Table, Value, View,
};
use migration_widget::query::{self, Axis, Grid, Population, Request, SeriesRole};

/// A table with its description.
struct Data {
    table: Table,
    dataset: Dataset,
}

impl Data {
    fn of(text: &str) -> Data {
        let table = read_csv(text.as_bytes()).unwrap().table;
        let mut dataset = describe(&table);
        // What is inferred is tested with reading; here only what a test asks for splits a chart.
        dataset.view.series = None;
        Data { table, dataset }
    }

    fn fixture(name: &str) -> Data {
        Data::of(&std::fs::read_to_string(format!("tests/fixtures/csv/{name}")).unwrap())
    }

    /// Says of a figure what is measured.
    fn measuring(mut self, field: &str, measure: Measure) -> Data {
        for known in &mut self.dataset.fields {
            if known.name == field {
                known.measure = measure;
            }
        }
        self
    }

    /// Says that absence means zero where `coverage` has any row.
    fn absent_is_zero(mut self, coverage: &[&str]) -> Data {
        self.dataset.absent = Absent::Zero;
        self.dataset.coverage = coverage.iter().map(|name| name.to_string()).collect();
        self
    }

    fn run(&self, attributes: &str) -> Result<Grid, Problem> {
        self.run_with(attributes, None, None)
    }

    fn run_with(
        &self,
        attributes: &str,
        population: Option<&Population>,
        today: Option<&str>,
    ) -> Result<Grid, Problem> {
        let request = Request::from_attributes(&|name| {
            attributes
                .split('|')
                .find_map(|part| part.trim().strip_prefix(&format!("{name}=")).map(str::to_owned))
        })?;
        query::run(&self.table, &self.dataset, &request, population, today.and_then(Period::parse))
    }

    fn fault(&self, attributes: &str) -> Problem {
        self.run(attributes).map(|grid| picture(&grid)).unwrap_err()
    }
}

fn argument<'a>(problem: &'a Problem, name: &str) -> Option<&'a str> {
    problem.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

/// The grid in one text: the places, then each series; `·` no row, `?` not collected, `!` not computable.
fn picture(grid: &Grid) -> String {
    let places: Vec<String> = match &grid.axis {
        Axis::Periods(periods) => periods.iter().map(Period::to_string).collect(),
        Axis::Entities(keys) => keys.clone(),
    };
    let mut lines = vec![places.join(" ")];
    for (index, series) in grid.series.iter().enumerate() {
        let cell = |place: usize| match grid.value(index, place) {
            Value::Known(figure) => figure.to_string(),
            Value::Missing(Reason::NoRow) => "·".into(),
            Value::Missing(Reason::NotCollected) => "?".into(),
            Value::Missing(Reason::NotComputable) => "!".into(),
            Value::Missing(Reason::NotANumber) => "#".into(),
        };
        let cells: Vec<String> = (0..grid.axis.len()).map(cell).collect();
        lines.push(format!("{}: {}", series.key, cells.join(" ")));
    }
    lines.join("\n")
}

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
        (Role::Country, Measure::Stock, Some("people"))
    );
    let grid = unhcr.run("x=coo_iso|y=refugees|top=1").unwrap();
    assert_eq!(picture(&grid), "VEN Other\nrefugees: 1300 650");
    assert_eq!(grid.series_before_top, 3);
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
    let data = Data::of("place,score\na,1\na,2\na,9\nb,5\n");
    for (aggregate, expected) in [
        ("mean", "b a\nscore: 5 4"),
        ("min", "b a\nscore: 5 1"),
        ("max", "a b\nscore: 9 5"),
        ("sum", "a b\nscore: 12 5"),
    ] {
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
    let stock = Data::fixture("crossings.csv").measuring("n", Measure::Stock);
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
    let zero = Data::fixture("crossings.csv").absent_is_zero(&[]).measuring("n", Measure::Flow);
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
        population.by_country_and_year.insert((code.into(), year), people);
    }
    let unhcr = Data::fixture("unhcr.csv");
    let run = |attributes: &str| unhcr.run_with(attributes, Some(&population), None);
    let grid = run("x=year|y=refugees|series=coo_iso|per=100").unwrap();
    assert_eq!(picture(&grid), "2022 2023\nSYR: 100 100\nVEN: 100 65\nHTI: 25 !\nUNK: ! ·");
    assert_eq!(grid.per, Some(100.0));
    let grid = run("x=coo_iso|y=refugees|per=100").unwrap();
    assert_eq!(picture(&grid), "SYR VEN HTI\nrefugees: 100 65 !");
    // 1,100 of VEN and HTI in 2022 among their 1,400 inhabitants; of HTI nothing is known in 2023.
    let grid = run("x=year|y=refugees|series=coo_iso|per=1400|top=1").unwrap();
    assert_eq!(picture(&grid), "2022 2023\nSYR: 1400 1400\nOther: 1100 910");
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
    assert_eq!(picture(&grid), "2021 2022 2023\nA: 0.75 ! 1\nB: 0.25 ! ?");
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

#[test]
fn stocks_are_never_summed_over_time() {
    let unhcr = Data::fixture("unhcr.csv");
    assert_eq!(unhcr.fault("x=coo_iso|y=refugees|aggregate=sum").code, "sum-of-stocks");
    assert!(unhcr.run("x=coo_iso|y=refugees|aggregate=sum|filter=year=2023").is_ok(), "one date");
    assert!(unhcr.run("x=year|y=refugees|aggregate=sum").is_ok(), "over places, not over time");
    let stock = Data::fixture("crossings.csv").measuring("n", Measure::Stock);
    assert_eq!(stock.fault("x=year|y=n|aggregate=sum").code, "sum-of-stocks");
}

#[test]
fn rates_are_never_summed() {
    let rates = Data::fixture("unhcr.csv").measuring("refugees", Measure::Rate);
    assert_eq!(rates.fault("x=year|y=refugees").code, "rate-sum");
    assert!(rates.run("x=year|y=refugees|aggregate=mean").is_ok());
    let single = "x=year|y=refugees|series=coa_iso|filter=coo_iso=VEN";
    assert!(rates.run(single).is_ok(), "one rate a mark");
    assert_eq!(rates.fault(&format!("{single}|top=1")).code, "rate-sum");
}

#[test]
fn cases_are_never_added_to_persons() {
    let data = Data::fixture("applications.csv");
    let problem = data.fault("x=year|y=applied");
    assert_eq!((problem.code, problem.row), ("cases-with-persons", Some(3)));
    assert_eq!(argument(&problem, "selection"), Some("app_pc=P"));
    assert_eq!(
        picture(&data.run("x=year|y=applied|filter=app_pc=P").unwrap()),
        "2023 2024\napplied: 100 210"
    );
    assert_eq!(
        picture(&data.run("x=year|y=applied|series=app_pc").unwrap()),
        "2023 2024\nP: 100 210\nC: 40 ·"
    );
    assert!(data.run("x=app_pc|y=applied").is_ok());
    assert!(data.run("x=year|y=applied|from=2024").is_ok(), "persons only");
}

#[test]
fn annual_values_among_months_are_refused_with_the_way_out() {
    let data = Data::fixture("crossings_mixed.csv");
    let problem = data.fault("x=t|y=n");
    assert_eq!((problem.code, problem.row, problem.column.as_deref()), ("mixed-grains", Some(2), Some("t")));
    assert_eq!(argument(&problem, "selection"), Some("from=\"2020-01\""));
    assert_eq!(data.fault("x=nat|y=n").code, "mixed-grains");
    let grid = data.run("x=t|y=n|from=2020-01").unwrap();
    assert_eq!(picture(&grid), "2020-01 2020-02 2020-03 2020-04 2020-05 2020-06\nn: 15 20 7 · · 9");
    assert_eq!(picture(&data.run("x=t|y=n|to=2019").unwrap()), "2017 2018 2019\nn: 100 50 500");
    assert_eq!(picture(&data.run("x=year|y=n|to=2019").unwrap()), "2017 2018 2019\nn: 100 50 500");
    assert_eq!(picture(&data.run("x=t|y=n|from=2020-02|to=2020-03").unwrap()), "2020-02 2020-03\nn: 20 7");
}

#[test]
fn figures_of_different_units_do_not_share_a_chart() {
    let mut data = Data::fixture("unhcr.csv");
    let problem = data.fault("x=year|y=refugees,returned_refugees");
    assert_eq!((problem.code, argument(&problem, "other")), ("mixed-units", Some("returned_refugees")));
    data.dataset.fields.iter_mut().for_each(|field| field.measure = Measure::Stock);
    data.dataset.fields.iter_mut().filter(|field| field.name == "oip").for_each(|field| field.unit = None);
    assert_eq!(data.fault("x=year|y=refugees,oip").code, "mixed-units");
}

#[test]
fn faults_name_the_field_the_condition_and_the_nearest_spelling() {
    let unhcr = Data::fixture("unhcr.csv");
    for (attributes, code, name, value) in [
        ("x=yaer", "unknown-field", "nearest", "year"),
        ("x=year|series=coo_izo", "unknown-field", "nearest", "coo_iso"),
        ("x=year|y=refugee", "unknown-field", "nearest", "refugees"),
        ("x=year|filter=coo_is=VEN", "unknown-field", "attribute", "filter"),
        ("x=year|filter=coo_iso=VNE", "unknown-filter-value", "nearest", "VEN"),
        ("x=year|filter=coo_iso=VEN,HTT", "unknown-filter-value", "value", "HTT"),
        ("x=year|filter=coa_region=America", "unknown-filter-value", "nearest", "Americas"),
        ("x=year|filter=coo_iso>VEN", "text-not-ordered", "field", "coo_iso"),
        ("x=year|filter=refugees>many", "bad-number", "value", "many"),
        ("x=year|filter=year>=soon", "bad-period", "value", "soon"),
        ("x=year|filter=coo_iso=VEN; refugees>5000", "nothing-left", "condition", "refugees>5000"),
        ("x=year|filter=coo_iso=PAN", "nothing-left", "condition", "coo_iso=PAN"),
        ("x=year|from=2030", "nothing-left", "condition", "from=2030"),
        ("x=year|from=2023|to=2022", "from-after-to", "to", "2022"),
        ("x=year|y=coo_name", "not-a-number-field", "nearest", "refugees"),
        ("x=year|y=coa_region", "not-a-number-field", "field", "coa_region"),
        ("x=coo_iso|series=year", "series-of-periods", "field", "year"),
        ("y=refugees,oip|series=coo_iso", "y-and-series", "series", "coo_iso"),
        ("x=coo_region|y=idps|series=coo_regionn", "unknown-field", "field", "coo_regionn"),
    ] {
        let problem = unhcr.fault(attributes);
        assert_eq!(problem.code, code, "{attributes}");
        if (name, value) != ("nearest", "refugees") {
            assert_eq!(argument(&problem, name), Some(value), "{attributes}");
        }
    }
    let fields = unhcr.fault("x=yaer");
    assert!(argument(&fields, "fields").unwrap().starts_with("year, coo_name, coo,"));
    assert_eq!(Data::of("place,n\na,1\n").fault("x=place|from=2020").code, "no-periods");
}

#[test]
fn filter_values_are_found_in_any_case() {
    let grid = Data::fixture("unhcr.csv").run("x=year|y=refugees|filter=coo_iso=ven").unwrap();
    assert_eq!(picture(&grid), "2022 2023\nrefugees: 1000 1300");
}

#[test]
fn a_table_without_rows_is_said_to_be_empty() {
    let data = Data { table: Table::default(), dataset: Dataset::default() };
    assert_eq!(data.fault("x=year").code, "no-rows");
}

#[test]
fn a_mistyped_century_is_no_axis_of_a_thousand_years() {
    let data = Data::of("month,n\n0001-01,1\n9999-01,4\n");
    assert_eq!(data.fault("").code, "too-many-places");
}

#[test]
fn figures_can_name_entities() {
    let data = Data::of("m49,people\n170,5\n862,7\n");
    assert_eq!(picture(&data.run("x=m49|y=people").unwrap()), "862 170\npeople: 7 5");
}

#[test]
fn an_undescribed_table_is_shown_all_the_same() {
    let mut data = Data::fixture("crossings.csv");
    data.dataset =
        Dataset { fields: vec![Field { name: "n".into(), ..Field::default() }], ..Dataset::default() };
    assert_eq!(picture(&data.run("to=2023-01").unwrap()), "2022-12 2023-01\nn: 10 320");
}

/// The reference table beside the checkout; `None` with a note where there is none.
fn reference(test: &str, path: &str) -> Option<Data> {
    let checkout = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let file = Path::new(&checkout).join("../shared/data").join(path);
    match std::fs::read(&file) {
        Ok(bytes) => {
            let table = read_csv(&bytes).unwrap().table;
            let dataset = describe(&table);
            Some(Data { table, dataset })
        }
        Err(_) => {
            println!("skipped: {test}: no reference file ../shared/data/{path}");
            None
        }
    }
}

/// The figure of a series at the last place.
fn last(grid: &Grid, key: &str) -> Option<f64> {
    let series = grid.series.iter().position(|series| series.key == key)?;
    grid.value(series, grid.axis.len() - 1).known()
}

/// Sums by awk over the file, e.g. `$1==2025 {n[$4] += $8}`; the world's is that of the reference folder's README.
#[test]
fn the_reference_population_is_right_to_the_person() {
    let Some(data) = reference("the_reference_population_is_right_to_the_person", "unhcr/population.csv")
    else {
        return;
    };
    assert_eq!(data.table.rows, 138_893);
    let grid = data.run("kind=stacked-area|x=year|y=refugees|series=coo_iso|top=10").unwrap();
    assert_eq!((grid.series.len(), grid.axis.len()), (11, 75));
    assert_eq!(grid.total(74, |_| true), Some(28_461_306.0));
    for (key, figure) in
        [("UKR", 5_224_131.0), ("SYR", 4_865_764.0), ("SDN", 2_820_737.0), ("AFG", 2_671_560.0)]
    {
        assert_eq!(last(&grid, key), Some(figure), "{key}");
    }
    for (y, figure) in [("asylum_seekers", 8_998_097.0), ("idps", 64_239_352.0), ("oip", 7_177_473.0)] {
        let grid = data.run(&format!("x=year|y={y}")).unwrap();
        assert_eq!(last(&grid, y), Some(figure), "{y}");
    }
    let grid = data.run("x=coo_iso|y=refugees|top=3").unwrap();
    assert_eq!(grid.axis, Axis::Entities(["UKR", "SYR", "SDN", "Other"].map(str::to_owned).to_vec()));
    assert_eq!(grid.total(3, |_| true), Some(28_461_306.0 - 5_224_131.0 - 4_865_764.0 - 2_820_737.0));
    let grid = data.run("x=year|y=refugees|filter=coo_iso=VEN|to=2024").unwrap();
    assert_eq!(last(&grid, "refugees"), Some(370_169.0));
}

#[test]
fn the_reference_darien_file_mixes_years_and_months() {
    let path = "darien/darien_by_nationality_month.csv";
    let Some(data) = reference("the_reference_darien_file_mixes_years_and_months", path) else { return };
    let problem = data.fault("x=t|y=n|series=nat");
    assert_eq!((problem.code, argument(&problem, "selection")), ("mixed-grains", Some("from=\"2020-01\"")));
    let grid = data.run("x=t|y=n|series=nat|top=5|from=2023-01|to=2023-03").unwrap();
    let months: Vec<_> = (0..3).map(|place| grid.total(place, |_| true).unwrap()).collect();
    assert_eq!(months, [24_634.0, 24_657.0, 38_099.0]);
    let grid = data.run("x=year|y=n|from=2021-01").unwrap();
    let years: Vec<_> = (0..4).map(|place| grid.total(place, |_| true).unwrap()).collect();
    assert_eq!(years, [133_726.0, 248_284.0, 520_085.0, 302_203.0]);
}
