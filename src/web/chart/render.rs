//! From what is shown to what is on the page.

use web_sys::HtmlElement;

use super::screen::Screen;
use super::skeleton::{PHONE, Skeleton};
use super::widget::Widget;
use super::{controls, legend};
use crate::chart::{Frame, Picture, layout};
use crate::figure::{FigureModel, heading_of, mark_words};
use crate::locale::{Locale, PeriodStyle};
use crate::model::{Joined, attribute, cut_at};
use crate::view::{State, Tab};
use crate::web::host::chunks;
use crate::web::platform::dom::{
    append, clear, device_pixel_ratio, element, link, say, set, show, text_element,
};
use crate::web::platform::metrics::CanvasMetrics;
use crate::web::platform::palette::{Palette, palette, text_scale};
use crate::web::platform::surface;

/// Below this width in CSS pixels the padding shrinks.
const NARROW_IN_CSS_PX: i32 = 400;
/// Below this height in CSS pixels the title shrinks.
const LOW_IN_CSS_PX: i32 = 330;
/// The same where the width is small too, so that a title has three lines.
const LOW_AND_NARROW_IN_CSS_PX: i32 = 400;
/// The part of the figure's height that belongs to the drawing.
const LEAST_SHARE_OF_DRAWING: f64 = 0.6;
/// The same where the figures at a place stand beside the drawing.
const LEAST_SHARE_BESIDE_STRIP: f64 = 0.5;
/// In figures narrower than this, in CSS pixels, the figures at a place stand beside the drawing, and the controls below.
const PHONE_IN_CSS_PX: i32 = 480;
/// What gives way, one after another, until the drawing has its share; all of it stays behind "More". The subtitle is
/// only shortened, and what marks mean stays.
const GIVING_WAY: [&str; 6] =
    ["short-source", "short-note", "low-bar", "shorter-source", "short-subtitle", "no-note"];
/// A drawing lower than this, in CSS pixels, has its legend roll in one row: else it is never cut.
const LEAST_BESIDE_LEGEND_IN_CSS_PX: i32 = 160;
/// The class of a legend in one row that rolls.
const ROW_LEGEND: &str = "row-legend";
/// Below this height in CSS pixels the controls give way too.
const LOWEST_WITH_CONTROLS_IN_CSS_PX: i32 = 240;

/// Draws everything; without a box to draw in, nothing, and the size watch calls again.
///
/// What is to be shown next takes the place of what is shown here, and nowhere else: figures and drawing are always those
/// of one view.
pub fn render(widget: &mut Widget) {
    let Some(locale) = widget.host.locale.clone() else { return };
    if widget.skeleton.is_none() {
        widget.skeleton = Skeleton::new(&widget.host.root);
    }
    let Some(skeleton) = widget.skeleton.take() else { return };
    let before = widget.screen.take();
    let left = before.as_ref().filter(|_| widget.going_on.is_choice).and_then(|before| before.frame.clone());
    let next = widget.take_next().map(|(figure, layout)| Screen::new(figure, layout));
    if let Some(mut screen) = next.or(before) {
        screen.figure.annotations.clone_from(&widget.read.annotations);
        let is_drawn = fill_and_draw(widget, &skeleton, &mut screen, &locale);
        screen.drawn_for = is_drawn.then(|| skeleton.size());
        (widget.screen, widget.skeleton) = (Some(screen), Some(skeleton));
        // A choice whose answer is still on its way is followed when that comes.
        let is_answered = !widget.read.is_stale && widget.next.is_none();
        widget.going_on.is_choice &= !is_answered;
        if let Some(after) = chunks::after() {
            (after.complete)(widget, is_drawn, left.filter(|_| is_answered));
        }
    } else {
        widget.skeleton = Some(skeleton);
    }
}

