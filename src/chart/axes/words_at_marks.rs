//! The author's words in drawings that are not over time: beside the end of a bar, led to a country, a dot, an end of a slope,
//! or to a period in the panel of its series.

use super::author_words::{NotePlace, curves, draw_leader, is_full, place_of_note, set_note, write_lines};
use super::room::{NEAR, anchor};
use crate::chart::frame_builder::FrameBuilder;
use crate::chart::labels::clearing::{Clearing, box_of};
use crate::chart::{Mark, Point, Rect};
use crate::model::{AuthorNote, Listed, sorted};
use crate::query::{Axis, Kind};

/// From a round mark to its words, in CSS pixels: so far that a line between them is seen.
const LED: f64 = 12.0;
/// Between words and a text above or below them, in CSS pixels.
const AIR: f64 = 3.0;
/// Lines shorter than this are straight, in CSS pixels.
const CURVED: f64 = 20.0;
/// The longest line as a share of the plot's longer side.
const LONGEST: f64 = 0.5;
/// Words on quiet land stand as if so much further away, in CSS pixels, and a line over a square of another's mark is so much
/// longer.
const QUIET: f64 = 110.0;
const CROSSED: f64 = 14.0;
/// Between a bar, its figure and the words behind it, in CSS pixels.
const BEHIND: f64 = 10.0;

/// The mark that a note speaks of.
struct NoteMark {
    /// Its middle, or the point behind a bar.
    at: Point,
    /// The radius of a round one, in device pixels; zero of others.
    radius: i32,
    /// Whether words right beside it need no line.
    is_plain: bool,
    /// Whether a line to it ends in a dot.
    is_dotted: bool,
    /// Where the words may stand.
    room: Rect,
}

/// Writes the author's notes at the marks of a drawing whose kind has any.
pub(super) fn write_at_marks(builder: &mut FrameBuilder) {
    let kind = builder.picture.kind;
    let has_marks = match &builder.grid().axis {
        Axis::Periods(_) => matches!(kind, Kind::SmallMultiples | Kind::Slope),
        Axis::Entities(_) => !matches!(kind, Kind::Pyramid | Kind::Waffle | Kind::Flow),
    };
    if !has_marks {
        return;
    }
    let mut clearing = Clearing::of(builder);
    for (index, note) in builder.picture.annotations.notes().iter().enumerate() {
        if is_full(builder) {
            break;
        }
        let Some(found) = place_of_note(note, builder.grid(), builder.picture.locale) else { continue };
        if write_note(builder, note, &marks_of(builder, found), &mut clearing) {
            builder.notes_placed.push(index);
        }
    }
}

/// The marks of a place that words may lead to; of several series there those of the one named, else of the highest or
/// longest.
fn marks_of(builder: &FrameBuilder, found: NotePlace) -> Vec<NoteMark> {
    if builder.frame.bands_run_down {
        return end_of_bar(builder, found).map(|end| ends(builder, end)).unwrap_or_default();
    }
    mark_of(builder, found).into_iter().listed()
}

/// The end of a bar, of several at a place that of the longest.
fn end_of_bar(builder: &FrameBuilder, found: NotePlace) -> Option<Point> {
    let band = builder.frame.hit_bands.iter().find(|band| band.index == found.place)?;
    band.points.iter().map(|(_, at)| *at).max_by_key(|at| at.x)
}

