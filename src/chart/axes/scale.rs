//! Values to positions.

use super::ticks::{decade_steps, steps_within};

/// The largest magnitude that is laid out; beyond it differences could overflow.
const LARGEST: f64 = 1e300;

/// The value axis: what range it shows and where it has lines.
#[derive(Clone, Debug)]
pub(in crate::chart) struct ValueAxis {
    /// The value at the start of the axis.
    pub low: f64,
    /// The value at its end; above `low`.
    pub high: f64,
    /// The logarithm that it goes by, if it goes by orders of magnitude. Only who makes such an axis names it: it is half a
    /// kB of wasm.
    pub log: Option<fn(f64) -> f64>,
    /// The share of a logarithmic axis' length at its start that is zero's: orders of magnitude never reach it.
    pub zeros: f64,
    /// The values with a grid line, ascending.
    pub ticks: Vec<f64>,
}

/// What a value axis has to hold.
#[derive(Clone, Copy, Debug)]
pub(in crate::chart) struct Extent {
    /// The smallest value shown.
    pub low: f64,
    /// The largest value shown.
    pub high: f64,
    /// Whether every value is whole, so that no line stands between two whole numbers.
    pub whole: bool,
}

impl Extent {
    /// The extent of values; `None` where there is none.
    pub fn of(values: impl Iterator<Item = f64>) -> Option<Extent> {
        values.fold(None, |extent: Option<Extent>, value| {
            let value = value.clamp(-LARGEST, LARGEST);
            let seen = extent.unwrap_or(Extent { low: value, high: value, whole: true });
            Some(Extent {
                low: seen.low.min(value),
                high: seen.high.max(value),
                whole: seen.whole && value.fract() == 0.0,
            })
        })
    }
}

/// The height of the strip for zeros below orders of magnitude, in CSS pixels.
const ZEROS: f64 = 24.0;

/// The extent of the figures that a logarithmic axis, `length` CSS pixels long, goes through by orders of magnitude, and the
/// share of it that zeros have; `None` where nothing is above zero.
fn magnitudes(figures: &[f64], length: f64) -> Option<(Extent, f64)> {
    let has_zero = figures.contains(&0.0);
    let extent = Extent::of(figures.iter().copied().filter(|figure| *figure > 0.0))?;
    Some((extent, if has_zero { (ZEROS / length.max(1.0)).clamp(0.05, 0.3) } else { 0.0 }))
}

/// The logarithmic axis of figures, `length` CSS pixels long, with at most `most_lines` lines; `None` where nothing is above
/// zero.
pub(in crate::chart) fn by_magnitude(figures: &[f64], length: f64, most_lines: usize) -> Option<ValueAxis> {
    let (positive, zeros) = magnitudes(figures, length)?;
    Some(ValueAxis::logarithmic(positive, most_lines, zeros))
}

impl ValueAxis {
    /// A proportional axis with at most `most_lines` lines on round values.
    ///
    /// It holds zero, unless `may_leave_zero` and the values vary by less than a fifth of their size: then a line would
    /// be flat, and it is a line's slope that is read. It ends on a grid line where one is near.
    pub fn linear(extent: Extent, most_lines: usize, may_leave_zero: bool) -> ValueAxis {
        let spread = extent.high - extent.low;
        let largest = extent.high.abs().max(extent.low.abs());
        let same_sign = extent.low > 0.0 || extent.high < 0.0;
        let leaves_zero = may_leave_zero && same_sign && spread > 0.0 && spread < largest / 5.0;
        let (mut low, mut high) = (extent.low, extent.high);
        if !leaves_zero {
            (low, high) = (low.min(0.0), high.max(0.0));
        }
        if high <= low {
            high = low + 1.0;
        }
        let smallest_step = if extent.whole { 1.0 } else { 0.0 };
        let (low, high, ticks) = steps_within(low, high, most_lines, smallest_step, leaves_zero);
        ValueAxis { low, high, log: None, zeros: 0.0, ticks }
    }

    /// The axis of shares, 0 to 100 %.
    pub fn shares(most_lines: usize) -> ValueAxis {
        let ticks = if most_lines >= 5 { vec![0.0, 0.25, 0.5, 0.75, 1.0] } else { vec![0.0, 0.5, 1.0] };
        ValueAxis { low: 0.0, high: 1.0, log: None, zeros: 0.0, ticks }
    }

    /// A logarithmic axis over the figures above zero; with `zeros` of its length for zero, see [`ValueAxis::zeros`].
    fn logarithmic(positive: Extent, most_lines: usize, zeros: f64) -> ValueAxis {
        let low = positive.low.max(1e-300);
        let (low, high, mut ticks) = decade_steps(low, positive.high.max(low), most_lines);
        if zeros > 0.0 {
            ticks.insert(0, 0.0);
        }
        ValueAxis { low, high, log: Some(f64::log10), zeros, ticks }
    }

    /// Where a value lies along the axis: 0 at its start, 1 at its end.
    pub fn share(&self, value: f64) -> f64 {
        let share = if let Some(log) = self.log {
            if value <= 0.0 {
                return 0.0;
            }
            let (low, high) = (log(self.low), log(self.high));
            self.zeros + (1.0 - self.zeros) * (log(value) - low) / (high - low)
        } else {
            (value - self.low) / (self.high - self.low)
        };
        if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
    }

    /// The device pixel of a value between the pixels of the axis' start and end.
    pub fn position(&self, value: f64, start: i32, end: i32) -> i32 {
        (f64::from(start) + f64::from(end - start) * self.share(value)).round() as i32
    }

    /// Whether zero is on the axis.
    pub fn holds_zero(&self) -> bool {
        self.zeros > 0.0 || self.log.is_none() && self.low <= 0.0 && self.high >= 0.0
    }

    /// Where bars and areas stand: zero, or the start of an axis without it.
    pub fn base(&self) -> f64 {
        if self.holds_zero() { 0.0 } else { self.low }
    }
}
