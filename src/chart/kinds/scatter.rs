//! A scatter plot: an entity a point, one figure across, one up, a third as the point's size.

use crate::chart::axes::axis::draw_grid;
use crate::chart::axes::axis_texts::named_texts;
use crate::chart::axes::scale::{Extent, ValueAxis, by_magnitude};
use crate::chart::axes::steps::{HeldFigures, draw_period, head, held};
use crate::chart::axes::ticks::round_below;
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LINE_HEIGHT};
use crate::chart::labels::names::{NamePlacer, NameRank};
use crate::chart::labels::spot::Spot;
use crate::chart::{Anchor, HitBand, Mark, Point, Rect, Region, Weight};
use crate::locale::{PeriodStyle, category_label, series_label, undated_label};
use crate::model::{Listed, sorted};
use crate::query::{Axis, Grid};

/// The radius of a point without a size of its own, in CSS pixels.
const RADIUS: f64 = 5.0;
/// The greatest radius, in CSS pixels.
const GREATEST_RADIUS: f64 = 22.0;
/// The least radius that a finger finds, in CSS pixels.
const LEAST_REACH: f64 = 12.0;
/// Leaders lead to so many points at most.
const MOST_LEADERS: usize = 6;
/// How opaque a point is: those below shine through.
const OPACITY: f64 = 0.8;

/// One entity.
struct Dot {
    /// Whether the reader has looked it up.
    is_chosen: bool,
    place: usize,
    name: String,
    at: Point,
    radius: i32,
}

/// The figure of an entity in another answer.
fn figure_of(grid: &Grid, key: &str) -> Option<f64> {
    grid.value(0, grid.place_of(key)?).known()
}

/// The entities of a period that have both figures: place, figure across, figure up, size.
fn found_in(figures: &HeldFigures, log: bool) -> Vec<(usize, f64, f64, Option<f64>)> {
    let grid = figures.grid;
    let (Axis::Entities(keys), Some((across, rest))) = (&grid.axis, figures.companions.split_first()) else {
        return Vec::new();
    };
    let size = rest.first();
    let is_shown = |figure: &f64| !log || *figure >= 0.0;
    let found = keys.iter().enumerate().filter_map(|(place, key)| {
        // What is folded together is no entity.
        let up = grid.value(0, place).known().filter(is_shown).filter(|_| grid.folded != Some(place))?;
        let across = figure_of(across, key).filter(is_shown)?;
        Some((place, across, up, size.and_then(|size| figure_of(size, key))))
    });
    found.listed()
}

