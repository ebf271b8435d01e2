//! What a reader sees of a chart: figures, drawing and the code that draws, which change together.

use crate::chart::Frame;
use crate::chart::kinds::KindLayout;
use crate::figure::FigureModel;
use crate::web::platform::palette::Palette;

/// What is shown.
pub struct Screen {
    /// What it shows, worked out from the files.
    pub figure: FigureModel,
    /// What lays it out.
    pub layout: KindLayout,
    /// The frame drawn; of a figure that is read as a table or a text, the one that would be.
    pub frame: Option<Frame>,
    /// The colours and font of the drawing.
    pub palette: Option<Palette>,
    /// The size drawn for, as [`super::skeleton::Skeleton::size`] gives it; `None` where there was no box to draw in.
    pub drawn_for: Option<(i32, i32, f64)>,
}

impl Screen {
    /// A figure that is still to be drawn.
    pub fn new(figure: FigureModel, layout: KindLayout) -> Screen {
        Screen { figure, layout, frame: None, palette: None, drawn_for: None }
    }
}
