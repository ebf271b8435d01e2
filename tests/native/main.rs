//! The core by behaviour, without a browser.

mod architecture;
mod attributes;
mod charts;
mod golden;
mod labels;
mod layout;
mod locale;
mod messages;
mod periods;
mod problems;
mod query;
mod reading;
mod scales;
mod summary;
mod tables;
mod theme;
