//! The text alternative, the table and the tidy CSV: what stands behind every drawing.

mod csv;
mod sentence;
mod table;

pub use csv::{download_csv, tidy_csv};
pub use sentence::summary;
pub use table::{TableModel, table};
