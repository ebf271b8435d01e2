//! Charts over time: margins, axes, places; the marks are the kinds' own.

use super::{area, columns, line};
use crate::chart::axes::annotations;
use crate::chart::axes::annotations::{any_within, mark_breaks};
use crate::chart::axes::axis::{draw_grid, draw_period_axis, draw_unit};
use crate::chart::axes::axis_texts::{AxisTexts, axis_texts};
use crate::chart::axes::layers::{Layer, Together, layers};
use crate::chart::axes::missing::mark_missing;
use crate::chart::axes::periods::{PeriodTick, Room, period_ticks};
use crate::chart::axes::scale::{Extent, ValueAxis};
use crate::chart::axes::time_plot::{Across, Ground};
use crate::chart::frame_builder::{AXIS_TEXT, LINE_HEIGHT, Sketch};
use crate::chart::labels::beside::{Column, Swatch, Wish, column, draw_column};
use crate::chart::labels::value::value_text;
use crate::chart::{Place, Rect, Weight};
use crate::model::{Listed, Period};
use crate::query::Kind;

/// The least distance of grid lines, in CSS pixels.
const LINE_DISTANCE: f64 = 36.0;
/// At most so many grid lines.
const MOST_LINES: usize = 5;

/// How the series are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
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
    fn is_bars(self) -> bool {
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
    sketch.note_state(places);
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
            layers: layers.clone(),
            axis: axis.clone(),
            across: Across::default(),
            plot: Rect { left, top, right: left + 1, bottom },
        };
        let labels = column(sketch, wishes(sketch, &ground, style, places), 0, bottom + row / 2);
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
    spend(sketch, &ground, style, labels, &texts, &ticks);
}

/// Draws everything, from back to front.
fn spend(
    sketch: &mut Sketch,
    ground: &Ground,
    style: Style,
    labels: Option<Column>,
    texts: &AxisTexts,
    ticks: &[PeriodTick],
) {
    let periods = sketch.periods();
    sketch.frame.plot = ground.plot;
    draw_unit(sketch, &texts.unit);
    draw_grid(sketch, &ground.axis, &texts.ticks, ground.plot);
    sketch.picture.annotations.draw(sketch, ground, periods);
    match style {
        Style::Lines => line::draw(sketch, ground),
        Style::Areas => area::draw(sketch, ground),
        Style::Columns | Style::Groups => columns::draw(sketch, ground, style == Style::Groups),
    }
    mark_breaks(sketch, ground, periods);
    mark_missing(sketch, ground);
    draw_period_axis(sketch, ground, ticks, !style.is_bars());
    if style == Style::Lines {
        line::draw_ends(sketch, ground);
    }
    if let Some(labels) = labels.filter(|_| style != Style::Groups) {
        sketch.frame.labelled_directly |= is_complete(sketch, ground, style);
        let swatch = if style == Style::Lines { Swatch::Line } else { Swatch::Square };
        // Beside the last mark, which ends the plot unless it is the only one.
        let marks_end = match style {
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

/// Whether a line that ends at `place` ends so near the end of the axis that a label there is still beside it.
fn ends_near(place: usize, places: usize) -> bool {
    (places - place.min(places)) * 10 <= places + 9
}

/// Whether every layer has something that a label can stand beside.
fn is_complete(sketch: &Sketch, ground: &Ground, style: Style) -> bool {
    let last = ground.across.middles.len().saturating_sub(1);
    sketch.grid().series.len() == sketch.shown.len()
        && ground.layers.iter().all(|layer| match style {
            Style::Lines => layer.last_known().is_some_and(|(place, _)| ends_near(place, last + 1)),
            _ => layer.last_known().is_some_and(|(place, _)| place == last),
        })
}

/// What the labels say, and where they want to be.
fn wishes(sketch: &Sketch, ground: &Ground, style: Style, places: usize) -> Vec<Wish> {
    let single = sketch.grid().series.len() == 1;
    // Beside bars that stand next to each other, a label would name the wrong one: they have a legend.
    if style == Style::Columns && single || style == Style::Groups {
        return Vec::new();
    }
    let wish = |layer: &Layer| {
        let (place, span) = layer.last_known()?;
        let is_last = place + 1 == places;
        if !(is_last || style == Style::Lines && ends_near(place, places)) {
            return None;
        }
        let height = if style == Style::Lines || single { span.to } else { (span.from + span.to) / 2.0 };
        let value = match sketch.grid().value(layer.series, place).known() {
            Some(figure) if is_last => value_text(sketch, figure),
            _ => String::new(),
        };
        Some(Wish { series: layer.series, height, middle: ground.y(height), value })
    };
    ground.layers.iter().filter_map(wish).listed()
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
