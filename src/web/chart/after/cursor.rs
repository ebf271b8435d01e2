//! The reader's place on the axis: hairline, dots and tooltip as DOM over a drawing that is not redrawn.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::tooltip::place_key;
use super::{contrast, tooltip, walking};
use crate::chart::{Frame, HitBand, Point, Rect};
use crate::figure::TooltipModel;
use crate::model::{Joined, Listed, shortest_decimal};
use crate::web::chart::skeleton::Skeleton;
use crate::web::chart::widget::Widget;
use crate::web::platform::dom::{append, clear, element, set, show, style};

/// The space between the cursor and the tooltip, in CSS pixels; a finger needs more.
const GAP_IN_CSS_PX: f64 = 14.0;

/// The class of a tooltip that stays.
pub const PINNED: &str = "pinned";
/// The class of a tooltip that stands beside an annotation's number, near enough for the pointer to go over to it.
const BESIDE: &str = "beside";

/// The place under a point of the plot, in CSS pixels from its top left corner; `None` outside the axis' reach.
pub fn place_at(frame: &Frame, x_in_css_px: f64, y_in_css_px: f64) -> Option<&HitBand> {
    if frame.hit_bands.iter().any(|place| place.region.is_some()) {
        return frame.find(point_at(frame, x_in_css_px, y_in_css_px));
    }
    let along = if frame.bands_run_down { y_in_css_px } else { x_in_css_px } * frame.device_pixel_ratio;
    let along = along as i32;
    frame.hit_bands.iter().find(|place| place.reach.0 <= along && along < place.reach.1)
}

/// A point of the plot in the frame's own pixels.
fn point_at(frame: &Frame, x_in_css_px: f64, y_in_css_px: f64) -> Point {
    let device = |css: f64| (css * frame.device_pixel_ratio) as i32;
    Point { x: device(x_in_css_px), y: device(y_in_css_px) }
}

/// Puts the overlay at the place of the state's cursor, or takes it away.
///
/// `pointer` is the pointer's place in CSS pixels from the plot's top left corner, and whether it is a finger.
pub fn refresh(widget: &mut Widget, pointer: Option<(f64, f64, bool)>) {
    if pointer.is_some() {
        widget.going_on.row = None;
    }
    let (Some(skeleton), Some(shown), Some(frame), Some(locale)) =
        (&widget.skeleton, widget.figure(), widget.frame(), &widget.host.locale)
    else {
        return;
    };
    let wanted = widget.chosen.state.cursor.as_ref();
    let place = frame
        .hit_bands
        .iter()
        .find(|place| wanted.is_some() && place_key(&shown.grid, place).as_ref() == wanted);
    let Some(place) = place else {
        hide(skeleton);
        return;
    };
    // A finger in one of several panels asks for that one; keys go through all of them.
    let panel = pointer.and_then(|(x, y, _)| frame.panel_near(point_at(frame, x, y)));
    let own = panel.map(|panel| place.of(panel.series));
    let asked = own.as_ref().unwrap_or(place);
    let tip =
        TooltipModel::new(&shown.grid, shown.facts.as_ref(), frame, &widget.chosen.state, locale, asked);
    let row = widget.going_on.row.filter(|_| pointer.is_none());
    let keys = |key: &Element, color: &str| {
        if let Some(palette) = widget.palette() {
            contrast::paint_key_of(key, color, palette);
        }
    };
    tooltip::fill(&tip, &skeleton.tip, row, locale, &keys);
    let (at, touch) = pointer.map_or((None, false), |(x, y, touch)| (Some((x, y)), touch));
    show_at(skeleton, frame, place, at, touch);
    let spoken = walking::spoken(row, &tip, shown, asked, locale);
    let happened = walking::happenings(shown, frame, place, locale);
    let all = [spoken, happened].into_iter().filter(|text| !text.is_empty()).listed();
    set(&skeleton.keys, "aria-valuetext", &all.joined(" "));
    if pointer.is_none() {
        mark(skeleton, frame, place);
    }
    if let Some(position) = frame.hit_bands.iter().position(|other| std::ptr::eq(other, place)) {
        skeleton.keys.set_value(&position.to_string());
    }
}

/// Marks the place that the keyboard has gone to, where no hairline does.
fn mark(skeleton: &Skeleton, frame: &Frame, place: &HitBand) {
    let bounds = match &place.region {
        Some(region) => region.bounds,
        None if frame.bands_run_down => {
            Rect { top: place.reach.0, bottom: place.reach.1, left: frame.plot.left, right: frame.plot.right }
        }
        None => return,
    };
    let px = |device: i32| [&shortest_decimal(f64::from(device) / frame.device_pixel_ratio), "px"].concat();
    let here = append(&skeleton.dots, element("div", "here"));
    style(&here, "left", &px(bounds.left));
    style(&here, "top", &px(bounds.top));
    style(&here, "width", &px(bounds.width()));
    style(&here, "height", &px(bounds.height()));
}

