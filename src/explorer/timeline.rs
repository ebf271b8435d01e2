//! What happened to the declaration and around it, by time.

use super::ViewContext;
use super::commitment::{quoted, sources};
use super::node::{Node, button, el, heading};
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

/// All that is shown as signs along one line of time.
fn strip(context: &ViewContext, shown: &[(bool, &Happening)]) -> Node {
    let names = context.names;
    let day = |one: &Happening| one.when.map(Period::start_day);
    let whole = match context.state.year.as_ref().and_then(|year| Period::parse(year)) {
        Some(year) => Some((year.start_day(), year.end_day())),
        None => shown
            .first()
            .zip(shown.last())
            .and_then(|((_, first), (_, last))| Some((day(first)?, day(last)?))),
    };
    let Some((start, end)) = whole.filter(|(start, end)| end > start) else { return el("div") };
    let signs = shown.iter().filter_map(|(is_milestone, one)| {
        let share = f64::from(day(one)? - start) / f64::from(end - start);
        let told_as =
            names.locale.text("annotation.headline", &[("when", &names.when(one)), ("title", &one.title)]);
        Some(
            button("happening", &one.id, "")
                .class(if *is_milestone { "sign milestone" } else { "sign policy" })
                .set("data-left", format!("{:.2}%", share * 100.0))
                .set("title", &*told_as)
                .set("aria-label", &*told_as),
        )
    });
    el("div").class("strip").with_all(signs)
}
