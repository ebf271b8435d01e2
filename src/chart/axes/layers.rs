//! Series as spans of values: lines, stacks and bars alike.

use crate::model::Listed;
use crate::query::Grid;

/// The values between which a mark of a series reaches at a place; equal for a point of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) struct ValueSpan {
    /// Where it starts: what lies below it in a stack, else zero.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Whether the figure is known; false for a missing layer among known ones, which has no thickness.
    pub known: bool,
}

/// A series with its spans.
#[derive(Clone, Debug)]
pub(in crate::chart) struct Layer {
    /// The grid's series index.
    pub series: usize,
    /// One a place of the axis; `None` is a gap.
    pub spans: Vec<Option<ValueSpan>>,
}

impl Layer {
    /// The span at a place.
    pub fn span(&self, place: usize) -> Option<ValueSpan> {
        self.spans.get(place).copied().flatten()
    }

    /// The last place with a known figure, and the span there.
    pub fn last_known(&self) -> Option<(usize, ValueSpan)> {
        let with_place = self.spans.iter().enumerate().rev();
        with_place.filter_map(|(place, span)| Some((place, (*span)?))).find(|(_, span)| span.known)
    }
}

/// How series share a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum Stacking {
    /// Each on its own.
    Lines {
        /// Whether values below zero have no place.
        log: bool,
    },
    /// On top of each other without a break, as areas.
    Stacked,
    /// On top of each other, those below zero downwards, as bars.
    Diverging,
    /// Side by side, each from zero, as bars.
    Beside,
}

/// How the series of a chart over time are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum SeriesStyle {
    /// Lines.
    Lines,
    /// Areas, stacked if several.
    Areas,
    /// Vertical bars, stacked if several.
    Columns,
    /// Vertical bars, side by side if several.
    Groups,
}

impl SeriesStyle {
    /// Whether the marks are bars, which stand in slots of one width.
    pub fn is_bars(self) -> bool {
        matches!(self, SeriesStyle::Columns | SeriesStyle::Groups)
    }

    /// Whether several series stand on top of each other.
    pub fn is_stack(self) -> bool {
        matches!(self, SeriesStyle::Areas | SeriesStyle::Columns)
    }
}

/// The largest magnitude that is placed, so that sums of many stay finite.
const LARGEST: f64 = 1e300;

/// The spans of the series `shown`.
pub(in crate::chart) fn layers(grid: &Grid, shown: &[usize], stacking: Stacking) -> Vec<Layer> {
    let places = grid.axis.len();
    let mut above = vec![0.0; places];
    let mut below = vec![0.0; places];
    let is_known_at = |place: usize| shown.iter().any(|series| grid.value(*series, place).is_known());
    let has_any: Vec<bool> = match stacking {
        Stacking::Stacked => (0..places).map(is_known_at).listed(),
        _ => vec![false; places],
    };
    let mut result = Vec::with_capacity(shown.len());
    for series in shown {
        let stacks = above.iter_mut().zip(below.iter_mut()).zip(&has_any).enumerate();
        let spans = stacks
            .map(|(place, ((above, below), has_any))| {
                let figure = grid.value(*series, place).known().map(|figure| figure.clamp(-LARGEST, LARGEST));
                match (stacking, figure) {
                    (Stacking::Lines { log }, Some(figure)) => {
                        (!log || figure >= 0.0).then_some(ValueSpan { from: figure, to: figure, known: true })
                    }
                    (Stacking::Lines { .. }, None) => None,
                    (Stacking::Stacked, figure) => has_any.then(|| {
                        let from = *above;
                        *above += figure.unwrap_or(0.0);
                        ValueSpan { from, to: *above, known: figure.is_some() }
                    }),
                    (Stacking::Diverging, Some(figure)) => {
                        let end = if figure < 0.0 { below } else { above };
                        let from = *end;
                        *end += figure;
                        Some(ValueSpan { from, to: *end, known: true })
                    }
                    (Stacking::Beside, Some(figure)) => {
                        Some(ValueSpan { from: 0.0, to: figure, known: true })
                    }
                    (Stacking::Diverging | Stacking::Beside, None) => None,
                }
            })
            .listed();
        result.push(Layer { series: *series, spans });
    }
    result
}

/// The stretches of successive places for which `holds` is true: the first place of each, and one past its last.
pub(in crate::chart) fn runs(places: usize, holds: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    for place in 0..=places {
        match (place < places && holds(place), start) {
            (true, None) => start = Some(place),
            (false, Some(from)) => {
                found.push((from, place));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The places of a run that matter in a drawing of `columns` pixels: of each column the first, the last, the lowest and
/// the highest; all of them while there are at most four a column.
///
/// `column_of` gives a place's pixel column, `height_of` the value that decides.
pub(in crate::chart) fn decimate(
    run: (usize, usize),
    columns: i32,
    column_of: impl Fn(usize) -> i32,
    height_of: impl Fn(usize) -> f64,
) -> Vec<usize> {
    let (from, to) = run;
    if (to - from) as u64 <= columns.max(1) as u64 * 4 {
        return (from..to).listed();
    }
    let mut kept: Vec<usize> = Vec::new();
    let mut place = from;
    while place < to {
        let column = column_of(place);
        let (first, mut low, mut high) = (place, place, place);
        while place < to && column_of(place) == column {
            if height_of(place) < height_of(low) {
                low = place;
            }
            if height_of(place) > height_of(high) {
                high = place;
            }
            place += 1;
        }
        for candidate in [first, low.min(high), low.max(high), place - 1] {
            if kept.last() != Some(&candidate) {
                kept.push(candidate);
            }
        }
        place = place.max(first + 1);
    }
    kept
}

/// Runs of a line of more places than four a pixel, thinned as by [`decimate`]: places without a figure are passed over
/// where their neighbours lie in one pixel or in two beside each other, since no gap is seen there.
pub(in crate::chart) fn dense_runs(
    places: usize,
    column_of: impl Fn(usize) -> i32,
    height_of: impl Fn(usize) -> Option<f64>,
) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut before: Option<i32> = None;
    let mut place = 0;
    while place < places {
        let column = column_of(place);
        // The first, the lowest, the highest and the last of a pixel, with the heights of the middle two.
        let mut known: Option<[(usize, f64); 4]> = None;
        while place < places && column_of(place) == column {
            if let Some(height) = height_of(place) {
                let here = (place, height);
                let [first, low, high, _] = known.unwrap_or([here; 4]);
                let low = if height < low.1 { here } else { low };
                let high = if height > high.1 { here } else { high };
                known = Some([first, low, high, here]);
            }
            place += 1;
        }
        let Some([(first, _), (low, _), (high, _), (last, _)]) = known else { continue };
        if before.is_none_or(|before| column - before > 1) {
            found.push(Vec::new());
        }
        before = Some(column);
        let Some(run) = found.last_mut() else { continue };
        for candidate in [first, low.min(high), low.max(high), last] {
            if run.last() != Some(&candidate) {
                run.push(candidate);
            }
        }
    }
    found
}
