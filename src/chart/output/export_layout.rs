//! A chart with its title, legend, note and source inside the picture: for SVG and PNG downloads and static twins.

use crate::query::{Axis, Kind};

use crate::chart::frame_builder::{LABEL_TEXT, LINE_HEIGHT, Sketch};
use crate::chart::labels::beside::{Swatch, draw_swatch};
use crate::chart::{Anchor, Dash, Frame, KindLayout, Mark, Picture, Point, Rect, Weight, layout};

/// The texts around the drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
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
const LEAST_DRAWING_IN_CSS_PX: (f64, f64) = (200.0, 280.0);

/// A style of running text: size, height of a line (CSS pixels), weight.
type Style = (f64, f64, Weight);

const TITLE: Style = (19.0, 24.0, Weight::Bold);
const SUBTITLE: Style = (14.0, 19.0, Weight::Regular);
const SMALL: Style = (12.0, 16.0, Weight::Regular);
const SMALLEST: Style = (9.0, 13.0, Weight::Regular);

/// Lays out a picture of the given size (CSS pixels, the whole sheet) with all its texts inside, wrapped to its width.
///
/// The drawing is a frame in the frame, see [`Frame::chart`]. Where the texts leave too little for it, the frame is higher
/// than was asked.
pub fn sheet(picture: &Picture, kind_layout: KindLayout, texts: &Sheet) -> Frame {
    let mut sketch = Sketch::new(picture);
    let theme = picture.theme;
    let padding_in_css_px = if sketch.width_in_css_px() < NARROW { 12.0 } else { PADDING };
    let padding = sketch.px(padding_in_css_px);
    let room = (sketch.frame.width_in_device_px - 2 * padding).max(1);
    let ratio = sketch.frame.device_pixel_ratio;

    let mut y = padding;
    let title = with_bars_kept(sketch.balance(&texts.title, TITLE.0, TITLE.2, room));
    y = paragraph(&mut sketch, &title, TITLE, Point { x: padding, y }, theme.text);
    let subtitle = sketch.balance(&texts.subtitle, SUBTITLE.0, SUBTITLE.2, room);
    if !subtitle.is_empty() {
        y += sketch.px(4.0);
    }
    y = paragraph(&mut sketch, &subtitle, SUBTITLE, Point { x: padding, y }, theme.muted);

    let mut below: Vec<Vec<String>> = Vec::new();
    for text in texts.notes.iter().chain([&texts.source]) {
        below.push(sketch.wrap(text, SMALL.0, SMALL.2, room));
    }
    let lines_below: usize = below.iter().map(Vec::len).sum();
    let checksum = sketch.wrap_anywhere(&texts.checksum, SMALLEST.0, SMALLEST.2, room);
    let height_below = lines_below as i32 * sketch.px(SMALL.1)
        + checksum.len() as i32 * sketch.px(SMALLEST.1)
        + sketch.px(12.0);

    let inner = |height: i32| Picture {
        width_in_css_px: f64::from(room) / ratio,
        height_in_css_px: f64::from(height) / ratio,
        ..*picture
    };
    let (lowest, highest) = LEAST_DRAWING_IN_CSS_PX;
    let least = sketch.px((sketch.width_in_css_px() * LEAST_DRAWING).clamp(lowest, highest));
    let left_over = |y: i32, sketch: &Sketch| {
        (sketch.frame.height_in_device_px - y - sketch.px(12.0) - height_below - padding).max(least)
    };
    let mut drawing = layout(&inner(left_over(y, &sketch)), kind_layout);
    let entries = legend_entries(&sketch, &drawing);
    if !entries.is_empty() {
        let corner = Point { x: padding, y: y + sketch.px(8.0) };
        y = legend(&mut sketch, &entries, corner, room);
        drawing = layout(&inner(left_over(y, &sketch)), kind_layout);
    }
    y += sketch.px(12.0);
    let drawing_height = drawing.height_in_device_px;
    let corner = Point { x: padding, y };
    sketch.frame.marks.push(Mark::Frame { corner, frame: Box::new(drawing) });
    y += drawing_height + sketch.px(12.0);
    for lines in &below {
        y = paragraph(&mut sketch, lines, SMALL, Point { x: padding, y }, theme.muted);
    }
    y = paragraph(&mut sketch, &checksum, SMALLEST, Point { x: padding, y }, theme.muted);
    sketch.frame.height_in_device_px = sketch.frame.height_in_device_px.max(y + padding);
    sketch.frame
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
    sketch: &mut Sketch,
    lines: &[String],
    style: Style,
    corner: Point,
    color: crate::chart::Color,
) -> i32 {
    let (size, line_height, weight) = style;
    let step = sketch.px(line_height);
    let mut y = corner.y;
    for line in lines {
        sketch.text(line.clone(), Point { x: corner.x, y: y + step / 2 }, Anchor::Left, size, weight, color);
        y += step;
    }
    y
}