/// Whether there was a box to draw in.
fn fill_and_draw(widget: &Widget, skeleton: &Skeleton, screen: &mut Screen, locale: &Locale) -> bool {
    let shown = &screen.figure;
    let palette = palette(&widget.host.element, widget.host.attribute(attribute::THEME));
    palette.apply(&skeleton.figure);
    skeleton.show(true);
    if let Some(message) = widget.host.message_box() {
        show(&message, false);
    }
    set(&skeleton.figure, "lang", &locale.tag);
    // What is said runs as its language does, whatever the page around it: English on an Arabic page too.
    let direction = locale.direction();
    set(&skeleton.figure, "dir", direction);
    set(&skeleton.canvas, "dir", direction);
    let classes = skeleton.figure.class_list();
    let (width, height) = (skeleton.figure.client_width(), skeleton.figure.client_height());
    if width == 0 || height == 0 {
        return false;
    }
    // To a reader of text twice as large a figure is half as wide.
    let text_scale = text_scale(&skeleton.figure);
    let in_text = |css_px: i32| (f64::from(css_px) / text_scale) as i32;
    let (wide, high) = (in_text(width), in_text(height));
    let is_narrow = wide < NARROW_IN_CSS_PX;
    for (class, on) in [
        ("narrow", is_narrow),
        (PHONE, wide < PHONE_IN_CSS_PX),
        ("low", high < if is_narrow { LOW_AND_NARROW_IN_CSS_PX } else { LOW_IN_CSS_PX }),
        ("no-bar", high < LOWEST_WITH_CONTROLS_IN_CSS_PX),
    ] {
        let _ = classes.toggle_with_force(class, on);
    }
    for class in GIVING_WAY.into_iter().chain([ROW_LEGEND]) {
        let _ = classes.remove_1(class);
    }
    match is_narrow {
        true => fill_title(&skeleton.title, &short_title(shown, locale), shown.texts.has_span),
        false => fill_title(&skeleton.title, &shown.texts.title, shown.texts.has_span),
    }
    say(&skeleton.subtitle, &shown.texts.subtitle);
    controls::fill(widget, skeleton, shown, locale);
    fill_source(&skeleton.source, shown);
    if controls::wants(widget, "about") {
        append(&skeleton.source, text_element("span", "", " "));
        let about =
            append(&skeleton.source, text_element("button", "", &locale.text("ui.option.about", &[])));
        set(&about, "type", "button");
        set(&about, controls::CHOICE, "about");
        show(&skeleton.source, true);
    }
    say(&skeleton.legal, &shown.texts.legal);
    fill_notes(skeleton, shown, None, locale);
    show(&skeleton.time, controls::has_slider(widget, shown, high));
    let tab = shown.tab(widget.chosen.state.tab);
    show(&skeleton.plot, tab == Tab::Chart);
    show(&skeleton.words, tab == Tab::Words);
    let _ = classes.toggle_with_force("told", tab == Tab::Words);
    let _ = skeleton.rows.class_list().toggle_with_force("behind", tab != Tab::Table);
    let view =
        Painting { skeleton, screen, state: &widget.chosen.state, locale, palette: &palette, text_scale };
    let frame = match tab {
        Tab::Chart => view.draw(controls::wants(widget, "legend")),
        tab => {
            show(&skeleton.legend, false);
            if tab == Tab::Table {
                give_way(skeleton, &skeleton.rows);
            }
            // Table and text say what the drawing would have marked.
            view.lay_out(width, height)
        }
    };
    let is_drawn = frame.is_some();
    (screen.frame, screen.palette) = (frame, Some(palette));
    is_drawn
}

/// What a drawing is made from.
struct Painting<'a> {
    skeleton: &'a Skeleton,
    screen: &'a Screen,
    state: &'a State,
    locale: &'a Locale,
    palette: &'a Palette,
    /// How much larger than usual text is.
    text_scale: f64,
}

impl Painting<'_> {
    /// Lays out for a width and a height in CSS pixels; `None` where there is no room.
    fn lay_out(&self, width: i32, height: i32) -> Option<Frame> {
        let figure = &self.screen.figure;
        let metrics = CanvasMetrics::new(surface::context(&self.skeleton.canvas)?, &self.palette.font_family);
        let picture = Picture {
            grid: &figure.grid,
            companions: &figure.companions,
            steps: &figure.steps,
            claim: figure.claim.as_ref(),
            boundaries: figure.boundaries.as_deref(),
            origin: figure.origin.as_deref(),
            annotations: &figure.annotations,
            later: chunks::after().map(|after| after.drawing),
            total: figure.total,
            kind: figure.kind,
            scale: figure.scale,
            exact: figure.exact,
            state: self.state,
            locale: self.locale,
            theme: &self.palette.theme,
            width_in_css_px: f64::from(width) / self.text_scale,
            height_in_css_px: f64::from(height) / self.text_scale,
            device_pixel_ratio: device_pixel_ratio() * self.text_scale,
            metrics: &metrics,
        };
        // With its text the whole drawing is larger, as a page is that is zoomed into; where it stands is not.
        let at_scale = |frame| Frame { device_pixel_ratio: device_pixel_ratio(), ..frame };
        (width > 0 && height > 0).then(|| at_scale(layout(&picture, self.screen.layout)))
    }

    /// Lays out and draws; lays out twice where the first frame's legend and notes took height from the drawing.
    fn draw(&self, legend_wanted: bool) -> Option<Frame> {
        let Painting { skeleton, state, locale, palette, screen: Screen { figure, .. }, .. } = self;
        let lay_out = || self.lay_out(skeleton.plot.client_width(), skeleton.plot.client_height());
        // Switched-off series can only be switched on again in a legend.
        // And the one in use stays: the focus would be lost with it.
        let is_used = skeleton.legend.matches(":focus-within").unwrap_or_default();
        let needs_legend = |frame: &Frame| {
            legend_wanted
                && frame.legend_entries.len() > 1
                && (!frame.labelled_directly || frame.keeps_key || !state.hidden.is_empty() || is_used)
        };
        show(&skeleton.legend, false);
        give_way(skeleton, &skeleton.plot);
        let mut frame = lay_out()?;
        if needs_legend(&frame) {
            legend::fill(&skeleton.legend, &frame.legend_entries, &figure.series);
            show(&skeleton.legend, true);
        }
        fill_notes(skeleton, figure, Some(&frame), locale);
        give_way(skeleton, &skeleton.plot);
        let height = f64::from(skeleton.plot.client_height()) * device_pixel_ratio();
        if height.round() as i32 != frame.height_in_device_px {
            frame = lay_out()?;
            fill_notes(skeleton, figure, Some(&frame), locale);
        }
        let told = chunks::after().and_then(|after| (after.without_colour)(skeleton, palette, &frame));
        let frame = told.unwrap_or(frame);
        surface::paint(&skeleton.canvas, &frame, &palette.font_family)?;
        set(&skeleton.keys, "max", &frame.hit_bands.len().saturating_sub(1).to_string());
        set(&skeleton.keys, "aria-label", &locale.text("ui.explore", &[("title", &figure.texts.title)]));
        show(&skeleton.keys, !frame.hit_bands.is_empty());
        Some(frame)
    }
}

