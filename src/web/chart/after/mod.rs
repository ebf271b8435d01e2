//! What follows the first drawing: reading, choosing, taking away. It travels as the chunk `more`, and is entered through
//! [`After`] alone.

mod about;
mod annotations;
mod brush;
mod choices;
mod complete;
mod cursor;
mod diagnostics;
mod downloads;
mod handlers;
mod html_table;
mod inferred;
mod menu;
mod possible;
mod rows;
mod table_and_text;
mod time_slider;
mod tooltip;
mod transition;
mod whole_texts;

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{HtmlCanvasElement, HtmlElement};

use super::widget::Widget;
use crate::chart::{AnnotationLayer, ChartLater, Frame, Step};
use crate::data::Warning;
use crate::figure::{Fault, FigureModel};
use crate::locale::Locale;
use crate::query::{QueryLater, Request};
use crate::view::{Msg, State};

pub use inferred::inferred;
pub use menu::folded;
pub use rows::rows;
pub use transition::Transition;

/// What a chart can do once this chunk has come.
pub struct After {
    /// The style sheet of what it shows: tooltip, table, text, and what stands in the menus.
    pub styles: fn() -> String,
    /// Does what follows a drawing, or a figure that has no box; the frame is that which the eye follows to the new one.
    pub complete: fn(&mut Widget, bool, Option<Frame>),
    /// Fills an open menu anew.
    pub refresh_menu: fn(&Widget, &HtmlElement, &FigureModel, &Locale),
    /// What a drawing gets later.
    pub drawing: &'static ChartLater,
    /// What a query does later.
    pub query: fn() -> &'static dyn QueryLater,
    /// The figures of every period that the reader steps through with what is to be shown; none where nobody does.
    pub steps: fn(&mut Widget, &FigureModel) -> Rc<Vec<Step>>,
    /// The author's request with the reader's choices.
    pub apply: fn(&State, Request) -> Request,
    /// Lets a message change the state, and does what follows.
    pub react: fn(&mut Widget, Msg),
    /// Lets go of choices that ask something of the data; whether there were any.
    pub drop_choices: fn(&mut Widget) -> bool,
    /// What was odd in the author's file, in words.
    pub diagnostics: fn(&Widget, &[Warning], &Locale) -> Vec<Fault>,
    /// The annotations that are asked for and have come.
    pub annotations: fn(&Widget) -> AnnotationLayer,
    /// The next address of annotations to fetch.
    pub missing_annotations: fn(&Widget) -> Option<String>,
    /// Takes what came from an address, if annotations were asked for there.
    pub take_annotations: fn(&mut Widget, &str, u16, Option<&Uint8Array>) -> bool,
    /// Marks what another widget of the page asks for.
    pub mark: fn(&mut Widget, &str),
    /// Tells the reader and the page what is wrong, and gives it.
    pub tell_fault: fn(&mut Widget) -> JsValue,
    /// The state as a plain object.
    pub state: fn(&Widget) -> JsValue,
    /// Takes a state that a script sets.
    pub choose: fn(&mut Widget, &JsValue),
    /// Takes what an address holds; whether it holds anything.
    pub restore: fn(&mut Widget, &str, &str) -> bool,
    /// The fragment of an address with what is chosen.
    pub fragment: fn(&Widget, &str, &str) -> String,
    /// Tells whether the address was copied.
    pub shared: fn(&Widget, &str, bool),
    /// Tells whether the citation was copied.
    pub cited: fn(&Widget, bool),
    /// The values shown as tidy CSV.
    pub csv: fn(&Widget) -> String,
    /// The picture as an SVG document.
    pub svg: fn(&Widget) -> String,
    /// The picture on a canvas of its own, so many device pixels a CSS pixel.
    pub picture: fn(&Widget, f64) -> Option<HtmlCanvasElement>,
    /// The text alternative, with the source at its end.
    pub summary: fn(&Widget) -> String,
}

/// What lies behind the door.
pub const AFTER: After = After {
    styles,
    complete: complete::complete,
    refresh_menu: menu::refresh,
    drawing: crate::chart::later(),
    query: crate::query::later,
    steps: time_slider::steps,
    apply: crate::view::apply,
    react: choices::react,
    drop_choices: choices::drop_choices,
    diagnostics: diagnostics::diagnostics,
    annotations: annotations::asked_for,
    missing_annotations: annotations::missing,
    take_annotations: annotations::take,
    mark: annotations::mark,
    tell_fault: complete::tell_fault,
    state: choices::state,
    choose: choices::choose,
    restore: choices::restore,
    fragment: choices::fragment,
    shared: menu::shared,
    cited: about::cited,
    csv: downloads::csv,
    svg: downloads::svg_of,
    picture: downloads::picture_of,
    summary: table_and_text::summary,
};

fn styles() -> String {
    include_str!("style.css").to_owned()
}
