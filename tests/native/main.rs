//! The core by behaviour, without a browser.

mod charts;
mod golden;
mod layout;
mod scales;
mod theme;
