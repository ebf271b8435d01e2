//! SDMX-JSON 1.0 and 2.0 data messages, as the OECD, ECB, ILO, UNICEF, IMF and the Pacific give them (sdmx.org).

use crate::data::json::cube::{Category, Cube, Dimension, Of, with_unit};
use crate::data::json::value::Json;
use crate::data::partial_table::PartialTable;
use crate::model::{Listed, Problem, Reason, Source, TextColumn, Value};

use super::format::{Form, Format};

/// The format's name.
const NAME: &str = "sdmx-json";

/// The format's reader.
pub(in crate::data) const READER: Format = Format {
    name: NAME,
    form: Form::Json,
    recognises: |partial| partial.around.metadata.format == NAME,
    ..Format::PLAIN
};

/// The table of a message, if it is SDMX-JSON.
pub(in crate::data) fn read(json: &Json) -> Option<Result<PartialTable, Problem>> {
    // 1.0 has all at the top, or as 2.0 under `data`.
    let body = if json.get("data").get("dataSets") == &Json::Null { json } else { json.get("data") };
    let sets = match body.get("dataSets") {
        Json::List(sets) => sets,
        _ => return None,
    };
    let structures = body.get("structures").list();
    let structure = match body.get("structure") {
        Json::Null => structures.first()?,
        structure => structure,
    };
    Some(table(json, sets, structure, structures))
}

/// A name: itself, in English, or in the first language there is.
fn words(json: &Json) -> Option<&str> {
    let text = |json: &Json| json.text().map(str::trim).filter(|text| !text.is_empty()).map(|_| ());
    let name = json.get("name");
    if text(name).is_some() {
        return name.text();
    }
    for names in [name, json.get("names")] {
        if let Json::Record(pairs) = names {
            let english = names.get("en").text();
            return english.or_else(|| pairs.iter().find_map(|(_, name)| name.text()));
        }
    }
    None
}

/// What an attribute says, and of what.
#[derive(Default)]
struct Attributes {
    /// The places of the power of ten, the status and the unit among the attributes of one level.
    power: Option<usize>,
    status: Option<usize>,
    unit: Option<usize>,
    /// The values of each, by their places.
    values: Vec<Vec<(String, String)>>,
}

impl Attributes {
    fn of(json: &Json) -> Attributes {
        let mut known = Attributes::default();
        for (index, attribute) in json.list().iter().enumerate() {
            match attribute.get("id").text().unwrap_or_default() {
                "UNIT_MULT" | "UNIT_MULTIPLIER" | "POWERCODE" => known.power = Some(index),
                "OBS_STATUS" | "STATUS" => known.status = Some(index),
                "UNIT_MEASURE" | "UNIT" => known.unit = Some(index),
                _ => {}
            }
            known.values.push(attribute.get("values").list().iter().map(value_of).listed());
        }
        known
    }

    /// The code and words of the attribute at a place, as a list of indices or of values has it.
    fn said(&self, place: Option<usize>, list: &[Json]) -> Option<(String, String)> {
        let place = place?;
        match list.get(place)? {
            Json::Number(index) => self.values.get(place)?.get(*index as usize).cloned().or_else(|| {
                let is_coded = self.values.get(place).is_some_and(|values| !values.is_empty());
                let text = crate::model::shortest_decimal(*index);
                (!is_coded).then(|| (text.clone(), text))
            }),
            Json::Text(text) => Some((text.clone(), text.clone())),
            _ => None,
        }
    }

    fn power(&self, list: &[Json]) -> Option<i32> {
        let (code, words) = self.said(self.power, list)?;
        // OECD's older messages say it in words alone.
        code.parse::<i32>().ok().or(match words.as_str() {
            "Thousands" => Some(3),
            "Millions" => Some(6),
            "Billions" => Some(9),
            _ => None,
        })
    }
}

/// Code and words of a value; values without a code have one text.
fn value_of(value: &Json) -> (String, String) {
    let code =
        [value.get("id"), value.get("value"), value.get("name")].into_iter().find_map(|known| match known {
            Json::Number(number) => Some(crate::model::shortest_decimal(*number)),
            known => known.text().map(str::to_owned),
        });
    let code = code.unwrap_or_default();
    let label = words(value).map_or_else(|| code.clone(), str::to_owned);
    (code, label)
}

fn dimension(json: &Json) -> Dimension {
    let id = json.get("id").text().unwrap_or_default().to_owned();
    let has_role = |role: &str| {
        let is = |json: &Json| json.text().is_some_and(|text| text.eq_ignore_ascii_case(role));
        is(json.get("role")) || json.get("roles").list().iter().any(is)
    };
    let of = if has_role("time") { Of::Time } else { Dimension::of_id(&id) };
    let categories = json.get("values").list().iter().map(|value| {
        let (code, label) = value_of(value);
        let unit = match of {
            Of::Units => with_unit(&code, &label),
            Of::Figures => with_unit("", &label),
            _ => Default::default(),
        };
        Category { code, label, unit }
    });
    let label = words(json).unwrap_or(&id).to_owned();
    Dimension { label, of, categories: categories.listed(), id, ..Dimension::default() }
}

