//! What countries are called in the languages that the browser knows.

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::data::{ReadOptions, Shelf};
use crate::model::{Listed, country};
use crate::web::chart::widget::Widget;
use crate::web::host::chunks;

/// The browser's languages beyond these are not asked for.
const MOST_LANGUAGES: u32 = 4;

/// What is known of any file of a widget: the languages of its page and reader, and how their names of places are had.
pub fn options(widget: &Widget) -> ReadOptions {
    let mut languages: Vec<String> = Vec::new();
    // In a frame without a navigator nothing is lost but a guess.
    let of = |value: &JsValue, name: &str| Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default();
    // What the page says of itself: the widget itself may speak another language, and stand in a shadow.
    let around = widget.host.element.closest("[lang]").ok().flatten();
    languages.extend(around.and_then(|element| element.get_attribute("lang")));
    languages.extend(of(&of(&of(&js_sys::global(), "document"), "documentElement"), "lang").as_string());
    let theirs = Array::from(&of(&of(&js_sys::global(), "navigator"), "languages"));
    for index in 0..theirs.length().min(MOST_LANGUAGES) {
        languages.extend(theirs.get(index).as_string());
    }
    // The module's own table has these.
    languages.retain(|tag| {
        !tag.is_empty() && !["en", "es", "fr", "pt", "ht"].contains(&tag.get(..2).unwrap_or_default())
    });
    let shelf = Shelf(chunks::readers);
    ReadOptions { place_names: Some(place_names), languages, shelf, ..ReadOptions::default() }
}

/// The names of all countries in a language, with their alpha-3 codes.
fn place_names(language: &str) -> Vec<(String, &'static str)> {
    let options = Object::new();
    for (name, value) in [("type", "region"), ("fallback", "none")] {
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    // What a page calls its language may be none, and a constructor would throw.
    let intl = Reflect::get(&js_sys::global(), &JsValue::from_str("Intl")).unwrap_or_default();
    let class = Reflect::get(&intl, &JsValue::from_str("DisplayNames")).unwrap_or_default();
    let given = Array::of2(&JsValue::from_str(language), &options);
    let made = class.dyn_ref::<Function>().map(|class| Reflect::construct(class, &given));
    let Some(Ok(names)) = made else { return Vec::new() };
    let names: Intl::DisplayNames = names.unchecked_into();
    let name = |iso3| names.of(country::iso2(iso3)?).map(|name| (String::from(name), iso3));
    country::codes().filter_map(name).listed()
}
