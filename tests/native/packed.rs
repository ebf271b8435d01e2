//! Archives, workbooks of other programs, agencies' own forms, and pages in the place of a file: what is told of them beyond
//! what `tests/fixtures/field` holds.

use migration_widget::data::{Intake, ReadOptions, Reading, read, sheet_readers};
use migration_widget::model::{Cells, Problem};

use crate::own_files::named;
use crate::query_data::argument;

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/fixtures/field/{name}")).unwrap()
}

fn reading(name: &str) -> Reading {
    named(&bytes(name), name).unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
}

fn refusal(bytes: &[u8], address: &str) -> Problem {
    named(bytes, address).map(|reading| reading.table.rows).unwrap_err()
}

#[test]
fn what_the_world_bank_calls_no_country_is_a_suspect() {
    let reading = reading("packed/API_SM.POP.TOTL_DS2_en_csv_v2_1.zip");
    assert_eq!(reading.metadata.aggregates, ["LCN", "LCN", "LCN"], "the file of metadata has it three times");
}

#[test]
fn whose_figures_the_world_bank_hands_on_is_said() {
    let reading = reading("packed/API_SM.POP.TOTL_DS2_en_csv_v2_1.zip");
    let source = reading.metadata.source.expect("a source");
    assert_eq!((source.publisher.as_str(), source.via.name.as_str()), ("Invented", "World Bank"));
    assert!(source.path.starts_with("https://data.worldbank.org"), "{}", source.path);
}

#[test]
fn the_other_files_of_an_archive_are_named() {
    let reading = reading("packed/several_tables.zip");
    let told = reading.warnings.iter().find(|warning| warning.problem.code == "file-chosen").unwrap();
    assert_eq!(argument(&told.problem, "text"), Some("arrivals.csv"));
    assert_eq!(argument(&told.problem, "words"), Some("deaths.csv, README.txt"));
    let problem = refusal(&bytes("packed/several_tables.zip"), "https://x.org/a.zip#arrivls.csv");
    assert_eq!((problem.code, argument(&problem, "nearest")), ("no-such-file", Some("arrivals.csv")));
}

#[test]
fn figures_that_are_mostly_provisional_make_their_period_so() {
    let reading = reading("agencies/migr_asyappctza.tsv");
    let Cells::Period(periods) = &reading.table.column("TIME_PERIOD").unwrap().cells else { panic!() };
    // Of 2020 three of four bear a `p`, of 2021 both that are known, of 2019 none.
    assert_eq!(periods.provisional, [2020, 2021]);
    assert_eq!(reading.line_of(0), 2, "a row of the table stands on its line of the file");
    assert_eq!(reading.line_of(5), 3);
}

#[test]
fn the_page_of_a_sheet_gives_the_address_of_its_csv() {
    let page = b"<!DOCTYPE html><html><head></head><body>JavaScript</body></html>";
    let key = "1AbCdEfGhIjKlMnOpQrStUvWxYz-_0123456789";
    let sheets = "https://docs.google.com/spreadsheets/";
    for (address, wanted) in [
        (format!("{sheets}d/{key}/edit#gid=12"), format!("{sheets}d/{key}/export?format=csv&gid=12")),
        (format!("{sheets}u/0/d/{key}/edit?usp=sharing"), format!("{sheets}d/{key}/export?format=csv")),
        (
            format!("{sheets}d/e/2PACX-{key}/pubhtml?gid=3&single=true"),
            format!("{sheets}d/e/2PACX-{key}/pub?output=csv&single=true&gid=3"),
        ),
        (format!("{sheets}d/e/2PACX-{key}/pubhtml"), format!("{sheets}d/e/2PACX-{key}/pub?output=csv")),
    ] {
        let problem = refusal(page, &address);
        assert_eq!((problem.code, argument(&problem, "address")), ("sheet-page", Some(wanted.as_str())));
    }
    let saved = refusal(&bytes("foreign/pubhtml.html"), "table.html");
    let csv = format!("{sheets}d/e/2PACX-1vQabcdefghijklmnop/pub?output=csv&single=true&gid=7");
    assert_eq!(argument(&saved, "address"), Some(csv.as_str()), "told from the page itself");
    assert_eq!(refusal(page, &format!("{sheets}d/x/edit")).code, "sheet-not-published");
}