/// See [`marks_of`].
fn mark_of(builder: &FrameBuilder, found: NotePlace) -> Option<NoteMark> {
    let frame = &builder.frame;
    // Of places that share a pixel the first stands for all.
    let is_here =
        |from: usize| if frame.panels.is_empty() { from == found.place } else { from <= found.place };
    let bands = frame.hit_bands.iter().filter(|band| is_here(band.index)).listed();
    let band = if frame.panels.is_empty() { bands.first() } else { bands.last() }?;
    let points = band.points.iter().filter(|(series, _)| found.series.is_none_or(|named| named == *series));
    let points = points.filter(|(_, at)| frame.plot.holds(*at));
    let plot = frame.plot;
    let (series, at) = *points.min_by_key(|(_, at)| at.y)?;
    if !frame.panels.is_empty() {
        let panel = frame.panels.iter().find(|panel| panel.series == series)?;
        return Some(NoteMark { at, radius: 0, is_plain: true, is_dotted: true, room: panel.plot });
    }
    let radii = frame.marks.iter().filter_map(|mark| match mark {
        Mark::Dot { center, radius, .. } if *center == at => Some(*radius),
        _ => None,
    });
    let radius = radii.max().unwrap_or(0);
    Some(NoteMark { at, radius, is_plain: false, is_dotted: radius == 0, room: plot })
}

/// The point behind the end of a bar and the figure that stands there, and the lower corner of that end.
fn ends(builder: &FrameBuilder, end: Point) -> Vec<NoteMark> {
    let frame = &builder.frame;
    let (reach, gap) = (builder.px(BEHIND), builder.px(2.0));
    let (mut behind, mut corner) = (end.x, None);
    for mark in &frame.marks {
        match mark {
            Mark::Text(text) if text.at.y == end.y => {
                let place = box_of(builder, text);
                if end.x <= place.right && place.left <= end.x + reach {
                    behind = behind.max(place.right);
                }
            }
            Mark::Box { rect, .. } if rect.holds(end) && rect.right <= end.x + 1 => {
                corner = Some(Point { x: end.x - gap.min(rect.width() - 1), y: rect.bottom });
            }
            _ => {}
        }
    }
    let room = Rect { right: frame.width_in_device_px, bottom: frame.height_in_device_px, ..frame.plot };
    let at = Point { x: behind + gap, ..end };
    let behind =
        NoteMark { at, radius: 0, is_plain: true, is_dotted: false, room: Rect { left: at.x + 1, ..room } };
    let below = |at: Point| NoteMark {
        at,
        radius: 0,
        is_plain: false,
        is_dotted: false,
        room: Rect { top: at.y, ..room },
    };
    std::iter::once(behind).chain(corner.map(below)).listed()
}

/// Where words stand, and the line that leads from them to their mark.
struct NoteSpot {
    /// How far off, in device pixels, and what makes it worse.
    cost: f64,
    place: Rect,
    /// None where the words stand beside the mark.
    leader: Vec<Point>,
}

/// Writes a note where it costs least; whether there is room.
fn write_note(
    builder: &mut FrameBuilder,
    note: &AuthorNote,
    marks: &[NoteMark],
    clearing: &mut Clearing,
) -> bool {
    let mut best: Option<(NoteSpot, &NoteMark, Vec<String>)> = None;
    for mark in marks {
        let Some((lines, size)) = set_note(builder, note, mark.room.width()) else { continue };
        let Some(spot) = spot_of(builder, size, mark, clearing) else { continue };
        if best.as_ref().is_none_or(|(known, ..)| spot.cost < known.cost) {
            best = Some((spot, mark, lines));
        }
    }
    let Some((NoteSpot { place, leader, .. }, mark, lines)) = best else { return false };
    let surface = builder.picture.theme.surface;
    builder.fill(place, surface);
    if leader.len() > 1 {
        draw_leader(builder, &leader);
        if mark.is_dotted {
            builder.dot(mark.at, 2.5, builder.picture.theme.text);
        }
    }
    let taken = write_lines(builder, lines, place, place.right <= mark.at.x);
    clearing.take(taken, &leader);
    true
}

