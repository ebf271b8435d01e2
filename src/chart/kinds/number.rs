//! One figure, large, with its change and its past.

use super::line;
use crate::chart::axes::layers::{Layer, Stacking, layers};
use crate::chart::axes::scale::{Extent, ValueAxis};
use crate::chart::axes::time_plot::{PeriodPositions, TimePlot};
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::labels::value::value_text;
use crate::chart::{Anchor, Color, HitBand, Point, Rect, Weight};
use crate::locale::{PeriodStyle, period_span, relative_change, time_phrase};
use crate::model::{Claim, Grain, Listed, Period, QuantityKind};

/// The size of the figure, in CSS pixels, where there is room.
const FIGURE: f64 = 56.0;
/// Its least size.
const LEAST_FIGURE: f64 = 28.0;
/// The greatest height of the line below, in CSS pixels.
const GREATEST_LINE: f64 = 140.0;
/// The least height worth drawing a line in.
const LEAST_LINE: f64 = 28.0;

/// Lays out the first series' figure: of the last period with one, or of all of them together.
pub(in crate::chart) fn number(builder: &mut FrameBuilder) {
    let periods = builder.periods();
    let grid = builder.grid();
    let locale = builder.picture.locale;
    let Some(series) = builder.shown.first().copied() else {
        builder.say_no_data();
        return;
    };
    let known = |place: usize| grid.value(series, place).known();
    let Some(last) = (0..periods.len()).rev().find(|place| known(*place).is_some()) else {
        builder.say_no_data();
        return;
    };
    builder.note_state(periods.len());
    let theme = builder.picture.theme;
    let total = (0..periods.len()).filter_map(known).reduce(|sum, figure| sum + figure);
    let figure = if builder.picture.total { total } else { known(last) }.unwrap_or_default();
    let period = periods.get(last).copied();
    let (when, unit) = when_and_what(builder, series, last);

    let width = builder.frame.width_in_device_px;
    let mut text = value_text(builder, figure);
    let mut size = FIGURE;
    while size > LEAST_FIGURE && builder.width_of(&text, size, Weight::Bold) > width {
        size -= 2.0;
    }
    if builder.width_of(&text, size, Weight::Bold) > width {
        text = builder.shorten(&text, size, Weight::Bold, width);
    }
    let mut y = builder.px(size * 0.62);
    builder.text(text.clone(), Point { x: 0, y }, Anchor::Left, size, Weight::Bold, theme.text);
    y += builder.px(size * 0.62);
    let key = if builder.picture.total { "number.total" } else { "number.of" };
    let of_what = match unit.is_empty() {
        true => when,
        false => locale.text(key, &[("unit", &unit), ("period", &when)]),
    };
    y = write(builder, &of_what, y, LABEL_TEXT, theme.text);
    if !builder.picture.total
        && let (Some(period), Some(now)) = (period, known(last))
    {
        for (key, steps) in changes(period) {
            let before = last.checked_sub(steps).filter(|place| grid.is_comparable(series, *place, last));
            let before = before.and_then(|place| Some((periods.get(place)?, known(place)?)));
            let Some((before_period, before)) = before else { continue };
            if let Some(ratio) = relative_change(grid, before, now) {
                let change = locale.signed_percent(ratio);
                let before = value_text(builder, before);
                let period = locale.formats.period(*before_period, PeriodStyle::Long);
                let arguments = [("change", change.as_str()), ("period", &period), ("before", &before)];
                y = write(builder, &locale.text(key, &arguments), y, LABEL_TEXT, theme.muted);
            }
        }
    }
    if let Some(claim) = builder.picture.claim {
        y = quote(builder, claim, figure, &text, y + builder.px(6.0));
    }
    draw_past(builder, series, periods, y + builder.px(8.0), last);
    builder.frame.labelled_directly = true;
}

/// When the figure holds, and what it is: of all periods together, else at the place `last`.
fn when_and_what(builder: &FrameBuilder, series: usize, last: usize) -> (String, String) {
    let (grid, locale, periods) = (builder.grid(), builder.picture.locale, builder.periods());
    if builder.picture.total {
        let ends = periods.first().zip(periods.last());
        let when = ends.map(|(first, last)| period_span(locale, *first, *last, PeriodStyle::Long));
        return (when.unwrap_or_default(), locale.quantity_words(grid, None));
    }
    let Some(period) = periods.get(last) else { return Default::default() };
    let when = match grid.part(series, last) {
        Some(part) => locale.part_of_period(part, *period),
        None if grid.measure == QuantityKind::Stock => time_phrase(locale, grid, *period),
        None => locale.formats.period(*period, PeriodStyle::Long),
    };
    // The last of several periods says its own date.
    let what = match grid.pooling.as_ref().is_some_and(|pooling| !pooling.lasts.is_empty()) {
        true => return (locale.quantity_words(grid, Some(last)), String::new()),
        false => locale.quantity_words(grid, Some(last)),
    };
    (when, what)
}

