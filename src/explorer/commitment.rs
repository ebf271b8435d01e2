//! One commitment: who, what, by when, how it stands, who says so, and what the figures say.

use super::ViewContext;
use super::find::contains;
use super::node::{Node, button, el, heading, link};
use crate::locale::primary_language;
use crate::model::{Commitment, Evidence, Joined, Listed, Period, Publication, Target, lowered};

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
        add("target", target_of(context, target, commitment.status_as_of));
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
        body = body.with(quoted(context, &commitment.quote, &commitment.quote_source_id));
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
    let key = match target.deadline_is.as_str() {
        "from" => "deadline.from",
        "until" => "deadline.until",
        _ => "deadline",
    };
    if target.deadline.is_some() && target.deadline_is != "derived" {
        words.push(names.text(key, &[("date", &names.date(target.deadline))]));
    }
    words.joined(" ")
}

fn target_of(context: &ViewContext, target: &Target, as_of: Option<Period>) -> Node {
    let names = context.names;
    let words = el("span").text(target_words(context, target));
    let (Some(outcome), Some(wanted)) = (target.outcome, target.quantity.filter(|wanted| *wanted > 0.0))
    else {
        return words;
    };
    let share = outcome / wanted;
    let locale = &names.locale;
    let mut said = names.text(
        "progress",
        &[("outcome", &locale.number(outcome)), ("share", &locale.formats.percent(share, 0))],
    );
    if as_of.is_some() {
        said = names.dated("as-of", as_of, ("status", &said));
    }
    // What there was after the deadline does not say that there was as much by then.
    let ended = target.deadline.map(Period::end_day);
    if ended.is_some_and(|ended| as_of.is_some_and(|when| when.end_day() > ended)) {
        said = names.text("late", &[("progress", &said)]);
    }
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
    let standing = context.names.standing(commitment);
    let mut node =
        el("div").with(el("span").class("chip").set("data-status", &*commitment.status).text(standing));
    if !commitment.status_note.is_empty() {
        node = node.with(el("p").text(&*commitment.status_note));
    }
    node.with(sources(context, &commitment.status_source_ids))
}

/// The terms of the glossary that a commitment uses, explained in place.
fn terms(context: &ViewContext, commitment: &Commitment) -> Node {
    let text = lowered(&[&*commitment.title, " ", &*commitment.text].concat());
    let used =
        context.declaration.glossary.iter().filter(|term| contains(text.as_bytes(), term.stem.as_bytes()));
    el("div").class("terms").with_all(used.map(|term| {
        el("details").with(el("summary").text(&*term.term)).with(el("p").text(&*term.definition))
    }))
}

/// Words as they were said: in the language of the publication that has them.
pub(super) fn quoted(context: &ViewContext, quote: &str, source: &str) -> Node {
    let language = context.declaration.source(source).map(|source| source.language.as_str());
    let language = language.filter(|language| !language.is_empty()).unwrap_or("en");
    el("blockquote").set("lang", language).text(["“", quote, "”"].concat())
}

/// Publications, each with its publisher, title and date, as links, and with what a link leads to where that is not the
/// publication itself in the reader's language.
pub(super) fn sources(context: &ViewContext, ids: &[String]) -> Node {
    let known = ids.iter().filter_map(|id| context.declaration.source(id));
    let line = |source: &Publication| {
        let names = context.names;
        let mut title = vec![source.publisher.clone(), source.title.clone()];
        title.retain(|text| !text.is_empty());
        let is_foreign =
            !source.language.is_empty() && source.language != primary_language(&names.locale.tag);
        let spoken = names.locale.messages.get(&["explorer.in.", &source.language].concat());
        let spoken = spoken.filter(|_| is_foreign).unwrap_or_default();
        let mut rest = String::new();
        for text in [&*names.date(source.when), &carrier_of(context, source), spoken] {
            if !text.is_empty() {
                rest.push_str(", ");
                rest.push_str(text);
            }
        }
        let named = link(&title.joined(": "), source.link.as_deref());
        el("li").with(named.set_if(is_foreign, "lang", source.language.as_str())).text(rest)
    };
    let lines: Vec<Node> = known.map(line).listed();
    if lines.is_empty() { el("span") } else { el("ul").class("sources").with_all(lines) }
}

/// What a link leads to, where it is not the publisher's own page: "copy at statenewswire.com".
fn carrier_of(context: &ViewContext, source: &Publication) -> String {
    let link = source.link.as_deref().unwrap_or_default();
    let site = link.strip_prefix("https://").or(link.strip_prefix("http://")).unwrap_or(link);
    let site = site.strip_prefix("www.").unwrap_or(site);
    let ends = site.bytes().position(|byte| matches!(byte, b'/' | b':' | b'?'));
    let site = site.get(..ends.unwrap_or(site.len())).unwrap_or(site);
    match source.carrier.as_str() {
        carrier @ ("archive" | "copy" | "report") => {
            context.names.text(&["carrier.", carrier].concat(), &[("site", site)])
        }
        _ => String::new(),
    }
}

/// The charts that bear on something, each opened in place; they show what is counted, and no cause.
pub(super) fn charts(context: &ViewContext, of: &str, evidence: &[Evidence]) -> Node {
    if evidence.is_empty() {
        return el("div");
    }
    let names = context.names;
    let chart = |(index, evidence): (usize, &Evidence)| {
        let title = names.locale.text(&["dataset.", &evidence.dataset, ".title"].concat(), &[]);
        let why = names.said(&evidence.why);
        let line = el("li").with(
            button("chart", &[of, "|", &index.to_string()].concat(), &title)
                .set("aria-expanded", "false")
                .set("data-chart", attributes_of(evidence)),
        );
        if why.is_empty() { line } else { line.with(el("p").class("quiet").text(why)) }
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
    // What is only related was not promised under the declaration.
    context.names.text(
        if commitment.is_explicit { "citation" } else { "citation.related" },
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
