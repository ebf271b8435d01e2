//! A frame as an SVG document.

use std::fmt::{self, Write};

use plotters::drawing::IntoDrawingArea;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::draw::middle_to_baseline;
use crate::chart::{Dash, DashedBackend, Frame, draw};
use crate::model::{escape, shortest_decimal};

/// The faces of a standalone picture, which has no host page to take one from.
const FONT_FAMILY: &str = "system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,sans-serif";

/// The frame as a standalone SVG document with a title and a description for assistive technology.
pub fn svg(frame: &Frame, title: &str, description: &str, language: &str) -> String {
    let ratio = if frame.device_pixel_ratio > 0.0 { frame.device_pixel_ratio } else { 1.0 };
    let (width, height) = (frame.width_in_device_px, frame.height_in_device_px);
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"");
    escape(&mut out, language, false);
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" font-family=\"{FONT_FAMILY}\" \
         stroke-linejoin=\"round\" fill=\"none\">\n<title>",
        shortest_decimal(css(width, ratio)),
        shortest_decimal(css(height, ratio)),
    );
    escape(&mut out, title, false);
    out.push_str("</title>\n<desc>");
    escape(&mut out, description, false);
    out.push_str("</desc>\n");
    let mut backend = SvgBackend { out, width, height, dash: None };
    {
        let area = (&mut backend).into_drawing_area();
        // This backend has nothing to fail with.
        let _ = draw(frame, &area);
    }
    backend.out.push_str("</svg>\n");
    backend.out
}

/// A length in CSS pixels with up to two decimals.
fn css(device_px: i32, ratio: f64) -> f64 {
    (f64::from(device_px) / ratio * 100.0).round() / 100.0
}

/// A backend of plotters that writes SVG.
struct SvgBackend {
    out: String,
    width: i32,
    height: i32,
    dash: Option<(u32, u32)>,
}

type DrawingResult = Result<(), DrawingErrorKind<fmt::Error>>;

impl SvgBackend {
    /// Writes ` name="#rrggbb"`, with its opacity where it is not opaque.
    fn color(&mut self, name: &str, color: BackendColor) {
        let (red, green, blue) = color.rgb;
        let _ = write!(self.out, " {name}=\"#{red:02x}{green:02x}{blue:02x}\"");
        if color.alpha < 1.0 {
            // In whole hundredths: printing a float brings 20 kB of wasm.
            let hundredths = (color.alpha.max(0.0) * 100.0).round() as u32;
            let _ = write!(self.out, " {name}-opacity=\"{}.{:02}\"", hundredths / 100, hundredths % 100);
        }
    }

    /// Writes the corners of a path.
    fn path(&mut self, points: impl Iterator<Item = BackendCoord>) {
        self.out.push_str("<path d=\"");
        for (index, (x, y)) in points.enumerate() {
            let _ = write!(self.out, "{}{x} {y}", if index == 0 { "M" } else { "L" });
        }
    }
}

impl DashedBackend for &mut SvgBackend {
    fn dash(&mut self, dash: Dash, stroke_width_in_device_px: u32) {
        let width = stroke_width_in_device_px.max(1);
        self.dash = match dash {
            Dash::Solid => None,
            Dash::Dashed => Some((width * 3, width * 2)),
            Dash::Dotted => Some((width, width * 2)),
        };
    }
}

impl DrawingBackend for &mut SvgBackend {
    type ErrorType = fmt::Error;

    fn get_size(&self) -> (u32, u32) {
        (self.width.max(0) as u32, self.height.max(0) as u32)
    }

    fn ensure_prepared(&mut self) -> DrawingResult {
        Ok(())
    }

    fn present(&mut self) -> DrawingResult {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> DrawingResult {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> DrawingResult {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> DrawingResult {
        let (width, height) = (right - left, bottom - top);
        let _ = write!(self.out, "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"");
        self.color(if fill { "fill" } else { "stroke" }, style.color());
        self.out.push_str("/>\n");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> DrawingResult {
        self.path(path.into_iter());
        let _ = write!(self.out, "\" stroke-width=\"{}\"", style.stroke_width());
        self.color("stroke", style.color());
        match self.dash {
            Some((on, off)) => {
                let _ = write!(self.out, " stroke-dasharray=\"{on} {off}\"");
            }
            None => self.out.push_str(" stroke-linecap=\"round\""),
        }
        self.out.push_str("/>\n");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> DrawingResult {
        let _ = write!(self.out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"");
        self.color(if fill { "fill" } else { "stroke" }, style.color());
        self.out.push_str("/>\n");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> DrawingResult {
        self.path(corners.into_iter());
        self.out.push_str("Z\"");
        self.color("fill", style.color());
        self.out.push_str("/>\n");
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        (x, y): BackendCoord,
    ) -> DrawingResult {
        let size = style.size();
        let baseline = y.saturating_add(middle_to_baseline(size));
        let size = shortest_decimal(size);
        let _ = write!(self.out, "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\"");
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => self.out.push_str(" text-anchor=\"middle\""),
            HPos::Right => self.out.push_str(" text-anchor=\"end\""),
        }
        if matches!(style.style(), FontStyle::Bold) {
            self.out.push_str(" font-weight=\"700\"");
        }
        self.color("fill", style.color());
        self.out.push('>');
        escape(&mut self.out, text, false);
        self.out.push_str("</text>\n");
        Ok(())
    }
}
