//! The contract's attributes, parsed.

use crate::model::{Period, Problem};

/// The chart kinds of the contract that this version draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line a series over time.
    Line,
    /// One filled area over time.
    Area,
    /// Areas on top of each other over time.
    StackedArea,
    /// Vertical bars over time, or horizontal ranked bars over entities.
    Bar,
    /// The figures as a table.
    Table,
}

/// How rows that fall on one mark become one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregate {
    /// Their sum.
    Sum,
    /// Their mean.
    Mean,
    /// The smallest.
    Min,
    /// The largest.
    Max,
    /// That of the last period.
    Last,
}

/// How a condition compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `=`: one of the values.
    Is,
    /// `!=`: none of the values.
    IsNot,
    /// `<`.
    Below,
    /// `<=`.
    AtMost,
    /// `>`.
    Above,
    /// `>=`.
    AtLeast,
}

/// One condition of a filter, e.g. `coo_iso=VEN,HTI`.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The field it tests; `<stem>_region` is derived from a country field `<stem>` or `<stem>_iso`.
    pub field: String,
    /// How it compares.
    pub operator: Operator,
    /// What it compares with; several only with [`Operator::Is`] and [`Operator::IsNot`].
    pub values: Vec<String>,
}

/// What a page's author asks of a dataset; `None` and empty mean "infer".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The chart kind.
    pub kind: Option<Kind>,
    /// The field across.
    pub x: Option<String>,
    /// The figure fields.
    pub y: Vec<String>,
    /// The field that splits into series.
    pub series: Option<String>,
    /// Conditions that all have to hold.
    pub filter: Vec<Condition>,
    /// How rows become one figure.
    pub aggregate: Option<Aggregate>,
    /// How many of the largest series to keep.
    pub top: Option<usize>,
    /// Divide by the population of the place, times this.
    pub per: Option<f64>,
    /// The first period shown.
    pub from: Option<Period>,
    /// The last period shown.
    pub to: Option<Period>,
    /// Shares of each place's sum instead of figures.
    pub normalize: bool,
}

impl Request {
    /// Reads the contract's attributes; `attribute` gives the text of one by its name, `None` where it is absent.
    ///
    /// # Errors
    /// `unknown-kind`, `bad-filter`, `unknown-aggregate`, `bad-number`, `bad-period`, `unknown-normalize`, each with the
    /// attribute as its column and the nearest valid spelling.
    pub fn from_attributes(attribute: &dyn Fn(&str) -> Option<String>) -> Result<Request, Problem> {
        let _ = attribute;
        Ok(Request::default())
    }
}
