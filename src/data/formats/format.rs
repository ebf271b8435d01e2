//! What a format's reader is.

use super::feed::Feed;
use crate::data::json::value::Json;
use crate::data::partial_table::PartialTable;
use crate::model::Problem;

/// A format's reader.
pub(in crate::data) struct Format {
    /// Its name, as the attribute `format` has it.
    pub(in crate::data) name: &'static str,
    /// What its files are.
    pub(in crate::data) form: Form,
    /// Whether a table is of this format.
    pub(in crate::data) recognises: fn(&PartialTable) -> bool,
    /// Says what the columns stand for, and puts right what is peculiar to the format.
    pub(in crate::data) shape: fn(&mut PartialTable) -> Result<(), Problem>,
    /// The address of the file's metadata, if there may be some.
    pub(in crate::data) metadata_address: fn(&str) -> Option<String>,
    /// Takes these metadata.
    pub(in crate::data) metadata: fn(&mut PartialTable, &Json),
    /// The next page of its feed, if it has one.
    pub(in crate::data) next_page: fn(&Feed) -> Option<usize>,
    /// Why a document of its feed has no rows, if it says so.
    pub(in crate::data) fault: fn(&Feed) -> Option<String>,
    /// How the path of such a sentence ends that stands in a list within a list; empty without.
    pub(in crate::data) fault_at: &'static str,
}

/// What the files of a format are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::data) enum Form {
    /// Cells and delimiters, or a sheet.
    Cells,
    /// JSON.
    Json,
    /// The one or the other.
    Either,
}

/// What tells the files of a format.
#[derive(Clone, Copy)]
pub(in crate::data) struct Telling {
    /// As in [`Format`].
    pub(in crate::data) name: &'static str,
    /// As in [`Format`].
    pub(in crate::data) recognises: fn(&PartialTable) -> bool,
    /// As in [`Format`].
    pub(in crate::data) metadata_address: fn(&str) -> Option<String>,
}

impl Telling {
    /// That of a format.
    pub(in crate::data) const fn of(format: &Format) -> Telling {
        let Format { name, recognises, metadata_address, .. } = *format;
        Telling { name, recognises, metadata_address }
    }
}

/// What the feed of a format says beside its rows.
#[derive(Clone, Copy)]
pub(in crate::data) struct Hearing {
    /// As in [`Format`].
    pub(in crate::data) next_page: fn(&Feed) -> Option<usize>,
    /// As in [`Format`].
    pub(in crate::data) fault: fn(&Feed) -> Option<String>,
    /// As in [`Format`].
    pub(in crate::data) fault_at: &'static str,
}

impl Hearing {
    /// That of a format.
    pub(in crate::data) const fn of(format: &Format) -> Hearing {
        let Format { next_page, fault, fault_at, .. } = *format;
        Hearing { next_page, fault, fault_at }
    }
}

impl Format {
    /// What a reader need not say.
    pub(in crate::data) const PLAIN: Format = Format {
        name: "",
        form: Form::Either,
        recognises: |_| false,
        shape: |_| Ok(()),
        metadata_address: |_| None,
        metadata: |_, _| (),
        next_page: |_| None,
        fault: |_| None,
        fault_at: "",
    };
}
