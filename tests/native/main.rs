//! The core by behaviour, without a browser.

mod architecture;
mod attributes;
mod labels;
mod locale;
mod messages;
mod periods;
mod problems;
mod query;
mod reading;
mod summary;
mod tables;
