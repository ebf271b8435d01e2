//! The list of commitments with its filters, its search and its order.

use super::ViewContext;
use super::commitment::{body, target_words};
use super::find::together;
use super::node::{Node, button, el};
use super::state::Sort;
use crate::data::STATUSES;
use crate::model::{Commitment, Joined, Listed};

/// The filters, how many are left, and the commitments; those that are left out are there and hidden, so that a filter is
/// only a change of what is seen.
pub(super) fn view(context: &ViewContext) -> Node {
    let all = &context.declaration.commitments;
    let hidden = (0..all.len()).filter(|index| !context.left.contains(index));
    let order = context.left.iter().copied().chain(hidden).listed();
    let items = order.into_iter().filter_map(|index| {
        let commitment = all.get(index)?;
        Some(item(context, commitment).set_if(!context.left.contains(&index), "hidden", ""))
    });
    el("div")
        .with(filters(context, true))
        .with(el("p").class("found").set("role", "status").text(match_count_text(context)))
        .with(el("p").class("quiet").text(context.names.text("status.note", &[])))
        .with(el("ul").class("list").with_all(items))
        .with(nothing(context))
}

/// "12 commitments of 136"; under a country that endorses also how many are of all that do, which are not among them.
pub fn match_count_text(context: &ViewContext) -> String {
    let (state, names) = (context.state, context.names);
    let told = match context.left.is_empty() {
        true => why_nothing(context),
        false => count_of(context, context.left.len(), context.declaration.commitments.len()),
    };
    let endorses =
        |iso3: &String| context.declaration.countries.iter().any(|one| one.endorses && one.iso3 == *iso3);
    // What is searched for is not counted among what is not listed.
    let is_one_more = state.country.as_ref().is_some_and(endorses) && state.q.trim().is_empty();
    match if is_one_more { together(context) } else { 0 } {
        0 => told,
        count => [&*told, if context.left.is_empty() { " " } else { ". " }, &names.count("together", count)]
            .concat(),
    }
}

/// "12 commitments of 136", or "136 commitments" where nothing is left out.
pub(super) fn count_of(context: &ViewContext, count: usize, all: usize) -> String {
    let names = context.names;
    let counted = names.count("commitments", count);
    if !context.state.filters() {
        return counted;
    }
    [counted, names.text("of-all", &[("n", &names.locale.number(all as f64))])].joined(" ")
}

/// Why no commitment is left: what no source says is told as that.
fn why_nothing(context: &ViewContext) -> String {
    let (state, names) = (context.state, context.names);
    let alone = |is_country: bool| {
        let rest = super::ExplorerState {
            pillar: if is_country { None } else { state.pillar },
            country: if is_country { state.country.clone() } else { None },
            view: state.view,
            sort: state.sort,
            open: state.open.clone(),
            ..super::ExplorerState::default()
        };
        rest == *state
    };
    if state.country.is_some() && alone(true) {
        let country = state.country.as_deref().map(|code| names.country(code)).unwrap_or_default();
        return names.text("nothing.country", &[("country", &country)]);
    }
    if state.pillar.is_some() && alone(false) {
        return names.text("no-pledge", &[]);
    }
    names.text("nothing", &[])
}

pub(super) fn nothing(context: &ViewContext) -> Node {
    el("p").class("nothing").set_if(!context.left.is_empty(), "hidden", "").with(button(
        "reset",
        "",
        &context.names.text("reset", &[]),
    ))
}

/// A commitment's line; what it holds is filled in when it opens.
fn item(context: &ViewContext, commitment: &Commitment) -> Node {
    let names = context.names;
    let is_open = context.state.open.as_deref() == Some(&*commitment.id);
    let target = commitment.target.as_ref().map(|target| target_words(context, target)).unwrap_or_default();
    let mut summary = el("summary")
        .with(el("span").class("title").text(&*commitment.title))
        .with(el("span").class("who").text(names.country(&commitment.iso3)))
        .with(
            el("span").class("chip").set("data-status", &*commitment.status).text(names.standing(commitment)),
        );
    if !target.is_empty() {
        summary = summary.with(el("span").class("aim").text(target));
    }
    let mut details =
        el("details").set("data-commitment", &*commitment.id).set_if(is_open, "open", "").with(summary);
    if is_open {
        details = details.with(body(context, commitment));
    }
    el("li").set("data-id", &*commitment.id).with(details)
}

