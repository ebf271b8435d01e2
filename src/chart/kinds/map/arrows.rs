//! Origin and destination as curved arrows: thin where they begin, as wide as their figure where they end.

use super::cut::MapCut;
use super::key::{KeySize, QUIET, key_text, keyed};
use super::land::draw_land;
use super::list::{MapList, RankedRow, beside, draw_rows, list_of};
use super::projection::{FlatGround, MapProjection};
use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::scaled_unit;
use crate::chart::axes::steps::{HeldFigures, held};
use crate::chart::axes::ticks::round_below;
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LABEL_TEXT};
use crate::chart::labels::names::{NamePlacer, NameRank};
use crate::chart::labels::spot::Spot;
use crate::chart::labels::value::fitting_value;
use crate::chart::{HitBand, Point, Rect, Region};
use crate::locale::{PeriodStyle, category_label, series_label};
use crate::model::{Boundaries, Listed, sorted};
use crate::query::Axis;

/// At most so many arrows: more are a tangle.
const MOST: usize = 14;
/// The width of the largest arrow's end, in CSS pixels.
const WIDEST: f64 = 14.0;
/// The most that it is of the shorter side of the map.
const WIDEST_SHARE: f64 = 0.045;
/// How far an arrow bends, as a share of its length.
const BEND: f64 = 0.18;
/// The points of each side.
const STEPS: i32 = 20;
/// How much of its colour an arrow has, and beside a chosen one.
const OPACITY: f64 = 0.75;
const BACK: f64 = 0.25;

/// Leaders lead to the names of so many ends.
const MOST_LEADERS: usize = 6;
/// The length of the key's arrows, in CSS pixels.
const KEY_LENGTH: f64 = 36.0;

struct Arrow {
    series: usize,
    place: usize,
    from: Point,
    to: Point,
    width: f64,
}

