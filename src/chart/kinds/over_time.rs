//! Charts over time: margins, axes, places; the marks are the kinds' own.

use super::{area, columns, line};
use crate::chart::axes::annotations;
use crate::chart::axes::annotations::{any_within, mark_breaks};
use crate::chart::axes::axis::{draw_grid, draw_period_axis, draw_unit};
use crate::chart::axes::axis_texts::{AxisTexts, axis_texts};
use crate::chart::axes::layers::{Layer, SeriesStyle, Stacking, layers};
use crate::chart::axes::missing::mark_missing;
use crate::chart::axes::periods::{PeriodTick, TickRoom, period_ticks};
use crate::chart::axes::scale::{Extent, ValueAxis};
use crate::chart::axes::time_plot::{PeriodPositions, TimePlot};
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LINE_HEIGHT};
use crate::chart::labels::beside::{LabelColumn, LabelRequest, Swatch, draw_labels, place_labels};
use crate::chart::labels::value::label_text;
use crate::chart::{HitBand, Rect, Weight};
use crate::model::{Listed, Operation, Period};
use crate::query::Kind;

/// The least distance of grid lines, in CSS pixels.
const LINE_DISTANCE: f64 = 36.0;
/// At most so many grid lines.
const MOST_LINES: usize = 5;

/// Lays out a chart over time.
pub(in crate::chart) fn over_time(builder: &mut FrameBuilder) {
    let (periods, kind) = (builder.periods(), builder.picture.kind);
    let grid = builder.grid();
    let places = periods.len();
    let wants_log = builder.picture.scale.is_log() && kind == Kind::Line;
    // Where nothing is positive, orders of magnitude would show nothing.
    let log = wants_log
        && builder.shown.iter().any(|series| (0..places).any(|place| above_zero(builder, *series, place)));
    let has_negative =
        || builder.shown.iter().any(|series| (0..places).any(|place| below_zero(builder, *series, place)));
    let style = match kind {
        Kind::Bar | Kind::StackedBar if grid.allows(Operation::Stack) => SeriesStyle::Columns,
        // What does not add up stands side by side.
        Kind::Bar | Kind::StackedBar | Kind::GroupedBar => SeriesStyle::Groups,
        // Areas on top of each other cannot show what is below zero; lines can.
        Kind::Area | Kind::StackedArea if builder.shown.len() > 1 && has_negative() => SeriesStyle::Lines,
        Kind::Area | Kind::StackedArea => SeriesStyle::Areas,
        _ => SeriesStyle::Lines,
    };
    let stacking = match style {
        SeriesStyle::Lines => Stacking::Lines { log },
        SeriesStyle::Areas => Stacking::Stacked,
        SeriesStyle::Columns => Stacking::Diverging,
        SeriesStyle::Groups => Stacking::Beside,
    };
    let layers = layers(grid, &builder.shown, stacking);
    let spans = layers.iter().flat_map(|layer| layer.spans.iter().flatten());
    let ends = spans.flat_map(|span| [span.from, span.to]).listed();
    let Some(extent) = Extent::of(ends.iter().copied()) else {
        empty_places(builder, periods);
        builder.say_no_data();
        return;
    };
    builder.note_state(places);
    if style.is_stack() {
        // What stacks add up to stands at their peak, and the labels of a chart have one number of digits.
        builder.greatest = builder.greatest.max(extent.high);
    }
    if style != SeriesStyle::Lines {
        // A layer that starts late leaves no gap in a stack; the table and the text say that it does.
        builder.frame.has_gaps = (0..places).any(|place| builder.is_unknown(place));
    }

    let height = builder.frame.height_in_device_px;
    let row = builder.px(LINE_HEIGHT);
    let below = builder.px(8.0);
    let roughly = f64::from(height - 3 * row - below) / f64::from(builder.px(LINE_DISTANCE));
    let most_lines = (roughly as usize + 1).clamp(2, MOST_LINES);
    let length = f64::from(height - 4 * row - below) / builder.frame.device_pixel_ratio;
    let later = builder.picture.later.filter(|_| log);
    let axis = if let Some(axis) = later.and_then(|later| (later.by_magnitude)(&ends, length, most_lines)) {
        axis
    } else if grid.normalized && style != SeriesStyle::Lines && extent.low >= 0.0 && extent.high <= 1.000_001
    {
        ValueAxis::shares(most_lines)
    } else {
        ValueAxis::linear(extent, most_lines, style == SeriesStyle::Lines)
    };
    let mut texts = axis_texts(&axis, grid, builder.picture.locale);
    builder.drop_wide(&mut texts.ticks, AXIS_TEXT);
    let has_marks = any_within(builder, periods);
    let top = if texts.unit.is_empty() { row * 2 / 3 } else { row * 7 / 4 };
    let top = if has_marks { top + builder.px(annotations::room(!texts.unit.is_empty())) } else { top };
    let left = builder.widest(texts.ticks.iter(), AXIS_TEXT) + builder.px(8.0);

    // Names fanned out from the low end of a stack say nothing of it: they stand at its layers' peaks.
    let last = layers.iter().filter_map(|layer| layer.spans.last().copied().flatten());
    let ends_high =
        last.map(|span| span.to).fold(0.0, f64::max) * 2.0 >= ends.iter().copied().fold(0.0, f64::max);
    let mut time_plot = TimePlot {
        layers,
        axis,
        positions: PeriodPositions::default(),
        plot: Rect { left, top, right: left + 1, bottom: top + 1 },
    };
    let mut fitted = None;
    for rows in [1, 2] {
        let bottom = (height - rows * row - below).max(top + 1);
        time_plot.plot = Rect { left, top, right: left + 1, bottom };
        let labels = place_labels(builder, requests(builder, &time_plot, style, places), 0, bottom + row / 2)
            .filter(|labels| style != SeriesStyle::Columns || !labels.leaders || ends_high);
        let margin = labels.as_ref().map_or(0, |labels| labels.width).max(builder.px(16.0));
        time_plot.plot.right = (builder.frame.width_in_device_px - margin).max(left + 1);
        time_plot.positions = match style {
            style if style.is_bars() => PeriodPositions::slots(places, left, time_plot.plot.right),
            _ => PeriodPositions::points(periods, left, time_plot.plot.right),
        };
        let ticks = time_ticks(builder, periods, &time_plot);
        let needs_rows = if ticks.iter().any(|tick| tick.year.is_some()) { 2 } else { 1 };
        fitted = Some((labels, ticks));
        if needs_rows <= rows {
            break;
        }
    }
    let Some((labels, ticks)) = fitted else { return };
    spend(builder, &time_plot, style, labels, &texts, &ticks);
}

