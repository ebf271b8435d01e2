//! The "Options" menu: what a reader can choose of time, figures and scale, and what the page can do for them.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

use super::choices::react;
use super::{about, contrast, listening, pick_list};
use crate::chart::{ValueScale, regions};
use crate::figure::{FigureModel, LANGUAGES};
use crate::locale::{Locale, PeriodStyle, period_span, primary_language};
use crate::model::{Listed, Period};
use crate::query::{Axis, Drawing, Kind, later};
use crate::view::{Mode, Msg, POPULATION_BASE, Scale, State, by_name, name_of};
use crate::web::chart::controls;
use crate::web::chart::controls::CHOICE;
use crate::web::chart::widget::Widget;
use crate::web::platform::dom::{append, clear, element, set, text_element};

/// Fills the menu when it opens; what stands in it has to fit what is shown then.
pub fn opened(widget: &mut Widget, _: &Event) {
    let (Some(skeleton), Some(shown), Some(locale)) =
        (&widget.skeleton, widget.figure(), &widget.host.locale)
    else {
        return;
    };
    if skeleton.options.has_attribute("open") {
        fill(widget, &skeleton.options, shown, locale);
    }
}

fn fill(widget: &Widget, options: &HtmlElement, shown: &FigureModel, locale: &Locale) {
    let Some(menu) = options.last_element_child() else { return };
    clear(&menu);
    let state = &widget.chosen.state;
    let inhabitants = locale.number(POPULATION_BASE);
    let text = |key: &str| locale.text(&["ui.option.", key].concat(), &[("n", &inhabitants)]);
    let wants = |name: &str| controls::wants(widget, name);
    if wants("time") {
        let periods = widget.periods();
        if periods.len() > 1 {
            let names: Vec<(String, String)> = periods
                .iter()
                .map(|period| (period.to_string(), period_span(locale, *period, *period, PeriodStyle::Long)))
                .listed();
            let shown_span = crate::figure::span(&shown.grid);
            let first = shown_span.map(|(first, _)| first.to_string()).unwrap_or_default();
            let last = shown_span.map(|(_, last)| last.to_string()).unwrap_or_default();
            select(&menu, "from", &text("from"), &names, &first);
            select(&menu, "to", &text("to"), &names, &last);
        }
    }
    let is_below = widget.skeleton.as_ref().is_some_and(|skeleton| !skeleton.time.has_attribute("hidden"));
    if wants("period") && !is_below && matches!(shown.grid.axis, Axis::Entities(_)) {
        let periods = widget.periods();
        if periods.len() > 1 {
            slider(&menu, widget, shown, locale, &text("period"), &periods);
        }
    }
    if wants("measure") {
        let measures = widget.measures();
        if measures.len() > 1 {
            let mut names: Vec<(String, String)> = vec![(String::new(), text("all-measures"))];
            names.extend(measures.iter().map(|field| (field.clone(), locale.field_name(field))));
            select(&menu, "measure", &text("measure"), &names, state.measure.as_deref().unwrap_or_default());
        }
    }
    if wants("mode") {
        let possible = Mode::ALL.iter().filter(|(mode, _)| widget.can(*mode, shown));
        let names: Vec<(String, String)> =
            possible.map(|(_, name)| ((*name).to_owned(), text(name))).listed();
        let now = match (shown.grid.normalized, shown.grid.per) {
            (true, _) => Mode::Percent,
            (false, Some(_)) => Mode::Per100000,
            (false, None) => Mode::Absolute,
        };
        if names.len() > 1 {
            select(&menu, "mode", &text("mode"), &names, name_of(&Mode::ALL, now));
        }
    }
    let drawing = Drawing { kind: shown.kind, is_log: true, is_total: false };
    let has_log = || later().permit(drawing, &shown.grid).is_ok();
    if wants("scale") && shown.kind == Kind::Line && matches!(shown.grid.axis, Axis::Periods(_)) && has_log()
    {
        let names = Scale::ALL.iter().map(|(_, name)| ((*name).to_owned(), text(name))).listed();
        let now = if shown.scale == ValueScale::Log { "log" } else { "linear" };
        select(&menu, "scale", &text("scale"), &names, now);
    }
    if wants("region")
        && let Some(boundaries) = &shown.boundaries
    {
        let mut names: Vec<(String, String)> = vec![(String::new(), text("all-regions"))];
        names.extend(
            regions(boundaries)
                .into_iter()
                .map(|key| (key.to_owned(), locale.text(&["region.", key].concat(), &[]))),
        );
        select(&menu, "region", &text("region"), &names, state.region.as_deref().unwrap_or_default());
    }
    if wants("pick")
        && let Some((grid, keys)) = widget.picks()
        && keys.len() > 1
    {
        pick_list::fill(&menu, widget, &grid, &keys, locale);
    }
    if wants(contrast::PATTERNS) {
        contrast::offer(&menu, options, shown, &text(contrast::PATTERNS));
    }
    if wants(listening::LISTEN) {
        listening::offer((&menu, options), widget, shown, locale);
    }
    if wants(controls::LANGUAGE) {
        languages(&menu, &text(controls::LANGUAGE), locale);
    }
    let row = append(&menu, element("div", "acts"));
    let can_fill_screen = crate::web::platform::dom::document().fullscreen_enabled();
    for (name, possible) in [
        ("reset", *state != State { tab: state.tab, ..State::default() }),
        ("fullscreen", can_fill_screen),
        ("share", true),
        ("about", true),
    ] {
        if wants(name) && (possible || name == "reset") {
            let button = append(&row, text_element("button", "", &text(name)));
            set(&button, "type", "button");
            set(&button, CHOICE, name);
            let _ = button.toggle_attribute_with_force("disabled", !possible);
        }
    }
    let said = append(&menu, element("p", "said"));
    set(&said, "role", "status");
}

