//! Cells of known kinds, as a script's and a sheet's: what they are is not told again from how they would be written.

use migration_widget::data::{Cell, Intake, ReadOptions, Reading, TypedRows};
use migration_widget::model::{Cells, Grain, Period, Problem};

use crate::own_files::{cell, codes, named, sum};

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn read(rows: &[Vec<Cell>], format: &str) -> Result<Reading, Problem> {
    let mut typed = TypedRows::default();
    for (index, row) in rows.iter().enumerate() {
        typed.take(index + 1, row.clone())?;
    }
    Intake::of_rows(typed, ReadOptions { format: format.to_owned(), ..ReadOptions::default() })?.rest()
}

fn days(figures: [f64; 3], labels: [Cell; 3]) -> Vec<Vec<Cell>> {
    let mut rows = vec![vec![text("day"), text("people"), text("label")]];
    for ((figure, label), day) in figures.into_iter().zip(labels).zip(15..) {
        let day = Period::day(2023, 3, day).unwrap();
        rows.push(vec![Cell::Period(day), Cell::Number(figure), label]);
    }
    rows
}

#[test]
fn numbers_are_what_they_are_whatever_their_decimals() {
    let labels = [text("a"), Cell::Number(1.5), text("b")];
    let reading = read(&days([1.234, 2.345, 1e21], labels), "").unwrap();
    assert_eq!(sum(&reading, "people", &[("day", "2023-03-15")]), 1.234, "no thousands");
    assert_eq!(sum(&reading, "people", &[("day", "2023-03-17")]), 1e21);
    assert!(codes(&reading).is_empty());
    assert_eq!(cell(&reading, "label", 1), "1.5", "a number among texts is written as it is");
    let Cells::Period(periods) = &reading.table.column("day").unwrap().cells else { panic!() };
    assert_eq!(periods.grain, Grain::Day);
}

#[test]
fn texts_are_read_as_those_of_a_file_are() {
    let rows = [
        vec![text("year"), text("people"), text("place")],
        vec![text("2020"), text("1,234"), Cell::Truth(true)],
        vec![Cell::Number(2021.0), Cell::Number(5.0), Cell::Truth(false)],
        vec![Cell::Empty, Cell::Empty, Cell::Empty],
        vec![text("2022"), text("-"), Cell::Empty],
    ];
    let reading = read(&rows, "").unwrap();
    let file = named(b"year,people,place\n2020,\"1,234\",true\n2021,5,false\n\n2022,-,\n", "").unwrap();
    assert_eq!(reading.table, file.table);
    assert_eq!(codes(&reading), codes(&file));
    assert_eq!((reading.metadata.format, reading.metadata.header_line), ("csv", 1));
    assert_eq!(reading.metadata.delimiter, None);
}

#[test]
fn the_header_of_many_rows_is_told_as_that_of_few() {
    let mut rows = vec![vec![text("Crossings of the Darién")], vec![], vec![text("year"), text("people")]];
    let row = |index: u32| vec![Cell::Number(f64::from(1950 + index % 70)), Cell::Number(1.0)];
    rows.extend((0..20_000).map(row));
    let reading = read(&rows, "").unwrap();
    assert_eq!((reading.table.rows, reading.metadata.header_line), (20_000, 3));
    assert_eq!(sum(&reading, "people", &[]), 20_000.0);
    assert!(codes(&reading).contains(&"preamble-lines"));
}

#[test]
fn what_is_no_table_is_refused_as_a_file_is() {
    let code = |rows: &[Vec<Cell>], format: &str| read(rows, format).unwrap_err().code;
    assert_eq!(code(&[], ""), "empty-file");
    assert_eq!(code(&[vec![text("year"), text("people")]], ""), "header-only");
    assert_eq!(code(&[vec![text("year")], vec![Cell::Number(2023.0)]], ""), "wrong-delimiter");
    assert_eq!(code(&days([1.0, 2.0, 3.0], [text("a"), text("b"), text("c")]), "json"), "not-json");
    assert_eq!(code(&[vec![Cell::Number(1.0); 2_001]], ""), "too-many-columns");
}

#[test]
fn days_with_times_of_one_form_are_days_and_stand_as_they_stood_where_they_are_texts_after_all() {
    for (between, behind) in [("T", ":00Z"), (" ", ""), ("T", ":00.000+02:00")] {
        let time = |row: usize| {
            format!("2020-01-{:02}{between}{:02}:{:02}{behind}", row / 1440 + 1, row / 60 % 24, row % 60)
        };
        let of = |rows: usize, words: usize| {
            let mut text = String::from("when,n\n");
            (0..rows).for_each(|row| text.push_str(&format!("{},1\n", time(row))));
            (0..words).for_each(|row| text.push_str(&format!("week {row} or so,1\n")));
            migration_widget::data::read(text.as_bytes(), &ReadOptions::default()).unwrap()
        };
        let reading = of(3000, 0);
        let Cells::Period(periods) = &reading.table.columns[0].cells else {
            panic!("{between}{behind}: no days")
        };
        let first = Period::day(2020, 1, 1).unwrap().ordinal;
        assert!(
            periods.grain == Grain::Day
                && periods.ordinals[1439] == first
                && periods.ordinals[1440] == first + 1
        );
        let told: Vec<(&str, usize)> =
            reading.warnings.iter().map(|warning| (warning.problem.code, warning.count)).collect();
        assert!(told.contains(&("times-of-day", 3000)), "{told:?}");
        assert!(!told.iter().any(|(code, _)| *code == "duplicate-keys"), "{told:?}");
        let reading = of(3000, 3000);
        let Cells::Text(texts) = &reading.table.columns[0].cells else {
            panic!("{between}{behind}: no texts")
        };
        assert!((0..3000).all(|row| texts.get(row) == Some(&*time(row))), "{between}{behind}");
    }
    // One time a day, however often it stands there, is no second one.
    let text = "when,place,n\n2020-01-01T12:00,A,1\n2020-01-01T12:00,B,2\n2020-01-02T12:00,A,3\n";
    let reading = migration_widget::data::read(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert!(reading.warnings.iter().all(|warning| warning.problem.code != "times-of-day"));
}
