//! From a grid to a frame, and from a frame to ink.
//!
//! `layout` decides which kind it is; `timeline` (with `line`, `area`, `columns`) and `ranked` place the marks, on the
//! ground of `scale`, `ticks`, `periods` and `layers`; `sketch` holds the frame in the making. `draw` spends a frame.

mod annotations;
mod area;
mod axis;
mod between;
mod columns;
mod draw;
mod flow;
mod frame;
mod hatch;
mod labels;
mod layers;
mod layout;
mod line;
mod map;
mod metrics;
mod missing;
mod multiples;
mod number;
pub mod palette_check;
mod periods;
mod pyramid;
mod ranked;
mod scale;
mod scatter;
mod sheet;
mod sketch;
mod slope;
mod spread;
mod svg;
mod theme;
mod ticks;
mod timeline;
mod waffle;
mod wrap;

pub use annotations::numbered;
pub use between::between;
pub use draw::{Ink, draw};
pub use frame::{Anchor, Dash, Fill, Frame, Key, Mark, Marker, Place, Point, Rect, Region, Stroke, Text};
pub use layout::{Picture, ValueScale, layout};
pub use map::regions;
pub use metrics::{ApproximateMetrics, TextMetrics, Weight};
pub use sheet::{Sheet, sheet};
pub use svg::svg;
pub use theme::{Color, Theme};
