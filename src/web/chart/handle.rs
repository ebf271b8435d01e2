//! The handle that JavaScript holds: one a chart element.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use super::after::After;
use super::widget::Widget;
use super::{render, widget};
use crate::chart::Frame;
use crate::view::Msg;
use crate::web::host::chunks::{self, FilesDoor};
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

    /// Takes data from a script: text or bytes of any format, or an array of row objects; nothing forgets them.
    ///
    /// The bytes are given back, to be fed like those of a file; `undefined` where there are none.
    pub fn bytes_of(&self, data: &JsValue) -> Option<Uint8Array> {
        let bytes = self.with_files(|widget, files| (files.bytes_of)(widget, data)).flatten()?;
        Some(Uint8Array::from(bytes.as_slice()))
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

    /// Begins to read a document of the author's file `key`; whether its bytes are wanted.
    pub fn open(&self, key: &str, address: &str, status: u16, length: f64, is_refresh: bool) -> bool {
        self.with_files(|widget, files| (files.open)(widget, key, address, status, length, is_refresh))
            .unwrap_or_default()
    }

    /// Takes the next bytes; whether more are wanted.
    pub fn feed(&self, bytes: &[u8]) -> bool {
        self.with_files(|widget, files| (files.feed)(widget, bytes)).unwrap_or_default()
    }

    /// The part without which the document is not read on, if any; `is_whole` says that all its bytes have come.
    pub fn wants(&self, is_whole: bool) -> Option<String> {
        let wanted = self.with_files(|widget, files| (files.wants)(widget, is_whole)).flatten();
        wanted.map(str::to_owned)
    }

    /// Ends the document, which `is_whole` or broke off; the address of the next one that is wanted, if any.
    pub fn close(&self, is_whole: bool) -> Option<String> {
        self.with_files(|widget, files| (files.close)(widget, is_whole)).flatten()
    }

    /// Does the next piece of what is left once all bytes are here; whether nothing is left.
    pub fn refine(&self) -> bool {
        self.with_files(|widget, files| (files.refine)(widget)).unwrap_or(true)
    }

    /// The reader has given up what is being read.
    pub fn stop(&self) {
        self.with_files(|widget, files| (files.stop)(widget));
    }

    /// What the readers took of the author's file, and what was odd in it; `undefined` for shipped data.
    pub fn inferred(&self) -> JsValue {
        self.with_files(|widget, files| (files.inferred)(widget)).unwrap_or(JsValue::UNDEFINED)
    }

    /// The author's table as it was read, before any choice; `undefined` for shipped data.
    pub fn rows(&self) -> JsValue {
        self.with_files(|widget, files| (files.rows)(widget)).unwrap_or(JsValue::UNDEFINED)
    }

    /// What the chart could do better and how its colours look, for the builder; `undefined` before its chunk has come.
    pub fn review(&self) -> JsValue {
        let review = chunks::builder().and_then(|builder| self.with(|widget| (builder.review)(widget)));
        review.unwrap_or(JsValue::UNDEFINED)
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
            if widget.frame().is_some_and(awaits) {
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

    /// What the reader has chosen, as a plain object; `undefined` before a reader can choose.
    pub fn state(&self) -> JsValue {
        self.with_after(|widget, after| (after.state)(widget)).unwrap_or(JsValue::UNDEFINED)
    }

    /// Chooses for the reader; what is not a state changes nothing.
    pub fn choose(&self, state: &JsValue) {
        self.with_after(|widget, after| (after.choose)(widget, state));
    }

    /// Tells the reader whether the address to share has been copied.
    pub fn shared(&self, address: &str, copied: bool) {
        self.with_after(|widget, after| (after.shared)(widget, address, copied));
    }

    /// Marks a list of annotations, as JSON, beside the author's own.
    pub fn mark(&self, annotations: &str) {
        self.with_after(|widget, after| (after.mark)(widget, annotations));
    }

    /// Sets the series of a key off from the others; an empty key lets go.
    pub fn highlight(&self, key: String) {
        let key = (!key.is_empty()).then_some(key);
        self.with_after(|widget, after| (after.react)(widget, Msg::Highlight(key)));
    }

    /// Tells the reader whether the citation has been copied.
    pub fn cited(&self, copied: bool) {
        self.with_after(|widget, after| (after.cited)(widget, copied));
    }

    /// Takes the choices that the address of a page holds for the widget called `key`; whether it holds any.
    pub fn restore(&self, fragment: &str, key: &str) -> bool {
        self.with_after(|widget, after| (after.restore)(widget, fragment, key)).unwrap_or_default()
    }

    /// The fragment of an address that holds what is chosen here beside what `fragment` holds of others.
    pub fn fragment(&self, fragment: &str, key: &str) -> String {
        self.with_after(|widget, after| (after.fragment)(widget, fragment, key)).unwrap_or_default()
    }

    /// The values shown as tidy CSV; empty while nothing is shown.
    pub fn csv(&self) -> String {
        self.with_after(|widget, after| (after.csv)(widget)).unwrap_or_default()
    }

    /// The picture as an SVG document; empty while nothing is shown.
    pub fn svg(&self) -> String {
        self.with_after(|widget, after| (after.svg)(widget)).unwrap_or_default()
    }

    /// The picture on a canvas of its own, `scale` device pixels a CSS pixel.
    pub fn picture(&self, scale: f64) -> Option<HtmlCanvasElement> {
        let scale = if scale.is_finite() { scale.clamp(0.5, 8.0) } else { 1.0 };
        self.with_after(|widget, after| (after.picture)(widget, scale)).flatten()
    }

    /// The text alternative; empty while nothing is shown.
    pub fn summary(&self) -> String {
        self.with_after(|widget, after| (after.summary)(widget)).unwrap_or_default()
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

    /// The same with the readers of authors' own files, if they have come.
    fn with_files<Answer>(&self, act: impl FnOnce(&mut Widget, &FilesDoor) -> Answer) -> Option<Answer> {
        let files = chunks::files()?;
        self.with(|widget| act(widget, files))
    }

    /// The same with what follows the first drawing, if it has come.
    fn with_after<Answer>(&self, act: impl FnOnce(&mut Widget, &After) -> Answer) -> Option<Answer> {
        let after = chunks::after()?;
        self.with(|widget| act(widget, after))
    }
}
