//! A waffle: a hundred squares, each for a hundredth of the whole.

use crate::chart::axes::steps::{HeldFigures, draw_period, head, held};
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::labels::value::fitting_value;
use crate::chart::{Anchor, Color, HitBand, Point, Rect, Region, Weight};
use crate::locale::{PeriodStyle, category_label};
use crate::model::{Listed, sorted};

/// How many squares lie in a row and in a column.
const SIDE: usize = 10;
/// Below this width, in CSS pixels, the key stands under the squares.
const NARROW: f64 = 460.0;
/// The largest square, in CSS pixels.
const LARGEST_SQUARE: f64 = 64.0;
/// The greatest size of the key's letters beside their usual one.
const LARGEST_KEY: f64 = 1.7;
/// Squares that are together lower than this, in CSS pixels, leave no line to their key.
const LEAST_SIDE: f64 = 130.0;

/// A part of the whole.
struct WafflePart {
    place: usize,
    name: String,
    figure: f64,
    squares: usize,
    color: Color,
}

/// Lays out the parts of the first series.
pub(in crate::chart) fn waffle(builder: &mut FrameBuilder) {
    let entities = builder.entities();
    let grid = builder.grid();
    let locale = builder.picture.locale;
    let Some(series) = builder.shown.first().copied() else {
        builder.say_no_data();
        return;
    };
    let known = |place: usize| grid.value(series, place).known().filter(|figure| *figure >= 0.0);
    let total = (0..entities.len()).filter_map(known).reduce(|sum, figure| sum + figure);
    let Some(total) = total.filter(|total| *total > 0.0) else {
        builder.say_no_data();
        return;
    };
    builder.note_state(entities.len());
    let colors = part_colors(builder, entities);
    let figures = (0..entities.len()).filter_map(|place| Some((place, known(place)?))).listed();
    let squares = apportion(&figures.iter().map(|(_, figure)| *figure / total).listed());
    let highlight = builder.picture.state.highlight.as_ref();
    let parts: Vec<WafflePart> = figures
        .iter()
        .zip(squares)
        .map(|((place, figure), squares)| {
            let plain = colors.get(*place).copied().unwrap_or(builder.picture.theme.other);
            let is_back = highlight.is_some() && entities.get(*place) != highlight;
            WafflePart {
                place: *place,
                name: category_label(locale, grid, *place, PeriodStyle::Short),
                figure: *figure,
                squares,
                color: if is_back { plain.over(builder.picture.theme.surface, 0.35) } else { plain },
            }
        })
        .listed();

    let (width, height) = (builder.frame.width_in_device_px, builder.frame.height_in_device_px);
    let line = builder.px(LINE_HEIGHT + 4.0);
    // What a square stands for, above everything.
    let theme = builder.picture.theme;
    let each = total / (SIDE * SIDE) as f64;
    let quantity = locale.amount(grid, if grid.normalized { each } else { each.round() });
    // Of shares, a square is just that.
    let key = if grid.normalized { "waffle.square.share" } else { "waffle.square" };
    let words = locale.text(key, &[("quantity", &quantity)]);
    draw_period(builder);
    let mut top = 0;
    for part in builder.wrap(words.trim(), LABEL_TEXT, Weight::Regular, builder.head_room) {
        let at = Point { x: 0, y: top + line / 2 };
        builder.text(part, at, Anchor::Left, LABEL_TEXT, Weight::Regular, theme.text);
        top += line;
    }
    top = (top + builder.px(4.0)).max(head(builder, 0.0));
    let is_narrow = builder.width_in_css_px() < NARROW;
    let most_parts = held(builder).iter().map(HeldFigures::places).max().unwrap_or(0);
    let most_parts = if builder.picture.steps.is_empty() { parts.len() } else { most_parts };
    // A name beside its figures is cut on a phone: it gets a line of its own where the squares stay large enough.
    let beside_figures = |part: &WafflePart| {
        let figures = builder.width_of(&part_words(builder, part, total), AXIS_TEXT, Weight::Regular);
        builder.width_of(&part.name, LABEL_TEXT, Weight::Bold) + figures + builder.px(12.0 + 3.0 * 8.0)
    };
    let is_cut = parts.iter().any(|part| beside_figures(part) > width);
    let of_two_lines = most_parts as i32 * 2 * line;
    let has_room = height - top - of_two_lines - line / 2 >= builder.px(LEAST_SIDE);
    let two_lines = !is_narrow || (is_cut && has_room);
    let rows_of_key = if two_lines { of_two_lines } else { most_parts as i32 * line };
    let room = if is_narrow { height - top - rows_of_key - line / 2 } else { height - top };
    let across = if is_narrow { width } else { width * 11 / 20 };
    let cell = (room.min(across) / SIDE as i32).min(builder.px(LARGEST_SQUARE)).max(builder.px(8.0));
    // In whole CSS pixels: ten times what a pixel is split into would be another square at another pixel ratio.
    let pixel = builder.px(1.0);
    let cell = cell / pixel * pixel;
    draw_squares(builder, &parts, cell, top);
    let side = cell * SIDE as i32;
    builder.frame.plot = Rect { left: 0, top, right: side, bottom: top + side };
    let corner = match is_narrow {
        true => Point { x: 0, y: top + side + line / 2 },
        false => Point { x: side + builder.px(24.0), y: top },
    };
    // Beside the squares the key fills their height.
    let rows = (most_parts.max(parts.len()) as i32).max(1);
    let scale = match is_narrow {
        true => 1.0,
        false => {
            let room = f64::from(width - side - builder.px(24.0 + 20.0 * LARGEST_KEY));
            let names = parts.iter().map(|part| builder.width_of(&part.name, LABEL_TEXT, Weight::Bold));
            let widest = f64::from(names.max().unwrap_or(0).max(1));
            (f64::from(side) / f64::from(rows * 2 * line)).min(room / widest).clamp(1.0, LARGEST_KEY)
        }
    };
    draw_key(builder, &parts, total, corner, line, KeyForm { two_lines, scale });
    builder.frame.labelled_directly = true;
}

