//! What a finished drawing leaves free, on a raster: where further words may stand, and which way a line to them may go.

use super::spot::{crosses, meet};
use crate::chart::frame_builder::FrameBuilder;
use crate::chart::{Color, Fill, Mark, Point, Rect, Text};
use crate::model::{Listed, sorted};
use crate::query::Kind;

/// The side of a square of the raster, in CSS pixels.
const SQUARE: f64 = 4.0;
/// Around texts, in CSS pixels.
const AIR: f64 = 2.0;

/// What stands in a square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    /// Land without a figure: words may stand on it.
    Quiet,
    /// A mark of the figures, or what says how to read them.
    Mark,
}

/// What a finished drawing leaves free.
pub(in crate::chart) struct Clearing {
    /// The side of a square in device pixels.
    square: i32,
    columns: usize,
    rows: usize,
    /// For each corner of the raster how many squares left of it and above hold a mark, and how many are quiet.
    marks: Vec<i32>,
    quiet: Vec<i32>,
    /// Where texts stand, and where words have been written since.
    pub taken: Vec<Rect>,
    /// The lines that have been drawn to them.
    pub leaders: Vec<(Point, Point)>,
}

/// A raster in the making.
struct Raster {
    square: i32,
    columns: usize,
    rows: usize,
    marks: Vec<bool>,
    quiet: Vec<bool>,
}

impl Raster {
    fn set(&mut self, column: i32, row: i32, held: Held) {
        let (Ok(column), Ok(row)) = (usize::try_from(column), usize::try_from(row)) else { return };
        if column >= self.columns || row >= self.rows {
            return;
        }
        let squares = if held == Held::Mark { &mut self.marks } else { &mut self.quiet };
        if let Some(square) = squares.get_mut(row * self.columns + column) {
            *square = true;
        }
    }

    fn rect(&mut self, rect: &Rect, held: Held) {
        let at = |pixel: i32| pixel.div_euclid(self.square);
        let (right, bottom) = (at(rect.right - 1).min(self.columns as i32), at(rect.bottom - 1));
        let (left, top) = (at(rect.left).max(0), at(rect.top).max(0));
        for row in top..=bottom.min(self.rows as i32) {
            for column in left..=right {
                self.set(column, row, held);
            }
        }
    }

    fn line(&mut self, from: Point, to: Point, held: Held) {
        for at in between(from, to, self.square) {
            self.set(at.x.div_euclid(self.square), at.y.div_euclid(self.square), held);
        }
    }

    /// A closed shape: its edge, and what lies within at the middle of each row of squares.
    fn area(&mut self, points: &[Point], held: Held) {
        let edges = || points.iter().zip(points.iter().cycle().skip(1));
        for (from, to) in edges() {
            self.line(*from, *to, held);
        }
        let heights = || points.iter().map(|at| at.y.div_euclid(self.square));
        let (first, last) = (heights().min().unwrap_or(0), heights().max().unwrap_or(-1));
        for row in first.max(0)..=last.min(self.rows as i32) {
            let y = row * self.square + self.square / 2;
            let crossings = edges().filter(|(from, to)| (from.y > y) != (to.y > y)).map(|(from, to)| {
                let share = f64::from(y - from.y) / f64::from(to.y - from.y);
                from.x + (share * f64::from(to.x - from.x)) as i32
            });
            let crossings = crossings.listed();
            let at = |index: usize| crossings.get(index).copied().unwrap_or_default();
            let order = sorted(crossings.len(), &|one, two| at(one).cmp(&at(two)));
            for pair in order.chunks_exact(2) {
                if let [from, to] = pair {
                    let (left, right) = (at(*from).max(0), at(*to));
                    self.rect(&Rect { left, top: y, right, bottom: y + 1 }, held);
                }
            }
        }
    }

    /// How many of some squares lie left of each corner and above it.
    fn sums(&self, squares: &[bool]) -> Vec<i32> {
        let wide = self.columns + 1;
        let mut sums = vec![0; wide * (self.rows + 1)];
        for row in 0..self.rows {
            let mut here = 0;
            for column in 0..self.columns {
                here += i32::from(squares.get(row * self.columns + column) == Some(&true));
                let above = sums.get(row * wide + column + 1).copied().unwrap_or_default();
                if let Some(sum) = sums.get_mut((row + 1) * wide + column + 1) {
                    *sum = above + here;
                }
            }
        }
        sums
    }
}

/// Points on the way from one to another, closer together than squares are wide.
fn between(from: Point, to: Point, square: i32) -> impl Iterator<Item = Point> {
    let (across, down) = (to.x - from.x, to.y - from.y);
    let steps = (across.abs().max(down.abs()) * 2 / square.max(1)).max(1);
    (0..=steps).map(move |step| {
        let part = |way: i32| (i64::from(way) * i64::from(step) / i64::from(steps)) as i32;
        Point { x: from.x + part(across), y: from.y + part(down) }
    })
}

