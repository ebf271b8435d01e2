//! Series told apart without their colours: a pattern in each shape, a sign on each line, for readers whose system sets the
//! colours and for those who want more contrast.

use super::classes::{class_lines, classes_of};
use super::hatch::{PATTERNS, hatch, pattern_lines};
use super::theme::{Color, Theme};
use crate::chart::{Dash, Fill, Frame, Mark, Point, Rect, Stroke, Text, TextMetrics};
use crate::model::Listed;

/// The space between a pattern's lines, and between a shape's signs on a line, in CSS pixels.
const SPACING_IN_CSS_PX: f64 = 6.0;
/// See [`SPACING_IN_CSS_PX`].
const BETWEEN_SIGNS_IN_CSS_PX: f64 = 56.0;
/// Half the size of a sign, in CSS pixels.
const SIGN_IN_CSS_PX: f64 = 4.5;
/// The side of a key, in CSS pixels.
const SWATCH_IN_CSS_PX: f64 = 14.0;
/// A circle of a larger radius, in CSS pixels, is a shape with a pattern; a smaller one a sign.
const LARGEST_SIGN_IN_CSS_PX: f64 = 6.0;

/// What a drawing without hues is drawn in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inks {
    /// Behind everything.
    pub surface: Color,
    /// Marks and text.
    pub text: Color,
    /// Grid lines and what is faint.
    pub quiet: Color,
    /// Whether series keep their colours beside their patterns.
    pub keeps_hues: bool,
}

/// A key of a series that is told by a pattern or a sign.
#[derive(Clone, Debug, PartialEq)]
pub struct Swatch {
    /// The colour that it stands for.
    pub color: Color,
    /// The pattern, or the line with its sign.
    pub drawing: Frame,
}

/// What a colour of a frame is for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Role {
    Surface,
    Text,
    Quiet,
    /// A series, by its place among those of the frame.
    Series(usize),
    /// A shade of no series, by its contrast with the surface.
    Shade(f64),
}

/// The frame with its series told apart by patterns and signs, and their keys; `theme` is what it was laid out in.
pub fn patterned(
    frame: &Frame,
    theme: &Theme,
    inks: &Inks,
    metrics: &dyn TextMetrics,
) -> (Frame, Vec<Swatch>) {
    let mut pen = Pen::new(frame, theme, *inks);
    for mark in &frame.marks {
        pen.draw(mark, metrics);
    }
    let swatches = frame.legend_entries.iter().map(|entry| pen.swatch(frame, entry.color)).listed();
    (Frame { background: inks.surface, marks: pen.marks, ..frame.clone() }, swatches)
}

struct Pen<'a> {
    theme: &'a Theme,
    inks: Inks,
    /// Device pixels in a CSS pixel.
    unit: f64,
    /// The colours of series, in the order of their patterns.
    known: Vec<Color>,
    /// The colours of those that are drawn as lines, whose keys are lines too.
    lined: Vec<Color>,
    /// Where patterns lie so far: text on them wants a ground of its own.
    covered: Vec<Rect>,
    /// Whether land has been drawn, whose boundaries follow.
    has_land: bool,
    /// The shades of a map's rates, from pale to full.
    classes: Vec<Color>,
    marks: Vec<Mark>,
}

