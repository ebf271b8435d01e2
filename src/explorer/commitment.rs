//! One commitment: who, what, by when, how it stands, who says so, and what the figures say.

use super::ViewContext;
use super::node::{Node, button, el, heading, link};
use crate::model::{Commitment, Evidence, Grain, Joined, Listed, Target};

/// All that is known of a commitment.
pub fn body(context: &ViewContext, commitment: &Commitment) -> Node {
    let names = context.names;
    let mut facts: Vec<(String, Node)> = Vec::new();
    let mut add = |key: &str, node: Node| facts.push((names.text(key, &[]), node));
    let plain = |text: String| el("span").text(text);
    add("who", el("span").with(button("country", &commitment.iso3, &names.country(&commitment.iso3))));
    if !commitment.partners.is_empty() {
        add("partners", plain(names.countries(&commitment.partners)));
    }
    if commitment.announced.is_some() {
        add("announced", plain(names.date(commitment.announced)));
    }
    add("pillar", plain(pillar_of(context, commitment)));
    add("kind", plain(kind_of(context, commitment)));
    if let Some(target) = &commitment.target {
        add("target", target_of(context, target));
    }
    add("status", status_of(context, commitment));
    let packages = context.declaration.packages.iter().filter(|package| {
        package.pillar == commitment.pillar
            && package.lead.iter().chain(&package.participants).any(|code| *code == commitment.iso3)
    });
    let packages = packages.map(|package| package.title.clone()).listed();
    if !packages.is_empty() {
        add("packages-of", plain(packages.joined("; ")));
    }
    let mut list = el("dl");
    for (term, context) in facts {
        list = list.with(el("dt").text(term)).with(el("dd").with(context));
    }
    let mut body = el("div").class("body").with(el("p").text(&*commitment.text));
    if !commitment.quote.is_empty() {
        // Quotes stay in the language they were said in.
        body = body.with(el("blockquote").set("lang", "en").text(["“", &*commitment.quote, "”"].concat()));
    }
    body.with(list)
        .with(el("p").class("label").text(names.text("sources", &[])))
        .with(sources(context, &commitment.source_ids))
        .with(terms(context, commitment))
        .with(charts(context, &commitment.id, &commitment.evidence))
        .with(
            el("p")
                .class("acts")
                .with(button("cite", &commitment.id, &names.text("cite", &[])))
                .with(button("link", &commitment.id, &names.text("link", &[])))
                .with(el("span").class("said").set("role", "status")),
        )
}

fn pillar_of(context: &ViewContext, commitment: &Commitment) -> String {
    let pillar = context.declaration.pillars.iter().find(|pillar| pillar.number == commitment.pillar);
    let name = match pillar {
        Some(pillar) => [&*pillar.roman, ". ", &*pillar.short_name].concat(),
        None => context.names.text("all-pillars-name", &[]),
    };
    match commitment.is_pillar_assigned {
        true => context.names.text("assigned", &[("pillar", &name)]),
        false => name,
    }
}

fn kind_of(context: &ViewContext, commitment: &Commitment) -> String {
    let kind = context.names.kind(&commitment.kind);
    match commitment.is_explicit {
        true => kind,
        false => context.names.text("related", &[("kind", &kind)]),
    }
}

/// The target in words: "up to 11,500 visas by September 30, 2022".
pub(super) fn target_words(context: &ViewContext, target: &Target) -> String {
    let names = context.names;
    let quantity = match (target.quantity, target.most) {
        (Some(least), Some(most)) if most > least => {
            names.text("range", &[("from", &names.locale.number(least)), ("to", &names.locale.number(most))])
        }
        (Some(quantity), _) | (None, Some(quantity)) => names.locale.number(quantity),
        (None, None) => String::new(),
    };
    let mut words = Vec::new();
    words.extend(
        [&target.qualifier, &quantity, &target.unit].into_iter().filter(|text| !text.is_empty()).cloned(),
    );
    if target.deadline.is_some() {
        words.push(names.text("deadline", &[("date", &names.date(target.deadline))]));
    }
    words.joined(" ")
}

fn target_of(context: &ViewContext, target: &Target) -> Node {
    let words = el("span").text(target_words(context, target));
    let (Some(outcome), Some(wanted)) = (target.outcome, target.quantity.filter(|wanted| *wanted > 0.0))
    else {
        return words;
    };
    let share = outcome / wanted;
    let locale = &context.names.locale;
    let said = context.names.text(
        "progress",
        &[("outcome", &locale.number(outcome)), ("share", &locale.formats.percent(share, 0))],
    );
    el("div").with(words).with(
        el("div")
            .class("progress")
            .with(
                el("progress")
                    .set("max", "100")
                    .set("value", ((share * 100.0).min(100.0).round() as i64).to_string())
                    .set("aria-label", said.as_str()),
            )
            .with(el("span").text(said)),
    )
}

