//! The row of controls: what the figure is shown as, and what can be taken away.

use crate::model::attribute;
use web_sys::HtmlElement;

use super::skeleton::Skeleton;
use super::widget::Widget;
use super::{handlers, menu};
use crate::figure::Shown;
use crate::locale::Locale;
use crate::query::Kind;
use crate::view::Tab;
use crate::web::host::parts::Part;
use crate::web::platform::dom::{append, element, set, show};

/// Whether a control is wanted, by the `controls` attribute.
pub fn wants(widget: &Widget, control: &str) -> bool {
    match widget.attribute(attribute::CONTROLS).as_deref() {
        None | Some("all") => true,
        Some("none") => false,
        Some(list) => list.split([',', ' ']).any(|name| name.trim() == control),
    }
}

/// Fills in the row of controls.
pub fn fill(widget: &Widget, skeleton: &Skeleton, shown: &Shown, locale: &Locale) {
    let (tabs, download) = (wants(widget, "view") && shown.kind != Kind::Table, wants(widget, "download"));
    let options = menu::label(widget, &skeleton.options, locale);
    if Part::More.is_here() {
        menu::refresh(widget, &skeleton.options, shown, locale);
    }
    show(&skeleton.bar, tabs || options || download);
    show(&skeleton.tabs, tabs);
    show(&skeleton.download, download);
    let on_map = shown.kind == Kind::Map && widget.state.tab == Tab::Map;
    let current = if on_map { Tab::Map } else { shown.tab(widget.state.tab) };
    let choices = Tab::ALL;
    if skeleton.tabs.child_element_count() == 0 {
        for (_, name) in choices {
            let button = append(&skeleton.tabs, element("button", ""));
            set(&button, "type", "button");
            set(&button, handlers::TAB, name);
        }
        let summary = append(&skeleton.download, element("summary", ""));
        append(&summary, element("span", "name"));
        let menu = append(&skeleton.download, element("div", "menu"));
        for name in ["csv", "svg", "png"] {
            let button = append(&menu, element("button", ""));
            set(&button, "type", "button");
            set(&button, handlers::DOWNLOAD, name);
        }
    }
    set(&skeleton.tabs, "aria-label", &locale.text("ui.tabs", &[]));
    set(&skeleton.legend, "aria-label", &locale.text("ui.legend", &[]));
    set(&skeleton.rows, "aria-label", &locale.text("ui.tab.table", &[]));
    set(&skeleton.words, "aria-label", &locale.text("ui.tab.words", &[]));
    for (tab, name) in choices {
        label(
            &skeleton.tabs,
            &["[", handlers::TAB, "=", name, "]"].concat(),
            &locale.text(&["ui.tab.", name].concat(), &[]),
        );
        if let Ok(Some(button)) = skeleton.tabs.query_selector(&["[", handlers::TAB, "=", name, "]"].concat())
        {
            set(&button, "aria-pressed", if tab == current { "true" } else { "false" });
            show(&button, tab != Tab::Map || on_map || widget.has_map == Some(true));
        }
    }
    label(&skeleton.download, "summary .name", &locale.text("ui.download", &[]));
    if shown.kind == Kind::Map && !on_map {
        let selector = ["[", handlers::TAB, "=chart]"].concat();
        label(&skeleton.tabs, &selector, &locale.text("ui.tab.map", &[]));
    }
    for name in ["csv", "svg", "png"] {
        let selector = ["[", handlers::DOWNLOAD, "=", name, "]"].concat();
        label(&skeleton.download, &selector, &locale.text(&["ui.download.", name].concat(), &[]));
    }
}

/// Shows the tab of the map, once it is known that there can be one.
pub fn show_map_tab(widget: &Widget) {
    let Some(skeleton) = widget.skeleton.as_ref().filter(|_| widget.has_map == Some(true)) else { return };
    if let Ok(Some(button)) = skeleton.tabs.query_selector(&["[", handlers::TAB, "=map]"].concat()) {
        show(&button, true);
    }
}

fn label(parent: &HtmlElement, selector: &str, text: &str) {
    if let Ok(Some(element)) = parent.query_selector(selector) {
        element.set_text_content(Some(text));
    }
}
