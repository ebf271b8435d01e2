//! A chart with its title, legend, note and source inside the picture: for SVG and PNG downloads and static twins.

use crate::query::{Axis, Kind};

use crate::chart::frame_builder::{FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::labels::beside::{Swatch, draw_swatch};
use crate::chart::{Anchor, Dash, Frame, KindLayout, Mark, Picture, Point, Rect, Weight, layout};

/// The texts around the drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportTexts {
    /// The title.
    pub title: String,
    /// The subtitle; may be empty.
    pub subtitle: String,
    /// Notes, one a line; may be empty.
    pub notes: Vec<String>,
    /// The source line with publisher, dataset, edition, date and licence.
    pub source: String,
    /// How the values can be checked, in small letters at the end; may be empty.
    pub checksum: String,
}

/// Around everything, in CSS pixels; less below [`NARROW`].
const PADDING: f64 = 16.0;
/// The width below which there is less padding.
const NARROW: f64 = 400.0;
/// The least height of the drawing as a part of its width, and between which bounds in CSS pixels: a sheet whose texts
/// leave less grows.
const LEAST_DRAWING: f64 = 0.4;
/// See [`LEAST_DRAWING`].
const LEAST_DRAWING_IN_CSS_PX: (f64, f64) = (260.0, 280.0);

/// A style of running text: size, height of a line (CSS pixels), weight.
type TextRole = (f64, f64, Weight);

const TITLE: TextRole = (19.0, 24.0, Weight::Bold);
const SUBTITLE: TextRole = (14.0, 19.0, Weight::Regular);
const SMALL: TextRole = (12.0, 16.0, Weight::Regular);

/// Lines of notes and sources end before the edge by so much: the face in which the sheet will be shown may be wider than the
/// one in which it is measured, as DejaVu Sans is.
const IN_ANY_FACE: f64 = 0.94;

/// Lays out a picture of the given size (CSS pixels, the whole sheet) with all its texts inside, wrapped to its width.
///
/// The drawing is a frame in the frame, see [`Frame::chart`]. Where the texts leave too little for it, the frame is higher
/// than was asked.
pub fn export_layout(picture: &Picture, kind_layout: KindLayout, texts: &ExportTexts) -> Frame {
    let mut builder = FrameBuilder::new(picture);
    let theme = picture.theme;
    let padding_in_css_px = if builder.width_in_css_px() < NARROW { 12.0 } else { PADDING };
    let padding = builder.px(padding_in_css_px);
    let room = (builder.frame.width_in_device_px - 2 * padding).max(1);
    let ratio = builder.frame.device_pixel_ratio;

    let mut y = padding;
    let title = with_bars_kept(builder.balance(&texts.title, TITLE.0, TITLE.2, room));
    y = paragraph(&mut builder, &title, TITLE, Point { x: padding, y }, theme.text);
    let subtitle = builder.balance(&texts.subtitle, SUBTITLE.0, SUBTITLE.2, room);
    if !subtitle.is_empty() {
        y += builder.px(4.0);
    }
    y = paragraph(&mut builder, &subtitle, SUBTITLE, Point { x: padding, y }, theme.muted);

    let mut below: Vec<Vec<String>> = Vec::new();
    let room_in_any_face = (f64::from(room) * IN_ANY_FACE) as i32;
    for text in texts.notes.iter().chain([&texts.source]) {
        below.push(builder.wrap(text, SMALL.0, SMALL.2, room_in_any_face));
    }
    let lines_below: usize = below.iter().map(Vec::len).sum();
    let checksum = builder.wrap_anywhere(&texts.checksum, SMALL.0, SMALL.2, room_in_any_face);
    let height_below = (lines_below + checksum.len()) as i32 * builder.px(SMALL.1) + builder.px(12.0);

    let inner = |height: i32| Picture {
        width_in_css_px: f64::from(room) / ratio,
        height_in_css_px: f64::from(height) / ratio,
        ..*picture
    };
    let (lowest, highest) = LEAST_DRAWING_IN_CSS_PX;
    let least = builder.px((builder.width_in_css_px() * LEAST_DRAWING).clamp(lowest, highest));
    let left_over = |y: i32, builder: &FrameBuilder| {
        (builder.frame.height_in_device_px - y - builder.px(12.0) - height_below - padding).max(least)
    };
    let mut drawing = layout(&inner(left_over(y, &builder)), kind_layout);
    let entries = legend_entries(&builder, &drawing);
    if !entries.is_empty() {
        let corner = Point { x: padding, y: y + builder.px(8.0) };
        y = legend(&mut builder, &entries, corner, room);
        drawing = layout(&inner(left_over(y, &builder)), kind_layout);
    }
    y += builder.px(12.0);
    let drawing_height = drawing.height_in_device_px;
    let corner = Point { x: padding, y };
    builder.frame.marks.push(Mark::Frame { corner, frame: Box::new(drawing) });
    y += drawing_height + builder.px(12.0);
    for lines in &below {
        y = paragraph(&mut builder, lines, SMALL, Point { x: padding, y }, theme.muted);
    }
    y = paragraph(&mut builder, &checksum, SMALL, Point { x: padding, y }, theme.muted);
    builder.frame.height_in_device_px = builder.frame.height_in_device_px.max(y + padding);
    builder.frame
}

