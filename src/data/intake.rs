//! Bytes in, a table out: the one interface of all readers, fed as the bytes come and finished in short steps.

use crate::model::{Problem, attribute};

use super::foreign::{START_BYTES, refuse_binary, refuse_text};
use super::formats::eurostat::KeysUnpacked;
use super::formats::format::Form;
use super::formats::{form_of, package};
use super::json::value::Json;
use super::limits::{MAX_BYTES, MAX_WORKBOOK_BYTES};
use super::options::ReadOptions;
use super::partial_table::PartialTable;
use super::readers::{EndedJson, OpenJson, OpenWorkbook, SheetReaders, Wanted, is_archive};
use super::reading::{FileMetadata, Next, Reading, Warning};
use super::refine::Refining;
use super::sniff;
use super::text::delimited::Delimited;
use super::text::encoding::{Decoder, Encoding};
use super::typed_rows::TypedRows;

/// What is told from a file's first bytes wants this many of them.
const HEAD_BYTES: usize = 64 * 1024;

/// A file that is being read.
pub struct Intake {
    options: ReadOptions,
    decoder: Decoder,
    /// How many bytes have come.
    bytes_read: usize,
    /// The first bytes as they came, as long as they are too few to tell what they are.
    start: Option<Vec<u8>>,
    body: FileBody,
    /// What cuts the keys of Eurostat's own TSV, where the file is one.
    keys: Option<Box<KeysUnpacked>>,
}

enum FileBody {
    /// The first bytes, decoded: too few to tell what they are.
    Waiting(Vec<u8>),
    Delimited(Box<Delimited>),
    /// JSON whose readers have not come.
    Unread(Vec<u8>),
    Json(Box<dyn OpenJson>),
    /// A workbook, which is opened once it is whole.
    Packed(Vec<u8>),
    Workbook(Box<dyn OpenWorkbook>),
    /// The file is whole: what is left to do.
    Refining(Box<Refining>),
}

impl Intake {
    /// Begins a file.
    pub fn new(options: ReadOptions) -> Intake {
        Intake {
            options,
            decoder: Decoder::new(),
            bytes_read: 0,
            start: Some(Vec::new()),
            body: FileBody::Waiting(Vec::new()),
            keys: None,
        }
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// What [`super::read`] says.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        self.bytes_read += bytes.len();
        check_length(self.bytes_read)?;
        match &mut self.start {
            Some(start) => {
                start.extend_from_slice(bytes);
                if start.len() < START_BYTES { Ok(()) } else { self.begin() }
            }
            None => self.take(bytes),
        }
    }

    /// Decides by the first bytes whether the file is text.
    fn begin(&mut self) -> Result<(), Problem> {
        let start = self.start.take().unwrap_or_default();
        if sniff::is_packed(&start) {
            self.body = FileBody::Packed(Vec::new());
        } else {
            refuse_binary(&start)?;
        }
        self.take(&start)
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        if let FileBody::Packed(packed) = &mut self.body {
            packed.extend_from_slice(bytes);
            if packed.len() > MAX_WORKBOOK_BYTES {
                return Err(Problem::new("too-large").with("limit", MAX_WORKBOOK_BYTES / 1_000_000));
            }
            return Ok(());
        }
        let text = self.decoder.decode(bytes);
        self.take_text(&text)
    }

    fn take_text(&mut self, text: &[u8]) -> Result<(), Problem> {
        match &mut self.body {
            FileBody::Waiting(head) => {
                head.extend_from_slice(text);
                if head.len() >= HEAD_BYTES { self.open() } else { Ok(()) }
            }
            FileBody::Delimited(body) => match &mut self.keys {
                Some(keys) => body.take(&keys.take(text)),
                None => body.take(text),
            },
            FileBody::Json(body) => body.take(text),
            FileBody::Unread(bytes) => {
                bytes.extend_from_slice(text);
                self.open_json()
            }
            FileBody::Packed(_) | FileBody::Workbook(_) | FileBody::Refining(_) => Ok(()),
        }
    }

    /// Decides by the first bytes what the file is.
    fn open(&mut self) -> Result<(), Problem> {
        let FileBody::Waiting(head) = &mut self.body else { return Ok(()) };
        let mut head = std::mem::take(head);
        refuse_text(&head, &self.options.name)?;
        if self.decoder.nothings > 8 && self.decoder.nothings * 50 > head.len() {
            return Err(Problem::new("spreadsheet-not-csv"));
        }
        if sniff::is_json(&head)? {
            if form_of(&self.options.format) == Form::Cells {
                return Err(Problem::new("json-not-csv"));
            }
            self.body = FileBody::Unread(head);
            return self.open_json();
        }
        refuse_cells(&self.options)?;
        self.keys = KeysUnpacked::of(&head).map(Box::new);
        if let Some(keys) = &mut self.keys {
            head = keys.take(&head);
        }
        let mut body = Box::new(Delimited::open(&head, &self.options)?);
        body.take(head.get(body.head_length..).unwrap_or_default())?;
        self.body = FileBody::Delimited(body);
        Ok(())
    }

