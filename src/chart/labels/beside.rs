//! Labels beside the data: name and value of each series at the right, moved apart where they would touch.

use std::cmp::Ordering;

use crate::model::{Listed, sorted};
use crate::query::SeriesRole;

use super::dodge::dodge;
use crate::chart::frame_builder::{FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::{Anchor, Color, Dash, Point, Rect, Weight};

/// The narrowest drawing with several labels beside it, in CSS pixels: below it the plot would be a sliver.
const NARROWEST: f64 = 420.0;
/// The most of the drawing's width that labels may take.
const MOST_WIDTH: f64 = 0.3;
/// A name on more lines than this is a paragraph.
const MOST_NAME_LINES: usize = 2;
/// From the plot to labels that stand beside their marks, in CSS pixels.
const NEAR: f64 = 10.0;
/// The same with leaders between.
const FAR: f64 = 24.0;
/// From this width on, in CSS pixels, name and value stand on one line if they fit.
const ONE_LINE_FROM: f64 = 560.0;
/// More labels than this are a list, and a list is the legend's.
const MOST_LABELS: usize = 8;
/// The least contrast of a text (WCAG 2.2, 1.4.3).
pub(in crate::chart) const TEXT_CONTRAST: f64 = 4.5;

/// What stands in front of a label whose text cannot have its series' colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum Swatch {
    /// A piece of the line.
    Line,
    /// A piece of the area or bar.
    Square,
}

/// What a label says and where it wants to be.
#[derive(Clone, Debug)]
pub(in crate::chart) struct LabelRequest {
    /// The grid's series index.
    pub series: usize,
    /// The value whose height that is: it decides the order where pixels do not.
    pub height: f64,
    /// Where the middle of the label's first line wants to be, in device pixels from the top.
    pub middle: i32,
    /// The value at the end; empty where the series ends before the axis does.
    pub value: String,
}

/// Labels with their places, before it is known where the plot ends.
#[derive(Clone, Debug, Default)]
pub(in crate::chart) struct LabelColumn {
    labels: Vec<Label>,
    /// The device pixels they take right of the plot, with all distances.
    pub width: i32,
    /// Whether any has moved away from its mark.
    pub leaders: bool,
    swatches: bool,
}

#[derive(Clone, Debug)]
struct Label {
    series: usize,
    /// The name's lines; empty where the title names the series.
    name: Vec<String>,
    value: String,
    /// Whether the value stands behind the name's last line, rather than below it.
    inline: bool,
    wanted: i32,
    middle: i32,
}

impl Label {
    /// How many lines of text it has.
    fn lines(&self) -> i32 {
        let below = !self.inline && !self.value.is_empty();
        (self.name.len() + usize::from(below)).max(1) as i32
    }

    /// From the middle of its first line down to its own middle, in device pixels.
    fn first_to_middle(&self, line: i32) -> i32 {
        (self.lines() - 1) * line / 2
    }
}

/// Places labels into a column between `top` and `bottom`; `None` where they do not fit.
pub(in crate::chart) fn place_labels(
    builder: &FrameBuilder,
    requests: Vec<LabelRequest>,
    top: i32,
    bottom: i32,
) -> Option<LabelColumn> {
    if requests.is_empty() {
        return Some(LabelColumn::default());
    }
    let several = builder.grid().series.len() > 1;
    if requests.len() > MOST_LABELS || (several && builder.width_in_css_px() < NARROWEST) {
        return None;
    }
    let theme = builder.picture.theme;
    // All labels of a drawing look alike: one pale series gives swatches to all.
    let pale = |request: &LabelRequest| {
        builder
            .frame
            .legend_entries
            .get(request.series)
            .is_none_or(|key| key.color.contrast(theme.surface) < TEXT_CONTRAST)
    };
    let swatches = several && requests.iter().any(pale);
    let swatch_width = if swatches { builder.px(18.0) } else { 0 };
    let order = sorted(requests.len(), &|one, two| match (requests.get(one), requests.get(two)) {
        (Some(one), Some(two)) => one.middle.cmp(&two.middle).then(two.height.total_cmp(&one.height)),
        _ => Ordering::Equal,
    });
    let requests: Vec<&LabelRequest> = order.into_iter().filter_map(|index| requests.get(index)).listed();
    let most = (f64::from(builder.frame.width_in_device_px) * MOST_WIDTH) as i32;
    let beside = swatch_width + builder.px(2.0);
    for inline in [true, false] {
        if inline && several && builder.width_in_css_px() < ONE_LINE_FROM {
            continue;
        }
        let text_room = most - beside - builder.px(FAR);
        let mut labels: Vec<Label> =
            requests.iter().map(|request| label(builder, request, inline, text_room)).listed();
        let text_width = labels.iter().map(|label| width(builder, label)).max().unwrap_or(0);
        let line = builder.px(LINE_HEIGHT);
        let boxes: Vec<(i32, i32)> = labels
            .iter()
            .map(|label| {
                let air = builder.px(if inline { 1.0 } else { 4.0 });
                (label.wanted + label.first_to_middle(line), label.lines() * line + air)
            })
            .listed();
        let Some(middles) = dodge(&boxes, top, bottom) else { continue };
        for (label, middle) in labels.iter_mut().zip(middles) {
            label.middle = middle;
        }
        if text_width <= text_room && labels.iter().all(|label| label.name.len() <= MOST_NAME_LINES) {
            let leaders = labels.iter().any(|label| has_leader(builder, label));
            let width = builder.px(if leaders { FAR } else { NEAR }) + beside + text_width;
            return Some(LabelColumn { labels, width, leaders, swatches });
        }
    }
    None
}