fn table(json: &Json, sets: &[Json], structure: &Json, structures: &[Json]) -> Result<PartialTable, Problem> {
    let described = structure.get("dimensions");
    let list = |json: &Json, names: &[&str]| -> Vec<Dimension> {
        let found = names.iter().map(|name| json.get(name).list()).find(|list| !list.is_empty());
        found.unwrap_or_default().iter().map(dimension).listed()
    };
    let of_set = list(described, &["dataSet", "dataset"]);
    let of_series = list(described, &["series"]);
    let of_observation = list(described, &["observation"]);
    let attributes = structure.get("attributes");
    let by_set = Attributes::of(match attributes.get("dataSet") {
        Json::Null => attributes.get("dataset"),
        known => known,
    });
    let (by_series, by_group) =
        (Attributes::of(attributes.get("series")), Attributes::of(attributes.get("dimensionGroup")));
    let by_observation = Attributes::of(attributes.get("observation"));
    let measures = structure.get("measures").get("observation").list().len().max(1);
    let mut cube = Cube::default();
    let lengths = (of_set.len(), of_series.len());
    for dimension in [of_set, of_series, of_observation].into_iter().flatten() {
        cube.dimensions.push(dimension);
    }
    cube.begin();
    for set in sets {
        let is_other =
            set.get("structure").number().is_some_and(|number| number as usize > 0) && structures.len() > 1;
        if is_other {
            continue;
        }
        let said = set.get("attributes").list();
        let power = by_set.power(said);
        if let Some((code, label)) = by_set.said(by_set.unit, said) {
            cube.unit = with_unit(&code, &label);
        }
        let groups = Groups::of(set.get("dimensionGroupAttributes"), &by_group);
        let mut heap = Heap { cube: &mut cube, measures, by_observation: &by_observation, lengths, groups };
        heap.take(&[], set.get("observations"), power)?;
        let Json::Record(series) = set.get("series") else { continue };
        for (key, series) in series {
            let said = series.get("attributes").list();
            if let Some((code, label)) = by_series.said(by_series.unit, said) {
                heap.cube.unit = with_unit(&code, &label);
            }
            let power = by_series.power(said).or(power);
            heap.take(&places(key), series.get("observations"), power)?;
        }
    }
    let mut partial = cube.end(NAME)?;
    partial.around.metadata.title = words(structure).unwrap_or_default().to_owned();
    let header = if json.get("header") == &Json::Null { json.get("meta") } else { json.get("header") };
    let sender = header.get("sender");
    let publisher = words(sender).or(sender.get("id").text()).unwrap_or_default().to_owned();
    if !publisher.is_empty() && publisher != "unknown" {
        // When the message was prepared is not when the figures were published.
        partial.around.metadata.source = Some(Source { publisher, ..Source::default() });
    }
    Ok(partial)
}

/// Powers of ten that groups of dimensions say: `0:::`, `0::2:`.
#[derive(Default)]
struct Groups {
    /// Which dimensions a key names; groups of one message seldom differ in that.
    masks: Vec<Vec<bool>>,
    keys: TextColumn,
    powers: Vec<i32>,
}

/// More kinds of groups than these are not told apart.
const MOST_MASKS: usize = 8;

impl Groups {
    fn of(json: &Json, known: &Attributes) -> Groups {
        let mut groups = Groups::default();
        let Json::Record(pairs) = json else { return groups };
        for (key, list) in pairs {
            let Some(power) = known.power(list.list()) else { continue };
            let mask = key.split(':').map(|part| !part.is_empty()).listed();
            if !groups.masks.contains(&mask) {
                if groups.masks.len() >= MOST_MASKS {
                    continue;
                }
                groups.masks.push(mask);
            }
            groups.keys.push(&[key, " "].concat());
            if groups.keys.dictionary.len() > groups.powers.len() {
                groups.powers.push(power);
            }
        }
        groups
    }

    /// The power of the group that a place lies in.
    fn power(&self, place: &[usize]) -> Option<i32> {
        self.masks.iter().find_map(|mask| {
            let mut key = String::new();
            let from = place.len().checked_sub(mask.len())?;
            for (index, (place, is_named)) in place.iter().skip(from).zip(mask).enumerate() {
                if index > 0 {
                    key.push(':');
                }
                if *is_named {
                    key.push_str(&place.to_string());
                }
            }
            key.push(' ');
            self.powers.get(self.keys.code_of(&key)? as usize).copied()
        })
    }
}

/// The places that a key such as `0:12:3` names.
fn places(key: &str) -> Vec<usize> {
    let place = |part: &str| part.parse::<usize>().unwrap_or(usize::MAX);
    if key.is_empty() { Vec::new() } else { key.split(':').map(place).listed() }
}

/// Where observations go.
struct Heap<'a> {
    cube: &'a mut Cube,
    measures: usize,
    by_observation: &'a Attributes,
    /// How many dimensions the data set has and how many the series.
    lengths: (usize, usize),
    groups: Groups,
}

impl Heap<'_> {
    fn take(&mut self, series: &[usize], json: &Json, power: Option<i32>) -> Result<(), Problem> {
        let Json::Record(observations) = json else { return Ok(()) };
        for (key, values) in observations {
            // What the data set fixes has one value.
            let mut place = vec![0; self.lengths.0];
            if series.is_empty() && self.lengths.1 > 0 && places(key).len() < self.lengths.1 {
                continue;
            }
            place.extend_from_slice(series);
            place.extend(places(key));
            let values = values.list();
            let said = values.get(self.measures..).unwrap_or_default();
            let figure = match values.first() {
                Some(Json::Number(figure)) => Value::finite(*figure),
                Some(Json::Text(text)) => match crate::model::parse_decimal(text) {
                    Some(figure) => Value::finite(figure),
                    None => Value::Missing(Reason::NotCollected),
                },
                _ => Value::Missing(Reason::NotCollected),
            };
            let power = self.by_observation.power(said).or_else(|| self.groups.power(&place)).or(power);
            let status = self.by_observation.said(self.by_observation.status, said);
            let status = status.map(|(code, _)| code).filter(|code| code != "A").unwrap_or_default();
            self.cube.take(&place, figure, power.unwrap_or(0), &status)?;
        }
        Ok(())
    }
}
