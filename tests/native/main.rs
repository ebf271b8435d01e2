//! The core by behaviour, without a browser.

mod architecture;
mod asked;
mod attributes;
mod charts;
mod choices;
mod country;
mod data_import;
mod decimals;
mod golden;
mod labels;
mod layout;
mod locale;
mod messages;
mod parts;
mod periods;
mod problems;
mod query;
mod reading;
mod refusals;
mod scales;
mod shipped_data;
mod shipped_descriptors;
mod summary;
mod tables;
mod theme;
