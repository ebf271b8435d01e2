//! Small multiples: one panel a series, all of one design.

use std::cmp::Ordering;

use super::line;
use crate::chart::axes::annotations::draw_breaks;
use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::{axis_texts, largest, texts_up_to};
use crate::chart::axes::end_values::{EndValue, HEADROOM, end_values, write_values};
use crate::chart::axes::layers::{Layer, Stacking, decimate, layers, runs};
use crate::chart::axes::missing::mark_stretches;
use crate::chart::axes::scale::{Extent, ValueAxis, by_magnitude};
use crate::chart::axes::time_plot::{PeriodPositions, TimePlot};
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::{Anchor, Color, Dash, HitBand, Panel, Point, Rect, Region, Weight};
use crate::locale::PeriodStyle;
use crate::model::{Joined, Listed, Period, sorted};
use crate::query::SeriesRole;

/// More panels than these are a wall.
const MOST_PANELS: usize = 24;
/// The narrowest panel, in CSS pixels: two of them stand side by side on a small phone.
const NARROWEST: f64 = 88.0;
/// The width of a panel's plot over its height in which slopes are read best.
const GOOD_FORM: f64 = 1.7;
/// At most so many columns.
const MOST_COLUMNS: i32 = 6;
/// The least height of a panel with its title, in CSS pixels.
const LEAST_HEIGHT: f64 = 84.0;
/// The greatest height of a panel: few panels do not become towers.
const GREATEST_HEIGHT: f64 = 220.0;
/// In more panels than these the other series' lines would be a thicket.
const MOST_WITH_CONTEXT: usize = 12;
/// How much of its colour a line of context keeps.
const CONTEXT: f64 = 0.45;
/// A name takes two lines where the drawing below them is still so high.
const LEAST_BELOW_TWO_LINES: f64 = 44.0;
/// At most so many grid lines in a panel.
const MOST_LINES: usize = 3;

/// How the panels lie, in device pixels.
struct Panels {
    columns: i32,
    /// How many panels there are.
    count: usize,
    /// Left of the first column: the figures of the shared axis.
    margin: i32,
    top: i32,
    width: i32,
    height: i32,
    gap: i32,
}

impl Panels {
    /// The plot of a panel, below its title.
    fn plot(&self, panel: usize, title: i32, below: i32) -> Rect {
        let (row, column) = (panel as i32 / self.columns, panel as i32 % self.columns);
        let left = self.margin + column * (self.width + self.gap);
        let top = self.top + row * self.height;
        let bottom = (top + self.height - below).max(top + title + 1);
        Rect { left, top: top + title, right: left + self.width, bottom }
    }

    /// How wide the title of a panel may be: over the gap beside it, but for some air.
    fn title_room(&self, panel: usize, air: i32) -> i32 {
        let is_last = (panel as i32 + 1) % self.columns == 0;
        if is_last { self.width } else { self.width + self.gap - air }
    }

    /// Whether nothing stands below a panel.
    fn is_lowest(&self, panel: usize) -> bool {
        panel + self.columns as usize >= self.count
    }
}

