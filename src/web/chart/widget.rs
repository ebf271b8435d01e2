//! One chart on a page: what it was asked, what it has read, what it shows.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use web_sys::{HtmlElement, ShadowRoot};

use super::skeleton::Skeleton;
use super::transition::Transition;
use super::{annotations, render};
use crate::chart::Frame;
use crate::figure::{Fault, Shown, check_words};
use crate::locale::Locale;
use crate::model::{Annotation, Package, Period, Problem, attribute};
use crate::query::Request;
use crate::summary::TableOrder;
use crate::view::{Msg, State, Tab, apply, update};
use crate::web::host::events;
use crate::web::host::listener::{AfterPaint, FrameRequest, Listener, SizeWatch, Timeout};
use crate::web::host::parts::Part;
use crate::web::platform::dom;
use crate::web::platform::palette::Palette;
use crate::web::reading::loading;
use crate::web::reading::loading::{Files, Origin};

/// One chart.
pub struct Widget {
    /// The custom element.
    pub host: HtmlElement,
    /// Its shadow root.
    pub root: ShadowRoot,
    /// The address of the folder that `embed.js` came from, with a slash at its end.
    pub base: String,
    /// The attributes the page's author has set.
    pub attributes: Vec<(String, String)>,
    /// The language.
    pub locale: Option<Locale>,
    /// The shipped datasets, once read.
    pub package: Option<Package>,
    /// What has been read.
    pub files: Files,
    /// What the reader has chosen.
    pub state: State,
    /// What is shown; `None` before the first success and after a fault.
    pub shown: Option<Shown>,
    /// Whether something has come since `shown` was worked out.
    pub is_stale: bool,
    /// What is wrong.
    pub problem: Option<Problem>,
    /// The elements, once made.
    pub skeleton: Option<Skeleton>,
    /// What the table is ordered by, if the reader has said so.
    pub table_order: Option<TableOrder>,
    /// What the reader searches in the table.
    pub table_query: String,
    /// The periods that the slider steps through, once known for what is shown.
    pub periods_shown: Option<Vec<Period>>,
    /// Whether these figures can be shown on a map, once that has been asked.
    pub has_map: Option<bool>,
    /// What adds the rest of a long table's rows.
    pub more_rows: Cell<Option<Timeout>>,
    /// What goes on to the next period, while the periods are played.
    pub playing: Option<Timeout>,
    /// Where a drag over the drawing began, in CSS pixels from its left edge.
    pub drag_from: Option<f64>,
    /// The frame of the view that a reader's choice has just left.
    pub left_behind: Option<Frame>,
    /// The drawing's way to the next view.
    pub transition: Option<Transition>,
    /// What the reader has last chosen for the other widgets of the page.
    pub chosen: String,
    /// What another widget of the page has marked.
    pub linked: Vec<Annotation>,
    /// Whether the reader has asked for "About this figure", which is not there yet.
    pub wants_about: bool,
    /// The size that was last drawn for, as [`Skeleton::size`] gives it.
    pub drawn_for: Option<(i32, i32, f64)>,
    /// The last frame drawn.
    pub frame: Option<Frame>,
    /// The colours and font of the last drawing.
    pub palette: Option<Palette>,
    /// The function of `embed.js` that is called by [`Widget::call`].
    pub helper: Option<js_sys::Function>,
    /// The author's file that is on its way in; see `feeding`.
    pub feeding: Option<Box<dyn Any>>,
    /// Why the table shown could not be brought up to date, if so.
    pub not_refreshed: Option<Problem>,
    /// Whether new data wait for their `load` event.
    pub announce: bool,
    /// What else goes on: listeners, the size watch, the frame request.
    pub listeners: Vec<Listener>,
    /// See `listeners`.
    pub size_watch: Option<SizeWatch>,
    /// See `listeners`.
    pub next_frame: Option<FrameRequest>,
    /// What is filled in after the drawing is painted.
    pub after_paint: Option<AfterPaint>,
    /// Itself, for closures that must not keep it alive.
    pub own: Weak<RefCell<Widget>>,
}

