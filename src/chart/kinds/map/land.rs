//! Countries and the lines between them.

use super::projection::{MapProjection, PlacedLand};
use crate::chart::Dash;
use crate::chart::frame_builder::FrameBuilder;
use crate::model::{Listed, sorted};

/// All countries in one quiet colour, with their boundaries.
pub(in crate::chart) fn draw_land(builder: &mut FrameBuilder, projection: &MapProjection) {
    for placed in in_drawing_order(projection) {
        let theme = builder.picture.theme;
        let color = if placed.is_cut { theme.land_beyond() } else { theme.grid };
        for outline in &placed.outlines {
            builder.area(outline.clone(), color);
        }
    }
    draw_boundaries(builder, projection);
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
