//! A series that is heard: each figure is a tone, in the order of time, and what is not known is silence. Nothing is made
//! before the reader presses "Listen".

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::choices::react;
use super::menu::select;
use super::told;
use super::tooltip::place_key;
use crate::chart::{Frame, Point};
use crate::figure::FigureModel;
use crate::locale::{Locale, PeriodStyle, category_label, series_label};
use crate::model::{Joined, Listed};
use crate::query::{Axis, Kind};
use crate::view::{Msg, State};
use crate::web::chart::controls::CHOICE;
use crate::web::chart::widget::Widget;
use crate::web::host::element::with;
use crate::web::host::listener::Timeout;
use crate::web::platform::dom::{append, set, text_element};

/// The name of the button that starts and stops.
pub const LISTEN: &str = "listen";
/// The name of the choice of a series.
pub const SERIES: &str = "heard";
/// The name of the choice of a speed.
pub const SPEED: &str = "speed";

/// The names of the speeds, each with how much longer it takes than the usual one.
const SPEEDS: [(&str, f64); 3] = [("slow", 2.0), ("normal", 1.0), ("fast", 0.5)];
/// The frequency at the start of the axis, in hertz: low, but not too low for a phone.
const LOWEST_IN_HZ: f64 = 220.0;
/// How much higher the end of the axis is, in cents: three octaves. A pitch is heard by its ratio to another, so equal steps
/// of figures are equal steps of cents.
const RANGE_IN_CENTS: f64 = 3600.0;
/// How loud a tone is at most: less than speech.
const LOUDNESS: f64 = 0.2;
/// How long a tone rises and falls, in seconds: at once it would click.
const EDGE_IN_S: f64 = 0.015;
/// How long the tone of the axis' start is heard before the first figure, and the silence after it, in seconds.
const REFERENCE_IN_S: (f64, f64) = (0.4, 0.4);
/// How much time a figure has at the usual speed, and how long all have at least and at most, in seconds.
const EACH_IN_S: f64 = 0.25;
const WHOLE_IN_S: (f64, f64) = (1.5, 15.0);
/// The longest tone in seconds.
const LONGEST_TONE_IN_S: f64 = 0.5;
/// From so many periods on there is something to hear.
const LEAST_PERIODS: usize = 3;

/// What sounds until it is dropped.
struct Sound {
    context: JsValue,
    /// When each place is heard, in the context's seconds, and its index among the marks.
    places: Vec<(f64, usize)>,
}

impl Drop for Sound {
    fn drop(&mut self) {
        call(&self.context, "close", &[]);
    }
}

/// Calls a method of an object of the page, with figures.
fn call(object: &JsValue, method: &str, given: &[f64]) -> Option<JsValue> {
    let given = given.iter().map(|figure| JsValue::from_f64(*figure)).listed();
    call_with(object, method, &given)
}

fn call_with(object: &JsValue, method: &str, given: &[JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    match given {
        [] => method.call0(object),
        [one] => method.call1(object, one),
        [one, other, ..] => method.call2(object, one, other),
    }
    .ok()
}

fn part(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(JsValue::is_object)
}

/// What makes sounds in this browser, where one does.
fn maker() -> Option<Function> {
    let window = web_sys::window()?;
    Reflect::get(&window, &"AudioContext".into()).ok()?.dyn_into().ok()
}

/// Whether a figure has series over time that can be heard.
fn is_offered(shown: &FigureModel) -> bool {
    let kinds = [
        Kind::Line,
        Kind::Area,
        Kind::StackedArea,
        Kind::Bar,
        Kind::StackedBar,
        Kind::GroupedBar,
        Kind::SmallMultiples,
    ];
    matches!(shown.grid.axis, Axis::Periods(_))
        && kinds.contains(&shown.kind)
        && shown.grid.axis.len() >= LEAST_PERIODS
        && maker().is_some()
}

/// The series that can be heard, with their keys: those that are shown.
fn heard_series<'a>(shown: &'a FigureModel, state: &State) -> Vec<(usize, &'a str)> {
    let all = shown.grid.series.iter().enumerate().map(|(index, entry)| (index, entry.key.as_str()));
    all.filter(|(_, key)| !state.hidden.iter().any(|hidden| hidden == key)).listed()
}

/// Puts the choice of series and speed and the button into the menu of these options.
pub fn offer((menu, options): (&Element, &Element), widget: &Widget, shown: &FigureModel, locale: &Locale) {
    if !is_offered(shown) {
        return;
    }
    let text = |name: &str| locale.text(&["ui.listen.", name].concat(), &[]);
    let all = heard_series(shown, &widget.chosen.state);
    let name = |(index, key): &(usize, &str)| ((*key).to_owned(), series_label(locale, &shown.grid, *index));
    let names = all.iter().map(name).listed();
    if names.len() > 1 {
        let first = widget.chosen.state.highlight.clone().unwrap_or_default();
        let now = options.get_attribute(&attribute_of(SERIES)).unwrap_or(first);
        select(menu, SERIES, &text("series"), &names, &now);
    }
    let names = SPEEDS.map(|(name, _)| (name.to_owned(), text(name)));
    let now = options.get_attribute(&attribute_of(SPEED));
    select(menu, SPEED, &text("speed"), &names, now.as_deref().unwrap_or("normal"));
    let button = append(menu, text_element("button", "", &text(what_it_does(widget))));
    set(&button, "type", "button");
    set(&button, CHOICE, LISTEN);
    set(&button, "aria-describedby", "listen-hint");
    let hint = append(menu, text_element("p", "picked", &text("hint")));
    hint.set_id("listen-hint");
}