/// The lines of a title, whose "Topic |" never leaves its bar to the next line; a bar is narrower than the padding.
fn with_bars_kept(lines: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(lines.len());
    for line in lines {
        match (line.strip_prefix("| "), kept.last_mut()) {
            (Some(rest), Some(before)) => {
                before.push_str(" |");
                kept.push(rest.to_owned());
            }
            _ => kept.push(line),
        }
    }
    kept
}

/// Writes lines below each other from a corner on; gives the bottom.
fn paragraph(
    builder: &mut FrameBuilder,
    lines: &[String],
    style: TextRole,
    corner: Point,
    color: crate::chart::Color,
) -> i32 {
    let (size, line_height, weight) = style;
    let step = builder.px(line_height);
    let mut y = corner.y;
    for line in lines {
        builder.text(line.clone(), Point { x: corner.x, y: y + step / 2 }, Anchor::Left, size, weight, color);
        y += step;
    }
    y
}

/// What a legend entry shows.
enum LegendSign {
    /// A series' colour.
    Series(usize),
    /// The hatching of missing figures.
    NoData,
    /// The dashes or hatching of provisional figures.
    Provisional,
}

/// The legend a drawing needs: its series where they are not labelled, and the marks that have to be explained.
fn legend_entries(builder: &FrameBuilder, drawing: &Frame) -> Vec<(LegendSign, String)> {
    let locale = builder.picture.locale;
    let mut entries = Vec::new();
    if !drawing.labelled_directly && builder.picture.kind != Kind::Table {
        let shown = drawing.legend_entries.iter().filter(|key| !key.hidden);
        entries.extend(shown.map(|key| (LegendSign::Series(key.series), key.label.clone())));
    }
    let is_band = |mark: &Mark| matches!(mark, Mark::Box { fill, .. } if fill.hatched && fill.color == builder.picture.theme.grid);
    if drawing.marks.iter().any(is_band) {
        entries.push((LegendSign::NoData, locale.text("mark.no-data", &[])));
    }
    if drawing.has_incomplete {
        entries.push((LegendSign::Provisional, locale.text("mark.incomplete", &[])));
    }
    if drawing.has_provisional {
        entries.push((LegendSign::Provisional, locale.text("mark.provisional", &[])));
    }
    entries
}

/// Writes a legend in as many rows as it needs, with no name cut; gives the bottom.
fn legend(builder: &mut FrameBuilder, entries: &[(LegendSign, String)], corner: Point, room: i32) -> i32 {
    let theme = builder.picture.theme;
    let is_line = builder.picture.kind == Kind::Line && matches!(builder.grid().axis, Axis::Periods(_));
    let row = builder.px(LINE_HEIGHT + 4.0);
    let (swatch_width, between) = (builder.px(18.0), builder.px(16.0));
    let (mut x, mut y) = (corner.x, corner.y + row / 2);
    for (sign, label) in entries {
        let lines = builder.wrap(label, LABEL_TEXT, Weight::Regular, room - swatch_width);
        let width = swatch_width + builder.widest(lines.iter(), LABEL_TEXT);
        if x > corner.x && (x + width > corner.x + room || lines.len() > 1) {
            (x, y) = (corner.x, y + row);
        }
        let (half, right) = (builder.px(6.0), x + builder.px(12.0));
        let square = Rect { left: x, top: y - half, right, bottom: y + half };
        match sign {
            LegendSign::Series(series) => {
                let color = builder.color(*series);
                draw_swatch(builder, if is_line { Swatch::Line } else { Swatch::Square }, x, y, color);
            }
            LegendSign::NoData => {
                let band = Rect { top: y - half / 2, bottom: y - half / 2 + builder.px(6.0), ..square };
                builder.fill_hatched(band, theme.grid, theme.axis);
            }
            LegendSign::Provisional if is_line => {
                let (start, end) = (Point { x, y }, Point { x: right + builder.px(2.0), y });
                let width = builder.px(2.0);
                builder.line(vec![start, end], theme.muted, width, Dash::Dashed);
            }
            LegendSign::Provisional => builder.fill_hatched(square, theme.muted, theme.surface),
        }
        for (index, text) in lines.iter().enumerate() {
            y += if index > 0 { builder.px(LINE_HEIGHT) } else { 0 };
            let at = Point { x: x + swatch_width, y };
            builder.text(text.clone(), at, Anchor::Left, LABEL_TEXT, Weight::Regular, theme.text);
        }
        // After a name on several lines nothing stands beside the last of them.
        x += if lines.len() > 1 { room } else { width + between };
    }
    y + row / 2
}
