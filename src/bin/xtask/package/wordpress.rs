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
    let plugin = folder.join(NAME);
    let contract = Contract::open(www)?;
    for (name, path) in project::files_below(&www.join(SOURCES))? {
        let filled = contract.fill(&path, &project::read_text(&path)?)?;
        project::write(&plugin.join(name), filled.replace("__VERSION__", VERSION).as_bytes())?;
    }
    super::copy(site, &plugin.join("dist"), |_| true)?;
    let mut files = Vec::new();
    for (name, path) in project::files_below(folder)? {
        files.push((name, project::read(&path)?));
    }
    let zip = folder.join(format!("{NAME}-{VERSION}.zip"));
    project::write(&zip, &archive(&files, true)?)?;
    Ok(zip)
}
