//! Rates as shades of one colour, with rounded breaks.

use super::aside::MapAside;
use super::classes::breaks;
use super::cut::{MapCut, places_of};
use super::key::{AFTER_SWATCH, KeySize, SWATCH, key_text, keyed, origin_text};
use super::land::{
    SMALL, draw_beyond, draw_boundaries, in_drawing_order, is_narrow, is_origin, is_small, mark_origin,
};
use super::land_name::name_on_land;
use super::list::{beside, list_beside};
use super::projection::{FlatGround, MapProjection};
use super::strip::Strip;
use super::touch::{LEAST_REACH, place_of_mark};
use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::scaled_unit;
use crate::chart::axes::steps::held;
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LINE_HEIGHT};
use crate::chart::labels::spot::Spot;
use crate::chart::labels::value::fitting_value;
use crate::chart::{Anchor, Color, HitBand, Mark, Point, Rect, Region, Weight};
use crate::locale::{PeriodStyle, category_label};
use crate::model::{Boundaries, Listed, sorted};

/// The radius of the dot of its shade that a small country has, in CSS pixels.
const DOT: f64 = 4.0;
/// How much of its colour the hatching of countries without a figure has: quieter than any shade.
const UNKNOWN: f64 = 0.4;
/// The height and the width of each class of a key below the map, in CSS pixels.
const RAMP: f64 = 12.0;
const STEP: f64 = 64.0;

