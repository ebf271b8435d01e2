//! From what is shown to what is on the page.

use web_sys::HtmlElement;

use super::skeleton::Skeleton;
use super::tooltip::{Tip, place_key};
use super::widget::{Widget, message_box, with};
use super::{
    about, annotations, controls, cursor as overlay, downloads, handlers, legend, menu, table_and_text,
    time_slider, transition,
};
use crate::chart::{Frame, Picture, layout};
use crate::figure::{Fault, Shown, heading_of, mark_words};
use crate::locale::{Locale, PeriodStyle};
use crate::model::{Joined, attribute};
use crate::view::{State, Tab};
use crate::web::host::events;
use crate::web::host::listener::AfterPaint;
use crate::web::host::parts::Part;
use crate::web::platform::dom;
use crate::web::platform::dom::{append, clear, element, say, set, show, text_element};
use crate::web::platform::metrics::CanvasMetrics;
use crate::web::platform::palette::{Palette, palette};
use crate::web::platform::surface;

/// Below this width in CSS pixels the padding shrinks.
const NARROW_IN_CSS_PX: i32 = 400;
/// Below this height in CSS pixels the title shrinks.
const LOW_IN_CSS_PX: i32 = 330;
/// The part of the figure's height that belongs to the drawing.
const LEAST_SHARE_OF_DRAWING: f64 = 0.6;
/// What gives way, one after another, until the drawing has its share; all of it stays in the words' tab.
const GIVING_WAY: [&str; 6] =
    ["short-source", "short-note", "no-subtitle", "shorter-source", "no-note", "row-legend"];
/// Below this height in CSS pixels the controls give way too.
const LOWEST_WITH_CONTROLS_IN_CSS_PX: i32 = 240;

/// Draws everything; without a box to draw in, nothing, and the size watch calls again.
pub fn render(widget: &mut Widget) {
    let (Some(shown), Some(locale)) = (widget.shown.take(), widget.locale.clone()) else { return };
    if widget.skeleton.is_none() {
        widget.skeleton = Skeleton::new(&widget.root);
    }
    if let Some(skeleton) = widget.skeleton.take() {
        let drawn = fill_and_draw(widget, &skeleton, &shown, &locale);
        widget.drawn_for = drawn.then(|| skeleton.size());
        widget.skeleton = Some(skeleton);
        widget.shown = Some(shown);
        if Part::More.is_here() {
            complete(widget, drawn);
        }
    } else {
        widget.shown = Some(shown);
    }
}

/// What follows a drawing: listeners, the overlay, table and text, and the `load` event.
#[inline(never)]
pub fn complete(widget: &mut Widget, drawn: bool) {
    if widget.skeleton.is_some() && widget.listeners.is_empty() {
        handlers::connect(widget);
    }
    if drawn {
        widget.transition = None;
        if let Some(from) = widget.left_behind.take() {
            transition::start(widget, from);
        }
        if let Some(frame) = widget.frame.take() {
            annotations::cover(widget, &frame);
            widget.frame = Some(frame);
        }
        cursor(widget, None);
        if !time_slider::fill(widget) {
            widget.schedule();
        }
        if widget.has_map.is_none() {
            widget.has_map = Some(widget.can_map());
            controls::show_map_tab(widget);
        }
        follow(widget);
        if widget.has_annotations()
            && annotations::addresses(widget)
                .is_ok_and(|all| all.iter().any(|address| !widget.files.has_asked_json(address)))
        {
            widget.call("need");
        }
    }
}

