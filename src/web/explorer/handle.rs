//! The panes by their numbers: the one way from the exported handle into the explorer's part of the module.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, ShadowRoot};

use super::pane::{self, Pane};
use super::{reading, records};
use crate::web::host::panic;

thread_local! {
    static PANES: RefCell<Vec<Option<Rc<RefCell<Pane>>>>> = const { RefCell::new(Vec::new()) };
}

/// Runs `act` on a pane, unless the module has panicked or the pane is gone or in use; else the answer is `otherwise`.
fn with<Answer>(number: usize, otherwise: Answer, act: impl FnOnce(&mut Pane) -> Answer) -> Answer {
    if panic::happened() {
        return otherwise;
    }
    let pane = PANES.with(|panes| panes.try_borrow().ok()?.get(number)?.clone());
    let Some(pane) = pane else { return otherwise };
    let Ok(mut pane) = pane.try_borrow_mut() else { return otherwise };
    act(&mut pane)
}

/// A new pane; its number.
#[inline(never)]
pub fn open(host: HtmlElement, root: ShadowRoot, helper: js_sys::Function) -> usize {
    let pane = pane::new(host, root, helper);
    PANES.with(|panes| {
        let Ok(mut panes) = panes.try_borrow_mut() else { return usize::MAX };
        panes.push(Some(pane));
        panes.len() - 1
    })
}

/// Forgets a pane.
#[inline(never)]
pub fn close(number: usize) {
    let pane = PANES.with(|panes| panes.try_borrow_mut().ok()?.get_mut(number)?.take());
    drop(pane);
}

/// Takes the language.
#[inline(never)]
pub fn speak(number: usize, tag: String, messages: &str) {
    with(number, (), |pane| pane::speak(pane, tag, messages))
}

/// Takes the attributes.
#[inline(never)]
pub fn configure(number: usize, attributes: &JsValue) {
    with(number, (), |pane| pane::configure(pane, attributes))
}

/// Takes the declaration and its translations.
#[inline(never)]
pub fn give(
    number: usize,
    address: &str,
    status: u16,
    body: Option<Uint8Array>,
    texts: Option<Uint8Array>,
) -> JsValue {
    with(number, JsValue::UNDEFINED, |pane| reading::give(pane, address, status, body, texts))
}

/// The path of the translations.
#[inline(never)]
pub fn translations(number: usize, body: &Uint8Array) -> String {
    with(number, String::new(), |pane| reading::translations(pane, body))
}

/// Shows what has been read.
#[inline(never)]
pub fn show_first(number: usize) {
    with(number, (), pane::show_first)
}

/// The state.
#[inline(never)]
pub fn state_of(number: usize) -> JsValue {
    with(number, JsValue::UNDEFINED, |pane| pane::state_of(pane))
}

/// Takes a state.
#[inline(never)]
pub fn set_state(number: usize, state: &JsValue) {
    with(number, (), |pane| pane::set_state(pane, state))
}

/// The commitments shown as CSV.
#[inline(never)]
pub fn csv_of(number: usize) -> String {
    with(number, String::new(), |pane| records::csv_of(pane))
}

/// What is shown in one sentence.
#[inline(never)]
pub fn summary_of(number: usize) -> String {
    with(number, String::new(), |pane| records::summary_of(pane))
}

/// Takes what an address holds.
#[inline(never)]
pub fn restore(number: usize, fragment: &str, key: &str) -> bool {
    with(number, false, |pane| records::restore(pane, fragment, key))
}

/// The fragment of an address.
#[inline(never)]
pub fn fragment_of(number: usize, fragment: &str, key: &str, open: &str) -> String {
    with(number, String::new(), |pane| records::fragment_of(pane, fragment, key, open))
}

/// The citation of a commitment.
#[inline(never)]
pub fn citation_of(number: usize, id: &str, address: &str) -> String {
    with(number, String::new(), |pane| records::citation_of(pane, id, address))
}

/// What charts mark for a record.
#[inline(never)]
pub fn mark_of(number: usize, id: &str) -> String {
    with(number, String::new(), |pane| records::mark_of(pane, id))
}

/// Says something beside a record's buttons.
#[inline(never)]
pub fn said(number: usize, id: &str, copied: bool, text: &str) {
    with(number, (), |pane| records::said(pane, id, copied, text))
}

/// Tells that the declaration could not be had.
#[inline(never)]
pub fn fail(number: usize, address: &str, status: u16) -> JsValue {
    with(number, JsValue::UNDEFINED, |pane| reading::fail(pane, address, status))
}
