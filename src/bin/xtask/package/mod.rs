//! The site as others install it: an npm package in `target/package`, a WordPress plugin in `target/wordpress`, and what
//! stands beside a release in `target/publish`.

#[path = "../../archive.rs"]
mod archive;
mod bill;
mod notices;
mod npm;
mod release;
mod wordpress;

use std::fs;
use std::path::{Path, PathBuf};

use crate::dist;
use crate::project::{self, cannot};

/// Builds the site and both packages of it.
pub fn run() -> Result<(), String> {
    dist::run(None)?;
    let [package, plugin] = write()?;
    let root = project::root();
    let published = release::write(&root, &project::dist(), &plugin, &root.join("target/publish"))?;
    for written in [package, plugin].into_iter().chain(published) {
        println!("{} written", written.strip_prefix(project::root()).unwrap_or(&written).display());
    }
    Ok(())
}

/// Writes both packages of the site as it is in `target/dist`; gives the folder of the one and the zip of the other.
pub fn write() -> Result<[PathBuf; 2], String> {
    let (root, site) = (project::root(), project::dist());
    let package = root.join("target/package");
    npm::write(&root, &site, &package)?;
    let plugin = wordpress::write(&root.join("www"), &site, &root.join("target/wordpress"))?;
    Ok([package, plugin])
}

/// The file of a site with the licences of all that it is made of.
pub const NOTICES: &str = "third-party.txt";

/// Writes the licences of what a site is made of.
///
/// # Errors
/// One sentence: cargo does not answer, or a crate has no text of its licence.
pub fn write_notices(site: &Path) -> Result<(), String> {
    let metadata = release::metadata(&project::root())?;
    let root = metadata["resolve"]["root"].as_str().unwrap_or_default();
    let text = notices::notices(&metadata, &bill::shipped(&metadata, root))?;
    project::write(&site.join(NOTICES), text.as_bytes())
}

/// The packages this tool writes itself, as folders below `www`: what they hold is no part of the site.
pub const SOURCES: [&str; 2] = ["package/", "wordpress/"];

/// What the gallery offers to be downloaded: the whole site, and WordPress's plugin with it.
pub const DOWNLOADS: [&str; 2] = ["migration-widget.zip", "migration-widget-wordpress.zip"];

/// Writes what the gallery of a site offers, by the site's other files; neither holds the other, nor itself.
pub fn write_downloads(www: &Path, site: &Path) -> Result<(), String> {
    let mut files = Vec::new();
    for (name, path) in project::files_below(site)? {
        files.push((format!("migration-widget/{name}"), project::read(&path)?));
    }
    let [whole, plugin] = [archive::archive(&files, true)?, wordpress::zip(www, site)?];
    for (name, bytes) in DOWNLOADS.into_iter().zip([whole, plugin]) {
        project::write(&site.join(name), &bytes)?;
    }
    Ok(())
}

/// Makes a folder anew.
fn empty(folder: &Path) -> Result<(), String> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|problem| cannot("remove", folder, &problem))?;
    }
    fs::create_dir_all(folder).map_err(|problem| cannot("make the folder", folder, &problem))
}

/// Copies the files below a folder whose names are wanted.
fn copy(from: &Path, to: &Path, wanted: impl Fn(&str) -> bool) -> Result<(), String> {
    for (name, path) in project::files_below(from)? {
        if wanted(&name) {
            project::write(&to.join(&name), &project::read(&path)?)?;
        }
    }
    Ok(())
}