    /// Begins to read JSON, if its readers are there.
    fn open_json(&mut self) -> Result<(), Problem> {
        if let (FileBody::Unread(bytes), Some(readers)) = (&mut self.body, (self.options.shelf.0)().json) {
            self.body = FileBody::Json(readers.0.open(std::mem::take(bytes), &self.options)?);
        }
        Ok(())
    }

    /// The readers without which the file is not read on; `is_whole` says that all its bytes have come.
    ///
    /// # Errors
    /// What [`super::read`] says.
    pub fn wants(&mut self, is_whole: bool) -> Result<Option<Wanted>, Problem> {
        if is_whole {
            self.settle()?;
        }
        match &mut self.body {
            FileBody::Unread(_) => {
                self.open_json()?;
                Ok(matches!(self.body, FileBody::Unread(_)).then_some(Wanted::Json))
            }
            FileBody::Packed(bytes) => Ok((self.options.shelf.0)().wanted_for(bytes)),
            FileBody::Workbook(workbook) => workbook.wants(),
            FileBody::Refining(refining) => Ok(refining.wants()),
            _ => Ok(None),
        }
    }

    /// Whether the readers of JSON are there.
    pub(in crate::data) fn knows_json(&self) -> bool {
        (self.options.shelf.0)().json.is_some()
    }

    /// Decides what the file is, now that all its bytes have come.
    fn settle(&mut self) -> Result<(), Problem> {
        if self.start.is_some() {
            self.begin()?;
        }
        let rest = self.decoder.finish();
        if !rest.is_empty() {
            self.take_text(&rest)?;
        }
        if matches!(self.body, FileBody::Waiting(_)) { self.open() } else { Ok(()) }
    }

    /// Says that all bytes of the file, or of this page of it, have come; what else has to be read first, if anything.
    ///
    /// `sheets` are wanted where [`Intake::is_workbook`]: without them the file is as good as broken off.
    ///
    /// # Errors
    /// What [`super::read`] says, and `broken-off`.
    pub fn end(&mut self, sheets: Option<&dyn SheetReaders>) -> Result<Option<Next>, Problem> {
        self.settle()?;
        self.open_json()?;
        let waiting = FileBody::Waiting(Vec::new());
        let broken_off = || Problem::new("broken-off").with("address", &self.options.name);
        let mut partial: PartialTable = match std::mem::replace(&mut self.body, waiting) {
            FileBody::Delimited(mut body) => {
                if let Some(mut keys) = self.keys.take() {
                    body.take(&keys.rest())?;
                    let mut partial = body.end()?;
                    keys.tell(&mut partial);
                    partial
                } else {
                    body.end()?
                }
            }
            FileBody::Unread(_) => return Err(broken_off()),
            FileBody::Json(mut body) => match body.end(&mut self.options)? {
                EndedJson::Table(partial) => *partial,
                EndedJson::Next(next) => {
                    if matches!(next, Next::Page(_)) {
                        // The next page is a document of its own.
                        self.body = FileBody::Json(body);
                        self.decoder = Decoder::new();
                    }
                    return Ok(Some(next));
                }
            },
            FileBody::Packed(bytes) => {
                let workbook = match is_archive(&bytes) {
                    true => sheets.ok_or_else(broken_off)?.open(bytes, &self.options)?,
                    false => {
                        let office = (self.options.shelf.0)().office;
                        office.ok_or_else(broken_off)?.0.open(bytes, &self.options)?
                    }
                };
                self.body = FileBody::Workbook(workbook);
                return Ok(None);
            }
            body => {
                self.body = body;
                return Ok(None);
            }
        };
        if let Some(line) = self.decoder.guessed_on_line {
            // Some bytes of a text that is UTF-8 otherwise, or all of it.
            let code = if self.decoder.encoding() == Encoding::Utf8 { "odd-bytes" } else { "not-utf8" };
            let problem = Problem::new(code).with("row", line).with("text", self.decoder.name());
            let problem = problem.at_row(line);
            partial.around.warnings.push(Warning::once(problem));
        }
        if self.decoder.nothings > 0 {
            let line = self.decoder.nothing_on_line;
            let problem =
                Problem::new("nothing-in-text").with("row", line).with("count", self.decoder.nothings);
            let count = self.decoder.nothings;
            partial.around.warnings.push(Warning { problem: problem.at_row(line), count });
        }
        let encoding = self.decoder.name();
        let refining = self.refining(partial, encoding);
        let next = refining.wanted();
        self.body = FileBody::Refining(Box::new(refining));
        Ok(next)
    }

