//! Pillars by countries, and the countries that do not endorse.

use super::ViewContext;
use super::commitment::sources;
use super::find::{fits, is_of_country, together};
use super::node::{Node, button, el, heading, spaced};
use crate::data::ALL_PARTIES;
use crate::model::{Listed, Party, Pillar};

/// A table of how many commitments each country has under each pillar.
pub(super) fn view(context: &ViewContext) -> Node {
    let (declaration, names) = (context.declaration, context.names);
    let wanted = |party: &&Party| context.state.country.as_ref().is_none_or(|iso3| *iso3 == party.iso3);
    let endorsing = in_order(
        context,
        declaration.countries.iter().filter(|party| party.endorses).filter(wanted).listed(),
    );
    let others = in_order(
        context,
        declaration.countries.iter().filter(|party| !party.endorses).filter(wanted).listed(),
    );
    let mut head = el("tr").with(el("th").set("scope", "col").text(names.text("country", &[])));
    for pillar in &declaration.pillars {
        if !has_column(context, pillar) {
            continue;
        }
        head = head.with(
            el("th")
                .set("scope", "col")
                .with(el("abbr").set("title", &*pillar.short_name).text(&*pillar.roman))
                .with(el("span").class("wide").text([" ", &*pillar.short_name].concat())),
        );
    }
    if has_unplaced(context) {
        head = head.with(
            el("th")
                .set("scope", "col")
                .with(el("span").class("wide").text(names.text("no-pillar", &[])))
                .with(el("span").class("tight").text(names.text("no-pillar.short", &[]))),
        );
    }
    head = head.with(el("th").set("scope", "col").text(names.text("all", &[])));
    // One scale for all cells, so that any two bars can be compared.
    let most = endorsing.iter().map(|party| count(context, &party.iso3, None)).max().unwrap_or_default();
    let rows = endorsing.iter().map(|party| row(context, party, most));
    let table = el("table")
        .with(el("caption").text(names.text("grid", &[])))
        .with(el("thead").with(head))
        .with(el("tbody").with_all(rows));
    let mut view = el("div").with(
        el("div")
            .class("scroll")
            .set("tabindex", "0")
            .set("role", "group")
            .set("aria-label", names.text("grid", &[]))
            .with(table),
    );
    if let (Some(_), [party]) = (&context.state.country, endorsing.as_slice()) {
        view = view.with(since(context, party));
    }
    let together = together(context);
    if together > 0 && context.state.country.is_none() {
        let all = button("country", ALL_PARTIES, &names.text("together.show", &[]));
        view = view
            .with(el("p").class("quiet").text(names.count("together", together)))
            .with(el("p").class("acts").with(all));
    }
    let mut noted = el("ul").class("plain");
    for party in &endorsing {
        if !party.note.is_empty() {
            let name = el("b").text(names.country(&party.iso3));
            noted = noted.with(el("li").with(name).text([": ", &*party.note].concat()));
        }
    }
    if context.state.country.is_none() && !noted.children.is_empty() {
        view = view.with(heading("h3", &names.text("notes", &[]))).with(noted);
    }
    if !others.is_empty() {
        let lines = others.iter().map(|party| {
            el("li")
                .with(el("b").text(names.country(&party.iso3)))
                .text([": ", &*party.status, ". ", &*party.detail].concat())
                .with(sources(context, &party.source_ids))
        });
        view = view
            .with(heading("h3", &names.text("others", &[])))
            .with(el("ul").class("plain").with_all(lines));
    }
    if context.state.country.is_some() {
        view = view.with(el("p").with(button("all-countries", "", &names.text("all-countries", &[]))));
    }
    view
}

/// Since when a country endorses the declaration, and what has become of that and of its measures.
#[inline(never)]
fn since(context: &ViewContext, party: &Party) -> Node {
    let names = context.names;
    let country = names.country(&party.iso3);
    let joined = match party.joined {
        Some(_) => names.dated("joined", party.joined, ("country", &country)),
        None => names.text("endorses", &[("country", &country)]),
    };
    let mut list = el("ul").class("plain");
    for one in &context.declaration.commitments {
        if one.status == "ended" && is_of_country(one, &party.iso3) {
            let open = button("open", &one.id, &one.title);
            list = list.with(el("li").with(open).text([" ", &*names.standing(one)].concat()));
        }
    }
    let words = spaced(&[&joined, &party.withdrawal_note, &party.note]);
    let told = el("div").with(el("p").text(words)).with(sources(context, &party.source_ids));
    match list.children.len() {
        0 => told,
        count => told.with(heading("h3", &names.count("ended-of", count))).with(list),
    }
}

/// Whether a pillar has a column: the one that is chosen, else all.
fn has_column(context: &ViewContext, pillar: &Pillar) -> bool {
    context.state.pillar.is_none_or(|number| number == pillar.number)
}

/// Whether there are commitments under no single pillar, which need a column of their own for the rows to add up.
#[inline(never)]
fn has_unplaced(context: &ViewContext) -> bool {
    let state = context.state;
    context.declaration.commitments.iter().any(|one| one.pillar == 0 && fits(state, one))
}

