//! The shipped files as charts ask for them, each read once: tables, maps, annotations, message files.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use migration_widget::data::{Json, read_boundaries, read_shipped};
use migration_widget::figure::population_of;
use migration_widget::locale::{Locale, Messages, NativeFormats};
use migration_widget::model::{Boundaries, Package, Problem, Resource, Table};
use migration_widget::query::Population;

use crate::project;

/// Where the message files of a language lie below `locales`: of charts, of the explorer, of authors' files, of twins.
const MESSAGES: [&str; 4] = ["", "explorer/", "data/", "static/"];

/// The files below `www`, read as they are asked for.
pub struct ShippedFiles {
    www: PathBuf,
    /// The shipped datasets.
    pub package: Package,
    tables: RefCell<BTreeMap<String, Rc<Table>>>,
    maps: RefCell<BTreeMap<&'static str, Rc<Boundaries>>>,
    population: RefCell<Option<Rc<Population>>>,
}

impl ShippedFiles {
    /// The shipped of a folder `www`.
    pub fn open(www: &Path) -> Result<ShippedFiles, String> {
        let path = www.join("data/datapackage.json");
        let package = serde_json::from_str(&project::read_text(&path)?)
            .map_err(|problem| format!("{}: {problem}", path.display()))?;
        Ok(ShippedFiles {
            www: www.to_owned(),
            package,
            tables: RefCell::default(),
            maps: RefCell::default(),
            population: RefCell::default(),
        })
    }

    /// A language with all its messages.
    pub fn locale(&self, language: &str) -> Result<Locale, String> {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for folder in MESSAGES {
            let path = self.www.join(format!("locales/{folder}{language}.json"));
            let read: BTreeMap<String, String> = serde_json::from_str(&project::read_text(&path)?)
                .map_err(|problem| format!("{}: {problem}", path.display()))?;
            texts.extend(read);
        }
        let messages = Rc::new(Messages::new(texts));
        let formats = NativeFormats::new(language, &messages)
            .ok_or_else(|| format!("CLDR has no language `{language}`, and its messages no `format.like`"))?;
        // 81.946 is 82 to a reader in Mexico, 81,946 to one in Spain: a picture that all of them read has neither.
        let formats = if language == "es" { formats.with_spaced_thousands() } else { formats };
        Ok(Locale { tag: language.to_owned(), messages, formats: Rc::new(formats) })
    }

    /// A part of a shipped dataset.
    pub fn table(&self, part: &Resource) -> Result<Rc<Table>, Problem> {
        if let Some(table) = self.tables.borrow().get(&part.path) {
            return Ok(Rc::clone(table));
        }
        let bytes = self.bytes(&format!("data/{}", part.path))?;
        let read = read_shipped(&bytes, &part.schema.fields);
        let table = Rc::new(read.map_err(|problem| problem.with("address", &part.path))?);
        self.tables.borrow_mut().insert(part.path.clone(), Rc::clone(&table));
        Ok(table)
    }

    /// The population of countries by year, for rates.
    pub fn population(&self) -> Result<Rc<Population>, Problem> {
        if let Some(population) = &*self.population.borrow() {
            return Ok(Rc::clone(population));
        }
        let part = self.package.resources.iter().find(|part| part.dataset == "population");
        let missing = || Problem::new("unreachable").with("address", "data/population.csv");
        let part = part.ok_or_else(missing)?;
        let population = Rc::new(population_of(&*self.table(part)?, part).ok_or_else(missing)?);
        *self.population.borrow_mut() = Some(Rc::clone(&population));
        Ok(population)
    }

    /// The ground of a map.
    pub fn map(&self, name: &'static str) -> Result<Rc<Boundaries>, Problem> {
        if let Some(map) = self.maps.borrow().get(name) {
            return Ok(Rc::clone(map));
        }
        let map = Rc::new(read_boundaries(&self.bytes(&format!("maps/{name}.txt"))?)?);
        self.maps.borrow_mut().insert(name, Rc::clone(&map));
        Ok(map)
    }

    /// A JSON file below `www`.
    pub fn json(&self, path: &str) -> Result<Json, Problem> {
        json(&self.bytes(path)?)
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, Problem> {
        std::fs::read(self.www.join(path)).map_err(|_| Problem::new("unreachable").with("address", path))
    }
}

/// A JSON text as a value.
pub fn json(bytes: &[u8]) -> Result<Json, Problem> {
    fn convert(value: serde_json::Value) -> Json {
        match value {
            serde_json::Value::Null => Json::Null,
            serde_json::Value::Bool(truth) => Json::Truth(truth),
            serde_json::Value::Number(number) => number.as_f64().map_or(Json::Null, Json::Number),
            serde_json::Value::String(text) => Json::Text(text),
            serde_json::Value::Array(list) => Json::List(list.into_iter().map(convert).collect()),
            serde_json::Value::Object(record) => {
                Json::Record(record.into_iter().map(|(name, value)| (name, convert(value))).collect())
            }
        }
    }
    let value = serde_json::from_slice(bytes)
        .map_err(|problem| Problem::new("not-json").with("reason", problem.to_string()))?;
    Ok(convert(value))
}
