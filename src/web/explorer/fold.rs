//! On a phone nothing scrolls in what scrolls: the box shows its beginning, and grows to its whole at the first touch.

use web_sys::HtmlElement;

use super::pane::Pane;
use crate::web::platform::dom::{set, style, text_element};

/// What gives an element another height than that of its content.
const HEIGHTS: [(&str, &str); 3] = [("height", "auto"), ("aspect-ratio", "auto"), ("max-height", "none")];

/// An element that has grown to its content; it has its own height back when this is dropped.
pub struct Grown {
    element: HtmlElement,
    before: Vec<String>,
}

impl Grown {
    fn new(element: &HtmlElement) -> Grown {
        let mut before = Vec::new();
        for (property, value) in HEIGHTS {
            before.push(element.style().get_property_value(property).unwrap_or_default());
            style(element, property, value);
        }
        Grown { element: element.clone(), before }
    }
}

impl Drop for Grown {
    fn drop(&mut self) {
        for ((property, _), before) in HEIGHTS.iter().zip(&self.before) {
            style(&self.element, property, before);
        }
    }
}

/// The button that lets the box grow and makes it as small as it was.
pub fn button(pane: &Pane) -> HtmlElement {
    let words = pane.names.as_ref().map(|names| names.text("unfold", &[])).unwrap_or_default();
    let button = text_element("button", "fold", &words);
    set(&button, "type", "button");
    set(&button, "data-act", "fold");
    set(&button, "aria-expanded", "false");
    button
}

/// Whether the window is as narrow as a phone; the style sheet asks the same.
fn is_phone() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(max-width: 30em)").ok()?);
    query.is_some_and(|query| query.matches())
}

/// Lets the box grow to its content on a phone: what is read scrolls with the page.
pub fn grow(pane: &mut Pane) {
    let Some(own) = &pane.pane else { return };
    if pane.grown.is_some() || !is_phone() {
        return;
    }
    let down = own.scroll_top();
    pane.grown = Some(Grown::new(&pane.host.element));
    mark(pane);
    // A page whose style insists on a height keeps it, and the box scrolls.
    let Some(own) = &pane.pane else { return };
    let is_kept = pane.host.element.client_height() + 1 < own.offset_height();
    let _ = own.class_list().toggle_with_force("kept", is_kept);
    if down > 0 && !is_kept {
        // What was in sight stays where it was.
        if let Some(window) = web_sys::window() {
            window.scroll_by_with_x_and_y(0.0, f64::from(down));
        }
    }
}

/// Lets the box grow, or makes it as small as it was.
pub fn turn(pane: &mut Pane) {
    if pane.grown.take().is_none() {
        return grow(pane);
    }
    mark(pane);
    pane.host.element.scroll_into_view();
}

/// Something in the box was scrolled to by other means than a finger: with the Tab key, or by a search in the page.
pub fn scrolled(pane: &mut Pane) {
    if pane.pane.as_ref().is_some_and(|own| own.scroll_top() != pane.placed) {
        grow(pane);
    }
}

/// Says by class and words whether the box has grown.
fn mark(pane: &Pane) {
    let (Some(own), Some(names)) = (&pane.pane, &pane.names) else { return };
    let is_grown = pane.grown.is_some();
    let _ = own.class_list().toggle_with_force("grown", is_grown);
    let Ok(Some(button)) = own.query_selector(".fold") else { return };
    button.set_text_content(Some(&names.text(if is_grown { "fold" } else { "unfold" }, &[])));
    set(&button, "aria-expanded", if is_grown { "true" } else { "false" });
}
