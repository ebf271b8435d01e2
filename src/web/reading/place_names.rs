//! What countries are called in the languages that the browser knows.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::data::ReadOptions;
use crate::model::{Listed, country};
use crate::web::chart::widget::Widget;

/// The browser's languages beyond these are not asked for.
const MOST_LANGUAGES: u32 = 4;

/// What is known of any file of a widget: the languages of its page and reader, and how their names of places are had.
pub fn options(widget: &Widget) -> ReadOptions {
    let mut languages: Vec<String> = Vec::new();
    languages.extend(widget.host.locale.as_ref().map(|locale| locale.tag.clone()));
    // In a frame without a navigator nothing is lost but a guess.
    let of = |value: &JsValue, name: &str| Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default();
    let theirs = Array::from(&of(&of(&js_sys::global(), "navigator"), "languages"));
    for index in 0..theirs.length().min(MOST_LANGUAGES) {
        languages.extend(theirs.get(index).as_string());
    }
    // The module's own table has these.
    languages.retain(|tag| !["en", "es", "fr", "pt", "ht"].contains(&tag.get(..2).unwrap_or_default()));
    ReadOptions { place_names: Some(place_names), languages, ..ReadOptions::default() }
}

/// The names of all countries in a language, with their alpha-3 codes.
fn place_names(language: &str) -> Vec<(String, &'static str)> {
    let options = Object::new();
    for (name, value) in [("type", "region"), ("fallback", "none")] {
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    let names = Intl::DisplayNames::new(&Array::of1(&JsValue::from_str(language)), &options);
    let name = |iso3| names.of(country::iso2(iso3)?).map(|name| (String::from(name), iso3));
    country::codes().filter_map(name).listed()
}
