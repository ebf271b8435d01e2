//! A slope chart: the first and the last period of each series, joined by a line.

use crate::chart::axes::annotations::{breaks_shown, draw_break};
use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::{scale_words, scaled_unit};
use crate::chart::axes::scale::{Extent, ValueAxis, by_magnitude};
use crate::chart::frame_builder::{FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::labels::dodge::dodge;
use crate::chart::labels::value::fitting_value;
use crate::chart::{Anchor, Color, Dash, HitBand, Point, Rect, Weight};
use crate::locale::PeriodStyle;
use crate::model::{Joined, Listed, Period, sorted};

/// Labels take at most this share of the width on each side.
const MOST_LABEL_WIDTH: f64 = 0.4;
/// Below this width, in CSS pixels, the names stand on the right only, or in the key.
const NARROW: f64 = 520.0;
/// Names and figures take at most this share of a narrow drawing, at the right.
const MOST_NARROW: f64 = 0.45;
/// The least contrast of a text (WCAG 2.2, 1.4.3).
const TEXT_CONTRAST: f64 = 4.5;

/// One end of a slope.
struct SlopeEnd {
    series: usize,
    figure: f64,
    text: String,
    y: i32,
}

/// Lays out slopes between the two places of the axis; with one period only, dots.
pub(in crate::chart) fn slope(builder: &mut FrameBuilder) {
    let periods = builder.periods();
    let grid = builder.grid();
    let locale = builder.picture.locale;
    let last = periods.len().saturating_sub(1);
    let sides: Vec<usize> = if last == 0 { vec![0] } else { vec![0, last] };
    builder.note_state(periods.len());
    let figures = builder.shown.iter().flat_map(|series| sides.iter().map(move |place| (*series, *place)));
    let known = figures.filter_map(|(series, place)| grid.value(series, place).known()).listed();
    let length = builder.frame.height_in_device_px as f64 / builder.frame.device_pixel_ratio;
    // Where nothing is positive, orders of magnitude would show nothing.
    let by_magnitude = by_magnitude(&known, length, 5).filter(|_| builder.picture.scale.is_log());
    let log = by_magnitude.is_some();
    let Some(extent) = Extent::of(known.into_iter()) else {
        builder.say_no_data();
        return;
    };
    let axis = match by_magnitude {
        Some(axis) => axis,
        None => ValueAxis::linear(extent, 5, true),
    };
    let (width, height) = (builder.frame.width_in_device_px, builder.frame.height_in_device_px);
    let line = builder.px(LINE_HEIGHT);
    let (top, bottom) = (line * 3, height - line);
    let y = |figure: f64| axis.position(figure, bottom, top);
    let names_left = builder.width_in_css_px() >= NARROW;
    let most = (f64::from(width) * MOST_LABEL_WIDTH) as i32;
    let name_of = |series: usize| {
        builder.frame.legend_entries.get(series).map(|key| key.label.clone()).unwrap_or_default()
    };
    // In little room names that would be cut are left to the key: the figures of both ends come first.
    let are_whole = names_left
        || builder.shown.iter().all(|series| {
            let value = grid.value(*series, last).known().map(|figure| fitting_value(builder, figure));
            let words = [value.unwrap_or_default(), name_of(*series)].joined("  ");
            let words = builder.width_of(&words, LABEL_TEXT, Weight::Regular);
            f64::from(words) <= f64::from(width) * MOST_NARROW
        });
    let ends = |place: usize, with_name: bool| -> Vec<SlopeEnd> {
        let end = |series: &usize| {
            let figure = grid.value(*series, place).known().filter(|figure| !log || *figure >= 0.0)?;
            let name = name_of(*series);
            let value = fitting_value(builder, figure);
            let is_alone = grid.series.len() == 1;
            let text = match (with_name && are_whole && !is_alone, names_left) {
                (false, _) => value,
                (true, false) => [value, name].joined("  "),
                (true, true) => {
                    let taken = builder.width_of(&value, LABEL_TEXT, Weight::Regular) + builder.px(14.0);
                    let name = builder.shorten(&name, LABEL_TEXT, Weight::Regular, most - taken);
                    let parts = if place == 0 && last > 0 { [name, value] } else { [value, name] };
                    parts.joined("  ")
                }
            };
            Some(SlopeEnd { series: *series, figure, text, y: y(figure) })
        };
        builder.shown.iter().filter_map(end).listed()
    };
    let left_ends = if last == 0 { Vec::new() } else { ends(0, names_left) };
    let right_ends = ends(last, true);
    let widest = |ends: &[SlopeEnd]| {
        ends.iter().map(|end| builder.width_of(&end.text, LABEL_TEXT, Weight::Regular)).max().unwrap_or(0)
    };
    let gap = builder.px(26.0);
    let left = widest(&left_ends) + gap;
    let right = (width - widest(&right_ends) - gap).max(left + 1);
    let plot = Rect { left, top, right, bottom };
    builder.frame.plot = plot;
    draw_unit(builder, &scale_words(log, scaled_unit(grid, locale, 0.0).1, locale));
    let x_of = |place: usize| if place == 0 && last > 0 { left } else { right };

    let theme = builder.picture.theme;
    let thin = builder.px(1.0);
    for place in &sides {
        let x = x_of(*place);
        builder.fill(
            Rect {
                left: x - thin / 2,
                top: top - line / 2,
                right: x - thin / 2 + thin,
                bottom: bottom + line / 2,
            },
            theme.grid,
        );
        let Some(period) = periods.get(*place) else { continue };
        let text = locale.formats.period(*period, PeriodStyle::Short);
        let half = builder.width_of(&text, LABEL_TEXT, Weight::Bold) / 2;
        let at = Point { x: x.max(half).min(width - half), y: top - line };
        builder.text(text, at, Anchor::Middle, LABEL_TEXT, Weight::Bold, theme.text);
    }
    // Those that stand back first, then the smallest to the largest.
    let mut order: Vec<usize> = builder.shown.iter().rev().copied().listed();
    order.retain(|series| builder.dimmed.get(*series) == Some(&true));
    order.extend(
        builder.shown.iter().rev().copied().filter(|series| builder.dimmed.get(*series) != Some(&true)),
    );
    for series in order {
        let color = builder.color(series);
        let point = |place: usize| {
            let figure = grid.value(series, place).known().filter(|figure| !log || *figure >= 0.0)?;
            Some(Point { x: x_of(place), y: y(figure) })
        };
        let (from, to) = (point(0).filter(|_| last > 0), point(last));
        if let (Some(from), Some(to)) = (from, to) {
            let uncertain = builder.is_provisional(0) || builder.is_provisional(last);
            let width = builder.px(2.0);
            builder.line(vec![from, to], color, width, if uncertain { Dash::Dashed } else { Dash::Solid });
        }
        for end in [from, to].into_iter().flatten() {
            builder.dot(end, 4.0, color);
        }
    }
    if let [Some(first), Some(second)] = [periods.first(), periods.get(last)] {
        let lies_between =
            |start: &Period| first.end_day() < start.start_day() && second.end_day() >= start.start_day();
        for start in breaks_shown(builder).into_iter().filter(lies_between) {
            draw_break(builder, (left + right) / 2, (top, bottom), start);
        }
    }
    let is_named = are_whole && right_ends.len() == builder.shown.len();
    let on_left = draw_labels(builder, &left_ends, left, true);
    let on_right = draw_labels(builder, &right_ends, right, false);
    builder.frame.labelled_directly |= is_named && on_left && on_right;

    let middle = (left + right) / 2;
    for place in sides {
        let x = x_of(place);
        let reach = match (place, last) {
            (_, 0) => (0, width),
            (0, _) => (0, middle),
            _ => (middle, width),
        };
        let point = |series: &usize| Some((*series, Point { x, y: y(grid.value(*series, place).known()?) }));
        let points = builder.shown.iter().filter_map(point).listed();
        builder.frame.hit_bands.push(HitBand { index: place, middle: x, reach, points, region: None });
    }
}

/// Draws the labels of one side, with leaders where they had to move; whether all of them found room.
fn draw_labels(builder: &mut FrameBuilder, ends: &[SlopeEnd], x: i32, to_the_left: bool) -> bool {
    let line = builder.px(LINE_HEIGHT);
    let (top, bottom) = (builder.frame.plot.top - line / 2, builder.frame.height_in_device_px);
    let fitting = ((bottom - top) / line).max(0) as usize;
    // The series stand in the order of their size: those that find no room are the smallest.
    let kept = ends.get(..fitting.min(ends.len())).unwrap_or_default();
    // Of figures at the same height the larger stands above.
    let figure = |index: usize| kept.get(index).map_or(0.0, |end| end.figure);
    let order = sorted(kept.len(), &|one, two| figure(two).total_cmp(&figure(one)));
    let kept: Vec<&SlopeEnd> = order.into_iter().filter_map(|index| kept.get(index)).listed();
    let wanted: Vec<(i32, i32)> = kept.iter().map(|end| (end.y, line)).listed();
    let Some(middles) = dodge(&wanted, top, bottom) else { return false };
    let direction = if to_the_left { -1 } else { 1 };
    let anchor = if to_the_left { Anchor::Right } else { Anchor::Left };
    let (near, far) = (builder.px(8.0) * direction, builder.px(22.0) * direction);
    let axis = builder.picture.theme.axis;
    for (end, middle) in kept.iter().zip(middles) {
        if (middle - end.y).abs() > 1 {
            let points = vec![
                Point { x: x + near, y: end.y },
                Point { x: x + builder.px(10.0) * direction, y: end.y },
                Point { x: x + builder.px(19.0) * direction, y: middle },
            ];
            let width = builder.px(1.0);
            builder.line(points, axis, width, Dash::Solid);
        }
        let at = Point { x: x + far, y: middle };
        let color = label_color(builder, end.series);
        builder.text(end.text.clone(), at, anchor, LABEL_TEXT, Weight::Regular, color);
    }
    kept.len() == ends.len()
}

/// The colour of a series where a text can have it, else the text's; pale beside a highlighted series.
fn label_color(builder: &FrameBuilder, series: usize) -> Color {
    let theme = builder.picture.theme;
    if builder.dimmed.get(series) == Some(&true) {
        return theme.muted;
    }
    let own = builder.color(series);
    if own.contrast(theme.surface) >= TEXT_CONTRAST { own } else { theme.text }
}
