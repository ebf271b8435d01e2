//! The places of a map by rank, beside it where the box is wide, below it where it is high.

use crate::chart::axes::steps::{HeldFigures, widest_name};
use crate::chart::frame_builder::{FrameBuilder, LABEL_TEXT};
use crate::chart::labels::value::fitting_value;
use crate::chart::{Anchor, ListRow, Point, Rect, Weight};
use crate::locale::{PeriodStyle, category_label};
use crate::model::{Listed, Operation, sorted};

/// From this width on, in CSS pixels, a list stands beside the map.
const WIDE: f64 = 900.0;
/// The height of a row, and what lies between map, names and figures, in CSS pixels.
const ROW: f64 = 20.0;
const GAP: f64 = 24.0;
const AFTER_NAME: f64 = 12.0;
/// A map beside it has at least this share of the height; else it stands below, where there is room for some lines.
const HIGH: f64 = 0.7;
const LEAST_LINES: i32 = 3;
/// What the key of a map may take beside it, in CSS pixels.
const KEY: f64 = 160.0;
/// The most of the width that it takes beside a map.
const SHARE: f64 = 0.3;

/// Where a list stands.
#[derive(Clone, Copy)]
pub(in crate::chart) struct MapList {
    bounds: Rect,
    /// The width of a column, and from one to the next.
    column: i32,
    step: i32,
    /// What is left for the map.
    rest: Rect,
}

/// Where the list of the places stands beside a map: nowhere where the box is not wide.
pub(in crate::chart) fn list_beside(
    builder: &FrameBuilder,
    held: &[HeldFigures],
    places: &[(String, f64)],
    body: (Rect, f64),
) -> Option<MapList> {
    let values = places.iter().map(|(_, figure)| fitting_value(builder, *figure)).listed();
    let widths = (widest_name(builder, held), builder.widest(values.iter(), LABEL_TEXT));
    list_of(builder, places.len(), widths, body)
}

/// The same for rows of which the widest name and the widest figure are known.
pub(in crate::chart) fn list_of(
    builder: &FrameBuilder,
    rows: usize,
    (name, figure): (i32, i32),
    (body, aspect): (Rect, f64),
) -> Option<MapList> {
    // What is counted in different ways has no order.
    if rows < 2 || !builder.grid().allows(Operation::Rank) {
        return None;
    }
    let (row, gap) = (builder.px(ROW), builder.px(GAP));
    let wanted = name.saturating_add(figure).saturating_add(builder.px(AFTER_NAME));
    let (width, height) = (f64::from(body.width()), f64::from(body.height()));
    let high = (width / aspect) as i32;
    let is_wide = builder.width_in_css_px() >= WIDE && body.height() >= row;
    let column = wanted.min((width * SHARE) as i32).max(1);
    let step = column.saturating_add(gap);
    let beside = f64::from(body.width() - step) / aspect;
    if is_wide && beside >= height * HIGH {
        let lines = body.height() / row;
        // A map that is high leaves room for more columns, beside its key.
        let columns = ((width - 1.2 * aspect * height - f64::from(builder.px(KEY))) / f64::from(step)) as i32;
        let columns = columns.min((rows as i32 + lines - 1) / lines).max(1);
        let left = body.right - columns * step + gap;
        return Some(MapList {
            bounds: Rect { left, ..body },
            column,
            step,
            rest: Rect { right: left - gap, ..body },
        });
    }
    // Below a map that leaves room there.
    let lines = (body.height() - high - gap) / row;
    let columns = (body.width().saturating_add(gap) / wanted.saturating_add(gap).max(1)).max(1);
    let lines = lines.min((rows as i32 + columns - 1) / columns);
    if lines < LEAST_LINES {
        return None;
    }
    let step = (body.width() + gap) / columns;
    let top = body.bottom - lines * row;
    let rest = Rect { bottom: top - gap / 2, ..body };
    Some(MapList { bounds: Rect { top, ..body }, column: (step - gap).min(wanted * 5 / 4), step, rest })
}

/// What is left for the map.
pub(in crate::chart) fn beside(list: Option<MapList>, body: Rect) -> Rect {
    list.map_or(body, |list| list.rest)
}

/// What a row says.
pub(in crate::chart) struct RankedRow {
    /// Of what.
    pub name: String,
    /// How much.
    pub figure: f64,
    /// Whether it is what the reader has looked up.
    pub is_chosen: bool,
    /// The index of its mark among the frame's hit bands, if it has one.
    pub mark: Option<usize>,
}

/// Writes the places with their figures, whose marks are there already; the one that is looked up is bold.
pub(in crate::chart) fn draw_list(builder: &mut FrameBuilder, list: MapList, figures: &[(usize, f64)]) {
    let (locale, grid) = (builder.picture.locale, builder.grid());
    let chosen = builder.picture.state.highlight.as_ref();
    let row = |(place, figure): &(usize, f64)| RankedRow {
        name: category_label(locale, grid, *place, PeriodStyle::Short),
        figure: *figure,
        is_chosen: chosen.is_some() && builder.entities().get(*place) == chosen,
        mark: builder.frame.hit_bands.iter().position(|band| band.index == *place),
    };
    let rows = figures.iter().map(row).listed();
    draw_rows(builder, list, &rows);
}

/// Writes rows from the greatest on, as many as there is room for.
pub(in crate::chart) fn draw_rows(builder: &mut FrameBuilder, list: MapList, rows: &[RankedRow]) {
    let figure = |index: usize| rows.get(index).map_or(0.0, |row| row.figure);
    let order = sorted(rows.len(), &|one, two| figure(two).total_cmp(&figure(one)));
    let height = builder.px(ROW);
    let lines = (list.bounds.height() / height).max(1) as usize;
    let columns = ((list.bounds.width() + list.step - list.column) / list.step.max(1)).max(1) as usize;
    let color = builder.picture.theme.text;
    let order = order.into_iter().filter_map(|index| rows.get(index)).take(lines * columns);
    for (position, RankedRow { name, figure, is_chosen, mark }) in order.enumerate() {
        let left = list.bounds.left + list.step * (position / lines) as i32;
        let y = list.bounds.top + height * (position % lines) as i32 + height / 2;
        let weight = if *is_chosen { Weight::Bold } else { Weight::Regular };
        let value = fitting_value(builder, *figure);
        let taken = builder.width_of(&value, LABEL_TEXT, weight) + builder.px(AFTER_NAME);
        let name = builder.shorten(name, LABEL_TEXT, weight, (list.column - taken).max(0));
        let at = |x: i32| Point { x, y };
        builder.text(name, at(left), Anchor::Left, LABEL_TEXT, weight, color);
        builder.text(value, at(left + list.column), Anchor::Right, LABEL_TEXT, weight, color);
        let (top, bottom) = (y - height / 2, y - height / 2 + height - 1);
        let bounds = Rect { left, top, right: left + list.column, bottom };
        builder.frame.rows.extend(mark.map(|place| ListRow { bounds, place }));
    }
}
