//! The author's table in the builder: its cells, names and types are changed, and everything can be taken back.

use serde_json::json;

use crate::builder::{PREVIEW, drop_file, fragment, has_all, open, settled, snippet};
use crate::harness::{Key, Reader, TestSite};

/// A place that is none, a figure with a letter too many, a code that is no figure.
const FAULTY: &str = "year,country,people,code\n2021,Peru,5,99\n2021,Chile,6,100\n2022,Peru,10,101\n2022,Narnia,20,102\n2023,Peru,x30,103\n2023,Chile,40,104\n2024,Peru,50,105\n2024,Chile,60,106\n";

fn opened() -> (TestSite, Reader) {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    drop_file(&reader, "own.csv", FAULTY);
    reader.wait_until("the report", "return document.querySelector('#report .grid table') && document.querySelectorAll('#oddities li button').length > 0");
    settled(&reader);
    (site, reader)
}

/// Presses the button beside a finding that holds a text.
fn follow(reader: &Reader, said: &str) {
    reader.eval_with(
        "[...document.querySelectorAll('#oddities li')].find((item) => item.textContent.includes(arguments[0])).querySelector('button').click()",
        &[json!(said)],
    );
}

/// What has the focus: the text of a cell.
fn focused(reader: &Reader) -> String {
    reader.eval_text("return document.activeElement.textContent")
}

#[test]
fn a_finding_leads_to_its_cell_which_is_mended_by_keyboard() {
    let (_site, reader) = opened();
    follow(&reader, "Narnia");
    assert_eq!(focused(&reader), "Narnia", "the first of them");
    assert_eq!(reader.eval("return document.querySelector('#report .grid').open"), json!(true));
    reader.press(Key::Enter);
    reader.type_text("Chile");
    reader.press(Key::Enter);
    reader.wait_until(
        "the edit",
        "return document.querySelector('#sheet migration-chart').toCSV().includes('2022,CHL,20')",
    );
    reader.wait_until("the table with it", "return document.querySelector('#report td.changed')");
    assert_eq!(focused(&reader), "Chile", "the keyboard stays in the table");
    // From there to the figure that is none: down one, right one.
    reader.press(Key::Down);
    reader.press(Key::Right);
    assert_eq!(focused(&reader), "x30");
    reader.type_text("30");
    reader.press(Key::Enter);
    reader.wait_until(
        "both edits",
        "return document.querySelector('#sheet migration-chart').toCSV().includes('2023,PER,30')",
    );
    // The summary begins as it did before: only the table tells that the code is that of both.
    reader.wait_until(
        "the code of both",
        "return document.querySelector('#snippet').textContent.includes('<td>PER</td><td>30</td>')",
    );
    let element = snippet(&reader, "element");
    has_all(&element, &["<td>2022</td><td>CHL</td><td>20</td>", "<td>2023</td><td>PER</td><td>30</td>"]);
    // Escape leaves a cell as it was.
    reader.eval("document.querySelector('#report .grid [data-at=\"[2,2]\"]').focus()");
    reader.type_text("9");
    reader.press(Key::Escape);
    assert_eq!(focused(&reader), "10");
    for _ in 0..2 {
        reader.click(None, "#undo");
    }
    assert!(!fragment(&reader).contains("edits"), "{}", fragment(&reader));
    reader.wait_until(
        "the file as it was",
        "return document.querySelector('#sheet migration-chart').toCSV().includes('Narnia')",
    );
    reader.click(None, "#redo");
    reader.wait_until(
        "the first edit again",
        "return document.querySelector('#sheet migration-chart').toCSV().includes('2022,CHL,20')",
    );
    reader.assert_silent();
}

#[test]
fn a_column_gets_another_name_and_another_type() {
    let (_site, reader) = opened();
    reader.eval("document.querySelector('#report .grid').open = true; document.querySelector('#report .grid [data-at=\"[-1,2]\"]').focus()");
    reader.press(Key::Enter);
    reader.type_text("refugees");
    reader.press(Key::Enter);
    reader.wait_until(
        "the name",
        "return document.querySelector('#sheet migration-chart').toCSV().startsWith('year,country,refugees')",
    );
    settled(&reader);
    has_all(&snippet(&reader, "element"), &["y=\"refugees\"", "<th scope=\"col\">refugees</th>"]);
    // The code is left out, and then read as figures.
    let tell = |column: &str, kind: &str| {
        reader.eval_with(
            "document.querySelector('#report .columns').open = true;
             const row = [...document.querySelectorAll('#report .columns tr')].find((one) => one.cells[0].textContent.startsWith(arguments[0]));
             const select = row.querySelector('select');
             select.value = arguments[1];
             select.dispatchEvent(new Event('change', { bubbles: true }));",
            &[json!(column), json!(kind)],
        );
    };
    tell("code", "figure");
    reader.wait_until(
        "the code as figures",
        "return document.querySelector('#sheet migration-chart').inferred?.fields.find(({ name }) => name === 'code')?.role === 'figure'",
    );
    reader.wait_until("the report of it", "return [...document.querySelectorAll('#report .columns tr')].some((one) => one.cells[0].textContent.startsWith('code') && one.cells[1].textContent === 'figure')");
    tell("code", "out");
    reader.wait_until(
        "the table without it",
        "return document.querySelector('#sheet migration-chart').inferred?.fields.every(({ name }) => name !== 'code')",
    );
    reader.assert_silent();
}

#[test]
fn cells_are_pasted_as_a_spreadsheet_and_as_a_page_give_them() {
    let (site, reader) = (TestSite::start(), Reader::new());
    open(&site, &reader, "");
    let paste = |target: &str, plain: &str, html: &str| {
        reader.eval_with(
            "const held = new DataTransfer();
             held.setData('text/plain', arguments[1]);
             if (arguments[2]) held.setData('text/html', arguments[2]);
             // Firefox gives an event that a script has made no data of its own.
             const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
             Object.defineProperty(event, 'clipboardData', { value: held });
             document.querySelector(arguments[0]).dispatchEvent(event);",
            &[json!(target), json!(plain), json!(html)],
        );
    };
    paste("body", "year\tpeople\n2022\t10\n2023\t11\n", "");
    reader.wait_for_sum(PREVIEW, 21.0);
    // A merged cell stands in each of its rows, a footnote's mark in none, an entity as its letter.
    let html = "<html><body><table><tr><th>a&ntilde;o</th><th>pa&#237;s</th><th>personas<sup>1</sup></th></tr>\
                <tr><td rowspan=2>2022</td><td>Per&uacute;</td><td>100</td></tr><tr><td>Chile</td><td>200</td></tr>\
                <tr><td>2023</td><td>Peru</td><td>300</td></tr></table><script>document.title = 'run'</script></body></html>";
    paste("#paste", "", html);
    reader.wait_for_sum(PREVIEW, 600.0);
    let csv = reader.eval_text("return document.querySelector('#sheet migration-chart').toCSV()");
    has_all(&csv, &["2022", "CHL,200", "2023,PER,300"]);
    assert_ne!(reader.eval_text("return document.title"), "run");
    // Into a text one pastes text.
    paste("[name=heading]", "a\tb\n1\t2\n", "");
    assert_eq!(reader.csv_sum(PREVIEW, ""), 600.0);
    reader.assert_silent();
}
