//! What is known about a table: its fields, measures, source and default view.
//!
//! The serialized form is a Frictionless Data Package (`www/data/datapackage.json`) with a few properties of our own,
//! which that standard allows: `dataset`, `absent`, `coverage`, `breaks`, `apart`, `origin`, `leftOut`, `provisionalFrom`,
//! `aggregate`, `view` on a resource; `role`, `measure`, `unit` on a field; `publisher`, `language`, `edition`, `asOf`,
//! `via` on a source.
//!
//! Natively serde reads it; the wasm's `web::catalogue` reads it by hand, which is 40 kB less.

#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;

use super::{Choice, Indicators, Listed, Period, QuantityKind, Total, TotalColumn};

/// The data package: every shipped table, as `datapackage.json` describes it.
#[derive(Clone, Debug, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
pub struct Package {
    /// The tables; those of one `dataset` are parts of it, the first its default.
    pub resources: Vec<Resource>,
}

/// One table of a dataset: a resource of the data package.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(rename_all = "camelCase", default))]
pub struct Resource {
    /// The resource's own name, e.g. `displacement-americas-by-origin`.
    pub name: String,
    /// The CSV file, relative to the package.
    pub path: String,
    /// How long the file is, in bytes; 0 where that is not said.
    pub bytes: usize,
    /// The dataset it is a part of, e.g. `displacement-americas`.
    pub dataset: String,
    /// The English title.
    pub title: String,
    /// The columns.
    pub schema: Schema,
    /// Where the figures come from.
    pub sources: Vec<Source>,
    /// What the absence of a row means.
    pub absent: Absent,
    /// With [`Absent::Zero`]: the fields (besides the period) that were reported apart, so that a period without any row
    /// of one of their values is missing there, not zero; e.g. `["country"]` of `irregular-entries`. Each counts for
    /// itself: with `["coa_iso", "category"]` a country that reported has zero of a category that any country reported.
    pub coverage: Vec<String>,
    /// The default aggregation over time, e.g. `sum` or `last`.
    pub aggregate: Option<String>,
    /// How the dataset is shown when the page's author does not say.
    pub view: Option<View>,
    /// Where figures begin to be counted another way; each has a message `dataset.<id>.break.<period>`.
    pub breaks: Vec<BreakDescriptor>,
    /// Fields whose values are counted in ways of their own, so that figures of two of them are never added, ranked or
    /// made shares of each other; e.g. `["country"]` of `irregular-entries`.
    pub apart: Vec<String>,
    /// The country that everybody in it is from, by its code; `None` where they are from several.
    pub origin: Option<String>,
    /// The first and last period held, in ISO spelling, where a dataset is split by period.
    pub from: Option<String>,
    /// See `from`.
    pub to: Option<String>,
    /// The first period of figures that the publisher calls provisional, in ISO spelling.
    pub provisional_from: Option<String>,
    /// Values that are no part of a sum unless the author's filter names their field.
    pub left_out: Vec<LeftOutDescriptor>,
}

/// The columns of a table, as Frictionless' table schema has them.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(default))]
pub struct Schema {
    /// The columns in the order of the file.
    pub fields: Vec<Field>,
}

/// What is known about one column.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(default))]
pub struct Field {
    /// The column's name in the file, e.g. `coo_iso`.
    pub name: String,
    /// What its cells stand for.
    pub role: Role,
    /// For figures: what kind of quantity.
    pub measure: QuantityKind,
    /// For figures: the unit's message key, e.g. `people`; `unit.people` gives it words.
    pub unit: Option<String>,
}

/// What the cells of a column stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(rename_all = "lowercase"))]
pub enum Role {
    /// A calendar period.
    Period,
    /// A country by its ISO 3166-1 alpha-3 code, or one of UNHCR's pseudo-codes.
    Country,
    /// One of a fixed set of words, which `value.<field>.<word>` of the message files names.
    Category,
    /// A figure.
    #[cfg_attr(not(target_arch = "wasm32"), serde(rename = "figure"))]
    Measure,
    /// Anything else.
    #[default]
    Other,
}

/// Values that are left out, as a description has them.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(default))]
pub struct LeftOutDescriptor {
    /// The field.
    pub field: String,
    /// The values.
    pub values: Vec<String>,
}

