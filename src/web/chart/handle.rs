//! The handle that JavaScript holds: one a chart element.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlCanvasElement, HtmlElement, ShadowRoot};

use super::widget;
use super::widget::{Widget, show_fault};
use super::{diagnostics, downloads, render, review};
use crate::chart::{Frame, svg};
use crate::figure::{self, Look, SVG_SCALE};
use crate::summary::tidy_csv;
use crate::view::Msg;
use crate::web::host::parts::Part;
use crate::web::host::{events, panic};
use crate::web::platform::intl::locale;
use crate::web::platform::metrics::CanvasMetrics;
use crate::web::platform::surface;
use crate::web::reading::loading::Origin;
use crate::web::reading::{catalogue, feeding};

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

    /// Takes the language, as [`locale`] does.
    pub fn speak(&self, tag: String, messages: &str) {
        self.with(|widget| {
            widget.is_stale = true;
            widget.locale = Some(locale(tag, messages));
        });
    }

    /// Takes the attributes (an object of texts) and starts anew; `fresh` says that other data are to be shown.
    pub fn configure(&self, attributes: &JsValue, fresh: bool) {
        self.with(|widget| {
            widget.attributes = catalogue::texts(attributes);
            // What was half read for other attributes is read anew.
            widget.feeding = None;
            widget.problem = None;
            widget.is_stale = true;
            (widget.periods_shown, widget.has_map) = (None, None);
            widget.announce |= fresh;
        });
    }

    /// Takes the data package as an object.
    pub fn catalogue(&self, package: JsValue) {
        self.with(|widget| {
            widget.is_stale = true;
            widget.package = catalogue::package(&package);
        });
    }

    /// Takes data from a script: text or bytes of any format, or an array of row objects; nothing forgets them.
    ///
    /// The bytes are given back, to be fed like those of a file; `undefined` where there are none.
    pub fn bytes_of(&self, data: &JsValue) -> Option<Uint8Array> {
        let bytes = self.with_files(|widget| feeding::bytes_of(widget, data)).flatten()?;
        Some(Uint8Array::from(bytes.as_slice()))
    }

    /// Whether an address is that of the author's own file, whose bytes are fed as they come.
    pub fn is_own(&self, address: &str) -> bool {
        self.with(|widget| {
            let origin = widget.origin(&None);
            matches!(origin, Ok(Origin::File(own)) if own == address)
        })
        .unwrap_or_default()
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
        let opened =
            self.with_files(|widget| feeding::open(widget, key, address, status, length, is_refresh));
        opened.unwrap_or_default()
    }

    /// Takes the next bytes of it; whether more are wanted.
    pub fn feed(&self, bytes: &[u8]) -> bool {
        self.with_files(|widget| feeding::feed(widget, bytes)).unwrap_or_default()
    }

    /// Ends it; the address of what has to be read next, if anything.
    pub fn close(&self, is_whole: bool) -> Option<String> {
        self.with_files(|widget| feeding::close(widget, is_whole)).flatten()
    }

    /// Does a short piece of what is left once all bytes are here; whether nothing is left.
    pub fn refine(&self) -> bool {
        self.with_files(feeding::refine).unwrap_or(true)
    }

    /// Gives up what is being read.
    pub fn stop(&self) {
        self.with_files(feeding::stop);
    }

    /// What the readers took of the author's file, and what was odd in it; `undefined` for shipped data.
    pub fn inferred(&self) -> JsValue {
        self.with_files(|widget| diagnostics::inferred(widget)).unwrap_or(JsValue::UNDEFINED)
    }

    /// What the chart could do better and how its colours look, for the builder; `undefined` before its part has arrived.
    pub fn review(&self) -> JsValue {
        let review = if Part::Builder.is_here() { self.with(|widget| review::review(widget)) } else { None };
        review.unwrap_or(JsValue::UNDEFINED)
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

    /// The part of the module without which [`Chart::show`] cannot go on, if any; its name is that of its file.
    pub fn part(&self) -> Option<String> {
        self.with(|widget| widget.part().map(|part| part.name().to_owned())).flatten()
    }

    /// Shows what has been read, or what is wrong; gives the fault, if any.
    pub fn show(&self) -> JsValue {
        self.with(|widget| {
            widget.resolve();
            if widget.problem.is_some() {
                return tell_fault(widget);
            }
            render::render(widget);
            JsValue::UNDEFINED
        })
        .unwrap_or(JsValue::UNDEFINED)
    }

    /// Does what follows the first drawing, once the part `more` has arrived.
    pub fn complete(&self) {
        self.with(|widget| {
            if Part::More.is_here() {
                render::complete(widget, widget.drawn_for.is_some());
            }
        });
    }

    /// What the reader has chosen, as a plain object.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> JsValue {
        self.with_more(|widget| state_of(widget)).unwrap_or(JsValue::UNDEFINED)
    }

    /// Chooses for the reader; what is not a state changes nothing.
    #[wasm_bindgen(setter)]
    pub fn set_state(&self, state: JsValue) {
        self.with_more(|widget| set_state(widget, &state));
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
        self.with_more(|widget| super::menu::shared(widget, address, copied));
    }

    /// Marks a list of annotations, as JSON, beside the author's own.
    pub fn mark(&self, annotations: &str) {
        self.with_more(|widget| super::annotations::mark(widget, annotations));
    }

    /// Sets the series of a key off from the others; an empty key lets go.
    pub fn highlight(&self, key: String) {
        self.with_more(|widget| widget.react(Msg::Highlight((!key.is_empty()).then_some(key))));
    }

    /// What the reader has last chosen for the other widgets of the page: a country or an annotation's id.
    #[wasm_bindgen(getter)]
    pub fn chosen(&self) -> String {
        self.with_more(|widget| widget.chosen.clone()).unwrap_or_default()
    }

    /// The citation of the figure shown, for `embed.js` to copy; empty while nothing is shown.
    pub fn citation(&self) -> String {
        self.with_more(|widget| citation_of(widget)).unwrap_or_default()
    }

    /// Tells the reader whether the citation has been copied.
    pub fn cited(&self, copied: bool) {
        self.with_more(|widget| super::about::cited(widget, copied));
    }

    /// Takes the choices that the address of a page holds for the widget called `key`; whether it holds any.
    pub fn restore(&self, fragment: &str, key: &str) -> bool {
        self.with_more(|widget| restore(widget, fragment, key)).unwrap_or_default()
    }

    /// The fragment of an address that holds what is chosen here beside what `fragment` holds of others.
    pub fn fragment(&self, fragment: &str, key: &str) -> String {
        self.with_more(|widget| fragment_of(widget, fragment, key)).unwrap_or_default()
    }

    /// The values shown as tidy CSV; empty while nothing is shown.
    pub fn csv(&self) -> String {
        self.with_more(|widget| csv_of(widget)).unwrap_or_default()
    }

    /// The picture as an SVG document; empty while nothing is shown.
    pub fn svg(&self) -> String {
        self.with_more(|widget| svg_of(widget)).unwrap_or_default()
    }

    /// The picture on a canvas of its own, `scale` device pixels a CSS pixel.
    pub fn picture(&self, scale: f64) -> Option<HtmlCanvasElement> {
        let scale = if scale.is_finite() { scale.clamp(0.5, 8.0) } else { 1.0 };
        self.with_more(|widget| picture_of(widget, scale)).flatten()
    }

    /// The text alternative; empty while nothing is shown.
    #[wasm_bindgen(getter)]
    pub fn summary(&self) -> String {
        self.with_more(|widget| widget.summary(true)).unwrap_or_default()
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

    /// The same for what needs the readers of authors' own files.
    fn with_files<Answer>(&self, act: impl FnOnce(&mut Widget) -> Answer) -> Option<Answer> {
        if Part::Files.is_here() { self.with(act) } else { None }
    }

    /// The same for what needs the code that follows the first drawing.
    fn with_more<Answer>(&self, act: impl FnOnce(&mut Widget) -> Answer) -> Option<Answer> {
        if Part::More.is_here() { self.with(act) } else { None }
    }
}

