//! Excel workbooks: their cells go through the readers of CSV, with the sheet's own rows as lines.
//!
//! `tests/fixtures/xlsx/darien.xlsx` and `two_tiers.xlsx` were written by openpyxl from the shipped tables of the Darién,
//! `odd_cells.xlsx` by hand; the sums here were added up from those tables.

use migration_widget::data::{Intake, ReadOptions, Reading, read, sheet_readers};
use migration_widget::model::{Cells, Grain, Problem};

use crate::archive::archive;
use crate::own_files::{cell, codes, named, shown, sum};
use crate::query_data::argument;

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/fixtures/xlsx/{name}")).unwrap()
}

fn workbook(name: &str) -> Reading {
    let (file, _) = name.split_once('#').unwrap_or((name, ""));
    named(&bytes(file), name).unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
}

fn problem(bytes: &[u8], name: &str) -> Problem {
    named(bytes, name).map(|reading| reading.table.rows).unwrap_err()
}

const BOOK: &str = r#"<workbook><sheets><sheet name="One" r:id="a"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="a" Type="/worksheet" Target="one.xml"/>
    <Relationship Id="b" Type="/sharedStrings" Target="strings.xml"/></Relationships>"#;

/// A workbook of one sheet with these rows.
fn of_rows(rows: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let files: [(&str, &[u8]); 3] = [
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/one.xml", sheet.as_bytes()),
    ];
    archive(&files, true).unwrap()
}

/// A row of texts and figures.
fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| match text.parse::<f64>() {
        Ok(_) => format!("<c><v>{text}</v></c>"),
        Err(_) => format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#),
    };
    format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn the_first_sheet_with_a_table_is_read_with_its_title_dates_and_merged_months() {
    let reading = workbook("darien.xlsx");
    assert_eq!((reading.table.rows, reading.metadata.header_line), (9, 3));
    assert_eq!(reading.table.names().collect::<Vec<_>>(), ["Mes", "País", "Personas"]);
    assert_eq!(sum(&reading, "Personas", &[]), 68_217.0);
    assert_eq!(sum(&reading, "Personas", &[("Mes", "2023-01")]), 18_911.0, "three rows share a month");
    assert_eq!(sum(&reading, "Personas", &[("País", "VEN")]), 30_250.0);
    let Cells::Period(months) = &reading.table.column("Mes").unwrap().cells else { panic!() };
    assert_eq!((months.grain, months.mixed.len()), (Grain::Month, 0));
    let chosen = reading.warnings.iter().find(|warning| warning.problem.code == "sheet-chosen").unwrap();
    assert_eq!((argument(&chosen.problem, "text"), chosen.count), (Some("Cruces 2023"), 3));
    assert_eq!(reading.metadata.delimiter, None);
}

#[test]
fn a_fragment_names_the_sheet() {
    for name in ["darien.xlsx#Por%20a%C3%B1o", "darien.xlsx#Por año", "darien.xlsx#por AñO"] {
        let reading = workbook(name);
        assert_eq!(sum(&reading, "Personas", &[]), 109_293.0, "{name}");
        assert!(!codes(&reading).contains(&"sheet-chosen"), "{name}");
    }
    let problem = problem(&bytes("darien.xlsx"), "https://x.org/darien.xlsx#Por%20ano");
    assert_eq!((problem.code, argument(&problem, "nearest")), ("no-such-sheet", Some("Por año")));
    assert_eq!(argument(&problem, "words"), Some("Notas, Cruces 2023, Por año"));
}

#[test]
fn merged_names_of_a_header_of_two_tiers_span_their_columns() {
    let reading = workbook("two_tiers.xlsx");
    assert_eq!(reading.table.rows, 6, "years across become rows");
    let values = shown(&reading, &[]);
    assert_eq!(
        values,
        [("2021", 133_726.0), ("2022", 248_284.0), ("2023", 520_085.0)]
            .map(|(year, sum)| (year.to_owned(), sum))
    );
}

#[test]
fn cells_of_every_kind_are_read_as_they_are_shown() {
    let reading = workbook("odd_cells.xlsx");
    assert_eq!(
        reading.table.names().collect::<Vec<_>>(),
        ["day", "country", "people \"moved\", 'all'", "hours"],
        "rich text is one text, how it is spoken none, references are letters"
    );
    let column =
        |name: &str| (0..reading.table.rows).map(|row| cell(&reading, name, row)).collect::<Vec<_>>();
    assert_eq!(column("day"), ["2023-01-02", "2023-01-03", "2023-01-03", "2023-01-05"], "days from 1904 on");
    assert_eq!(column("country"), ["HTI", "PAN", "HTI", "CRI"]);
    assert_eq!(column("people \"moved\", 'all'"), ["1200", "1.234", "", "0.1"], "no point between thousands");
    assert_eq!(column("hours"), ["1.5", "", "", "3"], "hours beyond a day are no date");
    assert_eq!(reading.metadata.header_line, 2, "lines are the sheet's rows");
}

