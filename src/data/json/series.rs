//! The figures of a chart's own description: Highcharts, ECharts, ApexCharts, Chart.js, Plotly.

use super::nested::text_of;
use super::outline::is_scalar;
use super::table::RecordTable;
use super::value::Json;
use crate::data::cells::spelling::spelt;
use crate::model::{Listed, Problem, parse_decimal};

/// What a description of a chart holds.
pub(in crate::data) struct Charted {
    pub(in crate::data) table: RecordTable,
    pub(in crate::data) title: String,
}

/// The figures, if a document describes a chart.
pub(in crate::data) fn read(json: &Json) -> Option<Result<Charted, Problem>> {
    let body = [json, json.get("options"), json.get("data"), json.get("chart"), json.get("config")];
    body.into_iter().find_map(|body| {
        let lists = [body.get("series"), body.get("datasets"), body.get("traces"), body.get("data"), body];
        let series =
            lists.into_iter().map(Json::list).find(|list| !list.is_empty() && list.iter().all(is_series))?;
        Some(table(json, body, series))
    })
}

/// The list of figures of one series.
fn figures(series: &Json) -> &[Json] {
    ["data", "y", "values"]
        .iter()
        .map(|name| series.get(name).list())
        .find(|list| !list.is_empty())
        .unwrap_or_default()
}

/// The list of what stands across of one series alone, as Plotly has it.
fn own_axis(series: &Json) -> &[Json] {
    ["x", "labels"]
        .iter()
        .map(|name| series.get(name).list())
        .find(|list| !list.is_empty())
        .unwrap_or_default()
}

fn is_series(series: &Json) -> bool {
    let list = figures(series);
    let is_point = |point: &Json| match point {
        Json::List(pair) => pair.len() == 2 && pair.iter().all(is_scalar),
        Json::Record(_) => {
            matches!(point.get("y"), Json::Number(_) | Json::Null)
                && (point.get("x") != &Json::Null
                    || point.get("name") != &Json::Null
                    || point.get("y") != &Json::Null)
        }
        Json::Number(_) | Json::Null => true,
        Json::Text(text) => crate::data::text::head::is_figure(text),
        Json::Truth(_) => false,
    };
    !list.is_empty() && list.iter().all(is_point)
}

fn table(json: &Json, body: &Json, series: &[Json]) -> Result<Charted, Problem> {
    let axis = axis(body);
    let mut split = String::new();
    let mut rows: Vec<(String, String, String)> = Vec::new();
    for (index, one) in series.iter().enumerate() {
        let (key, name) = name_of(one).unwrap_or_else(|| ("series", (index + 1).to_string()));
        if index == 0 {
            split = key.to_owned();
        }
        let own = own_axis(one);
        for (place, point) in figures(one).iter().enumerate() {
            let across = own.get(place).or(axis.get(place));
            let (across, value) = match point {
                Json::List(pair) => (pair.first(), pair.get(1)),
                Json::Record(_) => {
                    let x = [point.get("x"), point.get("name")].into_iter().find(|x| **x != Json::Null);
                    let by_place =
                        x.and_then(Json::number).filter(|place| *place < 1000.0 && !axis.is_empty());
                    (
                        by_place.and_then(|place| axis.get(place as usize)).or(x).or(across),
                        Some(point.get("y")),
                    )
                }
                value => (across, Some(value)),
            };
            let across = across.map_or_else(|| (place + 1).to_string(), text_of);
            rows.push((across, name.clone(), value.map(text_of).unwrap_or_default()));
        }
    }
    let is_number = |text: &str| parse_decimal(text).is_some_and(|number| number > 1e11);
    let are_periods = rows.iter().all(|(across, ..)| spelt(across).is_some() || is_number(across));
    let across = if are_periods { "date" } else { "category" };
    let title = |json: &Json| -> String {
        let titles = [json, json.get("text")];
        titles.into_iter().find_map(Json::text).unwrap_or_default().trim().to_owned()
    };
    let first = |json: &'_ Json| {
        if json.list().is_empty() { json.clone() } else { json.list().first().cloned().unwrap_or_default() }
    };
    let unit = title(first(body.get("yAxis")).get("title"));
    let value = if unit.is_empty() || unit == "Values" { String::from("value") } else { unit };
    let mut table = RecordTable::default();
    for (place, name, figure) in rows {
        table.cell(across, &place)?;
        table.cell(&split, &name)?;
        table.cell(&value, &figure)?;
        table.end_row()?;
    }
    let plugin = json.get("options").get("plugins").get("title");
    let titles = [body.get("title"), json.get("title"), json.get("layout").get("title"), plugin];
    let title = titles.into_iter().map(title).find(|title| !title.is_empty()).unwrap_or_default();
    Ok(Charted { table, title })
}

/// The name of a series, and what such names are called: `series`, or the key of its first text.
fn name_of(series: &Json) -> Option<(&str, String)> {
    let usual = ["name", "label", "key", "id"].iter().map(|key| text_of(series.get(key)));
    if let Some(name) = usual.into_iter().find(|name| !name.is_empty()) {
        return Some(("series", name));
    }
    let Json::Record(pairs) = series else { return None };
    let is_name = |(key, value): &&(String, Json)| {
        value.text().is_some() && !matches!(key.as_str(), "type" | "color" | "mode" | "unit" | "source")
    };
    pairs.iter().find(is_name).map(|(key, name)| (key.as_str(), text_of(name)))
}

/// What stands across, for all series.
fn axis(body: &Json) -> Vec<Json> {
    let mut found: Vec<Json> = Vec::new();
    for name in ["xAxis", "xaxis"] {
        let axis = body.get(name);
        let axes = if axis.list().is_empty() { std::slice::from_ref(axis) } else { axis.list() };
        for axis in axes {
            for list in [axis.get("categories"), axis.get("data")] {
                if found.is_empty() {
                    found = list.list().to_vec();
                }
            }
        }
    }
    for name in ["labels", "categories"] {
        if found.is_empty() {
            found = body.get(name).list().to_vec();
        }
    }
    found
}

/// Whether a document that is one list of records could be series: each has a name and a list of figures.
pub(in crate::data) fn is_chart(json: &Json) -> bool {
    let names = ["series", "datasets", "labels", "layout", "xAxis", "options"];
    let has = |json: &Json| names.iter().any(|name| json.get(name) != &Json::Null);
    has(json)
        || has(json.get("data"))
        || json.list().first().is_some_and(|first| own_axis(first).len() > 1)
        || {
            let list = json.get("data").list();
            list.first().is_some_and(|first| own_axis(first).len() > 1)
        }
}

/// The names that `columns`-like lists give, wherever they stand.
pub(in crate::data) fn names_of(list: &[Json]) -> Vec<String> {
    let name = |one: &Json| match one {
        Json::Text(text) => text.clone(),
        one => {
            let names =
                ["label", "title", "displayName", "name", "alias", "id", "fieldName", "field", "text"];
            names.iter().find_map(|name| one.get(name).text()).unwrap_or_default().to_owned()
        }
    };
    list.iter().map(name).listed()
}
