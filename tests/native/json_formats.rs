//! JSON of every shape and publisher, read to sums worked out by hand.

use migration_widget::data::{Intake, MAX_PAGES, Next, ReadOptions, describe, read};
use migration_widget::model::{Cells, QuantityKind, Reason, Value};

use crate::own_files::{at, cell, codes, named, refused, shown, sum};

#[test]
fn the_api_of_unhcr_is_read_page_by_page() {
    let page = |number: usize, rows: &str| {
        format!(
            "{{\"page\": {number}, \"short-url\": \"\", \"maxPages\": 2, \"total\": [], \"items\": [{rows}]}}"
        )
    };
    let first = r#"{"year": 2023, "coo_id": "-", "coo_name": "-", "coo": "-", "coo_iso": "-", "coa_id": 196, "coa_name": "Türkiye", "coa": "TUR", "coa_iso": "TUR", "refugees": 3251127, "idps": "0", "oip": "-"}"#;
    let second = r#"{"year": 2024, "coo_id": "-", "coo_name": "-", "coo": "-", "coo_iso": "-", "coa_id": 196, "coa_name": "Türkiye", "coa": "TUR", "coa_iso": "TUR", "refugees": 2940735, "idps": "0", "oip": "-"}"#;
    let mut intake = Intake::new(ReadOptions::default());
    intake.feed(page(1, first).as_bytes()).unwrap();
    assert_eq!(intake.end(None).unwrap(), Some(Next::Page(2)));
    intake.feed(page(2, second).as_bytes()).unwrap();
    assert_eq!(intake.end(None).unwrap(), None);
    let reading = intake.rest().unwrap();
    assert_eq!((reading.metadata.format, reading.table.rows), ("unhcr", 2));
    assert_eq!(sum(&reading, "refugees", &[]), 6_191_862.0);
    let Cells::Number(idps) = &reading.table.column("idps").unwrap().cells else { panic!() };
    assert_eq!(idps.get(0), Value::Known(0.0));
    let Cells::Number(oip) = &reading.table.column("oip").unwrap().cells else { panic!() };
    assert_eq!(oip.get(0), Value::Missing(Reason::NotCollected));
}

#[test]
fn a_feed_of_more_pages_than_are_followed_is_told_to_be_cut() {
    let row = |number: usize| format!("{{\"year\": 2023, \"coo_name\": \"Peru\", \"refugees\": {number}}}");
    let read = |pages: usize| {
        let mut intake = Intake::new(ReadOptions::default());
        let mut number = 1;
        loop {
            let page = format!("{{\"page\": {number}, \"maxPages\": {pages}, \"items\": [{}]}}", row(number));
            intake.feed(page.as_bytes()).unwrap();
            match intake.end(None).unwrap() {
                Some(Next::Page(next)) => number = next,
                _ => break,
            }
        }
        (number, codes(&intake.rest().unwrap()).contains(&"too-many-pages"))
    };
    assert_eq!(read(MAX_PAGES), (MAX_PAGES, false));
    assert_eq!(read(MAX_PAGES + 1), (MAX_PAGES, true));
}

#[test]
fn the_world_banks_json_is_read_and_its_errors_are_told() {
    let json = r#"[{"page":1,"pages":1,"per_page":"50","total":3,"sourceid":"2","lastupdated":"2026-07-13"},
      [{"indicator":{"id":"SP.POP.TOTL","value":"Population, total"},"country":{"id":"PE","value":"Peru"},"countryiso3code":"PER","date":"2023","value":33845617,"unit":"","obs_status":"","decimal":0},
       {"indicator":{"id":"SP.POP.TOTL","value":"Population, total"},"country":{"id":"PE","value":"Peru"},"countryiso3code":"PER","date":"2022","value":null,"unit":"","obs_status":"","decimal":0},
       {"indicator":{"id":"SP.POP.TOTL","value":"Population, total"},"country":{"id":"CL","value":"Chile"},"countryiso3code":"CHL","date":"2023","value":1.9658839e7,"unit":"","obs_status":"","decimal":0}]]"#;
    let reading = named(json.as_bytes(), "").unwrap();
    assert_eq!((reading.metadata.format, reading.table.rows), ("worldbank", 3));
    assert_eq!(at(&shown(&reading, &[]), "2023"), 53_504_456.0);
    assert_eq!(sum(&reading, "value", &[("date", "2022")]), 0.0, "null is no figure");
    let dataset = describe(&reading);
    assert_eq!(
        (dataset.title.as_str(), dataset.sources[0].as_of.as_str()),
        ("Population, total", "2026-07-13")
    );
    let error = r#"[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]"#;
    let problem = refused(error.as_bytes());
    assert_eq!(problem.code, "feed-error");
    assert!(problem.arguments.iter().any(|(_, text)| text == "The provided parameter value is not valid"));
    assert_eq!(
        refused(br#"{"result": [], "isSuccess": false, "errorMessages": ["No data for this country."]}"#)
            .code,
        "feed-error"
    );
}

