//! JSON-stat 1.x and 2.0, as Eurostat, PC-Axis sites, the Nordic offices, CSO, ISTAT and INE of Portugal give it
//! (json-stat.org/full).

use crate::data::json::cube::{Category, Cube, Dimension, Of, with_unit};
use crate::data::json::unit::{Unit, unit_of};
use crate::data::json::value::Json;
use crate::data::limits::MAX_ROWS;
use crate::data::partial_table::PartialTable;
use crate::data::reading::Warning;
use crate::model::{Joined, Listed, Period, Problem, QuantityKind, Reason, Source, Value, sorted};

use super::format::{Form, Format};

/// The format's name.
const NAME: &str = "json-stat";

/// The format's reader.
pub(in crate::data) const READER: Format = Format {
    name: NAME,
    form: Form::Json,
    recognises: |partial| partial.around.metadata.format == NAME,
    ..Format::PLAIN
};

/// The table of a document, if it is JSON-stat; `wanted` names one of several data sets.
pub(in crate::data) fn read(json: &Json, wanted: &str) -> Option<Result<PartialTable, Problem>> {
    let sets = data_sets(json);
    let chosen = sets.iter().find(|(name, _)| *name == wanted).or(sets.first())?;
    Some(table(chosen.1).map(|mut partial| {
        if sets.len() > 1 && chosen.0 != wanted {
            let others: Vec<&str> = sets.iter().skip(1).map(|(name, _)| *name).listed();
            let problem =
                Problem::new("lists-passed-over").with("text", chosen.0).with("others", others.joined(", "));
            let problem = problem.with("first", others.first().copied().unwrap_or_default());
            partial
                .around
                .warnings
                .push(Warning { problem: problem.with("count", others.len()), count: others.len() });
        }
        partial
    }))
}

/// The data sets of a document, with their names: one alone, those of a bundle, those in a collection.
fn data_sets(json: &Json) -> Vec<(&str, &Json)> {
    let is_set = |json: &Json| {
        let has_values = matches!(json.get("value"), Json::List(_) | Json::Record(_));
        has_values && matches!(json.get("dimension"), Json::Record(_))
    };
    if is_set(json) {
        return vec![("", json)];
    }
    let mut sets = Vec::new();
    if let Json::Record(pairs) = json {
        for (name, set) in pairs.iter().filter(|(_, set)| is_set(set)) {
            sets.push((name.as_str(), set));
        }
    }
    for set in json.get("link").get("item").list().iter().filter(|set| is_set(set)) {
        sets.push((set.get("label").text().unwrap_or_default(), set));
    }
    sets
}

fn table(set: &Json) -> Result<PartialTable, Problem> {
    let described = set.get("dimension");
    let of = |name: &str| if set.get(name) == &Json::Null { described.get(name) } else { set.get(name) };
    let broken = || Problem::new("json-broken").with("reason", "dimension").with("row", 1).at_row(1);
    let mut cube = Cube::default();
    let mut sizes = Vec::new();
    let mut cells = 1usize;
    for (id, size) in of("id").list().iter().zip(of("size").list()) {
        let id = id.text().ok_or_else(broken)?;
        let size = size.number().unwrap_or_default() as usize;
        cells = cells.saturating_mul(size);
        if cells > MAX_ROWS * 60 {
            return Err(Problem::new("too-many-rows").with("limit", MAX_ROWS));
        }
        sizes.push(size);
        cube.dimensions.push(dimension(id, described.get(id), of("role"), size));
    }
    if cells == 0 || sizes.is_empty() {
        return Err(Problem::new("json-no-rows"));
    }
    cube.begin();
    let marks = sparse(set.get("status"));
    let mut place = vec![0usize; sizes.len()];
    let mut take = |at: usize, value: &Json| {
        let mut rest = at;
        for (place, size) in place.iter_mut().zip(&sizes).rev() {
            *place = rest % size;
            rest /= size;
        }
        if rest > 0 {
            return Ok(());
        }
        let figure = match value {
            Json::Number(figure) => Value::finite(*figure),
            Json::Text(text) => match crate::model::parse_decimal(text) {
                Some(figure) => Value::finite(figure),
                None => Value::Missing(Reason::NotCollected),
            },
            _ => Value::Missing(Reason::NotCollected),
        };
        let mark = match set.get("status") {
            Json::Text(of_all) => of_all,
            _ => found(&marks, at).and_then(Json::text).unwrap_or_default(),
        };
        cube.take(&place, figure, 0, mark)
    };
    let values = sparse(set.get("value"));
    for (at, value) in &values {
        take(*at, value)?;
    }
    // What has a mark and no figure: withheld, not available.
    for (at, _) in marks.iter().filter(|(at, _)| found(&values, *at).is_none()) {
        take(*at, &Json::Null)?;
    }
    let mut partial = cube.end(NAME)?;
    describe(&mut partial, set);
    Ok(partial)
}

