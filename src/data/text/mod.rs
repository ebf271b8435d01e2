//! Text: its encoding, how it is cut, the records of CSV, where the table starts.

mod cuts;
pub mod delimited;
pub mod dialect;
pub mod encoding;
pub mod head;
pub mod letters;
pub mod page;
pub mod records;
mod rewrite;
mod series;
mod shapes;
mod stray;
mod tiers;
