//! Numbered marks on a time axis, and the lines of method breaks.

use std::ops::Deref;

use super::time_plot::TimePlot;
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LINE_HEIGHT};
use crate::chart::{Anchor, Dash, Marker, Point, Rect, Weight};
use crate::locale::headline;
use crate::model::{Annotation, AuthorNote, Listed, Period};
use crate::query::SeriesBreak;

/// The height of the row of numbers above the plot, in CSS pixels.
pub(in crate::chart) const ROW: f64 = 20.0;
/// The half width of what a pointer finds of a number, in CSS pixels.
const HALF: f64 = 9.0;
/// The least distance of two numbers, in CSS pixels.
const GAP: f64 = 6.0;
/// The height of an annotation's tick below its number, in CSS pixels.
const TICK: f64 = 6.0;
/// The size of a number, in CSS pixels.
const NUMBER_TEXT: f64 = 12.0;
/// The room between the names of two breaks, in CSS pixels.
const GAP_BETWEEN_NAMES: f64 = 8.0;

/// Draws annotations on a time axis.
type DrawAnnotations = fn(&mut FrameBuilder, &TimePlot, &[Period]);

/// What happened within the time shown, by time, with what draws it on a time axis.
///
/// The code that draws is reached through [`AnnotationLayer::new`] alone: a chart without annotations never loads it.
#[derive(Clone, Debug, Default)]
pub struct AnnotationLayer {
    annotations: Vec<Annotation>,
    draw: Option<DrawAnnotations>,
    notes: Vec<AuthorNote>,
}

impl AnnotationLayer {
    /// The layer of annotations, which are in the order of time.
    pub fn new(annotations: Vec<Annotation>) -> AnnotationLayer {
        AnnotationLayer { annotations, draw: Some(mark_annotations), notes: Vec::new() }
    }

    /// The same with what the author writes on the picture.
    pub fn with_notes(self, notes: Vec<AuthorNote>) -> AnnotationLayer {
        AnnotationLayer { notes, ..self }
    }

    /// What the author writes on the picture.
    pub fn notes(&self) -> &[AuthorNote] {
        &self.notes
    }

