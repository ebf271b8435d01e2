//! Where the project lies on this disk.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of `Cargo.toml`.
///
/// Cargo tells it to what it runs; a copy of the binary started by hand falls back to where it was built.
pub fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
}

/// Cargo, as it would be started by hand: what `cargo run` tells this tool of itself would have crates built anew whose
/// build scripts look at it, as that of ring does.
pub fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        let is_told = |start: &str| name.to_string_lossy().starts_with(start);
        if is_told("CARGO_PKG_") || is_told("CARGO_MANIFEST_") {
            cargo.env_remove(&name);
        }
    }
    cargo
}

/// The built site.
pub fn dist() -> PathBuf {
    root().join("target/dist")
}

/// What the tool fetched and keeps between runs: npm packages.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// Every file below a folder with its path relative to it, `/`-separated, sorted.
pub fn files_below(folder: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let mut files = Vec::new();
    let mut open = vec![(String::new(), folder.to_path_buf())];
    while let Some((prefix, folder)) = open.pop() {
        let entries =
            fs::read_dir(&folder).map_err(|problem| cannot("read the folder", &folder, &problem))?;
        for entry in entries {
            let entry = entry.map_err(|problem| cannot("read the folder", &folder, &problem))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // Editors' swap files and the system's own.
            if name.starts_with('.') {
                continue;
            }
            let relative = format!("{prefix}{name}");
            if entry.path().is_dir() {
                open.push((format!("{relative}/"), entry.path()));
            } else {
                files.push((relative, entry.path()));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|problem| cannot("make the folder", folder, &problem))?;
    }
    fs::write(path, bytes).map_err(|problem| cannot("write", path, &problem))
}

/// Reads a file whole.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|problem| cannot("read", path, &problem))
}

/// Reads a text file whole.
pub fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|problem| cannot("read", path, &problem))
}

/// The sentence about a file that could not be used.
pub fn cannot(verb: &str, path: &Path, problem: &std::io::Error) -> String {
    format!("cannot {verb} {}: {problem}", path.display())
}
