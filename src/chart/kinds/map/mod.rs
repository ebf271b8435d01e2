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
use projection::Ground;

use crate::chart::Rect;
use crate::chart::frame_builder::{LINE_HEIGHT, Sketch};
use crate::model::QuantityKind;

/// Lays out a map of the entities, which are countries.
pub(in crate::chart) fn map(sketch: &mut Sketch) {
    let entities = sketch.entities();
    let grid = sketch.grid();
    let Some(boundaries) = sketch.picture.boundaries else {
        sketch.say_no_data();
        return;
    };
    sketch.note_state(entities.len());
    // Of countries without a row a map says nothing either way.
    sketch.frame.has_gaps = false;
    sketch.frame.labelled_directly = true;
    let (width, height) = (sketch.frame.width_in_device_px, sketch.frame.height_in_device_px);
    let plot = Rect { left: 0, top: sketch.px(LINE_HEIGHT * 1.5), right: width, bottom: height };
    sketch.frame.plot = plot;
    let ground = Ground::new(sketch, boundaries, plot);
    let is_rate = grid.per.is_some() || grid.normalized || grid.measure == QuantityKind::Rate;
    if grid.series_field.is_some() && grid.series.iter().any(|series| ground.middle(&series.key).is_some()) {
        draw_land(sketch, &ground);
        arrows::draw(sketch, &ground, entities);
    } else if is_rate {
        shades::draw(sketch, &ground, entities);
    } else {
        draw_land(sketch, &ground);
        circles::draw(sketch, &ground, entities);
    }
}
