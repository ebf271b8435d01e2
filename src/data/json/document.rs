//! A document as a whole: formats whose tables are not lists of records, and lists of which several are one table.

use super::nested::{Writer, are_flat, has_concepts, text_of};
use super::outline::{Found, Shape, axis, is_scalar, shape_of, tables};
use super::series;
use super::table::RecordTable;
use super::value::Json;
use crate::data::formats::feed::Feed;
use crate::data::formats::{gviz, ine, json_stat, px_web, sdmx_json};
use crate::data::partial_table::PartialTable;
use crate::data::reading::Warning;
use crate::model::{Joined, Problem, Source, nearest};

/// The path that an address names after `#`; empty without one.
pub(in crate::data) fn fragment(address: &str) -> String {
    let path = address.split_once('#').map_or("", |(_, path)| path);
    crate::data::sheets::decoded(path.trim_start_matches(['/', '$', '.', '!']))
}

/// The table of a document; `None` where it is one list of records, which is read as it comes.
///
/// # Errors
/// `no-such-list`, and those of the formats.
pub(in crate::data) fn read(json: &Json, address: &str) -> Result<Option<PartialTable>, Problem> {
    let wanted = &fragment(address);
    refuse_answer(json)?;
    if let Some(partial) = json_stat::read(json, wanted).or_else(|| sdmx_json::read(json)) {
        return partial.map(Some);
    }
    if let Some(table) = gviz::read(json) {
        let table = table?;
        if table.rows == 0 {
            return Err(Problem::new("json-no-rows"));
        }
        return Ok(Some(table.into_partial(gviz::NAME)));
    }
    if let Some(partial) = ine::read(json).or_else(|| px_web::read(json)) {
        return partial.map(Some);
    }
    if let Some(table) = px_web::bindings(json) {
        return Ok(Some(table?.into_partial("")));
    }
    if wanted.is_empty()
        && series::is_chart(json)
        && let Some(charted) = series::read(json)
    {
        let charted = charted?;
        if charted.table.rows == 0 {
            return Err(Problem::new("json-no-rows"));
        }
        let mut partial = charted.table.into_partial("");
        partial.around.metadata.title = charted.title;
        return Ok(Some(partial));
    }
    lists(json, wanted)
}

fn lists(json: &Json, wanted: &str) -> Result<Option<PartialTable>, Problem> {
    let mut found = tables(json);
    let names = names_list(json);
    let is_of_names = |found: &Found| {
        let last = found.path.rsplit('.').next().unwrap_or_default();
        names.is_some() && NAME_LISTS.contains(&last)
    };
    let count = found.len();
    if count > 1 {
        found.retain(|found| !is_of_names(found));
    }
    let chosen = match wanted {
        "" => best(&found),
        _ => Some(named(&mut found, wanted)?),
    };
    let Some(chosen) = chosen else { return Ok(None) };
    let Some(one) = found.get(chosen) else { return Ok(None) };
    if wanted.is_empty() && count == 1 && is_plain(&one.shape) {
        return Ok(None);
    }
    let mut writer = Writer::default();
    if matches!(one.shape, Shape::Rows(_)) {
        writer.titles = names.unwrap_or_default();
    }
    writer.axis = axis(json, 0);
    writer.write(&one.shape, &one.path)?;
    if writer.table.rows == 0 {
        return Ok(None);
    }
    let mut others: Vec<&str> = Vec::new();
    if wanted.is_empty() {
        for (index, other) in found.iter().enumerate() {
            if index != chosen && rows(&other.shape) > 1 && is_list(&other.shape) {
                others.push(&other.path);
            }
        }
    }
    others.extend(writer.passed.iter().map(String::as_str));
    let warning = passed_over(&one.path, &others);
    // A month in a column of its own makes up the period with the year.
    let has_months = writer.table.names.iter().any(|name| name == "month");
    let period = writer.period.take().filter(|_| !has_months);
    let mut partial = writer.table.into_partial("");
    partial.around.metadata.view.x = period;
    partial.around.warnings.extend(warning);
    facts_of(json, "", &mut partial.around.facts, 0);
    let feed = Feed { names: &partial.around.names, facts: &partial.around.facts, lists: &[] };
    if feed.has_more_than(partial.table.rows) && matches!(one.shape, Shape::Records(_) | Shape::Rows(_)) {
        partial.around.warnings.push(cut(partial.table.rows));
    }
    say(&mut partial, json);
    Ok(Some(partial))
}

/// The table of a value that is one.
///
/// # Errors
/// `json-no-rows`, and those of its rows.
pub(in crate::data) fn only_table(json: &Json) -> Result<PartialTable, Problem> {
    let mut writer = Writer::default();
    if let Some(shape) = shape_of(json, 0) {
        writer.write(&shape, "")?;
    }
    if writer.table.rows == 0 {
        return Err(Problem::new("json-no-rows"));
    }
    Ok(writer.table.into_partial(""))
}