/// Lays out a panel for each series that is switched on.
pub(in crate::chart) fn multiples(builder: &mut FrameBuilder) {
    let periods = builder.periods();
    let grid = builder.grid();
    let scale = builder.picture.scale;
    let figures = grid.values.iter().filter_map(|value| value.known());
    // Where nothing is positive, orders of magnitude would show nothing.
    let log = scale.is_log() && figures.into_iter().any(|figure| figure > 0.0);
    let own = layers(grid, &builder.shown, Stacking::Lines { log });
    let spans = |layer: &Layer| layer.spans.iter().flatten().map(|span| span.to).listed();
    let all = own.iter().flat_map(spans).listed();
    if all.is_empty() {
        builder.say_no_data();
        return;
    }
    builder.note_state(periods.len());
    let axis_of = |figures: &[f64]| {
        if let Some(axis) = by_magnitude(figures, LEAST_HEIGHT, MOST_LINES).filter(|_| log) {
            return Some(axis);
        }
        Some(ValueAxis::linear(Extent::of(figures.iter().copied())?, MOST_LINES, false))
    };
    let Some(shared) = axis_of(&all) else { return };
    let mut texts = axis_texts(&shared, grid, builder.picture.locale);
    builder.drop_wide(&mut texts.ticks, AXIS_TEXT);
    let margin =
        if scale.is_free() { 0 } else { builder.widest(texts.ticks.iter(), AXIS_TEXT) + builder.px(8.0) };
    let line_height = builder.px(LINE_HEIGHT);
    let (title, below) = (builder.px(LINE_HEIGHT + 4.0 + HEADROOM), builder.px(8.0));
    let says = scale_words(builder, own.len(), &texts.unit);
    let rows = if says.as_ref().is_some_and(|(_, at)| at.y > line_height) { line_height } else { 0 };
    let panels = arrange(builder, own.len(), margin, rows + line_height * 3 / 2);
    let (title, lines) =
        match panels.height - below - title - line_height >= builder.px(LEAST_BELOW_TWO_LINES) {
            true if own.iter().any(|layer| title_of(builder, layer, panels.width, 2).len() > 1) => {
                (title + line_height, 2)
            }
            _ => (title, 1),
        };
    builder.frame.categories_left_out = own.len() - panels.count;
    let whole = Rect {
        left: 0,
        top: panels.top,
        right: builder.frame.width_in_device_px,
        bottom: builder.frame.height_in_device_px,
    };
    builder.frame.plot = whole;
    draw_unit(builder, &texts.unit);
    if let Some((words, at)) = says {
        let color = builder.picture.theme.muted;
        builder.text(words, at, Anchor::Left, AXIS_TEXT, Weight::Regular, color);
    }

    // In each panel its own series is strong; the one the reader has chosen runs through all of them.
    let focus =
        grid.series.iter().position(|series| builder.picture.state.highlight.as_ref() == Some(&series.key));
    let (strong, chosen) = panel_colors(builder);
    let mut points: Vec<Vec<(usize, Point)>> = vec![Vec::new(); periods.len()];
    let mut columns: Vec<PeriodPositions> = Vec::new();
    // Where there is no room for all, the first of the answer are shown: the greatest over the whole span.
    for (panel, layer) in by_last(builder, own.iter().take(panels.count).listed()).into_iter().enumerate() {
        let plot = panels.plot(panel, title, below);
        let axis = axis_of(&spans(layer)).filter(|_| scale.is_free()).unwrap_or_else(|| shared.clone());
        let shown = focus.filter(|focus| *focus != layer.series && !scale.is_free());
        let with_focus =
            own.iter().filter(|other| Some(other.series) == shown || other.series == layer.series);
        let time_plot = TimePlot {
            layers: with_focus.cloned().listed(),
            axis,
            positions: PeriodPositions::points(periods, plot.left, plot.right),
            plot,
        };
        for (series, color) in builder.colors.iter_mut().enumerate() {
            *color = if Some(series) == focus { chosen } else { strong };
        }
        // One unit stands above all panels, whatever their own axes reach to.
        let is_empty = layer.spans.iter().all(Option::is_none);
        let own_texts = match scale.is_free() {
            true if is_empty => Vec::new(),
            true => texts_up_to(largest(&shared), &time_plot.axis, grid, builder.picture.locale).ticks,
            false => texts.ticks.clone(),
        };
        let (values, from) = (end_values(builder, &time_plot, layer), builder.frame.marks.len());
        let is_first = panel % panels.columns as usize == 0;
        let name = title_of(builder, layer, panels.title_room(panel, builder.px(4.0)), lines);
        draw_frame(builder, &time_plot, name, is_first, &own_texts, &values);
        if !scale.is_free() && panels.count <= MOST_WITH_CONTEXT {
            let others =
                own.iter().filter(|other| other.series != layer.series && Some(other.series) != focus);
            draw_context(builder, &time_plot, &others.listed());
        }
        line::draw(builder, &time_plot);
        // A gap is one of the panel's own series.
        let all = std::mem::replace(&mut builder.shown, vec![layer.series]);
        mark_stretches(builder, &time_plot, !scale.is_free() || is_empty);
        draw_breaks(builder, &time_plot, periods);
        builder.shown = all;
        write_values(builder, values, from);
        builder.frame.panels.push(Panel { plot, series: layer.series });
        draw_ends(builder, &time_plot, periods, panels.is_lowest(panel));
        for (place, span) in layer.spans.iter().enumerate() {
            if let (Some(span), Some(points)) = (span, points.get_mut(place)) {
                points.push((layer.series, time_plot.point(place, span.to)));
            }
        }
        if columns.len() < panels.columns as usize {
            columns.push(time_plot.positions);
        }
    }
    for key in &mut builder.frame.legend_entries {
        key.color = if Some(key.series) == focus { chosen } else { strong };
    }
    builder.frame.labelled_directly = true;
    let pixels = columns.first().map(PeriodPositions::by_pixel).unwrap_or_default();
    for (index, to) in pixels {
        let points = points.get_mut(index).map(std::mem::take).unwrap_or_default();
        // A period lies once in every column.
        let slice = |positions: &PeriodPositions| {
            let (left, right) = (positions.reach(index).0, positions.reach(to - 1).1);
            [(left, whole.top), (right, whole.top), (right, whole.bottom), (left, whole.bottom)]
                .map(|(x, y)| Point { x, y })
                .to_vec()
        };
        let region = Region { bounds: whole, outlines: columns.iter().map(slice).listed(), series: None };
        let first = columns.first();
        builder.frame.hit_bands.push(HitBand {
            index,
            middle: first.map_or(0, |positions| positions.middle(index)),
            reach: first.map_or((0, 0), |positions| (positions.reach(index).0, positions.reach(to - 1).1)),
            points,
            region: Some(region),
        });
    }
}

