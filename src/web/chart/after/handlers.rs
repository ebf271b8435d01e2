//! What the reader's pointer, fingers and keys do.

use crate::model::attribute;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent, PointerEvent};

use super::choices::react;
use super::tooltip::place_key;
use super::{
    annotations, brush, contrast, cursor, downloads, html_table, listening, menu, one_stop, pick_list,
    table_and_text, time_slider, told, walking, whole_texts,
};
use crate::query::Axis;
use crate::view::{Msg, Tab, by_name};
use crate::web::chart::controls::{CHOICE, DOWNLOAD, TAB};
use crate::web::chart::legend;
use crate::web::chart::widget::Widget;
use crate::web::host::element::with;
use crate::web::host::listener::{Listener, SizeWatch};

/// Listens to everything a reader can do in the widget.
pub fn connect(widget: &mut Widget) {
    let Some(skeleton) = &widget.skeleton else { return };
    let (own, page) = (&widget.own, &widget.host.page);
    let listen = |target: &Element, event: &'static str, react: fn(&mut Widget, &Event)| {
        let own = own.clone();
        Listener::new(page, target, event, move |event| with(&own, |widget| react(widget, &event)))
    };
    let redraw = |target: &EventTarget, event: &'static str| {
        let own = own.clone();
        Listener::new(page, target, event, move |_| with(&own, Widget::schedule))
    };
    let (plot, keys, figure) = (&skeleton.plot, &skeleton.keys, &skeleton.figure);
    let mut listeners = vec![
        listen(plot, "pointermove", pointer),
        listen(plot, "pointerdown", pointer),
        listen(plot, "pointerdown", brush::pressed),
        listen(plot, "pointerup", brush::released),
        listen(plot, "pointercancel", brush::released),
        listen(plot, "dblclick", |widget, _| brush::widened(widget)),
        listen(&skeleton.time, "input", time_slider::moved),
        listen(plot, "pointerleave", pointer_left),
        listen(&skeleton.markers, "focusin", marker_entered),
        listen(&skeleton.markers, "pointerover", marker_entered),
        listen(&skeleton.markers, "focusout", |widget, _| cursor::refresh(widget, None)),
        listen(&skeleton.markers, "pointerout", marker_left),
        listen(&skeleton.tip, "pointerleave", |widget, _| {
            if !is_pinned(widget) {
                cursor::refresh(widget, None);
            }
        }),
        listen(keys, "input", key_moved),
        listen(keys, "focus", key_moved),
        listen(keys, "blur", |widget, _| {
            widget.going_on.row = None;
            if let Some(skeleton) = &widget.skeleton {
                told::end_help(skeleton);
            }
            react(widget, Msg::Cursor(None));
            walking::offer(widget);
        }),
        listen(figure, "keydown", key_pressed),
        listen(figure, "focusin", entered),
        listen(figure, "click", clicked),
        listen(figure, "pointerdown", pressed_elsewhere),
        listen(&skeleton.legend, "pointerover", legend_entered),
        listen(&skeleton.legend, "focusin", legend_entered),
        listen(&skeleton.legend, "pointerout", |widget, _| react(widget, Msg::Highlight(None))),
        listen(&skeleton.legend, "focusout", |widget, _| react(widget, Msg::Highlight(None))),
        listen(&skeleton.download, "focusout", menu_left),
        listen(&skeleton.options, "focusout", menu_left),
        listen(&skeleton.rows, "input", searched),
        listen(&skeleton.options, "toggle", menu::opened),
        listen(&skeleton.options, "change", menu::chosen),
        listen(&skeleton.options, "input", pick_list::typed),
    ];
    // Zooming changes the device's pixels, not the element's size; a reader's or a page's switch changes its colours.
    if let Some(window) = web_sys::window() {
        // Who points at the drawing has the focus elsewhere.
        let own = own.clone();
        let left = move |event: Event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                with(&own, put_tip_away);
            }
        };
        listeners.push(Listener::new(page, &window, "keydown", left));
        listeners.push(redraw(&window, "resize"));
        listeners.extend(
            ["(prefers-color-scheme: dark)"]
                .iter()
                .chain(&contrast::WANTED)
                .filter_map(|query| Some(redraw(&*window.match_media(query).ok()??, "change"))),
        );
    }
    let own_for_size = own.clone();
    let size_watch = SizeWatch::new(page, &widget.host.element, move || with(&own_for_size, Widget::resized));
    widget.going_on.listeners = listeners;
    widget.going_on.size_watch = size_watch;
}