/// Refuses an answer that holds no data: an error, or the description of a data set.
fn refuse_answer(json: &Json) -> Result<(), Problem> {
    for name in ["error", "errors", "warning"] {
        let said = json.get(name);
        let said = said.list().first().unwrap_or(said);
        let texts = ["label", "message", "detail", "title", "description"];
        let sentence = texts.iter().find_map(|name| said.get(name).text());
        let has_status = ["status", "code", "id"].iter().any(|name| said.get(name) != &Json::Null);
        if let (Some(sentence), true, Json::Record(pairs)) = (sentence, has_status, json)
            && pairs.iter().all(|(known, value)| known == name || is_scalar(value))
        {
            return Err(
                Problem::new("feed-error").with("text", crate::data::cells::typing::shortened(sentence))
            );
        }
    }
    let result = json.get("result");
    let files = if result.get("resources") == &Json::Null { json } else { result }.get("resources").list();
    let is_file = |file: &Json| file.get("url").text().is_some() && file.get("format").text().is_some();
    match files.first() {
        Some(first) if files.iter().all(is_file) => {
            let tables = ["CSV", "XLSX", "JSON", "GEOJSON"];
            let is_table = |file: &&Json| {
                file.get("format")
                    .text()
                    .is_some_and(|format| tables.iter().any(|known| format.eq_ignore_ascii_case(known)))
            };
            let file = files.iter().find(is_table).unwrap_or(first);
            Err(Problem::new("ckan-package")
                .with("count", files.len())
                .with("address", text_of(file.get("url"))))
        }
        _ => Ok(()),
    }
}

/// Tells that there are more rows than a document holds.
pub(in crate::data) fn cut(rows: usize) -> Warning {
    Warning::once(Problem::new("feed-cut").with("rows", rows))
}

/// What stands in a document beside its lists: paths and texts.
fn facts_of(json: &Json, path: &str, facts: &mut Vec<(String, String)>, depth: usize) {
    let Json::Record(pairs) = json else { return };
    for (name, value) in pairs {
        let path = if path.is_empty() { name.clone() } else { [path, ".", name].concat() };
        match value {
            Json::Record(_) if depth < 4 => facts_of(value, &path, facts, depth + 1),
            Json::Record(_) | Json::List(_) => {}
            scalar if facts.len() < 200 => facts.push((path, text_of(scalar))),
            _ => {}
        }
    }
}

/// Whether a table is a list, or holds figures: settings of a chart are neither.
fn is_list(shape: &Shape) -> bool {
    match shape {
        Shape::Keyed(entries) => entries.iter().any(|(_, json)| !json.list().is_empty() || has_figures(json)),
        _ => true,
    }
}

/// Tells which lists of a document were not read.
pub(in crate::data) fn passed_over(chosen: &str, others: &[&str]) -> Option<Warning> {
    let first = others.first()?;
    let count = others.len();
    let shown = if chosen.is_empty() { "$" } else { chosen };
    let problem = Problem::new("lists-passed-over")
        .with("text", shown)
        .with("others", others.get(..count.min(8)).unwrap_or_default().joined(", "))
        .with("first", first)
        .with("count", count);
    Some(Warning { problem, count })
}

/// Whether a table is what the reader of records takes as it comes.
fn is_plain(shape: &Shape) -> bool {
    match shape {
        Shape::Records(records) => are_flat(records) && !records.iter().any(has_concepts),
        Shape::Columns(_) => true,
        _ => false,
    }
}

/// How many rows a table has, about.
fn rows(shape: &Shape) -> usize {
    match shape {
        Shape::Records(list) | Shape::Rows(list) => list.len(),
        Shape::Columns(columns) => columns.first().map_or(0, |(_, list)| list.len()),
        Shape::Keyed(entries) => {
            let of = |json: &Json| shape_of(json, 1).map_or(1, |shape| rows(&shape));
            entries.iter().map(|(_, json)| of(json)).sum()
        }
        Shape::Figures(pairs) => pairs.len(),
    }
}

/// Whether a table holds figures, as lists of names and codes do not.
fn has_figures(json: &Json) -> bool {
    match json {
        Json::Number(_) => true,
        Json::Text(text) => crate::data::text::head::is_figure(text),
        Json::List(list) => list.iter().take(3).any(has_figures),
        Json::Record(pairs) => {
            let is_id = |name: &str| {
                let name = name.to_ascii_lowercase();
                matches!(
                    name.as_str(),
                    "id" | "code" | "lat" | "lon" | "lng" | "index" | "year" | "order" | "position"
                ) || name.ends_with("_id")
                    || name.ends_with("code")
            };
            pairs.iter().any(|(name, value)| !is_id(name) && has_figures(value))
        }
        _ => false,
    }
}

