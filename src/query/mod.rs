//! What the contract's attributes ask of a table: filter, group, aggregate, top, per, normalize.

mod accumulate;
mod axis;
mod draft;
mod explained;
mod field;
mod filter;
mod fitted;
mod grid;
mod incomplete;
mod kind;
mod parts;
mod picked;
mod plan;
mod rate;
mod refuse;
mod request;
mod run;
mod select;
mod shape;
mod slices;
mod top;

pub use explained::{Explained, explained};
pub use filter::{Condition, Operator};
pub use fitted::{fitted, side_by_side};
pub use grid::{Axis, Grid, Series, SeriesRole};
pub use kind::Kind;
pub use parts::{describe_parts, parts_for, stack_tables};
pub use picked::{pick_field, picked, time_field};
pub use rate::Population;
pub use request::{Aggregate, Request};
pub use run::run;
pub use shape::{companions, directed, kind_of, needs_population, wanted_kind};
