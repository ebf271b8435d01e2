//! The empty part of a plot over time: above the marks, and beside the texts that stand there.

use super::layers::SeriesStyle;
use super::time_plot::TimePlot;
use crate::chart::frame_builder::FrameBuilder;
use crate::chart::labels::spot::{crosses, meet};
use crate::chart::{Mark, Point, Rect, Text};
use crate::model::Listed;

/// From a label to what it names without a leader, in CSS pixels.
pub(in crate::chart) const NEAR: f64 = 12.0;
/// The longest leader, in CSS pixels, or a quarter of the plot: beyond it an eye loses the line among the marks.
const LONGEST: f64 = 150.0;

/// What is free in a plot.
#[derive(Clone)]
pub(in crate::chart) struct Room {
    /// Where texts may stand.
    bounds: Rect,
    /// The highest pixel of the marks, for each pixel column of the frame; of lines, between which there is room, none.
    skyline: Vec<i32>,
    /// The highest and the lowest pixel of each line, for each pixel column of the frame.
    strokes: Vec<Vec<(i32, i32)>>,
    /// Between a text and a line, in device pixels.
    air: i32,
    /// Where texts stand already.
    pub taken: Vec<Rect>,
    /// The leaders that are drawn already.
    pub leaders: Vec<(Point, Point)>,
    /// Where leaders end.
    pub ends: Vec<Rect>,
    /// Where lines of breaks run down the plot.
    lines: Vec<Rect>,
}

impl Room {
    /// What marks and texts leave free; bars fill their slots.
    pub fn of(builder: &FrameBuilder, time_plot: &TimePlot, style: SeriesStyle) -> Room {
        let plot = time_plot.plot;
        let (width, text) = (builder.frame.width_in_device_px, builder.picture.theme.text);
        let (width_in_columns, is_bars) = (width.max(0) as usize, style.is_bars());
        let mut skyline = vec![plot.bottom; width_in_columns];
        let mut strokes = vec![Vec::new(); if style == SeriesStyle::Lines { width_in_columns } else { 0 }];
        for layer in &time_plot.layers {
            for (x, (top, bottom)) in
                columns(time_plot, &|place| layer.span(place).map(|span| (span.from, span.to)), is_bars)
            {
                if let Some(lines) = strokes.get_mut(x as usize) {
                    lines.push((top, bottom));
                } else if let Some(height) = skyline.get_mut(x as usize) {
                    *height = top.min(*height);
                }
            }
        }
        let air = builder.px(2.0);
        let mut taken = builder
            .frame
            .markers
            .iter()
            .map(|marker| Rect::around(marker.center, marker.radius + air))
            .listed();
        let mut lines = Vec::new();
        for mark in &builder.frame.marks {
            match mark {
                Mark::Text(text) => taken.push(box_of(builder, text, air)),
                Mark::Line { points, stroke } if stroke.color == text => {
                    if let [from, to] = points.as_slice()
                        && from.x == to.x
                    {
                        lines.push(Rect { left: from.x - air, top: from.y, right: to.x + air, bottom: to.y });
                    }
                }
                _ => {}
            }
        }
        Room {
            bounds: Rect { left: plot.left, top: 0, right: width, bottom: plot.bottom },
            skyline,
            strokes,
            air,
            taken,
            leaders: Vec::new(),
            ends: Vec::new(),
            lines,
        }
    }

    /// Whether nothing stands in a box, and no leader runs over it.
    pub fn is_untaken(&self, place: &Rect) -> bool {
        !self.taken.iter().chain(&self.ends).any(|other| place.overlaps(other))
            && !self.leaders.iter().any(|leader| crosses(*leader, place))
    }

    /// Whether a line runs through a box or close by.
    fn runs_through(&self, place: &Rect) -> bool {
        let (from, to) = ((place.left - self.air).max(0) as usize, (place.right + self.air).max(0) as usize);
        let is_near = |(top, bottom): &(i32, i32)| {
            *top <= place.bottom + 2 * self.air && *bottom >= place.top - 2 * self.air
        };
        let columns = self.strokes.get(from..to.min(self.strokes.len())).unwrap_or_default();
        columns.iter().flatten().any(is_near)
    }

