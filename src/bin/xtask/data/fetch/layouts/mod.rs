//! Publishers' files as they are got, to reference files: one reader a layout, and each refuses what it does not know.

mod darien;
mod encounters;
mod incidents;
mod migrant_stock;
mod population;
mod sheet;
mod unhcr;

use std::collections::BTreeSet;
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
    let mut notes = Vec::new();
    let taken = match feed.layout {
        Layout::Unhcr(columns) => return unhcr::read(path(0), columns, documents),
        Layout::Darien => vec![(path(0), darien::read(one()?, &base.join(path(0)))?)],
        Layout::Encounters => vec![(path(0), encounters::read(one()?, &base.join(path(0)))?)],
        Layout::Incidents => vec![(path(0), incidents::read(one()?)?)],
        Layout::MigrantStock => vec![(path(0), migrant_stock::read(one()?)?)],
        Layout::Population => {
            let (estimates, projected) = population::read(one()?)?;
            notes.push(
                "population: these figures are published for 1 July; where those of before were worked out from the end of \
                 the year, `dataset.population.note` says so and has to be changed"
                    .to_owned(),
            );
            vec![(path(0), estimates), (path(1), projected)]
        }
        Layout::Reference => vec![(path(0), one()?.bytes.clone())],
    };
    Ok(Taken { files: taken, notes })
}

/// Whether a reference file holds other rows than the one at `path`, in whatever order.
pub fn rows_differ(path: &Path, bytes: &[u8]) -> Result<bool, String> {
    let before: BTreeSet<Vec<String>> = sheet::rows_of(path)?.into_iter().collect();
    let mut now = BTreeSet::new();
    for record in csv::Reader::from_reader(bytes).records() {
        let record = record.map_err(|fault| format!("{}: {fault}", path.display()))?;
        now.insert(record.iter().map(str::to_owned).collect());
    }
    Ok(before != now)
}
