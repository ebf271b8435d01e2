//! One chart on a page: what is asked, what has been read, what is shown, what the reader chose, what goes on.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;

use super::after::{After, Transition};
use super::render;
use super::screen::Screen;
use super::skeleton::Skeleton;
use crate::chart::{AnnotationLayer, Frame, Step};
use crate::figure::{Fault, FigureModel};
use crate::model::{Annotation, Package, Period, Problem, attribute};
use crate::query::Request;
use crate::summary::TableOrder;
use crate::view::{State, Tab};
use crate::web::host::chunks;
use crate::web::host::element::{Host, with};
use crate::web::host::listener::{AfterPaint, FrameRequest, Listener, SizeWatch, Timeout};
use crate::web::host::page::{ChartPage, Page};
use crate::web::platform::palette::Palette;
use crate::web::reading::loading::{self, Files, Origin};

/// One chart.
pub struct Widget {
    /// The element it stands in, with what its author asks.
    pub host: Host,
    /// What the page does for it.
    pub page: ChartPage,
    /// What has been read.
    pub read: Read,
    /// What the reader has chosen.
    pub chosen: Chosen,
    /// The elements, once made.
    pub skeleton: Option<Skeleton>,
    /// What is to be shown as soon as all it needs is there.
    pub next: Option<FigureModel>,
    /// What is shown: figures, drawing and the code that draws, together; `None` before the first success and after a fault.
    pub screen: Option<Screen>,
    /// What goes on.
    pub going_on: GoingOn,
    /// What is wrong.
    pub problem: Option<Problem>,
    /// Itself, for closures that must not keep it alive.
    pub own: Weak<RefCell<Widget>>,
}

/// What a chart has read.
#[derive(Default)]
pub struct Read {
    /// The shipped datasets.
    pub package: Option<Package>,
    /// Tables, boundaries, annotations.
    pub files: Files,
    /// What happened within the time shown, as author and page ask for it, by time.
    pub annotations: AnnotationLayer,
    /// The author's file that is on its way in.
    pub file: Option<Box<dyn Any>>,
    /// Why the table shown could not be brought up to date, if so.
    pub not_refreshed: Option<Problem>,
    /// Whether something has come, or was asked, since what is shown was worked out.
    pub is_stale: bool,
    /// The periods that the slider steps through, once known for these figures.
    pub periods: Option<Vec<Period>>,
    /// The figures of those periods, and the choices they answer, once the reader has stepped through them.
    pub steps: Option<(State, Rc<Vec<Step>>)>,
    /// Whether these figures can be shown on a map, once that has been asked.
    pub has_map: Option<bool>,
}

impl Read {
    /// Forgets what was found out about the figures: there are others.
    pub fn forget_possible(&mut self) {
        (self.periods, self.steps, self.has_map) = (None, None, None);
    }
}

/// What the reader has chosen.
#[derive(Default)]
pub struct Chosen {
    /// The state of the element.
    pub state: State,
    /// What the table is ordered by, if the reader has said so.
    pub table_order: Option<TableOrder>,
    /// What the reader searches in the table.
    pub table_query: String,
    /// What another widget of the page has marked.
    pub linked: Vec<Annotation>,
    /// Whether the reader has asked for "About this figure", which is not there yet.
    pub wants_about: bool,
}

/// What goes on in a chart; all of it ends when it is dropped.
#[derive(Default)]
pub struct GoingOn {
    /// Whether new data wait for their `load` event.
    pub announce: bool,
    /// The plot's width and height in CSS pixels that were last found to be others than those drawn for.
    pub reshaped: Option<(i32, i32)>,
    /// Whether the keyboard has walked through these figures.
    pub has_walked: bool,
    /// The row of a place that the keyboard has gone to; `None` is all of them.
    pub row: Option<usize>,
    /// What was told last of a reader's choice.
    pub told_change: Option<String>,
    /// The author's words whose places were looked at, and told where they have none.
    pub told_notes: Option<String>,
    /// Listeners.
    pub listeners: Vec<Listener>,
    /// The watch on the element's size.
    pub size_watch: Option<SizeWatch>,
    /// The next drawing.
    pub next_frame: Option<FrameRequest>,
    /// What is filled in after the drawing is painted.
    pub after_paint: Option<AfterPaint>,
    /// What asks for all that can be shown of many rows.
    pub possible: Option<Timeout>,
    /// What adds the rest of a long table's rows.
    pub more_rows: Cell<Option<Timeout>>,
    /// What goes on to the next period, while the periods are played.
    pub playing: Option<Timeout>,
    /// What goes on to the next figure, while a series is heard.
    pub listening: Option<Timeout>,
    /// Where a drag over the drawing began, in CSS pixels from its left edge.
    pub drag_from: Option<f64>,
    /// Whether the next drawing follows a reader's choice, so that the eye may follow what moves.
    pub is_choice: bool,
    /// The drawing's way to the next view.
    pub transition: Option<Transition>,
}