/// Draws everything, from back to front.
fn spend(
    builder: &mut FrameBuilder,
    time_plot: &TimePlot,
    style: SeriesStyle,
    labels: Option<LabelColumn>,
    texts: &AxisTexts,
    ticks: &[PeriodTick],
) {
    let periods = builder.periods();
    builder.frame.plot = time_plot.plot;
    draw_unit(builder, &texts.unit);
    draw_grid(builder, &time_plot.axis, &texts.ticks, time_plot.plot);
    builder.picture.annotations.draw(builder, time_plot, periods);
    match style {
        SeriesStyle::Lines => line::draw(builder, time_plot),
        SeriesStyle::Areas => area::draw(builder, time_plot),
        SeriesStyle::Columns | SeriesStyle::Groups => {
            columns::draw(builder, time_plot, style == SeriesStyle::Groups)
        }
    }
    mark_breaks(builder, time_plot, periods);
    mark_missing(builder, time_plot);
    draw_period_axis(builder, time_plot, ticks, !style.is_bars());
    if style == SeriesStyle::Lines {
        line::draw_ends(builder, time_plot);
    }
    let are_beside = labels.as_ref().is_some_and(|labels| labels.width > 0);
    if let Some(labels) = labels.filter(|labels| style == SeriesStyle::Lines || labels.width > 0) {
        builder.frame.labelled_directly |= is_complete(builder, time_plot, style);
        let swatch = if style == SeriesStyle::Lines { Swatch::Line } else { Swatch::Square };
        // Beside the last mark, which ends the plot unless it is the only one.
        let marks_end = match style {
            SeriesStyle::Columns | SeriesStyle::Groups => time_plot.plot.right,
            _ => time_plot.positions.middles.last().copied().unwrap_or(time_plot.plot.right),
        };
        draw_labels(builder, &labels, marks_end, swatch);
    }
    // The first frame has the key that the others have, as long as nobody can say whether every name will have room.
    builder.frame.keeps_key = style.is_stack() && !builder.frame.labelled_directly;
    match builder.picture.later {
        Some(later) => {
            builder.frame.labelled_directly |= (later.label)(builder, time_plot, style, are_beside);
        }
        None => builder.frame.awaits_labels = style.is_stack(),
    }
    builder.frame.hit_bands = places_of(time_plot);
}

/// Whether a figure is negative.
fn below_zero(builder: &FrameBuilder, series: usize, place: usize) -> bool {
    builder.grid().value(series, place).known().is_some_and(|figure| figure < 0.0)
}

/// Whether a figure is positive.
fn above_zero(builder: &FrameBuilder, series: usize, place: usize) -> bool {
    builder.grid().value(series, place).known().is_some_and(|figure| figure > 0.0)
}