/// The layers by their last figures, the greatest first; what is folded together comes last.
fn by_last<'l>(builder: &FrameBuilder, layers: Vec<&'l Layer>) -> Vec<&'l Layer> {
    let roles = &builder.grid().series;
    let rank = |index: usize| {
        let layer = layers.get(index)?;
        let is_other = roles.get(layer.series).is_some_and(|series| series.role == SeriesRole::Other);
        Some((!is_other, layer.last_known().map_or(f64::NEG_INFINITY, |(_, span)| span.to)))
    };
    let order = sorted(layers.len(), &|one, two| match (rank(one), rank(two)) {
        (Some(one), Some(two)) => two.0.cmp(&one.0).then(two.1.total_cmp(&one.1)),
        _ => Ordering::Equal,
    });
    order.into_iter().filter_map(|index| layers.get(index).copied()).listed()
}

/// Whether panels share their scale, in words, behind the unit or below it.
fn scale_words(builder: &FrameBuilder, panels: usize, unit: &str) -> Option<(String, Point)> {
    if panels < 2 {
        return None;
    }
    let key = if builder.picture.scale.is_free() { "panels.free" } else { "panels.shared" };
    let words = builder.picture.locale.text(key, &[]);
    let row = builder.px(LINE_HEIGHT);
    let left = match unit {
        "" => 0,
        unit => builder.width_of(unit, AXIS_TEXT, Weight::Regular) + builder.px(12.0),
    };
    let width = builder.width_of(&words, AXIS_TEXT, Weight::Regular);
    let fits = left + width <= builder.frame.width_in_device_px;
    Some((words, if fits { Point { x: left, y: row / 2 } } else { Point { x: 0, y: row * 3 / 2 } }))
}

/// How many panels find room, and how.
fn arrange(builder: &FrameBuilder, wanted: usize, margin: i32, top: i32) -> Panels {
    let gap = builder.px(16.0);
    let room = (builder.frame.width_in_device_px - margin).max(1);
    let wanted = wanted.clamp(1, MOST_PANELS);
    let fitting = |width: f64| (room + gap) / (builder.px(width) + gap).max(1);
    // The periods stand once, below the last row.
    let height = (builder.frame.height_in_device_px - top - builder.px(LINE_HEIGHT + 4.0)).max(1);
    let least = builder.px(LEAST_HEIGHT);
    let most_columns = fitting(NARROWEST).clamp(1, MOST_COLUMNS).min(wanted as i32);
    let rows = |columns: i32| (wanted as i32 + columns - 1) / columns;
    // The form of the drawing nearest to the one in which slopes are read best; all panels before that.
    let badness = |columns: &i32| {
        let shown_rows = rows(*columns).min(height / least).max(1);
        let left_out = (wanted as i32 - shown_rows * columns).max(0);
        let width = f64::from((room - gap * (columns - 1)) / columns);
        let form =
            width / f64::from((height / shown_rows - builder.px(LINE_HEIGHT + 12.0 + HEADROOM)).max(1));
        let lonely = rows(*columns) * columns - wanted as i32;
        let off = if form > GOOD_FORM { form / GOOD_FORM } else { GOOD_FORM / form };
        f64::from(left_out) * 100.0 + off + f64::from(lonely) * 0.15
    };
    let columns = (1..=most_columns).min_by(|one, two| badness(one).total_cmp(&badness(two))).unwrap_or(1);
    let fitting_rows = (height / least).max(1).min(rows(columns));
    let width = ((room - gap * (columns - 1)) / columns).max(1);
    // A wide panel may be higher, up to the form in which slopes are read best.
    let highest = (f64::from(width) / GOOD_FORM) as i32;
    Panels {
        columns,
        count: wanted.min((fitting_rows * columns) as usize),
        margin,
        top,
        width,
        height: (height / fitting_rows).min(builder.px(GREATEST_HEIGHT).max(highest)),
        gap,
    }
}

/// The colour of a panel's own series, and that of the reader's choice.
fn panel_colors(builder: &FrameBuilder) -> (Color, Color) {
    let theme = builder.picture.theme;
    let at = |index: usize| theme.series.get(index).copied().unwrap_or(theme.other);
    (at(0), at(1))
}