/// Puts hairline and dots at a place, and the tooltip (already filled) beside it.
///
/// `pointer` is where the pointer or finger is, in CSS pixels; without one (keyboard) the tooltip stands at the top.
fn show_at(skeleton: &Skeleton, frame: &Frame, place: &HitBand, pointer: Option<(f64, f64)>, touch: bool) {
    let css = |device: i32| f64::from(device) / frame.device_pixel_ratio;
    let px = |value: f64| [&shortest_decimal(value), "px"].concat();
    let middle = css(place.middle);
    clear(&skeleton.dots);
    if !frame.bands_run_down {
        for (index, (at, stretch)) in frame.hairlines(place).into_iter().enumerate() {
            let more = (index > 0).then(|| append(&skeleton.dots, element("div", "hairline")));
            let hairline = more.as_ref().unwrap_or(&skeleton.hairline);
            style(hairline, "left", &px(css(at)));
            style(hairline, "top", &px(css(stretch.top)));
            style(hairline, "width", "1px");
            style(hairline, "height", &px(css(stretch.height())));
        }
        for (series, point) in &place.points {
            let Some(key) = frame.legend_entries.iter().find(|key| key.series == *series) else { continue };
            let dot = append(&skeleton.dots, element("div", "dot"));
            style(&dot, "left", &px(css(point.x)));
            style(&dot, "top", &px(css(point.y)));
            style(&dot, "--ink", &key.color.css());
        }
    }
    // Over a map a line would point at nothing.
    let has_line = !frame.bands_run_down && (place.region.is_none() || !frame.panels.is_empty());
    show(&skeleton.hairline, has_line);
    show(&skeleton.tip, true);
    let _ = skeleton.tip.class_list().remove_1(BESIDE);
    if show_as_strip(skeleton) {
        return;
    }
    let (width, height) = (f64::from(skeleton.plot.client_width()), f64::from(skeleton.plot.client_height()));
    let (tip_width, tip_height) = size(&skeleton.tip);
    let (left, top) = if let Some(region) = &place.region {
        let at = place.points.first().map(|(_, point)| (css(point.x), css(point.y)));
        let bounds = region.bounds;
        let middle =
            ((css(bounds.left) + css(bounds.right)) / 2.0, (css(bounds.top) + css(bounds.bottom)) / 2.0);
        let (x, y) = pointer.or(at).unwrap_or(middle);
        let right = x + GAP_IN_CSS_PX;
        let left = if right + tip_width <= width { right } else { x - GAP_IN_CSS_PX - tip_width };
        (left, if touch { y - tip_height - 3.0 * GAP_IN_CSS_PX } else { y + GAP_IN_CSS_PX })
    } else if frame.bands_run_down {
        let end = place.points.first().map_or(width / 2.0, |(_, point)| css(point.x));
        let below = middle + GAP_IN_CSS_PX;
        let top = if below + tip_height <= height { below } else { middle - GAP_IN_CSS_PX - tip_height };
        (end - tip_width / 2.0, top)
    } else {
        let right = middle + GAP_IN_CSS_PX;
        let left = if right + tip_width <= width { right } else { middle - GAP_IN_CSS_PX - tip_width };
        let lift = if touch { tip_height + 3.0 * GAP_IN_CSS_PX } else { tip_height / 2.0 };
        (left, pointer.map_or(css(frame.plot.top), |(_, y)| y - lift))
    };
    style(&skeleton.tip, "left", &px(left.min(width - tip_width).max(0.0)));
    style(&skeleton.tip, "top", &px(top.min(height - tip_height).max(0.0)));
}

/// Shows the tooltip (already filled) below a point of the drawing, without hairline and dots.
pub fn show_beside(skeleton: &Skeleton, frame: &Frame, point: Point) {
    hide(skeleton);
    show(&skeleton.tip, true);
    let _ = skeleton.tip.class_list().add_1(BESIDE);
    if show_as_strip(skeleton) {
        return;
    }
    let px = |value: f64| [&shortest_decimal(value), "px"].concat();
    let css = |device: i32| f64::from(device) / frame.device_pixel_ratio;
    let (width, height) = (f64::from(skeleton.plot.client_width()), f64::from(skeleton.plot.client_height()));
    let (tip_width, tip_height) = size(&skeleton.tip);
    let left = css(point.x) - tip_width / 2.0;
    style(&skeleton.tip, "left", &px(left.min(width - tip_width).max(0.0)));
    style(&skeleton.tip, "top", &px((css(point.y) + GAP_IN_CSS_PX).min(height - tip_height).max(0.0)));
}

/// On phones, lays the tooltip (already filled) as a strip beside the drawing, above it where there is room, else below: a
/// box that follows the finger lies over what is read. Whether it is one.
fn show_as_strip(skeleton: &Skeleton) -> bool {
    let figure = &skeleton.figure;
    let is_narrow = skeleton.is_phone();
    let _ = skeleton.tip.class_list().toggle_with_force("strip", is_narrow);
    if is_narrow {
        let (above, height) = (stage_top(skeleton), skeleton.plot.client_height());
        let below = figure.client_height() - above - height;
        let _ = skeleton.tip.class_list().remove_1("tight");
        if skeleton.tip.offset_height() > above.max(below) {
            let _ = skeleton.tip.class_list().add_1("tight");
        }
        let own = skeleton.tip.offset_height();
        let top = match () {
            () if own <= above => -own,
            () if own <= below => height,
            () => -above,
        };
        style(&skeleton.tip, "top", &[&shortest_decimal(f64::from(top)), "px"].concat());
    }
    is_narrow
}

/// How far the drawing lies below the figure's top edge, in CSS pixels.
fn stage_top(skeleton: &Skeleton) -> i32 {
    let stage = skeleton.plot.parent_element().and_then(|stage| stage.dyn_into::<HtmlElement>().ok());
    stage.map_or(0, |stage| stage.offset_top())
}

/// Takes hairline, dots and tooltip away.
fn hide(skeleton: &Skeleton) {
    clear(&skeleton.dots);
    show(&skeleton.hairline, false);
    show(&skeleton.tip, false);
    for class in [PINNED, BESIDE] {
        let _ = skeleton.tip.class_list().remove_1(class);
    }
}

fn size(element: &HtmlElement) -> (f64, f64) {
    (f64::from(element.offset_width()), f64::from(element.offset_height()))
}
