//! A tree of nodes as elements; text only ever becomes text nodes and attributes, never markup.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::explorer::{Child, Node};
use crate::model::is_web_address;
use crate::web::platform::dom::{document, element, set};

/// The element of a node, with everything in it.
pub fn dom_of(node: &Node) -> HtmlElement {
    let made = element(node.name, "");
    for (name, value) in &node.attributes {
        match *name {
            "href" if !is_web_address(value) => {}
            name => set(&made, name, value),
        }
    }
    for child in &node.children {
        match child {
            Child::Node(node) => {
                let _ = made.append_child(&dom_of(node));
            }
            Child::Text(text) => {
                let _ = made.append_child(document().create_text_node(text).unchecked_ref());
            }
        }
    }
    made
}
