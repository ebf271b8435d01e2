//! The author's own file in the builder: what was read, what was left out of sums, and the way to let it back in.

use serde_json::{Value, json};

use crate::builder::{PREVIEW, choose, drop_file, fragment, open, settled, snippet};
use crate::harness::{Key, PreparedResponse, Reader, TestSite};

/// Two countries and their sum, in three years.
const WITH_TOTAL: &str = "year,country,people\n2021,Peru,10\n2021,Chile,20\n2021,Total,30\n2022,Peru,40\n2022,Chile,50\n2022,Total,90\n2023,Peru,60\n2023,Chile,70\n2023,Total,130\n";

/// Gives the builder the bytes of a file, as a hand would choose it.
fn drop_bytes(reader: &Reader, name: &str, bytes: &[u8]) {
    reader.eval_with(
        "const held = new DataTransfer();
         held.items.add(new File([new Uint8Array(arguments[1])], arguments[0]));
         const input = document.getElementById('file');
         input.files = held.files;
         input.dispatchEvent(new Event('change', { bubbles: true }));",
        &[json!(name), json!(bytes)],
    );
}

#[test]
fn a_workbook_is_taken() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    let bytes = std::fs::read("tests/fixtures/xlsx/darien.xlsx").expect("a fixture");
    drop_bytes(&reader, "darien.xlsx", &bytes);
    // Of the shipped table: January to March 2023 of Venezuela, Ecuador and Haiti. The preview of before may stand a while.
    reader.wait_for_sum(PREVIEW, 68_217.0);
    settled(&reader);
    // What stays in the workbook stays in the office: the code holds the figures shown, and no address.
    let element = snippet(&reader, "element");
    assert!(!element.contains("src=\"darien.xlsx\"") && element.contains("<table><caption>"), "{element}");
    choose(&reader, "carry", "address");
    assert!(snippet(&reader, "element").contains("src=\"darien.xlsx\""));
    assert_eq!(reader.eval_text("return document.getElementById('file-name').textContent"), "darien.xlsx");
    let said = reader.eval_text("return document.querySelector('#report .facts').innerText");
    assert!(said.contains("workbook, Excel (.xlsx)") && !said.contains("UTF-8"), "{said}");
    reader.assert_silent();
}

#[test]
fn what_is_left_out_is_said_and_let_back_in() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    drop_file(&reader, "own.csv", WITH_TOTAL);
    reader.wait_for_sum(PREVIEW, 250.0);
    settled(&reader);
    let report = || reader.eval_text("return document.getElementById('report').innerText");
    let said = report();
    assert!(said.contains("3 rows (Total): lines 4, 7, 10"), "{said}");
    let struck =
        "return [...document.querySelectorAll('#report .grid tr.out')].map((row) => row.textContent)";
    let rows = reader.eval(struck);
    assert_eq!(rows.as_array().map(Vec::len), Some(3), "{rows}");
    // What the report says of totals, with its button, is not said once more below.
    assert_eq!(reader.eval("return document.querySelectorAll('#oddities li').length"), json!(0));
    reader.eval("document.querySelector('#report .totals button').focus()");
    reader.press(Key::Enter);
    reader.wait_until("the totals to be added", "return location.hash.includes('totals=keep')");
    settled(&reader);
    reader.wait_until(
        "the sum with them",
        "return document.querySelector('#sheet migration-chart').toCSV().includes('Total')
           && /as you chose/.test(document.getElementById('report').innerText)",
    );
    reader.wait_for_sum(PREVIEW, 500.0);
    assert!(snippet(&reader, "element").contains("totals=\"keep\""));
    // The keyboard stays where it was, at the way back, and what was done is read out with it.
    let focused = "const held = document.activeElement;
        return [held.textContent, document.getElementById(held.getAttribute('aria-describedby'))?.textContent]";
    let way_back =
        json!(["Leave them out", "Totals are added to the figures that they add up, as you chose."]);
    assert_eq!(reader.eval(focused), way_back);
    reader.press(Key::Enter);
    reader.wait_until("the totals to be left out", "return !location.hash.includes('totals')");
    assert!(!fragment(&reader).contains("totals"));
    settled(&reader);
    reader.wait_until(
        "the sum without them",
        "return !document.querySelector('#sheet migration-chart').toCSV().includes('Total')",
    );
    assert_eq!(reader.csv_sum(PREVIEW, ""), 250.0);
    reader.assert_silent();
}

#[test]
fn a_file_that_is_refused_says_so_and_nothing_else() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "?lang=es");
    drop_file(&reader, "bien.csv", WITH_TOTAL);
    settled(&reader);
    let bytes = std::fs::read("tests/fixtures/xlsx/letter.docx").expect("a fixture");
    drop_bytes(&reader, "carta.docx", &bytes);
    reader.wait_until("the refusal", "return document.querySelector('#oddities li.error')");
    let said = reader.eval_text("return document.getElementById('oddities').innerText");
    assert!(said.contains("documento") && said.contains("Copie su tabla"), "{said}");
    let shown = reader.eval(
        "return ['report', 'advice', 'summary'].map((id) => document.getElementById(id)).map((one) => one.hidden || !one.innerText)",
    );
    assert_eq!(shown, json!([true, true, true]));
    reader.assert_silent();
}

#[test]
fn a_script_has_the_table_as_it_was_read_and_what_was_left_out_of_it() {
    let (site, reader) = (TestSite::start(), Reader::new());
    let text = "Informe anual;;\n;;\nAño;País;Personas\n2021;Perú;1.000\n2021;Chile;2.000\n2021;Total;3.000\n2022;Perú;4.000\n2022;Chile;s/d\n2022;Total;4.000\n2023;Perú;1.500\n2023;Chile;2.500\n2023;Total;4.000\n";
    site.put("/own.csv", PreparedResponse::csv(text));
    reader.open_chart(&site, r#"src="/own.csv""#);
    let chart = "document.querySelector('migration-chart')";
    let of = |what: &str| -> Value { reader.eval(&format!("return {chart}.{what}")) };
    assert_eq!(of("rows.rows.length"), json!(9));
    assert_eq!(of("rows.rows[0]"), json!({"Año": "2021", "País": "Perú", "Personas": 1000}));
    assert_eq!(of("rows.rows[4]"), json!({"Año": "2022", "País": "Chile", "Personas": "s/d"}));
    assert_eq!(of("rows.lines"), json!([4, 5, 6, 7, 8, 9, 10, 11, 12]));
    let roles = of("rows.fields.map(({ name, role }) => [name, role])");
    assert_eq!(roles, json!([["Año", "period"], ["País", "country"], ["Personas", "figure"]]));
    let out =
        of("inferred.leftOut.map(({ row, column, total_of }) => [row, column ?? null, total_of.length])");
    assert_eq!(out, json!([[6, null, 2], [9, null, 2], [12, null, 2]]));
    let choices = of("inferred.choices.every(({ about, why, sure }) => about && why && sure)");
    assert_eq!(choices, json!(true));
    // Twice the sum where the author wants the totals in.
    assert_eq!(reader.csv_sum("migration-chart", ""), 11_000.0);
    reader.eval(&format!("{chart}.setAttribute('totals', 'keep')"));
    reader.wait_until("the totals", &format!("return {chart}.toCSV().includes('Total')"));
    assert_eq!(of("inferred.leftOut"), json!([]));
    reader.assert_silent();
}