#[test]
fn diagnostics_name_the_rows_of_the_sheet() {
    let rows = [
        row(&["year", "n"]),
        "<row r=\"5\"/>".into(),
        row(&["2020", "7"]),
        row(&["2021", "many"]),
        row(&["2022", "9"]),
    ];
    let more: String = (0..8).map(|n| row(&[&format!("{}", 2010 + n), "5"])).collect();
    let reading = named(&of_rows(&(rows.concat() + &more)), "").unwrap();
    let odd = reading.warnings.iter().find(|warning| warning.problem.code == "not-a-number").unwrap();
    assert_eq!((odd.problem.row, argument(&odd.problem, "text")), (Some(7), Some("many")));
}

#[test]
fn short_rows_are_not_ragged_and_figures_are_not_repeated_by_a_merge() {
    let rows = [
        row(&["place", "year", "n", "m"]),
        row(&["Haiti", "2020", "500"]),
        "<row><c r=\"B3\"><v>2021</v></c></row>".into(),
    ];
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"C2:C3\"/></mergeCells></worksheet>",
        rows.concat()
    );
    let files: [(&str, &[u8]); 3] = [
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/one.xml", sheet.as_bytes()),
    ];
    let reading = named(&archive(&files, false).unwrap(), "").unwrap();
    assert_eq!(sum(&reading, "n", &[]), 500.0);
    assert_eq!((cell(&reading, "place", 1), cell(&reading, "n", 1)), ("HTI".to_owned(), String::new()));
    assert!(!codes(&reading).contains(&"ragged-rows"), "{:?}", codes(&reading));
}

#[test]
fn formats_are_told_from_the_cells_of_a_workbook() {
    let rows = [
        row(&["Entity", "Code", "Year", "Refugees by country of origin"]),
        row(&["Haiti", "HTI", "2022", "10"]),
        row(&["World", "OWID_WRL", "2022", "30"]),
    ];
    let reading = named(&of_rows(&rows.concat()), "").unwrap();
    assert_eq!(reading.metadata.format, "owid");
}

#[test]
fn what_is_no_readable_workbook_is_refused_by_name() {
    let whole = bytes("darien.xlsx");
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &locked].concat();
    let mut damaged = whole.clone();
    let at = damaged.windows(9).position(|name| name == b"styles.xm").unwrap() + 60;
    damaged[at] ^= 0x55;
    let endless = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(5_000_000));
    let endless = archive(
        &[
            ("xl/workbook.xml", BOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
            ("xl/strings.xml", endless.as_bytes()),
            ("xl/one.xml", b"<worksheet/>"),
        ],
        true,
    )
    .unwrap();
    let mut bomb = of_rows(&row(&["year", "n"]));
    // Its directory says that the sheet, the last entry, has 4 GB.
    let at = bomb.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap() + 24;
    bomb[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    let nested = of_rows(&"<row>".repeat(1_000));
    for (bytes, code) in [
        (&whole[..whole.len() / 2], "spreadsheet-broken"),
        (&damaged, "spreadsheet-broken"),
        (&nested, "spreadsheet-broken"),
        (&locked, "spreadsheet-encrypted"),
        (&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"[..], "spreadsheet-broken"),
        (&bytes("calc.ods"), "empty-file"),
        (&bytes("binary.xlsb"), "spreadsheet-other-form"),
        (&bytes("letter.docx"), "document-not-csv"),
        (&endless, "spreadsheet-too-large"),
        (&bomb, "spreadsheet-too-large"),
        (&of_rows(""), "empty-file"),
        (&of_rows(&row(&["year", "n"])), "header-only"),
        (&of_rows("<row><c r=\"XFD1\"><v>5</v></c></row>"), "too-many-columns"),
    ] {
        assert_eq!(problem(bytes, "").code, code);
    }
}

#[test]
fn a_workbook_in_pieces_is_the_workbook_whole() {
    let whole = bytes("darien.xlsx");
    let mut intake = Intake::new(ReadOptions::default());
    whole.chunks(1).for_each(|piece| intake.feed(piece).unwrap());
    assert!(intake.is_workbook());
    intake.end(Some(sheet_readers())).unwrap();
    assert_eq!(intake.rest().unwrap().table, read(&whole, &ReadOptions::default()).unwrap().table);
}

#[test]
fn a_workbook_without_its_readers_is_as_good_as_broken_off() {
    let mut intake = Intake::new(ReadOptions { name: "a.xlsx".into(), ..ReadOptions::default() });
    intake.feed(&bytes("darien.xlsx")).unwrap();
    let problem = intake.end(None).unwrap_err();
    assert_eq!(problem.code, "broken-off");
    assert!(problem.arguments.iter().any(|(name, value)| *name == "address" && value == "a.xlsx"));
}

#[test]
fn no_byte_of_a_workbook_can_stop_the_module() {
    let mut seed = 11u32;
    for name in ["odd_cells.xlsx", "two_tiers.xlsx"] {
        let whole = bytes(name);
        for end in 0..whole.len() {
            let _ = named(&whole[..end], "");
        }
        for _ in 0..3_000 {
            let mut spoilt = whole.clone();
            for _ in 0..2 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = (seed >> 8) as usize % spoilt.len();
                spoilt[at] = (seed >> 3) as u8;
            }
            let _ = named(&spoilt, "");
        }
    }
}