/// Whether there was a box to draw in.
fn fill_and_draw(widget: &mut Widget, skeleton: &Skeleton, shown: &Shown, locale: &Locale) -> bool {
    let palette = palette(&widget.host, widget.attribute(attribute::THEME).as_deref());
    palette.apply(&skeleton.figure);
    show(&skeleton.figure, true);
    show(&skeleton.fallback, false);
    if let Some(message) = message_box(widget) {
        show(&message, false);
    }
    set(&skeleton.figure, "lang", &locale.tag);
    let classes = skeleton.figure.class_list();
    let (width, height) = (skeleton.figure.client_width(), skeleton.figure.client_height());
    if width == 0 || height == 0 {
        return false;
    }
    for (class, on) in [
        ("narrow", width < NARROW_IN_CSS_PX),
        ("low", height < LOW_IN_CSS_PX),
        ("no-bar", height < LOWEST_WITH_CONTROLS_IN_CSS_PX),
    ] {
        let _ = classes.toggle_with_force(class, on);
    }
    for class in GIVING_WAY {
        let _ = classes.remove_1(class);
    }
    match width < NARROW_IN_CSS_PX {
        true => fill_title(&skeleton.title, &short_title(shown, locale)),
        false => fill_title(&skeleton.title, &shown.texts.title),
    }
    say(&skeleton.subtitle, &shown.texts.subtitle);
    controls::fill(widget, skeleton, shown, locale);
    fill_source(&skeleton.source, shown);
    if controls::wants(widget, "about") {
        append(&skeleton.source, text_element("span", "", " "));
        let about =
            append(&skeleton.source, text_element("button", "", &locale.text("ui.option.about", &[])));
        set(&about, "type", "button");
        set(&about, menu::CHOICE, "about");
        show(&skeleton.source, true);
    }
    say(&skeleton.legal, &shown.texts.legal);
    fill_notes(skeleton, shown, None, locale);
    time_slider::reserve(widget, &skeleton.time, shown, height);
    let tab = shown.tab(widget.state.tab);
    show(&skeleton.plot, tab == Tab::Chart);
    show(&skeleton.words, tab == Tab::Words);
    let _ = classes.toggle_with_force("told", tab == Tab::Words);
    let _ = skeleton.rows.class_list().toggle_with_force("behind", tab != Tab::Table);
    if tab != Tab::Chart {
        show(&skeleton.legend, false);
        widget.palette = Some(palette);
        return true;
    }
    let drawn =
        draw_chart(skeleton, shown, &widget.state, locale, &palette, controls::wants(widget, "legend"));
    widget.palette = Some(palette);
    match drawn {
        Some(frame) => {
            widget.frame = Some(frame);
            true
        }
        None => false,
    }
}

/// Lays out and draws; twice where the first frame's legend and notes took height from the drawing.
fn draw_chart(
    skeleton: &Skeleton,
    shown: &Shown,
    state: &State,
    locale: &Locale,
    palette: &Palette,
    legend_wanted: bool,
) -> Option<Frame> {
    let metrics = CanvasMetrics {
        context: surface::context(&skeleton.canvas)?,
        font_family: palette.font_family.clone(),
    };
    let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
    let lay_out = || {
        let (width, height) = (skeleton.plot.client_width(), skeleton.plot.client_height());
        (width > 0 && height > 0).then(|| {
            layout(&Picture {
                grid: &shown.grid,
                companions: &shown.companions,
                claim: shown.claim.as_ref(),
                boundaries: shown.boundaries.as_deref(),
                annotations: &shown.annotations,
                breaks: &shown.dataset.breaks,
                total: shown.total,
                kind: shown.kind,
                scale: shown.scale,
                state,
                locale,
                theme: &palette.theme,
                width_in_css_px: f64::from(width),
                height_in_css_px: f64::from(height),
                device_pixel_ratio: ratio,
                metrics: &metrics,
            })
        })
    };
    // Switched-off series can only be switched on again in a legend.
    let needs_legend = |frame: &Frame| {
        legend_wanted && frame.keys.len() > 1 && (!frame.labelled_directly || !state.hidden.is_empty())
    };
    show(&skeleton.legend, false);
    give_way(skeleton);
    let mut frame = lay_out()?;
    if needs_legend(&frame) {
        legend::fill(&skeleton.legend, &frame.keys, &shown.series);
        show(&skeleton.legend, true);
    }
    fill_notes(skeleton, shown, Some(&frame), locale);
    give_way(skeleton);
    if (f64::from(skeleton.plot.client_height()) * ratio).round() as i32 != frame.height_in_device_px {
        frame = lay_out()?;
        fill_notes(skeleton, shown, Some(&frame), locale);
    }
    downloads::paint(&skeleton.canvas, &frame, &palette.font_family)?;
    set(&skeleton.keys, "max", &frame.places.len().saturating_sub(1).to_string());
    set(&skeleton.keys, "aria-label", &locale.text("ui.explore", &[("title", &shown.texts.title)]));
    show(&skeleton.keys, !frame.places.is_empty());
    Some(frame)
}

/// Lets texts give way until the drawing has its share of the figure's height.
fn give_way(skeleton: &Skeleton) {
    let height = skeleton.figure.client_height();
    let wanted = f64::from(height) * LEAST_SHARE_OF_DRAWING;
    for class in GIVING_WAY {
        // Without its controls a reader can neither read the table nor take the figures along.
        let too_much = class == "no-bar" && height >= LOW_IN_CSS_PX;
        if too_much || f64::from(skeleton.plot.client_height()) >= wanted {
            return;
        }
        let _ = skeleton.figure.class_list().add_1(class);
    }
}

