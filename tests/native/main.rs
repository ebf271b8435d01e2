//! The core by behaviour, without a browser.
mod country;
mod data_import;
mod shipped_data;
mod shipped_descriptors;
