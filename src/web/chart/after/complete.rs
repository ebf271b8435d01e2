//! What follows a drawing: listeners, the overlay, table and text, and the `load` event.

use wasm_bindgen::JsValue;

use super::{about, annotations, cursor, handlers, table_and_text, time_slider, transition, whole_texts};
use crate::chart::Frame;
use crate::figure::Fault;
use crate::view::Tab;
use crate::web::chart::controls;
use crate::web::chart::widget::Widget;
use crate::web::host::element::with;
use crate::web::host::events;
use crate::web::host::listener::AfterPaint;

/// Does what follows a drawing, or a figure that has no box; from the frame `left` the eye follows to the new one.
pub fn complete(widget: &mut Widget, is_drawn: bool, left: Option<Frame>) {
    if widget.skeleton.is_some() && widget.going_on.listeners.is_empty() {
        handlers::connect(widget);
    }
    if !is_drawn {
        return;
    }
    widget.going_on.transition = None;
    if let Some(left) = left {
        transition::start(widget, left);
    }
    annotations::cover(widget);
    cursor::refresh(widget, None);
    if !time_slider::fill(widget) {
        widget.schedule();
    }
    if widget.read.has_map.is_none() {
        widget.read.has_map = Some(widget.can_map());
        controls::show_map_tab(widget);
    }
    whole_texts::offer(widget);
    follow(widget);
    if annotations::missing(widget).is_some() {
        widget.page.need();
    }
}

/// The detail of a `load` event.
#[derive(serde::Serialize)]
struct Loaded {
    /// What was odd in the file, and what was done with it.
    diagnostics: Vec<Fault>,
}

/// Fills in table and text: at once where the reader looks at them, else once the drawing is painted.
fn follow(widget: &mut Widget) {
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
            let is_new = std::mem::take(&mut widget.going_on.announce);
            if is_new {
                announce(widget);
            }
            annotations::tell_misplaced(widget, is_new);
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
