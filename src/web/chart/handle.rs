//! The handle that JavaScript holds: one a chart element.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::after::After;
use super::widget::Widget;
use super::{render, widget};
use crate::chart::Frame;
use crate::web::host::chunks;
use crate::web::host::given::Given;
use crate::web::host::page::ChartPage;
use crate::web::reading::catalogue;
use crate::web::reading::loading::Origin;

/// One chart element's engine. Every method can be called at any time; what wants a chunk of the module that has not come
/// answers nothing.
#[wasm_bindgen]
pub struct Chart {
    inner: Rc<RefCell<Widget>>,
}

#[wasm_bindgen]
impl Chart {
    /// The engine of an element, which draws into its shadow root.
    #[wasm_bindgen(constructor)]
    pub fn new(page: ChartPage) -> Chart {
        Chart { inner: widget::new(page) }
    }

    /// Takes the language, see [`crate::web::host::element::Host::speak`].
    pub fn speak(&self, tag: String, messages: &str) {
        self.with(|widget| {
            widget.read.is_stale = true;
            widget.host.knows_all_words = false;
            widget.host.speak(tag, messages);
        });
    }

    /// Takes more words of the same language: nothing that is shown says anything else.
    pub fn learn(&self, tag: String, messages: &str) {
        self.with(|widget| {
            widget.host.knows_all_words = true;
            widget.host.speak(tag, messages);
        });
    }

    /// Takes the attributes (an object of texts) and starts anew; `fresh` says that other data are to be shown.
    pub fn configure(&self, attributes: &JsValue, fresh: bool) {
        self.with(|widget| {
            widget.host.configure(attributes);
            // What was half read for other attributes is read anew.
            widget.read.file = None;
            widget.problem = None;
            widget.next = None;
            widget.read.is_stale = true;
            widget.read.forget_possible();
            widget.going_on.announce |= fresh;
        });
    }

    /// Takes the data package as an object.
    pub fn catalogue(&self, package: JsValue) {
        self.with(|widget| {
            widget.read.is_stale = true;
            widget.read.package = catalogue::package(&package);
        });
    }

    /// Whether an address is that of the author's own file, whose bytes are fed as they come.
    pub fn is_own(&self, address: &str) -> bool {
        self.source() == address
    }

    /// The address of the author's own file; empty without one.
    pub fn source(&self) -> String {
        let source = self.with(|widget| match widget.origin(&None) {
            Ok(Origin::File(address)) => address,
            _ => String::new(),
        });
        source.unwrap_or_default()
    }

    /// See [`Widget::glance`].
    pub fn glance(&self, address: &str, bytes: &[u8]) -> bool {
        self.with(|widget| widget.glance(address, bytes)).unwrap_or_default()
    }

    /// See [`Widget::look_closer`].
    pub fn look_closer(&self) {
        self.with(Widget::look_closer);
    }

    /// The next address to fetch, if any.
    pub fn need(&self) -> Option<String> {
        self.with(Widget::need).flatten()
    }

    /// Takes the answer from an address: the status (0 if none came) and the body (`undefined` if it broke off).
    pub fn give(&self, address: &str, status: u16, body: Option<Uint8Array>) {
        self.with(|widget| widget.give(address, status, body.as_ref()));
    }

    /// Works out what is to be shown next; the name of the chunk of the module without which it cannot be, if any.
    pub fn prepare(&self) -> Option<String> {
        self.with(|widget| widget.prepare().map(|chunk| chunk.name().to_owned())).flatten()
    }

    /// Shows what has been read, or what is wrong; gives the fault, if any.
    pub fn show(&self) -> JsValue {
        let shown = self.with(|widget| {
            widget.prepare();
            match (&widget.problem, chunks::after()) {
                (Some(_), Some(after)) => (after.tell_fault)(widget),
                (Some(_), None) => JsValue::UNDEFINED,
                (None, _) => {
                    render::render(widget);
                    JsValue::UNDEFINED
                }
            }
        });
        shown.unwrap_or(JsValue::UNDEFINED)
    }

    /// Does what follows the first drawing, once the chunk `more` has come.
    pub fn complete(&self) {
        self.with_after(|widget, after| {
            let awaits = |frame: &Frame| frame.awaits_labels;
            if widget.frame().is_some_and(awaits) || (after.wants_no_colour)() {
                // Which does what follows too.
                return render::render(widget);
            }
            let is_drawn = widget.screen.as_ref().is_some_and(|screen| screen.drawn_for.is_some());
            (after.complete)(widget, is_drawn, None);
        });
    }

    /// Shows what a reader has chosen, once all it needs is here.
    pub fn refresh(&self) {
        self.with(|widget| {
            widget.prepare();
            widget.schedule();
        });
    }

    /// Answers a call that only a chunk knows, by its name; `undefined` before that has come.
    pub fn ask(&self, name: &str, given: &Array) -> JsValue {
        let answers =
            [chunks::after().map(|after| after.answer), chunks::files().copied(), chunks::builder().copied()];
        let answer = self.with(|widget| {
            answers.into_iter().flatten().find_map(|answer| answer(widget, name, &Given(given)))
        });
        answer.flatten().unwrap_or(JsValue::UNDEFINED)
    }

    /// Draws anew: the element was moved, the page's colours changed.
    pub fn redraw(&self) {
        self.with(Widget::schedule);
    }
}

impl Chart {
    /// Runs `act` unless the widget is in use, as it is for ever once a bug has stopped it.
    fn with<Answer>(&self, act: impl FnOnce(&mut Widget) -> Answer) -> Option<Answer> {
        Some(act(&mut *self.inner.try_borrow_mut().ok()?))
    }

    /// The same with what follows the first drawing, if it has come.
    fn with_after<Answer>(&self, act: impl FnOnce(&mut Widget, &After) -> Answer) -> Option<Answer> {
        let after = chunks::after()?;
        self.with(|widget| act(widget, after))
    }
}
