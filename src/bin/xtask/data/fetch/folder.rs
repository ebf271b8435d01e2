//! Folders that are replaced whole: what is half written is never in the place of what was there.

use std::fs;
use std::path::{Path, PathBuf};

fn cannot(verb: &str, path: &Path, fault: &std::io::Error) -> String {
    format!("cannot {verb} {}: {fault}", path.display())
}

/// Writes a file beside its place first, then moves it there.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|fault| cannot("make", folder, &fault))?;
    }
    let mut half = path.as_os_str().to_owned();
    half.push(".part");
    let half = PathBuf::from(half);
    fs::write(&half, bytes).map_err(|fault| cannot("write", &half, &fault))?;
    fs::rename(&half, path).map_err(|fault| cannot("write", path, &fault))
}

/// Copies a folder with all below it.
pub fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(|fault| cannot("make", to, &fault))?;
    for entry in fs::read_dir(from).map_err(|fault| cannot("read", from, &fault))? {
        let entry = entry.map_err(|fault| cannot("read", from, &fault))?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            // Not `fs::copy`, which would keep the reference files unwritable where they are.
            let bytes = fs::read(&path).map_err(|fault| cannot("read", &path, &fault))?;
            fs::write(&target, bytes).map_err(|fault| cannot("write", &target, &fault))?;
        }
    }
    Ok(())
}

/// Removes a folder, if it is there.
pub fn remove(folder: &Path) -> Result<(), String> {
    match fs::remove_dir_all(folder) {
        Err(fault) if folder.exists() => Err(cannot("remove", folder, &fault)),
        _ => Ok(()),
    }
}

/// Puts `new` in the place of `old`, which stays until the new one is whole.
pub fn replace(old: &Path, new: &Path) -> Result<(), String> {
    let aside = old.with_extension("before");
    remove(&aside)?;
    if old.exists() {
        fs::rename(old, &aside).map_err(|fault| cannot("move", old, &fault))?;
    }
    fs::rename(new, old).map_err(|fault| cannot("move", new, &fault))?;
    remove(&aside)
}