impl Clearing {
    /// What the marks of a drawing leave free so far.
    pub fn of(builder: &FrameBuilder) -> Clearing {
        let (frame, theme) = (&builder.frame, builder.picture.theme);
        let square = builder.px(SQUARE);
        let squares = |pixels: i32| (pixels.max(0) / square) as usize + 1;
        let (columns, rows) = (squares(frame.width_in_device_px), squares(frame.height_in_device_px));
        let none = vec![false; columns * rows];
        let mut raster = Raster { square, columns, rows, marks: none.clone(), quiet: none };
        let mut taken = Vec::new();
        let beyond: [Color; 5] = theme.land_beyond();
        // The two lines between which slopes run are theirs, as lines of a grid are nobody's.
        let is_grid = |fill: &Fill| fill.color == theme.grid && builder.picture.kind != Kind::Slope;
        for mark in &frame.marks {
            match mark {
                Mark::Text(text) => taken.push(box_of(builder, text)),
                Mark::Dot { center, radius, .. } => {
                    raster.rect(&Rect::around(*center, *radius), Held::Mark);
                }
                Mark::Line { stroke, .. } if stroke.color == theme.surface => {}
                Mark::Line { points, .. } => {
                    for pair in points.windows(2) {
                        if let [from, to] = pair {
                            raster.line(*from, *to, Held::Mark);
                        }
                    }
                }
                Mark::Area { points, fill } => {
                    let is_land = fill.color == theme.grid || beyond.contains(&fill.color);
                    let is_quiet = !fill.hatched && is_land;
                    raster.area(points, if is_quiet { Held::Quiet } else { Held::Mark });
                }
                Mark::Box { fill, .. } if !fill.hatched && (is_grid(fill) || fill.color == theme.surface) => {
                }
                Mark::Box { rect, .. } => raster.rect(rect, Held::Mark),
                Mark::Frame { .. } => {}
            }
        }
        let (marks, quiet) = (raster.sums(&raster.marks), raster.sums(&raster.quiet));
        Clearing { square, columns, rows, marks, quiet, taken, leaders: Vec::new() }
    }

    /// How many squares of a box hold a mark, and how many are quiet.
    fn held_in(&self, place: &Rect) -> (i32, i32) {
        let at = |pixel: i32, most: usize| (pixel.div_euclid(self.square).max(0) as usize).min(most);
        let (left, top) = (at(place.left, self.columns), at(place.top, self.rows));
        let right = at(place.right + self.square - 1, self.columns);
        let bottom = at(place.bottom + self.square - 1, self.rows);
        let sum = |sums: &[i32]| {
            let of = |row: usize, column: usize| {
                sums.get(row * (self.columns + 1) + column).copied().unwrap_or_default()
            };
            of(bottom, right) + of(top, left) - of(top, right) - of(bottom, left)
        };
        (sum(&self.marks), sum(&self.quiet))
    }

    /// Whether neither a mark nor a text stands in a box, and no leader runs over it.
    pub fn is_free(&self, place: &Rect) -> bool {
        self.held_in(place).0 == 0
            && !self.taken.iter().any(|other| place.overlaps(other))
            && !self.leaders.iter().any(|leader| crosses(*leader, place))
    }

    /// How much of a box is quiet land, from 0 to 1.
    pub fn quiet_share(&self, place: &Rect) -> f64 {
        let squares = f64::from(place.width()) * f64::from(place.height()) / f64::from(self.square.pow(2));
        f64::from(self.held_in(place).1) / squares.max(1.0)
    }

    /// How many squares of marks a line runs over that is further than `radius` from its end; `None` where it runs over a
    /// text or another such line.
    pub fn crossed(&self, points: &[Point], radius: i32) -> Option<i32> {
        let end = *points.last()?;
        let mut over = 0;
        for pair in points.windows(2) {
            let [from, to] = pair else { continue };
            if self.taken.iter().any(|other| crosses((*from, *to), other))
                || self.leaders.iter().any(|other| meet(*other, (*from, *to)))
            {
                return None;
            }
            for at in between(*from, *to, self.square) {
                let is_own = (at.x - end.x).abs().max((at.y - end.y).abs()) <= radius + self.square;
                let here = Rect { left: at.x, top: at.y, right: at.x + 1, bottom: at.y + 1 };
                over += if is_own { 0 } else { self.held_in(&here).0 };
            }
        }
        Some(over)
    }

    /// Notes words that have been written, and the line that leads from them.
    pub fn take(&mut self, place: Rect, leader: &[Point]) {
        self.taken.push(place);
        self.leaders.extend(leader.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))));
    }
}

/// Where a text stands, with some air around it.
pub(in crate::chart) fn box_of(builder: &FrameBuilder, text: &Text) -> Rect {
    let size = f64::from(text.size_in_device_px);
    let width = builder.picture.metrics.width_in_device_px(&text.text, size, text.weight).ceil() as i32;
    let (left, air) = (text.anchor.left_of(text.at.x, width), builder.px(AIR));
    let half = text.size_in_device_px / 2 + air;
    Rect { left: left - air, top: text.at.y - half, right: left + width + air, bottom: text.at.y + half }
}
