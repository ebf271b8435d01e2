//! The author's words on the picture: in empty space of the plot, each with a curved leader to its mark. What is not over time
//! has them at the marks of its finished drawing (`words_at_marks`).

use super::layers::SeriesStyle;
use super::room::{NEAR, Room, anchor};
use super::time_plot::TimePlot;
use super::words_at_marks::write_at_marks;
use crate::chart::frame_builder::{FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::{Anchor, Dash, Point, Rect, Weight};
use crate::locale::{Locale, PeriodStyle, category_label, series_label};
use crate::model::{AuthorNote, Listed, Period, country, lowered};
use crate::query::{Axis, Grid};

/// From this width on, in CSS pixels, a chart holds [`MOST`] notes, below it one less.
const WIDE: f64 = 560.0;
/// More notes than this are a text.
const MOST: usize = 3;
/// The share of the plot's width that a note takes at most, and its least and greatest width in CSS pixels.
const WIDTH: (f64, f64, f64) = (0.3, 110.0, 200.0);
/// A note of more lines than this is a paragraph.
const MOST_LINES: usize = 5;
/// Between a note and what stands beside it, in CSS pixels.
const AIR: f64 = 4.0;
/// How far leaders bend, as a share of their length: to one side, to the other, or not at all.
const BENDS: [f64; 3] = [0.22, -0.22, 0.0];
/// In so many pieces a curve is drawn.
const PIECES: i32 = 12;

/// Where a note belongs in a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotePlace {
    /// The series, where one is named.
    pub series: Option<usize>,
    /// The place of the axis.
    pub place: usize,
}

/// The place that a note names; `None` where these figures have none.
///
/// A period that is longer than those of the axis is where the figures are highest in it, a series without a period where
/// it is highest; a shorter one lies in that of the axis.
pub fn place_of_note(note: &AuthorNote, grid: &Grid, locale: &Locale) -> Option<NotePlace> {
    let series = (0..grid.series.len()).find(|series| {
        grid.series.get(*series).is_some_and(|known| is_called(&note.name, &known.key))
            || lowered(&series_label(locale, grid, *series)) == lowered(&note.name)
    });
    match &grid.axis {
        Axis::Periods(periods) => {
            if series.is_none() && !note.name.is_empty() {
                return None;
            }
            let place = highest(grid, periods, series, note.when)?;
            Some(NotePlace { series, place })
        }
        Axis::Entities(keys) => {
            let is_shown = |(first, last): (Period, Period)| {
                let overlaps =
                    |when: Period| when.start_day() <= last.end_day() && first.start_day() <= when.end_day();
                note.when.is_none_or(overlaps)
            };
            let place = (0..keys.len()).find(|place| {
                keys.get(*place).is_some_and(|key| is_called(&note.name, key))
                    || lowered(&category_label(locale, grid, *place, PeriodStyle::Short))
                        == lowered(&note.name)
            })?;
            grid.span.is_none_or(is_shown).then_some(NotePlace { series: None, place })
        }
    }
}

/// Whether a key is what a name says: the key itself, or a country's two letters.
fn is_called(name: &str, key: &str) -> bool {
    name.eq_ignore_ascii_case(key) || country::iso2(key).is_some_and(|short| name.eq_ignore_ascii_case(short))
}

/// Where a series, or any, is highest within a period, or within all.
fn highest(grid: &Grid, periods: &[Period], series: Option<usize>, when: Option<Period>) -> Option<usize> {
    if series.is_none() && when.is_none() {
        return None;
    }
    let is_in = |period: &Period| {
        when.is_none_or(|when| {
            let (inner, outer) = if when.grain > period.grain { (*period, when) } else { (when, *period) };
            outer.start_day() <= inner.start_day() && inner.end_day() <= outer.end_day()
        })
    };
    let mut best: Option<(usize, f64)> = None;
    for (place, _) in periods.iter().enumerate().filter(|(_, period)| is_in(period)) {
        let own = series.and_then(|series| grid.value(series, place).known());
        let any = || {
            let of_each = (0..grid.series.len()).filter_map(|series| grid.value(series, place).known());
            grid.total(place, |_| true).or_else(|| of_each.reduce(f64::max))
        };
        let Some(figure) = (if series.is_some() { own } else { any() }) else { continue };
        if best.is_none_or(|(_, most)| figure > most) {
            best = Some((place, figure));
        }
    }
    best.map(|(place, _)| place)
}

