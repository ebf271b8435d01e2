//! Which files a widget needs, and what came of asking for them.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::Uint8Array;
use web_sys::Url;

use super::refusal::refusal;
use crate::data::{Json, PlainTable, Reading, Warning, read_shipped, with_iso_codes};
use crate::figure::population_of;
use crate::model::{Boundaries, Dataset, Listed, Package, Problem, Table, attribute};
use crate::query::{Population, Request, describe_resources, needs_population, resources_for, stack_tables};

/// A table to query, with its description.
pub struct SourceTable {
    source: Tables,
    /// What is known of it.
    pub dataset: Dataset,
}

enum Tables {
    Shipped(Rc<Table>),
    Own(Rc<Reading>),
}

impl SourceTable {
    fn of(table: Rc<Table>, dataset: Dataset) -> SourceTable {
        SourceTable { source: Tables::Shipped(table), dataset }
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
    /// An author's plain file by its address, until its own readers have come.
    plain: Option<(String, Rc<Table>, Dataset)>,
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
    /// Those of [`refusal`], and `not-json`.
    pub fn take_json(
        &mut self,
        address: &str,
        status: u16,
        body: Option<&Uint8Array>,
    ) -> Result<(), Problem> {
        self.jsons.push((address.to_owned(), Json::Null));
        let bytes = bytes_of(address, status, body)?;
        let problem = |reason| Problem::new("not-json").with("address", address).with("reason", reason);
        let json = super::json::parse(&bytes).map_err(problem)?;
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

    /// Takes an author's plain file, or forgets it.
    pub fn set_plain(&mut self, plain: Option<(String, PlainTable)>) {
        self.plain = plain.map(|(address, PlainTable { table, dataset })| (address, Rc::new(table), dataset));
    }

    /// An author's plain file, by its address.
    fn plain(&self, address: &str) -> Option<(&Rc<Table>, &Dataset)> {
        let (known, table, dataset) = self.plain.as_ref()?;
        (known == address).then_some((table, dataset))
    }

    /// An author's table, if it has been read.
    pub fn own(&self, address: &str) -> Option<&Own> {
        self.own.iter().find(|(known, _)| known == address).map(|(_, own)| own)
    }

    /// The first address of `wanted` that is not yet here.
    pub fn first_missing<'a>(&self, wanted: &'a [String]) -> Option<&'a String> {
        let is_here = |address: &&String| {
            self.read(address).is_some() || self.own(address).is_some() || self.plain(address).is_some()
        };
        wanted.iter().find(|address| !is_here(address))
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

    /// Takes the answer to a request for the ground of a map, which `read` reads.
    ///
    /// # Errors
    /// Those of [`refusal`] and of `read`.
    pub fn take_map(
        &mut self,
        address: &str,
        status: u16,
        body: Option<&Uint8Array>,
        read: fn(&[u8]) -> Result<Boundaries, Problem>,
    ) -> Result<(), Problem> {
        let bytes = bytes_of(address, status, body)?;
        self.maps.push((address.to_owned(), Rc::new(read(&bytes)?)));
        Ok(())
    }

    /// Takes the answer to a request for a shipped table, which `package` describes; `status` is 0 where none came, and
    /// `body` is empty where it broke off. A table that another widget of the page still holds is read no second time.
    ///
    /// # Errors
    /// Those of [`refusal`], and what [`read_shipped`] says of the file.
    pub fn take(
        &mut self,
        address: &str,
        status: u16,
        body: Option<&Uint8Array>,
        package: Option<&Package>,
        base: &str,
    ) -> Result<(), Problem> {
        let table = match held(address) {
            Some(table) => table,
            None => {
                let bytes = bytes_of(address, status, body)?;
                let path = address.strip_prefix([base, "data/"].concat().as_str());
                let part = path.zip(package).and_then(|(path, package)| {
                    package.resources.iter().find(|resource| resource.path == path)
                });
                // A file that its server has cut ends like any other, often with a whole row.
                if part.is_some_and(|part| bytes.len() < part.bytes) {
                    return Err(Problem::new("broken-off").with("address", address));
                }
                let fields = part.map(|part| part.schema.fields.as_slice()).unwrap_or_default();
                let table = read_shipped(&bytes, fields);
                let table = Rc::new(table.map_err(|problem| problem.with("address", address))?);
                hold(address, &table);
                table
            }
        };
        self.tables.retain(|(known, _)| known != address);
        self.tables.push((address.to_owned(), table));
        Ok(())
    }

    /// The table to query with its description.
    pub fn table(
        &self,
        origin: &Origin,
        base: &str,
        package: Option<&Package>,
        request: &Request,
    ) -> Result<SourceTable, Problem> {
        let address = match origin {
            Origin::Own => "",
            Origin::File(address) => address.as_str(),
            Origin::Shipped(id) => {
                let package = package.ok_or_else(|| Problem::new("unreachable").with("address", base))?;
                let parts = resources_for(package, id, request)?;
                let dataset = describe_resources(package, &parts);
                let tables: Vec<Rc<Table>> = parts
                    .iter()
                    .filter_map(|part| self.read(&data_address(base, &part.path)).cloned())
                    .listed();
                if let [one] = tables.as_slice() {
                    return Ok(SourceTable::of(one.clone(), dataset));
                }
                let tables: Vec<&Table> = tables.iter().map(|table| &**table).listed();
                return Ok(SourceTable::of(Rc::new(stack_tables(&tables)), dataset));
            }
        };
        if let Some((table, dataset)) = self.plain(address) {
            return Ok(SourceTable::of(table.clone(), dataset.clone()));
        }
        let own = self.own(address).ok_or_else(|| Problem::new("nothing-to-show"))?;
        Ok(SourceTable { source: Tables::Own(own.reading.clone()), dataset: (*own.dataset).clone() })
    }

    /// The shipped population table, for rates; `None` while it is not here.
    pub fn population(&self, base: &str, package: &Package) -> Option<Population> {
        let part = package.resources.iter().find(|part| part.dataset == "population")?;
        let table = self.read(&data_address(base, &part.path))?;
        population_of(table, part)
    }
}

thread_local! {
    /// The shipped tables that some widget of the page holds, by address: what many charts show is read once.
    static HELD: RefCell<Vec<(String, Weak<Table>)>> = const { RefCell::new(Vec::new()) };
}

/// The shipped table of an address, if some widget of the page holds it.
fn held(address: &str) -> Option<Rc<Table>> {
    HELD.with(|held| {
        let held = held.try_borrow().ok()?;
        held.iter().find(|(known, _)| known == address)?.1.upgrade()
    })
}

/// Lets the other widgets of the page have a shipped table; those that nobody holds any more are forgotten.
fn hold(address: &str, table: &Rc<Table>) {
    HELD.with(|held| {
        if let Ok(mut held) = held.try_borrow_mut() {
            held.retain(|(_, table)| table.strong_count() > 0);
            held.push((address.to_owned(), Rc::downgrade(table)));
        }
    });
}

/// The bytes of an answer.
///
/// # Errors
/// Those of [`refusal`].
fn bytes_of(address: &str, status: u16, body: Option<&Uint8Array>) -> Result<Vec<u8>, Problem> {
    match (refusal(address, status, body.is_some()), body) {
        (None, Some(body)) => Ok(body.to_vec()),
        (problem, _) => Err(problem.unwrap_or_else(|| Problem::new("broken-off").with("address", address))),
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
            Some(package) => resources_for(package, id, request)?
                .iter()
                .map(|part| data_address(base, &part.path))
                .listed(),
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
    let problem = || Problem::new("bad-address").with("address", src).in_column(attribute::SRC);
    // The document's own answer may be a picture of the page that is named so; an element's is not.
    let root = crate::web::platform::dom::document().document_element();
    let base = root.and_then(|root| root.base_uri().ok().flatten()).unwrap_or_default();
    let url = Url::new_with_base(src, &base).map_err(|_| problem())?;
    match url.protocol().as_str() {
        "http:" | "https:" | "blob:" | "data:" | "file:" => Ok(with_iso_codes(url.href())),
        _ => Err(problem()),
    }
}
