//! The legend: one switch a series, in HTML so that it can be read, tabbed and translated.

use web_sys::HtmlElement;

use super::dom::{append, clear, element, set, style, text_element};
use crate::chart::Key;

/// The attribute of a legend's button that holds its series' key.
pub const SERIES: &str = "data-series";

/// Fills the legend with `keys`; `names` are the state's keys of the series, by index.
pub fn fill(legend: &HtmlElement, keys: &[Key], names: &[String]) {
    let focused = focused_series(legend);
    clear(legend);
    for key in keys {
        let Some(name) = names.get(key.series) else { continue };
        let button = append(&append(legend, element("li", "")), element("button", ""));
        set(&button, "type", "button");
        set(&button, "aria-pressed", if key.hidden { "false" } else { "true" });
        set(&button, SERIES, name);
        style(&append(&button, element("span", "swatch")), "--ink", &key.color.css());
        append(&button, text_element("span", "", &key.label));
        if focused.as_ref() == Some(name) {
            let _ = button.focus();
        }
    }
}

/// The series whose button has the focus, which a new filling would lose.
fn focused_series(legend: &HtmlElement) -> Option<String> {
    legend.query_selector(":focus").ok()??.get_attribute(SERIES)
}