#[test]
fn pages_about_a_file_give_the_address_of_the_file() {
    let page = b"<!DOCTYPE html><html><head></head><body></body></html>";
    for (address, code, wanted) in [
        (
            "https://github.com/a/b/blob/main/data/x.csv?plain=1#L3",
            "code-page",
            Some("https://raw.githubusercontent.com/a/b/main/data/x.csv"),
        ),
        (
            "https://gitlab.com/a/b/-/blob/main/x.csv",
            "code-page",
            Some("https://gitlab.com/a/b/-/raw/main/x.csv"),
        ),
        ("https://www.dropbox.com/scl/fi/abc/x.csv?dl=0", "dropbox-page", None),
        ("https://drive.google.com/file/d/abc/view", "share-page", None),
        ("https://1drv.ms/x/s!abc", "share-page", None),
        ("https://x.sharepoint.com/:x:/g/abc", "share-page", None),
        ("https://notdropbox.com/x.csv", "html-not-csv", None),
        ("https://x.org/table.xls", "html-workbook", None),
    ] {
        let problem = refusal(page, address);
        assert_eq!((problem.code, argument(&problem, "address")), (code, wanted), "{address}");
    }
    let saved = refusal(&bytes("foreign/github.html"), "x.csv");
    let raw = "https://raw.githubusercontent.com/a/b/main/data/x.csv";
    assert_eq!(argument(&saved, "address"), Some(raw));
}

#[test]
fn a_page_that_only_links_a_sheet_is_a_page() {
    let page = b"<!DOCTYPE html><html><a href=\"https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/edit\">x</a></html>";
    assert_eq!(refusal(page, "https://x.org/news").code, "html-not-csv");
}

#[test]
fn texts_that_begin_as_other_files_do_are_texts() {
    for (text, total) in [
        ("ORC,year\n1,2020\n2,2021\n", "ORC"),
        ("BZh,year\n1,2020\n2,2021\n", "BZh"),
        ("TITLE,year\n1,2020\n2,2021\n", "TITLE"),
        ("PARO,year\n1,2020\n2,2021\n", "PARO"),
        ("<5,year\n1,2020\n2,2021\n", "<5"),
        ("DECIMALS;year\n1;2020\n2;2021\n", "DECIMALS"),
    ] {
        let reading = named(text.as_bytes(), "").unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        assert_eq!(reading.table.names().next(), Some(total));
    }
}

const ALL: [&str; 12] = [
    "packed/several_tables.zip",
    "packed/API_SM.POP.TOTL_DS2_en_csv_v2_1.zip",
    "packed/one_workbook.zip",
    "packed/arrivals.csv.gz",
    "packed/typed.ods",
    "packed/typed.xls",
    "packed/merged_months.xls",
    "packed/excel_2003.xml",
    "agencies/migr_asyappctza.tsv",
    "agencies/sparse.px",
    "agencies/immigration.px",
    "agencies/oecd_twins.csv",
];

#[test]
fn what_is_packed_is_the_same_in_pieces() {
    for name in ALL {
        let whole = bytes(name);
        for size in [1, 7, 600] {
            let mut intake = Intake::new(ReadOptions { name: name.into(), ..ReadOptions::default() });
            whole.chunks(size).for_each(|piece| intake.feed(piece).unwrap());
            intake.end(Some(sheet_readers())).unwrap();
            assert_eq!(intake.rest().unwrap().table, reading(name).table, "{name} by {size}");
        }
    }
}

#[test]
fn no_byte_of_what_is_packed_can_stop_the_module() {
    let mut seed = 11u32;
    for name in ALL {
        let whole = bytes(name);
        for end in (0..whole.len()).step_by(whole.len() / 300 + 1) {
            let _ = read(&whole[..end], &ReadOptions::default());
        }
        for _ in 0..400 {
            let mut spoilt = whole.clone();
            for _ in 0..3 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = (seed >> 8) as usize % spoilt.len();
                spoilt[at] = (seed >> 3) as u8;
            }
            let _ = read(&spoilt, &ReadOptions::default());
        }
    }
}
