//! The drawing on its way from one view to the next.

use js_sys::Date;

use crate::chart::{Frame, between};
use crate::web::chart::widget::Widget;
use crate::web::host::element::with;
use crate::web::host::listener::FrameRequest;
use crate::web::platform::surface;

/// How long a transition lasts, in milliseconds.
const LASTS_IN_MS: f64 = 300.0;
/// Frames of more marks than this change at once: following them would take longer than a frame has.
const MOST_MARKS: usize = 2_500;

/// A drawing on its way.
pub struct Transition {
    from: Frame,
    started_at_in_ms: f64,
    _next: Option<FrameRequest>,
}

/// Whether the reader wants to see movement.
fn may_move() -> bool {
    let query = || web_sys::window()?.match_media("(prefers-reduced-motion: reduce)").ok()?;
    !query().is_some_and(|query| query.matches())
}

/// Lets the drawing move from `from` to the widget's own frame, where something of both can be followed.
pub fn start(widget: &mut Widget, from: Frame) {
    let Some(to) = widget.frame() else { return };
    let is_small = from.marks.len() + to.marks.len() < MOST_MARKS;
    if !is_small
        || !may_move()
        || crate::web::platform::dom::document().hidden()
        || between(&from, to, 0.0).is_none()
    {
        return;
    }
    widget.going_on.transition = Some(Transition { from, started_at_in_ms: Date::now(), _next: None });
    step(widget);
}

fn step(widget: &mut Widget) {
    let Some(mut transition) = widget.going_on.transition.take() else { return };
    let (Some(to), Some(skeleton), Some(palette)) = (widget.frame(), &widget.skeleton, widget.palette())
    else {
        return;
    };
    let share = ((Date::now() - transition.started_at_in_ms) / LASTS_IN_MS).clamp(0.0, 1.0);
    // Fast at first, then slower: the eye arrives with it.
    let eased = 1.0 - (1.0 - share) * (1.0 - share) * (1.0 - share);
    let on_its_way = if share < 1.0 { between(&transition.from, to, eased) } else { None };
    let _ = surface::paint(&skeleton.canvas, on_its_way.as_ref().unwrap_or(to), &palette.font_family);
    if on_its_way.is_some() {
        let own = widget.own.clone();
        transition._next = FrameRequest::new(&widget.host.page, move || with(&own, step));
        widget.going_on.transition = Some(transition);
    }
}
