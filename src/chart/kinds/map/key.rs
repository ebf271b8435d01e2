//! Where the key of a map stands: in the emptiest corner, beside or below the map where none is free.

use super::projection::{FlatGround, MapProjection};
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder};
use crate::chart::{Anchor, Point, Rect, Region, Weight};
use crate::model::Listed;

/// Between a key and a map that makes room for it, in CSS pixels.
const GAP: f64 = 12.0;

/// A map that has found its place, and that of its key.
pub(in crate::chart) struct KeyedMap<'a> {
    /// The ground.
    pub projection: MapProjection<'a>,
    /// Where its key stands.
    pub key: Rect,
}

/// A line of a key: a text right of where its sign stands.
pub(in crate::chart) fn key_text(builder: &mut FrameBuilder, text: String, at: Point) {
    let color = builder.picture.theme.muted;
    builder.text(text, at, Anchor::Left, AXIS_TEXT, Weight::Regular, color);
}

/// The ground in a plot with a key of the size that `key` gives for it; `reached` gives what the key must not cover.
pub(in crate::chart) fn keyed<'a>(
    builder: &FrameBuilder,
    ground: &FlatGround<'a>,
    plot: Rect,
    key: &dyn Fn(&MapProjection) -> (i32, i32),
    reached: &dyn Fn(&MapProjection) -> Vec<Rect>,
) -> KeyedMap<'a> {
    let projection = ground.fit(plot);
    let size = key(&projection);
    if let Some(key) = corner(&projection, size, &reached(&projection)) {
        return KeyedMap { projection, key };
    }
    let (across, down) = (size.0 + builder.px(GAP), size.1 + builder.px(GAP));
    let beside = ground.fit(Rect { left: plot.left.saturating_add(across).min(plot.right), ..plot });
    let below = ground.fit(Rect { bottom: plot.bottom.saturating_sub(down).max(plot.top), ..plot });
    let width = |projection: &MapProjection| {
        let own = projection.lands.iter().filter(|placed| placed.mark.is_some());
        own.map(|placed| Rect::bounding(&placed.outlines).width().max(0)).max().unwrap_or(0)
    };
    let projection = if width(&beside) >= width(&below) { beside } else { below };
    let bottom = plot.bottom;
    let key = Rect { left: plot.left, top: bottom - size.1, right: plot.left + size.0, bottom };
    KeyedMap { projection, key }
}

/// The corner of the plot with least land where nothing is covered that must not be.
fn corner(projection: &MapProjection, (width, height): (i32, i32), reached: &[Rect]) -> Option<Rect> {
    let Rect { left, top, right, bottom } = projection.plot;
    let corners =
        [(left, bottom - height), (right - width, bottom - height), (left, top), (right - width, top)];
    let free = corners.into_iter().filter_map(|(left, top)| {
        let place = Rect { left, top, right: left + width, bottom: top + height };
        let is_free = !reached.iter().any(|mark| place.overlaps(mark));
        is_free.then(|| (place, land_in(projection, &place)))
    });
    // A narrow strip of land below a key's edge is no harm; a country is.
    free.listed()
        .into_iter()
        .min_by_key(|(_, land)| *land)
        .filter(|(_, land)| *land <= 1)
        .map(|(place, _)| place)
}

/// How much land lies in a rectangle: of 48 points spread over it.
pub(in crate::chart) fn land_in(projection: &MapProjection, place: &Rect) -> usize {
    let mut found = 0;
    for placed in &projection.lands {
        for outline in &placed.outlines {
            let bounds = Rect::bounding(std::slice::from_ref(outline));
            if !bounds.overlaps(place) {
                continue;
            }
            let region = Region { bounds, outlines: vec![outline.clone()], series: None };
            for step in 0..48 {
                let at = Point {
                    x: place.left + place.width() * (step % 8) / 7,
                    y: place.top + place.height() * (step / 8) / 5,
                };
                found += usize::from(region.holds(at));
            }
        }
    }
    found
}
