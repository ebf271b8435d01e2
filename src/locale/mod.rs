//! Words, numbers, dates and names in the reader's language.

mod formats;
mod label;
mod messages;
#[cfg(not(target_arch = "wasm32"))]
mod native;

pub use formats::{Formats, PeriodStyle, Plural};
pub use label::{period_span, series_label, unit_label};
pub use messages::Messages;
#[cfg(not(target_arch = "wasm32"))]
pub use native::NativeFormats;

use std::rc::Rc;

/// One language: its messages and its formats.
#[derive(Clone)]
pub struct Locale {
    /// The BCP 47 tag, e.g. `es`.
    pub tag: String,
    /// The message file of the language.
    pub messages: Rc<Messages>,
    /// Numbers, dates, names: `Intl` in a browser, [`NativeFormats`] elsewhere.
    pub formats: Rc<dyn Formats>,
}