/// The name of a panel's series in lines of the panel's width; cut where it needs more than `most`.
fn title_of(builder: &FrameBuilder, layer: &Layer, width: i32, most: usize) -> Vec<String> {
    let name =
        builder.frame.legend_entries.get(layer.series).map(|key| key.label.clone()).unwrap_or_default();
    let mut lines = builder.wrap(&name, LABEL_TEXT, Weight::Bold, width);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).joined(" ");
        lines.push(rest);
    }
    lines.iter().map(|line| builder.shorten(line, LABEL_TEXT, Weight::Bold, width)).listed()
}

/// A panel's title and grid.
fn draw_frame(
    builder: &mut FrameBuilder,
    time_plot: &TimePlot,
    name: Vec<String>,
    is_first: bool,
    texts: &[String],
    values: &[EndValue],
) {
    let theme = builder.picture.theme;
    let is_free = builder.picture.scale.is_free();
    let (plot, width) = (time_plot.plot, builder.px(1.0));
    let lines = name.len() as i32;
    for (line, words) in (1..).zip(name) {
        let above = builder.px(LINE_HEIGHT / 2.0 + HEADROOM) + (lines - line) * builder.px(LINE_HEIGHT);
        let at = Point { x: plot.left, y: plot.top - above };
        builder.text(words, at, Anchor::Left, LABEL_TEXT, Weight::Bold, theme.text);
    }
    for (tick, text) in time_plot.axis.ticks.iter().zip(texts) {
        let y = time_plot.y(*tick);
        let color = if *tick == 0.0 { theme.axis } else { theme.grid };
        let top = y - width / 2;
        builder.fill(Rect { left: plot.left, top, right: plot.right, bottom: top + width }, color);
        // Above its line, where the axis has no margin of its own; at zero nothing needs saying.
        let is_above = *tick != 0.0 && y - builder.px(AXIS_TEXT + 2.0) >= plot.top - builder.px(2.0);
        let (at, anchor) = match is_free {
            true if is_above => {
                let width = builder.width_of(text, AXIS_TEXT, Weight::Regular);
                let top = y - builder.px(AXIS_TEXT + 1.0);
                let place = Rect { left: plot.left, top, right: plot.left + width, bottom: y };
                // A figure of the data says more than one of the axis.
                if values.iter().any(|value| value.place.overlaps(&place)) {
                    continue;
                }
                (Point { x: plot.left, y: y - builder.px(AXIS_TEXT / 2.0 + 1.0) }, Anchor::Left)
            }
            false if is_first => (Point { x: plot.left - builder.px(8.0), y }, Anchor::Right),
            _ => continue,
        };
        builder.text(text.clone(), at, anchor, AXIS_TEXT, Weight::Regular, theme.muted);
    }
}

/// The other panels' series as thin lines: what the panel's own is compared with.
fn draw_context(builder: &mut FrameBuilder, time_plot: &TimePlot, others: &[&Layer]) {
    let theme = builder.picture.theme;
    let (color, width) = (theme.other.over(theme.surface, CONTEXT), builder.px(1.0));
    for layer in others {
        let height_of = |place: usize| layer.span(place).map_or(0.0, |span| span.to);
        let is_known = |place: usize| layer.spans.get(place).is_some_and(Option::is_some);
        for run in runs(layer.spans.len(), is_known) {
            let places =
                decimate(run, time_plot.plot.width(), |place| time_plot.positions.middle(place), height_of);
            let points = places.into_iter().map(|place| time_plot.point(place, height_of(place))).listed();
            builder.line(points, color, width, Dash::Solid);
        }
    }
}

/// The first and the last period below a panel.
fn draw_ends(builder: &mut FrameBuilder, time_plot: &TimePlot, periods: &[Period], is_lowest: bool) {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return };
    let color = builder.picture.theme.muted;
    let plot = time_plot.plot;
    let formats = builder.picture.locale.formats.as_ref();
    let [from, to] = [first, last].map(|period| formats.period(*period, PeriodStyle::Short));
    let width_of = |text: &String| builder.width_of(text, AXIS_TEXT, Weight::Regular);
    let fits = width_of(&from) + width_of(&to) + builder.px(8.0) <= plot.width();
    let y = plot.bottom + builder.px(4.0 + LINE_HEIGHT / 2.0);
    if !is_lowest {
        return;
    }
    let texts = match fits && first != last {
        true => vec![(from, plot.left, Anchor::Left), (to, plot.right, Anchor::Right)],
        false => vec![(to, plot.right, Anchor::Right)],
    };
    for (text, x, anchor) in texts {
        builder.text(text, Point { x, y }, anchor, AXIS_TEXT, Weight::Regular, color);
    }
}
