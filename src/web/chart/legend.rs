//! The legend: one switch a series, in HTML so that it can be read, tabbed and translated.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::chart::LegendEntry;
use crate::web::platform::dom::{append, clear, element, say, set, style};

/// The attribute of a legend's button that holds its series' key.
pub const SERIES: &str = "data-series";

/// Fills the legend with `keys`; `names` are the state's keys of the series, by index.
///
/// Buttons of series that stay are kept: a new one would lose the focus, and the click whose press the old one had.
pub fn fill(legend: &HtmlElement, keys: &[LegendEntry], names: &[String]) {
    let keys = || keys.iter().filter_map(|key| Some((key, names.get(key.series)?)));
    let held = legend.query_selector_all("button").ok();
    let button = |index: usize| -> Option<HtmlElement> { held.as_ref()?.get(index as u32)?.dyn_into().ok() };
    let same = held.as_ref().is_some_and(|held| held.length() as usize == keys().count())
        && keys().enumerate().all(|(index, (_, name))| {
            button(index).and_then(|button| button.get_attribute(SERIES)).as_ref() == Some(name)
        });
    if !same {
        clear(legend);
    }
    for (index, (key, name)) in keys().enumerate() {
        let button = match button(index).filter(|_| same) {
            Some(button) => button,
            None => new_button(legend, name),
        };
        set(&button, "aria-pressed", if key.hidden { "false" } else { "true" });
        let part = |index| button.children().item(index)?.dyn_into::<HtmlElement>().ok();
        if let (Some(swatch), Some(label)) = (part(0), part(1)) {
            swatch.set_text_content(None);
            style(&swatch, "--ink", &key.color.css());
            say(&label, &key.label);
        }
    }
}

fn new_button(legend: &HtmlElement, name: &str) -> HtmlElement {
    let button = append(&append(legend, element("li", "")), element("button", ""));
    set(&button, "type", "button");
    set(&button, SERIES, name);
    append(&button, element("span", "swatch"));
    append(&button, element("span", ""));
    button
}
