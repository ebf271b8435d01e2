//! The whole way: from an office's messy workbook to a chart on a page of another origin, by mouse and by keyboard, counted.

use serde_json::json;

use crate::archive::archive;
use crate::builder::{PREVIEW, has_all, settled};
use crate::harness::{Key, PreparedResponse, Reader, TestSite, Window};

/// So many actions are allowed from the file to the paste.
pub const MOST_ACTIONS: usize = 8;
/// So many stops of the keyboard from the top of the page to the code.
const MOST_STOPS: usize = 30;

/// A sheet of rows of cells; `merged` names the ranges of merged cells.
fn sheet(rows: &[&[&str]], merged: &[&str]) -> String {
    let cell = |(column, text): (usize, &&str)| {
        let name = char::from(b'A' + column as u8);
        // A point stands for thousands, so such a figure is text.
        match text.parse::<u32>() {
            Ok(_) => format!("<c r=\"{name}ROW\"><v>{text}</v></c>"),
            Err(_) if text.is_empty() => String::new(),
            Err(_) => format!("<c r=\"{name}ROW\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        }
    };
    let lines: String = rows
        .iter()
        .enumerate()
        .map(|(row, cells)| {
            let inner: String = cells.iter().enumerate().map(cell).collect();
            format!("<row r=\"{0}\">{1}</row>", row + 1, inner.replace("ROW", &(row + 1).to_string()))
        })
        .collect();
    let merged: String = merged.iter().map(|range| format!("<mergeCell ref=\"{range}\"/>")).collect();
    let merged = if merged.is_empty() { merged } else { format!("<mergeCells>{merged}</mergeCells>") };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <sheetData>{lines}</sheetData>{merged}</worksheet>"
    )
}

/// A workbook as an office keeps it: a cover, merged heads, numbers as Spanish text, subtotals, notes below, and a hidden sheet
/// with persons.
fn workbook() -> Vec<u8> {
    let cover: &[&[&str]] =
        &[&["Dirección de Migración"], &["Informe interno"], &["Elaborado por: R. Salas"]];
    let data: &[&[&str]] = &[
        &["Ingresos por nacionalidad"],
        &[],
        &["Nacionalidad", "Año 2023", "", "Año 2024", ""],
        &["", "Mujeres", "Hombres", "Mujeres", "Hombres"],
        &["Venezuela", "12.340", "23.450", "34.560", "1.100"],
        &["Haití", "1.000", "1.100", "1.200", "900"],
        &["Subtotal", "13.340", "24.550", "35.760", "2.000"],
        &[],
        &["Nota: cifras preliminares del departamento."],
    ];
    let persons: &[&[&str]] =
        &[&["Nombre", "Pasaporte"], &["Ana Quispe", "X1234567"], &["Luis Rojas", "X7654321"]];
    let spread = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let packages = "http://schemas.openxmlformats.org/package/2006";
    let relation = |id: usize, kind: &str, target: &str| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{documents}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |inner: String| {
        format!(
            "<?xml version=\"1.0\"?><Relationships xmlns=\"{packages}/relationships\">{inner}</Relationships>"
        )
    };
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let sheets = (1..=3).map(|n| {
        format!("<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{types}.worksheet+xml\"/>")
    });
    let content = format!(
        "<?xml version=\"1.0\"?><Types xmlns=\"{packages}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{types}.sheet.main+xml\"/>{}</Types>",
        sheets.collect::<String>()
    );
    let book = format!(
        "<?xml version=\"1.0\"?><workbook xmlns=\"{spread}\" xmlns:r=\"{documents}\"><sheets><sheet name=\"Portada\" sheetId=\"1\" r:id=\"rId1\"/>\
         <sheet name=\"Datos\" sheetId=\"2\" r:id=\"rId2\"/><sheet name=\"Personas\" sheetId=\"3\" state=\"hidden\" r:id=\"rId3\"/></sheets></workbook>"
    );
    let of_book: String =
        (1..=3).map(|n| relation(n, "worksheet", &format!("worksheets/sheet{n}.xml"))).collect();
    let files = [
        ("[Content_Types].xml", content),
        ("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations(of_book)),
        ("xl/worksheets/sheet1.xml", sheet(cover, &[])),
        ("xl/worksheets/sheet2.xml", sheet(data, &["A1:E1", "A3:A4", "B3:C3", "D3:E3"])),
        ("xl/worksheets/sheet3.xml", sheet(persons, &[])),
    ];
    archive(&files, true).expect("an archive")
}

/// What of the workbook must not leave the office.
pub const SECRETS: [&str; 7] =
    ["Quispe", "Salas", "X1234567", "Informe interno", "Nota:", "Subtotal", "xlsx"];

/// The builder in Spanish on a small laptop.
pub fn opened() -> (TestSite, Reader) {
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1366, height: 650, ..Window::default() }));
    reader.go(&site.url("/builder.html?lang=es"));
    settled(&reader);
    (site, reader)
}

