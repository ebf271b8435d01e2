//! Charts over time: margins, axes, places; the marks are the kinds' own.

use crate::model::{Listed, Period};
use crate::query::Kind;

use super::annotations;
use super::annotations::{any_within, mark_breaks};
use super::axis::{draw_grid, draw_period_axis, draw_unit};
use super::layers::{Layer, Span, Together, layers};
use super::missing::mark_missing;
use super::periods::{PeriodTick, Room, period_ticks};
use super::scale::{Extent, ValueAxis};
use super::ticks::{AxisTexts, axis_texts};
use crate::chart::frame_builder::{AXIS_TEXT, LINE_HEIGHT, Sketch};
use crate::chart::kinds::{area, columns, line};
use crate::chart::labels::beside::{Column, Swatch, Wish, column, draw_column};
use crate::chart::{Place, Point, Rect, Weight};

/// The least distance of grid lines, in CSS pixels.
const LINE_DISTANCE: f64 = 36.0;
/// At most so many grid lines.
const MOST_LINES: usize = 5;

/// Where the places of a time axis lie.
#[derive(Clone, Debug, Default)]
pub(in crate::chart) struct Across {
    /// The middle of each place, in device pixels.
    pub middles: Vec<i32>,
    /// The borders between places: one more than there are places.
    pub borders: Vec<i32>,
}

impl Across {
    /// The middle of a place.
    pub fn middle(&self, place: usize) -> i32 {
        self.middles.get(place).copied().unwrap_or_default()
    }

    /// The left and the right border of a place.
    pub fn reach(&self, place: usize) -> (i32, i32) {
        let border =
            |index: usize| self.borders.get(index).or(self.borders.last()).copied().unwrap_or_default();
        (border(place), border(place + 1))
    }

    /// Points from edge to edge, by time; borders halfway.
    pub fn points(periods: &[Period], left: i32, right: i32) -> Across {
        let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Across::default() };
        let span = f64::from(last.ordinal) - f64::from(first.ordinal);
        let width = f64::from(right - left);
        let middle = |period: &Period| {
            let share =
                if span > 0.0 { (f64::from(period.ordinal) - f64::from(first.ordinal)) / span } else { 0.5 };
            (f64::from(left) + width * share).round() as i32
        };
        let middles: Vec<i32> = periods.iter().map(middle).listed();
        let mut borders = vec![left];
        borders.extend(middles.windows(2).map(|pair| pair.iter().sum::<i32>() / 2));
        borders.push(right);
        Across { middles, borders }
    }

    /// Slots of one width.
    fn slots(count: usize, left: i32, right: i32) -> Across {
        let at = |halves: usize| {
            let share = halves as f64 / (2 * count.max(1)) as f64;
            (f64::from(left) + f64::from(right - left) * share).round() as i32
        };
        Across {
            middles: (0..count).map(|place| at(2 * place + 1)).listed(),
            borders: (0..=count).map(|place| at(2 * place)).listed(),
        }
    }
}

/// What the marks of a chart over time stand on.
pub(in crate::chart) struct Ground {
    /// The kind that is drawn.
    pub style: Style,
    /// The series' spans.
    pub layers: Vec<Layer>,
    /// The value axis.
    pub axis: ValueAxis,
    /// Where the places lie.
    pub across: Across,
    /// Where the data are drawn.
    pub plot: Rect,
}

impl Ground {
    /// The height of a value in device pixels from the top.
    pub fn y(&self, value: f64) -> i32 {
        self.axis.position(value, self.plot.bottom, self.plot.top)
    }

    /// The point of a span's end at a place.
    pub fn point(&self, place: usize, value: f64) -> Point {
        Point { x: self.across.middle(place), y: self.y(value) }
    }
}

/// The kinds over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum Style {
    /// Lines.
    Lines,
    /// Areas, stacked if several.
    Areas,
    /// Vertical bars, stacked if several.
    Columns,
    /// Vertical bars, side by side if several.
    Groups,
}