/// Whether a drawing holds as many notes as it may.
pub(super) fn is_full(builder: &FrameBuilder) -> bool {
    let most = if builder.width_in_css_px() >= WIDE { MOST } else { MOST - 1 };
    builder.notes_placed.len() >= most
}

/// Writes the author's notes into a plot over time; gives the places of the axis that they speak of as a whole.
pub(in crate::chart) fn write_notes(
    builder: &mut FrameBuilder,
    time_plot: &TimePlot,
    style: SeriesStyle,
    room: &mut Room,
) -> Vec<usize> {
    let notes = builder.picture.annotations.notes();
    let mut spoken_of = Vec::new();
    for (index, note) in notes.iter().enumerate() {
        if is_full(builder) {
            break;
        }
        let Some(found) = place_of_note(note, builder.grid(), builder.picture.locale) else { continue };
        let Some(target) = target(time_plot, style, found) else { continue };
        if write_note(builder, note, target, room, time_plot.plot.width()) {
            builder.notes_placed.push(index);
            if found.series.is_none() {
                spoken_of.push(found.place);
            }
        }
    }
    spoken_of
}

/// The mark that a note speaks of: of a series its own, else the highest.
fn target(time_plot: &TimePlot, style: SeriesStyle, found: NotePlace) -> Option<Point> {
    let of_series = |series: usize| time_plot.layers.iter().find(|layer| layer.series == series);
    let value = match found.series {
        Some(series) => {
            let span = of_series(series)?.span(found.place).filter(|span| span.known)?;
            // A layer is meant where it lies, a line or a bar of its own at its end.
            if style.is_stack() { (span.from + span.to) / 2.0 } else { span.to }
        }
        None => {
            let spans = time_plot.layers.iter().filter_map(|layer| layer.span(found.place));
            spans.map(|span| span.to).reduce(f64::max)?
        }
    };
    Some(time_plot.point(found.place, value))
}

/// The lines of a note's words and the size of its box, where it is no paragraph; a box takes `plot_width` at most.
pub(super) fn set_note(
    builder: &FrameBuilder,
    note: &AuthorNote,
    plot_width: i32,
) -> Option<(Vec<String>, (i32, i32))> {
    let (share, least, greatest) = WIDTH;
    let widest = (f64::from(plot_width) * share) as i32;
    let widest = widest.clamp(builder.px(least), builder.px(greatest)).min(plot_width);
    let lines = builder.balance(&note.words, LABEL_TEXT, Weight::Regular, widest);
    let (air, line) = (builder.px(AIR), builder.px(LINE_HEIGHT));
    let size = (builder.widest(lines.iter(), LABEL_TEXT) + 2 * air, line * lines.len() as i32);
    (lines.len() <= MOST_LINES).then_some((lines, size))
}

/// Writes the lines of a note into its box, on the side of it that is nearer to its mark; gives the box with the air that
/// keeps the next one apart from it: two right below each other would be one.
pub(super) fn write_lines(
    builder: &mut FrameBuilder,
    lines: Vec<String>,
    place: Rect,
    ends_right: bool,
) -> Rect {
    let (air, line, color) = (builder.px(AIR), builder.px(LINE_HEIGHT), builder.picture.theme.text);
    let (x, side) =
        if ends_right { (place.right - air, Anchor::Right) } else { (place.left + air, Anchor::Left) };
    let mut at = Point { x, y: place.top + line / 2 };
    for words in lines {
        builder.text(words, at, side, LABEL_TEXT, Weight::Regular, color);
        at.y += line;
    }
    let (top, bottom) = (place.top - 2 * air, place.bottom + 2 * air);
    Rect { left: place.left - air, top, right: place.right + air, bottom }
}

/// Draws the line from a note to its mark, on a rim of the surface, so that it is seen on every mark.
pub(super) fn draw_leader(builder: &mut FrameBuilder, points: &[Point]) {
    let theme = builder.picture.theme;
    for (color, width) in [(theme.surface, 3.0), (theme.text, 1.0)] {
        let width = builder.px(width);
        builder.line(points.to_vec(), color, width, Dash::Solid);
    }
}

