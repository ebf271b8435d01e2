//! Workbooks and archives: the cells of a sheet, each as what it is known to be, and the table among packed files. What
//! `office` holds is a part of the module of its own.
//!
//! | module | what it owns |
//! |---|---|
//! | `archive`, `entry`, `unpacked` | the ZIP archive, and the bytes of one of its files |
//! | `parcel`, `beside` | archives of files, of which one is the table, and what lies beside it; gzip |
//! | `xml` | XML as tags and texts, by quick-xml |
//! | `book`, `styles`, `strings` | .xlsx: the list of the sheets, which cells are dates, the texts that cells share |
//! | `rows`, `cell`, `merged`, `grid` | the cells of a sheet |
//! | `office` | sheets of any other form: `ods`, `xls` with `compound` and `biff`, `excel_xml`, `px`, by way of `source` |
//!
//! Written here rather than taken from calamine: its reader is 232 kB of Brotli (its XML parser brings every encoding
//! of the web along) and reads a sheet at once, which holds the page for seconds on a phone; this one goes in steps.

mod archive;
mod beside;
mod biff;
mod book;
mod cell;
mod compound;
mod entry;
mod excel_xml;
mod grid;
mod merged;
mod ods;
pub mod office;
mod parcel;
mod px;
mod rows;
mod source;
mod strings;
mod styles;
mod unpacked;
mod xls;
mod xml;

use super::intake::Intake;
use super::limits::MAX_UNPACKED_BYTES;
use super::options::ReadOptions;
use super::readers::{OpenWorkbook, SheetReaders, Wanted};
use super::reading::{Reading, Warning};
use super::text::delimited::wanted_table;
use super::typed_rows::TypedRows;
use crate::model::Problem;

pub(in crate::data) use archive::Archive;

use book::{Book, Sheet};
use merged::Merged;
use parcel::Parcel;
use rows::SheetRows;
use strings::Strings;
use styles::Styles;
use xml::XmlReader;

/// How many tags and texts of XML are read at a time: a few milliseconds on a slow phone.
const STEP_MARKS: usize = 400;

/// A workbook that is being read.
pub(in crate::data) struct Workbook {
    archive: Archive,
    options: ReadOptions,
    book: Book,
    styles: Styles,
    strings: Strings,
    /// The sheets still to be tried, the next one last, and how many there were.
    sheets: Vec<Sheet>,
    count: usize,
    stage: WorkbookStage,
    /// Why the first sheet is no table.
    problem: Option<Problem>,
}

enum WorkbookStage {
    Styles(Option<XmlReader>),
    Strings(Option<XmlReader>),
    NextSheet,
    Rows(Box<(Sheet, SheetRows, TypedRows)>),
    Table(Box<(Sheet, Intake)>),
}

impl Workbook {
    /// Begins a workbook; the address of the file may name the sheet: `file.xlsx#Sheet2`.
    ///
    /// # Errors
    /// `spreadsheet-broken`, `spreadsheet-encrypted`, `spreadsheet-other-form`, `spreadsheet-too-large`,
    /// `document-not-csv`, `no-such-sheet`, `empty-file`.
    pub(in crate::data) fn of_archive(
        archive: Archive,
        options: &ReadOptions,
    ) -> Result<Box<dyn OpenWorkbook>, Problem> {
        let has = |path: &str| archive.entry(path).is_some();
        if !archive.entries.iter().any(|entry| book::is_book(&entry.name)) {
            if has(ods::CONTENT) && is_spreadsheet(&archive) {
                return Ok(Box::new(OpenDocument {
                    archive: Some(archive),
                    options: options.clone(),
                    book: None,
                }));
            }
            return Err(of_other_form(&archive));
        }
        Workbook::open(archive, options).map(|workbook| Box::new(workbook) as Box<dyn OpenWorkbook>)
    }

    fn open(archive: Archive, options: &ReadOptions) -> Result<Workbook, Problem> {
        let book = Book::read(&archive)?;
        let name = options.name.split_once('#').map(|(_, name)| decoded(name)).unwrap_or_default();
        // `#Sheet2!table2` names the second table of a sheet, `#table2` that of the first sheet with a table.
        let table = wanted_table(&options.name);
        let sheet = match name.rsplit_once('!') {
            Some((sheet, _)) if table > 0 => sheet,
            None if table > 0 && book.wanted(&name).is_err() => "",
            _ => &name,
        };
        let mut sheets = book.wanted(sheet)?;
        let count = sheets.len();
        sheets.reverse();
        let mut workbook = Workbook {
            archive,
            options: options.clone(),
            book,
            styles: Styles::default(),
            strings: Strings::default(),
            sheets,
            count,
            stage: WorkbookStage::NextSheet,
            problem: None,
        };
        workbook.stage = WorkbookStage::Styles(workbook.part(&workbook.book.styles)?);
        Ok(workbook)
    }

    fn part(&self, path: &str) -> Result<Option<XmlReader>, Problem> {
        let Some(entry) = self.archive.entry(path) else { return Ok(None) };
        Ok(Some(XmlReader::new(self.archive.unpack(entry, MAX_UNPACKED_BYTES)?)))
    }

    fn begin(&mut self, sheet: Sheet, merged: Option<Merged>) -> Result<(), Problem> {
        let marks = self.part(&sheet.path)?.ok_or_else(|| Problem::new("spreadsheet-broken"))?;
        let rows = SheetRows::new(marks, merged, self.book.is_1904);
        let table = TypedRows::of_table(wanted_table(&self.options.name));
        self.stage = WorkbookStage::Rows(Box::new((sheet, rows, table)));
        Ok(())
    }

