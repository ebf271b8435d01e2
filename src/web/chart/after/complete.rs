//! What follows a drawing: listeners, the overlay, table and text, and the `load` event.

use wasm_bindgen::JsValue;

use super::{
    about, annotations, cursor, handlers, one_stop, table_and_text, time_slider, told, transition, walking,
    whole_texts,
};
use crate::chart::Frame;
use crate::figure::Fault;
use crate::view::Tab;
use crate::web::chart::controls;
use crate::web::chart::widget::Widget;
use crate::web::host::element::with;
use crate::web::host::events;
use crate::web::host::listener::{AfterPaint, Timeout};

/// Does what follows a drawing, or a figure that has no box; from the frame `left` the eye follows to the new one.
pub fn complete(widget: &mut Widget, is_drawn: bool, left: Option<Frame>) {
    if widget.skeleton.is_some() && widget.going_on.listeners.is_empty() {
        handlers::connect(widget);
    }
    if !is_drawn {
        return;
    }
    widget.going_on.transition = None;
    let is_choice = left.is_some();
    if let Some(left) = left {
        transition::start(widget, left);
    }
    annotations::cover(widget);
    cursor::refresh(widget, None);
    walking::offer(widget);
    told::head(widget);
    if let Some(skeleton) = &widget.skeleton {
        told::region(skeleton);
    }
    if !time_slider::fill(widget) {
        widget.schedule();
    }
    if widget.read.has_map.is_none() && !widget.has_many_rows() {
        ask_for_map(widget);
    }
    whole_texts::offer(widget);
    if let Some(skeleton) = &widget.skeleton {
        one_stop::arrange(skeleton);
    }
    reshape(widget);
    follow(widget, is_choice);
    if annotations::missing(widget).is_some() {
        widget.page.need();
    }
}

/// Asks whether the figures can be shown on a map, and offers it.
fn ask_for_map(widget: &mut Widget) {
    widget.read.has_map = Some(widget.can_map());
    controls::show_map_tab(widget);
}

/// The same in a task of its own.
fn ask_for_map_later(widget: &mut Widget) {
    let own = widget.own.clone();
    widget.going_on.possible = Timeout::new(&widget.host.page, 0, move || {
        with(&own, |widget| {
            ask_for_map(widget);
            if let Some(skeleton) = &widget.skeleton {
                one_stop::arrange(skeleton);
            }
        });
    });
}

/// Draws anew where what has been filled in since has left the drawing another box: else it would be stretched.
fn reshape(widget: &mut Widget) {
    let (Some(skeleton), Some(frame)) = (&widget.skeleton, widget.frame()) else { return };
    let box_now = (skeleton.plot.client_width(), skeleton.plot.client_height());
    let css = |device: i32| f64::from(device) / frame.device_pixel_ratio;
    let is_other = |now: i32, drawn: i32| (f64::from(now) - css(drawn)).abs() > 1.0;
    let is_stretched = widget.tab() == Tab::Chart
        && box_now.1 > 0
        && (is_other(box_now.0, frame.width_in_device_px) || is_other(box_now.1, frame.height_in_device_px));
    // The same box twice would be drawn for ever.
    if is_stretched && widget.going_on.reshaped != Some(box_now) {
        widget.going_on.reshaped = Some(box_now);
        widget.schedule();
    }
}

/// The detail of a `load` event.
#[derive(serde::Serialize)]
struct Loaded {
    /// What was odd in the file, and what was done with it.
    diagnostics: Vec<Fault>,
}

/// Fills in table and text: at once where the reader looks at them, else once the drawing is painted.
fn follow(widget: &mut Widget, is_choice: bool) {
    if widget.tab() != Tab::Chart {
        table_and_text::fill(widget);
        about::reach(widget);
    }
    let own = widget.own.clone();
    widget.going_on.after_paint = Some(AfterPaint::new(&widget.host.page, move || {
        with(&own, |widget| {
            if widget.tab() == Tab::Chart {
                table_and_text::fill(widget);
            }
            if is_choice {
                told::changed(widget, &table_and_text::summary_of(widget, false));
            }
            let is_new = std::mem::take(&mut widget.going_on.announce);
            if is_new {
                (widget.going_on.has_walked, widget.going_on.row) = (false, None);
                announce(widget);
            }
            annotations::tell_misplaced(widget, is_new);
            if widget.read.has_map.is_none() {
                ask_for_map_later(widget);
            }
        });
    }));
}

/// Tells the page that new figures are shown, and what was odd in their file.
fn announce(widget: &Widget) {
    let diagnostics = widget.figure().map(|figure| figure.diagnostics.clone()).unwrap_or_default();
    widget.host.page.tell("load", &events::plain(&Loaded { diagnostics: diagnostics.clone() }));
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.severity == "warning") {
        widget.host.tell_fault(diagnostic);
    }
}

/// Tells the reader and the page what is wrong, and gives it.
pub fn tell_fault(widget: &mut Widget) -> JsValue {
    let Some(fault) = widget.fault() else { return JsValue::UNDEFINED };
    widget.show_fault(&fault);
    widget.host.tell_fault(&fault)
}