/// Draws the largest flows.
pub(in crate::chart) fn draw(
    builder: &mut FrameBuilder,
    boundaries: &Boundaries,
    destinations: &[String],
    body: Rect,
) {
    let grid = builder.grid();
    let locale = builder.picture.locale;
    let theme = builder.picture.theme;
    let held = held(builder);
    let is_placed = |key: &str| boundaries.land(key).is_some();
    let steps = held.iter().map(|figures| largest_ways(figures, &is_placed)).listed();
    let Some(shown) = steps.first().filter(|ways| !ways.is_empty()) else {
        builder.say_no_data();
        return;
    };
    let mut ends: Vec<(String, f64)> = Vec::new();
    for way in steps.iter().flatten() {
        for key in [&way.from, &way.to] {
            if !ends.iter().any(|(known, _)| known == key) {
                ends.push((key.clone(), way.figure));
            }
        }
    }
    let largest = steps.iter().flatten().map(|way| way.figure).fold(0.0, f64::max);
    let all = held.first().map(pairs_of).unwrap_or_default().len();
    builder.frame.stayed = grid.stayed.map(|figure| locale.amount(grid, figure)).unwrap_or_default();
    let cut = MapCut::whole(builder, boundaries, ends);
    let ground = FlatGround::new(boundaries, &cut);
    let list = pairs_beside(builder, &steps, (body, ground.aspect()));
    let plot = beside(list, body);
    let side = f64::from(plot.width().min(plot.height()));
    let widest = f64::from(builder.px(WIDEST)).min(side * WIDEST_SHARE);
    let thinnest = f64::from(builder.px(1.5));
    let width = |figure: f64| (widest * figure / largest).max(thinnest);
    let great = round_below(largest);
    let key_texts = [great / 10.0, great].map(|figure| (width(figure), locale.number(figure)));
    let texts_wide = builder.widest(key_texts.iter().map(|(_, text)| text), AXIS_TEXT);
    let row = builder.px(AXIS_TEXT + 6.0).max(widest.round() as i32 + builder.px(4.0));
    let corner = (builder.px(KEY_LENGTH) + builder.px(8.0) + texts_wide, 2 * row);
    let key_size = KeySize { corner, flat: 2 * row, land: QUIET };
    let arrows_on = |projection: &MapProjection, ways: &[Way]| {
        let arrow = |way: &Way| {
            let (from, to) = (projection.middle(&way.from)?, projection.middle(&way.to)?);
            Some(Arrow { series: way.series, place: way.place, from, to, width: width(way.figure) })
        };
        ways.iter().filter_map(arrow).listed()
    };
    let reached = |projection: &MapProjection| {
        let arrows = steps.iter().flat_map(|ways| arrows_on(projection, ways));
        arrows.flat_map(|arrow| shape(&arrow)).map(|at| Rect::around(at, 2)).listed()
    };
    let map = keyed(builder, &ground, plot, &|_| key_size, &reached);
    let (projection, key) = (map.projection, map.key);
    builder.frame.plot = plot;
    draw_unit(builder, &scaled_unit(grid, locale, 0.0).1);
    draw_land(builder, &projection, &cut);
    let arrows = arrows_on(&projection, shown);
    builder.frame.categories_left_out = all.saturating_sub(arrows.len());
    let chosen = builder.picture.state.highlight.as_ref();
    let plain = theme.series.first().copied().unwrap_or(theme.other);
    // The largest last, on the others.
    for arrow in arrows.iter().rev() {
        let key = grid.series.get(arrow.series).map(|series| &series.key);
        let is_front = chosen.is_none() || key == chosen || destinations.get(arrow.place) == chosen;
        builder.area(shape(arrow), plain.over(theme.grid, if is_front { OPACITY } else { BACK }));
    }
    for arrow in &arrows {
        builder.dot(arrow.from, 2.5, theme.text);
    }
    for (index, (width, text)) in key_texts.into_iter().enumerate() {
        let y = key.top + row * index as i32 + row / 2;
        let (from, to) = (Point { x: key.left, y }, Point { x: key.left + builder.px(KEY_LENGTH), y });
        let sample = Arrow { series: 0, place: 0, from, to, width };
        builder.area(bent(&sample, 0.0), theme.axis);
        key_text(builder, text, Point { x: to.x + builder.px(8.0), y });
    }
    let radius = builder.px(4.0);
    let spots = arrows.iter().flat_map(|arrow| [arrow.from, arrow.to]).map(|at| Spot { at, radius }).listed();
    let mut names = NamePlacer::new(spots, vec![key], plot);
    // A country's name stands at the largest of its arrows alone.
    let mut written: Vec<String> = Vec::new();
    for arrow in &arrows {
        let to = category_label(locale, grid, arrow.place, PeriodStyle::Short);
        let from =
            builder.frame.legend_entries.get(arrow.series).map(|key| key.label.clone()).unwrap_or_default();
        for (name, at) in [(to, arrow.to), (from, arrow.from)] {
            if !written.contains(&name) {
                let rank = match written.len() {
                    // Both ends of the greatest.
                    0 | 1 => NameRank::Greatest,
                    few if few < MOST_LEADERS => NameRank::Large,
                    _ => NameRank::Small,
                };
                names.write(builder, &name, Spot { at, radius }, theme.text, rank);
                written.push(name);
            }
        }
    }
    builder.frame.hit_bands = arrows
        .iter()
        .map(|arrow| {
            let outlines = vec![shape(arrow)];
            let bounds = Rect::bounding(&outlines);
            let middle = bounds.left.midpoint(bounds.right);
            HitBand {
                index: arrow.place,
                middle,
                reach: (bounds.left, bounds.right),
                points: vec![(arrow.series, arrow.to)],
                region: Some(Region { bounds, outlines, series: Some(arrow.series) }),
            }
        })
        .listed();
    if let Some(list) = list {
        let row = |way: &Way| RankedRow {
            name: way_text(builder, way),
            figure: way.figure,
            is_chosen: false,
            mark: arrows.iter().position(|arrow| (arrow.series, arrow.place) == (way.series, way.place)),
        };
        let rows = shown.iter().map(row).listed();
        draw_rows(builder, list, &rows);
    }
}

/// Series, place and figure of every way.
fn pairs_of(figures: &HeldFigures) -> Vec<(usize, usize, f64)> {
    let mut pairs = Vec::new();
    for series in &figures.shown {
        for place in 0..figures.places() {
            if let Some(figure) = figures.way(*series, place) {
                pairs.push((*series, place, figure));
            }
        }
    }
    pairs
}

