//! Counts as circles, by area.

use super::legend::legend_text;
use super::projection::MapProjection;
use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::scaled_unit;
use crate::chart::axes::steps::{HeldFigures, held};
use crate::chart::axes::ticks::round_below;
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder};
use crate::chart::labels::names::{NamePlacer, NameRank};
use crate::chart::labels::spot::Spot;
use crate::chart::{HitBand, Mark, Point, Rect, Region};
use crate::locale::{PeriodStyle, category_label};
use crate::model::{Listed, Value, sorted};
use crate::query::Axis;

/// The radius of the largest figure's circle, as a share of the shorter side of the drawing.
const GREATEST: f64 = 0.085;
/// The least radius of a circle, and of what a finger finds, in CSS pixels.
const LEAST: f64 = 2.0;
const LEAST_REACH: f64 = 11.0;
/// How opaque a circle is.
const OPACITY: f64 = 0.72;
/// At most so many names.
const MOST_NAMES: usize = 12;
/// Leaders lead to so many circles at most.
const MOST_LEADERS: usize = 10;

#[derive(Clone, Copy)]
struct Circle {
    place: usize,
    figure: f64,
    at: Point,
    radius: i32,
}

/// Draws a circle for each country with a figure, the largest first.
pub(in crate::chart) fn draw(builder: &mut FrameBuilder, projection: &MapProjection, entities: &[String]) {
    let grid = builder.grid();
    let locale = builder.picture.locale;
    let theme = builder.picture.theme;
    let total =
        |place: usize| grid.total(place, |series| builder.shown.contains(&series)).filter(|sum| *sum > 0.0);
    let held = held(builder);
    let mut placed: Vec<(Point, f64)> = Vec::new();
    for figures in &held {
        placed.extend(placed_of(figures, projection));
    }
    let largest = placed.iter().map(|(_, sum)| *sum).fold(0.0, f64::max);
    let side = f64::from(projection.plot.width().min(projection.plot.height()));
    let least = builder.px(LEAST);
    let radius = |figure: f64| ((side * GREATEST * (figure / largest).sqrt()).round() as i32).max(least);
    let found = entities.iter().enumerate().filter_map(|(place, key)| {
        let figure = total(place)?;
        Some(Circle { place, figure, at: projection.middle(key)?, radius: radius(figure) })
    });
    let circles = largest_first(found.listed());
    // What is folded together lies nowhere.
    let nowhere = entities.iter().enumerate().filter(|(place, key)| {
        total(*place).is_some() && grid.folded != Some(*place) && projection.middle(key).is_none()
    });
    builder.frame.categories_left_out = nowhere.count();
    if circles.is_empty() {
        builder.say_no_data();
        return;
    }
    draw_unit(builder, &scaled_unit(grid, locale, 0.0).1);
    let plain = theme.series.first().copied().unwrap_or(theme.other);
    let strong = theme.series.get(1).copied().unwrap_or(theme.text);
    let chosen = builder.picture.state.highlight.as_ref();
    for circle in &circles {
        let is_chosen = chosen.is_some() && entities.get(circle.place) == chosen;
        let share = if chosen.is_some() && !is_chosen { 0.35 } else { OPACITY };
        let color = if is_chosen { strong } else { plain.over(theme.grid, share) };
        builder.frame.marks.push(Mark::Dot {
            center: circle.at,
            radius: circle.radius,
            color,
            ring: Some(theme.surface),
        });
    }
    // Of every period, so that the key stays where it is.
    let reached = placed.iter().map(|(at, sum)| Rect::around(*at, radius(*sum))).listed();
    let legend = draw_legend(builder, projection, largest, &radius, &reached);
    let spot = |circle: &Circle| Spot { at: circle.at, radius: circle.radius };
    let spots = circles.iter().map(spot).listed();
    let mut names = NamePlacer::new(spots, legend.into_iter().listed(), builder.frame.plot);
    let fill = plain.over(theme.grid, OPACITY);
    for (index, circle) in circles.iter().take(MOST_NAMES).enumerate() {
        let name = category_label(locale, grid, circle.place, PeriodStyle::Short);
        let rank = match index {
            0 => NameRank::Greatest,
            _ if index < MOST_LEADERS => NameRank::Large,
            _ => NameRank::Small,
        };
        names.write(builder, &name, spot(circle), fill, rank);
    }
    let least_reach = builder.px(LEAST_REACH);
    builder.frame.hit_bands = circles
        .iter()
        .map(|circle| {
            let bounds = Rect::around(circle.at, circle.radius.max(least_reach));
            HitBand {
                index: circle.place,
                middle: circle.at.x,
                reach: (bounds.left, bounds.right),
                points: vec![(0, circle.at)],
                region: Some(Region { bounds, ..Region::default() }),
            }
        })
        .listed();
}

/// The circles in the order of drawing, small ones over large ones, which is also that of names.
fn largest_first(circles: Vec<Circle>) -> Vec<Circle> {
    let figure = |index: usize| circles.get(index).map_or(0.0, |circle| circle.figure);
    let order = sorted(circles.len(), &|one, two| figure(two).total_cmp(&figure(one)));
    order.iter().filter_map(|index| circles.get(*index)).copied().listed()
}

/// Where the figures of a period stand that are on the map.
fn placed_of(figures: &HeldFigures, projection: &MapProjection) -> Vec<(Point, f64)> {
    let Axis::Entities(keys) = &figures.grid.axis else { return Vec::new() };
    let placed = keys.iter().enumerate().filter_map(|(place, key)| {
        let sum = figures.total(place).filter(|sum| *sum > 0.0)?;
        Some((projection.middle(key)?, sum))
    });
    placed.listed()
}

/// Two circles with their figures, in a lower corner that no circle of the map reaches into; nowhere if none is free.
fn draw_legend(
    builder: &mut FrameBuilder,
    projection: &MapProjection,
    largest: f64,
    radius: &dyn Fn(f64) -> i32,
    reached: &[Rect],
) -> Option<Rect> {
    let great = round_below(largest);
    let color = builder.picture.theme.axis;
    let most = radius(great);
    let figures = [great, great / 10.0];
    let (grid, locale) = (builder.grid(), builder.picture.locale);
    let texts = figures.map(|figure| match grid.normalized {
        true => locale.value_text(grid, Value::Known(figure)),
        false => locale.number(figure),
    });
    let widest = builder.widest(texts.iter(), AXIS_TEXT);
    let width = 2 * most + builder.px(10.0) + widest;
    let step = most + radius(great / 10.0) + builder.px(6.0);
    let last = projection.plot.bottom - builder.px(4.0) - most;
    let top = last - step - radius(great / 10.0);
    let is_free = |place: &Rect| !reached.iter().any(|circle| place.overlaps(circle));
    let corners = [projection.plot.left, projection.plot.right - width - builder.px(2.0)];
    let places = corners.map(|left| Rect { left, top, right: left + width, bottom: projection.plot.bottom });
    let place = places.into_iter().find(is_free)?;
    let mut y = last;
    for (figure, text) in figures.into_iter().zip(texts) {
        let center = Point { x: place.left + most + builder.px(2.0), y };
        builder.circle(center, radius(figure), color);
        let at = Point { x: place.left + 2 * most + builder.px(10.0), y };
        legend_text(builder, text, at);
        y -= step;
    }
    Some(place)
}
