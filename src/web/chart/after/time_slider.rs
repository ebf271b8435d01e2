//! The slider below charts of entities that steps through time, and its "Play".

use std::rc::Rc;

use web_sys::{Event, HtmlElement, HtmlInputElement};

use super::choices::react;
use crate::chart::Step;
use crate::figure::{self, FigureModel, stop_of};
use crate::locale::{Locale, PeriodStyle, period_span};
use crate::model::{Listed, Period};
use crate::query::Axis;
use crate::view::{Msg, State};
use crate::web::chart::controls::CHOICE;
use crate::web::chart::widget::Widget;
use crate::web::host::element::with;
use crate::web::host::listener::Timeout;
use crate::web::platform::dom::{append, element, set, text_element};

/// How long all periods take together, in milliseconds; one takes no longer than [`LONGEST_IN_MS`].
const WHOLE_IN_MS: usize = 20_000;
/// See [`WHOLE_IN_MS`].
const LONGEST_IN_MS: usize = 1_000;
/// No period is shorter than this, in milliseconds: the eye has to see it.
const SHORTEST_IN_MS: usize = 200;

/// Fills the slider in; `false` where there is nothing to step through, so that its room is free.
pub fn fill(widget: &mut Widget) -> bool {
    let (Some(skeleton), Some(shown), Some(locale)) =
        (&widget.skeleton, widget.figure(), &widget.host.locale)
    else {
        return true;
    };
    if skeleton.time.has_attribute("hidden") {
        return true;
    }
    // They are the author's, whatever the reader chooses: worked out once, and not at every drawing.
    let periods = widget.read.periods.clone().unwrap_or_else(|| widget.periods());
    if periods.len() < 2 {
        widget.read.periods = Some(periods);
        return false;
    }
    let bar = &skeleton.time;
    if bar.child_element_count() == 0 {
        let play = append(bar, element("button", "play"));
        set(&play, "type", "button");
        set(&play, CHOICE, "play");
        append(&play, element("span", "sign"));
        append(&play, element("span", "name"));
        let slider = append(bar, element("input", "slider"));
        for (name, value) in [("type", "range"), ("min", "0"), (CHOICE, "period")] {
            set(&slider, name, value);
        }
        append(bar, text_element("span", "at", ""));
        append(bar, text_element("span", "breaks", ""));
    }
    say_play(bar, widget.going_on.playing.is_some(), locale);
    let at = position(&periods, shown);
    let span = figure::span(&shown.grid);
    let broken = broken_before(&periods, shown);
    let words = |style| span.map(|(first, last)| period_span(locale, first, last, style)).unwrap_or_default();
    let (short, long) = (words(PeriodStyle::Short), words(PeriodStyle::Long));
    let spoken = match broken {
        Some(from) => {
            let from = locale.formats.period(from, PeriodStyle::Long);
            locale.text("ui.period-after-break", &[("period", &long), ("from", &from)])
        }
        None => long,
    };
    if let Ok(Some(slider)) = bar.query_selector(".slider") {
        set(&slider, "max", &(periods.len() - 1).to_string());
        set(&slider, "aria-label", &locale.text("ui.option.period", &[]));
        set(&slider, "aria-valuetext", &spoken);
        wasm_bindgen::JsCast::unchecked_into::<HtmlInputElement>(slider).set_value(&at.to_string());
    }
    // Below the slider stands the same at every period, so that nothing moves while it plays.
    let breaks = breaks_within(&periods, shown, locale);
    let words = match breaks.is_empty() {
        true => String::new(),
        false => locale.text("ui.slider-breaks", &[("periods", &locale.formats.list(&breaks))]),
    };
    for (name, words) in [(".at", &short), (".breaks", &words)] {
        if let Ok(Some(told)) = bar.query_selector(name) {
            told.set_text_content(Some(words));
        }
    }
    widget.read.periods = Some(periods);
    true
}

/// The last break of method between the first period of the slider and that shown: figures on its two sides are stepped
/// through one after the other.
fn broken_before(periods: &[Period], shown: &FigureModel) -> Option<Period> {
    let (first, (_, last)) = (periods.first()?, shown.grid.span?);
    let lies_between =
        |from: &Period| first.end_day() < from.start_day() && last.end_day() >= from.start_day();
    shown.grid.breaks.iter().map(|found| found.from).rfind(lies_between)
}

