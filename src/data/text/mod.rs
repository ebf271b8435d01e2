//! Text: its encoding, the records of CSV, where the table starts.

pub mod delimited;
pub mod encoding;
pub mod head;
pub mod records;
