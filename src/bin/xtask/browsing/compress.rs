//! Compressed copies of files. Brotli at its best is slow, so its results are kept by content between runs.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Above this many bytes Brotli's best takes longer than anybody wants to wait; no shipped file comes near.
const BEST_UP_TO: usize = 4_000_000;
/// How long a compressed copy is kept that nothing wrote again.
const KEPT_FOR: Duration = Duration::from_secs(3 * 24 * 3600);

/// A short name of some content, the same in every run.
pub fn fingerprint(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}-{:x}", hasher.finish(), bytes.len())
}

/// Compressed with gzip as a static host would do it once.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("a Vec takes every byte");
    encoder.finish().expect("a Vec takes every byte")
}

/// Compressed with Brotli as a static host would do it once.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let folder = kept();
    let path = folder.join(fingerprint(bytes));
    if let Ok(found) = fs::read(&path) {
        return found;
    }
    let quality = if bytes.len() > BEST_UP_TO { 5 } else { 11 };
    let mut compressed = Vec::new();
    // The window is the largest a browser takes, and by then holds every file of the site.
    brotli::CompressorWriter::new(&mut compressed, 1 << 16, quality, 22)
        .write_all(bytes)
        .expect("a Vec takes every byte");
    // Not being able to keep it costs time, nothing else. Written aside first: tests read while others write.
    let aside = path.with_extension(format!("{}.new", std::process::id()));
    if fs::create_dir_all(&folder).and_then(|()| fs::write(&aside, &compressed)).is_ok() {
        let _ = fs::rename(&aside, &path);
        forget_old(&folder);
    }
    compressed
}

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/brotli")
}

fn forget_old(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let age = entry.metadata().and_then(|metadata| metadata.modified());
        let old = age.is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > KEPT_FOR));
        if old {
            let _ = fs::remove_file(entry.path());
        }
    }
}
