//! Lines, cut at gaps.

use crate::chart::axes::layers::{Layer, decimate, runs};
use crate::chart::axes::time_plot::Ground;
use crate::chart::frame_builder::Sketch;
use crate::chart::{Dash, Point};
use crate::model::Listed;

/// The width of a line in CSS pixels.
const WIDTH: f64 = 2.0;

/// Draws every line; a highlighted one last, over the others.
pub(in crate::chart) fn draw(sketch: &mut Sketch, ground: &Ground) {
    for layer in in_drawing_order(sketch, ground) {
        draw_line(sketch, ground, layer);
    }
}

/// The layers from back to front: those that stand back, then from the smallest series to the largest.
fn in_drawing_order<'g>(sketch: &Sketch, ground: &'g Ground) -> Vec<&'g Layer> {
    let mut order: Vec<&Layer> = Vec::with_capacity(ground.layers.len());
    for dimmed in [true, false] {
        for layer in ground.layers.iter().rev() {
            if sketch.dimmed.get(layer.series).copied().unwrap_or(false) == dimmed {
                order.push(layer);
            }
        }
    }
    order
}

/// Draws one line in runs between gaps; a figure alone between gaps is a dot.
fn draw_line(sketch: &mut Sketch, ground: &Ground, layer: &Layer) {
    let color = sketch.color(layer.series);
    let width = sketch.px(WIDTH);
    let height_of = |place: usize| layer.span(place).map_or(0.0, |span| span.to);
    for run in runs(layer.spans.len(), |place| layer.spans.get(place).is_some_and(Option::is_some)) {
        let places = decimate(run, ground.plot.width(), |place| ground.across.middle(place), height_of);
        let points: Vec<(usize, Point)> =
            places.into_iter().map(|place| (place, ground.point(place, height_of(place)))).listed();
        if let [(_, only)] = points.as_slice() {
            sketch.dot(*only, 3.0, color);
            continue;
        }
        let mut piece: Vec<Point> = Vec::new();
        let mut dash = Dash::Solid;
        for pair in points.windows(2) {
            let [(from_place, from), (to_place, to)] = pair else { continue };
            let uncertain = sketch.is_provisional(*from_place) || sketch.is_provisional(*to_place);
            let next_dash = if uncertain { Dash::Dashed } else { Dash::Solid };
            if piece.is_empty() || next_dash != dash {
                sketch.line(std::mem::take(&mut piece), color, width, dash);
                piece.push(*from);
                dash = next_dash;
            }
            piece.push(*to);
        }
        sketch.line(piece, color, width, dash);
    }
}

/// Marks the last known figure of every line, over axes and lines.
pub(in crate::chart) fn draw_ends(sketch: &mut Sketch, ground: &Ground) {
    for layer in in_drawing_order(sketch, ground) {
        if let Some((place, span)) = layer.last_known() {
            let color = sketch.color(layer.series);
            sketch.dot(ground.point(place, span.to), 4.0, color);
        }
    }
}