/// The breaks of method that lie within the periods of the slider, in words.
fn breaks_within(periods: &[Period], shown: &FigureModel, locale: &Locale) -> Vec<String> {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Vec::new() };
    let mut starts: Vec<Period> = Vec::new();
    for found in &shown.grid.breaks {
        let from = found.from;
        let is_within = first.end_day() < from.start_day() && last.end_day() >= from.start_day();
        if is_within && !starts.contains(&from) {
            starts.push(from);
        }
    }
    starts.iter().map(|from| locale.formats.period(*from, PeriodStyle::Long)).listed()
}

/// The figures of every period of the slider, for scales that stand while it moves; none before the reader has moved it.
pub fn steps(widget: &mut Widget, next: &FigureModel) -> Rc<Vec<Step>> {
    if widget.chosen.state.period.is_none() || !matches!(next.grid.axis, Axis::Entities(_)) {
        return Rc::default();
    }
    let asked = State { period: None, ..widget.chosen.state.clone() };
    if let Some((answered, steps)) = &widget.read.steps
        && answered.has_same_query_as(&asked)
    {
        return Rc::clone(steps);
    }
    let periods = widget.read.periods.clone().unwrap_or_else(|| widget.periods());
    let mut found = Vec::new();
    // What cannot be asked has been told with what is to be shown.
    let _ = widget.ask(&mut |input, _| found = figure::steps(input, &periods));
    let steps = Rc::new(if found.len() > 1 { found } else { Vec::new() });
    widget.read.steps = Some((asked, Rc::clone(&steps)));
    steps
}

/// The index of the last period shown.
fn position(periods: &[Period], shown: &FigureModel) -> usize {
    let last = shown.grid.span.map(|(_, last)| last);
    periods.iter().position(|period| Some(*period) == last).unwrap_or(periods.len().saturating_sub(1))
}

fn say_play(bar: &HtmlElement, plays: bool, locale: &Locale) {
    let Ok(Some(button)) = bar.query_selector(".play") else { return };
    let key = if plays { "ui.pause" } else { "ui.play" };
    let _ = button.class_list().toggle_with_force("plays", plays);
    if let Ok(Some(name)) = button.query_selector(".name") {
        name.set_text_content(Some(&locale.text(key, &[])));
    }
}

/// Starts to step through the periods, or stops.
pub fn toggle(widget: &mut Widget) {
    if widget.going_on.playing.take().is_none() {
        let (Some(periods), Some(shown)) = (&widget.read.periods, widget.figure()) else { return };
        let is_at_end = widget.chosen.state.period.is_none() || position(periods, shown) + 1 == periods.len();
        if let (true, Some(first)) = (is_at_end, periods.first()) {
            let first = first.to_string();
            react(widget, Msg::Period(Some(first)));
        }
        wait(widget);
    }
    say(widget);
}

/// Stops, as the reader takes the slider in hand.
pub fn stop(widget: &mut Widget) {
    if widget.going_on.playing.take().is_some() {
        say(widget);
    }
}

fn say(widget: &Widget) {
    if let (Some(skeleton), Some(locale)) = (&widget.skeleton, &widget.host.locale) {
        say_play(&skeleton.time, widget.going_on.playing.is_some(), locale);
    }
}

/// Goes on to the next period after a while.
fn wait(widget: &mut Widget) {
    let count = widget.read.periods.as_ref().map_or(1, Vec::len).max(1);
    let pause = (WHOLE_IN_MS / count).clamp(SHORTEST_IN_MS, LONGEST_IN_MS);
    let own = widget.own.clone();
    widget.going_on.playing = Timeout::new(&widget.host.page, pause as i32, move || with(&own, step));
}

fn step(widget: &mut Widget) {
    // A closed page's or a removed element's clock goes on: this one does not.
    let is_seen = widget.host.element.is_connected() && !crate::web::platform::dom::document().hidden();
    let next = widget.read.periods.as_ref().zip(widget.figure()).and_then(|(periods, shown)| {
        let at = position(periods, shown);
        // A break of method is no change of the figures: who wants to go on past it says so.
        let stop = stop_of(periods, at, &shown.grid);
        Some((periods.get(at + 1)?.to_string(), at + 1 >= stop))
    });
    widget.going_on.playing = None;
    if let Some((period, is_last)) = next.filter(|_| is_seen) {
        react(widget, Msg::Period(Some(period)));
        if !is_last {
            wait(widget);
        }
    }
    say(widget);
}

/// The reader moves the slider.
pub fn moved(widget: &mut Widget, event: &Event) {
    stop(widget);
    super::menu::chosen(widget, event);
}
