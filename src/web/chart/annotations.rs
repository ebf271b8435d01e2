//! The marks on a time axis as a reader meets them: buttons over their numbers, and a list below the text.

use web_sys::HtmlElement;

use super::widget::Widget;
use crate::chart::{Frame, numbered};
use crate::data::read_annotations;
use crate::figure::{ANNOTATION_LISTS, Shown, by_time, headline};
use crate::locale::{Locale, PeriodStyle, primary_language};
use crate::model::{Annotation, Joined, Listed, Problem, attribute, shortest_decimal};
use crate::web::platform::dom::{append, clear, element, link, set, style, text_element};
use crate::web::reading::loading;

/// The attribute of a mark's button that holds its index.
pub const MARKER: &str = "data-marker";

/// The addresses of the lists that the `annotations` attribute asks for.
///
/// # Errors
/// `bad-address`.
#[inline(never)]
pub fn addresses(widget: &Widget) -> Result<Vec<String>, Problem> {
    let mut addresses = Vec::new();
    for word in widget.attribute(attribute::ANNOTATIONS).unwrap_or_default().split([',', ' ']) {
        match ANNOTATION_LISTS.iter().find(|(name, _)| *name == word) {
            Some((_, path)) => addresses.push([&widget.base, *path].concat()),
            None if word.is_empty() || word == "none" => {}
            None => addresses
                .push(loading::absolute(word).map_err(|problem| problem.in_column(attribute::ANNOTATIONS))?),
        }
    }
    Ok(addresses)
}

/// Reads what has come of the annotations asked for.
///
/// # Errors
/// `bad-annotations`, `bad-address`.
#[inline(never)]
pub fn read(widget: &Widget) -> Result<Vec<Annotation>, Problem> {
    let language = widget.locale.as_ref().map(|locale| primary_language(&locale.tag)).unwrap_or_default();
    let dataset = widget.attribute(attribute::DATASET);
    let mut all = Vec::new();
    for address in addresses(widget)? {
        let Some(json) = widget.files.json(&address) else { continue };
        let read = read_annotations(json, dataset.as_deref(), &language);
        all.extend(read.map_err(|problem| problem.with("address", &address))?);
    }
    all.extend(widget.linked.iter().cloned());
    Ok(by_time(&all))
}

/// Marks what another widget of the page asks for.
#[inline(never)]
pub fn mark(widget: &mut Widget, annotations: &str) {
    let language = widget.locale.as_ref().map(|locale| primary_language(&locale.tag)).unwrap_or_default();
    let Ok(json) = crate::web::reading::json::parse(annotations.as_bytes()) else { return };
    if let Ok(marks) = read_annotations(&json, None, &language) {
        widget.linked = marks;
        widget.resolve();
        widget.schedule();
    }
}

/// Puts a button over each number of a frame.
#[inline(never)]
pub fn cover(widget: &Widget, frame: &Frame) {
    let (Some(skeleton), Some(shown), Some(locale)) = (&widget.skeleton, &widget.shown, &widget.locale)
    else {
        return;
    };
    clear(&skeleton.markers);
    let px = |device: i32| [&shortest_decimal(f64::from(device) / frame.device_pixel_ratio), "px"].concat();
    for (index, marker) in frame.markers.iter().enumerate() {
        let button = append(&skeleton.markers, element("button", "marker"));
        set(&button, "type", "button");
        set(&button, MARKER, &index.to_string());
        let told = marker.annotations.iter().filter_map(|index| {
            let annotation = shown.annotations.get(*index)?;
            let mut words = vec![headline(annotation, locale)];
            words.extend(
                [&annotation.text, &annotation.source].into_iter().filter(|text| !text.is_empty()).cloned(),
            );
            Some(words.joined(". "))
        });
        set(&button, "aria-label", &told.listed().joined("; "));
        style(&button, "left", &px(marker.center.x));
        style(&button, "top", &px(marker.center.y));
    }
}

/// Shows what a mark stands for in the tooltip's box.
#[inline(never)]
pub fn tell(widget: &Widget, index: usize) {
    let (Some(skeleton), Some(shown), Some(frame), Some(locale)) =
        (&widget.skeleton, &widget.shown, &widget.frame, &widget.locale)
    else {
        return;
    };
    let Some(marker) = frame.markers.get(index) else { return };
    let tip = &skeleton.tip;
    clear(tip);
    for (number, annotation) in numbered(std::slice::from_ref(marker), &shown.annotations) {
        let when = annotation.when.map(|when| locale.formats.period(when, PeriodStyle::Long));
        let head = append(tip, element("div", "tip-head"));
        append(&head, text_element("b", "", &[&number.to_string(), " "].concat()));
        append(&head, text_element("span", "", &when.unwrap_or_default()));
        append(tip, text_element("div", "", &annotation.title));
        if !annotation.source.is_empty() && marker.annotations.len() < 4 {
            append(tip, text_element("div", "tip-more", &annotation.source));
        }
    }
    super::cursor::show_beside(skeleton, frame, marker.center);
}

/// Adds the list of what is marked to a box.
pub fn list(frame: &Frame, shown: &Shown, panel: &HtmlElement, locale: &Locale) {
    let all = numbered(&frame.markers, &shown.annotations);
    if all.is_empty() {
        return;
    }
    let section = append(panel, element("section", ""));
    append(&section, text_element("p", "head", &locale.text("annotation.title", &[])));
    append(&section, text_element("p", "", &locale.text("annotation.no-cause", &[])));
    let list = append(&section, element("ol", ""));
    for (number, annotation) in all {
        let entry = append(&list, element("li", ""));
        set(&entry, "value", &number.to_string());
        if let Some(language) = &annotation.language {
            set(&entry, "lang", language);
        }
        append(&entry, text_element("b", "", &headline(annotation, locale)));
        if !annotation.text.is_empty() {
            append(&entry, text_element("span", "", &[" ", &annotation.text].concat()));
        }
        let source = match (&annotation.link, annotation.source.is_empty()) {
            (Some(address), true) => link(address, address),
            (Some(address), false) => link(&annotation.source, address),
            (None, true) => continue,
            (None, false) => text_element("span", "", &annotation.source),
        };
        append(&entry, text_element("span", "", " "));
        append(&entry, source);
    }
}