/// Draws each country in the shade of its rate; those without one hatched.
pub(in crate::chart) fn draw(
    builder: &mut FrameBuilder,
    boundaries: &Boundaries,
    entities: &[String],
    body: Rect,
) {
    let grid = builder.grid();
    let theme = builder.picture.theme;
    let shown = builder.shown.clone();
    let held = held(builder);
    let places = places_of(&held, &|_| true);
    let mut cut = MapCut::of(builder, boundaries, &places);
    let figures = (0..entities.len())
        .filter(|place| grid.folded != Some(*place))
        .filter_map(|place| Some((place, grid.total(place, |series| shown.contains(&series))?)))
        .listed();
    if figures.is_empty() {
        builder.say_no_data();
        return;
    }
    let figure_of =
        |key: &String| figures.iter().copied().find(|(place, _)| entities.get(*place) == Some(key));
    let mut all: Vec<f64> = Vec::new();
    // A country that some period leaves without a rate, others may not.
    let mut has_unknown = false;
    for held in &held {
        for land in &boundaries.lands {
            let figure = held.grid.place_of(&land.key).and_then(|place| held.total(place));
            has_unknown |= figure.is_none();
            all.extend(figure);
        }
    }
    let breaks = breaks(&all);
    let colors = theme.classes(breaks.len() + 1);
    let shade = |figure: f64| {
        let class = breaks.iter().filter(|least| figure >= **least).count();
        colors.get(class).copied().unwrap_or(theme.other)
    };
    let unknown = theme.other.over(theme.surface, UNKNOWN);
    let ground = FlatGround::new(boundaries, &cut);
    let radius = builder.px(DOT);
    let strip = Strip::new(builder, body, cut.rest.len(), radius);
    let body = strip.rest(builder, body);
    let list = list_beside(builder, &held, &places, (body, ground.aspect()));
    let plot = beside(list, body);
    let (low, high) =
        all.iter().fold((f64::MAX, f64::MIN), |(low, high), figure| (low.min(*figure), high.max(*figure)));
    let range = if low < high { vec![low, high] } else { vec![low] };
    let mut key_lines = key_lines(builder, &breaks, &colors, has_unknown.then_some(unknown), &range);
    // A key that is higher than the map leaves out what is not its figures.
    let line = builder.px(LINE_HEIGHT + 2.0);
    if line * (key_lines.len() + 1) as i32 > plot.height() {
        cut.origin = None;
    }
    let origin = origin_text(builder, &cut).map(|text| KeyLine { color: theme.other, hatched: true, text });
    key_lines.extend(origin);
    let below = key_lines.iter().filter(|line| line.hatched).map(|line| line.width(builder)).listed();
    let is_one_row = below.iter().sum::<i32>() <= plot.width();
    let below = if is_one_row { below.len().min(1) } else { below.len() } as i32;
    let widest = builder.widest(key_lines.iter().map(|line| &line.text), AXIS_TEXT);
    let column = builder.px(SWATCH) + builder.px(AFTER_SWATCH) + widest;
    let key_size = KeySize {
        corner: (column, line * key_lines.len() as i32),
        flat: builder.px(RAMP) + line * (1 + below),
        land: 1,
    };
    let (least, side) = (builder.px(LEAST_REACH), builder.px(SMALL));
    let small = |projection: &MapProjection| {
        let dots = projection
            .lands
            .iter()
            .filter(|placed| is_small(placed, side) && cut.shown.contains(&placed.land.key));
        dots.filter_map(|placed| Some(Rect::around(placed.mark?, radius))).listed()
    };
    // The key covers no corner of a country that the map is of.
    let reached = |projection: &MapProjection| {
        let own = projection.lands.iter().filter(|placed| placed.mark.is_some());
        let corners = own.flat_map(|placed| placed.outlines.iter().flatten());
        let mut reached = corners.map(|corner| Rect::around(*corner, 1)).listed();
        reached.extend(small(projection));
        reached
    };
    let map = keyed(builder, &ground, plot, &|_| key_size, &reached);
    let (projection, key) = (map.projection, map.key);
    builder.frame.plot = plot;
    draw_unit(builder, &scaled_unit(grid, builder.picture.locale, 0.0).1);
    for placed in in_drawing_order(&projection) {
        let color = figure_of(&placed.land.key).map(|(_, figure)| shade(figure));
        for outline in &placed.outlines {
            match color {
                Some(color) => builder.area(outline.clone(), color),
                None if is_origin(&cut, placed) => builder.area_hatched(outline.clone(), theme.other),
                None if placed.is_cut => draw_beyond(builder, outline, plot),
                None => builder.area_hatched(outline.clone(), unknown),
            }
        }
    }
    mark_origin(builder, &projection, &cut);
    draw_boundaries(builder, &projection);
    let found = projection
        .lands
        .iter()
        .filter_map(|placed| {
            let (place, figure) = figure_of(&placed.land.key)?;
            Some((place, figure, placed, placed.mark?))
        })
        .listed();
    let largest_first = sorted(found.len(), &|one, two| {
        let of = |index: usize| found.get(index).map_or(0.0, |found| found.1);
        of(two).total_cmp(&of(one))
    });
    let spots = found.iter().map(|(_, _, _, at)| Spot { at: *at, radius }).listed();
    let mut greatest = None;
    for index in largest_first {
        let Some((place, figure, placed, at)) = found.get(index).copied() else { continue };
        let spot = Spot { at, radius };
        if is_small(placed, side) {
            builder.frame.marks.push(Mark::Dot {
                center: at,
                radius,
                color: shade(figure),
                ring: Some(theme.axis),
            });
        }
        let region = Region {
            bounds: Rect::bounding(&placed.outlines),
            outlines: placed.outlines.clone(),
            series: None,
        };
        let band = if is_narrow(placed, least) || !region.holds(at) {
            place_of_mark(place, spot, &spots, least)
        } else {
            let (middle, reach) = (at.x, (region.bounds.left, region.bounds.right));
            HitBand { index: place, middle, reach, points: vec![(0, at)], region: Some(region) }
        };
        builder.frame.hit_bands.push(band);
        greatest = greatest.or(Some((place, figure, spot)));
    }
    match key.width() > column {
        false => draw_key(builder, key, key_lines, false),
        true => draw_ramp(builder, key, &breaks, key_lines, is_one_row),
    }
    if let Some((place, figure, spot)) = greatest {
        let mut taken = small(&projection);
        taken.push(key);
        let text = [
            category_label(builder.picture.locale, grid, place, PeriodStyle::Short),
            fitting_value(builder, figure),
        ];
        name_on_land(builder, &projection, text.join(" "), spot, &taken);
    }
    let look = |figure: f64| (radius, shade(figure));
    MapAside { strip, list }.draw(builder, (&projection, &cut), figures, &look);
}

