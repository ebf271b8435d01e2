//! The readers that in a browser come only where there is something for them, each in a part of the module of its own.

use crate::model::Problem;

use super::formats::format::Format;
use super::json::value::Json;
use super::options::ReadOptions;
use super::partial_table::PartialTable;
use super::reading::{Next, Reading};
use super::sheets::Archive;

/// Readers that are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Those of JSON.
    Json,
    /// Those of workbooks and archives.
    Sheets,
    /// Those of workbooks of other programs and of older ones.
    Office,
    /// What is known of the cells of agencies.
    Agencies,
}

/// The readers that are there.
#[derive(Clone, Copy, Default)]
pub struct Readers {
    /// Those of JSON.
    pub json: Option<JsonReaders>,
    /// Those of workbooks and archives.
    pub sheets: Option<&'static dyn SheetReaders>,
    /// Those of workbooks of other programs and of older ones.
    pub office: Option<OfficeReaders>,
    /// What is known of the cells of agencies.
    pub agencies: Option<AgencyReaders>,
}

impl Readers {
    /// All of them, as outside a browser.
    pub const fn all() -> Readers {
        Readers {
            json: Some(super::json_readers()),
            sheets: Some(super::sheet_readers()),
            office: Some(super::office_readers()),
            agencies: Some(super::agency_readers()),
        }
    }

    /// What is not there of what a packed file wants that begins with these bytes.
    pub(in crate::data) fn wanted_for(&self, bytes: &[u8]) -> Option<Wanted> {
        match is_archive(bytes) {
            true => self.sheets.is_none().then_some(Wanted::Sheets),
            false => self.office.is_none().then_some(Wanted::Office),
        }
    }
}

/// Whether packed bytes are those of a ZIP archive or of gzip.
pub(in crate::data) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") || bytes.starts_with(b"\x1f\x8b")
}

/// Where readers are had, asked each time, since they may have come meanwhile.
#[derive(Clone, Copy, Debug)]
pub struct Shelf(pub fn() -> Readers);

impl Default for Shelf {
    /// All readers, but none in a browser.
    fn default() -> Shelf {
        if cfg!(target_arch = "wasm32") { Shelf(Readers::default) } else { Shelf(Readers::all) }
    }
}

/// The readers of JSON.
#[derive(Clone, Copy)]
pub struct JsonReaders(pub(in crate::data) &'static dyn ReadsJson);

/// What is known of the cells of agencies: a format by its name.
#[derive(Clone, Copy)]
pub struct AgencyReaders(pub(in crate::data) fn(&str) -> Option<&'static Format>);

/// What reads JSON.
pub(in crate::data) trait ReadsJson {
    /// Begins a file by what has come of it.
    fn open(&self, head: Vec<u8>, options: &ReadOptions) -> Result<Box<dyn OpenJson>, Problem>;

    /// A small text as a value; `None` where it is none.
    fn value(&self, bytes: &[u8]) -> Option<Json>;
}

/// The readers of workbooks of other programs and of older ones.
#[derive(Clone, Copy)]
pub struct OfficeReaders(pub(in crate::data) &'static dyn ReadsOffice);

/// What reads them.
pub(in crate::data) trait ReadsOffice {
    /// Opens what is no archive: an older workbook, one of XML, a file of PC-Axis.
    fn open(&self, bytes: Vec<u8>, options: &ReadOptions) -> Result<Box<dyn OpenWorkbook>, Problem>;

    /// Opens a workbook of OpenDocument.
    fn open_document(
        &self,
        archive: Archive,
        options: &ReadOptions,
    ) -> Result<Box<dyn OpenWorkbook>, Problem>;
}

/// JSON that is being read.
pub(in crate::data) trait OpenJson {
    /// Takes the next bytes.
    fn take(&mut self, bytes: &[u8]) -> Result<(), Problem>;

    /// What it is, now that all of it, or of its page, is here; what a description says of the table goes into the options.
    fn end(&mut self, options: &mut ReadOptions) -> Result<EndedJson, Problem>;

    /// The table of the pages that have come.
    fn end_pages(&mut self, options: &ReadOptions) -> Result<PartialTable, Problem>;
}

/// What a document of JSON is.
pub(in crate::data) enum EndedJson {
    /// A table.
    Table(Box<PartialTable>),
    /// What is read next.
    Next(Next),
}

/// The readers of workbooks, which in a browser come only where there is one.
pub trait SheetReaders {
    /// Opens a workbook, all of whose bytes are here.
    ///
    /// # Errors
    /// What [`super::read`] says of workbooks.
    fn open(&self, bytes: Vec<u8>, options: &ReadOptions) -> Result<Box<dyn OpenWorkbook>, Problem>;
}

/// A workbook that is being read.
pub trait OpenWorkbook {
    /// The readers without which it is not read on.
    ///
    /// # Errors
    /// What [`super::read`] says.
    fn wants(&mut self) -> Result<Option<Wanted>, Problem> {
        Ok(None)
    }

    /// Does the next short piece of what is to do; the reading, once all is done.
    ///
    /// # Errors
    /// What [`super::read`] says.
    fn step(&mut self) -> Result<Option<Reading>, Problem>;
}