/// Writes a note as near to a point as there is room; whether there is.
fn write_note(
    builder: &mut FrameBuilder,
    note: &AuthorNote,
    target: Point,
    room: &mut Room,
    plot_width: i32,
) -> bool {
    let Some((lines, size)) = set_note(builder, note, plot_width) else { return false };
    // An author's words may stand further away than a label: they say which mark they mean.
    let Some(place) = room.near_within(builder, size, target, plot_width / 2) else { return false };
    let theme = builder.picture.theme;
    builder.fill(place, theme.surface);
    let from = anchor(&place, target);
    let ends_right = from.x == place.right && target.x > place.right;
    if (from.x - target.x).abs().max((from.y - target.y).abs()) > builder.px(NEAR) {
        let points = leader(room, from, target);
        draw_leader(builder, &points);
        builder.dot(target, 2.5, theme.text);
        room.lead(&points);
    }
    let taken = write_lines(builder, lines, place, ends_right);
    room.taken.push(taken);
    true
}

/// The curve from a note to its mark that runs over nothing; the straight line is known to.
fn leader(room: &Room, from: Point, to: Point) -> Vec<Point> {
    let curves = curves(from, to);
    let is_free = |points: &&Vec<Point>| {
        points.windows(2).all(|pair| match pair {
            [one, two] => room.is_clear((*one, *two)),
            _ => true,
        })
    };
    curves.iter().find(is_free).cloned().unwrap_or_else(|| vec![from, to])
}

/// The curves between two points, those that are tried first in front.
pub(super) fn curves(from: Point, to: Point) -> [Vec<Point>; 3] {
    BENDS.map(|bend| curve(from, to, bend))
}

/// A curve between two points whose middle lies aside by a share of their distance.
fn curve(from: Point, to: Point, bend: f64) -> Vec<Point> {
    let [(x0, y0), (x1, y1)] = [from, to].map(|point| (f64::from(point.x), f64::from(point.y)));
    let middle = ((x0 + x1) / 2.0 - (y1 - y0) * bend, (y0 + y1) / 2.0 + (x1 - x0) * bend);
    let at = |step: i32| {
        let share = f64::from(step) / f64::from(PIECES);
        let rest = 1.0 - share;
        let between = |from: f64, middle: f64, to: f64| {
            (rest * rest * from + 2.0 * rest * share * middle + share * share * to).round() as i32
        };
        Point { x: between(x0, middle.0, x1), y: between(y0, middle.1, y1) }
    };
    (0..=PIECES).map(at).listed()
}

/// Writes the author's words at the marks of a finished drawing, and notes what of them stands nowhere in it, to be read below.
pub(in crate::chart) fn leave_notes(builder: &mut FrameBuilder) {
    if !builder.picture.annotations.notes().is_empty() {
        write_at_marks(builder);
    }
    let (grid, locale) = (builder.grid(), builder.picture.locale);
    for (index, note) in builder.picture.annotations.notes().iter().enumerate() {
        if builder.notes_placed.contains(&index) || place_of_note(note, grid, locale).is_none() {
            continue;
        }
        let words = note_in_words(note, grid, locale);
        builder.frame.words_left.push(words);
    }
}

/// A note with the place that it speaks of, as a sentence: "Colombia, 2023: the first year of the new permit."
pub fn note_in_words(note: &AuthorNote, grid: &Grid, locale: &Locale) -> String {
    let found = place_of_note(note, grid, locale);
    let name = match (found, &grid.axis) {
        (Some(NotePlace { series: Some(series), .. }), _) => series_label(locale, grid, series),
        (Some(NotePlace { place, .. }), Axis::Entities(_)) => {
            category_label(locale, grid, place, PeriodStyle::Long)
        }
        _ => note.name.clone(),
    };
    let when = note.when.map(|when| locale.formats.period(when, PeriodStyle::Long)).unwrap_or_default();
    let of_both = [&*name, ", ", &*when].concat();
    let place = if name.is_empty() || when.is_empty() { [&*name, &*when].concat() } else { of_both };
    let end = if note.words.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    [&locale.text("annotate.in-words", &[("place", &place), ("words", &note.words)]), end].concat()
}
