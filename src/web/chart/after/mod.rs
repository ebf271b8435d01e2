//! What follows the first drawing: reading, choosing, taking away. It travels as the chunk `more`, and is entered through
//! [`After`] alone.

mod about;
mod annotations;
mod answer;
mod brush;
mod choices;
mod complete;
mod contrast;
mod cursor;
mod diagnostics;
mod downloads;
mod handlers;
mod html_table;
mod inferred;
mod listening;
mod menu;
mod one_stop;
mod pick_list;
mod possible;
mod rows;
mod table_and_text;
mod time_slider;
mod told;
mod tooltip;
mod transition;
mod walking;
mod whole_texts;

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::skeleton::Skeleton;
use super::widget::Widget;
use crate::chart::{AnnotationLayer, ChartLater, Frame, Step};
use crate::data::Warning;
use crate::figure::{Fault, FigureModel};
use crate::locale::Locale;
use crate::query::{QueryLater, Request};
use crate::view::State;
use crate::web::host::given::Answer;
use crate::web::platform::palette::Palette;

pub use inferred::inferred;
pub use pick_list::folded;
pub use rows::rows;
pub use told::heading_level;
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
    /// Tells the reader and the page what is wrong, and gives it.
    pub tell_fault: fn(&mut Widget) -> JsValue,
    /// The frame as readers want it who do not see its colours, with its keys in the legend; `None` for all others.
    pub without_colour: fn(&Skeleton, &Palette, &Frame) -> Option<Frame>,
    /// Whether a reader wants that.
    pub wants_no_colour: fn() -> bool,
    /// Answers what JavaScript asks by name.
    pub answer: Answer,
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
    drop_choices: choices::drop_choices,
    diagnostics: diagnostics::diagnostics,
    annotations: annotations::asked_for,
    missing_annotations: annotations::missing,
    take_annotations: annotations::take,
    tell_fault: complete::tell_fault,
    without_colour: contrast::without_colour,
    wants_no_colour: contrast::is_wanted,
    answer: answer::answer,
};

fn styles() -> String {
    include_str!("style.css").to_owned()
}
