//! The keyboard's way through the drawing: what its keys do, and what is said at each stop.

use web_sys::KeyboardEvent;

use super::tooltip::place_key;
use super::{cursor, told};
use crate::chart::{Frame, HitBand};
use crate::figure::{FigureModel, TooltipModel};
use crate::locale::{Locale, PeriodStyle, category_label};
use crate::model::{Joined, Listed};
use crate::query::{Axis, Kind};
use crate::view::{Ground, Stop, neighbour, walk};
use crate::web::chart::widget::Widget;
use crate::web::platform::dom::set;

/// Says on the slider what it is, before anyone has walked.
pub fn offer(widget: &Widget) {
    let (Some(skeleton), Some(shown), Some(frame), Some(locale)) =
        (&widget.skeleton, widget.figure(), widget.frame(), &widget.host.locale)
    else {
        return;
    };
    if widget.chosen.state.cursor.is_some() {
        return;
    }
    let name = |place: &HitBand| category_label(locale, &shown.grid, place.index, PeriodStyle::Long);
    let (Some(first), Some(last)) = (frame.hit_bands.first(), frame.hit_bands.last()) else { return };
    let (first, last) = (name(first), name(last));
    let key = match frame.hit_bands.len() {
        1 => "ui.walk.start-one",
        _ if first == last => "ui.walk.start-at",
        _ => "ui.walk.start",
    };
    let count = locale.number(frame.hit_bands.len() as f64);
    let given = [("first", first), ("last", last), ("n", count)];
    let given = given.each_ref().map(|(name, value)| (*name, value.as_str()));
    set(&skeleton.keys, "aria-valuetext", &locale.text(key, &given));
}

/// What is said at a place: all of it, or the row that the reader has gone to.
pub fn spoken(
    row: Option<usize>,
    tip: &TooltipModel,
    shown: &FigureModel,
    place: &HitBand,
    locale: &Locale,
) -> String {
    let is_arrow = place.region.as_ref().is_some_and(|region| region.series.is_some());
    let has_ways = shown.kind == Kind::Flow || (shown.kind == Kind::Map && is_arrow);
    // Where each way is a place of its own, its one row is it.
    let lone = (has_ways && tip.rows.len() == 1).then_some(0);
    let one = row.or(lone).and_then(|row| match has_ways {
        true => {
            tip.spoken_way(row, shown.grid.series.len() > 1, locale).or_else(|| tip.spoken_row(row, locale))
        }
        false => tip.spoken_row(row, locale),
    });
    one.unwrap_or_else(|| tip.spoken(locale))
}

/// What happened at a place of a time axis, as its marks have it: to be said after its figures.
pub fn happenings(shown: &FigureModel, frame: &Frame, place: &HitBand, locale: &Locale) -> String {
    let Axis::Periods(periods) = &shown.grid.axis else { return String::new() };
    let Some(period) = periods.get(place.index) else { return String::new() };
    let of_marks = frame.markers.iter().flat_map(|marker| &marker.annotations);
    let told = of_marks.filter_map(|index| {
        let annotation = shown.annotations.get(*index)?;
        let when = annotation.when?;
        let is_within = period.start_day() <= when.start_day() && when.start_day() <= period.end_day();
        is_within.then(|| crate::figure::headline(annotation, locale))
    });
    told.listed().joined("; ")
}

/// Goes where a key of the slider leads; whether it is one that does something.
pub fn pressed(widget: &mut Widget, event: &KeyboardEvent) -> bool {
    let key = event.key();
    let (Some(skeleton), Some(shown), Some(frame), Some(locale)) =
        (&widget.skeleton, widget.figure(), widget.frame(), &widget.host.locale)
    else {
        return false;
    };
    if key == "?" {
        let lies = if frame.bands_run_down { "ui.walk.down" } else { "ui.walk.along" };
        let has_regions = frame.hit_bands.iter().any(|place| place.region.is_some());
        let neighbours = if has_regions { "ui.walk.neighbours" } else { "" };
        let keys = [lies, neighbours, "ui.walk.keys"].into_iter().filter(|key| !key.is_empty());
        told::help(skeleton, &keys.map(|key| locale.text(key, &[])).listed().joined(" "));
        return true;
    }
    if key == "Enter" {
        super::handlers::choose_place(widget);
        return true;
    }
    let at: usize = skeleton.keys.value().parse().unwrap_or(0);
    let Some(place) = frame.hit_bands.get(at) else { return false };
    let ground = Ground {
        places: frame.hit_bands.len(),
        rows: rows_at(widget, place),
        runs_down: frame.bands_run_down,
        is_time: matches!(shown.grid.axis, Axis::Periods(_)),
    };
    let beside = || neighbour(&key, at, &frame.hit_bands.iter().map(middle).listed());
    let stop = match event.shift_key() {
        true => beside().map(Stop::Place),
        false => walk(&key, at, widget.going_on.row, ground),
    };
    let Some(stop) = stop else { return false };
    match stop {
        Stop::Row(row) => widget.going_on.row = row,
        Stop::Place(to) => {
            let key = frame.hit_bands.get(to).and_then(|place| place_key(&shown.grid, place));
            skeleton.keys.set_value(&to.to_string());
            widget.chosen.state.cursor = key;
        }
    }
    cursor::refresh(widget, None);
    true
}

/// The middle of a mark that lies in two dimensions.
fn middle(place: &HitBand) -> Option<(f64, f64)> {
    let bounds = place.region.as_ref()?.bounds;
    let half = |one: i32, other: i32| (f64::from(one) + f64::from(other)) / 2.0;
    Some((half(bounds.left, bounds.right), half(bounds.top, bounds.bottom)))
}

fn rows_at(widget: &Widget, place: &HitBand) -> usize {
    let (Some(shown), Some(frame), Some(locale)) = (widget.figure(), widget.frame(), &widget.host.locale)
    else {
        return 0;
    };
    let state = &widget.chosen.state;
    TooltipModel::new(&shown.grid, shown.facts.as_ref(), frame, state, locale, place).rows.len()
}
