//! From a grid to a frame, and from a frame to ink.
//!
//! A `picture` is all that a layout is made from. `kinds` say what lays out which kind, and place the marks on what `axes`
//! give, with texts where `labels` find room, in the colours of `look`; `frame_builder` holds the frame in the making.
//! `output` spends a frame.

mod axes;
mod frame;
mod frame_builder;
mod geometry;
pub mod kinds;
mod labels;
mod later;
mod layout;
mod look;
mod output;
mod picture;

pub use axes::annotations::{AnnotationLayer, numbered_annotations};
pub use axes::author_words::{NotePlace, note_in_words, place_of_note};
pub use frame::{
    Anchor, Dash, Fill, Frame, HitBand, LegendEntry, ListRow, Mark, Marker, Panel, Region, Stroke, Text,
};
pub use geometry::{Point, Rect};
pub use kinds::KindLayout;
pub use kinds::map::regions;
pub use labels::metrics::{ApproximateMetrics, TextMetrics, Weight};
pub use later::{ChartLater, later};
pub use layout::layout;
pub use look::palette_check;
pub use look::patterns::{Inks, Swatch, patterned};
pub use look::theme::{Color, Theme};
pub use output::between::between;
pub use output::draw::{DashedBackend, draw, middle_to_baseline};
pub use output::export_layout::{ExportTexts, export_layout};
pub use output::svg::svg;
pub use picture::{Picture, Step, ValueScale};