fn in_order<'a>(context: &ViewContext, parties: Vec<&'a Party>) -> Vec<&'a Party> {
    let called = parties.iter().map(|party| context.names.country(&party.iso3)).listed();
    let order = crate::model::sorted(parties.len(), &|one, two| {
        context.names.order(called.get(one), called.get(two))
    });
    order.into_iter().filter_map(|index| parties.get(index).copied()).listed()
}

/// How many commitments that fit what is chosen a country has under a pillar (`None`: under any), as a partner too: those
/// that the list shows under the country.
#[inline(never)]
fn count(context: &ViewContext, iso3: &str, pillar: Option<u32>) -> usize {
    let is_searched = !context.state.q.trim().is_empty();
    let own = context.declaration.commitments.iter().enumerate().filter(|(index, commitment)| {
        is_of_country(commitment, iso3)
            && fits(context.state, commitment)
            && pillar.is_none_or(|pillar| commitment.pillar == pillar)
            && (!is_searched || context.left.contains(index))
    });
    own.count()
}

/// Why a cell is empty: nothing was found, or nothing that fits what else is chosen.
#[inline(never)]
fn why_none(context: &ViewContext) -> String {
    context.names.text(if context.state.filters_any_country() { "none-fits" } else { "no-commitment" }, &[])
}

fn row(context: &ViewContext, party: &Party, most: usize) -> Node {
    let names = context.names;
    let name = names.country(&party.iso3);
    let mut row = el("tr").set("data-country", &*party.iso3).with(el("th").set("scope", "row").with(button(
        "country",
        &party.iso3,
        &name,
    )));
    let total = count(context, &party.iso3, None);
    if total == 0 {
        let pillars = if context.state.pillar.is_some() { 1 } else { context.declaration.pillars.len() };
        let columns = pillars + 1 + usize::from(has_unplaced(context));
        return row.with(el("td").set("colspan", columns.to_string()).class("quiet").text(why_none(context)));
    }
    for pillar in &context.declaration.pillars {
        if !has_column(context, pillar) {
            continue;
        }
        let count = count(context, &party.iso3, Some(pillar.number));
        row = row.with(match count {
            0 => el("td")
                .class("quiet")
                .with(el("span").set("aria-label", why_none(context)).set("role", "img").text("–")),
            count => {
                let n = names.locale.number(count as f64);
                let told_as =
                    names.text("cell", &[("n", &n), ("country", &name), ("pillar", &pillar.short_name)]);
                el("td")
                    .with(
                        button("cell", &[&*party.iso3, "|", &pillar.number.to_string()].concat(), &n)
                            .set("aria-label", told_as),
                    )
                    .with(bar(count, most))
            }
        });
    }
    if has_unplaced(context) {
        let count = count(context, &party.iso3, Some(0));
        row = row.with(match count {
            0 => el("td").class("quiet").text("–"),
            count => el("td").with(figure(context, count)).with(bar(count, most)),
        });
    }
    row.with(el("td").with(figure(context, total)).with(bar(total, most)))
}

/// A number that leads nowhere.
fn figure(context: &ViewContext, count: usize) -> Node {
    el("span").class("n").text(context.names.locale.number(count as f64))
}

/// A bar as long as `count` is of the greatest number; the number itself stands beside it.
fn bar(count: usize, most: usize) -> Node {
    // An element with a length of its own: a style attribute would be refused by a strict policy.
    el("progress")
        .class("bar")
        .set("max", most.to_string())
        .set("value", count.to_string())
        .set("aria-hidden", "true")
}

/// The place of a map of the countries and their counts; the chart is put there by the page.
pub(super) fn map(context: &ViewContext) -> Node {
    let names = context.names;
    let none = context
        .declaration
        .countries
        .iter()
        .filter(|party| party.endorses && count(context, &party.iso3, None) == 0);
    let none = in_order(context, none.listed()).into_iter().map(|party| names.country(&party.iso3)).listed();
    let mut view = el("div").with(
        el("div")
            .class("map")
            .set("data-map", counts(context))
            .set("data-heading", names.text("mapped.title", &[]))
            .set("data-note", names.text("mapped.note", &[])),
    );
    if !none.is_empty() && !context.state.filters_any_country() {
        view = view.with(
            el("p").text(names.text("mapped.none", &[("countries", &names.locale.formats.list(&none))])),
        );
    }
    match together(context) {
        0 => view,
        together => view.with(el("p").class("quiet").text(names.count("together", together))),
    }
}

/// The counts as CSV for the map.
fn counts(context: &ViewContext) -> String {
    let mut csv = String::from("country,commitments\n");
    let mut codes: Vec<&str> = Vec::new();
    for commitment in &context.declaration.commitments {
        for code in std::iter::once(&commitment.iso3).chain(&commitment.partners) {
            if code != ALL_PARTIES && !codes.contains(&&**code) {
                codes.push(code);
            }
        }
    }
    for code in codes {
        let count = count(context, code, None);
        if count > 0 {
            csv.push_str(&[code, ",", &count.to_string(), "\n"].concat());
        }
    }
    csv
}
