//! The source line: publisher, dataset, edition, date and licence, with their links apart.

use crate::model::{Grain, Joined, Licence, Period, Source, Via, is_web_address};

use super::{Locale, PeriodStyle};

/// A piece of the source line; all pieces in order make the whole line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceSegment {
    /// What it says.
    pub text: String,
    /// The http or https address it leads to, if any.
    pub link: Option<String>,
    /// Its language as a BCP 47 tag, where that is another than the reader's.
    pub lang: Option<String>,
}

/// The source line as plain text: "Source: UNHCR, Refugee Population Statistics Database (edition v2025.12.1, as of
/// 31 December 2025), CC BY 4.0"; empty where nothing is known.
pub fn source_line(locale: &Locale, sources: &[Source]) -> String {
    source_segments(locale, sources).into_iter().map(|part| part.text).collect()
}

/// The source line in pieces, the dataset and the licence with their links.
pub fn source_segments(locale: &Locale, sources: &[Source]) -> Vec<SourceSegment> {
    // Editions and dates that all sources share are said once, at the end; so is the copy.
    let last = sources.last().map(|source| &source.via);
    let via_is_shared = sources.iter().all(|source| Some(&source.via) == last);
    let shared = match sources {
        [first, rest @ ..] if !rest.is_empty() && via_is_shared => {
            let same = |source: &Source| source.edition == first.edition && source.as_of == first.as_of;
            rest.iter().all(same).then(|| details(locale, first)).filter(|details| !details.is_empty())
        }
        _ => None,
    };
    let mut named: Vec<Vec<SourceSegment>> = Vec::new();
    for source in sources {
        let mut parts = one_source(locale, source, shared.is_none());
        if !parts.is_empty() {
            if !via_is_shared {
                push_via(&mut parts, locale, &source.via);
            }
            named.push(parts);
        }
    }
    if named.is_empty() {
        return Vec::new();
    }
    let line = locale.plural("source.line", named.len() as f64, &[("sources", "\u{0}")]);
    let (before, after) = line.split_once('\u{0}').unwrap_or((&line, ""));
    let mut parts = Vec::new();
    push_text(&mut parts, before);
    for (index, source) in named.into_iter().enumerate() {
        push_text(&mut parts, if index > 0 { "; " } else { "" });
        for part in source {
            match (&part.link, &part.lang) {
                (None, None) => push_text(&mut parts, &part.text),
                _ => parts.push(part),
            }
        }
    }
    if let Some(details) = shared {
        push_text(&mut parts, &[" (", &details, ")"].concat());
    }
    if let Some(via) = last.filter(|_| via_is_shared) {
        push_via(&mut parts, locale, via);
    }
    push_text(&mut parts, after);
    parts
}

/// The title of a source: in the reader's language where it is a description of ours (`title.<title>`), else its own.
pub fn source_title<'a>(locale: &'a Locale, source: &'a Source) -> &'a str {
    let title = source.title.trim();
    locale.messages.get(&["title.", title].concat()).unwrap_or(title)
}

/// The language of a title that stands as its publisher has it, where that is not the reader's.
pub fn title_language(locale: &Locale, source: &Source) -> Option<String> {
    let language = source.language.trim();
    let is_readers = locale.tag.split('-').next() == Some(language);
    let is_own = source_title(locale, source) == source.title.trim();
    (is_own && !is_readers && !language.is_empty()).then(|| language.to_owned())
}

/// Who made a copy, as people write it: `via.<name>` of the message files where they have it.
pub fn via_name<'a>(locale: &'a Locale, via: &'a Via) -> &'a str {
    let name = via.name.trim();
    locale.messages.get(&["via.", name].concat()).unwrap_or(name)
}

/// Appends the copy in which figures were read: ", via gdidata (cleaned copy)".
fn push_via(parts: &mut Vec<SourceSegment>, locale: &Locale, via: &Via) {
    let name = via_name(locale, via);
    if name.is_empty() {
        return;
    }
    let text = locale.text("source.via", &[("name", "\u{0}")]);
    let (before, after) = text.split_once('\u{0}').unwrap_or((&text, ""));
    push_text(parts, &[", ", before].concat());
    parts.push(SourceSegment { text: name.to_owned(), link: link(&via.path), lang: None });
    push_text(parts, after);
}

