//! Pillars by countries, and the countries that do not endorse.

use super::ViewContext;
use super::commitment::sources;
use super::node::{Node, button, el, heading};
use crate::data::ALL_PARTIES;
use crate::model::{Listed, Party};

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
        head = head.with(
            el("th")
                .set("scope", "col")
                .with(el("abbr").set("title", &*pillar.short_name).text(&*pillar.roman))
                .with(el("span").class("wide").text([" ", &*pillar.short_name].concat())),
        );
    }
    head = head.with(el("th").set("scope", "col").text(names.text("all", &[])));
    let rows = endorsing.iter().map(|party| row(context, party));
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
        let joined = names.date(party.joined);
        view = view.with(
            el("p")
                .text(names.text("joined", &[("country", &names.country(&party.iso3)), ("date", &joined)])),
        );
        view = view.with(sources(context, &party.source_ids));
    }
    let together = declaration.commitments.iter().filter(|commitment| commitment.iso3 == ALL_PARTIES).count();
    if together > 0 && context.state.country.is_none() {
        view = view.with(el("p").class("quiet").text(names.count("together", together)));
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

fn in_order<'a>(context: &ViewContext, parties: Vec<&'a Party>) -> Vec<&'a Party> {
    let called = parties.iter().map(|party| context.names.country(&party.iso3)).listed();
    let order = crate::model::sorted(parties.len(), &|one, two| {
        context.names.order(called.get(one), called.get(two))
    });
    order.into_iter().filter_map(|index| parties.get(index).copied()).listed()
}

/// How many commitments a country has under a pillar (`None`: under any); as a partner counts too.
fn count(context: &ViewContext, iso3: &str, pillar: Option<u32>) -> usize {
    let own = context.declaration.commitments.iter().filter(|commitment| {
        (commitment.iso3 == iso3 || commitment.partners.iter().any(|code| code == iso3))
            && pillar.is_none_or(|pillar| commitment.pillar == pillar)
    });
    own.count()
}

fn row(context: &ViewContext, party: &Party) -> Node {
    let names = context.names;
    let name = names.country(&party.iso3);
    let mut row = el("tr").set("data-country", &*party.iso3).with(el("th").set("scope", "row").with(button(
        "country",
        &party.iso3,
        &name,
    )));
    let total = count(context, &party.iso3, None);
    if total == 0 {
        let columns = context.declaration.pillars.len() + 1;
        return row.with(
            el("td")
                .set("colspan", columns.to_string())
                .class("quiet")
                .text(names.text("no-commitment", &[])),
        );
    }
    for pillar in &context.declaration.pillars {
        let count = count(context, &party.iso3, Some(pillar.number));
        row = row.with(match count {
            0 => el("td").class("quiet").with(
                el("span").set("aria-label", names.text("no-commitment", &[])).set("role", "img").text("–"),
            ),
            count => {
                let n = names.locale.number(count as f64);
                let told_as =
                    names.text("cell", &[("n", &n), ("country", &name), ("pillar", &pillar.short_name)]);
                el("td").with(
                    button("cell", &[&*party.iso3, "|", &pillar.number.to_string()].concat(), &n)
                        .set("aria-label", told_as),
                )
            }
        });
    }
    row.with(el("td").text(names.locale.number(total as f64)))
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
    if !none.is_empty() {
        view = view.with(
            el("p").text(names.text("mapped.none", &[("countries", &names.locale.formats.list(&none))])),
        );
    }
    view
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
        csv.push_str(&[code, ",", &count(context, code, None).to_string(), "\n"].concat());
    }
    csv
}
