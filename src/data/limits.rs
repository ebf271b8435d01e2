//! How much a file may hold: generous for this field, stated in the README, met with a sentence.

use crate::model::Problem;

/// The largest file, in bytes: a browser holds its columns in memory, and a phone has 1 GB.
pub const MAX_BYTES: usize = 200_000_000;
/// The largest workbook, in bytes: it is unpacked only once it is whole.
pub const MAX_WORKBOOK_BYTES: usize = 50_000_000;
/// The most bytes of one sheet or list of texts, once unpacked: what is meant well packs no more into a workbook of that
/// size, and what is not stops here.
pub const MAX_UNPACKED_BYTES: usize = 500_000_000;
/// The most files in an archive: what is published so holds some tens.
pub const MAX_ARCHIVED_FILES: usize = 10_000;
/// What unpacks to more than [`LEAST_OF_A_BOMB`] bytes, and to so many times its packed bytes, is no table: the most
/// repetitive ones reach some fifty.
pub const MOST_TIMES_PACKED: usize = 300;
/// See [`MOST_TIMES_PACKED`].
pub const LEAST_OF_A_BOMB: usize = 10_000_000;
/// The most cells that a sheet says by "the same again": beyond that it is an attack, or a formatted emptiness.
pub const MAX_REPEATED_CELLS: usize = 10_000_000;
/// The most columns: the widest published tables (months across) have some 900; more is a wrong delimiter or an attack.
pub const MAX_COLUMNS: usize = 2_000;
/// The most rows: what [`MAX_BYTES`] of the narrowest useful rows hold.
pub const MAX_ROWS: usize = 5_000_000;
/// The most cells of a table, empty ones too: eight or nine bytes each, which a phone has for all columns together.
pub const MAX_CELLS: usize = 40_000_000;
/// The most distinct texts of one column: a dictionary beyond that is larger than the column it stands for.
pub const MAX_TEXTS: usize = 1_000_000;
/// The longest record, in bytes: one that is longer is nobody's data.
pub const MAX_RECORD_BYTES: usize = 4_000_000;
/// The longest record of CSV, in bytes: borders of a country have 5 MB; one that is longer is a quote that never closes.
pub const MAX_LINE_BYTES: usize = 12_000_000;
/// The largest JSON of a form that has to be whole before it is read, in bytes: cubes, and JSON with something around it.
pub const MAX_DOCUMENT_BYTES: usize = 32_000_000;
/// The deepest nesting of JSON: deeper is nobody's data.
pub const MAX_NESTING: usize = 64;
/// The most pages of a feed that are followed: at the usual 100 to 10,000 rows a page, more than [`MAX_ROWS`] need.
pub const MAX_PAGES: usize = 500;
/// The longest text that may be a figure, a period or the name of a place, in bytes: what is longer is a note, and is not
/// looked through time and again.
pub const MAX_SAYING_BYTES: usize = 400;
/// Of a column with more distinct texts than this some rows tell whether it may be one of figures or periods.
pub const MANY_TEXTS: usize = 20_000;
/// The most cells of a wide table once it is turned long: as many as the longest file of six columns has.
pub const MAX_LONG_CELLS: usize = 30_000_000;

/// Refuses a table of more cells than are held; columns that hardly any row has cost as much as others.
///
/// # Errors
/// `too-many-cells`.
pub fn check_cells(rows: usize, columns: usize) -> Result<(), Problem> {
    match rows.saturating_mul(columns) > MAX_CELLS {
        true => Err(too_many_cells(MAX_CELLS)),
        false => Ok(()),
    }
}

/// That a table has more cells than so many.
pub fn too_many_cells(limit: usize) -> Problem {
    Problem::new("too-many-cells").with("limit", limit / 1_000_000)
}