/// A break of method as a description has it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(default))]
pub struct BreakDescriptor {
    /// The first period counted the new way, in ISO spelling.
    pub from: String,
    /// It concerns only what uses one of these fields, across, as series or in the filter; everything where empty.
    pub fields: Vec<String>,
    /// It concerns only rows that meet this, in the filter's grammar; all where empty.
    pub filter: String,
}

/// From when on figures are counted another way, and which.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// The first period counted the new way.
    pub from: Period,
    /// See [`BreakDescriptor::fields`].
    pub fields: Vec<String>,
    /// See [`BreakDescriptor::filter`].
    pub filter: String,
}

/// What the absence of a row means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(rename_all = "lowercase"))]
pub enum Absent {
    /// Nothing is known.
    #[default]
    Missing,
    /// In a period that has any row, none was recorded: zero. A period without any row is still missing.
    Zero,
}

/// Where figures come from; a `sources` entry of the data package.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(rename_all = "camelCase", default))]
pub struct Source {
    /// The published dataset, e.g. "Refugee Population Statistics Database".
    pub title: String,
    /// The language of the title as a BCP 47 tag; empty where it is not known.
    pub language: String,
    /// The publisher, e.g. "UNHCR".
    pub publisher: String,
    /// Where it is published; http or https.
    pub path: String,
    /// The edition or version in the publisher's words; empty where there is none.
    pub edition: String,
    /// The date as of which the figures stand, in ISO spelling; empty where none is given.
    pub as_of: String,
    /// The terms of use.
    pub license: Licence,
    /// The copy in which the figures were read.
    pub via: Via,
}

/// A copy of what a publisher published, e.g. one that someone cleaned.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(default))]
pub struct Via {
    /// Who made it, in words.
    pub name: String,
    /// Where it is; http or https.
    pub path: String,
}

/// Terms of use; a Frictionless licence.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(default))]
pub struct Licence {
    /// The short name, e.g. "CC-BY-4.0".
    pub name: String,
    /// The name in words.
    pub title: String,
    /// Where the terms are; http or https.
    pub path: String,
}

/// The default view of a dataset, in the contract's attribute names.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(default))]
pub struct View {
    /// The chart kind.
    pub kind: Option<String>,
    /// The field of the horizontal axis.
    pub x: Option<String>,
    /// The figure field, or several with commas.
    pub y: Option<String>,
    /// The field that splits into series.
    pub series: Option<String>,
    /// A filter in the contract's grammar.
    pub filter: Option<String>,
    /// How many series to keep; the rest becomes "Other".
    pub top: Option<usize>,
    /// The first period shown.
    pub from: Option<String>,
    /// The last period shown.
    pub to: Option<String>,
}

/// A table's description as the query needs it: one shipped dataset's part, or what was inferred of an author's file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// Whether nothing of it had to be told or guessed: of shipped tables, and of authors' plain files.
    pub is_plain: bool,
    /// The id, e.g. `darien-crossings`; empty for an author's own file.
    pub id: String,
    /// What is known about the columns, by name; a column without an entry is [`Role::Other`].
    pub fields: Vec<Field>,
    /// Where the figures come from.
    pub sources: Vec<Source>,
    /// What the absence of a row means.
    pub absent: Absent,
    /// See [`Resource::coverage`].
    pub coverage: Vec<String>,
    /// The default aggregation over time.
    pub aggregate: Option<String>,
    /// Whether its stocks stand at the date that the words for their field name: at the end of their period, or in the
    /// middle of the year. Of an author's file that is seldom known.
    pub dates_stocks: bool,
    /// How it is shown when the page's author does not say.
    pub view: View,
    /// The first period of provisional figures.
    pub provisional_from: Option<Period>,
    /// See [`Resource::breaks`].
    pub breaks: Vec<Break>,
    /// See [`Resource::apart`].
    pub apart: Vec<String>,
    /// See [`Resource::origin`].
    pub origin: Option<String>,
    /// The title that an author's file gives itself; empty without one, and of shipped tables, which have messages.
    pub title: String,
    /// Values that are left out unless the author asks for them.
    pub left_out: Vec<LeftOut>,
    /// Other names of columns: the HXL tags.
    pub aliases: Vec<(String, String)>,
    /// How the file spells its countries, with the code of each.
    pub spellings: Vec<(String, String)>,
    /// Fields of texts whose order in the file means something: months of no year, ages.
    pub ordered: Vec<String>,
    /// Columns of figures whose kind is only likely: told from the words of their names, units and titles.
    pub likely: Vec<String>,
    /// Columns of figures in thousands or millions, as their names say.
    pub scaled: Vec<Scaled>,
    /// Rows of an author's table that are proved to be sums of their peers, and are left out of sums.
    pub totals: Vec<Total>,
    /// Its columns that are.
    pub total_columns: Vec<TotalColumn>,
    /// Whether an author's table has no figures to add, so that its rows are counted.
    pub counts_rows: bool,
    /// Its columns that say of each row what its figure is.
    pub indicators: Vec<Indicators>,
    /// What was taken of an author's table without being asked for, and why.
    pub choices: Vec<Choice>,
}

