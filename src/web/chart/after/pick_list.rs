//! The names to pick from, as one list box: one stop of the Tab key, arrows and letters within, Space picks.

use js_sys::{Date, JsString, RegExp};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::choices::react;
use crate::locale::{Formats, Locale};
use crate::model::{Joined, Listed, Role, country::iso2, parse_decimal, shortest_decimal};
use crate::query::Grid;
use crate::view::Msg;
use crate::web::chart::controls::CHOICE;
use crate::web::chart::widget::Widget;
use crate::web::platform::dom::{append, element, set, show, text_element};
use crate::web::platform::intl::BrowserFormats;

/// What the list box matches.
pub const LIST: &str = ".picks";
/// The attribute of a name that holds its key.
const KEY: &str = "data-key";
/// The attribute of a name that holds all its spellings, folded.
const FOUND_BY: &str = "data-names";
/// The attribute of the list that holds the option where the keyboard is.
const ACTIVE: &str = "aria-activedescendant";
/// The attributes of the list that hold the letters typed so far, and when the last was.
const TYPED: [&str; 2] = ["data-typed", "data-typed-at"];
/// The attribute of an option that says whether it is picked.
const SELECTED: &str = "aria-selected";
/// Letters that follow each other within this, in milliseconds, are one name's beginning.
const TYPES_ON_IN_MS: f64 = 700.0;

/// What else countries are called, by alpha-3 code; English names are known to the browser.
const ALIASES: [(&str, &str); 12] = [
    ("USA", "USA EE.UU. EEUU EUA US America"),
    ("GBR", "UK Britain England Inglaterra"),
    ("BOL", "Plurinational State"),
    ("VEN", "Bolivarian Republic"),
    ("CIV", "Ivory Coast Costa de Marfil"),
    ("COD", "DRC RDC Zaire"),
    ("CPV", "Cape Verde"),
    ("MMR", "Burma Birmania"),
    ("NLD", "Holland Holanda"),
    ("PRK", "DPRK North Korea"),
    ("SWZ", "Swaziland Suazilandia"),
    ("TUR", "Turkey Turquia"),
];

/// Puts the names into a menu, below the field that finds one.
pub fn fill(menu: &Element, widget: &Widget, grid: &Grid, keys: &[String], locale: &Locale) {
    let (of, role) = match &grid.series_field {
        Some(field) => (field.as_str(), grid.series_role),
        None => (grid.x_field.as_str(), grid.x_role),
    };
    let name = &match role {
        Role::Country => locale.text("ui.option.find", &[]),
        _ => locale.text("ui.option.find-of", &[("field", &locale.field_name(of))]),
    };
    let field = append(menu, element("input", "find"));
    for (attribute, value) in
        [("type", "search"), ("placeholder", name), ("aria-label", name), (CHOICE, "find")]
    {
        set(&field, attribute, value);
    }
    let list = append(menu, element("div", "picks"));
    for (attribute, value) in [
        ("role", "listbox"),
        ("tabindex", "0"),
        ("aria-multiselectable", "true"),
        ("aria-label", name),
        (CHOICE, "pick"),
    ] {
        set(&list, attribute, value);
    }
    let in_english = BrowserFormats::new("en", &Default::default());
    for (index, key) in keys.iter().enumerate() {
        let option = append(&list, element("div", "option"));
        option.set_id(&["pick-", &index.to_string()].concat());
        set(&option, "role", "option");
        set(&option, KEY, key);
        let called = locale.value_name(of, role, key);
        let other = iso2(key).unwrap_or_default();
        let english =
            if role == Role::Country { in_english.country(key).unwrap_or_default() } else { String::new() };
        let also = ALIASES.iter().find(|(known, _)| known == key).map_or("", |(_, names)| names);
        let names = [&*called, key, other, &*english, also].joined(" ");
        set(&option, FOUND_BY, &folded(&names));
        append(&option, element("span", "tick"));
        append(&option, text_element("span", "", &called));
    }
    let told = append(menu, element("p", "picked"));
    set(&told, "role", "status");
    mark(widget, &list);
    let options = options(&list);
    let first = options.iter().find(|option| is_selected(option)).or(options.first());
    if let Some(first) = first {
        stand_on(&list, first, false);
    }
}

/// A text in small letters without accents; the browser knows Unicode, for which Rust would need large tables.
pub fn folded(text: &str) -> String {
    let marks = RegExp::new(r"\p{M}", "gu");
    JsString::from(text).normalize("NFD").replace_by_pattern(&marks, "").to_lower_case().into()
}

/// The reader types a name: only what has it in its names stays.
pub fn typed(widget: &mut Widget, event: &Event) {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let (Some(skeleton), Some("find")) = (&widget.skeleton, field.get_attribute(CHOICE).as_deref()) else {
        return;
    };
    let Ok(Some(list)) = skeleton.options.query_selector(LIST) else { return };
    let wanted = folded(field.value().trim());
    for option in options(&list) {
        let names = JsString::from(option.get_attribute(FOUND_BY).unwrap_or_default());
        show(&option, names.includes(&wanted, 0));
    }
    let left = shown(&list);
    if active(&list).is_none_or(|active| active.has_attribute("hidden"))
        && let Some(first) = left.first()
    {
        stand_on(&list, first, false);
    }
}