    /// Leaves a sheet that is no table, as those of notes are.
    fn leave_sheet(&mut self, problem: Problem) {
        self.problem.get_or_insert(problem);
        self.stage = WorkbookStage::NextSheet;
    }
}

impl OpenWorkbook for Workbook {
    fn wants(&mut self) -> Result<Option<Wanted>, Problem> {
        match &mut self.stage {
            WorkbookStage::Table(within) => within.1.wants(false),
            _ => Ok(None),
        }
    }

    /// Where no sheet is a table, the error says why the first is none.
    fn step(&mut self) -> Result<Option<Reading>, Problem> {
        match &mut self.stage {
            WorkbookStage::Styles(marks) => {
                if marks.as_mut().map_or(Ok(true), |marks| self.styles.take(marks, STEP_MARKS))? {
                    self.stage = WorkbookStage::Strings(self.part(&self.book.strings)?);
                }
            }
            WorkbookStage::Strings(marks) => {
                if marks.as_mut().map_or(Ok(true), |marks| self.strings.take(marks, STEP_MARKS))? {
                    self.stage = WorkbookStage::NextSheet;
                }
            }
            WorkbookStage::NextSheet => match self.sheets.pop() {
                Some(sheet) => self.begin(sheet, None)?,
                None => return Err(self.problem.take().unwrap_or_else(|| Problem::new("empty-file"))),
            },
            WorkbookStage::Rows(within) => {
                let (sheet, rows, table) = &mut **within;
                let is_whole = rows.take(&self.strings, &self.styles, STEP_MARKS)?;
                let mut problem = None;
                for (line, cells) in rows.grid.finished.drain(..) {
                    problem = problem.or(table.take(line, cells).err());
                }
                if let Some(problem) = problem {
                    self.leave_sheet(problem);
                } else if is_whole {
                    let sheet = sheet.clone();
                    if let Some(merged) = rows.merged_among_data() {
                        return self.begin(sheet, Some(merged)).map(|()| None);
                    }
                    match Intake::of_rows(std::mem::take(table), self.options.clone()) {
                        Ok(intake) => self.stage = WorkbookStage::Table(Box::new((sheet, intake))),
                        Err(problem) => self.leave_sheet(problem),
                    }
                }
            }
            WorkbookStage::Table(within) => match within.1.step() {
                Ok(None) => {}
                Ok(Some(mut reading)) => {
                    if self.count > 1 {
                        let problem = Problem::new("sheet-chosen").with("text", &within.0.name);
                        reading.warnings.push(Warning { problem, count: self.count });
                    }
                    return Ok(Some(reading));
                }
                Err(problem) => self.leave_sheet(problem),
            },
        }
        Ok(None)
    }
}

/// The one implementor.
struct Readers;

impl SheetReaders for Readers {
    fn open(&self, bytes: Vec<u8>, options: &ReadOptions) -> Result<Box<dyn OpenWorkbook>, Problem> {
        if bytes.starts_with(b"\x1f\x8b") {
            return Ok(Box::new(Parcel::of_gzip(bytes, options)?));
        }
        let archive = Archive::open(bytes)?;
        match archive.is_document {
            true => Workbook::of_archive(archive, options),
            false => Ok(Box::new(Parcel::open(archive, options)?)),
        }
    }
}

/// The value to hold; nothing else names the readers of workbooks.
pub const fn sheet_readers() -> &'static dyn SheetReaders {
    &Readers
}

/// A workbook of OpenDocument, whose readers may have to come first.
struct OpenDocument {
    archive: Option<Archive>,
    options: ReadOptions,
    book: Option<Box<dyn OpenWorkbook>>,
}

impl OpenWorkbook for OpenDocument {
    fn wants(&mut self) -> Result<Option<Wanted>, Problem> {
        match &mut self.book {
            Some(book) => book.wants(),
            None => Ok((self.options.shelf.0)().office.is_none().then_some(Wanted::Office)),
        }
    }

    fn step(&mut self) -> Result<Option<Reading>, Problem> {
        if let Some(office) = (self.options.shelf.0)().office
            && let Some(archive) = self.archive.take()
        {
            self.book = Some(office.0.open_document(archive, &self.options)?);
            return Ok(None);
        }
        let broken_off = || Problem::new("broken-off").with("address", &self.options.name);
        self.book.as_mut().ok_or_else(broken_off)?.step()
    }
}

/// Whether an OpenDocument archive is a workbook, by the type in its first file.
fn is_spreadsheet(archive: &Archive) -> bool {
    let Some(entry) = archive.entry("mimetype") else { return true };
    let unpacked = archive.unpack(entry, 1000);
    unpacked.is_ok_and(|mut unpacked| {
        let name = std::io::BufRead::fill_buf(&mut unpacked).unwrap_or_default();
        name.windows(11).any(|window| window == b"spreadsheet")
    })
}

/// What an archive is that is a document, but no workbook that is read here.
fn of_other_form(archive: &Archive) -> Problem {
    let has = |start: &str| archive.entries.iter().any(|entry| entry.name.starts_with(start));
    let document = |form: &str| Problem::new("document-not-csv").with("form", form);
    match () {
        () if has("xl/workbook.bin") => Problem::new("spreadsheet-other-form").with("form", ".xlsb"),
        () if has("Index/") => Problem::new("spreadsheet-other-form").with("form", ".numbers"),
        () if has("word/") => document(".docx"),
        () if has("ppt/") => document(".pptx"),
        () if has("visio/") => document(".vsdx"),
        () if has("content.xml") => document("OpenDocument"),
        () if has("META-INF/container.xml") => document(".epub"),
        () => Problem::new("spreadsheet-broken"),
    }
}

/// The name in the fragment of an address, without its percent signs.
pub(in crate::data) fn decoded(fragment: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = fragment;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let byte = after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match byte {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(b'%');
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}
