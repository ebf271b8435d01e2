//! `cargo xtask data`: the shipped tables, derived from the reference files.
//!
//! Each dataset has one file here that reads its reference files through [`reference::ReferenceFile`], which refuses a file
//! whose meaning changed with its line and column, and answers [`part::ShippedTable`]s: selected, aggregated, sorted.
//! [`package`] describes them. Nothing is written before everything was derived.

mod applications;
mod boundaries;
mod breaks;
mod countries;
mod crossings;
mod deaths;
mod declaration;
mod displacement;
mod editions;
mod encounters;
mod entries;
mod evidence;
pub mod feeds;
#[cfg(feature = "xtask")]
pub mod fetch;
mod fields;
mod marks;
mod package;
mod part;
mod place_groups;
mod place_names;
mod publications;
mod reference;
mod sources;
mod stocks;
mod tally;
mod wording;

use std::fs;
use std::path::{Path, PathBuf};

use countries::Countries;
use editions::Editions;

/// One file of the project that the reference files determine.
pub struct Output {
    /// Where it belongs, relative to the project's root, with `/`.
    pub path: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// Rebuilds `www_data` and the tables of countries in `src` from the reference files in `from`; `atlas` is the folder
/// of the npm package of [`boundaries`]; without it the maps stay as they are. `languages` are those with a file of
/// translations of the declaration.
///
/// # Errors
/// One sentence: a file cannot be read or written, or a reference file changed its meaning (file, line and column).
pub fn run(from: &Path, www_data: &Path, atlas: Option<&Path>, languages: &[&str]) -> Result<(), String> {
    let www_data = fs::canonicalize(www_data).map_err(|fault| format!("{}: {fault}", www_data.display()))?;
    let Some(root) = www_data.parent().and_then(Path::parent) else {
        return Err(format!("{}: not the www/data folder of the project", www_data.display()));
    };
    let locale = root.join("www/locales/en.json");
    let messages = fs::read_to_string(&locale).map_err(|fault| format!("{}: {fault}", locale.display()))?;
    let mut outputs = derive(from, &messages)?;
    if let Some(atlas) = atlas {
        outputs.extend(boundaries::derive(atlas, from)?);
    }
    if from.join("unhcr/countries.csv").is_file() {
        let countries = Countries::read(from)?;
        outputs.push(place_groups::derive(from, &countries)?);
        outputs.extend(place_names::derive(from, &countries)?);
    }
    let facts = from.join("../declaration");
    if facts.is_dir() {
        outputs.extend(declaration::derive(&facts, root, languages)?);
    }
    fs::create_dir_all(root.join("www/maps")).map_err(|fault| format!("www/maps: {fault}"))?;
    let kept: Vec<PathBuf> = outputs.iter().map(|output| root.join(&output.path)).collect();
    for (path, output) in kept.iter().zip(&outputs) {
        // Only what differs is written, so that a watcher of the sources does not rebuild for nothing.
        if fs::read(path).is_ok_and(|bytes| bytes == output.bytes) {
            continue;
        }
        fs::write(path, &output.bytes).map_err(|fault| format!("{}: {fault}", path.display()))?;
        println!("wrote {} ({} bytes)", output.path, output.bytes.len());
    }
    for entry in
        fs::read_dir(&www_data).map_err(|fault| format!("{}: {fault}", www_data.display()))?.flatten()
    {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "csv") && !kept.contains(&path) {
            fs::remove_file(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
            println!("removed {}, which no dataset has any more", path.display());
        }
    }
    println!("{} files are as the reference files have them", outputs.len());
    Ok(())
}

/// Derives every output from the reference files in `from`; `messages` is the English message file (JSON).
///
/// # Errors
/// One sentence: a file cannot be read, a reference file changed its meaning, or a dataset lacks a message.
pub fn derive(from: &Path, messages: &str) -> Result<Vec<Output>, String> {
    let countries = Countries::read(from)?;
    let mut parts = Vec::new();
    parts.extend(crossings::derive(from, &countries)?);
    parts.extend(displacement::derive(from, &countries)?);
    parts.extend(encounters::derive(from, &countries)?);
    parts.extend(entries::derive(from, &countries)?);
    parts.extend(deaths::derive(from, &countries)?);
    parts.extend(stocks::derive(from, &countries)?);
    parts.extend(applications::derive(from, &countries)?);
    let mut outputs =
        vec![Output { path: "src/model/country.rs".into(), bytes: countries.module().into_bytes() }];
    let mut files = Vec::new();
    for part in &parts {
        files.push(part.csv()?);
    }
    let package = package::describe(&parts, &files, messages, &Editions::read(from)?)?;
    outputs.push(Output { path: "www/data/datapackage.json".into(), bytes: package.into_bytes() });
    for (part, bytes) in parts.iter().zip(files) {
        outputs.push(Output { path: format!("www/data/{}", part.path()), bytes });
    }
    Ok(outputs)
}