impl Widget {
    /// The text of an attribute; `None` where absent or empty.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let (_, text) = self.attributes.iter().find(|(known, _)| known == name)?;
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The attributes by name, as the core asks for them.
    pub fn asked(&self) -> impl Fn(&str) -> Option<String> + '_ {
        // One closure for all: each of its own would be compiled with a copy of the look-up.
        |name| self.attribute(name)
    }

    /// The attributes as the query understands them, with what the reader has chosen.
    pub fn request(&self) -> Result<Request, Problem> {
        let request = self.authors_request()?;
        // Before the code that follows the first drawing is there, a reader cannot have chosen anything.
        Ok(if Part::More.is_here() { apply(&self.state, request) } else { request })
    }

    /// The attributes as the query understands them.
    pub fn authors_request(&self) -> Result<Request, Problem> {
        Request::from_attributes(&self.asked())
    }

    /// Where the figures come from: a script's data before `src` before `dataset`.
    pub fn origin<'a>(&self, dataset: &'a Option<String>) -> Result<Origin<'a>, Problem> {
        if self.files.own("").is_some() {
            return Ok(Origin::Own);
        }
        if let Some(src) = self.attribute(attribute::SRC) {
            return Ok(Origin::File(loading::absolute(&src)?));
        }
        dataset.as_deref().map(Origin::Shipped).ok_or_else(|| Problem::new("nothing-to-show"))
    }

    /// The next address to fetch; `None` when all is here or nothing can be done.
    pub fn need(&mut self) -> Option<String> {
        if self.problem.is_some() {
            return None;
        }
        // A map that is here says nothing of the figures: rates asked for later want those of the population.
        if let Some(address) = self.map_address().filter(|address| !self.files.has_map(address)) {
            return Some(address);
        }
        let wanted = self.request().and_then(|request| {
            check_words(&self.asked())?;
            let dataset = self.attribute(attribute::DATASET);
            loading::wanted(&self.origin(&dataset)?, &self.base, self.package.as_ref(), &request)
        });
        match wanted {
            Ok(wanted) => self.files.first_missing(&wanted).cloned().or_else(|| self.annotations_to_fetch()),
            Err(_) if Part::More.is_here() && self.drop_choices() => self.need(),
            Err(problem) => {
                self.problem = Some(problem);
                None
            }
        }
    }

    /// The next list of annotations to fetch; only once the chart is there without them.
    fn annotations_to_fetch(&mut self) -> Option<String> {
        if !Part::More.is_here() || self.shown.is_none() || self.drawn_for.is_none() {
            return None;
        }
        let addresses = annotations::addresses(self).ok()?;
        addresses.into_iter().find(|address| !self.files.has_asked_json(address))
    }

    /// Takes what came from an address.
    pub fn give(&mut self, address: &str, status: u16, body: Option<&[u8]>) {
        let as_map = self.map_address().as_deref() == Some(address);
        if Part::More.is_here()
            && annotations::addresses(self).is_ok_and(|all| all.iter().any(|one| one == address))
        {
            self.give_annotations(address, status, body);
            return;
        }
        self.is_stale |= !as_map;
        // What only a reader's choice has asked for is no reason to take the chart away.
        let base = [&self.base, "data/"].concat();
        let package = self.package.as_ref();
        let part = address.strip_prefix(base.as_str()).and_then(|path| {
            package.and_then(|package| package.resources.iter().find(|part| part.path == path))
        });
        if let Err(problem) = self.files.take(address, status, body, as_map, part)
            && !(self.shown.is_some() && Part::More.is_here() && self.drop_choices())
        {
            self.problem = Some(problem);
        }
    }

    /// Takes a list of annotations; what is wrong with it is told, and the chart stays.
    #[inline(never)]
    fn give_annotations(&mut self, address: &str, status: u16, body: Option<&[u8]>) {
        let taken = self.files.take_json(address, status, body);
        let read = taken.and_then(|()| annotations::read(self).map(|_| ()));
        let (Err(problem), Some(locale)) = (read, &self.locale) else { return };
        self.files.forget_json(address);
        let fault = Fault::new(&problem.in_column(attribute::ANNOTATIONS), locale);
        self.tell_later("error", events::plain(&fault));
    }

    /// Forgets what these data cannot answer of a reader's choices, so that the author's view stays; whether any was.
    #[inline(never)]
    pub fn drop_choices(&mut self) -> bool {
        let unasked = self.state.unasked();
        let dropped = unasked != self.state;
        self.state = unasked;
        self.is_stale |= dropped;
        dropped
    }

    /// Lets a message change the state, and does what follows.
    #[inline(never)]
    pub fn react(&mut self, message: Msg) {
        let series = self.shown.as_ref().map(|shown| shown.series.clone()).unwrap_or_default();
        let effect = update(&mut self.state, message, &series);
        self.is_stale |= effect.query;
        if effect.emit {
            self.left_behind = self.frame.clone();
        }
        if effect.query && self.shown.is_some() {
            self.call("need");
        } else if effect.redraw {
            let scale = self.value_scale();
            if let Some(shown) = &mut self.shown {
                shown.scale = scale;
            }
            self.schedule();
        }
        if effect.cursor {
            render::cursor(self, None);
        }
        if effect.emit {
            let state = events::plain(&self.state);
            self.tell_later("change", state);
        }
    }

    /// Draws before the next paint, once however often it is asked.
    pub fn schedule(&mut self) {
        if self.next_frame.is_none() {
            let own = self.own.clone();
            self.next_frame = FrameRequest::new(move || {
                with(&own, |widget| {
                    widget.next_frame = None;
                    render::render(widget);
                })
            });
        }
    }

    /// Draws anew if the size is not the one drawn for: a size watch also reports once at its start.
    pub fn resized(&mut self) {
        if self.skeleton.as_ref().is_some_and(|skeleton| self.drawn_for != Some(skeleton.size())) {
            self.schedule();
        }
    }

    /// Asks `embed.js` for what only it can do, once no borrow of the widget is held.
    pub fn call(&self, what: &'static str) {
        let Some(helper) = self.helper.clone() else { return };
        let call = wasm_bindgen::closure::Closure::once_into_js(move || {
            let _ = helper.call1(&wasm_bindgen::JsValue::NULL, &what.into());
        });
        if let Some(window) = web_sys::window() {
            window.queue_microtask(wasm_bindgen::JsCast::unchecked_ref(&call));
        }
    }

    /// Dispatches an event once no borrow of the widget is held: the host may call back into it.
    pub fn tell_later(&self, name: &'static str, detail: wasm_bindgen::JsValue) {
        let host = self.host.clone();
        let tell = wasm_bindgen::closure::Closure::once_into_js(move || events::emit(&host, name, &detail));
        if let Some(window) = web_sys::window() {
            window.queue_microtask(wasm_bindgen::JsCast::unchecked_ref(&tell));
        }
    }

    /// The fault to tell, in words.
    pub fn fault(&self) -> Option<Fault> {
        Some(Fault::new(self.problem.as_ref()?, self.locale.as_ref()?))
    }

    /// The text alternative, with `source` at its end; empty while nothing is shown.
    #[inline(never)]
    pub fn summary(&self, with_source: bool) -> String {
        let (Some(shown), Some(locale)) = (&self.shown, &self.locale) else { return String::new() };
        let source = if with_source { shown.texts.source.as_str() } else { "" };
        self.attribute(attribute::ALT).unwrap_or_else(|| shown.summary(&self.state, source, locale))
    }

    /// Which face of the figure the reader sees.
    pub fn tab(&self) -> Tab {
        self.shown.as_ref().map_or(self.state.tab, |shown| shown.tab(self.state.tab))
    }
}

