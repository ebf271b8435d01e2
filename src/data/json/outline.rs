//! Where in a document its tables are: lists of records or of rows, lists side by side, records under keys.

use super::nested::text_of;
use super::value::Json;
use crate::data::cells::month_names::month_of_name;
use crate::data::cells::period_names::is_period_name;
use crate::data::cells::spelling::spelt;
use crate::data::places;
use crate::data::quantity::words::{kind_of_words, words_of};
use crate::model::{Listed, QuantityKind};

/// Names that say nothing of what they hold.
pub(in crate::data) const GENERIC: [&str; 27] = [
    "data",
    "values",
    "value",
    "result",
    "results",
    "items",
    "records",
    "rows",
    "entries",
    "response",
    "payload",
    "body",
    "table",
    "list",
    "content",
    "contents",
    "series",
    "serie",
    "dataset",
    "datasets",
    "children",
    "points",
    "observations",
    "objects",
    "features",
    "d",
    "root",
];
/// The most tables that are told apart.
const MOST: usize = 64;
/// So many names tell whether two tables are alike.
const MOST_NAMES: usize = 64;
/// How deep keys lie in keys.
const MOST_KEYS: usize = 6;

/// A table in a document.
pub(in crate::data) struct Found<'a> {
    /// Its path, keys by points.
    pub(in crate::data) path: String,
    pub(in crate::data) shape: Shape<'a>,
}

