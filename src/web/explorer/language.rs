//! The choice of language, where the author asks for one.

use web_sys::{Element, HtmlElement};

use super::pane::{Pane, wants};
use crate::figure::LANGUAGES;
use crate::locale::primary_language;
use crate::web::platform::dom::{append, element, set, text_element};

/// The one control that `all` does not mean.
pub const LANGUAGE: &str = "language";
/// The attribute of a field that holds what it chooses.
const CHOICE: &str = "data-choice";

/// Offers the languages above the view, each by its own name; `before` had the focus until all was written anew.
pub fn offer(pane: &Pane, own: &HtmlElement, before: Option<Element>) {
    let (Some(names), Ok(Some(inner))) = (&pane.names, own.query_selector(".px")) else { return };
    if !wants(pane, LANGUAGE) {
        return;
    }
    let label = element("label", "speaks");
    append(&label, text_element("span", "", &names.locale.text("ui.option.language", &[])));
    let select = append(&label, element("select", ""));
    set(&select, CHOICE, LANGUAGE);
    let now = primary_language(&names.locale.tag);
    for (tag, name) in LANGUAGES {
        let option = append(&select, text_element("option", "", name));
        set(&option, "value", tag);
        set(&option, "lang", tag);
        let _ = option.toggle_attribute_with_force("selected", tag == now);
    }
    let _ = inner.insert_before(&label, inner.query_selector(".tabs").ok().flatten().as_deref());
    // Who has chosen a language hears on from there.
    if before.and_then(|before| before.get_attribute(CHOICE)).as_deref() == Some(LANGUAGE) {
        let _ = select.focus();
    }
}

/// Speaks another language, as if the page said so; whether it was that choice.
pub fn chosen(pane: &Pane, field: &Element, choice: &str) -> bool {
    let is_it = choice == LANGUAGE;
    if is_it {
        let tag = crate::web::reading::catalogue::get(field, "value").as_string().unwrap_or_default();
        set(&pane.host.element, "lang", &tag);
    }
    is_it
}
