//! The engine behind the handle: a pane that is shared with its own listeners.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::pane::{self, Pane};
use super::{Engine, ExplorerDoor, reading, records};
use crate::web::host::events;
use crate::web::host::page::ExplorerPage;

/// What lies behind the door.
pub const DOOR: ExplorerDoor = ExplorerDoor { styles, open };

fn styles() -> String {
    include_str!("explorer.css").to_owned()
}

fn open(page: ExplorerPage) -> Box<dyn Engine> {
    Box::new(Shared(pane::new(page)))
}

/// A pane, and its listeners' hold on it.
struct Shared(Rc<RefCell<Pane>>);

impl Shared {
    /// Runs `act` unless the pane is in use, as it is for ever once a bug has stopped it.
    fn with<Answer>(&self, otherwise: Answer, act: impl FnOnce(&mut Pane) -> Answer) -> Answer {
        match self.0.try_borrow_mut() {
            Ok(mut pane) => act(&mut pane),
            Err(_) => otherwise,
        }
    }
}

impl Engine for Shared {
    fn speak(&self, tag: String, messages: &str) {
        self.with((), |pane| pane::speak(pane, tag, messages));
    }

    fn configure(&self, attributes: &JsValue) {
        self.with((), |pane| pane::configure(pane, attributes));
    }

    fn translations(&self, body: &Uint8Array) -> String {
        self.with(String::new(), |pane| reading::translations(pane, body))
    }

    fn give(
        &self,
        address: &str,
        status: u16,
        body: Option<Uint8Array>,
        texts: Option<Uint8Array>,
        is_new: bool,
    ) -> JsValue {
        self.with(JsValue::UNDEFINED, |pane| {
            let fault = reading::give(pane, address, status, body, texts);
            pane.announce |= is_new && fault.is_undefined();
            fault
        })
    }

    fn show(&self) {
        self.with((), pane::show_first);
    }

    fn state(&self) -> JsValue {
        self.with(JsValue::UNDEFINED, |pane| events::plain(&pane.state))
    }

    fn choose(&self, state: &JsValue) {
        self.with((), |pane| pane::choose(pane, state));
    }

    fn csv(&self) -> String {
        self.with(String::new(), |pane| records::csv_of(pane))
    }

    fn summary(&self) -> String {
        self.with(String::new(), |pane| records::summary_of(pane))
    }

    fn restore(&self, fragment: &str, key: &str) -> bool {
        self.with(false, |pane| records::restore(pane, fragment, key))
    }

    fn fragment(&self, fragment: &str, key: &str, open: &str) -> String {
        self.with(String::new(), |pane| records::fragment_of(pane, fragment, key, open))
    }

    fn citation(&self, id: &str, address: &str) -> String {
        self.with(String::new(), |pane| records::citation_of(pane, id, address))
    }

    fn mark(&self, id: &str) -> String {
        self.with(String::new(), |pane| records::mark_of(pane, id))
    }

    fn said(&self, id: &str, copied: bool, text: &str) {
        self.with((), |pane| records::said(pane, id, copied, text));
    }
}
