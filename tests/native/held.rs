//! Files that are small and unpack, unfold or type to much: refused or read within a bound of memory, and in steps of which
//! none takes long beside the whole.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::time::{Duration, Instant};

use migration_widget::data::{Intake, Next, ReadOptions, Reading, sheet_readers};
use migration_widget::model::Problem;

use crate::archive::archive;

/// The system's allocator, with what each thread holds by it.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static MOST: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: isize) {
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _ = MOST.try_with(|most| most.set(most.get().max(held.get())));
    });
}

// SAFETY: all is done by the system's allocator; beside it numbers are added.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both are held while one is copied into the other.
        count(size as isize);
        let moved = unsafe { System.realloc(at, layout, size) };
        count(-(layout.size() as isize));
        moved
    }
}

/// What reading a file took.
struct Taken {
    outcome: Result<Reading, Problem>,
    /// The most bytes that were held at a time beyond those of the file.
    most_bytes: usize,
    /// The longest step once all bytes had come.
    longest_step: Duration,
}

impl Taken {
    fn code(&self) -> &str {
        self.outcome.as_ref().map_or_else(|problem| problem.code, |_| "read")
    }
}

/// Reads a file as a browser does: piece by piece, step by step.
fn reading(bytes: &[u8], name: &str) -> Taken {
    let before = HELD.get();
    MOST.set(before);
    let mut longest_step = Duration::ZERO;
    let mut read = || {
        let options = ReadOptions { name: name.to_owned(), length: bytes.len(), ..ReadOptions::default() };
        let mut intake = Intake::new(options);
        for piece in bytes.chunks(32 * 1024) {
            intake.feed(piece)?;
        }
        assert_eq!(intake.end(Some(sheet_readers()))?, None::<Next>);
        loop {
            let at = Instant::now();
            let step = intake.step();
            longest_step = longest_step.max(at.elapsed());
            if let Some(reading) = step? {
                return Ok(reading);
            }
        }
    };
    let outcome = read();
    let most_bytes = (MOST.get() - before).max(0) as usize;
    Taken { outcome, most_bytes, longest_step }
}

/// A file of 1,998 columns of figures below the names that two functions give, the upper of which may be empty.
fn wide(rows: usize, upper: &dyn Fn(usize) -> String, lower: &dyn Fn(usize) -> String) -> String {
    let line = |first: &str, cell: &dyn Fn(usize) -> String| {
        let cells: Vec<String> = (0..1998).map(cell).collect();
        format!("{first},{}\n", cells.join(","))
    };
    let mut text = if upper(0).is_empty() { String::new() } else { line("", upper) };
    text += &line("place", lower);
    for row in 0..rows {
        text += &line(&format!("place {row}"), &|column| ((row * column) % 7).to_string());
    }
    text
}

#[test]
fn columns_named_like_years_unfold_to_no_more_than_the_page_can_hold() {
    let none = |_: usize| String::new();
    let group = |column: usize| format!("group {column}");
    let year = |column: usize| (1800 + column % 400).to_string();
    let files = [
        ("a group each", wide(1000, &group, &year)),
        ("a group in two", wide(1000, &|column| format!("group {}", column / 2), &year)),
        ("years above", wide(1000, &|column| (1800 + column / 5).to_string(), &group)),
        ("four digits", wide(1000, &none, &|column| (1000 + column).to_string())),
    ];
    for (name, text) in &files {
        let taken = reading(text.as_bytes(), "wide.csv");
        assert_eq!(taken.code(), "wide-too-large", "{name}");
        assert!(taken.most_bytes < 150_000_000, "{name}: {} bytes", taken.most_bytes);
    }
    // Days of six years make a row each, and there are no more cells than before.
    let day =
        |column: usize| format!("{}-{:02}-{:02}", 2000 + column / 336, column / 28 % 12 + 1, column % 28 + 1);
    let taken = reading(wide(1000, &none, &day).as_bytes(), "wide.csv");
    let rows = taken.outcome.as_ref().map(|reading| reading.table.rows);
    assert_eq!(rows, Ok(1_998_000));
    assert!(taken.most_bytes < 250_000_000, "{} bytes", taken.most_bytes);
    // Of few rows many groups make no more than the page can hold, in no more time than they are worth.
    let taken = reading(wide(3, &group, &year).as_bytes(), "wide.csv");
    assert_eq!(taken.outcome.as_ref().map(|reading| reading.table.rows), Ok(1_200));
    assert!(taken.most_bytes < 150_000_000, "{} bytes", taken.most_bytes);
}

