//! What can be told of an author's table from its names and cells.
//!
//! | module | what it owns |
//! |---|---|
//! | `texts` | what columns of texts are: countries, categories, or beside the matter |
//! | `no_figure` | columns of numbers that are no figures |
//! | `family` | columns that are one quantity across |
//! | `view` | what is shown first, and why |

mod family;
mod no_figure;
mod texts;
mod view;

use crate::model::{
    Cells, Choice, Column, Dataset, Field, Listed, QuantityKind, Role, Scaled, Sure, Table, TextColumn,
};

use super::known_measures::MEASURES;
use super::quantity::units::scale_in_name;
use super::quantity::values::{Span, span_of};
use super::quantity::{About, is_generic, quantity_of};
use super::reading::{FileMetadata, Reading};
use super::time_shown::{period_role, widen};
pub(in crate::data) use family::{is_member, is_part};
pub(in crate::data) use texts::is_list_of_cases;
use texts::{is_of_cases_and_persons, is_of_countries, text_role, why_no_dimension};
use view::Maker;

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
    dataset.indicators.clone_from(&metadata.indicators);
    // UNHCR counts at the end of the year.
    dataset.dates_stocks = metadata.format == "unhcr";
    let is_age = |name: &&str| {
        let name = name.to_ascii_lowercase();
        name.starts_with("age") || name.starts_with("edad") || name.starts_with("idade")
    };
    dataset.ordered.extend(reading.table.names().filter(is_age).map(str::to_owned));
    widen(&reading.table, &mut dataset);
    let mut choices = metadata.choices.clone();
    choices.append(&mut dataset.choices);
    dataset.choices = choices;
    dataset
}

/// The columns of texts that hold any.
fn texts_of(table: &Table) -> impl Iterator<Item = (&str, &TextColumn)> {
    table.columns.iter().filter_map(|column| match &column.cells {
        Cells::Text(texts) if !texts.dictionary.is_empty() => Some((column.name.as_str(), texts)),
        _ => None,
    })
}

/// The fields and the default view of a table.
pub(in crate::data) fn describe_table(table: &Table, metadata: &FileMetadata) -> Dataset {
    let mut fields = Vec::with_capacity(table.columns.len());
    let mut likely = Vec::new();
    let mut choices = Vec::new();
    let about = About::of(table, &metadata.title);
    for column in &table.columns {
        let mut told = Told::of(table, &about, column);
        // `SEX` may stand beside `Sex`.
        let is_of_no_other = |field: &&Field| {
            field.name.eq_ignore_ascii_case(&column.name)
                && !table.columns.iter().any(|other| other.name == field.name)
        };
        let said = metadata.fields.iter().find(|field| field.name == column.name);
        if let Some(said) = said.or_else(|| metadata.fields.iter().find(is_of_no_other)) {
            told.say(said, column);
        }
        let Told { field, why_role, why_kind, is_likely } = told;
        if is_likely {
            likely.push(field.name.clone());
        }
        let choice = |about: &'static str, (why, sure): (&'static str, Sure)| Choice {
            about,
            field: field.name.clone(),
            why,
            sure,
        };
        choices.push(choice("role", why_role));
        if field.role == Role::Measure {
            choices.push(choice("kind", why_kind));
        }
        fields.push(field);
    }
    if let Some(name) = texts::tells_rows_apart(table, &fields) {
        for field in fields.iter_mut().filter(|field| field.name == name) {
            field.role = Role::Category;
        }
    }
    let counts_rows = !fields.iter().any(|field| field.role == Role::Measure);
    name_members(&mut fields, metadata);
    name_parts(&mut fields, metadata);
    let indicators = metadata.indicators.iter().find(|indicators| indicators.side_by_side);
    let maker = Maker {
        table,
        fields: &fields,
        metadata,
        counts_rows,
        indicators: indicators.map(|indicators| indicators.field.as_str()),
        choices,
    };
    let (mut view, choices) = maker.view();
    view.filter.clone_from(&metadata.view.filter);
    let apart = table.columns.iter().filter(|column| is_of_cases_and_persons(column));
    let mut apart: Vec<String> = apart.map(|column| column.name.clone()).listed();
    apart.extend(metadata.indicators.iter().map(|indicators| indicators.field.clone()));
    let scaled = scaled(&fields, &metadata.title);
    Dataset { scaled, fields, view, apart, likely, counts_rows, choices, ..Dataset::default() }
}

/// The columns that count in thousands or millions, by their names, else by the title.
fn scaled(fields: &[Field], title: &str) -> Vec<Scaled> {
    let adds = |field: &&Field| field.measure.is_count() || field.measure == QuantityKind::Unknown;
    let measures = fields.iter().filter(|field| field.role == Role::Measure).filter(adds);
    let of = |field: &Field| {
        let (factor, plain) = scale_in_name(&field.name).or_else(|| {
            let (factor, _) = scale_in_name(title).filter(|_| is_generic(&field.name))?;
            Some((factor, field.name.clone()))
        })?;
        Some(Scaled { field: field.name.clone(), plain, factor })
    };
    measures.filter_map(of).listed()
}

