//! What can be taken away of the explorer: records as CSV, citations, addresses and marks.

use super::pane::{Pane, take};
use crate::explorer::{ExplorerState, View, ViewContext, citation, csv, match_count_text};
use crate::model::{Joined, Listed};
use crate::web::platform::dom;
use crate::web::platform::dom::{clear, element, set};

/// The commitments shown as CSV.
pub fn csv_of(pane: &Pane) -> String {
    pane.told(csv).unwrap_or_default()
}

/// What is shown in one sentence.
pub fn summary_of(pane: &Pane) -> String {
    let sentence = |told: &ViewContext| {
        let count = match_count_text(told);
        [&*told.declaration.name, ": ", count.strip_suffix('.').unwrap_or(&count), "."].concat()
    };
    pane.told(sentence).unwrap_or_default()
}

/// Takes what an address holds.
pub fn restore(pane: &mut Pane, fragment: &str, key: &str) -> bool {
    let state = ExplorerState::decode(fragment, key);
    let held = state.is_some();
    if let Some(state) = state {
        take(pane, state);
    }
    held
}

/// The fragment that opens what is shown, or one record.
pub fn fragment_of(pane: &Pane, fragment: &str, key: &str, open: &str) -> String {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let state = match open.is_empty() {
        true => pane.state.clone(),
        false => {
            ExplorerState { view: View::Commitments, open: Some(open.to_owned()), ..ExplorerState::default() }
        }
    };
    state.encode(fragment, key)
}

/// The citation of a commitment.
pub fn citation_of(pane: &Pane, id: &str, address: &str) -> String {
    let told = pane.told(|told| {
        let commitment = told.declaration.commitments.iter().find(|one| one.id == id)?;
        Some(citation(told, commitment, address))
    });
    told.flatten().unwrap_or_default()
}

/// What charts mark for a record.
pub fn mark_of(pane: &Pane, id: &str) -> String {
    let Some(declaration) = &pane.declaration else { return String::new() };
    let happening = declaration.milestones.iter().chain(&declaration.events).find(|one| one.id == id);
    let commitment = declaration.commitments.iter().find(|one| one.id == id);
    let (when, title, text, sources) = match (happening, commitment) {
        (Some(one), _) => (one.when, &one.title, &one.text, &one.source_ids),
        (None, Some(one)) => (one.announced, &one.title, &one.text, &one.source_ids),
        (None, None) => return String::new(),
    };
    let source = sources.first().and_then(|id| declaration.source(id));
    let quoted = |text: &str| String::from(js_sys::JSON::stringify(&text.into()).unwrap_or_default());
    let date = when.map(|when| when.to_string()).unwrap_or_default();
    let publisher = source.map(|source| source.publisher.clone()).unwrap_or_default();
    let link = source.and_then(|source| source.link.clone()).unwrap_or_default();
    let pairs = [
        ("id", id),
        ("date", &date),
        ("title", title),
        ("text", text),
        ("source", &publisher),
        ("url", &link),
    ];
    let mut pairs =
        pairs.iter().map(|(name, value)| [&*quoted(name), ":", &*quoted(value)].concat()).listed();
    if happening.is_some_and(|one| one.is_approximate) {
        pairs.push("\"approximate\":true".to_owned());
    }
    ["[{", &*pairs.joined(","), "}]"].concat()
}

/// Says something beside a record's buttons.
pub fn said(pane: &Pane, id: &str, copied: bool, text: &str) {
    let (Some(own), Some(names)) = (&pane.pane, &pane.names) else { return };
    let selector = ["[data-commitment=\"", id, "\"] .said"].concat();
    let Ok(Some(place)) = own.query_selector(&selector) else { return };
    let words = names.text(if copied { "copied" } else { "not-copied" }, &[]);
    clear(&place);
    dom::append(&place, dom::text_element("span", "", &words));
    if !copied {
        let field = dom::append(&place, element("input", ""));
        set(&field, "readonly", "");
        set(&field, "aria-label", &words);
        set(&field, "value", text);
    }
}
