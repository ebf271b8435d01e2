//! The core by behaviour, without a browser.
mod reading;
