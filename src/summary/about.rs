//! "About this figure": where the figures come from, what was done with them, and how to cite and check them.

use crate::locale::{
    Locale, PeriodStyle, SourceSegment, condition_words, licence_name, period_span, series_label,
    source_line, source_title, title_language, via_name,
};
use crate::model::{Dataset, Joined, Listed, Operation, Period, Role, Source, is_web_address};
use crate::query::{Aggregate, Axis, Explained, Grid};

use super::cadence::overdue_source;

/// One line of it: what it is, and what is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is, e.g. "Publisher".
    pub term: String,
    /// What is known, some of it with a link.
    pub parts: Vec<SourceSegment>,
}

/// All that a reader can know about a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// Publisher, dataset, edition, licence of each source, then what was done with its rows.
    pub facts: Vec<Fact>,
    /// A line to put under a text that uses the figure.
    pub citation: String,
    /// The SHA-256 of the values shown, see [`super::checksum`].
    pub checksum: String,
}

/// Where and when the figure is seen.
#[derive(Clone, Debug, PartialEq)]
pub struct CitationContext {
    /// The chart's title with its span.
    pub title: String,
    /// The address of the page; may be empty.
    pub address: String,
    /// The day; `None` where no clock is asked.
    pub day: Option<Period>,
    /// The author's own source line, where there is one.
    pub credit: Option<String>,
}

/// Tells where the figures of `grid` come from; `checksum` is that of its tidy CSV.
pub fn about(
    grid: &Grid,
    dataset: &Dataset,
    explained: Option<&Explained>,
    context: &CitationContext,
    checksum: String,
    locale: &Locale,
) -> About {
    let mut facts = Vec::new();
    for source in &dataset.sources {
        source_facts(&mut facts, source, locale);
    }
    if let Some(cadence) = context.day.and_then(|today| overdue_source(dataset, today)) {
        facts.push(fact(locale, "newer", locale.text(&["about.newer.", cadence.name()].concat(), &[])));
    }
    if let Some(credit) = &context.credit {
        facts.push(fact(locale, "source", credit.clone()));
    }
    facts.push(fact(locale, "query", query(grid, dataset, explained, locale)));
    let sources = match &context.credit {
        Some(credit) => credit.clone(),
        None => without_head(&source_line(locale, &dataset.sources), locale),
    };
    let day = context.day.map(|day| locale.formats.period(day, PeriodStyle::Long)).unwrap_or_default();
    let key = if context.address.is_empty() { "about.citation" } else { "about.citation-of" };
    let citation = locale.text(
        key,
        &[
            ("sources", &sources),
            ("title", &context.title),
            ("address", &context.address),
            ("day", &day),
            ("checksum", &checksum),
        ],
    );
    About { facts, citation: citation.trim_start_matches(['.', ' ']).trim_end().to_owned(), checksum }
}

fn fact(locale: &Locale, name: &str, text: String) -> Fact {
    Fact {
        term: locale.text(&["about.", name].concat(), &[]),
        parts: vec![SourceSegment { text, ..SourceSegment::default() }],
    }
}

/// Publisher, dataset, edition, date and licence of one source, as far as known.
fn source_facts(facts: &mut Vec<Fact>, source: &Source, locale: &Locale) {
    let publisher = source.publisher.trim();
    let publisher = locale.messages.get(&["publisher.", publisher].concat()).unwrap_or(publisher);
    let date = |text: &str| match Period::parse(text) {
        Some(period) if text.len() > 4 => locale.formats.period(period, PeriodStyle::Long),
        _ => text.to_owned(),
    };
    let linked = |name: &str, text: &str, address: &str| Fact {
        term: locale.text(&["about.", name].concat(), &[]),
        parts: vec![SourceSegment {
            text: text.to_owned(),
            link: is_web_address(address.trim()).then(|| address.trim().to_owned()),
            lang: if name == "dataset" { title_language(locale, source) } else { None },
        }],
    };
    let (title, licence) = (source_title(locale, source), licence_name(locale, &source.license));
    let via = via_name(locale, &source.via);
    for (known, fact) in [
        (publisher, linked("publisher", publisher, "")),
        (title, linked("dataset", title, &source.path)),
        (source.edition.trim(), linked("edition", &date(source.edition.trim()), "")),
        (source.as_of.trim(), linked("as-of", &date(source.as_of.trim()), "")),
        (&licence, linked("licence", &licence, &source.license.path)),
        (via, linked("via", via, &source.via.path)),
    ] {
        if !known.is_empty() {
            facts.push(fact);
        }
    }
}

