//! The core by behaviour, without a browser.

mod architecture;
mod labels;
mod locale;
mod messages;
mod summary;
mod tables;
