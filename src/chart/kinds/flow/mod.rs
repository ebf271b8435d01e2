//! Bands from origins to destinations, as wide as their figures.

mod labels;
mod nodes;

use labels::{FlowLabels, MOST_NAMES};
use nodes::{FlowNode, Stacking, in_order};

use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::steps::{HeldFigures, draw_period, head, held};
use crate::chart::frame_builder::{FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::{Anchor, Dash, HitBand, Point, Rect, Region, Weight};
use crate::locale::{PeriodStyle, category_label};
use crate::model::Listed;
use crate::query::SeriesRole;

/// How much of its colour a band keeps: those that cross shine through the order of drawing.
const BAND: f64 = 0.45;
/// The same beside a highlighted one.
const BACK: f64 = 0.12;
/// The points of each edge of a band.
const STEPS: i32 = 24;
/// The thinnest band with a rim, in CSS pixels.
const LEAST_RIMMED: f64 = 4.0;
/// The height that a named bar takes at least, in CSS pixels: with the gap, that of a line.
const NAMED: f64 = 14.0;
/// The space between two bars, in CSS pixels.
const GAP: f64 = 4.0;
/// The width of a bar, and from it to its name, in CSS pixels.
const BAR: f64 = 8.0;
/// The space between the names of the two sides where they stand on the bands, in CSS pixels.
const BETWEEN_SIDES: f64 = 8.0;

/// Lays out the bands.
pub(in crate::chart) fn flow(builder: &mut FrameBuilder) {
    let destinations = builder.entities();
    let grid = builder.grid();
    let locale = builder.picture.locale;
    let theme = builder.picture.theme;
    let places = destinations.len();
    let held = held(builder);
    let Some(drawn) = held.first() else { return };
    let [mut left, mut right] = sides(drawn);
    builder.note_state(places);
    builder.frame.stayed = grid.stayed.map(|figure| locale.amount(grid, figure)).unwrap_or_default();
    // A pair that nobody took is no gap in what is known.
    builder.frame.has_gaps = false;
    if left.is_empty() {
        builder.say_no_data();
        return;
    }
    for node in &mut left {
        let key = builder.frame.legend_entries.get(node.index);
        node.name = key.map(|key| key.label.clone()).unwrap_or_default();
        node.color = builder.color(node.index);
    }
    for node in &mut right {
        node.name = category_label(locale, grid, node.index, PeriodStyle::Short);
        node.color = theme.axis;
    }

    let (width, height) = (builder.frame.width_in_device_px, builder.frame.height_in_device_px);
    let line = builder.px(LINE_HEIGHT);
    draw_period(builder);
    let (top, bottom) = (head(builder, LINE_HEIGHT * 1.5) + line * 2, height - line / 2);
    let stacking = Stacking { top, bottom, named: builder.px(NAMED), gap: builder.px(GAP) };
    let (mut least_scale, mut greatest) = (f64::INFINITY, 0f64);
    for figures in &held {
        let (scale, largest) = stacked_alone(figures, stacking);
        (least_scale, greatest) = (least_scale.min(scale), greatest.max(largest));
    }
    let scale = stacking.place(&mut left, &mut right, least_scale);
    let labels = FlowLabels::of(builder, greatest);
    let bar = builder.px(BAR);
    let heads = ["flow.from", "flow.to"].map(|key| locale.text(key, &[]));
    let [left_room, right_room] = match labels.is_inside {
        true => [(width - builder.px(BETWEEN_SIDES)) / 2 - 2 * bar; 2],
        // Names come and go with the periods, and what lies between them stays.
        false if !builder.picture.steps.is_empty() => [(f64::from(width) * MOST_NAMES) as i32; 2],
        false => {
            [(&left, &heads[0]), (&right, &heads[1])].map(|(side, head)| labels.room(builder, side, head))
        }
    };
    let plot = match labels.is_inside {
        true => Rect { left: 0, top, right: width, bottom },
        false => Rect { left: left_room + bar, top, right: width - right_room - bar, bottom },
    };
    builder.frame.plot = plot;
    draw_unit(builder, &labels.unit);

    let reader = HighlightedEnds::of(builder, destinations);
    let mut bands: Vec<(usize, usize, Vec<Point>)> = Vec::new();
    for from in &mut left {
        for to in &mut right {
            let Some(figure) = drawn.way(from.index, to.index) else { continue };
            let thick = figure * scale;
            let (from_y, to_y) = (f64::from(from.top) + from.taken, f64::from(to.top) + to.taken);
            from.taken += thick;
            to.taken += thick;
            let shape = band(plot.left + bar, plot.right - bar, from_y, to_y, thick.max(1.0));
            let is_front = reader.is_front(from.index, to.index);
            let share = if is_front { BAND } else { BACK };
            builder.area(shape.clone(), from.color.over(theme.surface, share));
            // Pale, two colours are nearer than full: a rim keeps bands apart that cross or lie side by side.
            if thick >= f64::from(builder.px(LEAST_RIMMED)) {
                let rim = builder.px(1.0);
                for edge in shape.chunks(STEPS as usize + 1) {
                    builder.line(edge.to_vec(), theme.surface, rim, Dash::Solid);
                }
            }
            bands.push((from.index, to.index, shape));
        }
    }
    for (nodes, x) in [(&left, plot.left), (&right, plot.right - bar)] {
        for node in nodes {
            builder.fill(
                Rect { left: x, top: node.top, right: x + bar, bottom: node.bottom.max(node.top + 1) },
                node.color,
            );
        }
    }
    let [from, to] = heads;
    let y = plot.top - builder.px(LINE_HEIGHT * 1.5);
    // From the bars on outwards; where names stand on the bands, from the bars on inwards, under heads at the edges.
    let sides = match labels.is_inside {
        true => [
            (&left, from, left_room, plot.left, plot.left + 2 * bar, Anchor::Left),
            (&right, to, right_room, plot.right, plot.right - 2 * bar, Anchor::Right),
        ],
        false => [
            (&left, from, left_room, plot.left - bar, plot.left - bar, Anchor::Right),
            (&right, to, right_room, plot.right + bar, plot.right + bar, Anchor::Left),
        ],
    };
    for (side, head, room, head_x, x, anchor) in sides {
        builder.text(head, Point { x: head_x, y }, anchor, LABEL_TEXT, Weight::Bold, theme.text);
        let rooms = match labels.is_inside {
            true => {
                let other = if anchor == Anchor::Left { &right } else { &left };
                labels.shared_rooms(builder, side, other, 2 * room)
            }
            false => vec![room; side.len()],
        };
        labels.draw(builder, side, x, anchor, &rooms);
    }
    // What has no name at its bar has one in the legend.
    builder.frame.labelled_directly = left.iter().all(|node| node.is_named);
    builder.frame.bands_run_down = true;
    note_places(builder, &left, &right, bands);
}

/// The bars of both sides, without names and colours.
fn sides(figures: &HeldFigures) -> [Vec<FlowNode>; 2] {
    let grid = figures.grid;
    let left = figures.shown.iter().map(|series| {
        let total = (0..figures.places()).filter_map(|place| figures.way(*series, place)).sum();
        let role = grid.series.get(*series).map(|series| series.role);
        FlowNode::new(*series, total, role == Some(SeriesRole::Other))
    });
    let right = (0..figures.places()).map(|place| {
        let total = figures.shown.iter().filter_map(|series| figures.way(*series, place)).sum();
        FlowNode::new(place, total, grid.folded == Some(place))
    });
    [in_order(left.listed()), in_order(right.listed())]
}

/// How many device pixels a unit of the figures of one period has where it stands alone, and its greatest bar.
fn stacked_alone(figures: &HeldFigures, stacking: Stacking) -> (f64, f64) {
    let [mut left, mut right] = sides(figures);
    let greatest = left.iter().chain(&right).map(|node| node.total).fold(0.0, f64::max);
    (stacking.place(&mut left, &mut right, f64::INFINITY), greatest)
}

/// What the reader has set off from the rest.
struct HighlightedEnds {
    series: Option<usize>,
    place: Option<usize>,
}

impl HighlightedEnds {
    fn of(builder: &FrameBuilder, destinations: &[String]) -> HighlightedEnds {
        let state = builder.picture.state;
        let key = state.highlight.as_deref();
        HighlightedEnds {
            series: key.and_then(|key| builder.grid().series.iter().position(|series| series.key == key)),
            place: key.and_then(|key| destinations.iter().position(|place| place == key)),
        }
    }

    fn is_front(&self, series: usize, place: usize) -> bool {
        let nothing = self.series.is_none() && self.place.is_none();
        nothing || self.series == Some(series) || self.place == Some(place)
    }
}

/// The closed shape of a band: two curves that leave and arrive level.
fn band(left: i32, right: i32, from_y: f64, to_y: f64, thick: f64) -> Vec<Point> {
    let at = |step: i32, below: f64| {
        let share = f64::from(step) / f64::from(STEPS);
        let eased = share * share * (3.0 - 2.0 * share);
        Point {
            x: left + ((right - left) * step) / STEPS,
            y: (from_y + (to_y - from_y) * eased + below).round().clamp(-1e6, 1e6) as i32,
        }
    };
    let mut points: Vec<Point> = (0..=STEPS).map(|step| at(step, 0.0)).listed();
    points.extend((0..=STEPS).rev().map(|step| at(step, thick)));
    points
}

/// Where pointer and keyboard find bands, and the bars of the destinations.
fn note_places(
    builder: &mut FrameBuilder,
    left: &[FlowNode],
    right: &[FlowNode],
    bands: Vec<(usize, usize, Vec<Point>)>,
) {
    let plot = builder.frame.plot;
    for to in right {
        let bounds = Rect {
            left: plot.right - builder.px(BAR),
            top: to.top,
            right: builder.frame.width_in_device_px,
            bottom: to.bottom.max(to.top + 1),
        };
        builder.frame.hit_bands.push(HitBand {
            index: to.index,
            middle: (to.top + to.bottom) / 2,
            reach: (to.top, to.bottom),
            points: Vec::new(),
            region: Some(Region { bounds, ..Region::default() }),
        });
    }
    for from in left {
        for (series, place, shape) in bands.iter().filter(|(series, ..)| *series == from.index) {
            let outlines = vec![shape.clone()];
            let bounds = Rect { left: plot.left, right: plot.right, ..Rect::bounding(&outlines) };
            let middle = (bounds.top + bounds.bottom - 1) / 2;
            builder.frame.hit_bands.push(HitBand {
                index: *place,
                middle,
                reach: (bounds.top, bounds.bottom),
                points: vec![(*series, Point { x: (plot.left + plot.right) / 2, y: middle })],
                region: Some(Region { bounds, outlines, series: Some(*series) }),
            });
        }
    }
}
