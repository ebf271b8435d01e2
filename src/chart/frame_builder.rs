//! A frame in the making: sizes, colours and the marks so far.

use crate::locale::series_label;
use crate::model::{Listed, Period};
use crate::query::{Axis, Grid};

use super::labels::value::greatest;
use super::look::hatch::hatch;
use super::{
    Anchor, Color, Dash, Fill, Frame, LegendEntry, Mark, Picture, Point, Rect, Stroke, Text, Weight,
};

/// The size of axis texts, in CSS pixels.
pub(in crate::chart) const AXIS_TEXT: f64 = 12.0;
/// The size of labels at the data, in CSS pixels.
pub(in crate::chart) const LABEL_TEXT: f64 = 13.0;
/// The height of a line of text, in CSS pixels.
pub(in crate::chart) const LINE_HEIGHT: f64 = 16.0;
/// How much of its colour a series keeps beside a highlighted one.
const DIMMED: f64 = 0.35;

/// A frame in the making.
pub(in crate::chart) struct FrameBuilder<'a> {
    /// What is laid out.
    pub picture: &'a Picture<'a>,
    /// The frame so far.
    pub frame: Frame,
    /// The grid indices of the series that are switched on, in order.
    pub shown: Vec<usize>,
    /// For each series of the grid its colour in the drawing, paler beside a highlighted one.
    pub colors: Vec<Color>,
    /// For each series of the grid whether it stands back behind a highlighted one.
    pub dimmed: Vec<bool>,
    /// The width in device pixels of what may stand in the row above the plot.
    pub head_room: i32,
    /// The greatest figure that may stand at a mark, of any period that is stepped through.
    pub greatest: f64,
    /// The indices of the author's notes that stand in the drawing.
    pub notes_placed: Vec<usize>,
}

/// A number within a range, and a plain one where it is not a number.
fn sane(number: f64, least: f64, most: f64, otherwise: f64) -> f64 {
    if number.is_finite() { number.max(least).min(most) } else { otherwise }
}

