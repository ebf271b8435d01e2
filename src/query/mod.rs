//! What the contract's attributes ask of a table: filter, group, aggregate, top, per, normalize.

mod grid;
mod parts;
mod request;
mod run;

pub use grid::{Axis, Grid, Series, SeriesRole};
pub use parts::{describe_parts, parts_for, stack_tables};
pub use request::{Aggregate, Condition, Kind, Operator, Request};
pub use run::{Population, run};
