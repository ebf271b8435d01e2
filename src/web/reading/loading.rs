//! Which files a widget needs, and what came of asking for them.

use std::rc::Rc;

use web_sys::Url;

use crate::data::{Json, Reading, Warning, read_boundaries, read_shipped, with_iso_codes};
use crate::figure::population_of;
use crate::model::{Boundaries, Dataset, Listed, Package, Part, Problem, Table};
use crate::query::{Population, Request, describe_parts, needs_population, parts_for, stack_tables};

/// A table to query, with its description.
pub struct Answer {
    source: Tables,
    /// What is known of it.
    pub dataset: Dataset,
}

enum Tables {
    Shipped(Rc<Table>),
    Own(Rc<Reading>),
}

impl Answer {
    fn of(table: Rc<Table>, dataset: Dataset) -> Answer {
        Answer { source: Tables::Shipped(table), dataset }
    }

    /// The table.
    pub fn table(&self) -> &Table {
        match &self.source {
            Tables::Shipped(table) => table,
            Tables::Own(reading) => &reading.table,
        }
    }

    /// What was odd in its file.
    pub fn warnings(&self) -> &[Warning] {
        match &self.source {
            Tables::Shipped(_) => &[],
            Tables::Own(reading) => &reading.warnings,
        }
    }
}

/// The files a widget has read, by address, and its own data.
#[derive(Default)]
pub struct Files {
    /// Shipped tables.
    tables: Vec<(String, Rc<Table>)>,
    maps: Vec<(String, Rc<Boundaries>)>,
    /// Authors' tables, that of a script's data by an empty address.
    own: Vec<(String, Own)>,
    /// What is not a table: annotations; `Null` where nothing usable came.
    jsons: Vec<(String, Json)>,
}

/// An author's own table.
#[derive(Clone)]
pub struct Own {
    /// What was read.
    pub reading: Rc<Reading>,
    /// What is known of it.
    pub dataset: Rc<Dataset>,
    /// When it was read, in milliseconds since 1970.
    pub read_at: f64,
}

/// Where a widget's figures come from.
pub enum Origin<'a> {
    /// What a script set as `data`.
    Own,
    /// The address in `src`, made absolute.
    File(String),
    /// The shipped dataset of this id.
    Shipped(&'a str),
}

impl Files {
    /// Whether a JSON file has been asked for, whatever came of it.
    pub fn has_asked_json(&self, address: &str) -> bool {
        self.jsons.iter().any(|(known, _)| known == address)
    }

    /// What a JSON file holds, if it could be read.
    pub fn json(&self, address: &str) -> Option<&Json> {
        let (_, json) = self.jsons.iter().find(|(known, _)| known == address)?;
        (*json != Json::Null).then_some(json)
    }

    /// Takes the answer to a request for a JSON file.
    ///
    /// # Errors
    /// Those of [`Files::take`], and `not-json`.
    pub fn take_json(&mut self, address: &str, status: u16, body: Option<&[u8]>) -> Result<(), Problem> {
        self.jsons.push((address.to_owned(), Json::Null));
        let problem = |code| Problem::new(code).with("address", address).with("status", status);
        let bytes = match (status, body) {
            (0, _) => return Err(problem("unreachable")),
            (404 | 410, _) => return Err(problem("not-found")),
            (200..=299, Some(bytes)) => bytes,
            (200..=299, None) => return Err(problem("broken-off")),
            _ => return Err(problem("http-status")),
        };
        let json = super::json::parse(bytes).map_err(|reason| problem("not-json").with("reason", reason))?;
        self.jsons.retain(|(known, _)| known != address);
        self.jsons.push((address.to_owned(), json));
        Ok(())
    }

    /// Keeps only that a JSON file was asked for.
    pub fn forget_json(&mut self, address: &str) {
        for (known, json) in &mut self.jsons {
            if known == address {
                *json = Json::Null;
            }
        }
    }

    /// Takes an author's table, or forgets it; that of a script's data has an empty address.
    pub fn set_own_table(&mut self, address: &str, own: Option<Own>) {
        self.own.retain(|(known, _)| known != address);
        self.own.extend(own.map(|own| (address.to_owned(), own)));
    }

    /// An author's table, if it has been read.
    pub fn own(&self, address: &str) -> Option<&Own> {
        self.own.iter().find(|(known, _)| known == address).map(|(_, own)| own)
    }

