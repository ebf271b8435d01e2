//! What stands while periods are stepped through: what scales are made of, and the period, large above the plot.

use super::layers::{Stacking, layers};
use super::scale::Extent;
use crate::chart::frame_builder::{FrameBuilder, LABEL_TEXT};
use crate::chart::{Anchor, Point, Weight};
use crate::locale::{PeriodStyle, category_label, period_span};
use crate::model::Listed;
use crate::query::Grid;

/// The size of the period, in CSS pixels.
const PERIOD: f64 = 32.0;
/// The height of its row, in CSS pixels.
const PERIOD_ROW: f64 = 40.0;

/// The figures of a period that scales have to hold.
pub(in crate::chart) struct HeldFigures<'a> {
    /// The figures.
    pub grid: &'a Grid,
    /// See [`crate::chart::Picture::companions`].
    pub companions: &'a [Grid],
    /// The indices of the series that are switched on.
    pub shown: Vec<usize>,
}

impl HeldFigures<'_> {
    /// What is added up at a place, where it can be.
    pub fn total(&self, place: usize) -> Option<f64> {
        self.grid.total(place, |series| self.shown.contains(&series))
    }

    /// How many go from a series' place to another, where any do.
    pub fn way(&self, series: usize, place: usize) -> Option<f64> {
        self.grid.value(series, place).known().filter(|figure| *figure > 0.0)
    }

    /// How many places there are.
    pub fn places(&self) -> usize {
        self.grid.axis.len()
    }
}

/// The figures that scales have to hold: those drawn, and those of each period that the reader steps through.
pub(in crate::chart) fn held<'a>(builder: &FrameBuilder<'a>) -> Vec<HeldFigures<'a>> {
    let picture = builder.picture;
    let hidden = &picture.state.hidden;
    let mut held = vec![HeldFigures {
        grid: picture.grid,
        companions: picture.companions,
        shown: builder.shown.clone(),
    }];
    // Once each: classes go by how many figures there are.
    let others = picture.steps.iter().filter(|step| step.grid.span != picture.grid.span);
    held.extend(others.map(|step| {
        // Which series are the largest, and their order, is another in each period.
        let is_on = |series: &usize| {
            step.grid.series.get(*series).is_some_and(|series| !hidden.contains(&series.key))
        };
        let shown = (0..step.grid.series.len()).filter(is_on).listed();
        HeldFigures { grid: &step.grid, companions: &step.companions, shown }
    }));
    held
}

/// The extent of bars of all of them; `None` where nothing is known.
pub(in crate::chart) fn extent_of_bars(held: &[HeldFigures], stacking: Stacking) -> Option<Extent> {
    let mut ends = Vec::new();
    for figures in held {
        for layer in layers(figures.grid, &figures.shown, stacking) {
            ends.extend(layer.spans.iter().flatten().flat_map(|span| [span.from, span.to]));
        }
    }
    Extent::of(ends.into_iter())
}

/// The widest name of any place, in device pixels.
pub(in crate::chart) fn widest_name(builder: &FrameBuilder, held: &[HeldFigures]) -> i32 {
    let locale = builder.picture.locale;
    let width = |figures: &HeldFigures| {
        let name = |place: usize| category_label(locale, figures.grid, place, PeriodStyle::Short);
        let names = (0..figures.places()).map(name).listed();
        builder.widest(names.iter(), LABEL_TEXT)
    };
    held.iter().map(width).max().unwrap_or(0)
}

/// The height of the row above a plot, in device pixels: `css_px`, and what the period needs where it stands there.
pub(in crate::chart) fn head(builder: &FrameBuilder, css_px: f64) -> i32 {
    let has_period = !builder.picture.steps.is_empty();
    builder.px(if has_period { css_px.max(PERIOD_ROW) } else { css_px })
}

/// Writes the period shown, large, right above the plot, where the reader steps through periods; gives the room left of it
/// to what else stands in its row.
pub(in crate::chart) fn draw_period(builder: &mut FrameBuilder) {
    let picture = builder.picture;
    if picture.steps.is_empty() {
        return;
    }
    let words = |grid: &Grid| match grid.span {
        Some((first, last)) => period_span(picture.locale, first, last, PeriodStyle::Short),
        None => String::new(),
    };
    // As wide as the widest, so that nothing beside it moves.
    let texts = picture.steps.iter().map(|step| words(&step.grid)).listed();
    let width = texts.iter().map(|text| builder.width_of(text, PERIOD, Weight::Bold)).max().unwrap_or(0);
    let right = builder.frame.width_in_device_px;
    let at = Point { x: right, y: builder.px(PERIOD_ROW) / 2 - builder.px(2.0) };
    let color = picture.theme.muted;
    builder.text(words(picture.grid), at, Anchor::Right, PERIOD, Weight::Bold, color);
    builder.head_room = right - width - builder.px(12.0);
}
