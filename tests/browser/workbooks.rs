//! Excel workbooks in a page: their readers come only with them, and keep no page waiting.

use serde_json::json;

use crate::harness::{CHART, PreparedResponse, Reader, TestSite};

fn workbook(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/fixtures/xlsx/{name}")).expect("a fixture")
}

fn parts(site: &TestSite) -> usize {
    site.requests().iter().filter(|asked| asked.path.starts_with("/pkg/sheets")).count()
}

#[test]
fn a_workbook_is_charted_and_only_it_loads_its_readers() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/plain.csv", PreparedResponse::csv("year,n\n2022,10\n2023,11\n"));
    reader.open_chart(&site, r#"src="/plain.csv""#);
    assert_eq!(parts(&site), 0);
    // As a server without a type for it says, and in a language other than English.
    site.put("/darien.xlsx", PreparedResponse::new("application/octet-stream", workbook("darien.xlsx")));
    reader.open_chart(&site, r#"src="/darien.xlsx" lang="es""#);
    assert_eq!(parts(&site), 1);
    // Of the shipped table: January to March 2023 of Venezuela, Ecuador and Haiti.
    assert_eq!(reader.csv_sum(CHART, ""), 68_217.0);
    let detail = reader.wait_for_event("load", CHART);
    let diagnostics = detail["diagnostics"].as_array().cloned().unwrap_or_default();
    let chosen = diagnostics.iter().find(|one| one["code"] == "sheet-chosen").expect("the sheet is told");
    assert_eq!(
        (&chosen["severity"], chosen["message"].as_str()),
        (
            &json!("note"),
            Some("El libro tiene varias hojas: 3. Se muestra «Cruces 2023», la primera con una tabla.")
        )
    );
    reader.open_chart(&site, r#"src="/darien.xlsx#Por%20a%C3%B1o""#);
    assert_eq!(reader.csv_cell(CHART, &["2019"]), "22102");
    reader.assert_silent();
}

#[test]
fn bytes_that_a_script_sets_may_be_a_workbook() {
    let (site, reader) = (TestSite::start(), Reader::new());
    site.put("/tiers.xlsx", PreparedResponse::new("application/octet-stream", workbook("two_tiers.xlsx")));
    reader
        .go(&site
            .embed("<migration-chart loading='eager' style='display:block;height:400px'></migration-chart>"));
    reader.eval(
        "return fetch('/tiers.xlsx').then((answer) => answer.arrayBuffer())
           .then((bytes) => { document.querySelector('migration-chart').data = bytes; })",
    );
    reader.wait_for_load(CHART);
    assert_eq!(reader.csv_sum(CHART, "2023"), 520_085.0);
}

#[test]
fn workbooks_that_cannot_be_read_say_why_and_the_way_out() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let whole = workbook("darien.xlsx");
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &locked].concat();
    for (name, bytes, code, word) in [
        ("half.xlsx", whole[..whole.len() / 2].to_vec(), "spreadsheet-broken", "cut off"),
        ("locked.xlsx", locked, "spreadsheet-encrypted", "password"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec(), "spreadsheet-broken", "damaged"),
        ("calc.ods", workbook("calc.ods"), "empty-file", "empty"),
        ("letter.docx", workbook("letter.docx"), "document-not-csv", ".docx"),
    ] {
        site.put(&format!("/{name}"), PreparedResponse::new("application/octet-stream", bytes));
        reader.go(&site.embed(&format!("<migration-chart src='/{name}'></migration-chart>")));
        let fault = reader.wait_for_event("error", CHART);
        assert_eq!(fault["code"], code, "{name}");
        assert!(fault["message"].as_str().unwrap_or_default().contains(word), "{fault}");
        assert!(!fault["hint"].as_str().unwrap_or_default().is_empty());
    }
    // A reader whose browser does not have the readers of workbooks yet.
    let reader = Reader::new();
    site.put(&TestSite::pkg("sheets.wasm"), PreparedResponse::html("gone").status(500));
    site.put("/whole.xlsx", PreparedResponse::new("application/octet-stream", whole));
    reader.go(&site.embed("<migration-chart src='/whole.xlsx'></migration-chart>"));
    let fault = reader.wait_for_event("error", CHART);
    // The file is not to blame.
    assert_eq!(fault["code"], "cannot-run", "{fault}");
    assert!(fault["hint"].as_str().unwrap_or_default().contains("/pkg/sheets."), "{fault}");
}