/// Runs `act` on a widget that still exists and is not already in use.
pub fn with(widget: &Weak<RefCell<Widget>>, act: impl FnOnce(&mut Widget)) {
    if let Some(widget) = widget.upgrade()
        && let Ok(mut widget) = widget.try_borrow_mut()
    {
        act(&mut widget);
    }
}

/// A new widget for an element.
pub fn new(host: HtmlElement, root: ShadowRoot, base: String) -> Rc<RefCell<Widget>> {
    Rc::new_cyclic(|own| {
        RefCell::new(Widget {
            host,
            root,
            base,
            attributes: Vec::new(),
            locale: None,
            package: None,
            files: Files::default(),
            state: State::default(),
            shown: None,
            is_stale: true,
            problem: None,
            skeleton: None,
            periods_shown: None,
            has_map: None,
            more_rows: Cell::new(None),
            playing: None,
            drag_from: None,
            left_behind: None,
            transition: None,
            chosen: String::new(),
            linked: Vec::new(),
            wants_about: false,
            drawn_for: None,
            table_order: None,
            table_query: String::new(),
            frame: None,
            palette: None,
            helper: None,
            feeding: None,
            not_refreshed: None,
            announce: true,
            listeners: Vec::new(),
            size_watch: None,
            next_frame: None,
            after_paint: None,
            own: own.clone(),
        })
    })
}

/// Shows what is wrong above the page's own content.
#[inline(never)]
pub fn show_fault(widget: &Widget, fault: &Fault) {
    let Some(message) = message_box(widget) else { return };
    dom::clear(&message);
    dom::append(&message, dom::text_element("b", "", &fault.message));
    if !fault.hint.is_empty() {
        dom::append(&message, dom::text_element("span", "", &fault.hint));
    }
    dom::show(&message, true);
    if let Some(skeleton) = &widget.skeleton {
        dom::show(&skeleton.figure, false);
        dom::show(&skeleton.fallback, true);
    }
}

/// The element of `embed.js` that says what is wrong.
pub fn message_box(widget: &Widget) -> Option<web_sys::Element> {
    widget.root.query_selector(".message").ok()?
}
