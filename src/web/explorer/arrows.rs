//! The arrow keys among many small buttons, of which one is the way in with the Tab key.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::web::platform::dom::set;

/// Leads on from the button that has the focus: to its neighbours, to those above and below as they stand, to both ends.
pub fn pressed(event: &KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    let from = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some((from, among)) = from.and_then(|from| Some((from.clone(), from.closest(".roving").ok()??)))
    else {
        return;
    };
    let Ok(found) = among.query_selector_all("button:not(:disabled)") else { return };
    let mut buttons = Vec::new();
    let mut own = 0;
    for index in 0..found.length() {
        if let Some(button) = found.get(index).and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            if AsRef::<Element>::as_ref(&button) == &from {
                own = buttons.len();
            }
            buttons.push(button);
        }
    }
    let is_rtl = among.matches(":dir(rtl)").unwrap_or_default();
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowLeft" if (event.key() == "ArrowRight") != is_rtl => Some(own + 1),
        "ArrowRight" | "ArrowLeft" => own.checked_sub(1),
        "ArrowDown" => beyond(&buttons, own, 1.0),
        "ArrowUp" => beyond(&buttons, own, -1.0),
        "Home" => Some(0),
        "End" => buttons.len().checked_sub(1),
        _ => return,
    };
    event.prevent_default();
    let Some(to) = to.and_then(|to| buttons.get(to)) else { return };
    enter(&among, to);
    let _ = to.focus();
}

/// Makes a button the way in with the Tab key, alone among its neighbours.
pub fn enter(among: &Element, button: &HtmlElement) {
    if let Ok(Some(before)) = among.query_selector("[tabindex=\"0\"]") {
        set(&before, "tabindex", "-1");
    }
    set(button, "tabindex", "0");
}

/// The button in the next row `down` (1) or up (-1) that stands nearest below or above one.
fn beyond(buttons: &[HtmlElement], own: usize, down: f64) -> Option<usize> {
    let from = buttons.get(own)?.get_bounding_client_rect();
    let mut best: Option<(f64, usize)> = None;
    for (index, button) in buttons.iter().enumerate() {
        let to = button.get_bounding_client_rect();
        let rows = (to.y() - from.y()) * down;
        if rows < from.height() / 2.0 {
            continue;
        }
        // The row counts for more than the column, but a group further on in the same row's reach is not skipped to.
        let far = rows * 1000.0 + (to.x() - from.x()).abs();
        if best.is_none_or(|(least, _)| far < least) {
            best = Some((far, index));
        }
    }
    best.map(|(_, index)| index)
}