impl Style {
    /// Whether the marks are bars, which stand in slots of one width.
    pub fn is_bars(self) -> bool {
        matches!(self, Style::Columns | Style::Groups)
    }
}

/// Lays out a chart over time.
pub(in crate::chart) fn over_time(sketch: &mut Sketch) {
    let (periods, kind) = (sketch.periods(), sketch.picture.kind);
    let grid = sketch.grid();
    let places = periods.len();
    let wants_log = sketch.picture.scale.is_log() && kind == Kind::Line;
    // Where nothing is positive, orders of magnitude would show nothing.
    let log = wants_log
        && sketch.shown.iter().any(|series| (0..places).any(|place| above_zero(sketch, *series, place)));
    let has_negative =
        || sketch.shown.iter().any(|series| (0..places).any(|place| below_zero(sketch, *series, place)));
    let style = match kind {
        Kind::Bar | Kind::StackedBar => Style::Columns,
        Kind::GroupedBar => Style::Groups,
        // Areas on top of each other cannot show what is below zero; lines can.
        Kind::Area | Kind::StackedArea if sketch.shown.len() > 1 && has_negative() => Style::Lines,
        Kind::Area | Kind::StackedArea => Style::Areas,
        _ => Style::Lines,
    };
    let together = match style {
        Style::Lines => Together::Lines { log },
        Style::Areas => Together::Stacked,
        Style::Columns => Together::Diverging,
        Style::Groups => Together::Beside,
    };
    let layers = layers(grid, &sketch.shown, together);
    let spans = || layers.iter().flat_map(|layer| layer.spans.iter().flatten());
    let Some(extent) = Extent::of(spans().flat_map(|span| [span.from, span.to])) else {
        empty_places(sketch, periods);
        sketch.say_no_data();
        return;
    };
    note_state(sketch, places);
    if style != Style::Lines {
        // A layer that starts late leaves no gap in a stack; the table and the text say that it does.
        sketch.frame.has_gaps = (0..places).any(|place| sketch.is_unknown(place));
    }

    let height = sketch.frame.height_in_device_px;
    let row = sketch.px(LINE_HEIGHT);
    let below = sketch.px(8.0);
    let roughly = f64::from(height - 3 * row - below) / f64::from(sketch.px(LINE_DISTANCE));
    let most_lines = (roughly as usize + 1).clamp(2, MOST_LINES);
    let axis = if log {
        ValueAxis::logarithmic(extent, most_lines)
    } else if grid.normalized && style != Style::Lines && extent.low >= 0.0 && extent.high <= 1.000_001 {
        ValueAxis::shares(most_lines)
    } else {
        ValueAxis::linear(extent, most_lines, style == Style::Lines)
    };
    let mut texts = axis_texts(&axis, grid, sketch.picture.locale);
    sketch.drop_wide(&mut texts.ticks, AXIS_TEXT);
    let has_marks = any_within(sketch, periods);
    let top = if texts.unit.is_empty() { row * 2 / 3 } else { row * 7 / 4 };
    let top = if has_marks { top + sketch.px(annotations::room(!texts.unit.is_empty())) } else { top };
    let left = sketch.widest(texts.ticks.iter(), AXIS_TEXT) + sketch.px(8.0);

    let mut fitted = None;
    for rows in [1, 2] {
        let bottom = (height - rows * row - below).max(top + 1);
        let mut ground = Ground {
            style,
            layers: layers.clone(),
            axis: axis.clone(),
            across: Across::default(),
            plot: Rect { left, top, right: left + 1, bottom },
        };
        let labels = column(sketch, wishes(sketch, &ground, places), 0, bottom + row / 2);
        let margin = labels.as_ref().map_or(0, |labels| labels.width).max(sketch.px(16.0));
        ground.plot.right = (sketch.frame.width_in_device_px - margin).max(left + 1);
        ground.across = match style {
            style if style.is_bars() => Across::slots(places, left, ground.plot.right),
            _ => Across::points(periods, left, ground.plot.right),
        };
        let ticks = time_ticks(sketch, periods, &ground);
        let needs_rows = if ticks.iter().any(|tick| tick.year.is_some()) { 2 } else { 1 };
        fitted = Some((ground, labels, ticks));
        if needs_rows <= rows {
            break;
        }
    }
    let Some((ground, labels, ticks)) = fitted else { return };
    spend(sketch, &ground, labels, &texts, &ticks, periods);
}

