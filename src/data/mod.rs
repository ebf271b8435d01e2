//! Bytes of a file to a table, and what can be told of that table.

mod csv;
mod describe;

pub use csv::{Reading, Warning, read_csv};
pub use describe::describe;
