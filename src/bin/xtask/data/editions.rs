//! Which edition of a source stands in the reference files: `editions.json` beside them, where they were got by this tool.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::sources::SourceSpec;

/// What is known of a source since it was got anew.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Edition {
    /// The date that the publisher gives the file, else the day on which it was got.
    pub as_of: String,
    /// The edition in the publisher's words, where a person gave it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub edition: String,
}

/// Editions by dataset and title of the source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Editions(BTreeMap<String, Edition>);

const NAME: &str = "editions.json";

impl Editions {
    /// Those of a folder of reference files; none where they were not got by this tool.
    pub fn read(from: &Path) -> Result<Editions, String> {
        let path = from.join(NAME);
        match std::fs::read(&path) {
            Ok(bytes) => {
                serde_json::from_slice(&bytes).map_err(|fault| format!("{}: {fault}", path.display()))
            }
            Err(_) => Ok(Editions::default()),
        }
    }

    /// The text of the file.
    #[cfg(feature = "xtask")]
    pub fn text(&self) -> Result<String, String> {
        Ok(serde_json::to_string_pretty(self).map_err(|fault| fault.to_string())? + "\n")
    }

    #[cfg(feature = "xtask")]
    pub fn set(&mut self, dataset: &str, source: &SourceSpec, edition: &Edition) {
        self.0.insert(key(dataset, source), edition.clone());
    }

    /// A source as it stands in these files: read at its publisher's, where it was got from there.
    pub fn of<'a>(&'a self, dataset: &str, source: SourceSpec<'a>) -> SourceSpec<'a> {
        match self.0.get(&key(dataset, &source)) {
            Some(Edition { as_of, edition }) => SourceSpec { as_of, edition, via: None, ..source },
            None => source,
        }
    }
}

fn key(dataset: &str, source: &SourceSpec) -> String {
    format!("{dataset}: {}, {}", source.publisher, source.title)
}
