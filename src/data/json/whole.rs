//! JSON on its way, kept whole as long as it is small or can be read in no other way.

use super::document::{self, fragment};
use super::rows::JsonRows;
use super::tree::whole;
use super::wrapper::{start, unwrapped};
use crate::data::limits::MAX_DOCUMENT_BYTES;
use crate::data::partial_table::PartialTable;
use crate::model::Problem;

/// More than this is not kept: what is larger is read as it came, as a list of records.
const KEPT_BYTES: usize = 16_000_000;

/// A document that is being gathered, and read as it comes all the while.
pub(in crate::data) struct Document {
    /// What has come, as long as it may be looked at as a whole.
    bytes: Vec<u8>,
    /// Whether it has to be whole: a cube, or JSON with something around it.
    is_whole: bool,
    rows: Box<JsonRows>,
    /// What is wrong with it as records.
    fault: Option<Problem>,
    address: String,
}

/// What a document is, once all of it is here.
pub(in crate::data) enum Ended {
    /// A table.
    Table(Box<PartialTable>),
    /// Records, of which more may come.
    Rows(Box<JsonRows>),
}

impl Document {
    /// Begins with the first bytes.
    pub(in crate::data) fn new(head: Vec<u8>, address: &str) -> Document {
        let has = |wanted: &[u8]| head.windows(wanted.len()).any(|bytes| bytes == wanted);
        let is_cube = has(b"\"dimension\"") && has(b"\"category\"") || has(b"\"dataSets\"");
        let is_whole = is_cube || start(&head).is_some();
        let rows = Box::new(JsonRows::new(false));
        let mut document = Document { is_whole, rows, bytes: head, fault: None, address: address.to_owned() };
        if !is_whole {
            document.fault = document.rows.take(&document.bytes).err();
        }
        document
    }

    /// Takes the next bytes; the reader of records, where there are too many of them.
    ///
    /// # Errors
    /// `json-too-large`, and those of [`JsonRows`].
    pub(in crate::data) fn take(&mut self, bytes: &[u8]) -> Result<Option<Box<JsonRows>>, Problem> {
        self.bytes.extend_from_slice(bytes);
        if self.is_whole {
            return match self.bytes.len() > MAX_DOCUMENT_BYTES {
                true => Err(Problem::new("json-too-large").with("limit", MAX_DOCUMENT_BYTES / 1_000_000)),
                false => Ok(None),
            };
        }
        if self.fault.is_none() {
            self.fault = self.rows.take(bytes).err();
        }
        match self.bytes.len() > KEPT_BYTES {
            true => self.rows().map(Some),
            false => Ok(None),
        }
    }

    /// What has been read as records.
    fn rows(&mut self) -> Result<Box<JsonRows>, Problem> {
        let bytes = std::mem::take(&mut self.bytes);
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let mut rows = std::mem::replace(&mut self.rows, Box::new(JsonRows::new(false)));
        if self.is_whole {
            rows.take(unwrapped(&bytes).unwrap_or(&bytes))?;
        }
        Ok(rows)
    }

    /// What it is, now that all of it is here.
    ///
    /// # Errors
    /// What [`crate::data::read`] says of JSON.
    pub(in crate::data) fn end(&mut self) -> Result<Ended, Problem> {
        let is_read = self.fault.is_none() && !self.is_whole && self.rows.is_plain();
        if is_read && fragment(&self.address).is_empty() {
            return self.rows().map(Ended::Rows);
        }
        if self.rows.has_records() {
            self.rows.refuse_fault(self.rows.names())?;
        }
        if let Some(cleaned) = without_nan(&self.bytes) {
            self.bytes = cleaned;
            self.fault = None;
            // It has to be read again in any case.
            self.is_whole = true;
            *self.rows = JsonRows::new(false);
        }
        let json = whole(unwrapped(&self.bytes).unwrap_or(&self.bytes));
        if let Some(partial) = json.map(|json| document::read(&json, &self.address)).transpose()?.flatten() {
            return Ok(Ended::Table(Box::new(partial)));
        }
        self.rows().map(Ended::Rows)
    }
}

/// The text with `null` for what JSON has no numbers for, and Python writes all the same; `None` where there is none.
fn without_nan(text: &[u8]) -> Option<Vec<u8>> {
    const NONE: [&[u8]; 3] = [b"NaN", b"-Infinity", b"Infinity"];
    if !text.windows(3).any(|bytes| bytes == b"NaN" || bytes == b"Inf") {
        return None;
    }
    let (mut out, mut rest, mut is_quoted) = (Vec::with_capacity(text.len()), text, false);
    while let Some((first, after)) = rest.split_first() {
        if !is_quoted && let Some(word) = NONE.iter().find(|word| rest.starts_with(word)) {
            out.extend_from_slice(b"null");
            rest = rest.get(word.len()..).unwrap_or_default();
            continue;
        }
        match (first, is_quoted) {
            (b'"', _) => is_quoted = !is_quoted,
            (b'\\', true) => {
                out.push(*first);
                out.extend(after.first());
                rest = after.get(1..).unwrap_or_default();
                continue;
            }
            _ => {}
        }
        out.push(*first);
        rest = after;
    }
    Some(out)
}
