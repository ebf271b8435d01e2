//! The canvas as plotters draws on it, with what its own backend leaves out: crisp lines, joins, dashes, fonts.

use std::f64::consts::TAU;

use plotters::drawing::IntoDrawingArea;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::{Dash, DashedBackend, Frame, draw, middle_to_baseline};
use crate::model::shortest_decimal;

/// plotters' canvas backend, and the context it draws on.
pub struct Surface {
    backend: CanvasBackend,
    context: CanvasRenderingContext2d,
    font_family: String,
}

type Outcome = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl Surface {
    /// A surface over a canvas, which it clears; `font_family` is a CSS font list.
    pub fn new(canvas: &HtmlCanvasElement, font_family: &str) -> Option<Surface> {
        let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
        let context = context(canvas)?;
        context.clear_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
        context.set_line_join("round");
        context.set_line_cap("butt");
        Some(Surface { backend, context, font_family: font_family.to_owned() })
    }

    /// Begins a path through points moved by `shift` device pixels.
    fn trace(&self, points: &mut dyn Iterator<Item = BackendCoord>, shift: f64) {
        self.context.begin_path();
        // The first `lineTo` of a path only moves there.
        for (x, y) in points {
            self.context.line_to(f64::from(x) + shift, f64::from(y) + shift);
        }
    }

    /// Fills or strokes the path begun.
    fn finish(&self, color: BackendColor, stroke_width: u32, fill: bool) -> Outcome {
        let color = css(color);
        if fill {
            self.context.set_fill_style_str(&color);
            self.context.fill();
        } else {
            self.context.set_stroke_style_str(&color);
            self.context.set_line_width(f64::from(stroke_width.max(1)));
            self.context.stroke();
        }
        Ok(())
    }
}

/// The drawing context of a canvas.
pub fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// The CSS shorthand of a font.
pub fn font(bold: bool, size_in_device_px: f64, family: &str) -> String {
    [if bold { "700 " } else { "400 " }, &shortest_decimal(size_in_device_px), "px ", family].concat()
}

/// The CSS text of a colour.
fn css(color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    let part = |number: u8| u32::from(number).to_string();
    ["rgba(", &part(red), ",", &part(green), ",", &part(blue), ",", &shortest_decimal(color.alpha), ")"]
        .concat()
}

impl DashedBackend for Surface {
    fn dash(&mut self, dash: Dash, stroke_width_in_device_px: u32) {
        let width = f64::from(stroke_width_in_device_px.max(1));
        let lengths: &[f64] = match dash {
            Dash::Solid => &[],
            Dash::Dashed => &[3.0, 2.0],
            Dash::Dotted => &[1.0, 2.0],
        };
        let array: js_sys::Array = lengths.iter().map(|length| JsValue::from_f64(length * width)).collect();
        let _ = self.context.set_line_dash(&array);
    }
}

impl DrawingBackend for Surface {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.backend.get_size()
    }

    fn ensure_prepared(&mut self) -> Outcome {
        self.backend.ensure_prepared()
    }

    fn present(&mut self) -> Outcome {
        self.backend.present()
    }

    // The shapes are drawn here and not by the backend: its colours go through `format!` of a float, 20 kB of wasm.

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Outcome {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        self.context.begin_path();
        let (width, height) = (f64::from(right - left), f64::from(bottom - top));
        self.context.rect(f64::from(left), f64::from(top), width, height);
        self.finish(style.color(), style.stroke_width(), fill)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Outcome {
        self.context.begin_path();
        let _ = self.context.arc(f64::from(x), f64::from(y), f64::from(radius), 0.0, TAU);
        self.finish(style.color(), style.stroke_width(), fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        self.trace(&mut path.into_iter(), 0.0);
        self.finish(style.color(), style.stroke_width(), true)
    }

    /// Strokes a path; one of odd width goes through the middles of pixels, or it would blur over two.
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        let width = style.stroke_width().max(1);
        let shift = if width % 2 == 1 { 0.5 } else { 0.0 };
        self.trace(&mut path.into_iter(), shift);
        self.finish(style.color(), width, false)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Outcome {
        self.draw_path([from, to], style)
    }

    /// Writes around the middle of a line, from a left end whatever the direction: positions were worked out for that. Signs at
    /// the end of a text stand where the `dir` of the canvas has them.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Outcome {
        self.context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Right => "right",
            HPos::Center => "center",
        });
        let bold = matches!(style.style(), FontStyle::Bold);
        self.context.set_font(&font(bold, style.size(), &self.font_family));
        self.context.set_fill_style_str(&css(style.color()));
        let baseline = at.1.saturating_add(middle_to_baseline(style.size()));
        let _ = self.context.fill_text(text, f64::from(at.0), f64::from(baseline));
        Ok(())
    }

    /// Measures on this canvas: plotters' own backend would put a `<span>` into the host's page.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        self.context.set_font(&font(bold, style.size(), &self.font_family));
        let width = self.context.measure_text(text).map(|metrics| metrics.width()).unwrap_or_default();
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

/// Draws a frame on a canvas, which it sizes to the frame.
pub fn paint(canvas: &HtmlCanvasElement, frame: &Frame, font_family: &str) -> Option<()> {
    canvas.set_width(frame.width_in_device_px.max(1) as u32);
    canvas.set_height(frame.height_in_device_px.max(1) as u32);
    let area = Surface::new(canvas, font_family)?.into_drawing_area();
    draw(frame, &area).ok()
}
