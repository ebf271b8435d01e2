//! Where the key of a map stands: in the emptiest corner, beside or below the map where none is free.

use super::cut::{MapCut, NARROW};
use super::projection::{FlatGround, MapProjection};
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder};
use crate::chart::{Anchor, Point, Rect, Region, Weight};
use crate::model::Listed;

/// Between a key and a map that makes room for it, in CSS pixels.
const GAP: f64 = 12.0;

/// How many of 48 points of a key may lie on land that is quiet.
pub(in crate::chart) const QUIET: usize = 12;

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

/// The width of a square of the key with the space after it, in CSS pixels.
pub(in crate::chart) const SWATCH: f64 = 14.0;
pub(in crate::chart) const AFTER_SWATCH: f64 = 6.0;

/// What stands in the key for where all are from.
pub(in crate::chart) fn origin_text(builder: &FrameBuilder, cut: &MapCut) -> Option<String> {
    cut.origin.as_ref().map(|_| builder.picture.locale.text("map.origin", &[]))
}

/// How much room a key takes.
#[derive(Clone, Copy)]
pub(in crate::chart) struct KeySize {
    /// In a corner: width and height.
    pub corner: (i32, i32),
    /// The height of a key below the map, as wide as that.
    pub flat: i32,
    /// How many of 48 points of it may lie on land.
    pub land: usize,
}

/// The ground in a plot with a key of the size that `size` gives for it; `reached` gives what the key must not cover.
pub(in crate::chart) fn keyed<'a>(
    builder: &FrameBuilder,
    ground: &FlatGround<'a>,
    plot: Rect,
    size: &dyn Fn(&MapProjection) -> KeySize,
    reached: &dyn Fn(&MapProjection) -> Vec<Rect>,
) -> KeyedMap<'a> {
    let projection = ground.fit(plot);
    let size = size(&projection);
    if let Some(key) = corner(&projection, size, &reached(&projection)) {
        return KeyedMap { projection, key };
    }
    let gap = builder.px(GAP);
    let (across, down) = (size.corner.0.saturating_add(gap), size.flat.saturating_add(gap));
    let beside = ground.fit(Rect { left: plot.left.saturating_add(across).min(plot.right), ..plot });
    let below = ground.fit(Rect { bottom: plot.bottom.saturating_sub(down).max(plot.top), ..plot });
    let bottom = plot.bottom;
    // On a narrow screen a map beside it begins in its middle: that has to be worth it.
    let least = if builder.width_in_css_px() > NARROW { 1.0 } else { 1.5 };
    if beside.scale >= below.scale * least {
        let (width, height) = size.corner;
        let key = Rect { left: plot.left, top: bottom - height, right: plot.left + width, bottom };
        return KeyedMap { projection: beside, key };
    }
    KeyedMap { projection: below, key: Rect { top: bottom - size.flat, ..plot } }
}

/// The corner of the plot with least land where nothing is covered that must not be.
fn corner(projection: &MapProjection, size: KeySize, reached: &[Rect]) -> Option<Rect> {
    let (width, height) = size.corner;
    let Rect { left, top, right, bottom } = projection.plot;
    let corners =
        [(left, bottom - height), (right - width, bottom - height), (left, top), (right - width, top)];
    let free = corners.into_iter().filter_map(|(left, top)| {
        let place = Rect { left, top, right: left + width, bottom: top + height };
        let is_free = !reached.iter().any(|mark| place.overlaps(mark));
        is_free.then(|| (place, land_in(projection, &place)))
    });
    let emptiest = free.listed().into_iter().min_by_key(|(_, land)| *land);
    emptiest.filter(|(_, land)| *land <= size.land).map(|(place, _)| place)
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
