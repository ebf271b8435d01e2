use migration_widget::data::{describe, read_csv};
use migration_widget::model::{Dataset, Field, QuantityKind, Table, stays_on_host};
use migration_widget::query::{Axis, Grid};

use crate::query_data::*;
use crate::reference::reference;

#[test]
fn stocks_are_never_summed_over_time() {
    let unhcr = Data::fixture("unhcr.csv");
    assert_eq!(unhcr.fault("x=coo_iso|y=refugees|aggregate=sum").code, "sum-of-stocks");
    assert!(unhcr.run("x=coo_iso|y=refugees|aggregate=sum|filter=year=2023").is_ok(), "one date");
    assert!(unhcr.run("x=year|y=refugees|aggregate=sum").is_ok(), "over places, not over time");
    let stock = Data::fixture("crossings.csv").measuring("n", QuantityKind::Stock);
    assert_eq!(stock.fault("x=year|y=n|aggregate=sum").code, "sum-of-stocks");
}

#[test]
fn rates_are_never_summed() {
    let rates = Data::fixture("unhcr.csv").measuring("refugees", QuantityKind::Rate);
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
    data.dataset.fields.iter_mut().for_each(|field| field.measure = QuantityKind::Stock);
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
    let data = Data::of("route,people\n170,5\n862,7\n");
    assert_eq!(picture(&data.run("x=route|y=people").unwrap()), "862 170\npeople: 7 5");
}

#[test]
fn an_undescribed_table_is_shown_all_the_same() {
    let mut data = Data::fixture("crossings.csv");
    data.dataset =
        Dataset { fields: vec![Field { name: "n".into(), ..Field::default() }], ..Dataset::default() };
    assert_eq!(picture(&data.run("to=2023-01").unwrap()), "2022-12 2023-01\nn: 10 320");
}

/// A table of the reference data; without it the test is named as skipped.
fn reference_table(path: &str) -> Option<Data> {
    let reading = read_csv(&std::fs::read(reference(path)?).unwrap()).unwrap();
    let dataset = describe(&reading);
    Some(Data { table: reading.table, dataset })
}

/// The figure of a series at the last place.
fn last(grid: &Grid, key: &str) -> Option<f64> {
    let series = grid.series.iter().position(|series| series.key == key)?;
    grid.value(series, grid.axis.len() - 1).known()
}

/// Sums by awk over the file, e.g. `$1==2025 {n[$4] += $8}`; the world's is that of the reference folder's README.
#[test]
fn the_reference_population_is_right_to_the_person() {
    let Some(data) = reference_table("unhcr/population.csv") else {
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
    let Some(data) = reference_table(path) else { return };
    let problem = data.fault("x=t|y=n|series=nat");
    assert_eq!((problem.code, argument(&problem, "selection")), ("mixed-grains", Some("from=\"2020-01\"")));
    let grid = data.run("x=t|y=n|series=nat|top=5|from=2023-01|to=2023-03").unwrap();
    let months: Vec<_> = (0..3).map(|place| grid.total(place, |_| true).unwrap()).collect();
    assert_eq!(months, [24_634.0, 24_657.0, 38_099.0]);
    let grid = data.run("x=year|y=n|from=2021-01").unwrap();
    let years: Vec<_> = (0..4).map(|place| grid.total(place, |_| true).unwrap()).collect();
    assert_eq!(years, [133_726.0, 248_284.0, 520_085.0, 302_203.0]);
}

#[test]
fn what_a_file_names_stays_on_its_own_host() {
    let base = "https://data.example.org/a/datapackage.json?v=1";
    for named in [
        "table.csv",
        "../b/table.csv",
        "/c/table.csv",
        "?page=2",
        "c/table.csv#x:y",
        "table.csv?from=http://elsewhere.org",
        "//data.example.org/x",
        "https://data.example.org/x",
        "HTTPS://DATA.example.org",
        " table.csv ",
        "",
    ] {
        assert!(stays_on_host(named, base), "{named}");
    }
    for named in [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/csv,a",
        "blob:https://data.example.org/1",
        "http://data.example.org/x",
        "https://elsewhere.org/x",
        "https://data.example.org.elsewhere.org/x",
        "https://data.example.org@elsewhere.org/x",
        "https://data.example.org:8443/x",
        "https:elsewhere.org",
        "//elsewhere.org/x",
        "\\\\elsewhere.org\\x",
        "/\t/elsewhere.org/x",
        "/\\elsewhere.org",
    ] {
        assert!(!stays_on_host(named, base), "{named}");
    }
    // A page without a host, as from a disk: what lies beside it.
    assert!(stays_on_host("table.csv", "file:///home/me/datapackage.json"));
    assert!(!stays_on_host("https://elsewhere.org/x", "file:///home/me/datapackage.json"));
}