/// Whether a line that ends at `place` ends so near the end of the axis that a label there is still beside it.
fn ends_near(place: usize, places: usize) -> bool {
    (places - place.min(places)) * 10 <= places + 9
}

/// Whether every layer has something that a label can stand beside.
fn is_complete(builder: &FrameBuilder, time_plot: &TimePlot, style: SeriesStyle) -> bool {
    let last = time_plot.positions.middles.len().saturating_sub(1);
    builder.grid().series.len() == builder.shown.len()
        && time_plot.layers.iter().all(|layer| match style {
            SeriesStyle::Lines => layer.last_known().is_some_and(|(place, _)| ends_near(place, last + 1)),
            _ => layer.last_known().is_some_and(|(place, _)| place == last),
        })
}

/// What the labels say, and where they want to be.
fn requests(
    builder: &FrameBuilder,
    time_plot: &TimePlot,
    style: SeriesStyle,
    places: usize,
) -> Vec<LabelRequest> {
    let single = builder.grid().series.len() == 1;
    // Beside bars that stand next to each other, a label would name the wrong one: they have a legend.
    // The layers of an area have their names in them.
    let has_none = match style {
        SeriesStyle::Lines => false,
        SeriesStyle::Areas => !single,
        SeriesStyle::Columns => single,
        SeriesStyle::Groups => true,
    };
    if has_none {
        return Vec::new();
    }
    let request = |layer: &Layer| {
        let (place, span) = layer.last_known()?;
        let is_last = place + 1 == places;
        if !(is_last || style == SeriesStyle::Lines && ends_near(place, places)) {
            return None;
        }
        let height =
            if style == SeriesStyle::Lines || single { span.to } else { (span.from + span.to) / 2.0 };
        let value = match builder.grid().value(layer.series, place).known() {
            Some(figure) if is_last => label_text(builder, figure),
            _ => String::new(),
        };
        Some(LabelRequest { series: layer.series, height, middle: time_plot.y(height), value })
    };
    time_plot.layers.iter().filter_map(request).listed()
}

/// The labels of the time axis.
fn time_ticks(builder: &FrameBuilder, periods: &[Period], time_plot: &TimePlot) -> Vec<PeriodTick> {
    let width_of = |text: &str| builder.width_of(text, AXIS_TEXT, Weight::Regular);
    // Labels closer than this read as one word.
    let gap = builder.px(12.0);
    let room = TickRoom { left: 0, right: builder.frame.width_in_device_px, gap, width_of: &width_of };
    let middle_of = |place: usize| time_plot.positions.middle(place);
    period_ticks(periods, &middle_of, &room, builder.picture.locale.formats.as_ref())
}

/// What a pointer finds at each place; of the places of one pixel at the one that reaches highest.
fn places_of(time_plot: &TimePlot) -> Vec<HitBand> {
    let positions = &time_plot.positions;
    let point = |layer: &Layer, place: usize| {
        let span = (*layer.spans.get(place)?)?;
        span.known.then(|| (layer.series, time_plot.point(place, span.to)))
    };
    let height = |place: usize| {
        let tops = time_plot.layers.iter().filter_map(|layer| layer.span(place)).filter(|span| span.known);
        tops.map(|span| span.to).fold(f64::NEG_INFINITY, f64::max)
    };
    let mut bands = Vec::new();
    for (from, to) in positions.by_pixel() {
        let mut index = from;
        let mut highest = if to - from > 1 { height(from) } else { 0.0 };
        for place in from + 1..to {
            let height = height(place);
            if height > highest {
                (index, highest) = (place, height);
            }
        }
        bands.push(HitBand {
            index,
            middle: positions.middle(index),
            reach: (positions.reach(from).0, positions.reach(to - 1).1),
            points: time_plot.layers.iter().filter_map(|layer| point(layer, index)).listed(),
            region: None,
        });
    }
    bands
}

/// The places of a chart without any figure, for the keyboard.
fn empty_places(builder: &mut FrameBuilder, periods: &[Period]) {
    let (width, height) = (builder.frame.width_in_device_px, builder.frame.height_in_device_px);
    builder.frame.plot = Rect { left: 0, top: 0, right: width, bottom: height };
    builder.frame.has_gaps = !periods.is_empty() && !builder.shown.is_empty();
    let positions = PeriodPositions::slots(periods.len(), 0, width);
    let places = positions.by_pixel().into_iter().map(|(index, to)| HitBand {
        index,
        middle: positions.middle(index),
        reach: (positions.reach(index).0, positions.reach(to - 1).1),
        points: Vec::new(),
        region: None,
    });
    builder.frame.hit_bands = places.listed();
}