/// The colours of the parts, what is folded together grey.
fn part_colors(builder: &FrameBuilder, entities: &[String]) -> Vec<Color> {
    let folded = builder.grid().folded;
    let keys = entities.iter().enumerate().map(|(place, key)| (key.as_str(), folded == Some(place)));
    builder.picture.theme.colors_of(keys)
}

/// How many of a hundred squares each share has: by largest remainders, so that they add up.
fn apportion(shares: &[f64]) -> Vec<usize> {
    let all = (SIDE * SIDE) as f64;
    let mut squares: Vec<usize> = shares.iter().map(|share| (share * all).floor() as usize).listed();
    let remainder = |index: usize| shares.get(index).map_or(0.0, |share| (share * all).fract());
    let order = sorted(shares.len(), &|one, two| remainder(two).total_cmp(&remainder(one)));
    let left = (SIDE * SIDE).saturating_sub(squares.iter().sum());
    for index in order.into_iter().take(left) {
        if let Some(count) = squares.get_mut(index) {
            *count += 1;
        }
    }
    squares
}

/// Draws the squares row by row from the top left, and notes where each part is found.
fn draw_squares(builder: &mut FrameBuilder, parts: &[WafflePart], cell: i32, top: i32) {
    let pixel = builder.px(1.0);
    let gap = (cell / pixel / 10).max(1) * pixel;
    let mut next = 0;
    for part in parts {
        let mut outlines: Vec<Vec<Point>> = Vec::new();
        for index in next..next + part.squares {
            let (row, column) = ((index / SIDE) as i32, (index % SIDE) as i32);
            let (left, above) = (column * cell, top + row * cell);
            let rect = Rect { left, top: above, right: left + cell - gap, bottom: above + cell - gap };
            let hatched = builder.is_provisional(part.place);
            if hatched {
                builder.fill_hatched(rect, part.color, builder.picture.theme.surface);
            } else {
                builder.fill(rect, part.color);
            }
            let corners =
                [(left, above), (left + cell, above), (left + cell, above + cell), (left, above + cell)];
            outlines.push(corners.map(|(x, y)| Point { x, y }).to_vec());
        }
        next += part.squares;
        let side = cell * SIDE as i32;
        let middle =
            outlines.first().and_then(|corners| corners.first()).map_or(top, |corner| corner.y + cell / 2);
        builder.frame.hit_bands.push(HitBand {
            index: part.place,
            middle,
            reach: (middle, middle),
            points: Vec::new(),
            region: Some(Region {
                bounds: Rect { left: 0, top, right: side, bottom: top + side },
                outlines: if outlines.is_empty() { vec![vec![Point::default(); 3]] } else { outlines },
                series: None,
            }),
        });
    }
    builder.frame.bands_run_down = true;
}

