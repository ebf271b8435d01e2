//! A table in columns: dictionary-coded text, numbers with validity, periods of one grain.

use std::collections::HashMap;

use super::{Grain, Period, Reason, Value};

/// Columns of one length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns, in the order of the file.
    pub columns: Vec<Column>,
    /// How many rows every column has.
    pub rows: usize,
}

/// One named column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name in the file's header, trimmed.
    pub name: String,
    /// Its cells.
    pub cells: Cells,
}

/// The cells of a column, by type.
#[derive(Clone, Debug, PartialEq)]
pub enum Cells {
    /// Text, e.g. country codes or categories.
    Text(TextColumn),
    /// Figures.
    Number(NumberColumn),
    /// Calendar periods of one grain.
    Period(PeriodColumn),
}

/// Text cells as codes into a dictionary of distinct texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextColumn {
    /// The distinct texts, in order of first appearance.
    pub dictionary: Vec<String>,
    /// For each row, an index into `dictionary`, or [`TextColumn::MISSING`].
    pub codes: Vec<u32>,
    index: HashMap<String, u32>,
}

impl TextColumn {
    /// The code of an empty cell.
    pub const MISSING: u32 = u32::MAX;

    /// Appends a cell; an empty `text` is missing.
    pub fn push(&mut self, text: &str) {
        if text.is_empty() {
            self.codes.push(Self::MISSING);
            return;
        }
        let code = match self.index.get(text) {
            Some(code) => *code,
            None => {
                let code = self.dictionary.len() as u32;
                self.dictionary.push(text.to_owned());
                self.index.insert(text.to_owned(), code);
                code
            }
        };
        self.codes.push(code);
    }

    /// The text of a row; `None` where missing or out of range.
    pub fn get(&self, row: usize) -> Option<&str> {
        self.dictionary.get(*self.codes.get(row)? as usize).map(String::as_str)
    }

    /// The code of `text`, if any row holds it.
    pub fn code_of(&self, text: &str) -> Option<u32> {
        self.index.get(text).copied()
    }
}

/// Figures with validity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberColumn {
    /// For each row the figure; 0 where missing, so that no NaN exists.
    figures: Vec<f64>,
    /// For each row `None` where there is a figure, else the reason; empty while nothing is missing.
    missing: Vec<Option<Reason>>,
}

impl NumberColumn {
    /// Appends a cell; a figure that is not finite becomes missing.
    pub fn push(&mut self, value: Value) {
        let (figure, reason) = match value {
            Value::Known(figure) if figure.is_finite() => (figure, None),
            Value::Known(_) => (0.0, Some(Reason::NotComputable)),
            Value::Missing(reason) => (0.0, Some(reason)),
        };
        if reason.is_some() && self.missing.is_empty() {
            self.missing = vec![None; self.figures.len()];
        }
        if reason.is_some() || !self.missing.is_empty() {
            self.missing.push(reason);
        }
        self.figures.push(figure);
    }

    /// The value of a row; [`Reason::NoRow`] out of range.
    pub fn get(&self, row: usize) -> Value {
        match (self.figures.get(row), self.missing.get(row).copied().flatten()) {
            (Some(figure), None) => Value::Known(*figure),
            (Some(_), Some(reason)) => Value::Missing(reason),
            (None, _) => Value::Missing(Reason::NoRow),
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.figures.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }
}

/// Periods of one grain.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodColumn {
    /// The grain of every cell.
    pub grain: Grain,
    /// For each row the [`Period::ordinal`], or [`PeriodColumn::MISSING`].
    pub ordinals: Vec<i32>,
    /// The ordinals of periods the file marks as provisional (`2026*`, `2026p`), sorted.
    pub provisional: Vec<i32>,
}

impl PeriodColumn {
    /// The ordinal of an empty cell.
    pub const MISSING: i32 = i32::MIN;

    /// The period of a row; `None` where missing or out of range.
    pub fn get(&self, row: usize) -> Option<Period> {
        let ordinal = *self.ordinals.get(row)?;
        (ordinal != Self::MISSING).then_some(Period { grain: self.grain, ordinal })
    }
}

impl Table {
    /// The column named `name`, ignoring case and surrounding blanks.
    pub fn column(&self, name: &str) -> Option<&Column> {
        let name = name.trim();
        self.columns
            .iter()
            .find(|column| column.name == name)
            .or_else(|| self.columns.iter().find(|column| column.name.eq_ignore_ascii_case(name)))
    }

    /// The names of the columns, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }
}