/// Draws everything, from back to front.
fn spend(
    sketch: &mut Sketch,
    ground: &Ground,
    labels: Option<Column>,
    texts: &AxisTexts,
    ticks: &[PeriodTick],
    periods: &[Period],
) {
    sketch.frame.plot = ground.plot;
    draw_unit(sketch, &texts.unit);
    draw_grid(sketch, &ground.axis, &texts.ticks, ground.plot);
    sketch.picture.annotations.draw(sketch, ground, periods);
    match ground.style {
        Style::Lines => line::draw(sketch, ground),
        Style::Areas => area::draw(sketch, ground),
        Style::Columns | Style::Groups => columns::draw(sketch, ground),
    }
    mark_breaks(sketch, ground, periods);
    mark_missing(sketch, ground);
    draw_period_axis(sketch, ground, ticks);
    if ground.style == Style::Lines {
        line::draw_ends(sketch, ground);
    }
    if let Some(labels) = labels.filter(|_| ground.style != Style::Groups) {
        sketch.frame.labelled_directly |= is_complete(sketch, ground);
        let swatch = if ground.style == Style::Lines { Swatch::Line } else { Swatch::Square };
        // Beside the last mark, which ends the plot unless it is the only one.
        let marks_end = match ground.style {
            Style::Columns | Style::Groups => ground.plot.right,
            _ => ground.across.middles.last().copied().unwrap_or(ground.plot.right),
        };
        draw_column(sketch, &labels, marks_end, swatch);
    }
    sketch.frame.places = places_of(ground);
}

/// Whether a figure is negative.
fn below_zero(sketch: &Sketch, series: usize, place: usize) -> bool {
    sketch.grid().value(series, place).known().is_some_and(|figure| figure < 0.0)
}

/// Whether a figure is positive.
fn above_zero(sketch: &Sketch, series: usize, place: usize) -> bool {
    sketch.grid().value(series, place).known().is_some_and(|figure| figure > 0.0)
}

/// Notes whether what is shown has gaps and provisional figures.
pub(in crate::chart) fn note_state(sketch: &mut Sketch, places: usize) {
    let (mut gaps, mut provisional, mut incomplete) = (false, false, false);
    let grid = sketch.grid();
    for place in 0..places {
        gaps |= sketch.shown.iter().any(|series| !grid.value(*series, place).is_known());
        if !sketch.is_unknown(place) {
            provisional |= grid.provisional.get(place) == Some(&true);
            incomplete |= grid.incomplete.get(place) == Some(&true);
        }
    }
    sketch.frame.has_gaps = gaps;
    sketch.frame.has_provisional = provisional;
    sketch.frame.has_incomplete = incomplete;
}

/// The last place at which a layer has a known figure, and its span.
pub(in crate::chart) fn last_known(layer: &Layer) -> Option<(usize, Span)> {
    let with_place = layer.spans.iter().enumerate().rev();
    with_place.filter_map(|(place, span)| Some((place, (*span)?))).find(|(_, span)| span.known)
}

/// Whether a line that ends at `place` ends so near the end of the axis that a label there is still beside it.
fn ends_near(place: usize, places: usize) -> bool {
    (places - place.min(places)) * 10 <= places + 9
}