/// A way that an arrow stands for.
struct Way {
    series: usize,
    place: usize,
    from: String,
    to: String,
    figure: f64,
}

/// The largest ways between two places of the map.
fn largest_ways(figures: &HeldFigures, is_placed: &dyn Fn(&str) -> bool) -> Vec<Way> {
    let Axis::Entities(keys) = &figures.grid.axis else { return Vec::new() };
    let pairs = pairs_of(figures);
    let figure = |index: usize| pairs.get(index).map_or(0.0, |pair| pair.2);
    let order = sorted(pairs.len(), &|one, two| figure(two).total_cmp(&figure(one)));
    let ways = order.into_iter().filter_map(|index| {
        let (series, place, figure) = *pairs.get(index)?;
        let (from, to) = (&figures.grid.series.get(series)?.key, keys.get(place)?);
        let is_way = from != to && is_placed(from) && is_placed(to);
        is_way.then(|| Way { series, place, from: from.clone(), to: to.clone(), figure })
    });
    ways.take(MOST).listed()
}

/// From where to where.
fn way_text(builder: &FrameBuilder, way: &Way) -> String {
    let from = series_label(builder.picture.locale, builder.grid(), way.series);
    let to = category_label(builder.picture.locale, builder.grid(), way.place, PeriodStyle::Short);
    [from, to].join(" → ")
}

/// Where the ways stand by rank beside a wide map.
fn pairs_beside(builder: &FrameBuilder, steps: &[Vec<Way>], body: (Rect, f64)) -> Option<MapList> {
    let shown = steps.first()?;
    let names = shown.iter().map(|way| way_text(builder, way)).listed();
    let values = shown.iter().map(|way| fitting_value(builder, way.figure)).listed();
    let widths = (builder.widest(names.iter(), LABEL_TEXT), builder.widest(values.iter(), LABEL_TEXT));
    list_of(builder, shown.len(), widths, body)
}

/// The closed shape of an arrow.
fn shape(arrow: &Arrow) -> Vec<Point> {
    bent(arrow, BEND)
}

/// The closed shape of an arrow that is bent by a share of its length: a band that widens up to its point, which is no wider
/// than the band is before it.
fn bent(arrow: &Arrow, bend: f64) -> Vec<Point> {
    let (from, to) = (arrow.from, arrow.to);
    let (dx, dy) = (f64::from(to.x - from.x), f64::from(to.y - from.y));
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    // Bent to the left of its way, so that there and back lie apart.
    let (bend_x, bend_y) =
        (f64::from(from.x) + dx / 2.0 + dy * bend, f64::from(from.y) + dy / 2.0 - dx * bend);
    let head = arrow.width.min(length / 3.0);
    let end = 1.0 - head / length;
    let at = |share: f64| {
        let (start, middle, stop) =
            ((1.0 - share) * (1.0 - share), 2.0 * share * (1.0 - share), share * share);
        (
            start * f64::from(from.x) + middle * bend_x + stop * f64::from(to.x),
            start * f64::from(from.y) + middle * bend_y + stop * f64::from(to.y),
        )
    };
    let side = |share: f64, half: f64| {
        let ((x, y), (next_x, next_y)) = (at(share), at((share + 0.02).min(1.0)));
        let ((before_x, before_y), (after_x, after_y)) =
            if share >= 0.98 { (at(share - 0.02), (x, y)) } else { ((x, y), (next_x, next_y)) };
        let (tx, ty) = (after_x - before_x, after_y - before_y);
        let norm = (tx * tx + ty * ty).sqrt().max(1e-6);
        let whole = |value: f64| value.round().clamp(-1e6, 1e6) as i32;
        Point { x: whole(x - ty / norm * half), y: whole(y + tx / norm * half) }
    };
    let half = |share: f64| 0.5 + (arrow.width / 2.0 - 0.5) * share / end;
    let shares = || (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS) * end);
    let mut points: Vec<Point> = shares().map(|share| side(share, half(share))).listed();
    points.push(to);
    points.extend(shares().map(|share| side(share, -half(share))).listed().into_iter().rev());
    points
}
