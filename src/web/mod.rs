//! The thin layer over the browser.
