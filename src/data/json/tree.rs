//! A small JSON file as a value: descriptions and metadata, which are looked up and not charted.

use json_event_parser::{JsonEvent, SliceJsonParser};

use super::value::Json;
use crate::data::limits::MAX_NESTING;

/// Larger than this is no description.
const MOST_BYTES: usize = 4_000_000;

/// Reads a JSON text; `None` where it is none, or larger or deeper than any description.
pub(in crate::data) fn tree(bytes: &[u8]) -> Option<Json> {
    if bytes.len() > MOST_BYTES { None } else { whole(bytes) }
}

/// The same of any size.
pub(in crate::data) fn whole(bytes: &[u8]) -> Option<Json> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut parser = SliceJsonParser::new(bytes);
    let mut open: Vec<(Json, Option<String>)> = Vec::new();
    loop {
        let value = match parser.parse_next().ok()? {
            JsonEvent::StartObject => {
                open.push((Json::Record(Vec::new()), None));
                continue;
            }
            JsonEvent::StartArray => {
                open.push((Json::List(Vec::new()), None));
                continue;
            }
            JsonEvent::ObjectKey(name) => {
                if let Some((_, key)) = open.last_mut() {
                    *key = Some(name.into_owned());
                }
                continue;
            }
            JsonEvent::EndObject | JsonEvent::EndArray => open.pop()?.0,
            JsonEvent::String(text) => Json::Text(text.into_owned()),
            JsonEvent::Number(text) => match crate::model::parse_decimal(&text) {
                Some(number) => Json::Number(number),
                None => Json::Text(text.into_owned()),
            },
            JsonEvent::Boolean(truth) => Json::Truth(truth),
            JsonEvent::Null => Json::Null,
            JsonEvent::Eof => return None,
        };
        if open.len() > MAX_NESTING {
            return None;
        }
        match open.last_mut() {
            Some((Json::List(list), _)) => list.push(value),
            Some((Json::Record(pairs), key)) => pairs.push((key.take().unwrap_or_default(), value)),
            _ => return Some(value),
        }
    }
}