/// The entries of a list or of an object keyed by place, in ascending places.
fn sparse(json: &Json) -> Vec<(usize, &Json)> {
    let mut entries = Vec::new();
    match json {
        Json::List(list) => entries.extend(list.iter().enumerate()),
        Json::Record(pairs) => {
            for (at, value) in pairs {
                entries.extend(at.parse::<usize>().ok().map(|at| (at, value)));
            }
        }
        _ => {}
    }
    if entries.is_sorted_by(|left, right| left.0 < right.0) {
        return entries;
    }
    let at = |index: usize| entries.get(index).map_or(0, |(at, _)| *at);
    let mut ascending: Vec<(usize, &Json)> = Vec::with_capacity(entries.len());
    for index in sorted(entries.len(), &|left, right| at(left).cmp(&at(right))) {
        // A key that comes twice has its first value.
        if ascending.last().is_none_or(|(last, _)| *last != at(index)) {
            ascending.extend(entries.get(index).copied());
        }
    }
    ascending
}

fn found<'a>(entries: &[(usize, &'a Json)], at: usize) -> Option<&'a Json> {
    let place = entries.partition_point(|(known, _)| *known < at);
    entries.get(place).filter(|(known, _)| *known == at).map(|(_, value)| *value)
}

fn dimension(id: &str, described: &Json, roles: &Json, size: usize) -> Dimension {
    let category = described.get("category");
    let mut codes: Vec<String> = Vec::new();
    match category.get("index") {
        Json::List(index) => {
            codes.extend(index.iter().map(|code| code.text().unwrap_or_default().to_owned()))
        }
        Json::Record(index) => {
            codes.resize(size.min(index.len()), String::new());
            for (code, at) in index {
                let at = at.number().map_or(usize::MAX, |at| at as usize);
                if let Some(place) = codes.get_mut(at) {
                    code.clone_into(place);
                }
            }
        }
        // Of a single category the index may be left out.
        _ => match category.get("label") {
            Json::Record(labels) => codes.extend(labels.iter().map(|(code, _)| code.clone())),
            _ => codes.push(id.to_owned()),
        },
    }
    codes.truncate(size);
    let (labels, units) = (Texts::of(category.get("label")), category.get("unit"));
    let role = |name: &str| roles.get(name).list().iter().any(|known| known.text() == Some(id));
    let of = match Dimension::of_id(id) {
        _ if role("time") => Of::Time,
        _ if role("metric") => Of::Figures,
        // Eurostat's citizenship has no role, though it is one of places.
        Of::Groups if role("geo") => Of::Places,
        of => of,
    };
    let categories = codes.into_iter().map(|code| {
        let label = labels.get(&code).map_or_else(|| code.clone(), |label| label.trim().to_owned());
        let unit = match of {
            Of::Units => with_unit(&code, &label),
            Of::Figures => {
                let unit = units.get(&code);
                let word = [unit.get("base"), unit.get("label")].into_iter().find_map(Json::text);
                let mut unit = with_unit("", word.unwrap_or_default());
                if unit.kind == QuantityKind::Unknown && unit.key.is_none() {
                    unit.kind = unit_of(&label).kind;
                }
                unit
            }
            _ => Unit::default(),
        };
        Category { label, unit, code }
    });
    let label = described.get("label").text().unwrap_or(id);
    Dimension {
        id: id.to_owned(),
        label: label.to_owned(),
        of,
        categories: categories.listed(),
        ..Dimension::default()
    }
}

/// Labels by their codes, of which a dimension may have thousands.
struct Texts<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Texts<'a> {
    fn of(json: &'a Json) -> Texts<'a> {
        let Json::Record(pairs) = json else { return Texts(Vec::new()) };
        let code = |index: usize| pairs.get(index).map(|(code, _)| code.as_str());
        let order = sorted(pairs.len(), &|left, right| code(left).cmp(&code(right)));
        let pair = |index: usize| {
            let (code, label) = pairs.get(index)?;
            Some((code.as_str(), label.text()?))
        };
        Texts(order.into_iter().filter_map(pair).listed())
    }

    fn get(&self, code: &str) -> Option<&'a str> {
        let place = self.0.partition_point(|(known, _)| *known < code);
        self.0.get(place).filter(|(known, _)| *known == code).map(|(_, label)| *label)
    }
}

/// What the document says of itself.
fn describe(partial: &mut PartialTable, set: &Json) {
    let text = |name: &str| set.get(name).text().unwrap_or_default().trim().to_owned();
    partial.around.metadata.title = text("label");
    let updated = text("updated");
    let day = updated.get(..10).filter(|day| Period::parse(day).is_some()).unwrap_or_default();
    let publisher = match text("source").as_str() {
        "ESTAT" => String::from("Eurostat"),
        other => other.to_owned(),
    };
    if !publisher.is_empty() {
        let source = Source { publisher, as_of: day.to_owned(), ..Source::default() };
        partial.around.metadata.source = Some(source);
    }
    if let Json::List(notes) = set.get("note") {
        let texts = notes.iter().filter_map(Json::text);
        partial.around.facts.extend(texts.map(|note| (String::from("note"), note.to_owned())));
    }
}
