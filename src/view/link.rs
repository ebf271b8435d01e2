//! The state in an address: `#mw-<id>=from:2021-01,tab:table`, one part a widget, joined to the page's own by `&`.
//!
//! Letters, digits and `-._~` stand for themselves, everything else as `%` and two hexadecimal digits a UTF-8 byte, so
//! that mail programs and messengers take the address for one. Several keys of a list stand with `+` between.

use super::state::{Choice, State};
use crate::model::{Joined, Listed};

/// What the key of a widget in an address starts with.
const PREFIX: &str = "mw-";

/// The fragment (without `#`) that holds `state` for the widget called `key`, beside what `fragment` holds already.
pub fn encode(fragment: &str, key: &str, state: &State) -> String {
    let choices = choices(state);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(Some(without(fragment, key)).filter(|rest| !rest.is_empty()));
    if !choices.is_empty() {
        parts.push([PREFIX, &escape(key), "=", &choices].concat());
    }
    parts.joined("&")
}

/// The fragment that holds named choices (each a list of texts) for the widget called `key`, beside what it holds already.
pub fn encode_choices(fragment: &str, key: &str, choices: &[(&str, String)]) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(Some(without(fragment, key)).filter(|rest| !rest.is_empty()));
    let told = choices.iter().filter(|(_, value)| !value.is_empty());
    let told = told.map(|(name, value)| [name, ":", &escape(value)].concat()).listed();
    if !told.is_empty() {
        parts.push([PREFIX, &escape(key), "=", &told.joined(",")].concat());
    }
    parts.joined("&")
}

/// The named choices that a fragment holds for the widget called `key`.
pub fn decode_choices(fragment: &str, key: &str) -> Option<Vec<(String, String)>> {
    let part = fragment.split('&').find(|part| is_of(part, key))?;
    let (_, choices) = part.split_once('=')?;
    let pair = |choice: &str| {
        let (name, value) = choice.split_once(':')?;
        Some((name.to_owned(), unescape(value)?))
    };
    Some(choices.split(',').filter_map(pair).listed())
}

/// A fragment without the part of the widget called `key`.
pub fn without(fragment: &str, key: &str) -> String {
    fragment.split('&').filter(|part| !part.is_empty() && !is_of(part, key)).listed().joined("&")
}

/// The state that a fragment (with or without `#`) holds for the widget called `key`; what cannot be read is left out.
pub fn decode(fragment: &str, key: &str) -> Option<State> {
    let part = fragment.split('&').find(|part| is_of(part, key))?;
    let (_, choices) = part.split_once('=')?;
    let mut state = State::default();
    // Which choices are lists, the state itself says.
    let forms = state.choices();
    for choice in choices.split(',') {
        let Some((name, value)) = choice.split_once(':') else { continue };
        let is_list = forms.iter().any(|(known, form)| *known == name && matches!(form, Choice::List(_)));
        let choice = match is_list {
            true => {
                Choice::List(value.split('+').filter_map(unescape).filter(|text| !text.is_empty()).listed())
            }
            false => Choice::Text(unescape(value).filter(|text| !text.is_empty())),
        };
        state.choose(name, choice);
    }
    Some(state)
}

/// The choices of a state that are not the author's, as they stand in an address.
fn choices(state: &State) -> String {
    let told = state.choices().into_iter().filter_map(|(name, choice)| {
        let value = match choice {
            Choice::Text(text) => escape(&text?),
            Choice::List(keys) => keys.iter().map(|key| escape(key)).listed().joined("+"),
        };
        (!value.is_empty()).then(|| [name, ":", &value].concat())
    });
    told.listed().joined(",")
}

/// Whether a part of a fragment is that of the widget called `key`; addresses that others have joined have a `#` before it.
fn is_of(part: &str, key: &str) -> bool {
    let part = part.trim_start_matches('#');
    let name = part.split_once('=').and_then(|(name, _)| name.strip_prefix(PREFIX));
    name.and_then(unescape).is_some_and(|name| name == key)
}

fn escape(text: &str) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let digit = |four_bits: u8| DIGITS.get(usize::from(four_bits)).copied().unwrap_or('0');
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(digit(byte >> 4));
            out.push(digit(byte & 15));
        }
    }
    out
}

/// The text of an escaped one; `None` where an escape is broken or is not UTF-8.
fn unescape(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let mut digit = || char::from(bytes.next()?).to_digit(16);
        out.push((digit()? * 16 + digit()?) as u8);
    }
    String::from_utf8(out).ok()
}
