//! What each publisher's files are told by, and what their readers know of them.
//!
//! A reader is small: it recognises a table by its names, tags or what stands around it, and says what the columns stand
//! for. Bytes, cells, numbers, periods, countries and totals are the same code for all: see [`super::refine`].

mod cbp;
mod dtm;
mod hxl;
mod idmc;
mod owid;
pub(in crate::data) mod package;
mod sdmx;
mod un_desa;
mod unhcr;
mod world_bank;

use crate::model::Problem;

use super::partial_table::PartialTable;

/// A format's reader.
pub(in crate::data) struct Format {
    /// Its name, as the attribute `format` has it.
    pub(in crate::data) name: &'static str,
    /// Whether a table is of this format.
    pub(in crate::data) recognises: fn(&PartialTable) -> bool,
    /// Says what the columns stand for, and puts right what is peculiar to the format.
    pub(in crate::data) shape: fn(&mut PartialTable) -> Result<(), Problem>,
    /// The address of the file's metadata, if there may be some.
    pub(in crate::data) metadata: fn(&str) -> Option<String>,
}

/// The readers in the order in which they are asked; the last two take everything.
const READERS: [Format; 11] = [
    Format { name: "hxl", recognises: hxl::recognises, shape: hxl::shape, metadata: none },
    Format { name: "sdmx-csv", recognises: sdmx::recognises, shape: sdmx::shape, metadata: none },
    Format {
        name: "worldbank",
        recognises: world_bank::recognises,
        shape: world_bank::shape,
        metadata: none,
    },
    Format { name: "unhcr", recognises: unhcr::recognises, shape: unhcr::shape, metadata: none },
    Format { name: "owid", recognises: owid::recognises, shape: owid::shape, metadata: owid::metadata_of },
    Format { name: "dtm", recognises: dtm::recognises, shape: dtm::shape, metadata: none },
    Format { name: "undesa", recognises: un_desa::recognises, shape: un_desa::shape, metadata: none },
    Format { name: "cbp", recognises: cbp::recognises, shape: cbp::shape, metadata: none },
    Format { name: "idmc", recognises: idmc::recognises, shape: idmc::shape, metadata: none },
    Format { name: "json", recognises: |partial| partial.around.is_json, shape: plain, metadata: none },
    Format { name: "csv", recognises: |_| true, shape: plain, metadata: none },
];

/// The names of all formats, for the attribute `format`.
pub const FORMATS: [&str; 12] = [
    "csv",
    "hxl",
    "unhcr",
    "owid",
    "worldbank",
    "dtm",
    "sdmx-csv",
    "json",
    "undesa",
    "cbp",
    "idmc",
    "datapackage",
];

/// The reader that the author names, else the first that knows the table.
pub(in crate::data) fn recognised(partial: &PartialTable, asked: &str) -> &'static Format {
    let named = READERS.iter().find(|format| format.name == asked);
    // JSON is plain JSON only where nobody knows more.
    let named = named.filter(|format| !matches!(format.name, "json"));
    named
        .or_else(|| READERS.iter().find(|format| (format.recognises)(partial)))
        .unwrap_or(const { &READERS[10] })
}

fn plain(_: &mut PartialTable) -> Result<(), Problem> {
    Ok(())
}

fn none(_: &str) -> Option<String> {
    None
}

/// Takes the metadata of a format that has them in a file of their own.
pub(in crate::data) fn metadata(partial: &mut PartialTable, bytes: &[u8]) {
    if let Some(json) = super::json::tree::tree(bytes) {
        owid::metadata(partial, &json);
    }
}

/// The next page of a feed that says that there is one.
pub(in crate::data) fn next_page(
    names: &[String],
    facts: &[(String, String)],
    meta: &[(String, String)],
) -> Option<usize> {
    let has = |name: &str| names.iter().any(|known| known == name);
    let is_feed =
        (has("coo_id") && has("coa_id")) || (has("year") && has("coo_name")) || has("countryiso3code");
    let number = |wanted: &[&str]| {
        let mut all = facts.iter().chain(meta);
        all.find(|(path, _)| wanted.contains(&path.as_str()))
            .and_then(|(_, value)| value.parse::<usize>().ok())
    };
    let page = number(&["page", "meta.page", "currentPage"])?;
    let pages = number(&["maxPages", "max_pages", "pages", "totalPages", "meta.maxPages", "meta.pages"])?;
    (is_feed && page < pages).then_some(page + 1)
}

/// The sentence of a feed that answers a faulty question with HTTP 200.
pub(in crate::data) fn feed_error(
    names: &[String],
    facts: &[(String, String)],
    lists: &[(String, Vec<String>)],
) -> Option<String> {
    let fact = |wanted: &[&str]| {
        let mut all = facts.iter();
        all.find(|(path, value)| wanted.contains(&path.as_str()) && !value.is_empty())
            .map(|(_, value)| value.clone())
    };
    let failed = fact(&["isSuccess", "success"]).is_some_and(|value| value == "false");
    let listed = lists.iter().find(|(name, list)| name == "errorMessages" && !list.is_empty());
    if let (true, Some((_, list))) = (failed || names.is_empty(), listed) {
        return list.first().cloned();
    }
    if !names.is_empty() && !failed {
        return None;
    }
    // The last name of its path says what a fact is.
    let says = |wanted: &str| {
        let of = |path: &str| path.rsplit('.').next() == Some(wanted);
        facts.iter().find(|(path, value)| of(path) && !value.is_empty()).map(|(_, value)| value.clone())
    };
    // The World Bank: [{"message": [{"id": "120", "key": "Invalid value", "value": "…"}]}].
    ["message", "error", "errorMessage", "detail", "errors", "value"].into_iter().find_map(says)
}
