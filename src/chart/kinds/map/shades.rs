//! Rates as shades of one colour, with rounded breaks.

use super::land::{draw_boundaries, in_drawing_order};
use super::legend::legend_text;
use super::projection::MapProjection;
use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::scaled_unit;
use crate::chart::axes::steps::held;
use crate::chart::axes::ticks::round_below;
use crate::chart::frame_builder::{FrameBuilder, LINE_HEIGHT};
use crate::chart::labels::value::fitting_value;
use crate::chart::{Color, HitBand, Mark, Point, Rect, Region};
use crate::model::{Land, Listed, sorted};

/// At most so many shades.
const MOST_SHADES: usize = 5;
/// A country narrower than this, in CSS pixels, has a dot of its shade.
const SMALL: f64 = 7.0;
/// The least reach of a finger, in CSS pixels.
const LEAST_REACH: f64 = 11.0;

/// The rounded values between shades: near the fifths of the figures.
pub(in crate::chart) fn breaks(figures: &[f64]) -> Vec<f64> {
    let at = |index: usize| figures.get(index).copied().unwrap_or_default();
    let order = sorted(figures.len(), &|one, two| at(one).total_cmp(&at(two)));
    let mut breaks: Vec<f64> = Vec::new();
    for step in 1..MOST_SHADES {
        let index = order.get(figures.len() * step / MOST_SHADES).copied().unwrap_or_default();
        let figure = at(index);
        let rounded = if figure >= 1.0 { round_below(figure) } else { round_below(figure * 1000.0) / 1000.0 };
        let lowest = order.first().map_or(0.0, |index| at(*index));
        if figure > 0.0 && rounded > lowest && breaks.last().is_none_or(|last| *last < rounded) {
            breaks.push(rounded);
        }
    }
    breaks
}

/// How much of its colour the hatching of countries without a figure has: quieter than any shade.
const UNKNOWN: f64 = 0.4;

/// Draws each country in the shade of its rate; those without one hatched.
pub(in crate::chart) fn draw(builder: &mut FrameBuilder, projection: &MapProjection) {
    let grid = builder.grid();
    let theme = builder.picture.theme;
    let switched_on = builder.shown.clone();
    let figure_of = |key: &str| {
        let place = grid.place_of(key)?;
        Some((place, grid.total(place, |series| switched_on.contains(&series))?))
    };
    let found: Vec<(usize, f64, &Land)> = projection
        .boundaries
        .lands
        .iter()
        .filter_map(|land| figure_of(&land.key).map(|(place, figure)| (place, figure, land)))
        .listed();
    if found.is_empty() {
        builder.say_no_data();
        return;
    }
    let mut figures: Vec<f64> = Vec::new();
    // A country that some period leaves without a rate, others may not.
    let mut has_unknown = false;
    for held in held(builder) {
        for land in &projection.boundaries.lands {
            let figure = held.grid.place_of(&land.key).and_then(|place| held.total(place));
            has_unknown |= figure.is_none();
            figures.extend(figure);
        }
    }
    let breaks = breaks(&figures);
    let colors = shades(builder, breaks.len() + 1);
    let shade = |figure: f64| {
        let class = breaks.iter().filter(|least| figure >= **least).count();
        colors.get(class).copied().unwrap_or(theme.other)
    };
    draw_unit(builder, &scaled_unit(grid, builder.picture.locale, 0.0).1);
    let unknown = theme.other.over(theme.surface, UNKNOWN);
    for land in in_drawing_order(projection) {
        let color = figure_of(&land.key).map(|(_, figure)| shade(figure));
        for outline in projection.outlines(land) {
            match color {
                Some(color) => builder.area(outline, color),
                None => builder.area_hatched(outline, unknown),
            }
        }
    }
    draw_boundaries(builder, projection);
    let least = builder.px(LEAST_REACH);
    let largest_first = sorted(found.len(), &|one, two| {
        let of = |index: usize| found.get(index).map_or(0.0, |(_, figure, _)| *figure);
        of(two).total_cmp(&of(one))
    });
    for index in largest_first {
        let Some((place, figure, land)) = found.get(index) else { continue };
        let at = projection.point(land.middle);
        let outlines = projection.outlines(land);
        let bounds = Rect::bounding(&outlines);
        let is_small = bounds.width().max(bounds.height()) < builder.px(SMALL);
        if is_small {
            let radius = builder.px(4.0);
            let color = shade(*figure);
            builder.frame.marks.push(Mark::Dot { center: at, radius, color, ring: Some(theme.axis) });
        }
        let region = match is_small {
            true => Region { bounds: Rect::around(at, least), ..Region::default() },
            false => Region { bounds, outlines, series: None },
        };
        builder.frame.hit_bands.push(HitBand {
            index: *place,
            middle: at.x,
            reach: (region.bounds.left, region.bounds.right),
            points: vec![(0, at)],
            region: Some(region),
        });
    }
    draw_legend(builder, projection, &breaks, &colors, has_unknown.then_some(unknown));
}

/// Shades of the first colour, from pale to full.
fn shades(builder: &FrameBuilder, count: usize) -> Vec<Color> {
    let theme = builder.picture.theme;
    let full = theme.series.first().copied().unwrap_or(theme.text);
    let share = |index: usize| 0.22 + 0.78 * index as f64 / (count.max(2) - 1) as f64;
    (0..count).map(|index| full.over(theme.surface, share(index))).listed()
}

/// The shades with their ranges, in the lower left.
fn draw_legend(
    builder: &mut FrameBuilder,
    projection: &MapProjection,
    breaks: &[f64],
    colors: &[Color],
    unknown: Option<Color>,
) {
    let locale = builder.picture.locale;
    let line = builder.px(LINE_HEIGHT + 2.0);
    let swatch = builder.px(14.0);
    let mut y = projection.plot.bottom - line / 2;
    let (left, text_left) = (projection.plot.left, projection.plot.left + swatch + builder.px(6.0));
    if let Some(color) = unknown {
        let square = Rect { left, top: y - swatch / 2, right: left + swatch, bottom: y + swatch / 2 };
        builder.fill_hatched(square, color, builder.picture.theme.surface);
        legend_text(builder, locale.text("mark.no-data", &[]), Point { x: text_left, y });
        y -= line;
    }
    for (class, color) in colors.iter().enumerate() {
        let low = class
            .checked_sub(1)
            .and_then(|before| breaks.get(before))
            .map(|low| fitting_value(builder, *low));
        let high = breaks.get(class).map(|high| fitting_value(builder, *high));
        let text = match (low, high) {
            (None, Some(high)) => locale.text("map.below", &[("n", &high)]),
            (Some(low), None) => locale.text("map.from", &[("n", &low)]),
            (Some(low), Some(high)) => locale.text("map.between", &[("low", &low), ("high", &high)]),
            (None, None) => String::new(),
        };
        let square = Rect { left, top: y - swatch / 2, right: left + swatch, bottom: y + swatch / 2 };
        builder.fill(square, *color);
        legend_text(builder, text, Point { x: text_left, y });
        y -= line;
    }
}