/// Men, women and ages of what the title counts.
fn name_members(fields: &mut [Field], metadata: &FileMetadata) {
    let kind = super::quantity::words::kind_of_words(&metadata.title);
    if !kind.is_count() {
        return;
    }
    let is_open = |field: &Field| field.role == Role::Measure && field.measure == QuantityKind::Unknown;
    for field in fields.iter_mut().filter(|field| is_open(field) && is_member(&field.name)) {
        field.measure = kind;
    }
}

/// What adds up to applications are applications: "Main applicants" and "Dependants".
fn name_parts(fields: &mut [Field], metadata: &FileMetadata) {
    for total in &metadata.total_columns {
        let is_whole = |field: &&Field| field.role == Role::Measure && field.name == total.name;
        let Some(whole) = fields.iter().find(is_whole).filter(|whole| whole.measure.is_count()) else {
            continue;
        };
        let (kind, unit) = (whole.measure, whole.unit.clone());
        for field in fields.iter_mut().filter(|field| total.of.contains(&field.name)) {
            if field.role == Role::Measure && field.measure == QuantityKind::Unknown {
                field.measure = kind;
                field.unit = field.unit.take().or_else(|| unit.clone());
            }
        }
    }
}

/// What is told of a column, and why.
struct Told {
    field: Field,
    why_role: (&'static str, Sure),
    why_kind: (&'static str, Sure),
    /// Whether its kind is only likely.
    is_likely: bool,
}

impl Told {
    /// By its name and cells.
    fn of(table: &Table, about: &About, column: &Column) -> Told {
        let field = Field { name: column.name.clone(), ..Field::default() };
        let mut told = Told {
            field,
            why_role: ("cells", Sure::Sure),
            why_kind: ("nothing", Sure::Guess),
            is_likely: false,
        };
        match &column.cells {
            Cells::Period(_) => {
                told.field.role = period_role(table, column);
                if told.field.role != Role::Period {
                    told.why_role = ("other-time", Sure::Likely);
                }
            }
            Cells::Number(figures) => told.read_figures(table, about, column, &span_of(figures)),
            Cells::Text(texts) => {
                told.field.role = text_role(table, &column.name, texts);
                let beside = why_no_dimension(&column.name, texts).filter(|_| told.field.role == Role::Other);
                told.why_role = (beside.unwrap_or("cells"), Sure::Likely);
            }
        }
        told
    }

    fn read_figures(&mut self, table: &Table, about: &About, column: &Column, span: &Span) {
        let name = column.name.to_ascii_lowercase();
        let known = MEASURES.iter().find(|(known, _)| *known == name);
        let quantity = quantity_of(table, about, column, span);
        if let Some(why) = no_figure::why_no_figure(table, column, &quantity, span) {
            self.why_role = (why, Sure::Likely);
            return;
        }
        self.field.role = Role::Measure;
        self.field.measure = quantity.kind;
        self.field.unit = quantity.unit.map(str::to_owned);
        self.why_kind = (quantity.why, quantity.sure);
        match known {
            // A share of women under the name of refugees is a share.
            Some((_, measure)) if quantity.kind.is_count() || quantity.kind == QuantityKind::Unknown => {
                self.field.measure = *measure;
                let is_event = *measure == QuantityKind::Event;
                let unit = if is_event { Some(name) } else { quantity.unit.map(str::to_owned) };
                let is_open = quantity.kind != QuantityKind::Stock && is_of_whole(column);
                self.field.unit = unit.or_else(|| is_open.then(|| String::from("people")));
                self.why_kind = ("name", Sure::Sure);
            }
            _ => self.is_likely = quantity.kind != QuantityKind::Unknown,
        }
    }

    /// What a format says of a column holds as far as its cells bear it.
    fn say(&mut self, said: &Field, column: &Column) {
        let bears = match (&column.cells, said.role) {
            // A column of nothing but dashes is no figure, whoever says so.
            (Cells::Number(_), Role::Measure) => self.why_role.0 != "blank",
            (Cells::Number(_), Role::Other) | (_, Role::Other) => true,
            // Notes and marks split nothing, though they stand among dimensions.
            (Cells::Text(_), Role::Category) => self.why_role.0 != "beside",
            (Cells::Text(texts), Role::Country) => is_of_countries(texts, 0.5),
            (Cells::Period(_), Role::Period) => true,
            _ => false,
        };
        if !bears {
            return;
        }
        let name = std::mem::take(&mut self.field.name);
        self.why_role = ("format", Sure::Sure);
        if said.measure == QuantityKind::Unknown && said.role == Role::Measure {
            // Of what a format says nothing of, the words hold.
            let unit = said.unit.clone().or_else(|| self.field.unit.take());
            let unit = unit.filter(|_| {
                self.field.measure.is_count()
                    || self.field.measure == QuantityKind::Unknown
                    || said.unit.is_none()
            });
            self.field = Field { name, measure: self.field.measure, unit, ..said.clone() };
        } else {
            self.is_likely = false;
            self.why_kind = ("format", Sure::Sure);
            self.field = Field { name, ..said.clone() };
        }
    }
}

/// Whether all figures of a column are whole: those of people.
fn is_of_whole(column: &Column) -> bool {
    match &column.cells {
        Cells::Number(figures) => span_of(figures).fractions == 0,
        _ => false,
    }
}
