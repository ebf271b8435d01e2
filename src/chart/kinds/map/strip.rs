//! What a map does not show of the places that have figures: a row of their marks below it, named with their figures as
//! far as there is room.

use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LINE_HEIGHT};
use crate::chart::labels::value::fitting_value;
use crate::chart::{Anchor, Color, HitBand, Mark, Point, Rect, Region, Weight};
use crate::locale::{PeriodStyle, category_label};

/// What a finger finds, in CSS pixels.
const TOUCH: f64 = 24.0;
/// The least width of a name with its figure, in CSS pixels.
const COLUMN: f64 = 148.0;
/// The most of the height that all of it takes.
const SHARE: f64 = 0.4;

/// A mark in the row: the place, its figure, its radius and its colour.
pub(in crate::chart) struct StripMark {
    /// The index into the grid's axis.
    pub place: usize,
    /// Its figure.
    pub figure: f64,
    /// Its radius in device pixels.
    pub radius: i32,
    /// Its colour.
    pub color: Color,
}

/// How the row is laid out.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::chart) struct Strip {
    /// Where it lies.
    bounds: Rect,
    /// The height of a line of it, and the widths of a name with its figure and of a mark alone.
    line: i32,
    column: i32,
    /// The marks that have names.
    named: usize,
    /// The marks that lie in it.
    room: usize,
}

impl Strip {
    /// The row of `count` marks, the largest of a radius, at the bottom of a body; without any it takes no room.
    pub fn new(builder: &FrameBuilder, body: Rect, count: usize, radius: i32) -> Strip {
        let (width, touch) = (body.width().max(1), builder.px(TOUCH));
        let line = touch.max(radius.saturating_mul(2) + builder.px(4.0));
        let columns = (width / builder.px(COLUMN)).min(count as i32).max(1);
        let alone = (width / touch).max(1) as usize;
        let head = builder.px(LINE_HEIGHT);
        let most = (f64::from(body.height()) * SHARE) as i32 - head;
        let lines = (most / line).max(0) as usize;
        if count == 0 || lines == 0 {
            return Strip { bounds: Rect { top: body.bottom, ..body }, ..Strip::default() };
        }
        let of = |named: usize| named * columns as usize + (lines - named) * alone;
        let (used, named, room) = match (1..=lines).find(|lines| lines * columns as usize >= count) {
            Some(used) => (used, count, count),
            None => {
                let named = (0..=lines).rev().find(|named| of(*named) >= count).unwrap_or(0);
                (lines, named * columns as usize, of(named).min(count))
            }
        };
        let top = body.bottom - head - line.saturating_mul(used as i32);
        Strip { bounds: Rect { top, ..body }, line, column: width / columns, named, room }
    }

    /// What is left for the map.
    pub fn rest(&self, builder: &FrameBuilder, body: Rect) -> Rect {
        let gap = if self.room > 0 { builder.px(8.0) } else { 0 };
        Rect { bottom: self.bounds.top - gap, ..body }
    }

    /// Draws the marks, `None` where a place has no figure in this period; says how many found no room.
    pub fn draw(&self, builder: &mut FrameBuilder, marks: &[Option<StripMark>]) -> usize {
        if self.room == 0 {
            return marks.iter().flatten().count();
        }
        let theme = builder.picture.theme;
        let (locale, grid) = (builder.picture.locale, builder.grid());
        let head = builder.px(LINE_HEIGHT);
        let at = Point { x: self.bounds.left, y: self.bounds.top + head / 2 };
        self.write_head(builder, at, marks);
        let touch = builder.px(TOUCH);
        let (mut x, mut y) = (self.bounds.left, self.bounds.top + head);
        let chosen = builder.picture.state.highlight.as_ref();
        for (position, mark) in marks.iter().take(self.room).enumerate() {
            let is_named = position < self.named;
            let width = if is_named { self.column } else { touch };
            if x + width > self.bounds.right || position == self.named && x > self.bounds.left {
                (x, y) = (self.bounds.left, y + self.line);
            }
            let cell = Rect { left: x, top: y, right: x + width, bottom: y + self.line };
            x += width;
            let Some(mark) = mark else { continue };
            let side = touch.max(mark.radius * 2);
            let center = Point { x: cell.left + side / 2, y: y + self.line / 2 };
            let is_chosen = chosen.is_some() && builder.entities().get(mark.place) == chosen;
            let color = if is_chosen { theme.text } else { mark.color };
            let (radius, ring) = (mark.radius, Some(theme.surface));
            builder.frame.marks.push(Mark::Dot { center, radius, color, ring });
            if is_named {
                let left = center.x + side / 2 + builder.px(2.0);
                let room = cell.right - left - builder.px(6.0);
                let value = fitting_value(builder, mark.figure);
                let taken = builder.width_of(&value, AXIS_TEXT, Weight::Regular) + builder.px(5.0);
                let name = category_label(locale, grid, mark.place, PeriodStyle::Short);
                let name = builder.shorten(&name, AXIS_TEXT, Weight::Regular, (room - taken).max(0));
                let after = builder.width_of(&name, AXIS_TEXT, Weight::Regular) + builder.px(5.0);
                let at = |x: i32| Point { x, y: center.y };
                builder.text(name, at(left), Anchor::Left, AXIS_TEXT, Weight::Regular, theme.text);
                builder.text(value, at(left + after), Anchor::Left, AXIS_TEXT, Weight::Regular, theme.text);
            }
            builder.frame.hit_bands.push(HitBand {
                index: mark.place,
                middle: center.x,
                reach: (cell.left, cell.right),
                points: vec![(0, center)],
                region: Some(Region { bounds: cell, ..Region::default() }),
            });
        }
        marks.iter().skip(self.room).flatten().count()
    }
    /// Says what the row is, and where its marks have no names, those of the first as far as there is room.
    fn write_head(&self, builder: &mut FrameBuilder, at: Point, marks: &[Option<StripMark>]) {
        let (locale, grid, theme) = (builder.picture.locale, builder.grid(), builder.picture.theme);
        let words = locale.text("map.elsewhere", &[]);
        let width = |text: &str| builder.width_of(text, AXIS_TEXT, Weight::Regular);
        let left = at.x + width(&words) + builder.px(10.0);
        let mut named = String::new();
        let unnamed = marks.iter().take(if self.named == 0 { self.room } else { 0 });
        for mark in unnamed.flatten() {
            let name = category_label(locale, grid, mark.place, PeriodStyle::Short);
            let one = [name.as_str(), " ", &fitting_value(builder, mark.figure)].concat();
            let more = if named.is_empty() { one } else { [named.as_str(), " · ", &one].concat() };
            if left + width(&more) > self.bounds.right {
                break;
            }
            named = more;
        }
        builder.text(words, at, Anchor::Left, AXIS_TEXT, Weight::Regular, theme.muted);
        let at = Point { x: left, ..at };
        builder.text(named, at, Anchor::Left, AXIS_TEXT, Weight::Regular, theme.text);
    }
}