/// The fields that narrow the list, or those of them that narrow the picture.
pub(super) fn filters(context: &ViewContext, is_list: bool) -> Node {
    let (declaration, state, names) = (context.declaration, context.state, context.names);
    let all = &declaration.commitments;
    let option = |value: &str, text: String, is_chosen: bool| {
        el("option").set("value", value).set_if(is_chosen, "selected", "").text(text)
    };
    let select = |choice: &'static str, chosen: Option<&str>, options: Vec<(String, String)>| {
        let first = option("", names.text("any", &[]), chosen.is_none());
        let options = options.into_iter().map(|(value, text)| {
            let is_chosen = chosen == Some(&*value);
            option(&value, text, is_chosen)
        });
        el("label")
            .with(el("span").text(names.text(&["filter.", choice].concat(), &[])))
            .with(el("select").set("data-choice", choice).with(first).with_all(options))
    };
    let pillars = declaration
        .pillars
        .iter()
        .map(|pillar| (pillar.number.to_string(), [&*pillar.roman, ". ", &*pillar.short_name].concat()))
        .listed();
    let mut codes: Vec<String> = declaration.countries.iter().map(|party| party.iso3.clone()).listed();
    codes.extend(all.iter().map(|commitment| commitment.iso3.clone()));
    let mut countries: Vec<(String, String)> =
        codes.into_iter().map(|code| (code.clone(), names.country(&code))).listed();
    let order = crate::model::sorted(countries.len(), &|one, two| {
        let name = |index: usize| countries.get(index).map(|(_, name)| name);
        names.order(name(one), name(two))
    });
    countries = order.into_iter().filter_map(|index| countries.get(index).cloned()).listed();
    countries.dedup();
    let statuses = STATUSES.iter().map(|status| ((*status).to_owned(), names.status(status))).listed();
    let distinct = |of: &dyn Fn(&Commitment) -> Option<String>| {
        let mut found: Vec<String> = Vec::new();
        for value in all.iter().filter_map(of) {
            if !found.contains(&value) {
                found.push(value);
            }
        }
        found
    };
    let kinds = distinct(&|commitment| Some(commitment.kind.clone()));
    let kinds = kinds.into_iter().map(|kind| (kind.clone(), names.kind(&kind))).listed();
    let mut years = distinct(&|commitment| commitment.announced.map(|when| when.calendar_year().to_string()));
    let order = crate::model::sorted(years.len(), &|one, two| years.get(one).cmp(&years.get(two)));
    years = order.into_iter().filter_map(|index| years.get(index).cloned()).listed();
    let years = years.into_iter().map(|year| (year.clone(), year)).listed();
    let sorts = Sort::ALL
        .map(|(sort, name)| option(name, names.text(&["sort.", name].concat(), &[]), sort == state.sort));
    let pillar = state.pillar.map(|pillar| pillar.to_string());
    let form = el("form")
        .class(if is_list { "filters" } else { "filters few" })
        .set("role", "search")
        .with(
            el("input")
                .set("type", "search")
                .set("data-choice", "q")
                .set("value", &*state.q)
                .set("placeholder", names.text("search", &[]))
                .set("aria-label", names.text("search", &[])),
        )
        .with(select("pillar", pillar.as_deref(), pillars))
        .with(select("country", state.country.as_deref(), countries))
        .with(select("status", state.status.as_deref(), statuses));
    if !is_list {
        return form;
    }
    form.with(select("kind", state.kind.as_deref(), kinds))
        .with(select("year", state.year.as_deref(), years))
        .with(
            el("label")
                .class("tick")
                .with(el("input").set("type", "checkbox").set("data-choice", "quantity").set_if(
                    state.quantity,
                    "checked",
                    "",
                ))
                .with(el("span").text(names.text("filter.quantity", &[]))),
        )
        .with(
            el("label")
                .with(el("span").text(names.text("filter.sort", &[])))
                .with(el("select").set("data-choice", "sort").with_all(sorts)),
        )
}
