//! The declaration as it arrives, and what is wrong with it.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::pane::Pane;
use super::tell_later;
use crate::data::{Json, read_declaration};
use crate::explorer::Index;
use crate::figure::Fault;
use crate::locale::primary_language;
use crate::model::{Declaration, Joined, Listed, Problem, attribute, country, nearest};
use crate::web::chart::menu::folded;
use crate::web::host::events;
use crate::web::platform::dom;
use crate::web::platform::dom::{clear, show};
use crate::web::reading::json;

/// The path of the translations for the reader's language.
pub fn translations(pane: &mut Pane, body: &Uint8Array) -> String {
    let Some(names) = &pane.names else { return String::new() };
    let language = primary_language(&names.locale.tag);
    let json = json::parse(&body.to_vec()).unwrap_or_default();
    let path = json.get("translations").get(&language).text().unwrap_or_default().to_owned();
    pane.parsed = Some(json);
    path
}

/// Takes the declaration.
pub fn give(
    pane: &mut Pane,
    address: &str,
    status: u16,
    body: Option<Uint8Array>,
    texts: Option<Uint8Array>,
) -> JsValue {
    let Some(bytes) = body.filter(|_| (200..300).contains(&status)) else {
        return fail(pane, address, status);
    };
    let parsed = pane.parsed.take().filter(|json| *json != Json::Null);
    let read = match parsed.map_or_else(|| json::parse(&bytes.to_vec()), Ok) {
        Ok(read) => read,
        Err(reason) => {
            let problem = Problem::new("not-json")
                .with("address", address)
                .with("reason", reason)
                .in_column(attribute::DATA);
            return show_fault(pane, &problem);
        }
    };
    let texts = texts.and_then(|texts| json::parse(&texts.to_vec()).ok()).unwrap_or(Json::Null);
    let (declaration, problems) = read_declaration(&read, texts.get("texts"));
    if declaration.pillars.is_empty() && declaration.commitments.is_empty() {
        let problem = problems.into_iter().next().unwrap_or_else(|| Problem::new("bad-record"));
        return show_fault(pane, &problem);
    }
    for problem in &problems {
        tell(pane, problem);
    }
    if let Some(names) = &pane.names {
        pane.index = Index::new(&declaration, names, &folded);
    }
    check_choices(pane, &declaration);
    pane.declaration = Some(declaration);
    pane.announce = true;
    JsValue::UNDEFINED
}

/// Tells that the declaration could not be had.
pub fn fail(pane: &mut Pane, address: &str, status: u16) -> JsValue {
    let code = match status {
        0 => "unreachable",
        404 | 410 => "not-found",
        200..=299 => "broken-off",
        _ => "http-status",
    };
    let problem =
        Problem::new(code).with("address", address).with("status", status).in_column(attribute::DATA);
    show_fault(pane, &problem)
}

/// Shows a fault above the page's own content, and gives it.
fn show_fault(pane: &mut Pane, problem: &Problem) -> JsValue {
    let Some(names) = &pane.names else { return JsValue::UNDEFINED };
    let fault = Fault::new(problem, &names.locale);
    if let Ok(Some(message)) = pane.root.query_selector(".message") {
        clear(&message);
        dom::append(&message, dom::text_element("b", "", &fault.message));
        dom::append(&message, dom::text_element("span", "", &fault.hint));
        show(&message, true);
    }
    if let Some(own) = &pane.pane {
        show(own, false);
    }
    let detail = events::plain(&fault);
    tell_later(&pane.host, "error", detail.clone());
    detail
}

/// Keeps a fault until the explorer is shown; gives it.
pub fn tell(pane: &mut Pane, problem: &Problem) -> JsValue {
    let Some(names) = &pane.names else { return JsValue::UNDEFINED };
    let fault = Fault::new(problem, &names.locale);
    let detail = events::plain(&fault);
    pane.faults.push(fault);
    detail
}

/// Lets go of an author's pillar or country that the declaration does not know, with a word.
fn check_choices(pane: &mut Pane, declaration: &Declaration) {
    let numbers = declaration.pillars.iter().map(|pillar| pillar.number.to_string()).listed();
    if let Some(pillar) = pane.state.pillar.filter(|number| !numbers.contains(&number.to_string())) {
        pane.state.pillar = None;
        let problem = Problem::new("unknown-word").with("attribute", attribute::PILLAR).with("word", pillar);
        let first = numbers.first().cloned().unwrap_or_default();
        tell(
            pane,
            &problem.with("words", numbers.joined(", ")).with("nearest", first).in_column(attribute::PILLAR),
        );
    }
    let country = pane.state.country.clone().filter(|code| country::region(code).is_none());
    if let Some(code) = country {
        pane.state.country = None;
        let codes = declaration.countries.iter().map(|party| party.iso3.as_str()).listed();
        let near = nearest(&code, codes.iter().copied()).unwrap_or("COL");
        let problem = Problem::new("unknown-word").with("attribute", attribute::COUNTRY).with("word", &code);
        tell(
            pane,
            &problem.with("words", codes.joined(", ")).with("nearest", near).in_column(attribute::COUNTRY),
        );
    }
}
