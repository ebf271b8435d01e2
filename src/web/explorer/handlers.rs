//! What a reader does in the explorer.

use crate::model::attribute;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::arrows;
use super::dom_of::dom_of;
use super::pane::{Pane, colour, fill, refine, show_view};
use super::{fold, language};
use crate::data::ALL_PARTIES;
use crate::explorer::{ExplorerState, View, opened};
use crate::web::host::element::with;
use crate::web::host::listener::Listener;
use crate::web::platform::dom;

/// Listens to everything a reader can do in the box.
pub fn connect(pane: &mut Pane, own: &HtmlElement) {
    let page = &pane.host.page;
    let listen = |event: &'static str, react: fn(&mut Pane, &Event)| {
        let weak = pane.own.clone();
        Listener::new(page, own, event, move |event| with(&weak, |pane| react(pane, &event)))
    };
    let mut listeners = vec![
        listen("click", clicked),
        listen("input", typed),
        listen("keydown", pressed),
        listen("change", chosen),
        listen("submit", |_, event| event.prevent_default()),
        listen("scroll", |pane, _| fold::scrolled(pane)),
    ];
    // `toggle` does not bubble.
    let weak = pane.own.clone();
    listeners.push(Listener::capturing(page, own, "toggle", move |event| {
        with(&weak, |pane| toggled(pane, &event));
    }));
    let queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];
    let window = web_sys::window();
    let switches = queries.iter().filter_map(|query| window.as_ref()?.match_media(query).ok()?);
    for switch in switches {
        let weak = pane.own.clone();
        listeners.push(Listener::new(page, &switch, "change", move |_| with(&weak, |pane| colour(pane))));
    }
    pane.listeners = listeners;
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// A key was pressed: arrows lead among squares and signs, and Escape back from a commitment to its square.
fn pressed(pane: &mut Pane, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let is_in =
        || target(event).is_some_and(|target| target.closest(".opened").is_ok_and(|found| found.is_some()));
    if key.key() == "Escape" && is_in() {
        return open_square(pane, None);
    }
    arrows::pressed(key);
}

/// A button was pressed.
fn clicked(pane: &mut Pane, event: &Event) {
    let button = target(event).and_then(|target| target.closest("[data-act]").ok().flatten());
    if button.as_ref().and_then(|button| button.get_attribute("data-act")).as_deref() != Some("fold") {
        fold::grow(pane);
    }
    let Some(button) = button else { return };
    let act = button.get_attribute("data-act").unwrap_or_default();
    let what = button.get_attribute("data-what").unwrap_or_default();
    let mut state = pane.state.clone();
    match act.as_str() {
        "view" => {
            let view = crate::view::by_name(&View::ALL, &what).unwrap_or_default();
            // What narrows a list of commitments means nothing on a line of time, and the other way round.
            let (status, q) = match (state.view, view) {
                (View::Pillars | View::Commitments, View::Pillars | View::Commitments) => {
                    (state.status, state.q)
                }
                _ => (None, String::new()),
            };
            let (country, pillar) = (state.country, state.pillar);
            state = ExplorerState { view, country, pillar, status, q, ..ExplorerState::default() };
        }
        "fold" => return fold::turn(pane),
        "square" => return open_square(pane, Some(what)),
        "close" => return open_square(pane, None),
        "open" => {
            state = ExplorerState {
                view: View::Commitments,
                open: Some(what),
                pillar: state.pillar,
                ..ExplorerState::default()
            };
        }
        "pillar" => {
            state = ExplorerState { view: View::Commitments, ..ExplorerState::default() };
            state.choose("pillar", &what);
        }
        "country" => {
            state = ExplorerState { view: View::Commitments, ..ExplorerState::default() };
            state.choose("country", &what);
            if what != ALL_PARTIES {
                pane.page.country(&what);
            }
        }
        "cell" => {
            let (iso3, pillar) = what.split_once('|').unwrap_or_default();
            state = ExplorerState { view: View::Commitments, ..ExplorerState::default() };
            state.choose("country", iso3);
            state.choose("pillar", pillar);
            pane.page.country(iso3);
        }
        "all-pillars" => state.pillar = None,
        "all-countries" => state.country = None,
        "reset" => state = state.unfiltered(),
        "year" | "kind" => {
            state.choose(&act, &what);
        }
        "happening" => {
            state.open = Some(what.clone());
            pane.page.mark(&what);
        }
        "mark" => return pane.page.mark(&what),
        "cite" => return pane.page.cite_record(&what),
        "link" => return pane.page.link(&what),
        "chart" => return open_chart(pane, &button, &what),
        _ => return,
    }
    if state != pane.state {
        let keeps_place = matches!(act.as_str(), "year" | "kind" | "happening" | "reset");
        pane.state = state;
        show_view(pane, !keeps_place);
        if keeps_place {
            refocus(pane, &act, &button.get_attribute("data-what").unwrap_or_default());
        }
        pane.tell_change();
    }
}

