//! Words, numbers, dates and names in the reader's language.

#[cfg(not(target_arch = "wasm32"))]
mod cldr;
#[cfg(not(target_arch = "wasm32"))]
mod collation;
#[cfg(not(target_arch = "wasm32"))]
mod decimal;
mod figure;
mod formats;
mod label;
mod messages;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod source;
mod span;

pub(crate) use figure::{relative_change, share_of};
pub use formats::{Formats, PeriodStyle, Plural, primary_language, quarter};
pub use label::{place_label, series_label, unit_label};
pub use messages::Messages;
#[cfg(not(target_arch = "wasm32"))]
pub use native::NativeFormats;
pub use source::{SourcePart, source_line, source_parts};
pub use span::{period_span, when};

use std::rc::Rc;

/// One language: its messages and its formats.
#[derive(Clone)]
pub struct Locale {
    /// The BCP 47 tag, e.g. `es`.
    pub tag: String,
    /// The message file of the language.
    pub messages: Rc<Messages>,
    /// Numbers, dates, names: `Intl` in a browser, `NativeFormats` elsewhere.
    pub formats: Rc<dyn Formats>,
}