/// A label as it wants to be; not `inline`, its name is broken into lines of the room's width.
fn label(builder: &FrameBuilder, request: &LabelRequest, inline: bool, room: i32) -> Label {
    let name = name(builder, request.series);
    let name = match inline {
        _ if name.is_empty() => Vec::new(),
        true => vec![name],
        false => builder.balance(&name, LABEL_TEXT, Weight::Bold, room),
    };
    let (value, wanted) = (request.value.clone(), request.middle);
    Label { series: request.series, inline: inline || name.is_empty(), name, value, wanted, middle: wanted }
}

/// The name a label says; none for the only figure of a chart, which the title names.
fn name(builder: &FrameBuilder, series: usize) -> String {
    let is_only_figure = builder.grid().series.len() == 1
        && builder.grid().series.first().is_some_and(|series| series.role == SeriesRole::Indicator);
    match builder.frame.legend_entries.get(series) {
        Some(key) if !is_only_figure => key.label.clone(),
        _ => String::new(),
    }
}

/// The width of a label's text in device pixels.
fn width(builder: &FrameBuilder, label: &Label) -> i32 {
    let lines = label.name.iter().map(|line| builder.width_of(line, LABEL_TEXT, Weight::Bold));
    let name = lines.max().unwrap_or(0);
    let value = builder.width_of(&label.value, LABEL_TEXT, Weight::Regular);
    if label.inline { name + between(builder, label) + value } else { name.max(value) }
}

/// The space between name and value on one line.
fn between(builder: &FrameBuilder, label: &Label) -> i32 {
    if label.name.is_empty() || label.value.is_empty() { 0 } else { builder.px(5.0) }
}

/// Whether a label has moved so far from its mark that a line has to lead to it.
fn has_leader(builder: &FrameBuilder, label: &Label) -> bool {
    let first_line = label.middle - label.first_to_middle(builder.px(LINE_HEIGHT));
    (first_line - label.wanted).abs() > builder.px(LINE_HEIGHT / 2.0)
}

/// Draws a column beside a plot that ends at `plot_right`; `swatch` is the shape of the marks.
pub(in crate::chart) fn draw_labels(
    builder: &mut FrameBuilder,
    column: &LabelColumn,
    plot_right: i32,
    swatch: Swatch,
) {
    let theme = builder.picture.theme;
    let text_left = plot_right + builder.px(if column.leaders { FAR } else { NEAR });
    let line = builder.px(LINE_HEIGHT);
    for label in &column.labels {
        let color = builder.color(label.series);
        let first_line = label.middle - label.first_to_middle(line);
        let is_dimmed = builder.dimmed.get(label.series).copied().unwrap_or(false);
        if column.leaders && has_leader(builder, label) {
            let points = [
                (plot_right + builder.px(7.0), label.wanted),
                (plot_right + builder.px(10.0), label.wanted),
                (plot_right + builder.px(18.0), first_line),
                (plot_right + builder.px(21.0), first_line),
            ];
            let width = builder.px(1.0);
            builder.line(points.map(|(x, y)| Point { x, y }).to_vec(), theme.axis, width, Dash::Solid);
        }

        let mut x = text_left;
        if column.swatches {
            draw_swatch(builder, swatch, x, first_line, color);
            x += builder.px(18.0);
        }
        let own: Color = if is_dimmed {
            theme.muted
        } else if column.swatches || color.contrast(theme.surface) < TEXT_CONTRAST {
            theme.text
        } else {
            color
        };
        let value_color = if is_dimmed { theme.muted } else { theme.text };
        let mut at = Point { x, y: first_line };
        for text in &label.name {
            builder.text(text.clone(), at, Anchor::Left, LABEL_TEXT, Weight::Bold, own);
            at.y += line;
        }
        if label.inline {
            let name_width =
                label.name.first().map_or(0, |name| builder.width_of(name, LABEL_TEXT, Weight::Bold));
            at = Point { x: x + name_width + between(builder, label), y: first_line };
        }
        builder.text(label.value.clone(), at, Anchor::Left, LABEL_TEXT, Weight::Regular, value_color);
    }
}

/// Draws a piece of a series, 12 CSS pixels wide.
pub(in crate::chart) fn draw_swatch(
    builder: &mut FrameBuilder,
    swatch: Swatch,
    left: i32,
    middle: i32,
    color: Color,
) {
    let half = match swatch {
        Swatch::Line => builder.px(1.5),
        Swatch::Square => builder.px(6.0),
    };
    let right = left + builder.px(12.0);
    builder.fill(Rect { left, top: middle - half, right, bottom: middle + half }, color);
}
