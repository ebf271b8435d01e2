//! The element under a widget: where it stands, what its author has set, and the language it speaks.

use std::cell::RefCell;
use std::rc::Weak;

use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement, ShadowRoot};

use super::events;
use super::page::Page;
use crate::figure::Fault;
use crate::locale::Locale;
use crate::web::platform::dom;
use crate::web::platform::intl::locale;
use crate::web::reading::catalogue::texts;

/// The element under a widget.
pub struct Host {
    /// The custom element.
    pub element: HtmlElement,
    /// Its shadow root.
    pub root: ShadowRoot,
    /// What `embed.js` does for it.
    pub page: Page,
    /// The address of the folder that `embed.js` came from, with a slash at its end.
    pub base: String,
    /// The attributes the page's author has set.
    attributes: Vec<(String, String)>,
    /// The language; `None` until the element has been told it.
    pub locale: Option<Locale>,
    /// Whether it has all words of the language, not only those of a first drawing.
    pub knows_all_words: bool,
}

impl Host {
    /// The element of a page's object.
    pub fn new(page: Page) -> Host {
        Host {
            element: page.element(),
            root: page.root(),
            base: page.base(),
            page,
            attributes: Vec::new(),
            locale: None,
            knows_all_words: false,
        }
    }

    /// Takes the attributes (an object of texts); gives those before.
    pub fn configure(&mut self, attributes: &JsValue) -> Vec<(String, String)> {
        std::mem::replace(&mut self.attributes, texts(attributes))
    }

    /// The text of an attribute without blanks around it; `None` where absent or empty.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        value_in(&self.attributes, name)
    }

    /// Whether an attribute is there, if only empty.
    pub fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(known, _)| known == name)
    }

    /// Takes the language, see [`locale`].
    pub fn speak(&mut self, tag: String, messages: &str) {
        self.locale = Some(locale(tag, messages));
    }

    /// Tells the page of a fault in an `error` event; gives it as a plain object.
    pub fn tell_fault(&self, fault: &Fault) -> JsValue {
        let detail = events::plain(fault);
        self.page.tell("error", &detail);
        detail
    }

    /// The element of `embed.js` that says what is wrong.
    pub fn message_box(&self) -> Option<Element> {
        self.root.query_selector(".message").ok()?
    }

    /// Says what is wrong above the page's own content.
    pub fn show_fault(&self, fault: &Fault) {
        let Some(message) = self.message_box() else { return };
        dom::clear(&message);
        dom::append(&message, dom::text_element("b", "", &fault.message));
        if !fault.hint.is_empty() {
            dom::append(&message, dom::text_element("span", "", &fault.hint));
        }
        dom::show(&message, true);
    }
}

/// The text of an attribute in a list of them, as [`Host::attribute`] gives it.
pub fn value_in<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let (_, text) = attributes.iter().find(|(known, _)| known == name)?;
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// Runs `act` on a widget that still exists and is not already in use.
pub fn with<Widget>(widget: &Weak<RefCell<Widget>>, act: impl FnOnce(&mut Widget)) {
    if let Some(widget) = widget.upgrade()
        && let Ok(mut widget) = widget.try_borrow_mut()
    {
        act(&mut widget);
    }
}
