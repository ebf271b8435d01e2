//! The core by behaviour, without a browser.
mod attributes;
mod periods;
mod problems;
mod query;
mod reading;
