//! What becomes of a frame: ink, an SVG document, a picture to take away, the way to the next frame.

pub mod between;
pub mod draw;
pub mod export_layout;
pub mod svg;