#[test]
fn the_dtms_json_is_a_stock_by_date_and_mixed_levels_are_told() {
    // Made up: the DTM's own rows may not be passed on.
    let row = |date: &str, people: u32, level: &str| {
        format!(
            "{{\"operation\": \"Test\", \"admin0Name\": \"Haiti\", \"admin0Pcode\": \"HTI\", {level} \"numPresentIdpInd\": {people}, \"reportingDate\": \"{date}T00:00:00\", \"yearReportingDate\": 2023, \"monthReportingDate\": 1, \"roundNumber\": 1}}"
        )
    };
    let whole = |rows: &[String]| {
        format!(
            "{{\"result\": [{}], \"statusCode\": 200, \"isSuccess\": true, \"errorMessages\": []}}",
            rows.join(", ")
        )
    };
    let reading =
        named(whole(&[row("2023-01-31", 700, ""), row("2023-06-30", 900, "")]).as_bytes(), "").unwrap();
    assert_eq!(reading.metadata.format, "dtm");
    let values = shown(&reading, &[]);
    assert_eq!((at(&values, "2023-01-31"), at(&values, "2023-06-30")), (700.0, 900.0));
    assert_eq!(describe(&reading).field("numPresentIdpInd").unwrap().measure, QuantityKind::Stock);
    let (country, province) = ("\"admin1Pcode\": null,", "\"admin1Pcode\": \"HT01\",");
    let rows = [row("2023-01-31", 700, country), row("2023-01-31", 300, province)];
    assert!(codes(&named(whole(&rows).as_bytes(), "").unwrap()).contains(&"mixed-levels"));
    assert_eq!(
        refused(br#"{"result": [{"admin0Name": "Haiti", "admin0Pcode": "HTI"}]}"#).code,
        "dtm-countries-only"
    );
}

#[test]
fn plain_json_of_every_shape_is_read_alike() {
    for json in [
        r#"[{"year": 2022, "country": "Peru", "people": 5}, {"year": 2023, "country": "Peru", "people": 7.5}]"#,
        r#"{"data": [{"year": "2022", "country": "Peru", "people": "5"}, {"year": "2023", "country": "Peru", "people": "7.5"}]}"#,
        r#"{"columns": ["year", "country", "people"], "data": [[2022, "Peru", 5], [2023, "Peru", 7.5]]}"#,
        r#"{"data": [[2022, "Peru", 5], [2023, "Peru", 7.5]], "columns": ["year", "country", "people"]}"#,
        r#"[["year", "country", "people"], [2022, "Peru", 5], [2023, "Peru", 7.5]]"#,
        r#"{"year": [2022, 2023], "country": ["Peru", "Peru"], "people": [5, 7.5]}"#,
        "{\"year\": 2022, \"country\": \"Peru\", \"people\": 5}\n{\"year\": 2023, \"country\": \"Peru\", \"people\": 7.5}\n",
        "{\"year\": 2022, \"country\": \"Peru\", \"people\": 5}\r\n\r\n{\"year\": 2023, \"country\": \"Peru\", \"people\": 7.5}",
        r#"{"meta": {"page": 1}, "results": {"rows": [{"country": "Peru", "year": 2022, "people": 5, "notes": ["a", {"b": 1}]}, {"people": 7.5, "year": 2023, "country": "Peru"}]}}"#,
    ] {
        let reading = named(json.as_bytes(), "").unwrap_or_else(|problem| panic!("{json}: {problem:?}"));
        assert_eq!(sum(&reading, "people", &[("year", "2023"), ("country", "PER")]), 7.5, "{json}");
        assert_eq!(sum(&reading, "people", &[]), 12.5, "{json}");
    }
    let late = r#"[{"year": 2021}, {"year": 2022, "people": 3}, {"year": 2023, "people": null, "x": true}]"#;
    let reading = named(late.as_bytes(), "").unwrap();
    assert_eq!(sum(&reading, "people", &[("year", "2022")]), 3.0);
    assert_eq!(
        (sum(&reading, "people", &[]), cell(&reading, "x", 2).as_str(), cell(&reading, "x", 0).as_str()),
        (3.0, "true", "")
    );
}

#[test]
fn a_data_package_names_its_file() {
    let package = br#"{"name": "p", "title": "Package", "resources": [
        {"name": "notes", "path": "notes.md"},
        {"name": "crossings", "path": "data/crossings.csv", "title": "Crossings", "schema": {"fields": [{"name": "n", "type": "integer", "role": "figure", "measure": "flow", "unit": "people"}]},
         "sources": [{"title": "A source", "publisher": "An office", "path": "https://example.org/"}], "licenses": [{"name": "CC0-1.0"}]}]}"#;
    for name in ["https://x.org/datapackage.json", "https://x.org/datapackage.json#crossings"] {
        let mut intake = Intake::new(ReadOptions { name: name.into(), ..ReadOptions::default() });
        intake.feed(package).unwrap();
        assert_eq!(intake.end(None).unwrap(), Some(Next::File("data/crossings.csv".into())));
        let asked = intake.options_of_file("https://x.org/data/crossings.csv");
        let dataset = describe(&read(b"year,place,n\n2022,a,5\n2023,b,6\n", &asked).unwrap());
        assert_eq!(
            (dataset.title.as_str(), dataset.sources[0].publisher.as_str()),
            ("Crossings", "An office")
        );
        assert_eq!(dataset.field("n").unwrap().measure, QuantityKind::Flow);
    }
    let mut intake =
        Intake::new(ReadOptions { name: "datapackage.json#crossing".into(), ..ReadOptions::default() });
    intake.feed(package).unwrap();
    let problem = intake.end(None).unwrap_err();
    assert_eq!(problem.code, "unknown-resource");
    assert!(problem.arguments.contains(&("nearest", "crossings".into())));
}
