//! A frame to ink, through plotters: the only place that draws.

use std::iter::{Once, once};

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Drawable, PointCollection};
use plotters::style::{FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use crate::chart::{Anchor, Color, Dash, Frame, Mark, Point, Text, Weight};

/// What a surface can do beyond plotters' backends.
pub trait DashedBackend: DrawingBackend {
    /// Breaks the following paths, in device pixels; [`Dash::Solid`] ends it.
    fn dash(&mut self, dash: Dash, stroke_width_in_device_px: u32);
}

/// Draws a frame on an area of the frame's size.
///
/// # Errors
/// What the backend says.
pub fn draw<DB: DashedBackend>(frame: &Frame, area: &DrawingArea<DB, Shift>) -> Result<(), String> {
    area.draw(&FrameElement(frame)).map_err(|error| error.to_string())
}

/// A frame as one element of plotters: one borrow of the backend for all its marks.
struct FrameElement<'a>(&'a Frame);

impl<'a> PointCollection<'a, BackendCoord> for &'a FrameElement<'a> {
    type Point = BackendCoord;
    type IntoIter = Once<BackendCoord>;

    /// The frame's top left corner; plotters moves it to the area's.
    fn point_iter(self) -> Once<BackendCoord> {
        once((0, 0))
    }
}

/// A colour and a width, as backends want them.
struct Pen(BackendColor, u32);

impl BackendStyle for Pen {
    fn color(&self) -> BackendColor {
        self.0
    }

    fn stroke_width(&self) -> u32 {
        self.1
    }
}

/// A colour as backends want it.
fn backend_color(color: Color) -> BackendColor {
    BackendColor { alpha: color.alpha, rgb: (color.red, color.green, color.blue) }
}

impl<DB: DashedBackend> Drawable<DB> for FrameElement<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut corners: I,
        backend: &mut DB,
        _area_size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let Some((x, y)) = corners.next() else { return Ok(()) };
        let (corner, frame) = (Point { x, y }, self.0);
        let size = Point { x: frame.width_in_device_px, y: frame.height_in_device_px };
        backend.draw_rect(
            (x, y),
            coordinates(size.offset_by(corner)),
            &backend_color(frame.background),
            true,
        )?;
        let ring_width = frame.device_pixel_ratio.round().max(1.0) as u32;
        frame.visit(corner, &mut |corner, mark| draw_mark(mark, corner, ring_width, backend))
    }
}

/// A point as backends want it.
fn coordinates(point: Point) -> BackendCoord {
    (point.x, point.y)
}

/// Draws a mark whose coordinates count from a corner; a dot's ring is so many device pixels wide.
fn draw_mark<DB: DashedBackend>(
    mark: &Mark,
    corner: Point,
    ring_width: u32,
    backend: &mut DB,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let at = |point: &Point| coordinates(point.offset_by(corner));
    match mark {
        Mark::Line { points, stroke } => {
            let is_broken = stroke.dash != Dash::Solid;
            if is_broken {
                backend.dash(stroke.dash, stroke.width_in_device_px);
            }
            let pen = Pen(backend_color(stroke.color), stroke.width_in_device_px);
            backend.draw_path(points.iter().map(at), &pen)?;
            if is_broken {
                backend.dash(Dash::Solid, stroke.width_in_device_px);
            }
            Ok(())
        }
        Mark::Area { points, fill } => {
            backend.fill_polygon(points.iter().map(at), &backend_color(fill.color))
        }
        Mark::Box { rect, fill } => backend.draw_rect(
            at(&Point { x: rect.left, y: rect.top }),
            at(&Point { x: rect.right, y: rect.bottom }),
            &backend_color(fill.color),
            true,
        ),
        Mark::Dot { center, radius, color, ring } => {
            let radius = (*radius).max(0) as u32;
            if let Some(ring) = ring {
                backend.draw_circle(at(center), radius + ring_width, &backend_color(*ring), true)?;
            }
            backend.draw_circle(at(center), radius, &backend_color(*color), true)
        }
        Mark::Text(text) => backend.draw_text(&text.text, &style(text), at(&text.at)),
        // Visited mark by mark.
        Mark::Frame { .. } => Ok(()),
    }
}

/// From the middle of a line of text down to its baseline, as a share of the font size: half of the height of digits
/// and capitals in an ordinary sans-serif.
const MIDDLE_TO_BASELINE: f64 = 0.355;

/// From the middle of a line of text down to its baseline, in device pixels as the size.
///
/// The canvas and the SVG both write on baselines: what a browser calls the middle of a line is that of its font's box, a
/// pixel above that of its digits, and each format has it elsewhere.
pub fn middle_to_baseline(size_in_device_px: f64) -> i32 {
    (size_in_device_px * MIDDLE_TO_BASELINE).round() as i32
}

/// The style of a text; the surface knows which font `sans-serif` is.
fn style(text: &Text) -> TextStyle<'static> {
    let font_style = match text.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::Bold => FontStyle::Bold,
    };
    let h_pos = match text.anchor {
        Anchor::Left => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::Right => HPos::Right,
    };
    TextStyle {
        font: FontDesc::new(FontFamily::SansSerif, f64::from(text.size_in_device_px), font_style),
        color: backend_color(text.color),
        pos: Pos::new(h_pos, VPos::Center),
    }
}
