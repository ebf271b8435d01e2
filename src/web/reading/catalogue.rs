//! The data package as JavaScript hands it over, read property by property.
//!
//! By hand and not through serde: a dozen structs of generic code were 40 kB of wasm, and a visitor that says what it
//! expected brings the printing of floats along. The names are those of `model::dataset`, whose own descriptions the
//! native tests read with serde.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::model::{
    Absent, BreakDescriptor, Field, LeftOutDescriptor, Licence, Package, QuantityKind, Resource, Role,
    Schema, Source, Via, View,
};

/// The data package; `None` where that is no object with resources.
pub fn package(package: &JsValue) -> Option<Package> {
    let resources: Array = get(package, "resources").dyn_into().ok()?;
    let mut parts = Vec::new();
    for resource in resources.iter() {
        parts.push(part(&resource));
    }
    Some(Package { resources: parts })
}

/// The texts of an object by their names.
pub fn texts(object: &JsValue) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    if let Some(object) = object.dyn_ref::<Object>() {
        for name in Object::keys(object).iter() {
            if let (Some(name), Ok(text)) = (name.as_string(), Reflect::get(object, &name))
                && let Some(text) = text.as_string()
            {
                texts.push((name, text));
            }
        }
    }
    texts
}

/// A property; `undefined` where the object has none, and of what is no object.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// An object's own property: what a page's scripts have given to all objects is no choice of a reader's.
pub fn get_own(object: &JsValue, name: &str) -> JsValue {
    match object.dyn_ref::<Object>() {
        Some(owner) if Object::has_own(owner, &JsValue::from_str(name)) => get(object, name),
        _ => JsValue::UNDEFINED,
    }
}

/// A property that is a text, if it is one.
pub fn optional(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}

/// A property that is a text; empty where it is none.
fn text(object: &JsValue, name: &str) -> String {
    optional(object, name).unwrap_or_default()
}

/// A property that is a list; empty where it is none.
pub fn list(object: &JsValue, name: &str) -> Array {
    get(object, name).dyn_into().unwrap_or_default()
}

/// The texts of a property that is a list.
pub fn strings(object: &JsValue, name: &str) -> Vec<String> {
    let mut strings = Vec::new();
    for entry in list(object, name).iter() {
        strings.extend(entry.as_string());
    }
    strings
}

fn part(resource: &JsValue) -> Resource {
    let mut fields = Vec::new();
    for entry in list(&get(resource, "schema"), "fields").iter() {
        fields.push(field(&entry));
    }
    let mut sources = Vec::new();
    for entry in list(resource, "sources").iter() {
        sources.push(source(&entry));
    }
    let mut breaks = Vec::new();
    for entry in list(resource, "breaks").iter() {
        let (from, filter) = (text(&entry, "from"), text(&entry, "filter"));
        breaks.push(BreakDescriptor { from, fields: strings(&entry, "fields"), filter });
    }
    let mut left_out = Vec::new();
    for entry in list(resource, "leftOut").iter() {
        left_out.push(LeftOutDescriptor { field: text(&entry, "field"), values: strings(&entry, "values") });
    }
    let shown = get(resource, "view");
    Resource {
        name: text(resource, "name"),
        path: text(resource, "path"),
        bytes: get(resource, "bytes").as_f64().unwrap_or_default() as usize,
        dataset: text(resource, "dataset"),
        title: text(resource, "title"),
        schema: Schema { fields },
        sources,
        absent: if text(resource, "absent") == "zero" { Absent::Zero } else { Absent::Missing },
        coverage: strings(resource, "coverage"),
        breaks,
        apart: strings(resource, "apart"),
        origin: optional(resource, "origin"),
        aggregate: optional(resource, "aggregate"),
        view: shown.is_object().then(|| view(&shown)),
        from: optional(resource, "from"),
        to: optional(resource, "to"),
        provisional_from: optional(resource, "provisionalFrom"),
        left_out,
    }
}

fn field(field: &JsValue) -> Field {
    Field {
        name: text(field, "name"),
        role: match text(field, "role").as_str() {
            "period" => Role::Period,
            "country" => Role::Country,
            "category" => Role::Category,
            "figure" => Role::Measure,
            _ => Role::Other,
        },
        measure: QuantityKind::parse(&text(field, "measure")),
        unit: optional(field, "unit"),
    }
}

fn source(source: &JsValue) -> Source {
    let (license, via) = (get(source, "license"), get(source, "via"));
    Source {
        title: text(source, "title"),
        language: text(source, "language"),
        publisher: text(source, "publisher"),
        path: text(source, "path"),
        edition: text(source, "edition"),
        as_of: text(source, "asOf"),
        license: Licence {
            name: text(&license, "name"),
            title: text(&license, "title"),
            path: text(&license, "path"),
        },
        via: Via { name: text(&via, "name"), path: text(&via, "path") },
    }
}

fn view(view: &JsValue) -> View {
    View {
        kind: optional(view, "kind"),
        x: optional(view, "x"),
        y: optional(view, "y"),
        series: optional(view, "series"),
        filter: optional(view, "filter"),
        top: get(view, "top").as_f64().map(|top| top as usize),
        from: optional(view, "from"),
        to: optional(view, "to"),
    }
}
