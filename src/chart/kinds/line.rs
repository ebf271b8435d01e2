//! Lines, cut at gaps.

use crate::chart::axes::layers::{Layer, decimate, dense_runs, runs};
use crate::chart::axes::time_plot::TimePlot;
use crate::chart::frame_builder::FrameBuilder;
use crate::chart::{Dash, Point};
use crate::model::Listed;

/// The width of a line in CSS pixels.
const WIDTH: f64 = 2.0;

/// Draws every line; a highlighted one last, over the others.
pub(in crate::chart) fn draw(builder: &mut FrameBuilder, time_plot: &TimePlot) {
    for layer in in_drawing_order(builder, time_plot) {
        draw_line(builder, time_plot, layer);
    }
}

/// The layers from back to front: those that stand back, then from the smallest series to the largest.
fn in_drawing_order<'g>(builder: &FrameBuilder, time_plot: &'g TimePlot) -> Vec<&'g Layer> {
    let mut order: Vec<&Layer> = Vec::with_capacity(time_plot.layers.len());
    for dimmed in [true, false] {
        for layer in time_plot.layers.iter().rev() {
            if builder.dimmed.get(layer.series).copied().unwrap_or(false) == dimmed {
                order.push(layer);
            }
        }
    }
    order
}

/// Draws one line in runs between gaps; a figure alone between gaps is a dot.
fn draw_line(builder: &mut FrameBuilder, time_plot: &TimePlot, layer: &Layer) {
    let color = builder.color(layer.series);
    let width = builder.px(WIDTH);
    let height_of = |place: usize| layer.span(place).map_or(0.0, |span| span.to);
    let column_of = |place: usize| time_plot.positions.middle(place);
    let is_dense = layer.spans.len() as u64 > time_plot.plot.width().max(1) as u64 * 4;
    let drawn: Vec<Vec<usize>> = match is_dense {
        true => dense_runs(layer.spans.len(), column_of, |place| layer.span(place).map(|span| span.to)),
        false => {
            let known = runs(layer.spans.len(), |place| layer.spans.get(place).is_some_and(Option::is_some));
            known.into_iter().map(|run| decimate(run, time_plot.plot.width(), column_of, height_of)).listed()
        }
    };
    for places in drawn {
        let points: Vec<(usize, Point)> =
            places.into_iter().map(|place| (place, time_plot.point(place, height_of(place)))).listed();
        if let [(_, only)] = points.as_slice() {
            builder.dot(*only, 3.0, color);
            continue;
        }
        let mut piece: Vec<Point> = Vec::new();
        let mut dash = Dash::Solid;
        for pair in points.windows(2) {
            let [(from_place, from), (to_place, to)] = pair else { continue };
            let uncertain = builder.is_provisional(*from_place) || builder.is_provisional(*to_place);
            let next_dash = if uncertain { Dash::Dashed } else { Dash::Solid };
            if piece.is_empty() || next_dash != dash {
                builder.line(std::mem::take(&mut piece), color, width, dash);
                piece.push(*from);
                dash = next_dash;
            }
            piece.push(*to);
        }
        builder.line(piece, color, width, dash);
    }
}

/// Marks the last known figure of every line, over axes and lines.
pub(in crate::chart) fn draw_ends(builder: &mut FrameBuilder, time_plot: &TimePlot) {
    for layer in in_drawing_order(builder, time_plot) {
        if let Some((place, span)) = layer.last_known() {
            let color = builder.color(layer.series);
            builder.dot(time_plot.point(place, span.to), 4.0, color);
        }
    }
}
