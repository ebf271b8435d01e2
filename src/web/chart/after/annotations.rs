//! The marks on a time axis as a reader meets them: buttons over their numbers, and a list below the text.

use js_sys::Uint8Array;
use web_sys::HtmlElement;

use crate::chart::{AnnotationLayer, Frame, numbered_annotations, place_of_note};
use crate::data::read_annotations;
use crate::figure::{ANNOTATION_LISTS, Fault, FigureModel, annotation_list, by_time, headline};
use crate::locale::{Locale, happened, primary_language};
use crate::model::{AuthorNote, Joined, Listed, Problem, attribute, shortest_decimal};
use crate::view::State;
use crate::web::chart::widget::Widget;
use crate::web::platform::dom::{append, clear, element, link, set, style, text_element};
use crate::web::reading::{json, loading};

/// The attribute of a mark's button that holds its index.
pub const MARKER: &str = "data-marker";

/// The addresses of the lists that the `annotations` attribute asks for.
///
/// # Errors
/// `bad-address`.
fn addresses(widget: &Widget) -> Result<Vec<String>, Problem> {
    let mut addresses = Vec::new();
    for word in widget.host.attribute(attribute::ANNOTATIONS).unwrap_or_default().split([',', ' ']) {
        match ANNOTATION_LISTS.contains(&word) {
            true => addresses.push([&*widget.host.base, &annotation_list(word, &language(widget))].concat()),
            false if word.is_empty() || word == "none" => {}
            false => addresses
                .push(loading::absolute(word).map_err(|problem| problem.in_column(attribute::ANNOTATIONS))?),
        }
    }
    Ok(addresses)
}

/// The next list to fetch.
pub fn missing(widget: &Widget) -> Option<String> {
    let addresses = addresses(widget).ok()?;
    addresses.into_iter().find(|address| !widget.read.files.has_asked_json(address))
}

/// Takes what came from an address, if a list was asked for there; what is wrong with it is told, and the chart stays.
pub fn take(widget: &mut Widget, address: &str, status: u16, body: Option<&Uint8Array>) -> bool {
    if !addresses(widget).is_ok_and(|all| all.iter().any(|one| one == address)) {
        return false;
    }
    let taken = widget.read.files.take_json(address, status, body);
    let read = taken.and_then(|()| read(widget).map(|_| ()));
    if let (Err(problem), Some(locale)) = (read, &widget.host.locale) {
        widget.read.files.forget_json(address);
        widget.host.tell_fault(&Fault::new(&problem.in_column(attribute::ANNOTATIONS), locale));
    }
    true
}

/// What is asked for by the author and by other widgets, and has come.
pub fn asked_for(widget: &Widget) -> AnnotationLayer {
    let layer =
        match widget.host.attribute(attribute::ANNOTATIONS).is_some() || !widget.chosen.linked.is_empty() {
            true => read(widget).unwrap_or_default(),
            false => AnnotationLayer::default(),
        };
    layer.with_notes(notes(widget).0)
}

/// What the author writes on the picture, and what of it cannot be read.
fn notes(widget: &Widget) -> (Vec<AuthorNote>, Vec<Problem>) {
    AuthorNote::read_all(widget.host.attribute(attribute::ANNOTATE).unwrap_or_default())
}

/// Tells the page's author which words have no place on the picture, once where the figures or the words are new; not
/// of a view that a reader has chosen.
pub fn tell_misplaced(widget: &mut Widget, is_new: bool) {
    let asked = widget.attribute(attribute::ANNOTATE);
    if !is_new && widget.going_on.told_notes == asked {
        return;
    }
    widget.going_on.told_notes = asked;
    let (Some(shown), Some(locale)) = (widget.figure(), &widget.host.locale) else { return };
    if !widget.chosen.state.has_same_query_as(&State::default()) {
        return;
    }
    let (notes, mut problems) = notes(widget);
    for note in notes.iter().filter(|note| place_of_note(note, &shown.grid, locale).is_none()) {
        let problem = Problem::new("annotate-nowhere").with("place", &note.place);
        problems.push(problem.with("words", &note.words));
    }
    for problem in problems {
        let fault = Fault::new(&problem.in_column(attribute::ANNOTATE), locale);
        widget.host.tell_fault(&Fault { severity: "warning", ..fault });
    }
}

/// Reads what has come of the annotations asked for.
///
/// # Errors
/// `bad-annotations`, `bad-address`.
fn read(widget: &Widget) -> Result<AnnotationLayer, Problem> {
    let dataset = widget.host.attribute(attribute::DATASET);
    let mut all = Vec::new();
    for address in addresses(widget)? {
        let Some(json) = widget.read.files.json(&address) else { continue };
        let read = read_annotations(json, dataset, &language(widget));
        all.extend(read.map_err(|problem| problem.with("address", &address))?);
    }
    all.extend(widget.chosen.linked.iter().cloned());
    Ok(AnnotationLayer::new(by_time(&all)))
}

fn language(widget: &Widget) -> String {
    widget.host.locale.as_ref().map(|locale| primary_language(&locale.tag)).unwrap_or_default()
}

/// Marks what another widget of the page asks for.
pub fn mark(widget: &mut Widget, annotations: &str) {
    let Ok(json) = json::parse(annotations.as_bytes()) else { return };
    if let Ok(marks) = read_annotations(&json, None, &language(widget)) {
        widget.chosen.linked = marks;
        widget.prepare();
        widget.schedule();
    }
}

/// Puts a button over each number of a frame.
pub fn cover(widget: &Widget) {
    let (Some(skeleton), Some(shown), Some(frame), Some(locale)) =
        (&widget.skeleton, widget.figure(), widget.frame(), &widget.host.locale)
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
pub fn tell(widget: &Widget, index: usize) {
    let (Some(skeleton), Some(shown), Some(frame), Some(locale)) =
        (&widget.skeleton, widget.figure(), widget.frame(), &widget.host.locale)
    else {
        return;
    };
    let Some(marker) = frame.markers.get(index) else { return };
    let tip = &skeleton.tip;
    clear(tip);
    for (number, annotation) in numbered_annotations(std::slice::from_ref(marker), &shown.annotations) {
        let when = annotation.when.map(|when| happened(locale, when, annotation.is_approximate));
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
pub fn list(frame: &Frame, shown: &FigureModel, panel: &HtmlElement, locale: &Locale) {
    let all = numbered_annotations(&frame.markers, &shown.annotations);
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