/// The free boxes of a size that are not too far off, each with what it costs before a line leads from it.
fn free_boxes(
    builder: &FrameBuilder,
    (width, height): (i32, i32),
    mark: &NoteMark,
    clearing: &Clearing,
) -> Vec<(f64, Rect)> {
    let (room, step, air) = (mark.room, builder.px(4.0), builder.px(AIR));
    let longest = f64::from(room.width().max(room.height())) * LONGEST + f64::from(mark.radius);
    let least = if mark.is_plain { 0.0 } else { f64::from(mark.radius + builder.px(LED)) };
    let mut found = Vec::new();
    let mut top = room.top;
    while top + height <= room.bottom {
        let mut left = room.left;
        while left + width <= room.right {
            let place = Rect { left, top, right: left + width, bottom: top + height };
            left += step;
            let (across, down) = reach(&place, mark);
            let distance = (across * across + down * down).sqrt();
            let with_air = Rect { top: place.top - air, bottom: place.bottom + air, ..place };
            if place.holds(mark.at) || distance > longest || distance < least || !clearing.is_free(&with_air)
            {
                continue;
            }
            // Of two as near the one whose middle is nearer.
            let aside = f64::from((place.left.midpoint(place.right) - mark.at.x).abs()) / 64.0;
            let quiet = f64::from(builder.px(QUIET)) * clearing.quiet_share(&place);
            found.push((distance + aside + quiet, place));
        }
        top += step;
    }
    let cost = |index: usize| found.get(index).map_or(0.0, |(cost, _)| *cost);
    let order = sorted(found.len(), &|one, two| cost(one).total_cmp(&cost(two)));
    order.into_iter().filter_map(|index| found.get(index).copied()).listed()
}

/// From a box to its mark, across and down.
fn reach(place: &Rect, mark: &NoteMark) -> (f64, f64) {
    let from = anchor(place, mark.at);
    (f64::from((from.x - mark.at.x).abs()), f64::from((from.y - mark.at.y).abs()))
}

/// The free box of a size that costs least: near, in empty space, with a line that runs over little.
fn spot_of(
    builder: &FrameBuilder,
    size: (i32, i32),
    mark: &NoteMark,
    clearing: &Clearing,
) -> Option<NoteSpot> {
    let (near, crossed) = (f64::from(builder.px(NEAR)), f64::from(builder.px(CROSSED)));
    let curved_from = f64::from(mark.radius + builder.px(CURVED));
    let mut best: Option<NoteSpot> = None;
    for (cost, place) in free_boxes(builder, size, mark, clearing) {
        // Those that follow cost more still.
        if best.as_ref().is_some_and(|known| known.cost <= cost) {
            break;
        }
        let (across, down) = reach(&place, mark);
        if mark.is_plain && across.max(down) <= near {
            return Some(NoteSpot { cost, place, leader: Vec::new() });
        }
        let [one, other, straight] = curves(anchor(&place, mark.at), mark.at);
        // A curve of a few pixels is a bracket.
        let is_short = across.max(down) <= curved_from;
        let in_order = if is_short { [straight, one, other] } else { [one, other, straight] };
        for leader in in_order {
            let Some(over) = clearing.crossed(&leader, mark.radius) else { continue };
            let cost = cost + crossed * f64::from(over);
            if best.as_ref().is_none_or(|known| cost < known.cost) {
                best = Some(NoteSpot { cost, place, leader: up_to_rim(leader, mark) });
            }
        }
    }
    best
}

/// A line without what of it lies in its round mark.
fn up_to_rim(mut leader: Vec<Point>, mark: &NoteMark) -> Vec<Point> {
    let radius = i64::from(mark.radius);
    let is_within = |at: &Point| {
        let (x, y) = (i64::from(at.x - mark.at.x), i64::from(at.y - mark.at.y));
        x * x + y * y < radius * radius
    };
    let Some(first) = leader.iter().position(is_within).filter(|first| *first > 0) else {
        return leader;
    };
    let (Some(out), Some(inside)) = (leader.get(first - 1).copied(), leader.get(first).copied()) else {
        return leader;
    };
    // Where it enters, to a pixel or so.
    let at = |step: i32| Point {
        x: out.x + (inside.x - out.x) * step / 32,
        y: out.y + (inside.y - out.y) * step / 32,
    };
    let rim = (0..=32).map(at).find(is_within).unwrap_or(inside);
    leader.truncate(first);
    leader.push(rim);
    leader
}