/// Figure, share and "1 in N" of a part.
fn part_words(builder: &FrameBuilder, part: &WafflePart, total: f64) -> String {
    let locale = builder.picture.locale;
    let share = part.figure / total;
    let figure = if builder.grid().normalized { String::new() } else { fitting_value(builder, part.figure) };
    let percent = locale.share(share);
    // "1 in 3" is what a reader keeps; of most or nearly none it says nothing.
    let one_in = (1.0 / share).round();
    let mut words = locale.text("waffle.part", &[("figure", &figure), ("share", &percent)]);
    if share <= 0.4 && one_in <= 1000.0 {
        words = locale.text(
            "waffle.part.one-in",
            &[("figure", &figure), ("share", &percent), ("n", &locale.number(one_in))],
        );
    }
    // What is a share already is said once.
    words.trim_start_matches([' ', '·']).to_owned()
}

/// How the key is written.
#[derive(Clone, Copy)]
struct KeyForm {
    /// Whether the figures of a part stand below its name.
    two_lines: bool,
    /// The size of its letters beside their usual one.
    scale: f64,
}

/// The names of the parts with figure, share and "1 in N".
fn draw_key(
    builder: &mut FrameBuilder,
    parts: &[WafflePart],
    total: f64,
    corner: Point,
    line: i32,
    form: KeyForm,
) {
    let KeyForm { two_lines, scale } = form;
    let line = (f64::from(line) * scale) as i32;
    let (name_size, words_size) = (LABEL_TEXT * scale, AXIS_TEXT * scale);
    let theme = builder.picture.theme;
    let (swatch, gap) = (builder.px(12.0 * scale), builder.px(8.0));
    let left = corner.x + swatch + gap;
    let room = builder.frame.width_in_device_px - left;
    let mut y = corner.y;
    for part in parts {
        let middle = y + line / 2;
        let square = Rect {
            left: corner.x,
            top: middle - swatch / 2,
            right: corner.x + swatch,
            bottom: middle + swatch / 2,
        };
        builder.fill(square, part.color);
        // Beside a name of which little would be left the share alone: nobody knows whose the rest is.
        let whole = builder.width_of(&part.name, name_size, Weight::Bold) + gap;
        let is_tight = |words: &String| whole + builder.width_of(words, words_size, Weight::Regular) > room;
        let words = Some(part_words(builder, part, total)).filter(|words| two_lines || !is_tight(words));
        let words = words.unwrap_or_else(|| builder.picture.locale.share(part.figure / total));
        let words_width =
            if two_lines { 0 } else { builder.width_of(&words, words_size, Weight::Regular) + gap };
        let name = builder.shorten(&part.name, name_size, Weight::Bold, room - words_width);
        let name_width = builder.width_of(&name, name_size, Weight::Bold) + gap;
        let at = Point { x: left, y: middle };
        builder.text(name, at, Anchor::Left, name_size, Weight::Bold, theme.text);
        let (at, room, step) = match two_lines {
            true => (Point { x: left, y: middle + line * 4 / 5 }, room, 2 * line),
            false => (Point { x: left + name_width, y: middle }, room - name_width, line),
        };
        let words = builder.shorten(&words, words_size, Weight::Regular, room);
        builder.text(words, at, Anchor::Left, words_size, Weight::Regular, theme.muted);
        y += step;
    }
}
