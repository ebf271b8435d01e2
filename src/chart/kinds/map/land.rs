//! Countries and the lines between them.

use super::projection::Ground;
use crate::chart::frame_builder::Sketch;
use crate::chart::{Dash, Point, Rect};
use crate::model::{Land, Listed, sorted};

/// All countries in one quiet colour, with their boundaries.
pub(in crate::chart) fn draw_land(sketch: &mut Sketch, ground: &Ground) {
    let color = sketch.picture.theme.grid;
    for land in in_drawing_order(ground) {
        for outline in ground.outlines(land) {
            sketch.area(outline, color);
        }
    }
    draw_boundaries(sketch, ground);
}

/// The countries from the largest to the smallest: enclaves lie on what surrounds them.
pub(in crate::chart) fn in_drawing_order<'a>(ground: &Ground<'a>) -> Vec<&'a Land> {
    let size = |land: &Land| {
        let ring = land.rings.first().map(Vec::as_slice).unwrap_or_default();
        let (least, most) =
            ring.iter().fold((i32::MAX, i32::MIN), |(least, most), (x, _)| (least.min(*x), most.max(*x)));
        i64::from(most) - i64::from(least)
    };
    let lands = &ground.boundaries.lands;
    let order = sorted(lands.len(), &|one, two| {
        let of = |index: usize| lands.get(index).map_or(0, size);
        of(two).cmp(&of(one))
    });
    order.into_iter().filter_map(|index| lands.get(index)).listed()
}

/// The lines between countries, thin in the surface's colour; disputed ones dashed over them.
pub(in crate::chart) fn draw_boundaries(sketch: &mut Sketch, ground: &Ground) {
    let theme = sketch.picture.theme;
    let width = sketch.px(0.75);
    for land in &ground.boundaries.lands {
        for mut outline in ground.outlines(land) {
            outline.extend(outline.first().copied());
            sketch.line(outline, theme.surface, width, Dash::Solid);
        }
    }
    let width = sketch.px(1.0);
    for line in &ground.boundaries.disputed {
        let line = line.iter().map(|corner| ground.point(*corner)).listed();
        let Rect { left, top, right, bottom } = ground.plot;
        let is_inside = |at: &Point| left <= at.x && at.x <= right && top <= at.y && at.y <= bottom;
        if !line.iter().all(is_inside) {
            continue;
        }
        sketch.line(line, theme.axis, width, Dash::Dashed);
    }
}
