//! The whole explorer: the ways to its views, the view, and the words of the field.

use super::node::{Node, button, el, heading};
use super::{View, ViewContext, commitments, countries, pillars, timeline};
use crate::model::Listed;

/// The explorer as a page: its views' buttons, the view, and the glossary.
pub fn page(context: &ViewContext) -> Node {
    el("div").class("px").with(tabs(context)).with(view(context)).with(glossary(context))
}

fn tabs(context: &ViewContext) -> Node {
    let tab = |(view, name): &(View, &'static str)| {
        let is_on = *view == context.state.view;
        button("view", name, &context.names.text(&["view.", name].concat(), &[]))
            .set("aria-pressed", if is_on { "true" } else { "false" })
            .set("tabindex", if is_on { "0" } else { "-1" })
    };
    // One stop of the Tab key; arrows lead on.
    el("div")
        .class("tabs roving")
        .set("role", "group")
        .set("aria-label", context.names.text("views", &[]))
        .with_all(View::ALL.iter().map(tab))
}

/// The view that the reader has chosen.
pub fn view(context: &ViewContext) -> Node {
    let view = match context.state.view {
        View::Pillars => pillars::view(context),
        View::Countries => countries::view(context),
        View::Commitments => commitments::view(context),
        View::Timeline => timeline::view(context),
        View::Map => countries::map(context),
    };
    el("div").class("view").set("tabindex", "-1").with(view)
}

/// The terms of the field, each opened in place.
fn glossary(context: &ViewContext) -> Node {
    let terms = context.declaration.glossary.iter().map(|term| {
        el("details")
            .set("data-term", &*term.id)
            .with(el("summary").text(&*term.term))
            .with(el("p").text(&*term.definition))
            .with(super::commitment::sources(context, &term.source_ids))
    });
    let terms: Vec<Node> = terms.listed();
    if terms.is_empty() {
        return el("div");
    }
    el("section").class("glossary").with(heading("h3", &context.names.text("glossary", &[]))).with_all(terms)
}
