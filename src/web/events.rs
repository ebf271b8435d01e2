//! The events a host page hears: `load`, `change`, `error`.

use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::locale::Locale;
use crate::model::Problem;

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
            problem.arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
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
