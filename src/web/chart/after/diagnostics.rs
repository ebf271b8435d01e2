//! What was odd in an author's file: for scripts, and for readers below the text.

use web_sys::Element;

use crate::data::Warning;
use crate::figure::{Fault, FigureModel, word_diagnostics};
use crate::locale::{Locale, PeriodStyle};
use crate::model::{Grain, Period, Problem, attribute};
use crate::web::chart::widget::Widget;
use crate::web::platform::dom::{append, element, text_element};
use crate::web::reading::loading::absolute;

/// Lists what was odd in the file, for readers who want to know.
pub fn fill(shown: &FigureModel, panel: &Element, locale: &Locale) {
    if shown.diagnostics.is_empty() {
        return;
    }
    let section = append(panel, element("section", "remarks"));
    let head = locale.text("remarks.title", &[("n", &locale.number(shown.diagnostics.len() as f64))]);
    append(&section, text_element("p", "head", &head));
    let list = append(&section, element("ul", ""));
    for diagnostic in &shown.diagnostics {
        let item = append(&list, element("li", ""));
        let severity = locale.text(&["remarks.", diagnostic.severity].concat(), &[]);
        append(&item, text_element("b", "", &severity));
        append(&item, text_element("span", "", &[" ", &diagnostic.message, " ", &diagnostic.hint].concat()));
    }
}

/// What was odd in the author's file, in words; first, where the figures could not be brought up to date, that they are old.
pub fn diagnostics(widget: &Widget, warnings: &[Warning], locale: &Locale) -> Vec<Fault> {
    let mut diagnostics = word_diagnostics(warnings, locale);
    if widget.read.not_refreshed.is_some() {
        diagnostics.insert(0, age(widget, locale));
    }
    diagnostics
}

/// That the figures shown could not be brought up to date, and when they were read.
fn age(widget: &Widget, locale: &Locale) -> Fault {
    let address = widget.host.attribute(attribute::SRC).and_then(|src| absolute(src).ok());
    let read_at = widget.read.files.own(&address.unwrap_or_default()).map_or(0.0, |own| own.read_at);
    let day = (read_at / 86_400_000.0).floor() as i32;
    let day = Period { grain: Grain::Day, ordinal: day };
    let date = locale.formats.period(day, PeriodStyle::Long);
    let fault = Fault::new(&Problem::new("not-refreshed").with("date", date), locale);
    Fault { severity: "warning", ..fault }
}
