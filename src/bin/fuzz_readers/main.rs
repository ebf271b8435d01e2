//! What `cargo xtask fuzz` runs: one reader of authors' files, or of what pages ask, under libFuzzer, named by the variable
//! `READER`.
//!
//! Beside what the compiler checks (panics, overflow) each run holds what every later stage relies on: columns of one
//! length, finite figures, codes within their dictionary.
#![no_main]

#[path = "../archive.rs"]
mod archive;
mod asked;
mod packed;
mod workbook;

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use migration_widget::data::{
    Cell, FORMATS, Intake, PlainTable, ReadOptions, Reading, TypedRows, describe, places, read, read_cell,
    read_plain, sheet_readers,
};
use migration_widget::model::{Cells, Period, TextColumn};
use migration_widget::query::{Request, later, run};

/// A reader under test.
type Target = fn(&[u8]);

/// The readers by their names.
const TARGETS: [(&str, Target); 21] = [
    ("address", asked::address),
    ("annotations", asked::annotations),
    ("any", any),
    ("cells", cells),
    ("csv", csv),
    ("declaration", asked::declaration),
    ("eurostat", packed::eurostat),
    ("excelxml", packed::excel_xml),
    ("json", json),
    ("manifest", asked::manifest),
    ("messages", asked::messages),
    ("ods", packed::ods),
    ("options", asked::options),
    ("pieces", pieces),
    ("places", names),
    ("plain", plain),
    ("px", packed::px),
    ("rows", rows),
    ("sheets", sheets),
    ("xls", packed::xls),
    ("zip", packed::zip),
];

fuzz_target!(|bytes: &[u8]| {
    static TARGET: OnceLock<Target> = OnceLock::new();
    let target = TARGET.get_or_init(|| {
        let wanted = std::env::var("READER").unwrap_or_default();
        TARGETS.iter().find(|(name, _)| *name == wanted).map_or(any as Target, |(_, target)| *target)
    });
    target(bytes);
});

/// Every format as it is detected, its first byte choosing another one now and then; then the first view's query.
fn any(bytes: &[u8]) {
    let forced = bytes.first().and_then(|byte| FORMATS.get(usize::from(*byte))).copied().unwrap_or_default();
    let asked = ReadOptions {
        format: forced.to_owned(),
        name: "https://x.org/a_2023.csv".into(),
        ..ReadOptions::default()
    };
    if let Ok(reading) = read(bytes, &asked) {
        hold(&reading);
    }
}

/// CSV and TSV alone.
fn csv(bytes: &[u8]) {
    if let Ok(reading) = migration_widget::data::read_csv(bytes) {
        hold(&reading);
    }
}

/// What the first drawing reads by itself is what the readers read: the bytes follow a plain header.
fn plain(bytes: &[u8]) {
    let text = [b"year,country,refugees\n2019,VEN,1200\n2020,VEN,1300\n".as_slice(), bytes].concat();
    for text in [text.as_slice(), bytes] {
        if let Some(PlainTable { table, dataset }) = read_plain(text, &places::of_name) {
            let whole =
                read(text, &ReadOptions::default()).map(|reading| (describe(&reading), reading.table));
            let (described, read) = whole.unwrap_or_default();
            assert_eq!(table, read);
            assert_eq!((&dataset.fields, &dataset.view), (&described.fields, &described.view));
        }
    }
}

/// JSON: the bytes are the document, with a list of it named now and then, or stand in a list of records, as the last byte says.
fn json(bytes: &[u8]) {
    let Some((which, bytes)) = bytes.split_last() else { return };
    let (text, name) = match which % 3 {
        0 => ([b"[{\"year\": 2023, ".as_slice(), bytes, b"}]"].concat(), "x.json"),
        1 => (bytes.to_vec(), "x.json"),
        _ => (bytes.to_vec(), "x.json#a"),
    };
    // What is no JSON is another reader's.
    if !matches!(text.trim_ascii_start().first(), Some(b'{' | b'[' | b'g' | b'/' | b'v')) {
        return;
    }
    if let Ok(reading) = read(&text, &ReadOptions { name: name.to_owned(), ..ReadOptions::default() }) {
        hold(&reading);
    }
}