impl<'a> FrameBuilder<'a> {
    /// An empty frame of the picture's size, with the keys of its series.
    pub fn new(picture: &'a Picture<'a>) -> FrameBuilder<'a> {
        let (grid, theme, state) = (picture.grid, picture.theme, picture.state);
        let ratio = sane(picture.device_pixel_ratio, 0.25, 16.0, 1.0);
        let width = sane(picture.width_in_css_px, 1.0, 16_384.0, 640.0);
        let height = sane(picture.height_in_css_px, 1.0, 16_384.0, 400.0);
        let plain = theme.series_colors(grid);
        let is_hidden = |key: &String| state.hidden.contains(key);
        let highlight = state
            .highlight
            .as_ref()
            .filter(|key| grid.series.iter().any(|series| series.key == **key && !is_hidden(key)));
        let dimmed: Vec<bool> =
            grid.series.iter().map(|series| highlight.is_some_and(|key| series.key != *key)).listed();
        let colors = plain
            .iter()
            .zip(&dimmed)
            .map(|(color, dimmed)| if *dimmed { color.over(theme.surface, DIMMED) } else { *color })
            .listed();
        let legend_entries = grid
            .series
            .iter()
            .zip(&plain)
            .enumerate()
            .map(|(index, (series, color))| LegendEntry {
                series: index,
                label: series_label(picture.locale, grid, index),
                color: *color,
                hidden: is_hidden(&series.key),
            })
            .listed();
        let shown = grid
            .series
            .iter()
            .enumerate()
            .filter(|(_, series)| !is_hidden(&series.key))
            .map(|(index, _)| index)
            .listed();
        let frame = Frame {
            width_in_device_px: (width * ratio).round() as i32,
            height_in_device_px: (height * ratio).round() as i32,
            device_pixel_ratio: ratio,
            background: theme.surface,
            legend_entries,
            labelled_directly: grid.series.len() <= 1,
            ..Frame::default()
        };
        let head_room = frame.width_in_device_px;
        let steps = picture.steps.iter().map(|step| &step.grid);
        let greatest = std::iter::once(grid).chain(steps).map(greatest).fold(0.0, f64::max);
        FrameBuilder { picture, frame, shown, colors, dimmed, head_room, greatest, notes_placed: Vec::new() }
    }

    /// The figures.
    pub fn grid(&self) -> &'a Grid {
        self.picture.grid
    }

    /// The periods of the axis; none over entities.
    pub fn periods(&self) -> &'a [Period] {
        match &self.grid().axis {
            Axis::Periods(periods) => periods,
            Axis::Entities(_) => &[],
        }
    }

    /// The keys of the entities of the axis; none over periods.
    pub fn entities(&self) -> &'a [String] {
        match &self.grid().axis {
            Axis::Entities(keys) => keys,
            Axis::Periods(_) => &[],
        }
    }

    /// A length in CSS pixels as whole device pixels, at least one.
    pub fn px(&self, css_px: f64) -> i32 {
        ((css_px * self.frame.device_pixel_ratio).round() as i32).max(1)
    }

    /// The frame's width in CSS pixels.
    pub fn width_in_css_px(&self) -> f64 {
        f64::from(self.frame.width_in_device_px) / self.frame.device_pixel_ratio
    }

    /// The width of a text in device pixels, rounded up.
    pub fn width_of(&self, text: &str, size_in_css_px: f64, weight: Weight) -> i32 {
        let size = f64::from(self.px(size_in_css_px));
        self.picture.metrics.width_in_device_px(text, size, weight).ceil() as i32
    }

    /// The widest of texts, in device pixels.
    pub fn widest<'t>(&self, texts: impl Iterator<Item = &'t String>, size_in_css_px: f64) -> i32 {
        texts.map(|text| self.width_of(text, size_in_css_px, Weight::Regular)).max().unwrap_or(0)
    }

    /// A series' colour in the drawing.
    pub fn color(&self, series: usize) -> Color {
        self.colors.get(series).copied().unwrap_or(self.picture.theme.other)
    }

    /// Whether the figures of a place are provisional, or of only a part of it.
    pub fn is_provisional(&self, place: usize) -> bool {
        let grid = self.grid();
        grid.provisional.get(place) == Some(&true) || grid.has_part(place)
    }

    /// Whether no series that is switched on has a figure at a place.
    pub fn is_unknown(&self, place: usize) -> bool {
        !self.shown.iter().any(|series| self.grid().value(*series, place).is_known())
    }

    /// Notes whether what is shown at the first `places` of the axis has gaps, provisional and incomplete figures.
    pub fn note_state(&mut self, places: usize) {
        let (mut gaps, mut provisional, mut incomplete) = (false, false, false);
        let grid = self.grid();
        for place in 0..places {
            gaps |= self.shown.iter().any(|series| !grid.value(*series, place).is_known());
            if !self.is_unknown(place) {
                provisional |= grid.provisional.get(place) == Some(&true);
                incomplete |= grid.has_part(place);
            }
        }
        self.frame.has_gaps = gaps;
        self.frame.has_provisional = provisional;
        self.frame.has_incomplete = incomplete;
    }

    /// Adds a text.
    pub fn text(
        &mut self,
        text: String,
        at: Point,
        anchor: Anchor,
        css_px: f64,
        weight: Weight,
        color: Color,
    ) {
        if !text.is_empty() {
            let size_in_device_px = self.px(css_px);
            self.frame.marks.push(Mark::Text(Text { text, at, anchor, size_in_device_px, weight, color }));
        }
    }

    /// Adds a filled rectangle, unless it is empty.
    pub fn fill(&mut self, rect: Rect, color: Color) {
        if rect.width() > 0 && rect.height() > 0 {
            self.frame.marks.push(Mark::Box { rect, fill: Fill { color, hatched: false } });
        }
    }

    /// Adds a rectangle with a hatching on it.
    pub fn fill_hatched(&mut self, rect: Rect, color: Color, stripes: Color) {
        if rect.width() > 0 && rect.height() > 0 {
            self.frame.marks.push(Mark::Box { rect, fill: Fill { color, hatched: true } });
            let Rect { left, top, right, bottom } = rect;
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
            self.stripes(&corners.map(|(x, y)| Point { x, y }), stripes);
        }
    }

    /// Adds a filled shape.
    pub fn area(&mut self, points: Vec<Point>, color: Color) {
        if points.len() >= 3 {
            self.frame.marks.push(Mark::Area { points, fill: Fill { color, hatched: false } });
        }
    }

    /// Adds a shape with a hatching on it.
    pub fn area_hatched(&mut self, points: Vec<Point>, color: Color) {
        if points.len() >= 3 {
            let stripes = self.picture.theme.surface;
            let lines = points.clone();
            self.frame.marks.push(Mark::Area { points, fill: Fill { color, hatched: true } });
            self.stripes(&lines, stripes);
        }
    }

    /// Adds the lines of a hatching inside a shape.
    fn stripes(&mut self, corners: &[Point], color: Color) {
        let width = self.px(1.5);
        for (from, to) in hatch(corners, self.px(6.0)) {
            self.line(vec![from, to], color, width, Dash::Solid);
        }
    }

    /// Adds an open line of a width in device pixels.
    pub fn line(&mut self, points: Vec<Point>, color: Color, width: i32, dash: Dash) {
        if points.len() >= 2 {
            let stroke = Stroke { color, width_in_device_px: width.max(1) as u32, dash };
            self.frame.marks.push(Mark::Line { points, stroke });
        }
    }

    /// Adds a dot, with a ring of the surface's colour.
    pub fn dot(&mut self, center: Point, radius_in_css_px: f64, color: Color) {
        let radius = self.px(radius_in_css_px);
        self.frame.marks.push(Mark::Dot { center, radius, color, ring: Some(self.picture.theme.surface) });
    }

    /// Adds the outline of a circle, one CSS pixel wide, filled with the surface's colour.
    pub fn circle(&mut self, center: Point, radius: i32, color: Color) {
        let (inside, surface) = ((radius - self.px(1.0)).max(0), self.picture.theme.surface);
        self.frame.marks.push(Mark::Dot { center, radius, color, ring: None });
        self.frame.marks.push(Mark::Dot { center, radius: inside, color: surface, ring: None });
    }

    /// Adds a quiet sentence in the middle: there is nothing to draw.
    pub fn say_no_data(&mut self) {
        let middle = Point { x: self.frame.width_in_device_px / 2, y: self.frame.height_in_device_px / 2 };
        let text = self.picture.locale.text("mark.no-data", &[]);
        self.text(text, middle, Anchor::Middle, LABEL_TEXT, Weight::Regular, self.picture.theme.muted);
    }
}
