//! Counts as circles, by area.

use super::aside::MapAside;
use super::cut::{MapCut, NARROW, places_of};
use super::key::{AFTER_SWATCH, KeySize, QUIET, SWATCH, key_text, keyed, origin_text};
use super::land::draw_land;
use super::list::{beside, list_beside};
use super::projection::{FlatGround, MapProjection};
use super::strip::Strip;
use super::touch::{LEAST_REACH, place_of_mark};
use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::scaled_unit;
use crate::chart::axes::steps::{HeldFigures, held};
use crate::chart::axes::ticks::round_below;
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder};
use crate::chart::labels::names::{NamePlacer, NameRank};
use crate::chart::labels::spot::Spot;
use crate::chart::{Mark, Point, Rect};
use crate::locale::{PeriodStyle, category_label};
use crate::model::{Boundaries, Listed, Value, sorted};
use crate::query::Axis;

/// The radius of the largest figure's circle is at most this share of the shorter side of the drawing.
const GREATEST: f64 = 0.085;
/// It is at least so large, in CSS pixels, where there is not that space between the countries.
const LEAST_GREATEST: f64 = 11.0;
/// The least radius of a circle, in CSS pixels.
const LEAST: f64 = 2.0;
/// Of figures below this share of the largest the circles are so small that they may lie under others' edges.
const COUNTS: f64 = 0.02;
/// How opaque a circle is.
const OPACITY: f64 = 0.72;
/// At most so many names.
const MOST_NAMES: usize = 12;
/// Leaders lead to so many circles at most, and on a narrow map.
const MOST_LEADERS: usize = 10;
const FEW_LEADERS: usize = 4;

#[derive(Clone, Copy)]
struct Circle {
    place: usize,
    figure: f64,
    at: Point,
    radius: i32,
}

/// How large the circle of each figure is.
#[derive(Clone, Copy)]
struct CircleScale {
    largest: f64,
    /// The radius of the largest, in device pixels.
    greatest: f64,
    least: i32,
}

impl CircleScale {
    fn radius(&self, figure: f64) -> i32 {
        ((self.greatest * (figure / self.largest).clamp(0.0, 1.0).sqrt()).round() as i32).max(self.least)
    }

    /// The scale on a map: no circle reaches the middle of another that counts.
    fn on(
        builder: &FrameBuilder,
        projection: &MapProjection,
        held: &[HeldFigures],
        largest: f64,
    ) -> CircleScale {
        let side = projection.plot.width().min(projection.plot.height());
        let mut greatest = f64::from(side) * GREATEST;
        for figures in held {
            let placed = placed_of(figures, projection, largest * COUNTS);
            for (at, figure) in &placed {
                let share = (figure / largest).sqrt();
                for (other, _) in placed.iter().filter(|(other, _)| other != at) {
                    let (x, y) = (f64::from(other.x - at.x), f64::from(other.y - at.y));
                    greatest = greatest.min((x * x + y * y).sqrt() / share);
                }
            }
        }
        let floor = f64::from(builder.px(LEAST_GREATEST)).min(f64::from(side) * GREATEST);
        CircleScale { largest, greatest: greatest.max(floor), least: builder.px(LEAST) }
    }
}

