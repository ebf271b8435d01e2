//! The core by behaviour, without a browser.
mod query_real;
mod reading;