/// A workbook of one sheet, and of the texts that its cells share.
fn workbook(rows: &str, texts: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let files: [(&str, &[u8]); 4] = [
        ("xl/workbook.xml", br#"<workbook><sheets><sheet name="One" r:id="a"/></sheets></workbook>"#),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships><Relationship Id="a" Type="/worksheet" Target="one.xml"/><Relationship Id="b" Type="/sharedStrings" Target="strings.xml"/></Relationships>"#,
        ),
        ("xl/one.xml", sheet.as_bytes()),
        ("xl/strings.xml", texts.as_bytes()),
    ];
    archive(&files, true).unwrap()
}

#[test]
fn a_small_workbook_becomes_no_large_table() {
    // A cell in the 1,900th column of each row.
    let rows: String =
        (1..=60_000).map(|row| format!(r#"<row r="{row}"><c r="BUB{row}"><v>{row}</v></c></row>"#)).collect();
    let header = r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#;
    let far = workbook(&[header, &rows].concat(), "<sst/>");
    assert!(far.len() < 500_000, "{}", far.len());
    let taken = reading(&far, "far.xlsx");
    assert_eq!(taken.code(), "too-many-cells");
    assert!(taken.most_bytes < 250_000_000, "{} bytes", taken.most_bytes);
    // Three million texts in a few hundred kilobytes.
    let texts = ["<sst>", &"<si><t>x</t></si>".repeat(3_000_000), "</sst>"].concat();
    let bomb = workbook("<row><c><v>1</v></c></row>", &texts);
    assert!(bomb.len() < 400_000, "{}", bomb.len());
    let taken = reading(&bomb, "bomb.xlsx");
    assert_eq!(taken.code(), "archive-bomb");
    assert!(taken.most_bytes < 10_000_000, "{} bytes", taken.most_bytes);
    // The same where the directory says that they are few: its sizes stand before the name of each file.
    let mut lies = bomb;
    let size = (texts.len() as u32).to_le_bytes();
    let places: Vec<usize> =
        lies.windows(4).enumerate().filter(|(_, four)| *four == size).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        lies[at..at + 4].copy_from_slice(&1000u32.to_le_bytes());
    }
    let taken = reading(&lies, "lies.xlsx");
    assert_eq!(taken.code(), "spreadsheet-broken");
    assert!(taken.most_bytes < 100_000_000, "{} bytes", taken.most_bytes);
}

#[test]
fn columns_that_hardly_any_row_has_cost_as_much_as_others() {
    let keys: Vec<String> = (0..1_990).map(|key| format!(r#""key {key}":1"#)).collect();
    let json = format!("[{}{{{}}}]", r#"{"a":1},"#.repeat(200_000), keys.join(","));
    let taken = reading(json.as_bytes(), "rows.json");
    assert_eq!(taken.code(), "too-many-cells");
    assert!(taken.most_bytes < 800_000_000, "{} bytes", taken.most_bytes);
    let csv = format!("a{}\n{}", ",b".repeat(1_998), format!("1{}\n", ",".repeat(1_998)).repeat(32_000));
    let taken = reading(csv.as_bytes(), "blank.csv");
    assert_eq!(taken.code(), "too-many-cells");
    assert!(taken.most_bytes < 800_000_000, "{} bytes", taken.most_bytes);
}

#[test]
fn texts_that_can_be_neither_figures_nor_periods_are_not_looked_through_in_one_step() {
    // The least of three: the machine may have something else to do.
    let least =
        |of: &dyn Fn(usize) -> Duration, count: usize| (0..3).map(|_| of(count)).min().unwrap_or_default();
    let long = |length: usize| {
        let words =
            reading(format!("a,n\n\"{}\",1\nb,2\n", "12 ab, ".repeat(length / 7)).as_bytes(), "a.csv");
        let digits = reading(format!("a,n\n{},1\nb,2\n", "1".repeat(length)).as_bytes(), "a.csv");
        assert_eq!((words.code(), digits.code()), ("read", "read"));
        words.longest_step.max(digits.longest_step)
    };
    let (short, longest) = (least(&long, 39_000), least(&long, 3_900_000));
    let spare = Duration::from_secs(2);
    assert!(longest < short * 10 + spare, "{short:?} for 39 kB, {longest:?} for a hundred times as much");
    let many = |count: usize| {
        let rows: String = (0..count).map(|row| format!("text {row} of many,{}\n", row % 10)).collect();
        let taken = reading(["a,n\n", &rows].concat().as_bytes(), "a.csv");
        assert_eq!(taken.code(), "read");
        taken.longest_step
    };
    let (few, most) = (least(&many, 9_000), least(&many, 900_000));
    assert!(most < few * 20 + spare, "{few:?} for 9,000 texts, {most:?} for a hundred times as many");
}