/// Draws a circle for each country with a figure, the largest first.
pub(in crate::chart) fn draw(
    builder: &mut FrameBuilder,
    boundaries: &Boundaries,
    entities: &[String],
    body: Rect,
) {
    let grid = builder.grid();
    let (locale, theme) = (builder.picture.locale, builder.picture.theme);
    let shown = builder.shown.clone();
    let total = |place: usize| grid.total(place, |series| shown.contains(&series)).filter(|sum| *sum > 0.0);
    let held = held(builder);
    let places = places_of(&held, &|figure| figure > 0.0);
    let cut = MapCut::of(builder, boundaries, &places);
    let figures = (0..entities.len())
        .filter(|place| grid.folded != Some(*place))
        .filter_map(|place| Some((place, total(place)?)))
        .listed();
    if figures.is_empty() {
        builder.say_no_data();
        return;
    }
    let ground = FlatGround::new(boundaries, &cut);
    let largest = places.iter().filter(|(key, _)| cut.shown.contains(key)).map(|(_, most)| *most);
    let largest = largest.fold(0.0, f64::max);
    let rest = places.iter().filter(|(key, _)| cut.rest.contains(key)).map(|(_, most)| *most);
    let most_rest = rest.fold(0.0, f64::max);
    let largest = if largest > 0.0 { largest } else { most_rest };
    // Of a region that the reader has chosen nothing may be known.
    if largest <= 0.0 {
        draw_land(builder, &ground.fit(body), &cut);
        builder.say_no_data();
        builder.frame.categories_left_out = figures.len();
        return;
    }
    let first = CircleScale::on(builder, &ground.fit(body), &held, largest);
    let most = body.height() / 12;
    let strip_radius = |scale: CircleScale, figure: f64| scale.radius(figure).min(most.max(scale.least));
    let strip = Strip::new(builder, body, cut.rest.len(), strip_radius(first, most_rest));
    let body = strip.rest(builder, body);
    let list = list_beside(builder, &held, &places, (body, ground.aspect()));
    let plot = beside(list, body);
    let key_texts = key_texts(builder, largest);
    let origin = origin_text(builder, &cut);
    let scale = |projection: &MapProjection| CircleScale::on(builder, projection, &held, largest);
    let key_size = |projection: &MapProjection| {
        let scale = scale(projection);
        let widest = builder.widest(key_texts.iter().map(|(_, text)| text), AXIS_TEXT);
        let heights = key_texts.iter().map(|(figure, _)| row_of(builder, scale.radius(*figure)));
        let wide = 2 * key_radius(scale, &key_texts) + builder.px(8.0) + widest;
        let (wide_origin, high_origin) = origin_size(builder, origin.as_ref());
        let corner = (wide.max(wide_origin), heights.sum::<i32>() + high_origin);
        KeySize { corner, flat: corner.1, land: QUIET }
    };
    // Of every period, so that the key stays where it is.
    let reached = |projection: &MapProjection| {
        let scale = scale(projection);
        let placed = held.iter().flat_map(|figures| placed_of(figures, projection, 0.0));
        placed.map(|(at, figure)| Rect::around(at, scale.radius(figure) + builder.px(2.0))).listed()
    };
    let map = keyed(builder, &ground, plot, &key_size, &reached);
    let (projection, key) = (map.projection, map.key);
    let scale = scale(&projection);
    builder.frame.plot = plot;
    draw_unit(builder, &scaled_unit(grid, locale, 0.0).1);
    draw_land(builder, &projection, &cut);
    let found = figures.iter().filter_map(|(place, figure)| {
        let at = projection.middle(entities.get(*place)?)?;
        Some(Circle { place: *place, figure: *figure, at, radius: scale.radius(*figure) })
    });
    let circles = largest_first(found.listed());
    let plain = theme.series.first().copied().unwrap_or(theme.other);
    let strong = theme.series.get(1).copied().unwrap_or(theme.text);
    let fill = plain.over(theme.grid, OPACITY);
    let chosen = builder.picture.state.highlight.as_ref();
    for circle in &circles {
        let is_chosen = chosen.is_some() && entities.get(circle.place) == chosen;
        let share = if chosen.is_some() && !is_chosen { 0.35 } else { OPACITY };
        let color = if is_chosen { strong } else { plain.over(theme.grid, share) };
        let (center, radius, ring) = (circle.at, circle.radius, Some(theme.surface));
        builder.frame.marks.push(Mark::Dot { center, radius, color, ring });
    }
    draw_key(builder, key, scale, key_texts, origin);
    let spots = circles.iter().map(|circle| Spot { at: circle.at, radius: circle.radius }).listed();
    let mut names = NamePlacer::new(spots.clone(), vec![key], plot);
    let leaders = if builder.width_in_css_px() > NARROW { MOST_LEADERS } else { FEW_LEADERS };
    for (index, (circle, spot)) in circles.iter().zip(&spots).take(MOST_NAMES).enumerate() {
        let name = category_label(locale, grid, circle.place, PeriodStyle::Short);
        let rank = match index {
            0 => NameRank::Greatest,
            _ if index < leaders => NameRank::Large,
            _ => NameRank::Small,
        };
        names.write(builder, &name, *spot, fill, rank);
    }
    let least = builder.px(LEAST_REACH);
    // A zero has no circle, but is a figure that a pointer and the keyboard's walk find at its country.
    let zeros = (0..entities.len()).filter(|place| {
        let sum = grid.total(*place, |series| shown.contains(&series));
        grid.folded != Some(*place) && sum == Some(0.0)
    });
    let zeros = zeros.filter_map(|place| {
        let at = projection.seen_at(entities.get(place)?)?;
        Some((place, Spot { at, radius: 0 }))
    });
    let places = circles.iter().zip(&spots).map(|(circle, spot)| (circle.place, *spot)).chain(zeros).listed();
    let spots = places.iter().map(|(_, spot)| *spot).listed();
    builder.frame.hit_bands =
        places.iter().map(|(place, spot)| place_of_mark(*place, *spot, &spots, least)).listed();
    let look = |figure: f64| (strip_radius(scale, figure), fill);
    MapAside { strip, list }.draw(builder, (&projection, &cut), figures, &look);
}

