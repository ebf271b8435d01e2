//! Bytes of a file to a table, and what can be told of that table.

mod annotations;
mod boundaries;
mod column;
mod csv;
mod declaration;
mod describe;
mod encoding;
mod json;
mod number;
mod period;
mod scan;
mod sniff;

pub use annotations::{read_annotations, said};
pub use boundaries::read_boundaries;
pub use csv::{MAX_BYTES, MAX_COLUMNS, MAX_ROWS, MAX_TEXTS, Reading, Warning, read_csv};
pub use declaration::{ALL_PARTIES, STATUSES, read_declaration};
pub use describe::describe;
pub use json::Json;
