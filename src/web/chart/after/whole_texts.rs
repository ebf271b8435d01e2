//! "More": the texts around the drawing in full, where the drawing has left too little room for them.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::annotations;
use crate::figure::mark_words;
use crate::model::Joined;
use crate::view::Tab;
use crate::web::chart::controls;
use crate::web::chart::render::fill_source;
use crate::web::chart::widget::Widget;
use crate::web::platform::dom::{append, element, say, set, style, text_element};

/// The attribute of the button.
pub const WHOLE: &str = "data-whole";

/// Offers the texts in full below a drawing or a table that has cut them, and no longer where it has not.
///
/// The button lies over the end of what is cut, so that nothing moves for it.
pub fn offer(widget: &Widget) {
    let (Some(skeleton), Some(locale)) = (&widget.skeleton, &widget.host.locale) else { return };
    let plot = skeleton.plot.client_height();
    if plot > 0 {
        // What is printed has the height of its texts and this one.
        style(&skeleton.figure, "--plot", &[plot.to_string().as_str(), "px"].concat());
    }
    let is_open = sheet(&skeleton.figure).is_some();
    let texts = [&skeleton.subtitle, &skeleton.note, &skeleton.source];
    let cut = texts.into_iter().rfind(|text| is_cut(text));
    let known = button(&skeleton.figure);
    let Some(cut) = cut.filter(|_| widget.tab() != Tab::Words) else {
        close(widget);
        if let Some(known) = known {
            known.remove();
        }
        return;
    };
    let button = known.unwrap_or_else(|| {
        let button = append(&skeleton.figure, element("button", "whole"));
        set(&button, "type", "button");
        set(&button, WHOLE, "");
        button
    });
    // At the end of the last line that shows, above which more would stand.
    let last = if cut.client_height() > 0 { cut } else { &skeleton.source };
    let below = skeleton.figure.client_height() - last.offset_top() - last.offset_height();
    style(&button, "bottom", &[below.max(0).to_string().as_str(), "px"].concat());
    let word = if is_open { "ui.less" } else { "ui.more" };
    say(&button, &locale.text(word, &[]));
    set(&button, "aria-label", &locale.text(if is_open { "ui.less-told" } else { "ui.more-told" }, &[]));
    set(&button, "aria-expanded", if is_open { "true" } else { "false" });
    if is_open {
        fill(widget);
    }
}

/// Shows the texts in full, or takes them away.
pub fn toggle(widget: &Widget) {
    let Some(skeleton) = &widget.skeleton else { return };
    match sheet(&skeleton.figure) {
        Some(sheet) => sheet.remove(),
        None => {
            append(&skeleton.figure, element("div", "sheet"));
        }
    }
    offer(widget);
}

/// Takes the texts in full away; whether there were any.
pub fn close(widget: &Widget) -> bool {
    let Some(sheet) = widget.skeleton.as_ref().and_then(|skeleton| sheet(&skeleton.figure)) else {
        return false;
    };
    sheet.remove();
    true
}

fn fill(widget: &Widget) {
    let (Some(skeleton), Some(shown), Some(locale)) =
        (&widget.skeleton, widget.figure(), &widget.host.locale)
    else {
        return;
    };
    let Some(sheet) = sheet(&skeleton.figure) else { return };
    sheet.set_text_content(None);
    let marks = widget.frame().map(|frame| mark_words(frame, locale).joined(" ")).unwrap_or_default();
    for text in [&shown.texts.subtitle, &marks, &shown.texts.note, &shown.texts.legal] {
        if !text.is_empty() {
            append(&sheet, text_element("p", "", text));
        }
    }
    if let Some(frame) = widget.frame() {
        annotations::list(frame, shown, &sheet, locale);
    }
    fill_source(&append(&sheet, element("p", "")), shown);
    if controls::wants(widget, "about") {
        let about = append(&sheet, text_element("button", "", &locale.text("ui.option.about", &[])));
        set(&about, "type", "button");
        set(&about, controls::CHOICE, "about");
    }
    // What does not fit is scrolled, by keyboard too.
    set(&sheet, "tabindex", "0");
    set(&sheet, "role", "group");
    set(&sheet, "aria-label", &locale.text("ui.more-told", &[]));
}

/// Whether not all of a text shows.
fn is_cut(text: &HtmlElement) -> bool {
    let is_said = text.text_content().is_some_and(|content| !content.trim().is_empty());
    is_said
        && !text.has_attribute("hidden")
        && (text.client_height() == 0 || text.scroll_height() > text.client_height() + 1)
}

fn sheet(figure: &HtmlElement) -> Option<HtmlElement> {
    figure.query_selector(".sheet").ok()??.dyn_into().ok()
}

fn button(figure: &HtmlElement) -> Option<HtmlElement> {
    figure.query_selector("[data-whole]").ok()??.dyn_into().ok()
}
