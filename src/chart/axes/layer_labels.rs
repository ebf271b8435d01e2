//! Labels of a stack: each in its layer where that is thickest, at its peak with a leader where it is thin everywhere, and
//! the peak of the whole.

use super::author_words::write_notes;
use super::layers::{Layer, SeriesStyle};
use super::room::{NEAR, Room, anchor, columns};
use super::time_plot::TimePlot;
use crate::chart::frame_builder::{FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::labels::beside::{Swatch, TEXT_CONTRAST, draw_swatch};
use crate::chart::labels::value::label_text;
use crate::chart::{Anchor, Color, Dash, Point, Rect, Weight};
use crate::locale::PeriodStyle;
use crate::model::{Joined, Listed, sorted};

/// The least height of a layer that holds a line of text, in CSS pixels.
const LEAST: f64 = 14.0;
/// The height of a layer in which a line of text stands well, in CSS pixels.
const AMPLE: f64 = 28.0;
/// Between a text and the sides of what it stands in, in CSS pixels.
const AIR: f64 = 4.0;
/// More leaders than this are a web.
const MOST_LEADERS: usize = 5;

/// A name and what is said of it.
struct Label {
    /// In bold.
    name: String,
    /// Behind it, or below it.
    rest: String,
    /// Whether it stands below.
    below: bool,
    /// The piece of the series in front, where the text cannot have its colour.
    swatch: Option<Color>,
    color: Color,
}

impl Label {
    /// Its width and height in device pixels.
    fn size(&self, builder: &FrameBuilder) -> (i32, i32) {
        let (name, rest) = self.widths(builder);
        let swatch = if self.swatch.is_some() { builder.px(18.0) } else { 0 };
        let line = builder.px(LINE_HEIGHT);
        if self.below { (swatch + name.max(rest), 2 * line) } else { (swatch + name + rest, line) }
    }

    /// The widths of name and rest, with the space between them where they share a line.
    fn widths(&self, builder: &FrameBuilder) -> (i32, i32) {
        let gap = if self.below || self.rest.is_empty() { 0 } else { builder.px(5.0) };
        let name = builder.width_of(&self.name, LABEL_TEXT, Weight::Bold);
        (name + gap, builder.width_of(&self.rest, LABEL_TEXT, Weight::Regular))
    }

    /// Writes it, centred in a box at least as large.
    fn write(self, builder: &mut FrameBuilder, place: &Rect) {
        let (width, height) = self.size(builder);
        let line = builder.px(LINE_HEIGHT);
        let mut at = Point {
            x: (place.left + place.right - width) / 2,
            y: (place.top + place.bottom - height) / 2 + line / 2,
        };
        if let Some(color) = self.swatch {
            draw_swatch(builder, Swatch::Square, at.x, at.y, color);
            at.x += builder.px(18.0);
        }
        let (name, _) = self.widths(builder);
        builder.text(self.name, at, Anchor::Left, LABEL_TEXT, Weight::Bold, self.color);
        let at = if self.below { Point { y: at.y + line, ..at } } else { Point { x: at.x + name, ..at } };
        builder.text(self.rest, at, Anchor::Left, LABEL_TEXT, Weight::Regular, self.color);
    }
}

/// Writes the author's words, labels the peak of a stack, and its layers unless that was done beside them; gives whether
/// each layer has its name.
pub(in crate::chart) fn label(
    builder: &mut FrameBuilder,
    time_plot: &TimePlot,
    style: SeriesStyle,
    are_beside: bool,
) -> bool {
    if !style.is_stack() && builder.picture.annotations.notes().is_empty() {
        return false;
    }
    let is_bars = style.is_bars();
    let mut room = Room::of(builder, time_plot, style);
    let spoken_of = write_notes(builder, time_plot, style, &mut room);
    if !style.is_stack() {
        return false;
    }
    let is_alone = builder.grid().series.len() == 1;
    label_peak(builder, time_plot, &mut room, is_alone && are_beside, &spoken_of);
    if is_alone || are_beside {
        return false;
    }
    let thick = |layer: &Layer| peak(layer).map_or(0.0, |(_, value)| value);
    let thickness = time_plot.layers.iter().map(thick).listed();
    let order = sorted(thickness.len(), &|one, two| match (thickness.get(one), thickness.get(two)) {
        (Some(one), Some(two)) => two.total_cmp(one),
        _ => std::cmp::Ordering::Equal,
    });
    let mut thin = Vec::new();
    for (rank, layer) in order.into_iter().filter_map(|index| time_plot.layers.get(index)).enumerate() {
        if is_bars || !label_inside(builder, time_plot, layer, &mut room, true) {
            thin.push((rank, layer));
        }
    }
    let marks = builder.frame.marks.len();
    let before = room.clone();
    let mut is_complete = builder.grid().series.len() == builder.shown.len() && thin.len() <= MOST_LEADERS;
    for (_, layer) in &thin {
        is_complete = is_complete
            && (lead_to(builder, time_plot, layer, &mut room)
                || !is_bars && label_inside(builder, time_plot, layer, &mut room, false));
    }
    if !is_complete {
        // The key names them all: only the greatest is led to beside it, the others have a name where it fits.
        builder.frame.marks.truncate(marks);
        room = before;
        for (rank, layer) in thin {
            let is_led = rank == 0 && lead_to(builder, time_plot, layer, &mut room);
            if !is_led && !is_bars {
                label_inside(builder, time_plot, layer, &mut room, false);
            }
        }
    }
    is_complete
}

/// The place where a layer is thickest, and how thick it is.
fn peak(layer: &Layer) -> Option<(usize, f64)> {
    let mut best: Option<(usize, f64)> = None;
    for (place, span) in layer.spans.iter().enumerate() {
        let Some(span) = span.filter(|span| span.known) else { continue };
        let thickness = (span.to - span.from).abs();
        if thickness > best.map_or(0.0, |(_, most)| most) {
            best = Some((place, thickness));
        }
    }
    best
}

/// When a place is.
fn date(builder: &FrameBuilder, place: usize) -> String {
    let formats = &builder.picture.locale.formats;
    builder.periods().get(place).map(|period| formats.period(*period, PeriodStyle::Short)).unwrap_or_default()
}

/// The label of a layer: its name, its highest figure, and when that was.
fn label_of(builder: &FrameBuilder, layer: &Layer) -> Option<(usize, Label)> {
    let (place, _) = peak(layer)?;
    let figure = label_text(builder, builder.grid().value(layer.series, place).known()?);
    let rest = [&*figure, " · ", &date(builder, place)].joined("");
    let name =
        builder.frame.legend_entries.get(layer.series).map(|key| key.label.clone()).unwrap_or_default();
    Some((place, Label { name, rest, below: false, swatch: None, color: builder.picture.theme.text }))
}

/// Writes a label into its layer where that is thickest; without its figure where not `whole`.
fn label_inside(
    builder: &mut FrameBuilder,
    time_plot: &TimePlot,
    layer: &Layer,
    room: &mut Room,
    whole: bool,
) -> bool {
    let Some((peak, mut label)) = label_of(builder, layer) else { return false };
    let (theme, fill) = (builder.picture.theme, builder.color(layer.series));
    let readable =
        [theme.surface, theme.text].into_iter().find(|color| color.contrast(fill) >= TEXT_CONTRAST);
    let Some(color) = readable else { return false };
    label.color = color;
    if !whole {
        label.rest.clear();
    }
    // A hatching would run through the text.
    let is_plain = |place: usize| !builder.is_provisional(place);
    let reach = |place: usize| layer.span(place).filter(|_| is_plain(place)).map(|span| (span.from, span.to));
    let mut edges = columns(time_plot, &reach, false);
    // Of places that share a pixel, what they have in common.
    edges.dedup_by(|(x, edge), (before, kept)| {
        let is_same = x == before;
        if is_same {
            *kept = (kept.0.max(edge.0), kept.1.min(edge.1));
        }
        is_same
    });
    let air = builder.px(AIR);
    let (peak, ample) = (time_plot.positions.middle(peak), builder.px(AMPLE));
    let mut best: Option<((i32, i32), Rect, bool)> = None;
    for below in if whole { &[false, true][..] } else { &[false] } {
        label.below = *below;
        let (lines, wide) = (if *below { 2 } else { 1 }, label.size(builder).0 + 2 * air);
        for window in edges.windows(wide.max(1) as usize).step_by(builder.px(2.0) as usize) {
            let (Some((left, _)), Some((right, _))) = (window.first(), window.last()) else { continue };
            let top = window.iter().map(|(_, (top, _))| *top).max().unwrap_or_default() + 1;
            let bottom = window.iter().map(|(_, (_, bottom))| *bottom).min().unwrap_or_default() - 1;
            let (place, room_of_line) =
                (Rect { left: *left, top, right: *right, bottom }, (bottom - top) / lines);
            // Of places that are thick enough the one nearest to the peak, whose figure is said.
            let worth = (room_of_line.min(ample), -((left + right) / 2 - peak).abs());
            // Not where a gap lies between.
            if right - left == wide - 1
                && room_of_line >= builder.px(LEAST)
                && best.is_none_or(|(most, ..)| worth > most)
                && room.is_untaken(&place)
            {
                best = Some((worth, place, *below));
            }
        }
    }
    let Some((_, place, below)) = best else { return false };
    label.below = below;
    let (height, middle) = (label.size(builder).1, (place.top + place.bottom) / 2);
    let top = (middle - height / 2).max(place.top);
    let plate = Rect { top, bottom: (middle + height / 2).min(place.bottom), ..place };
    // Over the line of a break, which would run through the text.
    builder.fill(plate, fill);
    room.taken.push(plate);
    label.write(builder, &place);
    true
}

/// Writes the label of a thin layer into empty space, and leads from it to the layer's peak; the name alone where there is
/// no room for its figure.
fn lead_to(builder: &mut FrameBuilder, time_plot: &TimePlot, layer: &Layer, room: &mut Room) -> bool {
    let (theme, fill) = (builder.picture.theme, builder.color(layer.series));
    for whole in [true, false] {
        let Some((place, mut label)) = label_of(builder, layer) else { return false };
        let Some(span) = layer.span(place) else { return false };
        if !whole {
            label.rest.clear();
        }
        if fill.contrast(theme.surface) >= TEXT_CONTRAST {
            label.color = fill;
        } else {
            label.swatch = Some(fill);
        }
        let target = time_plot.point(place, (span.from + span.to) / 2.0);
        // Right above another layer its name would be that one's.
        let is_above = |other: &Layer| other.span(place).is_some_and(|other| other.to > span.to);
        let is_on_top = !time_plot.layers.iter().any(is_above);
        if write_near(builder, label, target, room, is_on_top) {
            return true;
        }
    }
    false
}

/// Says how much all layers are together where that is most, and when, unless the author speaks of it.
fn label_peak(
    builder: &mut FrameBuilder,
    time_plot: &TimePlot,
    room: &mut Room,
    is_end_said: bool,
    spoken_of: &[usize],
) {
    let grid = builder.grid();
    let falls = |layer: &Layer| layer.spans.iter().flatten().any(|span| span.to < span.from);
    if grid.normalized || builder.periods().len() < 2 || time_plot.layers.iter().any(falls) {
        return;
    }
    let mut best: Option<(usize, f64)> = None;
    for place in 0..builder.periods().len() {
        let Some(total) = grid.total(place, |series| builder.shown.contains(&series)) else { continue };
        if total > best.map_or(0.0, |(_, most)| most) {
            best = Some((place, total));
        }
    }
    let is_said =
        |place: usize| spoken_of.contains(&place) || is_end_said && place + 1 == builder.periods().len();
    let Some((place, total)) = best.filter(|(place, _)| !is_said(*place)) else { return };
    let (name, rest) = (label_text(builder, total), date(builder, place));
    let label = Label { name, rest, below: false, swatch: None, color: builder.picture.theme.text };
    write_near(builder, label, time_plot.point(place, total), room, true);
}

/// Writes a label as near to a point as there is room, with a leader where that is not beside it, or where nobody would take
/// what is beside it for the point's.
fn write_near(
    builder: &mut FrameBuilder,
    label: Label,
    target: Point,
    room: &mut Room,
    speaks_for_itself: bool,
) -> bool {
    let (width, height) = label.size(builder);
    let size = (width + 2 * builder.px(AIR), height);
    let Some(place) = room.near(builder, size, target) else { return false };
    let from = anchor(&place, target);
    let theme = builder.picture.theme;
    let is_beside = (from.x - target.x).abs().max((from.y - target.y).abs()) <= builder.px(NEAR);
    if !(is_beside && speaks_for_itself) {
        // On a rim of the surface, so that it is seen on every layer.
        for (color, width) in [(theme.surface, 3.0), (theme.text, 1.0)] {
            let width = builder.px(width);
            builder.line(vec![from, target], color, width, Dash::Solid);
        }
        builder.dot(target, 2.5, theme.text);
        room.lead(&[from, target]);
    }
    label.write(builder, &place);
    let side = builder.px(AIR);
    room.taken.push(Rect { left: place.left - side, right: place.right + side, ..place });
    true
}
