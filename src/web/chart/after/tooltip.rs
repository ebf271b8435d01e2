//! The tooltip's box, and the keys of its places.

use crate::chart::HitBand;
use crate::figure::TooltipModel;
use crate::locale::Locale;
use crate::query::{Axis, Grid};

use crate::web::platform::dom::{append, clear, element, style, text_element};
use web_sys::{Element, HtmlElement};

/// The key of a place in the state: a period in ISO spelling, or the entity's key; where the mark is one series' alone,
/// with the series' key after a bar.
pub fn place_key(grid: &Grid, place: &HitBand) -> Option<String> {
    let key = match &grid.axis {
        Axis::Periods(periods) => periods.get(place.index).map(ToString::to_string),
        Axis::Entities(keys) => keys.get(place.index).cloned(),
    }?;
    let series = place.region.as_ref().and_then(|region| grid.series.get(region.series?));
    Some(series.map_or(key.clone(), |series| [&key, "|", &series.key].concat()))
}

/// Fills the tooltip's box; `at` is the row that the keyboard has gone to, `keys` draw what tells series apart beside colour.
pub fn fill(
    model: &TooltipModel,
    tip: &HtmlElement,
    at: Option<usize>,
    locale: &Locale,
    keys: &dyn Fn(&Element, &str),
) {
    clear(tip);
    append(tip, text_element("div", "tip-head", &model.full_head(locale)));
    if !model.unit.is_empty() {
        append(tip, text_element("div", "tip-unit", &model.unit));
    }
    let table = append(tip, element("table", ""));
    let (shares, changes) =
        (model.rows.iter().any(|row| row.share.is_some()), model.rows.iter().any(|row| row.change.is_some()));
    if shares || changes {
        let head = append(&append(&table, element("thead", "")), element("tr", ""));
        append(&head, element("th", ""));
        append(&head, element("th", ""));
        if shares {
            append(&head, text_element("th", "", &locale.text("tip.share", &[])));
        }
        if let Some(before) = model.change_head.as_ref().filter(|_| changes) {
            append(&head, text_element("th", "", &locale.text("tip.change", &[("period", before)])));
        }
    }
    let body = append(&table, element("tbody", ""));
    for (index, row) in model.rows.iter().enumerate() {
        let line = append(&body, element("tr", if row.ink.is_none() { "total" } else { "" }));
        let _ = line.class_list().toggle_with_force("at", at == Some(index));
        let name = append(&line, element("th", ""));
        if let Some(ink) = row.ink.as_ref().filter(|ink| model.rows.len() > 1 && !ink.is_empty()) {
            let key = append(&name, element("span", "swatch"));
            style(&key, "--ink", ink);
            keys(&key, ink);
        }
        append(&name, text_element("span", "", &row.label));
        append(&line, text_element("td", "", &row.value));
        if shares {
            append(&line, text_element("td", "quiet", row.share.as_deref().unwrap_or_default()));
        }
        if changes {
            append(&line, text_element("td", "quiet", row.change.as_deref().unwrap_or_default()));
        }
    }
    if model.left_out > 0 {
        append(tip, text_element("div", "tip-more", &model.more(locale)));
    }
}
