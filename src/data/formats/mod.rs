//! What each publisher's files are told by, and what their readers know of them.
//!
//! A reader is small: it recognises a table by its names, tags or what stands around it, and says what the columns stand
//! for, where its feed's next page lies and how it words a fault. A new format is a file here and a line in [`ALL`].
//! Bytes, cells, numbers, periods, countries and totals are the same code for all: see [`super::refine`].

mod cbp;
mod dtm;
pub(in crate::data) mod eurostat;
pub(in crate::data) mod feed;
pub(in crate::data) mod format;
pub(in crate::data) mod gviz;
mod hxl;
mod idmc;
pub(in crate::data) mod ine;
pub(in crate::data) mod json_stat;
mod labels;
mod odata;
mod owid;
pub(in crate::data) mod package;
mod plain;
mod publisher;
pub(in crate::data) mod px_web;
mod sdmx;
pub(in crate::data) mod sdmx_json;
mod sidra;
mod statcan;
mod un_desa;
pub mod unhcr;
mod world_bank;

use super::partial_table::PartialTable;
use crate::model::{Joined, Problem, attribute, nearest};

use feed::Feed;
use format::{Form, Format};

/// The readers, in the order in which they are named and asked.
pub(in crate::data) const ALL: [&Format; 20] = [
    &plain::CSV,
    &hxl::READER,
    &unhcr::READER,
    &owid::READER,
    &world_bank::READER,
    &dtm::READER,
    &eurostat::READER,
    &sdmx::READER,
    &statcan::READER,
    &plain::PC_AXIS,
    &json_stat::READER,
    &sdmx_json::READER,
    &ine::READER,
    &sidra::READER,
    &odata::READER,
    &gviz::READER,
    &plain::JSON,
    &un_desa::READER,
    &cbp::READER,
    &idmc::READER,
];

/// How many of them read cells.
// Worked out while it is compiled, as what follows, where a wrong index is an error.
#[allow(clippy::indexing_slicing)]
const CELL_READERS: usize = {
    let (mut index, mut count) = (0, 0);
    while index < ALL.len() {
        count += !matches!(ALL[index].form, Form::Json) as usize;
        index += 1;
    }
    count
};

/// Those that read cells: what reads JSON alone travels with the readers of JSON.
#[allow(clippy::indexing_slicing)]
pub(in crate::data) const OF_CELLS: [&Format; CELL_READERS] = {
    let mut readers = [&plain::CSV; CELL_READERS];
    let (mut index, mut count) = (0, 0);
    while index < ALL.len() {
        if !matches!(ALL[index].form, Form::Json) {
            readers[count] = ALL[index];
            count += 1;
        }
        index += 1;
    }
    readers
};

/// The names of all formats, for the attribute `format`: those of the readers, and of what only names another file.
#[allow(clippy::indexing_slicing)]
pub const FORMATS: [&str; ALL.len() + 1] = {
    let mut names = [package::NAME; ALL.len() + 1];
    let mut index = 0;
    while index < ALL.len() {
        names[index] = ALL[index].name;
        index += 1;
    }
    names
};

/// What the files of each are.
#[allow(clippy::indexing_slicing)]
const FORMS: [Form; ALL.len()] = {
    let mut forms = [Form::Either; ALL.len()];
    let mut index = 0;
    while index < ALL.len() {
        forms[index] = ALL[index].form;
        index += 1;
    }
    forms
};

/// Refuses what is no format's name; empty is "detect it".
///
/// # Errors
/// `unknown-format`, with the nearest name.
pub fn check_format(name: &str) -> Result<(), Problem> {
    if name.is_empty() || FORMATS.contains(&name) {
        return Ok(());
    }
    let near = nearest(name, FORMATS).unwrap_or(plain::CSV.name);
    let problem = Problem::new("unknown-format").with("word", name).with("nearest", near);
    Err(problem.with("words", FORMATS.joined(", ")).in_column(attribute::FORMAT))
}

/// What a file of the format that the author names has to be.
pub(in crate::data) fn form_of(asked: &str) -> Form {
    let place = FORMATS.iter().position(|name| *name == asked);
    place.and_then(|place| FORMS.get(place).copied()).unwrap_or(Form::Either)
}

/// The reader that the author names, else the first of `readers` that knows the table, else that of plain files.
pub(in crate::data) fn recognised(
    partial: &PartialTable,
    asked: &str,
    readers: &[&'static Format],
) -> &'static Format {
    // JSON is plain JSON only where nobody knows more.
    let named = readers.iter().find(|format| format.name == asked && asked != JSON_NAME);
    let known = named.or_else(|| readers.iter().find(|format| (format.recognises)(partial)));
    // Of cells it is not among the readers.
    let plain = if partial.around.is_json { JSON_NAME } else { plain::CSV.name };
    let known = known.or_else(|| readers.iter().find(|format| format.name == plain));
    known.copied().unwrap_or(&plain::CSV)
}

/// The name of JSON of any shape.
const JSON_NAME: &str = plain::JSON.name;

/// The next page of a feed that says that there is one.
pub(in crate::data) fn next_page(feed: &Feed) -> Option<usize> {
    ALL.iter().find_map(|format| (format.next_page)(feed))
}

/// The sentence of a feed that answers a faulty question with HTTP 200.
pub(in crate::data) fn fault(feed: &Feed) -> Option<String> {
    ALL.iter().find_map(|format| (format.fault)(feed))
}

/// Whether a text at this path of a JSON file, in a list within a record, may be such a sentence.
pub(in crate::data) fn is_fault_path(path: &str) -> bool {
    ALL.iter().any(|format| !format.fault_at.is_empty() && path.ends_with(format.fault_at))
}
