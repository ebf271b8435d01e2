//! The whole way from an office's workbook into WordPress's own block editor and to the readers of the post, counted.

use std::path::Path;

use serde_json::json;

use super::wordpress::{editor, rendered, wordpress};
use crate::builder::settled;
use crate::builder_task::{MOST_ACTIONS, choose_the_sheets_title, drop_workbook};
use crate::harness::{Key, PreparedResponse, Reader, TestSite, Window};

/// What the editor saves once the code is in it: one block of shortcodes.
fn saved(reader: &Reader) -> String {
    let saved = reader.wait_until("the pasted code", "return saved().includes('migration_chart') && saved()");
    let saved = saved.as_str().expect("text").to_owned();
    assert!(saved.starts_with("<!-- wp:shortcode -->\n[migration_chart"), "{saved}");
    assert_eq!(saved.matches("<!-- wp:").count(), 1, "nothing was taken apart:\n{saved}");
    saved
}

/// The post as its readers get it, written by an author, whose scripts, drawings and styles WordPress takes away.
fn read_by_readers(site: &TestSite, reader: &Reader, wordpress: &Path, saved: &str) {
    let printed = rendered(wordpress, saved, "author");
    for secret in ["Quispe", "Salas", "X1234567", "Informe interno", "Nota:", "Subtotal", "xlsx"] {
        assert!(!printed.contains(secret), "{secret} leaves the office:\n{printed}");
    }
    let head = "<!doctype html><html lang=es><meta charset=utf-8><link rel=icon href='data:,'><title>Nota</title><body>";
    site.put("/nota.html", PreparedResponse::html(format!("{head}{printed}")));
    reader.go(&site.url("/nota.html"));
    reader.wait_for_load("migration-chart");
    // 12,340 + 23,450 + 34,560 + 1,100 of Venezuela and 1,000 + 1,100 + 1,200 + 900 of Haiti.
    assert_eq!(reader.csv_sum("migration-chart", ""), 75_650.0);
    // Women in 2023: 12,340 and 1,000.
    assert_eq!(reader.csv_cell("migration-chart", &["2023", "Mujeres"]), "13340");
    assert!(reader.shadow_text("migration-chart", ".title").starts_with("Ingresos por nacionalidad"));
}

#[test]
fn an_offices_workbook_is_in_a_post_after_a_few_clicks() {
    let Some(wordpress) = wordpress() else { return };
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1366, height: 650, ..Window::default() }));
    let editor = site.page(&editor(&wordpress, ""));
    reader.go(&site.url("/builder.html?lang=es"));
    settled(&reader);
    let mut actions = 0;
    let mut act = |what: &dyn Fn()| {
        what();
        actions += 1;
    };
    act(&|| drop_workbook(&reader));
    act(&|| choose_the_sheets_title(&reader));
    act(&|| reader.click(None, "label:has([name=form][value=wordpress])"));
    reader.wait_until(
        "the code",
        "return document.getElementById('snippet').textContent.includes('[migration_chart ')",
    );
    reader.wait_until("the check", "return document.querySelector('#carry-check .good')");
    act(&|| reader.click(None, "#copy"));
    reader.wait_until("what was done", "return document.getElementById('spoken').textContent !== ''");
    reader.go(&editor);
    reader.wait_until(
        "the empty post",
        "return document.querySelector('.block-editor-default-block-appender__content')",
    );
    act(&|| reader.click(None, ".block-editor-default-block-appender__content"));
    act(&|| reader.paste());
    let post = saved(&reader);
    // Publishing is the last one.
    act(&|| read_by_readers(&site, &reader, &wordpress, &post));
    assert!(actions <= MOST_ACTIONS, "{actions}");
    assert_eq!(reader.events("error", "migration-chart"), Vec::<serde_json::Value>::new());
}

#[test]
fn the_same_into_a_post_by_keyboard_alone() {
    let Some(wordpress) = wordpress() else { return };
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1366, height: 650, ..Window::default() }));
    let editor = site.page(&editor(&wordpress, ""));
    reader.go(&site.url("/builder.html?lang=es"));
    settled(&reader);
    drop_workbook(&reader);
    reader.wait_until("the titles", "return document.querySelectorAll('#headings option').length > 1");
    let walk_to = |wanted: &str, key: Key| {
        for _ in 0..60 {
            let at = reader.eval_text("const e = document.activeElement; return e.id || e.name || ''");
            if at == wanted {
                return;
            }
            reader.press(key);
        }
        panic!("no key leads to {wanted}");
    };
    walk_to("headings", Key::Tab);
    reader.press(Key::Down);
    reader.wait_until("the title", "return location.hash.includes('heading=')");
    walk_to("form", Key::Tab);
    for _ in 0..8 {
        if reader.eval("return document.activeElement.value") == json!("wordpress") {
            break;
        }
        reader.press(Key::Down);
    }
    reader.wait_until(
        "the code",
        "return document.getElementById('snippet').textContent.includes('[migration_chart ')",
    );
    walk_to("copy", Key::BackTab);
    reader.wait_until("the check", "return document.querySelector('#carry-check .good')");
    reader.press(Key::Enter);
    reader.wait_until("what was done", "return document.getElementById('spoken').textContent !== ''");
    reader.go(&editor);
    reader.wait_until(
        "the empty post",
        "return document.querySelector('.block-editor-default-block-appender__content')",
    );
    // What the whole editor does at Enter in the title, which this one lacks.
    reader.eval("wp.data.dispatch('core/block-editor').insertDefaultBlock()");
    reader
        .wait_until("a line to write in", "return document.activeElement.matches('[contenteditable=true]')");
    reader.paste();
    let post = saved(&reader);
    read_by_readers(&site, &reader, &wordpress, &post);
}
