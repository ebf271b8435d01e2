//! The figures as an HTML table.

use web_sys::HtmlElement;

use super::dom::{append, clear, element, set, text_element};
use crate::summary::TableModel;

/// Fills a box with the table; `missing` is the text of a cell without a figure.
pub fn fill(panel: &HtmlElement, model: &TableModel, missing: &str) {
    clear(panel);
    let table = append(panel, element("table", ""));
    append(&table, text_element("caption", "", &model.caption));
    let head = append(&append(&table, element("thead", "")), element("tr", ""));
    for text in &model.head {
        let cell = append(&head, text_element("th", "", text));
        set(&cell, "scope", "col");
    }
    let body = append(&table, element("tbody", ""));
    for row in &model.rows {
        let line = append(&body, element("tr", ""));
        let mut cells = row.iter();
        if let Some(name) = cells.next() {
            let cell = append(&line, text_element("th", "", name));
            set(&cell, "scope", "row");
        }
        for cell in cells {
            append(&line, text_element("td", if cell == missing { "missing" } else { "" }, cell));
        }
    }
}
