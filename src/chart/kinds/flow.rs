//! Bands from origins to destinations, as wide as their figures.

use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::scaled_unit;
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::labels::dodge::dodge;
use crate::chart::labels::value::fitting_value;
use crate::chart::{Anchor, Color, HitBand, Point, Rect, Region, Weight};
use crate::locale::{PeriodStyle, category_label};
use crate::model::Listed;

/// How much of its colour a band keeps: those that cross shine through the order of drawing.
const BAND: f64 = 0.45;
/// The same beside a highlighted one.
const BACK: f64 = 0.12;
/// The points of each edge of a band.
const STEPS: i32 = 24;
/// Names take at most this share of the width on each side.
const MOST_NAMES: f64 = 0.34;

/// A bar at one side: an origin or a destination.
#[derive(Clone, Debug)]
struct FlowNode {
    /// The grid's index of the series (left) or the place (right).
    index: usize,
    name: String,
    total: f64,
    color: Color,
    top: i32,
    bottom: i32,
    /// How much of it is taken by bands so far, in device pixels.
    taken: f64,
}

/// Lays out the bands.
pub(in crate::chart) fn flow(builder: &mut FrameBuilder) {
    let destinations = builder.entities();
    let grid = builder.grid();
    let locale = builder.picture.locale;
    let theme = builder.picture.theme;
    let known =
        |series: usize, place: usize| grid.value(series, place).known().filter(|figure| *figure > 0.0);
    let places = destinations.len();
    let shown = builder.shown.clone();
    let total_of_series = |series: usize| (0..places).filter_map(|place| known(series, place)).sum::<f64>();
    let total_of_place = |place: usize| shown.iter().filter_map(|series| known(*series, place)).sum::<f64>();
    let all: f64 = shown.iter().map(|series| total_of_series(*series)).sum();
    builder.note_state(places);
    builder.frame.stayed = grid.stayed.map(|figure| locale.amount(grid, figure)).unwrap_or_default();
    // A pair that nobody took is no gap in what is known.
    builder.frame.has_gaps = false;
    if all <= 0.0 {
        builder.say_no_data();
        return;
    }
    let node = |index: usize, name: String, total: f64, color: Color| FlowNode {
        index,
        name,
        total,
        color,
        top: 0,
        bottom: 0,
        taken: 0.0,
    };
    let mut left: Vec<FlowNode> = shown
        .iter()
        .map(|series| {
            let name =
                builder.frame.legend_entries.get(*series).map(|key| key.label.clone()).unwrap_or_default();
            node(*series, name, total_of_series(*series), builder.color(*series))
        })
        .filter(|node| node.total > 0.0)
        .listed();
    let mut right: Vec<FlowNode> = (0..places)
        .map(|place| {
            node(
                place,
                category_label(locale, grid, place, PeriodStyle::Short),
                total_of_place(place),
                theme.axis,
            )
        })
        .filter(|node| node.total > 0.0)
        .listed();

    let (width, height) = (builder.frame.width_in_device_px, builder.frame.height_in_device_px);
    let line = builder.px(LINE_HEIGHT);
    let (top, bottom) = (line * 7 / 2, height - line / 2);
    let gap = builder.px(6.0);
    let gaps = (left.len().max(right.len()) as i32 - 1).max(0) * gap;
    let scale = f64::from((bottom - top - gaps).max(1)) / all;
    stack(&mut left, scale, top, bottom, gap);
    stack(&mut right, scale, top, bottom, gap);
    let most = (f64::from(width) * MOST_NAMES) as i32;
    let left_room = name_width(builder, &left).min(most);
    let right_room = name_width(builder, &right).min(most);
    let (bar, distance) = (builder.px(8.0), builder.px(8.0));
    let plot = Rect { left: left_room + distance, top, right: width - right_room - distance, bottom };
    builder.frame.plot = plot;
    draw_unit(builder, &scaled_unit(grid, locale, 0.0).1);
    draw_heads(builder, plot, distance);

    let reader = HighlightedEnds::of(builder, destinations);
    let mut bands: Vec<(usize, usize, Vec<Point>)> = Vec::new();
    for from in &mut left {
        for to in &mut right {
            let Some(figure) = known(from.index, to.index) else { continue };
            let thick = figure * scale;
            let (from_y, to_y) = (f64::from(from.top) + from.taken, f64::from(to.top) + to.taken);
            from.taken += thick;
            to.taken += thick;
            let shape = band(plot.left + bar, plot.right - bar, from_y, to_y, thick.max(1.0));
            let is_front = reader.is_front(from.index, to.index);
            let share = if is_front { BAND } else { BACK };
            builder.area(shape.clone(), from.color.over(theme.surface, share));
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
    draw_names(builder, &left, plot.left - distance, Anchor::Right, left_room);
    draw_names(builder, &right, plot.right + distance, Anchor::Left, right_room);
    builder.frame.labelled_directly = true;
    builder.frame.bands_run_down = true;
    note_places(builder, &left, &right, bands);
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

/// Puts bars below each other, in the middle of the height.
fn stack(nodes: &mut [FlowNode], scale: f64, top: i32, bottom: i32, gap: i32) {
    let sum: f64 = nodes.iter().map(|node| node.total * scale).sum();
    let gaps = (nodes.len() as i32 - 1).max(0) * gap;
    let mut y = f64::from(top) + (f64::from(bottom - top - gaps) - sum).max(0.0) / 2.0;
    for node in nodes {
        node.top = y.round() as i32;
        y += node.total * scale;
        node.bottom = y.round() as i32;
        y += f64::from(gap);
    }
}

/// The width of the widest name or figure.
fn name_width(builder: &FrameBuilder, nodes: &[FlowNode]) -> i32 {
    let width = |node: &FlowNode| {
        let name = builder.width_of(&node.name, LABEL_TEXT, Weight::Regular);
        name.max(builder.width_of(&fitting_value(builder, node.total), AXIS_TEXT, Weight::Regular))
    };
    nodes.iter().map(width).max().unwrap_or(0)
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

/// What stands on which side, above the bars.
fn draw_heads(builder: &mut FrameBuilder, plot: Rect, distance: i32) {
    let locale = builder.picture.locale;
    let color = builder.picture.theme.text;
    let y = plot.top - builder.px(LINE_HEIGHT * 1.5);
    let sides = [
        ("flow.from", plot.left - distance, Anchor::Right),
        ("flow.to", plot.right + distance, Anchor::Left),
    ];
    for (key, x, anchor) in sides {
        let text = locale.text(key, &[]);
        builder.text(text, Point { x, y }, anchor, LABEL_TEXT, Weight::Bold, color);
    }
}

/// Names and figures beside the bars of one side, moved apart; those that find no room are the smallest.
fn draw_names(builder: &mut FrameBuilder, nodes: &[FlowNode], x: i32, anchor: Anchor, room: i32) {
    let theme = builder.picture.theme;
    let line = builder.px(LINE_HEIGHT);
    let (top, bottom) = (builder.frame.plot.top - line / 2, builder.frame.height_in_device_px);
    let two_lines = nodes.len() as i32 * 2 * line <= bottom - top;
    let distance = if two_lines { 2 * line } else { line };
    let count = (((bottom - top) / distance).max(0) as usize).min(nodes.len());
    let named = nodes.get(..count).unwrap_or_default();
    let wanted = named.iter().map(|node| ((node.top + node.bottom) / 2, distance)).listed();
    let Some(middles) = dodge(&wanted, top, bottom) else { return };
    for (node, middle) in named.iter().zip(middles) {
        let name = builder.shorten(&node.name, LABEL_TEXT, Weight::Regular, room);
        let y = if two_lines { middle - line / 2 } else { middle };
        builder.text(name, Point { x, y }, anchor, LABEL_TEXT, Weight::Regular, theme.text);
        if two_lines {
            let text = fitting_value(builder, node.total);
            builder.text(text, Point { x, y: y + line }, anchor, AXIS_TEXT, Weight::Regular, theme.muted);
        }
    }
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
            left: plot.right - builder.px(8.0),
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
