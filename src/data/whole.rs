//! A file whose bytes are all here, read at once.

use super::intake::Intake;
use super::options::ReadOptions;
use super::reading::{Next, Reading};
use super::sheets::sheet_readers;
use crate::model::Problem;

/// How many bytes are taken at a time.
const PIECE_BYTES: usize = 64 * 1024;

/// Reads a whole file of any format; of a feed with pages, this page alone.
///
/// # Errors
/// A [`Problem`] when the bytes are no table: `empty-file`, `html-not-csv`, `spreadsheet-not-csv`, `too-large`,
/// of workbooks `spreadsheet-broken`, `spreadsheet-encrypted`, `spreadsheet-other-form`, `spreadsheet-too-large`,
/// `archive-not-csv`, `no-such-sheet`,
/// of sheets `header-only` and `wrong-delimiter`, `no-such-table`, `truncated`, `no-numbers`, `too-many-columns`,
/// `too-many-rows`, `too-many-texts`, `json-broken`, `json-too-deep`, `json-no-rows`, `feed-error`, and with a format that
/// the bytes are not of `json-not-csv`, `not-json`.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, Problem> {
    let options = ReadOptions { length: bytes.len(), ..options.clone() };
    let mut intake = Intake::new(options);
    for piece in bytes.chunks(PIECE_BYTES) {
        intake.feed(piece)?;
    }
    if let Some(Next::File(path)) = intake.end(Some(sheet_readers()))? {
        return Err(Problem::new("package-not-followed").with("path", path));
    }
    intake.rest()
}

/// Reads CSV or TSV, and nothing else.
///
/// # Errors
/// What [`read`] says of CSV, and `json-not-csv`.
pub fn read_csv(bytes: &[u8]) -> Result<Reading, Problem> {
    read(bytes, &ReadOptions { format: String::from("csv"), ..ReadOptions::default() })
}
