//! What happened to the declaration and around it, by time.

use super::ViewContext;
use super::commitment::{quoted, sources};
use super::node::{Node, button, el, heading};
use crate::locale::PeriodStyle;
use crate::model::{Happening, Joined, Listed, Period};

/// The strip of all that happened, the ways to narrow it to a year, and the list.
pub(super) fn view(context: &ViewContext) -> Node {
    let (declaration, names, state) = (context.declaration, context.names, context.state);
    let mut all: Vec<(bool, &Happening)> = declaration.milestones.iter().map(|one| (true, one)).listed();
    all.extend(declaration.events.iter().map(|one| (false, one)));
    let order = crate::model::sorted(all.len(), &|one, two| {
        // By their middle: a month stands among its days, not before them.
        let day = |index: usize| {
            let when = all.get(index).and_then(|(_, one)| one.when);
            when.map(|when| (when.start_day() + when.end_day(), when.start_day()))
        };
        day(one).cmp(&day(two))
    });
    let all: Vec<(bool, &Happening)> = order.into_iter().filter_map(|index| all.get(index).copied()).listed();
    let mut years: Vec<String> = Vec::new();
    for (_, one) in &all {
        let year = one.when.map(|when| when.calendar_year().to_string()).unwrap_or_default();
        if !years.contains(&year) {
            years.push(year);
        }
    }
    let is_wanted = |one: &Happening| {
        state
            .year
            .as_ref()
            .is_none_or(|year| one.when.is_some_and(|when| when.calendar_year().to_string() == *year))
            && state.country.as_ref().is_none_or(|iso3| one.countries.contains(iso3))
            && state
                .kind
                .as_ref()
                .is_none_or(|kind| *kind == if one.id.starts_with('e') { "policy" } else { "milestone" })
    };
    let shown: Vec<(bool, &Happening)> = all.iter().copied().filter(|(_, one)| is_wanted(one)).listed();
    let tab = |choice: &'static str, value: &str, text: String, is_on: bool| {
        button(choice, value, &text).set("aria-pressed", if is_on { "true" } else { "false" })
    };
    let years_row = el("div")
        .class("tabs")
        .set("role", "group")
        .set("aria-label", names.text("filter.year", &[]))
        .with(tab("year", "", names.text("all-years", &[]), state.year.is_none()))
        .with_all(
            years.iter().map(|year| tab("year", year, year.clone(), state.year.as_ref() == Some(year))),
        );
    let kinds = [("", "kinds.all"), ("milestone", "kinds.milestones"), ("policy", "kinds.policy")];
    let kinds_row = el("div")
        .class("tabs")
        .set("role", "group")
        .set("aria-label", names.text("filter.kind", &[]))
        .with_all(kinds.iter().map(|(kind, key)| {
            tab("kind", kind, names.text(key, &[]), state.kind.as_deref().unwrap_or_default() == *kind)
        }));
    let mut view = el("div").class("timeline").with(years_row).with(kinds_row).with(strip(context, &shown));
    view =
        view.with(el("p").class("found").set("role", "status").text(names.count("happenings", shown.len())));
    view = view.with(el("p").class("quiet").text(names.locale.text("annotation.no-cause", &[])));
    if shown.is_empty() {
        return view.with(el("p").text(names.text("nothing.time", &[]))).with(el("p").with(button(
            "reset",
            "",
            &names.text("reset", &[]),
        )));
    }
    let mut year = None;
    for (is_milestone, one) in &shown {
        let own = one.when.map(Period::calendar_year);
        if own != year {
            view = view.with(heading("h3", &own.map(|year| year.to_string()).unwrap_or_default()));
            year = own;
        }
        view = view.with(entry(context, *is_milestone, one));
    }
    view
}

