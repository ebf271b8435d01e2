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
use super::readers::AgencyReaders;
use crate::model::{Joined, Problem, attribute, nearest};

use feed::Feed;
use format::{Form, Format, Hearing, Telling};

/// The readers, in the order in which they are named and asked.
const ALL: [&Format; 20] = [
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

/// How many of them read JSON alone.
// Worked out while it is compiled, as what follows, where a wrong index is an error.
#[allow(clippy::indexing_slicing)]
const JSON_READERS: usize = {
    let (mut index, mut count) = (0, 0);
    while index < ALL.len() {
        count += matches!(ALL[index].form, Form::Json) as usize;
        index += 1;
    }
    count
};
const CELL_READERS: usize = ALL.len() - JSON_READERS;

/// Those that read JSON alone, or the others.
#[allow(clippy::indexing_slicing)]
const fn of_form<const COUNT: usize>(is_json: bool) -> [&'static Format; COUNT] {
    let mut readers = [&plain::CSV; COUNT];
    let (mut index, mut count) = (0, 0);
    while index < ALL.len() {
        if matches!(ALL[index].form, Form::Json) == is_json {
            readers[count] = ALL[index];
            count += 1;
        }
        index += 1;
    }
    readers
}

/// Those that read JSON alone: they travel with the readers of JSON.
const OF_JSON: [&Format; JSON_READERS] = of_form(true);

/// Those that read cells, or either: what they do lies in a part of the module of its own, what tells their files does not.
const OF_CELLS: [&Format; CELL_READERS] = of_form(false);

/// What tells the files of some.
#[allow(clippy::indexing_slicing)]
const fn tellings<const COUNT: usize>(formats: [&'static Format; COUNT]) -> [Telling; COUNT] {
    let mut all = [Telling::of(&plain::CSV); COUNT];
    let mut index = 0;
    while index < COUNT {
        all[index] = Telling::of(formats[index]);
        index += 1;
    }
    all
}

/// What tells the files of each that reads cells.
const TOLD_BY_CELLS: [Telling; CELL_READERS] = tellings(OF_CELLS);

/// What the feeds of each say beside their rows.
#[allow(clippy::indexing_slicing)]
const FEEDS: [Hearing; ALL.len()] = {
    let mut all = [Hearing::of(&plain::CSV); ALL.len()];
    let mut index = 0;
    while index < ALL.len() {
        all[index] = Hearing::of(ALL[index]);
        index += 1;
    }
    all
};

/// What tells the files of each: JSON may have the columns of an agency's cells.
const TOLD_BY: [Telling; ALL.len()] = tellings(ALL);

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

/// The format of JSON that the author names, else the first that knows the table, else that of plain JSON; and what it
/// does, unless that is behind [`agency_readers`].
pub(in crate::data) fn of_json(partial: &PartialTable, asked: &str) -> (Telling, Option<&'static Format>) {
    // JSON is plain JSON only where nobody knows more.
    let named = TOLD_BY.iter().find(|format| format.name == asked && asked != plain::JSON.name);
    let known = named.or_else(|| TOLD_BY.iter().find(|format| (format.recognises)(partial)));
    let telling = known.copied().unwrap_or(Telling::of(&plain::JSON));
    (telling, OF_JSON.iter().find(|format| format.name == telling.name).copied())
}

/// The same of cells; what it does is behind [`agency_readers`], but for plain ones.
pub(in crate::data) fn of_cells(partial: &PartialTable, asked: &str) -> Telling {
    let named = TOLD_BY_CELLS.iter().find(|format| format.name == asked);
    let known = named.or_else(|| TOLD_BY_CELLS.iter().find(|format| (format.recognises)(partial)));
    known.copied().unwrap_or(Telling::of(&plain::CSV))
}

/// The format of plain cells of a name: nothing else is known of them.
pub(in crate::data) fn plain_cells(name: &str) -> Option<&'static Format> {
    [&plain::CSV, &plain::PC_AXIS].into_iter().find(|format| format.name == name)
}

/// The value to hold; nothing else names what the readers of cells do.
pub const fn agency_readers() -> AgencyReaders {
    AgencyReaders(|name| OF_CELLS.iter().find(|format| format.name == name).copied())
}

/// The next page of a feed that says that there is one.
pub(in crate::data) fn next_page(feed: &Feed) -> Option<usize> {
    FEEDS.iter().find_map(|format| (format.next_page)(feed))
}

/// The sentence of a feed that answers a faulty question with HTTP 200.
pub(in crate::data) fn fault(feed: &Feed) -> Option<String> {
    FEEDS.iter().find_map(|format| (format.fault)(feed))
}

/// Whether a text at this path of a JSON file, in a list within a record, may be such a sentence.
pub(in crate::data) fn is_fault_path(path: &str) -> bool {
    FEEDS.iter().any(|format| !format.fault_at.is_empty() && path.ends_with(format.fault_at))
}
