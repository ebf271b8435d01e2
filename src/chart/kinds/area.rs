//! Areas, on top of each other where they are several.

use crate::chart::axes::layers::{Layer, Span, decimate, runs};
use crate::chart::axes::time_plot::Ground;
use crate::chart::frame_builder::Sketch;
use crate::chart::{Dash, Point, Rect};
use crate::model::Listed;

/// Draws the layers, a line of the surface between them.
pub(in crate::chart) fn draw(sketch: &mut Sketch, ground: &Ground) {
    let places = ground.across.middles.len();
    let is_known = |place: usize| ground.layers.iter().any(|layer| layer.span(place).is_some());
    let top =
        |place: usize| ground.layers.last().and_then(|layer| layer.span(place)).map_or(0.0, |span| span.to);
    for run in runs(places, is_known) {
        let kept = decimate(run, ground.plot.width(), |place| ground.across.middle(place), top);
        for layer in &ground.layers {
            draw_layer(sketch, ground, layer, &kept);
        }
        for pair in ground.layers.windows(2) {
            if let [below, above] = pair {
                separate(sketch, ground, below, above, &kept);
            }
        }
    }
}

/// Draws a line of the surface between two layers, where both are thick enough to spare it.
fn separate(sketch: &mut Sketch, ground: &Ground, below: &Layer, above: &Layer, places: &[usize]) {
    let (width, surface) = (sketch.px(1.0), sketch.picture.theme.surface);
    let line = edge(ground, below, places, |span| span.to);
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
        let height = layer.span(place).map_or(0, |span| (ground.y(span.from) - ground.y(span.to)).abs());
        f64::from(height) / (1.0 + slope(index) * slope(index)).sqrt()
    };
    let least = f64::from(2 * width);
    let is_thick = |index: usize| thickness(below, index) > least && thickness(above, index) > least;
    for (from, to) in runs(places.len(), is_thick) {
        sketch.line(line.get(from..to).unwrap_or_default().to_vec(), surface, width, Dash::Solid);
    }
}

/// One edge of a layer over the places of a run.
fn edge(ground: &Ground, layer: &Layer, places: &[usize], end: fn(Span) -> f64) -> Vec<Point> {
    places.iter().filter_map(|place| Some(ground.point(*place, end(layer.span(*place)?)))).listed()
}

/// The closed shape of a layer over some places.
fn shape(ground: &Ground, layer: &Layer, places: &[usize]) -> Vec<Point> {
    let mut points = edge(ground, layer, places, |span| span.to);
    points.extend(edge(ground, layer, places, |span| span.from).into_iter().rev());
    points
}

/// Draws a layer over one run of places; the stretches that lead to or from provisional figures are hatched.
fn draw_layer(sketch: &mut Sketch, ground: &Ground, layer: &Layer, places: &[usize]) {
    let color = sketch.color(layer.series);
    if places.iter().all(|place| layer.span(*place).is_none_or(|span| span.from == span.to)) {
        return;
    }
    if let [only] = places {
        // A place alone between gaps has no width: a thin bar stands for it.
        if let Some(span) = layer.span(*only) {
            let (x, half) = (ground.across.middle(*only), sketch.px(1.5));
            let (one, two) = (ground.y(span.from), ground.y(span.to));
            let rect = Rect { left: x - half, top: one.min(two), right: x + half, bottom: one.max(two) };
            sketch.fill(rect, color);
        }
        return;
    }
    let uncertain = |pair: &[usize]| pair.iter().any(|place| sketch.is_provisional(*place));
    let pairs: Vec<bool> = places.windows(2).map(uncertain).listed();
    let mut from = 0;
    for stretch in pairs.chunk_by(|left, right| left == right) {
        let to = from + stretch.len();
        let points = shape(ground, layer, places.get(from..=to).unwrap_or_default());
        if stretch.first() == Some(&true) {
            sketch.area_hatched(points, color);
        } else {
            sketch.area(points, color);
        }
        from = to;
    }
}
