//! A population pyramid: ages from young (below) to old, one sex to the left and one to the right of their names.

use crate::chart::axes::axis::draw_unit;
use crate::chart::axes::axis_texts::axis_texts;
use crate::chart::axes::scale::{Extent, ValueAxis};
use crate::chart::axes::steps::{HeldFigures, draw_period, head, held, widest_name};
use crate::chart::frame_builder::{AXIS_TEXT, FrameBuilder, LABEL_TEXT, LINE_HEIGHT};
use crate::chart::labels::value::fitting_value;
use crate::chart::{Anchor, HitBand, Point, Rect, Region, Weight};
use crate::locale::{PeriodStyle, category_label};
use crate::model::{Listed, sorted};
use crate::query::Grid;

/// The greatest height of a row, in CSS pixels.
const GREATEST_ROW: f64 = 180.0;
/// A bar's share of its row.
const BAR_SHARE: f64 = 0.8;
/// The least height of a row in which figures can stand at the bars.
const LEAST_ROW_WITH_FIGURES: f64 = 16.0;

/// How young an age group is: its lower bound in years, by its first number or its word; the oldest for what is unknown.
pub(in crate::chart) fn youth(key: &str) -> u32 {
    let digits: String = key
        .chars()
        .skip_while(|character| !character.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .fold(String::new(), |mut digits, digit| {
            digits.push(digit);
            digits
        });
    if let Ok(years) = digits.parse() {
        // "<18" and "under 5" begin at birth.
        let starts_at_birth = key.starts_with('<') || key.starts_with("under");
        return if starts_at_birth { 0 } else { years };
    }
    let words = [
        ("infant", 0),
        ("unaccompanied", 2),
        ("accompanied", 1),
        ("child", 1),
        ("minor", 1),
        ("girl", 1),
        ("boy", 1),
        ("adolescent", 12),
        ("youth", 15),
        ("adult", 18),
        ("elder", 60),
        ("old", 60),
    ];
    words.iter().find(|(word, _)| key.starts_with(word)).map_or(u32::MAX, |(_, years)| *years)
}

/// Where everything lies, in device pixels.
struct PyramidRows {
    /// The height of a row.
    height: i32,
    /// How much of it a name above the bars takes.
    above: i32,
    /// The top of the oldest row.
    top: i32,
    /// Where the left bars stand, which grow to the left.
    left_base: i32,
    /// Where the right bars stand.
    right_base: i32,
    /// How long the longest bar may be.
    reach: i32,
    /// The axis of both sides.
    axis: ValueAxis,
}

impl PyramidRows {
    /// The length of a figure's bar.
    fn length(&self, figure: f64) -> i32 {
        self.axis.position(figure.max(0.0), 0, self.reach)
    }
}

/// Lays out a pyramid of the grid's first two series.
pub(in crate::chart) fn pyramid(builder: &mut FrameBuilder) {
    let ages = builder.entities();
    let grid = builder.grid();
    let locale = builder.picture.locale;
    builder.frame.bands_run_down = true;
    // Old above young, as every pyramid is read.
    let order = sorted(ages.len(), &|one, two| {
        let youth = |place: usize| ages.get(place).map_or(0, |key| youth(key));
        youth(two).cmp(&youth(one))
    });
    let held = held(builder);
    let known = |figures: &HeldFigures| {
        let sides = (0..2).filter(|side| figures.shown.contains(side));
        let values = sides.flat_map(|side| (0..figures.places()).map(move |place| (side, place)));
        values.filter_map(|(side, place)| figures.grid.value(side, place).known()).listed()
    };
    let has_figure = held.first().is_some_and(|figures| !known(figures).is_empty());
    let extent = Extent::of(held.iter().flat_map(known)).filter(|_| has_figure);
    builder.note_state(ages.len());
    let Some(extent) = extent else {
        builder.say_no_data();
        return;
    };
    let names: Vec<String> =
        (0..ages.len()).map(|place| category_label(locale, grid, place, PeriodStyle::Short)).listed();
    let width = builder.frame.width_in_device_px;
    let name_width = widest_name(builder, &held);
    // Long names in little room stand above their bars.
    let tall = name_width > width * 3 / 10;
    let middle_width = if tall { builder.px(2.0) } else { name_width + builder.px(16.0) };
    let line = builder.px(LINE_HEIGHT);
    draw_period(builder);
    let (top, bottom) =
        (head(builder, LINE_HEIGHT) + line * 2, builder.frame.height_in_device_px - line * 3 / 2);
    let most_rows = held.iter().map(HeldFigures::places).max().unwrap_or(0);
    let count = most_rows.max(1) as i32;
    let height = ((bottom - top) / count).min(builder.px(GREATEST_ROW)).max(1);
    let above = if tall { builder.px(LINE_HEIGHT + 2.0).min(height / 2) } else { 0 };
    let has_figures = height - above >= builder.px(LEAST_ROW_WITH_FIGURES);
    let side_width = (width - middle_width) / 2;
    let figure_width = if has_figures {
        let widest = |figures: &HeldFigures| {
            let sides = (0..2).flat_map(|side| (0..figures.places()).map(move |place| (side, place)));
            let texts = sides.map(|(side, place)| figure_text(builder, figures.grid, side, place)).listed();
            builder.widest(texts.iter(), AXIS_TEXT)
        };
        held.iter().map(widest).max().unwrap_or(0) + builder.px(6.0)
    } else {
        builder.px(4.0)
    };
    let reach = (side_width - figure_width).max(1);
    let most_lines = (reach / builder.px(72.0)).clamp(1, 3) as usize;
    let axis = ValueAxis::linear(Extent { low: 0.0, ..extent }, most_lines, false);
    let mut texts = axis_texts(&axis, grid, locale);
    builder.drop_wide(&mut texts.ticks, AXIS_TEXT);
    let rows = PyramidRows {
        height,
        above,
        top,
        left_base: side_width,
        right_base: width - side_width,
        reach,
        axis,
    };
    builder.frame.plot = Rect { left: 0, top, right: width, bottom: top + height * count };
    draw_unit(builder, &texts.unit);
    draw_grid(builder, &rows, &texts.ticks);
    draw_sexes(builder, &rows);
    let color = builder.picture.theme.text;
    for (row, place) in order.iter().enumerate() {
        let middle = rows.top + height * row as i32 + height / 2;
        for side in 0..2 {
            draw_bar(builder, &rows, middle + above / 2, side, *place, has_figures);
        }
        let name = names.get(*place).cloned().unwrap_or_default();
        let room = if tall { width } else { middle_width };
        let name = builder.shorten(&name, LABEL_TEXT, Weight::Regular, room);
        let at = Point { x: width / 2, y: if tall { middle - height / 2 + above / 2 } else { middle } };
        if height >= builder.px(12.0) {
            builder.text(name, at, Anchor::Middle, LABEL_TEXT, Weight::Regular, color);
        }
        let top = middle - height / 2;
        let points = (0..2).filter(|side| builder.shown.contains(side)).filter_map(|side| {
            let length = rows.length(grid.value(side, *place).known()?);
            let x = if side == 0 { rows.left_base - length } else { rows.right_base + length };
            Some((side, Point { x, y: middle }))
        });
        let place = HitBand {
            index: *place,
            middle,
            reach: (top, top + height),
            points: points.listed(),
            region: Some(Region {
                bounds: Rect { left: 0, top, right: width, bottom: top + height },
                ..Region::default()
            }),
        };
        builder.frame.hit_bands.push(place);
    }
    // The sexes stand above their sides.
    builder.frame.labelled_directly = true;
}

/// A figure as it stands at its bar.
fn figure_text(builder: &FrameBuilder, grid: &Grid, side: usize, place: usize) -> String {
    match grid.value(side, place).known() {
        Some(figure) => fitting_value(builder, figure),
        None => builder.picture.locale.text("mark.no-data", &[]),
    }
}

/// Vertical grid lines on both sides, with their figures below.
fn draw_grid(builder: &mut FrameBuilder, rows: &PyramidRows, texts: &[String]) {
    let theme = builder.picture.theme;
    let width = builder.px(1.0);
    let plot = builder.frame.plot;
    for (tick, text) in rows.axis.ticks.iter().zip(texts) {
        let length = rows.length(*tick);
        for x in [rows.left_base - length, rows.right_base + length] {
            let color = if *tick == 0.0 { theme.axis } else { theme.grid };
            let left = x - width / 2;
            // Broken where names stand between the bars.
            for row in 0..plot.height() / rows.height.max(1) {
                let top = plot.top + row * rows.height;
                let line =
                    Rect { left, top: top + rows.above, right: left + width, bottom: top + rows.height };
                builder.fill(line, color);
            }
            // Of two zeros side by side one would be read as part of the other.
            if *tick == 0.0 && rows.right_base - rows.left_base < builder.px(40.0) {
                continue;
            }
            let half = builder.width_of(text, AXIS_TEXT, Weight::Regular) / 2;
            let x = x.max(half).min(plot.right - half);
            let at = Point { x, y: plot.bottom + builder.px(LINE_HEIGHT * 0.75) };
            builder.text(text.clone(), at, Anchor::Middle, AXIS_TEXT, Weight::Regular, theme.muted);
        }
    }
}

/// The names of the sexes above their sides, with a swatch each.
fn draw_sexes(builder: &mut FrameBuilder, rows: &PyramidRows) {
    let y = rows.top - builder.px(LINE_HEIGHT * 0.75);
    let (swatch, gap) = (builder.px(10.0), builder.px(6.0));
    let color = builder.picture.theme.text;
    for side in 0..2 {
        let Some(key) = builder.frame.legend_entries.get(side).cloned() else { continue };
        // Above the names of the ages there is room up to the middle.
        let middle = builder.frame.width_in_device_px / 2 - builder.px(6.0);
        let room = middle - swatch - gap;
        // In little room the lighter letters leave the whole name.
        let weight = if rows.above > 0 { Weight::Regular } else { Weight::Bold };
        let text = builder.shorten(&key.label, LABEL_TEXT, weight, room);
        let width = builder.width_of(&text, LABEL_TEXT, weight);
        let apart = if rows.above > 0 { builder.px(4.0) } else { 0 };
        let whole = swatch + gap + width;
        let left = match side {
            0 => (rows.left_base - whole - apart).max(0),
            _ => (rows.right_base + apart).min(builder.frame.width_in_device_px - whole),
        };
        let square =
            Rect { left, top: y - swatch / 2, right: left + swatch, bottom: y - swatch / 2 + swatch };
        builder.fill(square, key.color);
        builder.text(text, Point { x: left + swatch + gap, y }, Anchor::Left, LABEL_TEXT, weight, color);
    }
}

/// The bar of one sex in a row, with its figure.
fn draw_bar(
    builder: &mut FrameBuilder,
    rows: &PyramidRows,
    middle: i32,
    side: usize,
    place: usize,
    has_figure: bool,
) {
    if !builder.shown.contains(&side) || side >= builder.grid().series.len() {
        return;
    }
    let theme = builder.picture.theme;
    let figure = builder.grid().value(side, place).known();
    let length = figure.map_or(0, |figure| rows.length(figure).max(i32::from(figure > 0.0)));
    let thick = ((f64::from(rows.height - rows.above) * BAR_SHARE) as i32).max(1);
    let top = middle - thick / 2;
    let (left, right) = match side {
        0 => (rows.left_base - length, rows.left_base),
        _ => (rows.right_base, rows.right_base + length),
    };
    let rect = Rect { left, top, right, bottom: top + thick };
    let color = builder.color(side);
    if builder.is_provisional(place) {
        builder.fill_hatched(rect, color, theme.surface);
    } else {
        builder.fill(rect, color);
    }
    if has_figure {
        let distance = builder.px(4.0);
        let (x, anchor) =
            if side == 0 { (left - distance, Anchor::Right) } else { (right + distance, Anchor::Left) };
        let color = if figure.is_some() { theme.text } else { theme.muted };
        let text = figure_text(builder, builder.grid(), side, place);
        builder.text(text, Point { x, y: middle }, anchor, AXIS_TEXT, Weight::Regular, color);
    }
}