/// Tells the reader and the page what is wrong, and gives it.
#[inline(never)]
fn tell_fault(widget: &mut Widget) -> JsValue {
    let Some(fault) = widget.fault() else { return JsValue::UNDEFINED };
    show_fault(widget, &fault);
    let detail = events::plain(&fault);
    widget.tell_later("error", detail.clone());
    detail
}

/// Takes what an address holds for the widget called `key`.
#[inline(never)]
fn restore(widget: &mut Widget, fragment: &str, key: &str) -> bool {
    let state = crate::view::decode(fragment, key);
    let held = state.is_some();
    if let Some(state) = state {
        widget.react(Msg::Set(state));
    }
    held
}

/// The fragment of an address with what is chosen.
#[inline(never)]
fn fragment_of(widget: &Widget, fragment: &str, key: &str) -> String {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    crate::view::encode(fragment, key, &widget.state)
}

/// The state as a plain object.
#[inline(never)]
fn state_of(widget: &Widget) -> JsValue {
    events::plain(&widget.state)
}

/// Takes a state that a script sets.
#[inline(never)]
fn set_state(widget: &mut Widget, state: &JsValue) {
    if let Some(state) = events::state(state) {
        widget.react(Msg::Set(state));
    }
}

/// The values shown as tidy CSV; empty while nothing is shown.
#[inline(never)]
fn csv_of(widget: &Widget) -> String {
    widget.shown.as_ref().map(|shown| tidy_csv(shown.told(), &widget.state)).unwrap_or_default()
}

/// The citation of the figure shown.
#[inline(never)]
fn citation_of(widget: &Widget) -> String {
    widget.about().map(|about| about.citation).unwrap_or_default()
}

impl Widget {
    /// The chart as a picture with its title, legend, notes and source inside, `scale` device pixels a CSS pixel.
    #[inline(never)]
    pub fn poster(&self, scale: f64) -> Option<Frame> {
        let (skeleton, palette) = (self.skeleton.as_ref()?, self.palette.as_ref()?);
        let metrics = CanvasMetrics {
            context: surface::context(&skeleton.canvas)?,
            font_family: palette.font_family.clone(),
        };
        let (width, height) = (skeleton.figure.client_width(), skeleton.figure.client_height());
        let look = Look {
            theme: &palette.theme,
            width_in_css_px: f64::from(width.max(480)),
            height_in_css_px: f64::from(height.max(360)),
            device_pixel_ratio: scale,
            metrics: &metrics,
        };
        Some(figure::poster(self.shown.as_ref()?, &self.state, self.locale.as_ref()?, &look))
    }
}

/// The picture on a canvas of its own.
#[inline(never)]
fn picture_of(widget: &Widget, scale: f64) -> Option<HtmlCanvasElement> {
    let frame = widget.poster(scale)?;
    downloads::picture(&frame, &widget.palette.as_ref()?.font_family)
}

/// The picture of a widget as an SVG document; empty while nothing is shown.
#[inline(never)]
pub fn svg_of(widget: &Widget) -> String {
    let (Some(frame), Some(shown), Some(locale)) = (widget.poster(SVG_SCALE), &widget.shown, &widget.locale)
    else {
        return String::new();
    };
    svg(&frame, &shown.texts.title, &widget.summary(true), &locale.tag)
}