/// A key was pressed in the list; whether it does something there.
pub fn pressed(widget: &mut Widget, list: &Element, event: &KeyboardEvent) -> bool {
    let options = shown(list);
    let Some(last) = options.len().checked_sub(1) else { return false };
    let now = active(list);
    let is_active = |option: &HtmlElement| now.as_ref().is_some_and(|now| option.is_same_node(Some(now)));
    let at = options.iter().position(is_active).unwrap_or_default();
    let key = event.key();
    let is_typing = !typed_so_far(list).is_empty();
    let to = match key.as_str() {
        "ArrowDown" => (at + 1).min(last),
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => (at + 5).min(last),
        "PageUp" => at.saturating_sub(5),
        "Home" => 0,
        "End" => last,
        " " | "Enter" if key == "Enter" || !is_typing => {
            if let Some(option) = options.get(at) {
                pick(widget, option);
            }
            return true;
        }
        letter if letter.chars().count() == 1 => {
            let Some(to) = begins_with(list, letter, at, &options) else { return true };
            to
        }
        _ => return false,
    };
    if let Some(option) = options.get(to) {
        stand_on(list, option, true);
    }
    true
}

/// The letters typed so far; none where the last was a while ago.
fn typed_so_far(list: &Element) -> String {
    let [letters, at] = TYPED.map(|name| list.get_attribute(name).unwrap_or_default());
    let is_fresh = Date::now() - parse_decimal(&at).unwrap_or_default() < TYPES_ON_IN_MS;
    if is_fresh { letters } else { String::new() }
}

/// The next name that begins with what is typed, from the one where the keyboard is.
fn begins_with(list: &Element, letter: &str, at: usize, options: &[HtmlElement]) -> Option<usize> {
    let typed = [&*typed_so_far(list), &*folded(letter)].concat();
    let [letters, when] = TYPED;
    set(list, letters, &typed);
    set(list, when, &shortest_decimal(Date::now()));
    // The same letter again goes on to the next name of it.
    let mut letters = typed.chars();
    let first = letters.next()?;
    let is_one_letter = letters.all(|letter| letter == first);
    let wanted = if is_one_letter { first.to_string() } else { typed.clone() };
    let from = if is_one_letter { at + 1 } else { at };
    let name = |option: &HtmlElement| folded(&option.text_content().unwrap_or_default());
    let all = 0..options.len();
    let found = all.map(|step| (from + step) % options.len());
    found
        .into_iter()
        .find(|index| options.get(*index).is_some_and(|option| name(option).starts_with(&*wanted)))
}

/// A press on an option; whether it was on one.
pub fn clicked(widget: &mut Widget, target: &Element) -> bool {
    let Ok(Some(option)) = target.closest("[role=option]") else { return false };
    let (Ok(Some(list)), Ok(option)) = (option.closest(LIST), option.dyn_into::<HtmlElement>()) else {
        return false;
    };
    stand_on(&list, &option, true);
    pick(widget, &option);
    true
}

/// Picks a name, or lets go of it.
fn pick(widget: &mut Widget, option: &HtmlElement) {
    react(widget, Msg::Pick(option.get_attribute(KEY).unwrap_or_default()));
    if let Ok(Some(list)) = option.closest(LIST) {
        mark(widget, &list);
    }
}

/// Says of each name whether it is picked, and how many are.
fn mark(widget: &Widget, list: &Element) {
    let options = options(list);
    let picked = &widget.chosen.state.pick;
    for option in &options {
        let is_picked = option.get_attribute(KEY).is_some_and(|key| picked.contains(&key));
        set(option, SELECTED, if is_picked { "true" } else { "false" });
    }
    let count = options.iter().filter(|option| is_selected(option)).count();
    let told = list.parent_element().and_then(|menu| menu.query_selector(".picked").ok()?);
    let (Some(locale), Some(told)) = (&widget.host.locale, told) else { return };
    let number = |count: usize| locale.number(count as f64);
    let given = [("n", number(count)), ("all", number(options.len()))];
    let given = given.each_ref().map(|(name, value)| (*name, value.as_str()));
    told.set_text_content(Some(&locale.text("ui.option.picked", &given)));
}

/// Puts the keyboard on an option, and that into sight.
fn stand_on(list: &Element, option: &HtmlElement, is_seen: bool) {
    if let Some(before) = active(list) {
        let _ = before.class_list().remove_1("current");
    }
    let _ = option.class_list().add_1("current");
    set(list, ACTIVE, &option.get_attribute("id").unwrap_or_default());
    if is_seen {
        // The list alone, and not the page around it.
        let (top, bottom) = (option.offset_top(), option.offset_top() + option.offset_height());
        if top < list.scroll_top() {
            list.set_scroll_top(top);
        } else if bottom > list.scroll_top() + list.client_height() {
            list.set_scroll_top(bottom - list.client_height());
        }
    }
}

fn is_selected(option: &HtmlElement) -> bool {
    option.get_attribute(SELECTED).as_deref() == Some("true")
}

fn active(list: &Element) -> Option<HtmlElement> {
    list.query_selector(".current").ok()??.dyn_into().ok()
}

fn options(list: &Element) -> Vec<HtmlElement> {
    let Ok(all) = list.query_selector_all("[role=option]") else { return Vec::new() };
    (0..all.length()).filter_map(|index| all.get(index)?.dyn_into().ok()).listed()
}

/// The options that the search has left.
fn shown(list: &Element) -> Vec<HtmlElement> {
    options(list).into_iter().filter(|option| !option.has_attribute("hidden")).listed()
}
