//! `target/wordpress`: the plugin with the site it serves inside, as a folder, and as the zip that WordPress uploads.

use std::path::{Path, PathBuf};

use crate::project;

use super::zip;

/// The plugin's folder below WordPress's own; its main file has the same name.
const NAME: &str = "migration-widget";

/// Writes the plugin into a folder, which is made anew; gives the zip.
pub fn write(sources: &Path, site: &Path, folder: &Path) -> Result<PathBuf, String> {
    super::empty(folder)?;
    let plugin = folder.join(NAME);
    super::copy(sources, &plugin, |_| true)?;
    super::copy(site, &plugin.join("dist"), |_| true)?;
    let mut files = Vec::new();
    for (name, path) in project::files_below(folder)? {
        files.push((name, project::read(&path)?));
    }
    let archive = folder.join(format!("{NAME}-{}.zip", env!("CARGO_PKG_VERSION")));
    project::write(&archive, &zip::archive(&files)?)?;
    Ok(archive)
}