/// Where the menu keeps what was chosen, while it is filled anew.
fn attribute_of(choice: &str) -> String {
    ["data-", choice].concat()
}

/// Takes a choice of the menu; what sounds by another ends.
pub fn choose(widget: &mut Widget, choice: &str, value: &str) {
    stop(widget);
    if let Some(skeleton) = &widget.skeleton {
        set(&skeleton.options, &attribute_of(choice), value);
    }
}

/// What the button does when it is pressed.
fn what_it_does(widget: &Widget) -> &'static str {
    if widget.going_on.listening.is_some() { "stop" } else { "start" }
}

fn name_button(widget: &Widget) {
    let (Some(skeleton), Some(locale)) = (&widget.skeleton, &widget.host.locale) else { return };
    let selector = ["[", CHOICE, "=", LISTEN, "]"].concat();
    if let Ok(Some(button)) = skeleton.options.query_selector(&selector) {
        button.set_text_content(Some(&locale.text(&["ui.listen.", what_it_does(widget)].concat(), &[])));
    }
}

/// Starts to sound, or stops.
pub fn toggle(widget: &mut Widget) {
    if widget.going_on.listening.is_some() {
        return stop(widget);
    }
    if let Some(sound) = begin(widget) {
        wait(widget, sound, 0);
        show_mark(widget);
    }
    name_button(widget);
}

/// On a phone the open menu would lie over the mark that goes along: it closes, and its button, which has the focus then, opens
/// it again to stop.
fn show_mark(widget: &Widget) {
    let Some(skeleton) = widget.skeleton.as_ref().filter(|skeleton| skeleton.is_phone()) else { return };
    if let Ok(Some(summary)) = skeleton.options.query_selector("summary") {
        let _ = skeleton.options.remove_attribute("open");
        let _ = summary.unchecked_into::<HtmlElement>().focus();
    }
}

/// Ends what sounds, and takes its mark away.
pub fn stop(widget: &mut Widget) {
    if widget.going_on.listening.take().is_some() {
        react(widget, Msg::Cursor(None));
        name_button(widget);
    }
}

/// The series that is to be heard, as the grid counts.
fn chosen_series(widget: &Widget, shown: &FigureModel) -> Option<usize> {
    let state = &widget.chosen.state;
    let chosen = widget.skeleton.as_ref()?.options.get_attribute(&attribute_of(SERIES));
    let key = chosen.or_else(|| state.highlight.clone()).unwrap_or_default();
    let all = heard_series(shown, state);
    all.iter().find(|(_, own)| *own == key).or_else(|| all.first()).map(|(index, _)| *index)
}

/// Where each figure of a series lies on its axis, 0 at its start and 1 at its end; `None` where it is missing.
fn heights(shown: &FigureModel, state: &State, frame: &Frame, series: usize) -> Vec<Option<f64>> {
    let grid = &shown.grid;
    if shown.kind == Kind::Line {
        let height = f64::from(frame.plot.height().max(1));
        let of_place = |points: &Vec<(usize, Point)>| {
            let (_, point) = points.iter().find(|(own, _)| *own == series)?;
            Some((f64::from(frame.plot.bottom - point.y) / height).clamp(0.0, 1.0))
        };
        return frame.hit_bands.iter().map(|place| of_place(&place.points)).listed();
    }
    // What stands on other figures or in panels of its own has no height on one axis: it goes from zero to the greatest.
    let all = heard_series(shown, state);
    let all = all.iter().flat_map(|(series, _)| {
        frame.hit_bands.iter().filter_map(move |place| grid.value(*series, place.index).known())
    });
    let (low, high) = all.fold((0.0_f64, 0.0_f64), |(low, high), figure| (low.min(figure), high.max(figure)));
    let own = frame.hit_bands.iter().map(|place| {
        let figure = grid.value(series, place.index).known()?;
        Some(if high > low { (figure - low) / (high - low) } else { 0.0 })
    });
    own.listed()
}

