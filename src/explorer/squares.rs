//! The picture of all commitments: a square each, by pillar, filled by how it stands, each the button that shows it.

use super::ViewContext;
use super::commitment::body;
use super::node::{Node, button, el, heading};
use crate::data::STATUSES;
use crate::model::{Commitment, Listed};

/// What a status is told by beside its fill, so that no colour and no pattern is needed to read it.
fn glyph(status: &str) -> &'static str {
    match status {
        "met" => "✓",
        "under_way" => "→",
        "ended" => "×",
        "unknown" => "?",
        _ => "",
    }
}

/// The key with its counts, and the squares of each pillar; those that are left out stay as specks that nothing opens.
pub(super) fn picture(context: &ViewContext) -> Node {
    let (declaration, names) = (context.declaration, context.names);
    let mut is_left = vec![false; declaration.commitments.len()];
    for index in context.left {
        if let Some(place) = is_left.get_mut(*index) {
            *place = true;
        }
    }
    let open = context.state.open.as_deref();
    let mut groups: Vec<(String, Vec<(usize, &Commitment)>)> = Vec::new();
    for pillar in &declaration.pillars {
        groups
            .push(([&*pillar.roman, ". ", &*pillar.short_name].concat(), of_pillar(context, pillar.number)));
    }
    let unplaced = of_pillar(context, 0);
    if !unplaced.is_empty() {
        groups.push((names.text("no-pillar", &[]), unplaced));
    }
    // One square is the way in with the Tab key; arrows lead on.
    let mut ordered = groups.iter().flat_map(|(_, own)| own);
    let can_open = |index: usize| is_left.get(index) == Some(&true);
    let entry = ordered
        .clone()
        .find(|(index, one)| can_open(*index) && open == Some(&*one.id))
        .or_else(|| ordered.find(|(index, _)| can_open(*index)))
        .map(|(index, _)| *index);
    let groups = groups.iter().map(|(name, own)| {
        let squares = own.iter().map(|(index, one)| {
            let square = square(context, one, entry == Some(*index));
            match can_open(*index) {
                true => el("li").with(square.set_if(open == Some(&*one.id), "aria-current", "true")),
                false => el("li").class("out").set("aria-hidden", "true").with(square.set("disabled", "")),
            }
        });
        let left = own.iter().filter(|(index, _)| can_open(*index)).count();
        let count = super::commitments::count_of(context, left, own.len());
        let head = heading("h4", "")
            .with(el("span").text(&**name))
            .text(" ")
            .with_all((!own.is_empty()).then(|| el("span").class("count").text(count)));
        let group = el("div").class("group").with(head);
        if own.is_empty() {
            return group.with(el("p").class("quiet").text(names.text("no-pledge", &[])));
        }
        group.with(el("ul").class("squares").set("role", "list").with_all(squares))
    });
    el("div")
        .class("picture")
        .with(key(context))
        .with(el("div").class("groups roving").with_all(groups.listed()))
}

/// The commitments of a pillar, those met first, then as the statuses are ordered.
fn of_pillar<'a>(context: &ViewContext<'a>, pillar: u32) -> Vec<(usize, &'a Commitment)> {
    let mut own = Vec::new();
    for status in STATUSES {
        for (index, one) in context.declaration.commitments.iter().enumerate() {
            if one.pillar == pillar && one.status == status {
                own.push((index, one));
            }
        }
    }
    own
}

/// A commitment's square, named by what was promised, by whom, and how it stands.
fn square(context: &ViewContext, one: &Commitment, is_entry: bool) -> Node {
    let names = context.names;
    let told = names.text(
        "square",
        &[("title", &one.title), ("country", &names.country(&one.iso3)), ("status", &names.standing(one))],
    );
    button("square", &one.id, glyph(&one.status))
        .class("square")
        .set("data-status", &*one.status)
        .set("tabindex", if is_entry { "0" } else { "-1" })
        .set("aria-label", &*told)
        .set("title", told)
}

/// What each fill says, and how many of those that are left have it.
fn key(context: &ViewContext) -> Node {
    let names = context.names;
    let entries = STATUSES.iter().map(|status| {
        let mut count = 0;
        for index in context.left {
            let one = context.declaration.commitments.get(*index);
            count += usize::from(one.is_some_and(|one| one.status == *status));
        }
        let sign = el("span").class("square").set("data-status", *status).set("aria-hidden", "true");
        el("li")
            .with(sign.text(glyph(status)))
            .text([" ", &*names.status(status), " "].concat())
            .with(el("b").text(names.locale.number(count as f64)))
    });
    el("ul").class("key").set("role", "list").set("aria-label", names.text("status", &[])).with_all(entries)
}

/// The commitment whose square was pressed, with the way back to it; an empty place while there is none.
pub fn opened(context: &ViewContext) -> Node {
    let names = context.names;
    let place = el("section").class("opened").set("tabindex", "-1");
    let one =
        context.declaration.commitments.iter().find(|one| context.state.open.as_deref() == Some(&*one.id));
    let Some(one) = one else { return place.set("hidden", "") };
    let close = || button("close", &one.id, &names.text("close", &[])).class("firm");
    place
        .set("data-commitment", &*one.id)
        .set("aria-label", &*one.title)
        .with(el("header").set("role", "none").with(heading("h4", &one.title)).with(close()))
        .with(body(context, one))
        .with(el("p").with(close()))
}
