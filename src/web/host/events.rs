//! The events a host page hears: `load`, `change`, `error`.

use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::view::{Mode, Scale, State, Tab, named};

use crate::web::reading::catalogue::{get, strings};

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
    let list = |name: &str| {
        let list = get(value, name);
        let keys = strings(value, name);
        let whole = Array::is_array(&list) && Array::from(&list).length() as usize == keys.len();
        (list.is_undefined() || whole).then_some(keys)
    };
    let text = |name: &str| {
        let text = get(value, name);
        let key = text.as_string();
        (key.is_some() || text.is_undefined() || text.is_null()).then_some(key)
    };
    Some(State {
        hidden: list("hidden")?,
        highlight: text("highlight")?,
        tab: one_of(&Tab::ALL, text("tab")?)?.unwrap_or_default(),
        cursor: text("cursor")?,
        from: text("from")?,
        to: text("to")?,
        period: text("period")?,
        pick: list("pick")?,
        measure: text("measure")?,
        region: text("region")?,
        mode: one_of(&Mode::ALL, text("mode")?)?,
        scale: one_of(&Scale::ALL, text("scale")?)?,
    })
}

/// The choice of a name, if there is a name; `None` where no choice has it.
fn one_of<Choice: Copy>(all: &[(Choice, &'static str)], name: Option<String>) -> Option<Option<Choice>> {
    match name {
        None => Some(None),
        Some(name) => named(all, &name).map(Some),
    }
}

/// Tells the host: a bubbling, composed `CustomEvent`.
pub fn emit(host: &HtmlElement, name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = host.dispatch_event(&event);
    }
}