/// "Source: UNHCR…" without its first words.
fn without_head(line: &str, locale: &Locale) -> String {
    let heads = ["source.line.one", "source.line.other"].map(|key| locale.text(key, &[("sources", "")]));
    let bare = heads.iter().find_map(|head| line.strip_prefix(head.trim_end()));
    bare.unwrap_or(line).trim().to_owned()
}

/// What was done with the rows, in words: summed by what, which were left out, what they were divided by.
fn query(grid: &Grid, dataset: &Dataset, explained: Option<&Explained>, locale: &Locale) -> String {
    let field = |name: &str| locale.field_name(name);
    let pooled = grid.pooling.is_some() || grid.at_last;
    let figures = match (&grid.series_field, grid.series.len()) {
        // Several figures side by side: each has its name.
        (None, 2..) => {
            let plain = Grid { per: None, normalized: false, pooling: None, at_last: false, ..grid.clone() };
            (0..grid.series.len()).map(|series| series_label(locale, &plain, series)).listed().joined(", ")
        }
        _ => field(&grid.y_field),
    };
    let by = match &grid.series_field {
        Some(series) => {
            locale.text("about.by-both", &[("first", &field(&grid.x_field)), ("second", &field(series))])
        }
        None => field(&grid.x_field),
    };
    // Where nothing was pooled, rows of one period were added, whatever was asked.
    let aggregate = explained.map_or(Aggregate::Sum, |explained| explained.aggregate);
    let aggregate = if pooled { aggregate } else { Aggregate::Sum };
    let named = Aggregate::ALL.iter().find(|(known, _)| *known == aggregate);
    // What has no sum was not added up: each figure is as it stands in the file.
    let is_as_read = aggregate == Aggregate::Sum && !grid.measure.allows(Operation::SumOverEntities);
    let name = if is_as_read { "plain" } else { named.map_or("sum", |(_, name)| name) };
    let mut steps = vec![locale.text(&["about.", name].concat(), &[("figures", &figures), ("by", &by)])];
    for condition in explained.map(|explained| &explained.conditions).into_iter().flatten() {
        let role = dataset.field(&condition.field).map_or(Role::Other, |field| field.role);
        steps.push(condition_words(locale, condition, role));
    }
    let span = match &grid.axis {
        Axis::Periods(periods) => periods.first().copied().zip(periods.last().copied()),
        // When last figures are of, what was done with them says below.
        Axis::Entities(_) => grid.span.filter(|_| !grid.at_last),
    };
    if let Some((first, last)) = span {
        steps.push(period_span(locale, first, last, PeriodStyle::Long));
    }
    if let Some(top) = explained.and_then(|explained| explained.top).filter(|_| grid.has_fold()) {
        steps.push(locale.text("about.top", &[("n", &locale.number(top as f64))]));
    }
    if let Some(per) = grid.per {
        steps.push(locale.text("about.per", &[("n", &locale.number(per))]));
        let notes = locale.population_notes(grid);
        steps.extend(notes.iter().map(|note| note.trim_end_matches('.').to_owned()));
    }
    let done = locale.operation_words(&Grid { per: None, population: None, ..grid.clone() }, None);
    if !done.is_empty() {
        steps.push(done);
    }
    steps.joined("; ")
}