    /// Adds a leader with its end.
    pub fn lead(&mut self, points: &[Point]) {
        self.leaders.extend(points.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))));
        self.ends.extend(points.last().map(|end| Rect::around(*end, 2 * self.air)));
    }

    /// Whether a leader would run over no text and no other leader.
    pub fn is_clear(&self, leader: (Point, Point)) -> bool {
        !self.taken.iter().chain(&self.ends).any(|other| crosses(leader, other))
            && !self.leaders.iter().any(|other| meet(leader, *other))
    }

    /// Whether a box lies in the plot above all marks, and nothing stands there.
    fn is_free(&self, place: &Rect) -> bool {
        let (from, to) = (place.left.max(0) as usize, place.right.max(0) as usize);
        place.left >= self.bounds.left
            && place.top >= self.bounds.top
            && place.bottom <= self.bounds.bottom
            && self
                .skyline
                .get(from..to)
                .is_some_and(|columns| columns.iter().all(|top| *top >= place.bottom))
            && !self.runs_through(place)
            && self.is_untaken(place)
            && !self.lines.iter().any(|line| place.overlaps(line))
    }

    /// The free box of a size that is nearest to a point, from which a straight leader crosses nothing that stands there.
    pub fn near(&self, builder: &FrameBuilder, size: (i32, i32), target: Point) -> Option<Rect> {
        let longest = builder.px(LONGEST).max(self.bounds.width() / 4);
        self.near_within(builder, size, target, longest)
    }

    /// The same where the leader may be as long as is said.
    pub fn near_within(
        &self,
        builder: &FrameBuilder,
        (width, height): (i32, i32),
        target: Point,
        longest: i32,
    ) -> Option<Rect> {
        let (step, bounds, longest) = (builder.px(4.0), self.bounds, i64::from(longest));
        let mut best: Option<(i64, Rect)> = None;
        let mut top = bounds.top;
        while top + height <= bounds.bottom {
            let mut left = bounds.left;
            while left + width <= bounds.right {
                let place = Rect { left, top, right: left + width, bottom: top + height };
                let from = anchor(&place, target);
                let (across, down) = (i64::from(from.x - target.x), i64::from(from.y - target.y));
                // Of two as near the one whose middle is nearer.
                let aside = i64::from((left + width / 2 - target.x).abs()) / 8;
                let cost = across * across + down * down + aside;
                if cost < best.map_or(longest * longest, |(least, _)| least)
                    && self.is_free(&place)
                    && self.is_clear((from, target))
                {
                    best = Some((cost, place));
                }
                left += step;
            }
            top += step;
        }
        best.map(|(_, place)| place)
    }
}

/// Where a text stands, with some air around it.
pub(in crate::chart) fn box_of(builder: &FrameBuilder, text: &Text, air: i32) -> Rect {
    let size = f64::from(text.size_in_device_px);
    let width = builder.picture.metrics.width_in_device_px(&text.text, size, text.weight).ceil() as i32;
    let left = text.anchor.left_of(text.at.x, width);
    let half = text.size_in_device_px / 2 + air;
    let side = 3 * air;
    Rect { left: left - side, top: text.at.y - half, right: left + width + side, bottom: text.at.y + half }
}

/// Where a leader to a point leaves a label.
pub(in crate::chart) fn anchor(place: &Rect, target: Point) -> Point {
    let middle = (place.top + place.bottom) / 2;
    if (place.left..place.right).contains(&target.x) {
        let y = if target.y < middle { place.top } else { place.bottom };
        return Point { x: target.x, y };
    }
    Point { x: target.x.clamp(place.left, place.right), y: middle }
}

/// The highest and the lowest pixel of a mark that reaches between two values at each place, for each of its pixel columns.
pub(in crate::chart) fn columns(
    time_plot: &TimePlot,
    reach: &dyn Fn(usize) -> Option<(f64, f64)>,
    is_bars: bool,
) -> Vec<(i32, (i32, i32))> {
    let at = |place: usize| {
        let (from, to) = reach(place)?;
        let (one, two) = (time_plot.y(from), time_plot.y(to));
        Some((one.min(two), one.max(two)))
    };
    let positions = &time_plot.positions;
    let mut found = Vec::new();
    for place in 0..positions.middles.len() {
        let Some(here) = at(place) else { continue };
        if is_bars {
            let (left, right) = positions.reach(place);
            found.extend((left..right).map(|x| (x, here)));
            continue;
        }
        let left = positions.middle(place);
        found.push((left, here));
        let Some(next) = at(place + 1).filter(|_| place + 1 < positions.middles.len()) else { continue };
        let right = positions.middle(place + 1);
        let between = |from: i32, to: i32, x: i32| from + (to - from) * (x - left) / (right - left).max(1);
        found
            .extend((left + 1..right).map(|x| (x, (between(here.0, next.0, x), between(here.1, next.1, x)))));
    }
    found
}
