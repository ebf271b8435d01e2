//! What a reader, a script or an address chooses, and what follows from it.

use wasm_bindgen::JsValue;

use super::cursor;
use crate::view::{Msg, decode, encode, update};
use crate::web::chart::widget::Widget;
use crate::web::host::events;

/// Lets a message change the state, and does what follows.
pub fn react(widget: &mut Widget, message: Msg) {
    let series = widget.figure().map(|figure| figure.series.clone()).unwrap_or_default();
    let effect = update(&mut widget.chosen.state, message, &series);
    widget.read.is_stale |= effect.query;
    widget.going_on.is_choice |= effect.emit;
    if effect.query && widget.screen.is_some() {
        widget.page.need();
    } else if effect.redraw {
        let scale = widget.value_scale();
        if let Some(screen) = &mut widget.screen {
            screen.figure.scale = scale;
        }
        widget.schedule();
    }
    if effect.cursor {
        cursor::refresh(widget, None);
    }
    if effect.emit {
        widget.host.page.tell("change", &state(widget));
    }
}

/// Forgets what these data cannot answer of a reader's choices, so that the author's view stays; whether any was.
pub fn drop_choices(widget: &mut Widget) -> bool {
    let unasked = widget.chosen.state.without_query_choices();
    let dropped = unasked != widget.chosen.state;
    widget.chosen.state = unasked;
    if dropped {
        widget.read.is_stale = true;
        // What was to be shown next is the answer to them.
        widget.next = None;
    }
    dropped
}

/// The state as a plain object.
pub fn state(widget: &Widget) -> JsValue {
    events::plain(&widget.chosen.state)
}

/// Takes a state that a script sets; what is none changes nothing.
pub fn choose(widget: &mut Widget, state: &JsValue) {
    if let Some(state) = events::state(state) {
        react(widget, Msg::Set(state));
    }
}

/// Takes what an address holds for the widget called `key`; whether it holds anything.
pub fn restore(widget: &mut Widget, fragment: &str, key: &str) -> bool {
    let state = decode(fragment, key);
    let held = state.is_some();
    if let Some(state) = state {
        react(widget, Msg::Set(state));
    }
    held
}

/// The fragment of an address with what is chosen, beside what it holds of others.
pub fn fragment(widget: &Widget, fragment: &str, key: &str) -> String {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    encode(fragment, key, &widget.chosen.state)
}