/// What a legend entry shows.
enum Sign {
    /// A series' colour.
    Series(usize),
    /// The hatching of missing figures.
    NoData,
    /// The dashes or hatching of provisional figures.
    Provisional,
}

/// The legend a drawing needs: its series where they are not labelled, and the marks that have to be explained.
fn legend_entries(sketch: &Sketch, drawing: &Frame) -> Vec<(Sign, String)> {
    let locale = sketch.picture.locale;
    let mut entries = Vec::new();
    if !drawing.labelled_directly && sketch.picture.kind != Kind::Table {
        let shown = drawing.keys.iter().filter(|key| !key.hidden);
        entries.extend(shown.map(|key| (Sign::Series(key.series), key.label.clone())));
    }
    let is_band = |mark: &Mark| matches!(mark, Mark::Box { fill, .. } if fill.hatched && fill.color == sketch.picture.theme.grid);
    if drawing.marks.iter().any(is_band) {
        entries.push((Sign::NoData, locale.text("mark.no-data", &[])));
    }
    if drawing.has_incomplete {
        entries.push((Sign::Provisional, locale.text("mark.incomplete", &[])));
    }
    if drawing.has_provisional {
        entries.push((Sign::Provisional, locale.text("mark.provisional", &[])));
    }
    entries
}

/// Writes a legend in as many rows as it needs; gives the bottom.
fn legend(sketch: &mut Sketch, entries: &[(Sign, String)], corner: Point, room: i32) -> i32 {
    let theme = sketch.picture.theme;
    let is_line = sketch.picture.kind == Kind::Line && matches!(sketch.grid().axis, Axis::Periods(_));
    let row = sketch.px(LINE_HEIGHT + 4.0);
    let (swatch_width, between) = (sketch.px(18.0), sketch.px(16.0));
    let (mut x, mut y) = (corner.x, corner.y + row / 2);
    for (sign, label) in entries {
        let text = sketch.shorten(label, LABEL_TEXT, Weight::Regular, room - swatch_width);
        let width = swatch_width + sketch.width_of(&text, LABEL_TEXT, Weight::Regular);
        if x > corner.x && x + width > corner.x + room {
            (x, y) = (corner.x, y + row);
        }
        let (half, right) = (sketch.px(6.0), x + sketch.px(12.0));
        let square = Rect { left: x, top: y - half, right, bottom: y + half };
        match sign {
            Sign::Series(series) => {
                let color = sketch.color(*series);
                draw_swatch(sketch, if is_line { Swatch::Line } else { Swatch::Square }, x, y, color);
            }
            Sign::NoData => {
                let band = Rect { top: y - half / 2, bottom: y - half / 2 + sketch.px(6.0), ..square };
                sketch.fill_hatched(band, theme.grid, theme.axis);
            }
            Sign::Provisional if is_line => {
                let (start, end) = (Point { x, y }, Point { x: right + sketch.px(2.0), y });
                let width = sketch.px(2.0);
                sketch.line(vec![start, end], theme.muted, width, Dash::Dashed);
            }
            Sign::Provisional => sketch.fill_hatched(square, theme.muted, theme.surface),
        }
        let at = Point { x: x + swatch_width, y };
        sketch.text(text, at, Anchor::Left, LABEL_TEXT, Weight::Regular, theme.text);
        x += width + between;
    }
    y + row / 2
}