fn pointer(widget: &mut Widget, event: &Event) {
    let (Some(event), Some(skeleton), Some(frame), Some(shown)) =
        (event.dyn_ref::<PointerEvent>(), &widget.skeleton, widget.frame(), widget.figure())
    else {
        return;
    };
    let on = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_text = |target: &Element| target.closest(".tip").is_ok_and(|tip| tip.is_some());
    if on.is_some_and(|target| target.has_attribute(annotations::MARKER) || is_text(&target)) {
        return;
    }
    // A finger that moves asks for what it moves over.
    if event.type_() == "pointermove" && event.pointer_type() != "touch" && is_pinned(widget) {
        return;
    }
    let rect = skeleton.plot.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top());
    let place = cursor::place_at(frame, x, y).and_then(|place| place_key(&shown.grid, place));
    brush::moved(widget, event);
    let touch = event.pointer_type() == "touch";
    widget.chosen.state.cursor = place;
    cursor::refresh(widget, Some((x, y, touch)));
}

/// The reader points at an annotation's number, or tabs to it.
fn marker_entered(widget: &mut Widget, event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let index = target.and_then(|target| target.get_attribute(annotations::MARKER)?.parse().ok());
    if let Some(index) = index {
        annotations::tell(widget, index);
    }
}

/// The pointer has left an annotation's number; on its way to what stands beside that it may.
fn marker_left(widget: &mut Widget, event: &Event) {
    let is_to_tip =
        widget.skeleton.as_ref().is_some_and(|skeleton| skeleton.tip.contains(entered_node(event).as_ref()));
    if !is_to_tip {
        cursor::refresh(widget, None);
    }
}

/// Where the focus or the pointer goes.
fn entered_node(event: &Event) -> Option<web_sys::Node> {
    js_sys::Reflect::get(event, &"relatedTarget".into()).ok()?.dyn_into().ok()
}

/// A finger that lifts leaves the figures standing; a mouse that leaves takes them along.
fn pointer_left(widget: &mut Widget, event: &Event) {
    let is_mouse = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() != "touch");
    if is_mouse && !is_pinned(widget) {
        react(widget, Msg::Cursor(None));
    }
}

/// The slider under the drawing moved, or got the focus: it stands on a place of the axis.
fn key_moved(widget: &mut Widget, event: &Event) {
    let (Some(skeleton), Some(frame), Some(shown)) = (&widget.skeleton, widget.frame(), widget.figure())
    else {
        return;
    };
    if event.type_() == "focus" && !widget.going_on.has_walked {
        // Readers ask for the latest figures first, and for the largest.
        let start = match shown.grid.axis {
            Axis::Periods(_) => frame.hit_bands.len().saturating_sub(1),
            Axis::Entities(_) => 0,
        };
        skeleton.keys.set_value(&start.to_string());
    }
    let position: usize = skeleton.keys.value().parse().unwrap_or(0);
    let place = frame.hit_bands.get(position).and_then(|place| place_key(&shown.grid, place));
    widget.going_on.has_walked = true;
    widget.chosen.state.cursor = place;
    cursor::refresh(widget, None);
}

fn key_pressed(widget: &mut Widget, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    let Some(skeleton) = &widget.skeleton else { return };
    let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
    if event.key() != "Escape" {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target.filter(|_| !has_modifier) else { return };
        let is_taken = match target.is_same_node(Some(&skeleton.keys)) {
            true => walking::pressed(widget, event),
            false if target.matches(pick_list::LIST).unwrap_or_default() => {
                pick_list::pressed(widget, &target, event)
            }
            false => one_stop::pressed(&target, &event.key()),
        };
        if is_taken {
            event.prevent_default();
        }
        return;
    }
    told::end_help(skeleton);
    listening::stop(widget);
    let Some(skeleton) = &widget.skeleton else { return };
    for menu in [&skeleton.options, &skeleton.download] {
        if menu.has_attribute("open") {
            let _ = menu.remove_attribute("open");
            if let Ok(Some(summary)) = menu.query_selector("summary") {
                let _ = summary.unchecked_into::<web_sys::HtmlElement>().focus();
            }
        }
    }
    if whole_texts::close(widget) {
        whole_texts::offer(widget);
    }
    react(widget, Msg::Cursor(None));
}

/// Takes the figures at a place away, where they are shown.
fn put_tip_away(widget: &mut Widget) {
    let is_shown = widget.skeleton.as_ref().is_some_and(|skeleton| !skeleton.tip.has_attribute("hidden"));
    if is_shown {
        react(widget, Msg::Cursor(None));
        cursor::refresh(widget, None);
    }
}

