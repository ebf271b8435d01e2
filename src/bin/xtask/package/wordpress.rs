//! `target/wordpress`: the plugin with the site it serves inside, as a folder, and as the zip that WordPress uploads.

use std::path::{Path, PathBuf};

use crate::contract::Contract;
use crate::project;

use super::archive::archive;

/// The plugin's folder below WordPress's own; its main file has the same name.
const NAME: &str = "migration-widget";

/// Its sources below `www`.
const SOURCES: &str = "wordpress";
/// Its release, which is that of the site.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Writes the plugin into a folder, which is made anew; gives the zip.
pub fn write(www: &Path, site: &Path, folder: &Path) -> Result<PathBuf, String> {
    super::empty(folder)?;
    let files = files(www, site)?;
    for (name, bytes) in &files {
        project::write(&folder.join(name), bytes)?;
    }
    let zip = folder.join(format!("{NAME}-{VERSION}.zip"));
    project::write(&zip, &archive(&files, true)?)?;
    Ok(zip)
}

/// The plugin's zip, with a site in it.
pub fn zip(www: &Path, site: &Path) -> Result<Vec<u8>, String> {
    archive(&files(www, site)?, true)
}

/// The plugin's files by their names below WordPress's folder of plugins.
fn files(www: &Path, site: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let contract = Contract::open(www)?;
    let mut files = Vec::new();
    for (name, path) in project::files_below(&www.join(SOURCES))? {
        let filled = contract.fill(&path, &project::read_text(&path)?)?;
        files.push((format!("{NAME}/{name}"), filled.replace("__VERSION__", VERSION).into_bytes()));
    }
    for (name, path) in project::files_below(site)? {
        if !super::DOWNLOADS.contains(&name.as_str()) {
            files.push((format!("{NAME}/dist/{name}"), project::read(&path)?));
        }
    }
    files.sort();
    Ok(files)
}