/// A new widget for an element.
pub fn new(page: ChartPage) -> Rc<RefCell<Widget>> {
    let host = Host::new(page.clone().unchecked_into::<Page>());
    Rc::new_cyclic(|own| {
        RefCell::new(Widget {
            host,
            page,
            read: Read { is_stale: true, ..Read::default() },
            chosen: Chosen::default(),
            skeleton: None,
            next: None,
            screen: None,
            going_on: GoingOn::default(),
            problem: None,
            own: own.clone(),
        })
    })
}

impl Widget {
    /// The text of an attribute; `None` where absent or empty.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.host.attribute(name).map(str::to_owned)
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
        Ok(match chunks::after() {
            Some(after) => (after.apply)(&self.chosen.state, request),
            None => request,
        })
    }

    /// The attributes as the query understands them.
    pub fn authors_request(&self) -> Result<Request, Problem> {
        Request::from_attributes(&self.asked())
    }

    /// Where the figures come from: a script's data before `src` before `dataset`.
    pub fn origin<'a>(&self, dataset: &'a Option<String>) -> Result<Origin<'a>, Problem> {
        if self.read.files.own("").is_some() {
            return Ok(Origin::Own);
        }
        if let Some(src) = self.host.attribute(attribute::SRC) {
            return Ok(Origin::File(loading::absolute(src)?));
        }
        dataset.as_deref().map(Origin::Shipped).ok_or_else(|| Problem::new("nothing-to-show"))
    }

    /// Draws before the next paint, once however often it is asked.
    pub fn schedule(&mut self) {
        if self.going_on.next_frame.is_none() {
            let own = self.own.clone();
            self.going_on.next_frame = FrameRequest::new(&self.host.page, move || {
                with(&own, |widget| {
                    widget.going_on.next_frame = None;
                    render::render(widget);
                })
            });
        }
    }

    /// Draws anew if the size is not the one drawn for: a size watch also reports once at its start.
    pub fn resized(&mut self) {
        let size = self.skeleton.as_ref().map(Skeleton::size);
        if size.is_some() && self.screen.as_ref().is_none_or(|screen| screen.drawn_for != size) {
            self.schedule();
        }
    }

    /// What is shown, worked out from the files; `None` before the first success and after a fault.
    pub fn figure(&self) -> Option<&FigureModel> {
        self.screen.as_ref().map(|screen| &screen.figure)
    }

    /// The frame of what is shown.
    pub fn frame(&self) -> Option<&Frame> {
        self.screen.as_ref()?.frame.as_ref()
    }

    /// The colours and font of what is shown.
    pub fn palette(&self) -> Option<&Palette> {
        self.screen.as_ref()?.palette.as_ref()
    }

    /// Which face of the figure the reader sees.
    pub fn tab(&self) -> Tab {
        let tab = self.chosen.state.tab;
        self.figure().map_or(tab, |figure| figure.tab(tab))
    }

    /// Lets go of a reader's choices that these data cannot answer; whether there were any.
    pub fn let_go(&mut self) -> bool {
        chunks::after().is_some_and(|after: &After| (after.drop_choices)(self))
    }

    /// The fault to tell, in words.
    pub fn fault(&self) -> Option<Fault> {
        Some(Fault::new(self.problem.as_ref()?, self.host.locale.as_ref()?))
    }

    /// Says what is wrong above the page's own content, in the place of the figure.
    pub fn show_fault(&self, fault: &Fault) {
        self.host.show_fault(fault);
        if let Some(skeleton) = &self.skeleton {
            skeleton.show(false);
        }
    }
}