/// Presses a key until the keyboard stands on the control of this id or name.
pub fn walk_to(reader: &Reader, wanted: &str, key: Key) {
    for _ in 0..60 {
        let at = reader.eval_text("const e = document.activeElement; return e.id || e.name || ''");
        if at == wanted {
            return;
        }
        reader.press(key);
    }
    panic!("no key leads to {wanted}");
}

/// Takes the first title offered.
pub fn choose_a_title_by_keys(reader: &Reader) {
    reader.wait_until("the titles", "return document.querySelectorAll('#headings option').length > 1");
    walk_to(reader, "headings", Key::Tab);
    reader.press(Key::Down);
    reader.wait_until("the title", "return location.hash.includes('heading=')");
}

/// Whether the chart of a page is that of the workbook.
pub fn shows_the_figures(reader: &Reader) {
    assert_eq!(reader.csv_sum("migration-chart", ""), 75_650.0);
    // Women in 2023: 12,340 and 1,000.
    assert_eq!(reader.csv_cell("migration-chart", &["2023", "Mujeres"]), "13340");
    assert!(reader.shadow_text("migration-chart", ".title").starts_with("Ingresos por nacionalidad"));
}

/// Drops the workbook on the page: the first action.
pub fn drop_workbook(reader: &Reader) {
    reader.eval_with(
        "const held = new DataTransfer();
         held.items.add(new File([new Uint8Array(arguments[0])], 'Ingresos 2024.xlsx'));
         document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }));",
        &[json!(workbook())],
    );
    // 12,340 + 23,450 + 34,560 + 1,100 of Venezuela and 1,000 + 1,100 + 1,200 + 900 of Haiti.
    reader.wait_for_sum(PREVIEW, 75_650.0);
    settled(reader);
}

/// Takes the title of the sheet, as it is offered, for the heading.
pub fn choose_the_sheets_title(reader: &Reader) {
    let options = "return [...document.querySelectorAll('#headings option')].map((one) => one.textContent)";
    reader.wait_until("the title of the sheet", &format!("{options}.includes('Ingresos por nacionalidad')"));
    reader.eval(
        "const list = document.getElementById('headings');
         list.value = [...list.options].find((one) => one.textContent === 'Ingresos por nacionalidad').value;
         list.dispatchEvent(new Event('change', { bubbles: true }))",
    );
}

/// The code as it is in the builder, pasted into a page of another origin: what stands there.
fn paste(site: &TestSite, reader: &Reader) {
    let code = reader.eval_text("return document.getElementById('snippet').textContent");
    has_all(&code, &["<caption>", "<svg role=\"img\"", "heading=\"Ingresos por nacionalidad\""]);
    for secret in SECRETS {
        assert!(!code.contains(secret), "{secret} leaves the office:\n{code}");
    }
    let page = format!(
        "<!doctype html><html lang=es><meta charset=utf-8><link rel=icon href='data:,'><title>Nota de prensa</title><body>{code}</html>"
    );
    site.put("/nota.html", PreparedResponse::html(page));
    reader.go(&site.other_url("/nota.html"));
    reader.wait_for_load("migration-chart");
    shows_the_figures(reader);
    let asked = site.requests();
    assert!(asked.iter().all(|one| !one.path.contains("Ingresos")), "no file is asked for");
}

