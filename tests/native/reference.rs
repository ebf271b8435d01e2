//! The reference files beside the checkout, or where `REFERENCE_DATA` says.

use std::path::{Path, PathBuf};

/// A file or folder of the reference data, by its path below theirs; without it the test is named as skipped.
pub fn reference(path: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let found = std::env::var_os("REFERENCE_DATA").map_or(beside, PathBuf::from).join(path);
    if !found.exists() {
        println!("skipped: no reference files, or no `{path}` among them");
        return None;
    }
    Some(found)
}
