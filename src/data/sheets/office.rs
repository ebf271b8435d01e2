//! Workbooks of other programs and older ones, and PC-Axis: the one value that the rest of the module knows of their readers.

use super::Archive;
use super::excel_xml::ExcelXml;
use super::ods::Ods;
use super::px::Px;
use super::source::OtherWorkbook;
use super::xls::Xls;
use crate::data::foreign::{START_BYTES, is_spreadsheet_ml};
use crate::data::options::ReadOptions;
use crate::data::readers::{OfficeReaders, OpenWorkbook, ReadsOffice};
use crate::data::sniff::is_pc_axis;
use crate::model::Problem;

/// The one implementor.
struct Readers;

/// The value to hold; nothing else names these readers.
pub const fn office_readers() -> OfficeReaders {
    OfficeReaders(&Readers)
}

impl ReadsOffice for Readers {
    fn open(&self, bytes: Vec<u8>, options: &ReadOptions) -> Result<Box<dyn OpenWorkbook>, Problem> {
        let start = bytes.get(..START_BYTES).unwrap_or(&bytes);
        if is_spreadsheet_ml(start) {
            return Ok(OtherWorkbook::open(Box::new(ExcelXml::open(bytes)), options));
        }
        match is_pc_axis(start) {
            true => Ok(OtherWorkbook::open(Box::new(Px::open(&bytes)), options)),
            false => Ok(OtherWorkbook::open(Box::new(Xls::open(&bytes)?), options)),
        }
    }

    fn open_document(
        &self,
        archive: Archive,
        options: &ReadOptions,
    ) -> Result<Box<dyn OpenWorkbook>, Problem> {
        Ok(OtherWorkbook::open(Box::new(Ods::open(archive)?), options))
    }
}
