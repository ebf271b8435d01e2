//! JSON of many lists and levels, small and large, read to sums worked out by hand, or told what is left.

use migration_widget::data::{Intake, ReadOptions, Reading, read};
use migration_widget::model::Problem;

use crate::own_files::{codes, named, refused, shown, sum};

/// `count` records of one person each, half of them in each of two years.
fn records(count: usize) -> String {
    let record = |index: usize| {
        format!("{{\"year\": {}, \"people\": 1, \"note\": \"{:>80}\"}}", 2020 + index % 2, index)
    };
    let records: Vec<String> = (0..count).map(record).collect();
    format!("[{}]", records.join(","))
}

fn in_pieces(text: &str, name: &str) -> Result<Reading, Problem> {
    let mut intake = Intake::new(ReadOptions { name: name.to_owned(), ..ReadOptions::default() });
    for piece in text.as_bytes().chunks(50_000) {
        intake.feed(piece)?;
    }
    intake.end(None)?;
    intake.rest()
}

#[test]
fn a_large_file_of_several_lists_names_those_that_it_does_not_show() {
    let text = format!("{{\"sea\": {}, \"land\": {}}}", records(100_000), records(100_001));
    assert!(text.len() > 16_000_000, "{}", text.len());
    let reading = in_pieces(&text, "").unwrap();
    assert_eq!(sum(&reading, "people", &[]), 100_001.0);
    assert!(codes(&reading).contains(&"lists-passed-over"));
    let small = format!("{{\"sea\": {}, \"land\": {}}}", records(1000), records(1001));
    let reading = in_pieces(&small, "").unwrap();
    assert_eq!(
        (sum(&reading, "people", &[]), sum(&reading, "people", &[("group", "sea")])),
        (2001.0, 1000.0)
    );
    assert!(!codes(&reading).contains(&"lists-passed-over"));
}

#[test]
fn a_list_of_a_large_file_is_had_by_its_path() {
    let text = format!("{{\"sea\": {}, \"land\": {}}}", records(100_000), records(100_001));
    assert_eq!(sum(&in_pieces(&text, "x.json#sea").unwrap(), "people", &[]), 100_000.0);
    let problem = in_pieces(&text, "x.json#see").unwrap_err();
    assert_eq!(problem.code, "no-such-list");
    assert!(problem.arguments.contains(&("nearest", "sea".into())), "{problem:?}");
}

#[test]
fn figures_by_year_within_records_of_a_large_file_are_a_figure_a_year() {
    let record = |index: usize| {
        format!("{{\"id\": {index}, \"refugees\": {{\"2020\": 1, \"2021\": 2}}, \"note\": \"{index:>100}\"}}")
    };
    let records: Vec<String> = (0..120_000).map(record).collect();
    let text = format!("[{}]", records.join(","));
    assert!(text.len() > 16_000_000, "{}", text.len());
    let reading = in_pieces(&text, "").unwrap();
    assert_eq!(shown(&reading, &[]), [("2020".to_owned(), 120_000.0), ("2021".to_owned(), 240_000.0)]);
}

#[test]
fn a_cube_larger_than_is_read_whole_is_refused_and_one_below_is_read() {
    let cube = |places: usize, blanks: usize| {
        let figures = vec!["1"; places * 2].join(",");
        let codes: Vec<String> = (0..places).map(|place| format!("\"p{place}\"")).collect();
        format!(
            "{{\"class\":\"dataset\",\"id\":[\"time\",\"place\"],\"size\":[2,{places}],\"dimension\":{{\"time\":{{\"category\":{{\"index\":[\"2020\",\"2021\"]}}}},\"place\":{{\"category\":{{\"index\":[{}]}}}}}},\"value\":[{figures}]{}}}",
            codes.join(","),
            " ".repeat(blanks)
        )
    };
    let reading = in_pieces(&cube(50_000, 0), "").unwrap();
    assert_eq!(reading.metadata.format, "json-stat");
    assert_eq!(
        shown(&reading, &[("series", "none")]),
        [("2020".to_owned(), 50_000.0), ("2021".to_owned(), 50_000.0)]
    );
    assert_eq!(in_pieces(&cube(2, 33_000_000), "").unwrap_err().code, "json-too-large");
}

#[test]
fn deep_and_wide_documents_end_soon() {
    let started = std::time::Instant::now();
    let deep = format!("{}1{}", "{\"a\":".repeat(60), "}".repeat(60));
    assert_eq!(refused(deep.as_bytes()).code, "json-no-rows");
    let deeper = format!("{}1{}", "[".repeat(500), "]".repeat(500));
    assert_eq!(refused(deeper.as_bytes()).code, "json-too-deep");
    // Objects of many keys in an object of many keys, none of them alike.
    let inner = |outer: usize| {
        let keys: Vec<String> = (0..1000).map(|key| format!("\"k{outer}_{key}\": 1")).collect();
        format!("\"o{outer}\": {{{}}}", keys.join(","))
    };
    let wide: Vec<String> = (0..200).map(inner).collect();
    let _ = read(format!("{{{}}}", wide.join(",")).as_bytes(), &ReadOptions::default());
    // Lists in lists in records.
    let nested = format!("{}{}", "[{\"a\":1,\"b\":".repeat(30), "1".to_owned() + &"}]".repeat(30));
    let _ = named(nested.as_bytes(), "");
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn a_text_that_only_looks_like_a_call_is_no_json() {
    let reading = named(b"name(s),people\nA,1\nB,2\n", "").unwrap();
    assert_eq!((reading.metadata.format, sum(&reading, "people", &[])), ("csv", 3.0));
}

#[test]
fn the_table_as_read_has_the_words_of_the_file() {
    let json = br#"{"class":"dataset","id":["geo","time"],"size":[2,1],"dimension":{"geo":{"label":"Country","category":{"index":{"EL":0,"DE":1},"label":{"EL":"Hellas","DE":"Deutschland"}}},"time":{"label":"Time","category":{"index":["2020"]}}},"value":[1,2]}"#;
    let reading = named(json, "").unwrap();
    let columns = reading.columns_as_read();
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["Country", "Time", "value"]);
    let migration_widget::model::Cells::Text(texts) = &columns[0].cells else { panic!() };
    assert_eq!(texts.dictionary, ["Hellas", "Deutschland"]);
    assert_eq!(shown(&reading, &[("x", "Country")]), [("DEU".to_owned(), 2.0), ("GRC".to_owned(), 1.0)]);
}
