//! What a drawing over time gets after its first frame, or seldom at all, behind one value: who holds it may call it.
//!
//! In a browser this code lies in a part of the module that comes after the first drawing. So nothing but [`later`] names it,
//! and a layout that was given no [`ChartLater`] cannot reach it by mistake.

use super::axes::author_words::leave_notes;
use super::axes::layer_labels::label;
use super::axes::layers::SeriesStyle;
use super::axes::scale::{ValueAxis, by_magnitude};
use super::axes::time_plot::TimePlot;
use super::frame_builder::FrameBuilder;

/// What comes later.
#[derive(Clone, Copy, Debug)]
pub struct ChartLater {
    /// Writes the author's words, and labels the layers and the peak of a stack, whose names stand beside it or not; gives
    /// whether each layer has its name. It only adds texts and lines in place: nothing that was there moves.
    pub(in crate::chart) label: fn(&mut FrameBuilder, &TimePlot, SeriesStyle, bool) -> bool,
    /// Writes the author's words at the marks of drawings that are not over time, and notes what of them stands nowhere.
    pub(in crate::chart) leave_notes: fn(&mut FrameBuilder),
    /// The axis by orders of magnitude of figures, a length in CSS pixels and a number of lines; `None` where none is above
    /// zero. A drawing that wants one is not made before.
    pub(in crate::chart) by_magnitude: fn(&[f64], f64, usize) -> Option<ValueAxis>,
}

/// The value to hold. Code of the first drawing must not call this, or all that it leads to comes first too.
pub const fn later() -> &'static ChartLater {
    &ChartLater { label, leave_notes, by_magnitude }
}