/// The slider that steps entities through time.
fn slider(
    menu: &Element,
    widget: &Widget,
    shown: &FigureModel,
    locale: &Locale,
    name: &str,
    periods: &[Period],
) {
    let label = append(menu, element("label", ""));
    append(&label, text_element("span", "", name));
    let slider = append(&label, element("input", "slider"));
    let last = shown.grid.span.map(|(_, last)| last);
    let at = periods.iter().position(|period| Some(*period) == last).unwrap_or(periods.len() - 1);
    for (attribute, value) in [
        ("type", "range"),
        ("min", "0"),
        ("max", &(periods.len() - 1).to_string()),
        ("value", &at.to_string()),
        (CHOICE, "period"),
    ] {
        set(&slider, attribute, value);
    }
    let spoken = match (widget.chosen.state.period.is_some(), periods.get(at), shown.grid.span) {
        (true, Some(period), _) => period_span(locale, *period, *period, PeriodStyle::Long),
        (_, _, Some((first, last))) => period_span(locale, first, last, PeriodStyle::Long),
        _ => String::new(),
    };
    set(&slider, "aria-valuetext", &spoken);
}

/// A native select with its name before it.
pub(super) fn select(menu: &Element, choice: &str, name: &str, options: &[(String, String)], now: &str) {
    let label = append(menu, element("label", ""));
    append(&label, text_element("span", "", name));
    let select = append(&label, element("select", ""));
    set(&select, CHOICE, choice);
    for (value, text) in options {
        let option = append(&select, text_element("option", "", text));
        set(&option, "value", value);
        let _ = option.toggle_attribute_with_force("selected", value == now);
    }
}

/// The languages to choose from, each by its own name.
fn languages(menu: &Element, name: &str, locale: &Locale) {
    let names = LANGUAGES.map(|(tag, name)| (tag.to_owned(), name.to_owned()));
    select(menu, controls::LANGUAGE, name, &names, &primary_language(&locale.tag));
    let Ok(options) = menu.query_selector_all(&["[", CHOICE, "=", controls::LANGUAGE, "] option"].concat())
    else {
        return;
    };
    for (index, (tag, _)) in LANGUAGES.iter().enumerate() {
        if let Some(option) = options.get(index as u32).and_then(|option| option.dyn_into::<Element>().ok()) {
            set(&option, "lang", tag);
        }
    }
}

