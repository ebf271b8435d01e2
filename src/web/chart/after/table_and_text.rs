//! What stands behind the drawing: the table, and the text alternative with all that can be known about the figure.

use web_sys::HtmlElement;

use super::html_table::TableUse;
use super::{about, annotations, diagnostics, html_table, told};
use crate::figure::{FigureModel, mark_words};
use crate::locale::Locale;
use crate::model::{Joined, Listed, attribute};
use crate::summary::{self, TableOrder};
use crate::view::Tab;
use crate::web::chart::render::fill_source;
use crate::web::chart::skeleton::Skeleton;
use crate::web::chart::widget::Widget;
use crate::web::host::element::with;
use crate::web::host::listener::Timeout;
use crate::web::platform::dom::{append, clear, element, set, text_element};

/// So many rows are made at once; of a table with more than can be made, ten times as many, as it is ordered anew for each.
const ROWS_AT_ONCE: usize = 200;
/// So many rows are made at most: a page with more of them answers no hand any longer.
const MOST_ROWS: usize = 10_000;
/// Tables of more cells than this are made only when they are asked for.
const MOST_CELLS_BEHIND: usize = 20_000;

/// The text alternative, with the source at its end; empty while nothing is shown.
pub fn summary(widget: &Widget) -> String {
    summary_of(widget, true)
}

/// The text alternative, with the source at its end where `with_source`; empty while nothing is shown.
pub fn summary_of(widget: &Widget, with_source: bool) -> String {
    let (Some(shown), Some(locale)) = (widget.figure(), &widget.host.locale) else { return String::new() };
    let source = if with_source { shown.texts.source.as_str() } else { "" };
    let own = widget.attribute(attribute::ALT);
    own.unwrap_or_else(|| shown.summary(&widget.chosen.state, source, locale))
}

/// Fills in the table and the text alternative, which stand behind the drawing.
pub fn fill(widget: &Widget) {
    let (Some(skeleton), Some(shown), Some(locale)) =
        (&widget.skeleton, widget.figure(), &widget.host.locale)
    else {
        return;
    };
    let marks = widget.frame().map(|frame| {
        // The author's words stand in the text itself.
        let is_else = |words: &String| !frame.words_left.contains(words);
        mark_words(frame, locale).into_iter().filter(is_else).listed().joined(" ")
    });
    let words = summary_of(widget, false);
    told::summarize(widget, &words);
    fill_words(skeleton, shown, &words, &marks.unwrap_or_default());
    if widget.tab() == Tab::Words {
        for sentence in summary::how_to_read(shown.kind, &shown.grid, locale) {
            append(&skeleton.words, text_element("p", "how", &sentence));
        }
        if let Some(frame) = widget.frame() {
            annotations::list(frame, shown, &skeleton.words, locale);
        }
        diagnostics::fill(shown, &skeleton.words, locale);
        about::fill(widget, &skeleton.words, locale);
    }
    fill_table(widget, skeleton, shown, locale, widget.tab());
}

fn fill_words(skeleton: &Skeleton, shown: &FigureModel, words: &str, marks: &str) {
    clear(&skeleton.words);
    for text in [words, marks, &shown.texts.note, &shown.texts.legal] {
        if !text.is_empty() {
            append(&skeleton.words, text_element("p", "", text));
        }
    }
    fill_source(&append(&skeleton.words, element("p", "")), shown);
}

/// The table stands behind the drawing for screen readers, and in its place for everyone who asks.
fn fill_table(widget: &Widget, skeleton: &Skeleton, shown: &FigureModel, locale: &Locale, tab: Tab) {
    let scrolls = if tab == Tab::Table { "0" } else { "-1" };
    set(&skeleton.rows, "tabindex", scrolls);
    set(&skeleton.words, "tabindex", "0");
    if tab != Tab::Table && shown.grid.values.len() > MOST_CELLS_BEHIND {
        clear(&skeleton.rows);
        return;
    }
    let is_read = tab == Tab::Table;
    let order = widget.chosen.table_order.filter(|_| is_read);
    let model = summary::table_part(
        shown.tabular_grid(),
        &widget.chosen.state,
        &shown.texts.title,
        order,
        locale,
        (0, rows_at_once(shown)),
    );
    let reading = TableUse { order, query: &widget.chosen.table_query };
    let missing = locale.missing_text(crate::model::Reason::NoRow);
    // Behind a drawing there is nothing to press: the keyboard would lose itself there.
    html_table::fill(&skeleton.rows, &model, &missing, is_read.then_some(&reading), locale);
    wait_for_rows(widget, model.rows.len());
}

fn rows_at_once(shown: &FigureModel) -> usize {
    if shown.tabular_grid().axis.len() > MOST_ROWS { ROWS_AT_ONCE * 10 } else { ROWS_AT_ONCE }
}

/// Adds the rows from `from` on a moment later, if there are more: thousands at once would hold the page.
fn wait_for_rows(widget: &Widget, from: usize) {
    let own = widget.own.clone();
    let is_more = (ROWS_AT_ONCE..MOST_ROWS).contains(&from);
    let later = || Timeout::new(&widget.host.page, 0, move || with(&own, |widget| add_rows(widget, from)));
    widget.going_on.more_rows.set(if is_more { later() } else { None });
}

fn add_rows(widget: &mut Widget, from: usize) {
    let (Some(skeleton), Some(shown), Some(locale)) =
        (&widget.skeleton, widget.figure(), &widget.host.locale)
    else {
        return;
    };
    let Ok(Some(body)) = skeleton.rows.query_selector("tbody") else { return };
    let order = widget.chosen.table_order.filter(|_| widget.tab() == Tab::Table);
    let part = (from, rows_at_once(shown));
    let model = summary::table_part(shown.tabular_grid(), &widget.chosen.state, "", order, locale, part);
    html_table::add_rows(&body, &model, &locale.missing_text(crate::model::Reason::NoRow));
    if !widget.chosen.table_query.trim().is_empty() {
        html_table::find(&skeleton.rows, &widget.chosen.table_query, locale);
    }
    let (shown_rows, all) = (from + model.rows.len(), shown.tabular_grid().axis.len());
    if shown_rows < all.min(MOST_ROWS) {
        wait_for_rows(widget, shown_rows);
    } else if shown_rows < all {
        let [n, all] = [shown_rows, all].map(|rows| locale.number(rows as f64));
        let words = locale.text("table.cut", &[("n", &n), ("all", &all)]);
        append(&skeleton.rows, text_element("p", "cut", &words));
    }
}

/// Orders the table by a column, the largest or first above; by the same once more, the other way.
pub fn sort_table(widget: &mut Widget, column: usize) {
    let ascending = match widget.chosen.table_order {
        Some(order) if order.column == column => !order.ascending,
        _ => column == 0,
    };
    widget.chosen.table_order = Some(TableOrder { column, ascending });
    fill(widget);
    let Some(skeleton) = &widget.skeleton else { return };
    let again = ["[", html_table::SORT, "=\"", &column.to_string(), "\"]"].concat();
    if let Ok(Some(button)) = skeleton.rows.query_selector(&again) {
        let _ = wasm_bindgen::JsCast::unchecked_into::<HtmlElement>(button).focus();
    }
}
