//! Whether two figures of an answer speak of the same.

use crate::model::Grain;

use super::Grid;
use super::grid::PartialPeriod;

impl Grid {
    /// Whether two figures of a series can be compared: both known, of the same members, of whole periods or of the
    /// same part of each, made of as many figures, and counted one way.
    pub fn compares(&self, series: usize, place: usize, other: usize) -> bool {
        let is_known = |place: usize| self.value(series, place).is_known();
        is_known(place) && is_known(other) && self.is_comparable(series, place, other)
    }

    /// Whether a figure at `place` of `series` can be compared with one at `other`, were both known.
    pub fn is_comparable(&self, series: usize, place: usize, other: usize) -> bool {
        self.members(series, place) == self.members(series, other)
            && is_same_part(self.part(series, place), self.part(series, other))
            && self.is_of_as_many(place, other)
            && !self.breaks_between(series, place, other)
    }
}

impl Grid {
    /// Whether means and extremes at two places are of nearly as many figures.
    ///
    /// Of months and quarters each figure says itself what of its period it covers.
    fn is_of_as_many(&self, place: usize, other: usize) -> bool {
        let Some(pooling) = &self.pooling else { return true };
        if let Some(Grain::Month | Grain::Quarter | Grain::Half | Grain::Year) = pooling.grain {
            return true;
        }
        let ((least, most), (other_least, other_most)) =
            (pooling.counts_at(Some(place)), pooling.counts_at(Some(other)));
        let is_near = |one: u32, other: u32| one.abs_diff(other) * 10 <= one.max(other);
        is_near(least, other_least) && is_near(most, other_most)
    }
}

/// Whether two figures cover the same of their periods.
fn is_same_part(one: Option<&PartialPeriod>, other: Option<&PartialPeriod>) -> bool {
    let of = |part: &PartialPeriod| {
        (part.known, part.whole, part.first.calendar_month(), part.last.calendar_month())
    };
    one.map(of) == other.map(of)
}