/// A select of the menu has another value.
pub fn chosen(widget: &mut Widget, event: &Event) {
    let Some(select) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(choice) = select.get_attribute(CHOICE) else { return };
    let value = js_sys::Reflect::get(&select, &"value".into())
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default();
    if choice == controls::LANGUAGE {
        // As if the page said so: the element asks for what it needs in it.
        return set(&widget.host.element, "lang", &value);
    }
    match choice.as_str() {
        contrast::PATTERNS => return contrast::choose(widget, &select),
        listening::SERIES | listening::SPEED => return listening::choose(widget, &choice, &value),
        _ => {}
    }
    let (from, to) = (widget.chosen.state.from.clone(), widget.chosen.state.to.clone());
    let (first, last) = widget.ends();
    let is_before = |left: &str, right: &str| match (Period::parse(left), Period::parse(right)) {
        (Some(left), Some(right)) => left.start_day() <= right.start_day(),
        _ => true,
    };
    react(
        widget,
        match choice.as_str() {
            // An end beyond the other takes it along: the reader asked for this one last.
            "from" => {
                let end = to.unwrap_or(last);
                let to = if is_before(&value, &end) { end } else { value.clone() };
                Msg::Span(Some(value), Some(to))
            }
            "to" => {
                let start = from.unwrap_or(first);
                let from = if is_before(&start, &value) { start } else { value.clone() };
                Msg::Span(Some(from), Some(value))
            }
            "period" => {
                let periods = widget.periods();
                let period = value.parse::<usize>().ok().and_then(|index| periods.get(index).copied());
                if let (Some(period), Some(locale)) = (period, &widget.host.locale) {
                    set(&select, "aria-valuetext", &period_span(locale, period, period, PeriodStyle::Long));
                }
                Msg::Period(period.map(|period| period.to_string()))
            }
            "measure" => Msg::QuantityKind((!value.is_empty()).then_some(value)),
            "region" => Msg::Region((!value.is_empty()).then_some(value)),
            "mode" => Msg::Mode(by_name(&Mode::ALL, &value)),
            "scale" => Msg::Scale(by_name(&Scale::ALL, &value)),
            _ => return,
        },
    );
}

/// A button of the menu was pressed.
pub fn pressed(widget: &mut Widget, choice: &str) {
    match choice {
        "reset" => react(widget, Msg::Reset),
        listening::LISTEN => listening::toggle(widget),
        "play" => super::time_slider::toggle(widget),
        "share" => widget.page.share(),
        "about" => super::about::open(widget),
        "cite" => about::cite(widget),
        "fullscreen" => {
            widget.page.fullscreen();
            close(widget);
        }
        _ => {}
    }
}

/// Tells whether the address was copied; where it was not, the reader can take it from a field.
pub fn shared(widget: &Widget, address: &str, copied: bool) {
    let (Some(skeleton), Some(locale)) = (&widget.skeleton, &widget.host.locale) else { return };
    let Ok(Some(said)) = skeleton.options.query_selector(".said") else { return };
    clear(&said);
    let key = if copied { "ui.shared" } else { "ui.share-by-hand" };
    append(&said, text_element("span", "", &locale.text(key, &[])));
    if !copied {
        let field = append(&said, element("input", ""));
        set(&field, "readonly", "");
        set(&field, "aria-label", &locale.text("ui.option.share", &[]));
        set(&field, "value", address);
        if let Ok(field) = field.dyn_into::<HtmlInputElement>() {
            let _ = field.focus();
            field.select();
        }
    }
}

/// Fills the open menu anew after another answer, so that it says what is shown; what has the focus keeps it.
pub fn refresh(widget: &Widget, options: &HtmlElement, shown: &FigureModel, locale: &Locale) {
    if !options.has_attribute("open") {
        return;
    }
    let focused = widget.host.root.active_element().and_then(|focused| focused.get_attribute(CHOICE));
    if let Some("find" | "pick" | "period") = focused.as_deref() {
        // These hold what they show themselves, and a new one would lose the finger or the search.
        return;
    }
    fill(widget, options, shown, locale);
    let again = focused.and_then(|choice| {
        options.query_selector(&["[", CHOICE, "=", &choice, "]:not([disabled])"].concat()).ok().flatten()
    });
    if let Some(again) = again.and_then(|again| again.dyn_into::<HtmlElement>().ok()) {
        let _ = again.focus();
    }
}

fn close(widget: &Widget) {
    if let Some(skeleton) = &widget.skeleton {
        let _ = skeleton.options.remove_attribute("open");
    }
}
