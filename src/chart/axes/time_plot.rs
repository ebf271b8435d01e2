//! The plot of a chart over time: where its periods and its values lie.

use super::layers::Layer;
use super::scale::ValueAxis;
use crate::chart::{Point, Rect};
use crate::model::{Listed, Period};

/// Where the places of a time axis lie.
#[derive(Clone, Debug, Default)]
pub(in crate::chart) struct PeriodPositions {
    /// The middle of each place, in device pixels.
    pub middles: Vec<i32>,
    /// The borders between places: one more than there are places.
    pub borders: Vec<i32>,
}

impl PeriodPositions {
    /// The middle of a place.
    pub fn middle(&self, place: usize) -> i32 {
        self.middles.get(place).copied().unwrap_or_default()
    }

    /// The left and the right border of a place.
    pub fn reach(&self, place: usize) -> (i32, i32) {
        let border =
            |index: usize| self.borders.get(index).or(self.borders.last()).copied().unwrap_or_default();
        (border(place), border(place + 1))
    }

    /// The places that share a pixel, in order: the first of each, and one past its last; each place by itself while there
    /// are at most four a pixel, so that a keyboard finds them all.
    pub fn by_pixel(&self) -> Vec<(usize, usize)> {
        let width = self.middles.last().zip(self.middles.first()).map_or(0, |(last, first)| last - first);
        if self.middles.len() as i64 <= i64::from(width.max(1)) * 4 {
            return (0..self.middles.len()).map(|place| (place, place + 1)).listed();
        }
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut before = None;
        for (place, middle) in self.middles.iter().enumerate() {
            match found.last_mut().filter(|_| before == Some(*middle)) {
                Some((_, to)) => *to = place + 1,
                None => found.push((place, place + 1)),
            }
            before = Some(*middle);
        }
        found
    }

    /// Points from edge to edge, by time; borders halfway.
    pub fn points(periods: &[Period], left: i32, right: i32) -> PeriodPositions {
        let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
            return PeriodPositions::default();
        };
        let span = f64::from(last.ordinal) - f64::from(first.ordinal);
        let width = f64::from(right - left);
        let middle = |period: &Period| {
            let share =
                if span > 0.0 { (f64::from(period.ordinal) - f64::from(first.ordinal)) / span } else { 0.5 };
            (f64::from(left) + width * share).round() as i32
        };
        let middles: Vec<i32> = periods.iter().map(middle).listed();
        let mut borders = vec![left];
        borders.extend(middles.windows(2).map(|pair| pair.iter().sum::<i32>() / 2));
        borders.push(right);
        PeriodPositions { middles, borders }
    }

    /// Slots of one width.
    pub fn slots(count: usize, left: i32, right: i32) -> PeriodPositions {
        let at = |halves: usize| {
            let share = halves as f64 / (2 * count.max(1)) as f64;
            (f64::from(left) + f64::from(right - left) * share).round() as i32
        };
        PeriodPositions {
            middles: (0..count).map(|place| at(2 * place + 1)).listed(),
            borders: (0..=count).map(|place| at(2 * place)).listed(),
        }
    }
}

/// What the marks of a chart over time stand on.
pub(in crate::chart) struct TimePlot {
    /// The series' spans.
    pub layers: Vec<Layer>,
    /// The value axis.
    pub axis: ValueAxis,
    /// Where the places lie.
    pub positions: PeriodPositions,
    /// Where the data are drawn.
    pub plot: Rect,
}

impl TimePlot {
    /// The height of a value in device pixels from the top.
    pub fn y(&self, value: f64) -> i32 {
        self.axis.position(value, self.plot.bottom, self.plot.top)
    }

    /// The point of a span's end at a place.
    pub fn point(&self, place: usize, value: f64) -> Point {
        Point { x: self.positions.middle(place), y: self.y(value) }
    }
}
