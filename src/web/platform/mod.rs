//! The browser, as the rest of the code sees it: nodes, canvas, formats, text widths, colours.

pub mod dom;
pub mod intl;
pub mod metrics;
pub mod palette;
pub mod surface;
