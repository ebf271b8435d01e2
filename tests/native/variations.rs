//! Spellings and shapes that the field's files take beside those of the samples.

use migration_widget::data::{describe, read_cell};
use migration_widget::model::{Cells, QuantityKind, Role};

use crate::own_files::{cell, codes, named, refused, shown, sum};

fn periods(texts: &[&str]) -> Vec<String> {
    let rows: String = texts.iter().map(|text| format!("\"{text}\",7\n")).collect();
    let reading = named(format!("fecha,n\n{rows}").as_bytes(), "").unwrap();
    (0..texts.len()).map(|row| cell(&reading, "fecha", row)).collect()
}

#[test]
fn quarters_are_read_as_statistical_offices_write_them() {
    assert_eq!(
        periods(&["I-2023", "II-2023", "III 2023", "IV/2023"]),
        ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"]
    );
    assert_eq!(
        periods(&["I trimestre 2023", "2do trimestre 2023", "3T2023"]),
        ["2023-Q1", "2023-Q2", "2023-Q3"]
    );
    assert_eq!(periods(&["Q1/23", "Q2/23"]), ["2023-Q1", "2023-Q2"]);
}

#[test]
fn months_are_read_with_the_offices_own_short_forms() {
    assert_eq!(periods(&["ene. 2023", "mzo. 2023", "agto. 2023"]), ["2023-01", "2023-03", "2023-08"]);
}

#[test]
fn marks_and_notes_behind_a_year_are_no_part_of_it() {
    let years = ["2022", "2023 (1)", "2024e", "2025/p", "2026 p/", "2027 (prov.)"];
    assert_eq!(periods(&years), ["2022", "2023", "2024", "2025", "2026", "2027"], "the note is no January");
    let reading = named(b"year,n\n2022,7\n2023 (1),8\n2024 (p),9\n2025e,9\n", "").unwrap();
    let Cells::Period(column) = &reading.table.column("year").unwrap().cells else { panic!() };
    assert_eq!(column.provisional, [2024, 2025], "a note is no mark of the provisional");
    assert_eq!(periods(&["FY 2021", "FY 2022", "FY 2023 (FYTD)"]), ["2021", "2022", "2023"]);
    assert_eq!(periods(&["Sep", "sept. 2023"])[1], "sept. 2023", "`Sep` is no provisional `Se`");
}

#[test]
fn years_across_may_have_the_letter_that_r_puts_before_them() {
    let reading = named(b"Country,X2021,X2022,X2023\nPeru,10,20,30\nHaiti,40,50,60\n", "").unwrap();
    assert_eq!(
        shown(&reading, &[]),
        [("2021", 50.0), ("2022", 70.0), ("2023", 90.0)].map(|(year, sum)| (year.to_owned(), sum))
    );
}

#[test]
fn accountants_brackets_are_below_zero_and_notes_are_not() {
    let reading = named(b"year,net\n2021,(500)\n2022,\"(1,200)\"\n2023,300\n", "").unwrap();
    assert_eq!(sum(&reading, "net", &[]), -1_400.0);
    assert!(codes(&reading).contains(&"negative-counts"));
    assert_eq!((read_cell("(1)").0, read_cell("(12,5)").0), (None, Some(-12.5)));
}

#[test]
fn figures_withheld_as_too_small_leave_a_column_one_of_figures() {
    let text = "country,year,n\nPeru,2021,<5\nPeru,2022,12\nPeru,2023,1-4\nHaiti,2021,<5\nHaiti,2022,30\n";
    let reading = named(text.as_bytes(), "").unwrap();
    assert_eq!(sum(&reading, "n", &[]), 42.0, "and none of them is a figure");
    let odd = reading.warnings.iter().find(|warning| warning.problem.code == "withheld").unwrap();
    assert_eq!((odd.count, odd.problem.row), (3, Some(2)));
    assert_eq!(named(b"a,year\n<5,2021\n1-4,2022\n", "").unwrap_err().code, "no-numbers");
}

