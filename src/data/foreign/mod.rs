//! Files that are no table and that nothing here reads: told by their first bytes, each refused by its name with a way out.
//!
//! | module | what it tells |
//! |---|---|
//! | here | binary files: other programs' tables, databases, archives, pictures, documents |
//! | `markup` | XML of any kind |
//! | `pages` | web pages: a Sheet's, GitHub's, those of shared folders, those that ask for a password |

mod markup;
mod pages;

use crate::data::cells::period::holds;
use crate::model::Problem;

pub(in crate::data) use markup::{is_spreadsheet_ml, refuse_markup};
pub use pages::of_host;

/// So many of a file's first bytes tell what it is; the mark of a tar archive stands at 257.
pub(in crate::data) const START_BYTES: usize = 512;

/// Other programs' files: the bytes, where they stand, the problem's code, and the name of the form where several share it.
const KNOWN: [(&[u8], usize, &str, &str); 52] = [
    (b"%PDF", 0, "pdf-not-csv", ""),
    (b"PAR1", 0, "columns-not-csv", "Parquet"),
    (b"ARROW1", 0, "columns-not-csv", "Arrow"),
    (b"FEA1", 0, "columns-not-csv", "Feather"),
    (b"Obj\x01", 0, "columns-not-csv", "Avro"),
    (b"ORC", 0, "columns-not-csv", "ORC"),
    (b"<stata_dta>", 0, "stata-not-csv", ""),
    (b"$FL2@(#)", 0, "spss-not-csv", ".sav"),
    (b"$FL3@(#)", 0, "spss-not-csv", ".zsav"),
    (b"\xc2\xea\x81\x60\xb3\x14\x11\xcf\xbd\x92\x08\x00\x09\xc7\x31\x8c", 12, "sas-not-csv", ".sas7bdat"),
    (b"HEADER RECORD*******LIB", 0, "sas-not-csv", ".xpt"),
    (b"RDX2\n", 0, "r-not-csv", ".RData"),
    (b"RDX3\n", 0, "r-not-csv", ".RData"),
    (b"RDA2\n", 0, "r-not-csv", ".RData"),
    (b"RDA3\n", 0, "r-not-csv", ".RData"),
    (b"X\n\0\0\0\x02", 0, "r-not-csv", ".rds"),
    (b"X\n\0\0\0\x03", 0, "r-not-csv", ".rds"),
    (b"A\n2\n", 0, "r-not-csv", ".rds"),
    (b"A\n3\n", 0, "r-not-csv", ".rds"),
    (b"SQLite format 3\0", 0, "database-not-csv", "SQLite"),
    (b"Standard Jet DB", 4, "database-not-csv", "Access"),
    (b"Standard ACE DB", 4, "database-not-csv", "Access"),
    (b"DUCK", 8, "database-not-csv", "DuckDB"),
    (b"\x89HDF\r\n\x1a\n", 0, "grid-not-csv", "HDF5"),
    (b"CDF\x01", 0, "grid-not-csv", "NetCDF"),
    (b"CDF\x02", 0, "grid-not-csv", "NetCDF"),
    (b"\x93NUMPY", 0, "grid-not-csv", "NumPy"),
    (b"MATLAB 5.0 MAT-file", 0, "grid-not-csv", "MATLAB"),
    (b"\x80\x03}", 0, "grid-not-csv", "pickle"),
    (b"\x80\x04\x95", 0, "grid-not-csv", "pickle"),
    (b"\x80\x05\x95", 0, "grid-not-csv", "pickle"),
    (b"\0\0\x27\x0a", 0, "shapes-not-csv", "Shapefile"),
    (b"fgb\x03fgb", 0, "shapes-not-csv", "FlatGeobuf"),
    (b"Rar!\x1a\x07", 0, "archive-other-form", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", 0, "archive-other-form", "7z"),
    (b"ustar", 257, "archive-other-form", "tar"),
    (b"BZh", 0, "archive-other-form", "bzip2"),
    (b"\xfd7zXZ\0", 0, "archive-other-form", "xz"),
    (b"\x28\xb5\x2f\xfd", 0, "archive-other-form", "zstd"),
    (b"\x1f\x9d", 0, "archive-other-form", "compress"),
    (b"\x89PNG", 0, "picture-not-csv", "PNG"),
    (b"\xff\xd8\xff", 0, "picture-not-csv", "JPEG"),
    (b"GIF8", 0, "picture-not-csv", "GIF"),
    (b"WEBP", 8, "picture-not-csv", "WebP"),
    (b"II*\0", 0, "picture-not-csv", "TIFF"),
    (b"MM\0*", 0, "picture-not-csv", "TIFF"),
    (b"ftypavif", 4, "picture-not-csv", "AVIF"),
    (b"ftypheic", 4, "picture-not-csv", "HEIC"),
    (b"{\\rtf", 0, "document-not-csv", ".rtf"),
    (b"MIME-Version: ", 0, "html-workbook", ""),
    (b"%!PS", 0, "document-not-csv", "PostScript"),
    (b"version https://git-lfs.github.com/spec/", 0, "lfs-pointer", ""),
];

/// Refuses what is no table by a file's first [`START_BYTES`].
///
/// # Errors
/// A [`Problem`] that names what the file is.
pub(in crate::data) fn refuse_binary(start: &[u8]) -> Result<(), Problem> {
    for (mark, at, code, form) in KNOWN {
        if start.get(at..).is_some_and(|rest| rest.starts_with(mark)) && is_so(mark, start) {
            return Err(Problem::new(code).with("form", form));
        }
    }
    // Stata before version 13: its release, the order of its bytes, the kind of its file, a zero.
    if let [105..=115, 1 | 2, 1, 0, ..] = start {
        return Err(Problem::new("stata-not-csv"));
    }
    // dBASE: its version, then the date of its last change and how long its head is.
    if let [0x03 | 0x83 | 0x8b | 0x30 | 0xf5, year, 1..=12, 1..=31, _, _, _, _, low, high, ..] = start
        && *year < 200
        && u16::from_le_bytes([*low, *high]) % 32 <= 8
        && u16::from_le_bytes([*low, *high]) > 32
    {
        return Err(Problem::new("shapes-not-csv").with("form", "dBASE"));
    }
    // SPSS's portable file begins with its name in several alphabets.
    if start.len() > 200 && holds_bytes(start.get(..START_BYTES).unwrap_or(start), b"ASCII SPSS PORT FILE") {
        return Err(Problem::new("spss-not-csv").with("form", ".por"));
    }
    Ok(())
}

/// Whether a short mark that might begin a text is what it seems to be.
fn is_so(mark: &[u8], start: &[u8]) -> bool {
    match mark {
        b"BZh" => start.get(4..10) == Some(b"1AY&SY"),
        // A first column of these letters is followed by its delimiter.
        b"ORC" | b"DUCK" | b"FEA1" | b"PAR1" | b"GIF8" | b"Obj\x01" => {
            start.iter().take(64).any(|byte| *byte == 0)
        }
        b"WEBP" => start.starts_with(b"RIFF"),
        _ => true,
    }
}

/// Whether some bytes stand among others.
fn holds_bytes(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|bytes| bytes == part)
}

/// The first bytes of a text in small letters, as much as tells what it is.
fn lowered(text: &[u8]) -> String {
    String::from_utf8_lossy(text.get(..64 * 1024).unwrap_or(text)).to_ascii_lowercase()
}

/// Refuses a text that is a web page or XML.
///
/// # Errors
/// A [`Problem`] that names what the text is.
pub(in crate::data) fn refuse_text(text: &[u8], address: &str) -> Result<(), Problem> {
    let start = text.trim_ascii_start();
    let [b'<', second, ..] = start else { return Ok(()) };
    if !second.is_ascii_alphabetic() && !matches!(second, b'!' | b'?') {
        return Ok(());
    }
    let text = lowered(start);
    if pages::is_page(&text) {
        return Err(pages::problem(&text, start, address));
    }
    // `<a>,1` may be a cell; what opens a tag closes one.
    match text.starts_with("<?xml") || holds(&text, "</") || holds(&text, "/>") {
        true => Err(refuse_markup(&text)),
        false => Ok(()),
    }
}