fn clicked(widget: &mut Widget, event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let held = |attribute: &str| {
        let button = target.closest(&["[", attribute, "]"].concat()).ok()??;
        button.get_attribute(attribute)
    };
    if let Some(series) = held(legend::SERIES) {
        react(widget, Msg::Toggle(series));
    } else if let Some(tab) = held(TAB) {
        react(widget, Msg::Show(by_name(&Tab::ALL, &tab).unwrap_or_default()));
    } else if let Some(column) = held(html_table::SORT).and_then(|column| column.parse().ok()) {
        table_and_text::sort_table(widget, column);
    } else if held(whole_texts::WHOLE).is_some() {
        whole_texts::toggle(widget);
    } else if pick_list::clicked(widget, &target) {
        // It is done.
    } else if let Some(choice) = held(CHOICE) {
        whole_texts::close(widget);
        menu::pressed(widget, &choice);
    } else if let Some(index) = held(annotations::MARKER).and_then(|index| index.parse::<usize>().ok()) {
        let marker = widget.frame().and_then(|frame| frame.markers.get(index));
        let first = marker.and_then(|marker| marker.annotations.first().copied());
        let id = first.zip(widget.figure()).and_then(|(index, shown)| shown.annotations.get(index));
        if let Some(id) = id.map(|annotation| annotation.id.clone()).filter(|id| !id.is_empty()) {
            choose_for_others(widget, &id);
        }
    } else if target.closest(".plot").is_ok_and(|plot| plot.is_some()) {
        choose_place(widget);
        pin(widget, &target);
    } else if let Some(format) = held(DOWNLOAD) {
        downloads::download(widget, &format);
        if let Some(skeleton) = &widget.skeleton {
            let _ = skeleton.download.remove_attribute("open");
            // What had the focus is gone.
            if let Ok(Some(summary)) = skeleton.download.query_selector("summary") {
                let _ = summary.unchecked_into::<web_sys::HtmlElement>().focus();
            }
        }
    }
}

/// A press has the figures at a place stay, to be reached and marked, and another press lets them go.
fn pin(widget: &Widget, target: &Element) {
    let Some(skeleton) = &widget.skeleton else { return };
    if target.closest(".tip").is_ok_and(|tip| tip.is_some()) {
        return;
    }
    let stays = !skeleton.tip.has_attribute("hidden") && !is_pinned(widget);
    let _ = skeleton.tip.class_list().toggle_with_force(cursor::PINNED, stays);
}

/// Whether the figures at a place stay until the reader presses again, or Escape.
fn is_pinned(widget: &Widget) -> bool {
    widget.skeleton.as_ref().is_some_and(|skeleton| skeleton.tip.matches(".pinned").unwrap_or_default())
}

/// The controls or the legend got the focus: there the keyboard comes back to.
fn entered(_: &mut Widget, event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(target) = target {
        one_stop::entered(&target);
    }
}

/// Chooses the country of the place under the cursor for the other widgets of the page.
pub fn choose_place(widget: &Widget) {
    let cursor = widget.chosen.state.cursor.as_deref();
    let key = cursor.and_then(|cursor| cursor.split('|').next()).map(str::to_owned);
    if let Some(key) = key.filter(|key| crate::model::country::region(key).is_some()) {
        choose_for_others(widget, &key);
    }
}

/// Tells the other widgets of the page what was chosen, where the author has linked them.
fn choose_for_others(widget: &Widget, chosen: &str) {
    if widget.host.has(attribute::LINKED) {
        widget.page.chosen(chosen);
    }
}

/// The reader types into the search above the table.
fn searched(widget: &mut Widget, event: &Event) {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(field) = field else { return };
    widget.chosen.table_query = field.value();
    if let (Some(skeleton), Some(locale)) = (&widget.skeleton, &widget.host.locale) {
        html_table::find(&skeleton.rows, &widget.chosen.table_query, locale);
    }
}

fn legend_entered(widget: &mut Widget, event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let button =
        target.and_then(|target| target.closest(&["[", legend::SERIES, "]"].concat()).ok().flatten());
    if let Some(series) = button.and_then(|button| button.get_attribute(legend::SERIES)) {
        react(widget, Msg::Highlight(Some(series)));
    }
}

/// The menu closes when a pointer goes down outside it.
fn pressed_elsewhere(widget: &mut Widget, event: &Event) {
    let Some(skeleton) = &widget.skeleton else { return };
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    for menu in [&skeleton.options, &skeleton.download] {
        if target.as_ref().is_some_and(|target| !menu.contains(Some(target))) {
            let _ = menu.remove_attribute("open");
        }
    }
}

/// The menu closes when the focus goes elsewhere.
fn menu_left(widget: &mut Widget, event: &Event) {
    let Some(skeleton) = &widget.skeleton else { return };
    let to = entered_node(event);
    // Where buttons take no focus (Safari), a press on the menu's own leaves it without one.
    for menu in [&skeleton.options, &skeleton.download] {
        let pressed = || menu.matches(":hover").unwrap_or_default();
        let is_of = |node: &web_sys::Node| menu.contains(Some(node));
        let from_it = event.current_target().is_some_and(|from| js_sys::Object::is(&from, menu));
        if from_it && to.as_ref().map_or_else(|| !pressed(), |to| !is_of(to)) {
            let _ = menu.remove_attribute("open");
        }
    }
}
