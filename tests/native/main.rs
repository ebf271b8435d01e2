//! The core by behaviour, without a browser.

mod architecture;
mod locale;
mod messages;
mod summary;
mod tables;