#[test]
fn dates_in_milliseconds_are_days() {
    let json = br#"{"features": [{"attributes": {"date": 1672531200000, "n": 5}}, {"attributes": {"date": 1675296000000, "n": 6}}]}"#;
    let reading = named(json, "").unwrap();
    assert_eq!(reading.table.names().collect::<Vec<_>>(), ["date", "n"], "without ArcGIS's envelope");
    assert_eq!(
        (cell(&reading, "date", 0), cell(&reading, "date", 1)),
        ("2023-01-01".into(), "2023-02-02".into())
    );
    assert_eq!(
        sum(&named(b"year,value\n2022,1672531200000\n", "").unwrap(), "value", &[]),
        1_672_531_200_000.0
    );
}

#[test]
fn geojson_is_read_by_its_properties() {
    let json = br#"{"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-77, 8]}, "properties": {"type": "sea", "year": 2022, "n": 40}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-77, 8]}, "properties": {"type": "land", "year": 2023, "n": 60}}]}"#;
    let reading = named(json, "").unwrap();
    assert_eq!(
        (sum(&reading, "n", &[("year", "2023")]), cell(&reading, "type_2", 1).as_str()),
        (60.0, "land")
    );
}

#[test]
fn eurostats_unit_of_persons_is_not_peru() {
    let text = "DATAFLOW,freq,citizen,unit,geo,TIME_PERIOD,OBS_VALUE\nESTAT:A,A,VE,PER,ES,2022,45765\nESTAT:A,A,VE,PER,FR,2023,60500\n";
    let dataset = describe(&named(text.as_bytes(), "").unwrap());
    assert_eq!(dataset.field("unit").unwrap().role, Role::Category);
    assert_eq!(dataset.field("geo").unwrap().role, Role::Country);
    assert_eq!(dataset.field("OBS_VALUE").unwrap().unit.as_deref(), Some("people"));
}

#[test]
fn arrivals_tagged_in_hxl_are_a_flow() {
    let text = "Fecha,Llegadas,Presentes\n#date+reported,#affected+migrants+arrivals,#affected+migrants\n2023-01-15,120,500\n2023-02-15,130,600\n";
    let dataset = describe(&named(text.as_bytes(), "").unwrap());
    let measure = |name: &str| dataset.field(name).unwrap().measure;
    assert_eq!((measure("Llegadas"), measure("Presentes")), (QuantityKind::Flow, QuantityKind::Stock));
}

#[test]
fn objects_keyed_by_code_year_or_row_are_tables() {
    for json in [
        r#"{"PER": {"2022": 5, "2023": 6}, "HTI": {"2022": 70, "2023": 80}}"#,
        r#"{"meta": {"unit": "people"}, "data": {"PER": {"2022": 5, "2023": 6}, "HTI": {"2022": 70, "2023": 80}}}"#,
        r#"{"year": {"0": 2022, "1": 2023, "2": 2022, "3": 2023}, "country": {"0": "PER", "1": "PER", "2": "HTI", "3": "HTI"}, "n": {"0": 5, "1": 6, "2": 70, "3": 80}}"#,
    ] {
        let values = shown(&named(json.as_bytes(), "").unwrap(), &[]);
        assert_eq!(values, [("2022".to_owned(), 75.0), ("2023".to_owned(), 86.0)], "{json}");
    }
    let json = br#"{"PER": {"name": "Peru", "value": 50}, "HTI": {"name": "Haiti", "value": 80}}"#;
    assert_eq!(sum(&named(json, "").unwrap(), "value", &[("country", "HTI")]), 80.0);
    let values =
        shown(&named(br#"{"source": "x", "data": {"2021": 10, "2022": 12, "2023": 15}}"#, "").unwrap(), &[]);
    assert_eq!(
        values,
        [("2021", 10.0), ("2022", 12.0), ("2023", 15.0)].map(|(year, n)| (year.to_owned(), n))
    );
    assert_eq!(refused(br#"{"status": "ok", "count": 3}"#).code, "json-no-rows");
    assert_eq!(refused(br#"{"error": {"code": 403, "message": "No key"}}"#).code, "feed-error");
}
