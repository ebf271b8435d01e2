//! The descriptor: a Frictionless Data Package 2.0 with the properties that `model::dataset` reads.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

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
    aggregate: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    view: View,
    licenses: Vec<LicenceSpec>,
    sources: &'a [SourceSpec],
    schema: Schema<'a>,
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
pub fn describe(parts: &[ShippedTable], files: &[Vec<u8>], messages: &str) -> Result<String, String> {
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
            breaks: breaks(part.dataset),
            apart: apart(part.dataset),
            aggregate: part.aggregate,
            from: span.map(|(from, _)| from.as_str()),
            to: span.map(|(_, to)| to.as_str()),
            view: view(part.view),
            licenses,
            sources: &part.sources,
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

/// Where a publisher begins to count another way; `dataset.<id>.break.<from>` of the message files says how.
#[derive(Clone, Serialize)]
struct Break {
    from: &'static str,
    /// It concerns only what uses one of these fields; everything where empty.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    fields: &'static [&'static str],
    /// It concerns only rows that meet this; all where empty.
    #[serde(skip_serializing_if = "str::is_empty")]
    filter: &'static str,
}

/// The breaks of method by dataset.
const BREAKS: [(&str, Break); 3] = [
    ("darien-crossings-age-sex", Break { from: "2023-01", fields: &["age_group"], filter: "" }),
    ("guatemala-returns", Break { from: "2024-01", fields: &["age_group"], filter: "" }),
    ("venezuelans-abroad", Break { from: "2018", fields: &[], filter: "" }),
];

fn breaks(dataset: &str) -> Vec<Break> {
    BREAKS.iter().filter(|(known, _)| *known == dataset).map(|(_, found)| found.clone()).collect()
}

/// Fields by dataset whose values are counted in ways of their own, and so never together.
const APART: [(&str, &[&str]); 1] = [("irregular-entries", &["country"])];

fn apart(dataset: &str) -> &'static [&'static str] {
    APART.iter().find(|(known, _)| *known == dataset).map_or(&[], |(_, fields)| fields)
}

/// The fields that together name a row.
fn keys(part: &ShippedTable) -> Vec<&'static str> {
    let is_key = |field: &&FieldSpec| !matches!(field.holds, Holds::Figure(..));
    part.fields.iter().filter(is_key).map(|field| field.name).collect()
}

fn view(spec: ViewSpec) -> View {
    let ViewSpec { kind, x, y, series, filter, top, from } = spec;
    View { kind, x, y, series, filter, top, from }
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

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
