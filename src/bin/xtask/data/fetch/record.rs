//! What was got: a line a file, so that anybody can see where a figure came from and ask for it again.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::transport::Validators;

/// One file as it was got.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// The address that was asked.
    pub address: String,
    /// The address that answered, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_address: Option<String>,
    /// The addresses between.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redirects: Vec<String>,
    /// The day on which it was got.
    pub got: String,
    /// The day on which it was last asked for, and was still the same.
    pub checked: String,
    pub sha256: String,
    pub bytes: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// The terms of use that the publisher states.
    pub licence: String,
    /// Where it lies, relative to the record.
    pub path: String,
}

impl Entry {
    /// What the server is asked to compare.
    pub fn validators(&self) -> Validators {
        Validators { etag: self.etag.clone(), last_modified: self.last_modified.clone() }
    }
}

/// Every file that was got, by its path.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Record {
    pub files: BTreeMap<String, Entry>,
}

const NAME: &str = "record.json";

impl Record {
    /// The record of a folder; an empty one where there is none.
    pub fn open(folder: &Path) -> Result<Record, String> {
        let path = folder.join(NAME);
        match std::fs::read(&path) {
            Ok(bytes) => {
                serde_json::from_slice(&bytes).map_err(|fault| format!("{}: {fault}", path.display()))
            }
            Err(_) => Ok(Record::default()),
        }
    }

    /// Writes it beside the files.
    pub fn save(&self, folder: &Path) -> Result<(), String> {
        let text = serde_json::to_string_pretty(self).map_err(|fault| fault.to_string())? + "\n";
        super::folder::put(&folder.join(NAME), text.as_bytes())
    }
}