#[test]
fn an_offices_workbook_is_on_another_page_after_a_few_clicks() {
    let (site, reader) = opened();
    let mut actions = 0;
    let mut act = |what: &dyn Fn()| {
        what();
        actions += 1;
    };
    act(&|| drop_workbook(&reader));
    act(&|| choose_the_sheets_title(&reader));
    act(&|| reader.click(None, ".kind:has([value=bar])"));
    act(&|| {
        reader.eval("document.querySelector('[name=credit]').focus()");
        reader.type_text("Migraciones");
    });
    reader.wait_until("the check", "return document.querySelector('#carry-check .good')");
    // One press, wherever the page stands, and the preview has been seen all the while.
    let seen = reader.eval("const { top, bottom } = document.querySelector('#stage').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight");
    assert_eq!(seen, json!(true));
    act(&|| reader.click(None, "#copy"));
    act(&|| paste(&site, &reader));
    assert!(actions <= MOST_ACTIONS, "{actions}");
    reader.assert_silent();
}

#[test]
fn the_same_by_keyboard_alone() {
    let (site, reader) = opened();
    drop_workbook(&reader);
    choose_a_title_by_keys(&reader);
    walk_to(&reader, "copy", Key::Tab);
    reader.wait_until("the check", "return document.querySelector('#carry-check .good')");
    reader.press(Key::Enter);
    reader.wait_until("what was done", "return document.getElementById('spoken').textContent !== ''");
    paste(&site, &reader);
    reader.assert_silent();
}

#[test]
fn the_code_is_few_stops_away_on_a_phone() {
    let site = TestSite::start();
    let Some(reader) = Reader::try_at(Window { width: 360, height: 740, ..Window::default() }) else {
        return;
    };
    reader.go(&site.url("/builder.html?lang=es"));
    settled(&reader);
    drop_workbook(&reader);
    reader.eval("document.activeElement.blur(); scrollTo(0, 0)");
    let mut stops = Vec::new();
    for _ in 0..=MOST_STOPS {
        reader.press(Key::Tab);
        let at = reader.eval_text(
            "const e = document.activeElement; return e.id || e.name || e.textContent.trim().slice(0, 20)",
        );
        stops.push(at);
        if stops.last().is_some_and(|at| at == "copy") {
            break;
        }
    }
    assert!(
        stops.last().is_some_and(|at| at == "copy") && stops.len() <= MOST_STOPS,
        "{} {stops:?}",
        stops.len()
    );
    // The first stop is a way past all of them.
    reader.eval("document.activeElement.blur(); document.querySelector('.skip').focus()");
    reader.press(Key::Enter);
    assert_eq!(
        reader.eval("return location.hash"),
        json!("#source=file&file=Ingresos+2024.xlsx"),
        "the work is kept"
    );
}

#[test]
fn nothing_scrolls_within_the_page() {
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1366, height: 650, ..Window::default() }));
    reader.go(&site.url("/builder.html"));
    settled(&reader);
    drop_workbook(&reader);
    reader.eval("for (const details of document.querySelectorAll('details')) details.open = true");
    let boxes = reader.eval(
        "return [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && one.scrollHeight > one.clientHeight + 1
           && /auto|scroll/.test(getComputedStyle(one).overflowY)).map((one) => one.className || one.id || one.localName)",
    );
    assert_eq!(boxes, json!([]), "no box scrolls up and down in the page");
    for y in [0, 400, 1200] {
        reader.eval(&format!("scrollTo(0, {y})"));
        let seen = reader.eval(
            "const inside = (selector) => { const { top, bottom } = document.querySelector(selector).getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; };
             return [inside('#stage'), inside('#copy')]",
        );
        assert_eq!(seen, json!([true, true]), "at {y} the whole preview and the way to the code are seen");
    }
}
