//! A column that says of each row what its figure is: figures of two of its values are never added.

use super::QuantityKind;

/// A column of indicators or units, of more than one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Indicators {
    /// The column.
    pub field: String,
    /// What the figures of each of its values are.
    pub of: Vec<Indicator>,
    /// Whether all of them are of one kind and few, and so stand side by side unless something else is asked for.
    pub side_by_side: bool,
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Indicator {
    /// The text of the column.
    pub value: String,
    /// The kind of its figures.
    pub kind: QuantityKind,
    /// The message key of their unit.
    pub unit: Option<String>,
}
