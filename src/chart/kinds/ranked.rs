//! Horizontal bars over entities, the largest first; several series end to end, or side by side.

use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::{AxisTexts, axis_texts, scaled_unit};
use crate::chart::axes::layers::{Layer, Stacking, layers};
use crate::chart::axes::scale::ValueAxis;
use crate::chart::axes::steps::{HeldFigures, draw_period, extent_of_bars, head, held, widest_name};
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::labels::value::label_text;
use crate::chart::{Anchor, HitBand, Point, Rect, Weight};
use crate::locale::{PeriodStyle, category_label};
use crate::model::{Listed, Operation};
use crate::query::Kind;

/// The least height of a row whose name stands left of its bar, in CSS pixels.
const LEAST_ROW: f64 = 20.0;
/// The least height of a row whose name stands above its bar.
const LEAST_TALL_ROW: f64 = 34.0;
/// What each further bar beside the first adds to a row, in CSS pixels.
const LEAST_LANE: f64 = 8.0;
/// The greatest height of a row: a few entities do not become walls.
const GREATEST_ROW: f64 = 140.0;
/// A bar's share of its row: the gap is a third of the bar.
const BAR_SHARE: f64 = 0.75;
/// The thickness of a bar under its name.
const BAR_UNDER_NAME: f64 = 10.0;
/// Names take at most this share of the width, and of a narrow one.
const MOST_NAME_WIDTH: f64 = 0.38;
const MOST_IN_NARROW: f64 = 0.48;
/// Below this width, in CSS pixels, long names stand above their bars.
const NARROW: f64 = 480.0;
/// At most so many grid lines.
const MOST_LINES: usize = 5;
/// From so many bars on there is a grid instead of a value at each bar.
const VALUES_BELOW: usize = 15;

/// What the rows share.
struct RankedRows {
    /// The height of a row in device pixels.
    height: i32,
    /// The thickness of a bar.
    bar: i32,
    /// How many bars stand beside each other in a row.
    lanes: i32,
    /// Whether names stand above their bars.
    tall: bool,
    /// The texts at the ends of the bars, one a row; none where there is a grid.
    values: Vec<String>,
    /// The value axis.
    axis: ValueAxis,
    /// Where the bars are drawn.
    plot: Rect,
}

impl RankedRows {
    /// The device pixel of a value from the left.
    fn x(&self, value: f64) -> i32 {
        self.axis.position(value, self.plot.left, self.plot.right)
    }

    /// The middle of a row's bar.
    fn middle(&self, row: usize) -> i32 {
        let top = self.plot.top + self.height * row as i32;
        if self.tall { top + self.height - self.bar / 2 - self.height / 8 } else { top + self.height / 2 }
    }
}

