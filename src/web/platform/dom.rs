//! Short words for making DOM nodes; text only ever becomes text nodes and attributes, never markup.

use crate::model::is_web_address;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Document, Element, HtmlElement};

/// The page's document.
pub fn document() -> Document {
    // A custom element exists only in a window with a document, so this cannot fail where the module runs.
    web_sys::window().and_then(|window| window.document()).unwrap_throw()
}

/// A new element with a class; `class` may be empty.
pub fn element(name: &str, class: &str) -> HtmlElement {
    let element = document().create_element(name).unwrap_throw();
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element.unchecked_into()
}

/// A new element with a class and a text.
pub fn text_element(name: &str, class: &str, text: &str) -> HtmlElement {
    let element = element(name, class);
    element.set_text_content(Some(text));
    element
}

/// Appends `child` to `parent` and gives it back.
pub fn append<Child: AsRef<web_sys::Node>>(parent: &impl AsRef<web_sys::Node>, child: Child) -> Child {
    let _ = parent.as_ref().append_child(child.as_ref());
    child
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Shows or hides an element.
pub fn show(element: &Element, shown: bool) {
    let _ = element.toggle_attribute_with_force("hidden", !shown);
}

/// Sets the text, and hides the element while there is none.
pub fn say(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
    show(element, !text.is_empty());
}

/// Removes all children.
pub fn clear(element: &Element) {
    element.set_text_content(None);
}

/// A link in a new tab to an http(s) address; plain text for any other address.
pub fn link(text: &str, address: &str) -> HtmlElement {
    if !is_web_address(address) {
        return text_element("span", "", text);
    }
    let link = text_element("a", "", text);
    set(&link, "href", address);
    set(&link, "rel", "noopener noreferrer");
    set(&link, "target", "_blank");
    link
}

/// Sets a property of an element's own style, which a strict content security policy allows.
pub fn style(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}

/// Device pixels a CSS pixel.
pub fn device_pixel_ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
}
