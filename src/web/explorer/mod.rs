//! `<pillar-explorer>`: the handle that JavaScript holds, and the pane it fills. All but this file travels as the chunk
//! `explorer`.

mod arrows;
mod dom_of;
mod engine;
mod fold;
mod handlers;
mod pane;
mod reading;
mod records;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::host::chunks;
use super::host::page::ExplorerPage;

pub use engine::DOOR;

/// The door of the chunk.
pub struct ExplorerDoor {
    /// The style sheet of every explorer's shadow root.
    pub styles: fn() -> String,
    /// The engine of an element.
    pub open: fn(ExplorerPage) -> Box<dyn Engine>,
}

/// What an explorer does. The first module knows nothing else of it, and so does not hold the code that drops one.
pub trait Engine {
    /// Takes the language, see [`crate::web::host::element::Host::speak`].
    fn speak(&self, tag: String, messages: &str);
    /// Takes the attributes (an object of texts).
    fn configure(&self, attributes: &JsValue);
    /// The path of the translations that a declaration names for a language; empty where it names none.
    fn translations(&self, body: &Uint8Array) -> String;
    /// Takes the declaration and its translations, as bytes of JSON files; gives the first fault, if any.
    fn give(
        &self,
        address: &str,
        status: u16,
        body: Option<Uint8Array>,
        texts: Option<Uint8Array>,
        is_new: bool,
    ) -> JsValue;
    /// Shows what has been read.
    fn show(&self);
    /// What the reader has chosen, as a plain object.
    fn state(&self) -> JsValue;
    /// Chooses for the reader; what is not a state changes nothing.
    fn choose(&self, state: &JsValue);
    /// The commitments shown as CSV.
    fn csv(&self) -> String;
    /// What is shown in one sentence.
    fn summary(&self) -> String;
    /// Takes the choices that the address of a page holds for the widget called `key`; whether it holds any.
    fn restore(&self, fragment: &str, key: &str) -> bool;
    /// The fragment of an address that opens what is shown; with `open`, that record.
    fn fragment(&self, fragment: &str, key: &str, open: &str) -> String;
    /// The citation of a commitment; `address` leads to it.
    fn citation(&self, id: &str, address: &str) -> String;
    /// What charts mark for a record: a list of one annotation as JSON, empty for an unknown id.
    fn mark(&self, id: &str) -> String;
    /// Says something beside the button of a record: that it was copied, or what to copy.
    fn said(&self, id: &str, copied: bool, text: &str);
}

/// The style sheet of every explorer's shadow root; empty before its chunk has come.
#[wasm_bindgen]
pub fn explorer_styles() -> String {
    chunks::explorer().map(|explorer| (explorer.styles)()).unwrap_or_default()
}

/// One explorer element's engine. Every method can be called at any time; before the chunk has come all answer nothing.
#[wasm_bindgen]
pub struct Explorer {
    engine: Option<Box<dyn Engine>>,
}

#[wasm_bindgen]
impl Explorer {
    /// The engine of an element, which fills its shadow root.
    #[wasm_bindgen(constructor)]
    pub fn new(page: ExplorerPage) -> Explorer {
        Explorer { engine: chunks::explorer().map(|explorer| (explorer.open)(page)) }
    }

    /// See [`Engine::speak`].
    pub fn speak(&self, tag: String, messages: &str) {
        self.with((), |engine| engine.speak(tag, messages));
    }

    /// See [`Engine::configure`].
    pub fn configure(&self, attributes: &JsValue) {
        self.with((), |engine| engine.configure(attributes));
    }

    /// See [`Engine::translations`].
    pub fn translations(&self, body: &Uint8Array) -> String {
        self.with(String::new(), |engine| engine.translations(body))
    }

    /// See [`Engine::give`].
    pub fn give(
        &self,
        address: &str,
        status: u16,
        body: Option<Uint8Array>,
        texts: Option<Uint8Array>,
        is_new: bool,
    ) -> JsValue {
        self.with(JsValue::UNDEFINED, |engine| engine.give(address, status, body, texts, is_new))
    }

    /// See [`Engine::show`].
    pub fn show(&self) {
        self.with((), |engine| engine.show());
    }

    /// See [`Engine::state`].
    pub fn state(&self) -> JsValue {
        self.with(JsValue::UNDEFINED, |engine| engine.state())
    }

    /// See [`Engine::choose`].
    pub fn choose(&self, state: &JsValue) {
        self.with((), |engine| engine.choose(state));
    }

    /// See [`Engine::csv`].
    pub fn csv(&self) -> String {
        self.with(String::new(), |engine| engine.csv())
    }

    /// See [`Engine::summary`].
    pub fn summary(&self) -> String {
        self.with(String::new(), |engine| engine.summary())
    }

    /// See [`Engine::restore`].
    pub fn restore(&self, fragment: &str, key: &str) -> bool {
        self.with(false, |engine| engine.restore(fragment, key))
    }

    /// See [`Engine::fragment`]; `open` may be absent.
    pub fn fragment(&self, fragment: &str, key: &str, open: Option<String>) -> String {
        let open = open.unwrap_or_default();
        self.with(String::new(), |engine| engine.fragment(fragment, key, &open))
    }

    /// See [`Engine::citation`].
    pub fn citation(&self, id: &str, address: &str) -> String {
        self.with(String::new(), |engine| engine.citation(id, address))
    }

    /// See [`Engine::mark`].
    pub fn mark(&self, id: &str) -> String {
        self.with(String::new(), |engine| engine.mark(id))
    }

    /// See [`Engine::said`].
    pub fn said(&self, id: &str, copied: bool, text: &str) {
        self.with((), |engine| engine.said(id, copied, text));
    }
}

impl Explorer {
    fn with<Answer>(&self, otherwise: Answer, act: impl FnOnce(&dyn Engine) -> Answer) -> Answer {
        self.engine.as_deref().map_or(otherwise, act)
    }
}
