//! Where the sheet of a map lies in the frame.

use super::zoom;
use crate::chart::frame_builder::FrameBuilder;
use crate::chart::{Point, Rect};
use crate::model::{Boundaries, Land, Listed};

/// A map's ground in the frame.
pub(in crate::chart) struct MapProjection<'a> {
    /// The sheet.
    pub boundaries: &'a Boundaries,
    /// Device pixels per unit of the sheet.
    scale: f64,
    left: f64,
    top: f64,
    /// Where the map is drawn.
    pub plot: Rect,
}

impl<'a> MapProjection<'a> {
    /// The part of the sheet that the reader has chosen, as large as it fits into a plot.
    pub fn new(builder: &FrameBuilder, boundaries: &'a Boundaries, plot: Rect) -> MapProjection<'a> {
        let (window_left, window_top, window_width, window_height) =
            zoom::window(boundaries, builder.picture.state.region.as_deref());
        let scale = (f64::from(plot.width()) / window_width).min(f64::from(plot.height()) / window_height);
        // A narrow sheet stands right, so that its legend has the left.
        let spare = f64::from(plot.width()) - window_width * scale;
        let from_left = if spare > f64::from(builder.px(120.0)) { spare * 0.75 } else { spare / 2.0 };
        MapProjection {
            boundaries,
            scale,
            left: from_left - window_left * scale,
            top: f64::from(plot.top) + (f64::from(plot.height()) - window_height * scale) / 2.0
                - window_top * scale,
            plot,
        }
    }

    /// A point of the sheet in the frame.
    pub fn point(&self, (x, y): (i32, i32)) -> Point {
        Point {
            x: (self.left + f64::from(x) * self.scale).round() as i32,
            y: (self.top + f64::from(y) * self.scale).round() as i32,
        }
    }

    /// The outlines of a country in the frame.
    pub fn outlines(&self, land: &Land) -> Vec<Vec<Point>> {
        let placed = |ring: &Vec<(i32, i32)>| ring.iter().map(|corner| self.point(*corner)).listed();
        let cut = land.rings.iter().map(|ring| zoom::cut(placed(ring), self.plot));
        cut.filter(|outline| outline.len() > 2).listed()
    }

    /// Where the mark of a country stands; `None` where the sheet does not show it.
    pub fn middle(&self, key: &str) -> Option<Point> {
        let middle = self.boundaries.land(key).map(|land| self.point(land.middle))?;
        let Rect { left, top, right, bottom } = self.plot;
        (left <= middle.x && middle.x <= right && top <= middle.y && middle.y <= bottom).then_some(middle)
    }
}
