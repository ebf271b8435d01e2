//! Text widths from the browser's own font.

use web_sys::CanvasRenderingContext2d;

use super::surface::font;
use crate::chart::{TextMetrics, Weight};

/// `measureText` in the widget's font.
pub struct CanvasMetrics {
    /// The context that measures.
    pub context: CanvasRenderingContext2d,
    /// The CSS font list.
    pub font_family: String,
}

impl TextMetrics for CanvasMetrics {
    fn width_in_device_px(&self, text: &str, size_in_device_px: f64, weight: Weight) -> f64 {
        self.context.set_font(&font(weight == Weight::Bold, size_in_device_px, &self.font_family));
        self.context.measure_text(text).map(|metrics| metrics.width()).unwrap_or_default()
    }
}
