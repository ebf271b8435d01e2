//! A cell whose kind is known, as a sheet's or a script's: nothing about it has to be told from how it is written.

use crate::model::{Period, shortest_decimal};

/// A cell of a known kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text as someone wrote it, without blanks around it: what it stands for is told by its column.
    Text(String),
    /// A finite number.
    Number(f64),
    /// A date, a month or a year.
    Period(Period),
    /// True or false.
    Truth(bool),
}

impl Cell {
    /// What it holds as a text: of a number the shortest decimal, of a period ISO 8601.
    pub fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => shortest_decimal(*number),
            Cell::Period(period) => period.to_string(),
            Cell::Truth(truth) => String::from(if *truth { "true" } else { "false" }),
        }
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.is_empty(),
            _ => false,
        }
    }
}