/// Whether every layer has something that a label can stand beside.
fn is_complete(sketch: &Sketch, ground: &Ground) -> bool {
    let last = ground.across.middles.len().saturating_sub(1);
    sketch.grid().series.len() == sketch.shown.len()
        && ground.layers.iter().all(|layer| match ground.style {
            Style::Lines => last_known(layer).is_some_and(|(place, _)| ends_near(place, last + 1)),
            _ => last_known(layer).is_some_and(|(place, _)| place == last),
        })
}

/// What the labels say, and where they want to be.
fn wishes(sketch: &Sketch, ground: &Ground, places: usize) -> Vec<Wish> {
    let single = sketch.grid().series.len() == 1;
    // Beside bars that stand next to each other, a label would name the wrong one: they have a legend.
    if ground.style == Style::Columns && single || ground.style == Style::Groups {
        return Vec::new();
    }
    let wish = |layer: &Layer| {
        let (place, span) = last_known(layer)?;
        let is_last = place + 1 == places;
        if !(is_last || ground.style == Style::Lines && ends_near(place, places)) {
            return None;
        }
        let height =
            if ground.style == Style::Lines || single { span.to } else { (span.from + span.to) / 2.0 };
        let value = match sketch.grid().value(layer.series, place).known() {
            Some(figure) if is_last => value_text(sketch, figure),
            _ => String::new(),
        };
        Some(Wish { series: layer.series, height, middle: ground.y(height), value })
    };
    ground.layers.iter().filter_map(wish).listed()
}

/// A figure as a label says it.
pub(in crate::chart) fn value_text(sketch: &Sketch, figure: f64) -> String {
    let locale = sketch.picture.locale;
    if sketch.grid().normalized {
        let decimals = if figure.abs() < 0.01 && figure != 0.0 { 1 } else { 0 };
        locale.formats.percent(figure, decimals)
    } else {
        locale.figure(figure)
    }
}

/// The same where it stands beside a mark; empty where a figure of absurd size would take more than a third of the width.
pub(in crate::chart) fn fitting_value(sketch: &Sketch, figure: f64) -> String {
    let mut text = [value_text(sketch, figure)];
    sketch.drop_wide(&mut text, AXIS_TEXT);
    text.into_iter().next().unwrap_or_default()
}

/// The labels of the time axis.
fn time_ticks(sketch: &Sketch, periods: &[Period], ground: &Ground) -> Vec<PeriodTick> {
    let width_of = |text: &str| sketch.width_of(text, AXIS_TEXT, Weight::Regular);
    // Labels closer than this read as one word.
    let gap = sketch.px(12.0);
    let room = Room { left: 0, right: sketch.frame.width_in_device_px, gap, width_of: &width_of };
    let middle_of = |place: usize| ground.across.middle(place);
    period_ticks(periods, &middle_of, &room, sketch.picture.locale.formats.as_ref())
}

/// What a pointer finds at each place.
fn places_of(ground: &Ground) -> Vec<Place> {
    let point = |layer: &Layer, place: usize| {
        let span = (*layer.spans.get(place)?)?;
        span.known.then(|| (layer.series, ground.point(place, span.to)))
    };
    (0..ground.across.middles.len())
        .map(|place| Place {
            index: place,
            middle: ground.across.middle(place),
            reach: ground.across.reach(place),
            points: ground.layers.iter().filter_map(|layer| point(layer, place)).listed(),
            region: None,
        })
        .listed()
}

/// The places of a chart without any figure, for the keyboard.
fn empty_places(sketch: &mut Sketch, periods: &[Period]) {
    let (width, height) = (sketch.frame.width_in_device_px, sketch.frame.height_in_device_px);
    sketch.frame.plot = Rect { left: 0, top: 0, right: width, bottom: height };
    sketch.frame.has_gaps = !periods.is_empty() && !sketch.shown.is_empty();
    let across = Across::slots(periods.len(), 0, width);
    let places = (0..periods.len()).map(|index| Place {
        index,
        middle: across.middle(index),
        reach: across.reach(index),
        points: Vec::new(),
        region: None,
    });
    sketch.frame.places = places.listed();
}
