//! The descriptor: a Frictionless Data Package 2.0 with the properties that `model::dataset` reads.

use std::collections::BTreeMap;

use migration_widget::summary::{Cadence, cadence_of};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::breaks::{Break, apart, breaks, origin};
use super::editions::Editions;
use super::feeds::{Feed, of_dataset};
use super::fields::{FieldSpec, Holds};
use super::part::{ShippedTable, ViewSpec};
use super::sources::{LicenceSpec, SourceSpec};

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    title: &'a str,
    description: &'a str,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Resource<'a> {
    name: &'a str,
    path: String,
    #[serde(rename = "type")]
    kind: &'static str,
    dataset: &'a str,
    title: String,
    description: &'a str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    absent: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    coverage: &'a [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    breaks: Vec<Break>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    apart: &'static [&'static str],
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<LeftOut>,
    aggregate: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    provisional_from: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    view: View,
    licenses: Vec<LicenceSpec>,
    /// How often new figures are published.
    #[serde(skip_serializing_if = "str::is_empty")]
    cadence: &'static str,
    /// Where `cargo xtask data --fetch` gets the files that it is made of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    downloads: Vec<&'static str>,
    sources: Vec<SourceSpec<'a>>,
    schema: Schema<'a>,
}

/// Values that are no part of a sum where nothing asks for them.
#[derive(Serialize)]
struct LeftOut {
    field: &'static str,
    values: &'static [&'static str],
}

#[derive(Serialize)]
struct View {
    kind: &'static str,
    x: &'static str,
    y: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    series: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    filter: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    top: Option<usize>,
    #[serde(skip_serializing_if = "str::is_empty")]
    from: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    to: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema<'a> {
    fields: Vec<Field<'a>>,
    missing_values: [&'static str; 1],
    primary_key: Vec<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Field<'a> {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    description: &'static str,
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    categories: Option<&'static [&'static str]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    categories_ordered: Option<bool>,
    constraints: Constraints,
}

#[derive(Serialize)]
struct Constraints {
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
}

/// The text of `datapackage.json`; `files` are the CSV files of `parts`, `messages` the English message file (JSON).
/// `editions` are those that were got anew.
pub fn describe(
    parts: &[ShippedTable],
    files: &[Vec<u8>],
    messages: &str,
    editions: &Editions,
) -> Result<String, String> {
    let messages: BTreeMap<String, String> =
        serde_json::from_str(messages).map_err(|fault| format!("www/locales/en.json: {fault}"))?;
    let text = |key: &str| -> Result<&str, String> {
        messages
            .get(key)
            .map(String::as_str)
            .ok_or_else(|| format!("www/locales/en.json: the key `{key}` is missing"))
    };
    let mut resources = Vec::new();
    for (part, file) in parts.iter().zip(files) {
        let mut licenses: Vec<LicenceSpec> = Vec::new();
        for source in &part.sources {
            if !licenses.contains(&source.license) {
                licenses.push(source.license);
            }
        }
        let title = text(&format!("dataset.{}.title", part.dataset))?;
        let span = part.span.as_ref();
        resources.push(Resource {
            name: &part.name,
            path: part.path(),
            kind: "table",
            dataset: part.dataset,
            title: if part.suffix.is_empty() {
                title.to_owned()
            } else {
                format!("{title}: {}", part.suffix)
            },
            description: text(&format!("dataset.{}.description", part.dataset))?,
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            bytes: file.len(),
            hash: format!("sha256:{}", hexadecimal(&Sha256::digest(file))),
            absent: if part.absent_is_zero { "zero" } else { "missing" },
            coverage: part.coverage,
            breaks: breaks(part),
            apart: apart(part),
            origin: origin(part),
            left_out: part.left_out.iter().map(|(field, values)| LeftOut { field, values }).collect(),
            aggregate: part.aggregate,
            provisional_from: part.provisional_from,
            from: span.map(|(from, _)| from.as_str()),
            to: span.map(|(_, to)| to.as_str()),
            view: view(part.view),
            licenses,
            cadence: cadence_of(part.dataset).map_or("", Cadence::name),
            downloads: of_dataset(part.dataset).filter(|feed| feed.is_got()).map(Feed::address).collect(),
            sources: part.sources.iter().map(|source| editions.of(part.dataset, *source)).collect(),
            schema: Schema {
                fields: part
                    .fields
                    .iter()
                    .map(|field| describe_field(field, &text))
                    .collect::<Result<_, _>>()?,
                missing_values: [""],
                primary_key: keys(part),
            },
        });
    }
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "migration-widget",
        title: text("package.title")?,
        description: text("package.description")?,
        resources,
    };
    let json =
        serde_json::to_string_pretty(&package).map_err(|fault| format!("datapackage.json: {fault}"))?;
    Ok(json + "\n")
}

/// The fields that together name a row.
fn keys(part: &ShippedTable) -> Vec<&'static str> {
    let is_key = |field: &&FieldSpec| !matches!(field.holds, Holds::Figure(..));
    part.fields.iter().filter(is_key).map(|field| field.name).collect()
}

fn view(spec: ViewSpec) -> View {
    let ViewSpec { kind, x, y, series, filter, top, from, to } = spec;
    View { kind, x, y, series, filter, top, from, to }
}

fn describe_field<'a>(
    spec: &FieldSpec,
    text: &dyn Fn(&str) -> Result<&'a str, String>,
) -> Result<Field<'a>, String> {
    let (kind, role) = match spec.holds {
        Holds::Month => ("yearmonth", "period"),
        Holds::Year => ("year", "period"),
        Holds::Country => ("string", "country"),
        Holds::Category(_) => ("string", "category"),
        Holds::Figure(..) => ("integer", "figure"),
    };
    let (measure, unit) = match spec.holds {
        Holds::Figure(measure, unit) => (Some(measure), Some(unit)),
        _ => (None, None),
    };
    let words = match spec.holds {
        Holds::Category(words) => Some(words),
        _ => None,
    };
    Ok(Field {
        name: spec.name,
        kind,
        title: text(&format!("field.{}", spec.name))?,
        description: spec.description,
        role,
        measure,
        unit,
        categories: words,
        categories_ordered: words.map(|_| true),
        constraints: Constraints {
            required: role != "figure",
            pattern: (role == "country").then_some("[A-Z]{3}"),
            minimum: measure.map(|_| 0),
        },
    })
}

pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
