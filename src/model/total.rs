//! Totals of authors' tables: rows and columns that are proved to be sums of their peers.

/// Rows of a table that add up their peers, under one name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Total {
    /// The column along which they add up: the one that names them, or lacks a name where they are.
    pub field: String,
    /// What that column says of them: a text, a country's code; empty where it says nothing.
    pub value: String,
    /// What they add up, as the column has it.
    pub of: Vec<String>,
    /// The rows of the table, ascending.
    pub rows: Vec<u32>,
}

/// A column of figures that adds up others beside it, as "Total" beside years or sexes across.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TotalColumn {
    /// Its name.
    pub name: String,
    /// The columns that it adds up.
    pub of: Vec<String>,
}
