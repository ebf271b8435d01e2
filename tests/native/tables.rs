//! The table and the tidy CSV behind every chart.

use migration_widget::model::{Period, QuantityKind, Reason, Role, Value};
use migration_widget::query::{Axis, Grid, PartialPeriod, Series, SeriesRole};
use migration_widget::summary::{TableOrder, download_csv, normalize_pasted_csv, table, tidy_csv};
use migration_widget::view::State;

use crate::charts;
use crate::messages::locale;

/// A month.
pub fn month(year: i32, month: u32) -> Period {
    Period::month(year, month).unwrap()
}

/// A grid of crossings by nationality over the periods in ISO spelling; `None` is "not collected".
pub fn grid(periods: &[&str], series: &[(&str, &[Option<f64>])]) -> Grid {
    let values = series.iter().flat_map(|(_, values)| {
        assert_eq!(values.len(), periods.len());
        values.iter().map(|value| value.map_or(Value::Missing(Reason::NotCollected), Value::Known))
    });
    let named = |(key, _): &(&str, &[Option<f64>])| Series { key: key.to_string(), role: SeriesRole::Named };
    Grid {
        axis: Axis::Periods(periods.iter().map(|iso| Period::parse(iso).unwrap()).collect()),
        series: series.iter().map(named).collect(),
        values: values.collect(),
        provisional: vec![false; periods.len()],
        x_field: "t".to_owned(),
        x_role: Role::Period,
        series_field: Some("nationality".to_owned()),
        series_role: Role::Country,
        y_field: "crossings".to_owned(),
        measure: QuantityKind::Flow,
        unit: Some("test".to_owned()),
        series_before_top: series.len(),
        ..charts::grid(Axis::Periods(Vec::new()), &[])
    }
}

/// The same with one figure field and no series field.
pub fn single(periods: &[&str], values: &[Option<f64>]) -> Grid {
    let mut grid = grid(periods, &[("crossings", values)]);
    grid.series_field = None;
    grid.series_role = Role::Other;
    grid.series[0].role = SeriesRole::Indicator;
    grid
}

/// The same over countries instead of periods.
pub fn ranked(keys: &[&str], values: &[Option<f64>]) -> Grid {
    let periods: Vec<String> = (0..keys.len()).map(|index| (2000 + index).to_string()).collect();
    let periods: Vec<&str> = periods.iter().map(String::as_str).collect();
    let mut grid = single(&periods, values);
    grid.axis = Axis::Entities(keys.iter().map(|key| key.to_string()).collect());
    (grid.x_field, grid.x_role) = ("nationality".to_owned(), Role::Country);
    grid.span = Some((Period::year(2023), Period::year(2023)));
    grid
}

/// A state with these series switched off.
pub fn hiding(keys: &[&str]) -> State {
    State { hidden: keys.iter().map(|key| key.to_string()).collect(), ..State::default() }
}

#[test]
fn a_table_has_a_row_a_place_and_a_column_a_series() {
    let mut figures = grid(
        &["2023-01", "2023-02", "2023-03"],
        &[("VEN", &[Some(2337.0), None, Some(20816.0)]), ("HTI", &[Some(12063.5), Some(7813.0), Some(0.0)])],
    );
    figures.provisional[2] = true;
    let english = table(&figures, &State::default(), "Crossings", None, &locale("en", &[]));
    assert_eq!(english.caption, "Crossings. test", "beside names the unit stands in the caption");
    assert_eq!(english.head, ["Month", "Venezuela", "Haiti"]);
    assert_eq!(
        english.rows,
        [
            ["Jan 2023", "2,337", "12,064"],
            ["Feb 2023", "no data", "7,813"],
            ["Mar 2023 (provisional)", "20,816", "0"]
        ]
    );
    let spanish = table(&figures, &hiding(&["VEN"]), "Cruces", None, &locale("es", &[]));
    assert_eq!(spanish.head, ["Mes", "Haití"]);
    assert_eq!(spanish.rows[0], ["ene 2023", "12.064"]);
    assert_eq!(spanish.rows[2], ["mar 2023 (provisional)", "0"]);
}

#[test]
fn a_ranked_table_keeps_the_rank_and_names_the_field() {
    let figures = ranked(&["VEN", "ECU", "CHL"], &[Some(328_650.0), Some(57_250.0), None]);
    let words =
        [("field.nationality", "Nationality"), ("field.crossings", "Crossings"), ("axis.test", "Crossings")];
    let table = table(&figures, &State::default(), "", None, &locale("en", &words));
    assert_eq!(table.head, ["Nationality", "Crossings"]);
    assert_eq!(table.rows, [["Venezuela", "328,650"], ["Ecuador", "57,250"], ["Chile", "no data"]]);
}