/// The title with its span abbreviated, for a narrow figure.
fn short_title(shown: &Shown, locale: &Locale) -> String {
    match shown.texts.has_span {
        true => heading_of(&shown.texts.subject, &shown.grid, locale, PeriodStyle::Short),
        false => shown.texts.title.clone(),
    }
}

/// Fills in the title, whose "Topic |" never leaves its bar to the next line.
fn fill_title(place: &HtmlElement, title: &str) {
    clear(place);
    // By bytes: `str::find` of a text brings a searcher for long texts, 6 kB of wasm.
    let split = title
        .as_bytes()
        .windows(3)
        .position(|bytes| bytes == b" | ")
        .map(|bar| (bar + 2, title.get(..bar).and_then(|topic| topic.rfind(' ')).map_or(0, |at| at + 1)));
    let pieces =
        split.and_then(|(end, start)| Some((title.get(..start)?, title.get(start..end)?, title.get(end..)?)));
    match pieces {
        Some((before, kept, after)) => {
            append(place, text_element("span", "", before));
            append(place, text_element("span", "kept", kept));
            append(place, text_element("span", "", after));
        }
        None => place.set_text_content(Some(title)),
    }
}

pub fn fill_source(place: &HtmlElement, shown: &Shown) {
    clear(place);
    let line = append(place, element("span", ""));
    for part in &shown.texts.source_parts {
        match &part.link {
            Some(address) => append(&line, dom::link(&part.text, address)),
            None => append(&line, text_element("span", "", &part.text)),
        };
    }
    show(place, !shown.texts.source_parts.is_empty());
}

/// The note, after what the marks of a frame mean.
fn fill_notes(skeleton: &Skeleton, shown: &Shown, frame: Option<&Frame>, locale: &Locale) {
    let mut words = frame.map(|frame| mark_words(frame, locale)).unwrap_or_default();
    words.push(shown.texts.note.clone());
    say(&skeleton.note, words.joined(" ").trim());
}

/// The detail of a `load` event.
#[derive(serde::Serialize)]
struct Loaded {
    /// What was odd in the file, and what was done with it.
    diagnostics: Vec<Fault>,
}

/// Fills in table and text: at once where the reader looks at them, else once the drawing is painted.
fn follow(widget: &mut Widget) {
    if widget.tab() != Tab::Chart {
        table_and_text::fill(widget);
        about::reach(widget);
    }
    let own = widget.own.clone();
    widget.after_paint = Some(AfterPaint::new(move || {
        with(&own, |widget| {
            if widget.tab() == Tab::Chart {
                table_and_text::fill(widget);
            }
            if std::mem::take(&mut widget.announce) {
                let oddities = widget.shown.as_ref().map(|shown| shown.oddities.clone()).unwrap_or_default();
                widget.tell_later("load", events::plain(&Loaded { diagnostics: oddities.clone() }));
                for oddity in oddities.iter().filter(|oddity| oddity.severity == "warning") {
                    widget.tell_later("error", events::plain(oddity));
                }
            }
        });
    }));
}

/// Puts the overlay at the place of the state's cursor, or takes it away.
///
/// `pointer` is the pointer's place in CSS pixels from the plot's top left corner, and whether it is a finger.
#[inline(never)]
pub fn cursor(widget: &mut Widget, pointer: Option<(f64, f64, bool)>) {
    let (Some(skeleton), Some(shown), Some(frame), Some(locale)) =
        (&widget.skeleton, &widget.shown, &widget.frame, &widget.locale)
    else {
        return;
    };
    let wanted = widget.state.cursor.as_ref();
    let place = frame
        .places
        .iter()
        .find(|place| wanted.is_some() && place_key(&shown.grid, place).as_ref() == wanted);
    let Some(place) = place else {
        overlay::hide(skeleton);
        return;
    };
    let tip = Tip::new(&shown.grid, shown.facts.as_ref(), frame, &widget.state, locale, place);
    tip.fill(&skeleton.tip, locale);
    let (at, touch) = pointer.map_or((None, false), |(x, y, touch)| (Some((x, y)), touch));
    overlay::show_at(skeleton, frame, place, at, touch);
    set(&skeleton.keys, "aria-valuetext", &tip.spoken(locale));
    if let Some(position) = frame.places.iter().position(|other| std::ptr::eq(other, place)) {
        skeleton.keys.set_value(&position.to_string());
    }
}