    /// Draws them on the plot of a time axis.
    pub(in crate::chart) fn draw(
        &self,
        builder: &mut FrameBuilder,
        time_plot: &TimePlot,
        periods: &[Period],
    ) {
        if let Some(draw) = self.draw {
            draw(builder, time_plot, periods);
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
pub(in crate::chart) fn any_within(builder: &FrameBuilder, periods: &[Period]) -> bool {
    let within = |annotation: &Annotation| place_of(annotation, periods).is_some();
    let is_inside = |found: &SeriesBreak| {
        let start = found.from.start_day();
        periods.iter().skip(1).any(|period| period.end_day() >= start)
            && periods.first().is_some_and(|first| first.end_day() < start)
    };
    builder.grid().breaks.iter().any(is_inside) || builder.picture.annotations.iter().any(within)
}

/// The place of the axis in which an annotation lies.
fn place_of(annotation: &Annotation, periods: &[Period]) -> Option<usize> {
    periods.iter().position(|period| annotation.is_in(*period))
}

/// How far the middle of places is from the next, in device pixels.
fn step(time_plot: &TimePlot, place: usize) -> f64 {
    let middle = |place: usize| time_plot.positions.middles.get(place).copied();
    let next = middle(place + 1).zip(middle(place));
    let before = middle(place).zip(place.checked_sub(1).and_then(middle));
    next.or(before).map_or(0.0, |(right, left)| f64::from(right - left))
}

/// Where a day within a place lies, in device pixels from the left.
fn x_of(time_plot: &TimePlot, place: usize, period: Period, day: i32) -> i32 {
    let length = f64::from(period.end_day() - period.start_day() + 1).max(1.0);
    let share = (f64::from(day - period.start_day()) + 0.5) / length - 0.5;
    let x = f64::from(time_plot.positions.middle(place)) + share * step(time_plot, place);
    (x.round() as i32).clamp(time_plot.plot.left, time_plot.plot.right)
}

/// Draws a number above the plot for each annotation, and for several where they would touch, with a line down to the axis.
fn mark_annotations(builder: &mut FrameBuilder, time_plot: &TimePlot, periods: &[Period]) {
    let annotations = builder.picture.annotations;
    let (theme, plot) = (builder.picture.theme, time_plot.plot);
    let (tick, width) = (builder.px(TICK), builder.px(1.5));
    let mut numbers: Vec<Numbers> = Vec::new();
    for (index, annotation) in annotations.iter().enumerate() {
        let Some(place) = place_of(annotation, periods) else { continue };
        let (Some(period), Some(day)) = (periods.get(place), annotation.middle_day()) else { continue };
        let x = x_of(time_plot, place, *period, day);
        let left = x - width / 2;
        builder.fill(Rect { left, top: plot.top - tick, right: left + width, bottom: plot.top }, theme.muted);
        // Two numbers side by side would be read as one.
        let told = headline(annotation, builder.picture.locale);
        builder.frame.marks_told.push([&*(index + 1).to_string(), " · ", &*told].concat());
        numbers.push(Numbers { from: x, to: x, members: vec![index] });
        // Where two would touch they are one span, which may touch the one before.
        while let [.., before, last] = numbers.as_mut_slice() {
            let gap = builder.px(GAP);
            if before.reach(builder).1 + gap <= last.reach(builder).0 {
                break;
            }
            before.to = last.to;
            before.members.append(&mut last.members);
            numbers.pop();
        }
    }
    let y = plot.top - builder.px(ROW) + builder.px(NUMBER_TEXT / 2.0);
    for number in numbers {
        let (left, right) = number.reach(builder);
        let center = Point { x: (left + right) / 2, y };
        builder.text(number.text(), center, Anchor::Middle, NUMBER_TEXT, Weight::Bold, theme.text);
        let radius = builder.px(HALF).max((right - left) / 2);
        builder.frame.markers.push(Marker { center, radius, annotations: number.members });
    }
}

/// The number of an annotation, or the first and the last of several that lie close together.
struct Numbers {
    /// Where the first lies, in device pixels from the left.
    from: i32,
    /// Where the last lies.
    to: i32,
    /// Which they are.
    members: Vec<usize>,
}

impl Numbers {
    /// "22", or "22–25".
    fn text(&self) -> String {
        let number = |index: Option<&usize>| index.map_or(String::new(), |index| (index + 1).to_string());
        let first = number(self.members.first());
        if self.members.len() > 1 { [&first, "–", &number(self.members.last())].concat() } else { first }
    }

    /// From where to where it is written: above the middle of its ticks, within the drawing.
    fn reach(&self, builder: &FrameBuilder) -> (i32, i32) {
        let width = builder.width_of(&self.text(), NUMBER_TEXT, Weight::Bold);
        let most = (builder.frame.width_in_device_px - width).max(0);
        let left = ((self.from + self.to - width) / 2).clamp(0, most);
        (left, left + width)
    }
}

/// Draws a line where the method of a series changes, and names it.
pub(in crate::chart) fn mark_breaks(builder: &mut FrameBuilder, time_plot: &TimePlot, periods: &[Period]) {
    let breaks = draw_breaks(builder, time_plot, periods);
    if !builder.picture.annotations.is_empty() {
        return;
    }
    let color = builder.picture.theme.muted;
    let words = builder.picture.locale.text("mark.break", &[]);
    let width = builder.width_of(&words, AXIS_TEXT, Weight::Regular);
    let half = width / 2;
    let most = (builder.frame.width_in_device_px - half).max(half);
    let y = time_plot.plot.top - builder.px(ROW / 2.0 - 1.0);
    // Where lines stand close together the latest is named: the note below the drawing tells all of them.
    let mut named: Option<i32> = None;
    for x in breaks.into_iter().rev().map(|x| x.clamp(half, most)) {
        if named.is_none_or(|last| (last - x).abs() >= width + builder.px(GAP_BETWEEN_NAMES)) {
            builder.text(words.clone(), Point { x, y }, Anchor::Middle, AXIS_TEXT, Weight::Regular, color);
            named = Some(x);
        }
    }
}

/// Draws a dotted line where the method of a series that is shown changes; gives where they stand.
pub(in crate::chart) fn draw_breaks(
    builder: &mut FrameBuilder,
    time_plot: &TimePlot,
    periods: &[Period],
) -> Vec<i32> {
    let mut positions = Vec::new();
    for start in breaks_shown(builder) {
        let is_first = |period: &Period| period.end_day() >= start.start_day();
        let Some(place) = periods.iter().position(is_first).filter(|place| *place > 0) else { continue };
        let x = time_plot.positions.reach(place).0;
        draw_break(builder, x, (time_plot.plot.top, time_plot.plot.bottom), start);
        positions.push(x);
    }
    positions
}

/// The first periods of new methods that concern the series shown.
pub(in crate::chart) fn breaks_shown(builder: &FrameBuilder) -> Vec<Period> {
    let mut starts: Vec<Period> = Vec::new();
    for found in &builder.grid().breaks {
        let is_seen = found.series.is_none_or(|series| builder.shown.contains(&series));
        if is_seen && !starts.contains(&found.from) {
            starts.push(found.from);
        }
    }
    starts
}

/// Draws the line of one break.
pub(in crate::chart) fn draw_break(builder: &mut FrameBuilder, x: i32, ends: (i32, i32), start: Period) {
    let (color, width) = (builder.picture.theme.text, builder.px(1.5));
    let points = [ends.0, ends.1].map(|y| Point { x, y });
    builder.line(points.to_vec(), color, width, Dash::Dotted);
    if !builder.frame.breaks.contains(&start) {
        builder.frame.breaks.push(start);
    }
}

/// The annotations of a frame in the order of their numbers, with these.
pub fn numbered_annotations<'a>(
    markers: &[Marker],
    annotations: &'a [Annotation],
) -> Vec<(usize, &'a Annotation)> {
    let shown = markers.iter().flat_map(|marker| marker.annotations.iter());
    shown.filter_map(|index| Some((index + 1, annotations.get(*index)?))).listed()
}

/// The room above the plot that the numbers take, in CSS pixels, beside the unit's line.
pub(in crate::chart) fn room(has_unit: bool) -> f64 {
    if has_unit { ROW } else { ROW - LINE_HEIGHT / 4.0 }
}
