//! What is told without being seen: the summary tied to the figure, the title as a heading of its page, what a choice has
//! changed, and the keys.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, ShadowRoot};

use crate::model::{Joined, Listed};
use crate::view::Tab;
use crate::web::chart::skeleton::Skeleton;
use crate::web::chart::widget::Widget;
use crate::web::platform::dom::{append, element, say, set, show};

/// The class of what is heard and not seen.
const HEARD: &str = "heard";
/// The id of the summary within the figure.
const SUMMARY: &str = "summary";
/// What is a heading on a page.
const HEADINGS: &str = "h1,h2,h3,h4,h5,h6,[role=heading][aria-level]";
/// The deepest level of a heading.
const DEEPEST: u32 = 6;

/// Has the summary, or the author's own words for it, stand behind the drawing, tied to the figure.
pub fn summarize(widget: &Widget, words: &str) {
    let Some(skeleton) = &widget.skeleton else { return };
    let figure = &skeleton.figure;
    let known = figure.query_selector("#summary").ok().flatten();
    let summary = known.unwrap_or_else(|| {
        let summary = element("p", HEARD);
        summary.set_id(SUMMARY);
        let _ = figure.insert_before(&summary, skeleton.subtitle.next_sibling().as_ref());
        set(figure, "aria-describedby", SUMMARY);
        summary.into()
    });
    say(&summary, words);
    // Where the words are read, they stand there.
    show(&summary, widget.tab() != Tab::Words && !words.is_empty());
}

/// Makes the title a heading one level below that of the page above the chart.
pub fn head(widget: &Widget) {
    let Some(skeleton) = &widget.skeleton else { return };
    let level = heading_level(&widget.host.element, 0);
    set(&skeleton.title, "role", "heading");
    set(&skeleton.title, "aria-level", &level.to_string());
}

/// The level of a heading in an element, so far below the element's title, which is one below the heading above it.
pub fn heading_level(element: &Element, below: u32) -> u32 {
    (level_above(element) + 1 + below).min(DEEPEST)
}

/// The level of the last heading before an element, in its own tree or one around it; 1 where there is none.
fn level_above(element: &Element) -> u32 {
    let mut element = element.clone();
    loop {
        let root = element.get_root_node();
        let headings = match (root.dyn_ref::<ShadowRoot>(), root.dyn_ref::<web_sys::Document>()) {
            (Some(shadow), _) => shadow.query_selector_all(HEADINGS),
            (None, Some(document)) => document.query_selector_all(HEADINGS),
            (None, None) => return 1,
        };
        let Ok(headings) = headings else { return 1 };
        let above = (0..headings.length()).rev().filter_map(|index| headings.get(index)).find(|heading| {
            heading.compare_document_position(&element) & Node::DOCUMENT_POSITION_FOLLOWING != 0
        });
        let level = above.and_then(|heading| {
            let said = heading.dyn_ref::<Element>().and_then(|heading| heading.get_attribute("aria-level"));
            said.as_deref().or(heading.node_name().get(1..))?.parse().ok()
        });
        match (level, root.dyn_into::<ShadowRoot>()) {
            (Some(level), _) => return level,
            (None, Ok(shadow)) => element = shadow.host(),
            (None, Err(_)) => return 1,
        }
    }
}

/// The place for what is told politely; it has to be there before something is.
pub fn region(skeleton: &Skeleton) -> HtmlElement {
    let known = skeleton.figure.query_selector(".news").ok().flatten();
    known.and_then(|known| known.dyn_into().ok()).unwrap_or_else(|| {
        let region = append(&skeleton.figure, element("div", "news heard"));
        set(&region, "role", "status");
        region
    })
}

/// Tells something that has happened.
pub fn announce(skeleton: &Skeleton, text: &str) {
    let region = region(skeleton);
    let _ = region.class_list().add_1(HEARD);
    region.set_text_content(Some(text));
}

/// Tells the keys, which are seen too until the reader goes on.
pub fn help(skeleton: &Skeleton, text: &str) {
    announce(skeleton, text);
    let _ = region(skeleton).class_list().remove_1(HEARD);
}

/// Takes the keys away.
pub fn end_help(skeleton: &Skeleton) {
    let region = region(skeleton);
    if !region.class_list().contains(HEARD) {
        announce(skeleton, "");
    }
}

/// Tells what a reader's choice has changed: title, subtitle and the first sentence of the summary.
pub fn changed(widget: &mut Widget, words: &str) {
    let (Some(skeleton), Some(shown)) = (&widget.skeleton, widget.figure()) else { return };
    let first = words.find(". ").and_then(|end| words.get(..=end)).unwrap_or(words);
    let parts = [shown.texts.title.as_str(), &shown.texts.subtitle, first];
    let text = parts.into_iter().filter(|part| !part.is_empty()).listed().joined(". ");
    if widget.going_on.told_change.as_ref() != Some(&text) {
        announce(skeleton, &text);
        widget.going_on.told_change = Some(text);
    }
}
