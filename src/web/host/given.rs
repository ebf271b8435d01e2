//! What JavaScript gives to a call whose name only a chunk knows.

use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::web::chart::widget::Widget;

/// Answers a call by its name; `None` where that is none of its own.
///
/// Each exported method is 0.4 kB of wasm and 0.3 kB of glue that every first chart loads; what lies in a chunk is called by
/// its name through one.
pub type Answer = fn(&mut Widget, &str, &Given) -> Option<JsValue>;

/// What is given, in order; what is missing is empty.
pub struct Given<'a>(pub &'a Array);

impl Given<'_> {
    /// As it is.
    pub fn value(&self, index: u32) -> JsValue {
        self.0.get(index)
    }

    /// As a text.
    pub fn text(&self, index: u32) -> String {
        self.value(index).as_string().unwrap_or_default()
    }

    /// As a number.
    pub fn number(&self, index: u32) -> f64 {
        self.value(index).as_f64().unwrap_or_default()
    }

    /// As a yes or no.
    pub fn is(&self, index: u32) -> bool {
        self.value(index).is_truthy()
    }
}
