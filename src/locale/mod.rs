//! Words, numbers, dates and names in the reader's language.
//!
//! Numbers, dates, lists, plurals, alphabetical order and names of countries are CLDR's: in a browser through `Intl`,
//! elsewhere through ICU4X ([`NativeFormats`]), which costs the first build some twenty seconds on two cores, and the
//! module nothing. No language is named in this code: what CLDR or `Intl` lacks of one stands in its message file
//! ([`LanguageRules`]), and a language is its files.
//!
//! ICU4X is newer (CLDR 49) than the browsers of today (CLDR 48). Where they differ the message files have the text, as
//! where browsers differ from each other: `country.ATF`, `country.HMD`, `country.SHN` and others.

mod claim;
mod formats;
mod label;
mod messages;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod number;
#[cfg(not(target_arch = "wasm32"))]
mod place_names;
mod quantity;
mod rules;
mod source;
mod span;

pub use claim::{claim_sentences, condition_words};
pub use formats::{Formats, PeriodStyle, primary_language};
pub use label::{category_label, series_label, undated_label};
pub use messages::Messages;
pub(crate) use messages::interpolate;
#[cfg(not(target_arch = "wasm32"))]
pub use native::NativeFormats;
pub(crate) use number::{relative_change, share_of};
#[cfg(not(target_arch = "wasm32"))]
pub use place_names::place_names;
pub use rules::LanguageRules;
pub use source::{
    SourceSegment, licence_name, source_line, source_segments, source_title, title_language, via_name,
};
pub use span::{happened, headline, key_figure_when, period_span, span_part, time_phrase};

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

impl Locale {
    /// `rtl` for a language that is written from right to left, else `ltr`.
    pub fn direction(&self) -> &str {
        self.messages.get("format.direction").unwrap_or("ltr")
    }
}