fn one_source(locale: &Locale, source: &Source, with_details: bool) -> Vec<SourceSegment> {
    let (title, publisher) = (source_title(locale, source), source.publisher.trim());
    // Organisations with a name in every language have a message; ministries keep their own.
    let publisher = locale.messages.get(&["publisher.", publisher].concat()).unwrap_or(publisher);
    let mut parts: Vec<SourceSegment> = Vec::new();
    // The link belongs to the dataset's title; where it has none, to the publisher.
    if !publisher.is_empty() {
        parts.push(SourceSegment {
            text: publisher.to_owned(),
            link: if title.is_empty() { link(&source.path) } else { None },
            lang: None,
        });
    }
    if !title.is_empty() {
        push_text(&mut parts, if publisher.is_empty() { "" } else { ", " });
        let lang = title_language(locale, source);
        parts.push(SourceSegment { text: title.to_owned(), link: link(&source.path), lang });
    }
    let details = if with_details { details(locale, source) } else { String::new() };
    if !parts.is_empty() && !details.is_empty() {
        push_text(&mut parts, &[" (", &details, ")"].concat());
    }
    let licence = licence_name(locale, &source.license);
    if !parts.is_empty() && !licence.is_empty() {
        push_text(&mut parts, ", ");
        parts.push(SourceSegment { text: licence, link: link(&source.license.path), lang: None });
    }
    parts
}

/// Edition and date: "edition v2025.12.1, as of 31 December 2025".
fn details(locale: &Locale, source: &Source) -> String {
    let mut details = Vec::new();
    let edition = source.edition.trim();
    match Period::parse(edition).filter(|period| period.grain != Grain::Year) {
        Some(period) => {
            let date = locale.formats.period(period, PeriodStyle::Long);
            details.push(locale.text("source.edition-of", &[("date", &date)]));
        }
        None if edition.is_empty() => {}
        None => details.push(locale.text("source.edition", &[("edition", edition)])),
    }
    if !source.as_of.trim().is_empty() {
        let (key, date) = match Period::parse(&source.as_of) {
            Some(period) => {
                // Spanish: "al 30 de abril", and "a abril".
                let key = if period.grain == Grain::Day { "source.as-of" } else { "source.as-of-period" };
                (key, locale.formats.period(period, PeriodStyle::Long))
            }
            None => ("source.as-of-period", source.as_of.trim().to_owned()),
        };
        details.push(locale.text(key, &[("date", &date)]));
    }
    details.joined(", ")
}

/// A licence as people write it: `licence.<name>` where the message files have it, "CC BY-SA 3.0 IGO" for
/// `CC-BY-SA-3.0-IGO`, else its title or name.
pub fn licence_name(locale: &Locale, licence: &Licence) -> String {
    let name = licence.name.trim();
    if let Some(text) = locale.messages.get(&["licence.", name].concat()) {
        return text.to_owned();
    }
    if name.starts_with("CC-") {
        let (mut out, mut before) = (String::new(), "");
        for word in name.split('-') {
            // Only the conditions (BY, NC, SA, ND) keep their hyphens: "CC BY-SA 4.0".
            let condition = |word: &str| matches!(word, "BY" | "NC" | "SA" | "ND");
            if !before.is_empty() {
                out.push(if condition(before) && condition(word) { '-' } else { ' ' });
            }
            out.push_str(word);
            before = word;
        }
        return out;
    }
    let title = licence.title.trim();
    if title.is_empty() { name.to_owned() } else { title.to_owned() }
}

fn link(path: &str) -> Option<String> {
    let path = path.trim();
    is_web_address(path).then(|| path.to_owned())
}

/// Appends plain text, to the last piece where that is plain as well.
fn push_text(parts: &mut Vec<SourceSegment>, text: &str) {
    if text.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(SourceSegment { text: last, link: None, lang: None }) => last.push_str(text),
        _ => parts.push(SourceSegment { text: text.to_owned(), ..SourceSegment::default() }),
    }
}
