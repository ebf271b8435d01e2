//! The engine behind the handle: a pane that is shared with its own listeners.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::pane::{self, Pane};
use super::{Engine, ExplorerDoor, reading, records};
use crate::web::host::events;
use crate::web::host::given::Given;
use crate::web::host::page::ExplorerPage;

/// What lies behind the door.
pub const DOOR: ExplorerDoor = ExplorerDoor { styles, open };

fn styles() -> String {
    include_str!("explorer.css").to_owned()
}

fn open(page: ExplorerPage) -> Box<dyn Engine> {
    Box::new(Shared(pane::new(page)))
}

/// A pane, and its listeners' hold on it.
struct Shared(Rc<RefCell<Pane>>);

impl Shared {
    /// Runs `act` unless the pane is in use, as it is for ever once a bug has stopped it.
    fn with<Answer>(&self, otherwise: Answer, act: impl FnOnce(&mut Pane) -> Answer) -> Answer {
        match self.0.try_borrow_mut() {
            Ok(mut pane) => act(&mut pane),
            Err(_) => otherwise,
        }
    }
}

impl Engine for Shared {
    fn ask(&self, name: &str, given: &Given) -> JsValue {
        self.with(JsValue::UNDEFINED, |pane| answer(pane, name, given))
    }
}

/// Answers a call by its name.
fn answer(pane: &mut Pane, name: &str, given: &Given) -> JsValue {
    let none = JsValue::UNDEFINED;
    match name {
        // Takes the language, see [`crate::web::host::element::Host::speak`].
        "speak" => {
            pane::speak(pane, given.text(0), &given.text(1));
            none
        }
        // Takes the attributes (an object of texts).
        "configure" => {
            pane::configure(pane, &given.value(0));
            none
        }
        // The path of the translations that a declaration names for a language; empty where it names none.
        "translations" => {
            reading::translations(pane, &Uint8Array::new(&given.value(0)), &given.text(1)).into()
        }
        // Takes the declaration and its translations, as bytes of JSON files; gives the first fault, if any.
        "give" => {
            let bytes = |index| given.value(index).dyn_into::<Uint8Array>().ok();
            let fault = reading::give(pane, &given.text(0), given.number(1) as u16, bytes(2), bytes(3));
            pane.announce |= given.is(4) && fault.is_undefined();
            fault
        }
        // Shows what has been read.
        "show" => {
            pane::show_first(pane);
            none
        }
        // What the reader has chosen, as a plain object.
        "state" => events::plain(&pane.state),
        // Chooses for the reader; what is not a state changes nothing.
        "choose" => {
            pane::choose(pane, &given.value(0));
            none
        }
        // The commitments shown as CSV.
        "csv" => records::csv_of(pane).into(),
        // What is shown in one sentence.
        "summary" => records::summary_of(pane).into(),
        // Takes the choices that the fragment of an address holds for the widget of a key; whether it holds any.
        "restore" => records::restore(pane, &given.text(0), &given.text(1)).into(),
        // The fragment of an address that opens what is shown; with a third text, that record.
        "fragment" => records::fragment_of(pane, &given.text(0), &given.text(1), &given.text(2)).into(),
        // The citation of a commitment; the second text is the address that leads to it.
        "citation" => records::citation_of(pane, &given.text(0), &given.text(1)).into(),
        // What charts mark for a record: a list of one annotation as JSON, empty for an unknown id.
        "mark" => records::mark_of(pane, &given.text(0)).into(),
        // Says something beside the button of a record: that it was copied, or what to copy.
        "said" => {
            records::said(pane, &given.text(0), given.is(1), &given.text(2));
            none
        }
        _ => none,
    }
}
