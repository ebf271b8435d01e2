//! Numbered marks on a time axis, and the lines of method breaks.

use std::ops::Deref;

use super::time_plot::Ground;
use crate::chart::frame_builder::{AXIS_TEXT, LINE_HEIGHT, Sketch};
use crate::chart::{Anchor, Dash, Mark, Marker, Point, Rect, Weight};
use crate::model::{Annotation, Listed, Period};

/// The height of the row of numbers above the plot, in CSS pixels.
pub(in crate::chart) const ROW: f64 = 20.0;
/// The half width of a number's round, in CSS pixels.
const HALF: f64 = 9.0;
/// The least distance of two numbers, in CSS pixels: room for "26+" with its round.
const DISTANCE: f64 = 34.0;
/// The size of a number, in CSS pixels.
const NUMBER_TEXT: f64 = 11.0;

/// Draws annotations on a time axis.
type DrawAnnotations = fn(&mut Sketch, &Ground, &[Period]);

/// What happened within the time shown, by time, with what draws it on a time axis.
///
/// The code that draws is reached through [`AnnotationLayer::new`] alone: a chart without annotations never loads it.
#[derive(Clone, Debug, Default)]
pub struct AnnotationLayer {
    annotations: Vec<Annotation>,
    draw: Option<DrawAnnotations>,
}

impl AnnotationLayer {
    /// The layer of annotations, which are in the order of time.
    pub fn new(annotations: Vec<Annotation>) -> AnnotationLayer {
        AnnotationLayer { annotations, draw: Some(mark_annotations) }
    }

    /// Draws them on the plot of a time axis.
    pub(in crate::chart) fn draw(&self, sketch: &mut Sketch, ground: &Ground, periods: &[Period]) {
        if let Some(draw) = self.draw {
            draw(sketch, ground, periods);
        }
    }
}

impl Deref for AnnotationLayer {
    type Target = [Annotation];

    fn deref(&self) -> &[Annotation] {
        &self.annotations
    }
}

/// Whether a row above the plot is needed: any annotation, or a break of method, lies within the periods shown.
pub(in crate::chart) fn any_within(sketch: &Sketch, periods: &[Period]) -> bool {
    let within = |annotation: &Annotation| place_of(annotation, periods).is_some();
    let is_inside = |start: &Period| {
        periods.iter().skip(1).any(|period| period.end_day() >= start.start_day())
            && periods.first().is_some_and(|first| first.end_day() < start.start_day())
    };
    sketch.picture.breaks.iter().any(is_inside) || sketch.picture.annotations.iter().any(within)
}

/// The place of the axis in which an annotation lies.
fn place_of(annotation: &Annotation, periods: &[Period]) -> Option<usize> {
    periods.iter().position(|period| annotation.is_in(*period))
}

/// How far the middle of places is from the next, in device pixels.
fn step(ground: &Ground, place: usize) -> f64 {
    let middle = |place: usize| ground.across.middles.get(place).copied();
    let next = middle(place + 1).zip(middle(place));
    let before = middle(place).zip(place.checked_sub(1).and_then(middle));
    next.or(before).map_or(0.0, |(right, left)| f64::from(right - left))
}

/// Where a day within a place lies, in device pixels from the left.
fn x_of(ground: &Ground, place: usize, period: Period, day: i32) -> i32 {
    let length = f64::from(period.end_day() - period.start_day() + 1).max(1.0);
    let share = (f64::from(day - period.start_day()) + 0.5) / length - 0.5;
    let x = f64::from(ground.across.middle(place)) + share * step(ground, place);
    (x.round() as i32).clamp(ground.plot.left, ground.plot.right)
}

