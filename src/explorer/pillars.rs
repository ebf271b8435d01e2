//! The declaration and its pillars.

use super::commitment::{charts, quoted, sources};
use super::commitments::{count_of, filters, match_count_text, nothing};
use super::node::{Node, button, el, heading, spaced};
use super::squares::{opened, picture};
use super::{View, ViewContext};
use crate::model::{Entry, Joined, Listed, Pillar, attribute};

/// The declaration's name and standing, the fields that narrow, how many commitments are left, and what follows of that.
pub(super) fn view(context: &ViewContext) -> Node {
    let declaration = context.declaration;
    let masthead = el("header")
        .set("role", "none")
        .with(heading("h3", &declaration.name))
        .with(el("p").with(el("b").text([&*declaration.standing, "."].concat())));
    el("div")
        .with(masthead)
        .with(filters(context, false))
        .with(el("p").class("found").set("role", "status").text(match_count_text(context)))
        .with(nothing(context))
        .with(below(context))
}

/// What the choices change: the picture, the commitment that is open, the pillars as cards, and what stands beside them.
pub fn below(context: &ViewContext) -> Node {
    let cards = context
        .declaration
        .pillars
        .iter()
        .filter(|pillar| context.state.pillar.is_none_or(|wanted| wanted == pillar.number));
    let mut below = el("div")
        .class("below")
        .with(picture(context))
        .with(opened(context))
        .with(el("p").class("quiet").text(context.names.text("status.note", &[])))
        .with(about(context))
        .with_all(cards.map(|pillar| card(context, pillar)));
    if context.state.pillar.is_some() {
        below = below.with(el("p").with(button("all-pillars", "", &context.names.text("all-pillars", &[]))));
    }
    below.with(beside(context)).with(figures(context))
}

