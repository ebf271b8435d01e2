//! A drag over a chart over time: the stretch dragged over is shown alone; a double click shows all again.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use super::annotations;
use super::choices::react;
use crate::model::shortest_decimal;
use crate::query::Axis;
use crate::view::{Msg, Tab};
use crate::web::chart::controls;
use crate::web::chart::widget::Widget;
use crate::web::platform::dom::{show, style};

/// A shorter drag than this, in CSS pixels, is a click of an unsteady hand.
const LEAST_IN_CSS_PX: f64 = 8.0;

/// The pointer's place in CSS pixels from the plot's left edge, where a drag has a meaning.
fn x_in_plot(widget: &Widget, event: &PointerEvent) -> Option<f64> {
    let (skeleton, shown, frame) = (widget.skeleton.as_ref()?, widget.figure()?, widget.frame()?);
    let over_time = matches!(shown.grid.axis, Axis::Periods(_)) && frame.panels.is_empty();
    let is_free = frame.hit_bands.iter().all(|place| place.region.is_none()) && frame.hit_bands.len() > 2;
    if !over_time || !is_free || widget.tab() != Tab::Chart || !controls::wants(widget, "time") {
        return None;
    }
    Some(f64::from(event.client_x()) - skeleton.plot.get_bounding_client_rect().left())
}

/// The pointer goes down: a drag may begin. Fingers scroll and read instead; their way to the span is the menu.
pub fn pressed(widget: &mut Widget, event: &Event) {
    let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_marker = target.is_some_and(|target| target.has_attribute(annotations::MARKER));
    if event.pointer_type() == "touch" || event.button() != 0 || on_marker {
        return;
    }
    widget.going_on.drag_from = x_in_plot(widget, event);
    if let (Some(skeleton), Some(_)) = (&widget.skeleton, widget.going_on.drag_from) {
        let _ = skeleton.plot.set_pointer_capture(event.pointer_id());
    }
}

/// The stretch between where the drag began and a place, in CSS pixels within the plot.
fn stretch(widget: &Widget, x: f64) -> Option<(f64, f64)> {
    let (from, frame) = (widget.going_on.drag_from?, widget.frame()?);
    let css = |device: i32| f64::from(device) / frame.device_pixel_ratio;
    let (left, right) = (css(frame.plot.left), css(frame.plot.right));
    let (start, end) = (from.min(x).max(left), from.max(x).min(right));
    (end - start >= LEAST_IN_CSS_PX).then_some((start, end))
}

/// The pointer moves: the stretch so far is shown.
pub fn moved(widget: &Widget, event: &Event) {
    let Some(event) = event.dyn_ref::<PointerEvent>().filter(|_| widget.going_on.drag_from.is_some()) else {
        return;
    };
    let (Some(skeleton), Some(frame)) = (&widget.skeleton, widget.frame()) else { return };
    let found = x_in_plot(widget, event).and_then(|x| stretch(widget, x));
    show(&skeleton.brush, found.is_some());
    if let Some((start, end)) = found {
        let px = |value: f64| [&shortest_decimal(value), "px"].concat();
        let css = |device: i32| f64::from(device) / frame.device_pixel_ratio;
        style(&skeleton.brush, "left", &px(start));
        style(&skeleton.brush, "width", &px(end - start));
        style(&skeleton.brush, "top", &px(css(frame.plot.top)));
        style(&skeleton.brush, "height", &px(css(frame.plot.height())));
    }
}

/// The pointer comes up: the periods dragged over are shown alone, if they are several.
pub fn released(widget: &mut Widget, event: &Event) {
    let found = event
        .dyn_ref::<PointerEvent>()
        .and_then(|event| x_in_plot(widget, event))
        .and_then(|x| stretch(widget, x));
    widget.going_on.drag_from = None;
    let Some(skeleton) = &widget.skeleton else { return };
    show(&skeleton.brush, false);
    let (Some((start, end)), Some(frame), Some(shown)) = (found, widget.frame(), widget.figure()) else {
        return;
    };
    let Axis::Periods(periods) = &shown.grid.axis else { return };
    let within = |device: i32| {
        let x = f64::from(device) / frame.device_pixel_ratio;
        start <= x && x <= end
    };
    let mut chosen = frame.hit_bands.iter().filter(|place| within(place.middle)).map(|place| place.index);
    let Some(first) = chosen.next() else { return };
    let last = chosen.next_back().unwrap_or(first);
    let text = |index: usize| periods.get(index).map(ToString::to_string);
    if let (Some(from), Some(to), true) = (text(first), text(last), last > first) {
        react(widget, Msg::Cursor(None));
        react(widget, Msg::Span(Some(from), Some(to)));
    }
}

/// A double click shows the author's own span again.
pub fn widened(widget: &mut Widget) {
    if widget.chosen.state.from.is_some() || widget.chosen.state.to.is_some() {
        react(widget, Msg::Span(None, None));
    }
}
