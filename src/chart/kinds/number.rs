//! One figure, large, with its change and its past.

use super::line;
use crate::chart::axes::annotations::draw_breaks;
use crate::chart::axes::layers::{Layer, Stacking, layers};
use crate::chart::axes::scale::{Extent, ValueAxis};
use crate::chart::axes::time_plot::{PeriodPositions, TimePlot};
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::labels::value::{headline_value, value_text};
use crate::chart::{Anchor, Color, HitBand, Point, Rect, Weight};
use crate::locale::{PeriodStyle, claim_sentences, period_span, relative_change, series_label, time_phrase};
use crate::model::{Grain, Listed, Period, QuantityKind};
use crate::query::{KeyFigure, SeriesRole};

/// The size of the figure, in CSS pixels, where there is room.
const FIGURE: f64 = 56.0;
/// Its least size.
const LEAST_FIGURE: f64 = 28.0;
/// The greatest height of the line below, in CSS pixels.
const GREATEST_LINE: f64 = 140.0;
/// The part of a high drawing's height that the figure takes, up to its greatest size.
const FIGURE_OF_HEIGHT: f64 = 0.2;
/// The greatest size of the figure.
const GREATEST_FIGURE: f64 = 96.0;
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
    let Some(key_figure) = grid.key_figure(series, builder.picture.total) else {
        builder.say_no_data();
        return;
    };
    builder.note_state(periods.len());
    let theme = builder.picture.theme;
    let last = key_figure.place;
    let figure = key_figure.figure;
    let (when, unit) = when_and_what(builder, &key_figure);

    let width = builder.frame.width_in_device_px;
    // What is compared with a quoted figure is read, not glanced at.
    let is_exact = builder.picture.claim.is_some();
    let said_as = if is_exact { value_text } else { headline_value };
    let text = said_as(builder, figure);
    let said = builder.picture.claim.map(|claim| claim_sentences(locale, grid, claim)).unwrap_or_default();
    // What has to be read beside the figure is worth more than its size.
    let is_tight = builder.px(FIGURE * 1.24) + height_of(builder, &said, LABEL_TEXT) + builder.px(80.0)
        > builder.frame.height_in_device_px;
    let height = f64::from(builder.frame.height_in_device_px) / builder.frame.device_pixel_ratio;
    let mut size = match is_tight && !said.is_empty() {
        true => LEAST_FIGURE,
        false => (height * FIGURE_OF_HEIGHT).round().clamp(FIGURE, GREATEST_FIGURE),
    };
    // Smaller rather than cut: a figure without its last digits is another one.
    while size > AXIS_TEXT && builder.width_of(&text, size, Weight::Bold) > width {
        size -= 2.0;
    }
    let mut y = builder.px(size * 0.62);
    builder.text(text.clone(), Point { x: 0, y }, Anchor::Left, size, Weight::Bold, theme.text);
    y += builder.px(size * 0.62);
    let key = match (key_figure.is_sum, unit.is_empty()) {
        (true, true) => "number.total.alone",
        (true, false) => "number.total",
        (false, true) => "number.of.alone",
        (false, false) => "number.of",
    };
    let mut of_what = locale.text(key, &[("unit", &unit), ("period", &when)]);
    // One of several, or the only one that a field was split into: its name says which.
    let is_named = grid.series.get(series).is_some_and(|series| series.role == SeriesRole::Named);
    if is_named || grid.series.len() > 1 {
        let name = series_label(locale, grid, series);
        of_what = locale.text("number.named", &[("name", &name), ("figure", &within_sentence(&of_what))]);
    }
    y = write(builder, &of_what, y, LABEL_TEXT, theme.text);
    if key_figure.unknown > 0 {
        let unknown = locale.count_text("number.unknown", key_figure.unknown as f64);
        y = write(builder, &unknown, y, LABEL_TEXT, theme.muted);
    }
    if !key_figure.is_sum {
        for (key, steps) in changes(key_figure.last) {
            let known = |place: usize| Some((periods.get(place)?, grid.value(series, place).known()?));
            let before = last.checked_sub(steps).filter(|place| grid.is_comparable(series, *place, last));
            let Some((before_period, before)) = before.and_then(known) else { continue };
            if let Some(ratio) = relative_change(grid, before, figure) {
                let change = locale.signed_percent(ratio);
                let before = said_as(builder, before);
                let period = locale.formats.period(*before_period, PeriodStyle::Long);
                let arguments = [("change", change.as_str()), ("period", &period), ("before", &before)];
                y = write(builder, &locale.text(key, &arguments), y, LABEL_TEXT, theme.muted);
            }
        }
    }
    if !said.is_empty() {
        y = write_all(builder, &said, y + builder.px(6.0));
    }
    draw_past(builder, series, periods, y + builder.px(8.0), last);
    builder.frame.labelled_directly = true;
}