/// A line of the key.
struct KeyLine {
    color: Color,
    hatched: bool,
    text: String,
}

impl KeyLine {
    /// Its width in device pixels, with the space behind it.
    fn width(&self, builder: &FrameBuilder) -> i32 {
        let text = builder.width_of(&self.text, AXIS_TEXT, Weight::Regular);
        builder.px(SWATCH) + builder.px(AFTER_SWATCH) + text + builder.px(SWATCH)
    }
}

/// The shades with their ranges from the greatest on, one alone with that of all, and what stands for no figure.
fn key_lines(
    builder: &FrameBuilder,
    breaks: &[f64],
    colors: &[Color],
    unknown: Option<Color>,
    range: &[f64],
) -> Vec<KeyLine> {
    let locale = builder.picture.locale;
    let mut lines = Vec::new();
    for (class, color) in colors.iter().enumerate().rev() {
        let low = class.checked_sub(1).and_then(|before| breaks.get(before));
        let low = low.map(|low| fitting_value(builder, *low));
        let high = breaks.get(class).map(|high| fitting_value(builder, *high));
        let text = match (low, high) {
            (None, Some(high)) => locale.text("map.below", &[("n", &high)]),
            (Some(low), None) => locale.text("map.from", &[("n", &low)]),
            (Some(low), Some(high)) => locale.text("map.between", &[("low", &low), ("high", &high)]),
            (None, None) => range.iter().map(|end| fitting_value(builder, *end)).listed().join("–"),
        };
        lines.push(KeyLine { color: *color, hatched: false, text });
    }
    let no_data = |color| KeyLine { color, hatched: true, text: locale.text("mark.no-data", &[]) };
    lines.extend(unknown.map(no_data));
    lines
}

/// The lines of the key in its place, below each other or side by side.
fn draw_key(builder: &mut FrameBuilder, place: Rect, lines: Vec<KeyLine>, is_one_row: bool) {
    let (line, swatch) = (builder.px(LINE_HEIGHT + 2.0), builder.px(SWATCH));
    let (mut left, mut y) = (place.left, place.top + line / 2);
    for key_line in lines {
        let width = key_line.width(builder);
        let KeyLine { color, hatched, text } = key_line;
        let text_left = left + swatch + builder.px(AFTER_SWATCH);
        let square = Rect { left, top: y - swatch / 2, right: left + swatch, bottom: y + swatch / 2 };
        match hatched {
            true => builder.fill_hatched(square, color, builder.picture.theme.surface),
            false => builder.fill(square, color),
        }
        key_text(builder, text, Point { x: text_left, y });
        match is_one_row {
            true => left += width,
            false => y += line,
        }
    }
}

/// The shades side by side with the figures between them, for where there is room below the map alone.
fn draw_ramp(builder: &mut FrameBuilder, place: Rect, breaks: &[f64], lines: Vec<KeyLine>, is_one_row: bool) {
    let (line, high) = (builder.px(LINE_HEIGHT + 2.0), builder.px(RAMP));
    let (known, unknown): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| !line.hatched);
    let step = (place.width() / known.len().max(1) as i32).min(builder.px(STEP)).max(1);
    let muted = builder.picture.theme.muted;
    let mut left = place.left;
    for (class, KeyLine { color, .. }) in known.into_iter().rev().enumerate() {
        builder.fill(Rect { left, top: place.top, right: left + step, bottom: place.top + high }, color);
        left += step;
        let Some(text) = breaks.get(class).map(|least| fitting_value(builder, *least)) else { continue };
        let at = Point { x: left, y: place.top + high + line / 2 };
        builder.text(text, at, Anchor::Middle, AXIS_TEXT, Weight::Regular, muted);
    }
    draw_key(builder, Rect { top: place.top + high + line, ..place }, unknown, is_one_row);
}