fn status_of(context: &ViewContext, commitment: &Commitment) -> Node {
    let names = context.names;
    let status = names.status(&commitment.status);
    let told_status = match commitment.status_as_of {
        Some(date) => {
            let key = if date.grain == Grain::Day { "as-of" } else { "as-of-period" };
            names.text(key, &[("status", &status), ("date", &names.date(commitment.status_as_of))])
        }
        None => names.text("undated", &[("status", &status)]),
    };
    let mut node =
        el("div").with(el("span").class("chip").set("data-status", &*commitment.status).text(told_status));
    if !commitment.status_note.is_empty() {
        node = node.with(el("p").text(&*commitment.status_note));
    }
    node.with(sources(context, &commitment.status_source_ids))
}

/// The terms of the glossary that a commitment uses, explained in place.
fn terms(context: &ViewContext, commitment: &Commitment) -> Node {
    let text = [&*commitment.title, " ", &*commitment.text].concat().to_lowercase();
    let uses = |term: &str| {
        let stem: String = term.to_lowercase();
        text.match_indices(stem.as_str()).next().is_some()
    };
    let used = context.declaration.glossary.iter().filter(|term| uses(&term.term));
    el("div").class("terms").with_all(used.map(|term| {
        el("details").with(el("summary").text(&*term.term)).with(el("p").text(&*term.definition))
    }))
}

/// Publications, each with its publisher, title and date, as links.
pub(super) fn sources(context: &ViewContext, ids: &[String]) -> Node {
    let known = ids.iter().filter_map(|id| context.declaration.source(id));
    let line = |source: &crate::model::Publication| {
        let mut title = vec![source.publisher.clone(), source.title.clone()];
        title.retain(|text| !text.is_empty());
        let date = context.names.date(source.when);
        el("li").with(link(&title.joined(": "), source.link.as_deref())).text(if date.is_empty() {
            String::new()
        } else {
            [", ", &*date].concat()
        })
    };
    let lines: Vec<Node> = known.map(line).listed();
    if lines.is_empty() { el("span") } else { el("ul").class("sources").with_all(lines) }
}

/// The charts that bear on something, each opened in place; they show what is counted, and no cause.
pub(super) fn charts(context: &ViewContext, of: &str, evidence: &[Evidence]) -> Node {
    if evidence.is_empty() {
        return el("div");
    }
    let names = context.names;
    let chart = |(index, evidence): (usize, &Evidence)| {
        let title = names.locale.text(&["dataset.", &evidence.dataset, ".title"].concat(), &[]);
        el("li").with(
            button("chart", &[of, "|", &index.to_string()].concat(), &title)
                .set("aria-expanded", "false")
                .set("data-chart", attributes_of(evidence)),
        )
    };
    el("div")
        .class("evidence")
        .with(heading("h4", &names.text("evidence", &[])))
        .with(el("p").class("quiet").text(names.text("evidence.note", &[])))
        .with(el("ul").class("plain").with_all(evidence.iter().enumerate().map(chart)))
}

/// The attributes of a chart in one text: `name=value`, one a line.
fn attributes_of(evidence: &Evidence) -> String {
    let dataset = ["dataset=", &*evidence.dataset].concat();
    let others = evidence.attributes.iter().map(|(name, value)| [&**name, "=", &**value].concat());
    std::iter::once(dataset).chain(others).listed().joined("\n")
}

/// A line to cite a commitment with; `address` leads to it.
pub fn citation(context: &ViewContext, commitment: &Commitment, address: &str) -> String {
    let source = commitment.source_ids.first().and_then(|id| context.declaration.source(id));
    let published = source.map(|source| {
        let parts = [source.publisher.clone(), source.title.clone(), context.names.date(source.when)];
        let link = source.link.clone().unwrap_or_default();
        let parts = parts.into_iter().chain([link]).filter(|part| !part.is_empty()).listed();
        parts.joined(", ")
    });
    context.names.text(
        "citation",
        &[
            ("who", &context.names.country(&commitment.iso3)),
            ("title", &commitment.title),
            ("date", &context.names.date(commitment.announced)),
            ("source", &published.unwrap_or_default()),
            ("declaration", &context.declaration.name),
            ("address", address),
        ],
    )
}
