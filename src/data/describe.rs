//! What can be told of an author's table from its names and cells.

use crate::model::{
    Cells, Column, Dataset, Field, Listed, PERSONS_AND_CASES, PeriodColumn, QuantityKind, Role, Table,
    TextColumn, View, country,
};

use super::cells::period::{holds, is_figure_name};
use super::quantity::quantity_of;
use super::reading::{FileMetadata, Reading};
use super::time_shown::{period_role, time_column, widen};

/// UNHCR's and others' codes of what is no ISO 3166 country: stateless, unknown, Tibetan, Kosovo, other, various.
const PSEUDO_CODES: [&str; 7] = ["XXA", "UNK", "TIB", "XKX", "OOO", "VAR", "AB9"];

/// A text column with up to this many distinct texts is a category; more are names or notes.
const CATEGORY_TEXTS: usize = 60;
/// Up to this many distinct texts make a first view's series: more lines cannot be told apart.
const SERIES_TEXTS: usize = 8;

/// The measures of names this field uses alike everywhere; the unit of all of them but `encounters` is people.
const MEASURES: [(&str, QuantityKind); 16] = [
    ("refugees", QuantityKind::Stock),
    ("asylum_seekers", QuantityKind::Stock),
    ("idps", QuantityKind::Stock),
    ("stateless", QuantityKind::Stock),
    ("ooc", QuantityKind::Stock),
    ("oip", QuantityKind::Stock),
    ("hst", QuantityKind::Stock),
    ("population", QuantityKind::Stock),
    ("returned_refugees", QuantityKind::Flow),
    ("returned_idps", QuantityKind::Flow),
    ("resettlement", QuantityKind::Flow),
    ("naturalisation", QuantityKind::Flow),
    ("applied", QuantityKind::Flow),
    ("asylum_applications", QuantityKind::Flow),
    ("encounters", QuantityKind::Event),
    ("crossings", QuantityKind::Event),
];

/// Describes what was read of an author's file: the role of each column, the measure of names this field knows, a
/// default view, and what the file's format knows.
pub fn describe(reading: &Reading) -> Dataset {
    let mut dataset = describe_table(&reading.table, &reading.metadata);
    let metadata = &reading.metadata;
    dataset.title.clone_from(&metadata.title);
    dataset.sources.extend(metadata.source.clone());
    dataset.left_out.clone_from(&metadata.left_out);
    dataset.aliases.clone_from(&metadata.aliases);
    dataset.spellings.clone_from(&metadata.spellings);
    dataset.ordered.clone_from(&metadata.ordered);
    dataset.totals.clone_from(&metadata.totals);
    dataset.total_columns.clone_from(&metadata.total_columns);
    // UNHCR counts at the end of the year.
    dataset.dates_stocks = metadata.format == "unhcr";
    let is_age = |name: &&str| {
        let name = name.to_ascii_lowercase();
        name.starts_with("age") || name.starts_with("edad") || name.starts_with("idade")
    };
    dataset.ordered.extend(reading.table.names().filter(is_age).map(str::to_owned));
    widen(&reading.table, &mut dataset);
    dataset
}

/// The fields and the default view of a table.
pub(in crate::data) fn describe_table(table: &Table, metadata: &FileMetadata) -> Dataset {
    let mut fields = Vec::with_capacity(table.columns.len());
    let mut likely = Vec::new();
    for column in &table.columns {
        // `SEX` may stand beside `Sex`.
        let is_of_no_other = |field: &&Field| {
            field.name.eq_ignore_ascii_case(&column.name)
                && !table.columns.iter().any(|other| other.name == field.name)
        };
        let said = metadata.fields.iter().find(|field| field.name == column.name);
        let said = said.or_else(|| metadata.fields.iter().find(is_of_no_other));
        let mut field = Field { name: column.name.clone(), ..Field::default() };
        match &column.cells {
            Cells::Period(_) => field.role = period_role(table, column),
            Cells::Number(_) => {
                field.role = if is_code_name(&column.name) { Role::Other } else { Role::Measure };
                let name = column.name.to_ascii_lowercase();
                if let Some((_, measure)) = MEASURES.iter().find(|(known, _)| *known == name) {
                    field.measure = *measure;
                    let unit = if *measure == QuantityKind::Event { name.as_str() } else { "people" };
                    field.unit = Some(unit.to_owned());
                } else {
                    field.measure = quantity_of(table, &metadata.title, column);
                    let is_of_people = field.measure == QuantityKind::Stock;
                    field.unit = is_of_people.then(|| String::from("people"));
                    if field.measure != QuantityKind::Unknown {
                        likely.push(column.name.clone());
                    }
                }
            }
            Cells::Text(texts) => field.role = text_role(table, &column.name, texts),
        }
        if let Some(said) = said {
            // What a format says of a column holds as far as its cells bear it.
            let bears = match (&column.cells, said.role) {
                (Cells::Number(_), Role::Measure | Role::Other) | (_, Role::Other) => true,
                (Cells::Text(_), Role::Category) => true,
                (Cells::Text(texts), Role::Country) => is_of_countries(texts, 0.5),
                (Cells::Period(_), Role::Period) => true,
                _ => false,
            };
            if bears {
                let inferred = Field { name: field.name, ..said.clone() };
                field = match said.measure {
                    // Of what a format says nothing of, the words hold.
                    QuantityKind::Unknown if said.role == Role::Measure => {
                        Field { measure: field.measure, unit: said.unit.clone().or(field.unit), ..inferred }
                    }
                    _ => {
                        likely.retain(|name| *name != column.name);
                        inferred
                    }
                };
            }
        }
        fields.push(field);
    }
    let mut view = default_view(table, &fields, &metadata.view);
    let is_there = |name: &String| table.column(name).is_some();
    if view.series.is_none() {
        view.series = metadata.view.series.clone().filter(is_there);
    }
    view.filter.clone_from(&metadata.view.filter);
    let apart = table.columns.iter().filter(|column| is_of_cases_and_persons(column));
    let apart = apart.map(|column| column.name.clone()).listed();
    Dataset { fields, view, apart, likely, ..Dataset::default() }
}

