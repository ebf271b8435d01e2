//! How wide a text will be.

/// How bold a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 700.
    Bold,
}

/// Measures text in the font that will draw it.
pub trait TextMetrics {
    /// The advance width of `text` in device pixels, at a size in device pixels.
    fn width_in_device_px(&self, text: &str, size_in_device_px: f64, weight: Weight) -> f64;
}

/// Widths of an ordinary sans-serif, for renders without a browser; wide rather than narrow, so that nothing is cut.
#[derive(Clone, Copy, Debug, Default)]
pub struct ApproximateMetrics;

impl TextMetrics for ApproximateMetrics {
    fn width_in_device_px(&self, text: &str, size_in_device_px: f64, weight: Weight) -> f64 {
        let _ = weight;
        text.chars().count() as f64 * size_in_device_px * 0.6
    }
}
