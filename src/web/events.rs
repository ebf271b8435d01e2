//! The events a host page hears: `load`, `change`, `error`.

use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::locale::Locale;
use crate::model::{Listed, Problem};
use crate::view::{State, Tab};

use super::catalogue::{get, strings};

/// The detail of an `error` event.
#[derive(Clone, Debug, Serialize)]
pub struct Fault {
    /// The stable name of the fault.
    pub code: &'static str,
    /// What is wrong, in the reader's language.
    pub message: String,
    /// The way out.
    pub hint: String,
    /// The line of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The column of the file, or the attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

impl Fault {
    /// A problem in words.
    pub fn new(problem: &Problem, locale: &Locale) -> Fault {
        let mut arguments: Vec<(&str, &str)> =
            problem.arguments.iter().map(|(name, value)| (*name, value.as_str())).listed();
        let row = problem.row.map(|row| row.to_string());
        if let Some(row) = &row {
            arguments.push(("row", row));
        }
        if let Some(column) = &problem.column {
            arguments.push(("column", column));
        }
        Fault {
            code: problem.code,
            message: locale.text(&["error.", problem.code].concat(), &arguments),
            hint: locale.text(&["hint.", problem.code].concat(), &arguments),
            row: problem.row,
            column: problem.column.clone(),
        }
    }
}

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
    let hidden = get(value, "hidden");
    let keys = strings(value, "hidden");
    let is_list_of_texts = Array::is_array(&hidden) && Array::from(&hidden).length() as usize == keys.len();
    if !(hidden.is_undefined() || is_list_of_texts) {
        return None;
    }
    let text = |name: &str| {
        let text = get(value, name);
        let key = text.as_string();
        (key.is_some() || text.is_undefined() || text.is_null()).then_some(key)
    };
    let tab = match get(value, "tab") {
        tab if tab.is_undefined() => Tab::default(),
        tab => match tab.as_string()?.as_str() {
            "chart" => Tab::Chart,
            "table" => Tab::Table,
            "words" => Tab::Words,
            _ => return None,
        },
    };
    Some(State { hidden: keys, highlight: text("highlight")?, tab, cursor: text("cursor")? })
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