/// Whether a column tells cases from persons, as `app_pc` and `dec_pc` of UNHCR's tables do by `C` and `P`.
fn is_of_cases_and_persons(column: &Column) -> bool {
    let Cells::Text(texts) = &column.cells else { return false };
    let has = |word: &str| texts.dictionary.iter().any(|text| text.trim().eq_ignore_ascii_case(word));
    let is_named = matches!(column.name.to_ascii_lowercase().as_str(), "app_pc" | "dec_pc");
    PERSONS_AND_CASES
        .iter()
        .any(|(persons, cases)| has(persons) && has(cases) && (is_named || texts.dictionary.len() == 2))
}

fn text_role(table: &Table, name: &str, texts: &TextColumn) -> Role {
    let distinct = texts.dictionary.len();
    if distinct == 0 {
        return Role::Other;
    }
    // UNHCR's own codes collide with ISO 3166 (`AUS` is Austria): beside `coo_iso`, `coo` is no country.
    let has_iso_twin = table.column(&format!("{name}_iso")).is_some();
    let share = if is_country_name(name) { 0.6 } else { 0.95 };
    if !has_iso_twin && is_of_countries(texts, share) {
        return Role::Country;
    }
    if distinct <= CATEGORY_TEXTS && distinct * 2 <= texts.codes.len().max(4) {
        Role::Category
    } else {
        Role::Other
    }
}

/// Whether at least this share of a column's distinct texts are codes of countries.
fn is_of_countries(texts: &TextColumn, share: f64) -> bool {
    let is_country = |code: &String| country::iso2(code).is_some() || PSEUDO_CODES.contains(&code.as_str());
    let countries = texts.dictionary.iter().filter(|code| is_country(code)).count();
    countries as f64 >= share * texts.dictionary.len() as f64
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

/// Whether all rows are of one period.
fn is_one_period(periods: &PeriodColumn) -> bool {
    let mut known = periods.ordinals.iter().filter(|ordinal| **ordinal != PeriodColumn::MISSING);
    let first = known.next();
    known.all(|ordinal| Some(ordinal) == first)
}

/// Periods across if there are any, the first figure, and as series the first category or country with few values;
/// `said` is what the format says instead.
fn default_view(table: &Table, fields: &[Field], said: &View) -> View {
    let role_of = |name: &str| fields.iter().find(|field| field.name == name).map(|field| field.role);
    let first = |role: Role| fields.iter().find(|field| field.role == role).map(|field| field.name.clone());
    let texts = || {
        table.columns.iter().filter_map(|column| match &column.cells {
            Cells::Text(texts) if !texts.dictionary.is_empty() => Some((column.name.as_str(), texts)),
            _ => None,
        })
    };
    let is_there = |name: &String| table.column(name).is_some();
    let across = || {
        let shown = |role: Role| {
            let mut found =
                texts().filter(|(name, texts)| role_of(name) == Some(role) && texts.dictionary.len() > 1);
            found.next().map(|(name, _)| name.to_owned())
        };
        shown(Role::Country).or_else(|| shown(Role::Category)).or_else(|| {
            let several = texts().find(|(_, texts)| texts.dictionary.len() > 1);
            several.map(|(name, _)| name.to_owned())
        })
    };
    let x = said.x.clone().filter(is_there).or_else(|| time_column(table, fields).map(str::to_owned));
    let x = x.or_else(across);
    // Nothing moves over one period: then the places stand across.
    let x = match x.as_ref().and_then(|name| table.column(name)).map(|column| &column.cells) {
        Some(Cells::Period(periods)) if is_one_period(periods) => across().or(x),
        _ => x,
    };
    let is_count = |field: &&Field| {
        field.role == Role::Measure && (field.measure.is_count() || field.measure == QuantityKind::Unknown)
    };
    let named = fields.iter().filter(is_count).find(|field| is_figure_name(&field.name));
    let y = said.y.clone().filter(is_there).or_else(|| named.map(|field| field.name.clone()));
    let y = y
        .or_else(|| fields.iter().find(is_count).map(|field| field.name.clone()))
        .or_else(|| first(Role::Measure));
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
