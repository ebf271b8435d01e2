//! The events a host page hears: `load`, `change`, `error`.

use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::view::{Choice, State};

use crate::web::reading::catalogue::{get_own, strings};

/// A value as plain JavaScript: objects rather than maps, `null` rather than `undefined`.
pub fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// What a script sets as the state; `None` where it is none.
///
/// By hand, as serde's way in brings the printing of floats for its messages along: 25 kB of wasm.
pub fn state(value: &JsValue) -> Option<State> {
    if !value.is_object() {
        return None;
    }
    let mut state = State::default();
    for (name, form) in state.choices() {
        let given = get_own(value, name);
        if given.is_undefined() {
            continue;
        }
        let choice = match form {
            Choice::List(_) => {
                let keys = strings(value, name);
                let is_whole = Array::is_array(&given) && Array::from(&given).length() as usize == keys.len();
                is_whole.then_some(Choice::List(keys))
            }
            Choice::Text(_) => {
                let text = given.as_string();
                (text.is_some() || given.is_null()).then_some(Choice::Text(text))
            }
        };
        if !state.choose(name, choice?) {
            return None;
        }
    }
    Some(state)
}
