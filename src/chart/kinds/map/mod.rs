//! Maps: rates as shades, counts as circles, origin and destination as arrows.

mod arrows;
mod circles;
mod land;
mod legend;
mod projection;
mod shades;
mod zoom;

pub use zoom::regions;

use land::draw_land;
use projection::MapProjection;

use crate::chart::Rect;
use crate::chart::axes::steps::{draw_period, head};
use crate::chart::frame_builder::{FrameBuilder, LINE_HEIGHT};

/// Lays out a map of the entities, which are countries.
pub(in crate::chart) fn map(builder: &mut FrameBuilder) {
    let entities = builder.entities();
    let grid = builder.grid();
    let Some(boundaries) = builder.picture.boundaries else {
        builder.say_no_data();
        return;
    };
    builder.note_state(entities.len());
    // Of countries without a row a map says nothing either way.
    builder.frame.has_gaps = false;
    builder.frame.labelled_directly = true;
    let (width, height) = (builder.frame.width_in_device_px, builder.frame.height_in_device_px);
    draw_period(builder);
    let plot = Rect { left: 0, top: head(builder, LINE_HEIGHT * 1.5), right: width, bottom: height };
    builder.frame.plot = plot;
    let projection = MapProjection::new(builder, boundaries, plot);
    if grid.series_field.is_some()
        && grid.series.iter().any(|series| projection.middle(&series.key).is_some())
    {
        draw_land(builder, &projection);
        arrows::draw(builder, &projection, entities);
    } else if grid.is_shaded() {
        shades::draw(builder, &projection);
    } else {
        draw_land(builder, &projection);
        circles::draw(builder, &projection, entities);
    }
}
