//! Countries and the lines between them.

use super::cut::MapCut;
use super::projection::{MapProjection, PlacedLand};
use super::zoom::clipped;
use crate::chart::frame_builder::FrameBuilder;
use crate::chart::{Dash, Point, Rect};
use crate::model::{Listed, sorted};

/// A country smaller than a square of this side, in CSS pixels, is hardly seen by itself.
pub(in crate::chart) const SMALL: f64 = 8.0;

/// The width of each step in which land fades towards the edge of a map, in CSS pixels.
const FADE: f64 = 4.0;

/// All countries in one quiet colour, that where all are from hatched, with their boundaries.
pub(in crate::chart) fn draw_land(builder: &mut FrameBuilder, projection: &MapProjection, cut: &MapCut) {
    for placed in in_drawing_order(projection) {
        let theme = builder.picture.theme;
        for outline in &placed.outlines {
            match is_origin(cut, placed) {
                true => builder.area_hatched(outline.clone(), theme.other),
                false if placed.is_cut => draw_beyond(builder, outline, projection.plot),
                false => builder.area(outline.clone(), theme.grid),
            }
        }
    }
    mark_origin(builder, projection, cut);
    draw_boundaries(builder, projection);
}

/// Land that goes on beyond the map: paler and paler towards its edge.
pub(in crate::chart) fn draw_beyond(builder: &mut FrameBuilder, outline: &[Point], plot: Rect) {
    let step = builder.px(FADE);
    let inside = |steps: i32| {
        let by = step * steps;
        Rect { left: plot.left + by, top: plot.top + by, right: plot.right - by, bottom: plot.bottom - by }
    };
    let colors = builder.picture.theme.land_beyond();
    for (steps, color) in (0..).zip(colors) {
        // Where nothing of it is paler than the next colour, that hides this one.
        let is_last = steps + 1 == colors.len() as i32;
        if is_last || !outline.iter().all(|at| inside(steps + 1).holds(*at)) {
            builder.area(clipped(outline.to_vec(), inside(steps)), color);
        }
    }
}

/// Whether all that a map counts are from a country of it: that is hatched.
pub(in crate::chart) fn is_origin(cut: &MapCut, placed: &PlacedLand) -> bool {
    cut.origin.as_ref() == Some(&placed.land.key)
}

/// Marks the country that all are from with a square, where it is too small for a hatching to be seen.
pub(in crate::chart) fn mark_origin(builder: &mut FrameBuilder, projection: &MapProjection, cut: &MapCut) {
    let small = projection.lands.iter().find(|placed| is_origin(cut, placed));
    let small = small.filter(|placed| is_small(placed, builder.px(SMALL)));
    if let Some(at) = small.and_then(|placed| placed.mark) {
        let (square, theme) = (Rect::around(at, builder.px(SMALL / 2.0)), builder.picture.theme);
        builder.fill_hatched(square, theme.other, theme.surface);
    }
}

/// The countries from the largest to the smallest: enclaves lie on what surrounds them.
pub(in crate::chart) fn in_drawing_order<'p, 'a>(
    projection: &'p MapProjection<'a>,
) -> Vec<&'p PlacedLand<'a>> {
    let lands = &projection.lands;
    let size = |placed: &PlacedLand| {
        let across = placed.outlines.first().into_iter().flatten().map(|corner| corner.x);
        let (least, most) = across.fold((i32::MAX, i32::MIN), |(least, most), x| (least.min(x), most.max(x)));
        i64::from(most) - i64::from(least)
    };
    let sizes = lands.iter().map(size).listed();
    let order = sorted(lands.len(), &|one, two| sizes.get(two).cmp(&sizes.get(one)));
    order.into_iter().filter_map(|index| lands.get(index)).listed()
}

/// The lines between countries, thin in the surface's colour; disputed ones dashed over them.
pub(in crate::chart) fn draw_boundaries(builder: &mut FrameBuilder, projection: &MapProjection) {
    let theme = builder.picture.theme;
    let width = builder.px(0.75);
    for line in &projection.borders {
        builder.line(line.clone(), theme.surface, width, Dash::Solid);
    }
    let width = builder.px(1.0);
    for line in &projection.disputed {
        builder.line(line.clone(), theme.axis, width, Dash::Dashed);
    }
}

/// Whether a country is too small to be seen in its shade: smaller than a square of that side.
pub(in crate::chart) fn is_small(placed: &PlacedLand, side: i32) -> bool {
    let least = i64::from(side) * i64::from(side);
    sides(placed).is_none_or(|(width, height)| i64::from(width) * i64::from(height) < least)
}

/// Whether it is too small for a finger that reaches so far.
pub(in crate::chart) fn is_narrow(placed: &PlacedLand, reach: i32) -> bool {
    sides(placed).is_none_or(|(width, height)| width.max(height) < 2 * reach)
}

/// Width and height of its main part; `None` where nothing of it is seen.
fn sides(placed: &PlacedLand) -> Option<(i32, i32)> {
    let sides = placed.outlines.iter().map(|outline| {
        let bounds = Rect::bounding(std::slice::from_ref(outline));
        (bounds.width(), bounds.height())
    });
    sides.max_by_key(|(width, height)| i64::from(*width) * i64::from(*height))
}