/// Shows the commitment of a square below the picture, or goes back to the square.
fn open_square(pane: &mut Pane, id: Option<String>) {
    let before = std::mem::replace(&mut pane.state.open, id);
    let (Some(own), Some(made)) = (&pane.pane, pane.told(opened)) else { return };
    let Ok(Some(old)) = own.query_selector(".opened") else { return };
    let new = dom_of(&made, pane.levels());
    let _ = old.replace_with_with_node_1(&new);
    let square = |id: &Option<String>| {
        let id = id.as_deref().unwrap_or_default();
        let found = own.query_selector(&["[data-act=square][data-what=\"", id, "\"]"].concat());
        found.ok().flatten().and_then(|found| found.dyn_into::<HtmlElement>().ok())
    };
    let (left, entered) = (square(&before), square(&pane.state.open));
    if let Some(left) = &left {
        let _ = left.remove_attribute("aria-current");
    }
    if let Some(entered) = &entered {
        dom::set(entered, "aria-current", "true");
        if let Ok(Some(among)) = entered.closest(".roving") {
            arrows::enter(&among, entered);
        }
    }
    let is_open = pane.state.open.is_some();
    if let Some(focused) = if is_open { Some(&new) } else { left.as_ref() } {
        let _ = focused.focus();
        // What is taller than a phone is read from its beginning.
        if is_open && pane.grown.is_some() {
            focused.scroll_into_view();
        }
    }
    if pane.state.open != before {
        pane.tell_change();
    }
}

/// Gives the focus to the button that was pressed, which has been made anew; to the list where it is gone.
fn refocus(pane: &Pane, act: &str, what: &str) {
    let Some(own) = &pane.pane else { return };
    let selector = match act {
        "happening" => ["[data-happening=\"", what, "\"] summary"].concat(),
        _ => ["[data-act=", act, "][data-what=\"", what, "\"]"].concat(),
    };
    let found = own
        .query_selector(&selector)
        .ok()
        .flatten()
        .or_else(|| own.query_selector("[data-choice=q], .view").ok().flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
        if act == "happening" {
            found.scroll_into_view();
        }
    }
}

/// Opens the chart of a piece of evidence below its button, or closes it.
fn open_chart(pane: &Pane, button: &Element, what: &str) {
    let Some(line) = button.parent_element() else { return };
    if let Ok(Some(old)) = line.query_selector("migration-chart") {
        old.remove();
        dom::set(button, "aria-expanded", "false");
        return;
    }
    let chart = dom::element("migration-chart", "");
    dom::set(&chart, "kind", "line");
    for line in button.get_attribute("data-chart").unwrap_or_default().split('\n') {
        if let Some((name, value)) = line.split_once('=') {
            dom::set(&chart, name, value);
        }
    }
    dom::set(&chart, "loading", "eager");
    for name in [attribute::LANG, attribute::THEME] {
        if let Some(value) = pane.host.attribute(name) {
            dom::set(&chart, name, value);
        }
    }
    dom::append(&line, chart);
    dom::set(button, "aria-expanded", "true");
    let (id, _) = what.split_once('|').unwrap_or_default();
    pane.page.chart(id);
}

/// The reader types into the search.
fn typed(pane: &mut Pane, event: &Event) {
    let Some(field) = target(event).and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    if field.get_attribute("data-choice").as_deref() == Some("q") {
        pane.state.choose("q", &field.value());
        refine(pane, false);
        pane.tell_change();
    }
}

/// A field of the filters has another value.
fn chosen(pane: &mut Pane, event: &Event) {
    let Some(field) = target(event) else { return };
    let Some(choice) = field.get_attribute("data-choice") else { return };
    let value = match field.dyn_ref::<HtmlInputElement>().filter(|input| input.type_() == "checkbox") {
        Some(tick) => tick.checked().to_string(),
        None => crate::web::reading::catalogue::get(&field, "value").as_string().unwrap_or_default(),
    };
    if language::chosen(pane, &field, &choice) {
        return;
    }
    let before = pane.state.clone();
    // What was typed has been told key by key.
    if pane.state.choose(&choice, &value) && pane.state != before {
        refine(pane, choice == "sort");
        if choice == "country" && value != ALL_PARTIES {
            pane.page.country(&value);
        }
        pane.tell_change();
    }
}

/// A record was opened or closed.
fn toggled(pane: &mut Pane, event: &Event) {
    let Some(details) = target(event) else { return };
    let is_open = details.has_attribute("open");
    let id = ["data-commitment", "data-happening"].iter().find_map(|name| details.get_attribute(name));
    if let (true, Some(id)) = (is_open, details.get_attribute("data-commitment")) {
        fill(pane, &details, &id);
    }
    let Some(id) = id else { return };
    let open = if is_open { Some(id) } else { pane.state.open.clone().filter(|open| *open != id) };
    if open != pane.state.open {
        pane.state.open = open;
        pane.tell_change();
    }
}

/// What follows a view: the record that is open comes before the reader's eyes, and a map gets its chart.
pub fn after_view(pane: &mut Pane) {
    let Some(own) = &pane.pane else { return };
    if let Some(id) = &pane.state.open
        && let Ok(Some(open)) = own.query_selector(&["[data-commitment=\"", id, "\"]"].concat())
    {
        own.set_scroll_top(open.unchecked_ref::<HtmlElement>().offset_top() - 12);
    }
    pane.placed = own.scroll_top();
    if pane.state.view == View::Map {
        pane.page.map();
    }
}
