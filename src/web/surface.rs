//! The canvas as plotters draws on it, with what its own backend leaves out: crisp lines, joins, dashes, fonts.

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::{Dash, Ink};

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
}

/// The drawing context of a canvas.
pub fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// The CSS shorthand of a font.
pub fn font(bold: bool, size_in_device_px: f64, family: &str) -> String {
    [if bold { "700 " } else { "400 " }, &size_in_device_px.to_string(), "px ", family].concat()
}

/// The CSS text of a colour.
fn css(color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    let numbers = [red, green, blue].map(|part| part.to_string());
    ["rgba(", &numbers.join(","), ",", &color.alpha.to_string(), ")"].concat()
}

impl Ink for Surface {
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

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Outcome {
        self.backend.draw_pixel(point, color)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome {
        self.backend.draw_rect(a, b, style, fill)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Outcome {
        self.backend.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        self.backend.fill_polygon(path, style)
    }

    /// Strokes a path; one of odd width goes through the middles of pixels, or it would blur over two.
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        let width = style.stroke_width().max(1);
        let shift = if width % 2 == 1 { 0.5 } else { 0.0 };
        self.context.set_stroke_style_str(&css(style.color()));
        self.context.set_line_width(f64::from(width));
        self.context.begin_path();
        for (index, (x, y)) in path.into_iter().enumerate() {
            let (x, y) = (f64::from(x) + shift, f64::from(y) + shift);
            if index == 0 {
                self.context.move_to(x, y);
            } else {
                self.context.line_to(x, y);
            }
        }
        self.context.stroke();
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Outcome {
        self.draw_path([from, to], style)
    }

    /// Writes left to right whatever the page's direction: positions were worked out for that.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Outcome {
        let anchor = style.anchor();
        self.context.set_text_baseline(match anchor.v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        });
        self.context.set_text_align(match anchor.h_pos {
            HPos::Left => "left",
            HPos::Right => "right",
            HPos::Center => "center",
        });
        let bold = matches!(style.style(), FontStyle::Bold);
        self.context.set_font(&font(bold, style.size(), &self.font_family));
        self.context.set_fill_style_str(&css(style.color()));
        let _ = self.context.fill_text(text, f64::from(at.0), f64::from(at.1));
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
