//! Bytes of a file to a table, and what can be told of that table.
//!
//! | module | what it owns |
//! |---|---|
//! | `intake` | the one interface: bytes in as they come, a [`Reading`] out in short steps; `whole`: all at once |
//! | `readers` | the readers that a browser has only where there is something for them |
//! | `sniff`, `limits` | what the bytes are, and how many of them |
//! | `foreign` | what is no table: its name and the way out |
//! | `text` | encodings; CSV: records, where the table starts, its rows |
//! | `json` | JSON: rows as they come; descriptions as a value; in a part of the module of its own |
//! | `sheets` | workbooks and archives of files, in a part of the module of its own |
//! | `body`, `below`, `names`, `typed_rows` | the header and the rows below it, whatever they are cut from; what is no row |
//! | `cells` | cells to typed columns |
//! | [`places`] | countries by code or by name in five languages and those of the browser; members of regions |
//! | `partial_table` | a table on its way, and what stands around it in its file |
//! | `refine` | its columns typed, and made a table that can be charted |
//! | `formats` | what each publisher's files are told by |
//! | `describe` | roles, measures and the first view of an author's table |
//! | `time_shown` | which periods a first view is along |
//! | `plain_table` | plain small files of authors, read by the code of the first drawing: the same table, or none; `known_measures` |
//! | `shipped` | the project's own tables, of which all is known, and its files that are no tables |

mod below;
mod body;
mod cells;
mod describe;
mod foreign;
mod formats;
mod intake;
mod json;
mod known_measures;
mod limits;
mod names;
mod options;
mod partial_table;
pub mod places;
mod plain_table;
mod quantity;
mod readers;
mod reading;
mod refine;
mod sheets;
mod shipped;
mod sniff;
mod text;
mod time_shown;
mod typed_rows;
mod whole;
mod word_list;

pub use cells::as_written::AsWritten;
pub use cells::cell::Cell;
pub use cells::typing::read_cell;
pub use describe::describe;
pub use foreign::of_host;
pub use formats::unhcr::with_iso_codes;
pub use formats::{FORMATS, agency_readers, check_format};
pub use intake::{Intake, check_length};
pub use json::open::json_readers;
pub use json::value::Json;
pub use limits::{MAX_BYTES, MAX_COLUMNS, MAX_NESTING, MAX_PAGES, MAX_ROWS, MAX_TEXTS, MAX_WORKBOOK_BYTES};
pub use options::ReadOptions;
pub use plain_table::{PlainTable, read_plain};
pub use readers::{
    AgencyReaders, JsonReaders, OfficeReaders, OpenWorkbook, Readers, SheetReaders, Shelf, Wanted,
};
pub use reading::{FileMetadata, Next, Reading, Severity, Warning};
pub use sheets::office::office_readers;
pub use sheets::sheet_readers;
pub use shipped::annotations::{read_annotations, said};
pub use shipped::boundaries::read_boundaries;
pub use shipped::declaration::{ALL_PARTIES, STATUSES, read_declaration};
pub use shipped::tables::read_shipped;
pub use typed_rows::TypedRows;
pub use whole::{read, read_csv};