/// What a figure is compared with, as message and as how many periods lie between.
fn changes(period: Period) -> Vec<(&'static str, usize)> {
    match period.grain {
        Grain::Month => vec![("number.change", 1), ("number.change", 12)],
        Grain::Quarter => vec![("number.change", 1), ("number.change", 4)],
        Grain::Year | Grain::Day => vec![("number.change", 1)],
    }
}

/// Writes a text in as many lines as it needs; gives where the next one may start.
fn write(builder: &mut FrameBuilder, text: &str, y: i32, size: f64, color: Color) -> i32 {
    let line = builder.px(LINE_HEIGHT + 2.0);
    let mut y = y;
    for part in builder.wrap(text, size, Weight::Regular, builder.frame.width_in_device_px) {
        builder.text(part, Point { x: 0, y: y + line / 2 }, Anchor::Left, size, Weight::Regular, color);
        y += line;
    }
    y
}

/// Sets what someone has said beside what the data say, without a judgement.
fn quote(builder: &mut FrameBuilder, claim: &Claim, figure: f64, text: &str, y: i32) -> i32 {
    let locale = builder.picture.locale;
    let theme = builder.picture.theme;
    let when = Period::parse(&claim.when);
    let when = when.map_or(claim.when.clone(), |period| locale.formats.period(period, PeriodStyle::Long));
    let quoted = locale.quoted_number(claim.figure, claim.quoted_in);
    let said = [("value", quoted.as_str()), ("who", &claim.who), ("when", &when)];
    let y = write(builder, &locale.text("number.claim", &said), y, LABEL_TEXT, theme.text);
    let difference = figure - claim.figure;
    let key = if difference == 0.0 {
        "number.claim.same"
    } else if difference > 0.0 {
        "number.claim.more"
    } else {
        "number.claim.less"
    };
    let difference = value_text(builder, difference.abs());
    let arguments = [("difference", difference.as_str()), ("figure", text)];
    write(builder, &locale.text(key, &arguments), y, LABEL_TEXT, theme.muted)
}

/// The series as a small line with its first and last period below, in what room is left.
fn draw_past(builder: &mut FrameBuilder, series: usize, periods: &[Period], top: i32, last: usize) {
    let grid = builder.grid();
    let theme = builder.picture.theme;
    let inset = builder.px(5.0);
    let line = builder.px(LINE_HEIGHT);
    let right = builder.frame.width_in_device_px - inset;
    let bottom = (builder.frame.height_in_device_px - line).min(top + builder.px(GREATEST_LINE));
    let plot = Rect { left: inset, top: top + inset, right, bottom: bottom - inset };
    let positions = PeriodPositions::points(periods, plot.left, plot.right);
    let own: Vec<Layer> = layers(grid, &[series], Stacking::Lines { log: false });
    let values = own.iter().flat_map(|layer| layer.spans.iter().flatten()).map(|span| span.to);
    let has_room = plot.height() >= builder.px(LEAST_LINE) && periods.len() > 1;
    let Some(extent) = Extent::of(values) else { return };
    let axis = ValueAxis::linear(extent, 2, true);
    let time_plot = TimePlot { layers: own, axis, positions, plot };
    builder.frame.plot = plot;
    if has_room {
        if time_plot.axis.holds_zero() {
            let width = builder.px(1.0);
            let y = time_plot.y(0.0);
            builder.fill(Rect { left: plot.left, top: y, right: plot.right, bottom: y + width }, theme.grid);
        }
        line::draw(builder, &time_plot);
        if let Some(figure) = grid.value(series, last).known() {
            builder.dot(time_plot.point(last, figure), 4.0, builder.color(series));
        }
        let y = bottom + line / 2;
        let style = PeriodStyle::Short;
        let formats = builder.picture.locale.formats.as_ref();
        let ends = [
            (periods.first(), 0, Anchor::Left),
            (periods.last(), builder.frame.width_in_device_px, Anchor::Right),
        ];
        let texts =
            ends.map(|(period, x, anchor)| (period.map(|period| formats.period(*period, style)), x, anchor));
        for (text, x, anchor) in texts {
            builder.text(
                text.unwrap_or_default(),
                Point { x, y },
                anchor,
                AXIS_TEXT,
                Weight::Regular,
                theme.muted,
            );
        }
    }
    builder.frame.hit_bands = (0..periods.len())
        .map(|index| {
            let point = grid.value(series, index).known().filter(|_| has_room);
            HitBand {
                index,
                middle: time_plot.positions.middle(index),
                reach: time_plot.positions.reach(index),
                points: point.map(|figure| (series, time_plot.point(index, figure))).into_iter().listed(),
                region: None,
            }
        })
        .listed();
}
