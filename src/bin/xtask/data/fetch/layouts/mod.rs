//! Publishers' files as they are got, to reference files: one reader a layout, and each refuses what it does not know.

mod darien;
mod encounters;
mod incidents;
mod migrant_stock;
mod population;
mod sheet;
mod unhcr;

use std::path::Path;

use super::super::feeds::{Feed, Layout};

/// One document that was got.
pub struct Document {
    /// Where it came from; some publishers write the year nowhere else.
    pub address: String,
    /// What stands in it, unpacked.
    pub bytes: Vec<u8>,
}

/// What a file became.
#[derive(Default)]
pub struct Taken {
    /// Reference files by their path, each whole.
    pub files: Vec<(&'static str, Vec<u8>)>,
    /// What a person should know of it: fields that are new, for example.
    pub notes: Vec<String>,
}

/// Reads the documents of a feed; `base` are the reference files that are there, of which older periods are kept.
///
/// # Errors
/// One sentence with the place: the layout changed, or a total is no longer the sum of its parts.
pub fn read(feed: &Feed, documents: &[Document], base: &Path) -> Result<Taken, String> {
    let path = |index: usize| feed.writes.get(index).copied().unwrap_or_default();
    let one = || documents.first().ok_or_else(|| format!("{}: no document", feed.id));
    let taken = match feed.layout {
        Layout::Unhcr(columns) => return unhcr::read(path(0), columns, documents),
        Layout::Darien => vec![(path(0), darien::read(one()?, &base.join(path(0)))?)],
        Layout::Encounters => vec![(path(0), encounters::read(one()?, &base.join(path(0)))?)],
        Layout::Incidents => vec![(path(0), incidents::read(one()?)?)],
        Layout::MigrantStock => vec![(path(0), migrant_stock::read(one()?)?)],
        Layout::Population => {
            let (estimates, projected) = population::read(one()?)?;
            vec![(path(0), estimates), (path(1), projected)]
        }
        Layout::Reference => vec![(path(0), one()?.bytes.clone())],
    };
    Ok(Taken { files: taken, notes: Vec::new() })
}
