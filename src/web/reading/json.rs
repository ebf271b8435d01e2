//! JSON text to a value, through the browser's own parser.

use js_sys::{Array, JSON, JsString, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::data::Json;

/// Deeper nesting than this is nobody's data.
const MOST_LEVELS: usize = 64;

/// Reads a JSON text; the error is the browser's own sentence.
pub fn parse(bytes: &[u8]) -> Result<Json, String> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    match JSON::parse(text) {
        Ok(value) => Ok(json(&value, MOST_LEVELS)),
        Err(error) => {
            let message = super::catalogue::get(&error, "message").as_string();
            Err(message.unwrap_or_else(|| String::from("not JSON")))
        }
    }
}

/// A JavaScript value of JSON's kinds; anything else is `Null`.
pub fn json(value: &JsValue, levels: usize) -> Json {
    if let Some(text) = value.dyn_ref::<JsString>() {
        return Json::Text(text.into());
    }
    if let Some(number) = value.as_f64() {
        return Json::Number(number);
    }
    if let Some(truth) = value.as_bool() {
        return Json::Truth(truth);
    }
    let Some(levels) = levels.checked_sub(1) else { return Json::Null };
    if let Some(list) = value.dyn_ref::<Array>() {
        return Json::List(list.iter().map(|entry| json(&entry, levels)).collect());
    }
    let Some(object) = value.dyn_ref::<Object>() else { return Json::Null };
    let mut pairs = Vec::new();
    for pair in Object::entries(object).iter() {
        let pair: Array = pair.unchecked_into();
        pairs.push((pair.get(0).as_string().unwrap_or_default(), json(&pair.get(1), levels)));
    }
    Json::Record(pairs)
}
