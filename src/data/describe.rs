//! What can be told of an author's table from its names and cells.

use crate::model::{Cells, Dataset, Field, Measure, Role, Table, TextColumn, View, country};

use super::period::{holds, is_figure_name};

/// UNHCR's and others' codes of what is no ISO 3166 country: stateless, unknown, Tibetan, Kosovo, other, various.
const PSEUDO_CODES: [&str; 7] = ["XXA", "UNK", "TIB", "XKX", "OOO", "VAR", "AB9"];

/// A text column with up to this many distinct texts is a category; more are names or notes.
const CATEGORY_TEXTS: usize = 60;
/// Up to this many distinct texts make a first view's series: more lines cannot be told apart.
const SERIES_TEXTS: usize = 8;

/// The measures of names this field uses alike everywhere; the unit of all of them but `encounters` is people.
const MEASURES: [(&str, Measure); 16] = [
    ("refugees", Measure::Stock),
    ("asylum_seekers", Measure::Stock),
    ("idps", Measure::Stock),
    ("stateless", Measure::Stock),
    ("ooc", Measure::Stock),
    ("oip", Measure::Stock),
    ("hst", Measure::Stock),
    ("population", Measure::Stock),
    ("returned_refugees", Measure::Flow),
    ("returned_idps", Measure::Flow),
    ("resettlement", Measure::Flow),
    ("naturalisation", Measure::Flow),
    ("applied", Measure::Flow),
    ("asylum_applications", Measure::Flow),
    ("encounters", Measure::Event),
    ("crossings", Measure::Event),
];

/// Describes an author's table: the role of each column, the measure of names this field knows, a default view.
pub fn describe(table: &Table) -> Dataset {
    let mut fields = Vec::with_capacity(table.columns.len());
    for column in &table.columns {
        let mut field = Field { name: column.name.clone(), ..Field::default() };
        match &column.cells {
            Cells::Period(_) => field.role = Role::Period,
            Cells::Number(_) => {
                field.role = if is_code_name(&column.name) { Role::Other } else { Role::Figure };
                let name = column.name.to_ascii_lowercase();
                if let Some((_, measure)) = MEASURES.iter().find(|(known, _)| *known == name) {
                    field.measure = *measure;
                    let unit = if *measure == Measure::Event { name.as_str() } else { "people" };
                    field.unit = Some(unit.to_owned());
                }
            }
            Cells::Text(texts) => field.role = text_role(table, &column.name, texts),
        }
        fields.push(field);
    }
    let view = default_view(table, &fields);
    Dataset { fields, view, ..Dataset::default() }
}

fn text_role(table: &Table, name: &str, texts: &TextColumn) -> Role {
    let distinct = texts.dictionary.len();
    if distinct == 0 {
        return Role::Other;
    }
    // UNHCR's own codes collide with ISO 3166 (`AUS` is Austria): beside `coo_iso`, `coo` is no country.
    let has_iso_twin = table.column(&format!("{name}_iso")).is_some();
    let is_country = |code: &String| country::iso2(code).is_some() || PSEUDO_CODES.contains(&code.as_str());
    let countries = texts.dictionary.iter().filter(|code| is_country(code)).count();
    let share = if is_country_name(name) { 0.6 } else { 0.95 };
    if !has_iso_twin && countries as f64 >= share * distinct as f64 {
        return Role::Country;
    }
    if distinct <= CATEGORY_TEXTS && distinct * 2 <= texts.codes.len().max(4) {
        Role::Category
    } else {
        Role::Other
    }
}

/// Whether a name says that its column holds country codes.
fn is_country_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    holds(&name, "iso")
        || name.ends_with("code")
        || matches!(
            name.as_str(),
            "coo"
                | "coa"
                | "nat"
                | "geo"
                | "country"
                | "origin"
                | "destination"
                | "asylum"
                | "from"
                | "citizenship"
                | "ref_area"
                | "nationality"
        )
}

/// Whether a name says that its column's numbers are codes or places, no figures.
fn is_code_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    matches!(
        name.as_str(),
        "id" | "m49" | "lat" | "lon" | "lng" | "latitude" | "longitude" | "index" | "code"
    ) || name.ends_with("_id")
        || name.ends_with("code")
}

/// Periods across if there are any, the first figure, and as series the first category or country with few values.
fn default_view(table: &Table, fields: &[Field]) -> View {
    let first = |role: Role| fields.iter().find(|field| field.role == role).map(|field| field.name.clone());
    let texts = || {
        table.columns.iter().filter_map(|column| match &column.cells {
            Cells::Text(texts) if !texts.dictionary.is_empty() => Some((column.name.as_str(), texts)),
            _ => None,
        })
    };
    let x = first(Role::Period).or_else(|| texts().next().map(|(name, _)| name.to_owned()));
    let named = fields.iter().find(|field| field.role == Role::Figure && is_figure_name(&field.name));
    let y = named.map(|field| field.name.clone()).or_else(|| first(Role::Figure));
    // Countries before categories: of a country's code and name, the code has a name in every language.
    let groups = |role: Role| {
        texts()
            .filter(|(name, texts)| {
                Some(*name) != x.as_deref() && (2..=SERIES_TEXTS).contains(&texts.dictionary.len())
            })
            .find(|(name, _)| fields.iter().any(|field| field.name == *name && field.role == role))
    };
    let series = groups(Role::Country).or_else(|| groups(Role::Category));
    View { x, y, series: series.map(|(name, _)| name.to_owned()), ..View::default() }
}
