//! From a grid to a frame, and from a frame to ink.

mod draw;
mod frame;
mod labels;
mod layout;
mod metrics;
mod scale;
mod sheet;
mod svg;
mod theme;
mod ticks;

pub use draw::{Ink, draw};
pub use frame::{Anchor, Dash, Fill, Frame, Key, Mark, Place, Point, Rect, Stroke, Text};
pub use layout::{Picture, ValueScale, layout};
pub use metrics::{ApproximateMetrics, TextMetrics, Weight};
pub use sheet::{Sheet, sheet};
pub use svg::svg;
pub use theme::{Color, Theme};