/// Lays out ranked bars.
pub(in crate::chart) fn ranked(builder: &mut FrameBuilder) {
    let entities = builder.entities();
    let grid = builder.grid();
    let locale = builder.picture.locale;
    // What does not add up stands side by side.
    let is_grouped = builder.picture.kind == Kind::GroupedBar || !grid.allows(Operation::Stack);
    let held = held(builder);
    let most_series = held.iter().map(|figures| figures.shown.len()).max().unwrap_or(0);
    let beside = is_grouped && most_series > 1;
    let stacking = if beside { Stacking::Beside } else { Stacking::Diverging };
    let layers = layers(grid, &builder.shown, stacking);
    let lanes = if beside { most_series } else { 1 };
    builder.frame.bands_run_down = true;
    let extent =
        extent_of_bars(&held, stacking).filter(|_| layers.iter().any(|layer| layer.last_known().is_some()));
    let width = builder.frame.width_in_device_px;
    let Some(extent) = extent else {
        let height = builder.frame.height_in_device_px;
        builder.frame.plot = Rect { left: 0, top: 0, right: width, bottom: height };
        builder.frame.has_gaps = !entities.is_empty() && !builder.shown.is_empty();
        let border = |place: usize| (height as usize * place / entities.len().max(1)) as i32;
        builder.frame.hit_bands = (0..entities.len())
            .map(|place| (place, border(place), border(place + 1)))
            .map(|(index, top, bottom)| HitBand {
                index,
                middle: (top + bottom) / 2,
                reach: (top, bottom),
                points: Vec::new(),
                region: None,
            })
            .listed();
        builder.say_no_data();
        return;
    };

    let names: Vec<String> =
        (0..entities.len()).map(|place| category_label(locale, grid, place, PeriodStyle::Short)).listed();
    let name_width = widest_name(builder, &held);
    // Rows keep their height at periods with fewer of them.
    let most_rows = held.iter().map(HeldFigures::places).max().unwrap_or(0);
    let is_narrow = builder.width_in_css_px() < NARROW;
    let names_share = if is_narrow { MOST_IN_NARROW } else { MOST_NAME_WIDTH };
    let most_name_width = (f64::from(width) * names_share) as i32;
    let more = (lanes as f64 - 1.0) * LEAST_LANE;
    let (row, tall_row) = (builder.px(LEAST_ROW + more), builder.px(LEAST_TALL_ROW + more));
    // The unit, and the figures of a grid if there is one.
    draw_period(builder);
    let top = head(builder, LINE_HEIGHT * 1.5);
    let room = |top: i32, row: i32| ((builder.frame.height_in_device_px - top) / row).max(1) as usize;
    // Parts of a hundred all end at a hundred.
    let are_parts = grid.normalized && most_series > 1;
    let has_values = lanes == 1 && !are_parts && most_rows.min(room(top, row)) < VALUES_BELOW;
    let top = if has_values { top } else { top + builder.px(LINE_HEIGHT) };
    let tall = name_width > most_name_width && is_narrow && most_rows <= room(top, tall_row);
    let least = if tall { tall_row } else { row };
    let count = entities.len().min(room(top, least));
    let most_rows = most_rows.min(room(top, least));
    let available = builder.frame.height_in_device_px - top;
    let height = (available / most_rows.max(1) as i32).min(builder.px(GREATEST_ROW + 2.0 * more)).max(1);
    let bar = match tall {
        // Below the name, with some air around it.
        true => ((height - builder.px(LINE_HEIGHT + 4.0)) * 3 / 4).max(builder.px(BAR_UNDER_NAME + more)),
        false => (f64::from(height) * BAR_SHARE) as i32,
    };

    let names_right = if tall { 0 } else { name_width.min(most_name_width) + builder.px(8.0) };
    let mut axis = ValueAxis::linear(extent, MOST_LINES, false);
    let mut texts = axis_texts(&axis, grid, locale);
    let tick_width = builder.widest(texts.ticks.iter(), AXIS_TEXT) + builder.px(24.0);
    let fitting_lines = ((width - names_right) / tick_width).max(1) as usize;
    if fitting_lines < MOST_LINES {
        axis = ValueAxis::linear(extent, fitting_lines, false);
        texts = axis_texts(&axis, grid, locale);
    }
    builder.drop_wide(&mut texts.ticks, AXIS_TEXT);
    let mut values: Vec<String> = if has_values {
        // Values at the bars need no round end of the axis.
        (axis.low, axis.high) = (extent.low.min(0.0), extent.high.max(0.0));
        if axis.high <= axis.low {
            axis.high = axis.low + 1.0;
        }
        (0..count).map(|place| end_text(builder, held.first(), place)).listed()
    } else {
        Vec::new()
    };
    builder.drop_wide(&mut values, LABEL_TEXT);
    let width_of_values = |figures: &HeldFigures| {
        let mut texts = (0..figures.places().min(most_rows))
            .map(|place| end_text(builder, Some(figures), place))
            .listed();
        builder.drop_wide(&mut texts, LABEL_TEXT);
        builder.widest(texts.iter(), LABEL_TEXT)
    };
    let widest_value = if has_values { held.iter().map(width_of_values).max() } else { None };
    let value_width = widest_value.unwrap_or(0) + builder.px(8.0);
    let left_of_bars = if extent.low < 0.0 && has_values { value_width } else { 0 };
    let left = names_right + left_of_bars;
    let margin = if has_values { value_width } else { builder.widest(texts.ticks.iter(), AXIS_TEXT) / 2 + 1 };
    let right = (width - margin).max(left + 1);
    let plot = Rect { left, top, right, bottom: top + height * count as i32 };
    let rows = RankedRows { height, bar, lanes: lanes as i32, tall, values, axis, plot };

    builder.frame.plot = plot;
    builder.frame.categories_left_out = entities.len() - count;
    builder.note_state(count);
    // Values at the bars are written in full, not in millions.
    let unit = if rows.values.is_empty() { texts.unit.clone() } else { scaled_unit(grid, locale, 0.0).1 };
    draw_unit(builder, &unit);
    if rows.values.is_empty() {
        draw_vertical_grid(builder, &rows, &texts);
    }
    for (place, name) in names.iter().take(count).enumerate() {
        draw_name(builder, &rows, place, name, names_right);
        draw_bar(builder, &rows, &layers, place);
    }
    draw_base(builder, &rows);
    builder.frame.hit_bands = (0..count).map(|place| place_of(&rows, &layers, place)).listed();
}

/// The text at the end of a place's bar: the sum of its series.
fn end_text(builder: &FrameBuilder, figures: Option<&HeldFigures>, place: usize) -> String {
    match figures.and_then(|figures| figures.total(place)) {
        Some(total) => label_text(builder, total),
        None => builder.picture.locale.text("mark.no-data", &[]),
    }
}

/// Grid lines across, with their figures above the first bar.
fn draw_vertical_grid(builder: &mut FrameBuilder, rows: &RankedRows, texts: &AxisTexts) {
    let theme = builder.picture.theme;
    let (width, row) = (builder.px(1.0), builder.px(LINE_HEIGHT));
    for (tick, text) in rows.axis.ticks.iter().zip(&texts.ticks) {
        let x = rows.x(*tick);
        let left = x - width / 2;
        builder.fill(
            Rect { left, top: rows.plot.top, right: left + width, bottom: rows.plot.bottom },
            theme.grid,
        );
        let half = builder.width_of(text, AXIS_TEXT, Weight::Regular) / 2;
        let x = x.min(builder.frame.width_in_device_px - half).max(half);
        let at = Point { x, y: rows.plot.top - row / 2 - builder.px(2.0) };
        builder.text(text.clone(), at, Anchor::Middle, AXIS_TEXT, Weight::Regular, theme.muted);
    }
}

