//! What `feed.js` and the page ask of a chart's own file, by the names of the calls.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::feeding::{begin_data, close, fail, feed, open, refine, stop, wants};
use super::rows_given::{end_rows, take_rows};
use crate::model::Problem;
use crate::web::chart::after::{inferred, rows};
use crate::web::chart::widget::Widget;
use crate::web::host::given::{Answer, Given};

/// What lies behind the door of the chunk `files`.
pub const FILES: Answer = answer;

/// Answers a call; `None` where its name is none of these.
fn answer(widget: &mut Widget, name: &str, given: &Given) -> Option<JsValue> {
    Some(match name {
        // Begins to read what has no address.
        "begin_data" => {
            begin_data(widget);
            JsValue::UNDEFINED
        }
        // What a script has set as data is no table.
        "bad_data" => {
            fail(widget, Problem::new("bad-data"), false);
            JsValue::UNDEFINED
        }
        // Takes the next rows of a table that a script has set or that stands in the element, after so many others; the
        // names of the columns where each cell has to be one; whether more are wanted.
        "take_rows" => {
            let names = given.value(2).dyn_into().ok();
            take_rows(widget, &given.value(0).into(), given.number(1), names.as_ref()).into()
        }
        // Ends that table, which has a title or none; whether it can be read on.
        "end_rows" => end_rows(widget, given.text(0)).into(),
        // Begins to read the document at an address for the table of a key; whether its bytes are wanted.
        "open" => {
            let (key, address, status) = (given.text(0), given.text(1), given.number(2) as u16);
            open(widget, &key, &address, status, given.number(3), given.is(4)).into()
        }
        // Takes the next bytes; whether more are wanted.
        "feed" => feed(widget, &Uint8Array::new(&given.value(0)).to_vec()).into(),
        // The part without which the document is not read on, if any; whether all its bytes have come.
        "wants" => wants(widget, given.is(0)).into(),
        // Ends the document, which is whole or broke off; the address of the next one that is wanted, if any.
        "close" => close(widget, given.is(0)).into(),
        // Does the next piece of what is left once all bytes are here; whether nothing is left.
        "refine" => refine(widget).into(),
        // The reader has given up what is being read.
        "stop" => {
            stop(widget);
            JsValue::UNDEFINED
        }
        // What the readers took of the file, and what was odd in it; `undefined` for shipped data.
        "inferred" => inferred(widget),
        // The table as it was read, before any choice; `undefined` for shipped data.
        "rows" => rows(widget),
        _ => return None,
    })
}
