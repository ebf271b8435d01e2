//! `target/publish`: what stands beside a release, for who downloads it in place of asking a registry.
//!
//! The same sources give the same bytes: no dates, no names of machines.

use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::project;

use super::archive::archive;
use super::bill::bill;

/// The list of checksums, as `sha256sum --check` reads it.
const SUMS: &str = "SHA256SUMS";
/// The bill of materials.
const BILL: &str = "sbom.cdx.json";

/// Writes the site as an archive, the plugin's archive `plugin`, the bill of materials and the checksums of all three
/// into a folder, which is made anew; gives the paths.
pub fn write(root: &Path, site: &Path, plugin: &Path, folder: &Path) -> Result<Vec<PathBuf>, String> {
    super::empty(folder)?;
    let version = env!("CARGO_PKG_VERSION");
    let mut files = Vec::new();
    for (name, path) in project::files_below(site)? {
        files.push((format!("migration-widget/{name}"), project::read(&path)?));
    }
    let bill = format!(
        "{:#}\n",
        bill(&metadata(root)?, &project::read_text(&root.join("Cargo.lock"))?, crate::ATLAS)
    );
    let all = [
        (format!("migration-widget-{version}.zip"), archive(&files, true)?),
        (format!("migration-widget-wordpress-{version}.zip"), project::read(plugin)?),
        (BILL.to_owned(), bill.into_bytes()),
    ];
    let mut written = Vec::new();
    for (name, bytes) in &all {
        project::write(&folder.join(name), bytes)?;
        written.push(folder.join(name));
    }
    project::write(&folder.join(SUMS), sums(&all).as_bytes())?;
    written.push(folder.join(SUMS));
    Ok(written)
}

/// A line a file: its checksum and its name.
fn sums(files: &[(String, Vec<u8>)]) -> String {
    let hex =
        |bytes: &[u8]| -> String { Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect() };
    files.iter().map(|(name, bytes)| format!("{}  {name}\n", hex(bytes))).collect()
}

/// What cargo knows of the crates that the module is made of.
pub fn metadata(root: &Path) -> Result<Value, String> {
    let asked = ["metadata", "--format-version", "1", "--locked", "--filter-platform", crate::dist::TARGET];
    let done = project::cargo()
        .args(asked)
        .current_dir(root)
        .output()
        .map_err(|problem| format!("cargo metadata: {problem}"))?;
    if !done.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&done.stderr).trim()));
    }
    serde_json::from_slice(&done.stdout).map_err(|problem| format!("cargo metadata: {problem}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::bill::shipped;

    #[test]
    fn checksums_are_lines_of_sha256sum() {
        // Of the empty text and of "abc", as FIPS 180-4 has them.
        let files = [("a.zip".to_owned(), Vec::new()), ("b.json".to_owned(), b"abc".to_vec())];
        assert_eq!(
            sums(&files),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.zip\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.json\n"
        );
    }

    #[test]
    fn the_module_s_own_crates_are_on_the_bill_and_the_tool_s_are_not() {
        let root = project::root();
        let lock = project::read_text(&root.join("Cargo.lock")).unwrap();
        let bill = bill(&metadata(&root).unwrap(), &lock, ("world-atlas", "2.0.2"));
        let names: Vec<&str> =
            bill["components"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        for name in ["plotters", "wasm-bindgen", "rlsf", "quick-xml", "world-atlas"] {
            assert!(names.contains(&name), "{name}: {names:?}");
        }
        for name in ["ureq", "axum", "brotli", "icu_decimal", "roxmltree", "migration-widget"] {
            assert!(!names.contains(&name), "{name}");
        }
        let of_crates = |one: &&Value| one["purl"].as_str().unwrap().starts_with("pkg:cargo/");
        for one in bill["components"].as_array().unwrap().iter().filter(of_crates) {
            assert_eq!(one["hashes"][0]["content"].as_str().unwrap().len(), 64, "{one}");
            assert!(one["licenses"][0]["expression"].is_string(), "{one}");
        }
        assert!(names.is_sorted(), "{names:?}");
    }

    #[test]
    fn every_crate_on_the_bill_has_its_licence_among_the_notices() {
        let root = project::root();
        let metadata = metadata(&root).unwrap();
        let lock = project::read_text(&root.join("Cargo.lock")).unwrap();
        let bill = bill(&metadata, &lock, ("world-atlas", "2.0.2"));
        let shipped = shipped(&metadata, metadata["resolve"]["root"].as_str().unwrap());
        let notices = super::super::notices::notices(&metadata, &shipped).unwrap();
        let sections: Vec<&str> = notices.split(&"-".repeat(80)).collect();
        for one in bill["components"].as_array().unwrap() {
            let name = format!("{} {}", one["name"].as_str().unwrap(), one["version"].as_str().unwrap());
            let section = sections.iter().find(|section| section.lines().any(|line| line.starts_with(&name)));
            let section = section.unwrap_or_else(|| panic!("{name} is not there"));
            let lower = section.to_lowercase();
            assert!(lower.contains("copyright") && lower.contains("permission"), "{name}: {section}");
            let licence = one["licenses"][0]["expression"].as_str().unwrap();
            assert!(["MIT", "ISC"].iter().any(|known| licence.contains(known)), "{name}: {licence}");
        }
        let names: Vec<&Value> =
            bill["components"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
        assert!(
            names.windows(2).all(|pair| pair[0] != pair[1]),
            "in the module no crate is there twice: {names:?}"
        );
        assert!(notices.contains("Copyright (c) The Rust Project Contributors"));
    }
}
