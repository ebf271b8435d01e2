//! Areas, on top of each other where they are several.

use crate::chart::axes::layers::{Layer, ValueSpan, decimate, runs};
use crate::chart::axes::time_plot::TimePlot;
use crate::chart::frame_builder::FrameBuilder;
use crate::chart::{Dash, Point, Rect};
use crate::model::Listed;

/// The shortest line of the surface between two layers, in CSS pixels.
const LEAST_LINE: f64 = 12.0;

/// Draws the layers, a line of the surface between them.
pub(in crate::chart) fn draw(builder: &mut FrameBuilder, time_plot: &TimePlot) {
    let places = time_plot.positions.middles.len();
    let is_known = |place: usize| time_plot.layers.iter().any(|layer| layer.span(place).is_some());
    let top = |place: usize| {
        time_plot.layers.last().and_then(|layer| layer.span(place)).map_or(0.0, |span| span.to)
    };
    for run in runs(places, is_known) {
        let kept = decimate(run, time_plot.plot.width(), |place| time_plot.positions.middle(place), top);
        // From above, each reaching a pixel under the next: where only their edges meet, the surface shines through.
        for layer in time_plot.layers.iter().rev() {
            draw_layer(builder, time_plot, layer, &kept);
        }
        for pair in time_plot.layers.windows(2) {
            if let [below, above] = pair {
                separate(builder, time_plot, below, above, &kept);
            }
        }
    }
}

/// Draws a line of the surface between two layers, where both are thick enough to spare it.
fn separate(
    builder: &mut FrameBuilder,
    time_plot: &TimePlot,
    below: &Layer,
    above: &Layer,
    places: &[usize],
) {
    let (width, surface) = (builder.px(1.0), builder.picture.theme.surface);
    let line = edge(time_plot, below, places, |span| span.to);
    // Across a steep slope a layer is thinner than from top to bottom.
    let slope = |index: usize| {
        let near = line.get(index.saturating_sub(1)..line.len().min(index + 2)).unwrap_or_default();
        let steepness = |pair: &[Point]| match pair {
            [from, to] => f64::from((to.y - from.y).abs()) / f64::from((to.x - from.x).max(1)),
            _ => 0.0,
        };
        near.windows(2).map(steepness).fold(0.0, f64::max)
    };
    let thickness = |layer: &Layer, index: usize| {
        let place = places.get(index).copied().unwrap_or_default();
        let height =
            layer.span(place).map_or(0, |span| (time_plot.y(span.from) - time_plot.y(span.to)).abs());
        f64::from(height) / (1.0 + slope(index) * slope(index)).sqrt()
    };
    let least = f64::from(2 * width);
    let thinner = |index: usize| thickness(below, index).min(thickness(above, index));
    // Between a place where both are thick enough and one where they are not, the line ends where they no longer are.
    let end = |thin: usize, thick: usize| {
        let (from, to) = (line.get(thin)?, line.get(thick)?);
        let share = (least - thinner(thin)) / (thinner(thick) - thinner(thin));
        let between = |from: i32, to: i32| {
            (f64::from(from) + f64::from(to - from) * share.clamp(0.0, 1.0)).round() as i32
        };
        Some(Point { x: between(from.x, to.x), y: between(from.y, to.y) })
    };
    for (from, to) in runs(places.len(), |index| thinner(index) > least) {
        let mut points: Vec<Point> = Vec::new();
        points.extend(from.checked_sub(1).and_then(|thin| end(thin, from)));
        points.extend(line.get(from..to).unwrap_or_default());
        points.extend(end(to, to - 1));
        // A short piece is a scratch.
        let length = points.last().zip(points.first()).map_or(0, |(last, first)| last.x - first.x);
        if length >= builder.px(LEAST_LINE) {
            builder.line(points, surface, width, Dash::Solid);
        }
    }
}

/// One edge of a layer over the places of a run.
fn edge(time_plot: &TimePlot, layer: &Layer, places: &[usize], end: fn(ValueSpan) -> f64) -> Vec<Point> {
    places.iter().filter_map(|place| Some(time_plot.point(*place, end(layer.span(*place)?)))).listed()
}

/// The closed shape of a layer over some places, a pixel under the next one's edge.
fn shape(time_plot: &TimePlot, layer: &Layer, places: &[usize]) -> Vec<Point> {
    let mut points = edge(time_plot, layer, places, |span| span.to);
    let zero = time_plot.y(0.0);
    points.extend(places.iter().rev().filter_map(|place| {
        let span = layer.span(*place)?;
        let point = time_plot.point(*place, span.from);
        Some(Point { y: point.y + i32::from(span.from != span.to && point.y < zero), ..point })
    }));
    points
}

/// Draws a layer over one run of places; the stretches that lead to or from provisional figures are hatched.
fn draw_layer(builder: &mut FrameBuilder, time_plot: &TimePlot, layer: &Layer, places: &[usize]) {
    let color = builder.color(layer.series);
    if places.iter().all(|place| layer.span(*place).is_none_or(|span| span.from == span.to)) {
        return;
    }
    if let [only] = places {
        // A place alone between gaps has no width: a thin bar stands for it.
        if let Some(span) = layer.span(*only) {
            let (x, half) = (time_plot.positions.middle(*only), builder.px(1.5));
            let (one, two) = (time_plot.y(span.from), time_plot.y(span.to));
            let rect = Rect { left: x - half, top: one.min(two), right: x + half, bottom: one.max(two) };
            builder.fill(rect, color);
        }
        return;
    }
    let uncertain = |pair: &[usize]| pair.iter().any(|place| builder.is_provisional(*place));
    let pairs: Vec<bool> = places.windows(2).map(uncertain).listed();
    let mut from = 0;
    for stretch in pairs.chunk_by(|left, right| left == right) {
        let to = from + stretch.len();
        let points = shape(time_plot, layer, places.get(from..=to).unwrap_or_default());
        if stretch.first() == Some(&true) {
            builder.area_hatched(points, color);
        } else {
            builder.area(points, color);
        }
        from = to;
    }
}
