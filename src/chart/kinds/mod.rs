//! The chart kinds: one file a kind, a folder each for flows and maps; which of them lays out what, and in which part of the module.
//!
//! Everything that only a part's kinds need is reached through that part's function here ([`bars`], [`panels`],
//! [`scatter`], [`flow`], [`map`]) and through no other: the build cuts the module there.

pub(in crate::chart) mod area;
pub(in crate::chart) mod columns;
pub(in crate::chart) mod flow;
pub(in crate::chart) mod line;
pub(in crate::chart) mod map;
pub(in crate::chart) mod multiples;
pub(in crate::chart) mod number;
pub(in crate::chart) mod over_time;
pub(in crate::chart) mod pyramid;
pub(in crate::chart) mod ranked;
pub(in crate::chart) mod scatter;
pub(in crate::chart) mod slope;
pub(in crate::chart) mod waffle;

use super::frame_builder::FrameBuilder;
use crate::query::{Axis, Kind};

/// What lays out the kinds of one part of the module.
#[derive(Clone, Copy, Debug)]
pub struct KindLayout(fn(&mut FrameBuilder));

impl KindLayout {
    /// Places all marks into a frame in the making.
    pub(in crate::chart) fn lay_out(self, builder: &mut FrameBuilder) {
        (self.0)(builder);
    }
}

/// The parts of the module that lay kinds out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindChunk {
    /// The first module: lines, areas and columns over time.
    OverTime,
    /// Bars of entities, pyramids, waffles.
    Bars,
    /// Small multiples, slopes, single figures.
    Panels,
    /// Scatter plots.
    Scatter,
    /// Bands from origins to destinations.
    Flow,
    /// Maps.
    Map,
}

/// The part that lays a kind out over an axis. Entities across are ranked bars where nothing else is asked for: a line
/// between countries would mean nothing.
///
/// Exported, a table is the chart that its axis suggests.
pub fn chunk_of(kind: Kind, axis: &Axis) -> KindChunk {
    match (axis, kind) {
        (Axis::Periods(_), Kind::SmallMultiples | Kind::Slope | Kind::Number) => KindChunk::Panels,
        (Axis::Periods(_), _) => KindChunk::OverTime,
        (Axis::Entities(_), Kind::Scatter) => KindChunk::Scatter,
        (Axis::Entities(_), Kind::Flow) => KindChunk::Flow,
        (Axis::Entities(_), Kind::Map) => KindChunk::Map,
        (Axis::Entities(_), _) => KindChunk::Bars,
    }
}

/// What lays a kind out over an axis, where all parts of the module are there.
pub fn layout_of(kind: Kind, axis: &Axis) -> KindLayout {
    match chunk_of(kind, axis) {
        KindChunk::OverTime => lines_and_columns(),
        KindChunk::Bars => bars(),
        KindChunk::Panels => panels(),
        KindChunk::Scatter => scatter(),
        KindChunk::Flow => flow(),
        KindChunk::Map => map(),
    }
}

/// See [`KindChunk::OverTime`].
pub const fn lines_and_columns() -> KindLayout {
    KindLayout(over_time::over_time)
}

/// See [`KindChunk::Bars`].
pub const fn bars() -> KindLayout {
    KindLayout(|builder| match builder.picture.kind {
        Kind::Pyramid => pyramid::pyramid(builder),
        Kind::Waffle => waffle::waffle(builder),
        _ => ranked::ranked(builder),
    })
}

/// See [`KindChunk::Panels`].
pub const fn panels() -> KindLayout {
    KindLayout(|builder| match builder.picture.kind {
        Kind::Number => number::number(builder),
        Kind::Slope => slope::slope(builder),
        _ => multiples::multiples(builder),
    })
}

/// See [`KindChunk::Scatter`].
pub const fn scatter() -> KindLayout {
    KindLayout(scatter::scatter)
}

/// See [`KindChunk::Flow`].
pub const fn flow() -> KindLayout {
    KindLayout(flow::flow)
}

/// See [`KindChunk::Map`].
pub const fn map() -> KindLayout {
    KindLayout(map::map)
}
