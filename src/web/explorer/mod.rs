//! `<pillar-explorer>`: the handle that JavaScript holds, and the page it fills. Its code is a part of the module.

mod dom_of;
mod handle;
mod handlers;
mod pane;
mod reading;
mod records;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlElement, ShadowRoot};

use super::host::{events, panic};

/// One explorer element's engine. Every method can be called at any time once the part `explorer` has arrived, and none
/// throws.
#[wasm_bindgen]
pub struct Explorer {
    /// The number of its pane: the first module knows nothing else of it, and so does not hold the code that drops one.
    number: usize,
}

#[wasm_bindgen]
impl Explorer {
    /// The engine of `host`, which fills its shadow root; `helper` is called for what only the page can do.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot, helper: js_sys::Function) -> Explorer {
        Explorer { number: handle::open(host, root, helper) }
    }

    /// Takes the language, as `Chart.speak` does.
    pub fn speak(&self, tag: String, messages: &str) {
        handle::speak(self.number, tag, messages);
    }

    /// Takes the attributes (an object of texts).
    pub fn configure(&self, attributes: &JsValue) {
        handle::configure(self.number, attributes);
    }

    /// Takes the declaration and its translations, as bytes of JSON files; gives the first fault, if any.
    pub fn give(
        &self,
        address: &str,
        status: u16,
        body: Option<Uint8Array>,
        texts: Option<Uint8Array>,
    ) -> JsValue {
        handle::give(self.number, address, status, body, texts)
    }

    /// The path of the translations that a declaration names for a language; empty where it names none.
    pub fn translations(&self, body: &Uint8Array) -> String {
        handle::translations(self.number, body)
    }

    /// Shows what has been read.
    pub fn show(&self) {
        handle::show_first(self.number);
    }

    /// What the reader has chosen, as a plain object.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> JsValue {
        handle::state_of(self.number)
    }

    /// Chooses for the reader; what is not a state changes nothing.
    #[wasm_bindgen(setter)]
    pub fn set_state(&self, state: JsValue) {
        handle::set_state(self.number, &state);
    }

    /// The commitments shown as CSV.
    pub fn csv(&self) -> String {
        handle::csv_of(self.number)
    }

    /// What is shown in one sentence.
    #[wasm_bindgen(getter)]
    pub fn summary(&self) -> String {
        handle::summary_of(self.number)
    }

    /// Takes the choices that the address of a page holds for the widget called `key`; whether it holds any.
    pub fn restore(&self, fragment: &str, key: &str) -> bool {
        handle::restore(self.number, fragment, key)
    }

    /// The fragment of an address that opens what is shown; with `open`, that record.
    pub fn fragment(&self, fragment: &str, key: &str, open: &str) -> String {
        handle::fragment_of(self.number, fragment, key, open)
    }

    /// The citation of a commitment; `address` leads to it.
    pub fn citation(&self, id: &str, address: &str) -> String {
        handle::citation_of(self.number, id, address)
    }

    /// What charts mark for a record: a list of one annotation as JSON, empty for an unknown id.
    pub fn mark(&self, id: &str) -> String {
        handle::mark_of(self.number, id)
    }

    /// Says something beside the button of a record: that it was copied, or what to copy.
    pub fn said(&self, id: &str, copied: bool, text: &str) {
        handle::said(self.number, id, copied, text);
    }

    /// Shows what is wrong; gives the fault.
    pub fn fail(&self, address: &str, status: u16) -> JsValue {
        handle::fail(self.number, address, status)
    }
}

impl Drop for Explorer {
    fn drop(&mut self) {
        if !panic::happened() {
            handle::close(self.number);
        }
    }
}

/// The style sheet.
#[inline(never)]
pub fn styles() -> String {
    include_str!("explorer.css").to_owned()
}

/// An event to the host, once no borrow of the explorer is held.
fn tell_later(host: &HtmlElement, name: &'static str, detail: JsValue) {
    let host = host.clone();
    let tell = wasm_bindgen::closure::Closure::once_into_js(move || events::emit(&host, name, &detail));
    if let Some(window) = web_sys::window() {
        window.queue_microtask(wasm_bindgen::JsCast::unchecked_ref(&tell));
    }
}
