//! A Frictionless data package: which file of it is meant, and what it says of that file (specs.frictionlessdata.io).

use crate::model::{
    Field, Joined, Licence, Listed, Problem, QuantityKind, Role, Source, Via, is_web_address, nearest,
};

use super::super::reading::FileMetadata;
use crate::data::json::value::Json;

/// The format's name: such a file is no table, but names one.
pub(in crate::data) const NAME: &str = "datapackage";

/// A file of a package.
pub(in crate::data) struct PackagedFile {
    /// Its address, relative to the package.
    pub(in crate::data) path: String,
    /// What the package says of it.
    pub(in crate::data) metadata: FileMetadata,
}

/// Whether a JSON text begins as a package does.
pub(in crate::data) fn recognises(head: &[u8], address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let has = |wanted: &[u8]| head.windows(wanted.len()).any(|bytes| bytes == wanted);
    let is_of_the_web = has(b"//www.w3.org/ns/csvw") && has(b"\"url\"");
    is_of_the_web
        || path.ends_with("datapackage.json")
        || (has(b"\"resources\"") && has(b"\"path\"") && has(b"\"name\""))
}

/// Finds the resource that the address names after `#`, else the first that is a table.
pub(in crate::data) fn resource(package: &Json, address: &str) -> Result<PackagedFile, Problem> {
    let wanted = address.split_once('#').map_or("", |(_, name)| name);
    if package.get("@context") != &Json::Null {
        return of_the_web(package);
    }
    let resources = package.get("resources").list();
    let name_of = |resource: &Json| resource.get("name").text().unwrap_or_default().to_owned();
    let path_of = |resource: &Json| {
        let path = resource.get("path");
        path.text().or_else(|| path.list().first().and_then(Json::text)).unwrap_or_default().to_owned()
    };
    let is_table = |resource: &&Json| {
        let path = path_of(resource).to_ascii_lowercase();
        [".csv", ".tsv", ".json", ".csv.gz", ".txt"].iter().any(|ending| path.ends_with(ending))
    };
    let names: Vec<String> = resources.iter().map(name_of).listed();
    let found = match wanted {
        "" => resources.iter().find(is_table),
        _ => resources.iter().find(|resource| name_of(resource) == wanted),
    };
    let Some(found) = found else {
        let near = nearest(wanted, names.iter().map(String::as_str)).or(names.first().map(String::as_str));
        let problem =
            Problem::new("unknown-resource").with("resource", wanted).with("names", names.joined(", "));
        return Err(problem.with("nearest", near.unwrap_or_default()));
    };
    let path = path_of(found);
    if path.is_empty() {
        return Err(Problem::new("package-no-file").with("resource", name_of(found)));
    }
    Ok(PackagedFile { path, metadata: metadata(package, found) })
}

/// The file that CSV on the Web describes, the first of several (w3.org/TR/tabular-metadata).
fn of_the_web(package: &Json) -> Result<PackagedFile, Problem> {
    let table = package.get("tables").list().first().unwrap_or(package);
    let Some(path) = table.get("url").text() else {
        return Err(Problem::new("package-no-file").with("resource", ""));
    };
    let title = ["dc:title", "title", "rdfs:label"].iter().find_map(|name| table.get(name).text());
    let metadata = FileMetadata { title: title.unwrap_or_default().to_owned(), ..FileMetadata::default() };
    Ok(PackagedFile { path: path.to_owned(), metadata })
}

/// The data of a resource that holds them itself, and what the package says of them.
pub(in crate::data) fn inline<'a>(package: &'a Json, address: &str) -> Option<(&'a Json, FileMetadata)> {
    let wanted = address.split_once('#').map_or("", |(_, name)| name);
    let is_it = |resource: &&Json| {
        let is_wanted = wanted.is_empty() || resource.get("name").text() == Some(wanted);
        is_wanted && matches!(resource.get("data"), Json::List(_) | Json::Record(_))
    };
    let found = package.get("resources").list().iter().find(is_it)?;
    let has_file = |resource: &Json| resource.get("path").text().is_some_and(|path| !path.is_empty());
    if wanted.is_empty() && package.get("resources").list().iter().any(has_file) {
        return None;
    }
    Some((found.get("data"), metadata(package, found)))
}

/// What a package says of a resource.
fn metadata(package: &Json, found: &Json) -> FileMetadata {
    let text = |json: &Json, name: &str| json.get(name).text().unwrap_or_default().to_owned();
    let title = [text(found, "title"), text(package, "title")].into_iter().find(|title| !title.is_empty());
    let fields = found.get("schema").get("fields").list().iter().map(field).listed();
    FileMetadata {
        title: title.unwrap_or_default(),
        fields: fields.into_iter().flatten().listed(),
        source: source(found).or_else(|| source(package)),
        ..FileMetadata::default()
    }
}

/// What a table schema says of a column that its cells do not say themselves.
fn field(field: &Json) -> Option<Field> {
    let name = field.get("name").text()?.to_owned();
    let word = |of: &str| field.get(of).text().unwrap_or_default().to_ascii_lowercase();
    let measure = QuantityKind::parse(&word("measure"));
    let role = match (word("role").as_str(), word("type").as_str()) {
        ("country", _) => Role::Country,
        ("category", _) => Role::Category,
        ("period", _) => Role::Period,
        ("figure", _) => Role::Measure,
        // An integer may be a code: what the cells say is as good.
        _ => return None,
    };
    Some(Field { name, role, measure, unit: field.get("unit").text().map(str::to_owned) })
}

fn source(json: &Json) -> Option<Source> {
    let first = json.get("sources").list().first()?;
    let text = |json: &Json, name: &str| json.get(name).text().unwrap_or_default().to_owned();
    let web = |address: String| if is_web_address(&address) { address } else { String::new() };
    let licence = match json.get("licenses").list().first() {
        Some(licence) => licence,
        None => first.get("license"),
    };
    Some(Source {
        title: text(first, "title"),
        language: text(first, "language"),
        publisher: text(first, "publisher"),
        path: web(text(first, "path")),
        edition: text(first, "edition"),
        as_of: text(first, "asOf"),
        license: Licence {
            name: text(licence, "name"),
            title: text(licence, "title"),
            path: web(text(licence, "path")),
        },
        via: Via { name: text(first.get("via"), "name"), path: web(text(first.get("via"), "path")) },
    })
}
