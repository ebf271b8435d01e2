//! Origin and destination as curved arrows: thin where they begin, as wide as their figure where they end.

use super::projection::MapProjection;
use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::scaled_unit;
use crate::chart::axes::steps::{HeldFigures, held};
use crate::chart::frame_builder::FrameBuilder;
use crate::chart::labels::names::{NamePlacer, NameRank};
use crate::chart::labels::spot::Spot;
use crate::chart::{HitBand, Point, Rect, Region};
use crate::locale::{PeriodStyle, category_label};
use crate::model::{Listed, sorted};
use crate::query::Axis;

/// At most so many arrows: more are a tangle.
const MOST: usize = 14;
/// The width of the largest arrow's end, in CSS pixels.
const WIDEST: f64 = 16.0;
/// How far an arrow bends, as a share of its length.
const BEND: f64 = 0.18;
/// The points of each side.
const STEPS: i32 = 20;
/// How much of its colour an arrow has, and beside a chosen one.
const OPACITY: f64 = 0.75;
const BACK: f64 = 0.25;

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
    projection: &MapProjection,
    destinations: &[String],
) {
    let grid = builder.grid();
    let locale = builder.picture.locale;
    let theme = builder.picture.theme;
    let held = held(builder);
    let pairs = held.first().map(pairs_of).unwrap_or_default();
    let figure = |index: usize| pairs.get(index).map_or(0.0, |pair| pair.2);
    let order = sorted(pairs.len(), &|one, two| figure(two).total_cmp(&figure(one)));
    let placed = order.iter().filter_map(|index| {
        let (series, place, figure) = pairs.get(*index)?;
        let from = projection.middle(&grid.series.get(*series)?.key)?;
        let to = projection.middle(destinations.get(*place)?)?;
        (from != to).then_some((*series, *place, from, to, *figure))
    });
    let shown: Vec<_> = placed.take(MOST).listed();
    builder.frame.categories_left_out = pairs.len() - shown.len();
    builder.frame.stayed = grid.stayed.map(|figure| locale.amount(grid, figure)).unwrap_or_default();
    if shown.is_empty() {
        builder.say_no_data();
        return;
    }
    let largest = held.iter().map(|figures| largest_of(figures, projection)).fold(0.0, f64::max);
    draw_unit(builder, &scaled_unit(grid, locale, 0.0).1);
    let widest = f64::from(builder.px(WIDEST));
    let arrows: Vec<Arrow> = shown
        .into_iter()
        .map(|(series, place, from, to, figure)| Arrow {
            series,
            place,
            from,
            to,
            width: (widest * figure / largest).max(f64::from(builder.px(1.5))),
        })
        .listed();
    let chosen = builder.picture.state.highlight.as_ref();
    // The largest last, on the others.
    for arrow in arrows.iter().rev() {
        let key = grid.series.get(arrow.series).map(|series| &series.key);
        let is_front = chosen.is_none() || key == chosen || destinations.get(arrow.place) == chosen;
        let color = theme.series.first().copied().unwrap_or(theme.other);
        builder.area(shape(arrow), color.over(theme.grid, if is_front { OPACITY } else { BACK }));
    }
    for arrow in &arrows {
        builder.dot(arrow.from, 2.5, theme.text);
    }
    let radius = builder.px(4.0);
    let ends = arrows.iter().flat_map(|arrow| [arrow.from, arrow.to]);
    let spots = ends.map(|at| Spot { at, radius }).listed();
    let mut names = NamePlacer::new(spots, Vec::new(), builder.frame.plot);
    // A country's name stands at the largest of its arrows alone.
    let mut written: Vec<String> = Vec::new();
    for arrow in &arrows {
        let to = category_label(locale, grid, arrow.place, PeriodStyle::Short);
        let from =
            builder.frame.legend_entries.get(arrow.series).map(|key| key.label.clone()).unwrap_or_default();
        for (name, at) in [(to, arrow.to), (from, arrow.from)] {
            if !written.contains(&name) {
                let rank = if written.is_empty() { NameRank::Greatest } else { NameRank::Small };
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

/// The largest figure of a way between two places of the map.
fn largest_of(figures: &HeldFigures, projection: &MapProjection) -> f64 {
    let Axis::Entities(keys) = &figures.grid.axis else { return 0.0 };
    let is_placed = |(series, place, _): &(usize, usize, f64)| {
        let from = figures.grid.series.get(*series).and_then(|series| projection.middle(&series.key));
        let to = keys.get(*place).and_then(|key| projection.middle(key));
        from.is_some() && to.is_some() && from != to
    };
    pairs_of(figures).into_iter().filter(is_placed).map(|pair| pair.2).fold(0.0, f64::max)
}

/// The closed shape of an arrow: a bent band that widens, with a head.
fn shape(arrow: &Arrow) -> Vec<Point> {
    let (from, to) = (arrow.from, arrow.to);
    let (dx, dy) = (f64::from(to.x - from.x), f64::from(to.y - from.y));
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    // Bent to the left of its way, so that there and back lie apart.
    let (bend_x, bend_y) =
        (f64::from(from.x) + dx / 2.0 + dy * BEND, f64::from(from.y) + dy / 2.0 - dx * BEND);
    let head = (arrow.width * 1.4).min(length / 3.0);
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
    let half = |share: f64| 0.5 + (arrow.width / 2.0 - 0.5) * share;
    let shares = || (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS) * end);
    let mut points: Vec<Point> = shares().map(|share| side(share, half(share))).listed();
    points.push(side(end, arrow.width));
    points.push(to);
    points.push(side(end, -arrow.width));
    points.extend(shares().map(|share| side(share, -half(share))).listed().into_iter().rev());
    points
}