#[test]
fn shares_and_rates_are_written_in_the_table_as_everywhere() {
    let mut figures = grid(&["2023"], &[("VEN", &[Some(0.6319)]), ("HTI", &[Some(0.0002)])]);
    figures.normalized = true;
    let en = locale("en", &[]);
    assert_eq!(table(&figures, &State::default(), "", None, &en).rows, [["2023", "63.2%", "<0.1%"]]);
    figures.normalized = false;
    figures.per = Some(100_000.0);
    assert_eq!(table(&figures, &State::default(), "", None, &en).rows, [["2023", "0.63", "0.0002"]]);
}

#[test]
fn tidy_csv_has_a_row_a_mark_place_by_place() {
    let figures = grid(
        &["2023-01", "2023-02"],
        &[("VEN", &[Some(1234.5), None]), ("HTI", &[Some(12063.0), Some(1e21)])],
    );
    let csv = tidy_csv(&figures, &State::default());
    assert_eq!(
        csv,
        "t,nationality,crossings\n2023-01,VEN,1234.5\n2023-01,HTI,12063\n2023-02,VEN,\n\
         2023-02,HTI,1000000000000000000000\n"
    );
    let without_venezuela = tidy_csv(&figures, &hiding(&["VEN"]));
    assert_eq!(without_venezuela.lines().count(), 3);
    assert!(!without_venezuela.contains("VEN"));
}

#[test]
fn parts_of_periods_and_provisional_figures_are_marked_in_table_and_csv() {
    let mut figures = grid(
        &["2023", "2024", "2025"],
        &[("VEN", &[Some(618.0), Some(700.0), Some(175.0)]), ("HTI", &[Some(1.0), Some(2.0), None])],
    );
    let part = PartialPeriod { first: month(2025, 1), last: month(2025, 4), known: 4, whole: 12 };
    figures.partial = vec![None, None, Some(part.clone()), None, None, Some(part)];
    figures.provisional[1] = true;
    assert_eq!(
        tidy_csv(&figures, &State::default()),
        "t,nationality,status,crossings\n2023,VEN,,618\n2023,HTI,,1\n2024,VEN,provisional,700\n\
         2024,HTI,provisional,2\n2025,VEN,partial,175\n2025,HTI,,\n"
    );
    let heads = |figures: &Grid, language: &str| -> Vec<String> {
        let table = table(figures, &State::default(), "", None, &locale(language, &[]));
        table.rows.into_iter().map(|row| row[0].clone()).collect()
    };
    assert_eq!(heads(&figures, "en"), ["2023", "2024 (provisional)", "2025 (first 4 months)"]);
    assert_eq!(heads(&figures, "es")[2], "2025 (primeros 4 meses)");
    figures.values[5] = Value::Known(9.0);
    figures.partial[5] = None;
    assert_eq!(heads(&figures, "en")[2], "2025 (incomplete)");
}

#[test]
fn tidy_csv_without_a_series_field_has_two_columns() {
    let figures =
        single(&["2023-01", "2023-02", "2023-03"], &[Some(24_634.0), Some(24_657.0), Some(38_099.0)]);
    let csv = tidy_csv(&figures, &State::default());
    assert_eq!(csv, "t,crossings\n2023-01,24634\n2023-02,24657\n2023-03,38099\n");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let sum: f64 = reader.records().map(|row| row.unwrap()[1].parse::<f64>().unwrap()).sum();
    assert_eq!(sum, 87_390.0);
}

#[test]
fn tidy_csv_of_several_figures_names_the_indicator() {
    let mut figures = grid(&["2024"], &[("refugees", &[Some(370_169.0)]), ("oip", &[Some(0.1 + 0.2)])]);
    (figures.series_field, figures.y_field) = (None, "value".to_owned());
    let csv = tidy_csv(&figures, &State::default());
    assert_eq!(csv, "t,indicator,value\n2024,refugees,370169\n2024,oip,0.30000000000000004\n");
    assert_eq!(tidy_csv(&figures, &hiding(&["oip"])), "t,indicator,value\n2024,refugees,370169\n");
}

#[test]
fn csv_cells_with_commas_quotes_and_line_ends_are_quoted() {
    let figures = ranked(
        &["Korea, Rep.", "the \"Gap\"", "two\nlines", "-Kosovo"],
        &[Some(-0.0), Some(-2.5), None, None],
    );
    let csv = tidy_csv(&figures, &State::default());
    assert_eq!(
        csv,
        "nationality,crossings\n\"Korea, Rep.\",0\n\"the \"\"Gap\"\"\",-2.5\n\"two\nlines\",\n-Kosovo,\n"
    );
}