/// Has all of a series sound, beginning with the start of the axis.
fn begin(widget: &Widget) -> Option<Sound> {
    let (shown, frame) = (widget.figure()?, widget.frame()?);
    if !is_offered(shown) {
        return None;
    }
    let series = chosen_series(widget, shown)?;
    let heights = heights(shown, &widget.chosen.state, frame, series);
    let speed = widget.skeleton.as_ref()?.options.get_attribute(&attribute_of(SPEED));
    let slowness =
        SPEEDS.iter().find(|(name, _)| Some(*name) == speed.as_deref()).map_or(1.0, |(_, times)| *times);
    let count = heights.len().saturating_sub(1).max(1) as f64;
    let whole = (count * EACH_IN_S).clamp(WHOLE_IN_S.0, WHOLE_IN_S.1) * slowness;
    let long = (whole / count * 0.8).min(LONGEST_TONE_IN_S);
    let context = Reflect::construct(&maker()?, &js_sys::Array::new()).ok()?;
    let start = Reflect::get(&context, &"currentTime".into()).ok()?.as_f64()? + 0.1;
    let first = start + REFERENCE_IN_S.0 + REFERENCE_IN_S.1;
    // The marks lie as the axis has its periods, and so do the tones.
    let (from, to) = (frame.hit_bands.first()?.middle, frame.hit_bands.last()?.middle);
    let along = |middle: i32| f64::from(middle - from) / f64::from((to - from).max(1));
    let places = frame.hit_bands.iter().enumerate();
    let places = places.map(|(index, place)| (first + along(place.middle) * whole, index)).listed();
    let sound = Sound { context, places };
    let (tone, gain) =
        (call(&sound.context, "createOscillator", &[])?, call(&sound.context, "createGain", &[])?);
    let _ = Reflect::set(&tone, &"type".into(), &"triangle".into());
    let (pitch, detune, loudness) = (part(&tone, "frequency")?, part(&tone, "detune")?, part(&gain, "gain")?);
    let _ = call(&pitch, "setValueAtTime", &[LOWEST_IN_HZ, 0.0]);
    let _ = call(&loudness, "setValueAtTime", &[0.0, 0.0]);
    let sounds = |height: f64, at: f64, long: f64| {
        let _ = call(&detune, "setValueAtTime", &[height * RANGE_IN_CENTS, at]);
        for (loud, when, ramps) in [
            (0.0, at, false),
            (LOUDNESS, at + EDGE_IN_S, true),
            (LOUDNESS, at + long - EDGE_IN_S, false),
            (0.0, at + long, true),
        ] {
            let method = if ramps { "linearRampToValueAtTime" } else { "setValueAtTime" };
            let _ = call(&loudness, method, &[loud, when]);
        }
    };
    sounds(0.0, start, REFERENCE_IN_S.0);
    for ((at, _), height) in sound.places.iter().zip(&heights) {
        if let Some(height) = height {
            sounds(*height, *at, long);
        }
    }
    call_with(&tone, "connect", std::slice::from_ref(&gain))?;
    call_with(&gain, "connect", &[part(&sound.context, "destination")?])?;
    call(&tone, "start", &[]);
    // Some browsers have every sound begin in silence.
    call(&sound.context, "resume", &[]);
    Some(sound)
}

/// Waits until a place is heard; with it goes what sounds, and ends when the wait is given up.
fn wait(widget: &mut Widget, sound: Sound, next: usize) {
    let now = Reflect::get(&sound.context, &"currentTime".into()).ok().and_then(|now| now.as_f64());
    let last = sound.places.last().map_or(0.0, |(at, _)| at + LONGEST_TONE_IN_S);
    let at = sound.places.get(next).map_or(last, |(at, _)| *at);
    let pause = ((at - now.unwrap_or(at)) * 1000.0).max(0.0) as i32;
    let own = widget.own.clone();
    let react = move || with(&own, |widget| step(widget, sound, next));
    widget.going_on.listening = Timeout::new(&widget.host.page, pause, react);
}

fn step(widget: &mut Widget, sound: Sound, at: usize) {
    let place = sound.places.get(at).map(|(_, index)| *index);
    let key = place.zip(widget.figure().zip(widget.frame())).and_then(|(index, (shown, frame))| {
        frame.hit_bands.get(index).and_then(|place| place_key(&shown.grid, place))
    });
    if !widget.host.element.is_connected() {
        widget.going_on.listening = None;
    } else if key.is_some() {
        react(widget, Msg::Cursor(key));
        wait(widget, sound, at + 1);
    } else {
        stop(widget);
        tell(widget);
    }
}

/// Tells what was heard: the series, its first and its last figure, and how many periods were silent.
fn tell(widget: &Widget) {
    let (Some(skeleton), Some(shown), Some(frame), Some(locale)) =
        (&widget.skeleton, widget.figure(), widget.frame(), &widget.host.locale)
    else {
        return;
    };
    let Some(series) = chosen_series(widget, shown) else { return };
    let grid = &shown.grid;
    let known =
        frame.hit_bands.iter().filter(|place| grid.value(series, place.index).known().is_some()).listed();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return };
    let figure = |place: usize| locale.value_text(grid, grid.value(series, place));
    let period = |place: usize| category_label(locale, grid, place, PeriodStyle::Long);
    let given = [
        ("name", series_label(locale, grid, series)),
        ("first", figure(first.index)),
        ("from", period(first.index)),
        ("last", figure(last.index)),
        ("to", period(last.index)),
    ];
    let given = given.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut words = vec![locale.text("ui.listen.end", &given)];
    let silent = frame.hit_bands.len() - known.len();
    if silent > 0 {
        words.push(locale.text("ui.listen.silent", &[("n", &locale.number(silent as f64))]));
    }
    told::announce(skeleton, &words.joined(" "));
}