/// The table with the most rows of those that hold figures; of equals the last: what stands before it is about it.
fn best(found: &[Found]) -> Option<usize> {
    let score = |found: &Found| {
        let figures = match &found.shape {
            Shape::Records(list) | Shape::Rows(list) => list.iter().take(3).any(has_figures),
            Shape::Keyed(entries) => entries.iter().take(3).any(|(_, json)| has_figures(json)),
            Shape::Columns(columns) => columns.iter().any(|(_, list)| list.iter().take(3).any(has_figures)),
            Shape::Figures(_) => true,
        };
        (figures, rows(&found.shape))
    };
    (0..found.len()).max_by_key(|index| found.get(*index).map(score))
}

/// The table of a path, of its last name, or the one part of a joined table that has it.
fn named(found: &mut Vec<Found>, wanted: &str) -> Result<usize, Problem> {
    let is = |path: &str| {
        path.eq_ignore_ascii_case(wanted)
            || path.rsplit('.').next().is_some_and(|last| last.eq_ignore_ascii_case(wanted))
    };
    if let Some(place) = found.iter().position(|found| is(&found.path)) {
        return Ok(place);
    }
    let mut names: Vec<String> = Vec::new();
    let mut part = None;
    for found in found.iter() {
        names.push(found.path.clone());
        if let Shape::Keyed(entries) = &found.shape {
            for (key, value) in entries {
                let path =
                    if found.path.is_empty() { (*key).to_owned() } else { [&found.path, ".", key].concat() };
                if is(&path) {
                    part = shape_of(value, 1).map(|shape| Found { path: path.clone(), shape });
                }
                names.push(path);
            }
        }
    }
    if let Some(part) = part {
        found.push(part);
        return Ok(found.len() - 1);
    }
    Err(no_such_list(wanted, names))
}

/// Refuses a path, with those that there are.
pub(in crate::data) fn no_such_list(wanted: &str, mut names: Vec<String>) -> Problem {
    names.retain(|name| !name.is_empty());
    let near = nearest(wanted, names.iter().map(String::as_str)).or(names.first().map(String::as_str));
    let near = near.unwrap_or_default().to_owned();
    names.truncate(20);
    let problem = Problem::new("no-such-list").with("list", wanted).with("names", names.joined(", "));
    problem.with("nearest", near)
}

/// Names of lists that name the columns of rows elsewhere in the file.
pub(in crate::data) const NAME_LISTS: [&str; 6] =
    ["columns", "fields", "header", "headers", "names", "columnNames"];

/// The names of rows' columns, wherever they stand; empty is a column that is none of the author's.
fn names_list(json: &Json) -> Option<Vec<String>> {
    fn within(json: &Json, depth: usize) -> Option<&[Json]> {
        let Json::Record(pairs) = json else { return None };
        let own =
            pairs.iter().find(|(name, list)| NAME_LISTS.contains(&name.as_str()) && list.list().len() > 1);
        if let Some((_, list)) = own {
            return Some(list.list());
        }
        if depth > 4 { None } else { pairs.iter().find_map(|(_, inner)| within(inner, depth + 1)) }
    }
    let list = within(json, 0)?;
    let mut names = super::table::unique(&series::names_of(list));
    for (name, column) in names.iter_mut().zip(list) {
        // Socrata's own columns.
        if column.get("dataTypeName").text() == Some("meta_data") {
            name.clear();
        }
    }
    Some(names)
}

/// Title and source, where a document says them in plain words.
pub(in crate::data) fn say(partial: &mut PartialTable, json: &Json) {
    let places =
        [json, json.get("meta"), json.get("metadata"), json.get("info"), json.get("meta").get("view")];
    let text = |names: &[&str]| {
        let found = places.iter().flat_map(|place| names.iter().map(|name| text_of(place.get(name))));
        found.into_iter().find(|text| !text.is_empty() && text.len() < 300).unwrap_or_default()
    };
    if partial.around.metadata.title.is_empty() {
        let of_view = json.get("meta").get("view").get("name").text().unwrap_or_default().to_owned();
        partial.around.metadata.title = if of_view.is_empty() { text(&["title"]) } else { of_view };
    }
    let publisher = text(&["source", "publisher", "attribution"]);
    if !publisher.is_empty() && partial.around.metadata.source.is_none() {
        partial.around.metadata.source = Some(Source { publisher, ..Source::default() });
    }
}

impl RecordTable {
    /// The table as it goes on to be refined; `format` is empty where its columns tell it.
    pub(in crate::data) fn into_partial(mut self, format: &'static str) -> PartialTable {
        self.names = super::table::without_envelope(self.names);
        self.builders.iter_mut().for_each(|builder| builder.settle(0));
        let mut partial = PartialTable {
            untyped: self.builders,
            table: crate::model::Table { rows: self.rows, columns: Vec::new() },
            ..PartialTable::default()
        };
        let tiers = super::table::tiers(&self.names);
        (partial.around.groups, partial.around.lower) = tiers.unwrap_or_default();
        partial.around.names = self.names;
        partial.around.is_json = true;
        partial.around.metadata.format = format;
        partial
    }
}
