//! Maps: rates as shades, counts as circles, origin and destination as arrows.

mod arrows;
mod circles;
mod shades;
mod zoom;

pub use zoom::regions;

use crate::chart::frame_builder::{AXIS_TEXT, LINE_HEIGHT, Sketch};
use crate::chart::{Anchor, Dash, Point, Rect, Weight};
use crate::model::{Boundaries, Land, Listed, Measure};

/// A map's ground in the frame.
struct Ground<'a> {
    boundaries: &'a Boundaries,
    /// Device pixels per unit of the sheet.
    scale: f64,
    left: f64,
    top: f64,
    plot: Rect,
}

impl Ground<'_> {
    /// A point of the sheet in the frame.
    fn point(&self, (x, y): (i32, i32)) -> Point {
        Point {
            x: (self.left + f64::from(x) * self.scale).round() as i32,
            y: (self.top + f64::from(y) * self.scale).round() as i32,
        }
    }

    /// The outlines of a country in the frame.
    fn outlines(&self, land: &Land) -> Vec<Vec<Point>> {
        let placed = |ring: &Vec<(i32, i32)>| ring.iter().map(|corner| self.point(*corner)).listed();
        let cut = land.rings.iter().map(|ring| zoom::cut(placed(ring), self.plot));
        cut.filter(|outline| outline.len() > 2).listed()
    }

    /// Where the mark of a country stands; `None` where the sheet does not show it.
    fn middle(&self, key: &str) -> Option<Point> {
        let middle = self.boundaries.land(key).map(|land| self.point(land.middle))?;
        let Rect { left, top, right, bottom } = self.plot;
        (left <= middle.x && middle.x <= right && top <= middle.y && middle.y <= bottom).then_some(middle)
    }
}

/// Lays out a map of the entities, which are countries.
#[inline(never)]
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
    let (window_left, window_top, window_width, window_height) =
        zoom::window(boundaries, sketch.picture.state.region.as_deref());
    let scale = (f64::from(plot.width()) / window_width).min(f64::from(plot.height()) / window_height);
    // A narrow sheet stands right, so that its legend has the left.
    let spare = f64::from(plot.width()) - window_width * scale;
    let from_left = if spare > f64::from(sketch.px(120.0)) { spare * 0.75 } else { spare / 2.0 };
    let ground = Ground {
        boundaries,
        scale,
        left: from_left - window_left * scale,
        top: f64::from(plot.top) + (f64::from(plot.height()) - window_height * scale) / 2.0
            - window_top * scale,
        plot,
    };
    let is_rate = grid.per.is_some() || grid.normalized || grid.measure == Measure::Rate;
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

/// All countries in one quiet colour, with their boundaries.
fn draw_land(sketch: &mut Sketch, ground: &Ground) {
    let color = sketch.picture.theme.grid;
    for land in in_drawing_order(ground) {
        for outline in ground.outlines(land) {
            sketch.area(outline, color);
        }
    }
    draw_boundaries(sketch, ground);
}

/// The countries from the largest to the smallest: enclaves lie on what surrounds them.
fn in_drawing_order<'a>(ground: &Ground<'a>) -> Vec<&'a Land> {
    let size = |land: &Land| {
        let ring = land.rings.first().map(Vec::as_slice).unwrap_or_default();
        let (least, most) =
            ring.iter().fold((i32::MAX, i32::MIN), |(least, most), (x, _)| (least.min(*x), most.max(*x)));
        i64::from(most) - i64::from(least)
    };
    let lands = &ground.boundaries.lands;
    let order = crate::model::sorted(lands.len(), &|one, two| {
        let of = |index: usize| lands.get(index).map_or(0, size);
        of(two).cmp(&of(one))
    });
    order.into_iter().filter_map(|index| lands.get(index)).listed()
}

/// The lines between countries, thin in the surface's colour; disputed ones dashed over them.
fn draw_boundaries(sketch: &mut Sketch, ground: &Ground) {
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

/// A line of a legend: a text right of where its sign stands.
fn legend_text(sketch: &mut Sketch, text: String, at: Point) {
    let color = sketch.picture.theme.muted;
    sketch.text(text, at, Anchor::Left, AXIS_TEXT, Weight::Regular, color);
}
