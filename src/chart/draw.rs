//! A frame to ink, through plotters: the only place that draws.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::{Dash, Frame};

/// What a surface can do beyond plotters' backends.
pub trait Ink: DrawingBackend {
    /// Breaks the following paths, in device pixels; [`Dash::Solid`] ends it.
    fn dash(&mut self, dash: Dash, stroke_width_in_device_px: u32);
}

/// Draws a frame on an area of the frame's size.
///
/// # Errors
/// What the backend says.
pub fn draw<DB: Ink>(frame: &Frame, area: &DrawingArea<DB, Shift>) -> Result<(), String> {
    let _ = (frame, area);
    Ok(())
}
