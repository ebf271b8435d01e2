//! Countries and the lines between them.

use super::projection::MapProjection;
use crate::chart::frame_builder::FrameBuilder;
use crate::chart::{Dash, Point, Rect};
use crate::model::{Land, Listed, sorted};

/// All countries in one quiet colour, with their boundaries.
pub(in crate::chart) fn draw_land(builder: &mut FrameBuilder, projection: &MapProjection) {
    let color = builder.picture.theme.grid;
    for land in in_drawing_order(projection) {
        for outline in projection.outlines(land) {
            builder.area(outline, color);
        }
    }
    draw_boundaries(builder, projection);
}

/// The countries from the largest to the smallest: enclaves lie on what surrounds them.
pub(in crate::chart) fn in_drawing_order<'a>(projection: &MapProjection<'a>) -> Vec<&'a Land> {
    let size = |land: &Land| {
        let ring = land.rings.first().map(Vec::as_slice).unwrap_or_default();
        let (least, most) =
            ring.iter().fold((i32::MAX, i32::MIN), |(least, most), (x, _)| (least.min(*x), most.max(*x)));
        i64::from(most) - i64::from(least)
    };
    let lands = &projection.boundaries.lands;
    let order = sorted(lands.len(), &|one, two| {
        let of = |index: usize| lands.get(index).map_or(0, size);
        of(two).cmp(&of(one))
    });
    order.into_iter().filter_map(|index| lands.get(index)).listed()
}

/// The lines between countries, thin in the surface's colour; disputed ones dashed over them.
pub(in crate::chart) fn draw_boundaries(builder: &mut FrameBuilder, projection: &MapProjection) {
    let theme = builder.picture.theme;
    let width = builder.px(0.75);
    for land in &projection.boundaries.lands {
        for mut outline in projection.outlines(land) {
            outline.extend(outline.first().copied());
            builder.line(outline, theme.surface, width, Dash::Solid);
        }
    }
    let width = builder.px(1.0);
    for line in &projection.boundaries.disputed {
        let line = line.iter().map(|corner| projection.point(*corner)).listed();
        let Rect { left, top, right, bottom } = projection.plot;
        let is_inside = |at: &Point| left <= at.x && at.x <= right && top <= at.y && at.y <= bottom;
        if !line.iter().all(is_inside) {
            continue;
        }
        builder.line(line, theme.axis, width, Dash::Dashed);
    }
}