    /// The first address of `wanted` that is not yet here.
    pub fn first_missing<'a>(&self, wanted: &'a [String]) -> Option<&'a String> {
        wanted.iter().find(|address| self.read(address).is_none() && self.own(address).is_none())
    }

    /// Whether the ground of a map is here.
    pub fn has_map(&self, address: &str) -> bool {
        self.map(address).is_some()
    }

    /// The ground of a map.
    pub fn map(&self, address: &str) -> Option<Rc<Boundaries>> {
        self.maps.iter().find(|(known, _)| known == address).map(|(_, map)| map.clone())
    }

    /// What has been read from an address.
    fn read(&self, address: &str) -> Option<&Rc<Table>> {
        self.tables.iter().find(|(known, _)| known == address).map(|(_, table)| table)
    }

    /// Takes the answer to a request for `address`; `status` is 0 where none came, and `body` is empty where it broke off;
    /// `as_map` says that boundaries are expected, `part` describes the table that it is otherwise.
    ///
    /// # Errors
    /// `unreachable`, `not-found`, `http-status`, `broken-off`.
    pub fn take(
        &mut self,
        address: &str,
        status: u16,
        body: Option<&[u8]>,
        as_map: bool,
        part: Option<&Part>,
    ) -> Result<(), Problem> {
        let problem = |code| Problem::new(code).with("address", address).with("status", status);
        match (status, body) {
            (0, _) => Err(problem("unreachable")),
            (404 | 410, _) => Err(problem("not-found")),
            (200..=299, Some(bytes)) => {
                if as_map {
                    self.maps.push((address.to_owned(), Rc::new(read_boundaries(bytes)?)));
                    return Ok(());
                }
                let fields = part.map(|part| part.schema.fields.as_slice()).unwrap_or_default();
                let table =
                    read_shipped(bytes, fields).map_err(|problem| problem.with("address", address))?;
                self.tables.retain(|(known, _)| known != address);
                self.tables.push((address.to_owned(), Rc::new(table)));
                Ok(())
            }
            (200..=299, None) => Err(problem("broken-off")),
            _ => Err(problem("http-status")),
        }
    }

    /// The table to query with its description.
    pub fn table(
        &self,
        origin: &Origin,
        base: &str,
        package: Option<&Package>,
        request: &Request,
    ) -> Result<Answer, Problem> {
        let address = match origin {
            Origin::Own => "",
            Origin::File(address) => address.as_str(),
            Origin::Shipped(id) => {
                let package = package.ok_or_else(|| Problem::new("unreachable").with("address", base))?;
                let parts = parts_for(package, id, request)?;
                let dataset = describe_parts(package, &parts);
                let tables: Vec<Rc<Table>> = parts
                    .iter()
                    .filter_map(|part| self.read(&data_address(base, &part.path)).cloned())
                    .listed();
                if let [one] = tables.as_slice() {
                    return Ok(Answer::of(one.clone(), dataset));
                }
                let tables: Vec<&Table> = tables.iter().map(|table| &**table).listed();
                return Ok(Answer::of(Rc::new(stack_tables(&tables)), dataset));
            }
        };
        let own = self.own(address).ok_or_else(|| Problem::new("nothing-to-show"))?;
        Ok(Answer { source: Tables::Own(own.reading.clone()), dataset: (*own.dataset).clone() })
    }

    /// The shipped population table, for rates; `None` while it is not here.
    pub fn population(&self, base: &str, package: &Package) -> Option<Population> {
        let part = package.resources.iter().find(|part| part.dataset == "population")?;
        let table = self.read(&data_address(base, &part.path))?;
        population_of(table, part)
    }
}

/// The addresses of the files that a request needs.
///
/// # Errors
/// `unknown-dataset`.
pub fn wanted(
    origin: &Origin,
    base: &str,
    package: Option<&Package>,
    request: &Request,
) -> Result<Vec<String>, Problem> {
    let mut addresses = match origin {
        Origin::Own => Vec::new(),
        Origin::File(address) => vec![address.clone()],
        Origin::Shipped(id) => match package {
            Some(package) => {
                parts_for(package, id, request)?.iter().map(|part| data_address(base, &part.path)).listed()
            }
            None => {
                return Err(
                    Problem::new("unreachable").with("address", data_address(base, "datapackage.json"))
                );
            }
        },
    };
    if needs_population(request)
        && let Some(part) =
            package.and_then(|package| package.resources.iter().find(|part| part.dataset == "population"))
    {
        addresses.push(data_address(base, &part.path));
    }
    Ok(addresses)
}

/// The address of a shipped file.
fn data_address(base: &str, path: &str) -> String {
    [base, "data/", path].concat()
}

/// The absolute address of what an author wrote in `src`.
///
/// # Errors
/// `bad-address` for anything that is not an address, or one of a scheme that could run code.
pub fn absolute(src: &str) -> Result<String, Problem> {
    let problem = || Problem::new("bad-address").with("address", src).in_column("src");
    let base = crate::web::platform::dom::document().base_uri().ok().flatten().unwrap_or_default();
    let url = Url::new_with_base(src, &base).map_err(|_| problem())?;
    match url.protocol().as_str() {
        "http:" | "https:" | "blob:" | "data:" | "file:" => Ok(with_iso_codes(url.href())),
        _ => Err(problem()),
    }
}
