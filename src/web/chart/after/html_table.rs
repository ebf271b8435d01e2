//! The figures as an HTML table; where a reader looks at it, with a search and heads that order it.

use web_sys::HtmlElement;

use super::pick_list::folded;
use crate::locale::Locale;
use crate::summary::{TableModel, TableOrder};
use crate::web::platform::dom::{append, clear, element, set, show, text_element};

/// The attribute of a head's button that holds its column.
pub const SORT: &str = "data-sort";
/// The class of the search field.
pub const SEARCH: &str = "search";
/// From so many rows on a search is worth its room.
const LEAST_ROWS_TO_SEARCH: usize = 8;

/// What a reader can do with the table.
pub struct TableUse<'a> {
    /// What the rows are ordered by, if not by the axis.
    pub order: Option<TableOrder>,
    /// What has been searched for.
    pub query: &'a str,
}

/// Fills a box with the table; `missing` is the text of a cell without a figure.
pub fn fill(
    panel: &HtmlElement,
    model: &TableModel,
    missing: &str,
    reading: Option<&TableUse>,
    locale: &Locale,
) {
    clear(panel);
    if let Some(reading) = reading.filter(|_| model.rows.len() >= LEAST_ROWS_TO_SEARCH) {
        let field = append(panel, element("input", SEARCH));
        set(&field, "type", "search");
        set(&field, "placeholder", &locale.text("table.search", &[]));
        set(&field, "aria-label", &locale.text("table.search", &[]));
        set(&field, "value", reading.query);
        let found = append(panel, element("p", "found"));
        set(&found, "role", "status");
    }
    let table = append(panel, element("table", ""));
    append(&table, text_element("caption", "", &model.caption));
    let head = append(&append(&table, element("thead", "")), element("tr", ""));
    for (column, text) in model.head.iter().enumerate() {
        let cell = append(&head, element("th", ""));
        set(&cell, "scope", "col");
        let Some(reading) = reading else {
            cell.set_text_content(Some(text));
            continue;
        };
        let button = append(&cell, text_element("button", "", text));
        set(&button, "type", "button");
        set(&button, SORT, &column.to_string());
        if let Some(order) = reading.order.filter(|order| order.column == column) {
            set(&cell, "aria-sort", if order.ascending { "ascending" } else { "descending" });
        }
    }
    let body = append(&table, element("tbody", ""));
    add_rows(&body, model, missing);
    if let Some(reading) = reading {
        find(panel, reading.query, locale);
    }
}

/// Adds rows at the end of a table's body.
pub fn add_rows(body: &web_sys::Element, model: &TableModel, missing: &str) {
    for row in &model.rows {
        let line = append(body, element("tr", ""));
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

/// Leaves only the rows with a text in them, in any case and without accents, and says how many.
pub fn find(panel: &HtmlElement, query: &str, locale: &Locale) {
    let wanted = folded(query.trim());
    let wanted = wanted.as_bytes();
    let Ok(rows) = panel.query_selector_all("tbody tr") else { return };
    let mut found = 0;
    for index in 0..rows.length() {
        let Some(row) = rows.item(index) else { continue };
        let text = folded(&row.text_content().unwrap_or_default());
        // By bytes, as a searcher for texts would be 4 kB of wasm.
        let holds = wanted.is_empty() || text.as_bytes().windows(wanted.len()).any(|part| part == wanted);
        found += u32::from(holds);
        show(wasm_bindgen::JsCast::unchecked_ref(&row), holds);
    }
    let words = match wanted.is_empty() {
        true => String::new(),
        false => locale.text("table.found", &[("n", &locale.number(f64::from(found)))]),
    };
    if let Ok(Some(place)) = panel.query_selector(".found") {
        place.set_text_content(Some(&words));
    }
}