    fn refining(&self, mut partial: PartialTable, encoding: &'static str) -> Refining {
        let (delimiter, header_line) =
            (partial.around.metadata.delimiter, partial.around.metadata.header_line);
        let known = std::mem::take(&mut partial.around.metadata);
        let mut said = self.options.metadata.clone();
        // What a description says of a file goes before what the file says of itself.
        if said.title.is_empty() {
            said.title = known.title;
        }
        said.source = said.source.or(known.source);
        said.fields.extend(known.fields);
        partial.around.metadata = FileMetadata {
            delimiter,
            header_line,
            encoding,
            format: known.format,
            view: known.view,
            aliases: known.aliases,
            spellings: known.spellings,
            ..said
        };
        Refining::new(partial, &self.options)
    }

    /// A table whose rows are all here already: only [`Intake::step`] is left.
    ///
    /// # Errors
    /// `not-json` where the author asks for a format of JSON, and those of [`TypedRows`].
    pub fn of_rows(rows: TypedRows, options: ReadOptions) -> Result<Intake, Problem> {
        refuse_cells(&options)?;
        let partial = rows.end()?;
        let mut intake = Intake::new(options);
        intake.start = None;
        intake.body = FileBody::Refining(Box::new(intake.refining(partial, "UTF-8")));
        Ok(intake)
    }

    /// What is known of the file that [`Next::File`] names; `address` is its own.
    pub fn options_of_file(&self, address: &str) -> ReadOptions {
        let format =
            if self.options.format == package::NAME { String::new() } else { self.options.format.clone() };
        ReadOptions { format, name: address.to_owned(), length: 0, ..self.options.clone() }
    }

    /// Takes the metadata that [`Next::Metadata`] has asked for; what cannot be read of it is left.
    pub fn metadata(&mut self, bytes: &[u8]) {
        let json = (self.options.shelf.0)().json.and_then(|readers| readers.0.value(bytes));
        if let Some(json) = json {
            self.describe(json);
        }
    }

    /// Takes the same metadata as a value.
    pub fn describe(&mut self, json: Json) {
        if let FileBody::Refining(refining) = &mut self.body {
            refining.describe(json);
        }
    }

    /// Does the next short piece of what is left once all bytes have come: a column typed, a check made.
    ///
    /// # Errors
    /// What [`super::read`] says.
    pub fn step(&mut self) -> Result<Option<Reading>, Problem> {
        match &mut self.body {
            FileBody::Refining(refining) => refining.step(),
            FileBody::Workbook(workbook) => workbook.step(),
            _ => Err(Problem::new("empty-file")),
        }
    }

    /// Whether what has come is a workbook: its readers are wanted before [`Intake::end`].
    pub fn is_workbook(&self) -> bool {
        matches!(self.body, FileBody::Packed(_))
    }

    /// How many bytes have come.
    pub fn bytes_read(&self) -> usize {
        self.bytes_read
    }
}

impl Intake {
    /// Does without the pages that have not come.
    ///
    /// # Errors
    /// What [`super::read`] says.
    pub(in crate::data) fn end_pages(&mut self) -> Result<(), Problem> {
        if let FileBody::Json(body) = &mut self.body {
            let partial = body.end_pages(&self.options)?;
            self.body = FileBody::Refining(Box::new(Refining::new(partial, &self.options)));
        }
        Ok(())
    }

    /// All that is left to do, at once; pages that have not come are done without.
    ///
    /// # Errors
    /// What [`super::read`] says.
    pub fn rest(mut self) -> Result<Reading, Problem> {
        self.end_pages()?;
        loop {
            if let Some(reading) = self.step()? {
                return Ok(reading);
            }
        }
    }
}

/// Refuses a file of more bytes than are read, where its length is known before them.
///
/// # Errors
/// `too-large`.
pub fn check_length(bytes: usize) -> Result<(), Problem> {
    match bytes > MAX_BYTES {
        true => Err(Problem::new("too-large").with("limit", MAX_BYTES / 1_000_000)),
        false => Ok(()),
    }
}

/// Refuses cells where the author asks for JSON.
fn refuse_cells(options: &ReadOptions) -> Result<(), Problem> {
    match form_of(&options.format) {
        Form::Json => {
            Err(Problem::new("not-json").with("reason", &options.format).in_column(attribute::FORMAT))
        }
        _ => Ok(()),
    }
}
