//! A grid to a frame.

use crate::locale::Locale;
use crate::query::{Axis, Grid, Kind};
use crate::view::State;

use super::ranked::ranked;
use super::sketch::Sketch;
use super::timeline::over_time;
use super::{Frame, TextMetrics, Theme};

/// How values map to heights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ValueScale {
    /// Proportionally.
    #[default]
    Linear,
    /// By orders of magnitude; lines only.
    Log,
}

/// Everything a layout depends on.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// The figures.
    pub grid: &'a Grid,
    /// Further figures about the same entities, in kinds that show several quantities at once.
    pub companions: &'a [Grid],
    /// The chart kind.
    pub kind: Kind,
    /// How values map to heights.
    pub scale: ValueScale,
    /// What the reader has chosen.
    pub state: &'a State,
    /// Words and numbers.
    pub locale: &'a Locale,
    /// Colours.
    pub theme: &'a Theme,
    /// The drawing's width in CSS pixels.
    pub width_in_css_px: f64,
    /// The drawing's height in CSS pixels.
    pub height_in_css_px: f64,
    /// Device pixels per CSS pixel.
    pub device_pixel_ratio: f64,
    /// The font.
    pub metrics: &'a dyn TextMetrics,
}

/// Lays a chart out; the same picture always gives the same frame.
///
/// Entities across are always ranked bars: a line between countries would mean nothing. [`Kind::Table`] has no drawing.
pub fn layout(picture: &Picture) -> Frame {
    let mut sketch = Sketch::new(picture);
    match (&picture.grid.axis, picture.kind) {
        (_, Kind::Table) => {}
        (Axis::Periods(periods), kind) => over_time(&mut sketch, periods, kind),
        (Axis::Entities(entities), _) => ranked(&mut sketch, entities),
    }
    sketch.frame
}
