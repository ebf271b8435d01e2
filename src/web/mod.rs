//! The thin layer over the browser: one exported [`chart::Chart`] an element, and the pieces it is made of.
//!
//! `embed.js` owns the custom element and does the fetching; it asks a chart what it [`chart::Chart::need`]s and gives it what
//! came. Everything that is decided is decided here.

mod about;
mod annotations;
mod behind;
mod brush;
mod builder;
mod catalogue;
mod chart;
mod controls;
mod cursor;
mod dom;
mod downloads;
mod events;
mod explorer;
mod feeding;
mod html_table;
mod intl;
mod json;
mod legend;
mod listener;
mod loading;
mod metrics;
mod options;
mod own_rows;
mod palette;
mod panic;
mod parts;
mod possible;
mod remarks;
mod render;
mod resolve;
mod skeleton;
mod surface;
mod timeslider;
mod tip;
mod transition;
mod widget;
mod wiring;

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs once when the module starts.
#[wasm_bindgen(start)]
pub fn start() {
    panic::install_hook();
}

/// The style sheet of every explorer's shadow root.
#[wasm_bindgen]
pub fn explorer_styles() -> String {
    explorer::styles()
}

/// The style sheet of every widget's shadow root.
#[wasm_bindgen]
pub fn styles() -> String {
    include_str!("style.css").to_owned()
}
