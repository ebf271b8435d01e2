//! Groups that the keyboard meets as one stop: Tab enters and leaves them, arrows go through them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::web::chart::skeleton::Skeleton;
use crate::web::platform::dom::set;

/// The class that marks a group.
const GROUP: &str = "one-stop";
/// What of a group can have the focus.
const MEMBERS: &str = "button:not(.menu *), summary";

/// Makes one stop of each group of a chart: its controls, its legend, its numbers of annotations.
pub fn arrange(skeleton: &Skeleton) {
    set(&skeleton.bar, "role", "toolbar");
    set(&skeleton.bar, "aria-labelledby", "title");
    for group in [&skeleton.bar, &skeleton.legend, &skeleton.markers] {
        let _ = group.class_list().add_1(GROUP);
        let members = members(group);
        let held = members.iter().position(|member| member.get_attribute("tabindex").as_deref() == Some("0"));
        stop_at(&members, held.unwrap_or(0));
    }
}

/// What of a group shows and can have the focus, in the order of the page.
fn members(group: &Element) -> Vec<HtmlElement> {
    let Ok(all) = group.query_selector_all(MEMBERS) else { return Vec::new() };
    let all = (0..all.length()).filter_map(|index| all.get(index)?.dyn_into::<HtmlElement>().ok());
    all.filter(|member| member.closest("[hidden]").is_ok_and(|hidden| hidden.is_none())).collect()
}

fn stop_at(members: &[HtmlElement], held: usize) {
    for (index, member) in members.iter().enumerate() {
        set(member, "tabindex", if index == held { "0" } else { "-1" });
    }
}

/// Goes to another member of the group in which a key was pressed; whether the key does that.
pub fn pressed(target: &Element, key: &str) -> bool {
    let Ok(Some(group)) = target.closest(".one-stop") else { return false };
    if !target.matches(MEMBERS).unwrap_or_default() {
        return false;
    }
    let members = members(&group);
    let Some(at) = members.iter().position(|member| member.is_same_node(Some(target))) else { return false };
    let last = members.len().saturating_sub(1);
    let is_rtl = group.matches(":dir(rtl)").unwrap_or_default();
    let to = match key {
        "Home" => 0,
        "End" => last,
        "ArrowRight" | "ArrowLeft" => match (key == "ArrowRight") != is_rtl {
            true => {
                if at == last {
                    0
                } else {
                    at + 1
                }
            }
            false => at.checked_sub(1).unwrap_or(last),
        },
        _ => return false,
    };
    stop_at(&members, to);
    let _ = members.get(to).map(HtmlElement::focus);
    true
}

/// Has a group be entered again where a pointer or a script has gone into it.
pub fn entered(target: &Element) {
    let Ok(Some(group)) = target.closest(".one-stop") else { return };
    let members = members(&group);
    if let Some(at) = members.iter().position(|member| member.is_same_node(Some(target))) {
        stop_at(&members, at);
    }
}