/// A text as it stands within a sentence: "people per 100,000 inhabitants"; "GDP" and "USD" keep their capitals.
fn within_sentence(text: &str) -> String {
    let mut inner = text.to_owned();
    let is_word = text.chars().nth(1).is_some_and(char::is_lowercase);
    if let Some(first) = inner.get_mut(..1).filter(|_| is_word) {
        first.make_ascii_lowercase();
    }
    inner
}

/// When the figure holds, and what it is.
fn when_and_what(builder: &FrameBuilder, key_figure: &KeyFigure) -> (String, String) {
    let (grid, locale) = (builder.grid(), builder.picture.locale);
    let (series, last, period) = (key_figure.series, key_figure.place, &key_figure.last);
    if key_figure.is_sum {
        let when = period_span(locale, key_figure.first, key_figure.last, PeriodStyle::Long);
        return (when, locale.quantity_words(grid, None));
    }
    let when = match grid.part(series, last) {
        // Of how many the figure is made, its unit says already.
        Some(part) if grid.pooling.is_some() => period_span(locale, part.first, part.last, PeriodStyle::Long),
        Some(part) => locale.part_of_period(part, *period),
        None if grid.measure == QuantityKind::Stock && grid.dates_stocks => {
            time_phrase(locale, grid, *period)
        }
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
        Grain::Half => vec![("number.change", 1), ("number.change", 2)],
        Grain::Year | Grain::Day => vec![("number.change", 1)],
    }
}

/// How high a line of a text of a size is, in device pixels.
fn line_of(builder: &FrameBuilder, size: f64) -> i32 {
    builder.px(size + LINE_HEIGHT + 2.0 - LABEL_TEXT)
}

/// How high texts are below each other, in device pixels.
fn height_of(builder: &FrameBuilder, texts: &[String], size: f64) -> i32 {
    let width = builder.frame.width_in_device_px;
    let lines = |text: &String| builder.wrap(text, size, Weight::Regular, width).len() as i32;
    texts.iter().map(lines).sum::<i32>() * line_of(builder, size)
}

/// Writes sentences below each other, smaller where there is little room, and only as many as there is room for whole: all
/// of them are in the text alternative.
fn write_all(builder: &mut FrameBuilder, sentences: &[String], y: i32) -> i32 {
    let theme = builder.picture.theme;
    let room = builder.frame.height_in_device_px - y;
    let size = if height_of(builder, sentences, LABEL_TEXT) <= room { LABEL_TEXT } else { AXIS_TEXT };
    let rest = builder.picture.locale.text("number.claim.rest", &[]);
    let mut y = y;
    for (index, sentence) in sentences.iter().enumerate() {
        let left = builder.frame.height_in_device_px - y;
        let this = height_of(builder, std::slice::from_ref(sentence), size);
        let others = height_of(builder, sentences.get(index + 1..).unwrap_or_default(), size);
        // Room for the sentence, and for those after it or a word that there are some.
        if index > 0 && this + others.min(line_of(builder, size)) > left {
            return write(builder, &rest, y, size, theme.muted);
        }
        y = write(builder, sentence, y, size, if index == 0 { theme.text } else { theme.muted });
    }
    y
}

/// Writes a text in as many lines as it needs; gives where the next one may start.
fn write(builder: &mut FrameBuilder, text: &str, y: i32, size: f64, color: Color) -> i32 {
    let line = line_of(builder, size);
    let mut y = y;
    for part in builder.wrap(text, size, Weight::Regular, builder.frame.width_in_device_px) {
        builder.text(part, Point { x: 0, y: y + line / 2 }, Anchor::Left, size, Weight::Regular, color);
        y += line;
    }
    y
}

/// The series as a small line with its first and last period below, in what room is left.
fn draw_past(builder: &mut FrameBuilder, series: usize, periods: &[Period], top: i32, last: usize) {
    let grid = builder.grid();
    let theme = builder.picture.theme;
    let inset = builder.px(5.0);
    let line = builder.px(LINE_HEIGHT);
    let right = builder.frame.width_in_device_px - inset;
    // A high box is filled to about two thirds of its height.
    let greatest = builder.px(GREATEST_LINE).max(builder.frame.height_in_device_px * 9 / 20);
    let bottom = (builder.frame.height_in_device_px - line).min(top + greatest);
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
        builder.shown = vec![series];
        draw_breaks(builder, &time_plot, periods);
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
    let pixels = time_plot.positions.by_pixel();
    builder.frame.hit_bands = pixels
        .into_iter()
        .map(|(index, to)| {
            let point = grid.value(series, index).known().filter(|_| has_room);
            HitBand {
                index,
                middle: time_plot.positions.middle(index),
                reach: (time_plot.positions.reach(index).0, time_plot.positions.reach(to - 1).1),
                points: point.map(|figure| (series, time_plot.point(index, figure))).into_iter().listed(),
                region: None,
            }
        })
        .listed();
}
