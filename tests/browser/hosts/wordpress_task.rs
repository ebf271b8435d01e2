//! The whole way from an office's workbook into WordPress's own block editor and to the readers of the post, counted.

use std::path::Path;

use serde_json::json;

use super::wordpress::{editor, rendered, wordpress};
use crate::builder_task::{
    MOST_ACTIONS, SECRETS, choose_a_title_by_keys, choose_the_sheets_title, drop_workbook, opened,
    shows_the_figures, walk_to,
};
use crate::harness::{Key, PreparedResponse, Reader, TestSite};

/// Where the empty post is written.
const APPENDER: &str = ".block-editor-default-block-appender__content";

/// Waits until the builder's code is that of WordPress.
fn is_of_shortcodes(reader: &Reader) {
    let code = "return document.getElementById('snippet').textContent.includes('[migration_chart ')";
    reader.wait_until("the code", code);
}

/// Goes on, once the code is copied, to WordPress's editor.
fn open_an_empty_post(site: &TestSite, reader: &Reader, wordpress: &Path) {
    reader.wait_until("what was done", "return document.getElementById('spoken').textContent !== ''");
    reader.go(&site.page(&editor(wordpress, "")));
    reader.wait_until("the empty post", &format!("return document.querySelector('{APPENDER}')"));
}

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
    for secret in SECRETS {
        assert!(!printed.contains(secret), "{secret} leaves the office:\n{printed}");
    }
    let head = "<!doctype html><html lang=es><meta charset=utf-8><link rel=icon href='data:,'><title>Nota</title><body>";
    site.put("/nota.html", PreparedResponse::html(format!("{head}{printed}")));
    reader.go(&site.url("/nota.html"));
    reader.wait_for_load("migration-chart");
    shows_the_figures(reader);
}

#[test]
fn an_offices_workbook_is_in_a_post_after_a_few_clicks() {
    let Some(wordpress) = wordpress() else { return };
    let (site, reader) = opened();
    let mut actions = 0;
    let mut act = |what: &dyn Fn()| {
        what();
        actions += 1;
    };
    act(&|| drop_workbook(&reader));
    act(&|| choose_the_sheets_title(&reader));
    act(&|| reader.click(None, "label:has([name=form][value=wordpress])"));
    is_of_shortcodes(&reader);
    reader.wait_until("the check", "return document.querySelector('#carry-check .good')");
    act(&|| reader.click(None, "#copy"));
    open_an_empty_post(&site, &reader, &wordpress);
    act(&|| reader.click(None, APPENDER));
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
    let (site, reader) = opened();
    drop_workbook(&reader);
    choose_a_title_by_keys(&reader);
    walk_to(&reader, "form", Key::Tab);
    for _ in 0..8 {
        if reader.eval("return document.activeElement.value") == json!("wordpress") {
            break;
        }
        reader.press(Key::Down);
    }
    is_of_shortcodes(&reader);
    walk_to(&reader, "copy", Key::BackTab);
    reader.wait_until("the check", "return document.querySelector('#carry-check .good')");
    reader.press(Key::Enter);
    open_an_empty_post(&site, &reader, &wordpress);
    // What the whole editor does at Enter in the title, which this one lacks.
    reader.eval("wp.data.dispatch('core/block-editor').insertDefaultBlock()");
    reader
        .wait_until("a line to write in", "return document.activeElement.matches('[contenteditable=true]')");
    reader.paste();
    let post = saved(&reader);
    read_by_readers(&site, &reader, &wordpress, &post);
}