/// A column of figures that are counted in thousands or millions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scaled {
    /// The column: `Refugees (thousands)`.
    pub field: String,
    /// What it would be called if it counted one by one: `Refugees`.
    pub plain: String,
    /// How many one of its figures are.
    pub factor: f64,
}

/// Values of a field that would be counted twice: totals beside their parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeftOut {
    /// The field.
    pub field: String,
    /// Other fields whose use in a filter says that the author knows.
    pub unless_filtered: Vec<String>,
    /// The values.
    pub values: Vec<String>,
    /// The values instead, where the field itself is across or the series.
    pub when_split: Vec<String>,
}

impl LeftOutDescriptor {
    /// They stay out where their field is split into series, too: a stack of those is a sum.
    fn parsed(&self) -> LeftOut {
        LeftOut {
            field: self.field.clone(),
            unless_filtered: Vec::new(),
            values: self.values.clone(),
            when_split: self.values.clone(),
        }
    }
}

impl BreakDescriptor {
    fn parsed(&self) -> Option<Break> {
        let from = Period::parse(&self.from)?;
        Some(Break { from, fields: self.fields.clone(), filter: self.filter.clone() })
    }
}

impl Dataset {
    /// The description of a shipped table.
    pub fn of_resource(part: &Resource) -> Dataset {
        Dataset {
            is_plain: true,
            id: part.dataset.clone(),
            fields: part.schema.fields.clone(),
            sources: part.sources.clone(),
            absent: part.absent,
            coverage: part.coverage.clone(),
            aggregate: part.aggregate.clone(),
            dates_stocks: true,
            view: part.view.clone().unwrap_or_default(),
            provisional_from: part.provisional_from.as_deref().and_then(Period::parse),
            breaks: part.breaks.iter().filter_map(BreakDescriptor::parsed).listed(),
            apart: part.apart.clone(),
            origin: part.origin.clone(),
            // All fields stand here: the rest of a default would have to be made and dropped in the first module.
            title: String::new(),
            left_out: part.left_out.iter().map(LeftOutDescriptor::parsed).listed(),
            aliases: Vec::new(),
            spellings: Vec::new(),
            ordered: Vec::new(),
            likely: Vec::new(),
            scaled: Vec::new(),
            totals: Vec::new(),
            total_columns: Vec::new(),
            counts_rows: false,
            indicators: Vec::new(),
            choices: Vec::new(),
        }
    }

    /// The column that `name` is another name of, else `name` itself.
    pub fn unaliased<'a>(&'a self, name: &'a str) -> &'a str {
        let known = self.aliases.iter().find(|(alias, _)| alias.eq_ignore_ascii_case(name.trim()));
        known.map_or(name, |(_, column)| column.as_str())
    }

    /// What is known about the column `name`.
    pub fn field(&self, name: &str) -> Option<&Field> {
        // `SEX` may stand beside `Sex`.
        let (name, fields) = (name.trim(), &self.fields);
        let exact = fields.iter().find(|field| field.name == name);
        exact.or_else(|| fields.iter().find(|field| field.name.eq_ignore_ascii_case(name)))
    }
}