#[test]
fn a_download_says_title_source_and_licence_before_the_table() {
    let mut figures = single(&["2025-03", "2025-04"], &[Some(194.0), Some(73.0)]);
    figures.provisional[1] = true;
    let source = "Source: SNM, Darién (as of April 30, 2025), \"official\"";
    let csv = download_csv(&figures, &State::default(), "Crossings\n| 2025", source, &locale("en", &[]));
    assert_eq!(
        csv,
        "\u{feff}# Crossings | 2025\r\n\
         \"# Source: SNM, Darién (as of April 30, 2025), \"\"official\"\"\"\r\n\
         # Provisional: 2025-04\r\n\
         # SHA-256 of the values: 13b7c42a9b9ab95856313efd3d6157c8c7c6cd469584bf2222b21fadf3ac6b8e\r\n\
         \r\n\
         t,status,crossings\r\n2025-03,,194\r\n2025-04,provisional,73\r\n"
    );
}

#[test]
fn a_download_gives_a_spreadsheet_no_formula() {
    let keys = ["=HYPERLINK(\"x\")", "+1", "-1", "@sum", "\tx", "Haiti"];
    let figures = ranked(&keys, &[Some(-5.0), None, None, None, None, None]);
    let csv = download_csv(&figures, &State::default(), "=1+1", "", &locale("en", &[]));
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "# =1+1",
            "# SHA-256 of the values: 0637babace55c4f4497c5fc0436de281071fee4f2ea1ba3a613f186cf05dc81f",
            "",
            "nationality,crossings",
            "\"'=HYPERLINK(\"\"x\"\")\",-5",
            "'+1,",
            "'-1,",
            "'@sum,",
            "'\tx,",
            "Haiti,",
            ""
        ]
    );
    let tidy = tidy_csv(&figures, &State::default());
    assert!(tidy.contains("\n+1,\n"), "what scripts read is left as it is");
}

#[test]
fn a_download_gives_no_formula_to_a_spreadsheet_that_divides_by_semicolons_or_writes_in_full_width() {
    let keys = ["x;=1+1", "\t=1", "＝1+1", "a; +1", "b|@x", "c\n=2", "d;\"=3", "Women; men", "2020-21"];
    let figures = ranked(&keys, &[Some(-5.0); 9]);
    let csv = download_csv(&figures, &State::default(), "Title;=HYPERLINK(1)", "a\t=1", &locale("en", &[]));
    // As a spreadsheet of each region cuts it: at its sign, quotes being quotes only where a cell begins.
    for sign in [',', ';', '\t', '|'] {
        for line in csv.trim_start_matches('\u{feff}').split(['\r', '\n']) {
            for cell in line.split(sign).map(|cell| cell.trim_start_matches([' ', '"'])) {
                let is_number = cell.parse::<f64>().is_ok();
                assert!(
                    !cell.starts_with(['=', '+', '-', '@', '＝']) || is_number,
                    "{sign:?}: {cell:?} in {line:?}"
                );
            }
        }
    }
    assert!(
        csv.contains("Women; men,-5\r\n") && csv.contains("2020-21,-5\r\n"),
        "nothing else changes: {csv}"
    );
    assert!(csv.contains("# Title;'=HYPERLINK(1)\r\n"), "{csv}");
    let tidy = tidy_csv(&figures, &State::default());
    assert_eq!(normalize_pasted_csv(&csv).matches('\'').count(), 0, "{tidy}");
}

#[test]
fn a_table_is_ordered_by_name_or_figure_and_what_is_missing_stands_below() {
    let keys = ["HTI", "COL", "VEN"].map(String::from).to_vec();
    let figures = [Value::Known(46_422.0), Value::Missing(Reason::NoRow), Value::Known(328_650.0)];
    let grid = crate::charts::grid(Axis::Entities(keys), &[("crossings", figures.to_vec())]);
    let names = |column: usize, ascending: bool| -> Vec<String> {
        let order = Some(TableOrder { column, ascending });
        let model = table(&grid, &State::default(), "", order, &crate::charts::locale());
        model.rows.into_iter().filter_map(|row| row.into_iter().next()).collect()
    };
    assert_eq!(names(0, true), ["Colombia", "Haiti", "Venezuela"]);
    assert_eq!(names(0, false), ["Venezuela", "Haiti", "Colombia"]);
    assert_eq!(names(1, false), ["Venezuela", "Haiti", "Colombia"]);
    assert_eq!(names(1, true), ["Haiti", "Venezuela", "Colombia"]);
}
