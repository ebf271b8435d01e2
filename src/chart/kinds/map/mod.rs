//! Maps: rates as shades, counts as circles, origin and destination as arrows.
//!
//! A map is cut to the countries that have figures ([`cut`]), projected around them ([`sphere`]), and has its key where
//! there is least land ([`key`]); what it does not show stands below it ([`strip`]), all by rank beside it ([`list`]), both of them
//! the map's [`aside`].

mod arrows;
mod aside;
mod circles;
mod classes;
mod cut;
mod key;
mod land;
mod land_name;
mod list;
mod projection;
mod shades;
mod sphere;
mod strip;
mod touch;
mod zoom;

pub use zoom::regions;

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
    let body = Rect { left: 0, top: head(builder, LINE_HEIGHT * 1.5), right: width, bottom: height };
    builder.frame.plot = body;
    let is_place = |key: &str| boundaries.land(key).is_some();
    if grid.series_field.is_some() && grid.series.iter().any(|series| is_place(&series.key)) {
        arrows::draw(builder, boundaries, entities, body);
    } else if grid.is_shaded() {
        shades::draw(builder, boundaries, entities, body);
    } else {
        circles::draw(builder, boundaries, entities, body);
    }
}