/// The line on which the bars stand; broken where names stand between them.
fn draw_base(builder: &mut FrameBuilder, rows: &RankedRows) {
    let (width, color) = (builder.px(1.0), builder.picture.theme.axis);
    let left = rows.x(rows.axis.base()) - width / 2;
    let whole = Rect { left, top: rows.plot.top, right: left + width, bottom: rows.plot.bottom };
    if !rows.tall {
        builder.fill(whole, color);
        return;
    }
    for row in 0..(rows.plot.height() / rows.height.max(1)) as usize {
        let top = rows.middle(row) - rows.bar / 2;
        builder.fill(Rect { top, bottom: top + rows.bar, ..whole }, color);
    }
}

/// The name of a row.
fn draw_name(builder: &mut FrameBuilder, rows: &RankedRows, place: usize, name: &str, names_right: i32) {
    let color = builder.picture.theme.text;
    if rows.tall {
        let text = builder.shorten(name, LABEL_TEXT, Weight::Regular, builder.frame.width_in_device_px);
        let y = rows.middle(place) - rows.bar / 2 - builder.px(LINE_HEIGHT / 2.0 + 1.0);
        builder.text(text, Point { x: 0, y }, Anchor::Left, LABEL_TEXT, Weight::Regular, color);
    } else {
        let right = names_right - builder.px(8.0);
        let text = builder.shorten(name, LABEL_TEXT, Weight::Regular, right);
        let at = Point { x: right, y: rows.middle(place) };
        builder.text(text, at, Anchor::Right, LABEL_TEXT, Weight::Regular, color);
    }
}

/// The bar of a row, and the value at its end.
fn draw_bar(builder: &mut FrameBuilder, rows: &RankedRows, layers: &[Layer], place: usize) {
    let theme = builder.picture.theme;
    let middle = rows.middle(place);
    let start = middle - rows.bar / 2;
    let gap = builder.px(1.0);
    let (mut least, mut most) = (rows.x(rows.axis.base()), rows.x(rows.axis.base()));
    for (index, layer) in layers.iter().enumerate() {
        let lane = if rows.lanes > 1 { index as i32 } else { 0 };
        let top = start + rows.bar * lane / rows.lanes;
        let bottom = (start + rows.bar * (lane + 1) / rows.lanes).max(top + 1);
        let known = layer.span(place);
        if known.is_none() && rows.lanes > 1 && !builder.is_unknown(place) {
            // Beside its neighbours a missing figure would pass for zero.
            let left = rows.x(rows.axis.base());
            let stub = Rect { left, top, right: left + builder.px(6.0), bottom };
            builder.fill_hatched(stub, theme.grid, theme.axis);
        }
        let Some(span) = known.filter(|span| span.from != span.to) else { continue };
        let (start, end) = (rows.x(span.from), rows.x(span.to));
        let (left, mut right) = (start.min(end), start.max(end));
        // A figure is never invisible.
        right = right.max(left + 1);
        let rect = Rect { left, top, right, bottom };
        let color = builder.color(layer.series);
        if builder.is_provisional(place) {
            builder.fill_hatched(rect, color, theme.surface);
        } else {
            builder.fill(rect, color);
        }
        if span.from != 0.0 && rect.width() > 2 * gap {
            let edge = if span.to > span.from {
                Rect { right: left + gap, ..rect }
            } else {
                Rect { left: right - gap, ..rect }
            };
            builder.fill(edge, theme.surface);
        }
        (least, most) = (least.min(left), most.max(right));
    }
    let Some(value) = rows.values.get(place).cloned() else { return };
    let is_known = !builder.is_unknown(place);
    let total = builder.grid().total(place, |series| builder.shown.contains(&series)).unwrap_or(0.0);
    let color = if is_known { theme.text } else { theme.muted };
    let distance = builder.px(6.0);
    let (x, anchor) =
        if total < 0.0 { (least - distance, Anchor::Right) } else { (most + distance, Anchor::Left) };
    builder.text(value, Point { x, y: middle }, anchor, LABEL_TEXT, Weight::Regular, color);
}

/// What a pointer finds in a row.
fn place_of(rows: &RankedRows, layers: &[Layer], place: usize) -> HitBand {
    let middle = rows.middle(place);
    let top = rows.plot.top + rows.height * place as i32;
    let point = |layer: &Layer| Some((layer.series, Point { x: rows.x(layer.span(place)?.to), y: middle }));
    HitBand {
        index: place,
        middle,
        reach: (top, top + rows.height),
        points: layers.iter().filter_map(point).listed(),
        region: None,
    }
}
