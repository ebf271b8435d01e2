//! Bytes of a file to a table, and what can be told of that table.
//!
//! | module | what it owns |
//! |---|---|
//! | `intake` | the one interface: bytes in as they come, a [`Reading`] out in short steps |
//! | `encoding`, `sniff`, `limits` | what the bytes are, and how many of them |
//! | `records`, `head`, `delimited` | CSV: records, where the table starts, its rows |
//! | `json_rows`, `json_table`, `json_keyed`, `json_tree` | JSON: rows as they come; descriptions as a value |
//! | `sheets` | the cells of Excel workbooks, in a part of the module of its own |
//! | `column`, `typing`, `number`, `period`, `spelling` | cells to typed columns |
//! | [`places`] | countries by code or by name in four languages |
//! | `refine` | typed columns to a table that can be charted |
//! | `formats` | what each publisher's files are told by |
//! | `describe` | roles, measures and the first view of an author's table |
//! | `shipped` | the project's own tables, of which all is known |
//! | `annotations`, `boundaries`, `declaration`, `json` | the files that are no tables |

mod annotations;
mod boundaries;
mod column;
mod declaration;
mod delimited;
mod describe;
mod encoding;
mod formats;
mod head;
mod intake;
mod json;
mod json_keyed;
mod json_rows;
mod json_table;
mod json_tree;
mod limits;
mod number;
mod period;
mod place_names;
pub mod places;
mod reading;
mod records;
mod refine;
mod sheets;
mod shipped;
mod sniff;
mod spelling;
mod typing;

pub use annotations::{read_annotations, said};
pub use boundaries::read_boundaries;
pub use declaration::{ALL_PARTIES, STATUSES, read_declaration};
pub use describe::describe;
pub use formats::FORMATS;
pub use intake::{Asked, Intake, read, read_csv};
pub use json::Json;
pub use limits::{MAX_BYTES, MAX_COLUMNS, MAX_NESTING, MAX_PAGES, MAX_ROWS, MAX_TEXTS, MAX_WORKBOOK_BYTES};
pub use reading::{Next, Reading, Severity, Taken, Warning};
pub use shipped::read_shipped;
pub use typing::read_cell;
