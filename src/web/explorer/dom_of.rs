//! A tree of nodes as elements; text only ever becomes text nodes and attributes, never markup.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::explorer::{Child, Node};
use crate::model::is_web_address;
use crate::web::platform::dom::{document, element, set};

/// The element of a node, with everything in it; `levels` are those that its two levels of headings have on their page.
pub fn dom_of(node: &Node, levels: [u32; 2]) -> HtmlElement {
    let [title, part] = levels.map(|level| level.to_string());
    let made = element(node.name, "");
    for (name, value) in &node.attributes {
        match *name {
            "href" if !is_web_address(value) => {}
            "aria-level" => set(&made, "aria-level", &part),
            name => set(&made, name, value),
        }
    }
    match node.name {
        "h3" => set(&made, "aria-level", &title),
        "h4" => set(&made, "aria-level", &part),
        _ => {}
    }
    for child in &node.children {
        match child {
            Child::Node(node) => {
                let _ = made.append_child(&dom_of(node, levels));
            }
            Child::Text(text) => {
                let _ = made.append_child(document().create_text_node(text).unchecked_ref());
            }
        }
    }
    made
}