/// Lays out the entities that have both figures.
pub(in crate::chart) fn scatter(builder: &mut FrameBuilder) {
    let entities = builder.entities();
    let grid = builder.grid();
    let locale = builder.picture.locale;
    let log = builder.picture.scale.is_log();
    let Some((across, rest)) = builder.picture.companions.split_first() else {
        builder.say_no_data();
        return;
    };
    let size = rest.first();
    let found = held(builder).first().map(|figures| found_in(figures, log)).unwrap_or_default();
    builder.frame.categories_left_out = entities.len() - found.len();
    let mut all = Vec::new();
    for figures in held(builder) {
        all.extend(found_in(&figures, log));
    }
    if found.is_empty() {
        builder.say_no_data();
        return;
    }
    let (across_all, up_all) =
        (all.iter().map(|found| found.1).listed(), all.iter().map(|found| found.2).listed());
    draw_period(builder);
    builder.note_state(entities.len());
    builder.frame.has_gaps = false;
    let ratio = builder.frame.device_pixel_ratio;
    let axis = |figures: &[f64], length: i32, lines: usize| {
        if let Some(axis) = by_magnitude(figures, f64::from(length) / ratio, lines).filter(|_| log) {
            return axis;
        }
        let none = Extent { low: 0.0, high: 0.0, whole: true };
        ValueAxis::linear(Extent::of(figures.iter().copied()).unwrap_or(none), lines, false)
    };
    let (width, height) = (builder.frame.width_in_device_px, builder.frame.height_in_device_px);
    let line = builder.px(LINE_HEIGHT);
    let y_axis = axis(&up_all, height - 4 * line, 5);
    let mut y_texts = named_texts(&y_axis, grid, locale);
    builder.drop_wide(&mut y_texts.ticks, AXIS_TEXT);
    let left = builder.widest(y_texts.ticks.iter(), AXIS_TEXT) + builder.px(8.0);
    let x_lines = ((width - left) / builder.px(84.0)).clamp(2, 6) as usize;
    let x_axis = axis(&across_all, width - left, x_lines);
    let mut x_texts = named_texts(&x_axis, across, locale);
    builder.drop_wide(&mut x_texts.ticks, AXIS_TEXT);
    let legend = if size.is_some() { builder.px(GREATEST_RADIUS * 2.0 + 6.0) } else { 0 };
    let plot = Rect {
        left,
        top: head(builder, LINE_HEIGHT * 1.75),
        right: width - builder.px(20.0),
        bottom: height - line * 5 / 2 - legend,
    };
    builder.frame.plot = plot;
    let room = builder.head_room;
    let y_name = fitting_name(builder, grid, y_texts.unit, room);
    name_axis(builder, &y_name, Point { x: 0, y: line / 2 }, Anchor::Left, room);
    draw_grid(builder, &y_axis, &y_texts.ticks, plot);
    draw_across(builder, &x_axis, &x_texts.ticks);
    let x_name = fitting_name(builder, across, x_texts.unit, width);
    name_axis(builder, &x_name, Point { x: width, y: plot.bottom + line * 2 }, Anchor::Right, width);

    let largest = all.iter().filter_map(|found| found.3).fold(0.0, f64::max);
    let radius_of = |figure: f64| {
        let share = (figure.max(0.0) / largest).sqrt();
        builder.px((GREATEST_RADIUS * share).max(2.0))
    };
    let dots: Vec<Dot> = found
        .iter()
        .map(|(place, x, y, size)| Dot {
            place: *place,
            // A reader who looks a country up among the others wants to see it there, and not alone.
            is_chosen: entities.get(*place).is_some_and(|key| {
                let state = builder.picture.state;
                state.highlight.as_ref() == Some(key) || state.pick.contains(key)
            }),
            name: category_label(locale, grid, *place, PeriodStyle::Short),
            at: Point {
                x: x_axis.position(*x, plot.left, plot.right),
                y: y_axis.position(*y, plot.bottom, plot.top),
            },
            radius: match size {
                Some(figure) if largest > 0.0 => radius_of(*figure),
                _ => builder.px(RADIUS),
            },
        })
        .listed();
    draw_dots(builder, &dots);
    draw_names(builder, &dots);
    if let Some(size) = size.filter(|_| largest > 0.0) {
        draw_sizes(builder, size, largest);
    }
    builder.frame.labelled_directly = true;
    let least = builder.px(LEAST_REACH);
    builder.frame.hit_bands = dots
        .iter()
        .map(|dot| {
            let reach = dot.radius.max(least);
            let bounds = Rect::around(dot.at, reach);
            HitBand {
                index: dot.place,
                middle: dot.at.x,
                reach: (bounds.left, bounds.right),
                points: vec![(0, dot.at)],
                region: Some(Region { bounds, ..Region::default() }),
            }
        })
        .listed();
}

/// The name of an axis; where there is no room for it without its date, which the title says, or what was done alone.
fn fitting_name(builder: &FrameBuilder, grid: &Grid, name: String, room: i32) -> String {
    let locale = builder.picture.locale;
    let fits = |text: &str| builder.width_of(text, AXIS_TEXT, Weight::Regular) <= room;
    let whole = series_label(locale, grid, 0);
    let mut chosen = name.clone();
    if let Some(added) = name.strip_prefix(&*whole) {
        for form in [undated_label(locale, grid, 0), locale.undated_words(grid, "")] {
            if !fits(&chosen) && !form.is_empty() {
                chosen = [&form, added].concat();
            }
        }
    }
    chosen
}

