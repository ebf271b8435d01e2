//! Text widths from the browser's own font.

use std::cell::Cell;

use web_sys::CanvasRenderingContext2d;

use super::surface::font;
use crate::chart::{TextMetrics, Weight};

/// `measureText` in the widget's font.
pub struct CanvasMetrics {
    context: CanvasRenderingContext2d,
    font_family: String,
    /// The size and weight that the context has, where it has one of ours: browsers read a font anew each time it is set.
    set: Cell<Option<(f64, bool)>>,
}

impl CanvasMetrics {
    /// By a context that nothing else draws into meanwhile, in a CSS font list.
    pub fn new(context: CanvasRenderingContext2d, font_family: &str) -> CanvasMetrics {
        CanvasMetrics { context, font_family: font_family.to_owned(), set: Cell::new(None) }
    }
}

impl TextMetrics for CanvasMetrics {
    fn width_in_device_px(&self, text: &str, size_in_device_px: f64, weight: Weight) -> f64 {
        let wanted = Some((size_in_device_px, weight == Weight::Bold));
        if self.set.replace(wanted) != wanted {
            self.context.set_font(&font(weight == Weight::Bold, size_in_device_px, &self.font_family));
        }
        self.context.measure_text(text).map(|metrics| metrics.width()).unwrap_or_default()
    }
}