/// When it was adopted, how the text binds, who endorses it, what has ended, what else it was called, its principles.
fn about(context: &ViewContext) -> Node {
    let (declaration, names) = (context.declaration, context.names);
    let endorsers = declaration.countries.iter().filter(|party| party.endorses).count();
    let subs = || declaration.pillars.iter().flat_map(|pillar| &pillar.sub_commitments);
    let count = |strongest: bool| {
        names.locale.number(subs().filter(|entry| !strongest || entry.commits).count() as f64)
    };
    let adopted = names.date(declaration.adopted);
    let mut head = el("div")
        .class("about")
        .with(el("p").text(names.text("adopted", &[("date", &adopted), ("place", &declaration.place)])))
        .with(el("p").text(names.text("verbs", &[("n", &count(true)), ("all", &count(false))])))
        .with(
            el("p").text([&*names.count("endorsers", endorsers), " ", &*declaration.endorser_note].concat()),
        )
        .with(el("p").text(ended(context)));
    if !declaration.later_names.is_empty() {
        let later = declaration.later_names.iter().map(|later| {
            let date = names.date(later.when);
            let told_by = names.text("named", &[("date", &date), ("by", &later.by)]);
            el("li")
                .text([&told_by, " ", &later.names.joined("; "), ". ", &later.note].concat())
                .with(sources(context, &later.source_ids))
        });
        head = head.with(
            el("details")
                .with(el("summary").text(names.text("three-pillars", &[])))
                .with(el("p").text(names.text("three-pillars.note", &[])))
                .with(el("ul").with_all(later)),
        );
    }
    if !declaration.principles.is_empty() {
        let principles = declaration.principles.iter().map(|principle| {
            el("li").with(el("b").text(&*principle.name)).text([": ", &*principle.text].concat())
        });
        head = head.with(
            el("details")
                .with(el("summary").text(names.text("principles", &[])))
                .with(el("ul").with_all(principles)),
        );
    }
    // Those of the numbers of endorsers too.
    let mut ids = declaration.source_ids.clone();
    for id in &declaration.endorser_source_ids {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    head.with(el("details").with(el("summary").text(names.text("sources", &[]))).with(sources(context, &ids)))
}

/// How many commitments have ended, and what is known of withdrawals where that is the same of all that endorse.
fn ended(context: &ViewContext) -> String {
    let (declaration, names) = (context.declaration, context.names);
    let mut count = 0;
    for commitment in &declaration.commitments {
        count += usize::from(commitment.status == "ended");
    }
    let number = |count: usize| names.locale.number(count as f64);
    let told = match count {
        0 => String::new(),
        count => {
            names.text("ended", &[("n", &number(count)), ("all", &number(declaration.commitments.len()))])
        }
    };
    let mut note: Option<&str> = None;
    for party in &declaration.countries {
        if party.endorses && note.is_none_or(|known| known == party.withdrawal_note) {
            note = Some(&party.withdrawal_note);
        } else if party.endorses {
            return told;
        }
    }
    spaced(&[&told, note.unwrap_or_default()])
}

/// A pillar: its sub-commitments, its commitments, its charts.
fn card(context: &ViewContext, pillar: &Pillar) -> Node {
    let names = context.names;
    let number = pillar.number.to_string();
    let commitments = &context.declaration.commitments;
    let mut all = 0;
    let mut own = Vec::new();
    for (index, commitment) in commitments.iter().enumerate() {
        if commitment.pillar == pillar.number {
            all += 1;
            if context.left.contains(&index) {
                own.push(commitment);
            }
        }
    }
    let is_open = context.state.pillar == Some(pillar.number);
    let count = match all {
        0 => names.text("no-commitment", &[]),
        all if all == own.len() => names.count("commitments", all),
        all => count_of(context, own.len(), all),
    };
    let summary = el("summary")
        .with(el("span").class("roman").set("aria-hidden", "true").text(&*pillar.roman))
        .with(
            // A reader goes from pillar to pillar as from heading to heading.
            el("span").class("name").set("role", "heading").set("aria-level", "4").text(&*pillar.short_name),
        )
        .with(el("span").class("count").text(count));
    let mut card = el("details")
        .class("card")
        .set("data-pillar", &*number)
        .set_if(is_open, "open", "")
        .with(summary)
        .with(el("p").class("quiet").text(&*pillar.heading))
        .with(heading("h4", &names.count("sub-commitments", pillar.sub_commitments.len())))
        .with(
            el("ol").class("subs").with_all(pillar.sub_commitments.iter().map(|entry| sub(context, entry))),
        );
    card = card.with(heading("h4", &names.text("promised", &[])));
    card = if all == 0 {
        let looked_at = context
            .declaration
            .source_ids
            .iter()
            .chain(context.declaration.packages.iter().flat_map(|package| package.source_ids.iter()));
        let mut ids: Vec<String> = Vec::new();
        for id in looked_at {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        card.with(el("p").text(names.text("no-pledge", &[]))).with(sources(context, &ids))
    } else {
        let most = 5;
        let listed = own.iter().take(most).map(|commitment| {
            el("li")
                .with(button("open", &commitment.id, &commitment.title))
                .text([" ", &*names.country(&commitment.iso3), ". ", &*names.standing(commitment)].concat())
        });
        let none = if own.is_empty() { names.text("nothing", &[]) } else { String::new() };
        card.with(el("ul").class("plain").with_all(listed)).with(el("p").text(none)).with(el("p").with(
            button(
                "pillar",
                &number,
                &names.text("all-of-pillar", &[("n", &names.locale.number(all as f64))]),
            ),
        ))
    };
    let packages = context.declaration.packages.iter().filter(|package| package.pillar == pillar.number);
    let packages: Vec<Node> = packages
        .map(|package| {
            let told = |key: &str, codes: &[String]| match codes {
                [] => String::new(),
                codes => names.text(key, &[("countries", &names.countries(codes))]),
            };
            let lead = told("lead", &package.lead);
            let words = spaced(&[&lead, &told("participants", &package.participants), &package.note]);
            el("li")
                .with(el("b").text([&*package.title, "."].concat()))
                .text([" ", &*words, " "].concat())
                .with(sources(context, &package.source_ids))
        })
        .listed();
    if !packages.is_empty() {
        card = card
            .with(heading("h4", &names.text("packages", &[])))
            .with(el("ul").class("plain").with_all(packages));
    }
    card.with(charts(context, &["p", &number].concat(), &pillar.evidence))
}

fn sub(context: &ViewContext, entry: &Entry) -> Node {
    let mut line = el("li")
        .set("data-sub", &*entry.id)
        .with(el("b").text([&*entry.id, " "].concat()))
        .text(&*entry.text);
    if !entry.strength.is_empty() {
        line = line
            .with(el("span").class("verb").text(context.names.text("verb", &[("verb", &entry.strength)])));
    }
    line
}

/// What stands beside the pillars.
fn beside(context: &ViewContext) -> Node {
    let declaration = context.declaration;
    if declaration.shared.is_empty() || context.state.pillar.is_some() {
        return el("div");
    }
    el("details")
        .class("card")
        .with(el("summary").with(el("span").class("name").text(&*declaration.shared_heading)))
        .with(
            el("ul").with_all(
                declaration
                    .shared
                    .iter()
                    .map(|entry| sub(context, &Entry { id: String::new(), ..entry.clone() })),
            ),
        )
}

/// The figures that were quoted at the meetings, each with what the data say and a chart beside it.
fn figures(context: &ViewContext) -> Node {
    let (declaration, names) = (context.declaration, context.names);
    if declaration.figures.is_empty() || context.state.view != View::Pillars || context.state.pillar.is_some()
    {
        return el("div");
    }
    let figure = |figure: &crate::model::QuotedFigure| {
        let about = [". ", &*figure.what, ". ", &*figure.said_by, ", ", &*figure.occasion, "."];
        let mut told = el("li").with(el("b").text(&*figure.display)).text(about.concat());
        if !figure.quote.is_empty() {
            let source = figure.source_ids.first().map(String::as_str).unwrap_or_default();
            told = told.with(quoted(context, &figure.quote, source));
        }
        told.with(el("p").text(&*figure.context)).with(sources(context, &figure.source_ids)).with(charts(
            context,
            &["f", &figure.id].concat(),
            &beside_claim(context, figure),
        ))
    };
    el("section")
        .with(heading("h3", &names.text("figures", &[])))
        .with(el("ul").class("plain").with_all(declaration.figures.iter().map(figure)))
}

/// The charts that a quoted figure is set beside: each with the figure, who said it and when, and what it counts.
fn beside_claim(context: &ViewContext, figure: &crate::model::QuotedFigure) -> Vec<crate::model::Evidence> {
    // Said in millions where it was: its precision is that of the words.
    let in_millions = figure.value >= 1e6 && (figure.value / 1e6).trunc() * 1e6 == figure.value;
    let number = |value: f64| context.names.locale.number(value);
    let quoted =
        if in_millions { [&*number(figure.value / 1e6), " million"].concat() } else { number(figure.value) };
    let mut charts = figure.evidence.clone();
    for chart in &mut charts {
        let mut claim = [&*quoted, &*figure.said_by, &*figure.occasion].joined(" | ");
        if !chart.counts.is_empty() {
            claim = [&*claim, " | ", &*chart.counts].concat();
        }
        chart.attributes.push((attribute::CLAIM.to_owned(), claim));
    }
    charts
}