/// What an axis counts, in words: its figure and what was done to it.
fn name_axis(builder: &mut FrameBuilder, text: &str, at: Point, anchor: Anchor, room: i32) {
    let width = |text: &str| builder.width_of(text, AXIS_TEXT, Weight::Regular);
    // What must be known to read the axis, that it is logarithmic, ends its name: the start is cut.
    let comma = text.as_bytes().iter().rposition(|byte| *byte == b',').filter(|_| width(text) > room);
    let text = match comma.and_then(|comma| text.split_at_checked(comma)) {
        Some((start, end)) if width(end) < room => {
            let start = builder.shorten(start, AXIS_TEXT, Weight::Regular, room - width(end));
            [start.as_str(), end].concat().trim_start_matches([',', ' ']).to_owned()
        }
        _ => builder.shorten(text, AXIS_TEXT, Weight::Regular, room),
    };
    let color = builder.picture.theme.muted;
    builder.text(text, at, anchor, AXIS_TEXT, Weight::Regular, color);
}

/// Vertical grid lines with their figures below.
fn draw_across(builder: &mut FrameBuilder, axis: &ValueAxis, texts: &[String]) {
    let theme = builder.picture.theme;
    let (plot, width) = (builder.frame.plot, builder.px(1.0));
    let mut free_from = i32::MIN;
    for (tick, text) in axis.ticks.iter().zip(texts) {
        let x = axis.position(*tick, plot.left, plot.right);
        let color = if *tick == 0.0 { theme.axis } else { theme.grid };
        let left = x - width / 2;
        builder.fill(Rect { left, top: plot.top, right: left + width, bottom: plot.bottom }, color);
        let half = (builder.width_of(text, AXIS_TEXT, Weight::Regular) + 1) / 2;
        let middle = x.min(builder.frame.width_in_device_px - half);
        if middle - half > free_from {
            let at = Point { x: middle, y: plot.bottom + builder.px(6.0 + LINE_HEIGHT / 2.0) };
            builder.text(text.clone(), at, Anchor::Middle, AXIS_TEXT, Weight::Regular, theme.muted);
            free_from = middle + half + builder.px(8.0);
        }
    }
}

/// Draws the points, the largest first; one the reader has chosen last and in full colour.
fn draw_dots(builder: &mut FrameBuilder, dots: &[Dot]) {
    let theme = builder.picture.theme;
    let plain = theme.series.first().copied().unwrap_or(theme.other);
    let strong = theme.series.get(1).copied().unwrap_or(theme.text);
    let is_chosen = |dot: &Dot| dot.is_chosen;
    let some_chosen = dots.iter().any(is_chosen);
    let radius = |index: usize| dots.get(index).map_or(0, |dot| dot.radius);
    let order = sorted(dots.len(), &|one, two| radius(two).cmp(&radius(one)));
    let in_order = order.iter().filter_map(|index| dots.get(*index));
    for dot in
        in_order.clone().filter(|dot| !is_chosen(dot)).chain(in_order.clone().filter(|dot| is_chosen(dot)))
    {
        let share = if some_chosen && !is_chosen(dot) { 0.35 } else { OPACITY };
        let color = if is_chosen(dot) { strong } else { plain.over(theme.surface, share) };
        builder.frame.marks.push(Mark::Dot {
            center: dot.at,
            radius: dot.radius,
            color,
            ring: Some(theme.surface),
        });
    }
}

