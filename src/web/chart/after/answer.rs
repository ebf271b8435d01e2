//! What JavaScript asks of a chart once this chunk has come, by the names of the calls.

use wasm_bindgen::JsValue;

use super::{about, annotations, choices, downloads, menu, table_and_text};
use crate::view::Msg;
use crate::web::chart::widget::Widget;
use crate::web::host::given::Given;

/// Answers a call; `None` where its name is none of these.
pub fn answer(widget: &mut Widget, name: &str, given: &Given) -> Option<JsValue> {
    let none = JsValue::UNDEFINED;
    Some(match name {
        // What the reader has chosen, as a plain object.
        "state" => choices::state(widget),
        // Chooses for the reader; what is not a state changes nothing.
        "choose" => {
            choices::choose(widget, &given.value(0));
            none
        }
        // Takes the choices that the fragment of an address holds for the widget of a key; whether it holds any.
        "restore" => choices::restore(widget, &given.text(0), &given.text(1)).into(),
        // The fragment of an address that holds what is chosen here beside what another holds of others.
        "fragment" => choices::fragment(widget, &given.text(0), &given.text(1)).into(),
        // Tells the reader whether the address to share has been copied.
        "shared" => {
            menu::shared(widget, &given.text(0), given.is(1));
            none
        }
        // Tells the reader whether the citation has been copied.
        "cited" => {
            about::cited(widget, given.is(0));
            none
        }
        // Marks a list of annotations, as JSON, beside the author's own.
        "mark" => {
            annotations::mark(widget, &given.text(0));
            none
        }
        // Sets the series of a key off from the others; an empty key lets go.
        "highlight" => {
            let key = given.text(0);
            choices::react(widget, Msg::Highlight((!key.is_empty()).then_some(key)));
            none
        }
        // The values shown as tidy CSV; empty while nothing is shown.
        "csv" => downloads::csv(widget).into(),
        // The picture as an SVG document; empty while nothing is shown.
        "svg" => downloads::svg_of(widget).into(),
        // The picture on a canvas of its own, so many device pixels a CSS pixel.
        "picture" => {
            let scale = given.number(0);
            let scale = if scale.is_finite() { scale.clamp(0.5, 8.0) } else { 1.0 };
            downloads::picture_of(widget, scale).map_or(none, JsValue::from)
        }
        // The text alternative, with the source at its end; empty while nothing is shown.
        "summary" => table_and_text::summary(widget).into(),
        _ => return None,
    })
}