/// Lets texts give way until the drawing, or the table in its place, has its share of the figure's height.
fn give_way(skeleton: &Skeleton, place: &HtmlElement) {
    let share = if skeleton.is_phone() { LEAST_SHARE_BESIDE_STRIP } else { LEAST_SHARE_OF_DRAWING };
    let wanted = f64::from(skeleton.figure.client_height()) * share;
    for class in GIVING_WAY {
        if f64::from(place.client_height()) >= wanted {
            return;
        }
        let _ = skeleton.figure.class_list().add_1(class);
    }
    if place.client_height() < LEAST_BESIDE_LEGEND_IN_CSS_PX {
        let _ = skeleton.figure.class_list().add_1(ROW_LEGEND);
    }
}

/// The title with its span abbreviated, for a narrow figure.
fn short_title(shown: &FigureModel, locale: &Locale) -> String {
    match shown.texts.has_span {
        true => heading_of(&shown.texts.subject, &shown.grid, locale, PeriodStyle::Short),
        false => shown.texts.title.clone(),
    }
}

/// Fills in the title, whose "Topic |" never leaves its bar to the next line; nor is a period of its span taken apart.
fn fill_title(place: &HtmlElement, title: &str, has_span: bool) {
    clear(place);
    let split =
        cut_at(title, " | ").map(|(topic, _)| (topic.len() + 2, topic.rfind(' ').map_or(0, |at| at + 1)));
    let pieces =
        split.and_then(|(end, start)| Some((title.get(..start)?, title.get(start..end)?, title.get(end..)?)));
    match pieces {
        Some((before, kept, after)) => {
            append(place, text_element("span", "", before));
            append(place, text_element("span", "kept", kept));
            match cut_at(after, " – ").filter(|_| has_span) {
                Some((first, last)) => {
                    for kept in [[first.trim_start(), " –"].concat(), last.to_owned()] {
                        append(place, text_element("span", "", " "));
                        append(place, text_element("span", "kept", &kept));
                    }
                }
                None => {
                    append(place, text_element("span", "", after));
                }
            }
        }
        None => place.set_text_content(Some(title)),
    }
}

pub fn fill_source(place: &HtmlElement, shown: &FigureModel) {
    clear(place);
    let line = append(place, element("span", ""));
    for part in &shown.texts.source_segments {
        let told = match &part.link {
            Some(address) => append(&line, link(&part.text, address)),
            None => append(&line, text_element("span", "", &part.text)),
        };
        if let Some(lang) = &part.lang {
            set(&told, "lang", lang);
        }
    }
    show(place, !shown.texts.source_segments.is_empty());
}

/// The note, after what the marks of a frame mean.
fn fill_notes(skeleton: &Skeleton, shown: &FigureModel, frame: Option<&Frame>, locale: &Locale) {
    let mut words = frame.map(|frame| mark_words(frame, locale)).unwrap_or_default();
    let _ = skeleton.note.class_list().toggle_with_force("marked", !words.is_empty());
    words.push(shown.texts.note.clone());
    // Last, since it may be long: what must be known of the figures comes before it.
    words.extend(frame.map(|frame| frame.marks_told.joined("; ")));
    say(&skeleton.note, words.joined(" ").trim());
}
