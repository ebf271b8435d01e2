//! What each publisher's files are told by, and what their readers know of them.
//!
//! A reader is small: it recognises a table by its names, tags or what stands around it, and says what the columns stand
//! for, where its feed's next page lies and how it words a fault. A new format is a file here and a line in [`READERS`].
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
const READERS: [&Format; 20] = [
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

/// The names of all formats, for the attribute `format`: those of the readers, and of what only names another file.
// Worked out while it is compiled, where a wrong index is an error.
#[allow(clippy::indexing_slicing)]
pub const FORMATS: [&str; READERS.len() + 1] = {
    let mut names = [package::NAME; READERS.len() + 1];
    let mut index = 0;
    while index < READERS.len() {
        names[index] = READERS[index].name;
        index += 1;
    }
    names
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
    READERS.iter().find(|format| format.name == asked).map_or(Form::Either, |format| format.form)
}

/// The reader that the author names, else the first that knows the table, else that of plain files.
pub(in crate::data) fn recognised(partial: &PartialTable, asked: &str) -> &'static Format {
    // JSON is plain JSON only where nobody knows more.
    let named = READERS.iter().find(|format| format.name == asked && asked != plain::JSON.name);
    let known = named.or_else(|| READERS.iter().find(|format| (format.recognises)(partial)));
    let plain = if partial.around.is_json { &plain::JSON } else { &plain::CSV };
    known.copied().unwrap_or(plain)
}

/// The next page of a feed that says that there is one.
pub(in crate::data) fn next_page(feed: &Feed) -> Option<usize> {
    READERS.iter().find_map(|format| (format.next_page)(feed))
}

/// The sentence of a feed that answers a faulty question with HTTP 200.
pub(in crate::data) fn fault(feed: &Feed) -> Option<String> {
    READERS.iter().find_map(|format| (format.fault)(feed))
}

/// Whether a text at this path of a JSON file, in a list within a record, may be such a sentence.
pub(in crate::data) fn is_fault_path(path: &str) -> bool {
    READERS.iter().any(|format| !format.fault_at.is_empty() && path.ends_with(format.fault_at))
}
