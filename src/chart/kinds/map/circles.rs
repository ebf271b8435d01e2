//! Counts as circles, by area.

use super::legend::legend_text;
use super::projection::Ground;
use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::scaled_unit;
use crate::chart::axes::ticks::round_below;
use crate::chart::frame_builder::{AXIS_TEXT, Sketch};
use crate::chart::labels::names::Names;
use crate::chart::{Mark, Place, Point, Rect, Region};
use crate::locale::{PeriodStyle, place_label};
use crate::model::Listed;

/// The radius of the largest figure's circle, as a share of the shorter side of the drawing.
const GREATEST: f64 = 0.085;
/// The least radius of a circle, and of what a finger finds, in CSS pixels.
const LEAST: f64 = 2.0;
const LEAST_REACH: f64 = 11.0;
/// How opaque a circle is.
const OPACITY: f64 = 0.72;
/// At most so many names.
const MOST_NAMES: usize = 12;

struct Circle {
    place: usize,
    at: Point,
    radius: i32,
}

/// Draws a circle for each country with a figure, the largest first.
pub(in crate::chart) fn draw(sketch: &mut Sketch, ground: &Ground, entities: &[String]) {
    let grid = sketch.grid();
    let locale = sketch.picture.locale;
    let theme = sketch.picture.theme;
    let total =
        |place: usize| grid.total(place, |series| sketch.shown.contains(&series)).filter(|sum| *sum > 0.0);
    let largest = (0..entities.len())
        .filter(|place| entities.get(*place).is_some_and(|key| ground.middle(key).is_some()))
        .filter_map(total)
        .fold(0.0, f64::max);
    let side = f64::from(ground.plot.width().min(ground.plot.height()));
    let least = sketch.px(LEAST);
    let radius = |figure: f64| ((side * GREATEST * (figure / largest).sqrt()).round() as i32).max(least);
    let found = entities.iter().enumerate().filter_map(|(place, key)| {
        Some(Circle { place, at: ground.middle(key)?, radius: radius(total(place)?) })
    });
    let circles: Vec<Circle> = found.listed();
    // What is folded together lies nowhere.
    let nowhere = entities.iter().enumerate().filter(|(place, key)| {
        total(*place).is_some() && grid.folded != Some(*place) && ground.middle(key).is_none()
    });
    sketch.frame.places_left_out = nowhere.count();
    if circles.is_empty() {
        sketch.say_no_data();
        return;
    }
    draw_unit(sketch, &scaled_unit(grid, locale, 0.0).1);
    let plain = theme.series.first().copied().unwrap_or(theme.other);
    let strong = theme.series.get(1).copied().unwrap_or(theme.text);
    let chosen = sketch.picture.state.highlight.as_ref();
    for circle in &circles {
        let is_chosen = chosen.is_some() && entities.get(circle.place) == chosen;
        let share = if chosen.is_some() && !is_chosen { 0.35 } else { OPACITY };
        let color = if is_chosen { strong } else { plain.over(theme.grid, share) };
        sketch.frame.marks.push(Mark::Dot {
            center: circle.at,
            radius: circle.radius,
            color,
            ring: Some(theme.surface),
        });
    }
    let legend = draw_legend(sketch, ground, largest, &radius, &circles);
    let mut taken = circles.iter().map(|circle| Rect::around(circle.at, circle.radius)).listed();
    taken.extend(legend);
    let mut names = Names::beside(taken, sketch.frame.plot);
    for circle in circles.iter().take(MOST_NAMES) {
        let name = place_label(locale, grid, circle.place, PeriodStyle::Short);
        let distance = circle.radius + sketch.px(4.0);
        names.write(sketch, &name, circle.at, distance);
    }
    let least_reach = sketch.px(LEAST_REACH);
    sketch.frame.places = circles
        .iter()
        .map(|circle| {
            let bounds = Rect::around(circle.at, circle.radius.max(least_reach));
            Place {
                index: circle.place,
                middle: circle.at.x,
                reach: (bounds.left, bounds.right),
                points: vec![(0, circle.at)],
                region: Some(Region { bounds, ..Region::default() }),
            }
        })
        .listed();
}

/// Two circles with their figures, in a lower corner that no circle of the map reaches into; nowhere if none is free.
fn draw_legend(
    sketch: &mut Sketch,
    ground: &Ground,
    largest: f64,
    radius: &dyn Fn(f64) -> i32,
    circles: &[Circle],
) -> Option<Rect> {
    let great = round_below(largest);
    let color = sketch.picture.theme.axis;
    let most = radius(great);
    let figures = [great, great / 10.0];
    let texts = figures.map(|figure| sketch.picture.locale.figure(figure));
    let widest = sketch.widest(texts.iter(), AXIS_TEXT);
    let width = 2 * most + sketch.px(10.0) + widest;
    let step = most + radius(great / 10.0) + sketch.px(6.0);
    let last = ground.plot.bottom - sketch.px(4.0) - most;
    let top = last - step - radius(great / 10.0);
    let is_free =
        |place: &Rect| !circles.iter().any(|circle| place.overlaps(&Rect::around(circle.at, circle.radius)));
    let corners = [ground.plot.left, ground.plot.right - width - sketch.px(2.0)];
    let places = corners.map(|left| Rect { left, top, right: left + width, bottom: ground.plot.bottom });
    let place = places.into_iter().find(is_free)?;
    let mut y = last;
    for (figure, text) in figures.into_iter().zip(texts) {
        let center = Point { x: place.left + most + sketch.px(2.0), y };
        sketch.circle(center, radius(figure), color);
        let at = Point { x: place.left + 2 * most + sketch.px(10.0), y };
        legend_text(sketch, text, at);
        y -= step;
    }
    Some(place)
}