/// One thing that happened, opened in place.
fn entry(context: &ViewContext, is_milestone: bool, one: &Happening) -> Node {
    let names = context.names;
    let is_open = context.state.open.as_deref() == Some(&*one.id);
    let date = match one.until {
        Some(_) => names.text("range", &[("from", &names.when(one)), ("to", &names.date(one.until))]),
        None => names.when(one),
    };
    let mut entry = el("details")
        .set("data-happening", &*one.id)
        .set_if(is_open, "open", "")
        .with(
            el("summary")
                .with(
                    el("span")
                        .class(if is_milestone { "sign milestone" } else { "sign policy" })
                        .set("aria-hidden", "true"),
                )
                .with(el("span").class("when").text(date))
                .with(el("span").class("title").text(&*one.title)),
        )
        .with(el("p").text(&*one.text));
    if !one.quote.is_empty() {
        entry = entry.with(quoted(context, &one.quote, &one.quote_source_id));
    }
    let mut about = vec![names.text(if is_milestone { "a-milestone" } else { "a-policy" }, &[])];
    about.extend((!one.countries.is_empty()).then(|| names.countries(&one.countries)));
    entry
        .with(el("p").class("quiet").text(about.joined(". ")))
        .with(sources(context, &one.source_ids))
        .with(el("p").class("acts").with(button("mark", &one.id, &names.text("mark", &[]))))
}

/// All that is shown as signs over one line of time, heaped up by month, quarter or year, so that how much there was of it
/// is seen; each year has its tick.
fn strip(context: &ViewContext, shown: &[(bool, &Happening)]) -> Node {
    let names = context.names;
    let when = |at: Option<&(bool, &Happening)>| at.and_then(|(_, one)| one.when);
    let Some((first, last)) = when(shown.first()).zip(when(shown.last())) else { return el("div") };
    let one_year = context.state.year.as_ref().and_then(|year| Period::parse(year));
    let (from, to) = match one_year {
        Some(year) => (year.calendar_year(), year.calendar_year()),
        None => (first.calendar_year(), last.calendar_year()),
    };
    // As many heaps as stand side by side on a phone, each as wide as a fingertip.
    let (key, months) = match to - from {
        0 => ("heaps.month", 1),
        1..=2 => ("heaps.quarter", 3),
        _ => ("heaps.year", 12),
    };
    let heaps =
        (from..=to).flat_map(|year| (0..12 / months).map(move |part| (year, part))).map(|(year, part)| {
            let own = shown.iter().filter(|(_, one)| {
                one.when.is_some_and(|when| {
                    when.calendar_year() == year && (when.calendar_month().saturating_sub(1)) / months == part
                })
            });
            let signs = own.map(|(is_milestone, one)| {
                let told_as = names
                    .locale
                    .text("annotation.headline", &[("when", &names.when(one)), ("title", &one.title)]);
                button("happening", &one.id, "")
                    .class(if *is_milestone { "sign milestone" } else { "sign policy" })
                    .set(
                        "tabindex",
                        if shown.first().is_some_and(|(_, first)| first.id == one.id) { "0" } else { "-1" },
                    )
                    .set("title", &*told_as)
                    .set("aria-label", told_as)
            });
            let tick = match (months, Period::month(year, part + 1)) {
                (1, Some(month)) => names.locale.formats.period(month, PeriodStyle::Tick),
                _ if part == 0 => year.to_string(),
                _ => String::new(),
            };
            let heap = el("div").class(if tick.is_empty() { "heap" } else { "heap first" }).with_all(signs);
            heap.with_all(
                (!tick.is_empty()).then(|| el("span").class("year").set("aria-hidden", "true").text(tick)),
            )
        });
    let heaps: Vec<Node> = heaps.listed();
    let sign = |class: &str| el("span").class(class).set("aria-hidden", "true");
    let key = el("p")
        .class("heaped")
        .with(sign("sign milestone"))
        .text([" ", &*names.text("kinds.milestones", &[]), " "].concat())
        .with(sign("sign policy"))
        .text([" ", &*names.text("kinds.policy", &[]), ". ", &*names.text(key, &[])].concat());
    let class = if months == 12 { "strip roving years" } else { "strip roving" };
    el("div").with(el("div").class(class).with_all(heaps)).with(key)
}