/// Workbooks: the bytes are one of the files in the archive, the first byte says which.
fn sheets(bytes: &[u8]) {
    let Some((which, bytes)) = bytes.split_first() else { return };
    let mut files = workbook::FILES.map(|(name, text)| (name, text.as_bytes()));
    let place = usize::from(*which) % files.len();
    if let Some((_, text)) = files.get_mut(place) {
        *text = bytes;
    }
    for whole in [archive::archive(&files, false).unwrap_or_default(), bytes.to_vec()] {
        if let Ok(reading) = read(&whole, &ReadOptions::default()) {
            hold(&reading);
        }
    }
}

/// The same bytes whole and in pieces give the same table.
fn pieces(bytes: &[u8]) {
    let mut intake = Intake::new(ReadOptions::default());
    let size = bytes.first().map_or(1, |byte| usize::from(byte % 16) + 1);
    let fed = bytes.chunks(size).try_for_each(|piece| intake.feed(piece));
    let in_pieces = fed.and_then(|()| intake.end(Some(sheet_readers()))).and_then(|_| intake.rest());
    match (read(bytes, &ReadOptions::default()), in_pieces) {
        (Ok(whole), Ok(pieces)) => assert_eq!(whole.table, pieces.table),
        // Of a package the file is asked for in another way.
        (Err(whole), Err(_)) if whole.code == "package-not-followed" => {}
        (Err(whole), Err(pieces)) => assert_eq!(whole.code, pieces.code),
        (Ok(_), Err(problem)) | (Err(problem), Ok(_)) => {
            assert_eq!(problem.code, "package-not-followed");
        }
    }
}

/// The rows of a table in the element, or of a script's own: a line a row, a tab between cells, whose first letter says which are
/// no texts.
fn rows(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let cell = |text: &str| match (text.get(..1), text.get(1..).unwrap_or_default()) {
        (None, _) => Cell::Empty,
        (Some("#"), number) => {
            number.parse().ok().filter(|number: &f64| number.is_finite()).map_or(Cell::Empty, Cell::Number)
        }
        (Some("@"), date) => Period::parse(date).map_or(Cell::Empty, Cell::Period),
        (Some("!"), truth) => Cell::Truth(truth.is_empty()),
        _ => Cell::Text(text.trim().to_owned()),
    };
    let mut taken = TypedRows::default();
    for (index, line) in text.split('\n').enumerate() {
        if taken.take(index + 1, line.split('\t').map(cell).collect()).is_err() {
            return;
        }
    }
    let read = Intake::of_rows(taken, ReadOptions::default()).and_then(Intake::rest);
    if let Ok(reading) = read {
        hold(&reading);
    }
}

/// Figures and periods, cell by cell.
fn cells(bytes: &[u8]) {
    let (figure, period) = read_cell(&String::from_utf8_lossy(bytes));
    assert!(figure.is_none_or(f64::is_finite));
    if let Some(period) = period {
        assert!(period.start_day() <= period.end_day());
    }
}

/// Names and codes of countries.
fn names(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let found = places::of_name(&text);
    assert!(found.is_none() || !places::is_aggregate(&text));
    for code in
        [found, places::of_iso2(&text), places::of_m49(&text), places::of_unhcr(&text)].into_iter().flatten()
    {
        assert!(places::is_iso3(code), "{code}");
    }
}

fn hold(reading: &Reading) {
    for column in &reading.table.columns {
        let length = match &column.cells {
            Cells::Text(texts) => {
                let within =
                    |code: &u32| *code == TextColumn::MISSING || (*code as usize) < texts.dictionary.len();
                assert!(texts.codes.iter().all(within));
                texts.codes.len()
            }
            Cells::Number(figures) => {
                assert!(figures.figures().iter().all(|figure| figure.is_finite()));
                figures.len()
            }
            Cells::Period(periods) => {
                assert!(periods.mixed.is_empty() || periods.mixed.len() == periods.ordinals.len());
                periods.ordinals.len()
            }
        };
        assert_eq!(length, reading.table.rows, "{}", column.name);
    }
    let dataset = describe(reading);
    let _ = run(&reading.table, &dataset, &Request::default(), None, None, Some(later()));
}
