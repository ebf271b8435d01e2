//! A piece of a page as a plain value: the browser makes elements of it, tests and files make text.

use crate::model::is_web_address;

/// An element with its attributes and what stands in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// The name of the HTML element.
    pub name: &'static str,
    /// Its attributes by name.
    pub attributes: Vec<(&'static str, String)>,
    /// What stands in it, in order.
    pub children: Vec<Child>,
}

/// What can stand in an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Child {
    /// Another element.
    Node(Node),
    /// Text.
    Text(String),
}

/// A new element.
pub fn el(name: &'static str) -> Node {
    Node { name, ..Node::default() }
}

impl Node {
    /// With an attribute.
    pub fn set(mut self, name: &'static str, value: impl Into<String>) -> Node {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute where `holds`.
    pub fn set_if(self, holds: bool, name: &'static str, value: impl Into<String>) -> Node {
        if holds { self.set(name, value) } else { self }
    }

    /// With a class.
    pub fn class(self, class: &str) -> Node {
        self.set("class", class)
    }

    /// With a text at its end; nothing of an empty one.
    pub fn text(mut self, text: impl Into<String>) -> Node {
        let text = text.into();
        if !text.is_empty() {
            self.children.push(Child::Text(text));
        }
        self
    }

    /// With an element at its end.
    pub fn with(mut self, child: Node) -> Node {
        self.children.push(Child::Node(child));
        self
    }

    /// With elements at its end.
    pub fn with_all(mut self, children: impl IntoIterator<Item = Node>) -> Node {
        self.children.extend(children.into_iter().map(Child::Node));
        self
    }

    /// All text in it, with a blank between elements.
    pub fn words(&self) -> String {
        let mut words = String::new();
        self.collect(&mut words);
        words.trim().to_owned()
    }

    fn collect(&self, words: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(text) => {
                    words.push_str(text);
                    words.push(' ');
                }
                Child::Node(node) => node.collect(words),
            }
        }
    }

    /// Every element in it that `is`, itself too.
    pub fn find<'a>(&'a self, is: &dyn Fn(&Node) -> bool) -> Vec<&'a Node> {
        let mut found = Vec::new();
        if is(self) {
            found.push(self);
        }
        for child in &self.children {
            if let Child::Node(node) = child {
                found.extend(node.find(is));
            }
        }
        found
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
}

/// A button that does something: `act` is what, `what` to what.
pub fn button(act: &'static str, what: &str, text: &str) -> Node {
    el("button").set("type", "button").set("data-act", act).set("data-what", what).text(text)
}

/// A link to an http(s) address in a new tab; plain text where there is none.
pub fn link(text: &str, address: Option<&str>) -> Node {
    match address.filter(|address| is_web_address(address)) {
        Some(address) => {
            el("a").set("href", address).set("rel", "noopener noreferrer").set("target", "_blank").text(text)
        }
        None => el("span").text(text),
    }
}

/// What says something of some texts, with a blank between them.
#[inline(never)]
pub(super) fn spaced(texts: &[&str]) -> String {
    let mut all = String::new();
    for text in texts {
        if !text.is_empty() {
            all.push_str(if all.is_empty() { "" } else { " " });
            all.push_str(text);
        }
    }
    all
}

/// A heading; the level is that of a widget's inside, whose page has the first two.
pub(super) fn heading(level: &'static str, text: &str) -> Node {
    el(level).text(text)
}
