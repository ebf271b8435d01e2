//! A chart with its title, legend, note and source inside the picture: for SVG and PNG downloads and static twins.

use super::{Frame, Picture};

/// The texts around the drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The title.
    pub title: String,
    /// The subtitle; may be empty.
    pub subtitle: String,
    /// Notes, one a line; may be empty.
    pub notes: Vec<String>,
    /// The source line with publisher, dataset, edition, date and licence.
    pub source: String,
}

/// Lays out a picture of the given size (CSS pixels, the whole sheet) with all its texts inside, wrapped to its width.
pub fn sheet(picture: &Picture, texts: &Sheet) -> Frame {
    let _ = (picture, texts);
    Frame::default()
}