/// The circles in the order of drawing, small ones over large ones, which is also that of names.
fn largest_first(circles: Vec<Circle>) -> Vec<Circle> {
    let figure = |index: usize| circles.get(index).map_or(0.0, |circle| circle.figure);
    let order = sorted(circles.len(), &|one, two| figure(two).total_cmp(&figure(one)));
    order.iter().filter_map(|index| circles.get(*index)).copied().listed()
}

/// Where the figures of a period above `least` stand that are on the map.
fn placed_of(figures: &HeldFigures, projection: &MapProjection, least: f64) -> Vec<(Point, f64)> {
    let Axis::Entities(keys) = &figures.grid.axis else { return Vec::new() };
    let placed = keys.iter().enumerate().filter_map(|(place, key)| {
        let sum = figures.total(place).filter(|sum| *sum > least)?;
        Some((projection.middle(key)?, sum))
    });
    placed.listed()
}

/// The figures of the key's circles, the smaller above.
fn key_texts(builder: &FrameBuilder, largest: f64) -> [(f64, String); 2] {
    let great = if largest >= 1.0 { round_below(largest) } else { round_below(largest * 1000.0) / 1000.0 };
    let (grid, locale) = (builder.grid(), builder.picture.locale);
    [great / 10.0, great].map(|figure| {
        let text = match grid.normalized {
            true => locale.value_text(grid, Value::Known(figure)),
            false => locale.number(figure),
        };
        (figure, text)
    })
}

fn key_radius(scale: CircleScale, texts: &[(f64, String)]) -> i32 {
    texts.iter().map(|(figure, _)| scale.radius(*figure)).max().unwrap_or(0)
}

/// The height of a line of the key with a circle of a radius.
fn row_of(builder: &FrameBuilder, radius: i32) -> i32 {
    (2 * radius + builder.px(4.0)).max(builder.px(AXIS_TEXT + 4.0))
}

/// The width and the height of the line for where all are from.
fn origin_size(builder: &FrameBuilder, text: Option<&String>) -> (i32, i32) {
    let Some(text) = text else { return (0, 0) };
    let wide = builder.px(SWATCH) + builder.px(AFTER_SWATCH) + builder.widest([text].into_iter(), AXIS_TEXT);
    (wide, builder.px(SWATCH + 6.0))
}

/// Two circles with their figures, and what is hatched.
fn draw_key(
    builder: &mut FrameBuilder,
    place: Rect,
    scale: CircleScale,
    texts: [(f64, String); 2],
    origin: Option<String>,
) {
    let color = builder.picture.theme.axis;
    let most = key_radius(scale, &texts);
    let mut top = place.top;
    for (figure, text) in texts {
        let radius = scale.radius(figure);
        let height = row_of(builder, radius);
        let y = top + height / 2;
        builder.circle(Point { x: place.left + most, y }, radius, color);
        key_text(builder, text, Point { x: place.left + 2 * most + builder.px(8.0), y });
        top += height;
    }
    let (_, high) = origin_size(builder, origin.as_ref());
    let Some(text) = origin else { return };
    let (y, side) = (top + high / 2, builder.px(SWATCH));
    let square = Rect::around(Point { x: place.left + side / 2, y }, side / 2);
    let theme = builder.picture.theme;
    builder.fill_hatched(square, theme.other, theme.surface);
    key_text(builder, text, Point { x: place.left + side + builder.px(AFTER_SWATCH), y });
}