/// Names as many points as have room: what the reader has looked up, the greatest figure each way and the largest point,
/// then those far from the crowd and the large ones.
fn draw_names(builder: &mut FrameBuilder, dots: &[Dot]) {
    let plot = builder.frame.plot;
    let middle = middle_of(dots);
    let (width, height) = (f64::from(plot.width().max(1)), f64::from(plot.height().max(1)));
    let spread = |dot: &Dot| {
        let (x, y) = (f64::from(dot.at.x - middle.x) / width, f64::from(dot.at.y - middle.y) / height);
        x * x + y * y + f64::from(dot.radius) / height
    };
    let best = |rank: &dyn Fn(&Dot) -> i32| {
        let order = sorted(dots.len(), &|one, two| {
            let of = |index: usize| dots.get(index).map_or(i32::MIN, rank);
            of(two).cmp(&of(one))
        });
        order.first().copied()
    };
    let greatest = [best(&|dot| -dot.at.y), best(&|dot| dot.at.x), best(&|dot| dot.radius)];
    let far = |index: usize| dots.get(index).map_or(0.0, spread);
    let first = |index: usize| {
        let is_chosen = dots.get(index).is_some_and(|dot| dot.is_chosen);
        (is_chosen, greatest.first() == Some(&Some(index)), greatest.contains(&Some(index)))
    };
    let order =
        sorted(dots.len(), &|one, two| first(two).cmp(&first(one)).then(far(two).total_cmp(&far(one))));
    let spots = dots.iter().map(|dot| Spot { at: dot.at, radius: dot.radius }).listed();
    let over = builder.px(4.0);
    let room = Rect {
        top: plot.top - over,
        right: builder.frame.width_in_device_px,
        bottom: plot.bottom + over / 2,
        ..plot
    };
    let fill = builder.picture.theme.series.first().copied().unwrap_or(builder.picture.theme.other);
    let mut names = NamePlacer::new(spots, Vec::new(), room);
    for (place, index) in order.into_iter().enumerate() {
        let Some(dot) = dots.get(index) else { continue };
        let rank = match first(index) {
            (true, ..) | (_, true, _) => NameRank::Greatest,
            _ if place < MOST_LEADERS => NameRank::Large,
            _ => NameRank::Small,
        };
        names.write(builder, &dot.name, Spot { at: dot.at, radius: dot.radius }, fill, rank);
    }
}

/// Where the crowd is: the middle point each way.
fn middle_of(dots: &[Dot]) -> Point {
    let median = |of: &dyn Fn(&Dot) -> i32| {
        let at = |index: usize| dots.get(index).map_or(0, of);
        sorted(dots.len(), &|one, two| at(one).cmp(&at(two)))
            .get(dots.len() / 2)
            .map_or(0, |index| at(*index))
    };
    Point { x: median(&|dot| dot.at.x), y: median(&|dot| dot.at.y) }
}

/// Two circles that say what sizes mean, with the figure's name.
fn draw_sizes(builder: &mut FrameBuilder, size: &Grid, largest: f64) {
    let theme = builder.picture.theme;
    let locale = builder.picture.locale;
    let great = round_below(largest);
    let bottom = builder.frame.height_in_device_px - builder.px(2.0);
    let mut x = 0;
    for figure in [great / 10.0, great] {
        let radius = builder.px((GREATEST_RADIUS * (figure / largest).sqrt()).max(2.0));
        let center = Point { x: x + radius, y: bottom - builder.px(GREATEST_RADIUS) };
        builder.circle(center, radius, theme.axis);
        let text = locale.number(figure);
        let left = x + 2 * radius + builder.px(4.0);
        let at = Point { x: left, y: center.y };
        x = left + builder.width_of(&text, AXIS_TEXT, Weight::Regular) + builder.px(14.0);
        builder.text(text, at, Anchor::Left, AXIS_TEXT, Weight::Regular, theme.muted);
    }
    let name = series_label(locale, size, 0);
    let name = builder.shorten(&name, AXIS_TEXT, Weight::Regular, builder.frame.width_in_device_px - x);
    let at = Point { x, y: bottom - builder.px(GREATEST_RADIUS) };
    builder.text(name, at, Anchor::Left, AXIS_TEXT, Weight::Regular, theme.muted);
}
