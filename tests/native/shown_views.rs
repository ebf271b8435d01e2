//! Views of the shipped datasets as a page would show them, worked out once a language.

use std::collections::BTreeMap;
use std::rc::Rc;

use migration_widget::data::read_shipped;
use migration_widget::figure::{Fault, FigureModel, QueryInput, explained_of, population_of, resolve};
use migration_widget::locale::Locale;
use migration_widget::model::{Package, Period, Problem, Resource, Table};
use migration_widget::query::{
    Kind, Population, Request, describe_resources, later, resources_for, stack_tables,
};
use migration_widget::summary::{CitationContext, about, tidy_csv};
use migration_widget::view::State;

use crate::shipped_data::{bytes, package};

/// The day on which all views are seen.
pub const TODAY: &str = "2026-11-29";

/// Attributes of an element by name.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// The shipped tables, each read once.
#[derive(Default)]
pub struct ShippedTables {
    package: Package,
    read: BTreeMap<String, Rc<Table>>,
    population: Option<Population>,
}

impl ShippedTables {
    /// None read yet.
    pub fn open() -> ShippedTables {
        let mut tables = ShippedTables { package: package(), ..ShippedTables::default() };
        let part = tables.package.resources.iter().find(|part| part.dataset == "population").unwrap().clone();
        let table = tables.table(&part);
        tables.population = population_of(&table, &part);
        tables
    }

    /// The ids of the datasets, in the package's order.
    pub fn datasets(&self) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for part in &self.package.resources {
            if !ids.contains(&part.dataset) {
                ids.push(part.dataset.clone());
            }
        }
        ids
    }

    fn table(&mut self, part: &Resource) -> Rc<Table> {
        let read = || Rc::new(read_shipped(&bytes(&part.path), &part.schema.fields).unwrap());
        Rc::clone(self.read.entry(part.path.clone()).or_insert_with(read))
    }

    /// What a view shows.
    ///
    /// # Errors
    /// The refusal.
    pub fn view(&mut self, attributes: Attributes, locale: &Locale) -> Result<View, Problem> {
        let attribute = |name: &str| {
            let found = attributes.iter().find(|(known, _)| *known == name)?;
            Some(found.1.to_owned())
        };
        let request = Request::from_attributes(&attribute)?;
        let id = attribute("dataset").unwrap();
        let parts = resources_for(&self.package, &id, &request)?;
        let dataset = describe_resources(&self.package, &parts);
        let parts: Vec<Resource> = parts.into_iter().cloned().collect();
        let tables: Vec<Rc<Table>> = parts.iter().map(|part| self.table(part)).collect();
        let table = match tables.as_slice() {
            [one] => Rc::clone(one),
            several => Rc::new(stack_tables(&several.iter().map(|table| &**table).collect::<Vec<_>>())),
        };
        let state = State::default();
        let input = QueryInput {
            attribute: &attribute,
            request: &request,
            table: &table,
            dataset: &dataset,
            population: self.population.as_ref(),
            state: &state,
            today: Period::parse(TODAY),
            locale,
            later: Some(later()),
        };
        let model = resolve(&input, Vec::new())?.expect("everything is there");
        let seen = CitationContext {
            title: model.texts.title.clone(),
            address: String::new(),
            day: Period::parse(TODAY),
            credit: None,
        };
        let explained = explained_of(&input, &model);
        let told = about(model.tabular_grid(), &dataset, explained.as_ref(), &seen, String::new(), locale);
        let done = told.facts.last().map(|fact| fact.parts.iter().map(|part| part.text.clone()).collect());
        Ok(View {
            summary: model.summary(&state, "", locale),
            csv: tidy_csv(model.tabular_grid(), &state),
            calculated: done.unwrap_or_default(),
            model,
        })
    }

    /// The text alternative of a view, or its refusal in words.
    pub fn sentence(&mut self, attributes: Attributes, locale: &Locale) -> String {
        match self.view(attributes, locale) {
            Ok(view) => format!("{}\n  = {}", view.summary, view.calculated),
            Err(problem) => {
                let fault = Fault::new(&problem, locale);
                format!("({}) {} {}", fault.code, fault.message, fault.hint)
            }
        }
    }
}

/// A view, worked out.
pub struct View {
    /// What it shows.
    pub model: FigureModel,
    /// Its text alternative without the source.
    pub summary: String,
    /// Its tidy CSV.
    pub csv: String,
    /// How it was calculated, in words.
    pub calculated: String,
}

/// The names of all kinds.
pub fn kinds() -> Vec<&'static str> {
    Kind::ALL.iter().map(|(_, name)| *name).collect()
}
