//! ZIP archives: of the WordPress plugin, and of the workbooks that the fuzzer, the native and the browser's tests have
//! read. Each of the four includes this very file.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// An archive of files, each packed by DEFLATE or stored as it is; the same bytes for the same files: no dates, no owners.
///
/// # Errors
/// One sentence: a name stands twice, or a file is too large for the format.
pub fn archive<Name: AsRef<str>, Bytes: AsRef<[u8]>>(
    files: &[(Name, Bytes)],
    packed: bool,
) -> Result<Vec<u8>, String> {
    let method = if packed { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    let options =
        SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let name = name.as_ref();
        let wrong = |problem: &dyn std::fmt::Display| format!("{name} cannot be put into a zip: {problem}");
        archive.start_file(name, options).map_err(|problem| wrong(&problem))?;
        archive.write_all(bytes.as_ref()).map_err(|problem| wrong(&problem))?;
    }
    let finished = archive.finish().map_err(|problem| format!("a zip cannot be ended: {problem}"))?;
    Ok(finished.into_inner())
}
