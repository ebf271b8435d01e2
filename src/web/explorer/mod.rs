//! `<pillar-explorer>`: the handle that JavaScript holds, and the pane it fills. All but this file travels as the chunk
//! `explorer`.

mod arrows;
mod dom_of;
mod engine;
mod fold;
mod handlers;
mod language;
mod pane;
mod reading;
mod records;

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::host::chunks;
use super::host::given::Given;
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
    /// Answers a call by its name; `undefined` where there is none of that name.
    fn ask(&self, name: &str, given: &Given) -> JsValue;
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

    /// See [`Engine::ask`].
    pub fn ask(&self, name: &str, given: &Array) -> JsValue {
        self.engine.as_deref().map_or(JsValue::UNDEFINED, |engine| engine.ask(name, &Given(given)))
    }
}