/// What a table is made of.
#[derive(Clone, Debug)]
pub(in crate::data) enum Shape<'a> {
    /// A list of records.
    Records(&'a [Json]),
    /// A list of lists.
    Rows(&'a [Json]),
    /// Lists side by side, of one length.
    Columns(Vec<(&'a str, &'a [Json])>),
    /// Tables or records under keys, which are a column of their own.
    Keyed(Vec<(&'a str, &'a Json)>),
    /// Figures under keys.
    Figures(&'a [(String, Json)]),
}

/// Whether a value is neither a list nor an object.
pub(in crate::data) fn is_scalar(json: &Json) -> bool {
    !matches!(json, Json::List(_) | Json::Record(_))
}

/// Whether a key is a period or a country, as data have them and no program's names.
pub(in crate::data) fn is_data_key(key: &str) -> bool {
    let is_period = spelt(key).is_some() && key.bytes().any(|byte| byte.is_ascii_digit());
    is_period || places::is_iso3(key) || places::of_name(key).is_some()
}

/// What the keys of a level are called: `year`, `date`, `country`, or the name they stand under.
pub(in crate::data) fn key_name(keys: &[(&str, &Json)], path: &str) -> String {
    let all = |is: &dyn Fn(&str) -> bool| keys.iter().all(|(key, _)| is(key));
    let is_year = |key: &str| key.len() == 4 && key.bytes().all(|byte| byte.is_ascii_digit());
    let places =
        keys.iter().filter(|(key, _)| places::is_iso3(key) || places::of_name(key).is_some()).count();
    if all(&is_year) {
        String::from("year")
    } else if all(&|key| month_of_name(key).is_some()) {
        String::from("month")
    } else if all(&|key| spelt(key).is_some()) {
        String::from("date")
    } else if places * 5 > keys.len() * 4 {
        String::from("country")
    } else {
        let unnamed = if are_quantities(keys) { "indicator" } else { "group" };
        named(path).unwrap_or(unnamed).to_owned()
    }
}

/// Whether a list under a name may be what stands across of figures in other lists.
pub(in crate::data) fn is_axis_name(name: &str) -> bool {
    const NAMES: [&str; 9] =
        ["labels", "categories", "x", "index", "keys", "axis", "ticks", "xlabels", "dates"];
    NAMES.iter().any(|known| name.eq_ignore_ascii_case(known)) || is_period_name(name)
}

/// The list of periods that stands across of the figures in other lists of a document.
pub(in crate::data) fn axis(json: &Json, depth: usize) -> Option<(&str, &[Json])> {
    let Json::Record(pairs) = json else { return None };
    let is_axis = |(name, value): &&(String, Json)| {
        let list = value.list();
        list.len() > 1
            && is_axis_name(name)
            && list.iter().all(|one| is_scalar(one) && spelt(&text_of(one)).is_some())
    };
    let own = pairs.iter().find(is_axis).map(|(name, value)| (name.as_str(), value.list()));
    let mut inner = pairs.iter().filter(|_| depth < MOST_KEYS);
    own.or_else(|| inner.find_map(|(_, value)| axis(value, depth + 1)))
}

/// Whether keys say what is counted: "refugees" beside "asylum", but not "arrivals by sea" beside "arrivals by land".
fn are_quantities(keys: &[(&str, &Json)]) -> bool {
    let tells = |word: &String| kind_of_words(word) != QuantityKind::Unknown;
    let Some(((first, _), others)) = keys.split_first() else { return false };
    let is_shared = |word: &String| others.iter().all(|(key, _)| words_of(key).contains(word));
    let told: Vec<String> = words_of(first).into_iter().filter(tells).listed();
    let is_any = !told.is_empty() || others.iter().any(|(key, _)| words_of(key).iter().any(tells));
    is_any && !told.iter().any(is_shared)
}

/// The last name of a path that says something.
pub(in crate::data) fn named(path: &str) -> Option<&str> {
    let last = path.rsplit('.').next().unwrap_or_default();
    let is_generic = last.is_empty() || GENERIC.iter().any(|known| last.eq_ignore_ascii_case(known));
    (!is_generic && !is_data_key(last)).then_some(last)
}

/// The shape of a value that is a table by itself.
pub(in crate::data) fn shape_of(json: &Json, depth: usize) -> Option<Shape<'_>> {
    if depth > MOST_KEYS {
        return None;
    }
    match json {
        Json::List(list) => {
            let of = |is: &dyn Fn(&Json) -> bool| list.iter().filter(|one| is(one)).count() * 2 > list.len();
            if of(&|one| matches!(one, Json::Record(_))) {
                return Some(Shape::Records(list));
            }
            let is_row = |one: &Json| !one.list().is_empty() && one.list().iter().all(is_scalar);
            of(&is_row).then_some(Shape::Rows(list))
        }
        // One series of the IMF's, whose own attributes are as much its rows'.
        Json::Record(pairs) if is_attributed(pairs) => Some(Shape::Records(std::slice::from_ref(json))),
        Json::Record(pairs) => keyed(pairs, depth),
        _ => None,
    }
}

/// Whether an object is an element of XML with attributes, as SDMX-ML put into JSON has them, and lists in it.
fn is_attributed(pairs: &[(String, Json)]) -> bool {
    let attributes = pairs.iter().filter(|(name, value)| name.starts_with('@') && is_scalar(value)).count();
    attributes > 1 && pairs.iter().any(|(_, value)| matches!(value.list(), [Json::Record(_), ..]))
}

fn keyed(pairs: &[(String, Json)], depth: usize) -> Option<Shape<'_>> {
    if let Some(lists) = columns(pairs) {
        return Some(Shape::Columns(lists));
    }
    let are_months = pairs.iter().all(|(key, _)| month_of_name(key).is_some());
    let all_keys = are_months || pairs.iter().all(|(key, _)| is_data_key(key));
    if pairs.len() > 1 && all_keys && pairs.iter().all(|(_, value)| is_figure(value)) {
        return Some(Shape::Figures(pairs));
    }
    let tables: Vec<(&str, &Json)> = pairs
        .iter()
        .filter(|(_, value)| !is_scalar(value) && !is_empty(value))
        .map(|(key, value)| (key.as_str(), value))
        .listed();
    let others = pairs.iter().any(|(_, value)| matches!(value, Json::Record(_)) && !is_empty(value));
    let first = tables.first()?;
    let is_alike = |(_, value): &(&str, &Json)| are_alike(first.1, value);
    if !all_keys && (tables.len() < 2 || !tables.iter().all(is_alike)) {
        return None;
    }
    if tables.iter().any(|(_, value)| shape_of(value, depth + 1).is_none() && !is_record(value)) {
        return None;
    }
    // pandas writes its columns as objects by the number of the row: read as it comes.
    let is_numbered = |value: &Json| matches!(value, Json::Record(pairs) if pairs.first().is_some_and(|(key, _)| key == "0") && pairs.len() > 1);
    if others && tables.iter().all(|(_, value)| is_numbered(value)) {
        return None;
    }
    Some(Shape::Keyed(tables))
}

/// Whether an object holds scalars, and perhaps more.
fn is_record(json: &Json) -> bool {
    matches!(json, Json::Record(pairs) if pairs.iter().any(|(_, value)| is_scalar(value)))
}

fn is_empty(json: &Json) -> bool {
    match json {
        Json::List(list) => list.is_empty(),
        Json::Record(pairs) => pairs.is_empty(),
        _ => false,
    }
}

