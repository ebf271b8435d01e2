//! Drawings for readers whose system sets the colours, or who want more contrast: series told apart by patterns and signs.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement};

use crate::chart::{Frame, Inks, Swatch, patterned};
use crate::figure::FigureModel;
use crate::web::chart::controls::CHOICE;
use crate::web::chart::skeleton::Skeleton;
use crate::web::chart::widget::Widget;
use crate::web::platform::dom::{append, element, set, text_element};
use crate::web::platform::metrics::CanvasMetrics;
use crate::web::platform::palette::{Palette, system_color};
use crate::web::platform::surface;

/// The queries that ask for such a drawing.
pub const WANTED: [&str; 2] = ["(forced-colors: active)", "(prefers-contrast: more)"];

/// The name of the switch in the menu, and the class of the menu of a figure whose reader has asked for patterns.
pub const PATTERNS: &str = "patterns";

/// Puts the switch into the menu where there are several series, and colours at all.
pub fn offer(menu: &Element, options: &Element, shown: &FigureModel, name: &str) {
    if is_wanted() || shown.grid.series.len() < 2 {
        return;
    }
    let label = append(menu, element("label", ""));
    append(&label, text_element("span", "", name));
    let switch = append(&label, element("input", "switch"));
    set(&switch, "type", "checkbox");
    set(&switch, CHOICE, PATTERNS);
    let _ = switch.toggle_attribute_with_force("checked", options.class_list().contains(PATTERNS));
}

/// Draws with patterns, or without, as the switch says; a figure keeps it as long as it stands.
pub fn choose(widget: &mut Widget, switch: &Element) {
    let is_on = switch.matches(":checked").unwrap_or_default();
    if let Some(skeleton) = &widget.skeleton {
        let _ = skeleton.options.class_list().toggle_with_force(PATTERNS, is_on);
    }
    widget.schedule();
}

/// Whether a reader wants the drawing so.
pub fn is_wanted() -> bool {
    WANTED.into_iter().any(matches)
}

/// The frame as a reader wants it who does not see its colours; `None` for all others. Its keys are put into the legend.
pub fn without_colour(skeleton: &Skeleton, palette: &Palette, frame: &Frame) -> Option<Frame> {
    let inks = inks(skeleton, palette)?;
    let metrics = CanvasMetrics::new(surface::context(&skeleton.canvas)?, &palette.font_family);
    let (told, swatches) = patterned(frame, &palette.theme, &inks, &metrics);
    let keys = skeleton.legend.query_selector_all(".swatch").ok();
    for (index, entry) in told.legend_entries.iter().enumerate() {
        let key = keys.as_ref().and_then(|keys| keys.get(index as u32)?.dyn_into::<Element>().ok());
        if let (Some(key), Some(swatch)) = (key, swatches.iter().find(|one| one.color == entry.color)) {
            paint_key(&key, swatch, palette);
        }
    }
    if let Ok(mut keys) = palette.keys.try_borrow_mut() {
        *keys = Some(Box::new(swatches));
    }
    Some(told)
}

/// Draws the key of a colour (`#rrggbb`) in its box, where the drawing does without colours.
pub fn paint_key_of(key: &Element, color: &str, palette: &Palette) {
    let Ok(keys) = palette.keys.try_borrow() else { return };
    let swatches = keys.as_ref().and_then(|keys| keys.downcast_ref::<Vec<Swatch>>());
    if let Some(swatch) = swatches.and_then(|all| all.iter().find(|one| one.color.css() == color)) {
        paint_key(key, swatch, palette);
    }
}

/// Draws a key in its box, which until then is filled with a colour.
fn paint_key(key: &Element, swatch: &Swatch, palette: &Palette) {
    key.set_text_content(None);
    let canvas: HtmlCanvasElement = append(key, element("canvas", "")).unchecked_into();
    set(&canvas, "aria-hidden", "true");
    let _ = surface::paint(&canvas, &swatch.drawing, &palette.font_family);
    let _ = key.class_list().add_1("drawn");
}

fn inks(skeleton: &Skeleton, palette: &Palette) -> Option<Inks> {
    let [is_forced, wants_more] = WANTED.map(matches);
    let wants_more = wants_more || skeleton.options.class_list().contains(PATTERNS);
    let theme = &palette.theme;
    if is_forced {
        let system = |name: &str| system_color(&skeleton.canvas, name);
        let (surface, text) = (system("Canvas")?, system("CanvasText")?);
        return Some(Inks { surface, text, quiet: system("GrayText").unwrap_or(text), keeps_hues: false });
    }
    let more = Inks { surface: theme.surface, text: theme.text, quiet: theme.axis, keeps_hues: true };
    wants_more.then_some(more)
}

fn matches(query: &str) -> bool {
    let query = web_sys::window().and_then(|window| window.match_media(query).ok()?);
    query.is_some_and(|query| query.matches())
}
