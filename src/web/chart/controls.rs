//! The row of controls: what the figure is shown as, and what can be taken away.

use crate::model::attribute;
use web_sys::HtmlElement;

use super::skeleton::Skeleton;
use super::widget::Widget;
use crate::figure::FigureModel;
use crate::locale::Locale;
use crate::query::{Axis, Kind};
use crate::view::Tab;
use crate::web::host::chunks;
use crate::web::platform::dom::{append, element, set, show};

/// The attribute of a tab's button that holds its name.
pub const TAB: &str = "data-tab";
/// The attribute of a download's button that holds its format.
pub const DOWNLOAD: &str = "data-download";
/// The attribute of a select or a button that holds what it chooses.
pub const CHOICE: &str = "data-choice";

/// Below this height in CSS pixels the slider stands in the menu instead.
const LOW_IN_CSS_PX: i32 = 360;

/// The words of the `controls` attribute that ask for nothing in the menu.
const BESIDE_MENU: [&str; 5] = ["", "none", "view", "legend", "download"];

/// The one control that `all` does not mean: it stands where an author names it.
pub const LANGUAGE: &str = "language";

/// Whether a control is wanted, by the `controls` attribute.
pub fn wants(widget: &Widget, control: &str) -> bool {
    let list = widget.host.attribute(attribute::CONTROLS).unwrap_or("all");
    let means = |name: &str| name == control || (name == "all" && control != LANGUAGE);
    list.split([',', ' ']).any(|name| means(name.trim()))
}

/// Fills in the row of controls.
pub fn fill(widget: &Widget, skeleton: &Skeleton, shown: &FigureModel, locale: &Locale) {
    let (tabs, download) = (wants(widget, "view") && shown.kind != Kind::Table, wants(widget, "download"));
    let options = label_menu(widget, &skeleton.options, locale);
    if let Some(after) = chunks::after() {
        (after.refresh_menu)(widget, &skeleton.options, shown, locale);
    }
    show(&skeleton.bar, tabs || options || download);
    show(&skeleton.tabs, tabs);
    show(&skeleton.download, download);
    let on_map = shown.kind == Kind::Map && widget.chosen.state.tab == Tab::Map;
    let current = if on_map { Tab::Map } else { shown.tab(widget.chosen.state.tab) };
    let choices = Tab::ALL;
    if skeleton.tabs.child_element_count() == 0 {
        for (_, name) in choices {
            let button = append(&skeleton.tabs, element("button", ""));
            set(&button, "type", "button");
            set(&button, TAB, name);
        }
        let summary = append(&skeleton.download, element("summary", ""));
        append(&summary, element("span", "name"));
        let menu = append(&skeleton.download, element("div", "menu"));
        for name in ["csv", "svg", "png"] {
            let button = append(&menu, element("button", ""));
            set(&button, "type", "button");
            set(&button, DOWNLOAD, name);
        }
    }
    set(&skeleton.tabs, "aria-label", &locale.text("ui.tabs", &[]));
    set(&skeleton.legend, "aria-label", &locale.text("ui.legend", &[]));
    // No regions: a landmark needs a name of its own on the page, and there may be many charts.
    for (part, name) in [(&skeleton.rows, "ui.tab.table"), (&skeleton.words, "ui.tab.words")] {
        set(part, "role", "group");
        set(part, "aria-label", &locale.text(name, &[]));
    }
    for (tab, name) in choices {
        label(
            &skeleton.tabs,
            &["[", TAB, "=", name, "]"].concat(),
            &locale.text(&["ui.tab.", name].concat(), &[]),
        );
        if let Ok(Some(button)) = skeleton.tabs.query_selector(&["[", TAB, "=", name, "]"].concat()) {
            set(&button, "aria-pressed", if tab == current { "true" } else { "false" });
            show(&button, tab != Tab::Map || on_map || widget.read.has_map == Some(true));
        }
    }
    label(&skeleton.download, "summary .name", &locale.text("ui.download", &[]));
    if shown.kind == Kind::Map && !on_map {
        let selector = ["[", TAB, "=chart]"].concat();
        label(&skeleton.tabs, &selector, &locale.text("ui.tab.map", &[]));
    }
    for name in ["csv", "svg", "png"] {
        let selector = ["[", DOWNLOAD, "=", name, "]"].concat();
        label(&skeleton.download, &selector, &locale.text(&["ui.download.", name].concat(), &[]));
    }
}

/// Whether the slider through time may belong below the drawing, before it is known how many periods there are.
pub fn has_slider(widget: &Widget, shown: &FigureModel, height_in_css_px: i32) -> bool {
    let steps = matches!(shown.grid.axis, Axis::Entities(_)) && shown.grid.span.is_some();
    let is_drawn = shown.kind != Kind::Table && shown.tab(widget.chosen.state.tab) == Tab::Chart;
    steps
        && is_drawn
        && height_in_css_px >= LOW_IN_CSS_PX
        && wants(widget, "period")
        && widget.read.periods.as_ref().is_none_or(|periods| periods.len() > 1)
}

/// Names the menu of choices, and shows it if anything of it is wanted.
fn label_menu(widget: &Widget, menu: &HtmlElement, locale: &Locale) -> bool {
    if menu.child_element_count() == 0 {
        append(&append(menu, element("summary", "")), element("span", "name"));
        append(menu, element("div", "menu"));
    }
    if let Ok(Some(name)) = menu.query_selector("summary .name") {
        name.set_text_content(Some(&locale.text("ui.options", &[])));
    }
    let list = widget.host.attribute(attribute::CONTROLS).unwrap_or("all");
    let wanted = list.split([',', ' ']).any(|name| !BESIDE_MENU.contains(&name));
    show(menu, wanted);
    wanted
}

/// Shows the tab of the map, once it is known that there can be one.
pub fn show_map_tab(widget: &Widget) {
    let Some(skeleton) = widget.skeleton.as_ref().filter(|_| widget.read.has_map == Some(true)) else {
        return;
    };
    if let Ok(Some(button)) = skeleton.tabs.query_selector(&["[", TAB, "=map]"].concat()) {
        show(&button, true);
    }
}

fn label(parent: &HtmlElement, selector: &str, text: &str) {
    if let Ok(Some(element)) = parent.query_selector(selector) {
        element.set_text_content(Some(text));
    }
}