/// Draws a number above the plot for each annotation, and for several where they would touch, with a line down to the axis.
fn mark_annotations(sketch: &mut Sketch, ground: &Ground, periods: &[Period]) {
    let annotations = sketch.picture.annotations;
    let mut markers: Vec<(i32, Vec<usize>)> = Vec::new();
    let least = sketch.px(DISTANCE);
    for (index, annotation) in annotations.iter().enumerate() {
        let Some(place) = place_of(annotation, periods) else { continue };
        let (Some(period), Some(day)) = (periods.get(place), annotation.middle_day()) else { continue };
        let x = x_of(ground, place, *period, day);
        match markers.last_mut() {
            Some((last, members)) if x - *last < least => members.push(index),
            _ => markers.push((x, vec![index])),
        }
    }
    let theme = sketch.picture.theme;
    let (half, line) = (sketch.px(HALF), sketch.px(1.0));
    let y = ground.plot.top - sketch.px(ROW / 2.0);
    for (x, members) in markers {
        let Some(first) = members.first() else { continue };
        let number = [&*(first + 1).to_string(), if members.len() > 1 { "+" } else { "" }].concat();
        let wide = sketch.width_of(&number, NUMBER_TEXT, Weight::Bold) / 2 + sketch.px(5.0);
        let half = half.max(wide);
        let center = Point { x: x.clamp(half, (sketch.frame.width_in_device_px - half).max(half)), y };
        let ends = [ground.plot.top, ground.plot.bottom].map(|y| Point { x, y });
        sketch.line(ends.to_vec(), theme.axis, line, Dash::Dotted);
        draw_round(sketch, center, half);
        sketch.text(number, center, Anchor::Middle, NUMBER_TEXT, Weight::Bold, theme.text);
        sketch.frame.markers.push(Marker { center, radius: half, annotations: members });
    }
}

/// Draws the round of a number: a disc, drawn out where the number is wide.
fn draw_round(sketch: &mut Sketch, center: Point, half: i32) {
    let theme = sketch.picture.theme;
    let (radius, line) = (sketch.px(HALF), sketch.px(1.0));
    let (left, right) = (center.x - half + radius, center.x + half - radius);
    // The whole in the line's colour, then the inside on it.
    for (radius, color) in [(radius + line, theme.muted), (radius, theme.surface)] {
        for x in [left, right] {
            let center = Point { x, y: center.y };
            sketch.frame.marks.push(Mark::Dot { center, radius, color, ring: None });
        }
        sketch.fill(Rect { left, top: center.y - radius, right, bottom: center.y + radius }, color);
    }
}

/// Draws a line where the method of a series changes.
pub(in crate::chart) fn mark_breaks(sketch: &mut Sketch, ground: &Ground, periods: &[Period]) {
    let (theme, width) = (sketch.picture.theme, sketch.px(1.5));
    for start in sketch.picture.breaks {
        let is_first = |period: &Period| period.end_day() >= start.start_day();
        let Some(place) = periods.iter().position(is_first).filter(|place| *place > 0) else { continue };
        let x = ground.across.reach(place).0;
        let ends = [ground.plot.top, ground.plot.bottom].map(|y| Point { x, y });
        sketch.line(ends.to_vec(), theme.text, width, Dash::Dotted);
        sketch.frame.breaks.push(*start);
        if !sketch.picture.annotations.is_empty() {
            continue;
        }
        let words = sketch.picture.locale.text("mark.break", &[]);
        let half = sketch.width_of(&words, AXIS_TEXT, Weight::Regular) / 2;
        let most = sketch.frame.width_in_device_px - half;
        let at = Point { x: x.clamp(half, most.max(half)), y: ground.plot.top - sketch.px(ROW / 2.0 - 1.0) };
        sketch.text(words, at, Anchor::Middle, AXIS_TEXT, Weight::Regular, theme.muted);
    }
}

/// The annotations of a frame in the order of their numbers, with these.
pub fn numbered<'a>(markers: &[Marker], annotations: &'a [Annotation]) -> Vec<(usize, &'a Annotation)> {
    let shown = markers.iter().flat_map(|marker| marker.annotations.iter());
    shown.filter_map(|index| Some((index + 1, annotations.get(*index)?))).listed()
}

/// The room above the plot that the numbers take, in CSS pixels, beside the unit's line.
pub(in crate::chart) fn room(has_unit: bool) -> f64 {
    if has_unit { ROW } else { ROW - LINE_HEIGHT / 4.0 }
}
