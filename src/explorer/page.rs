//! The whole explorer: the ways to its views, the view, and the words of the field.

use super::node::{Node, button, el, heading};
use super::{Told, View, commitments, countries, pillars, timeline};
use crate::model::Listed;

/// The explorer as a page: its views' buttons, the view, and the glossary.
pub fn page(told: &Told) -> Node {
    el("div").class("px").with(tabs(told)).with(view(told)).with(glossary(told))
}

fn tabs(told: &Told) -> Node {
    let tab = |(view, name): &(View, &'static str)| {
        button("view", name, &told.names.text(&["view.", name].concat(), &[]))
            .set("aria-pressed", if *view == told.state.view { "true" } else { "false" })
    };
    el("div")
        .class("tabs")
        .set("role", "group")
        .set("aria-label", told.names.text("views", &[]))
        .with_all(View::ALL.iter().map(tab))
}

/// The view that the reader has chosen.
pub fn view(told: &Told) -> Node {
    let view = match told.state.view {
        View::Pillars => pillars::view(told),
        View::Countries => countries::view(told),
        View::Commitments => commitments::view(told),
        View::Timeline => timeline::view(told),
        View::Map => countries::map(told),
    };
    el("div").class("view").set("tabindex", "-1").with(view)
}

/// The terms of the field, each opened in place.
fn glossary(told: &Told) -> Node {
    let terms = told.declaration.glossary.iter().map(|term| {
        el("details")
            .set("data-term", &*term.id)
            .with(el("summary").text(&*term.term))
            .with(el("p").text(&*term.definition))
            .with(super::commitment::sources(told, &term.source_ids))
    });
    let terms: Vec<Node> = terms.listed();
    if terms.is_empty() {
        return el("div");
    }
    el("section").class("glossary").with(heading("h3", &told.names.text("glossary", &[]))).with_all(terms)
}
