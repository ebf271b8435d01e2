//! The thin layer over the browser: one exported [`chart::Chart`] an element, and the pieces it is made of.
//!
//! `embed.js` owns the custom element and does the fetching; it asks a chart what it [`chart::Chart::need`]s and gives it what
//! came. Everything that is decided is decided here.

mod chart;
mod explorer;
mod host;
mod platform;
mod reading;

use host::{chunks, panic};
use wasm_bindgen::prelude::wasm_bindgen;

/// Runs once when the module starts.
#[wasm_bindgen(start)]
pub fn start() {
    panic::install_hook();
}

/// The style sheet of every chart's shadow root, for what a first drawing shows.
#[wasm_bindgen]
pub fn styles() -> String {
    include_str!("chart/style.css").to_owned()
}

/// The style sheet for what follows a first drawing, to stand after [`styles`]; empty before its chunk has come.
#[wasm_bindgen]
pub fn later_styles() -> String {
    chunks::after().map(|after| (after.styles)()).unwrap_or_default()
}