impl Pen<'_> {
    fn new<'a>(frame: &Frame, theme: &'a Theme, inks: Inks) -> Pen<'a> {
        let mut known: Vec<Color> = Vec::new();
        for entry in &frame.legend_entries {
            if !known.contains(&entry.color) {
                known.push(entry.color);
            }
        }
        let unit = frame.device_pixel_ratio.max(1.0);
        let lined = frame.marks.iter().filter_map(|mark| match mark {
            Mark::Line { stroke, .. } if f64::from(stroke.width_in_device_px) >= 1.5 * unit => {
                Some(stroke.color)
            }
            _ => None,
        });
        Pen {
            theme,
            inks,
            unit,
            known,
            lined: lined.listed(),
            covered: Vec::new(),
            has_land: false,
            classes: classes_of(frame, theme),
            marks: Vec::new(),
        }
    }

    fn px(&self, css_px: f64) -> i32 {
        (css_px * self.unit).round().max(1.0) as i32
    }

    /// Whether a box is as small as the key before a name.
    fn is_key(&self, rect: Rect) -> bool {
        rect.width().max(rect.height()) <= self.px(SWATCH_IN_CSS_PX)
    }

    fn role(&mut self, color: Color) -> Role {
        let theme = self.theme;
        if let Some(place) = self.known.iter().position(|known| *known == color) {
            return Role::Series(place);
        }
        if color == theme.surface || color.alpha == 0.0 {
            return Role::Surface;
        }
        if [theme.text, theme.muted, theme.axis].contains(&color) {
            return Role::Text;
        }
        if color == theme.grid {
            return Role::Quiet;
        }
        let is_of_series = theme.other == color
            || theme.series.contains(&color)
            || theme.beyond.contains(&color)
            || theme.fixed.iter().any(|(_, fixed)| *fixed == color);
        if is_of_series {
            self.known.push(color);
            return Role::Series(self.known.len() - 1);
        }
        Role::Shade(color.contrast(theme.surface))
    }

    /// What a mark of a colour is drawn in.
    fn ink(&self, color: Color, role: Role) -> Color {
        match role {
            Role::Surface => self.inks.surface,
            Role::Quiet => self.inks.quiet,
            Role::Shade(contrast) if contrast < 2.0 => self.inks.quiet,
            Role::Series(_) if self.inks.keeps_hues => color,
            Role::Text | Role::Series(_) | Role::Shade(_) => self.inks.text,
        }
    }

    fn draw(&mut self, mark: &Mark, metrics: &dyn TextMetrics) {
        match mark {
            Mark::Line { points, stroke } => self.line(points, *stroke),
            Mark::Area { points, fill } => self.shape(points, fill.color),
            Mark::Box { rect, fill } => match self.role(fill.color) {
                // Rules and grid lines are boxes too, which have no room for a pattern.
                role @ (Role::Surface | Role::Text | Role::Quiet) => {
                    if role == Role::Quiet {
                        self.covered.push(*rect);
                    }
                    let fill = Fill { color: self.ink(fill.color, role), ..*fill };
                    self.marks.push(Mark::Box { rect: *rect, fill });
                }
                Role::Series(place) if self.lined.contains(&fill.color) && self.is_key(*rect) => {
                    let ink = self.ink(fill.color, Role::Series(place));
                    let middle = Point { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
                    self.sign(place, middle, self.px(SIGN_IN_CSS_PX), ink);
                }
                Role::Series(_) | Role::Shade(_) => self.shape(&corners(*rect), fill.color),
            },
            Mark::Dot { center, radius, color, ring } => {
                let role = self.role(*color);
                let ink = self.ink(*color, role);
                let dot =
                    |radius: i32, color: Color| Mark::Dot { center: *center, radius, color, ring: None };
                // On land circles of one size would be plain and those of another hatched, as if they meant two things.
                let is_alike = self.has_land
                    && self.classes.is_empty()
                    && matches!(role, Role::Series(_) | Role::Shade(_));
                if ring.is_some() || is_alike {
                    self.marks.push(dot(radius + self.px(1.0), self.inks.surface));
                }
                match role {
                    _ if *radius > self.px(LARGEST_SIGN_IN_CSS_PX) && !is_alike => {
                        self.shape(&circle(*center, *radius), *color);
                    }
                    Role::Series(place) if !is_alike => {
                        self.sign(place, *center, (*radius).max(self.px(3.0)), ink);
                    }
                    _ => self.marks.push(dot(*radius, ink)),
                }
            }
            Mark::Text(text) => self.text(text, metrics),
            Mark::Frame { corner, frame } => {
                let (frame, _) = patterned(frame, self.theme, &self.inks, metrics);
                let frame = Box::new(frame);
                self.marks.push(Mark::Frame { corner: *corner, frame });
            }
        }
    }

    fn line(&mut self, points: &[Point], stroke: Stroke) {
        let role = self.role(stroke.color);
        let is_boundary =
            self.has_land && role == Role::Surface && stroke.width_in_device_px <= self.px(1.0) as u32;
        let color = match is_boundary {
            true if self.classes.is_empty() => self.inks.quiet,
            true => self.inks.text,
            false => self.ink(stroke.color, role),
        };
        // A name on a coast or on a line of the grid is struck through by it.
        if is_boundary || role == Role::Quiet {
            self.covered.extend(points.windows(2).map(|pair| Rect::bounding(&[pair.to_vec()])));
        }
        self.marks.push(Mark::Line { points: points.to_vec(), stroke: Stroke { color, ..stroke } });
        let Role::Series(place) = role else { return };
        let mut since = 0.0;
        for pair in points.windows(2) {
            let [from, to] = pair else { continue };
            let (across, down) = (f64::from(to.x - from.x), f64::from(to.y - from.y));
            since += (across * across + down * down).sqrt();
            // At points alone: a sign between them would claim a figure.
            if since >= BETWEEN_SIGNS_IN_CSS_PX * self.unit {
                self.sign(place, *to, self.px(SIGN_IN_CSS_PX), color);
                since = 0.0;
            }
        }
    }

    /// A shape, with its pattern and a rim.
    fn shape(&mut self, points: &[Point], color: Color) {
        let class = self.classes.iter().rev().position(|class| *class == color);
        let role = if class.is_some() { Role::Shade(1.0) } else { self.role(color) };
        let ink = if class.is_some() { self.inks.text } else { self.ink(color, role) };
        // Land that fades towards the edge of a map would be a line for each step.
        if self.theme.land_beyond().contains(&color) {
            return;
        }
        self.has_land |= role == Role::Quiet;
        let solid = |color: Color| Fill { color, hatched: false };
        let of_class =
            class.map(|class| class_lines(class, self.classes.len(), points, &|space| self.px(space)));
        let (fill, lines) = match role {
            Role::Shade(_) if class == Some(0) => (ink, Vec::new()),
            Role::Shade(_) if of_class.is_some() => (self.inks.surface, of_class.unwrap_or_default()),
            Role::Surface | Role::Text => (ink, Vec::new()),
            // What is faint would be as loud as what is counted, were it filled.
            Role::Quiet => (self.inks.surface, Vec::new()),
            Role::Series(place) if place % PATTERNS == 0 => (ink, Vec::new()),
            Role::Series(place) => {
                (self.inks.surface, pattern_lines(place, points, self.px(SPACING_IN_CSS_PX)))
            }
            // The darker the shade, the nearer its lines.
            Role::Shade(contrast) => {
                let spacing = match contrast {
                    contrast if contrast < 1.35 => None,
                    contrast if contrast < 2.5 => Some(12.0),
                    contrast if contrast < 4.5 => Some(7.0),
                    contrast if contrast < 8.0 => Some(4.0),
                    _ => Some(0.0),
                };
                match spacing {
                    None => (self.inks.surface, Vec::new()),
                    Some(0.0) => (ink, Vec::new()),
                    Some(spacing) => (self.inks.surface, hatch(points, self.px(spacing))),
                }
            }
        };
        self.marks.push(Mark::Area { points: points.to_vec(), fill: solid(fill) });
        if matches!(role, Role::Surface | Role::Text) {
            return;
        }
        let stroke = Stroke { color: ink, width_in_device_px: self.px(1.0) as u32, dash: Dash::Solid };
        for (from, to) in lines {
            self.marks.push(Mark::Line { points: vec![from, to], stroke });
        }
        let mut rim = points.to_vec();
        rim.extend(points.first().copied());
        self.marks.push(Mark::Line { points: rim, stroke });
        if role != Role::Quiet {
            self.covered.push(Rect::bounding(&[points.to_vec()]));
        }
    }

    /// A text on the surface's colour, where a pattern lies under it.
    fn text(&mut self, text: &Text, metrics: &dyn TextMetrics) {
        let role = self.role(text.color);
        let color = match role {
            Role::Series(_) if self.inks.keeps_hues => text.color,
            _ => self.inks.text,
        };
        let size = f64::from(text.size_in_device_px);
        let width = metrics.width_in_device_px(&text.text, size, text.weight).ceil() as i32;
        let (left, half) = (text.anchor.left_of(text.at.x, width), text.size_in_device_px * 6 / 10);
        let margin = self.px(2.0);
        let ground = Rect {
            left: left - margin,
            right: left + width + margin,
            top: text.at.y - half,
            bottom: text.at.y + half,
        };
        let touches = |other: &Rect| {
            other.left < ground.right
                && ground.left < other.right
                && other.top < ground.bottom
                && ground.top < other.bottom
        };
        if self.covered.iter().any(touches) {
            let fill = Fill { color: self.inks.surface, hatched: false };
            self.marks.push(Mark::Box { rect: ground, fill });
        }
        self.marks.push(Mark::Text(Text { color, ..text.clone() }));
    }

    /// A sign of a series around a point.
    fn sign(&mut self, place: usize, center: Point, half: i32, ink: Color) {
        let at = |x: i32, y: i32| Point { x: center.x + x, y: center.y + y };
        let outline = |half: i32| match place % PATTERNS {
            // The ninth is most often all the others together.
            _ if place / PATTERNS % 2 == 1 => vec![at(-half, -half), at(half, -half), at(0, half)],
            1 | 4 => vec![at(-half, -half), at(half, -half), at(half, half), at(-half, half)],
            2 | 7 => vec![at(0, -half), at(half, half), at(-half, half)],
            5 | 6 => vec![at(0, -half), at(half, 0), at(0, half), at(-half, 0)],
            _ => circle(center, half),
        };
        let mut fill = |half: i32, color: Color| {
            let points = outline(half);
            self.marks.push(Mark::Area { points, fill: Fill { color, hatched: false } });
        };
        fill(half, ink);
        let is_hollow = match place / PATTERNS % 2 {
            0 => [3, 4, 6, 7].contains(&(place % PATTERNS)),
            _ => place % 2 == 1,
        };
        if is_hollow {
            fill(half / 2, self.inks.surface);
        }
    }

    /// The key of a colour, as the frame draws it: a shape, or a line with its sign.
    fn swatch(&self, frame: &Frame, color: Color) -> Swatch {
        let side = self.px(SWATCH_IN_CSS_PX);
        let (known, lined) = (self.known.clone(), Vec::new());
        let mut pen =
            Pen { covered: Vec::new(), marks: Vec::new(), classes: Vec::new(), known, lined, ..*self };
        if !self.lined.contains(&color) {
            pen.shape(&corners(Rect { left: 1, top: 1, right: side - 1, bottom: side - 1 }), color);
        } else {
            let role = pen.role(color);
            let (ink, middle) = (pen.ink(color, role), side / 2);
            let stroke = Stroke { color: ink, width_in_device_px: pen.px(2.0) as u32, dash: Dash::Solid };
            let points = vec![Point { x: 0, y: middle }, Point { x: side, y: middle }];
            pen.marks.push(Mark::Line { points, stroke });
            if let Role::Series(place) = role {
                pen.sign(place, Point { x: middle, y: middle }, pen.px(SIGN_IN_CSS_PX), ink);
            }
        }
        let drawing = Frame {
            width_in_device_px: side,
            height_in_device_px: side,
            device_pixel_ratio: frame.device_pixel_ratio,
            background: self.inks.surface,
            marks: pen.marks,
            ..Frame::default()
        };
        Swatch { color, drawing }
    }
}

fn corners(rect: Rect) -> Vec<Point> {
    let Rect { left, top, right, bottom } = rect;
    [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| Point { x, y }).to_vec()
}

/// A circle as so many corners that none is seen, one after the other a 24th of a turn on: sine and cosine themselves are
/// 5 kB of wasm in the first module.
fn circle(center: Point, radius: i32) -> Vec<Point> {
    let (cosine, sine) = (0.965_925_826_289, 0.258_819_045_103);
    let (mut across, mut down) = (f64::from(radius), 0.0_f64);
    let mut corners = Vec::new();
    for _ in 0..24 {
        corners.push(Point { x: center.x + across.round() as i32, y: center.y + down.round() as i32 });
        (across, down) = (across * cosine - down * sine, across * sine + down * cosine);
    }
    corners
}
