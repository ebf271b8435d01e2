//! Annotations from JSON: the shipped milestones and policy events, or an author's own list.
//!
//! ```json
//! [{ "date": "2022-06-10", "title": "Declaration endorsed", "text": "…", "source": "White House", "url": "https://…" }]
//! ```
//!
//! The list may stand in an object under `annotations`. `title` and `text` are texts, or objects of texts by language.
//! A `date` with `"approximate": true` is said as "about June 2022". `for` lists the datasets that an annotation is about; without it, it is about all.

use crate::data::Json;
use crate::model::{Annotation, Period, Problem, attribute, is_web_address};

/// Reads the annotations for a dataset (`None`: an author's own data) in a language, by time.
///
/// # Errors
/// `bad-annotations` with the first entry and its field that cannot be read; nothing is shown of such a file, so that its
/// author sees that something is wrong.
#[inline(never)]
pub fn read_annotations(
    json: &Json,
    dataset: Option<&str>,
    language: &str,
) -> Result<Vec<Annotation>, Problem> {
    let list = match json {
        Json::List(list) => list.as_slice(),
        other => match other.get("annotations") {
            Json::List(list) => list.as_slice(),
            _ => return Err(fault(0, "annotations", other.kind())),
        },
    };
    let mut annotations = Vec::new();
    for (index, entry) in list.iter().enumerate() {
        let about = entry.get("for").list();
        let is_about = |id: &str| about.iter().any(|entry| entry.text() == Some(id));
        if !about.is_empty() && dataset.is_some_and(|id| !is_about(id)) {
            continue;
        }
        let date = entry.get("date");
        let when = date.text().and_then(Period::parse);
        if when.is_none() {
            return Err(fault(index, "date", date.text().unwrap_or(date.kind())));
        }
        let Some((title, spoken)) = said(entry.get("title"), language).filter(|(title, _)| !title.is_empty())
        else {
            return Err(fault(index, "title", entry.get("title").kind()));
        };
        let text = |name: &str| said(entry.get(name), language).map(|(text, _)| text).unwrap_or_default();
        let source = entry.get("source");
        let named = source.text().or(source.get("publisher").text()).or(source.get("title").text());
        let address = entry.get("url").text().or(source.get("url").text()).unwrap_or_default().trim();
        annotations.push(Annotation {
            id: entry.get("id").text().unwrap_or_default().to_owned(),
            when,
            is_approximate: *entry.get("approximate") == Json::Truth(true),
            title,
            text: text("text"),
            source: named.unwrap_or_default().to_owned(),
            link: is_web_address(address).then(|| address.to_owned()),
            language: spoken,
        });
    }
    let order = crate::model::sorted(annotations.len(), &|left, right| {
        let day = |index: usize| annotations.get(index).and_then(Annotation::middle_day);
        day(left).cmp(&day(right))
    });
    Ok(order.into_iter().filter_map(|index| annotations.get(index).cloned()).collect())
}

/// A text in a language, with its own language where it is another; `None` of what is neither text nor texts.
pub fn said(json: &Json, language: &str) -> Option<(String, Option<String>)> {
    match json {
        Json::Text(text) => Some((text.trim().to_owned(), None)),
        Json::Record(texts) => {
            let own = json.get(language).text().map(|text| (text.to_owned(), None));
            let english = || json.get("en").text().map(|text| (text.to_owned(), Some("en".to_owned())));
            let any = || {
                let (tag, text) = texts.iter().find_map(|(tag, text)| Some((tag, text.text()?)))?;
                Some((text.to_owned(), Some(tag.clone())))
            };
            own.or_else(english).or_else(any)
        }
        _ => None,
    }
}

fn fault(index: usize, field: &str, found: &str) -> Problem {
    Problem::new("bad-annotations")
        .with("entry", index + 1)
        .with("field", field)
        .with("found", found)
        .in_column(attribute::ANNOTATIONS)
}
