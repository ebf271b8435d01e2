//! The handle that JavaScript holds: one a chart element.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlCanvasElement, HtmlElement, ShadowRoot};

use super::intl::BrowserFormats;
use super::own_rows::csv_of_rows;
use super::widget::{self, Widget, show_fault};
use super::{catalogue, downloads, events, panic, render};
use crate::chart::svg;
use crate::locale::{Locale, Messages};
use crate::model::Problem;
use crate::summary::tidy_csv;
use crate::view::Msg;

/// One chart element's engine. Every method can be called at any time, and none throws.
#[wasm_bindgen]
pub struct Chart {
    inner: Rc<RefCell<Widget>>,
}

#[wasm_bindgen]
impl Chart {
    /// The engine of `host`, which draws into its shadow root; `base` is the address of the folder of `embed.js`.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot, base: String) -> Chart {
        Chart { inner: widget::new(host, root, base) }
    }

    /// Takes the language: a tag that `Intl` accepts, and its message file as keys and texts in turn, with a NUL between.
    ///
    /// One text instead of an object: hundreds of small crossings into the module cost a phone a twentieth of a second.
    pub fn speak(&self, tag: String, messages: &str) {
        self.with(|widget| {
            let mut parts = messages.split('\0');
            let mut pairs: Vec<(String, String)> = Vec::new();
            while let (Some(key), Some(text)) = (parts.next(), parts.next()) {
                pairs.push((key.to_owned(), text.to_owned()));
            }
            let messages = Rc::new(Messages::new(pairs));
            widget.locale = Some(Locale { formats: Rc::new(BrowserFormats::new(&tag)), tag, messages });
        });
    }

    /// Takes the attributes (an object of texts) and starts anew; `fresh` says that other data are to be shown.
    pub fn configure(&self, attributes: &JsValue, fresh: bool) {
        self.with(|widget| {
            widget.attributes = catalogue::texts(attributes);
            widget.problem = None;
            widget.announce |= fresh;
        });
    }

    /// Takes the data package as an object.
    pub fn catalogue(&self, package: JsValue) {
        self.with(|widget| widget.package = catalogue::package(&package));
    }

    /// Takes data from a script: CSV as text or bytes, or an array of row objects; nothing forgets them.
    pub fn hand_over(&self, data: &JsValue) {
        self.with(|widget| {
            widget.problem = None;
            widget.announce = true;
            if data.is_null() || data.is_undefined() {
                widget.files.set_own(None);
            } else if let Some(text) = data.as_string() {
                widget.take_own(Ok(text.into_bytes()));
            } else if let Some(rows) = data.dyn_ref::<Array>() {
                widget.take_own(csv_of_rows(rows));
            } else if let Some(buffer) = data.dyn_ref::<ArrayBuffer>() {
                widget.take_own(Ok(Uint8Array::new(buffer).to_vec()));
            } else if let Some(bytes) = data.dyn_ref::<Uint8Array>() {
                widget.take_own(Ok(bytes.to_vec()));
            } else {
                widget.take_own(Err(Problem::new("bad-data")));
            }
        });
    }

    /// The next address to fetch, if any.
    pub fn need(&self) -> Option<String> {
        self.with(Widget::need).flatten()
    }

    /// Takes the answer from an address: the status (0 if none came) and the body (`undefined` if it broke off).
    pub fn give(&self, address: &str, status: u16, body: Option<Uint8Array>) {
        let bytes = body.map(|body| body.to_vec());
        self.with(|widget| widget.give(address, status, bytes.as_deref()));
    }

    /// Shows what has been read, or what is wrong; gives the fault, if any.
    pub fn show(&self) -> JsValue {
        self.with(|widget| {
            widget.resolve();
            if let Some(fault) = widget.fault() {
                show_fault(widget, &fault);
                let detail = events::plain(&fault);
                widget.tell_later("error", detail.clone());
                return detail;
            }
            render::render(widget);
            JsValue::UNDEFINED
        })
        .unwrap_or(JsValue::UNDEFINED)
    }

    /// What the reader has chosen, as a plain object.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> JsValue {
        self.with(|widget| events::plain(&widget.state)).unwrap_or(JsValue::UNDEFINED)
    }

    /// Chooses for the reader; what is not a state changes nothing.
    #[wasm_bindgen(setter)]
    pub fn set_state(&self, state: JsValue) {
        if let Some(state) = events::state(&state) {
            self.with(|widget| widget.react(Msg::Set(state)));
        }
    }

    /// Takes the function that is called with `need` when a reader's choice asks something else of the data, and with
    /// `share` and `fullscreen` for what only the page can do.
    pub fn help(&self, helper: js_sys::Function) {
        self.with(|widget| widget.helper = Some(helper));
    }

    /// Shows what a reader has chosen, once all it needs is here.
    pub fn answer(&self) {
        self.with(|widget| {
            widget.resolve();
            widget.schedule();
        });
    }

    /// Tells the reader whether the address to share has been copied.
    pub fn shared(&self, address: &str, copied: bool) {
        self.with(|widget| super::options::shared(widget, address, copied));
    }

    /// Takes the choices that the address of a page holds for the widget called `key`; whether it holds any.
    pub fn restore(&self, fragment: &str, key: &str) -> bool {
        let state = crate::view::decode(fragment, key);
        let held = state.is_some();
        if let Some(state) = state {
            self.with(|widget| widget.react(Msg::Set(state)));
        }
        held
    }

    /// The fragment of an address that holds what is chosen here beside what `fragment` holds of others.
    pub fn fragment(&self, fragment: &str, key: &str) -> String {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        self.with(|widget| crate::view::encode(fragment, key, &widget.state)).unwrap_or_default()
    }

    /// The values shown as tidy CSV; empty while nothing is shown.
    pub fn csv(&self) -> String {
        self.with(|widget| widget.shown.as_ref().map(|shown| tidy_csv(&shown.grid, &widget.state)))
            .flatten()
            .unwrap_or_default()
    }

    /// The picture as an SVG document; empty while nothing is shown.
    pub fn svg(&self) -> String {
        self.with(|widget| svg_of(widget)).unwrap_or_default()
    }

    /// The picture on a canvas of its own, `scale` device pixels a CSS pixel.
    pub fn picture(&self, scale: f64) -> Option<HtmlCanvasElement> {
        let scale = if scale.is_finite() { scale.clamp(0.5, 8.0) } else { 1.0 };
        self.with(|widget| {
            let frame = render::poster(widget, scale)?;
            downloads::picture(&frame, &widget.palette.as_ref()?.font_family)
        })
        .flatten()
    }

    /// The text alternative; empty while nothing is shown.
    #[wasm_bindgen(getter)]
    pub fn summary(&self) -> String {
        self.with(|widget| widget.summary(true)).unwrap_or_default()
    }

    /// Draws anew: the element was moved, the page's colours changed.
    pub fn redraw(&self) {
        self.with(Widget::schedule);
    }
}

impl Chart {
    /// Runs `act` unless the module has panicked or the widget is in use.
    fn with<Answer>(&self, act: impl FnOnce(&mut Widget) -> Answer) -> Option<Answer> {
        if panic::happened() {
            return None;
        }
        let mut widget = self.inner.try_borrow_mut().ok()?;
        Some(act(&mut widget))
    }
}

/// The picture of a widget as an SVG document; empty while nothing is shown.
pub fn svg_of(widget: &Widget) -> String {
    let (Some(frame), Some(shown), Some(locale)) =
        (render::poster(widget, SVG_SCALE), &widget.shown, &widget.locale)
    else {
        return String::new();
    };
    svg(&frame, &shown.texts.title, &widget.summary(true), &locale.tag)
}

/// Units a CSS pixel in an SVG document: whole numbers of these keep slopes true when the picture is enlarged.
const SVG_SCALE: f64 = 4.0;
