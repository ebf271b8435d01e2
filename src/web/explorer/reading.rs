//! The declaration as it arrives, and what is wrong with it.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::pane::Pane;
use crate::data::{ALL_PARTIES, Json, read_declaration};
use crate::explorer::Index;
use crate::figure::Fault;
use crate::locale::primary_language;
use crate::model::{Joined, Listed, Problem, attribute, country, nearest, stays_on_host};
use crate::web::chart::after::folded;
use crate::web::platform::dom::show;
use crate::web::reading::json;
use crate::web::reading::refusal::refusal;

/// The path of the translations for the reader's language, which lie on the host of the declaration at `address`.
pub fn translations(pane: &mut Pane, body: &Uint8Array, address: &str) -> String {
    let Some(names) = &pane.names else { return String::new() };
    let language = primary_language(&names.locale.tag);
    let json = json::parse(&body.to_vec()).unwrap_or_default();
    let mut path = json.get("translations").get(&language).text().unwrap_or_default().to_owned();
    pane.parsed = Some(json);
    if !stays_on_host(&path, address) {
        let problem = Problem::new("translations-elsewhere").with("address", &path);
        tell(pane, &problem.in_column(attribute::DATA));
        path.clear();
    }
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
    pane.declaration = Some(declaration);
    pane.is_unchecked = true;
    JsValue::UNDEFINED
}

/// Tells that the declaration could not be had.
fn fail(pane: &mut Pane, address: &str, status: u16) -> JsValue {
    let problem = refusal(address, status, false)
        .unwrap_or_else(|| Problem::new("broken-off"))
        .in_column(attribute::DATA);
    show_fault(pane, &problem)
}

/// Shows a fault above the page's own content, and gives it.
fn show_fault(pane: &mut Pane, problem: &Problem) -> JsValue {
    let Some(names) = &pane.names else { return JsValue::UNDEFINED };
    let fault = Fault::new(problem, &names.locale);
    pane.host.show_fault(&fault);
    if let Some(own) = &pane.pane {
        show(own, false);
    }
    pane.host.tell_fault(&fault)
}

/// Keeps a fault until the explorer is shown.
pub fn tell(pane: &mut Pane, problem: &Problem) {
    if let Some(names) = &pane.names {
        pane.faults.push(Fault::new(problem, &names.locale));
    }
}

/// Keeps the fault that an attribute has a word that is none of its own.
pub fn tell_word(pane: &mut Pane, attribute: &str, word: &str, words: &[&str]) {
    let near = nearest(word, words.iter().copied()).or(words.first().copied()).unwrap_or_default();
    let problem = Problem::new("unknown-word").with("attribute", attribute).with("word", word);
    let problem = problem.with("words", words.joined(", ")).with("nearest", near);
    tell(pane, &problem.in_column(attribute));
}

/// Lets go of an author's pillar or country that the declaration does not know, with a word.
pub fn check_choices(pane: &mut Pane) {
    if !pane.is_unchecked {
        return;
    }
    let Some(declaration) = pane.declaration.take() else { return };
    pane.is_unchecked = false;
    let numbers = declaration.pillars.iter().map(|pillar| pillar.number.to_string()).listed();
    let asked = pane.host.attribute(attribute::PILLAR).map(str::to_owned);
    if let Some(pillar) = asked.filter(|asked| !numbers.contains(asked)) {
        pane.state.pillar = None;
        let numbers = numbers.iter().map(String::as_str).listed();
        tell_word(pane, "pillar", &pillar, &numbers);
    }
    let country = pane.state.country.clone();
    let country = country.filter(|code| country::region(code).is_none() && code != ALL_PARTIES);
    if let Some(code) = country {
        pane.state.country = None;
        let codes = declaration.countries.iter().map(|party| party.iso3.as_str()).listed();
        tell_word(pane, "country", &code, &codes);
    }
    pane.declaration = Some(declaration);
}
