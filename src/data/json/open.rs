//! JSON of any form on its way to a table: the one value that the rest of the module knows of these readers.

use super::document::{self, fragment};
use super::rows::JsonRows;
use super::tree::tree;
use super::value::Json;
use super::whole::{Document, Ended};
use crate::data::formats::{of_json, package};
use crate::data::options::ReadOptions;
use crate::data::partial_table::PartialTable;
use crate::data::readers::{EndedJson, JsonReaders, OpenJson, ReadsJson};
use crate::data::reading::Next;
use crate::data::sniff;
use crate::model::Problem;

/// The one implementor.
struct Readers;

/// The value to hold; nothing else names the readers of JSON.
pub const fn json_readers() -> JsonReaders {
    JsonReaders(&Readers)
}

/// A file of JSON.
enum JsonFile {
    Rows(Box<JsonRows>),
    /// What is looked at as a whole, as long as it is small.
    Document(Box<Document>),
    /// A data package, which is small and names the file.
    Package(Vec<u8>),
}

impl ReadsJson for Readers {
    fn open(&self, head: Vec<u8>, options: &ReadOptions) -> Result<Box<dyn OpenJson>, Problem> {
        if package::recognises(&head, &options.name) {
            return Ok(Box::new(JsonFile::Package(head)));
        }
        if sniff::is_json_lines(&head) {
            let mut rows = Box::new(JsonRows::new(true));
            rows.take(&head)?;
            return Ok(Box::new(JsonFile::Rows(rows)));
        }
        Ok(Box::new(JsonFile::Document(Box::new(Document::new(head, &options.name)))))
    }

    fn value(&self, bytes: &[u8]) -> Option<Json> {
        tree(bytes)
    }
}

impl OpenJson for JsonFile {
    fn take(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        match self {
            JsonFile::Rows(rows) => rows.take(bytes),
            JsonFile::Document(document) => {
                if let Some(rows) = document.take(bytes)? {
                    *self = JsonFile::Rows(rows);
                }
                Ok(())
            }
            JsonFile::Package(package) => {
                package.extend_from_slice(bytes);
                Ok(())
            }
        }
    }

    fn end(&mut self, options: &mut ReadOptions) -> Result<EndedJson, Problem> {
        if let JsonFile::Document(document) = self {
            match document.end()? {
                Ended::Table(partial) => return Ok(ended(*partial, options)),
                Ended::Rows(rows) => *self = JsonFile::Rows(rows),
            }
        }
        match self {
            JsonFile::Rows(rows) => {
                if let Some(next) = rows.end_of_page()? {
                    return Ok(EndedJson::Next(next));
                }
                self.end_pages(options).map(|partial| EndedJson::Table(Box::new(partial)))
            }
            JsonFile::Package(bytes) => {
                let json =
                    tree(bytes).ok_or_else(|| Problem::new("json-broken").with("reason", "").at_row(1))?;
                match package::inline(&json, &options.name) {
                    Some((data, metadata)) => {
                        options.metadata = metadata;
                        options.format = String::new();
                        Ok(ended(document::only_table(data)?, options))
                    }
                    None => {
                        let found = package::resource(&json, &options.name)?;
                        options.metadata = found.metadata;
                        Ok(EndedJson::Next(Next::File(found.path)))
                    }
                }
            }
            JsonFile::Document(_) => Err(Problem::new("empty-file")),
        }
    }

    fn end_pages(&mut self, options: &ReadOptions) -> Result<PartialTable, Problem> {
        let JsonFile::Rows(rows) = self else { return Err(Problem::new("empty-file")) };
        let rows = std::mem::replace(rows, Box::new(JsonRows::new(false)));
        Ok(told(rows.end(&fragment(&options.name))?, options))
    }
}

fn ended(partial: PartialTable, options: &ReadOptions) -> EndedJson {
    EndedJson::Table(Box::new(told(partial, options)))
}

/// The same, with its format.
fn told(mut partial: PartialTable, options: &ReadOptions) -> PartialTable {
    partial.around.file.clone_from(&options.name);
    partial.around.format = Some(of_json(&partial, &options.format));
    partial
}