/// Whether a value may be a figure: a number, a text that begins with one, or nothing.
fn is_figure(json: &Json) -> bool {
    match json {
        Json::Number(_) | Json::Null => true,
        Json::Text(text) => {
            let text = text.trim();
            text.len() < 20
                && (crate::data::text::head::is_figure(text)
                    || crate::data::cells::number::is_missing_mark(text.as_bytes()))
        }
        _ => false,
    }
}

/// Lists of scalars of one length under names.
fn columns(pairs: &[(String, Json)]) -> Option<Vec<(&str, &[Json])>> {
    let is_column = |json: &Json| json.list().len() > 1 && json.list().iter().all(is_scalar);
    let lists: Vec<(&str, &[Json])> = pairs
        .iter()
        .filter(|(_, value)| is_column(value))
        .map(|(key, value)| (key.as_str(), value.list()))
        .listed();
    let length = lists.first()?.1.len();
    let is_whole = pairs.iter().all(|(_, value)| is_scalar(value) || is_column(value) || is_empty(value));
    (lists.len() > 1 && is_whole && lists.iter().all(|(_, list)| list.len() == length)).then_some(lists)
}

/// The names of a table's columns, by its first record; of rows how many there are.
fn names(json: &Json) -> Vec<String> {
    let record = match json {
        Json::List(list) => match list.first() {
            Some(Json::List(row)) => return vec![format!("[{}]", row.len())],
            first => first,
        },
        json => Some(json),
    };
    match record {
        Some(Json::Record(pairs)) => {
            pairs.iter().take(MOST_NAMES).map(|(name, _)| name.to_ascii_lowercase()).listed()
        }
        _ => Vec::new(),
    }
}

/// Whether two tables or records have the same columns, but for a few.
pub(in crate::data) fn are_alike(left: &Json, right: &Json) -> bool {
    let is_list = |json: &Json| matches!(json, Json::List(_));
    if is_list(left) != is_list(right) {
        return false;
    }
    let first_kind = |json: &Json| match json {
        Json::Record(pairs) => {
            pairs.first().map_or("", |(_, value)| if is_scalar(value) { value.kind() } else { "more" })
        }
        _ => "",
    };
    // Names under codes are no figures under codes.
    let (first, then) = (first_kind(left), first_kind(right));
    if (first == "more") != (then == "more") {
        return false;
    }
    let (left, right) = (names(left), names(right));
    if left.is_empty() || right.is_empty() {
        return false;
    }
    let shared = left.iter().filter(|name| right.contains(name)).count();
    if shared * 3 >= left.len().max(right.len()) * 2 {
        return true;
    }
    let is_of_data = |name: &String| is_data_key(name) || is_data_key(&name.to_ascii_uppercase());
    left.iter().all(is_of_data) && right.iter().all(is_of_data)
}

/// All tables of a document, each with its path; those that are alike under one object are one.
pub(in crate::data) fn tables(json: &Json) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    search(json, "", 0, &mut found);
    found
}

fn search<'a>(json: &'a Json, path: &str, depth: usize, found: &mut Vec<Found<'a>>) {
    if depth > 12 || found.len() >= MOST {
        return;
    }
    if let Some(shape) = shape_of(json, 0) {
        let is_nothing = matches!(&shape, Shape::Records([]) | Shape::Rows([]));
        if !is_nothing {
            found.push(Found { path: path.to_owned(), shape });
        }
        return;
    }
    match json {
        Json::Record(pairs) => {
            for group in groups(pairs) {
                match group.as_slice() {
                    [(key, value)] => search(value, &joined(path, key), depth + 1, found),
                    _ => found.push(Found { path: path.to_owned(), shape: Shape::Keyed(group) }),
                }
            }
        }
        Json::List(list) => list.iter().for_each(|one| search(one, path, depth + 1, found)),
        _ => {}
    }
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { [path, ".", key].concat() }
}

/// The entries of an object, lists of records that are alike together.
fn groups(pairs: &[(String, Json)]) -> Vec<Vec<(&str, &Json)>> {
    let mut groups: Vec<Vec<(&str, &Json)>> = Vec::new();
    for (key, value) in pairs.iter().filter(|(_, value)| !is_scalar(value)) {
        let is_of_records = matches!(value.list().first(), Some(Json::Record(_)));
        let alike = groups.iter_mut().find(|group| {
            let first = group.first().map(|(_, first)| *first);
            is_of_records && first.is_some_and(|first| are_alike(first, value))
        });
        match alike {
            Some(group) => group.push((key, value)),
            None => groups.push(vec![(key.as_str(), value)]),
        }
    }
    groups
}
