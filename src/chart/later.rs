//! What a drawing over time gets after its first frame, or seldom at all, behind one value: who holds it may call it.
//!
//! In a browser this code lies in a part of the module that comes after the first drawing. So nothing but [`later`] names it,
//! and a layout that was given no [`ChartLater`] cannot reach it by mistake.

use super::axes::layer_labels::label_stack;
use super::axes::scale::{ValueAxis, by_magnitude};
use super::axes::time_plot::TimePlot;
use super::frame_builder::FrameBuilder;

/// What comes later.
#[derive(Clone, Copy, Debug)]
pub struct ChartLater {
    /// Labels the layers and the peak of a stack, which is of bars or not, with its names beside it or not; gives whether
    /// each layer has its name. It only adds texts and lines in place: nothing that was there moves.
    pub(in crate::chart) label_stack: fn(&mut FrameBuilder, &TimePlot, bool, bool) -> bool,
    /// The axis by orders of magnitude of figures, a length in CSS pixels and a number of lines; `None` where none is above
    /// zero. A drawing that wants one is not made before.
    pub(in crate::chart) by_magnitude: fn(&[f64], f64, usize) -> Option<ValueAxis>,
}

/// The value to hold. Code of the first drawing must not call this, or all that it leads to comes first too.
pub const fn later() -> &'static ChartLater {
    &ChartLater { label_stack, by_magnitude }
}
